/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-lookup-row.h"

#include "caseness-import-lookup.h"

#include <glib/gi18n-lib.h>

struct _CasenessLookupRow
{
  AdwActionRow parent_instance;
  GFile *target; /* owned, nullable: the service file last asked */
  char *path;    /* owned, nullable: what it remembers */
  gboolean has_named;
  gboolean forgets;
};

G_DEFINE_FINAL_TYPE (CasenessLookupRow, caseness_lookup_row, ADW_TYPE_ACTION_ROW)

static void
update (CasenessLookupRow *self)
{
  gboolean is_there = self->path != NULL && g_file_test (self->path, G_FILE_TEST_EXISTS);
  g_autofree char *shown = self->path != NULL ? g_filename_display_name (self->path) : g_strdup ("");
  g_autofree char *escaped = g_markup_escape_text (shown, -1);
  g_autofree char *words = NULL;

  if (is_there)
    /* Translators: %s is the path of a file */
    words = g_strdup_printf (_("%s – used again, as in an earlier import"), escaped);
  else
    /* Translators: %s is the path of a file */
    words = g_strdup_printf (_("%s – no longer there: nobody imported now gets a decile. Add the file where it is now, or "
                               "forget it"),
                             escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  gtk_widget_set_visible (GTK_WIDGET (self), self->path != NULL && !self->has_named && !self->forgets);
}

static void
forget_cb (CasenessLookupRow *self)
{
  self->forgets = TRUE;
  update (self);
}

static void
caseness_lookup_row_finalize (GObject *object)
{
  CasenessLookupRow *self = CASENESS_LOOKUP_ROW (object);

  g_clear_object (&self->target);
  g_free (self->path);
  G_OBJECT_CLASS (caseness_lookup_row_parent_class)->finalize (object);
}

static void
caseness_lookup_row_class_init (CasenessLookupRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = caseness_lookup_row_finalize;
}

static void
caseness_lookup_row_init (CasenessLookupRow *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Forget"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Forget the lookup of deprivation"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Deprivation by postcode"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  update (self);
}

void
caseness_lookup_row_show (CasenessLookupRow *self, GFile *target, gboolean has_named)
{
  const char *path;

  g_return_if_fail (CASENESS_IS_LOOKUP_ROW (self) && G_IS_FILE (target));

  if (self->target == NULL || !g_file_equal (self->target, target))
    {
      path = g_file_peek_path (target);
      g_set_object (&self->target, target);
      g_free (self->path);
      self->path = path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? caseness_import_lookup_dup_remembered (path)
                                                                         : NULL;
      self->forgets = FALSE;
    }
  self->has_named = has_named;
  update (self);
}

gboolean
caseness_lookup_row_get_forgets (CasenessLookupRow *self)
{
  g_return_val_if_fail (CASENESS_IS_LOOKUP_ROW (self), FALSE);

  return self->forgets;
}
