/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "data-fixture.h"

#include "caseness-demo.h"
#include "caseness-evaluate.h"
#include "caseness-measure-csv.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* What must hold of the figures of any service, tried on invented ones: the parts add up to the whole, and neither the
 * order of rows nor that of imports matters. */

#define FIRST_DAY "2025-01-01"
#define LAST_DAY "2025-04-30"

/* What is invented, and what is done to it. */
typedef struct
{
  const char *name;
  guint32 seed;
  guint providers;
} Service;

static const Service services[] = { { "one", 11, 1 }, { "another", 12, 1 }, { "two-providers", 13, 2 } };

static void
invent (DataFixture *fixture, const Service *service)
{
  g_autofree char *folder = data_fixture_path (fixture, "demo");
  CasenessDemoOptions demo;
  g_autoptr(GError) error = NULL;

  caseness_demo_options_init (&demo);
  demo.seed = service->seed;
  demo.providers = service->providers;
  demo.referrals = 300;
  demo.months = 4;
  demo.end = caseness_date_parse (LAST_DAY);
  caseness_demo_write (folder, &demo, NULL, &error);
  g_assert_no_error (error);
}

static void
import (DataFixture *fixture, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = data_fixture_import (fixture, &error, name, NULL);

  g_assert_no_error (error);
}

static CasenessSnapshot *
load (DataFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = caseness_store_open (fixture->store_path, CASENESS_STORE_READ, &error);
  CasenessSnapshot *snapshot;

  g_assert_no_error (error);
  snapshot = caseness_snapshot_load (store, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

static CasenessAnswer *
ask (CasenessSnapshot *snapshot, const CasenessPeriod *periods, guint n_periods, const CasenessVariable *variable)
{
  CasenessQuestion question = { .periods = periods, .n_periods = n_periods, .variables = &variable, .n_variables = 1 };
  g_autoptr(GError) error = NULL;
  CasenessAnswer *answer = caseness_evaluate (snapshot, &question, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

/* Returns (transfer full): every figure, by several variables, as the command line writes it. */
static char *
write_figures (CasenessSnapshot *snapshot)
{
  const CasenessVariable *variables[] = { NULL, caseness_variable_find ("Age Group"),
                                          caseness_variable_find ("Problem Descriptor"),
                                          caseness_variable_find ("Clinician") };
  CasenessPeriod period = { caseness_date_parse (FIRST_DAY), caseness_date_parse (LAST_DAY) };
  CasenessQuestion question
    = { .periods = &period, .n_periods = 1, .variables = variables, .n_variables = G_N_ELEMENTS (variables) };
  CasenessMeasureCsvOptions options = { .is_exact = TRUE };
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessAnswer) answer = caseness_evaluate (snapshot, &question, NULL, &error);
  gsize length;

  g_assert_no_error (error);
  caseness_measures_write_csv (writer, answer, &options);
  return g_strdup (caseness_csv_writer_peek (writer, &length));
}

/* Counted by a day in the period. What stands at its end does not add up, nor what is told by the work that people have
 * at its end (EA276 to EA279). */
static gboolean
adds_up (const CasenessMeasure *measure)
{
  return measure->statistic == CASENESS_STATISTIC_COUNT && *measure->date != '\0'
         && strstr (measure->conditions, "Employment_Latest") == NULL;
}

/* Four months, and the four months together. */
static void
test_months (DataFixture *fixture, gconstpointer data)
{
  CasenessPeriod periods[5];
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(CasenessAnswer) answer = NULL;
  guint n_added = 0, i, k;

  invent (fixture, data);
  import (fixture, "demo");
  snapshot = load (fixture);
  for (i = 0; i < 4; i++)
    periods[i] = caseness_period_around (CASENESS_PERIOD_MONTH, caseness_date_new (2025, 1 + (int) i, 1));
  periods[4] = (CasenessPeriod){ periods[0].start, periods[3].end };
  answer = ask (snapshot, periods, G_N_ELEMENTS (periods), NULL);
  for (k = 0; k < caseness_answer_get_n_measures (answer); k++)
    {
      double sum = 0;

      if (!adds_up (caseness_answer_get_measure (answer, k)))
        continue;
      for (i = 0; i < 4; i++)
        sum += caseness_answer_get (answer, i, 0, 0, k).value;
      g_test_message ("%s", caseness_answer_get_measure (answer, k)->id);
      g_assert_cmpfloat (sum, ==, caseness_answer_get (answer, 4, 0, 0, k).value);
      n_added += sum > 0;
    }
  g_assert_cmpuint (n_added, >, 60);
}

/* The groups of a variable in which everybody is in one group add up; of the others nobody is lost. */
static void
test_groups (DataFixture *fixture, gconstpointer data)
{
  const GPtrArray *variables = caseness_variable_get_all ();
  CasenessPeriod period = { caseness_date_parse (FIRST_DAY), caseness_date_parse (LAST_DAY) };
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(CasenessAnswer) total = NULL;
  guint v, k, g;

  invent (fixture, data);
  import (fixture, "demo");
  snapshot = load (fixture);
  total = ask (snapshot, &period, 1, NULL);
  for (v = 0; v < variables->len; v++)
    {
      const CasenessVariable *variable = g_ptr_array_index (variables, v);
      g_autoptr(CasenessAnswer) answer = ask (snapshot, &period, 1, variable);

      for (k = 0; k < caseness_answer_get_n_measures (answer); k++)
        {
          double sum = 0, whole = caseness_answer_get (total, 0, 0, 0, k).value;

          if (!adds_up (caseness_answer_get_measure (answer, k)))
            continue;
          for (g = 0; g < caseness_answer_get_n_groups (answer, 0, 0); g++)
            sum += caseness_answer_get (answer, 0, 0, g, k).value;
          g_test_message ("%s by %s", caseness_answer_get_measure (answer, k)->id, caseness_variable_get_name (variable));
          if (caseness_variable_is_many (variable))
            g_assert_cmpfloat (sum, >=, whole);
          else
            g_assert_cmpfloat (sum, ==, whole);
        }
    }
}

/* Turns the rows of a file below its heading round. */
static void
turn_round (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr(GString) turned = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;
  gboolean has_returns;
  guint n, i;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  has_returns = strstr (text, "\r\n") != NULL;
  lines = g_strsplit (g_strchomp (text), has_returns ? "\r\n" : "\n", -1);
  n = g_strv_length (lines);
  for (i = 0; i < n; i++)
    g_string_append_printf (turned, "%s%s", lines[i == 0 ? 0 : n - i], has_returns ? "\r\n" : "\n");
  g_assert_true (g_file_set_contents (path, turned->str, (gssize) turned->len, NULL));
}

/* In every table but those of which the last row of a key counts (rulings 27 and 28, and codes of one person). */
static void
turn_folder_round (const char *folder)
{
  static const char *const tables[] = { "IDS101Referral.csv", "IDS201CareContact.csv", "IDS202CareActivity.csv",
                                        "IDS205InternetEnabledTherapyLog.csv", "IDS001MPI.csv", "IDS002GP.csv" };
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gsize i;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        turn_folder_round (path);
      for (i = 0; i < G_N_ELEMENTS (tables); i++)
        if (strcmp (name, tables[i]) == 0)
          turn_round (path);
    }
}

static void
test_order_of_rows (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = data_fixture_path (fixture, "demo");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(CasenessSnapshot) first = NULL;
  g_autoptr(CasenessSnapshot) second = NULL;

  invent (fixture, data);
  import (fixture, "demo");
  first = load (fixture);
  before = write_figures (first);
  g_assert_cmpint (g_remove (fixture->store_path), ==, 0);
  turn_folder_round (folder);
  import (fixture, "demo");
  second = load (fixture);
  after = write_figures (second);
  g_assert_cmpstr (before, ==, after);
}

/* Months one by one, the latest first, against all of them at once. */
static void
test_order_of_imports (DataFixture *fixture, gconstpointer data)
{
  static const char *const months[] = { "demo/2025-04", "demo/2025-02", "demo/2025-01", "demo/2025-03" };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(CasenessSnapshot) first = NULL;
  g_autoptr(CasenessSnapshot) second = NULL;
  gsize i;

  invent (fixture, data);
  import (fixture, "demo");
  first = load (fixture);
  before = write_figures (first);
  g_assert_cmpint (g_remove (fixture->store_path), ==, 0);
  for (i = 0; i < G_N_ELEMENTS (months); i++)
    import (fixture, months[i]);
  second = load (fixture);
  after = write_figures (second);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  gsize i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (services); i++)
    {
      g_autofree char *months = g_strdup_printf ("/measures/adding-up/months/%s", services[i].name);
      g_autofree char *groups = g_strdup_printf ("/measures/adding-up/groups/%s", services[i].name);
      g_autofree char *rows = g_strdup_printf ("/measures/adding-up/order-of-rows/%s", services[i].name);

      DATA_FIXTURE_ADD (months, test_months, &services[i]);
      DATA_FIXTURE_ADD (groups, test_groups, &services[i]);
      DATA_FIXTURE_ADD (rows, test_order_of_rows, &services[i]);
    }
  DATA_FIXTURE_ADD ("/measures/adding-up/order-of-imports", test_order_of_imports, &services[0]);
  return g_test_run ();
}
