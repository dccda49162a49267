/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-spec.h"

G_BEGIN_DECLS

/** CasenessImportItem: one submission folder, local list or published file that an import will read. */
typedef struct
{
  char *path;                    /* absolute */
  char *place;                   /* the same with every link followed */
  char *shown;                   /* as people know it: inside an archive, the archive's path and the place in it */
  char *label;                   /* where it is below the path that was given; empty when it is that path */
  const CasenessTableSpec *list; /* (nullable): NULL for all but a local list */
  gboolean is_mapped;            /* a list that a mapping beside the file makes of it */
  guint64 bytes;                 /* size of its CSV files, for progress */
  GPtrArray *findings;           /* (nullable) (element-type CasenessFinding): of the archive or database it is the
                                  * first thing in */
} CasenessImportItem;

/** caseness_import_items_new: Returns: (transfer full) (element-type CasenessImportItem): nothing yet. */
GPtrArray *caseness_import_items_new (void);

/**
 * caseness_import_items_add:
 * @items: what is to be read so far
 * @path: absolute
 * @shown: as people know it
 * @label: where it is below the path that was given
 * @list: (nullable): which local list it is
 *
 * Returns: (transfer none): the item that was added, of no size yet.
 */
CasenessImportItem *caseness_import_items_add (GPtrArray *items, const char *path, const char *shown, const char *label,
                                               const CasenessTableSpec *list);

/** caseness_import_items_find: Returns: (transfer none) (nullable): the item at the place that @path leads to. */
CasenessImportItem *caseness_import_items_find (const GPtrArray *items, const char *path);

/** caseness_import_items_find_list: Returns: (transfer none) (nullable): the item that is the local list @list. */
CasenessImportItem *caseness_import_items_find_list (const GPtrArray *items, const CasenessTableSpec *list);

/** caseness_import_items_sort: by path as shown, bytewise. */
void caseness_import_items_sort (GPtrArray *items);

/** caseness_import_item_measure: adds the size of the file @path, which @item is made of; none of one that is gone. */
void caseness_import_item_measure (CasenessImportItem *item, const char *path);

/** caseness_import_item_take_findings: has @findings, (transfer full), told with @item: those of the archive or database
 *  it is the first thing in, or of what lies beside it. */
void caseness_import_item_take_findings (CasenessImportItem *item, GPtrArray *findings);

/** caseness_import_item_dup_place: Returns: (transfer full): where @path leads when every link is followed, so that naming
 *  a thing twice is no fault. */
char *caseness_import_item_dup_place (const char *path);

G_END_DECLS
