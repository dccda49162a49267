/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-date-button.h"

#include <glib/gi18n-lib.h>

struct _CasenessDateButton
{
  GtkWidget parent_instance;
  GtkMenuButton *button;
  GtkLabel *caption_label;
  GtkLabel *date_label;
  GtkEntry *entry;
  GtkCalendar *calendar;
  CasenessDate date;
  gboolean is_showing; /* the calendar is being set, not used */
};

G_DEFINE_FINAL_TYPE (CasenessDateButton, caseness_date_button, GTK_TYPE_WIDGET)

enum
{
  PROP_DATE = 1,
  PROP_CAPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
name_for_accessibility (CasenessDateButton *self, const char *words)
{
  g_autofree char *name = g_strdup_printf ("%s %s", gtk_label_get_text (self->caption_label), words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, g_strstrip (name), -1);
}

static void
show_in_calendar (CasenessDateButton *self)
{
  g_autoptr(GDateTime) day = NULL;
  int year, month, mday;

  caseness_date_split (self->date, &year, &month, &mday);
  day = g_date_time_new_local (year, month, mday, 12, 0, 0);
  if (day == NULL)
    return;
  self->is_showing = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->is_showing = FALSE;
}

static void
show_date (CasenessDateButton *self)
{
  g_autofree char *words = NULL;
  char iso[11];

  if (self->date == CASENESS_DATE_NONE)
    words = g_strdup (_("no day"));
  else
    words = caseness_date_format_long (self->date);
  gtk_label_set_text (self->date_label, words);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), caseness_date_write_iso (self->date, iso));
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  name_for_accessibility (self, words);
  if (self->date != CASENESS_DATE_NONE)
    show_in_calendar (self);
}

static void
day_selected_cb (CasenessDateButton *self)
{
  g_autoptr(GDateTime) day = NULL;

  if (self->is_showing)
    return;
  day = gtk_calendar_get_date (self->calendar);
  caseness_date_button_set_date (self, caseness_date_new (g_date_time_get_year (day), g_date_time_get_month (day),
                                                          g_date_time_get_day_of_month (day)));
}

static void
entry_activate_cb (CasenessDateButton *self)
{
  CasenessDate date = caseness_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               date == CASENESS_DATE_NONE ? GTK_ACCESSIBLE_INVALID_TRUE
                                                          : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (date == CASENESS_DATE_NONE)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return;
    }
  caseness_date_button_set_date (self, date);
  gtk_menu_button_popdown (self->button);
}

static void
step_cb (GtkWidget *widget, const char *action_name, GVariant *days)
{
  CasenessDateButton *self = CASENESS_DATE_BUTTON (widget);

  if (self->date != CASENESS_DATE_NONE)
    caseness_date_button_set_date (self, self->date + g_variant_get_int32 (days));
}

static gboolean
caseness_date_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CASENESS_DATE_BUTTON (widget)->button));
}

static void
caseness_date_button_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CasenessDateButton *self = CASENESS_DATE_BUTTON (object);

  switch (property_id)
    {
    case PROP_DATE:
      g_value_set_int (value, self->date);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, caseness_date_button_get_caption (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
caseness_date_button_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  CasenessDateButton *self = CASENESS_DATE_BUTTON (object);

  switch (property_id)
    {
    case PROP_DATE:
      caseness_date_button_set_date (self, g_value_get_int (value));
      break;
    case PROP_CAPTION:
      caseness_date_button_set_caption (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
caseness_date_button_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (caseness_date_button_parent_class)->dispose (object);
}

static void
caseness_date_button_class_init (CasenessDateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = caseness_date_button_get_property;
  object_class->set_property = caseness_date_button_set_property;
  object_class->dispose = caseness_date_button_dispose;
  widget_class->grab_focus = caseness_date_button_grab_focus;

  properties[PROP_DATE] = g_param_spec_int ("date", NULL, NULL, G_MININT, G_MAXINT, CASENESS_DATE_NONE,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, "",
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "date.step", "i", step_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, CasenessDateButton, caption_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessDateButton, date_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessDateButton, entry);
  gtk_widget_class_bind_template_child (widget_class, CasenessDateButton, calendar);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
}

static void
caseness_date_button_init (CasenessDateButton *self)
{
  self->date = CASENESS_DATE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  show_date (self);
}

GtkWidget *
caseness_date_button_new (void)
{
  return g_object_new (CASENESS_TYPE_DATE_BUTTON, NULL);
}

CasenessDate
caseness_date_button_get_date (CasenessDateButton *self)
{
  g_return_val_if_fail (CASENESS_IS_DATE_BUTTON (self), CASENESS_DATE_NONE);
  return self->date;
}

void
caseness_date_button_set_date (CasenessDateButton *self, CasenessDate date)
{
  g_return_if_fail (CASENESS_IS_DATE_BUTTON (self));

  if (self->date == date)
    return;
  self->date = date;
  show_date (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

const char *
caseness_date_button_get_caption (CasenessDateButton *self)
{
  g_return_val_if_fail (CASENESS_IS_DATE_BUTTON (self), NULL);
  return gtk_label_get_text (self->caption_label);
}

void
caseness_date_button_set_caption (CasenessDateButton *self, const char *caption)
{
  g_return_if_fail (CASENESS_IS_DATE_BUTTON (self));

  if (g_strcmp0 (gtk_label_get_text (self->caption_label), caption) == 0)
    return;
  gtk_label_set_text (self->caption_label, caption != NULL ? caption : "");
  name_for_accessibility (self, gtk_label_get_text (self->date_label));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTION]);
}

void
caseness_date_button_popup (CasenessDateButton *self)
{
  g_return_if_fail (CASENESS_IS_DATE_BUTTON (self));
  gtk_menu_button_popup (self->button);
}
