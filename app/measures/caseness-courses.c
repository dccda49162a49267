/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-courses.h"

#include "caseness-bitmap.h"
#include "caseness-ptl-private.h"

#include <string.h>

#define SEPARATOR " / "

gboolean
caseness_grouping_has (const CasenessGrouping *grouping, guint group, guint index)
{
  return grouping->bitmaps != NULL ? caseness_bitmap_has (g_ptr_array_index (grouping->bitmaps, group), index)
                                   : grouping->groups[index] == group;
}

gboolean
caseness_courses_is_finished (const CasenessSnapshot *snapshot, guint index, const CasenessPeriod *period)
{
  CasenessDate discharged = caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_DISCHARGED);

  return (caseness_snapshot_get_flags (snapshot, index) & CASENESS_PATHWAY_COMPLETED) != 0
         && discharged != CASENESS_DATE_NONE && caseness_period_contains (period, discharged);
}

const guint64 *
caseness_courses_get_finished (CasenessFrame *frame)
{
  const CasenessSnapshot *snapshot = caseness_frame_get_snapshot (frame);
  CasenessMemo *memo = caseness_snapshot_get_memo (snapshot, CASENESS_MEMO_PARTS);
  const char *key = g_intern_static_string ("finished courses");
  guint n = caseness_snapshot_get_n_pathways (snapshot), i;
  gsize size = (CASENESS_BITMAP_WORDS (n) + 1) * sizeof (guint64);
  const guint64 *finished = caseness_memo_get (memo, key, caseness_frame_get_period (frame));
  guint64 *fresh;

  if (finished != NULL)
    return finished;
  fresh = g_atomic_rc_box_alloc0 (size);
  for (i = 0; i < n; i++)
    if (caseness_courses_is_finished (snapshot, i, caseness_frame_get_period (frame)))
      caseness_bitmap_set (fresh, i);
  return caseness_memo_put (memo, key, caseness_frame_get_period (frame), fresh, size);
}

static void
group_free (gpointer data)
{
  CasenessCourseGroup *group = data;

  g_free (group->label);
  g_array_unref (group->pathways);
  g_free (group);
}

static void
add_course (GHashTable *groups, const char *label, guint32 pathway)
{
  CasenessCourseGroup *group = g_hash_table_lookup (groups, label);

  if (group == NULL)
    {
      group = g_new0 (CasenessCourseGroup, 1);
      group->label = g_strdup (label);
      group->pathways = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (groups, group->label, group);
    }
  g_array_append_val (group->pathways, pathway);
}

static void add_to_group (GHashTable *groups, const GPtrArray *groupings, guint depth, const char *label,
                          const char *own, guint pathway);

/* Adds the pathway to each group of the variable at @depth that it is in: one where it can be in no more. */
static void
add_to_groups (GHashTable *groups, const GPtrArray *groupings, guint depth, const char *label, guint pathway)
{
  const CasenessGrouping *grouping;
  guint i;

  if (depth == groupings->len)
    {
      add_course (groups, label, pathway);
      return;
    }
  grouping = g_ptr_array_index (groupings, depth);
  if (grouping->bitmaps == NULL && grouping->groups[pathway] < grouping->labels->len)
    add_to_group (groups, groupings, depth, label, g_ptr_array_index (grouping->labels, grouping->groups[pathway]), pathway);
  for (i = 0; grouping->bitmaps != NULL && i < grouping->labels->len; i++)
    if (caseness_grouping_has (grouping, i, pathway))
      add_to_group (groups, groupings, depth, label, g_ptr_array_index (grouping->labels, i), pathway);
}

/* One more variable to the label. */
static void
add_to_group (GHashTable *groups, const GPtrArray *groupings, guint depth, const char *label, const char *own,
              guint pathway)
{
  g_autofree char *longer = depth > 0 ? g_strconcat (label, SEPARATOR, own, NULL) : NULL;

  add_to_groups (groups, groupings, depth + 1, longer != NULL ? longer : own, pathway);
}

/* Part by part, so that what is not recorded stands last within each group too. */
static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const CasenessCourseGroup *first = *(const CasenessCourseGroup *const *) a;
  const CasenessCourseGroup *second = *(const CasenessCourseGroup *const *) b;
  g_auto(GStrv) parts = g_strsplit (first->label, SEPARATOR, -1);
  g_auto(GStrv) others = g_strsplit (second->label, SEPARATOR, -1);
  int order = 0;
  guint i;

  for (i = 0; order == 0 && parts[i] != NULL && others[i] != NULL; i++)
    order = caseness_ptl_compare_labels (parts[i], others[i]);
  return order != 0 ? order : strcmp (first->label, second->label);
}

static GPtrArray *
list_groupings (CasenessFrame *frame, const GPtrArray *variables)
{
  GPtrArray *groupings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_grouping_free);
  guint i;

  for (i = 0; i < variables->len; i++)
    g_ptr_array_add (groupings, caseness_variable_group (g_ptr_array_index (variables, i), frame));
  if (variables->len == 0)
    g_ptr_array_add (groupings, caseness_variable_group (NULL, frame));
  return groupings;
}

GPtrArray *
caseness_courses_group (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people)
{
  const CasenessSnapshot *snapshot = caseness_frame_get_snapshot (frame);
  g_autoptr(GPtrArray) groupings = list_groupings (frame, variables);
  g_autoptr(GHashTable) by_label = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  const guint64 *finished = caseness_courses_get_finished (frame);
  GHashTableIter iter;
  gpointer group;
  guint i;

  CASENESS_BITMAP_EACH (finished, caseness_snapshot_get_n_pathways (snapshot), i)
    if (people == NULL || caseness_bitmap_has (people, i))
      add_to_groups (by_label, groupings, 0, "", i);
  caseness_memo_drop ((gpointer) finished);
  g_hash_table_iter_init (&iter, by_label);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    g_ptr_array_add (groups, group);
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}
