/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-heat-grid.h"
#include "caseness-report-builder.h"
#include "report-text.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

static CasenessReportBuilder *
create_builder_reading (CasenessReportPaper paper, const char *reading)
{
  CasenessReportInfo info = {
    .reading = reading,
    .title = "PTL pack, Exampleshire, 30 Jun 2025",
    .name = "PTL pack",
    .service = "Exampleshire",
    .file_name = "ptl-pack-exampleshire-2025-06-30",
    .confidentiality = "Does not identify people",
    .sources = "Filter: None. Sources: submissions to June 2025.",
    .method = "Counts exact.",
    .definitions = "definitions",
    .as_at = caseness_date_new (2025, 6, 30),
    .paper = paper,
  };

  return caseness_report_builder_new (&info);
}

static CasenessReportBuilder *
create_builder (CasenessReportPaper paper)
{
  return create_builder_reading (paper, NULL);
}

static CasenessReportTable *
create_table (guint n_rows)
{
  CasenessReportTable *table = caseness_report_table_new ();
  guint row;

  caseness_report_table_add_column (table, "Referral", CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, "Booked", CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, "Action agreed", CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, "Page", CASENESS_REPORT_END, 0);
  for (row = 0; row < n_rows; row++)
    {
      g_autofree char *name = g_strdup_printf ("N-%04u", row);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, name);
      caseness_report_table_add_cell (table, row % 2 == 0 ? CASENESS_REPORT_CELL_BOXED : CASENESS_REPORT_CELL_TEXT,
                                      row % 2 == 0 ? "no date" : "2 Jul");
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_WRITE, NULL);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_PAGE, "definitions");
    }
  g_assert_cmpuint (caseness_report_table_get_n_rows (table), ==, n_rows);
  return table;
}

static CasenessReport *
create_report (guint n_rows)
{
  CasenessReportBuilder *builder = create_builder (CASENESS_REPORT_LANDSCAPE);

  caseness_report_builder_add_heading (builder, 1, "The message", "Queue", "queue");
  caseness_report_builder_add_note (builder, "What was counted.");
  caseness_report_builder_add_table (builder, create_table (n_rows));
  caseness_report_builder_start_page (builder);
  caseness_report_builder_add_heading (builder, 1, "Definitions", "Definitions", "definitions");
  caseness_report_builder_add_definition (builder, "Wait", "From clock start to the agreed appointment.");
  caseness_report_builder_add_definition (builder, "Breach", "Clock start plus the standard.");
  return caseness_report_builder_end (builder);
}

static guint
count_words (const char *text, const char *words)
{
  guint n = 0;

  for (text = strstr (text, words); text != NULL; text = strstr (text + 1, words))
    n++;
  return n;
}

/* Rows flow over pages; heads come again on each; nothing is lost. */
static void
test_pages (void)
{
  static const guint sizes[] = { 1, 20, 60, 200 };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(CasenessReport) report = create_report (sizes[i]);
      g_autofree char *text = report_text_dup (report);
      guint n_pages = caseness_report_get_n_pages (report);
      g_autofree char *last_page = g_strdup_printf ("Page %u of %u", n_pages, n_pages);
      g_autofree char *definitions = g_strdup_printf ("Definitions on page %u.", n_pages);

      g_assert_cmpuint (n_pages, >=, 2 + sizes[i] / 30);
      g_assert_cmpuint (n_pages, <=, 2 + sizes[i] / 20);
      g_assert_cmpuint (count_words (text, "\f"), ==, n_pages);
      g_assert_cmpuint (count_words (text, "N-0"), ==, sizes[i]);
      g_assert_cmpuint (count_words (text, "Referral Booked Action agreed Page"), ==, n_pages - 1);
      g_assert_cmpuint (count_words (text, "Does not identify people"), ==, n_pages);
      g_assert_cmpuint (count_words (text, "Local management information, not official statistics."), ==, n_pages);
      g_assert_cmpuint (count_words (text, definitions), ==, n_pages);
      g_assert_nonnull (strstr (text, last_page));
    }
}

static void
test_reading_order (void)
{
  g_autoptr(CasenessReport) report = create_report (3);
  g_autofree char *text = report_text_dup (report);
  g_autofree char *structure = report_text_dup_structure (report);

  report_text_assert_order (text, "Exampleshire, PTL pack", "Monday 30 June 2025", "The message", "What was counted.",
                            "Referral", "N-0000", "no date", "N-0001", "2 Jul", "N-0002", "\f", "Definitions", "Wait",
                            "From clock start", "Breach", NULL);
  report_text_assert_order (structure, "Document", "H1", "The message", "P", "What was counted.", "Table", "TR", "TH",
                            "Referral", "TR", "TD", "N-0000", "H1", "Definitions", "L ", "LI", "Lbl", "Wait", "LBody",
                            NULL);
}

/* Fills a page but for @left rows, then puts a heading that must not stay alone at its foot. */
static void
test_heading_keeps_next (void)
{
  guint n_rows;

  for (n_rows = 18; n_rows < 30; n_rows++)
    {
      CasenessReportBuilder *builder = create_builder (CASENESS_REPORT_LANDSCAPE);
      g_autoptr(CasenessReport) report = NULL;
      g_autofree char *text = NULL;
      g_auto(GStrv) pages = NULL;
      guint i;

      caseness_report_builder_add_table (builder, create_table (n_rows));
      caseness_report_builder_add_heading (builder, 2, "Lonely heading", NULL, NULL);
      caseness_report_builder_add_note (builder, "Its note");
      caseness_report_builder_add_table (builder, create_table (40));
      report = caseness_report_builder_end (builder);
      text = report_text_dup (report);
      pages = g_strsplit (text, "\f", -1);
      for (i = 0; pages[i] != NULL; i++)
        if (strstr (pages[i], "Lonely heading") != NULL)
          report_text_assert_order (pages[i], "Lonely heading", "Its note", "Referral", "N-0000", "N-0001", NULL);
    }
}

static void
test_same_bytes (void)
{
  static const CasenessReportFormat formats[] = { CASENESS_REPORT_PDF, CASENESS_REPORT_SVG, CASENESS_REPORT_PNG };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CasenessReport) first = create_report (60);
      g_autoptr(CasenessReport) second = create_report (60);
      g_autoptr(GBytes) a = caseness_report_render (first, formats[i], NULL, &error);
      g_autoptr(GBytes) again = caseness_report_render (first, formats[i], NULL, &error);
      g_autoptr(GBytes) b = caseness_report_render (second, formats[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (a, b));
      g_assert_true (g_bytes_equal (a, again));
    }
}

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  GInputStream *stream = closure;
  gsize n_read;

  if (!g_input_stream_read_all (stream, data, length, &n_read, NULL, NULL) || n_read != length)
    return CAIRO_STATUS_READ_ERROR;
  return CAIRO_STATUS_SUCCESS;
}

/* The PNG we write row by row is read by an independent reader; pages stand below each other at 144 dots an inch. */
static void
test_png (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReport) report = create_report (30);
  g_autoptr(GBytes) bytes = caseness_report_render (report, CASENESS_REPORT_PNG, NULL, &error);
  g_autoptr(GInputStream) stream = NULL;
  cairo_surface_t *surface;
  const guint32 *pixels;
  int n_dark = 0;
  int i;

  g_assert_no_error (error);
  stream = g_memory_input_stream_new_from_bytes (bytes);
  surface = cairo_image_surface_create_from_png_stream (read_cb, stream);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1684);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1190 * (int) caseness_report_get_n_pages (report));
  pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);
  g_assert_cmphex (pixels[0] & 0xffffff, ==, 0xffffff);
  for (i = 0; i < 1684 * 400; i++)
    n_dark += (pixels[i] & 0xff) < 0x80;
  g_assert_cmpint (n_dark, >, 1000);
  cairo_surface_destroy (surface);
}

static void
test_svg (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReport) report = create_report (30);
  g_autoptr(GBytes) bytes = caseness_report_render (report, CASENESS_REPORT_SVG, NULL, &error);
  g_autofree char *height = g_strdup_printf ("height=\"%upt\"", 595 * caseness_report_get_n_pages (report));
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_str_has_prefix (text, "<?xml"));
  g_assert_nonnull (strstr (text, height));
  g_assert_true (g_str_has_suffix (text, "</svg>\n"));
}

static void
test_format_from_name (void)
{
  static const struct
  {
    const char *name;
    gboolean is_known;
    CasenessReportFormat format;
  } cases[] = {
    { "a.pdf", TRUE, CASENESS_REPORT_PDF },
    { "/x/y.b.PDF", TRUE, CASENESS_REPORT_PDF },
    { "a.svg", TRUE, CASENESS_REPORT_SVG },
    { "a.png", TRUE, CASENESS_REPORT_PNG },
    { "pdf", FALSE, CASENESS_REPORT_PDF },
    { "a.pdf.txt", FALSE, CASENESS_REPORT_PDF },
    { "", FALSE, CASENESS_REPORT_PDF },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessReportFormat format = CASENESS_REPORT_PDF;

      g_assert_cmpint (caseness_report_format_from_name (cases[i].name, &format), ==, cases[i].is_known);
      if (cases[i].is_known)
        g_assert_cmpint (format, ==, cases[i].format);
    }
}

static void
test_save_fails_kindly (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReport) report = create_report (1);

  g_assert_false (caseness_report_save (report, "/no such folder/report.pdf", CASENESS_REPORT_PDF, NULL, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "Choose another folder"));
}

static void
test_cancel (void)
{
  static const CasenessReportFormat formats[] = { CASENESS_REPORT_PDF, CASENESS_REPORT_SVG, CASENESS_REPORT_PNG };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(CasenessReport) report = create_report (100);

      g_cancellable_cancel (cancellable);
      g_assert_null (caseness_report_render (report, formats[i], cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_portrait (void)
{
  CasenessReportBuilder *builder = create_builder (CASENESS_REPORT_PORTRAIT);
  g_autoptr(CasenessReport) report = NULL;
  double width, height;

  caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, "Short.");
  report = caseness_report_builder_end (builder);
  caseness_report_get_page_size (report, &width, &height);
  g_assert_cmpfloat (width, ==, 595);
  g_assert_cmpfloat (height, ==, 842);
  g_assert_cmpuint (caseness_report_get_n_pages (report), ==, 1);
}

static void
test_empty (void)
{
  g_autoptr(CasenessReport) report = caseness_report_builder_end (create_builder (CASENESS_REPORT_LANDSCAPE));
  g_autofree char *text = report_text_dup (report);

  g_assert_nonnull (strstr (text, "Page 1 of 1"));
}

/* Long words and many columns are squeezed and wrapped, never lost. */
static guint
count_pages_before (const char *text, const char *words)
{
  const char *end = strstr (text, words);
  guint n = 0;

  g_assert_nonnull (end);
  for (; text < end; text++)
    n += *text == '\f';
  return n;
}

/* Contents come with four pages and three parts; the first part follows them unless they fill half the page or have more to say. */
static void
test_contents (void)
{
  static const struct
  {
    guint n_parts;
    const char *reading;
    gboolean has_contents;
    guint first_page; /* of the first part, from 0 */
  } cases[] = {
    { 3, NULL, FALSE, 0 }, { 4, NULL, TRUE, 0 }, { 4, "Circle: common cause.", TRUE, 1 }, { 20, NULL, TRUE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessReportBuilder *builder = create_builder_reading (CASENESS_REPORT_LANDSCAPE, cases[i].reading);
      g_autoptr(CasenessReport) report = NULL;
      g_autofree char *text = NULL;

      for (guint k = 0; k < cases[i].n_parts; k++)
        {
          g_autofree char *part = g_strdup_printf ("Part %u", k + 1);

          caseness_report_builder_start_page (builder);
          caseness_report_builder_add_heading (builder, 1, part, part, part);
          caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, k == 0 ? "How it begins." : "More.");
        }
      report = caseness_report_builder_end (builder);
      text = report_text_dup (report);
      g_assert_cmpint (strstr (text, "Contents") != NULL, ==, cases[i].has_contents);
      g_assert_cmpuint (count_pages_before (text, "How it begins."), ==, cases[i].first_page);
    }
}

/* A part follows another that leaves it about half of the page, and begins the next if it does not. */
static void
test_parts (void)
{
  static const struct
  {
    guint n_rows;
    guint page; /* of the second part, from 0 */
  } cases[] = { { 2, 0 }, { 10, 0 }, { 22, 1 }, { 26, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessReportBuilder *builder = create_builder (CASENESS_REPORT_LANDSCAPE);
      g_autoptr(CasenessReport) report = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%u rows", cases[i].n_rows);
      caseness_report_builder_start_part (builder);
      caseness_report_builder_add_heading (builder, 1, "The first part", NULL, NULL);
      caseness_report_builder_add_table (builder, create_table (cases[i].n_rows));
      caseness_report_builder_start_part (builder);
      caseness_report_builder_add_heading (builder, 1, "The second part", NULL, NULL);
      caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, "What it says.");
      report = caseness_report_builder_end (builder);
      text = report_text_dup (report);
      g_assert_cmpuint (count_pages_before (text, "The first part"), ==, 0);
      g_assert_cmpuint (count_pages_before (text, "The second part"), ==, cases[i].page);
    }
}

static void
test_wide_table (void)
{
  CasenessReportBuilder *builder = create_builder (CASENESS_REPORT_PORTRAIT);
  CasenessReportTable *table = caseness_report_table_new ();
  g_autoptr(CasenessReport) report = NULL;
  g_autofree char *text = NULL;
  guint i;

  for (i = 0; i < 5; i++)
    caseness_report_table_add_column (table, "Heading", CASENESS_REPORT_START, 0);
  for (i = 0; i < 10; i++)
    caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT,
                                    i == 7 ? "a name that is far too long for its column so that it has to be put "
                                             "on several lines, to the very end"
                                           : "a somewhat long name of a place");
  caseness_report_builder_add_table (builder, table);
  report = caseness_report_builder_end (builder);
  text = report_text_dup (report);
  g_assert_nonnull (strstr (text, "end"));
  g_assert_cmpuint (count_words (text, "somewhat"), ==, 9);
}

static CasenessHeatGrid *
create_grid (guint n_rows)
{
  CasenessHeatGrid *grid = caseness_heat_grid_new ("Clinician");
  guint row;

  caseness_heat_grid_set_titles (grid, "Message of the grid", "Cohort of the grid", "Method of the grid");
  caseness_heat_grid_set_summary (grid, "Summary of the grid.");
  caseness_heat_grid_add_family (grid, "early", CASENESS_SHADE_BEFORE);
  caseness_heat_grid_add_column (grid, "1 to 0", "1 to 0 weeks before", 1);
  caseness_heat_grid_add_family (grid, "late", CASENESS_SHADE_PAST);
  caseness_heat_grid_add_column (grid, "0 to 1", "0 to 1 weeks past", 0);
  for (row = 0; row < n_rows; row++)
    {
      g_autofree char *label = g_strdup_printf ("C-%03u", row);

      caseness_heat_grid_add_row (grid, label, CASENESS_HEAT_ROW_PLAIN);
      caseness_heat_grid_set_count (grid, row, 0, 7);
    }
  return grid;
}

/* A grid is read as heading, paragraphs and table, each word once; a high one runs over pages and says so. */
static void
test_grid (void)
{
  static const struct
  {
    guint n_rows;
    guint n_continued;
  } sizes[] = { { 3, 0 }, { 18, 0 }, { 60, 2 } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      CasenessReportBuilder *builder = create_builder (CASENESS_REPORT_LANDSCAPE);
      g_autoptr(CasenessHeatGrid) grid = create_grid (sizes[i].n_rows);
      g_autoptr(CasenessReport) report = NULL;
      g_autofree char *text = NULL;
      g_autofree char *structure = NULL;

      caseness_report_builder_add_chart (builder, caseness_heat_grid_as_chart (grid), 2, "Grid");
      report = caseness_report_builder_end (builder);
      text = report_text_dup (report);
      structure = report_text_dup_structure (report);
      g_assert_cmpuint (count_words (text, "(continued)"), ==, sizes[i].n_continued);
      g_assert_cmpuint (count_words (text, "late"), ==, sizes[i].n_continued + 1);
      g_assert_cmpuint (count_words (text, "C-0"), ==, sizes[i].n_rows);
      report_text_assert_order (structure, "H2", "Message of the grid", "Cohort of the grid", "Summary of the grid.",
                                "Table", "TR", "TH", "Clinician", "TH", "1 to 0", "TR", "TH", "C-000", "TD", "7", "TD",
                                "TR", "C-001", "Method of the grid", NULL);
    }
}

/* A compact table stands in strips, is read down each, keeps every row, and shares out what is left of the last page. */
static void
test_compact_table (void)
{
  static const struct
  {
    guint n_rows;
    guint n_pages;
    guint n_tables;
  } sizes[] = { { 1, 1, 1 }, { 7, 1, 4 }, { 100, 1, 4 }, { 400, 3, 12 } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      CasenessReportBuilder *builder = create_builder (CASENESS_REPORT_LANDSCAPE);
      CasenessReportTable *table = caseness_report_table_new ();
      g_autoptr(CasenessReport) report = NULL;
      g_autoptr(GString) last = g_string_new (NULL);
      g_autofree char *structure = NULL;
      guint row;

      caseness_report_table_add_column (table, "Referral", CASENESS_REPORT_START, 1);
      caseness_report_table_add_column (table, "Booked", CASENESS_REPORT_END, 1);
      caseness_report_table_set_compact (table);
      for (row = 0; row < sizes[i].n_rows; row++)
        {
          g_string_printf (last, "row-%u", row + 1);
          caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, last->str);
          caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, "no date");
        }
      caseness_report_builder_add_heading (builder, 2, "Later", NULL, NULL);
      caseness_report_builder_add_table (builder, table);
      report = caseness_report_builder_end (builder);
      structure = report_text_dup_structure (report);
      g_assert_cmpuint (caseness_report_get_n_pages (report), ==, sizes[i].n_pages);
      g_assert_cmpuint (count_words (structure, "row-"), ==, sizes[i].n_rows);
      g_assert_cmpuint (count_words (structure, "Booked"), ==, sizes[i].n_tables);
      report_text_assert_order (structure, "Later", "Table", "Referral", "row-1", NULL);
      if (sizes[i].n_rows > 3)
        report_text_assert_order (structure, "row-1", "row-2", "row-3", last->str, NULL);
    }
}

/* Each strip of a compact table begins with a section, unless one is longer than a strip; long names make none narrower. */
static void
test_sections (void)
{
  static const struct
  {
    guint n_sections;
    guint n_rows;
    gboolean is_cut;
  } cases[] = { { 40, 6, FALSE }, { 9, 12, FALSE }, { 2, 90, TRUE } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessReportBuilder *builder = create_builder (CASENESS_REPORT_LANDSCAPE);
      CasenessReportTable *table = caseness_report_table_new ();
      g_autoptr(CasenessReport) report = NULL;
      g_autofree char *structure = NULL;
      g_auto(GStrv) strips = NULL;
      guint row, strip, n_cut = 0;

      caseness_report_table_add_column (table, "Group", CASENESS_REPORT_START, 1);
      caseness_report_table_set_widest (table, 120);
      caseness_report_table_set_compact (table);
      for (row = 0; row < cases[i].n_sections * cases[i].n_rows; row++)
        {
          gboolean is_first = row % cases[i].n_rows == 0;

          caseness_report_table_add_cell (table, is_first ? CASENESS_REPORT_CELL_SECTION : CASENESS_REPORT_CELL_TEXT,
                                          is_first ? "section" : "a group with a name that is much longer than its column");
        }
      caseness_report_builder_add_table (builder, table);
      report = caseness_report_builder_end (builder);
      structure = report_text_dup_structure (report);
      strips = g_strsplit (structure, "Table", -1);
      g_assert_cmpuint (g_strv_length (strips), >, caseness_report_get_n_pages (report) + 1);
      for (strip = 1; strips[strip] != NULL; strip++)
        {
          const char *section = strstr (strips[strip], "section"), *group = strstr (strips[strip], "a group");

          g_assert_nonnull (group);
          n_cut += section == NULL || section > group;
        }
      g_test_message ("%u sections of %u rows", cases[i].n_sections, cases[i].n_rows);
      g_assert_cmpint (n_cut > 0, ==, cases[i].is_cut);
      g_assert_cmpuint (count_words (structure, "section"), ==, cases[i].n_sections);
    }
}

/* A printer asks for one page at a time, in any order. */
static void
test_draw_single_pages (void)
{
  g_autoptr(CasenessReport) report = create_report (60);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (NULL, NULL, 842, 595);
  cairo_t *cr = cairo_create (surface);
  static const guint pages[] = { 2, 0 };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      caseness_report_draw_page (report, pages[i], cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/report/pages", test_pages);
  g_test_add_func ("/reports/report/reading-order", test_reading_order);
  g_test_add_func ("/reports/report/heading-keeps-next", test_heading_keeps_next);
  g_test_add_func ("/reports/report/same-bytes", test_same_bytes);
  g_test_add_func ("/reports/report/png", test_png);
  g_test_add_func ("/reports/report/svg", test_svg);
  g_test_add_func ("/reports/report/format-from-name", test_format_from_name);
  g_test_add_func ("/reports/report/save-fails-kindly", test_save_fails_kindly);
  g_test_add_func ("/reports/report/cancel", test_cancel);
  g_test_add_func ("/reports/report/portrait", test_portrait);
  g_test_add_func ("/reports/report/empty", test_empty);
  g_test_add_func ("/reports/report/contents", test_contents);
  g_test_add_func ("/reports/report/parts", test_parts);
  g_test_add_func ("/reports/report/wide-table", test_wide_table);
  g_test_add_func ("/reports/report/grid", test_grid);
  g_test_add_func ("/reports/report/compact-table", test_compact_table);
  g_test_add_func ("/reports/report/sections", test_sections);
  g_test_add_func ("/reports/report/draw-single-pages", test_draw_single_pages);
  return g_test_run ();
}
