/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recent.h"

#include <glib/gi18n-lib.h>

#define MOST 8
#define MIME_TYPE "application/x-caseness"

static gint
compare_newest_first (gconstpointer a, gconstpointer b)
{
  GDateTime *visited_a = gtk_recent_info_get_visited ((GtkRecentInfo *) a);
  GDateTime *visited_b = gtk_recent_info_get_visited ((GtkRecentInfo *) b);

  return g_date_time_compare (visited_b, visited_a);
}

static gboolean
is_ours (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) == 0 && gtk_recent_info_exists (info);
}

/* A leading underscore of a file name is no mnemonic. */
static char *
escape_label (const char *name)
{
  g_auto(GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_item (GMenu *menu, GtkRecentInfo *info)
{
  g_autofree char *label = escape_label (gtk_recent_info_get_display_name (info));
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

void
caseness_recent_add (GFile *file)
{
  char *groups[] = { "caseness", NULL };
  GtkRecentData data = { 0 };
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  data.mime_type = (char *) MIME_TYPE;
  data.app_name = (char *) g_get_application_name ();
  data.app_exec = (char *) "caseness %f";
  data.groups = groups;
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

void
caseness_recent_fill_menu (GMenu *menu)
{
  GList *items;
  guint n = 0;

  g_return_if_fail (G_IS_MENU (menu));

  g_menu_remove_all (menu);
  items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_newest_first);
  for (GList *l = items; l != NULL && n < MOST; l = l->next)
    {
      if (!is_ours (l->data))
        continue;
      append_item (menu, l->data);
      n++;
    }
  /* An action that nobody has greys the item out, where an empty submenu would open on nothing. */
  if (n == 0)
    g_menu_append (menu, _("Nothing Opened Yet"), "win.none-recent");
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}
