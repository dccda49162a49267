/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-compare.h"

#include "caseness-percent.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Means have one decimal everywhere (publication-format.md). */
#define MEAN_DECIMALS 1

/* Two ways to one number may differ by this much in a computer. */
#define NEAR 1e-9

static const struct
{
  const char *word;
  const char *words;
} verdicts[CASENESS_N_AGREEMENTS] = {
  { "same", NC_ ("verdict", "same") },
  { "within rounding", NC_ ("verdict", "within rounding") },
  { "different", NC_ ("verdict", "differs") },
  { "suppressed", NC_ ("verdict", "hidden nationally") },
  { "not published", NC_ ("verdict", "not published") },
  { "not computed here", NC_ ("verdict", "not worked out here") },
};

const char *
caseness_agreement_get_word (CasenessAgreement verdict)
{
  g_return_val_if_fail (verdict < CASENESS_N_AGREEMENTS, "");
  return verdicts[verdict].word;
}

const char *
caseness_agreement_get_words (CasenessAgreement verdict)
{
  g_return_val_if_fail (verdict < CASENESS_N_AGREEMENTS, "");
  return g_dpgettext2 (NULL, "verdict", verdicts[verdict].words);
}

static gboolean
is_size (const CasenessMeasure *measure)
{
  return measure->statistic == CASENESS_STATISTIC_COUNT || measure->statistic == CASENESS_STATISTIC_SUM
         || measure->statistic == CASENESS_STATISTIC_TOTAL;
}

static int
get_decimals (const CasenessMeasure *measure, int percent_decimals)
{
  return measure->statistic == CASENESS_STATISTIC_PERCENTAGE ? percent_decimals : MEAN_DECIMALS;
}

/* Half up, a trailing zero dropped: "50", "50.5". */
static char *
print_rounded (double value, int decimals)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double scale = pow (10, decimals);

  g_ascii_formatd (buffer, sizeof buffer, "%.1f", floor (value * scale + 0.5 + NEAR) / scale);
  if (g_str_has_suffix (buffer, ".0"))
    buffer[strlen (buffer) - 2] = '\0';
  return g_strdup (buffer);
}

/* A percentage goes with its numerator, a mean with how many it is of. */
static gboolean
is_hidden (const CasenessFigure *figure, const CasenessMeasure *measure)
{
  double part = measure->statistic == CASENESS_STATISTIC_PERCENTAGE ? figure->numerator : figure->denominator;

  return !isnan (part) && caseness_suppress_is_small (llround (part));
}

char *
caseness_compare_print (const CasenessFigure *figure, const CasenessMeasure *measure, int percent_decimals)
{
  g_return_val_if_fail (figure != NULL && measure != NULL, NULL);
  if (is_size (measure))
    return isnan (figure->value) ? g_strdup ("") : caseness_suppress_count (llround (figure->value));
  if (is_hidden (figure, measure))
    return g_strdup (CASENESS_SUPPRESSED);
  if (isnan (figure->value))
    return g_strdup ("");
  if (measure->statistic == CASENESS_STATISTIC_PERCENTAGE)
    return print_rounded (caseness_percent_round (llround (figure->numerator), llround (figure->denominator),
                                                  percent_decimals),
                          percent_decimals);
  return print_rounded (figure->value, MEAN_DECIMALS);
}

CasenessAgreement
caseness_compare_judge (const CasenessFigure *figure, const CasenessMeasure *measure, const char *text,
                        int percent_decimals)
{
  g_autofree char *local = caseness_compare_print (figure, measure, percent_decimals);
  double national = caseness_published_parse_value (text), own = caseness_published_parse_value (local);
  double half = 0.5 * pow (10, -get_decimals (measure, percent_decimals));

  g_return_val_if_fail (figure != NULL && measure != NULL && text != NULL, CASENESS_AGREEMENT_NOT_COMPUTED);
  if (caseness_published_is_suppressed (text))
    return isnan (own) ? CASENESS_AGREEMENT_SUPPRESSED : CASENESS_AGREEMENT_DIFFERENT;
  if (isnan (national))
    return CASENESS_AGREEMENT_NOT_PUBLISHED;
  if (fabs (figure->value - national) < NEAR || fabs (own - national) < NEAR)
    return CASENESS_AGREEMENT_SAME;
  if (!is_size (measure) && !isnan (own) && fabs (figure->value - national) <= half + NEAR)
    return CASENESS_AGREEMENT_WITHIN_ROUNDING;
  return CASENESS_AGREEMENT_DIFFERENT;
}
