/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "accessible-tree.h"

#define CALL_MSEC (120 * 1000) /* for one question to the program */
#define ROOT_PATH "/org/a11y/atspi/accessible/root"

struct _AccessibleTree
{
  GVariant *told;       /* owner of every path and name */
  GHashTable *by_path;  /* path → owned item */
  GHashTable *children; /* path → the program's answer, an array of objects (owned) */
  GPtrArray *windows;
  gsize longest_list; /* of those whose rows are looked into */
  const char *table;  /* nullable: what the tables are called whose rows are */
};

static void
item_free (gpointer data)
{
  AccessibleItem *item = data;

  g_ptr_array_unref (item->children);
  g_free (item);
}

void
accessible_tree_free (AccessibleTree *tree)
{
  g_ptr_array_unref (tree->windows);
  g_hash_table_unref (tree->children);
  g_clear_pointer (&tree->by_path, g_hash_table_unref);
  g_clear_pointer (&tree->told, g_variant_unref);
  g_free (tree);
}

gboolean
accessible_item_has_state (const AccessibleItem *item, AtspiStateType state)
{
  return (item->states >> state) & 1;
}

/* What stands in labels is not gone into: nothing that is pressed stands there. Tables and long lists are when they are asked
 * for: each of their rows is a question more, of a table one for every cell. */
static gboolean
is_walked_into (const AccessibleTree *tree, const AccessibleItem *item)
{
  switch (item->role)
    {
    case ATSPI_ROLE_LABEL:
      return FALSE;
    case ATSPI_ROLE_TABLE:
    case ATSPI_ROLE_TREE_TABLE:
      return tree->table != NULL && (*tree->table == '\0' || g_str_equal (item->name, tree->table));
    case ATSPI_ROLE_LIST_ITEM:
      return item->n_siblings <= tree->longest_list;
    default:
      return TRUE;
    }
}

/* What the program has been asked about before: its object, program, parent, position, children, interfaces, name, role,
 * description and states. */
static gboolean
read_items (AccessibleTree *tree, GDBusConnection *bus, const char *program)
{
  g_autoptr(GVariant) reply
      = g_dbus_connection_call_sync (bus, program, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems", NULL,
                                     G_VARIANT_TYPE ("(a((so)(so)(so)iiassusau))"), G_DBUS_CALL_FLAGS_NONE, CALL_MSEC,
                                     NULL, NULL);
  gsize i;

  if (reply == NULL)
    return FALSE;
  g_clear_pointer (&tree->by_path, g_hash_table_unref);
  g_clear_pointer (&tree->told, g_variant_unref);
  tree->told = g_variant_get_child_value (reply, 0);
  tree->by_path = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, item_free);
  for (i = 0; i < g_variant_n_children (tree->told); i++)
    {
      AccessibleItem *item = g_new0 (AccessibleItem, 1);
      g_autoptr(GVariantIter) states = NULL;
      guint32 role;
      guint32 word;
      int shift = 0;

      g_variant_get_child (tree->told, i, "((&s&o)(&s&o)(&s&o)iias&su&sau)", NULL, &item->path, NULL, NULL, NULL, NULL,
                           NULL, &item->n_children, NULL, &item->name, &role, NULL, &states);
      item->role = role;
      for (; g_variant_iter_next (states, "u", &word); shift += 32)
        item->states |= (guint64) word << shift;
      item->children = g_ptr_array_new ();
      g_hash_table_replace (tree->by_path, (gpointer) item->path, item);
    }
  return TRUE;
}

/* A program knows of a widget once somebody has asked for its parent's children, and tells then which are there now. */
static gboolean
ask_for_children (AccessibleTree *tree, GDBusConnection *bus, const char *program, const char *path)
{
  g_autoptr(GVariant) reply
      = g_dbus_connection_call_sync (bus, program, path, "org.a11y.atspi.Accessible", "GetChildren", NULL,
                                     G_VARIANT_TYPE ("(a(so))"), G_DBUS_CALL_FLAGS_NONE, CALL_MSEC, NULL, NULL);

  if (reply == NULL)
    return FALSE;
  g_hash_table_replace (tree->children, g_strdup (path), g_variant_get_child_value (reply, 0));
  return TRUE;
}

/* GTK 4.8 marks widgets as visible, but only windows as showing. */
static AccessibleItem *
find_visible (AccessibleTree *tree, const char *path)
{
  AccessibleItem *item = g_hash_table_lookup (tree->by_path, path);

  return item != NULL && accessible_item_has_state (item, ATSPI_STATE_VISIBLE) ? item : NULL;
}

/* Asks for the children of a whole level of the tree. Returns: (transfer full): the paths of the next. */
static GPtrArray *
ask_level (AccessibleTree *tree, GDBusConnection *bus, const char *program, GPtrArray *level)
{
  GPtrArray *next = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; i < level->len; i++)
    if (ask_for_children (tree, bus, program, g_ptr_array_index (level, i)))
      {
        GVariantIter iter;
        const char *path;

        g_variant_iter_init (&iter, g_hash_table_lookup (tree->children, g_ptr_array_index (level, i)));
        while (g_variant_iter_next (&iter, "(&s&o)", NULL, &path))
          g_ptr_array_add (next, g_strdup (path));
      }
  return next;
}

/* A GFunc on the paths of parents. */
static void
count_siblings_of (gpointer parent_path, gpointer user_data)
{
  AccessibleTree *tree = user_data;
  GVariant *paths = g_hash_table_lookup (tree->children, parent_path);
  gsize i;

  for (i = 0; paths != NULL && i < g_variant_n_children (paths); i++)
    {
      const char *path;
      AccessibleItem *item;

      g_variant_get_child (paths, i, "(&s&o)", NULL, &path);
      item = g_hash_table_lookup (tree->by_path, path);
      if (item != NULL)
        item->n_siblings = g_variant_n_children (paths);
    }
}

/* Of a level keeps what has children to look at. */
static void
keep_parents (AccessibleTree *tree, GPtrArray *level)
{
  guint i;

  for (i = level->len; i-- > 0;)
    {
      const char *path = g_ptr_array_index (level, i);
      const AccessibleItem *item = find_visible (tree, path);

      if (item == NULL || item->n_children == 0 || !is_walked_into (tree, item) || g_hash_table_contains (tree->children, path))
        g_ptr_array_remove_index (level, i);
    }
}

static gboolean
is_all_known (AccessibleTree *tree, GPtrArray *level)
{
  guint i;

  for (i = 0; i < level->len; i++)
    if (!g_hash_table_contains (tree->by_path, g_ptr_array_index (level, i)))
      return FALSE;
  return TRUE;
}

static void
put_in_place (AccessibleTree *tree, const char *parent_path, GPtrArray *children)
{
  GVariant *paths = g_hash_table_lookup (tree->children, parent_path);
  GVariantIter iter;
  const char *path;

  if (paths == NULL)
    return;
  g_variant_iter_init (&iter, paths);
  while (g_variant_iter_next (&iter, "(&s&o)", NULL, &path))
    {
      AccessibleItem *item = find_visible (tree, path);

      if (item == NULL)
        continue;
      g_ptr_array_add (children, item);
      put_in_place (tree, path, item->children);
    }
}

AccessibleTree *
accessible_tree_read (GDBusConnection *bus, const char *program, gsize longest_list, const char *table)
{
  g_autoptr(AccessibleTree) tree = g_new0 (AccessibleTree, 1);
  g_autoptr(GPtrArray) level = g_ptr_array_new_with_free_func (g_free);

  tree->children = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  tree->windows = g_ptr_array_new ();
  tree->longest_list = longest_list;
  tree->table = table;
  if (!read_items (tree, bus, program))
    return NULL;
  g_ptr_array_add (level, g_strdup (ROOT_PATH));
  while (level->len > 0)
    {
      g_autoptr(GPtrArray) next = ask_level (tree, bus, program, level);

      if (!is_all_known (tree, next) && !read_items (tree, bus, program))
        return NULL;
      g_ptr_array_foreach (level, count_siblings_of, tree);
      keep_parents (tree, next);
      g_clear_pointer (&level, g_ptr_array_unref);
      level = g_steal_pointer (&next);
    }
  put_in_place (tree, ROOT_PATH, tree->windows);
  return g_steal_pointer (&tree);
}

static gboolean
walk (const AccessibleTree *tree, const GPtrArray *items, int depth, AccessibleVisit visit, gpointer user_data)
{
  guint i;

  for (i = 0; i < items->len; i++)
    {
      const AccessibleItem *item = g_ptr_array_index (items, i);

      if (visit (item, depth, user_data)
          || (is_walked_into (tree, item) && walk (tree, item->children, depth + 1, visit, user_data)))
        return TRUE;
    }
  return FALSE;
}

void
accessible_tree_walk (AccessibleTree *tree, AccessibleVisit visit, gpointer user_data)
{
  walk (tree, tree->windows, 0, visit, user_data);
}
