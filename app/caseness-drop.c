/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-drop.h"

#include "caseness-stranger.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *ending;
  CasenessDropKind kind;
} endings[] = {
  { ".caseness", CASENESS_DROP_SERVICE },
  { ".csv", CASENESS_DROP_IMPORT },
  { ".zip", CASENESS_DROP_IMPORT },
  { ".tar.gz", CASENESS_DROP_IMPORT },
  { ".tgz", CASENESS_DROP_IMPORT },
  { ".mdb", CASENESS_DROP_IMPORT },
  { ".accdb", CASENESS_DROP_IMPORT },
};

CasenessDropKind
caseness_drop_judge (GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (G_IS_FILE (file), CASENESS_DROP_OTHER);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return CASENESS_DROP_IMPORT;
  name = g_file_get_basename (file);
  lower = name != NULL ? g_ascii_strdown (name, -1) : g_strdup ("");
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (lower, endings[i].ending))
        return endings[i].kind;
    }
  return CASENESS_DROP_OTHER;
}

CasenessDropKind
caseness_drop_judge_all (GFile *const *files, guint n_files)
{
  if (n_files == 1)
    return caseness_drop_judge (files[0]);
  for (guint i = 0; i < n_files; i++)
    {
      if (caseness_drop_judge (files[i]) != CASENESS_DROP_IMPORT)
        return CASENESS_DROP_OTHER;
    }
  return n_files > 0 ? CASENESS_DROP_IMPORT : CASENESS_DROP_OTHER;
}

/* Of several files it would not be known which is meant. */
char *
caseness_drop_describe_strangers (GFile *const *files, guint n_files)
{
  g_autofree char *base = n_files == 1 ? g_file_get_basename (files[0]) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;

  if (name != NULL)
    /* Translators: the name of a file, and a sentence about it */
    return g_strdup_printf (_("%s: %s"), name, caseness_stranger_describe (name));
  return g_strdup (_("Drop one .caseness file to open it, or submission folders, archives and CSV lists to import them."));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  CasenessDropFunc take = (CasenessDropFunc) (void (*) (void)) user_data;
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  if (files->len > 0)
    take (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), (GFile *const *) files->pdata, files->len);
  return files->len > 0;
}

void
caseness_drop_accept (GtkWidget *widget, CasenessDropFunc take)
{
  GtkDropTarget *target;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (take != NULL);

  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), (gpointer) (void (*) (void)) take);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
