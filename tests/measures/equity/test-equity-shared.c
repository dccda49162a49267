/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "attack.h"
#include "caseness-equity-answer.h"
#include "caseness-suppression.h"
#include "fixture.h"

#include <string.h>

/*
 * Prints of everybody, of a filter and of all whom it leaves out, by ethnic group in five and in sixteen, and somebody who
 * has all of them and solves for what is hidden.
 */

#define N_SERVICES 12

/* A part of the service that no print tells apart: people of one ethnic category and gender. */
static const struct
{
  const char *code;
  const char *fine;
  const char *coarse;
} categories[] = {
  { "A", "White: British", "White" },
  { "B", "White: Irish", "White" },
  { "C", "White: Any other White background", "White" },
  { "D", "Mixed: White and Black Caribbean", "Mixed" },
  { "E", "Mixed: White and Black African", "Mixed" },
  { "F", "Mixed: White and Asian", "Mixed" },
  { "G", "Mixed: Any other mixed background", "Mixed" },
  { "H", "Asian or Asian British: Indian", "Asian or Asian British" },
  { "J", "Asian or Asian British: Pakistani", "Asian or Asian British" },
  { "K", "Asian or Asian British: Bangladeshi", "Asian or Asian British" },
  { "L", "Asian or Asian British: Any other Asian background", "Asian or Asian British" },
  { "M", "Black or Black British: Caribbean", "Black or Black British" },
  { "N", "Black or Black British: African", "Black or Black British" },
  { "P", "Black or Black British: Any other Black background", "Black or Black British" },
  { "R", "Other Ethnic Groups: Chinese", "Other Ethnic Groups" },
  { "S", "Other Ethnic Groups: Any other ethnic group", "Other Ethnic Groups" },
  { "Z", CASENESS_EQUITY_NOT_KNOWN, CASENESS_EQUITY_NOT_KNOWN },
};

#define N_CATEGORIES G_N_ELEMENTS (categories)
#define N_UNKNOWN (2 * N_CATEGORIES) /* women, then men */

/* A sum of unknowns that is told or hidden. */
typedef struct
{
  gboolean has[N_UNKNOWN];
  double count;
  gboolean is_hidden;
} Sum;

typedef enum
{
  EVERYBODY,
  WOMEN,
  MEN,
  N_PRINTS,
} Print;

static guint
draw_count (GRand *random)
{
  guint chance = (guint) g_rand_int_range (random, 0, 10);

  return (guint) (chance < 2 ? 0 : chance < 6 ? g_rand_int_range (random, 1, 8) : g_rand_int_range (random, 5, 30));
}

static CasenessSnapshot *
invent (GRand *random)
{
  g_autoptr(GString) script = g_string_new ("R XA 2025-01-10;M 198001 1 A;R XB 2025-01-10;M 198001 2 A;");
  guint i, k, n;

  for (i = 0; i < N_CATEGORIES; i++)
    for (k = 1; k <= 2; k++)
      for (n = draw_count (random); n > 0; n--)
        g_string_append_printf (script, "R X%u-%u-%u 2025-01-10;M 198001 %u %s;", i, k, n, k, categories[i].code);
  return fixture_snapshot_new (script->str, NULL);
}

static CasenessEquityAnswer *
ask (CasenessSnapshot *snapshot, const char *variable, Print print)
{
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  g_autoptr(CasenessFilter) filter = NULL;
  CasenessEquityQuestion question;
  CasenessDimension gender;

  g_assert_true (caseness_dimension_parse ("Gender", &gender));
  filter = print == EVERYBODY ? caseness_filter_ref (everybody)
                              : caseness_filter_with (everybody, gender, print == WOMEN ? "Female" : "Male");
  caseness_equity_question_init (&question);
  question.snapshot = snapshot;
  question.filter = filter;
  question.period = (CasenessPeriod){ caseness_date_new (2025, 1, 1), caseness_date_new (2025, 12, 31) };
  question.as_at = question.period.end;
  question.cut.variables[0] = caseness_variable_find (variable);
  return caseness_equity_answer_new (&question, NULL);
}

static gboolean
is_in_print (Print print, guint unknown)
{
  return print == EVERYBODY || (print == WOMEN) == (unknown < N_CATEGORIES);
}

/* The sum that a row is: by its label, all who are known for NULL. */
static Sum
make_sum (Print print, const char *label, gboolean is_hidden)
{
  Sum sum = { .is_hidden = is_hidden };
  guint i;

  for (i = 0; i < N_UNKNOWN; i++)
    {
      guint k = i % N_CATEGORIES;
      gboolean is_known = strcmp (categories[k].fine, CASENESS_EQUITY_NOT_KNOWN) != 0;

      sum.has[i] = is_in_print (print, i)
                   && (label != NULL ? strcmp (categories[k].fine, label) == 0 || strcmp (categories[k].coarse, label) == 0
                                     : is_known);
    }
  return sum;
}

/* What one print tells and hides of who was referred; @hides_small_only leaves out every other precaution. */
static void
read_print (GArray *sums, const CasenessEquityAnswer *answer, Print print, gboolean hides_small_only)
{
  const CasenessEquityStage stage = CASENESS_EQUITY_REFERRED;
  const CasenessEquityWay *way = answer->way;
  const CasenessEquityShared *shared = caseness_equity_answer_share (answer, TRUE);
  guint known = way->observed[stage] - way->missing[stage], i;
  Sum sum;

  for (i = 0; i < way->groups->len; i++)
    {
      const CasenessEquityGroup *group = caseness_equity_way_get_group (way, i);
      gboolean is_small = caseness_suppress_is_small (group->observed[stage]);

      sum = make_sum (print, group->line->group,
                      hides_small_only ? is_small : caseness_equity_shared_hides (shared, i, stage));
      sum.count = group->observed[stage];
      g_assert_true (sum.is_hidden || !is_small || group->observed[stage] == 0);
      g_array_append_val (sums, sum);
    }
  sum = make_sum (print, NULL, !hides_small_only && caseness_equity_shared_hides_known (shared, stage));
  sum.count = known;
  g_array_append_val (sums, sum);
}

static void
read_all (CasenessSnapshot *snapshot, GArray *sums, GArray *small)
{
  static const char *const variables[] = { "Ethnic Group 5", "Ethnic Group" };
  guint print, i;

  for (print = 0; print < N_PRINTS; print++)
    for (i = 0; i < G_N_ELEMENTS (variables); i++)
      {
        g_autoptr(CasenessEquityAnswer) answer = ask (snapshot, variables[i], print);

        read_print (sums, answer, print, FALSE);
        read_print (small, answer, print, TRUE);
      }
}

/* How many hidden sums follow from those told. */
static guint
count_solved (const GArray *sums)
{
  g_autoptr(Attack) attack = attack_new (N_UNKNOWN);
  guint n = 0, i;

  for (i = 0; i < sums->len; i++)
    if (!g_array_index (sums, Sum, i).is_hidden)
      attack_tell (attack, g_array_index (sums, Sum, i).has);
  for (i = 0; i < sums->len; i++)
    {
      if (!g_array_index (sums, Sum, i).is_hidden || !attack_knows (attack, g_array_index (sums, Sum, i).has))
        continue;
      n++;
      g_test_message ("sum %u of %g", i, g_array_index (sums, Sum, i).count);
    }
  return n;
}

/* No hidden count follows from three prints by two groupings; were only small ones hidden, many would. */
static void
test_filter_pairs (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  guint n_without = 0, n_told = 0, i, k;

  for (i = 0; i < N_SERVICES; i++)
    {
      g_autoptr(CasenessSnapshot) snapshot = invent (random);
      g_autoptr(GArray) sums = g_array_new (FALSE, TRUE, sizeof (Sum)), small = g_array_new (FALSE, TRUE, sizeof (Sum));

      read_all (snapshot, sums, small);
      g_assert_cmpuint (count_solved (sums), ==, 0);
      n_without += count_solved (small) > 0;
      for (k = 0; k < sums->len; k++)
        n_told += !g_array_index (sums, Sum, k).is_hidden;
    }
  g_assert_cmpuint (n_without, >, N_SERVICES / 2);
  g_assert_cmpuint (n_told, >, 5 * N_SERVICES);
}

/* A filter by what people are compared by tells of its own group, and that it leaves the others out. */
static void
test_settled (void)
{
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessEquityAnswer) answer = NULL;
  guint i;

  for (i = 0; i < 24; i++)
    g_string_append_printf (script, "R X%u 2025-01-10;M 198001 %u A;", i, i % 2 + 1);
  snapshot = fixture_snapshot_new (script->str, NULL);
  answer = ask (snapshot, "Gender", WOMEN);
  for (i = 0; i < answer->way->groups->len; i++)
    {
      const char *label = caseness_equity_way_get_group (answer->way, i)->line->group;

      if (strcmp (label, "Female") == 0 || strcmp (label, "Male") == 0)
        g_assert_false (caseness_equity_shared_hides (caseness_equity_answer_share (answer, TRUE), i,
                                                      CASENESS_EQUITY_REFERRED));
    }
}

/* Of some people of whom nobody has said by what they were chosen, nothing is told. */
static void
test_unsaid (void)
{
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessEquityAnswer) answer = NULL;
  g_autoptr(CasenessEquityCube) cube = NULL;
  g_autoptr(CasenessEquityShared) shared = NULL;
  guint64 people[] = { 0xffffff, 0 };
  guint i;

  for (i = 0; i < 48; i++)
    g_string_append_printf (script, "R X%u 2025-01-10;M 198001 %u A;", i, i % 2 + 1);
  snapshot = fixture_snapshot_new (script->str, NULL);
  answer = ask (snapshot, "Gender", EVERYBODY);
  cube = caseness_equity_cube_new (answer->plan, people);
  shared = caseness_equity_shared_new (cube, (guint) caseness_equity_plan_find_cut (answer->plan, &answer->question->cut),
                                       answer->way);
  for (i = 0; i < answer->way->groups->len; i++)
    g_assert_true (caseness_equity_shared_hides (shared, i, CASENESS_EQUITY_REFERRED));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/equity-shared/filter-pairs", test_filter_pairs);
  g_test_add_func ("/measures/equity-shared/settled", test_settled);
  g_test_add_func ("/measures/equity-shared/unsaid", test_unsaid);
  return g_test_run ();
}
