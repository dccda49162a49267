/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-import-item.h"
#include "caseness-submission.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CasenessImportPlan: what an import will read, each thing once. */
typedef struct
{
  GPtrArray *submissions; /* (element-type CasenessImportItem): bytewise by path as shown */
  GPtrArray *lists;       /* (element-type CasenessImportItem): bytewise by path as shown */
  GPtrArray *publications; /* (element-type CasenessImportItem): published files, in the order they were named */
  GHashTable *archives;   /* (element-type utf8 CasenessArchive): by place; unpacked as long as the plan lives */
  GHashTable *databases;  /* (element-type utf8 CasenessAccess): by place; as long as the plan lives */
  GPtrArray *notes;       /* (element-type utf8): sentences for the receipt */
  GCancellable *cancellable; /* (nullable): while planning */
  char *database;         /* (nullable): while planning: a database without a table of ours, seen below one path */
  GError *unread;         /* (nullable): while planning: of a database that nothing here reads, seen below one path */
  guint n_found;          /* while planning: things found below one path, those named before included */
} CasenessImportPlan;

/**
 * caseness_import_plan_new:
 * @paths: (array zero-terminated=1): submission folders, folders of them, archives of either or of published files,
 *   Microsoft Access databases, local lists
 * @cancellable: (nullable): stops the unpacking of an archive and the reading of a database
 * @error: return location: refused, naming the path
 *
 * Finds the submissions in @paths, up to two folders down (rulings 21), and the local lists in the same folders and in
 * the folder above a submission (rulings 105). A database counts as a folder of its tables, and is left alone where CSV
 * tables lie beside it. One that cannot be read here, for want of mdbtools, is left out with a note where anything else
 * lies below the same path. Opens no file but archives, which it unpacks (rulings 99), databases, and CSV files of other
 * names, of which the heading tells whether NHS England published them.
 *
 * Returns: (transfer full) (nullable): the plan, or NULL with @error set.
 */
CasenessImportPlan *caseness_import_plan_new (const char *const *paths, GCancellable *cancellable,
                                              GError **error);

/** caseness_import_plan_free: frees the plan and its items. */
void caseness_import_plan_free (CasenessImportPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessImportPlan, caseness_import_plan_free)

/**
 * caseness_import_plan_new_of:
 * @path: one path
 *
 * Returns: (transfer full) (nullable): as caseness_import_plan_new() of @path alone.
 */
CasenessImportPlan *caseness_import_plan_new_of (const char *path, GCancellable *cancellable, GError **error);

/**
 * caseness_import_plan_read_submission:
 * @plan: the plan of one path, which must outlive what is done with the submission
 * @path: that path, for errors
 * @cancellable: (nullable)
 * @error: return location: refused, also when there is more than one month
 *
 * Reads the one submission or extract of @plan to be looked at, not to be stored.
 *
 * Returns: (transfer full) (nullable): the submission, or NULL with @error set.
 */
CasenessSubmission *caseness_import_plan_read_submission (CasenessImportPlan *plan, const char *path,
                                                          GCancellable *cancellable, GError **error);

/** caseness_import_plan_is_published: whether there is nothing in @plan but published files. */
gboolean caseness_import_plan_is_published (const CasenessImportPlan *plan);

G_END_DECLS
