/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-variable.h"

#include "caseness-bitmap.h"
#include "caseness-name.h"
#include "caseness-reference.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
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
      variable->is_by_period |= caseness_condition_is_by_period (group.condition);
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
  if (variable->column != NULL)
    variable->is_by_period = caseness_column_is_by_period (variable->column);
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
caseness_variable_names_staff (const CasenessVariable *variable)
{
  return strcmp (variable->name, "Clinician") == 0 || strcmp (variable->name, "Supervisor") == 0;
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

GStrv
caseness_variable_dup_groups (const CasenessVariable *variable)
{
  GStrv labels = g_new0 (char *, variable->groups->len + 1);
  guint i;

  for (i = 0; i < variable->groups->len; i++)
    labels[i] = g_strdup (g_array_index (variable->groups, Group, i).label);
  return labels;
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

/* The label of a text of a column whose values are its groups. */
static const char *
name_value (const CasenessVariable *variable, const CasenessDictionary *dictionary, guint32 number)
{
  return number != 0 ? caseness_dictionary_get (dictionary, number) : variable->missing;
}

static void
group_by_value (const CasenessVariable *variable, CasenessFrame *frame, CasenessGrouping *grouping)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (caseness_frame_get_snapshot (frame));
  const gint32 *cells = caseness_frame_get_cells (frame, variable->column);
  g_autofree guint32 *places = g_new0 (guint32, caseness_dictionary_get_size (dictionary)); /* plus 1; 0 does not occur */
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32)); /* those that occur */
  g_autoptr(GHashTable) by_label = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; i < grouping->n_pathways; i++)
    if (places[cells[i]] == 0)
      {
        places[cells[i]] = 1;
        g_array_append_val (numbers, cells[i]);
        g_ptr_array_add (grouping->labels, g_strdup (name_value (variable, dictionary, (guint32) cells[i])));
      }
  g_ptr_array_sort_with_data (grouping->labels, compare_labels, (gpointer) variable->missing);
  for (i = 0; i < grouping->labels->len; i++)
    g_hash_table_insert (by_label, g_ptr_array_index (grouping->labels, i), GUINT_TO_POINTER (i));
  for (i = 0; i < numbers->len; i++)
    {
      guint32 number = g_array_index (numbers, guint32, i);

      places[number] = GPOINTER_TO_UINT (g_hash_table_lookup (by_label, name_value (variable, dictionary, number))) + 1;
    }
  grouping->groups = g_new (guint32, MAX (grouping->n_pathways, 1));
  for (i = 0; i < grouping->n_pathways; i++)
    grouping->groups[i] = places[cells[i]] - 1;
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

static gboolean
is_any_named (const char *label, const char *code, const char *const *values)
{
  for (; *values != NULL; values++)
    if (is_named (label, code, *values))
      return TRUE;
  return FALSE;
}

/* Values that occur are compared once each, however many have them. */
static guint64 *
select_by_value (const CasenessVariable *variable, const char *const *values, CasenessFrame *frame)
{
  CasenessSnapshot *snapshot = caseness_frame_get_snapshot (frame);
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (snapshot);
  const gint32 *cells = caseness_frame_get_cells (frame, variable->column);
  g_autofree guint8 *tried = g_new0 (guint8, caseness_dictionary_get_size (dictionary)); /* 0 not yet, 1 no, 2 yes */
  guint n = caseness_snapshot_get_n_pathways (snapshot), i;
  guint64 *bitmap = caseness_bitmap_new (n);

  for (i = 0; i < n; i++)
    {
      guint8 *is_wanted = &tried[cells[i]];

      if (*is_wanted == 0)
        *is_wanted = is_any_named (name_value (variable, dictionary, (guint32) cells[i]), "", values) ? 2 : 1;
      if (*is_wanted == 2)
        caseness_bitmap_set (bitmap, i);
    }
  return bitmap;
}

/* Which of the given groups are wanted; a value that is none of them is an error. */
static guint32 *
mark_groups (const CasenessVariable *variable, const char *const *values, GError **error)
{
  g_autofree guint32 *is_wanted = g_new0 (guint32, variable->groups->len);
  guint i, k;

  for (k = 0; values[k] != NULL; k++)
    {
      gboolean is_known = FALSE;

      for (i = 0; i < variable->groups->len; i++)
        {
          const Group *group = &g_array_index (variable->groups, Group, i);

          if (!is_named (group->label, group->code, values[k]))
            continue;
          is_wanted[i] = TRUE;
          is_known = TRUE;
        }
      if (is_known)
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("%s has no group “%s”"), variable->name,
                   values[k]);
      return NULL;
    }
  return g_steal_pointer (&is_wanted);
}

guint64 *
caseness_variable_select (const CasenessVariable *variable, const char *const *values, CasenessFrame *frame,
                          GError **error)
{
  g_autoptr(CasenessGrouping) grouping = NULL;
  g_autofree guint32 *is_wanted = NULL;
  guint32 mask = 0;
  guint64 *bitmap;
  guint i;

  g_return_val_if_fail (variable != NULL && values != NULL && frame != NULL, NULL);
  if (variable->groups->len == 0)
    return select_by_value (variable, values, frame);
  is_wanted = mark_groups (variable, values, error);
  if (is_wanted == NULL)
    return NULL;
  grouping = caseness_variable_group (variable, frame);
  bitmap = caseness_bitmap_new (grouping->n_pathways);
  for (i = 0; grouping->masks != NULL && i < grouping->labels->len; i++)
    mask |= is_wanted[i] << i;
  for (i = 0; i < grouping->n_pathways; i++)
    bitmap[i / 64]
      |= (guint64) (grouping->masks != NULL ? (grouping->masks[i] & mask) != 0 : is_wanted[grouping->groups[i]] != 0) << i % 64;
  return bitmap;
}
