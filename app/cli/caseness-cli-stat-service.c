/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli-stat-private.h"

#include "caseness-clearance.h"
#include "caseness-outcome.h"
#include "caseness-percent.h"
#include "caseness-statistics-capacity.h"
#include "caseness-statistics-equity.h"
#include "caseness-statistics-summary.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define DAYS_A_WEEK 7
#define MOST_DAYS 36525
#define SCORE_SCALE 100 /* scores are kept in hundredths */

static void
run_waits (CasenessStat *stat)
{
  guint n;
  g_autofree double *days = caseness_stat_numbers (stat, "waits", &n);
  CasenessWaits waits = caseness_waits_sum_up (days, n);

  caseness_stat_put (stat, "n", waits.n);
  caseness_stat_put (stat, "median", waits.median);
  caseness_stat_put (stat, "q1", waits.first_quartile);
  caseness_stat_put (stat, "q3", waits.third_quartile);
  caseness_stat_put (stat, "p90", waits.ninth_decile);
  caseness_stat_put (stat, "mean", waits.mean);
  caseness_stat_put (stat, "within_42", waits.within_6_weeks);
  caseness_stat_put (stat, "pct_within_42", waits.n > 0 ? 100.0 * waits.within_6_weeks / waits.n : NAN);
  caseness_stat_put (stat, "within_126", waits.within_18_weeks);
  caseness_stat_put (stat, "negative", waits.n_negative);
}

static void
run_effect_size_published (CasenessStat *stat)
{
  double size = caseness_effect_size (caseness_stat_number (stat, "mean_first"),
                                      caseness_stat_number (stat, "mean_last"),
                                      caseness_stat_amount (stat, "sd_first"));

  caseness_stat_put (stat, "effect_size_1dp", round (size * 10) / 10);
}

static void
run_effect_size (CasenessStat *stat)
{
  guint n;
  g_autofree double *first = caseness_stat_numbers (stat, "first", &n);
  g_autofree double *last = caseness_stat_numbers_of (stat, "last", n);
  CasenessChange change = caseness_change_sum_up (first, last, n);

  caseness_stat_put (stat, "n", change.n);
  caseness_stat_put (stat, "mean_first", change.mean_first);
  caseness_stat_put (stat, "mean_last", change.mean_last);
  caseness_stat_put (stat, "sd_first", change.deviation_first);
  caseness_stat_put (stat, "sd_last", change.deviation_last);
  caseness_stat_put (stat, "effect_size", change.effect_size);
}

static void
run_reliable_change (CasenessStat *stat)
{
  double deviation = caseness_stat_amount (stat, "sd_first");
  CasenessReliableChange change
    = caseness_reliable_change (deviation, caseness_stat_between (stat, "reliability", 0, 1, NAN));

  caseness_stat_put (stat, "sem", change.error);
  caseness_stat_put (stat, "s_diff", change.difference);
  caseness_stat_put (stat, "raw_change_95", change.threshold);
}

static void
run_cutoff (CasenessStat *stat)
{
  caseness_stat_put (stat, "cutoff_c",
                     caseness_clinical_cutoff (caseness_stat_number (stat, "mean_clinical"),
                                               caseness_stat_amount (stat, "sd_clinical"),
                                               caseness_stat_number (stat, "mean_nonclinical"),
                                               caseness_stat_amount (stat, "sd_nonclinical")));
}

static CasenessScore
read_score (CasenessStat *stat, const char *name)
{
  return caseness_stat_has (stat, name)
           ? (CasenessScore) round (SCORE_SCALE * caseness_stat_between (stat, name, 0, 1000, NAN))
           : CASENESS_SCORE_NONE;
}

static CasenessTool
read_thresholds (CasenessStat *stat, const char *cut, const char *change)
{
  CasenessTool tool = { .field_prefix = "" };

  tool.caseness_at = (CasenessScore) round (SCORE_SCALE * caseness_stat_between (stat, cut, 0, 1000, NAN));
  tool.reliable_change = (CasenessScore) round (SCORE_SCALE * caseness_stat_between (stat, change, 0, 1000, NAN));
  return tool;
}

static void
run_outcome (CasenessStat *stat)
{
  CasenessScorePair depression = { read_score (stat, "phq_first"), read_score (stat, "phq_last") };
  CasenessScorePair anxiety = { read_score (stat, "gad_first"), read_score (stat, "gad_last") };
  CasenessTool phq = read_thresholds (stat, "phq_cut", "phq_rc"), gad = read_thresholds (stat, "gad_cut", "gad_rc");
  CasenessSwitches switches;
  guint flags;
  gboolean is_recovered, is_improved;

  caseness_switches_init (&switches);
  flags = caseness_outcome_judge_with (&depression, &phq, &anxiety, &gad, &switches);
  is_recovered = (flags & CASENESS_OUTCOME_RECOVERY) != 0;
  is_improved = (flags & CASENESS_OUTCOME_IMPROVEMENT) != 0;
  caseness_stat_put_flag (stat, "caseness_first", (flags & CASENESS_OUTCOME_CASENESS) != 0);
  caseness_stat_put_flag (stat, "caseness_last",
                          depression.last >= phq.caseness_at || anxiety.last >= gad.caseness_at);
  caseness_stat_put_flag (stat, "recovered", is_recovered);
  caseness_stat_put_flag (stat, "reliable_improvement", is_improved);
  caseness_stat_put_flag (stat, "reliable_deterioration", (flags & CASENESS_OUTCOME_DETERIORATION) != 0);
  caseness_stat_put_flag (stat, "no_reliable_change", (flags & CASENESS_OUTCOME_NO_CHANGE) != 0);
  caseness_stat_put_flag (stat, "reliable_recovery", is_recovered && is_improved);
}

static gint64
read_count (CasenessStat *stat, const char *name)
{
  return (gint64) caseness_stat_between (stat, name, 0, G_MAXINT32, NAN);
}

static void
put_percent (CasenessStat *stat, const char *name, const char *numerator, gint64 denominator)
{
  caseness_stat_put (stat, name, caseness_percent_round (read_count (stat, numerator), denominator, 1));
}

static void
run_outcome_rates (CasenessStat *stat)
{
  gint64 courses = read_count (stat, "courses"), cases = courses - read_count (stat, "not_at_caseness_first");

  put_percent (stat, "recovery_pct", "recovered", cases);
  put_percent (stat, "reliable_recovery_pct", "reliably_recovered", cases);
  put_percent (stat, "reliable_improvement_pct", "reliably_improved", courses);
  put_percent (stat, "no_reliable_change_pct", "no_reliable_change", courses);
  put_percent (stat, "reliable_deterioration_pct", "reliably_deteriorated", courses);
}

static void
put_share (CasenessStat *stat, const char *group, const CasenessShare *share)
{
  json_builder_begin_object (stat->results);
  caseness_stat_put_text (stat, "group", group);
  caseness_stat_put (stat, "observed_share", share->observed_share.value);
  caseness_stat_put (stat, "expected_share", share->expected_share);
  caseness_stat_put (stat, "expected", share->expected);
  caseness_stat_put (stat, "ratio", share->ratio.value);
  caseness_stat_put (stat, "ratio_lower", share->ratio.lower);
  caseness_stat_put (stat, "ratio_upper", share->ratio.upper);
  caseness_stat_put (stat, "share_lower", share->observed_share.lower);
  caseness_stat_put (stat, "share_upper", share->observed_share.upper);
  caseness_stat_put (stat, "gap_people", share->gap);
  json_builder_end_object (stat->results);
}

static void
run_equity (CasenessStat *stat)
{
  g_autoptr(GPtrArray) groups = caseness_stat_objects (stat, "groups");
  g_autofree double *observed = g_new (double, groups->len + 1), *need = g_new (double, groups->len + 1);
  g_autofree CasenessShare *shares = g_new (CasenessShare, groups->len + 1);
  guint i;

  for (i = 0; i < groups->len; i++)
    {
      observed[i] = caseness_stat_member (stat, g_ptr_array_index (groups, i), "observed");
      need[i] = caseness_stat_member (stat, g_ptr_array_index (groups, i), "need");
    }
  caseness_share_out (observed, need, groups->len, caseness_stat_confidence (stat), shares);
  json_builder_set_member_name (stat->results, "groups");
  json_builder_begin_array (stat->results);
  for (i = 0; i < groups->len; i++)
    put_share (stat, json_object_get_string_member_with_default (g_ptr_array_index (groups, i), "group", ""),
               &shares[i]);
  json_builder_end_array (stat->results);
}

static void
run_access (CasenessStat *stat)
{
  double seen = caseness_stat_amount (stat, "seen"), population = caseness_stat_amount (stat, "population");
  double need = population * caseness_stat_between (stat, "prevalence", 0, 1, 1);
  CasenessInterval access
    = caseness_interval_divide (caseness_interval_poisson (seen, caseness_stat_confidence (stat)), need);

  caseness_stat_put (stat, "need", need);
  caseness_stat_put (stat, "access_rate", access.value);
  caseness_stat_put (stat, "lower", access.lower);
  caseness_stat_put (stat, "upper", access.upper);
  caseness_stat_put (stat, "per_100000", population > 0 ? seen / population * 100000 : NAN);
}

static void
run_access_ratio (CasenessStat *stat)
{
  g_autoptr(GPtrArray) strata = caseness_stat_objects (stat, "strata");
  g_autofree CasenessStratum *cells = g_new (CasenessStratum, strata->len + 1);
  double observed = caseness_stat_amount (stat, "observed"), expected;
  CasenessInterval ratio;
  guint i;

  for (i = 0; i < strata->len; i++)
    {
      JsonObject *stratum = g_ptr_array_index (strata, i);

      cells[i].n = caseness_stat_member (stat, stratum, "population");
      cells[i].reference_events = caseness_stat_member (stat, stratum, "reference_rate");
      cells[i].reference_n = 1;
    }
  expected = caseness_expect (cells, strata->len).expected;
  ratio = caseness_standardised_ratio (observed, expected, caseness_stat_confidence (stat));
  caseness_stat_put (stat, "expected", expected);
  caseness_stat_put (stat, "ratio", ratio.value);
  caseness_stat_put (stat, "lower", ratio.lower);
  caseness_stat_put (stat, "upper", ratio.upper);
}

static CasenessSlopeScale
read_scale (CasenessStat *stat)
{
  const char *text = caseness_stat_text (stat, "transform", "none");

  return strcmp (text, "log") == 0     ? CASENESS_SLOPE_LOG
         : strcmp (text, "logit") == 0 ? CASENESS_SLOPE_LOGIT
                                       : CASENESS_SLOPE_PLAIN;
}

static void
put_slope (CasenessStat *stat, const CasenessSlope *slope, const double *midpoints, guint n)
{
  caseness_stat_put (stat, "sii", slope->index);
  caseness_stat_put (stat, "rii", slope->relative);
  caseness_stat_put (stat, "intercept", slope->intercept);
  caseness_stat_put_numbers (stat, "midpoints", midpoints, n);
  caseness_stat_put (stat, "sii_lower_closed_form", slope->lower);
  caseness_stat_put (stat, "sii_upper_closed_form", slope->upper);
  /* Others draw lots for these; the formula is what their draws come to, and is named so for whoever compares. */
  caseness_stat_put (stat, "sii_lower_simulated", slope->lower);
  caseness_stat_put (stat, "sii_upper_simulated", slope->upper);
}

static void
run_slope (CasenessStat *stat)
{
  guint n;
  g_autofree double *population = caseness_stat_numbers (stat, "population", &n);
  g_autofree double *values = caseness_stat_numbers_of (stat, "value", n);
  g_autofree double *errors = caseness_stat_has (stat, "se") ? caseness_stat_numbers_of (stat, "se", n) : NULL;
  g_autofree double *midpoints = g_new0 (double, n + 1);
  CasenessSlope slope = caseness_slope_fit (population, values, errors, n, read_scale (stat),
                                            caseness_stat_confidence (stat), midpoints);

  put_slope (stat, &slope, midpoints, n);
}

static double
read_factor (CasenessStat *stat)
{
  return caseness_stat_between (stat, "factor", 0, G_MAXDOUBLE, CASENESS_QUEUE_FACTOR);
}

static void
run_load (CasenessStat *stat)
{
  double demand = caseness_stat_amount (stat, "demand");

  caseness_stat_put (stat, "load", caseness_queue_get_load (demand, caseness_stat_amount (stat, "capacity")));
}

static void
run_target_size (CasenessStat *stat)
{
  double demand = caseness_stat_amount (stat, "demand"), wait = caseness_stat_amount (stat, "target_wait");

  caseness_stat_put (stat, "target_queue_size", caseness_queue_get_target_size (demand, wait, read_factor (stat)));
}

static void
run_target_mean (CasenessStat *stat)
{
  double wait = caseness_stat_amount (stat, "target_wait");

  caseness_stat_put (stat, "mean_wait", caseness_queue_get_target_mean (wait, read_factor (stat)));
}

static void
run_little (CasenessStat *stat)
{
  double demand = caseness_stat_amount (stat, "demand"), wait = caseness_stat_amount (stat, "target_wait");
  double factor = read_factor (stat);

  run_target_size (stat);
  run_target_mean (stat);
  caseness_stat_put (stat, "too_big_threshold", caseness_queue_get_largest_size (demand, wait, factor));
}

static void
run_relief (CasenessStat *stat)
{
  double demand = caseness_stat_amount (stat, "demand"), size = caseness_stat_amount (stat, "queue_size");
  double target = caseness_stat_amount (stat, "target_queue_size");
  double weeks = caseness_stat_between (stat, "weeks_to_target", 0, G_MAXDOUBLE, CASENESS_WEEKS_TO_RELIEF);

  caseness_stat_put (stat, "relief_capacity", caseness_queue_get_relief (demand, size, target, weeks));
}

static void
run_pressure (CasenessStat *stat)
{
  double wait = caseness_stat_amount (stat, "mean_wait");

  caseness_stat_put (stat, "pressure", caseness_queue_get_pressure (wait, caseness_stat_amount (stat, "target_wait")));
}

static void
run_target_capacity (CasenessStat *stat)
{
  double demand = caseness_stat_amount (stat, "demand"), wait = caseness_stat_amount (stat, "target_wait");
  double arriving = caseness_stat_between (stat, "cv_demand", 0, G_MAXDOUBLE, 1);
  double leaving = caseness_stat_between (stat, "cv_capacity", 0, G_MAXDOUBLE, 1);

  caseness_stat_put (stat, "target_capacity",
                     caseness_queue_get_target_capacity (demand, wait, read_factor (stat), arriving, leaving));
}

static void
run_weeks_to_target (CasenessStat *stat)
{
  double size = caseness_stat_amount (stat, "queue"), target = caseness_stat_amount (stat, "target");
  double demand = caseness_stat_amount (stat, "demand"), capacity = caseness_stat_amount (stat, "capacity");

  caseness_stat_put (stat, "weeks", caseness_queue_get_weeks_to (size, target, demand, capacity));
}

static CasenessStay *
read_stays (CasenessStat *stat, guint *n)
{
  guint n_removals, i;
  g_autofree CasenessDate *joined = caseness_stat_dates (stat, "referrals", n);
  g_autofree CasenessDate *left = caseness_stat_dates (stat, "removals", &n_removals);
  CasenessStay *stays = g_new (CasenessStay, *n + 1);

  if (n_removals != *n)
    {
      caseness_stat_refuse (stat, "removals", _ ("is not as long as the others"));
      *n = 0;
    }
  for (i = 0; i < *n; i++)
    stays[i] = (CasenessStay){ joined[i], left[i] };
  return stays;
}

static void
run_daily_queue (CasenessStat *stat)
{
  guint n;
  g_autofree CasenessStay *stays = read_stays (stat, &n);
  CasenessDate start = caseness_stat_date (stat, "start"), end = caseness_stat_date (stat, "end"), day;

  if (start == CASENESS_DATE_NONE || end < start || end - start > MOST_DAYS)
    {
      caseness_stat_refuse (stat, "end", _ ("lies outside what is possible"));
      return;
    }
  json_builder_set_member_name (stat->results, "queue");
  json_builder_begin_array (stat->results);
  for (day = start; day <= end; day++)
    json_builder_add_int_value (stat->results, caseness_stays_count (stays, n, day));
  json_builder_end_array (stat->results);
}

static void
run_removal_rate (CasenessStat *stat)
{
  guint n;
  g_autofree CasenessStay *stays = read_stays (stat, &n);
  double rate = caseness_stays_get_leaving_rate (stays, n);

  caseness_stat_put (stat, "capacity_daily", rate);
  caseness_stat_put (stat, "capacity_weekly", rate * DAYS_A_WEEK);
}

static void
run_mean_wait (CasenessStat *stat)
{
  guint n;
  g_autofree CasenessStay *stays = read_stays (stat, &n);

  caseness_stat_put (stat, "mean_wait_days",
                     caseness_stays_get_mean_wait (stays, n, caseness_stat_date (stat, "end")));
}

/* Slots laid on to work a backlog off are no part of how fast the queue clears without them. */
static void
run_clearance (CasenessStat *stat)
{
  CasenessQueue queue, busier;
  CasenessClearance clearance;
  double rule = caseness_stat_number_or (
    stat, "rule_weeks",
    caseness_queue_get_rule ((int) (DAYS_A_WEEK * caseness_stat_between (stat, "standard_weeks", 0, 520, 6))));

  queue.waiting = caseness_stat_amount (stat, "waiting");
  queue.new_per_week = caseness_stat_amount (stat, "new_patients_per_week");
  queue.seen_per_week = caseness_stat_amount (stat, "first_appointments_per_week");
  busier = queue;
  busier.seen_per_week += caseness_stat_between (stat, "extra_slots_per_week", 0, G_MAXDOUBLE, 0);
  clearance = caseness_queue_clear (&queue, rule);
  caseness_stat_put (stat, "clearance_weeks", clearance.weeks);
  caseness_stat_put (stat, "weeks_of_new_patients", clearance.weeks_of_new);
  caseness_stat_put (stat, "maximum_list", clearance.maximum_list);
  caseness_stat_put (stat, "backlog", clearance.backlog);
  caseness_stat_put (stat, "weeks_to_clear_backlog", caseness_queue_clear (&busier, rule).backlog_weeks);
  caseness_stat_put_flag (stat, "stable", clearance.is_stable);
}

static void
run_capacity (CasenessStat *stat)
{
  CasenessStaffing staffing;
  CasenessCapacity capacity;

  staffing.wte = caseness_stat_amount (stat, "wte");
  staffing.hours_per_week = caseness_stat_amount (stat, "clinical_hours_per_week");
  staffing.weeks = caseness_stat_amount (stat, "weeks");
  staffing.loss = caseness_stat_between (stat, "loss_leave_sickness_training", 0, 1, NAN);
  staffing.missed = caseness_stat_between (stat, "missed_appointment_rate", 0, 1, NAN);
  staffing.sessions = caseness_stat_amount (stat, "mean_attended_sessions_per_course");
  staffing.hours = caseness_stat_between (stat, "hours_per_session", 0, 24, 1);
  capacity = caseness_capacity_of (&staffing);
  caseness_stat_put (stat, "booked_hours", capacity.booked_hours);
  caseness_stat_put (stat, "attended_sessions", capacity.attended_sessions);
  caseness_stat_put (stat, "courses_per_year", capacity.courses);
  caseness_stat_put (stat, "courses_per_week", capacity.courses_per_week);
}

static void
put_band (CasenessStat *stat, const CasenessBand *band)
{
  const char *side = band->is_past ? "past" : "before";
  g_autofree char *text = band->to_week == G_MAXUINT
                            ? g_strdup_printf ("%u+ %s", band->from_week, side)
                            : g_strdup_printf ("%u-%u %s", band->from_week, band->to_week, side);

  caseness_stat_put_text (stat, "band", text);
}

static void
run_band (CasenessStat *stat)
{
  CasenessDate referral = caseness_stat_date (stat, "referral"), as_of = caseness_stat_date (stat, "as_of");
  CasenessDate until = caseness_stat_has (stat, "appointment") ? caseness_stat_date (stat, "appointment") : as_of;
  int standard = (int) (DAYS_A_WEEK * caseness_stat_between (stat, "standard_weeks", 1, 520, 6));
  char text[11];
  CasenessBand band;

  if (referral == CASENESS_DATE_NONE || until == CASENESS_DATE_NONE)
    {
      caseness_stat_refuse (stat, "referral", _ ("is not a date; write it as 2025-06-30"));
      return;
    }
  band = caseness_band_of (until - referral, standard);
  caseness_stat_put (stat, "wait_days", until - referral);
  caseness_stat_put_text (stat, "breach_date", caseness_date_write_iso (referral + standard, text));
  put_band (stat, &band);
  caseness_stat_put_flag (stat, "breach", band.is_past);
}

static void
run_suppress (CasenessStat *stat)
{
  g_autofree char *shown = caseness_suppress_count (read_count (stat, "count"));

  caseness_stat_put_text (stat, "shown", shown);
}

static void
run_suppress_hes (CasenessStat *stat)
{
  g_autofree char *shown = caseness_suppress_count_hes (read_count (stat, "count"));

  caseness_stat_put_text (stat, "shown", shown);
}

static void
run_suppress_percentage (CasenessStat *stat)
{
  gint64 numerator = read_count (stat, "numerator"), denominator = read_count (stat, "denominator");
  gboolean is_small = caseness_suppress_is_small (numerator) || caseness_suppress_is_small (denominator);

  caseness_stat_put (stat, "percent", is_small ? NAN : caseness_percent_round (numerator, denominator, 0));
}

static void
run_suppress_row (CasenessStat *stat)
{
  guint n, i;
  g_autofree double *cells = caseness_stat_numbers (stat, "cells", &n);
  g_autofree gint64 *counts = g_new (gint64, n + 1);
  g_autofree gboolean *is_hidden = g_new0 (gboolean, n + 1);
  gboolean has_total = caseness_stat_flag (stat, "total_published", TRUE);

  for (i = 0; i < n; i++)
    counts[i] = cells[i] >= 0 && cells[i] <= G_MAXINT32 ? (gint64) cells[i] : 0;
  caseness_suppress_row (counts, n, CASENESS_TOTALS_EXACT, is_hidden);
  json_builder_set_member_name (stat->results, "shown");
  json_builder_begin_array (stat->results);
  for (i = 0; i < n; i++)
    {
      g_autofree char *shown = has_total && is_hidden[i] ? g_strdup (CASENESS_SUPPRESSED)
                                                         : caseness_suppress_count (counts[i]);

      json_builder_add_string_value (stat->results, shown);
    }
  json_builder_end_array (stat->results);
}

const CasenessStatMethod caseness_stat_methods_service[] = {
  { "wait_summary_days", run_waits },
  { "effect_size_published", run_effect_size_published },
  { "effect_size_raw", run_effect_size },
  { "jacobson_truax_threshold", run_reliable_change },
  { "jacobson_truax_cutoff_c", run_cutoff },
  { "outcome_classification", run_outcome },
  { "outcome_rates_published", run_outcome_rates },
  { "equity_access", run_equity },
  { "access_rate", run_access },
  { "indirect_access_ratio", run_access_ratio },
  { "sii_rii", run_slope },
  { "sii_transformed", run_slope },
  { "queue_load", run_load },
  { "target_queue_size", run_target_size },
  { "target_mean_wait", run_target_mean },
  { "little_law", run_little },
  { "relief_capacity", run_relief },
  { "waiting_list_pressure", run_pressure },
  { "target_capacity", run_target_capacity },
  { "time_to_target", run_weeks_to_target },
  { "daily_queue_size", run_daily_queue },
  { "removal_rate", run_removal_rate },
  { "mean_wait_of_waiting_days", run_mean_wait },
  { "backlog_and_clearance", run_clearance },
  { "course_capacity", run_capacity },
  { "ptl_band", run_band },
  { "suppress_nhstt", run_suppress },
  { "suppress_hes", run_suppress_hes },
  { "suppress_nhstt_percentage", run_suppress_percentage },
  { "suppress_secondary_row", run_suppress_row },
  { NULL },
};
