/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-contract-report-private.h"
#include "caseness-standard.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>

static gboolean
is_count (const CasenessContractTotal *total, const CasenessMeasure *measure)
{
  return measure->statistic != CASENESS_STATISTIC_PERCENTAGE && isnan (total->figure.denominator)
         && total->figure.numerator == total->figure.value;
}

static char *
dup_number (const CasenessMeasure *measure, double value)
{
  if (isnan (value))
    return g_strdup ("–");
  if (measure->statistic == CASENESS_STATISTIC_PERCENTAGE)
    /* Translators: a percentage. */
    return g_strdup_printf (_("%.1f%%"), floor (value * 10 + 0.5) / 10);
  if (measure->statistic == CASENESS_STATISTIC_MEAN)
    return g_strdup_printf ("%'.1f", value); /* also where it is whole: in a row of such */
  return g_strdup_printf (value == round (value) ? "%'.0f" : "%'.1f", value);
}

char *
caseness_contract_dup_total (const CasenessContractRow *row, const CasenessContractTotal *total, gboolean suppresses)
{
  const CasenessMeasure *measure = row->row.standard.measure;

  if (suppresses && total->is_hidden)
    return g_strdup (CASENESS_SUPPRESSED);
  if (suppresses && is_count (total, measure))
    return g_strdup_printf ("%'" G_GINT64_FORMAT, caseness_suppress_round (llround (total->figure.value)));
  return dup_number (measure, total->figure.value);
}

char *
caseness_contract_dup_quarter (const CasenessPeriod *quarter)
{
  CasenessPeriod year = caseness_period_around (CASENESS_PERIOD_FINANCIAL_YEAR, quarter->end);
  int first;

  caseness_date_split (year.start, &first, NULL, NULL);
  first %= 100;
  /* Translators: a quarter of a financial year in the least room: `Q1 25/26`. */
  return g_strdup_printf (_("Q%1$d %2$02d/%3$02d"), (quarter->end - year.start) / 90, first, (first + 1) % 100);
}

char *
caseness_contract_dup_group_figure (const CasenessMeasure *measure, const CasenessFigure *figure, gboolean suppresses)
{
  g_autofree char *value = NULL;
  g_autofree char *of = NULL;
  gint64 n;

  if (isnan (figure->value))
    return g_strdup ("–");
  if (isnan (figure->denominator))
    return g_strdup_printf ("%'" G_GINT64_FORMAT, suppresses ? caseness_suppress_round (llround (figure->value))
                                                             : (gint64) llround (figure->value));
  value = dup_number (measure, figure->value);
  n = llround (figure->denominator);
  of = g_strdup_printf ("%'" G_GINT64_FORMAT, suppresses ? caseness_suppress_round (n) : n);
  /* Translators: a figure and how many it stands on: `52.1% (1,090)`. */
  return g_strdup_printf (_("%1$s (%2$s)"), value, of);
}

char *
caseness_contract_dup_interval (const CasenessContractRow *row, gboolean suppresses)
{
  const CasenessMeasure *measure = row->row.standard.measure;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;

  if (measure->statistic != CASENESS_STATISTIC_PERCENTAGE || isnan (row->interval.lower)
      || (suppresses && row->year.is_hidden))
    return g_strdup ("");
  lower = g_strdup_printf ("%.1f", row->interval.lower);
  upper = g_strdup_printf ("%.1f", row->interval.upper);
  /* Translators: an interval. */
  return g_strdup_printf (_("%s to %s"), lower, upper);
}

char *
caseness_contract_dup_plan (const CasenessContractTotal *total)
{
  return isnan (total->plan) ? g_strdup ("–") : g_strdup_printf ("%'.0f", total->plan);
}

/* Hidden with its count, and worked out from the count as it is told, which it would give away otherwise. */
char *
caseness_contract_dup_share_of_plan (const CasenessContractRow *row, const CasenessContractTotal *total, gboolean suppresses)
{
  const CasenessMeasure *measure = row->row.standard.measure;
  double share = total->share_of_plan;

  if (isnan (share))
    return g_strdup ("–");
  if (suppresses && total->is_hidden)
    return g_strdup (CASENESS_SUPPRESSED);
  if (suppresses && is_count (total, measure))
    share = 100.0 * (double) caseness_suppress_round (llround (total->figure.value)) / total->plan;
  return g_strdup_printf (_("%.0f%%"), share);
}

char *
caseness_contract_dup_standard (const CasenessContract *contract, const CasenessContractRow *row)
{
  const CasenessMeasure *measure = row->row.standard.measure;
  const CasenessStandard *standard = caseness_standard_find (contract->snapshot, measure, contract->year.end);
  g_autofree char *value = NULL;

  if (standard == NULL && isnan (row->year.plan))
    return g_strdup ("");
  if (standard == NULL)
    {
      value = caseness_contract_dup_plan (&row->year);
      /* Translators: what the contract plans for the year to date. */
      return g_strdup_printf (_("plan %s"), value);
    }
  value = caseness_series_dup_target (row->row.series, standard->value);
  return g_strdup_printf (standard->is_at_most ? _("at most %s") : _("at least %s"), value);
}
