/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import.h"

#include "caseness-import-held.h"
#include "caseness-import-lookup.h"
#include "caseness-import-plan.h"
#include "caseness-import-writer.h"
#include "caseness-known-referrals.h"
#include "caseness-list-ahead.h"
#include "caseness-period.h"
#include "caseness-publication-store.h"
#include "caseness-read-ahead.h"
#include "caseness-receipt-private.h"
#include "caseness-store-private.h"
#include "caseness-table-reader.h"
#include "caseness-timeline.h"

#include <glib/gi18n.h>
#include <string.h>

/* Reading and judging takes more time than storing. */
#define READING_SHARE 0.6
#define STORING_SHARE 0.4

/* One command under way. */
typedef struct
{
  CasenessStore *store;
  const CasenessImportOptions *options;
  GCancellable *cancellable;
  CasenessImportPlan *plan;
  CasenessReceipt *receipt;
  CasenessImportProgress progress;
  CasenessImportWriter writer;
  CasenessReadAhead *reader;
  CasenessListAhead *lists;
  CasenessImportLookup lookup;
  CasenessKnownReferrals *known;
  GHashTable *covered;  /* (element-type utf8 utf8): provider and month, and when what is stored of it was created */
  GPtrArray *outdated;  /* (element-type Outdated): older than what was held before */
  guint n_new;
  guint n_held;
} Import;

/* A submission older than the one that is held. A fault, unless the same command brings a later one (rulings 103). */
typedef struct
{
  char *key;
  char *label;
  char *what;
  char *created;
  char *held_created;
  gint64 held_import;
} Outdated;

static void
outdated_free (Outdated *outdated)
{
  g_free (outdated->key);
  g_free (outdated->label);
  g_free (outdated->what);
  g_free (outdated->created);
  g_free (outdated->held_created);
  g_free (outdated);
}

static void
import_clear (Import *import)
{
  g_clear_pointer (&import->reader, caseness_read_ahead_free);
  g_clear_pointer (&import->lists, caseness_list_ahead_free);
  g_clear_pointer (&import->plan, caseness_import_plan_free);
  caseness_import_lookup_clear (&import->lookup);
  g_clear_pointer (&import->receipt, caseness_receipt_free);
  g_clear_pointer (&import->known, caseness_known_referrals_free);
  g_clear_pointer (&import->covered, g_hash_table_unref);
  g_clear_pointer (&import->outdated, g_ptr_array_unref);
  caseness_import_writer_clear (&import->writer);
  caseness_import_progress_clear (&import->progress);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static double
sum_bytes (GPtrArray *items)
{
  double bytes = 0;

  for (guint i = 0; i < items->len; i++)
    bytes += (double) ((const CasenessImportItem *) items->pdata[i])->bytes;
  return bytes;
}

static gboolean
import_init (Import *import, CasenessStore *store, const char *const *paths, const CasenessImportOptions *options,
             GCancellable *cancellable, GError **error)
{
  g_auto(GStrv) others = caseness_import_lookup_take (&import->lookup, paths, error);

  import->store = store;
  import->options = options;
  import->cancellable = cancellable;
  if (others != NULL)
    import->plan = caseness_import_plan_new ((const char *const *) others, cancellable, error);
  if (import->plan == NULL)
    return FALSE;
  if (import->plan->submissions->len > 0 && !options->forgets_lookup)
    caseness_import_lookup_recall (&import->lookup, store);
  import->receipt = caseness_receipt_new (options);
  for (guint i = 0; i < import->plan->notes->len; i++)
    caseness_receipt_take_note (import->receipt, g_strdup (import->plan->notes->pdata[i]));
  import->progress.func = options->progress;
  import->progress.func_data = options->progress_data;
  import->progress.cancellable = cancellable;
  import->progress.total = sum_bytes (import->plan->submissions) + sum_bytes (import->plan->lists)
                           + sum_bytes (import->plan->publications);
  import->covered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  import->outdated = g_ptr_array_new_with_free_func ((GDestroyNotify) outdated_free);
  return TRUE;
}

static gboolean
start_reading (Import *import, const CasenessImportItem *item, GError **error)
{
  g_autofree char *name = g_filename_display_basename (item->path);
  /* Translators: the name of a folder or file. */
  g_autofree char *what = g_strdup_printf (_ ("Reading %s"), name);

  caseness_import_progress_start (&import->progress, what);
  return caseness_import_progress_check (&import->progress, 0, error);
}

static void
start_storing (Import *import, const CasenessImportItem *item)
{
  g_autofree char *name = g_filename_display_basename (item->path);
  /* Translators: the name of a folder or file. */
  g_autofree char *what = g_strdup_printf (_ ("Storing %s"), name);

  import->progress.done += READING_SHARE * (double) item->bytes;
  caseness_import_progress_start (&import->progress, what);
}

/* "XA1 June 2025" */
static char *
name_submission (const CasenessSubmission *submission)
{
  CasenessPeriod period = { submission->period_start, submission->period_end };
  g_autofree char *words = caseness_period_format (&period);

  return g_strdup_printf ("%s %s", submission->provider, words);
}

static void
note_held (Import *import, const char *what, const CasenessHeld *held)
{
  /* Translators: a provider and month or the name of a list, then the number of an import. */
  caseness_receipt_take_note (import->receipt,
                              g_strdup_printf (_ ("%s: already imported, as part of import %d."), what,
                                               (int) held->import_id));
  import->n_held++;
}

static void
note_identifiers (Import *import)
{
  if (import->options->keep_identifiers && import->n_held > 0)
    caseness_receipt_take_note (import->receipt,
                                g_strdup (_ ("Identifiers are not added to what is held already. Undo that import "
                                             "first, then import again.")));
}

/* What the lookup told; of months that were held already nothing, since their postcodes are gone. */
static gboolean
settle_lookup (Import *import, GError **error)
{
  const CasenessDeprivation *deprivation = import->lookup.deprivation;
  const CasenessRowWriter *rows = &import->writer.rows;
  const CasenessReceiptLine *line;

  if (deprivation != NULL && !import->lookup.is_remembered && import->n_held > 0)
    caseness_receipt_take_note (import->receipt,
                                g_strdup (_ ("Deprivation is not added to what is held already. Undo that import "
                                             "first, then import again.")));
  if (import->n_new == 0)
    return TRUE;
  caseness_import_lookup_note (&import->lookup, import->receipt);
  if (deprivation != NULL)
    {
      line = caseness_receipt_add_deprivation (import->receipt, deprivation);
      /* Translators: a file name, two numbers of rows of people, then two of rows of referrals. */
      caseness_receipt_take_note (import->receipt,
                                  g_strdup_printf (_ ("%s: the decile of deprivation was found for %u of %u rows of people "
                                                      "that have a postcode; %u of %u rows of referrals have one."),
                                                   line->file, rows->n_people_found, rows->n_people,
                                                   rows->n_referrals_found, rows->n_referrals));
      if (!import->options->is_dry_run && !caseness_import_writer_put_lookup (&import->writer, line, error))
        return FALSE;
    }
  return import->options->is_dry_run
         || caseness_import_lookup_keep (&import->lookup, import->store, import->options->forgets_lookup, error);
}

static void
note_replaced (Import *import, const char *what, const CasenessHeld *held)
{
  /* Translators: a provider and month, the number of an import, and a date with a time. */
  caseness_receipt_take_note (import->receipt,
                              g_strdup_printf (_ ("%s: replaces what import %d brought, created %s."), what,
                                               (int) held->import_id, held->created));
}

static void
note_twice (Import *import, const char *what)
{
  /* Translators: a provider and month. */
  caseness_receipt_take_note (import->receipt,
                              g_strdup_printf (_ ("%s: there is more than one submission; the one created last "
                                                  "counts."),
                                               what));
}

static char *
make_key (const CasenessSubmission *submission)
{
  return g_strdup_printf ("%s %d", submission->provider, submission->period_start);
}

static void
remember_outdated (Import *import, const CasenessImportItem *item, const CasenessSubmission *submission,
                   const CasenessHeld *held)
{
  Outdated *outdated = g_new0 (Outdated, 1);

  outdated->key = make_key (submission);
  outdated->label = g_filename_display_name (item->label[0] != '\0' ? item->label : item->shown);
  outdated->what = name_submission (submission);
  outdated->created = g_strdup (submission->created);
  outdated->held_created = g_strdup (held->created);
  outdated->held_import = held->import_id;
  g_ptr_array_add (import->outdated, outdated);
}

/* A finding names the file alone, as the figures of the worked service have it: what is printed is agreed to the last cell. */
static void
take_archive_findings (const CasenessImportItem *item, GPtrArray *findings)
{
  if (item->findings != NULL)
    g_ptr_array_extend_and_steal (findings, g_ptr_array_ref (item->findings));
}

static gboolean
store_submission (Import *import, const CasenessImportItem *item, CasenessSubmission *submission, GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  g_autofree char *what = name_submission (submission);

  import->n_new++;
  for (guint i = 0; i < submission->n_tables; i++)
    if (submission->tables[i].file != NULL)
      g_ptr_array_add (lines, (gpointer) caseness_receipt_add_line (import->receipt, &submission->tables[i],
                                                                    item->label));
  take_archive_findings (item, submission->findings);
  caseness_receipt_note_refusal (import->receipt, submission->findings, what);
  start_storing (import, item);
  if (import->options->is_dry_run)
    caseness_row_writer_start_submission (&import->writer.rows, submission); /* which tells what would have a decile */
  else if (!caseness_import_writer_put_submission (&import->writer, submission,
                                                   (const CasenessReceiptLine *const *) lines->pdata,
                                                   STORING_SHARE * (double) item->bytes, error))
    return FALSE;
  caseness_receipt_take_findings (import->receipt, submission->findings);
  import->progress.done += STORING_SHARE * (double) item->bytes;
  return TRUE;
}

/* New, held already, or older than what is held (rulings 19). What is held already is stored again when this command
 * stored another of the same month and time before it, since of equals the later path wins (rulings 103). */
static gboolean
judge_submission (Import *import, const CasenessImportItem *item, CasenessSubmission *submission, GError **error)
{
  g_auto(CasenessHeld) held = { 0 };
  g_autofree char *key = make_key (submission);
  g_autofree char *what = name_submission (submission);

  if (!caseness_held_find_submission (import->store, submission, import->writer.import_id, &held, error))
    return FALSE;
  if (held.id != 0 && !held.is_same && strcmp (submission->created, held.created) < 0)
    {
      remember_outdated (import, item, submission, &held);
      import->progress.done += (double) item->bytes;
      return TRUE;
    }
  if (g_hash_table_contains (import->covered, key))
    note_twice (import, what);
  if (held.is_same && g_strcmp0 (g_hash_table_lookup (import->covered, key), submission->created) != 0)
    {
      if (!g_hash_table_contains (import->covered, key))
        g_hash_table_insert (import->covered, g_steal_pointer (&key), NULL);
      note_held (import, what, &held);
      import->progress.done += (double) item->bytes;
      return TRUE;
    }
  g_hash_table_insert (import->covered, g_steal_pointer (&key), g_strdup (submission->created));
  if (held.id != 0)
    note_replaced (import, what, &held);
  return store_submission (import, item, submission, error);
}

/* A refusal names the folder of a submission; this adds the folders above it that were found below the path given. */
static void
name_place (const CasenessImportItem *item, GError **error)
{
  g_autofree char *above = g_path_get_dirname (item->label);
  g_autofree char *name = g_filename_display_name (above);

  if (error != NULL && (*error)->domain == CASENESS_DATA_ERROR && !g_str_equal (above, "."))
    g_prefix_error (error, "%s" G_DIR_SEPARATOR_S, name);
}

static gboolean
receive_submission (Import *import, const CasenessImportItem *item, GError **error)
{
  g_autoptr(CasenessSubmission) submission = NULL;

  if (!start_reading (import, item, error))
    return FALSE;
  submission = caseness_read_ahead_take (import->reader, error);
  if (submission == NULL)
    {
      name_place (item, error);
      return FALSE;
    }
  if (import->known != NULL)
    caseness_known_referrals_add (import->known, submission);
  return judge_submission (import, item, submission, error);
}

static gboolean
store_list (Import *import, const CasenessImportItem *item, CasenessSubmissionTable *table, GPtrArray *findings,
            GError **error)
{
  const CasenessReceiptLine *line;

  import->n_new++;
  caseness_known_referrals_check (import->known, table, findings);
  take_archive_findings (item, findings);
  line = caseness_receipt_add_line (import->receipt, table, item->label);
  start_storing (import, item);
  if (!import->options->is_dry_run
      && !caseness_import_writer_put_list (&import->writer, table, findings, line,
                                           STORING_SHARE * (double) item->bytes, error))
    return FALSE;
  caseness_receipt_take_findings (import->receipt, findings);
  import->progress.done += STORING_SHARE * (double) item->bytes;
  return TRUE;
}

static gboolean
judge_list (Import *import, const CasenessImportItem *item, CasenessSubmissionTable *table, GPtrArray *findings,
            GError **error)
{
  g_auto(CasenessHeld) held = { 0 };

  if (!caseness_held_find_list (import->store, table, &held, error))
    return FALSE;
  if (held.is_same)
    {
      note_held (import, table->spec->name, &held);
      import->progress.done += (double) item->bytes;
      return TRUE;
    }
  if (held.id != 0)
    /* Translators: the name of a list, then the number of an import. */
    caseness_receipt_take_note (import->receipt,
                                g_strdup_printf (_ ("%s: replaces the list that import %d brought."), table->spec->name,
                                                 (int) held.import_id));
  return store_list (import, item, table, findings, error);
}

static gboolean
receive_list (Import *import, guint index, GError **error)
{
  const CasenessImportItem *item = import->plan->lists->pdata[index];
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  CasenessSubmissionTable table = { 0 };
  gboolean is_done;

  if (!start_reading (import, item, error)
      || !caseness_list_ahead_take (import->lists, index, &table, findings, error))
    return FALSE;
  is_done = judge_list (import, item, &table, findings, error);
  caseness_submission_table_clear (&table);
  return is_done;
}

static gboolean
store_publication (Import *import, const CasenessImportItem *item, const CasenessPublication *publication,
                   GError **error)
{
  const CasenessReceiptLine *line;

  import->n_new++;
  line = caseness_receipt_add_publication (import->receipt, publication);
  start_storing (import, item);
  if (!import->options->is_dry_run
      && !caseness_import_writer_put_publication (&import->writer, publication, line, error))
    return FALSE;
  import->progress.done += STORING_SHARE * (double) item->bytes;
  return TRUE;
}

/* After the submissions of the same command, which tell whose rows are wanted in full. */
static gboolean
receive_publication (Import *import, const CasenessImportItem *item, GError **error)
{
  g_autoptr(GHashTable) providers = caseness_publication_list_providers (import->store, error);
  const CasenessPublicationOptions options = { .providers = providers };
  g_autoptr(CasenessPublication) publication = NULL;
  CasenessHeld held = { 0 };

  if (providers == NULL || !start_reading (import, item, error))
    return FALSE;
  publication = caseness_publication_read (item->path, &options, import->cancellable, error);
  if (publication == NULL
      || !caseness_publication_find_held (import->store, publication, &held.import_id, error))
    return FALSE;
  if (held.import_id == 0)
    return store_publication (import, item, publication, error);
  note_held (import, publication->file, &held);
  import->progress.done += (double) item->bytes;
  return TRUE;
}

/* An older submission is a fault by itself, and none beside a later one of the same month. */
static gboolean
settle_outdated (Import *import, GError **error)
{
  for (guint i = 0; i < import->outdated->len; i++)
    {
      const Outdated *outdated = import->outdated->pdata[i];

      if (!g_hash_table_contains (import->covered, outdated->key))
        {
          /* Translators: a folder, a provider and month, two dates with times, and the number of an import. */
          g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_SUPERSEDED,
                       _ ("%s: a later submission of %s is held: this one was created %s, that of import %d %s. "
                          "Nothing was changed; undo that import first to go back."),
                       outdated->label, outdated->what, outdated->created, (int) outdated->held_import,
                       outdated->held_created);
          return FALSE;
        }
      /* Translators: a folder, then a provider and month. */
      caseness_receipt_take_note (import->receipt,
                                  g_strdup_printf (_ ("%s: left out, a later submission of %s is held."),
                                                   outdated->label, outdated->what));
    }
  return TRUE;
}

static void
start_reader (Import *import)
{
  g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint64 *bytes = g_new (guint64, import->plan->submissions->len);

  for (guint i = 0; i < import->plan->submissions->len; i++)
    {
      const CasenessImportItem *item = import->plan->submissions->pdata[i];

      g_ptr_array_add (folders, g_strdup (item->path));
      bytes[i] = item->bytes;
    }
  import->reader = caseness_read_ahead_new (folders, bytes, import->cancellable);
  import->lists = caseness_list_ahead_new (import->plan->lists);
}

static gboolean
receive_all (Import *import, GError **error)
{
  guint n_submissions = import->plan->submissions->len;

  start_reader (import);
  for (guint i = 0; i < n_submissions; i++)
    {
      if (i + 1 == n_submissions)
        caseness_list_ahead_begin (import->lists); /* by now no month is left to read beside the last */
      if (!receive_submission (import, import->plan->submissions->pdata[i], error))
        return FALSE;
    }
  if (!settle_outdated (import, error))
    return FALSE;
  for (guint i = 0; i < import->plan->lists->len; i++)
    if (!receive_list (import, i, error))
      return FALSE;
  for (guint i = 0; i < import->plan->publications->len; i++)
    if (!receive_publication (import, import->plan->publications->pdata[i], error))
      return FALSE;
  return caseness_import_progress_check (&import->progress, 0, error);
}

static gboolean
put_service_name (Import *import, GError **error)
{
  const char *name = import->options->service_name;

  return name == NULL || caseness_store_put_setting (import->store, "service-name", name, error);
}

static gboolean
prepare_lookups (Import *import, GError **error)
{
  if (import->plan->lists->len > 0)
    import->known = caseness_known_referrals_new (import->store, import->cancellable, error);
  return (import->plan->lists->len == 0 || import->known != NULL)
         && caseness_import_writer_init (&import->writer, import->store, import->receipt,
                                         import->options->keep_identifiers, &import->progress, error);
}

static void
take_notes (Import *import, GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    caseness_receipt_take_note (import->receipt, g_strdup (sentences->pdata[i]));
  g_ptr_array_unref (sentences);
}

/* Told before the commit, of what will count after it. */
static gboolean
note_timeline (Import *import, GError **error)
{
  g_autoptr(GPtrArray) timeline = NULL;

  if (import->writer.import_id == 0)
    return TRUE;
  timeline = caseness_timeline_list (import->store, error);
  if (timeline == NULL)
    return FALSE;
  take_notes (import, caseness_timeline_describe_replaced (timeline, import->writer.import_id));
  take_notes (import, caseness_timeline_describe (timeline, import->writer.import_id));
  return TRUE;
}

/* Everything of one command, or nothing: it runs inside one transaction. */
static gboolean
run_in_transaction (Import *import, gint64 started, GError **error)
{
  if (!prepare_lookups (import, error))
    return FALSE;
  import->writer.rows.deprivation = import->lookup.deprivation;
  import->writer.listener = import->options->listener;
  import->writer.listener_data = import->options->listener_data;
  if (!receive_all (import, error) || !settle_lookup (import, error))
    return FALSE;
  note_identifiers (import);
  import->receipt->was_held = import->n_new == 0;
  import->receipt->seconds = (double) (g_get_monotonic_time () - started) / G_USEC_PER_SEC;
  if (import->options->is_dry_run)
    return TRUE;
  if (!note_timeline (import, error) || !put_service_name (import, error)
      || !caseness_import_writer_finish (&import->writer, import->receipt->seconds, error)
      || !caseness_store_commit (import->store, error))
    return FALSE;
  import->receipt->import_id = import->writer.import_id;
  import->receipt->seconds = (double) (g_get_monotonic_time () - started) / G_USEC_PER_SEC;
  return TRUE;
}

CasenessReceipt *
caseness_import_paths (CasenessStore *store, const char *const *paths, const CasenessImportOptions *options,
                       GCancellable *cancellable, GError **error)
{
  g_auto(Import) import = { 0 };
  gint64 started = g_get_monotonic_time ();

  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (paths != NULL && options != NULL && options->now != NULL, NULL);
  if (!import_init (&import, store, paths, options, cancellable, error))
    return NULL;
  if (!options->is_dry_run && !caseness_store_begin (store, error))
    return NULL;
  if (run_in_transaction (&import, started, error))
    return g_steal_pointer (&import.receipt);
  caseness_store_rollback (store);
  return NULL;
}
