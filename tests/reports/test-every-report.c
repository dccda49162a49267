/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-report-kind.h"
#include "data-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What every report owes its readers, whatever it tells: looked at from outside, with poppler's tools. */

#define SMALLEST_TEXT 9
#define LEAST_CONTRAST 4.5
#define LEAST_MARK_CONTRAST 1.3 /* of a mark that an outline, a number or a sign stands on as well */
#define COLOURFUL 90            /* between a pixel's channels: more than a tint behind words */

/* One service for all reports, and the report that is looked at, as long as the same is. */
typedef struct
{
  DataFixture data;
  CasenessSnapshot *snapshot;
  CasenessJournal *journal;
  const char *name; /* NULL while there is none */
  CasenessReport *report;
  char *path;
  guint n_pages;
} Fixture;

static void
open_service (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  FixtureMonth january = { .folder = "2025-01", .patients = 12 };
  CasenessImportOptions options = { .service_name = "Exampleshire Talking Therapies", .now = now };
  const char *names[] = { "2025-01", NULL };
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessStore) store = NULL;

  data_fixture_set_up (&fixture->data, NULL);
  data_fixture_write_month (&fixture->data, &january);
  receipt = data_fixture_import_with (&fixture->data, &options, NULL, names, &error);
  g_assert_no_error (error);
  store = caseness_store_open (fixture->data.store_path, CASENESS_STORE_READ, &error);
  g_assert_no_error (error);
  fixture->snapshot = caseness_snapshot_load (store, NULL, &error);
  g_assert_no_error (error);
  fixture->journal = caseness_journal_load (store, &error);
  g_assert_no_error (error);
}

static CasenessReport *
make (Fixture *fixture, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  CasenessReportRequest request = { .period = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 1, 31) },
                                    .as_at = caseness_date_new (2025, 1, 31),
                                    .filter = everybody,
                                    .journal = fixture->journal };
  CasenessReport *report = caseness_report_kind_find (name)->make (fixture->snapshot, &request, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
close_report (Fixture *fixture)
{
  if (fixture->name == NULL)
    return;
  caseness_report_unref (fixture->report);
  g_remove (fixture->path);
  g_free (fixture->path);
  fixture->name = NULL;
}

static void
open_report (Fixture *fixture, const char *name)
{
  g_autoptr(GError) error = NULL;

  if (g_strcmp0 (fixture->name, name) == 0)
    return;
  close_report (fixture);
  fixture->name = name;
  fixture->report = make (fixture, name);
  fixture->path = data_fixture_path (&fixture->data, "report.pdf");
  fixture->n_pages = caseness_report_get_n_pages (fixture->report);
  caseness_report_save (fixture->report, fixture->path, CASENESS_REPORT_PDF, NULL, &error);
  g_assert_no_error (error);
}

static void
close_service (Fixture *fixture)
{
  close_report (fixture);
  caseness_journal_unref (fixture->journal);
  caseness_snapshot_unref (fixture->snapshot);
  data_fixture_tear_down (&fixture->data, NULL);
}

/* @options: between the program and the file, blanks between them */
static char *
run (Fixture *fixture, const char *program, const char *options, gboolean to_output)
{
  g_autofree char *line = g_strdup_printf ("%s %s %s%s", program, options, fixture->path, to_output ? " -" : "");
  g_auto(GStrv) arguments = g_strsplit (line, " ", -1);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  char *out = NULL;
  int status = 0;
  guint i;

  for (i = 0; arguments[i] != NULL; i++)
    if (*arguments[i] != '\0')
      g_ptr_array_add (words, arguments[i]);
  g_ptr_array_add (words, NULL);
  g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return out;
}

static gboolean
has_line (const char *text, const char *pattern)
{
  return g_regex_match_simple (pattern, text, G_REGEX_MULTILINE, 0);
}

/* Title, author, what it may be used for, the day it stands on; A4; tags for those who listen. */
static void
test_properties (Fixture *fixture, gconstpointer name)
{
  g_autofree char *info = run (fixture, "pdfinfo", "-isodates", FALSE);

  g_assert_true (has_line (info, "^Title: +\\S.*Exampleshire"));
  g_assert_true (has_line (info, "^Author: +Exampleshire Talking Therapies$"));
  g_assert_true (has_line (info, "^Subject: +\\S"));
  g_assert_true (has_line (info, "^CreationDate: +2025-01-31"));
  g_assert_true (has_line (info, "^Tagged: +yes$"));
  g_assert_true (has_line (info, "^Page size: +(595 x 842|842 x 595) pts \\(A4\\)$"));
}

/* Whoever opens it has the letters it was set in. */
static void
test_fonts (Fixture *fixture, gconstpointer name)
{
  g_autofree char *fonts = run (fixture, "pdffonts", "", FALSE);
  g_auto(GStrv) lines = g_strsplit (fonts, "\n", -1);
  guint n = 0, i;

  for (i = 2; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      {
        g_assert_true (g_regex_match_simple (" yes +yes +yes +\\d+ +\\d+$", lines[i], 0, 0));
        n++;
      }
  g_assert_cmpuint (n, >, 0);
}

/* No text is smaller than nine points, and there are bookmarks to go by. */
static void
test_sizes_and_bookmarks (Fixture *fixture, gconstpointer name)
{
  g_autofree char *xml = run (fixture, "pdftohtml", "-xml -i -hidden -zoom 1 -stdout", FALSE);
  g_autoptr(GRegex) size = g_regex_new ("<fontspec [^>]*size=\"(\\d+)\"", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (size, xml, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *points = g_match_info_fetch (match, 1);

      g_assert_cmpint (atoi (points), >=, SMALLEST_TEXT);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_nonnull (strstr (xml, "<outline>"));
  g_assert_true (g_regex_match_simple ("<item page=\"\\d+\">\\S", xml, 0, 0));
}

/* Each page says which of how many it is. */
static void
test_pages (Fixture *fixture, gconstpointer name)
{
  g_autofree char *text = run (fixture, "pdftotext", "-raw", TRUE);
  g_auto(GStrv) pages = g_strsplit (text, "\f", -1);
  guint i;

  g_assert_cmpuint (g_strv_length (pages), ==, fixture->n_pages + 1); /* a form feed ends the last */
  for (i = 0; i < fixture->n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, fixture->n_pages);

      g_assert_nonnull (strstr (pages[i], number));
      g_assert_true (has_line (pages[i], "Local\\s+management\\s+information,\\s+not\\s+official\\s+statistics"));
    }
}

/* Headings, paragraphs and tables with heads are told apart for a screen reader. */
static void
test_structure (Fixture *fixture, gconstpointer name)
{
  g_autofree char *structure = run (fixture, "pdfinfo", "-struct", FALSE);

  g_assert_true (has_line (structure, "^ *H1"));
  g_assert_true (has_line (structure, "^ *Table"));
  g_assert_true (has_line (structure, "^ *TH"));
  g_assert_true (has_line (structure, "^ *TD"));
}

/* What is worked with, a side or a poster, says what its words mean where they stand. */
static const char *const working_sheets[] = { "clinician", "supervision", "pdsa", NULL };

/* On the first page: the period, whom it is about, the day, where it comes from by receipt, how it was counted, where the
 * definitions are; on every page whether it names people. */
static void
test_statements (Fixture *fixture, gconstpointer name)
{
  g_autofree char *text = run (fixture, "pdftotext", "-raw", TRUE);
  g_auto(GStrv) pages = g_strsplit (text, "\f", -1);
  guint i;

  g_assert_true (has_line (pages[0], "31 January 2025"));
  g_assert_true (has_line (text, "Filter: "));
  g_assert_true (has_line (text, "Sources: .*receipt 1"));
  g_assert_true (has_line (text, "Counts|[Ss]uppressed|no rate"));
  if (!g_strv_contains (working_sheets, name))
    g_assert_true (has_line (text, "Definitions used|Definitions on page \\d+"));
  for (i = 0; i < fixture->n_pages; i++)
    g_assert_true (has_line (pages[i], "Does not identify people|for the PTL meeting only|Exact counts: keep it within the service|for supervision only|For the clinician and their supervisor only"));
}

/* By the luminance of Rec. 709 and the contrast of WCAG 2. */
static double
get_luminance (guint32 colour)
{
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      double part = (colour >> (16 - 8 * i) & 0xff) / 255.0;

      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return sum;
}

/* Words stand out on paper on a grey printer; white ones stand on dark fills. */
static void
test_grey_text (Fixture *fixture, gconstpointer name)
{
  g_autofree char *xml = run (fixture, "pdftohtml", "-xml -i -hidden -zoom 1 -stdout", FALSE);
  g_autoptr(GRegex) colour = g_regex_new ("<fontspec [^>]*color=\"#([0-9a-f]{6})\"", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (colour, xml, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *digits = g_match_info_fetch (match, 1);
      guint32 value = (guint32) g_ascii_strtoull (digits, NULL, 16);

      if (value != 0xffffff)
        g_assert_cmpfloat (1.05 / (get_luminance (value) + 0.05), >=, LEAST_CONTRAST);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

static void
get_channels (const guchar *pixel, int *least, int *most, double *luminance)
{
  int blue = pixel[0], green = pixel[1], red = pixel[2]; /* as Cairo has them on small-endian machines */

  *least = MIN (red, MIN (green, blue));
  *most = MAX (red, MAX (green, blue));
  *luminance = get_luminance ((guint32) red << 16 | (guint32) green << 8 | (guint32) blue);
}

/* Of a page without softened edges: whether every mark in colour is there on a grey printer too. */
static void
check_marks (cairo_surface_t *page)
{
  const guchar *rows = cairo_image_surface_get_data (page);
  int stride = cairo_image_surface_get_stride (page), x, y;

  for (y = 0; y < cairo_image_surface_get_height (page); y++)
    for (x = 0; x < cairo_image_surface_get_width (page); x++)
      {
        int least, most;
        double luminance;

        get_channels (rows + y * stride + 4 * x, &least, &most, &luminance);
        if (most - least > COLOURFUL)
          g_assert_cmpfloat (1.05 / (luminance + 0.05), >=, LEAST_MARK_CONTRAST);
      }
}

/* Colour is never all there is: a mark that has one stands out from the paper in grey. */
static void
test_grey_marks (Fixture *fixture, gconstpointer name)
{
  double width, height;
  guint i;

  caseness_report_get_page_size (fixture->report, &width, &height);
  for (i = 0; i < fixture->n_pages; i++)
    {
      cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
      cairo_t *cr = cairo_create (page);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
      caseness_report_draw_page (fixture->report, i, cr);
      cairo_destroy (cr);
      cairo_surface_flush (page);
      check_marks (page);
      cairo_surface_destroy (page);
    }
}

/* The same data and day are the same bytes. */
static void
test_same_bytes (Fixture *fixture, gconstpointer name)
{
  g_autoptr(CasenessReport) again = make (fixture, name);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = caseness_report_render (again, CASENESS_REPORT_PDF, NULL, &error);
  g_autofree char *saved = NULL;
  gsize length;

  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &saved, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (saved, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Turned paper holds the same words, none of them smaller, and turned back it is the same to the byte. */
static void
test_turned (Fixture *fixture, gconstpointer name)
{
  g_autoptr(CasenessReport) report = make (fixture, name);
  CasenessReportPaper paper = caseness_report_get_paper (report);
  Fixture turned = *fixture;
  g_autoptr(GBytes) before = caseness_report_render (report, CASENESS_REPORT_PDF, NULL, NULL);
  g_autoptr(GBytes) after = NULL;
  g_autofree char *path = data_fixture_path (&fixture->data, "turned.pdf");
  double width, height;

  caseness_report_set_paper (report, paper == CASENESS_REPORT_PORTRAIT ? CASENESS_REPORT_LANDSCAPE
                                                                       : CASENESS_REPORT_PORTRAIT);
  caseness_report_get_page_size (report, &width, &height);
  g_assert_cmpint (width > height, ==, paper == CASENESS_REPORT_PORTRAIT);
  g_assert_true (caseness_report_save (report, path, CASENESS_REPORT_PDF, NULL, NULL));
  turned.path = path;
  turned.n_pages = caseness_report_get_n_pages (report);
  test_pages (&turned, name);
  test_sizes_and_bookmarks (&turned, name);
  g_remove (path);
  caseness_report_set_paper (report, paper);
  after = caseness_report_render (report, CASENESS_REPORT_PDF, NULL, NULL);
  g_assert_true (g_bytes_equal (before, after));
}

/* The same pages as one drawing and one picture, for a slide. */
static void
test_pictures (Fixture *fixture, gconstpointer name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) svg = caseness_report_render (fixture->report, CASENESS_REPORT_SVG, NULL, &error);
  g_autoptr(GBytes) png = NULL;

  g_assert_no_error (error);
  png = caseness_report_render (fixture->report, CASENESS_REPORT_PNG, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (memcmp (g_bytes_get_data (svg, NULL), "<?xml", strlen ("<?xml")) == 0);
  g_assert_true (memcmp (g_bytes_get_data (png, NULL), "\211PNG", strlen ("\211PNG")) == 0);
}

/* A name that every mail program takes: what it is, whose and of when. */
static void
test_file_name (Fixture *fixture, gconstpointer name)
{
  g_assert_true (g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*-exampleshire-talking-therapies-2025-01-31$",
                                       caseness_report_get_file_name (fixture->report), 0, 0));
}

static const struct
{
  const char *name;
  void (*test) (Fixture *fixture, gconstpointer name);
} tests[] = {
  { "properties", test_properties },
  { "fonts", test_fonts },
  { "sizes-and-bookmarks", test_sizes_and_bookmarks },
  { "pages", test_pages },
  { "structure", test_structure },
  { "statements", test_statements },
  { "grey-text", test_grey_text },
  { "grey-marks", test_grey_marks },
  { "same-bytes", test_same_bytes },
  { "turned", test_turned },
  { "pictures", test_pictures },
  { "file-name", test_file_name },
};

static Fixture fixture;

typedef struct
{
  const char *name;
  guint test;
} Case;

static void
run_case (gconstpointer data)
{
  const Case *asked = data;

  open_report (&fixture, asked->name);
  tests[asked->test].test (&fixture, asked->name);
}

int
main (int argc, char **argv)
{
  const CasenessReportKind *kinds;
  guint n, i, k;
  int status;

  g_test_init (&argc, &argv, NULL);
  open_service (&fixture);
  kinds = caseness_report_kinds_get (&n);
  for (i = 0; i < n; i++)
    for (k = 0; kinds[i].make != NULL && k < G_N_ELEMENTS (tests); k++)
      {
        g_autofree char *path = g_strdup_printf ("/reports/every/%s/%s", kinds[i].name, tests[k].name);
        Case asked = { kinds[i].name, k };

        g_test_add_data_func_full (path, g_memdup2 (&asked, sizeof asked), run_case, g_free);
      }
  status = g_test_run ();
  close_service (&fixture);
  return status;
}
