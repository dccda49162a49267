/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-doubt.h"
#include "caseness-filter.h"
#include "caseness-import.h"
#include "caseness-journal.h"
#include "caseness-period.h"
#include "caseness-snapshot.h"
#include "caseness-store-copy.h"
#include "caseness-timeline.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_SESSION (caseness_session_get_type ())
G_DECLARE_FINAL_TYPE (CasenessSession, caseness_session, CASENESS, SESSION, GObject)

/**
 * CasenessSession:
 *
 * The one thing all pages share: the open service file, the snapshot made from it, and what is being looked at.
 * Lives on the main thread; long work runs in its worker thread and its results arrive as a new snapshot.
 *
 * Properties, all notified:
 * - `file` (#GFile, nullable, read only): the open service file
 * - `snapshot` (boxed CasenessSnapshot, nullable, read only): what the views show
 * - `journal` (boxed CasenessJournal, never NULL, read only): what people recorded in the open file
 * - `service-name` (string, read only)
 * - `busy` (boolean, read only), `progress` (double 0 to 1, read only), `status` (string, read only: what is being done)
 * - `period` (boxed CasenessPeriod): the period all pages show
 * - `filter` (boxed CasenessFilter, never NULL): the filter all pages show
 * - `as-at` (int, a CasenessDate): the day the waiting lists stand on
 * - `meeting-mode` (boolean): hide identifiers and clinician names everywhere
 */

/** caseness_session_new: Returns: (transfer full): a session with nothing open. */
CasenessSession *caseness_session_new (void);

/** caseness_session_get_file: Returns: (transfer none) (nullable): the open service file. */
GFile *caseness_session_get_file (CasenessSession *self);

/** caseness_session_get_snapshot: Returns: (transfer none) (nullable): what the views show. */
CasenessSnapshot *caseness_session_get_snapshot (CasenessSession *self);

/** caseness_session_get_journal: Returns: (transfer none): what is recorded in the open file; empty when none is. */
CasenessJournal *caseness_session_get_journal (CasenessSession *self);

/** caseness_session_get_service_name: Returns: (transfer none): the service's name, maybe empty. */
const char *caseness_session_get_service_name (CasenessSession *self);

/** caseness_session_get_busy: whether long work is going on. */
gboolean caseness_session_get_busy (CasenessSession *self);

/** caseness_session_get_period: Returns: (transfer none): the period. */
const CasenessPeriod *caseness_session_get_period (CasenessSession *self);

/** caseness_session_set_period: changes the period. */
void caseness_session_set_period (CasenessSession *self, const CasenessPeriod *period);

/** caseness_session_get_filter: Returns: (transfer none): the filter, never NULL. */
CasenessFilter *caseness_session_get_filter (CasenessSession *self);

/** caseness_session_set_filter: changes the filter. */
void caseness_session_set_filter (CasenessSession *self, CasenessFilter *filter);

/** caseness_session_get_as_at: the day the waiting lists stand on. */
CasenessDate caseness_session_get_as_at (CasenessSession *self);

/** caseness_session_set_as_at: changes that day. */
void caseness_session_set_as_at (CasenessSession *self, CasenessDate as_at);

/** caseness_session_get_meeting_mode: whether identifiers are hidden. */
gboolean caseness_session_get_meeting_mode (CasenessSession *self);

/** caseness_session_set_meeting_mode: hides or shows identifiers. */
void caseness_session_set_meeting_mode (CasenessSession *self, gboolean meeting_mode);

/**
 * caseness_session_open_async:
 * @self: a session
 * @file: a service file
 * @cancellable: (nullable)
 * @callback: called when done
 * @user_data: closure
 *
 * Opens a service file in place of the present one, which stays when it fails. The as-at day and period are set from
 * the latest month submitted. An opening that a newer job or caseness_session_close() pushes aside ends as cancelled,
 * however far it had come.
 */
void caseness_session_open_async (CasenessSession *self, GFile *file, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);

/** caseness_session_open_finish: Returns: whether it was opened. */
gboolean caseness_session_open_finish (CasenessSession *self, GAsyncResult *result, GError **error);

/**
 * caseness_session_set_keeps_identifiers:
 * @keeps_identifiers: whether the next import stores NHS numbers, postcodes and birth dates too; those after it do not,
 *   unless it is said again
 */
void caseness_session_set_keeps_identifiers (CasenessSession *self, gboolean keeps_identifiers);

/**
 * caseness_session_set_forgets_lookup:
 * @forgets_lookup: whether the next import forgets the lookup of deprivation that earlier ones used
 */
void caseness_session_set_forgets_lookup (CasenessSession *self, gboolean forgets_lookup);

/**
 * caseness_session_import_async:
 * @self: a session
 * @file: the service file to import into, made when missing; becomes the open one
 * @paths: (array zero-terminated=1): submission folders, folders of them, local lists
 * @service_name: (nullable): name of the service from now on
 * @cancellable: (nullable)
 * @callback: called when done
 * @user_data: closure
 */
void caseness_session_import_async (CasenessSession *self, GFile *file, const char *const *paths,
                                    const char *service_name, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);

/** caseness_session_import_finish: Returns: (transfer full) (nullable): the receipt. */
CasenessReceipt *caseness_session_import_finish (CasenessSession *self, GAsyncResult *result, GError **error);

/** caseness_session_undo_import_async: takes back one import of the open file and loads what then counts. */
void caseness_session_undo_import_async (CasenessSession *self, gint64 import_id, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);

/** caseness_session_undo_import_finish: Returns: whether it was undone. */
gboolean caseness_session_undo_import_finish (CasenessSession *self, GAsyncResult *result, GError **error);

/**
 * caseness_session_share_async:
 * @self: a session with an open file
 * @copy: the file to make, replaced when it is there
 *
 * Makes a copy of the open file that identifies nobody, as caseness_store_export_anonymous().
 */
void caseness_session_share_async (CasenessSession *self, GFile *copy, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);

/** caseness_session_share_finish: Returns: whether the copy is there and was found to hold no identifier. */
gboolean caseness_session_share_finish (CasenessSession *self, GAsyncResult *result, GError **error);

/**
 * caseness_session_salvage_async:
 * @self: a session
 * @damaged: a service file that is reported as damaged; it is not changed
 * @saved: the file to make, replaced when it is there
 *
 * Saves what can still be read of it, as caseness_store_salvage(). What is open stays open.
 */
void caseness_session_salvage_async (CasenessSession *self, GFile *damaged, GFile *saved, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);

/** caseness_session_salvage_finish: Returns: (transfer full) (nullable): what was saved. */
CasenessSalvage *caseness_session_salvage_finish (CasenessSession *self, GAsyncResult *result, GError **error);

/**
 * caseness_session_explore_demo_async:
 * @self: a session
 * @file: the service file to make, replaced when it is there
 *
 * Invents the demo service, imports it and opens it.
 */
void caseness_session_explore_demo_async (CasenessSession *self, GFile *file, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);

/** caseness_session_explore_demo_finish: Returns: whether it is open. */
gboolean caseness_session_explore_demo_finish (CasenessSession *self, GAsyncResult *result, GError **error);

/** CasenessHoldings: what the open file holds and where it came from. */
typedef struct
{
  GPtrArray *imports;  /* (element-type CasenessImportRecord): all it remembers, oldest first */
  GPtrArray *timeline; /* (element-type CasenessTimelineMonth): what counts, gaps too */
  GPtrArray *sources;  /* (element-type CasenessSource): what counts, local lists too */
} CasenessHoldings;

/** caseness_holdings_free: frees all of it. */
void caseness_holdings_free (CasenessHoldings *holdings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessHoldings, caseness_holdings_free)

/** caseness_session_load_holdings_async: reads what the open file holds. */
void caseness_session_load_holdings_async (CasenessSession *self, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);

/** caseness_session_load_holdings_finish: Returns: (transfer full) (nullable): what it holds. */
CasenessHoldings *caseness_session_load_holdings_finish (CasenessSession *self, GAsyncResult *result, GError **error);

/** caseness_session_load_receipt_async: reads the receipt of one import of the open file, undone or not. */
void caseness_session_load_receipt_async (CasenessSession *self, gint64 import_id, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);

/** caseness_session_load_receipt_finish: Returns: (transfer full) (nullable): the receipt. */
CasenessReceipt *caseness_session_load_receipt_finish (CasenessSession *self, GAsyncResult *result, GError **error);

/**
 * caseness_session_write_journal_async:
 * @self: a session with an open file
 * @changes: (array length=n_changes): what to record as one action, at least one; copied
 * @n_changes: how many
 * @words: what is done, for people, as "Note on a review"; it identifies nobody
 * @callback: (nullable): called when it is on the disk and the `journal` property shows it
 * @user_data: closure
 *
 * Records something in the open file, as caseness_journal_write(), now and by the user of this computer. It cannot be
 * called off: what somebody typed is kept even if the window closes the next moment.
 */
void caseness_session_write_journal_async (CasenessSession *self, const CasenessJournalChange *changes,
                                           guint n_changes, const char *words, GAsyncReadyCallback callback,
                                           gpointer user_data);

/** caseness_session_write_journal_finish: Returns: whether it was recorded. */
gboolean caseness_session_write_journal_finish (CasenessSession *self, GAsyncResult *result, GError **error);

/**
 * caseness_session_settle_journal_async:
 * @self: a session with an open file
 * @callback: called when all that was to be recorded until now is, or has failed, and the `journal` property shows it
 * @user_data: closure
 */
void caseness_session_settle_journal_async (CasenessSession *self, GAsyncReadyCallback callback, gpointer user_data);

/** caseness_session_settle_journal_finish: Returns: whether the file could be read then. */
gboolean caseness_session_settle_journal_finish (CasenessSession *self, GAsyncResult *result, GError **error);

/**
 * caseness_session_keep_draft_async:
 * @self: a session with an open file
 * @change: what is being typed, see caseness_journal_keep_draft()
 * @is_quiet: the `journal` property need not show it, so that no view works while somebody types
 * @callback: (nullable): called when it is on the disk
 * @user_data: for @callback
 */
void caseness_session_keep_draft_async (CasenessSession *self, const CasenessJournalChange *change, gboolean is_quiet,
                                        GAsyncReadyCallback callback, gpointer user_data);

/** caseness_session_keep_draft_finish: Returns: whether it is kept. */
gboolean caseness_session_keep_draft_finish (CasenessSession *self, GAsyncResult *result, GError **error);

/**
 * caseness_session_undo_journal_async:
 * @self: a session with an open file
 * @action_id: the action to undo, or 0 for the newest that is not undone
 */
void caseness_session_undo_journal_async (CasenessSession *self, gint64 action_id, GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * caseness_session_undo_journal_finish:
 * @self: the session
 * @result: a result
 * @words: (out) (transfer full) (optional): the words of what was undone; NULL unless done
 * @error: return location
 *
 * Returns: what it came to.
 */
CasenessJournalStep caseness_session_undo_journal_finish (CasenessSession *self, GAsyncResult *result, char **words,
                                                          GError **error);

/** caseness_session_redo_journal_async: brings back what was undone last in the open file. */
void caseness_session_redo_journal_async (CasenessSession *self, GAsyncReadyCallback callback, gpointer user_data);

/** caseness_session_redo_journal_finish: as caseness_session_undo_journal_finish(). */
CasenessJournalStep caseness_session_redo_journal_finish (CasenessSession *self, GAsyncResult *result, char **words,
                                                          GError **error);

/**
 * caseness_session_turn_async:
 * @self: a session with an open file
 * @doubt: a question that nothing public settles, and that this version can decide the other way
 * @period_end: last day of the period whose figures are wanted
 *
 * Derives the open file again with @doubt decided the other way. What comes of it is kept while the snapshot stands, so
 * that asking again costs nothing.
 */
void caseness_session_turn_async (CasenessSession *self, const CasenessDoubt *doubt, CasenessDate period_end,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** caseness_session_turn_finish: Returns: (transfer full) (nullable): the pathways as they would be. */
CasenessSnapshot *caseness_session_turn_finish (CasenessSession *self, GAsyncResult *result, GError **error);

/** caseness_session_close: closes the file; the session is as new. */
void caseness_session_close (CasenessSession *self);

G_END_DECLS
