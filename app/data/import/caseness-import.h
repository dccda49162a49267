/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"
#include "caseness-finding.h"
#include "caseness-row-columns.h"
#include "caseness-store.h"

G_BEGIN_DECLS

/** CasenessReceiptLine: what became of one file of an import. */
typedef struct
{
  char *table;   /* table name */
  char *file;    /* file name below the path that was given */
  guint64 bytes;
  char *sha256;  /* hex */
  guint read;
  guint kept;
  guint rejected;
  guint warnings;
} CasenessReceiptLine;

/** CasenessReceipt: what an import did. */
typedef struct
{
  gint64 import_id;      /* 0 for a dry run and when nothing was new */
  gboolean was_held;     /* every byte was already imported: nothing changed */
  char *imported_at;     /* local time, YYYY-MM-DD HH:MM:SS */
  char *imported_by;     /* login name */
  double seconds;
  GPtrArray *lines;      /* (element-type CasenessReceiptLine) */
  GPtrArray *findings;   /* (element-type CasenessFinding) */
  GPtrArray *notes;      /* (element-type utf8): sentences: what was replaced, already held, would be refused nationally */
} CasenessReceipt;

/** caseness_receipt_free: frees a receipt and all it holds. */
void caseness_receipt_free (CasenessReceipt *receipt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessReceipt, caseness_receipt_free)

/**
 * CasenessProgressFunc:
 * @fraction: 0 to 1
 * @what: what is being done now, in the user's language
 * @user_data: closure
 *
 * Called from the importing thread, at most a few times a second.
 */
typedef void (*CasenessProgressFunc) (double fraction, const char *what, gpointer user_data);

/** CasenessImportListener: is told of each submission while it is stored. */
typedef struct
{
  /* Before the rows are stored. @submission and @facts stay as they are until end() returns, for other threads to read;
   * @store is only for now. */
  void (*begin) (CasenessStore *store, const CasenessSubmission *submission, gint64 submission_id,
                 const CasenessRowFacts *facts, gpointer data);
  void (*end) (gpointer data); /* stored or not: what was begun must be done with when this returns */
} CasenessImportListener;

/** CasenessImportOptions: how to import. Zero-filled is the ordinary way. */
typedef struct
{
  gboolean is_dry_run;          /* read and judge, store nothing */
  gboolean keep_identifiers;    /* store NHS number, postcode and birth date too */
  gboolean forgets_lookup;      /* use no lookup of deprivation that is remembered, and forget it */
  const char *service_name;     /* (nullable): name of the service from now on */
  const char *imported_by;      /* (nullable): who; NULL asks the system */
  GDateTime *now;               /* the time that goes on the receipt; required */
  CasenessProgressFunc progress;
  gpointer progress_data;
  const CasenessImportListener *listener; /* (nullable) */
  gpointer listener_data;
} CasenessImportOptions;

/**
 * caseness_import_paths:
 * @store: a store opened for writing
 * @paths: (array zero-terminated=1): submission folders, folders of them (two levels down), archives of
 *   either (.zip, .tar.gz), Microsoft Access databases (.mdb, .accdb), local lists, files that NHS England publishes, or
 *   with any of them one lookup of deprivation by postcode (caseness_deprivation_is_lookup()), which is remembered for
 *   later imports that name none
 * @options: how
 * @cancellable: (nullable): leaves the store as it was
 * @error: return location; on failure nothing of this call is stored
 *
 * Reads and judges every submission and local list found in @paths and stores them in one transaction
 * (architecture, "An import is a transaction with a receipt"; rulings 18 to 25 and 99 to 105).
 *
 * Returns: (transfer full) (nullable): the receipt, or NULL with @error set.
 */
CasenessReceipt *caseness_import_paths (CasenessStore *store, const char *const *paths,
                                        const CasenessImportOptions *options, GCancellable *cancellable,
                                        GError **error);

/**
 * caseness_import_file:
 * @store_path: the service file, made when missing
 *
 * As caseness_import_paths() on the file of that name; a file that did not exist does not exist after a dry run, a
 * refusal or a cancelled run (rulings 101).
 *
 * Returns: (transfer full) (nullable): the receipt, or NULL with @error set.
 */
CasenessReceipt *caseness_import_file (const char *store_path, const char *const *paths,
                                       const CasenessImportOptions *options, GCancellable *cancellable,
                                       GError **error);

/** CasenessImportRecord: one import the store remembers, undone or not. */
typedef struct
{
  gint64 import_id;
  char *imported_at;
  char *imported_by;
  char *undone_at; /* (nullable) */
  char *what;      /* short words: "XA1 June 2025, LOCStaff" */
  guint read;
  guint kept;
  guint rejected;
  guint warnings;
  guint n_files;
} CasenessImportRecord;

/** caseness_import_record_free: frees one record. */
void caseness_import_record_free (CasenessImportRecord *record);

/**
 * caseness_import_list:
 * @store: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CasenessImportRecord): all imports, oldest first.
 */
GPtrArray *caseness_import_list (CasenessStore *store, GError **error);

/**
 * caseness_import_load_receipt:
 * @store: a store
 * @import_id: an import, undone or not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its receipt as it is remembered, which is without notes.
 */
CasenessReceipt *caseness_import_load_receipt (CasenessStore *store, gint64 import_id, GError **error);

/**
 * caseness_import_undo:
 * @store: a store opened for writing
 * @import_id: an import that is not undone
 * @now: the time to remember
 * @error: return location
 *
 * Takes back one import, also after later ones: what it replaced counts again.
 *
 * Returns: whether it was undone.
 */
gboolean caseness_import_undo (CasenessStore *store, gint64 import_id, GDateTime *now, GError **error);

/**
 * caseness_import_list_findings:
 * @store: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CasenessFinding): the findings of every submission and list that
 *   counts now, in the order they were imported.
 */
GPtrArray *caseness_import_list_findings (CasenessStore *store, GError **error);

/** CasenessSource: one submission or list that counts now, for the foot of pages and reports. */
typedef struct
{
  gboolean is_list;
  char *name;              /* provider code, or list name */
  CasenessDate period_end; /* of a submission; CASENESS_DATE_NONE for a list */
  gint64 import_id;
  char *imported_at;       /* YYYY-MM-DD HH:MM:SS */
} CasenessSource;

/** caseness_source_free: frees one source. */
void caseness_source_free (CasenessSource *source);

/**
 * caseness_import_list_sources:
 * @store: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CasenessSource): submissions by provider and month, then lists by
 *   name.
 */
GPtrArray *caseness_import_list_sources (CasenessStore *store, GError **error);

G_END_DECLS
