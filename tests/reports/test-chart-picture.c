/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-chart-picture.h"
#include "caseness-interval-chart.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

#define SOURCE "Sources: 3 submissions to June 2025. Local management information, not official statistics."

static CasenessChart *
make_chart (void)
{
  CasenessIntervalChart *chart
    = caseness_interval_chart_new ("Orchard", "Ripe", CASENESS_CHART_PERCENT, FALSE);

  caseness_interval_chart_add_row (chart, "North", 61.4, 50, 70, CASENESS_INTERVAL_SPANS);
  caseness_interval_chart_add_row (chart, "=HYPERLINK(\"x\")", 40, 30, 50, CASENESS_INTERVAL_LOWER);
  caseness_chart_set_titles (caseness_interval_chart_as_chart (chart), "South ripens later: 40.0% by June",
                             "Ripe apples, Apr–Jun 2025, n = 120", "95% intervals.");
  return caseness_interval_chart_as_chart (chart);
}

/* Where CASENESS_PICTURES names a folder, what was drawn is left there to be looked at. */
static void
leave_picture (GBytes *bytes, CasenessReportFormat format)
{
  static const char *const endings[] = { "pdf", "svg", "png" };
  const char *folder = g_getenv ("CASENESS_PICTURES");
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;
  path = g_strdup_printf ("%s/chart-picture.%s", folder, endings[format]);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
}

static GBytes *
render (CasenessReportFormat format)
{
  g_autoptr(CasenessChart) chart = make_chart ();
  g_autoptr(GError) error = NULL;
  GBytes *bytes = caseness_chart_picture_render (chart, SOURCE, format, &error);

  g_assert_no_error (error);
  leave_picture (bytes, format);
  return bytes;
}

/* Bytes: what a picture is read from. */
typedef struct
{
  const guint8 *data;
  gsize left;
} Bytes;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Bytes *bytes = closure;

  if (bytes->left < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, bytes->data, length);
  bytes->data += length;
  bytes->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  const unsigned char *pixel = data + (gsize) y * (gsize) cairo_image_surface_get_stride (surface) + (gsize) x * 4;

  return ((guint32) pixel[2] << 16) | ((guint32) pixel[1] << 8) | pixel[0];
}

static guint
count_ink (cairo_surface_t *surface, int from, int to)
{
  guint n = 0;

  for (int y = from; y < to; y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += get_pixel (surface, x, y) != 0xffffff;
  return n;
}

/* White paper with ink on it, down to the line of sources, and none at the edges. */
static void
test_png (void)
{
  g_autoptr(GBytes) file = render (CASENESS_REPORT_PNG);
  Bytes bytes = { 0 };
  cairo_surface_t *surface;
  int height;

  bytes.data = g_bytes_get_data (file, &bytes.left);
  surface = cairo_image_surface_create_from_png_stream (read_cb, &bytes);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  height = cairo_image_surface_get_height (surface);
  g_assert_cmpint (cairo_image_surface_get_width (surface), >=, 2 * 757);
  g_assert_cmpint (height, >, 200);
  g_assert_cmpuint (count_ink (surface, 0, 20), ==, 0);
  g_assert_cmpuint (count_ink (surface, 20, height / 2), >, 2000);
  g_assert_cmpuint (count_ink (surface, height - 60, height - 20), >, 500);
  g_assert_cmpuint (count_ink (surface, height - 20, height), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_svg (void)
{
  g_autoptr(GBytes) file = render (CASENESS_REPORT_SVG);
  g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));

  g_assert_true (g_str_has_prefix (text, "<?xml"));
  g_assert_nonnull (strstr (text, "<svg"));
  g_assert_nonnull (strstr (text, "</svg>"));
}

static char *
run (const char *const *arguments)
{
  g_autoptr(GError) error = NULL;
  char *out = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return out;
}

/* One page with real, tagged text in fonts that travel along. */
static void
test_pdf (void)
{
  g_autoptr(GBytes) file = render (CASENESS_REPORT_PDF);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("caseness-picture-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
  const char *const text_arguments[] = { "pdftotext", "-raw", path, "-", NULL };
  const char *const info_arguments[] = { "pdfinfo", path, NULL };
  const char *const structure_arguments[] = { "pdfinfo", "-struct-text", path, NULL };
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;
  g_autofree char *structure = NULL;

  g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), &error);
  g_assert_no_error (error);
  text = run (text_arguments);
  info = run (info_arguments);
  structure = run (structure_arguments);
  g_assert_nonnull (strstr (text, "South ripens later"));
  g_assert_nonnull (strstr (text, "61.4%"));
  g_assert_nonnull (strstr (text, "not official statistics"));
  g_assert_nonnull (strstr (info, "Title:           South ripens later"));
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_assert_nonnull (strstr (info, "Pages:           1\n"));
  g_assert_nonnull (strstr (structure, "not official statistics"));
  g_remove (path);
  g_rmdir (folder);
}

/* The same chart, the same bytes. */
static void
test_same_bytes (void)
{
  for (CasenessReportFormat format = CASENESS_REPORT_PDF; format <= CASENESS_REPORT_PNG; format++)
    {
      g_autoptr(GBytes) first = render (format);
      g_autoptr(GBytes) second = render (format);

      g_assert_true (g_bytes_equal (first, second));
    }
}

static const struct
{
  const char *title;
  const char *name;
} names[] = {
  { "South ripens later: 40.0% by June", "south-ripens-later-40-0-by-june" },
  { "Café “Nord”", "cafe-nord" },
  { "???", "chart" },
  { "One two three four five six seven eight nine ten eleven twelve thirteen",
    "one-two-three-four-five-six-seven-eight-nine-ten-eleven" }, /* a 12th word would make it longer than 60 */
};

static void
test_names (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(CasenessChart) chart = make_chart ();
      g_autofree char *name = NULL;

      caseness_chart_set_titles (chart, names[i].title, NULL, NULL);
      name = caseness_chart_picture_dup_name (chart);
      g_assert_cmpstr (name, ==, names[i].name);
    }
}

/* For spreadsheets numbers are numbers and texts no formulas; for the clipboard cells are as people read them. */
static void
test_table (void)
{
  g_autoptr(CasenessChart) chart = make_chart ();
  g_autoptr(CasenessChartTable) table = caseness_chart_dup_table (chart);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autofree char *text = caseness_chart_table_dup_text (table);

  caseness_chart_table_write_csv (table, writer);
  g_assert_cmpstr (caseness_csv_writer_peek (writer, NULL), ==,
                   "Orchard,Ripe,From,To\n"
                   "North,61.4,50,70\n"
                   "\"'=HYPERLINK(\"\"x\"\")\",40,30,50\n");
  g_assert_cmpstr (text, ==,
                   "Orchard\tRipe\tFrom\tTo\n"
                   "North\t61.4%\t50.0%\t70.0%\n"
                   "=HYPERLINK(\"x\")\t40.0%\t30.0%\t50.0%\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/chart-picture/png", test_png);
  g_test_add_func ("/reports/chart-picture/svg", test_svg);
  g_test_add_func ("/reports/chart-picture/pdf", test_pdf);
  g_test_add_func ("/reports/chart-picture/same-bytes", test_same_bytes);
  g_test_add_func ("/reports/chart-picture/names", test_names);
  g_test_add_func ("/reports/chart-picture/table", test_table);
  return g_test_run ();
}
