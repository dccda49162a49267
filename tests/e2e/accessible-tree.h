/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/** AccessibleItem: one thing as the accessibility bus tells of it. */
typedef struct _AccessibleItem AccessibleItem;

struct _AccessibleItem
{
  const char *path; /* of the object on the bus; this and the name live as long as the tree */
  const char *name;
  AtspiRole role;
  guint64 states;
  int n_children;      /* all of them */
  gsize n_siblings;    /* itself counted; 0 until its parent has been asked */
  GPtrArray *children; /* of the visible ones, in order */
};

/** AccessibleTree: all that a program shows, as it was at one moment. */
typedef struct _AccessibleTree AccessibleTree;

/**
 * accessible_tree_read:
 * @bus: the accessibility bus
 * @program: unique name of the program there
 * @longest_list: how many rows a list has at most whose rows are looked into
 * @table: (nullable): what the tables are called whose rows are looked into; lives as long as the tree
 *
 * Asks a program for all it shows in a question a container, where a question a property would be thousands.
 *
 * Returns: (transfer full) (nullable): what it shows; NULL if it does not answer (yet, or any more)
 */
AccessibleTree *accessible_tree_read (GDBusConnection *bus, const char *program, gsize longest_list, const char *table);

void accessible_tree_free (AccessibleTree *tree);

/** AccessibleVisit: called for each item, parents first; TRUE ends the walk. */
typedef gboolean (*AccessibleVisit) (const AccessibleItem *item, int depth, gpointer user_data);

/** accessible_tree_walk: visits what is visible, windows first. */
void accessible_tree_walk (AccessibleTree *tree, AccessibleVisit visit, gpointer user_data);

/** accessible_item_has_state: whether the item has this state. */
gboolean accessible_item_has_state (const AccessibleItem *item, AtspiStateType state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccessibleTree, accessible_tree_free)

G_END_DECLS
