/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caseness-evaluate.h"
#include "fixture.h"

#include <math.h>

/* Asked together, figures come from two threads, from groups side by side and from bitmaps that are kept; asked one by
 * one, from rows. The same must come out. */

/* Enough for a second thread. */
#define N_PATHWAYS 20500
#define N_PERIODS 3

static void
add_day (GString *script, GRand *random, const char *before)
{
  g_string_append_printf (script, "%s2025-%02d-%02d", before, g_rand_int_range (random, 1, 4),
                          g_rand_int_range (random, 1, 29));
}

/* Referrals of random sources of everything that measures and variables look at. */
static CasenessSnapshot *
make_service (GRand *random, guint n)
{
  static const char *const therapies[] = { "CBT", "304891004", "748051000000105", "-" };
  static const char *const localities[] = { "Castle", "Harbour", "-" };
  g_autoptr(GString) script = g_string_new (NULL);
  guint i;

  for (i = 0; i < n; i++)
    {
      g_string_append_printf (script, "R R%u 2025-%02d-%02d", i, g_rand_int_range (random, 1, 4),
                              g_rand_int_range (random, 1, 29));
      if (g_rand_boolean (random))
        g_string_append_printf (script, " 2025-%02d-28", g_rand_int_range (random, 3, 6));
      g_string_append_printf (script, ";M %d%02d %d %c;Q %s - -;D %d", g_rand_int_range (random, 1940, 2008),
                              g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 3),
                              'A' + g_rand_int_range (random, 0, 8), localities[g_rand_int_range (random, 0, 3)],
                              g_rand_int_range (random, 1, 11));
      if (g_rand_int_range (random, 0, 3) > 0)
        {
          g_string_append_printf (script, ";C C%u", i);
          add_day (script, random, " ");
          g_string_append_printf (script, " 0%d %d A%u/S%d/%s+PHQ9:%d+GAD:%d", g_rand_int_range (random, 1, 6),
                                  g_rand_int_range (random, 2, 8), i, g_rand_int_range (random, 1, 9),
                                  therapies[g_rand_int_range (random, 0, 4)], g_rand_int_range (random, 0, 28),
                                  g_rand_int_range (random, 0, 22));
        }
      if (g_rand_int_range (random, 0, 4) == 0)
        {
          add_day (script, random, ";E ");
          g_string_append_printf (script, " 0%d 1", g_rand_int_range (random, 1, 9));
        }
      g_string_append_c (script, ';');
    }
  return fixture_snapshot_new (script->str, NULL);
}

static gboolean
is_same_number (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* The answers to one period and one variable, looked for in the answer to all. */
static guint
compare_block (const CasenessAnswer *all, guint period, guint variable, const CasenessAnswer *one)
{
  guint n_groups = caseness_answer_get_n_groups (one, 0, 0), g, m;

  g_assert_cmpuint (caseness_answer_get_n_groups (all, period, variable), ==, n_groups);
  for (g = 0; g < n_groups; g++)
    {
      g_assert_cmpstr (caseness_answer_get_group (all, period, variable, g), ==, caseness_answer_get_group (one, 0, 0, g));
      for (m = 0; m < caseness_answer_get_n_measures (one); m++)
        {
          CasenessFigure a = caseness_answer_get (all, period, variable, g, m);
          CasenessFigure b = caseness_answer_get (one, 0, 0, g, m);

          if (!is_same_number (a.numerator, b.numerator) || !is_same_number (a.denominator, b.denominator)
              || !is_same_number (a.value, b.value))
            g_error ("%s by %s, %s: %g of %g is %g, and %g of %g is %g", caseness_answer_get_measure (one, m)->id,
                     caseness_answer_get_variable_name (one, 0), caseness_answer_get_group (one, 0, 0, g), a.numerator,
                     a.denominator, a.value, b.numerator, b.denominator, b.value);
        }
    }
  return n_groups;
}

static void
check_together (CasenessSnapshot *snapshot, const CasenessFilter *filter)
{
  CasenessPeriod periods[N_PERIODS];
  const GPtrArray *variables = caseness_variable_get_all ();
  g_autoptr(GPtrArray) asked = g_ptr_array_new ();
  g_autoptr(CasenessAnswer) all = NULL;
  CasenessQuestion question = { .periods = periods, .n_periods = N_PERIODS, .filter = filter };
  guint n_groups = 0, i, p;

  for (p = 0; p < N_PERIODS; p++)
    periods[p] = (CasenessPeriod){ caseness_date_new (2025, (int) p + 1, 1),
                                   caseness_date_month_end (caseness_date_new (2025, (int) p + 1, 1)) };
  g_ptr_array_add (asked, NULL);
  for (i = 0; i < variables->len; i++)
    g_ptr_array_add (asked, g_ptr_array_index (variables, i));
  question.variables = (const CasenessVariable *const *) asked->pdata;
  question.n_variables = asked->len;
  all = caseness_evaluate (snapshot, &question, NULL, NULL);
  for (p = 0; p < N_PERIODS; p++)
    for (i = 0; i < asked->len; i++)
      {
        CasenessQuestion single = { .periods = &periods[p], .n_periods = 1, .filter = filter, .n_variables = 1 };
        g_autoptr(CasenessAnswer) one = NULL;

        single.variables = (const CasenessVariable *const *) &asked->pdata[i];
        one = caseness_evaluate (snapshot, &single, NULL, NULL);
        n_groups += compare_block (all, p, i, one);
      }
  g_assert_cmpuint (n_groups, >, 100);
}

static void
test_small (void)
{
  guint seed;

  for (seed = 1; seed <= 5; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(CasenessSnapshot) snapshot = make_service (random, 60 + seed);
      g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
      g_autoptr(CasenessFilter) castle = caseness_filter_with (everybody, CASENESS_DIMENSION_LOCALITY, "Castle");

      check_together (snapshot, NULL);
      check_together (snapshot, castle);
      check_together (snapshot, NULL); /* what is kept is not what the filter left */
    }
}

/* Counts over rows and over bitmaps; people behind a figure are as many as the figure says. */
static void
test_people (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (9);
  g_autoptr(CasenessSnapshot) snapshot = make_service (random, 300);
  CasenessPeriod period = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 3, 31) };
  CasenessQuestion question = { .periods = &period, .n_periods = 1 };
  g_autoptr(CasenessAnswer) answer = caseness_evaluate (snapshot, &question, NULL, NULL);
  guint m, n_counted = 0;

  for (m = 0; m < caseness_answer_get_n_measures (answer); m++)
    {
      const CasenessMeasure *measure = caseness_answer_get_measure (answer, m);
      g_autoptr(GArray) rows = NULL;

      if (measure->statistic != CASENESS_STATISTIC_COUNT)
        continue;
      rows = caseness_evaluate_rows (snapshot, &question, measure, NULL);
      g_assert_cmpfloat (caseness_answer_get (answer, 0, 0, 0, m).value, ==, rows->len);
      n_counted += rows->len > 0;
    }
  g_assert_cmpuint (n_counted, >, 20);
}

/* What several threads derived hangs from the pathways that it was derived for, and in their order. */
static void
check_owners (const CasenessSnapshot *snapshot)
{
  const CasenessEvents *events = caseness_snapshot_get_events (snapshot);
  const CasenessSpans *contacts = &events->spans[CASENESS_EVENT_CONTACTS], *logs = &events->spans[CASENESS_EVENT_LOGS];
  guint n_staff = 0, n_contacts = 0, n_logs = 0, i, k, n;

  for (i = 0; i < caseness_snapshot_get_n_pathways (snapshot); i++)
    {
      guint first = caseness_spans_get (contacts, i, &n);

      g_assert_cmpuint (first, ==, n_contacts);
      for (k = 0; k < n; k++)
        {
          CasenessContact contact;

          caseness_events_get_contact (events, first + k, &contact);
          g_assert_cmpuint (contact.pathway, ==, i);
          g_assert_cmpuint (contact.first_staff, ==, n_staff);
          n_staff += contact.n_staff;
        }
      n_contacts += n;
      first = caseness_spans_get (logs, i, &n);
      for (k = 0; k < n; k++)
        g_assert_cmpint (caseness_packed_get (caseness_rows_peek (logs->rows, G_STRUCT_OFFSET (CasenessLog, pathway)), first + k), ==, (gint32) i);
      n_logs += n;
    }
  g_assert_cmpuint (n_contacts, ==, contacts->rows->n);
  g_assert_cmpuint (n_logs, ==, logs->rows->n);
  g_assert_cmpuint (n_staff, ==, events->staff->n);
  g_assert_cmpuint (n_staff, >, 1000);
}

static void
test_threads (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (10);
  g_autoptr(CasenessSnapshot) snapshot = make_service (random, N_PATHWAYS);

  g_assert_cmpuint (caseness_snapshot_get_n_pathways (snapshot), ==, N_PATHWAYS);
  check_owners (snapshot);
  check_together (snapshot, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/together/small", test_small);
  g_test_add_func ("/measures/together/people", test_people);
  g_test_add_func ("/measures/together/threads", test_threads);
  return g_test_run ();
}
