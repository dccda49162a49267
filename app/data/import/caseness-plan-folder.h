/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-spec.h"

G_BEGIN_DECLS

/** CasenessPlanFolder: a folder as an import plan sees it. Zero-fill it. */
typedef struct
{
  char *path;
  char *shown;         /* as people know it */
  char *label;         /* where it is below the path that was given */
  GPtrArray *names;    /* (element-type utf8): of what is in it and not hidden, sorted */
  gboolean maps_tables; /* a mapping in it gives tables of a submission, or cannot be read */
  gboolean maps_lists;  /* a mapping in it gives local lists */
} CasenessPlanFolder;

/** caseness_plan_folder_open: Returns: whether the folder @path could be looked into. */
gboolean caseness_plan_folder_open (CasenessPlanFolder *folder, const char *path, const char *shown, const char *label);

/** caseness_plan_folder_clear: frees what @folder holds. */
void caseness_plan_folder_clear (CasenessPlanFolder *folder);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CasenessPlanFolder, caseness_plan_folder_clear)

/** caseness_plan_folder_find_spec: Returns: (nullable): the table that a file called @name holds. */
const CasenessTableSpec *caseness_plan_folder_find_spec (const char *name);

/**
 * caseness_plan_folder_is_submission: whether the folder is one: any table of the data set makes it that, so that one
 * without its header is refused and not missed; so does a mapping, through which other CSV files beside it are read as
 * such tables.
 */
gboolean caseness_plan_folder_is_submission (const CasenessPlanFolder *folder);

G_END_DECLS
