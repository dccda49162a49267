/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-hand.h"

#include "caseness-settings.h"
#include "caseness-window-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define PATIENCE (240 * G_USEC_PER_SEC)

/* NULL where it is no text. */
static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;
}

/* Everything that is on the screen to be read, for messages. */
static char *
dump (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();
  GString *said = g_string_new (NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    {
      g_autoptr(GPtrArray) shown = hand_list_shown (l->data);

      for (guint i = 0; i < shown->len; i++)
        if (get_text (shown->pdata[i]) != NULL)
          g_string_append_printf (said, "\n%s", get_text (shown->pdata[i]));
    }
  return g_string_free (said, FALSE);
}

CasenessApplication *
hand_start (void)
{
  CasenessApplication *application = caseness_application_new ();

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", "gtk-enable-animations", FALSE, NULL);
  return application;
}

void
hand_wait_until (HandCondition condition, gconstpointer data, const char *what)
{
  gint64 since = g_get_monotonic_time ();

  while (!condition (data))
    {
      if (g_get_monotonic_time () - since > PATIENCE)
        {
          g_autofree char *said = dump ();

          g_error ("no %s, but this:%s", what, said);
        }
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (5000);
    }
}

gboolean
hand_is_settled (gconstpointer window)
{
  CasenessWindow *shown = (CasenessWindow *) window;
  g_autoptr(GPtrArray) widgets = NULL;

  if (caseness_session_get_busy (caseness_window_get_session (shown)))
    return FALSE;
  widgets = hand_list_shown (GTK_WIDGET (shown));
  for (guint i = 0; i < widgets->len; i++)
    if (GTK_IS_SPINNER (widgets->pdata[i]) && gtk_spinner_get_spinning (widgets->pdata[i]))
      return FALSE;
  return TRUE;
}

/* What a window is to say. */
typedef struct
{
  GtkWindow *window;
  const char *words;
} Said;

static gboolean
is_said (gconstpointer data)
{
  const Said *said = data;

  return (!CASENESS_IS_WINDOW (said->window) || hand_is_settled (said->window))
         && hand_shows (said->window, said->words);
}

void
hand_wait_for_words (GtkWindow *shown, const char *words)
{
  const Said said = { shown, words };

  hand_wait_until (is_said, &said, words);
}

void
hand_let_pass (guint n)
{
  while (n-- > 0)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

GtkWindow *
hand_find_window (GType type)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_on_screen (gconstpointer type)
{
  return hand_find_window (*(const GType *) type) != NULL;
}

GtkWindow *
hand_wait_for_window (GType type)
{
  hand_wait_until (is_on_screen, &type, g_type_name (type));
  return hand_find_window (type);
}

static gboolean
is_gone (gconstpointer type)
{
  return hand_find_window (*(const GType *) type) == NULL;
}

void
hand_wait_till_gone (GType type)
{
  hand_wait_until (is_gone, &type, "closed window");
}

void
hand_close (GtkWindow *dialog)
{
  GType type = G_OBJECT_TYPE (dialog);

  gtk_window_close (dialog);
  hand_wait_till_gone (type);
}

void
hand_open (CasenessWindow *window, const char *store, const char *service, int width, int height)
{
  g_autoptr(GFile) file = g_file_new_for_path (store);

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  caseness_window_open (window, file);
  hand_wait_for_words (GTK_WINDOW (window), service);
}

GtkWidget *
hand_get_page (CasenessWindow *window)
{
  return GTK_WIDGET (caseness_window_get_page (window));
}

void
hand_go_to (CasenessWindow *window, GType type)
{
  guint page = 0;

  while (!G_TYPE_CHECK_INSTANCE_TYPE (hand_get_page (window), type))
    caseness_window_show_page (window, page++);
}

static void
collect (GtkWidget *widget, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  g_ptr_array_add (found, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, found);
}

GPtrArray *
hand_list_shown (GtkWidget *top)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  collect (top, found);
  return found;
}

/* Whether @shown shows @words somewhere. */
gboolean
hand_shows (GtkWindow *shown, const char *words)
{
  g_autoptr(GPtrArray) widgets = hand_list_shown (GTK_WIDGET (shown));

  for (guint i = 0; i < widgets->len; i++)
    {
      const char *text = get_text (widgets->pdata[i]);

      if (text != NULL && strstr (text, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

void
hand_assert_shows (GtkWindow *shown, const char *words)
{
  if (!hand_shows (shown, words))
    g_error ("the window does not say “%s”", words);
}

GtkWidget *
hand_find_shown (GtkWindow *shown, GType type)
{
  g_autoptr(GPtrArray) widgets = hand_list_shown (GTK_WIDGET (shown));

  for (guint i = 0; i < widgets->len; i++)
    if (G_TYPE_CHECK_INSTANCE_TYPE (widgets->pdata[i], type))
      return widgets->pdata[i];
  return NULL;
}

/* Files and commands */

void
hand_drop (GtkWidget *widget, const char *folder, const char *const *names)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_auto(GValue) value = G_VALUE_INIT;
  GSList *files = NULL;
  gboolean is_taken = FALSE;

  for (; *names != NULL; names++)
    files = g_slist_append (files, g_file_new_build_filename (folder, *names, NULL));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_slist_free_full (files, g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &is_taken);
    }
  g_assert_true (is_taken);
}

void
hand_run_cli (const char *first, ...)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  int status;
  va_list more;
  const char *next;

  g_ptr_array_add (arguments, (gpointer) g_getenv ("CASENESS_CLI"));
  va_start (more, first);
  for (next = first; next != NULL; next = va_arg (more, const char *))
    g_ptr_array_add (arguments, (gpointer) next);
  va_end (more);
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL,
                G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* File dialogs */

static gboolean
is_asked (gconstpointer data)
{
  return hand_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL;
}

static gboolean
is_answered (gconstpointer data)
{
  return hand_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) == NULL;
}

/* Where the save dialog asks for a name, which may be a whole path. */
static GtkWidget *
find_name_entry (void)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (GTK_WIDGET (hand_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG)));
  guint i;

  for (i = 0; i < shown->len; i++)
    if (g_str_equal (G_OBJECT_TYPE_NAME (shown->pdata[i]), "GtkFileChooserEntry"))
      return shown->pdata[i];
  g_assert_not_reached ();
}

/* What the dialog has gone to, once it has read the folder. */
static gboolean
is_chosen (gconstpointer path)
{
  g_autoptr(GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (hand_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG)));

  return chosen != NULL && g_strcmp0 (g_file_peek_path (chosen), path) == 0;
}

void
hand_answer_file_dialog (const char *path)
{
  hand_wait_until (is_asked, NULL, "save dialog");
  gtk_editable_set_text (GTK_EDITABLE (find_name_entry ()), path);
  hand_wait_until (is_chosen, path, "chosen name");
  gtk_dialog_response (GTK_DIALOG (hand_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG)), GTK_RESPONSE_ACCEPT);
  hand_wait_until (is_answered, NULL, "end of the save dialog");
}

/* Whole lines, not the first of them. */
static gboolean
is_written (gconstpointer path)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && g_str_has_suffix (text, "\n");
}

char *
hand_save (GtkWidget *page, const char *action, const char *path)
{
  char *text = NULL;

  g_remove (path);
  g_assert_true (gtk_widget_activate_action (page, action, NULL));
  hand_answer_file_dialog (path);
  hand_wait_until (is_written, path, path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

void
hand_choose_file (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  hand_wait_until (is_asked, NULL, "dialog that opens a file");
  hand_let_pass (50);
  gtk_file_chooser_set_file (GTK_FILE_CHOOSER (hand_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG)), file, NULL);
  hand_wait_until (is_chosen, path, "chosen file");
  gtk_dialog_response (GTK_DIALOG (hand_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG)), GTK_RESPONSE_ACCEPT);
  hand_wait_until (is_answered, NULL, "end of the dialog that opens a file");
}

int
hand_run_story (int argc, char *argv[], const char *name, GTestFunc story, CasenessWindow **window)
{
  g_autoptr(CasenessApplication) application = NULL;
  g_autoptr(CasenessSettings) settings = NULL;

  g_test_init (&argc, &argv, NULL);
  application = hand_start ();
  settings = caseness_settings_new ();
  *window = caseness_window_new (application, settings);
  g_test_add_func (name, story);
  return g_test_run ();
}

/* Pictures */

/* NULL while the window has yet to draw itself anew. */
static GskRenderNode *
dup_node (GtkWidget *window, int *width, int *height)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  *width = gdk_paintable_get_intrinsic_width (paintable);
  *height = gdk_paintable_get_intrinsic_height (paintable);
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), *width, *height);
  return gtk_snapshot_free_to_node (snapshot);
}

static gboolean
is_drawn (gconstpointer window)
{
  int width, height;
  GskRenderNode *node = dup_node ((GtkWidget *) window, &width, &height);
  gboolean has_node = node != NULL;

  g_clear_pointer (&node, gsk_render_node_unref);
  return has_node;
}

void
hand_keep_picture (GtkWidget *window, const char *name)
{
  const char *pictures = g_getenv ("CASENESS_SCREENSHOT_DIR");
  g_autofree char *path = g_strdup_printf ("%s/%s.png", pictures, name);
  int width, height;
  GskRenderNode *node;
  cairo_surface_t *surface;
  cairo_t *cr;

  hand_wait_until (is_drawn, window, "picture of the window");
  node = dup_node (window, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  g_mkdir_with_parents (pictures, 0755);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}
