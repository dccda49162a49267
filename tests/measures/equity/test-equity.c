/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-bitmap.h"
#include "caseness-equity-gradient.h"
#include "caseness-equity-trend.h"
#include "caseness-evaluate.h"
#include "fixture.h"

#include <math.h>
#include <string.h>

#define NEAR 1e-6

/* One variable or several over a period, of everybody, with the cube it was read from. */
typedef struct
{
  CasenessFrame *frame;
  CasenessEquityPlan *plan;
  CasenessEquityCube *cube;
  CasenessEquityWay *way;
} Answer;

static void
answer_init (Answer *answer, const char *script, const char *from, const char *to, const char *const *names,
             gboolean by_population)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
  CasenessPeriod period = { caseness_date_parse (from), caseness_date_parse (to) };
  g_autoptr(GArray) months = caseness_equity_list_months (&period, CASENESS_DATE_NONE, 1);
  CasenessEquityCut cut = { .n_variables = 0 };

  while (names[cut.n_variables] != NULL)
    {
      cut.variables[cut.n_variables] = caseness_variable_find (names[cut.n_variables]);
      g_assert_nonnull (cut.variables[cut.n_variables++]);
    }
  answer->frame = caseness_frame_new (snapshot);
  caseness_frame_set_period (answer->frame, &period);
  answer->plan = caseness_equity_plan_new (answer->frame, &cut, 1, (const CasenessPeriod *) (gpointer) months->data,
                                           months->len);
  answer->cube = caseness_equity_cube_new (answer->plan, NULL);
  answer->way = caseness_equity_way_new (answer->cube, 0, NULL, by_population);
}

static void
answer_clear (Answer *answer)
{
  caseness_equity_way_free (answer->way);
  caseness_equity_cube_free (answer->cube);
  caseness_equity_plan_unref (answer->plan);
  caseness_frame_free (answer->frame);
}

static guint
find_group (const CasenessEquityWay *way, const char *label)
{
  guint i;

  for (i = 0; i < way->groups->len; i++)
    if (strcmp (caseness_equity_way_get_group (way, i)->line->group, label) == 0)
      return i;
  g_error ("no such group: %s", label);
}

static const CasenessEquityGroup *
get_group (const CasenessEquityWay *way, const char *label)
{
  return caseness_equity_way_get_group (way, find_group (way, label));
}

/* @n finished courses of a person born in @born, discharged on the first of March 2025. */
static void
add_courses (GString *script, guint n, const char *born, const char *gender, const char *ethnicity, const char *last)
{
  gsize start = script->len;
  guint i;

  for (i = 0; i < n; i++)
    g_string_append_printf (script,
                            "R X%zu-%u 2025-01-10 2025-03-01;M %s %s %s;P 01 F322 1;"
                            "C X%zu-%ua 2025-01-20 03 5 A/S1/GSH-Book+PHQ9:15+GAD:10;"
                            "C X%zu-%ub 2025-02-10 03 5 B/S1/GSH-Book%s;",
                            start, i, born, gender, ethnicity, start, i, start, i, last);
}

static const char *const well = "+PHQ9:5+GAD:3", *const sick = "+PHQ9:15+GAD:10", *const worse = "+PHQ9:22+GAD:10";

/*
 * An area worked by hand: 600 men with 10% in need and 400 women with 30% are 60 and 120 in need, a third and two thirds.
 * 12 men and 6 women are seen, so 6 and 12 are expected.
 */
static void
test_by_hand (void)
{
  g_autoptr(GString) script = g_string_new ("G A1 Gender Male 600 10;G A1 Gender Female 400 30;");
  const char *const names[] = { "Gender", NULL };
  const CasenessEquityGroup *men, *women;
  CasenessEquityAdjusted adjusted;
  CasenessEquityRate rate;
  Answer answer;

  add_courses (script, 9, "198001", "1", "A", well);
  add_courses (script, 3, "198001", "1", "A", sick);
  add_courses (script, 3, "198001", "2", "A", well);
  add_courses (script, 2, "198001", "2", "A", sick);
  add_courses (script, 1, "198001", "2", "A", worse);
  add_courses (script, 2, "198001", "X", "A", well);
  answer_init (&answer, script->str, "2025-01-01", "2025-12-31", names, FALSE);
  men = get_group (answer.way, "Male");
  women = get_group (answer.way, "Female");
  g_assert_true (answer.way->is_by_need && !answer.way->is_estimated);
  g_assert_cmpfloat_with_epsilon (answer.way->need, 180, NEAR);
  g_assert_cmpfloat_with_epsilon (men->shares[CASENESS_EQUITY_TREATED].expected, 6, NEAR);
  g_assert_cmpfloat_with_epsilon (men->shares[CASENESS_EQUITY_TREATED].ratio.value, 2, NEAR);
  g_assert_cmpfloat_with_epsilon (women->shares[CASENESS_EQUITY_TREATED].ratio.value, 0.5, NEAR);
  g_assert_cmpfloat_with_epsilon (caseness_equity_group_get_to_parity (women, CASENESS_EQUITY_TREATED), 6, NEAR);
  g_assert_cmpfloat_with_epsilon (caseness_equity_group_get_to_parity (men, CASENESS_EQUITY_TREATED), 0, NEAR);
  g_assert_cmpint (caseness_equity_group_judge (men, CASENESS_EQUITY_TREATED), ==, CASENESS_EQUITY_MORE);
  g_assert_cmpuint (answer.way->missing[CASENESS_EQUITY_TREATED], ==, 2);
  g_assert_cmpfloat_with_epsilon (caseness_equity_way_get_missing (answer.way, CASENESS_EQUITY_TREATED), 10, NEAR);
  g_assert_false (caseness_equity_way_is_doubtful (answer.way, CASENESS_EQUITY_TREATED));
  /* 9 of 12 men recovered and 3 of 6 women, those not known aside. */
  rate = caseness_equity_get_rate (answer.way, find_group (answer.way, "Male"), CASENESS_EQUITY_RECOVERY);
  g_assert_cmpuint (rate.numerator, ==, 9);
  g_assert_cmpuint (rate.denominator, ==, 12);
  g_assert_cmpfloat_with_epsilon (rate.difference.value, 0.25, NEAR);
  rate = caseness_equity_get_rate (answer.way, find_group (answer.way, "Female"), CASENESS_EQUITY_DETERIORATION);
  g_assert_cmpfloat_with_epsilon (rate.rate.value, 1.0 / 6, NEAR);
  g_assert_cmpfloat_with_epsilon (rate.difference.value, 1.0 / 6, NEAR);
  rate = caseness_equity_get_rate (answer.way, find_group (answer.way, CASENESS_EQUITY_NOT_KNOWN),
                                   CASENESS_EQUITY_RECOVERY);
  g_assert_true (isnan (rate.difference.value));
  /* All began alike, so that 14 of 20 are expected of everybody: 8.4 of twelve men. */
  adjusted = caseness_equity_adjust (answer.way, find_group (answer.way, "Male"));
  g_assert_cmpfloat_with_epsilon (adjusted.expected, 8.4, 1e-5);
  g_assert_cmpfloat_with_epsilon (adjusted.ratio.value, 9 / 8.4, 1e-5);
  g_assert_cmpfloat_with_epsilon (adjusted.rate, 9 / 8.4 * 0.7, 1e-5);
  adjusted = caseness_equity_adjust (answer.way, find_group (answer.way, "Female"));
  g_assert_true (isnan (adjusted.ratio.value) == (adjusted.expected < CASENESS_FEWEST_EXPECTED));
  answer_clear (&answer);
}

/* Ratios stand from an expectation of five on, and without a warning while at most a tenth is not known. */
static void
test_limits (void)
{
  static const struct
  {
    guint n_men;
    guint n_unknown;
    gboolean has_ratio;
    gboolean is_doubtful;
  } cases[] = { { 10, 1, TRUE, FALSE }, { 9, 1, FALSE, FALSE }, { 9, 2, FALSE, TRUE }, { 18, 2, TRUE, FALSE } };
  const char *const names[] = { "Gender", NULL };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) script = g_string_new ("G A1 Gender Male 100;G A1 Gender Female 100;");
      Answer answer;

      add_courses (script, cases[i].n_men, "198001", "1", "A", sick);
      add_courses (script, cases[i].n_unknown, "198001", "X", "A", sick);
      answer_init (&answer, script->str, "2025-01-01", "2025-12-31", names, FALSE);
      g_assert_false (answer.way->is_by_need);
      g_assert_true (isnan (get_group (answer.way, "Male")->shares[CASENESS_EQUITY_REFERRED].ratio.value)
                     != cases[i].has_ratio);
      g_assert_true (caseness_equity_way_is_doubtful (answer.way, CASENESS_EQUITY_REFERRED)
                     == cases[i].is_doubtful);
      answer_clear (&answer);
    }
}

/* Groups that the list has in parts are added up: people as they are, prevalence by people. */
static void
test_folds (void)
{
  const char *const older[] = { "Working Age", NULL }, *const broad[] = { "Ethnic Group 5", NULL };
  const char *const tens[] = { "Deprivation Quintile", NULL };
  static const char ages[] = "G A1 Age 18~to~25 100 20;G A1 Age 65~to~74 300 10;G A1 Age 75~to~89 100 6;";
  Answer answer;

  answer_init (&answer, ages, "2025-01-01", "2025-12-31", older, FALSE);
  g_assert_cmpfloat_with_epsilon (get_group (answer.way, "65 and over")->line->population, 400, NEAR);
  g_assert_cmpfloat_with_epsilon (get_group (answer.way, "65 and over")->line->prevalence, 9, NEAR);
  g_assert_cmpint (get_group (answer.way, "Under 18")->line->kind, ==, CASENESS_EQUITY_OTHER);
  answer_clear (&answer);
  answer_init (&answer, "G A1 Ethnicity White 90;G A1 Ethnicity Bangladeshi 6;G A1 Ethnicity Indian 4 5;", "2025-01-01",
               "2025-12-31", broad, FALSE);
  g_assert_cmpfloat_with_epsilon (get_group (answer.way, "White")->line->population, 90, NEAR);
  g_assert_cmpfloat_with_epsilon (get_group (answer.way, "Asian or Asian British")->line->population, 10, NEAR);
  g_assert_true (isnan (get_group (answer.way, "Asian or Asian British")->line->prevalence));
  answer_clear (&answer);
  answer_init (&answer, "G A1 IMD~decile 1~most~deprived 7;G A1 IMD~decile 2 5;G A1 IMD~decile 10~least~deprived 9;",
               "2025-01-01", "2025-12-31", tens, FALSE);
  g_assert_cmpfloat_with_epsilon (get_group (answer.way, "1 most deprived")->line->population, 12, NEAR);
  g_assert_cmpfloat_with_epsilon (get_group (answer.way, "5 least deprived")->line->population, 9, NEAR);
  answer_clear (&answer);
}

/*
 * Crossed: of 1000 people 200 are 65 or over (10% in need against 20% of the others, so 18% of all), of 500 asked for
 * gender half are women (24% in need against 12%, so 18% of all). As if the one had no bearing on the other, 100 are
 * older women, of whom 10% × 24% / 18% are in need.
 */
static void
test_crossed (void)
{
  const char *const names[] = { "Working Age", "Gender", NULL };
  static const char population[] = "G A1 Working~Age 18~to~64 800 20;G A1 Working~Age 65~and~over 200 10;"
                                   "G A1 Gender Male 250 12;G A1 Gender Female 250 24;";
  g_autoptr(GString) script = g_string_new (population);
  const CasenessEquityGroup *group;
  Answer answer;

  add_courses (script, 3, "194001", "2", "A", well);
  add_courses (script, 2, "198001", "2", "A", well);
  add_courses (script, 4, "198001", "1", "A", well);
  add_courses (script, 1, "194001", "X", "A", well);
  answer_init (&answer, script->str, "2025-01-01", "2025-12-31", names, FALSE);
  group = get_group (answer.way, "65 and over / Female");
  g_assert_true (group->line->is_estimated && answer.way->is_estimated);
  g_assert_cmpfloat_with_epsilon (group->line->population, 100, NEAR);
  g_assert_cmpfloat_with_epsilon (group->line->prevalence, 10 * 24.0 / 18, NEAR);
  g_assert_cmpuint (group->observed[CASENESS_EQUITY_RECOVERED], ==, 3);
  g_assert_cmpuint (get_group (answer.way, "65 and over / Male")->observed[CASENESS_EQUITY_REFERRED], ==, 0);
  g_assert_cmpuint (answer.way->missing[CASENESS_EQUITY_REFERRED], ==, 1);
  answer_clear (&answer);
  /* What the list says itself is no estimate. */
  g_string_append (script, "G A1 Working~Age~/~Gender 65~and~over~/~Female 130 11;");
  answer_init (&answer, script->str, "2025-01-01", "2025-12-31", names, FALSE);
  group = get_group (answer.way, "65 and over / Female");
  g_assert_false (group->line->is_estimated);
  g_assert_cmpfloat_with_epsilon (group->line->population, 130, NEAR);
  answer_clear (&answer);
}

/* People treated in a year for every hundred in need; a quarter counts four times. */
static void
test_access (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    guint treated;
    double need;
    double access;
  } cases[] = {
    { "2025-01-01", "2025-12-31", 250, 1000, 25 }, { "2024-01-01", "2024-12-31", 250, 1000, 25 },
    { "2025-01-01", "2025-03-31", 50, 1000, 20 },  { "2025-01-02", "2025-01-31", 1, 100, 365.25 / 30 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessPeriod period = { caseness_date_parse (cases[i].from), caseness_date_parse (cases[i].to) };
      CasenessInterval access = caseness_equity_get_access (cases[i].treated, cases[i].need, &period);

      g_assert_cmpfloat_with_epsilon (access.value, cases[i].access, NEAR);
      g_assert_true (access.lower < access.value && access.value < access.upper);
    }
  g_assert_true (isnan (caseness_equity_get_access (5, NAN, &(CasenessPeriod){ 0, 1 }).value));
}

/* Fifths of 100 people each, 50, 40, 30, 20 and 10 of them referred: a fall of 500 to a thousand from end to end. */
static void
test_gradient (void)
{
  const char *const names[] = { "Deprivation Quintile", NULL };
  static const char *const fifths[] = { "1~most~deprived", "2", "3", "4", "5~least~deprived" };
  g_autoptr(GString) script = g_string_new (NULL);
  CasenessEquityGradient gradient;
  Answer answer;
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (fifths); i++)
    {
      g_string_append_printf (script, "G A1 IMD~quintile %s 100;", fifths[i]);
      for (k = 0; k < 50 - i * 10; k++)
        g_string_append_printf (script, "R D%u-%u 2025-01-10;D %u;", i, k, i * 2 + 1);
    }
  g_string_append (script, "R U 2025-01-10;");
  answer_init (&answer, script->str, "2025-01-01", "2025-12-31", names, FALSE);
  gradient = caseness_equity_gradient_fit (answer.way, CASENESS_EQUITY_FIGURE_REFERRED);
  g_assert_true (gradient.is_fitted && gradient.is_by_population);
  g_assert_cmpuint (gradient.n_points, ==, 5);
  g_assert_cmpuint (gradient.unknown, ==, 1);
  g_assert_cmpfloat_with_epsilon (gradient.points[0].midpoint, 0.1, NEAR);
  g_assert_cmpfloat_with_epsilon (gradient.points[1].value.value, 400, NEAR);
  g_assert_cmpfloat_with_epsilon (gradient.average, 300, NEAR);
  g_assert_cmpfloat_with_epsilon (gradient.slope.index, -500, NEAR);
  g_assert_cmpfloat_with_epsilon (gradient.slope.intercept, 550, NEAR);
  g_assert_cmpfloat_with_epsilon (gradient.slope.relative, 50.0 / 550, NEAR);
  g_assert_true (gradient.slope.lower < -500 && gradient.slope.upper > -500);
  /* Nobody finished a course: no line, and nothing made up. */
  gradient = caseness_equity_gradient_fit (answer.way, CASENESS_EQUITY_FIGURE_RECOVERY);
  g_assert_false (gradient.is_fitted);
  g_assert_true (isnan (gradient.slope.index));
  answer_clear (&answer);
}

static void
test_months (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *earliest;
    guint n_months;
    guint n;
    const char *first;
  } cases[] = {
    { "2025-01-01", "2025-03-31", "2020-01-01", 12, 12, "2024-04-01" },
    { "2025-01-01", "2025-03-31", "2024-12-15", 12, 4, "2024-12-01" },
    { "2024-01-01", "2025-03-31", "2020-01-01", 12, 15, "2024-01-01" },
    { "2025-03-10", "2025-03-20", "2025-02-01", 12, 3, "2025-02-01" },
  };
  gsize i;
  guint k;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessPeriod period = { caseness_date_parse (cases[i].from), caseness_date_parse (cases[i].to) };
      g_autoptr(GArray) months
        = caseness_equity_list_months (&period, caseness_date_parse (cases[i].earliest), cases[i].n_months);
      const CasenessPeriod *month = (const CasenessPeriod *) (gpointer) months->data;

      g_assert_cmpuint (months->len, ==, cases[i].n);
      g_assert_cmpint (month[0].start, ==, caseness_date_parse (cases[i].first));
      g_assert_cmpint (month[months->len - 1].end, ==, period.end);
      for (k = 1; k < months->len; k++)
        g_assert_cmpint (month[k].start, ==, month[k - 1].end + 1);
    }
}

/* Ten men and ten women of an even population: each month says how many of it, and a month of few says nothing. */
static void
test_trend (void)
{
  g_autoptr(GString) script = g_string_new ("G A1 Gender Male 100;G A1 Gender Female 100;");
  const char *const names[] = { "Gender", NULL };
  g_autoptr(GArray) trend = NULL;
  const CasenessEquityMonth *months;
  Answer answer;
  guint i;

  for (i = 0; i < 20; i++)
    g_string_append_printf (script, "R T%u 2025-0%u-10;M 198001 %u A;", i, i < 16 ? 1 : 2, i < 12 ? 1 : 2);
  answer_init (&answer, script->str, "2025-01-01", "2025-03-31", names, FALSE);
  trend = caseness_equity_trend_new (answer.cube, 0, answer.way, 0, CASENESS_EQUITY_REFERRED);
  months = (const CasenessEquityMonth *) (gpointer) trend->data;
  g_assert_cmpuint (trend->len, ==, 3);
  g_assert_cmpuint (months[0].observed, ==, 12);
  g_assert_cmpfloat_with_epsilon (months[0].expected, 8, NEAR);
  g_assert_cmpfloat_with_epsilon (months[0].ratio.value, 1.5, NEAR);
  g_assert_cmpuint (months[1].observed, ==, 0);
  g_assert_true (isnan (months[1].ratio.value) && isnan (months[2].ratio.value));
  answer_clear (&answer);
}

static const char *const circumstances[] = { "Perinatal", "Carer", "Student", "Perinatal,Carer", "-" };

/* A service of people who differ in every way that the fixture knows. */
static char *
make_random_script (guint seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  GString *script = g_string_new ("G A1 Gender Male 500 12;G A1 Gender Female 520 20;G A1 Working~Age 18~to~64 800 18;"
                                  "G A1 Working~Age 65~and~over 220 10;");
  guint i;

  for (i = 0; i < 120; i++)
    {
      guint month = 1 + (guint) g_rand_int_range (random, 0, 6);

      g_string_append_printf (script, "R S%u 2025-%02u-%02u", i, month, 1 + g_rand_int_range (random, 0, 28));
      g_string_append (script, g_rand_boolean (random) ? " 2025-08-10;" : ";");
      g_string_append_printf (script, "M 19%u01 %c %c;Q E T %s;", 30 + (guint) g_rand_int_range (random, 0, 70),
                              "12X"[g_rand_int_range (random, 0, 3)], "ABKZ"[g_rand_int_range (random, 0, 4)],
                              circumstances[i % 5]);
      if (g_rand_boolean (random))
        g_string_append_printf (script, "C S%ua 2025-07-01 01 5 A/S1/-+PHQ9:15+GAD:12;", i);
      if (g_rand_boolean (random))
        g_string_append_printf (script, "C S%ub 2025-07-10 03 5 A/S1/CBT+PHQ9:%d+GAD:9;C S%uc 2025-07-20 03 5 B/S1/CBT;",
                                i, g_rand_int_range (random, 0, 27), i);
    }
  return g_string_free (script, FALSE);
}

static const char *const cuts[][CASENESS_MAX_CROSSED + 1] = {
  { "Gender" }, { "Age Group" }, { "Ethnic Group 5" }, { "Circumstances" }, { "Gender", "Ethnic Group" },
  { "Circumstances", "Gender" }, { "Working Age", "Ethnic Group", "Gender" },
};

/* Of variables with one group each, groups and those not known are everybody; of others, nobody is left out. */
static void
test_groups_add_up (void)
{
  guint seed, i, stage, k;

  for (seed = 1; seed <= 6; seed++)
    for (i = 0; i < G_N_ELEMENTS (cuts); i++)
      {
        g_autofree char *script = make_random_script (seed);
        gboolean is_many = strcmp (cuts[i][0], "Circumstances") == 0;
        Answer answer;

        answer_init (&answer, script, "2025-01-01", "2025-12-31", cuts[i], FALSE);
        for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
          {
            guint sum = 0;

            for (k = 0; k < answer.way->groups->len; k++)
              sum += caseness_equity_way_get_group (answer.way, k)->observed[stage];
            if (is_many)
              g_assert_cmpuint (sum, >=, answer.way->observed[stage]);
            else
              g_assert_cmpuint (sum, ==, answer.way->observed[stage]);
            g_assert_cmpuint (answer.way->missing[stage], <=, answer.way->observed[stage]);
          }
        answer_clear (&answer);
      }
}

/* The order of the rows in a file has no bearing: the same people backwards give the same counts. */
static void
test_order (void)
{
  guint seed, i;

  for (seed = 1; seed <= 4; seed++)
    for (i = 0; i < G_N_ELEMENTS (cuts); i++)
      {
        g_autofree char *script = make_random_script (seed);
        g_auto(GStrv) people = g_strsplit (script, ";R ", -1);
        g_autoptr(GString) backwards = g_string_new (people[0]);
        guint n = g_strv_length (people), k;
        Answer forwards, other;

        for (k = n - 1; k > 0; k--)
          g_string_append_printf (backwards, ";R %s", people[k]);
        answer_init (&forwards, script, "2025-01-01", "2025-12-31", cuts[i], FALSE);
        answer_init (&other, backwards->str, "2025-01-01", "2025-12-31", cuts[i], FALSE);
        g_assert_cmpuint (forwards.way->groups->len, ==, other.way->groups->len);
        for (k = 0; k < forwards.way->groups->len; k++)
          g_assert_cmpmem (caseness_equity_way_get_group (forwards.way, k)->observed,
                           sizeof (guint) * CASENESS_N_EQUITY_STAGES,
                           caseness_equity_way_get_group (other.way, k)->observed,
                           sizeof (guint) * CASENESS_N_EQUITY_STAGES);
        answer_clear (&forwards);
        answer_clear (&other);
      }
}

/* Stages are the national measures: what the catalogue counts, by group and all together. */
static void
test_catalogue (void)
{
  static const struct
  {
    CasenessEquityStage stage;
    const char *measure;
  } pairs[] = {
    { CASENESS_EQUITY_REFERRED, "M001" },  { CASENESS_EQUITY_TREATED, "M031" },
    { CASENESS_EQUITY_COMPLETED, "M076" }, { CASENESS_EQUITY_RECOVERED, "M191" },
    { CASENESS_EQUITY_RELIABLY_RECOVERED, "M193" }, { CASENESS_EQUITY_IMPROVED, "M185" },
    { CASENESS_EQUITY_DETERIORATED, "M189" },
  };
  const CasenessVariable *variable = caseness_variable_find ("Circumstances");
  const char *const names[] = { "Circumstances", NULL };
  const CasenessPeriod period = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 12, 31) };
  guint seed, i, k;

  for (seed = 1; seed <= 4; seed++)
    {
      g_autofree char *script = make_random_script (seed);
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
      Answer answer;

      answer_init (&answer, script, "2025-01-01", "2025-12-31", names, FALSE);
      for (i = 0; i < G_N_ELEMENTS (pairs); i++)
        {
          const CasenessMeasure *measure = caseness_measure_find (pairs[i].measure);
          CasenessQuestion question = { .periods = &period, .n_periods = 1, .measures = &measure, .n_measures = 1,
                                        .variables = &variable, .n_variables = 1 };
          g_autoptr(CasenessAnswer) figures = caseness_evaluate (snapshot, &question, NULL, NULL);

          for (k = 0; k < caseness_answer_get_n_groups (figures, 0, 0); k++)
            if (strcmp (caseness_answer_get_group (figures, 0, 0, k), "Not recorded") != 0)
              g_assert_cmpfloat (
                get_group (answer.way, caseness_answer_get_group (figures, 0, 0, k))->observed[pairs[i].stage], ==,
                caseness_answer_get (figures, 0, 0, k, 0).value);
        }
      answer_clear (&answer);
    }
}

/* A filter leaves out whom it leaves out, and no more: two halves add up to the whole. */
static void
test_people (void)
{
  g_autofree char *script = make_random_script (7);
  const char *const names[] = { "Gender", NULL };
  Answer answer;
  guint n, i, k, stage;
  g_autofree guint64 *half = NULL, *rest = NULL;
  g_autoptr(CasenessEquityCube) first = NULL, second = NULL;
  g_autoptr(CasenessEquityWay) one = NULL, other = NULL;

  answer_init (&answer, script, "2025-01-01", "2025-12-31", names, FALSE);
  n = caseness_snapshot_get_n_pathways (caseness_frame_get_snapshot (answer.frame));
  half = caseness_bitmap_new (n);
  for (i = 0; i < n; i += 3)
    caseness_bitmap_set (half, i);
  rest = g_memdup2 (half, (CASENESS_BITMAP_WORDS (n) + 1) * sizeof (guint64));
  caseness_bitmap_invert (rest, n);
  first = caseness_equity_cube_new (answer.plan, half);
  second = caseness_equity_cube_new (answer.plan, rest);
  one = caseness_equity_way_new (first, 0, NULL, FALSE);
  other = caseness_equity_way_new (second, 0, NULL, FALSE);
  for (k = 0; k < one->groups->len; k++)
    for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
      g_assert_cmpuint (caseness_equity_way_get_group (answer.way, k)->observed[stage], ==,
                        caseness_equity_way_get_group (one, k)->observed[stage]
                          + caseness_equity_way_get_group (other, k)->observed[stage]);
  g_assert_cmpfloat_with_epsilon (one->recoveries + other->recoveries, answer.way->recoveries, 1e-4);
  answer_clear (&answer);
}

/* The numbers of each cut do not depend on which is asked for first, or whether all are counted at once. */
static void
test_counting_when_asked (void)
{
  static const char *const names[] = { "Gender", "Ethnic Group", "Age Group" };
  g_autofree char *script = make_random_script (9);
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
  const CasenessPeriod year = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 12, 31) };
  CasenessEquityCut by[G_N_ELEMENTS (names)] = { { { NULL }, 0 } };
  g_autoptr(CasenessFrame) frame = caseness_frame_new (snapshot);
  g_autoptr(CasenessEquityPlan) plan = NULL;
  g_autoptr(CasenessEquityCube) at_once = NULL, backwards = NULL;
  guint which, i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    by[i] = (CasenessEquityCut){ { caseness_variable_find (names[i]) }, 1 };
  caseness_frame_set_period (frame, &year);
  plan = caseness_equity_plan_new (frame, by, G_N_ELEMENTS (by), &year, 1);
  at_once = caseness_equity_cube_new (plan, NULL);
  backwards = caseness_equity_cube_new (plan, NULL);
  caseness_equity_cube_count_all (at_once);
  for (i = G_N_ELEMENTS (by); i-- > 0;)
    for (which = 0; which < caseness_equity_cube_get_n_classes (at_once, i); which++)
      {
        guint counts[CASENESS_N_EQUITY_STAGES], others[CASENESS_N_EQUITY_STAGES];

        caseness_equity_cube_count_class (at_once, i, which, counts);
        caseness_equity_cube_count_class (backwards, i, which, others);
        g_assert_cmpmem (counts, sizeof counts, others, sizeof others);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/equity/by-hand", test_by_hand);
  g_test_add_func ("/measures/equity/limits", test_limits);
  g_test_add_func ("/measures/equity/folds", test_folds);
  g_test_add_func ("/measures/equity/crossed", test_crossed);
  g_test_add_func ("/measures/equity/access", test_access);
  g_test_add_func ("/measures/equity/gradient", test_gradient);
  g_test_add_func ("/measures/equity/months", test_months);
  g_test_add_func ("/measures/equity/trend", test_trend);
  g_test_add_func ("/measures/equity/groups-add-up", test_groups_add_up);
  g_test_add_func ("/measures/equity/order", test_order);
  g_test_add_func ("/measures/equity/catalogue", test_catalogue);
  g_test_add_func ("/measures/equity/people", test_people);
  g_test_add_func ("/measures/equity/counting-when-asked", test_counting_when_asked);
  return g_test_run ();
}
