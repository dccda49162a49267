/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-render.h"

#include <cairo.h>
#include <errno.h>
#include <glib/gi18n-lib.h>

/* How long a page that awaits nothing may take to draw itself, and styles to change over, before its picture is taken. */
#define SETTLE_MS 600
/* How often a page that still awaits its answer is looked at again, and after how many looks it is taken as it is. */
#define LOOK_MS 100
#define MAX_LOOKS 1200

typedef struct
{
  char *folder;
  gboolean is_open; /* a service file is shown, not the first-run page */
  guint step;       /* counts pages, first light, then dark */
  guint looks;      /* how often the present one was looked at */
} Rendering;

static void
rendering_free (Rendering *rendering)
{
  g_free (rendering->folder);
  g_free (rendering);
}

static void take_next (GTask *task);
static void look_again (GTask *task);

/* Pictures made where no desktop has said which font it likes look as they do where one has. */
static void
use_house_font (GtkWidget *widget)
{
  g_object_set (gtk_widget_get_settings (widget), "gtk-font-name", "Cantarell 11", "gtk-enable-animations", FALSE, NULL);
}

static guint
count_pages (GTask *task)
{
  Rendering *rendering = g_task_get_task_data (task);

  return rendering->is_open ? MAX (1, caseness_window_get_n_pages (g_task_get_source_object (task))) : 1;
}

/* NULL while the window has not drawn itself yet. */
static GskRenderNode *
dup_window_node (GtkWidget *window, int *width, int *height)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  *width = gdk_paintable_get_intrinsic_width (paintable);
  *height = gdk_paintable_get_intrinsic_height (paintable);
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), *width, *height);
  return gtk_snapshot_free_to_node (snapshot);
}

static cairo_surface_t *
draw_window (GtkWidget *window)
{
  int width = 0;
  int height = 0;
  GskRenderNode *node = dup_window_node (window, &width, &height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  return surface;
}

/* Whatever is awaited anywhere on the page turns a spinner. */
static gboolean
awaits_something (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_SPINNER (widget) && gtk_spinner_get_spinning (GTK_SPINNER (widget)))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (awaits_something (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_ready (GtkWidget *window)
{
  int width, height;
  GskRenderNode *node = dup_window_node (window, &width, &height);
  gboolean is_drawn = node != NULL;

  g_clear_pointer (&node, gsk_render_node_unref);
  return is_drawn && gtk_widget_get_mapped (window) && !awaits_something (window);
}

static gboolean
write_picture (GTask *task, const char *name, GError **error)
{
  Rendering *rendering = g_task_get_task_data (task);
  g_autofree char *base = g_strconcat (name, rendering->step >= count_pages (task) ? "-dark.png" : ".png", NULL);
  g_autofree char *path = g_build_filename (rendering->folder, base, NULL);
  cairo_surface_t *surface = draw_window (g_task_get_source_object (task));
  cairo_status_t status = cairo_surface_write_to_png (surface, path);

  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture “%s” could not be written: %s"), path,
               cairo_status_to_string (status));
  return FALSE;
}

static const char *
show_step (GTask *task)
{
  Rendering *rendering = g_task_get_task_data (task);
  guint n_pages = count_pages (task);
  const char *name;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), rendering->step >= n_pages
                                                                            ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                            : ADW_COLOR_SCHEME_FORCE_LIGHT);
  if (!rendering->is_open)
    return "first-run";
  name = caseness_window_show_page (g_task_get_source_object (task), rendering->step % n_pages);
  return name != NULL ? name : "window";
}

/* A page that began to lay itself out again meanwhile has nothing to show for that moment. */
static gboolean
settled_cb (gpointer data)
{
  g_autoptr(GTask) task = data;
  Rendering *rendering = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (rendering->looks < MAX_LOOKS && !is_ready (g_task_get_source_object (task)))
    {
      look_again (task);
      return G_SOURCE_REMOVE;
    }
  if (!write_picture (task, show_step (task), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return G_SOURCE_REMOVE;
    }
  rendering->step++;
  take_next (task);
  return G_SOURCE_REMOVE;
}

static gboolean
look_cb (gpointer data)
{
  GTask *task = data;
  Rendering *rendering = g_task_get_task_data (task);

  if (++rendering->looks < MAX_LOOKS && !is_ready (g_task_get_source_object (task)))
    return G_SOURCE_CONTINUE;
  g_timeout_add (SETTLE_MS, settled_cb, task);
  return G_SOURCE_REMOVE;
}

static void
look_again (GTask *task)
{
  g_timeout_add (LOOK_MS, look_cb, g_object_ref (task));
}

static void
take_next (GTask *task)
{
  Rendering *rendering = g_task_get_task_data (task);

  if (rendering->step >= 2 * count_pages (task))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  show_step (task);
  rendering->looks = 0;
  look_again (task);
}

static void
opened_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (caseness_session_open_finish (CASENESS_SESSION (session), result, &error))
    take_next (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
caseness_render_async (CasenessWindow *window, GFile *file, const char *folder, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (window, NULL, callback, user_data);
  Rendering *rendering = g_new0 (Rendering, 1);

  rendering->folder = g_strdup (folder);
  rendering->is_open = file != NULL;
  g_task_set_source_tag (task, caseness_render_async);
  g_task_set_task_data (task, rendering, (GDestroyNotify) rendering_free);
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno),
                               _("The folder “%s” could not be made: %s"), folder, g_strerror (errno));
      g_object_unref (task);
      return;
    }
  use_house_font (GTK_WIDGET (window));
  gtk_window_present (GTK_WINDOW (window));
  /* The frame that a bare X server makes GTK draw is no part of the pages. */
  gtk_widget_remove_css_class (GTK_WIDGET (window), "solid-csd");
  if (file != NULL)
    {
      caseness_session_open_async (caseness_window_get_session (window), file, NULL, opened_cb, task);
      return;
    }
  take_next (task);
  g_object_unref (task);
}

gboolean
caseness_render_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, caseness_render_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
