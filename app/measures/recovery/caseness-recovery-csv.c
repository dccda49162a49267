/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery.h"

#include "caseness-percent.h"

#define DECIMALS 6

static void
write_share (CasenessCsvWriter *writer, guint numerator, guint denominator)
{
  caseness_csv_writer_int (writer, numerator);
  caseness_percent_write (writer, caseness_percent_round (numerator, denominator, 1));
}

static void
write_cells (CasenessCsvWriter *writer, const CasenessRecovery *row)
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
  caseness_csv_writer_number (writer, caseness_recovery_get_mean_sessions (row), DECIMALS);
}

/* The headings of write_cells () and of write_further_cells (). */
#define HEADINGS                                                                                                      \
  "group", "courses", "at_caseness", "recovered", "recovery_pct", "recovery_low", "recovery_high", "expected",        \
    "ratio", "ratio_low", "ratio_high", "reliable_improvement", "reliable_improvement_pct", "no_change",              \
    "reliable_deterioration", "reliable_recovery", "reliable_recovery_pct", "mean_sessions"
#define FURTHER_HEADINGS                                                                                              \
  "more_than_expected", "no_outcome", "median_sessions", "phq9_pairs", "phq9_effect_size", "gad7_pairs",              \
    "gad7_effect_size", "wsas_pairs", "wsas_effect_size", "median_days_to_first", "first_within_6_weeks",             \
    "median_days_to_second", "appointments", "missed", "missed_pct"

static void
write_further_cells (CasenessCsvWriter *writer, const CasenessRecovery *row)
{
  guint i;

  caseness_csv_writer_number (writer, caseness_recovery_get_more (row), DECIMALS);
  caseness_csv_writer_int (writer, row->no_outcome);
  caseness_csv_writer_number (writer, row->median_sessions, DECIMALS);
  for (i = 0; i < CASENESS_N_RECOVERY_SCALES; i++)
    {
      caseness_csv_writer_int (writer, row->changes[i].n);
      caseness_csv_writer_number (writer, caseness_recovery_get_effect (row, i), DECIMALS);
    }
  caseness_csv_writer_number (writer, row->first_waits.median, DECIMALS);
  caseness_csv_writer_int (writer, row->first_waits.within_6_weeks);
  caseness_csv_writer_number (writer, row->second_waits.median, DECIMALS);
  caseness_csv_writer_int (writer, row->appointments);
  write_share (writer, row->missed, row->appointments);
}

void
caseness_recovery_write_full_csv (CasenessCsvWriter *writer, const GPtrArray *rows)
{
  static const char *const head[] = { HEADINGS, FURTHER_HEADINGS, NULL };
  guint i;

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < rows->len; i++)
    {
      write_cells (writer, g_ptr_array_index (rows, i));
      write_further_cells (writer, g_ptr_array_index (rows, i));
      caseness_csv_writer_end_row (writer);
    }
}

void
caseness_recovery_write_csv (CasenessCsvWriter *writer, const GPtrArray *rows)
{
  static const char *const head[] = { HEADINGS, NULL };
  guint i;

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < rows->len; i++)
    {
      write_cells (writer, g_ptr_array_index (rows, i));
      caseness_csv_writer_end_row (writer);
    }
}
