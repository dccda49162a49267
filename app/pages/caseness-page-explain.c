/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-page-explain.h"

#include "caseness-people-window.h"

/* Shown: a popover and where the keyboard was. */
typedef struct
{
  CasenessPage *page;
  GtkWidget *popover;
  GtkWidget *focus; /* weak, nullable */
} Shown;

static void
shown_free (gpointer data, GClosure *closure)
{
  Shown *shown = data;

  g_clear_weak_pointer (&shown->focus);
  g_free (shown);
}

/* A popover that is closed in its own handler must outlive it. */
static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover, gpointer data)
{
  Shown *shown = data;

  if (shown->focus != NULL && gtk_widget_get_mapped (shown->focus))
    gtk_widget_grab_focus (shown->focus);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/* A page that is not seen explains nothing, and one that goes takes its popover along. */
static void
page_unmapped_cb (GtkWidget *popover)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
page_destroyed_cb (GtkWidget *popover)
{
  unparent_cb (popover);
}

static void
show_people_cb (CasenessExplainPopover *popover, gpointer data)
{
  Shown *shown = data;
  CasenessExplanation *explanation = caseness_explain_popover_get_explanation (popover);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (shown->page));
  GtkWindow *window;

  if (explanation == NULL)
    return;
  window = caseness_people_window_new (caseness_page_get_session (shown->page), explanation->people,
                                       &explanation->figure);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (window, GTK_WINDOW (root));
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_window_present (window);
}

static void
message_cb (CasenessPage *page, const char *message)
{
  caseness_page_toast (page, message);
}

/* What is scrolled away is pointed at where the page ends: GTK knows of no place off the screen. */
static GdkRectangle
find_place (CasenessPage *page, GtkWidget *beside, const GdkRectangle *rectangle)
{
  GdkRectangle all = { 0, 0, gtk_widget_get_width (beside), gtk_widget_get_height (beside) };
  GdkRectangle part = rectangle != NULL ? *rectangle : all;
  double x = part.x, y = part.y;

  if (beside != GTK_WIDGET (page))
    gtk_widget_translate_coordinates (beside, GTK_WIDGET (page), part.x, part.y, &x, &y);
  x = CLAMP (x, 0, MAX (gtk_widget_get_width (GTK_WIDGET (page)) - part.width, 0));
  y = CLAMP (y, 0, MAX (gtk_widget_get_height (GTK_WIDGET (page)) - part.height, 0));
  return (GdkRectangle){ (int) x, (int) y, MAX (part.width, 1), MAX (part.height, 1) };
}

static GtkWidget *
find_focus (CasenessPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static void
watch (Shown *shown)
{
  g_signal_connect_data (shown->popover, "closed", G_CALLBACK (closed_cb), shown, shown_free, 0);
  g_signal_connect (shown->popover, "show-people", G_CALLBACK (show_people_cb), shown);
  g_signal_connect_object (shown->popover, "message", G_CALLBACK (message_cb), shown->page, G_CONNECT_SWAPPED);
  g_signal_connect_object (shown->page, "unmap", G_CALLBACK (page_unmapped_cb), shown->popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (shown->page, "destroy", G_CALLBACK (page_destroyed_cb), shown->popover, G_CONNECT_SWAPPED);
}

CasenessExplainPopover *
caseness_page_explain (CasenessPage *page, GtkWidget *beside, const GdkRectangle *rectangle,
                       CasenessFigureAddress *address)
{
  GdkRectangle place;
  Shown *shown;

  g_return_val_if_fail (CASENESS_IS_PAGE (page) && GTK_IS_WIDGET (beside), NULL);
  if (address == NULL || caseness_page_get_session (page) == NULL)
    return NULL;
  place = find_place (page, beside, rectangle);
  shown = g_new0 (Shown, 1);
  shown->page = page;
  shown->popover = caseness_explain_popover_new (caseness_page_get_session (page), address);
  g_set_weak_pointer (&shown->focus, find_focus (page));
  gtk_widget_set_parent (shown->popover, GTK_WIDGET (page));
  gtk_popover_set_pointing_to (GTK_POPOVER (shown->popover), &place);
  watch (shown);
  gtk_popover_popup (GTK_POPOVER (shown->popover));
  return CASENESS_EXPLAIN_POPOVER (shown->popover);
}

CasenessExplainPopover *
caseness_page_explain_figure (CasenessPage *page, GtkWidget *beside, const GdkRectangle *rectangle,
                              const char *measure_id, const char *const *groups)
{
  CasenessSession *session;
  g_autoptr(CasenessFigureAddress) address = NULL;

  g_return_val_if_fail (CASENESS_IS_PAGE (page) && measure_id != NULL, NULL);
  session = caseness_page_get_session (page);
  if (session == NULL)
    return NULL;
  address = caseness_figure_address_new (measure_id, caseness_session_get_period (session), groups,
                                         caseness_session_get_filter (session));
  return caseness_page_explain (page, beside, rectangle, address);
}
