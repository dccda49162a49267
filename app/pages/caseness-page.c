/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-page.h"

#include "caseness-print-window.h"
#include "caseness-say.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CasenessSession *session; /* owned, nullable */
  char *title;
  char *icon_name;
  gboolean identifies;
} CasenessPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CasenessPage, caseness_page, ADW_TYPE_BIN)

enum
{
  PROP_SESSION = 1,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_IDENTIFIES,
  N_PROPS
};

enum
{
  TOAST,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static CasenessPagePrivate *
get_private (CasenessPage *self)
{
  return caseness_page_get_instance_private (self);
}

static void
set_text (CasenessPage *self, char **field, const char *text, guint property)
{
  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_session (CasenessPage *self, CasenessSession *session)
{
  if (g_set_object (&get_private (self)->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWindow *window = caseness_print_window_new (CASENESS_PAGE (widget));

  if (window != NULL)
    gtk_window_present (window);
}

static void
say_cb (GtkWidget *widget, const char *action_name, GVariant *message)
{
  caseness_page_toast (CASENESS_PAGE (widget), g_variant_get_string (message, NULL));
}

static void
caseness_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CasenessPage *self = CASENESS_PAGE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, get_private (self)->session);
      break;
    case PROP_TITLE:
      g_value_set_string (value, get_private (self)->title);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, get_private (self)->icon_name);
      break;
    case PROP_IDENTIFIES:
      g_value_set_boolean (value, caseness_page_get_identifies (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
caseness_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  CasenessPage *self = CASENESS_PAGE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      set_text (self, &get_private (self)->title, g_value_get_string (value), PROP_TITLE);
      break;
    case PROP_ICON_NAME:
      set_text (self, &get_private (self)->icon_name, g_value_get_string (value), PROP_ICON_NAME);
      break;
    case PROP_IDENTIFIES:
      caseness_page_set_identifies (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
caseness_page_dispose (GObject *object)
{
  g_clear_object (&get_private (CASENESS_PAGE (object))->session);
  G_OBJECT_CLASS (caseness_page_parent_class)->dispose (object);
}

static void
caseness_page_finalize (GObject *object)
{
  CasenessPagePrivate *priv = get_private (CASENESS_PAGE (object));

  g_free (priv->title);
  g_free (priv->icon_name);
  G_OBJECT_CLASS (caseness_page_parent_class)->finalize (object);
}

static void
caseness_page_class_init (CasenessPageClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = caseness_page_get_property;
  object_class->set_property = caseness_page_set_property;
  object_class->dispose = caseness_page_dispose;
  object_class->finalize = caseness_page_finalize;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, CASENESS_TYPE_SESSION, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_IDENTIFIES] = g_param_spec_boolean ("identifies", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[TOAST] = g_signal_new ("toast", CASENESS_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.print", NULL, print_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), CASENESS_SAY_ACTION, "s", say_cb);
}

static void
caseness_page_init (CasenessPage *self)
{
}

CasenessSession *
caseness_page_get_session (CasenessPage *self)
{
  g_return_val_if_fail (CASENESS_IS_PAGE (self), NULL);
  return get_private (self)->session;
}

const char *
caseness_page_get_title (CasenessPage *self)
{
  g_return_val_if_fail (CASENESS_IS_PAGE (self), NULL);
  return get_private (self)->title;
}

const char *
caseness_page_get_icon_name (CasenessPage *self)
{
  g_return_val_if_fail (CASENESS_IS_PAGE (self), NULL);
  return get_private (self)->icon_name;
}

CasenessReport *
caseness_page_make_report (CasenessPage *self)
{
  g_return_val_if_fail (CASENESS_IS_PAGE (self), NULL);

  if (CASENESS_PAGE_GET_CLASS (self)->make_report == NULL)
    return NULL;
  return CASENESS_PAGE_GET_CLASS (self)->make_report (self);
}

gboolean
caseness_page_get_identifies (CasenessPage *self)
{
  CasenessPagePrivate *priv;

  g_return_val_if_fail (CASENESS_IS_PAGE (self), FALSE);
  priv = get_private (self);
  return priv->identifies && priv->session != NULL && !caseness_session_get_meeting_mode (priv->session);
}

void
caseness_page_set_identifies (CasenessPage *self, gboolean identifies)
{
  g_return_if_fail (CASENESS_IS_PAGE (self));

  if (get_private (self)->identifies == !!identifies)
    return;
  get_private (self)->identifies = !!identifies;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IDENTIFIES]);
}

void
caseness_page_toast (CasenessPage *self, const char *message)
{
  g_return_if_fail (CASENESS_IS_PAGE (self));
  g_signal_emit (self, signals[TOAST], 0, message);
}

void
caseness_page_say_untold (CasenessPage *self)
{
  caseness_page_toast (self, _("Too few people to be told of outside the service"));
}
