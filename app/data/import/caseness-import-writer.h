/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-import.h"
#include "caseness-publication.h"
#include "caseness-row-writer.h"

G_BEGIN_DECLS

/**
 * CasenessImportWriter:
 *
 * Writes one import: its receipt and what it brought. The import gets its row in the store when the first thing is
 * written, so that a command that brings nothing new leaves nothing behind.
 */
typedef struct
{
  CasenessRowWriter rows;
  const CasenessReceipt *receipt; /* (unowned): who and when */
  gint64 import_id;               /* 0 until something is written */
  guint position;                 /* of the next line of the receipt */
  const CasenessImportListener *listener; /* (nullable) (unowned) */
  gpointer listener_data;
} CasenessImportWriter;

/**
 * caseness_import_writer_init:
 * @writer: room for a writer
 * @store: a store inside a transaction
 * @receipt: who and when
 * @keep_identifiers: whether NHS number, postcode and birth date are stored
 * @progress: told every few thousand rows
 * @error: return location
 *
 * Returns: whether it is ready.
 */
gboolean caseness_import_writer_init (CasenessImportWriter *writer, CasenessStore *store,
                                      const CasenessReceipt *receipt, gboolean keep_identifiers,
                                      CasenessImportProgress *progress, GError **error);

/**
 * caseness_import_writer_put_submission:
 * @writer: a writer
 * @submission: what was read
 * @lines: the receipt's lines for its tables that were sent, in their order
 * @bytes: how much progress its rows make
 * @error: return location
 *
 * Returns: whether it was stored.
 */
gboolean caseness_import_writer_put_submission (CasenessImportWriter *writer, const CasenessSubmission *submission,
                                                const CasenessReceiptLine *const *lines, double bytes,
                                                GError **error);

/** caseness_import_writer_put_list: as caseness_import_writer_put_submission() for one local list. */
gboolean caseness_import_writer_put_list (CasenessImportWriter *writer, const CasenessSubmissionTable *table,
                                          GPtrArray *findings, const CasenessReceiptLine *line, double bytes,
                                          GError **error);

/** caseness_import_writer_put_lookup: remembers that a lookup was used, of which nothing but this line is stored. */
gboolean caseness_import_writer_put_lookup (CasenessImportWriter *writer, const CasenessReceiptLine *line,
                                            GError **error);

/** caseness_import_writer_put_publication: as caseness_import_writer_put_submission() for one published file. */
gboolean caseness_import_writer_put_publication (CasenessImportWriter *writer, const CasenessPublication *publication,
                                                 const CasenessReceiptLine *line, GError **error);

/** caseness_import_writer_finish: writes how long the import took. */
gboolean caseness_import_writer_finish (CasenessImportWriter *writer, double seconds, GError **error);

/** caseness_import_writer_clear: frees what it holds. */
void caseness_import_writer_clear (CasenessImportWriter *writer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CasenessImportWriter, caseness_import_writer_clear)

G_END_DECLS
