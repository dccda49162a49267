/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-evaluate.h"

#include "caseness-csv-writer.h"

G_BEGIN_DECLS

/** CasenessIdentity: what must hold between figures, a row of `resources/reference/identities.csv`, in one period. */
typedef struct
{
  CasenessPeriod period;
  char *words;         /* "M185 + M187 + M189 = M202" */
  const char *meaning; /* our own words */
  double left;
  double right;
  gboolean holds;
} CasenessIdentity;

/**
 * caseness_identity_check:
 * @snapshot: a snapshot
 * @periods: (array length=n_periods): months, usually
 * @n_periods: how many
 * @cancellable: (nullable)
 * @error: return location: cancelled
 *
 * Checks that our figures fit together as the published ones do (derivations, sections 11 and 12).
 *
 * Returns: (transfer full) (element-type CasenessIdentity) (nullable): every identity in every period, or NULL with
 *   @error set.
 */
GPtrArray *caseness_identity_check (CasenessSnapshot *snapshot, const CasenessPeriod *periods, guint n_periods,
                                    GCancellable *cancellable, GError **error);

/** caseness_identity_write_csv: writes `identity,left,right,difference,holds,period_start,period_end` and the rows. */
void caseness_identity_write_csv (CasenessCsvWriter *writer, const GPtrArray *identities);

G_END_DECLS
