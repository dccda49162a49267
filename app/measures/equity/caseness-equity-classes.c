/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-plan-private.h"

#include <string.h>

typedef struct
{
  guint32 members[CASENESS_MAX_CROSSED];
} Members;

static guint
hash_members (gconstpointer key)
{
  const Members *members = key;
  guint hash = 5381, i;

  for (i = 0; i < CASENESS_MAX_CROSSED; i++)
    hash = hash * 33 + members->members[i];
  return hash;
}

static gboolean
is_equal_members (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (Members)) == 0;
}

static CasenessGrouping *
find_grouping (CasenessFrame *frame, const CasenessVariable *variable, GHashTable *groupings)
{
  CasenessGrouping *grouping = g_hash_table_lookup (groupings, variable);

  if (grouping == NULL)
    {
      grouping = caseness_variable_group (variable, frame);
      g_hash_table_insert (groupings, (gpointer) variable, grouping);
    }
  return grouping;
}

static guint32
get_member (const CasenessGrouping *grouping, guint pathway)
{
  return grouping->masks != NULL ? grouping->masks[pathway] : grouping->groups[pathway];
}

static guint32
find_class (CasenessEquityClasses *self, GHashTable *known, const Members *members)
{
  gpointer found;
  guint32 which;

  if (g_hash_table_lookup_extended (known, members, NULL, &found))
    return GPOINTER_TO_UINT (found);
  which = self->members->len;
  g_array_append_val (self->members, *members);
  g_hash_table_insert (known, g_memdup2 (members, sizeof *members), GUINT_TO_POINTER (which));
  return which;
}

/* Neighbours are often alike, so the last class is tried before the table. */
static void
classify (CasenessEquityClasses *self, CasenessGrouping *const *groupings, guint n_pathways)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (hash_members, is_equal_members, g_free, NULL);
  Members members = { { 0 } }, last = { { G_MAXUINT32 } };
  guint32 which = 0;
  guint i, k;

  for (i = 0; i < n_pathways; i++)
    {
      for (k = 0; k < self->cut.n_variables; k++)
        members.members[k] = get_member (groupings[k], i);
      if (i == 0 || !is_equal_members (&members, &last))
        which = find_class (self, known, &members);
      self->classes[i] = which;
      last = members;
    }
}

CasenessEquityClasses *
caseness_equity_classes_new (CasenessFrame *frame, const CasenessEquityCut *cut, GHashTable *groupings)
{
  CasenessEquityClasses *self = g_atomic_rc_box_new0 (CasenessEquityClasses);
  guint n = caseness_snapshot_get_n_pathways (caseness_frame_get_snapshot (frame)), k;
  CasenessGrouping *found[CASENESS_MAX_CROSSED] = { NULL };

  g_return_val_if_fail (cut->n_variables > 0 && cut->n_variables <= CASENESS_MAX_CROSSED, NULL);
  self->cut = *cut;
  self->classes = g_new (guint32, MAX (n, 1));
  self->members = g_array_new (FALSE, FALSE, sizeof (Members));
  for (k = 0; k < cut->n_variables; k++)
    {
      found[k] = find_grouping (frame, cut->variables[k], groupings);
      self->groupings[k] = g_ptr_array_ref (found[k]->labels);
      self->is_many[k] = found[k]->masks != NULL;
    }
  classify (self, found, n);
  return self;
}

static void
clear_classes (gpointer data)
{
  CasenessEquityClasses *classes = data;
  guint k;

  for (k = 0; k < classes->cut.n_variables; k++)
    g_ptr_array_unref (classes->groupings[k]);
  g_free (classes->classes);
  g_array_unref (classes->members);
}

void
caseness_equity_classes_unref (CasenessEquityClasses *classes)
{
  g_atomic_rc_box_release_full (classes, clear_classes);
}

const guint32 *
caseness_equity_classes_get_members (const CasenessEquityClasses *classes, guint which)
{
  return g_array_index (classes->members, Members, which).members;
}
