/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-contract.h"
#include "caseness-report-builder.h"

G_BEGIN_DECLS

/** CasenessContractReportOptions: what the contract review pack is asked for. */
typedef struct
{
  CasenessDate as_at;
  gboolean tells_exactly; /* keep it within the service: small numbers and exact counts are told */
  GCancellable *cancellable; /* (nullable) */
  void (*progress) (double fraction, const char *what, gpointer data); /* (nullable): before each part, on this thread */
  gpointer progress_data;
} CasenessContractReportOptions;

/** caseness_contract_report_new: Returns: (transfer full) (nullable): the contract review pack; NULL if cancelled. */
CasenessReport *caseness_contract_report_new (const CasenessContract *contract,
                                              const CasenessContractReportOptions *options);

/** CasenessContractPart: a part of the pack that carries a commentary box, figures or not. */
typedef struct
{
  const char *word;  /* in files: `waits` */
  const char *title; /* for people */
} CasenessContractPart;

/**
 * caseness_contract_report_get_parts:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the parts in the order of the pack; titles untranslated.
 */
const CasenessContractPart *caseness_contract_report_get_parts (guint *n);

G_END_DECLS
