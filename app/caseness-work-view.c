/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-work-view.h"

struct _CasenessWorkView
{
  AdwBin parent_instance;
  GtkLabel *status;
  GtkProgressBar *progress;
  GtkWidget *cancel;
  GtkLabel *hint;
};

enum
{
  PROP_CANCEL_ACTION = 1,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CasenessWorkView, caseness_work_view, ADW_TYPE_BIN)

static void
caseness_work_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CasenessWorkView *self = CASENESS_WORK_VIEW (object);

  switch (id)
    {
    case PROP_CANCEL_ACTION:
      g_value_set_string (value, gtk_actionable_get_action_name (GTK_ACTIONABLE (self->cancel)));
      break;
    case PROP_HINT:
      g_value_set_string (value, gtk_label_get_text (self->hint));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_hint (CasenessWorkView *self, const char *hint)
{
  if (g_strcmp0 (gtk_label_get_text (self->hint), hint) == 0)
    return;
  gtk_label_set_text (self->hint, hint);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT]);
}

static void
caseness_work_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CasenessWorkView *self = CASENESS_WORK_VIEW (object);

  switch (id)
    {
    case PROP_CANCEL_ACTION:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel), g_value_get_string (value));
      break;
    case PROP_HINT:
      set_hint (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
caseness_work_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CASENESS_TYPE_WORK_VIEW);
  G_OBJECT_CLASS (caseness_work_view_parent_class)->dispose (object);
}

static void
caseness_work_view_class_init (CasenessWorkViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = caseness_work_view_get_property;
  object_class->set_property = caseness_work_view_set_property;
  object_class->dispose = caseness_work_view_dispose;
  properties[PROP_CANCEL_ACTION] = g_param_spec_string ("cancel-action", NULL, NULL, NULL, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/caseness/Caseness/ui/caseness-work-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessWorkView, status);
  gtk_widget_class_bind_template_child (widget_class, CasenessWorkView, progress);
  gtk_widget_class_bind_template_child (widget_class, CasenessWorkView, cancel);
  gtk_widget_class_bind_template_child (widget_class, CasenessWorkView, hint);
}

static void
caseness_work_view_init (CasenessWorkView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
caseness_work_view_set_session (CasenessWorkView *self, CasenessSession *session)
{
  g_return_if_fail (CASENESS_IS_WORK_VIEW (self));
  g_return_if_fail (CASENESS_IS_SESSION (session));

  g_object_bind_property (session, "status", self->status, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (session, "progress", self->progress, "fraction", G_BINDING_SYNC_CREATE);
}
