/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-settings.h"

struct _CasenessSettings
{
  GObject parent_instance;
  GSettings *stored; /* owned, nullable: NULL where the schema is not installed */
  char *appearance;
  gboolean meeting_mode_on_second_display;
  gboolean show_sidebar;
  int window_width;
  int window_height;
  gboolean window_maximized;
};

enum
{
  PROP_APPEARANCE = 1,
  PROP_MEETING_MODE_ON_SECOND_DISPLAY,
  PROP_SHOW_SIDEBAR,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CasenessSettings, caseness_settings, G_TYPE_OBJECT)

static const char *const appearances[] = {
  [CASENESS_APPEARANCE_SYSTEM] = "system",
  [CASENESS_APPEARANCE_LIGHT] = "light",
  [CASENESS_APPEARANCE_DARK] = "dark",
};

static void
bind_stored (CasenessSettings *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, CASENESS_APPLICATION_ID, TRUE);
  if (schema == NULL)
    return;
  self->stored = g_settings_new_full (schema, NULL, NULL);
  for (guint i = 1; i < N_PROPS; i++)
    g_settings_bind (self->stored, properties[i]->name, self, properties[i]->name, G_SETTINGS_BIND_DEFAULT);
}

static void
caseness_settings_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CasenessSettings *self = CASENESS_SETTINGS (object);

  switch (id)
    {
    case PROP_APPEARANCE:
      g_value_set_string (value, self->appearance);
      break;
    case PROP_MEETING_MODE_ON_SECOND_DISPLAY:
      g_value_set_boolean (value, self->meeting_mode_on_second_display);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->show_sidebar);
      break;
    case PROP_WINDOW_WIDTH:
      g_value_set_int (value, self->window_width);
      break;
    case PROP_WINDOW_HEIGHT:
      g_value_set_int (value, self->window_height);
      break;
    case PROP_WINDOW_MAXIMIZED:
      g_value_set_boolean (value, self->window_maximized);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_boolean (CasenessSettings *self, gboolean *field, const GValue *value, GParamSpec *pspec)
{
  if (*field == g_value_get_boolean (value))
    return;
  *field = g_value_get_boolean (value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_int (CasenessSettings *self, int *field, const GValue *value, GParamSpec *pspec)
{
  if (*field == g_value_get_int (value))
    return;
  *field = g_value_get_int (value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_appearance_word (CasenessSettings *self, const char *word)
{
  if (word == NULL || g_strcmp0 (self->appearance, word) == 0)
    return;
  g_free (self->appearance);
  self->appearance = g_strdup (word);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPEARANCE]);
}

static void
caseness_settings_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CasenessSettings *self = CASENESS_SETTINGS (object);

  switch (id)
    {
    case PROP_APPEARANCE:
      set_appearance_word (self, g_value_get_string (value));
      break;
    case PROP_MEETING_MODE_ON_SECOND_DISPLAY:
      set_boolean (self, &self->meeting_mode_on_second_display, value, pspec);
      break;
    case PROP_SHOW_SIDEBAR:
      set_boolean (self, &self->show_sidebar, value, pspec);
      break;
    case PROP_WINDOW_WIDTH:
      set_int (self, &self->window_width, value, pspec);
      break;
    case PROP_WINDOW_HEIGHT:
      set_int (self, &self->window_height, value, pspec);
      break;
    case PROP_WINDOW_MAXIMIZED:
      set_boolean (self, &self->window_maximized, value, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
caseness_settings_dispose (GObject *object)
{
  CasenessSettings *self = CASENESS_SETTINGS (object);

  g_clear_object (&self->stored);
  G_OBJECT_CLASS (caseness_settings_parent_class)->dispose (object);
}

static void
caseness_settings_finalize (GObject *object)
{
  CasenessSettings *self = CASENESS_SETTINGS (object);

  g_free (self->appearance);
  G_OBJECT_CLASS (caseness_settings_parent_class)->finalize (object);
}

static void
caseness_settings_class_init (CasenessSettingsClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = caseness_settings_get_property;
  object_class->set_property = caseness_settings_set_property;
  object_class->dispose = caseness_settings_dispose;
  object_class->finalize = caseness_settings_finalize;

  properties[PROP_APPEARANCE] = g_param_spec_string ("appearance", NULL, NULL, "system", flags);
  properties[PROP_MEETING_MODE_ON_SECOND_DISPLAY]
      = g_param_spec_boolean ("meeting-mode-on-second-display", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  properties[PROP_WINDOW_WIDTH] = g_param_spec_int ("window-width", NULL, NULL, 1, G_MAXINT, 1280, flags);
  properties[PROP_WINDOW_HEIGHT] = g_param_spec_int ("window-height", NULL, NULL, 1, G_MAXINT, 800, flags);
  properties[PROP_WINDOW_MAXIMIZED] = g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
caseness_settings_init (CasenessSettings *self)
{
  self->appearance = g_strdup ("system");
  self->meeting_mode_on_second_display = TRUE;
  self->show_sidebar = TRUE;
  self->window_width = 1280;
  self->window_height = 800;
  bind_stored (self);
}

CasenessSettings *
caseness_settings_new (void)
{
  return g_object_new (CASENESS_TYPE_SETTINGS, NULL);
}

CasenessAppearance
caseness_settings_get_appearance (CasenessSettings *self)
{
  g_return_val_if_fail (CASENESS_IS_SETTINGS (self), CASENESS_APPEARANCE_SYSTEM);

  for (guint i = 0; i < G_N_ELEMENTS (appearances); i++)
    {
      if (g_str_equal (self->appearance, appearances[i]))
        return i;
    }
  return CASENESS_APPEARANCE_SYSTEM;
}

void
caseness_settings_set_appearance (CasenessSettings *self, CasenessAppearance appearance)
{
  g_return_if_fail (CASENESS_IS_SETTINGS (self));
  g_return_if_fail (appearance < G_N_ELEMENTS (appearances));

  set_appearance_word (self, appearances[appearance]);
}
