/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-hatch.h"

static const struct
{
  CasenessHatch hatch;
  gboolean draws;
} cases[] = {
  { CASENESS_HATCH_NONE, FALSE },   { CASENESS_HATCH_RISING, TRUE }, { CASENESS_HATCH_FALLING, TRUE },
  { CASENESS_HATCH_CROSS, TRUE },   { CASENESS_HATCH_DOTS, TRUE },
};

/* The pattern stays in its rectangle (but for half a line, rounded up) wherever the rectangle is. */
static void
test_stays_inside (void)
{
  static const double places[] = { 0, -37.5, 1000.25 };
  gsize i, k;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    for (k = 0; k < G_N_ELEMENTS (places); k++)
      {
        cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
        cairo_t *cr = cairo_create (surface);
        double x, y, width, height;

        cairo_set_line_width (cr, 0.5);
        caseness_hatch_draw (cr, cases[i].hatch, places[k], places[k] / 2, 60, 16, 4);
        cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        g_assert_cmpint (width > 0, ==, cases[i].draws);
        if (cases[i].draws)
          {
            g_assert_cmpfloat (x, >=, places[k] - 2);
            g_assert_cmpfloat (y, >=, places[k] / 2 - 2);
            g_assert_cmpfloat (x + width, <=, places[k] + 62);
            g_assert_cmpfloat (y + height, <=, places[k] / 2 + 18);
            g_assert_cmpfloat (width, >, 50);
          }
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

/* A cell too small for any line draws nothing and breaks nothing. */
static void
test_tiny (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);

      caseness_hatch_draw (cr, cases[i].hatch, 0.1, 0.1, 0, 0, 4);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/hatch/stays-inside", test_stays_inside);
  g_test_add_func ("/chart/hatch/tiny", test_tiny);
  return g_test_run ();
}
