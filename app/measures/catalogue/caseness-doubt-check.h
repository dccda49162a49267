/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-doubt.h"
#include "caseness-evaluate.h"

#include "caseness-csv-writer.h"
#include "caseness-store.h"

G_BEGIN_DECLS

/** CasenessDoubtMove: a measure that comes out differently under the other rule. */
typedef struct
{
  const CasenessMeasure *measure;
  CasenessFigure by_default;
  CasenessFigure by_other;
  double difference; /* other less default; NAN where one of them has no value */
} CasenessDoubtMove;

/** CasenessDoubtCheck: what a rule in doubt means to a service. */
typedef struct
{
  const CasenessDoubt *doubt;
  GArray *moves; /* CasenessDoubtMove, in the order of the catalogue; none where the doubt does not matter */
} CasenessDoubtCheck;

/**
 * caseness_doubt_check_all:
 * @store: the service file
 * @snapshot: its pathways under the default rules
 * @period: over which the measures are taken
 * @cancellable: (nullable)
 * @error: return location: the store cannot be read, or cancelled
 *
 * Works out every measure of the national metadata under each rule in doubt decided the other way (derivations,
 * section 10). The rows are read once, and the pathways derived from them under each rule by as many threads as help.
 *
 * Returns: (transfer full) (nullable) (element-type CasenessDoubtCheck): every doubt in the order of derivations, or
 *   NULL with @error set.
 */
GPtrArray *caseness_doubt_check_all (CasenessStore *store, CasenessSnapshot *snapshot, const CasenessPeriod *period,
                                     GCancellable *cancellable, GError **error);

/** caseness_doubt_check_write_csv: writes `rule,default,other,measure_id,measure_name,by_default,by_other,difference`. */
void caseness_doubt_check_write_csv (CasenessCsvWriter *writer, const GPtrArray *checks);

G_END_DECLS
