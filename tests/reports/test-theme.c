/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-theme.h"

static const CasenessThemeKind kinds[] = { CASENESS_THEME_PRINT, CASENESS_THEME_LIGHT, CASENESS_THEME_DARK };

/* A number must be readable on any colour a cell can have (WCAG AA, 4.5 to 1). */
static void
test_numbers_are_readable (void)
{
  gsize i;
  int shade, level;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (shade = 0; shade < CASENESS_N_SHADES; shade++)
      for (level = 0; level <= 20; level++)
        {
          CasenessTheme theme = caseness_theme_get (kinds[i]);
          CasenessColour fill = caseness_theme_get_shade (&theme, shade, level / 20.0);

          g_assert_cmpfloat (caseness_colour_get_contrast (caseness_theme_get_ink (&theme, fill), fill), >=, 4.5);
        }
}

static void
test_text_is_readable (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      CasenessTheme theme = caseness_theme_get (kinds[i]);
      double least = kinds[i] == CASENESS_THEME_PRINT ? 9 : 12;

      g_assert_cmpfloat (caseness_colour_get_contrast (theme.text, theme.background), >=, 4.5);
      g_assert_cmpfloat (caseness_colour_get_contrast (theme.secondary_text, theme.background), >=, 4.5);
      g_assert_cmpfloat (caseness_colour_get_contrast (theme.axis, theme.background), >=, 3);
      g_assert_cmpfloat (theme.small_text_size, >=, least);
      g_assert_cmpfloat (theme.minimum_text_size, >=, least);
    }
}

/* White numbers from three to four weeks past, dark ones before (charts, section 2). */
static void
test_ink_turns_white (void)
{
  static const struct
  {
    double level;
    gboolean is_white;
  } cases[] = { { 0, FALSE }, { 0.25, FALSE }, { 0.5, FALSE }, { 0.75, TRUE }, { 1, TRUE } };
  CasenessTheme theme = caseness_theme_get (CASENESS_THEME_PRINT);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessColour fill = caseness_theme_get_shade (&theme, CASENESS_SHADE_PAST, cases[i].level);

      g_assert_cmpint (caseness_theme_get_ink (&theme, fill).red > 0.9, ==, cases[i].is_white);
    }
}

static void
test_ramp_ends (void)
{
  CasenessTheme theme = caseness_theme_get (CASENESS_THEME_PRINT);
  CasenessColour first = caseness_theme_get_shade (&theme, CASENESS_SHADE_BEFORE, -1);
  CasenessColour last = caseness_theme_get_shade (&theme, CASENESS_SHADE_PAST, 2);

  g_assert_cmpfloat_with_epsilon (first.red, 1, 0.001);
  g_assert_cmpfloat_with_epsilon (last.red, 0x8a / 255.0, 0.001);
  g_assert_cmpfloat_with_epsilon (last.blue, 0x38 / 255.0, 0.001);
}

static void
test_large_text (void)
{
  CasenessTheme theme = caseness_theme_get (CASENESS_THEME_LIGHT);
  CasenessTheme small = theme;
  double row_height = theme.row_height;

  caseness_theme_scale_text (&theme, 2);
  g_assert_cmpfloat (theme.small_text_size, ==, 24);
  g_assert_cmpfloat (theme.row_height, ==, 2 * row_height);
  caseness_theme_scale_text (&small, 0.5);
  g_assert_cmpfloat (small.small_text_size, ==, 12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/theme/numbers-are-readable", test_numbers_are_readable);
  g_test_add_func ("/chart/theme/text-is-readable", test_text_is_readable);
  g_test_add_func ("/chart/theme/ink-turns-white", test_ink_turns_white);
  g_test_add_func ("/chart/theme/ramp-ends", test_ramp_ends);
  g_test_add_func ("/chart/theme/large-text", test_large_text);
  return g_test_run ();
}
