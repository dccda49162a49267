/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-series.h"

#include <math.h>
#include <string.h>

#define MOST 40
#define NEAR 1e-9

typedef struct
{
  CasenessPeriod periods[MOST];
  CasenessFigure figures[MOST];
  double targets[MOST];
  CasenessSeriesMeasured measured;
} Input;

/* Monthly values from April 2024, `?` for a missing one; `x/n` for a percentage. */
static void
read_input (Input *input, const char *text, CasenessSpcDirection direction, double target)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  CasenessDate start = caseness_date_new (2024, 4, 1);
  guint i;

  *input = (Input){ .measured = { .periods = input->periods, .figures = input->figures, .targets = input->targets,
                                  .direction = direction } };
  for (i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      const char *slash = strchr (words[i], '/');
      double value = *words[i] == '?' ? NAN : g_ascii_strtod (words[i], NULL);

      g_assert_cmpuint (i, <, MOST);
      input->periods[i].start = caseness_date_add_months (start, (int) i);
      input->periods[i].end = caseness_date_month_end (input->periods[i].start);
      input->figures[i] = (CasenessFigure){ value, NAN, value };
      input->targets[i] = target;
      if (slash == NULL)
        continue;
      input->measured.is_percent = TRUE;
      input->figures[i].denominator = g_ascii_strtod (slash + 1, NULL);
      input->figures[i].value = 100 * value / input->figures[i].denominator;
    }
  input->measured.n_points = i;
}

static CasenessSeries *
make_series (const char *text, CasenessSpcDirection direction, double target, guint baseline)
{
  Input input;
  CasenessSeriesChoice choice;

  read_input (&input, text, direction, target);
  caseness_series_choice_init (&choice);
  choice.spc.baseline = baseline;
  return caseness_series_new (&input.measured, &choice);
}

#define UP CASENESS_SPC_INCREASE
#define DOWN CASENESS_SPC_DECREASE
#define NEITHER CASENESS_SPC_NEITHER
/* Mean 50, moving ranges 2 throughout, so limits 50 ± 5.32: 44.68 and 55.32, near ones 46.45 and 53.55. */
#define TWELVE "49 51 49 51 49 51 49 51 49 51 49 51"

typedef struct
{
  const char *name;
  const char *values;
  CasenessSpcDirection direction;
  double target;
  const char *sentence;
} SentenceCase;

/* The first twelve are the baseline. */
static const SentenceCase sentence_cases[] = {
  { "none", "? ? ?", UP, 40, "There are no figures in this time." },
  { "one", "? 49 ?", UP, 40, "Too few points to tell change from chance." },
  { "steady-pass", TWELVE " 49 51", UP, 40, "Steady. The standard is met every time." },
  { "steady-fail", TWELVE " 49 51", UP, 60, "Steady, and 60 is out of reach unless the way of working changes." },
  { "steady-chance", TWELVE " 49 51", UP, 50,
    "Steady. The target of 50 lies inside the usual range: hit or missed by chance." },
  { "at-most-pass", TWELVE " 49 51", DOWN, 60, "Steady. The standard is met every time." },
  { "at-most-fail", TWELVE " 49 51", DOWN, 40,
    "Steady, and 40 is out of reach unless the way of working changes." },
  { "no-target", TWELVE " 49 51", UP, NAN, "Steady between 45 and 55. No standard is set." },
  { "no-direction", TWELVE " 49 51", NEITHER, 60, "Steady between 45 and 55." },
  { "six-below", TWELVE " 49 49 49 49 49 49", UP, NAN, "Steady between 45 and 55. No standard is set." },
  { "seven-below", TWELVE " 49 49 49 49 49 49 49", UP, NAN, "Seven months running below the mean: worth asking why." },
  { "eight-above", TWELVE " 49 51 51 51 51 51 51 51 51", UP, 40,
    "Eight months running above the mean: worth asking what helped. The standard is still met." },
  { "above-is-worse", TWELVE " 51 51 51 51 51 51 51", DOWN, 40,
    "Eight months running above the mean: worth asking why. The standard is not met." },
  { "neither-is-better", TWELVE " 51 51 51 51 51 51 51", NEITHER, 40,
    "Eight months running above the mean: worth asking what changed." },
  { "trend", TWELVE " 47 48 49 50 51 52 53", UP, NAN,
    "Seven months, each higher than the one before: worth asking what helped." },
  { "trend-is-broken", TWELVE " 47 48 49 50 50 51 52", UP, NAN, "Steady between 45 and 55. No standard is set." },
  { "outside", TWELVE " 56", UP, NAN, "April 2025 is above the upper limit: worth asking what helped." },
  { "on-the-limit", TWELVE " 55.32", UP, NAN, "Steady between 44.7 and 55.3. No standard is set." },
  { "two-in-three", TWELVE " 46 49 46", UP, NAN,
    "Two of three in a row lie close to the lower limit: worth asking why." },
  { "earlier", TWELVE " 56 49 51 49", UP, NAN, "April 2025 was above the upper limit; back in the usual range since." },
  { "long-ago", TWELVE " 56 49 51 49 51", UP, NAN, "Steady since May 2025 between 45 and 55. No standard is set." },
  { "last-is-missing", TWELVE " 56 ?", UP, NAN, "April 2025 is above the upper limit: worth asking what helped." },
};

static void
test_sentence (gconstpointer data)
{
  const SentenceCase *row = data;
  g_autoptr(CasenessSeries) series = make_series (row->values, row->direction, row->target, 12);
  g_autofree char *sentence = caseness_series_dup_sentence (series);

  g_assert_cmpstr (sentence, ==, row->sentence);
}

/* A week is named by its first day, with a capital only where the sentence begins with it. */
static const SentenceCase weekly_cases[] = {
  { "outside", TWELVE " 56", UP, NAN, "The week of 24 Jun 2024 is above the upper limit: worth asking what helped." },
  { "earlier", TWELVE " 56 49 51 49", UP, NAN,
    "The week of 24 Jun 2024 was above the upper limit; back in the usual range since." },
  { "long-ago", TWELVE " 56 49 51 49 51", UP, NAN,
    "Steady since the week of 1 Jul 2024 between 45 and 55. No standard is set." },
  { "seven-below", TWELVE " 49 49 49 49 49 49 49", UP, NAN, "Seven weeks running below the mean: worth asking why." },
};

static void
test_weekly_sentence (gconstpointer data)
{
  const SentenceCase *row = data;
  CasenessSeriesChoice choice;
  g_autoptr(CasenessSeries) series = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *span = NULL;
  g_autofree char *latest = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *last_day = NULL;
  Input input;
  guint i;

  read_input (&input, row->values, row->direction, row->target);
  for (i = 0; i < input.measured.n_points; i++)
    {
      input.periods[i].start = caseness_date_new (2024, 4, 1) + 7 * (CasenessDate) i; /* a Monday */
      input.periods[i].end = input.periods[i].start + 6;
    }
  caseness_series_choice_init (&choice);
  choice.spc.baseline = 12;
  series = caseness_series_new (&input.measured, &choice);
  sentence = caseness_series_dup_sentence (series);
  g_assert_cmpstr (sentence, ==, row->sentence);
  last_day = caseness_date_format_short (input.periods[input.measured.n_points - 1].end);
  expected = g_strdup_printf ("1 Apr 2024 to %s", last_day);
  span = caseness_series_dup_span (series);
  g_assert_cmpstr (span, ==, expected);
  latest = caseness_series_dup_point_in_sentence (series, 0);
  g_assert_cmpstr (latest, ==, "the week of 1 Apr 2024");
}

/* What needs a conversation comes first. */
static void
test_urgency (void)
{
  static const struct
  {
    const char *values;
    double target;
  } cases[] = {
    { TWELVE " 44 44 44", 60 },          /* worse, and out of reach */
    { TWELVE " 44 44 44", NAN },         /* worse */
    { TWELVE " 49 51", 60 },             /* out of reach */
    { TWELVE " 44 51", NAN },            /* was worse */
    { TWELVE " 49 56", NAN },            /* better */
    { TWELVE " 56 51", NAN },            /* was better */
    { TWELVE " 49 51", 50 },             /* by chance */
    { TWELVE " 49 51", 40 },             /* passes */
    { "49", 40 },                        /* nothing to say */
  };
  guint before = G_MAXUINT;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessSeries) series = make_series (cases[i].values, UP, cases[i].target, 12);
      guint urgency = caseness_series_get_urgency (series);

      g_assert_cmpuint (urgency, <, before);
      before = urgency;
    }
}

static void
test_run (void)
{
  g_autoptr(CasenessSeries) low = make_series (TWELVE " 49 49 49 49 49 49 49", UP, NAN, 12);
  g_autoptr(CasenessSeries) steady = make_series (TWELVE, UP, NAN, 12);
  g_autofree char *words = caseness_series_dup_run (low);

  g_assert_cmpstr (words, ==, "7 points below the mean, Apr 25 to Oct 25");
  g_assert_null (caseness_series_dup_run (steady));
}

/* A step change begins a phase at its month, nothing else does, and it is told with its reason. */
static void
test_step_change (void)
{
  static const CasenessStepChange changes[] = {
    { 0, "too early" }, { 30000, "too late" }, { 0, "first" }, { 0, "second, same month" } };
  CasenessStepChange own[G_N_ELEMENTS (changes)];
  CasenessSeriesChoice choice;
  Input input;
  g_autoptr(CasenessSeries) series = NULL;
  const CasenessSeriesChange *change;

  memcpy (own, changes, sizeof own);
  own[0].date = caseness_date_new (2024, 4, 30); /* in the first month: nothing came before */
  own[2].date = caseness_date_new (2025, 4, 2);
  own[3].date = caseness_date_new (2025, 4, 20);
  read_input (&input, TWELVE " 61 59 61 59 61 59 61", UP, NAN);
  caseness_series_choice_init (&choice);
  choice.changes = own;
  choice.n_changes = G_N_ELEMENTS (own);
  series = caseness_series_new (&input.measured, &choice);
  g_assert_cmpuint (series->changes->len, ==, 1);
  change = &g_array_index (series->changes, CasenessSeriesChange, 0);
  g_assert_cmpuint (change->point, ==, 12);
  g_assert_cmpstr (change->reason, ==, "second, same month");
  g_assert_cmpuint (series->chart.n_phases, ==, 2);
  g_assert_cmpfloat_with_epsilon (series->limits[11].mean, 50, NEAR);
  g_assert_cmpfloat_with_epsilon (series->limits[12].mean, 421.0 / 7, NEAR);
  g_assert_true (series->limits[12].is_trial);
  g_assert_false (series->limits[11].is_trial);
  g_assert_cmpint (series->variation, ==, CASENESS_SPC_MEANS_NOTHING);
}

/* The Excel tool does not screen moving ranges: 1 … 10 … 1 widens its limits (methods, vectors xmr_limits 7 and 8). */
static void
test_screening (void)
{
  Input input;
  CasenessSeriesChoice choice;
  g_autoptr(CasenessSeries) screened = NULL;
  g_autoptr(CasenessSeries) excel = NULL;
  g_autofree char *method = NULL;

  read_input (&input, "1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1", UP, NAN);
  caseness_series_choice_init (&choice);
  screened = caseness_series_new (&input.measured, &choice);
  choice.spc.screens_ranges = FALSE;
  excel = caseness_series_new (&input.measured, &choice);
  method = caseness_series_dup_method (excel);
  g_assert_cmpfloat_with_epsilon (screened->limits[0].upper, 4.6, 0.01);
  g_assert_cmpfloat_with_epsilon (excel->limits[0].upper, 6.95, 0.01);
  g_assert_nonnull (strstr (method, "Excel"));
}

/* pbar = 60/200 = 0.3; three sigmas for 100: 3 √(0.3 × 0.7 / 100) = 0.13748, for 25 twice as much. */
static void
test_share_chart (void)
{
  Input input;
  CasenessSeriesChoice choice;
  g_autoptr(CasenessSeries) series = NULL;

  read_input (&input, "30/100 5/25 25/75 44/100", UP, 50);
  caseness_series_choice_init (&choice);
  choice.method = CASENESS_SERIES_P;
  choice.spc.baseline = 3;
  series = caseness_series_new (&input.measured, &choice);
  g_assert_cmpfloat_with_epsilon (series->limits[0].mean, 30, NEAR);
  g_assert_cmpfloat_with_epsilon (series->limits[0].upper, 43.7477, 0.0001);
  g_assert_cmpfloat_with_epsilon (series->limits[1].upper, 57.4955, 0.0001);
  g_assert_cmpfloat_with_epsilon (series->limits[1].near_upper, 48.3303, 0.0001);
  g_assert_cmpint (series->chart.points[3].rule, ==, CASENESS_SPC_LIMIT);
  g_assert_cmpint (series->variation, ==, CASENESS_SPC_MEANS_IMPROVEMENT);
  g_assert_cmpint (series->assurance, ==, CASENESS_SPC_FAIL);
}

/* A month of which nothing is known has the mean of its neighbours and no limits. */
static void
test_share_missing (void)
{
  Input input;
  CasenessSeriesChoice choice;
  g_autoptr(CasenessSeries) series = NULL;

  read_input (&input, "30/100 ? 30/100", UP, 50);
  caseness_series_choice_init (&choice);
  choice.method = CASENESS_SERIES_P;
  series = caseness_series_new (&input.measured, &choice);
  g_assert_cmpfloat_with_epsilon (series->limits[1].mean, 30, NEAR);
  g_assert_true (isnan (series->limits[1].lower) && isnan (series->limits[1].upper));
  g_assert_false (isnan (series->limits[2].upper));
}

/* A plan is the target of what has no standard, and of nothing else. */
static void
test_plan (void)
{
  static const double plan[] = { 45, 45, 45 };
  Input input;
  CasenessSeriesChoice choice;
  g_autoptr(CasenessSeries) planned = NULL;
  g_autoptr(CasenessSeries) standard = NULL;

  caseness_series_choice_init (&choice);
  choice.plan = plan;
  read_input (&input, "49 51 49", UP, NAN);
  planned = caseness_series_new (&input.measured, &choice);
  read_input (&input, "49 51 49", UP, 60);
  standard = caseness_series_new (&input.measured, &choice);
  g_assert_true (planned->is_planned);
  g_assert_cmpfloat (caseness_series_get_target (planned), ==, 45);
  g_assert_false (standard->is_planned);
  g_assert_cmpfloat (caseness_series_get_target (standard), ==, 60);
}

static void
test_cautions (void)
{
  static const struct
  {
    const char *values;
    const char *caution;
  } cases[] = {
    { TWELVE, NULL },
    { "49 51 49", "Trial limits: fewer than 12 points." },
    { TWELVE " ? 50", "1 point is missing: Apr 25." },
    { TWELVE " ? 50 ? ? ? ?", "5 points are missing: Apr 25, Jun 25 to Sep 25." },
    { "1 2 3 4 5 6 7 8 9 10 11 12",
      "Neighbouring points go together, so limits come out narrow: look at monthly flow as well." },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessSeries) series = make_series (cases[i].values, UP, NAN, 0);
      g_autofree char *caution = caseness_series_dup_caution (series);

      /* Points that go up and down in turn go together too, the other way round. */
      if (g_str_has_prefix (cases[i].values, "49"))
        series->is_correlated = FALSE;
      g_free (caution);
      caution = caseness_series_dup_caution (series);
      g_assert_cmpstr (caution, ==, cases[i].caution);
    }
}

/* Fewer than five people, in the share or below it, are not told outside. */
static void
test_small (void)
{
  static const struct
  {
    const char *value;
    gboolean is_small;
  } cases[] = { { "4/50", TRUE }, { "5/50", FALSE }, { "2/4", TRUE }, { "5/5", FALSE },
                { "4", TRUE },    { "5", FALSE },    { "0", TRUE },   { "?", FALSE } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessSeries) series = make_series (cases[i].value, UP, NAN, 0);

      g_assert_cmpint (caseness_series_is_small (series, 0), ==, cases[i].is_small);
    }
}

/* What is told rests on what is told alone: with the small point replaced by another small one, nothing changes. */
static void
test_told (void)
{
  g_autoptr(CasenessSeries) first = make_series ("40 44 41 2 43 39 42 40 44 41 40 43", UP, NAN, 0);
  g_autoptr(CasenessSeries) second = make_series ("40 44 41 0 43 39 42 40 44 41 40 43", UP, NAN, 0);
  g_autoptr(CasenessSeries) told = caseness_series_dup_told (first), other = caseness_series_dup_told (second);
  g_autoptr(CasenessSeries) same = caseness_series_dup_told (told);
  g_autofree char *words = caseness_series_dup_sentence (told), *other_words = caseness_series_dup_sentence (other);
  guint i;

  g_assert_true (same == told);
  g_assert_true (isnan (told->figures[3].value));
  g_assert_true (caseness_series_is_small (told, 3));
  g_assert_cmpfloat_with_epsilon (told->limits[0].mean, 457.0 / 11, 1e-9);
  g_assert_cmpstr (words, ==, other_words);
  for (i = 0; i < told->n_points; i++)
    {
      g_assert_cmpfloat (told->limits[i].lower, ==, other->limits[i].lower);
      g_assert_cmpfloat (told->limits[i].upper, ==, other->limits[i].upper);
    }
  g_assert_cmpfloat (first->limits[0].mean, !=, second->limits[0].mean);
}

static void
test_periods (void)
{
  static const struct
  {
    CasenessSeriesStep step;
    const char *last;
    const char *first_start;
    const char *last_end;
  } cases[] = {
    { CASENESS_SERIES_MONTHS, "2025-06-30", "2025-05-01", "2025-06-30" },
    { CASENESS_SERIES_MONTHS, "2025-06-29", "2025-04-01", "2025-05-31" },
    { CASENESS_SERIES_MONTHS, "2024-02-29", "2024-01-01", "2024-02-29" },
    { CASENESS_SERIES_WEEKS, "2025-06-29", "2025-06-16", "2025-06-29" }, /* a Sunday */
    { CASENESS_SERIES_WEEKS, "2025-06-28", "2025-06-09", "2025-06-22" },
    { CASENESS_SERIES_WEEKS, "2025-06-30", "2025-06-16", "2025-06-29" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) periods
        = caseness_series_list_periods (cases[i].step, caseness_date_parse (cases[i].last), 2);
      const CasenessPeriod *first = &g_array_index (periods, CasenessPeriod, 0), *last = first + 1;
      char text[11];

      g_assert_cmpuint (periods->len, ==, 2);
      g_assert_cmpstr (caseness_date_write_iso (first->start, text), ==, cases[i].first_start);
      g_assert_cmpstr (caseness_date_write_iso (last->end, text), ==, cases[i].last_end);
      g_assert_cmpint (last->start, ==, first->end + 1);
    }
}

/* The fixture knows of the months from 2025-01 to 2025-06: a series begins with the first month that is known, of months that
 * are all unknown none is left out, and the last one always stays. */
static void
test_drop_unknown (void)
{
  static const struct
  {
    const char *last;
    guint n;
    guint n_left;
  } cases[] = {
    { "2025-04-30", 3, 3 }, { "2025-04-30", 4, 4 }, { "2025-04-30", 5, 4 }, { "2025-01-31", 24, 1 },
    { "2024-12-31", 3, 3 }, { "2025-01-31", 1, 1 },
  };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new ("R R1 2025-03-01", NULL);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessDate last = caseness_date_parse (cases[i].last);
      g_autoptr(GArray) periods = caseness_series_list_periods (CASENESS_SERIES_MONTHS, last, cases[i].n);

      caseness_series_drop_unknown (periods, snapshot);
      g_assert_cmpuint (periods->len, ==, cases[i].n_left);
      g_assert_cmpint (g_array_index (periods, CasenessPeriod, periods->len - 1).end, ==, last);
    }
}

/* Two referrals in March 2025, none in April; of 2024 nothing was submitted. */
static void
test_of_measure (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new ("R R1 2025-03-01; R R2 2025-03-31", NULL);
  const CasenessMeasure *measure = caseness_measure_find ("M001");
  g_autoptr(GArray) periods = caseness_series_list_periods (CASENESS_SERIES_MONTHS, caseness_date_new (2025, 4, 30), 5);
  g_autoptr(CasenessAnswer) answer = caseness_series_evaluate (snapshot, NULL, &measure, 1, periods, NULL, NULL);
  CasenessSeriesChoice choice;
  g_autoptr(CasenessSeries) series = NULL;

  caseness_series_choice_init (&choice);
  series = caseness_series_of_measure (answer, 0, snapshot, &choice);
  g_assert_cmpuint (series->n_points, ==, 5);
  g_assert_true (isnan (series->figures[0].value));
  g_assert_cmpfloat (series->figures[3].value, ==, 2);
  g_assert_cmpfloat (series->figures[4].value, ==, 0);
  g_assert_cmpint (series->direction, ==, CASENESS_SPC_NEITHER);
  g_assert_false (series->is_percent);
}

/* The target in force changes with the years; the latest is the one that counts. */
static void
test_standards (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new ("R R1 2025-03-01", NULL);
  const CasenessMeasure *measure = caseness_measure_find ("M186");
  g_autoptr(GArray) periods = caseness_series_list_periods (CASENESS_SERIES_MONTHS, caseness_date_new (2024, 4, 30), 2);
  g_autoptr(CasenessAnswer) answer = caseness_series_evaluate (snapshot, NULL, &measure, 1, periods, NULL, NULL);
  CasenessSeriesChoice choice;
  g_autoptr(CasenessSeries) series = NULL;

  caseness_series_choice_init (&choice);
  series = caseness_series_of_measure (answer, 0, snapshot, &choice);
  g_assert_cmpfloat (series->targets[0], ==, 66.7);
  g_assert_cmpfloat (series->targets[1], ==, 67);
  g_assert_true (series->is_percent);
  g_assert_cmpint (series->direction, ==, CASENESS_SPC_INCREASE);
}

int
main (int argc, char **argv)
{
  gsize i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (sentence_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/measures/series/sentence/%s", sentence_cases[i].name);

      g_test_add_data_func (path, &sentence_cases[i], test_sentence);
    }
  for (i = 0; i < G_N_ELEMENTS (weekly_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/measures/series/weekly-sentence/%s", weekly_cases[i].name);

      g_test_add_data_func (path, &weekly_cases[i], test_weekly_sentence);
    }
  g_test_add_func ("/measures/series/urgency", test_urgency);
  g_test_add_func ("/measures/series/run", test_run);
  g_test_add_func ("/measures/series/step-change", test_step_change);
  g_test_add_func ("/measures/series/screening", test_screening);
  g_test_add_func ("/measures/series/share-chart", test_share_chart);
  g_test_add_func ("/measures/series/share-missing", test_share_missing);
  g_test_add_func ("/measures/series/plan", test_plan);
  g_test_add_func ("/measures/series/cautions", test_cautions);
  g_test_add_func ("/measures/series/small", test_small);
  g_test_add_func ("/measures/series/told", test_told);
  g_test_add_func ("/measures/series/periods", test_periods);
  g_test_add_func ("/measures/series/drop-unknown", test_drop_unknown);
  g_test_add_func ("/measures/series/of-measure", test_of_measure);
  g_test_add_func ("/measures/series/standards", test_standards);
  return g_test_run ();
}
