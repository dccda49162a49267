/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm.h"
#include "caseness-equity.h"
#include "caseness-import.h"
#include "caseness-measure-csv.h"
#include "caseness-pathway-csv.h"
#include "caseness-ptl-csv.h"
#include "caseness-recovery.h"

#include <glib/gstdio.h>
#include <string.h>

/* The worked service, imported as it lies, against what it must say, to the last cell. */

#define AS_AT "2025-06-30"

typedef struct
{
  char **headings;
  GPtrArray *rows; /* char ** */
} Table;

static Table *
table_new (const char *csv)
{
  g_auto(GStrv) lines = g_strsplit (csv, "\n", -1);
  Table *table = g_new0 (Table, 1);
  guint i;

  g_assert_null (strchr (csv, '"')); /* the worked service has no field that needs quotes */
  table->headings = g_strsplit (lines[0], ",", -1);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (table->rows, g_strsplit (lines[i], ",", -1));
  return table;
}

static void
table_free (Table *table)
{
  g_strfreev (table->headings);
  g_ptr_array_unref (table->rows);
  g_free (table);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

static guint
find_column (const Table *table, const char *heading)
{
  guint i;

  for (i = 0; table->headings[i] != NULL; i++)
    if (strcmp (table->headings[i], heading) == 0)
      return i;
  g_error ("no column %s", heading);
}

static char *
get_expected_path (const char *name)
{
  return g_build_filename (g_getenv ("CASENESS_SHARED_DIR"), "data", "exampleshire-expected", name, NULL);
}

/* Every expected cell; columns of ours that were not expected may stand beside them. */
static void
check_table (const char *name, const char *csv)
{
  g_autofree char *path = get_expected_path (name), *text = NULL;
  g_autoptr(Table) expected = NULL, found = table_new (csv);
  guint i, k;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  expected = table_new (text);
  g_assert_cmpuint (found->rows->len, ==, expected->rows->len);
  for (k = 0; expected->headings[k] != NULL; k++)
    {
      guint column = find_column (found, expected->headings[k]);

      if (strcmp (expected->headings[k], "PathwayID") == 0)
        continue;
      for (i = 0; i < expected->rows->len; i++)
        {
          const char *wanted = ((char **) g_ptr_array_index (expected->rows, i))[k];
          const char *cell = ((char **) g_ptr_array_index (found->rows, i))[column];

          if (strcmp (cell, wanted) != 0)
            g_test_message ("%s: row %u, %s", name, i, expected->headings[k]);
          g_assert_cmpstr (cell, ==, wanted);
        }
    }
}

static CasenessSnapshot *
import_service (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CASENESS_SHARED_DIR"), "data", "exampleshire", NULL);
  g_autofree char *own_folder = g_dir_make_tmp ("caseness-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (own_folder, "worked.caseness", NULL);
  g_autoptr(GDateTime) now = g_date_time_new_utc (2025, 7, 22, 9, 0, 0);
  const char *const paths[] = { folder, NULL };
  CasenessImportOptions options = { .now = now };
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GError) error = NULL;
  CasenessSnapshot *snapshot;

  receipt = caseness_import_file (file, paths, &options, NULL, &error);
  g_assert_no_error (error);
  store = caseness_store_open (file, CASENESS_STORE_READ, &error);
  g_assert_no_error (error);
  snapshot = caseness_snapshot_load (store, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&store, caseness_store_close);
  g_assert_cmpint (g_remove (file), ==, 0);
  g_assert_cmpint (g_rmdir (own_folder), ==, 0);
  return snapshot;
}

static void
test_pathways (gconstpointer data)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

  caseness_pathway_write_csv (writer, data, NULL);
  check_table ("pathways.csv", caseness_csv_writer_peek (writer, NULL));
}

/* ptl-STAGE-by-SPLIT.csv and ptl-STAGE-list.csv name what to ask. */
static void
check_ptl (CasenessSnapshot *snapshot, const char *name)
{
  g_autofree char *words = g_strndup (name + strlen ("ptl-"), strlen (name) - strlen ("ptl-.csv"));
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  g_autoptr(CasenessPtl) ptl = NULL;
  CasenessPtlSplit split = CASENESS_PTL_SPLIT_ALL;
  CasenessStage stage;
  char *by = strstr (words, "-by-");
  gboolean is_list = by == NULL;

  if (is_list)
    words[strlen (words) - strlen ("-list")] = '\0';
  else
    g_assert_true (caseness_ptl_split_parse (by + strlen ("-by-"), &split));
  if (!is_list)
    *by = '\0';
  g_assert_true (caseness_stage_parse (words, &stage));
  ptl = caseness_ptl_new (snapshot, stage, caseness_date_parse (AS_AT), CASENESS_STANDARD_OF_STAGE, NULL);
  if (is_list)
    caseness_ptl_write_people_csv (writer, ptl, NULL, NULL);
  else
    caseness_ptl_write_grid_csv (writer, ptl, split);
  check_table (name, caseness_csv_writer_peek (writer, NULL));
}

static void
test_ptl (gconstpointer data)
{
  g_autofree char *folder = get_expected_path (NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "ptl-"))
      {
        check_ptl ((CasenessSnapshot *) data, name);
        n++;
      }
  g_assert_cmpuint (n, ==, 16);
}

/* One file of the worked service: the same three questions that its README names. */
static const struct
{
  const char *name;
  const char *from;
  const char *to;
  gboolean is_monthly;
  const char *ids[7];
  const char *variables[4];
} questions[] = {
  { "measures-by-month.csv", "2025-01-01", "2025-06-30", TRUE },
  { "measures-quarter.csv", "2025-04-01", "2025-06-30", FALSE },
  { "measures-breakdowns.csv", "2025-04-01", "2025-06-30", FALSE,
    { "M001", "M031", "M076", "M186", "M191", "M192" }, { "Age Group", "Ethnic Group", "Problem Descriptor" } },
};

static GArray *
cut_periods (const char *from, const char *to, gboolean is_monthly)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (CasenessPeriod));
  CasenessDate end = caseness_date_parse (to);
  CasenessPeriod period = { caseness_date_parse (from), end };

  for (; period.start <= end; period.start = period.end + 1)
    {
      period.end = is_monthly ? caseness_date_month_end (period.start) : end;
      g_array_append_val (periods, period);
    }
  return periods;
}

static void
check_question (CasenessSnapshot *snapshot, guint index)
{
  g_autoptr(GArray) periods
    = cut_periods (questions[index].from, questions[index].to, questions[index].is_monthly);
  const CasenessMeasure *measures[7] = { NULL };
  const CasenessVariable *variables[4] = { NULL };
  CasenessQuestion question = { (const CasenessPeriod *) (gconstpointer) periods->data, periods->len };
  CasenessMeasureCsvOptions options = { FALSE };
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  g_autoptr(CasenessAnswer) answer = NULL;

  for (; questions[index].ids[question.n_measures] != NULL; question.n_measures++)
    measures[question.n_measures] = caseness_measure_find (questions[index].ids[question.n_measures]);
  for (; questions[index].variables[question.n_variables] != NULL; question.n_variables++)
    variables[question.n_variables] = caseness_variable_find (questions[index].variables[question.n_variables]);
  question.measures = question.n_measures > 0 ? measures : NULL;
  question.variables = variables;
  answer = caseness_evaluate (snapshot, &question, NULL, NULL);
  g_assert_nonnull (answer);
  caseness_measures_write_csv (writer, answer, &options);
  check_table (questions[index].name, caseness_csv_writer_peek (writer, NULL));
}

static void
test_measures (gconstpointer data)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (questions); i++)
    check_question ((CasenessSnapshot *) data, i);
}

/* Byte for byte: these files have quotes in no cell and columns in the order of ours. */
static void
check_text (const char *name, CasenessCsvWriter *writer)
{
  g_autofree char *path = get_expected_path (name), *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (caseness_csv_writer_peek (writer, NULL), ==, text);
}

static const struct
{
  const char *name;
  const char *variable;
} breakdowns[] = {
  { "recovery-by-clinician.csv", "Clinician" },
  { "recovery-by-modality.csv", "Modality" },
  { "recovery-by-problem.csv", "Problem Descriptor" },
  { "recovery-by-step.csv", "Step" },
  { "recovery-by-team.csv", "Team" },
  { "adsm-by-clinician.csv", "Clinician" },
  { "adsm-by-problem.csv", "Problem Descriptor" },
  { "equity-age-group.csv", "Age Group" },
  { "equity-ethnic-group.csv", "Ethnic Group" },
  { "equity-gender.csv", "Gender" },
};

static void
write_breakdown (CasenessCsvWriter *writer, CasenessFrame *frame, const char *name, const CasenessVariable *variable)
{
  g_autoptr(GPtrArray) variables = g_ptr_array_new (), rows = NULL;
  g_autoptr(CasenessEquityWay) equity = NULL;

  g_ptr_array_add (variables, (gpointer) variable);
  if (g_str_has_prefix (name, "recovery"))
    caseness_recovery_write_csv (writer, rows = caseness_recovery_count (frame, variables, NULL));
  else if (g_str_has_prefix (name, "adsm"))
    caseness_adsm_write_csv (writer, rows = caseness_adsm_count (frame, variables, NULL));
  else
    caseness_equity_write_csv (writer, equity = caseness_equity_count (frame, variable, NULL, NULL),
                               CASENESS_EQUITY_TREATED, NULL);
}

static void
test_breakdowns (gconstpointer data)
{
  g_autoptr(CasenessFrame) frame = caseness_frame_new ((CasenessSnapshot *) data);
  const CasenessPeriod half_year = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 6, 30) };
  guint i;

  caseness_frame_set_period (frame, &half_year);
  for (i = 0; i < G_N_ELEMENTS (breakdowns); i++)
    {
      g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

      write_breakdown (writer, frame, breakdowns[i].name, caseness_variable_find (breakdowns[i].variable));
      check_text (breakdowns[i].name, writer);
    }
}

static void
test_sources (gconstpointer data)
{
  CasenessDate june = caseness_date_new (2025, 6, 30);

  g_assert_cmpuint (caseness_snapshot_get_n_pathways (data), ==, 500);
  g_assert_cmpint (caseness_snapshot_get_latest_period_end (data), ==, june);
  g_assert_cmpint (caseness_snapshot_get_earliest_period_start (data), ==, caseness_date_new (2025, 1, 1));
  g_assert_cmpstr (caseness_snapshot_get_service_name (data), ==, "XA1");
  g_assert_cmpuint (caseness_snapshot_get_n_sources (data), ==, 12);
  g_assert_cmpstr (caseness_snapshot_describe_sources (data), ==,
                   "6 submissions to June 2025; 6 local lists loaded 22 Jul 2025; receipt 1");
}

int
main (int argc, char **argv)
{
  CasenessSnapshot *snapshot;
  int status;

  g_test_init (&argc, &argv, NULL);
  snapshot = import_service ();
  g_test_add_data_func ("/measures/exampleshire/pathways", snapshot, test_pathways);
  g_test_add_data_func ("/measures/exampleshire/ptl", snapshot, test_ptl);
  g_test_add_data_func ("/measures/exampleshire/measures", snapshot, test_measures);
  g_test_add_data_func ("/measures/exampleshire/breakdowns", snapshot, test_breakdowns);
  g_test_add_data_func ("/measures/exampleshire/sources", snapshot, test_sources);
  status = g_test_run ();
  caseness_snapshot_unref (snapshot);
  return status;
}
