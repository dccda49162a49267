/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-answer-page.h"

typedef struct
{
  CasenessPageFrame *frame;   /* a child of the page */
  CasenessAnswerModel *model; /* owned, nullable until started */
  GSignalGroup *session_signals;
  gboolean is_showing;        /* the controls are being set, not used */
  gboolean is_behind;         /* something changed while another page was shown */
  int view;
} CasenessAnswerPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CasenessAnswerPage, caseness_answer_page, CASENESS_TYPE_PAGE)

enum
{
  PROP_VIEW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static CasenessAnswerPagePrivate *
get_private (CasenessAnswerPage *self)
{
  return caseness_answer_page_get_instance_private (self);
}

static CasenessSession *
get_session (CasenessAnswerPage *self)
{
  return caseness_page_get_session (CASENESS_PAGE (self));
}

/* What the answer was made from: it may be older than what is open by now, but is never older than what is shown. */
static void
show_state (CasenessAnswerPage *self)
{
  CasenessAnswerPagePrivate *priv = get_private (self);
  CasenessSession *session = get_session (self);
  gpointer answer = caseness_answer_page_get_answer (self);
  gboolean is_awaited = caseness_answer_model_get_loading (priv->model)
                        || (session != NULL && caseness_session_get_busy (session));
  CasenessSnapshot *snapshot = session != NULL ? caseness_session_get_snapshot (session) : NULL;
  CasenessPageStatus status = { 0 };

  if (answer == NULL || snapshot == NULL)
    caseness_page_frame_show_no_answer (priv->frame, is_awaited);
  else if (!CASENESS_ANSWER_PAGE_GET_CLASS (self)->describe_empty (self, answer, &status))
    caseness_page_frame_show_content (priv->frame, snapshot);
  else if (is_awaited)
    caseness_page_frame_show_no_answer (priv->frame, TRUE);
  else
    caseness_page_frame_show_empty (priv->frame, &status);
}

static void
session_changed_cb (CasenessAnswerPage *self)
{
  CasenessAnswerPagePrivate *priv = get_private (self);

  caseness_page_frame_set_session (priv->frame, get_session (self));
  g_signal_group_set_target (priv->session_signals, get_session (self));
  caseness_answer_page_ask (self);
  show_state (self);
}

static void
clear_filter_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CASENESS_ANSWER_PAGE_GET_CLASS (widget)->clear_filter (CASENESS_ANSWER_PAGE (widget));
}

static void
caseness_answer_page_clear_filter (CasenessAnswerPage *self)
{
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();

  if (get_session (self) != NULL)
    caseness_session_set_filter (get_session (self), everybody);
}

static void
caseness_answer_page_real_set_view (CasenessAnswerPage *self, int view)
{
  get_private (self)->view = view;
  if (get_private (self)->model != NULL)
    caseness_answer_page_show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
caseness_answer_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_VIEW)
    g_value_set_int (value, caseness_answer_page_get_view (CASENESS_ANSWER_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
caseness_answer_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_VIEW)
    caseness_answer_page_set_view (CASENESS_ANSWER_PAGE (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

/* What changed while another page was shown is asked now. */
static void
caseness_answer_page_show_widget (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (caseness_answer_page_parent_class)->show (widget);
  if (get_private (CASENESS_ANSWER_PAGE (widget))->is_behind)
    caseness_answer_page_ask (CASENESS_ANSWER_PAGE (widget));
}

static void
caseness_answer_page_dispose (GObject *object)
{
  CasenessAnswerPagePrivate *priv = get_private (CASENESS_ANSWER_PAGE (object));

  g_clear_object (&priv->session_signals);
  g_clear_object (&priv->model);
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (caseness_answer_page_parent_class)->dispose (object);
}

static void
caseness_answer_page_class_init (CasenessAnswerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = caseness_answer_page_dispose;
  object_class->get_property = caseness_answer_page_get_property;
  object_class->set_property = caseness_answer_page_set_property;
  GTK_WIDGET_CLASS (klass)->show = caseness_answer_page_show_widget;
  klass->clear_filter = caseness_answer_page_clear_filter;
  klass->set_view = caseness_answer_page_real_set_view;
  klass->n_views = 1;
  properties[PROP_VIEW] = g_param_spec_int ("view", NULL, NULL, 0, G_MAXINT, 0,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.clear-filter", NULL, clear_filter_cb);
}

/* Until the page is started its controls are being filled. */
static void
caseness_answer_page_init (CasenessAnswerPage *self)
{
  g_type_ensure (CASENESS_TYPE_PAGE_FRAME);
  get_private (self)->is_showing = TRUE;
}

static void
watch_session (CasenessAnswerPage *self)
{
  static const char *const asking[] = { "notify::snapshot", "notify::filter", "notify::period", "notify::as-at" };
  CasenessAnswerPagePrivate *priv = get_private (self);
  gsize i;

  priv->session_signals = g_signal_group_new (CASENESS_TYPE_SESSION);
  for (i = 0; i < G_N_ELEMENTS (asking); i++)
    g_signal_group_connect_swapped (priv->session_signals, asking[i], G_CALLBACK (caseness_answer_page_ask), self);
  if (CASENESS_ANSWER_PAGE_GET_CLASS (self)->asks_of_journal)
    g_signal_group_connect_swapped (priv->session_signals, "notify::journal", G_CALLBACK (caseness_answer_page_ask),
                                    self);
  g_signal_group_connect_swapped (priv->session_signals, "notify::meeting-mode",
                                  G_CALLBACK (caseness_answer_page_show), self);
  g_signal_group_connect_swapped (priv->session_signals, "notify::busy", G_CALLBACK (show_state), self);
}

void
caseness_answer_page_start (CasenessAnswerPage *self, CasenessPageFrame *frame, CasenessAnswerModel *model)
{
  CasenessAnswerPagePrivate *priv;

  g_return_if_fail (CASENESS_IS_ANSWER_PAGE (self));
  g_return_if_fail (CASENESS_IS_PAGE_FRAME (frame));
  g_return_if_fail (CASENESS_IS_ANSWER_MODEL (model));

  priv = get_private (self);
  priv->frame = frame;
  priv->model = model;
  priv->is_showing = FALSE;
  watch_session (self);
  g_signal_connect_object (model, "answered", G_CALLBACK (caseness_answer_page_show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::loading", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::session", G_CALLBACK (session_changed_cb), NULL);
  caseness_answer_page_show (self);
}

void
caseness_answer_page_class_install_views (CasenessAnswerPageClass *klass, int n_views)
{
  g_return_if_fail (CASENESS_IS_ANSWER_PAGE_CLASS (klass) && n_views > 0);

  klass->n_views = n_views;
  gtk_widget_class_install_property_action (GTK_WIDGET_CLASS (klass), "page.view", "view");
}

int
caseness_answer_page_get_view (CasenessAnswerPage *self)
{
  g_return_val_if_fail (CASENESS_IS_ANSWER_PAGE (self), 0);
  return get_private (self)->view;
}

void
caseness_answer_page_set_view (CasenessAnswerPage *self, int view)
{
  g_return_if_fail (CASENESS_IS_ANSWER_PAGE (self));
  g_return_if_fail (view >= 0 && view < CASENESS_ANSWER_PAGE_GET_CLASS (self)->n_views);

  if (get_private (self)->view != view)
    CASENESS_ANSWER_PAGE_GET_CLASS (self)->set_view (self, view);
}

void
caseness_answer_page_ask (CasenessAnswerPage *self)
{
  CasenessAnswerPagePrivate *priv;
  CasenessSession *session;
  CasenessSnapshot *snapshot;
  gpointer query = NULL;

  g_return_if_fail (CASENESS_IS_ANSWER_PAGE (self));

  priv = get_private (self);
  if (priv->is_showing || priv->model == NULL)
    return;
  session = get_session (self);
  snapshot = session != NULL ? caseness_session_get_snapshot (session) : NULL;
  priv->is_behind = snapshot != NULL && !gtk_widget_get_visible (GTK_WIDGET (self));
  if (priv->is_behind)
    return;
  if (snapshot != NULL && caseness_snapshot_get_latest_period_end (snapshot) != CASENESS_DATE_NONE)
    query = CASENESS_ANSWER_PAGE_GET_CLASS (self)->make_query (self, session, snapshot);
  caseness_answer_model_ask (priv->model, query);
}

void
caseness_answer_page_show (CasenessAnswerPage *self)
{
  CasenessAnswerPagePrivate *priv;

  g_return_if_fail (CASENESS_IS_ANSWER_PAGE (self));

  priv = get_private (self);
  priv->is_showing = TRUE;
  CASENESS_ANSWER_PAGE_GET_CLASS (self)->show (self, caseness_answer_model_get_answer (priv->model));
  priv->is_showing = FALSE;
  show_state (self);
}

gboolean
caseness_answer_page_is_showing (CasenessAnswerPage *self)
{
  g_return_val_if_fail (CASENESS_IS_ANSWER_PAGE (self), FALSE);
  return get_private (self)->is_showing;
}

gpointer
caseness_answer_page_get_answer (CasenessAnswerPage *self)
{
  CasenessAnswerPagePrivate *priv;

  g_return_val_if_fail (CASENESS_IS_ANSWER_PAGE (self), NULL);

  priv = get_private (self);
  return priv->model != NULL ? caseness_answer_model_get_answer (priv->model) : NULL;
}

gboolean
caseness_answer_page_hides_names (CasenessAnswerPage *self)
{
  g_return_val_if_fail (CASENESS_IS_ANSWER_PAGE (self), FALSE);
  return get_session (self) != NULL && caseness_session_get_meeting_mode (get_session (self));
}
