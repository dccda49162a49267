/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery.h"

#include "caseness-percent.h"
#include "caseness-recovery-told.h"
#include "caseness-suppression.h"

#include <math.h>

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

/* ---- for people outside ---- */

#define TOLD_HEADINGS "courses_at_caseness", "recovered", "recovery_pct", "recovery_low", "recovery_high"

static void
write_told_count (CasenessCsvWriter *writer, guint count, gboolean is_told)
{
  g_autofree char *text = is_told ? caseness_suppress_count (count) : g_strdup (CASENESS_SUPPRESSED);

  caseness_csv_writer_text (writer, text);
}

/* Shares are of exact counts (methods, section 14.1). */
static void
write_told_cells (CasenessCsvWriter *writer, const CasenessRecovery *row, gboolean has_size, gboolean has_rate)
{
  CasenessInterval rate = row != NULL && has_rate ? caseness_recovery_get_rate (row) : (CasenessInterval){ NAN, NAN, NAN };
  guint n = row != NULL ? caseness_recovery_get_denominator (row) : 0;

  write_told_count (writer, n, has_size);
  write_told_count (writer, row != NULL ? row->recovered : 0, has_rate);
  caseness_percent_write (writer, 100 * rate.value);
  caseness_percent_write (writer, 100 * rate.lower);
  caseness_percent_write (writer, 100 * rate.upper);
  caseness_csv_writer_end_row (writer);
}

void
caseness_recovery_told_write_csv (CasenessCsvWriter *writer, const CasenessRecoveryStudy *study,
                                  const CasenessRecoveryTold *told)
{
  static const char *const head[] = { "group", TOLD_HEADINGS, NULL };
  guint i;

  g_return_if_fail (writer != NULL && study != NULL && told != NULL);

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < study->comparison->rows->len; i++)
    {
      const CasenessRecovery *row = g_ptr_array_index (study->comparison->rows, i);

      caseness_csv_writer_text (writer, row->group);
      write_told_cells (writer, row, caseness_recovery_told_has_size (told, i), caseness_recovery_told_has_rate (told, i));
    }
}

void
caseness_recovery_told_write_pairs_csv (CasenessCsvWriter *writer, const CasenessRecoveryStudy *study,
                                        const CasenessRecoveryTold *told)
{
  static const char *const head[] = { "problem", "therapy", TOLD_HEADINGS, NULL };
  const GPtrArray *problems, *therapies;
  guint i, k;

  g_return_if_fail (writer != NULL && study != NULL && told != NULL);

  problems = study->pairs->by_problem->rows;
  therapies = study->pairs->by_therapy->rows;
  caseness_csv_writer_row (writer, head);
  for (i = 0; i < problems->len; i++)
    for (k = 0; k < therapies->len; k++)
      {
        caseness_csv_writer_text (writer, ((const CasenessRecovery *) g_ptr_array_index (problems, i))->group);
        caseness_csv_writer_text (writer, ((const CasenessRecovery *) g_ptr_array_index (therapies, k))->group);
        write_told_cells (writer, caseness_recovery_pairs_get (study->pairs, i, k)->recovery,
                          caseness_recovery_told_has_pair_size (told, i, k),
                          caseness_recovery_told_has_pair_rate (told, i, k));
      }
}
