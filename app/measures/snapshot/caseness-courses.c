/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-courses.h"

#include "caseness-bitmap.h"
#include "caseness-ptl-private.h"

#include <string.h>

#define SEPARATOR " / "

gboolean
caseness_courses_is_finished (const CasenessSnapshot *snapshot, guint index, const CasenessPeriod *period)
{
  CasenessDate discharged = caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_DISCHARGED);

  return (caseness_snapshot_get_flags (snapshot, index) & CASENESS_PATHWAY_COMPLETED) != 0
         && discharged != CASENESS_DATE_NONE && caseness_period_contains (period, discharged);
}

static gpointer
make_finished (gpointer user_data, gsize *n_bytes)
{
  CasenessFrame *frame = user_data;
  const CasenessSnapshot *snapshot = caseness_frame_get_snapshot (frame);
  guint n = caseness_snapshot_get_n_pathways (snapshot), i;
  guint64 *finished;

  *n_bytes = (CASENESS_BITMAP_WORDS (n) + 1) * sizeof (guint64);
  finished = g_atomic_rc_box_alloc0 (*n_bytes);
  for (i = 0; i < n; i++)
    if (caseness_courses_is_finished (snapshot, i, caseness_frame_get_period (frame)))
      caseness_bitmap_set (finished, i);
  return finished;
}

const guint64 *
caseness_courses_get_finished (CasenessFrame *frame)
{
  CasenessMemo *memo = caseness_snapshot_get_memo (caseness_frame_get_snapshot (frame), CASENESS_MEMO_PARTS);

  return caseness_memo_get_or_make (memo, g_intern_static_string ("finished courses"), caseness_frame_get_period (frame),
                                    make_finished, frame);
}

static void
clear_grouping (gpointer data)
{
  CasenessCourseGrouping *grouping = data;

  g_ptr_array_unref (grouping->labels);
  g_free (grouping->groups);
  g_free (grouping->masks);
}

void
caseness_course_grouping_drop (const CasenessCourseGrouping *grouping)
{
  g_atomic_rc_box_release_full ((CasenessCourseGrouping *) grouping, clear_grouping);
}

static CasenessCourseGrouping *
group_courses (CasenessFrame *frame, const CasenessVariable *variable)
{
  g_autoptr(CasenessGrouping) everybody = caseness_variable_group (variable, frame);
  CasenessCourseGrouping *grouping = g_atomic_rc_box_new0 (CasenessCourseGrouping);
  const guint64 *finished = caseness_courses_get_finished (frame);
  guint course = 0, i;

  grouping->labels = g_steal_pointer (&everybody->labels);
  everybody->labels = g_ptr_array_new ();
  grouping->n_courses = caseness_bitmap_count (finished, NULL, everybody->n_pathways);
  if (everybody->masks != NULL)
    grouping->masks = g_new (guint32, grouping->n_courses + 1);
  else
    grouping->groups = g_new (guint32, grouping->n_courses + 1);
  CASENESS_BITMAP_EACH (finished, everybody->n_pathways, i)
    {
      if (grouping->masks != NULL)
        grouping->masks[course++] = everybody->masks[i];
      else
        grouping->groups[course++] = everybody->groups[i];
    }
  caseness_memo_drop ((gpointer) finished);
  return grouping;
}

const CasenessCourseGrouping *
caseness_course_grouping_get (CasenessFrame *frame, const CasenessVariable *variable)
{
  g_autofree char *name = NULL;
  CasenessMemo *memo = caseness_snapshot_get_memo (caseness_frame_get_snapshot (frame), CASENESS_MEMO_PARTS);
  const CasenessPeriod *period = caseness_frame_get_period (frame);
  const CasenessCourseGrouping *kept;
  CasenessCourseGrouping *grouping;
  const char *key;

  name = g_strconcat ("courses by ", variable != NULL ? caseness_variable_get_name (variable) : CASENESS_GROUP_ALL, NULL);
  key = g_intern_string (name);
  kept = (const CasenessCourseGrouping *) (gconstpointer) caseness_memo_get (memo, key, period);
  if (kept != NULL)
    return kept;
  grouping = group_courses (frame, variable);
  return caseness_memo_put_object (memo, key, period, grouping, sizeof *grouping + grouping->n_courses * sizeof (guint32),
                                   clear_grouping);
}

static void
group_free (gpointer data)
{
  CasenessCourseGroup *group = data;

  g_free (group->label);
  g_array_unref (group->pathways);
  g_array_unref (group->courses);
  g_free (group);
}

/* The groups found so far, by what stands for them: the numbers of the groups of each variable, one after another. */
typedef struct
{
  const GPtrArray *groupings; /* CasenessCourseGrouping */
  GHashTable *groups;         /* that number → CasenessCourseGroup */
  CasenessCourseGroup *last;  /* found, which is often wanted again */
  gsize last_key;
} Groups;

/* "A / B" */
static char *
dup_label (const GPtrArray *groupings, gsize key)
{
  GString *label = g_string_new (NULL);
  guint i;

  for (i = groupings->len; i-- > 0;)
    {
      const CasenessCourseGrouping *grouping = g_ptr_array_index (groupings, i);

      if (label->len > 0)
        g_string_prepend (label, SEPARATOR);
      g_string_prepend (label, g_ptr_array_index (grouping->labels, key % grouping->labels->len));
      key /= grouping->labels->len;
    }
  return g_string_free (label, FALSE);
}

static void
add_course (Groups *self, gsize key, guint32 course, guint32 pathway)
{
  CasenessCourseGroup *group = self->last != NULL && self->last_key == key
                                 ? self->last
                                 : g_hash_table_lookup (self->groups, GSIZE_TO_POINTER (key));

  if (group == NULL)
    {
      group = g_new0 (CasenessCourseGroup, 1);
      group->label = dup_label (self->groupings, key);
      group->pathways = g_array_new (FALSE, FALSE, sizeof (guint32));
      group->courses = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (self->groups, GSIZE_TO_POINTER (key), group);
    }
  g_array_append_val (group->pathways, pathway);
  g_array_append_val (group->courses, course);
  self->last = group;
  self->last_key = key;
}

/* Adds the course to each group of the variable at @depth that it is in: one where it can be in no more. */
static void
add_to_groups (Groups *self, guint depth, gsize key, guint32 course, guint32 pathway)
{
  const CasenessCourseGrouping *grouping;
  guint32 mask;

  if (depth == self->groupings->len)
    {
      add_course (self, key, course, pathway);
      return;
    }
  grouping = g_ptr_array_index (self->groupings, depth);
  key *= grouping->labels->len;
  if (grouping->masks == NULL && grouping->groups[course] < grouping->labels->len)
    add_to_groups (self, depth + 1, key + grouping->groups[course], course, pathway);
  for (mask = grouping->masks != NULL ? grouping->masks[course] : 0; mask != 0; mask &= mask - 1)
    add_to_groups (self, depth + 1, key + (guint) __builtin_ctz (mask), course, pathway);
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
  GPtrArray *groupings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_course_grouping_drop);
  guint i;

  for (i = 0; i < variables->len; i++)
    g_ptr_array_add (groupings, (gpointer) caseness_course_grouping_get (frame, g_ptr_array_index (variables, i)));
  if (variables->len == 0)
    g_ptr_array_add (groupings, (gpointer) caseness_course_grouping_get (frame, NULL));
  return groupings;
}

GPtrArray *
caseness_courses_group (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people)
{
  const CasenessSnapshot *snapshot = caseness_frame_get_snapshot (frame);
  g_autoptr(GPtrArray) groupings = list_groupings (frame, variables);
  g_autoptr(GHashTable) by_key = g_hash_table_new (NULL, NULL);
  Groups found = { groupings, by_key, NULL, 0 };
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  const guint64 *finished = caseness_courses_get_finished (frame);
  GHashTableIter iter;
  gpointer group;
  guint course = 0, i;

  CASENESS_BITMAP_EACH (finished, caseness_snapshot_get_n_pathways (snapshot), i)
    {
      if (people == NULL || caseness_bitmap_has (people, i))
        add_to_groups (&found, 0, 0, course, i);
      course++;
    }
  caseness_memo_drop ((gpointer) finished);
  g_hash_table_iter_init (&iter, by_key);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    g_ptr_array_add (groups, group);
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}
