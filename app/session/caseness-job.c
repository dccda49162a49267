/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-job.h"

#include "caseness-demo.h"
#include "caseness-gathering.h"
#include "caseness-store-copy.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* How the bar is shared out between the parts of a job, from what they take on an ordinary laptop. */
#define DEMO_WRITTEN 0.35
#define STORED 0.85

/* Two years for a chart over time, after nine months in which the first pathways grow to their ordinary length. */
#define DEMO_MONTHS 33
#define DEMO_REFERRALS 33000

static void
say (const CasenessJob *job, double from, double to, const char *what)
{
  if (job->progress == NULL)
    return;
  caseness_progress_set_range (job->progress, from, to);
  caseness_progress_say (0, what, job->progress);
}

static gboolean
delete_folder (GFile *folder)
{
  g_autoptr(GFileEnumerator) entries = NULL;
  GFile *child;

  entries = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                       G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  while (entries != NULL && g_file_enumerator_iterate (entries, NULL, &child, NULL, NULL) && child != NULL)
    delete_folder (child);
  return g_file_delete (folder, NULL, NULL);
}

/* @gathering (transfer full) (nullable) is what the job's import gathered. */
static gboolean
load (const CasenessJob *job, CasenessGathering *gathering, CasenessJobResult *result, GCancellable *cancellable,
      GError **error)
{
  g_autoptr(CasenessGathering) gathered = gathering;
  g_autoptr(CasenessStore) store = caseness_job_open_store (job->path, error);

  result->journal = store != NULL ? caseness_journal_load (store, error) : NULL;
  if (result->journal == NULL)
    return FALSE;
  if (gathered != NULL)
    result->snapshot = caseness_gathering_load (g_steal_pointer (&gathered), store, cancellable, error);
  else
    result->snapshot = caseness_snapshot_load (store, cancellable, error);
  return result->snapshot != NULL;
}

static CasenessReceipt *
import (const CasenessJob *job, const char *store_path, const char *const *paths, CasenessGathering *gathering,
        GCancellable *cancellable, GError **error)
{
  CasenessImportOptions options = { 0 };

  options.service_name = job->service_name;
  options.keep_identifiers = job->keeps_identifiers;
  options.forgets_lookup = job->forgets_lookup;
  options.now = job->now;
  if (job->progress != NULL)
    {
      options.progress = caseness_progress_say;
      options.progress_data = job->progress;
    }
  caseness_gathering_listen (gathering, &options);
  return caseness_import_file (store_path, paths, &options, cancellable, error);
}

static CasenessReceipt *
run_import (const CasenessJob *job, CasenessGathering *gathering, GCancellable *cancellable, GError **error)
{
  say (job, 0, STORED, _("Reading the files"));
  return import (job, job->path, (const char *const *) job->paths, gathering, cancellable, error);
}

static gboolean
run_undo (const CasenessJob *job, GError **error)
{
  g_autoptr(CasenessStore) store = NULL;

  say (job, 0, STORED, _("Undoing the import"));
  store = caseness_store_open (job->path, CASENESS_STORE_WRITE, error);
  return store != NULL && caseness_import_undo (store, job->import_id, job->now, error);
}

static gboolean
write_demo (const CasenessJob *job, const char *folder, GCancellable *cancellable, GError **error)
{
  CasenessDemoOptions options;

  caseness_demo_options_init (&options);
  options.months = DEMO_MONTHS;
  options.referrals = DEMO_REFERRALS;
  if (job->progress != NULL)
    {
      options.progress = caseness_progress_say;
      options.progress_data = job->progress;
    }
  return caseness_demo_write (folder, &options, cancellable, error);
}

static gboolean
replace_file (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0)
    return TRUE;
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_READ_ONLY,
               _("“%s” could not be written: %s. Choose another place for it."), to, g_strerror (errno));
  return FALSE;
}

/* Made beside its final place and moved there whole, so that a failure half-way leaves an earlier demo as it was. */
static CasenessReceipt *
import_demo (const CasenessJob *job, const char *folder, CasenessGathering *gathering, GCancellable *cancellable,
             GError **error)
{
  g_autofree char *new_path = g_strconcat (job->path, ".new", NULL);
  const char *paths[] = { folder, NULL };
  g_autoptr(CasenessReceipt) receipt = NULL;

  g_unlink (new_path);
  receipt = import (job, new_path, paths, gathering, cancellable, error);
  if (receipt != NULL && !replace_file (new_path, job->path, error))
    g_clear_pointer (&receipt, caseness_receipt_free);
  if (receipt == NULL)
    g_unlink (new_path);
  return g_steal_pointer (&receipt);
}

/* Asked first, so that nobody waits for a demo that has nowhere to go. */
static gboolean
can_write_beside (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (folder, W_OK) == 0)
    return TRUE;
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_READ_ONLY,
               _("The folder “%s” cannot be written: %s. Choose another one."), folder, g_strerror (errno));
  return FALSE;
}

static CasenessReceipt *
run_demo (const CasenessJob *job, CasenessGathering *gathering, GCancellable *cancellable, GError **error)
{
  g_autofree char *temporary = NULL;
  g_autofree char *folder = NULL;
  g_autoptr(GFile) to_delete = NULL;
  CasenessReceipt *receipt = NULL;

  if (!can_write_beside (job->path, error))
    return NULL;
  temporary = g_dir_make_tmp ("caseness-demo-XXXXXX", error);
  if (temporary == NULL)
    return NULL;
  to_delete = g_file_new_for_path (temporary);
  folder = g_build_filename (temporary, "demo", NULL);
  say (job, 0, DEMO_WRITTEN, _("Inventing the demo service"));
  if (write_demo (job, folder, cancellable, error))
    {
      say (job, DEMO_WRITTEN, STORED, _("Reading the files"));
      receipt = import_demo (job, folder, gathering, cancellable, error);
    }
  delete_folder (to_delete);
  return receipt;
}

static gboolean
run_share (const CasenessJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessStore) store = NULL;

  say (job, 0, 1, _("Making a copy without identifiers"));
  store = caseness_job_open_store (job->path, error);
  return store != NULL && caseness_store_export_anonymous (store, job->copy_path, cancellable, error);
}

/* Made beside its final place and moved there whole: a file that the user chose to replace stays until then. */
static CasenessSalvage *
run_salvage (const CasenessJob *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *new_path = g_strconcat (job->copy_path, ".new", NULL);
  g_autoptr(CasenessSalvage) salvage = NULL;

  say (job, 0, 1, _("Saving what can be read"));
  g_unlink (new_path);
  salvage = caseness_store_salvage (job->path, new_path, cancellable, error);
  if (salvage != NULL && !replace_file (new_path, job->copy_path, error))
    g_clear_pointer (&salvage, caseness_salvage_free);
  if (salvage == NULL)
    g_unlink (new_path);
  return g_steal_pointer (&salvage);
}

void
caseness_job_free (CasenessJob *job)
{
  if (job == NULL)
    return;
  g_free (job->path);
  g_free (job->copy_path);
  g_strfreev (job->paths);
  g_free (job->service_name);
  g_clear_pointer (&job->now, g_date_time_unref);
  g_clear_pointer (&job->progress, caseness_progress_unref);
  g_free (job);
}

void
caseness_job_result_free (CasenessJobResult *result)
{
  if (result == NULL)
    return;
  g_clear_pointer (&result->snapshot, caseness_snapshot_unref);
  g_clear_pointer (&result->journal, caseness_journal_unref);
  g_clear_pointer (&result->salvage, caseness_salvage_free);
  g_clear_pointer (&result->receipt, caseness_receipt_free);
  g_free (result);
}

CasenessJobResult *
caseness_job_run (const CasenessJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessJobResult) result = g_new0 (CasenessJobResult, 1);
  g_autoptr(CasenessGathering) gathering = NULL;
  gboolean is_done = TRUE;

  g_return_val_if_fail (job != NULL, NULL);

  if (job->kind == CASENESS_JOB_IMPORT || job->kind == CASENESS_JOB_DEMO)
    gathering = caseness_gathering_new ();
  if (job->kind == CASENESS_JOB_IMPORT)
    is_done = (result->receipt = run_import (job, gathering, cancellable, error)) != NULL;
  else if (job->kind == CASENESS_JOB_DEMO)
    is_done = (result->receipt = run_demo (job, gathering, cancellable, error)) != NULL;
  else if (job->kind == CASENESS_JOB_UNDO)
    is_done = run_undo (job, error);
  else if (job->kind == CASENESS_JOB_SHARE)
    is_done = run_share (job, cancellable, error);
  else if (job->kind == CASENESS_JOB_SALVAGE)
    is_done = (result->salvage = run_salvage (job, cancellable, error)) != NULL;
  if (!is_done)
    return NULL;
  if (job->kind == CASENESS_JOB_SHARE || job->kind == CASENESS_JOB_SALVAGE)
    return g_steal_pointer (&result);

  say (job, job->kind == CASENESS_JOB_OPEN ? 0 : STORED, 1, _("Working out the pathways"));
  /* What is stored is stored: only a plain opening can still be called off. */
  is_done = load (job, g_steal_pointer (&gathering), result, job->kind == CASENESS_JOB_OPEN ? cancellable : NULL, error);
  return is_done ? g_steal_pointer (&result) : NULL;
}

CasenessStore *
caseness_job_open_store (const char *path, GError **error)
{
  g_autoptr(GError) write_error = NULL;
  CasenessStore *store = caseness_store_open (path, CASENESS_STORE_WRITE, &write_error);

  if (store != NULL)
    return store;
  if (g_error_matches (write_error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_READ_ONLY)
      || g_error_matches (write_error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_BUSY))
    return caseness_store_open (path, CASENESS_STORE_READ, error);
  g_propagate_error (error, g_steal_pointer (&write_error));
  return NULL;
}
