/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-dictionary.h"
#include "caseness-filter.h"
#include "caseness-therapy.h"

static void
test_names (void)
{
  static const struct { const char *text; int dimension; } names[] = {
    { "Locality", CASENESS_DIMENSION_LOCALITY }, { "locality", CASENESS_DIMENSION_LOCALITY },
    { "clin-ician ", CASENESS_DIMENSION_CLINICIAN }, { "STEP", CASENESS_DIMENSION_STEP },
    { "", -1 }, { "Gender", -1 }, { "Steps", -1 }, { NULL, -1 },
  };
  CasenessDimension dimension;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpint (caseness_dimension_parse (names[i].text, &dimension), ==, names[i].dimension >= 0);
      if (names[i].dimension >= 0)
        g_assert_cmpint (dimension, ==, names[i].dimension);
    }
}

static void
test_values (void)
{
  g_autoptr(CasenessFilter) none = caseness_filter_new ();
  g_autoptr(CasenessFilter) south = caseness_filter_with (none, CASENESS_DIMENSION_TEAM, "South");
  g_autoptr(CasenessFilter) both = caseness_filter_with (south, CASENESS_DIMENSION_TEAM, "North");
  g_autoptr(CasenessFilter) again = caseness_filter_with (both, CASENESS_DIMENSION_TEAM, "North");
  g_autoptr(CasenessFilter) step = caseness_filter_with (both, CASENESS_DIMENSION_STEP, "Step 3");
  g_autoptr(CasenessFilter) back = caseness_filter_without (step, CASENESS_DIMENSION_STEP, NULL);
  g_autoptr(CasenessFilter) north = caseness_filter_without (both, CASENESS_DIMENSION_TEAM, "South");
  g_autofree char *words = caseness_filter_describe (step), *nothing = caseness_filter_describe (none);

  g_assert_true (caseness_filter_is_empty (none));
  g_assert_false (caseness_filter_is_empty (south));
  g_assert_true (caseness_filter_equal (both, again));
  g_assert_true (caseness_filter_equal (both, back));
  g_assert_false (caseness_filter_equal (both, step));
  g_assert_true (caseness_filter_wants (none, CASENESS_DIMENSION_TEAM, "East"));
  g_assert_true (caseness_filter_wants (both, CASENESS_DIMENSION_TEAM, "South"));
  g_assert_false (caseness_filter_wants (both, CASENESS_DIMENSION_TEAM, "East"));
  g_assert_true (caseness_filter_wants (both, CASENESS_DIMENSION_STEP, "Step 2"));
  g_assert_cmpstr (caseness_filter_get_values (both, CASENESS_DIMENSION_TEAM)[0], ==, "North");
  g_assert_cmpstr (caseness_filter_get_values (both, CASENESS_DIMENSION_TEAM)[1], ==, "South");
  g_assert_cmpstr (caseness_filter_get_values (north, CASENESS_DIMENSION_TEAM)[0], ==, "North");
  g_assert_null (caseness_filter_get_values (north, CASENESS_DIMENSION_TEAM)[1]);
  g_assert_cmpstr (words, ==, "Team: North, South; Step: Step 3");
  g_assert_cmpstr (nothing, ==, "None");
}

/* Far more texts than it starts with room for. */
static void
test_dictionary (void)
{
  g_autoptr(CasenessDictionary) dictionary = caseness_dictionary_new ();
  guint round, i;

  g_assert_cmpuint (caseness_dictionary_add (dictionary, NULL), ==, 0);
  g_assert_cmpuint (caseness_dictionary_add (dictionary, ""), ==, 0);
  g_assert_cmpuint (caseness_dictionary_find (dictionary, "1"), ==, 0);
  for (round = 0; round < 2; round++)
    for (i = 1; i <= 5000; i++)
      {
        g_autofree char *text = g_strdup_printf ("%u", i);

        g_assert_cmpuint (caseness_dictionary_add (dictionary, text), ==, i);
        g_assert_cmpuint (caseness_dictionary_find (dictionary, text), ==, i);
        g_assert_cmpstr (caseness_dictionary_get (dictionary, i), ==, text);
      }
  g_assert_cmpuint (caseness_dictionary_get_size (dictionary), ==, 5001);
}

static void
test_therapies (void)
{
  static const struct { const char *text; const char *label; CasenessIntensity intensity; } therapies[] = {
    { "304891004", "CBT", CASENESS_INTENSITY_HIGH },
    { "304891004:408730004=443390004", "CBT", CASENESS_INTENSITY_HIGH },
    { "cbt", "CBT", CASENESS_INTENSITY_HIGH },
    { "GSH-Book", "GSH-Book", CASENESS_INTENSITY_LOW },
    { "429048003", "BPD (DIT)", CASENESS_INTENSITY_HIGH },
    { "IET", "IET", CASENESS_INTENSITY_HIGH },
    { "IET SilverCloud", "IET", CASENESS_INTENSITY_HIGH },
    { "1098051000000103", "EmpSupport", CASENESS_INTENSITY_EMPLOYMENT },
    { "30489100", "30489100", CASENESS_INTENSITY_NONE },
    { "IETs", "IETs", CASENESS_INTENSITY_NONE },
    { "art group", "art group", CASENESS_INTENSITY_NONE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (therapies); i++)
    {
      g_assert_cmpstr (caseness_therapy_get_label (therapies[i].text), ==, therapies[i].label);
      g_assert_cmpint (caseness_therapy_get_intensity (therapies[i].text), ==, therapies[i].intensity);
    }
}

/* The waiting list's steps and a pathway's: one filter holds on every page. */
static void
test_steps (void)
{
  static const struct { const char *wanted; const char *label; gboolean passes; } cases[] = {
    { "Step 2", "Low only", TRUE },   { "Step 2", "Both", TRUE },      { "Step 2", "High only", FALSE },
    { "Step 3", "High only", TRUE },  { "Step 3", "Both", TRUE },      { "Step 3", "Low only", FALSE },
    { "Step 2", "Step 2", TRUE },     { "Step 2", "Step 3", FALSE },   { "Low only", "Low only", TRUE },
    { "Low only", "Both", FALSE },    { "Step 2", "Not recorded", FALSE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
      g_autoptr(CasenessFilter) filter
          = caseness_filter_with (everybody, CASENESS_DIMENSION_STEP, cases[i].wanted);

      g_assert_cmpint (caseness_filter_wants_label (filter, CASENESS_DIMENSION_STEP, cases[i].label), ==,
                       cases[i].passes);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/filter/names", test_names);
  g_test_add_func ("/measures/filter/values", test_values);
  g_test_add_func ("/measures/filter/steps", test_steps);
  g_test_add_func ("/measures/dictionary/texts", test_dictionary);
  g_test_add_func ("/measures/therapy/labels", test_therapies);
  return g_test_run ();
}
