/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "attack.h"
#include "caseness-equity-answer.h"
#include "caseness-suppression.h"
#include "fixture.h"

#include <string.h>

/*
 * Somebody has every print of one period that can be made: each characteristic by itself, two and three across one
 * another, and all of that under filters of one wish, of several groups, and of two wishes. They know every number that is
 * told exactly, and solve for those that are hidden. Nothing hidden may follow; and another service must be possible that
 * has the same numbers told and another hidden one, but for a few that are too far from any.
 */

#define N_SERVICES 3

/* What a person is: a code for the file, the group, and the larger group that it is a part of. */
typedef struct
{
  const char *code;
  const char *fine;
  const char *coarse;
} Trait;

#define NOT_KNOWN CASENESS_EQUITY_NOT_KNOWN

static const Trait ethnicities[] = {
  { "A", "White: British", "White" },
  { "B", "White: Irish", "White" },
  { "C", "White: Any other White background", "White" },
  { "H", "Asian or Asian British: Indian", "Asian or Asian British" },
  { "J", "Asian or Asian British: Pakistani", "Asian or Asian British" },
  { "K", "Asian or Asian British: Bangladeshi", "Asian or Asian British" },
  { "M", "Black or Black British: Caribbean", "Black or Black British" },
  { "N", "Black or Black British: African", "Black or Black British" },
  { "Z", NOT_KNOWN, NOT_KNOWN },
};
static const Trait ages[] = {
  { "200301", "18 to 25", "18 to 64" },
  { "198001", "26 to 64", "18 to 64" },
  { "195501", "65 to 74", "65 and over" },
  { "194501", "75 to 89", "65 and over" },
};
static const Trait genders[] = { { "1", "Male", "" }, { "2", "Female", "" }, { "X", NOT_KNOWN, "" } };

#define N_ATOMS (G_N_ELEMENTS (ethnicities) * G_N_ELEMENTS (ages) * G_N_ELEMENTS (genders))

static const Trait *
get_trait (guint atom, guint axis)
{
  if (axis == 0)
    return &ethnicities[atom / (G_N_ELEMENTS (ages) * G_N_ELEMENTS (genders))];
  return axis == 1 ? &ages[atom / G_N_ELEMENTS (genders) % G_N_ELEMENTS (ages)] : &genders[atom % G_N_ELEMENTS (genders)];
}

/* Which of the traits a variable is about. */
static guint
find_axis (const char *variable)
{
  if (g_str_has_prefix (variable, "Ethnic"))
    return 0;
  return strcmp (variable, "Gender") == 0 ? 2 : 1;
}

static gboolean
is_in (guint atom, const char *variable, const char *group)
{
  const Trait *trait = get_trait (atom, find_axis (variable));

  return strcmp (trait->fine, group) == 0 || strcmp (trait->coarse, group) == 0;
}

/* A print: what it compares by, and whom it lets through. */
typedef struct
{
  const char *by[CASENESS_MAX_CROSSED];
  const char *filter[4]; /* `variable=group`; several of one variable are joined by "or" */
} Print;

static const Print prints[] = {
  { { "Ethnic Group 5" }, { NULL } },
  { { "Ethnic Group" }, { NULL } },
  { { "Gender" }, { NULL } },
  { { "Working Age" }, { NULL } },
  { { "Age Group" }, { NULL } },
  { { "Ethnic Group", "Gender" }, { NULL } },
  { { "Gender", "Ethnic Group 5" }, { NULL } },
  { { "Ethnic Group", "Working Age" }, { NULL } },
  { { "Age Group", "Ethnic Group 5" }, { NULL } },
  { { "Gender", "Age Group" }, { NULL } },
  { { "Working Age", "Ethnic Group", "Gender" }, { NULL } },
  { { "Ethnic Group" }, { "Gender=Female" } },
  { { "Ethnic Group" }, { "Gender=Male" } },
  { { "Ethnic Group 5" }, { "Gender=Female" } },
  { { "Ethnic Group 5" }, { "Gender=Female", "Gender=Male" } },
  { { "Age Group" }, { "Gender=Female" } },
  { { "Age Group" }, { "Gender=Male" } },
  { { "Gender" }, { "Age Group=65 to 74" } },
  { { "Gender" }, { "Age Group=65 to 74", "Age Group=75 to 89" } },
  { { "Gender" }, { "Working Age=65 and over" } },
  { { "Ethnic Group" }, { "Age Group=65 to 74", "Age Group=75 to 89" } },
  { { "Ethnic Group" }, { "Age Group=75 to 89" } },
  { { "Ethnic Group" }, { "Age Group=65 to 74" } },
  { { "Ethnic Group 5" }, { "Working Age=65 and over" } },
  { { "Gender" }, { "Ethnic Group=White: Irish", "Ethnic Group=Asian or Asian British: Indian" } },
  { { "Gender" }, { "Ethnic Group=White: Irish" } },
  { { "Gender" }, { "Ethnic Group 5=White" } },
  { { "Ethnic Group" }, { "Ethnic Group 5=White" } },
  { { "Ethnic Group 5" }, { "Gender=Female", "Working Age=65 and over" } },
  { { "Ethnic Group" }, { "Gender=Female", "Working Age=65 and over" } },
  { { "Ethnic Group" }, { "Gender=Male", "Working Age=65 and over" } },
  { { "Ethnic Group" }, { "Gender=Female", "Working Age=18 to 64" } },
  { { "Ethnic Group", "Gender" }, { "Working Age=65 and over" } },
  { { "Ethnic Group 5", "Gender" }, { "Age Group=75 to 89" } },
  { { "Gender", "Working Age" }, { "Ethnic Group 5=Asian or Asian British" } },
};

static const CasenessEquityStage stages[] = { CASENESS_EQUITY_REFERRED, CASENESS_EQUITY_ASSESSED, CASENESS_EQUITY_TREATED,
                                              CASENESS_EQUITY_COMPLETED, CASENESS_EQUITY_RECOVERED };

/* A number that is told or hidden: whose it is. */
typedef struct
{
  gboolean has[N_ATOMS];
  double count;
  gboolean is_hidden;
  char *name; /* owned */
} Sum;

static guint
draw_count (GRand *random, guint atom)
{
  guint often = strcmp (get_trait (atom, 2)->fine, NOT_KNOWN) == 0 ? 2 : (guint) g_rand_int_range (random, 0, 12);

  return often < 4 ? (guint) g_rand_int_range (random, 0, 4) : (guint) g_rand_int_range (random, 2, often < 10 ? 14 : 40);
}

/* How many of each atom come to each stage. */
typedef struct
{
  int counts[CASENESS_N_EQUITY_STAGES][N_ATOMS];
} Tally;

/* How far each comes is drawn too: referred, assessed, treated twice and discharged, recovered. */
static CasenessSnapshot *
invent (GRand *random, Tally *tally)
{
  g_autoptr(GString) script = g_string_new (NULL);
  guint atom, n;

  for (atom = 0; atom < N_ATOMS; atom++)
    for (n = draw_count (random, atom); n > 0; n--)
      {
        gint32 far = g_rand_int_range (random, 0, 4);

        tally->counts[CASENESS_EQUITY_REFERRED][atom]++;
        tally->counts[CASENESS_EQUITY_ASSESSED][atom] += far > 0;
        tally->counts[CASENESS_EQUITY_TREATED][atom] += far > 1;
        tally->counts[CASENESS_EQUITY_COMPLETED][atom] += far > 1;
        tally->counts[CASENESS_EQUITY_RECOVERED][atom] += far > 2;

        g_string_append_printf (script, "R X%u-%u 2025-01-10%s;M %s %s %s;P 01 F322 1;", atom, n, far > 1 ? " 2025-03-01" : "",
                                get_trait (atom, 1)->code, get_trait (atom, 2)->code, get_trait (atom, 0)->code);
        if (far > 0)
          g_string_append_printf (script, "C X%u-%ua 2025-01-20 01 5 A/S1/-+PHQ9:15+GAD:10;", atom, n);
        if (far > 1)
          g_string_append_printf (script, "C X%u-%ub 2025-02-01 03 5 B/S1/GSH-Book+PHQ9:15+GAD:10;"
                                          "C X%u-%uc 2025-02-10 03 5 D/S1/GSH-Book+PHQ9:%s;",
                                  atom, n, atom, n, far > 2 ? "5+GAD:3" : "14+GAD:9");
      }
  return fixture_snapshot_new (script->str, NULL);
}

static CasenessFilter *
make_filter (const Print *print)
{
  CasenessFilter *filter = caseness_filter_new ();
  guint i;

  for (i = 0; print->filter[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (print->filter[i], "=", 2);
      g_autoptr(CasenessFilter) less = filter;
      CasenessDimension dimension;

      g_assert_true (caseness_dimension_parse (parts[0], &dimension));
      filter = caseness_filter_with (less, dimension, parts[1]);
    }
  return filter;
}

static CasenessEquityAnswer *
ask (CasenessSnapshot *snapshot, const Print *print, CasenessEquityPlan *plan)
{
  g_autoptr(CasenessFilter) filter = make_filter (print);
  CasenessEquityQuestion question;
  guint i;

  caseness_equity_question_init (&question);
  question.snapshot = snapshot;
  question.filter = filter;
  question.period = (CasenessPeriod){ caseness_date_new (2025, 1, 1), caseness_date_new (2025, 12, 31) };
  question.as_at = question.period.end;
  question.plan = plan;
  question.cut.n_variables = 0;
  for (i = 0; i < CASENESS_MAX_CROSSED && print->by[i] != NULL; i++)
    question.cut.variables[question.cut.n_variables++] = caseness_variable_find (print->by[i]);
  return caseness_equity_answer_new (&question, NULL);
}

static gboolean
is_let_through (const Print *print, guint atom)
{
  guint i, k;

  for (i = 0; print->filter[i] != NULL; i++)
    {
      g_auto(GStrv) wish = g_strsplit (print->filter[i], "=", 2);
      gboolean is_any = FALSE;

      for (k = 0; print->filter[k] != NULL; k++)
        {
          g_auto(GStrv) other = g_strsplit (print->filter[k], "=", 2);

          is_any |= strcmp (wish[0], other[0]) == 0 && is_in (atom, other[0], other[1]);
        }
      if (!is_any)
        return FALSE;
    }
  return TRUE;
}

static char *
name_sum (const Print *print, const char *group)
{
  return g_strdup_printf ("%s%s: %s", print->by[0], print->filter[0] != NULL ? print->filter[0] : "",
                          group != NULL ? group : "all known");
}

/* Whose number a row is; all whose groups are known for NULL. */
static Sum
make_sum (const Print *print, const char *group, gboolean is_hidden, double count)
{
  g_auto(GStrv) groups = g_strsplit (group != NULL ? group : "", " / ", -1);
  Sum sum = { .is_hidden = is_hidden, .count = count, .name = name_sum (print, group) };
  guint atom, k;

  for (atom = 0; atom < N_ATOMS; atom++)
    {
      sum.has[atom] = is_let_through (print, atom);
      for (k = 0; k < CASENESS_MAX_CROSSED && print->by[k] != NULL; k++)
        sum.has[atom] &= group != NULL ? is_in (atom, print->by[k], groups[k])
                                       : strcmp (get_trait (atom, find_axis (print->by[k]))->fine, NOT_KNOWN) != 0;
    }
  return sum;
}

static void
clear_sum (gpointer sum)
{
  g_free (((Sum *) sum)->name);
}

static GArray *
sums_new (void)
{
  GArray *sums = g_array_new (FALSE, TRUE, sizeof (Sum));

  g_array_set_clear_func (sums, clear_sum);
  return sums;
}

/* What a print tells and hides, of those whose groups are known. */
static void
read_print (GArray *sums, const Print *print, const CasenessEquityAnswer *answer, CasenessEquityStage stage,
            gboolean hides_small_only)
{
  const CasenessEquityWay *way = answer->way;
  const CasenessEquityShared *shared = caseness_equity_answer_share (answer, TRUE);
  guint known = way->observed[stage] - way->missing[stage], i;
  Sum sum;

  for (i = 0; i < way->groups->len; i++)
    {
      const CasenessEquityGroup *group = caseness_equity_way_get_group (way, i);
      gboolean is_hidden = hides_small_only ? caseness_suppress_is_small (group->observed[stage])
                                            : caseness_equity_shared_hides (shared, i, stage);

      if (group->line->kind == CASENESS_EQUITY_UNKNOWN)
        continue;
      sum = make_sum (print, group->line->group, is_hidden, group->observed[stage]);
      g_array_append_val (sums, sum);
    }
  sum = make_sum (print, NULL, !hides_small_only && caseness_equity_shared_hides_known (shared, stage), known);
  g_array_append_val (sums, sum);
}

/* How many hidden numbers follow from those told. */
static guint
count_solved (const GArray *sums, gboolean says_so)
{
  g_autoptr(Attack) attack = attack_new (N_ATOMS);
  guint n = 0, i;

  for (i = 0; i < sums->len; i++)
    if (!g_array_index (sums, Sum, i).is_hidden)
      attack_tell (attack, g_array_index (sums, Sum, i).has);
  for (i = 0; i < sums->len; i++)
    {
      const Sum *sum = &g_array_index (sums, Sum, i);

      if (!sum->is_hidden || !attack_knows (attack, sum->has))
        continue;
      n++;
      if (says_so)
        g_test_message ("%s, %g, follows", sum->name, sum->count);
    }
  return n;
}

/* A number that stands in two prints, and is left out of one of them because that tells of nobody at all, is no secret. */
static void
free_told (GArray *sums)
{
  guint i, k;

  for (i = 0; i < sums->len; i++)
    for (k = 0; k < sums->len && g_array_index (sums, Sum, i).is_hidden; k++)
      {
        Sum *sum = &g_array_index (sums, Sum, i);
        const Sum *other = &g_array_index (sums, Sum, k);

        if (!other->is_hidden && memcmp (sum->has, other->has, sizeof sum->has) == 0)
          sum->is_hidden = FALSE;
      }
}

static void
add_prints (GArray *sums, CasenessEquityAnswer *const *answers, CasenessEquityStage stage, gboolean hides_small_only)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (prints); i++)
    read_print (sums, &prints[i], answers[i], stage, hides_small_only);
  free_told (sums);
}

/* What the prints count is what the people who were invented are, so that the attack is on the right numbers. */
static void
check_counts (const GArray *sums, const int *counts)
{
  guint i, atom;

  for (i = 0; i < sums->len; i++)
    {
      const Sum *sum = &g_array_index (sums, Sum, i);
      int count = 0;

      for (atom = 0; atom < N_ATOMS; atom++)
        count += sum->has[atom] ? counts[atom] : 0;
      g_assert_cmpint (count, ==, (int) sum->count);
    }
}

/* Some people who change what they are, so that it is another service. */
typedef struct
{
  guint atoms[8];
  int steps[8];
  guint n;
} Move;

static void
add_step (Move *move, guint atom, int step)
{
  move->atoms[move->n] = atom;
  move->steps[move->n++] = step;
}

static int
change (const Sum *sum, const Move *move)
{
  int by = 0;
  guint i;

  for (i = 0; i < move->n; i++)
    by += sum->has[move->atoms[i]] ? move->steps[i] : 0;
  return by;
}

/* Nobody is taken from where there is nobody, and everything that is told stays. */
static gboolean
is_possible (const Move *move, const GArray *sums, const int *counts)
{
  guint i;

  for (i = 0; i < move->n; i++)
    if (counts[move->atoms[i]] + move->steps[i] < 0)
      return FALSE;
  for (i = 0; i < sums->len; i++)
    if (!g_array_index (sums, Sum, i).is_hidden && change (&g_array_index (sums, Sum, i), move) != 0)
      return FALSE;
  return TRUE;
}

static void
try_move (const Move *move, const GArray *sums, const int *counts, gboolean *is_open)
{
  guint i;

  if (!is_possible (move, sums, counts))
    return;
  for (i = 0; i < sums->len; i++)
    is_open[i] |= change (&g_array_index (sums, Sum, i), move) != 0;
}

static const guint places[] = { G_N_ELEMENTS (ages) * G_N_ELEMENTS (genders), G_N_ELEMENTS (genders), 1 };
static const guint lengths[] = { G_N_ELEMENTS (ethnicities), G_N_ELEMENTS (ages), G_N_ELEMENTS (genders) };

/* The atom that is @atom but for the traits @axes (bits), in which it is as @other. */
static guint
mix (guint atom, guint other, guint axes)
{
  guint mixed = 0, k;

  for (k = 0; k < G_N_ELEMENTS (places); k++)
    mixed += ((axes >> k & 1) != 0 ? other : atom) / places[k] % lengths[k] * places[k];
  return mixed;
}

/* One person becomes another; two swap some of what they are; four do so around a box. */
static void
try_moves (guint atom, guint other, const GArray *sums, const int *counts, gboolean *is_open)
{
  Move one = { .n = 0 }, box = { .n = 0 };
  guint axes;

  add_step (&one, atom, -1);
  add_step (&one, other, 1);
  try_move (&one, sums, counts, is_open);
  for (axes = 1; axes < 1u << G_N_ELEMENTS (places); axes++)
    {
      Move swap = { .n = 0 };

      add_step (&swap, atom, -1);
      add_step (&swap, other, -1);
      add_step (&swap, mix (atom, other, axes), 1);
      add_step (&swap, mix (other, atom, axes), 1);
      try_move (&swap, sums, counts, is_open);
    }
  for (axes = 0; axes < 1u << G_N_ELEMENTS (places); axes++)
    add_step (&box, mix (atom, other, axes), __builtin_popcount (axes) % 2 == 0 ? -1 : 1);
  try_move (&box, sums, counts, is_open);
}

/* How many hidden numbers have no other service near by in which they are another; the rest cannot be told by any means. */
static guint
count_closed (const GArray *sums, const int *counts, guint *n_hidden)
{
  g_autofree gboolean *is_open = g_new0 (gboolean, sums->len);
  guint n = 0, atom, other, i;

  for (atom = 0; atom < N_ATOMS; atom++)
    for (other = 0; other < N_ATOMS; other++)
      if (atom != other)
        try_moves (atom, other, sums, counts, is_open);
  for (i = 0; i < sums->len; i++)
    if (g_array_index (sums, Sum, i).is_hidden)
      {
        ++*n_hidden;
        n += !is_open[i];
        if (!is_open[i])
          g_test_message ("%s, %g, has no other value near by", g_array_index (sums, Sum, i).name,
                          g_array_index (sums, Sum, i).count);
      }
  return n;
}

static void
test_attack (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (5);
  guint n_without = 0, n_closed = 0, n_hidden = 0, n_told = 0, n_crossed_told = 0, i, k, which;

  for (i = 0; i < N_SERVICES; i++)
    {
      Tally tally = { { { 0 } } };
      g_autoptr(CasenessSnapshot) snapshot = invent (random, &tally);
      CasenessEquityAnswer *answers[G_N_ELEMENTS (prints)];

      for (k = 0; k < G_N_ELEMENTS (prints); k++)
        answers[k] = ask (snapshot, &prints[k], k > 0 ? answers[k - 1]->plan : NULL);
      for (which = 0; which < G_N_ELEMENTS (stages); which++)
        {
          g_autoptr(GArray) sums = sums_new (), small = sums_new ();

          add_prints (sums, answers, stages[which], FALSE);
          add_prints (small, answers, stages[which], TRUE);
          check_counts (sums, tally.counts[stages[which]]);
          g_test_message ("service %u, stage %u", i, stages[which]);
          g_assert_cmpuint (count_solved (sums, TRUE), ==, 0);
          n_closed += count_closed (sums, tally.counts[stages[which]], &n_hidden);
          n_without += count_solved (small, FALSE) > 0;
          for (k = 0; k < sums->len; k++)
            n_told += !g_array_index (sums, Sum, k).is_hidden;
        }
      for (k = 0; k < answers[7]->way->groups->len; k++)
        n_crossed_told += !caseness_equity_shared_hides (caseness_equity_answer_share (answers[7], TRUE), k,
                                                         CASENESS_EQUITY_REFERRED)
                          && caseness_equity_way_get_group (answers[7]->way, k)->observed[CASENESS_EQUITY_REFERRED] > 0;
      for (k = 0; k < G_N_ELEMENTS (prints); k++)
        caseness_equity_answer_unref (answers[k]);
    }
  g_test_message ("%u numbers told, %u hidden, %u of those without another near by; %u crossed ones told", n_told, n_hidden,
                  n_closed, n_crossed_told);
  g_assert_cmpuint (100 * n_closed, <, n_hidden);
  g_assert_cmpuint (n_without, ==, N_SERVICES * G_N_ELEMENTS (stages));
  g_assert_cmpuint (n_told, >, N_SERVICES * G_N_ELEMENTS (stages) * 50);
  g_assert_cmpuint (n_crossed_told, >, N_SERVICES * 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/equity-family/attack", test_attack);
  return g_test_run ();
}
