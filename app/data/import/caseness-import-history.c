/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import.h"

#include "caseness-period.h"
#include "caseness-receipt-private.h"
#include "caseness-store-private.h"

#include <glib/gi18n.h>
#include <string.h>

void
caseness_import_record_free (CasenessImportRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->imported_at);
  g_free (record->imported_by);
  g_free (record->undone_at);
  g_free (record->what);
  g_free (record);
}

static void
append_words (GString *words, const char *more)
{
  if (words->len > 0)
    g_string_append (words, ", ");
  g_string_append (words, more);
}

/* "XA1 June 2025", "XA1 Jan–Jun 2025 (6 months)" */
static void
append_submissions (GString *words, CasenessStatement *statement)
{
  CasenessPeriod period = { (CasenessDate) caseness_statement_get_int (statement, 1),
                            (CasenessDate) caseness_statement_get_int (statement, 2) };
  guint months = (guint) caseness_statement_get_int (statement, 3);
  g_autofree char *when = caseness_period_format (&period);
  g_autofree char *name = g_strdup_printf ("%s %s", caseness_statement_get_text (statement, 0), when);

  append_words (words, name);
  if (months > 1)
    /* Translators: how many monthly submissions an import brought, after their first and last month. */
    g_string_append_printf (words, ngettext (" (%u month)", " (%u months)", months), months);
}

static void
append_name (GString *words, CasenessStatement *statement)
{
  append_words (words, caseness_statement_get_text (statement, 0));
}

/* What an import may have brought, in the order it is told. */
static const struct
{
  const char *statement;
  void (*append) (GString *words, CasenessStatement *statement);
} brought[] = {
  { "select-import-submissions", append_submissions },
  { "select-import-lists", append_name },
  { "select-import-publications", append_name },
};

static gboolean
append_all (CasenessStore *store, gint64 import_id, GString *words, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (brought); i++)
    {
      g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, brought[i].statement, error);
      CasenessStep step;

      if (statement == NULL)
        return FALSE;
      caseness_statement_bind_int (statement, ":import_id", import_id);
      while ((step = caseness_statement_step (statement, NULL, error)) == CASENESS_STEP_ROW)
        brought[i].append (words, statement);
      if (step != CASENESS_STEP_DONE)
        return FALSE;
    }
  return TRUE;
}

static CasenessImportRecord *
read_record (CasenessStatement *statement)
{
  CasenessImportRecord *record = g_new0 (CasenessImportRecord, 1);

  record->import_id = caseness_statement_get_int (statement, 0);
  record->imported_at = g_strdup (caseness_statement_get_text (statement, 1));
  record->imported_by = g_strdup (caseness_statement_get_text (statement, 2));
  record->undone_at = g_strdup (caseness_statement_get_text (statement, 3));
  record->read = (guint) caseness_statement_get_int (statement, 4);
  record->kept = (guint) caseness_statement_get_int (statement, 5);
  record->rejected = (guint) caseness_statement_get_int (statement, 6);
  record->warnings = (guint) caseness_statement_get_int (statement, 7);
  record->n_files = (guint) caseness_statement_get_int (statement, 8);
  return record;
}

GPtrArray *
caseness_import_list (CasenessStore *store, GError **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_import_record_free);
  g_autoptr(CasenessStatement) statement = NULL;
  CasenessStep step;

  g_return_val_if_fail (store != NULL, NULL);
  statement = caseness_store_prepare (store, "select-imports", error);
  if (statement == NULL)
    return NULL;
  while ((step = caseness_statement_step (statement, NULL, error)) == CASENESS_STEP_ROW)
    {
      CasenessImportRecord *record = read_record (statement);
      g_autoptr(GString) words = g_string_new (NULL);

      g_ptr_array_add (records, record);
      if (!append_all (store, record->import_id, words, error))
        return NULL;
      record->what = g_string_free (g_steal_pointer (&words), FALSE);
    }
  return step == CASENESS_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

static void
set_no_such_import (gint64 import_id, GError **error)
{
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_NOT_FOUND,
               _ ("There is no import %d. The list of imports shows their numbers."), (int) import_id);
}

static gboolean
check_can_be_undone (CasenessStore *store, gint64 import_id, GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, "select-import-undone", error);
  CasenessStep step;

  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_int (statement, ":import_id", import_id);
  step = caseness_statement_step (statement, NULL, error);
  if (step == CASENESS_STEP_DONE)
    set_no_such_import (import_id, error);
  if (step != CASENESS_STEP_ROW)
    return FALSE;
  if (caseness_statement_is_null (statement, 0))
    return TRUE;
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_NOT_FOUND,
               _ ("Import %d was undone already, on %s. Import the files again to bring it back."),
               (int) import_id, caseness_statement_get_text (statement, 0));
  return FALSE;
}

static gboolean
mark_undone (CasenessStore *store, gint64 import_id, const char *when, GError **error)
{
  g_autoptr(CasenessStatement) statement = NULL;

  if (!check_can_be_undone (store, import_id, error))
    return FALSE;
  statement = caseness_store_prepare (store, "undo-import", error);
  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_int (statement, ":import_id", import_id);
  caseness_statement_bind_text (statement, ":undone_at", when);
  return caseness_statement_run (statement, NULL, error);
}

gboolean
caseness_import_undo (CasenessStore *store, gint64 import_id, GDateTime *now, GError **error)
{
  g_autofree char *when = NULL;

  g_return_val_if_fail (store != NULL && now != NULL, FALSE);
  when = g_date_time_format (now, "%Y-%m-%d %H:%M:%S");
  if (!caseness_store_begin (store, error))
    return FALSE;
  if (mark_undone (store, import_id, when, error) && caseness_store_commit (store, error))
    return TRUE;
  caseness_store_rollback (store);
  return FALSE;
}

static CasenessFindingLevel
read_level (const char *word)
{
  CasenessFindingLevel level = CASENESS_FINDING_FILE;

  while (level < CASENESS_FINDING_WARNING && strcmp (caseness_finding_level_get_word (level), word) != 0)
    level++;
  return level;
}

static gpointer
read_finding (CasenessStatement *statement)
{
  return caseness_finding_new (g_intern_string (caseness_statement_get_text (statement, 0)),
                               read_level (caseness_statement_get_text (statement, 1)),
                               g_intern_string (caseness_statement_get_text (statement, 2)),
                               caseness_statement_get_text (statement, 3),
                               (guint) caseness_statement_get_int (statement, 4),
                               caseness_statement_get_text (statement, 5),
                               caseness_statement_get_text (statement, 6),
                               g_strdup (caseness_statement_get_text (statement, 7)));
}

GPtrArray *
caseness_import_list_findings (CasenessStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);

  return caseness_store_list (store, "select-active-findings", read_finding, (GDestroyNotify) caseness_finding_free,
                              error);
}

static gpointer
read_line (CasenessStatement *statement)
{
  CasenessReceiptLine *line = g_new0 (CasenessReceiptLine, 1);

  line->table = g_strdup (caseness_statement_get_text (statement, 0));
  line->file = g_strdup (caseness_statement_get_text (statement, 1));
  line->bytes = (guint64) caseness_statement_get_int (statement, 2);
  line->sha256 = g_strdup (caseness_statement_get_text (statement, 3));
  line->read = (guint) caseness_statement_get_int (statement, 4);
  line->kept = (guint) caseness_statement_get_int (statement, 5);
  line->rejected = (guint) caseness_statement_get_int (statement, 6);
  line->warnings = (guint) caseness_statement_get_int (statement, 7);
  return line;
}

static CasenessStatement *
ask_about (CasenessStore *store, const char *name, gint64 import_id, GError **error)
{
  CasenessStatement *statement = caseness_store_prepare (store, name, error);

  if (statement != NULL)
    caseness_statement_bind_int (statement, ":import_id", import_id);
  return statement;
}

static CasenessReceipt *
load_head (CasenessStore *store, gint64 import_id, GError **error)
{
  g_autoptr(CasenessStatement) statement = ask_about (store, "select-receipt", import_id, error);
  CasenessStep step = statement != NULL ? caseness_statement_step (statement, NULL, error) : CASENESS_STEP_ERROR;
  CasenessReceipt *receipt;

  if (step == CASENESS_STEP_DONE)
    set_no_such_import (import_id, error);
  if (step != CASENESS_STEP_ROW)
    return NULL;
  receipt = caseness_receipt_new_held (caseness_statement_get_text (statement, 0),
                                       caseness_statement_get_text (statement, 1));
  receipt->import_id = import_id;
  receipt->seconds = caseness_statement_get_int (statement, 2) / 1000.0;
  return receipt;
}

CasenessReceipt *
caseness_import_load_receipt (CasenessStore *store, gint64 import_id, GError **error)
{
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessStatement) files = NULL;
  g_autoptr(CasenessStatement) findings = NULL;

  g_return_val_if_fail (store != NULL, NULL);
  receipt = load_head (store, import_id, error);
  files = receipt != NULL ? ask_about (store, "select-receipt-files", import_id, error) : NULL;
  if (files == NULL || !caseness_statement_collect (files, read_line, receipt->lines, error))
    return NULL;
  findings = ask_about (store, "select-receipt-findings", import_id, error);
  if (findings == NULL || !caseness_statement_collect (findings, read_finding, receipt->findings, error))
    return NULL;
  return g_steal_pointer (&receipt);
}

void
caseness_source_free (CasenessSource *source)
{
  if (source == NULL)
    return;
  g_free (source->name);
  g_free (source->imported_at);
  g_free (source);
}

static gpointer
read_source (CasenessStatement *statement)
{
  CasenessSource *source = g_new0 (CasenessSource, 1);

  source->is_list = caseness_statement_get_int (statement, 0) != 0;
  source->name = g_strdup (caseness_statement_get_text (statement, 1));
  source->period_end = source->is_list ? CASENESS_DATE_NONE : (CasenessDate) caseness_statement_get_int (statement, 2);
  source->import_id = caseness_statement_get_int (statement, 3);
  source->imported_at = g_strdup (caseness_statement_get_text (statement, 4));
  return source;
}

GPtrArray *
caseness_import_list_sources (CasenessStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);

  return caseness_store_list (store, "select-sources", read_source, (GDestroyNotify) caseness_source_free, error);
}
