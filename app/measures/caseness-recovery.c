/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery.h"

#include "caseness-casemix.h"
#include "caseness-courses.h"
#include "caseness-percent.h"
#include "caseness-statistics-ratios.h"

#include <math.h>
#include <string.h>

#define CONFIDENCE 0.95
#define DECIMALS 6
#define DESCRIPTOR "Problem Descriptor"

static void
recovery_free (gpointer data)
{
  CasenessRecovery *recovery = data;

  g_free (recovery->group);
  g_free (recovery);
}

static void
add_course (CasenessRecovery *self, const CasenessSnapshot *snapshot, guint index, const CasenessCasemix *casemix)
{
  guint flags = caseness_snapshot_get_flags (snapshot, index);
  gboolean is_recovered = (flags & CASENESS_OUTCOME_RECOVERY) != 0;
  gboolean is_improved = (flags & CASENESS_OUTCOME_IMPROVEMENT) != 0;

  self->courses++;
  self->not_at_caseness += (flags & CASENESS_OUTCOME_NOT_CASENESS) != 0;
  self->recovered += is_recovered;
  self->improved += is_improved;
  self->deteriorated += (flags & CASENESS_OUTCOME_DETERIORATION) != 0;
  self->no_change += (flags & CASENESS_OUTCOME_NO_CHANGE) != 0;
  self->reliably_recovered += is_recovered && is_improved;
  self->sessions += (guint) caseness_snapshot_get_count (snapshot, index, CASENESS_PATHWAY_TREATMENTS);
  if ((flags & CASENESS_OUTCOME_CASENESS) != 0)
    {
      self->at_caseness++;
      self->expected += caseness_casemix_expect (casemix, index);
    }
}

static gboolean
has_problem (const GPtrArray *variables)
{
  guint i;

  for (i = 0; i < variables->len; i++)
    if (strcmp (caseness_variable_get_name (g_ptr_array_index (variables, i)), DESCRIPTOR) == 0)
      return TRUE;
  return FALSE;
}

GPtrArray *
caseness_recovery_count (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people)
{
  const CasenessSnapshot *snapshot = caseness_frame_get_snapshot (frame);
  g_autoptr(GPtrArray) groups = caseness_courses_group (frame, variables, people);
  g_autoptr(CasenessCasemix) casemix = caseness_casemix_new (frame, has_problem (variables));
  GPtrArray *rows = g_ptr_array_new_with_free_func (recovery_free);
  guint i, k;

  for (i = 0; i < groups->len; i++)
    {
      const CasenessCourseGroup *group = g_ptr_array_index (groups, i);
      CasenessRecovery *row = g_new0 (CasenessRecovery, 1);

      row->group = g_strdup (group->label);
      for (k = 0; k < group->pathways->len; k++)
        add_course (row, snapshot, g_array_index (group->pathways, guint32, k), casemix);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

guint
caseness_recovery_get_denominator (const CasenessRecovery *recovery)
{
  return recovery->courses - recovery->not_at_caseness;
}

CasenessInterval
caseness_recovery_get_rate (const CasenessRecovery *recovery)
{
  return caseness_interval_wilson (recovery->recovered, caseness_recovery_get_denominator (recovery), CONFIDENCE);
}

CasenessInterval
caseness_recovery_get_ratio (const CasenessRecovery *recovery)
{
  CasenessInterval undefined = { NAN, NAN, NAN };

  return recovery->expected >= CASENESS_FEWEST_EXPECTED
           ? caseness_standardised_ratio (recovery->recovered, recovery->expected, CONFIDENCE)
           : undefined;
}

static void
write_share (CasenessCsvWriter *writer, guint numerator, guint denominator)
{
  caseness_csv_writer_int (writer, numerator);
  caseness_percent_write (writer, caseness_percent_round (numerator, denominator, 1));
}

static void
write_row (CasenessCsvWriter *writer, const CasenessRecovery *row)
{
  CasenessInterval rate = caseness_recovery_get_rate (row), ratio = caseness_recovery_get_ratio (row);

  caseness_csv_writer_text (writer, row->group);
  caseness_csv_writer_int (writer, row->courses);
  caseness_csv_writer_int (writer, row->at_caseness);
  write_share (writer, row->recovered, caseness_recovery_get_denominator (row));
  caseness_percent_write (writer, 100 * rate.lower);
  caseness_percent_write (writer, 100 * rate.upper);
  caseness_csv_writer_number (writer, row->expected, DECIMALS);
  caseness_csv_writer_number (writer, ratio.value, DECIMALS);
  caseness_csv_writer_number (writer, ratio.lower, DECIMALS);
  caseness_csv_writer_number (writer, ratio.upper, DECIMALS);
  write_share (writer, row->improved, row->courses);
  caseness_csv_writer_int (writer, row->no_change);
  caseness_csv_writer_int (writer, row->deteriorated);
  write_share (writer, row->reliably_recovered, caseness_recovery_get_denominator (row));
  caseness_csv_writer_number (writer, (double) row->sessions / row->courses, DECIMALS);
  caseness_csv_writer_end_row (writer);
}

void
caseness_recovery_write_csv (CasenessCsvWriter *writer, const GPtrArray *rows)
{
  static const char *const head[]
    = { "group", "courses", "at_caseness", "recovered", "recovery_pct", "recovery_low", "recovery_high",
        "expected", "ratio", "ratio_low", "ratio_high", "reliable_improvement", "reliable_improvement_pct",
        "no_change", "reliable_deterioration", "reliable_recovery", "reliable_recovery_pct", "mean_sessions", NULL };
  guint i;

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < rows->len; i++)
    write_row (writer, g_ptr_array_index (rows, i));
}
