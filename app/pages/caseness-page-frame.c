/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-page-frame.h"

#include "caseness-chart-view.h"
#include "caseness-filter-offer.h"
#include "caseness-saved-filters.h"

#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _CasenessPageFrame
{
  AdwBin parent_instance;
  GtkWidget *filter_row;
  CasenessFilterBar *filter_bar;
  CasenessSavedFilters *saved_filters;
  AdwBin *controls_place;
  AdwBin *head_place;
  GtkStack *stack;
  AdwStatusPage *status;
  GtkWidget *clear_button;
  GtkLabel *loading_label;
  AdwBin *content_place;
  GtkLabel *sources_label;

  CasenessSession *session; /* owned, nullable */
  GSignalGroup *session_signals;
  char *unopened_words;
  char *unloaded_words;
};

G_DEFINE_FINAL_TYPE (CasenessPageFrame, caseness_page_frame, ADW_TYPE_BIN)

enum
{
  PROP_CONTENT = 1,
  PROP_CONTROLS,
  PROP_HEAD,
  PROP_LOADING_WORDS,
  PROP_UNOPENED_WORDS,
  PROP_UNLOADED_WORDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
filter_changed_cb (CasenessPageFrame *self, int dimension, const char *const *values)
{
  g_autoptr(CasenessFilter) filter = NULL;
  guint i;

  if (self->session == NULL)
    return;
  filter = caseness_filter_without (caseness_session_get_filter (self->session), (CasenessDimension) dimension, NULL);
  for (i = 0; values[i] != NULL; i++)
    {
      CasenessFilter *wider = caseness_filter_with (filter, (CasenessDimension) dimension, values[i]);

      caseness_filter_unref (filter);
      filter = wider;
    }
  caseness_session_set_filter (self->session, filter);
}

static void
values_wanted_cb (CasenessPageFrame *self, int dimension)
{
  if (self->session != NULL)
    caseness_filter_offer_values (self->filter_bar, self->session, dimension);
}

static void
show_filter (CasenessPageFrame *self)
{
  if (self->session != NULL)
    caseness_filter_offer_show (self->filter_bar, self->session);
}

/* Another file has other values, and so has meeting mode. */
static void
renew_filter (CasenessPageFrame *self)
{
  caseness_filter_offer_names (self->filter_bar);
  show_filter (self);
}

/* The place of a child property, NULL for the others. */
static AdwBin *
find_place (CasenessPageFrame *self, guint property_id)
{
  switch (property_id)
    {
    case PROP_CONTENT:
      return self->content_place;
    case PROP_CONTROLS:
      return self->controls_place;
    case PROP_HEAD:
      return self->head_place;
    default:
      return NULL;
    }
}

static void
caseness_page_frame_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CasenessPageFrame *self = CASENESS_PAGE_FRAME (object);

  if (find_place (self, property_id) != NULL)
    g_value_set_object (value, adw_bin_get_child (find_place (self, property_id)));
  else if (property_id == PROP_LOADING_WORDS)
    g_value_set_string (value, gtk_label_get_text (self->loading_label));
  else if (property_id == PROP_UNOPENED_WORDS)
    g_value_set_string (value, self->unopened_words);
  else if (property_id == PROP_UNLOADED_WORDS)
    g_value_set_string (value, self->unloaded_words);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
caseness_page_frame_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  CasenessPageFrame *self = CASENESS_PAGE_FRAME (object);
  char **words = property_id == PROP_UNOPENED_WORDS ? &self->unopened_words : &self->unloaded_words;

  if (find_place (self, property_id) != NULL)
    adw_bin_set_child (find_place (self, property_id), g_value_get_object (value));
  else if (property_id == PROP_LOADING_WORDS)
    gtk_label_set_text (self->loading_label, g_value_get_string (value));
  else if (property_id == PROP_UNOPENED_WORDS || property_id == PROP_UNLOADED_WORDS)
    {
      g_free (*words);
      *words = g_value_dup_string (value);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
caseness_page_frame_dispose (GObject *object)
{
  CasenessPageFrame *self = CASENESS_PAGE_FRAME (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (caseness_page_frame_parent_class)->dispose (object);
}

static void
caseness_page_frame_finalize (GObject *object)
{
  CasenessPageFrame *self = CASENESS_PAGE_FRAME (object);

  g_free (self->unopened_words);
  g_free (self->unloaded_words);
  G_OBJECT_CLASS (caseness_page_frame_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTROLS] = g_param_spec_object ("controls", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_HEAD] = g_param_spec_object ("head", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_LOADING_WORDS] = g_param_spec_string ("loading-words", NULL, NULL, NULL, flags);
  properties[PROP_UNOPENED_WORDS] = g_param_spec_string ("unopened-words", NULL, NULL, NULL, flags);
  properties[PROP_UNLOADED_WORDS] = g_param_spec_string ("unloaded-words", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
caseness_page_frame_class_init (CasenessPageFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CASENESS_TYPE_FILTER_BAR);
  g_type_ensure (CASENESS_TYPE_SAVED_FILTERS);
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);
  object_class->get_property = caseness_page_frame_get_property;
  object_class->set_property = caseness_page_frame_set_property;
  object_class->dispose = caseness_page_frame_dispose;
  object_class->finalize = caseness_page_frame_finalize;
  install_properties (object_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-page-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessPageFrame, filter_row);
  gtk_widget_class_bind_template_child (widget_class, CasenessPageFrame, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, CasenessPageFrame, saved_filters);
  gtk_widget_class_bind_template_child (widget_class, CasenessPageFrame, controls_place);
  gtk_widget_class_bind_template_child (widget_class, CasenessPageFrame, head_place);
  gtk_widget_class_bind_template_child (widget_class, CasenessPageFrame, stack);
  gtk_widget_class_bind_template_child (widget_class, CasenessPageFrame, status);
  gtk_widget_class_bind_template_child (widget_class, CasenessPageFrame, clear_button);
  gtk_widget_class_bind_template_child (widget_class, CasenessPageFrame, loading_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessPageFrame, content_place);
  gtk_widget_class_bind_template_child (widget_class, CasenessPageFrame, sources_label);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, values_wanted_cb);
}

static void
caseness_page_frame_init (CasenessPageFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  caseness_filter_offer_names (self->filter_bar);
  self->session_signals = g_signal_group_new (CASENESS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::filter", G_CALLBACK (show_filter), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::snapshot", G_CALLBACK (renew_filter), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::meeting-mode", G_CALLBACK (renew_filter), self);
}

void
caseness_page_frame_set_session (CasenessPageFrame *self, CasenessSession *session)
{
  g_return_if_fail (CASENESS_IS_PAGE_FRAME (self));
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  caseness_saved_filters_set_session (self->saved_filters, session);
  renew_filter (self);
}

CasenessFilterBar *
caseness_page_frame_get_filter_bar (CasenessPageFrame *self)
{
  g_return_val_if_fail (CASENESS_IS_PAGE_FRAME (self), NULL);
  return self->filter_bar;
}

/* The filter and what goes with it, which mean nothing before there is an answer. */
static void
show_controls (CasenessPageFrame *self, gboolean is_answered)
{
  gtk_widget_set_visible (self->filter_row, is_answered);
  gtk_widget_set_visible (GTK_WIDGET (self->head_place), is_answered && adw_bin_get_child (self->head_place) != NULL);
}

/* A chart that is copied or saved takes along whose it is and where its numbers come from. */
static void
tell_charts (GtkWidget *widget, const char *sources)
{
  GtkWidget *child;

  if (CASENESS_IS_CHART_VIEW (widget))
    caseness_chart_view_set_source (CASENESS_CHART_VIEW (widget), sources);
  else
    for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      tell_charts (child, sources);
}

void
caseness_page_frame_show_content (CasenessPageFrame *self, CasenessSnapshot *snapshot)
{
  g_autofree char *sources = NULL;
  g_autofree char *whose = NULL;

  g_return_if_fail (CASENESS_IS_PAGE_FRAME (self));
  g_return_if_fail (snapshot != NULL);

  /* Translators: %s tells submissions and lists */
  sources = g_strdup_printf (_("Sources: %s. Counts exact. Local management information, not official statistics."),
                             caseness_snapshot_describe_sources (snapshot));
  gtk_label_set_text (self->sources_label, sources);
  whose = g_strdup_printf ("%s. %s", caseness_snapshot_get_service_name (snapshot), sources);
  tell_charts (GTK_WIDGET (self->content_place), whose);
  show_controls (self, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "ready");
}

static void
show_status (CasenessPageFrame *self, const CasenessPageStatus *status)
{
  adw_status_page_set_icon_name (self->status, status->icon_name);
  adw_status_page_set_title (self->status, status->title);
  adw_status_page_set_description (self->status, status->description);
  gtk_widget_set_visible (self->clear_button, status->is_narrowed);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

void
caseness_page_frame_show_empty (CasenessPageFrame *self, const CasenessPageStatus *status)
{
  CasenessPageStatus shown;

  g_return_if_fail (CASENESS_IS_PAGE_FRAME (self));
  g_return_if_fail (status != NULL);

  shown = *status;
  if (self->session != NULL && !caseness_filter_is_empty (caseness_session_get_filter (self->session)))
    shown.is_narrowed = TRUE;
  show_controls (self, TRUE);
  show_status (self, &shown);
}

void
caseness_page_frame_show_no_answer (CasenessPageFrame *self, gboolean is_awaited)
{
  const CasenessPageStatus unopened = { "document-open-symbolic", _("Nothing Is Open"), self->unopened_words, FALSE };
  const CasenessPageStatus unread = { "dialog-error-symbolic", _("The File Could Not Be Read"),
                                      _("Open it again, or open another service file."), FALSE };
  const CasenessPageStatus unloaded
      = { "folder-download-symbolic", _("No Month Is Loaded"), self->unloaded_words, FALSE };

  g_return_if_fail (CASENESS_IS_PAGE_FRAME (self));

  show_controls (self, FALSE);
  if (is_awaited)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  else if (self->session == NULL || caseness_session_get_file (self->session) == NULL)
    show_status (self, &unopened);
  else if (caseness_session_get_snapshot (self->session) == NULL)
    show_status (self, &unread);
  else
    show_status (self, &unloaded);
}
