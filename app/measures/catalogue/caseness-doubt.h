/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-measure.h"
#include "caseness-switches.h"

G_BEGIN_DECLS

/**
 * CasenessDoubt:
 *
 * A question that no public source settles (derivations, section 10): a row of `resources/reference/switches.csv`.
 * The words are marked for gettext.
 */
typedef struct
{
  const char *name;        /* as caseness_switches_set() has it: single_first */
  const char *value;       /* as it is decided: gad */
  const char *other;       /* as it could be: specific */
  const char *question;
  const char *value_words;
  const char *other_words;
  const char *source;      /* where the doubt comes from */
  GStrv touches;           /* patterns of the columns that depend on it */
} CasenessDoubt;

/**
 * caseness_doubt_get_all:
 * @n_doubts: (out): how many
 *
 * Returns: (transfer none) (array length=n_doubts): all of them, in the order of derivations section 10.
 */
const CasenessDoubt *caseness_doubt_get_all (guint *n_doubts);

/** caseness_doubt_find: Returns: (transfer none) (nullable): the doubt of that name. */
const CasenessDoubt *caseness_doubt_find (const char *name);

/** caseness_doubt_touches: whether a figure of @measure could be another under the other setting. */
gboolean caseness_doubt_touches (const CasenessDoubt *doubt, const CasenessMeasure *measure);

/**
 * caseness_doubt_turn:
 * @doubt: a doubt
 * @period_end: last day of the period that figures are wanted for
 * @switches: (out): the default decisions, but this one the other way
 *
 * Returns: whether this version can derive pathways so.
 */
gboolean caseness_doubt_turn (const CasenessDoubt *doubt, CasenessDate period_end, CasenessSwitches *switches);

G_END_DECLS
