/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-row-writer.h"

#include "caseness-row-index.h"
#include "caseness-row-source.h"
#include "caseness-store-private.h"

#include <string.h>

/* Rows on their way into one table. */
typedef struct
{
  CasenessRowWriter *writer;
  CasenessRowSource source;
  GError *error; /* why it was stopped */
} Run;

typedef struct
{
  int patient;
  int born;
  int postcode;
} PersonColumns;

static void
learn_decile (CasenessRowWriter *writer, const char *patient, const char *postcode)
{
  guint decile;

  if (writer->deprivation == NULL || postcode == NULL)
    return;
  decile = caseness_deprivation_find (writer->deprivation, postcode);
  writer->n_people++;
  if (decile == 0)
    return;
  writer->n_people_found++;
  g_hash_table_insert (writer->facts.deciles, (gpointer) patient, GUINT_TO_POINTER (decile));
}

static void
learn_people (CasenessRowWriter *writer, const CasenessSubmissionTable *table)
{
  const PersonColumns columns = {
    caseness_spec_find_field (table->spec, "LocalPatientId"),
    caseness_spec_find_field (table->spec, "PersonBirthDate"),
    caseness_spec_find_field (table->spec, "Postcode"),
  };

  for (guint row = 0; row < table->n_rows; row++)
    {
      const char **cells = caseness_row_get_cells (table, row);
      const char *patient = cells[columns.patient];

      if (table->is_rejected[row] || patient == NULL)
        continue;
      g_hash_table_insert (writer->facts.births, (gpointer) patient,
                           GINT_TO_POINTER (caseness_date_parse (cells[columns.born])));
      learn_decile (writer, patient, cells[columns.postcode]);
    }
}

static void
count_referrals (CasenessRowWriter *writer, const CasenessSubmissionTable *table)
{
  int patient = caseness_spec_find_field (table->spec, "LocalPatientId");

  for (guint row = 0; row < table->n_rows; row++)
    {
      const char *who = caseness_row_get_cells (table, row)[patient];

      if (table->is_rejected[row])
        continue;
      writer->n_referrals++;
      writer->n_referrals_found += who != NULL && g_hash_table_contains (writer->facts.deciles, who);
    }
}

void
caseness_row_writer_start_submission (CasenessRowWriter *writer, const CasenessSubmission *submission)
{
  caseness_row_writer_clear (writer);
  writer->facts.births = g_hash_table_new (g_str_hash, g_str_equal);
  writer->facts.deciles = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint t = 0; t < submission->n_tables; t++)
    if (strcmp (submission->tables[t].spec->name, "IDS001MPI") == 0)
      learn_people (writer, &submission->tables[t]);
  for (guint t = 0; t < submission->n_tables && writer->deprivation != NULL; t++)
    if (strcmp (submission->tables[t].spec->name, "IDS101Referral") == 0)
      count_referrals (writer, &submission->tables[t]);
}

static gboolean
check (gpointer data)
{
  Run *run = data;
  double ahead = run->writer->bytes_ahead + run->writer->bytes_a_row * run->source.row;

  return caseness_import_progress_check (run->writer->progress, ahead, &run->error);
}

/* A full disk is no fault of the row; anything unforeseen may be. */
static void
name_row (const CasenessRowSource *source, GError **error)
{
  if (error != NULL && g_error_matches (*error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_FAILED)
      && source->row < source->table->n_rows)
    g_prefix_error (error, "%s:%u: ", source->table->file, source->table->lines[source->row]);
}

/* The rows that the statement before has added stand one after the other. Only tables of a submission are kept so. */
static CasenessRowRun
find_run (CasenessStore *store, const CasenessTableSpec *spec)
{
  gint64 last = sqlite3_last_insert_rowid (store->database), n = sqlite3_changes (store->database);

  if (spec->is_list || spec->is_extract)
    return CASENESS_NO_RUN;
  return n > 0 ? (CasenessRowRun){ last - n + 1, last } : CASENESS_NO_RUN;
}

static gboolean
put_rows (CasenessRowWriter *writer, CasenessStatement *statement, const CasenessSubmissionTable *table, gint64 owner,
          CasenessRowRun *stored, GError **error)
{
  Run run = { .writer = writer };
  g_autoptr(GError) failure = NULL;
  gboolean is_done;

  run.source = (CasenessRowSource){ .table = table, .facts = &writer->facts, .check = check, .data = &run };
  caseness_statement_bind_int (statement, table->spec->is_list ? ":list_id" : ":submission_id", owner);
  caseness_row_source_set (writer->store, &run.source);
  is_done = caseness_statement_run (statement, writer->progress->cancellable, &failure);
  caseness_row_source_set (writer->store, NULL);
  writer->bytes_ahead += writer->bytes_a_row * table->n_rows;
  *stored = find_run (writer->store, table->spec);
  if (is_done)
    return TRUE;
  name_row (&run.source, &failure);
  g_propagate_error (error, run.error != NULL ? g_steal_pointer (&run.error) : g_steal_pointer (&failure));
  g_clear_error (&run.error);
  return FALSE;
}

gboolean
caseness_row_writer_put (CasenessRowWriter *writer, const CasenessSubmissionTable *table, gint64 owner,
                         CasenessRowRun *stored, GError **error)
{
  g_autofree char *name = g_strconcat ("insert-", table->spec->name, NULL);
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (writer->store, name, error);

  return statement != NULL && put_rows (writer, statement, table, owner, stored, error);
}

void
caseness_row_writer_clear (CasenessRowWriter *writer)
{
  g_clear_pointer (&writer->facts.births, g_hash_table_unref);
  g_clear_pointer (&writer->facts.deciles, g_hash_table_unref);
}
