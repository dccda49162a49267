/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-deprivation.h"
#include "caseness-import.h"
#include "caseness-publication.h"
#include "caseness-submission.h"

G_BEGIN_DECLS

/**
 * caseness_receipt_new:
 * @options: who and when
 *
 * Returns: (transfer full): a receipt with nothing on it yet.
 */
CasenessReceipt *caseness_receipt_new (const CasenessImportOptions *options);

/** caseness_receipt_new_held: Returns: (transfer full): the receipt of an earlier import, its lines yet to be added. */
CasenessReceipt *caseness_receipt_new_held (const char *imported_at, const char *imported_by);

/**
 * caseness_receipt_name_file:
 * @label: where a folder is below the path that was given; empty when it is that path
 * @file: a file of it
 *
 * Returns: (transfer full): what receipts and findings call the file; as text, since file names are bytes.
 */
char *caseness_receipt_name_file (const char *label, const char *file);

/**
 * caseness_receipt_add_line:
 * @receipt: a receipt
 * @table: a table that was sent
 * @label: where its folder is below the path that was given; empty when it is that path
 *
 * Adds the table's notes too; what several months say alike is said once.
 *
 * Returns: (transfer none): the new line.
 */
const CasenessReceiptLine *caseness_receipt_add_line (CasenessReceipt *receipt, const CasenessSubmissionTable *table,
                                                      const char *label);

/** caseness_receipt_add_publication: Returns: (transfer none): a new line for a published file. */
const CasenessReceiptLine *caseness_receipt_add_publication (CasenessReceipt *receipt,
                                                             const CasenessPublication *publication);

/** caseness_receipt_add_deprivation: Returns: (transfer none): a new line for a lookup of deprivation. */
const CasenessReceiptLine *caseness_receipt_add_deprivation (CasenessReceipt *receipt,
                                                             const CasenessDeprivation *lookup);

/** caseness_receipt_take_findings: moves @findings to the end of those of @receipt, leaving @findings empty. */
void caseness_receipt_take_findings (CasenessReceipt *receipt, GPtrArray *findings);

/** caseness_receipt_take_note: adds a sentence. */
void caseness_receipt_take_note (CasenessReceipt *receipt, char *note);

/**
 * caseness_receipt_note_refusal:
 * @receipt: a receipt
 * @findings: (element-type CasenessFinding): of one submission
 * @what: its provider and month
 *
 * Where the national system would refuse the submission, adds a sentence that names the first reason.
 */
void caseness_receipt_note_refusal (CasenessReceipt *receipt, const GPtrArray *findings, const char *what);

G_END_DECLS
