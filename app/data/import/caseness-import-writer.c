/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import-writer.h"

#include "caseness-publication-store.h"
#include "caseness-store-private.h"

/* Whose a line or a finding is: one of the two is 0. */
typedef struct
{
  gint64 submission_id;
  gint64 list_id;
} Owner;

static gboolean
read_salt (CasenessStore *store, guint64 *salt, GError **error)
{
  g_autofree char *text = NULL;

  if (!caseness_store_dup_setting (store, "nhs-number-salt", &text, error))
    return FALSE;
  if (text != NULL)
    *salt = g_ascii_strtoull (text, NULL, 16);
  return TRUE;
}

gboolean
caseness_import_writer_init (CasenessImportWriter *writer, CasenessStore *store, const CasenessReceipt *receipt,
                             gboolean keep_identifiers, CasenessImportProgress *progress, GError **error)
{
  *writer = (CasenessImportWriter) { .receipt = receipt };
  writer->rows.store = store;
  writer->rows.progress = progress;
  writer->rows.facts.keep_identifiers = keep_identifiers;
  return read_salt (store, &writer->rows.facts.salt, error);
}

/* Runs an insert and tells the number that the new row got. */
static gboolean
run_insert (CasenessImportWriter *writer, CasenessStatement *statement, gint64 *id, GError **error)
{
  if (!caseness_statement_run (statement, writer->rows.progress->cancellable, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (writer->rows.store->database);
  return TRUE;
}

static gboolean
put_import (CasenessImportWriter *writer, GError **error)
{
  g_autoptr(CasenessStatement) statement = NULL;

  if (writer->import_id != 0)
    return TRUE;
  statement = caseness_store_prepare (writer->rows.store, "insert-import", error);
  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_text (statement, ":imported_at", writer->receipt->imported_at);
  caseness_statement_bind_text (statement, ":imported_by", writer->receipt->imported_by);
  return run_insert (writer, statement, &writer->import_id, error);
}

static void
bind_owner (CasenessImportWriter *writer, CasenessStatement *statement, const Owner *owner)
{
  caseness_statement_bind_int (statement, ":import_id", writer->import_id);
  if (owner->submission_id != 0)
    caseness_statement_bind_int (statement, ":submission_id", owner->submission_id);
  if (owner->list_id != 0)
    caseness_statement_bind_int (statement, ":list_id", owner->list_id);
}

static gboolean
put_line (CasenessImportWriter *writer, const Owner *owner, const CasenessReceiptLine *line, CasenessRowRun stored,
          GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (writer->rows.store, "insert-import-file", error);

  if (statement == NULL)
    return FALSE;
  bind_owner (writer, statement, owner);
  caseness_statement_bind_int (statement, ":position", writer->position++);
  caseness_statement_bind_text (statement, ":table_name", line->table);
  caseness_statement_bind_text (statement, ":file", line->file);
  caseness_statement_bind_int (statement, ":bytes", (gint64) line->bytes);
  caseness_statement_bind_text (statement, ":sha256", line->sha256);
  caseness_statement_bind_int (statement, ":rows_read", line->read);
  caseness_statement_bind_int (statement, ":rows_kept", line->kept);
  caseness_statement_bind_int (statement, ":rows_rejected", line->rejected);
  caseness_statement_bind_int (statement, ":warnings", line->warnings);
  caseness_statement_bind_int (statement, ":first_row", stored.first);
  caseness_statement_bind_int (statement, ":last_row", stored.last);
  return caseness_statement_run (statement, NULL, error);
}

static void
bind_finding (CasenessStatement *statement, const CasenessFinding *finding)
{
  caseness_statement_bind_text (statement, ":rule", finding->rule);
  caseness_statement_bind_text (statement, ":level", caseness_finding_level_get_word (finding->level));
  caseness_statement_bind_text (statement, ":table_name", finding->table);
  caseness_statement_bind_text (statement, ":file", finding->file);
  caseness_statement_bind_int (statement, ":line", finding->line);
  caseness_statement_bind_text (statement, ":field", finding->field);
  caseness_statement_bind_text (statement, ":value", finding->value);
  caseness_statement_bind_text (statement, ":message", finding->message);
  caseness_statement_bind_text (statement, ":referral", finding->referral);
  caseness_statement_bind_text (statement, ":patient", finding->patient);
}

static gboolean
put_findings (CasenessImportWriter *writer, const Owner *owner, GPtrArray *findings, GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (writer->rows.store, "insert-finding", error);

  if (statement == NULL)
    return FALSE;
  bind_owner (writer, statement, owner);
  for (guint i = 0; i < findings->len; i++)
    {
      bind_finding (statement, findings->pdata[i]);
      if (!caseness_statement_run (statement, writer->rows.progress->cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_submission_row (CasenessImportWriter *writer, const CasenessSubmission *submission, gint64 *id, GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (writer->rows.store, "insert-submission", error);

  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_int (statement, ":import_id", writer->import_id);
  caseness_statement_bind_text (statement, ":provider", submission->provider);
  caseness_statement_bind_text (statement, ":submitter", submission->submitter);
  caseness_statement_bind_int (statement, ":period_start", submission->period_start);
  caseness_statement_bind_int (statement, ":period_end", submission->period_end);
  caseness_statement_bind_text (statement, ":created", submission->created);
  caseness_statement_bind_text (statement, ":version", submission->version);
  return run_insert (writer, statement, id, error);
}

static gboolean
put_tables (CasenessImportWriter *writer, const CasenessSubmission *submission, const Owner *owner,
            const CasenessReceiptLine *const *lines, GError **error)
{
  guint line = 0;

  for (guint i = 0; i < submission->n_tables; i++)
    {
      const CasenessSubmissionTable *table = &submission->tables[i];
      CasenessRowRun stored;

      if (table->file == NULL)
        continue;
      if (!caseness_row_writer_put (&writer->rows, table, owner->submission_id, &stored, error)
          || !put_line (writer, owner, lines[line++], stored, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_contents (CasenessImportWriter *writer, const CasenessSubmission *submission, const Owner *owner,
              const CasenessReceiptLine *const *lines, GError **error)
{
  gboolean is_done;

  if (writer->listener != NULL)
    writer->listener->begin (writer->rows.store, submission, owner->submission_id, &writer->rows.facts,
                             writer->listener_data);
  is_done = put_tables (writer, submission, owner, lines, error)
            && put_findings (writer, owner, submission->findings, error);
  if (writer->listener != NULL)
    writer->listener->end (writer->listener_data);
  return is_done;
}

static void
share_bytes (CasenessImportWriter *writer, double bytes, guint64 n_rows)
{
  writer->rows.bytes_ahead = 0;
  writer->rows.bytes_a_row = n_rows > 0 ? bytes / (double) n_rows : 0;
}

gboolean
caseness_import_writer_put_submission (CasenessImportWriter *writer, const CasenessSubmission *submission,
                                       const CasenessReceiptLine *const *lines, double bytes, GError **error)
{
  Owner owner = { 0 };
  guint64 n_rows = 0;

  for (guint i = 0; i < submission->n_tables; i++)
    n_rows += submission->tables[i].n_rows;
  share_bytes (writer, bytes, n_rows);
  caseness_row_writer_start_submission (&writer->rows, submission);
  return put_import (writer, error)
         && put_submission_row (writer, submission, &owner.submission_id, error)
         && put_contents (writer, submission, &owner, lines, error);
}

static gboolean
put_list_row (CasenessImportWriter *writer, const char *name, gint64 *id, GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (writer->rows.store, "insert-local-list", error);

  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_int (statement, ":import_id", writer->import_id);
  caseness_statement_bind_text (statement, ":name", name);
  return run_insert (writer, statement, id, error);
}

gboolean
caseness_import_writer_put_list (CasenessImportWriter *writer, const CasenessSubmissionTable *table,
                                 GPtrArray *findings, const CasenessReceiptLine *line, double bytes, GError **error)
{
  Owner owner = { 0 };
  CasenessRowRun stored;

  share_bytes (writer, bytes, table->n_rows);
  return put_import (writer, error)
         && put_list_row (writer, table->spec->name, &owner.list_id, error)
         && caseness_row_writer_put (&writer->rows, table, owner.list_id, &stored, error)
         && put_line (writer, &owner, line, stored, error)
         && put_findings (writer, &owner, findings, error);
}

gboolean
caseness_import_writer_put_lookup (CasenessImportWriter *writer, const CasenessReceiptLine *line, GError **error)
{
  Owner owner = { 0 };

  return put_import (writer, error) && put_line (writer, &owner, line, CASENESS_NO_RUN, error);
}

gboolean
caseness_import_writer_put_publication (CasenessImportWriter *writer, const CasenessPublication *publication,
                                        const CasenessReceiptLine *line, GError **error)
{
  Owner owner = { 0 };

  return put_import (writer, error) && put_line (writer, &owner, line, CASENESS_NO_RUN, error)
         && caseness_publication_put (writer->rows.store, writer->import_id, publication,
                                      writer->rows.progress->cancellable, error);
}

gboolean
caseness_import_writer_finish (CasenessImportWriter *writer, double seconds, GError **error)
{
  g_autoptr(CasenessStatement) statement = NULL;

  if (writer->import_id == 0)
    return TRUE;
  statement = caseness_store_prepare (writer->rows.store, "update-import-seconds", error);
  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_int (statement, ":milliseconds", (gint64) (seconds * 1000 + 0.5));
  caseness_statement_bind_int (statement, ":import_id", writer->import_id);
  return caseness_statement_run (statement, NULL, error);
}

void
caseness_import_writer_clear (CasenessImportWriter *writer)
{
  caseness_row_writer_clear (&writer->rows);
}
