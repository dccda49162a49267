/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-bitmap.h"
#include "caseness-dictionary.h"
#include "caseness-filter.h"
#include "caseness-ptl.h"
#include "caseness-therapy.h"
#include "fixture.h"

#include <string.h>

static void
test_names (void)
{
  static const struct { const char *text; int dimension; } names[] = {
    { "Locality", CASENESS_DIMENSION_LOCALITY }, { "locality", CASENESS_DIMENSION_LOCALITY },
    { "clin-ician ", CASENESS_DIMENSION_CLINICIAN }, { "STEP", CASENESS_DIMENSION_STEP },
    { "Modality", CASENESS_DIMENSION_THERAPY }, { "", -1 }, { "Steps", -1 }, { NULL, -1 },
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

/* Every variable is a dimension once, whatever its number. */
static void
test_variables (void)
{
  const GPtrArray *all = caseness_variable_get_all ();
  guint i;

  g_assert_cmpuint (caseness_dimension_count (), ==, all->len);
  for (i = 0; i < caseness_dimension_count (); i++)
    {
      CasenessDimension by_name, by_variable;

      g_assert_true (caseness_dimension_parse (caseness_dimension_get_name (i), &by_name));
      g_assert_true (
        caseness_dimension_parse (caseness_variable_get_name (caseness_dimension_get_variable (i)), &by_variable));
      g_assert_cmpuint (by_name, ==, i);
      g_assert_cmpuint (by_variable, ==, i);
    }
  g_assert_true (caseness_dimension_names_staff (CASENESS_DIMENSION_CLINICIAN));
  g_assert_false (caseness_dimension_names_staff (CASENESS_DIMENSION_TEAM));
}

/* R1 a man of 17 and later 18 in team North with low intensity, R2 a woman in North with both, R3 a woman without. */
#define THREE                                                                                                          \
  "R R1 2025-01-01 - P1; M 200703 1 A; Q Castle North -; C a 2025-01-10 02 5 x/s/GSH-Book; "                             \
  "R R2 2025-01-01 - P2; M 198001 2 K; Q Castle North -; C b 2025-01-10 02 5 x/s/GSH-Book; "                             \
  "C c 2025-01-12 02 5 x/s/CBT; R R3 2025-01-01 - P3; M 198001 2 A"

static CasenessFilter *
read_filter (const char *words)
{
  g_autofree char *lines = g_strdelimit (g_strdup (words), ";", '\n');

  return caseness_filter_read (lines);
}

static char *
list_passing (CasenessSnapshot *snapshot, const CasenessFilter *filter, int month)
{
  g_autoptr(CasenessFrame) frame = caseness_frame_new (snapshot);
  CasenessPeriod period = caseness_period_around (CASENESS_PERIOD_MONTH, caseness_date_new (2025, month, 1));
  g_autofree guint64 *people = NULL;
  GString *passing = g_string_new (NULL);
  guint i;

  caseness_frame_set_period (frame, &period);
  g_assert_true (caseness_filter_select (filter, frame, &people, NULL));
  for (i = 0; i < 3; i++)
    if (people == NULL || caseness_bitmap_has (people, i))
      g_string_append_printf (passing, "%u", i + 1);
  return g_string_free (passing, FALSE);
}

static void
test_select (void)
{
  static const struct { const char *words; int month; const char *passing; } cases[] = {
    { "", 1, "123" },
    { "Gender=Female", 1, "23" },
    { "Gender=female", 1, "23" },
    { "Gender=Female;Gender=Male", 1, "123" },
    { "Gender=Female;Team=North", 1, "2" },
    { "Team=Not recorded", 1, "3" },
    { "Team=South", 1, "" },
    { "Step=Step 2", 1, "12" },
    { "Step=Step 3", 1, "2" },
    { "Step=Low only", 1, "1" },
    { "Modality=CBT", 1, "2" },
    { "Ethnic Group=Bangladeshi", 1, "2" },
    { "Age Group=Under 18", 2, "1" },
    { "Age Group=Under 18", 3, "" },
    { "Age Group=18 to 25", 3, "1" },
  };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (THREE, NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessFilter) filter = read_filter (cases[i].words);
      g_autofree char *passing = list_passing (snapshot, filter, cases[i].month);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (passing, ==, cases[i].passing);
    }
}

/* A group that there is not is told, not taken for nobody. */
static void
test_no_group (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (THREE, NULL);
  g_autoptr(CasenessFrame) frame = caseness_frame_new (snapshot);
  CasenessPeriod january = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 1, 31) };
  g_autoptr(CasenessFilter) filter = read_filter ("Gender=Martian");
  g_autoptr(GError) error = NULL;
  guint64 *people = NULL;

  caseness_frame_set_period (frame, &january);
  g_assert_false (caseness_filter_select (filter, frame, &people, &error));
  g_assert_null (people);
  g_assert_nonnull (strstr (error->message, "Martian"));
}

/* Two filters joined both hold, also where both are about the same. */
static void
test_and (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (THREE, NULL);
  g_autoptr(CasenessFilter) women = read_filter ("Gender=Female");
  g_autoptr(CasenessFilter) men = read_filter ("Gender=Male");
  g_autoptr(CasenessFilter) north = read_filter ("Team=North");
  g_autoptr(CasenessFilter) northern_women = caseness_filter_and (women, north);
  g_autoptr(CasenessFilter) nobody = caseness_filter_and (northern_women, men);
  g_autofree char *passing = list_passing (snapshot, northern_women, 1);
  g_autofree char *none = list_passing (snapshot, nobody, 1);
  g_autofree char *words = caseness_filter_describe (northern_women);

  g_assert_cmpstr (passing, ==, "2");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (words, ==, "Gender: Female; Team: North");
  g_assert_false (caseness_filter_equal (women, northern_women));
  g_assert_false (caseness_filter_is_empty (nobody));
  g_assert_false (caseness_filter_wants (nobody, CASENESS_DIMENSION_TEAM, "South"));
}

/* A problem is said without its family and code, all else as it is called. */
static void
test_words (void)
{
  static const struct
  {
    const char *filter;
    const char *words;
  } cases[] = {
    { "Problem Descriptor=Anxiety and stress related disorders: F431 - Post-traumatic stress disorder",
      "Problem Descriptor: Post-traumatic stress disorder" },
    { "Problem Descriptor=Anxiety and stress related disorders: F410 - Panic disorder [episodic paroxysmal anxiety]",
      "Problem Descriptor: Panic disorder" },
    { "Problem Descriptor=Anxiety and stress related disorders: 83482000 Body Dysmorphic Disorder",
      "Problem Descriptor: Body Dysmorphic Disorder" },
    { "Problem Descriptor=Depression", "Problem Descriptor: Depression" },
    { "Team=A - B: C", "Team: A - B: C" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessFilter) filter = read_filter (cases[i].filter);
      g_autofree char *words = caseness_filter_describe (filter);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_written (void)
{
  g_autoptr(CasenessFilter) filter = read_filter ("Team=South;Gender=Female;Team=North;No such=x;Step");
  g_autofree char *text = caseness_filter_write (filter);
  g_autoptr(CasenessFilter) again = caseness_filter_read (text);

  g_assert_cmpstr (text, ==, "Team=North\nTeam=South\nGender=Female\n");
  g_assert_true (caseness_filter_equal (filter, again));
  g_assert_false (caseness_filter_is_by_period (filter));
}

/* The waiting list keeps its own steps and therapies, and takes every other variable too. */
static void
test_waiting_list (void)
{
  static const struct { const char *words; guint n; } cases[] = {
    { "", 2 }, { "Gender=Female", 1 }, { "Gender=Male", 1 }, { "Step=Step 3", 1 }, { "Step=Low only", 1 },
    { "Gender=Martian", 0 },
  };
  g_autoptr(CasenessSnapshot) snapshot
    = fixture_snapshot_new ("R R1 2025-01-01 - P1; M 198001 1 A; C a 2025-01-10 02 5 x/s/GSH-Book; "
                            "R R2 2025-01-01 - P2; M 198001 2 A; C b 2025-01-10 02 5 x/s/CBT",
                            NULL);
  guint i, n;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessFilter) filter = read_filter (cases[i].words);
      g_autoptr(CasenessPtl) ptl = caseness_ptl_new (snapshot, CASENESS_STAGE_SECOND_TREATMENT,
                                                     caseness_date_new (2025, 1, 31), CASENESS_STANDARD_OF_STAGE, filter);

      caseness_ptl_get_people (ptl, &n);
      g_test_message ("%s", cases[i].words);
      g_assert_cmpuint (n, ==, cases[i].n);
    }
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
  static const struct { const char *text, *label, *name; CasenessIntensity intensity; } therapies[] = {
    { "304891004", "CBT", "Cognitive behaviour therapy", CASENESS_INTENSITY_HIGH },
    { "304891004:408730004=443390004", "CBT", "Cognitive behaviour therapy", CASENESS_INTENSITY_HIGH },
    { "cbt", "CBT", "Cognitive behaviour therapy", CASENESS_INTENSITY_HIGH },
    { "GSH-Book", "GSH-Book", "Guided self-help (book)", CASENESS_INTENSITY_LOW },
    { "429048003", "BPD (DIT)", "Psychodynamic psychotherapy, dynamic interpersonal", CASENESS_INTENSITY_HIGH },
    { "IET", "IET", "Internet enabled therapy", CASENESS_INTENSITY_HIGH },
    { "IET SilverCloud", "IET", "Internet enabled therapy", CASENESS_INTENSITY_HIGH },
    { "1098051000000103", "EmpSupport", "Employment support", CASENESS_INTENSITY_EMPLOYMENT },
    { "30489100", "30489100", "30489100", CASENESS_INTENSITY_NONE },
    { "IETs", "IETs", "IETs", CASENESS_INTENSITY_NONE },
    { "art group", "art group", "art group", CASENESS_INTENSITY_NONE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (therapies); i++)
    {
      g_assert_cmpstr (caseness_therapy_get_label (therapies[i].text), ==, therapies[i].label);
      g_assert_cmpstr (caseness_therapy_get_name (therapies[i].text), ==, therapies[i].name);
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
  g_test_add_func ("/measures/filter/variables", test_variables);
  g_test_add_func ("/measures/filter/select", test_select);
  g_test_add_func ("/measures/filter/no-group", test_no_group);
  g_test_add_func ("/measures/filter/and", test_and);
  g_test_add_func ("/measures/filter/words", test_words);
  g_test_add_func ("/measures/filter/written", test_written);
  g_test_add_func ("/measures/filter/waiting-list", test_waiting_list);
  g_test_add_func ("/measures/dictionary/texts", test_dictionary);
  g_test_add_func ("/measures/therapy/labels", test_therapies);
  return g_test_run ();
}
