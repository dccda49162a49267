/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_RECEIPT_VIEW (caseness_receipt_view_get_type ())
G_DECLARE_FINAL_TYPE (CasenessReceiptView, caseness_receipt_view, CASENESS, RECEIPT_VIEW, AdwBin)

/**
 * CasenessReceiptView:
 *
 * What an import did: rows by table, what needs saying, and every finding. The action `receipt.export` saves the
 * findings as CSV.
 *
 * Signals:
 * - `toast` (string): something is done, or could not be, in words
 */

/** caseness_receipt_view_set_receipt: @receipt: (transfer full): what to show. */
void caseness_receipt_view_set_receipt (CasenessReceiptView *self, CasenessReceipt *receipt);

/** caseness_receipt_view_get_receipt: Returns: (transfer none) (nullable): what is shown. */
const CasenessReceipt *caseness_receipt_view_get_receipt (CasenessReceiptView *self);

G_END_DECLS
