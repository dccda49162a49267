/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-import.h"
#include "caseness-journal.h"
#include "caseness-progress.h"
#include "caseness-snapshot.h"
#include "caseness-store-copy.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CasenessJobKind: the long work a session can ask for. */
typedef enum
{
  CASENESS_JOB_OPEN,
  CASENESS_JOB_IMPORT,
  CASENESS_JOB_UNDO,
  CASENESS_JOB_DEMO,
  CASENESS_JOB_SHARE,
  CASENESS_JOB_SALVAGE,
} CasenessJobKind;

/** CasenessJob: what to do; a value that the working thread may read without asking the session anything. */
typedef struct
{
  CasenessJobKind kind;
  char *path;                 /* the service file */
  char *copy_path;            /* (nullable): the copy to make */
  char **paths;               /* (nullable): what to import */
  char *service_name;         /* (nullable) */
  gboolean keeps_identifiers; /* of an import: whether NHS numbers, postcodes and birth dates are stored too */
  gboolean forgets_lookup;    /* of an import: whether the lookup of deprivation of earlier ones is forgotten */
  gint64 import_id;           /* what to undo */
  GDateTime *now;             /* the time that goes on receipts */
  CasenessProgress *progress; /* (nullable) */
} CasenessJob;

/** caseness_job_free: frees a job. */
void caseness_job_free (CasenessJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessJob, caseness_job_free)

/** CasenessJobResult: what came of it. */
typedef struct
{
  CasenessSnapshot *snapshot; /* (nullable): what now counts in the service file; NULL when nothing can have changed */
  CasenessJournal *journal;   /* (nullable): what is recorded in it; NULL together with @snapshot */
  CasenessReceipt *receipt;   /* (nullable): of an import */
  CasenessSalvage *salvage;   /* (nullable): of saving what can be read */
} CasenessJobResult;

/** caseness_job_result_free: frees a result. */
void caseness_job_result_free (CasenessJobResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessJobResult, caseness_job_result_free)

/**
 * caseness_job_run:
 * @job: what to do
 * @cancellable: (nullable): leaves the service file as it was; once an import is stored it is too late
 * @error: return location
 *
 * Does the work in the calling thread, with no main loop.
 *
 * Returns: (transfer full) (nullable): what came of it, or NULL with @error set.
 */
CasenessJobResult *caseness_job_run (const CasenessJob *job, GCancellable *cancellable, GError **error);

/**
 * caseness_job_open_store:
 * @path: a service file
 * @error: return location
 *
 * Opens for writing, so that a file of an older Caseness is brought up to date, and for reading where the file or
 * its folder cannot be written or somebody else is writing.
 *
 * Returns: (transfer full) (nullable): the open store, or NULL with @error set.
 */
CasenessStore *caseness_job_open_store (const char *path, GError **error);

G_END_DECLS
