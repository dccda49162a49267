/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caseness-measure.h"
#include "caseness-variable.h"
#include "fixture.h"

#include "caseness-csv-reader.h"

#include <string.h>

/* The national metadata, row by row, against the catalogue: nothing of it is left out, and nothing called otherwise. */

enum
{
  COLUMN_TYPE,
  COLUMN_ID = 2,
  COLUMN_NAME,
  N_COLUMNS
};

typedef struct
{
  CasenessFrame *frame;
  guint n_measures;
  guint n_computed;
  guint n_groups;
} Reading;

/* Either there is a figure, or the definition says why not. */
static void
check_measure (Reading *reading, const char *id, const char *name)
{
  const CasenessMeasure *measure = caseness_measure_find (id);

  if (measure == NULL)
    g_error ("the catalogue lacks %s, %s", id, name);
  g_assert_cmpstr (measure->name, ==, name);
  if (measure->statistic == CASENESS_STATISTIC_NONE)
    g_assert_true (g_str_has_prefix (measure->definition, "Cannot be computed: "));
  reading->n_measures++;
  reading->n_computed += measure->statistic != CASENESS_STATISTIC_NONE;
}

static char *
dup_part (char **lines, const char *prefix)
{
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], prefix))
      return g_strstrip (g_strdup (lines[i] + strlen (prefix)));
  return NULL;
}

/* Every group is there though nobody is in it (rulings 60). */
static void
check_group (Reading *reading, const char *name)
{
  g_auto(GStrv) lines = g_strsplit (name, "\n", -1);
  g_autofree char *type = dup_part (lines, "Variable Type:"), *first = dup_part (lines, "Variable A:");
  g_autofree char *second = dup_part (lines, "Variable B:");
  g_autofree char *label = second != NULL ? g_strdup_printf ("%s: %s", first, second) : g_strdup (first);
  const CasenessVariable *variable = caseness_variable_find (type);
  g_autoptr(CasenessGrouping) grouping = NULL;

  if (variable == NULL)
    g_error ("there is no variable %s", type);
  grouping = caseness_variable_group (variable, reading->frame);
  if (!g_ptr_array_find_with_equal_func (grouping->labels, label, g_str_equal, NULL))
    g_error ("%s has no group %s", type, label);
  reading->n_groups++;
}

static gboolean
check_row (const CasenessCsvRow *row, gpointer user_data, GError **error)
{
  g_assert_cmpuint (row->n_held, ==, N_COLUMNS);
  if (strcmp (row->cells[COLUMN_TYPE], "Variable") == 0)
    check_group (user_data, row->cells[COLUMN_NAME]);
  else if (row->line > 1)
    check_measure (user_data, row->cells[COLUMN_ID], row->cells[COLUMN_NAME]);
  return TRUE;
}

static void
test_metadata (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CASENESS_SHARED_DIR"), "reference", "measures",
                                            "national-measures-2026-07.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new ("R R1 2025-01-02", NULL);
  const CasenessPeriod january = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 1, 31) };
  Reading reading = { caseness_frame_new (snapshot), 0, 0, 0 };
  g_autoptr(CasenessCsvReader) reader = caseness_csv_reader_new (path, N_COLUMNS, check_row, &reading);
  GError *error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  caseness_frame_set_period (reading.frame, &january);
  g_assert_true (caseness_csv_reader_feed (reader, text, length, &error));
  g_assert_true (caseness_csv_reader_finish (reader, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (reading.n_measures, ==, 343);
  g_assert_cmpuint (reading.n_groups, ==, 138);
  g_assert_cmpuint (reading.n_computed, >, 300);
  caseness_frame_free (reading.frame);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/national-catalogue/metadata", test_metadata);
  return g_test_run ();
}
