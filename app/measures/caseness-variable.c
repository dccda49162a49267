/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-variable.h"

#include "caseness-bitmap.h"
#include "caseness-name.h"
#include "caseness-reference.h"

#include <string.h>

#define OTHERWISE "otherwise"

typedef struct
{
  const char *label;
  const char *code;
  int rank;                     /* which is tried first; those without a number last */
  CasenessCondition *condition; /* NULL for everybody left over */
} Group;

struct _CasenessVariable
{
  const char *name;
  gboolean is_many;             /* somebody may be in several groups */
  gboolean is_by_period;
  const CasenessColumn *column; /* of one whose groups are what occurs */
  const char *missing;          /* their label for nothing */
  GArray *groups;               /* Group */
};

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

static void
add_group (CasenessVariable *variable, const CasenessReference *table, guint row)
{
  const char *conditions = get_cell (table, row, "conditions"), *rank = get_cell (table, row, "rank");
  Group group = {
    .label = get_cell (table, row, "label"),
    .code = get_cell (table, row, "code"),
    .rank = *rank != '\0' ? (int) g_ascii_strtoll (rank, NULL, 10) : G_MAXINT,
  };

  if (strcmp (conditions, OTHERWISE) != 0)
    {
      group.condition = caseness_condition_parse (CASENESS_TABLE_REFERRAL, conditions);
      if (group.condition == NULL)
        g_error ("variable-groups.csv: conditions that cannot be read: %s", conditions);
      variable->is_by_period |= strstr (conditions, "Period") != NULL || strstr (conditions, " in period") != NULL;
    }
  g_array_append_val (variable->groups, group);
}

static CasenessVariable *
read_variable (const CasenessReference *table, guint row, const CasenessReference *groups)
{
  CasenessVariable *variable = g_new0 (CasenessVariable, 1);
  const char *column = get_cell (table, row, "column");
  guint i;

  variable->name = get_cell (table, row, "variable");
  variable->is_many = strcmp (get_cell (table, row, "kind"), "many") == 0;
  variable->missing = get_cell (table, row, "missing");
  variable->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  if (*column != '\0')
    variable->column = caseness_column_find (CASENESS_TABLE_REFERRAL, column);
  for (i = 0; i < caseness_reference_get_n_rows (groups); i++)
    if (strcmp (get_cell (groups, i, "variable"), variable->name) == 0)
      add_group (variable, groups, i);
  if (variable->groups->len == 0 && variable->column == NULL)
    g_error ("variables.csv: %s has no groups", variable->name);
  return variable;
}

static GPtrArray *
read_variables (const CasenessReference *table, const CasenessReference *groups)
{
  GPtrArray *variables = g_ptr_array_new ();
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    g_ptr_array_add (variables, read_variable (table, i, groups));
  return variables;
}

const GPtrArray *
caseness_variable_get_all (void)
{
  static gsize once = 0; /* the tables, read once and never changed */

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_variables (caseness_reference_get ("variables"),
                                                      caseness_reference_get ("variable-groups")));
  return (const GPtrArray *) once;
}

static const CasenessVariable *
find_by_name (const char *name)
{
  const GPtrArray *variables = caseness_variable_get_all ();
  guint i;

  for (i = 0; i < variables->len; i++)
    if (caseness_name_is_same (((const CasenessVariable *) g_ptr_array_index (variables, i))->name, name))
      return g_ptr_array_index (variables, i);
  return NULL;
}

const CasenessVariable *
caseness_variable_find (const char *name)
{
  const CasenessReference *words = caseness_reference_get ("variable-words");
  const CasenessVariable *variable;
  guint i;

  g_return_val_if_fail (name != NULL, NULL);
  variable = find_by_name (name);
  for (i = 0; variable == NULL && i < caseness_reference_get_n_rows (words); i++)
    if (caseness_name_is_same (get_cell (words, i, "word"), name))
      variable = find_by_name (get_cell (words, i, "variable"));
  return variable;
}

const char *
caseness_variable_get_name (const CasenessVariable *variable)
{
  return variable->name;
}

gboolean
caseness_variable_is_by_period (const CasenessVariable *variable)
{
  return variable->is_by_period;
}

gboolean
caseness_variable_is_many (const CasenessVariable *variable)
{
  return variable->is_many;
}

gboolean
caseness_variable_has_given_groups (const CasenessVariable *variable)
{
  return variable->groups->len > 0;
}

gboolean
caseness_variable_has_group (const CasenessVariable *variable, const char *label)
{
  guint i;

  for (i = 0; i < variable->groups->len; i++)
    if (strcmp (g_array_index (variable->groups, Group, i).label, label) == 0)
      return TRUE;
  return FALSE;
}

static CasenessGrouping *
grouping_new (CasenessFrame *frame)
{
  CasenessGrouping *grouping = g_new0 (CasenessGrouping, 1);

  grouping->labels = g_ptr_array_new_with_free_func (g_free);
  grouping->n_pathways = caseness_snapshot_get_n_pathways (caseness_frame_get_snapshot (frame));
  return grouping;
}

void
caseness_grouping_free (CasenessGrouping *grouping)
{
  if (grouping == NULL)
    return;
  g_ptr_array_unref (grouping->labels);
  g_free (grouping->groups);
  g_free (grouping->masks);
  g_clear_pointer (&grouping->bitmaps, g_ptr_array_unref);
  g_free (grouping);
}

/* A bitmap for each group by its condition; those left over go to the group that says so. */
static GPtrArray *
evaluate_groups (const CasenessVariable *variable, CasenessFrame *frame, guint n)
{
  GPtrArray *bitmaps = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint64 *left = caseness_bitmap_new (n);
  guint i;

  for (i = 0; i < variable->groups->len; i++)
    {
      const Group *group = &g_array_index (variable->groups, Group, i);
      guint64 *bitmap = NULL;

      if (group->condition != NULL)
        {
          bitmap = caseness_condition_evaluate (group->condition, frame);
          caseness_bitmap_or (left, bitmap, n);
        }
      g_ptr_array_add (bitmaps, bitmap);
    }
  caseness_bitmap_invert (left, n);
  for (i = 0; i < bitmaps->len; i++)
    if (g_ptr_array_index (bitmaps, i) == NULL)
      g_ptr_array_index (bitmaps, i) = g_memdup2 (left, (CASENESS_BITMAP_WORDS (n) + 1) * sizeof (guint64));
  return bitmaps;
}

static void
take_group (guint32 *groups, const guint64 *bitmap, guint n, guint group)
{
  guint row;

  CASENESS_BITMAP_EACH (bitmap, n, row)
    if (groups[row] == G_MAXUINT32)
      groups[row] = group;
}

/* Each pathway goes to the first group that fits, by rank and then as they are printed. */
static guint32 *
choose_groups (const CasenessVariable *variable, GPtrArray *bitmaps, guint n)
{
  guint32 *groups = g_new (guint32, MAX (n, 1));
  int rank = G_MININT, next;
  guint i;

  memset (groups, 0xff, n * sizeof (guint32));
  do
    {
      next = G_MAXINT;
      for (i = 0; i < variable->groups->len; i++)
        if (g_array_index (variable->groups, Group, i).rank > rank)
          next = MIN (next, g_array_index (variable->groups, Group, i).rank);
      for (i = 0; i < variable->groups->len; i++)
        if (g_array_index (variable->groups, Group, i).rank == next)
          take_group (groups, g_ptr_array_index (bitmaps, i), n, i);
      rank = next;
    }
  while (rank != G_MAXINT);
  return groups;
}

static guint32 *
make_masks (GPtrArray *bitmaps, guint n)
{
  guint32 *masks = g_new0 (guint32, MAX (n, 1));
  guint i, row;

  g_assert (bitmaps->len <= CASENESS_MAX_GROUPS);
  for (i = 0; i < bitmaps->len; i++)
    {
      const guint64 *bitmap = g_ptr_array_index (bitmaps, i);

      CASENESS_BITMAP_EACH (bitmap, n, row)
        masks[row] |= 1u << i;
    }
  return masks;
}

static int
compare_labels (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *first = *(char *const *) a, *second = *(char *const *) b, *missing = user_data;
  gboolean first_is_missing = strcmp (first, missing) == 0, second_is_missing = strcmp (second, missing) == 0;

  return first_is_missing != second_is_missing ? first_is_missing - second_is_missing : strcmp (first, second);
}

static void
group_by_value (const CasenessVariable *variable, CasenessFrame *frame, CasenessGrouping *grouping)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (caseness_frame_get_snapshot (frame));
  const gint32 *cells = caseness_frame_get_cells (frame, variable->column);
  g_autofree guint32 *places = g_new0 (guint32, caseness_dictionary_get_size (dictionary));
  g_autofree gboolean *seen = g_new0 (gboolean, caseness_dictionary_get_size (dictionary));
  g_autoptr(GHashTable) by_label = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; i < grouping->n_pathways; i++)
    if (!seen[cells[i]])
      {
        const char *text = caseness_dictionary_get (dictionary, (guint32) cells[i]);

        seen[cells[i]] = TRUE;
        g_ptr_array_add (grouping->labels, g_strdup (cells[i] != 0 ? text : variable->missing));
      }
  g_ptr_array_sort_with_data (grouping->labels, compare_labels, (gpointer) variable->missing);
  for (i = 0; i < grouping->labels->len; i++)
    g_hash_table_insert (by_label, g_ptr_array_index (grouping->labels, i), GUINT_TO_POINTER (i));
  for (i = 0; i < caseness_dictionary_get_size (dictionary); i++)
    if (seen[i])
      places[i] = GPOINTER_TO_UINT (
        g_hash_table_lookup (by_label, i != 0 ? caseness_dictionary_get (dictionary, i) : variable->missing));
  grouping->groups = g_new (guint32, MAX (grouping->n_pathways, 1));
  for (i = 0; i < grouping->n_pathways; i++)
    grouping->groups[i] = places[cells[i]];
}

CasenessGrouping *
caseness_variable_group (const CasenessVariable *variable, CasenessFrame *frame)
{
  CasenessGrouping *grouping = grouping_new (frame);
  g_autoptr(GPtrArray) bitmaps = NULL;
  guint i;

  if (variable == NULL)
    {
      g_ptr_array_add (grouping->labels, g_strdup (CASENESS_GROUP_ALL));
      grouping->groups = g_new0 (guint32, MAX (grouping->n_pathways, 1));
      return grouping;
    }
  if (variable->groups->len == 0)
    {
      group_by_value (variable, frame, grouping);
      return grouping;
    }
  for (i = 0; i < variable->groups->len; i++)
    g_ptr_array_add (grouping->labels, g_strdup (g_array_index (variable->groups, Group, i).label));
  bitmaps = evaluate_groups (variable, frame, grouping->n_pathways);
  if (!variable->is_many)
    {
      grouping->groups = choose_groups (variable, bitmaps, grouping->n_pathways);
      return grouping;
    }
  grouping->masks = make_masks (bitmaps, grouping->n_pathways);
  grouping->bitmaps = g_steal_pointer (&bitmaps);
  return grouping;
}

/* The whole label, one of its halves, or the code. */
static gboolean
is_named (const char *label, const char *code, const char *value)
{
  const char *half = strstr (label, ": ");
  g_autofree char *first = NULL;

  if (caseness_name_is_same (label, value) || (*code != '\0' && caseness_name_is_same (code, value)))
    return TRUE;
  if (half == NULL)
    return FALSE;
  first = g_strndup (label, half - label);
  return caseness_name_is_same (half + strlen (": "), value) || caseness_name_is_same (first, value);
}

static void
add_members (const CasenessGrouping *grouping, guint group, guint64 *bitmap)
{
  guint i;

  for (i = 0; i < grouping->n_pathways; i++)
    if (grouping->masks != NULL ? (grouping->masks[i] & (1u << group)) != 0 : grouping->groups[i] == group)
      caseness_bitmap_set (bitmap, i);
}

guint64 *
caseness_variable_select (const CasenessVariable *variable, const char *value, CasenessFrame *frame)
{
  g_autoptr(CasenessGrouping) grouping = caseness_variable_group (variable, frame);
  guint64 *bitmap = caseness_bitmap_new (grouping->n_pathways);
  gboolean is_known = variable->groups->len == 0;
  guint i;

  for (i = 0; i < grouping->labels->len; i++)
    {
      const char *code = variable->groups->len > 0 ? g_array_index (variable->groups, Group, i).code : "";

      if (!is_named (g_ptr_array_index (grouping->labels, i), code, value))
        continue;
      add_members (grouping, i, bitmap);
      is_known = TRUE;
    }
  if (!is_known)
    g_clear_pointer (&bitmap, g_free);
  return bitmap;
}
