/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-period-button.h"

#include "caseness-date-button.h"

#include <glib/gi18n-lib.h>

struct _CasenessPeriodButton
{
  AdwBin parent_instance;
  CasenessSession *session; /* owned, nullable */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkStack *kinds;
  GtkWidget *lists[CASENESS_PERIOD_CUSTOM]; /* one GtkListBox a kind, in the stack */
  CasenessDateButton *from;
  CasenessDateButton *to;
  GtkWidget *show;
};

G_DEFINE_FINAL_TYPE (CasenessPeriodButton, caseness_period_button, ADW_TYPE_BIN)

static const struct
{
  const char *name;
  const char *title;
} kind_pages[CASENESS_PERIOD_CUSTOM] = {
  [CASENESS_PERIOD_MONTH] = { "month", NC_ ("period", "Month") },
  [CASENESS_PERIOD_QUARTER] = { "quarter", NC_ ("period", "Quarter") },
  [CASENESS_PERIOD_FINANCIAL_YEAR] = { "financial-year", NC_ ("period", "Financial year") },
  [CASENESS_PERIOD_ROLLING_YEAR] = { "rolling-year", NC_ ("period", "12 months") },
};

static CasenessPeriod
get_loaded (CasenessPeriodButton *self)
{
  CasenessSnapshot *snapshot = self->session != NULL ? caseness_session_get_snapshot (self->session) : NULL;
  CasenessPeriod loaded = { CASENESS_DATE_NONE, CASENESS_DATE_NONE };

  if (snapshot != NULL)
    {
      loaded.start = caseness_snapshot_get_earliest_period_start (snapshot);
      loaded.end = caseness_snapshot_get_latest_period_end (snapshot);
    }
  return loaded;
}

static void
free_period_copy (gpointer period)
{
  g_free (period);
}

static GtkWidget *
make_choice (const CasenessPeriod *period, gboolean is_current)
{
  g_autofree char *words = caseness_period_format (period);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (check, is_current ? 1 : 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), "period", g_memdup2 (period, sizeof *period), free_period_copy);
  return row;
}

static void
empty_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static gboolean
fill_list (CasenessPeriodButton *self, CasenessPeriodKind kind, const CasenessPeriod *loaded)
{
  const CasenessPeriod *current = caseness_session_get_period (self->session);
  g_autoptr(GArray) choices = caseness_period_button_list_choices (kind, loaded);
  gboolean has_current = FALSE;

  empty_list (GTK_LIST_BOX (self->lists[kind]));
  for (guint i = 0; i < choices->len; i++)
    {
      const CasenessPeriod *period = &g_array_index (choices, CasenessPeriod, i);
      gboolean is_current = caseness_period_equal (period, current);

      gtk_list_box_append (GTK_LIST_BOX (self->lists[kind]), make_choice (period, is_current));
      has_current = has_current || is_current;
    }
  return has_current;
}

/* Opens on the kind that the present period is of. */
static void
fill_popover_cb (CasenessPeriodButton *self)
{
  CasenessPeriod loaded = get_loaded (self);
  const CasenessPeriod *current;
  const char *shown = "custom";

  if (loaded.start == CASENESS_DATE_NONE || loaded.end == CASENESS_DATE_NONE)
    return;
  current = caseness_session_get_period (self->session);
  for (int kind = CASENESS_PERIOD_CUSTOM - 1; kind >= 0; kind--)
    {
      if (fill_list (self, kind, &loaded))
        shown = kind_pages[kind].name;
    }
  caseness_date_button_set_date (self->from, MAX (current->start, loaded.start));
  caseness_date_button_set_date (self->to, MIN (current->end, loaded.end));
  gtk_stack_set_visible_child_name (self->kinds, shown);
}

static void
choose (CasenessPeriodButton *self, const CasenessPeriod *period)
{
  caseness_session_set_period (self->session, period);
  gtk_popover_popdown (self->popover);
}

static void
row_activated_cb (CasenessPeriodButton *self, GtkListBoxRow *row)
{
  choose (self, g_object_get_data (G_OBJECT (row), "period"));
}

static void
show_clicked_cb (CasenessPeriodButton *self)
{
  CasenessPeriod loaded = get_loaded (self);
  CasenessPeriod period = { caseness_date_button_get_date (self->from), caseness_date_button_get_date (self->to) };

  period.start = MAX (period.start, loaded.start);
  period.end = MIN (period.end, loaded.end);
  if (period.start <= period.end)
    choose (self, &period);
}

static void
judge_days_cb (CasenessPeriodButton *self)
{
  CasenessDate from = caseness_date_button_get_date (self->from);
  CasenessDate to = caseness_date_button_get_date (self->to);

  gtk_widget_set_sensitive (self->show, from != CASENESS_DATE_NONE && to != CASENESS_DATE_NONE && from <= to);
}

static void
show_period_cb (CasenessPeriodButton *self)
{
  g_autofree char *words = caseness_period_format (caseness_session_get_period (self->session));
  /* Translators: what a screen reader says of the period button; %s is a period such as “Apr–Jun 2025” */
  g_autofree char *name = g_strdup_printf (_("Period: %s"), words);

  gtk_label_set_text (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_list (CasenessPeriodButton *self, CasenessPeriodKind kind)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->lists[kind] = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->lists[kind]), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->lists[kind], "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lists[kind]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_dpgettext2 (NULL, "period", kind_pages[kind].title), -1);
  g_signal_connect_object (self->lists[kind], "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->lists[kind]);
  return scrolled;
}

static void
add_kinds (CasenessPeriodButton *self)
{
  GtkWidget *custom = gtk_widget_get_parent (GTK_WIDGET (self->from));

  for (guint kind = 0; kind < CASENESS_PERIOD_CUSTOM; kind++)
    gtk_stack_add_titled (self->kinds, make_list (self, kind), kind_pages[kind].name,
                          g_dpgettext2 (NULL, "period", kind_pages[kind].title));
  /* The two days come last in the switcher, and the template put them first. */
  g_object_ref (custom);
  gtk_stack_remove (self->kinds, custom);
  gtk_stack_add_titled (self->kinds, custom, "custom", C_ ("period", "Other"));
  g_object_unref (custom);
}

static void
caseness_period_button_dispose (GObject *object)
{
  CasenessPeriodButton *self = CASENESS_PERIOD_BUTTON (object);

  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CASENESS_TYPE_PERIOD_BUTTON);
  G_OBJECT_CLASS (caseness_period_button_parent_class)->dispose (object);
}

static void
caseness_period_button_class_init (CasenessPeriodButtonClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (CASENESS_TYPE_DATE_BUTTON);
  G_OBJECT_CLASS (class)->dispose = caseness_period_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-period-button.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessPeriodButton, button);
  gtk_widget_class_bind_template_child (widget_class, CasenessPeriodButton, label);
  gtk_widget_class_bind_template_child (widget_class, CasenessPeriodButton, popover);
  gtk_widget_class_bind_template_child (widget_class, CasenessPeriodButton, kinds);
  gtk_widget_class_bind_template_child (widget_class, CasenessPeriodButton, from);
  gtk_widget_class_bind_template_child (widget_class, CasenessPeriodButton, to);
  gtk_widget_class_bind_template_child (widget_class, CasenessPeriodButton, show);
  gtk_widget_class_bind_template_callback (widget_class, fill_popover_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, judge_days_cb);
}

static void
caseness_period_button_init (CasenessPeriodButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_kinds (self);
}

void
caseness_period_button_set_session (CasenessPeriodButton *self, CasenessSession *session)
{
  g_return_if_fail (CASENESS_IS_PERIOD_BUTTON (self));
  g_return_if_fail (CASENESS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::period", G_CALLBACK (show_period_cb), self, G_CONNECT_SWAPPED);
  show_period_cb (self);
}

void
caseness_period_button_popup (CasenessPeriodButton *self)
{
  g_return_if_fail (CASENESS_IS_PERIOD_BUTTON (self));

  gtk_menu_button_popup (self->button);
}

GArray *
caseness_period_button_list_choices (CasenessPeriodKind kind, const CasenessPeriod *loaded)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (CasenessPeriod));
  CasenessDate day;

  g_return_val_if_fail (kind < CASENESS_PERIOD_CUSTOM, choices);
  g_return_val_if_fail (loaded != NULL && loaded->start <= loaded->end, choices);

  for (day = loaded->end; day >= loaded->start;)
    {
      CasenessPeriod period = caseness_period_around (kind, day);
      gboolean is_rolling = kind == CASENESS_PERIOD_ROLLING_YEAR;

      if (is_rolling && choices->len > 0 && period.start < loaded->start)
        break;
      g_array_append_val (choices, period);
      day = (is_rolling ? caseness_date_month_start (day) : period.start) - 1;
    }
  return choices;
}
