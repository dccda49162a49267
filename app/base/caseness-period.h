/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"

G_BEGIN_DECLS

/**
 * CasenessPeriod:
 * @start: first day
 * @end: last day, included
 *
 * A span of whole calendar days, both ends included (derivations, section 9).
 */
typedef struct
{
  CasenessDate start;
  CasenessDate end;
} CasenessPeriod;

/** CasenessPeriodKind: the lengths people choose a period by. */
typedef enum
{
  CASENESS_PERIOD_MONTH,
  CASENESS_PERIOD_QUARTER,
  CASENESS_PERIOD_FINANCIAL_YEAR,
  CASENESS_PERIOD_ROLLING_YEAR,
  CASENESS_PERIOD_CUSTOM,
} CasenessPeriodKind;

/**
 * caseness_period_around:
 * @kind: any but CASENESS_PERIOD_CUSTOM
 * @date: a known day
 *
 * Returns: the month, quarter or financial year (April to March) that holds @date, or the twelve whole months that
 *   end with its month.
 */
CasenessPeriod caseness_period_around (CasenessPeriodKind kind, CasenessDate date);

/** caseness_period_contains: whether a known @date lies in @period, ends included. */
gboolean caseness_period_contains (const CasenessPeriod *period, CasenessDate date);

/** caseness_period_equal: whether two periods are the same days. */
gboolean caseness_period_equal (const CasenessPeriod *a, const CasenessPeriod *b);

/** caseness_period_is_month: whether @period is exactly one whole calendar month. */
gboolean caseness_period_is_month (const CasenessPeriod *period);

/**
 * caseness_period_format:
 * @period: a period
 *
 * Returns: (transfer full): the shortest plain words for it, in the user's language: `June 2025`, `Apr–Jun 2025`,
 *   `1 Apr 2025 to 12 Jun 2025`.
 */
char *caseness_period_format (const CasenessPeriod *period);

G_END_DECLS
