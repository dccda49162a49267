/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-standard-dialog.h"

#include "caseness-date-button.h"
#include "caseness-figure-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define STATED "stated"
#define MOST 1e6

struct _CasenessStandardDialog
{
  AdwMessageDialog parent_instance;
  GtkDropDown *figure;
  GtkDropDown *side;
  GtkSpinButton *value;
  GtkCheckButton *has_from;
  CasenessDateButton *from;
  GtkCheckButton *has_to;
  CasenessDateButton *to;
  GtkDropDown *kind;
  GtkEditable *source;
  GPtrArray *ids;         /* owned: of the figures offered, borrowed each */
  const char *certainty;  /* interned */
  const char *old_source; /* interned, nullable: what the certainty is said of */
};

G_DEFINE_FINAL_TYPE (CasenessStandardDialog, caseness_standard_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  WRITTEN,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static CasenessDate
read_day (GtkCheckButton *has_day, CasenessDateButton *day)
{
  return gtk_check_button_get_active (has_day) ? caseness_date_button_get_date (day) : CASENESS_DATE_NONE;
}

/* What the dialog says now. */
static CasenessStandard
read_standard (CasenessStandardDialog *self)
{
  guint n, chosen = gtk_drop_down_get_selected (self->kind);
  const CasenessStandardKind *kinds = caseness_standard_get_kinds (&n);
  g_autofree char *source = g_strstrip (g_strdup (gtk_editable_get_text (self->source)));
  CasenessStandard standard = {
    .measure_id = g_ptr_array_index (self->ids, MIN (gtk_drop_down_get_selected (self->figure), self->ids->len - 1)),
    .is_at_most = gtk_drop_down_get_selected (self->side) == 1,
    .value = gtk_spin_button_get_value (self->value),
    .in_force = { read_day (self->has_from, self->from), read_day (self->has_to, self->to) },
    .kind = kinds[MIN (chosen, n - 1)].word,
    .source = g_intern_string (source),
  };

  /* Doubts about a source say nothing of another one. */
  standard.certainty = standard.source == self->old_source ? self->certainty : g_intern_static_string (STATED);
  return standard;
}

static gboolean
is_complete (const CasenessStandard *standard)
{
  if (*standard->source == '\0')
    return FALSE;
  return standard->in_force.start == CASENESS_DATE_NONE || standard->in_force.end == CASENESS_DATE_NONE
         || standard->in_force.start <= standard->in_force.end;
}

static void
changed_cb (CasenessStandardDialog *self)
{
  CasenessStandard standard = read_standard (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->from), gtk_check_button_get_active (self->has_from));
  gtk_widget_set_sensitive (GTK_WIDGET (self->to), gtk_check_button_get_active (self->has_to));
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "write", is_complete (&standard));
}

static void
caseness_standard_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  CasenessStandardDialog *self = CASENESS_STANDARD_DIALOG (dialog);
  CasenessStandard standard = read_standard (self);

  if (g_str_equal (response, "write") && is_complete (&standard))
    g_signal_emit (self, signals[WRITTEN], 0, &standard);
  else if (g_str_equal (response, "remove"))
    g_signal_emit (self, signals[REMOVED], 0);
}

static void
caseness_standard_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (CASENESS_STANDARD_DIALOG (object)->ids);
  G_OBJECT_CLASS (caseness_standard_dialog_parent_class)->finalize (object);
}

static void
caseness_standard_dialog_class_init (CasenessStandardDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = caseness_standard_dialog_finalize;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = caseness_standard_dialog_response;
  signals[WRITTEN] = g_signal_new ("written", CASENESS_TYPE_STANDARD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[REMOVED] = g_signal_new ("removed", CASENESS_TYPE_STANDARD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
offer (CasenessStandardDialog *self, GtkStringList *names, const char *id, const char *name)
{
  gtk_string_list_append (names, name);
  g_ptr_array_add (self->ids, (gpointer) id);
}

/* Every measure that has a figure, and access against need. */
static GtkDropDown *
make_figures (CasenessStandardDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkDropDown *figures;
  guint n, i;
  const CasenessMeasure *all = caseness_measure_get_all (&n);

  offer (self, names, g_intern_static_string (CASENESS_STANDARD_ACCESS), _("Access, of people in need (Equity)"));
  for (i = 0; i < n; i++)
    if ((all[i].is_listed || all[i].is_local) && all[i].statistic != CASENESS_STATISTIC_NONE)
      {
        g_autofree char *name = g_strdup_printf ("%s %s", all[i].id, all[i].title);

        offer (self, names, g_intern_string (all[i].id), name);
      }
  figures = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), expression));
  gtk_drop_down_set_enable_search (figures, TRUE);
  return figures;
}

static GtkDropDown *
make_kinds (void)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint n, i;
  const CasenessStandardKind *kinds = caseness_standard_get_kinds (&n);

  for (i = 0; i < n; i++)
    gtk_string_list_append (names, g_dgettext (GETTEXT_PACKAGE, kinds[i].name));
  return GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL));
}

static void
attach (CasenessStandardDialog *self, GtkGrid *grid, int row, const char *caption, gpointer control, gpointer beside)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (caption);
  g_autofree char *plain = g_strdup (gtk_label_get_text (GTK_LABEL (label)));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), control);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, control, 1, row, beside != NULL ? 1 : 2, 1);
  if (beside != NULL)
    gtk_grid_attach (grid, beside, 2, row, 1, 1);
}

static void
make_controls (CasenessStandardDialog *self)
{
  const char *sides[] = { _("at least"), _("at most"), NULL };

  self->figure = make_figures (self);
  self->side = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (sides));
  self->value = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, MOST, 1));
  gtk_spin_button_set_digits (self->value, 1);
  self->has_from = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("from a day")));
  self->from = CASENESS_DATE_BUTTON (caseness_date_button_new ());
  self->has_to = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("to a day")));
  self->to = CASENESS_DATE_BUTTON (caseness_date_button_new ());
  self->kind = make_kinds ();
  self->source = GTK_EDITABLE (gtk_entry_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->source), _("Who says so, and where"));
  gtk_editable_set_width_chars (self->source, 40);
}

static void
watch (CasenessStandardDialog *self)
{
  gpointer const controls[] = { self->figure, self->side, self->value, self->has_from, self->from,
                                self->has_to, self->to,   self->kind,  self->source };
  static const char *const changes[] = { "notify::selected", "notify::selected", "value-changed", "toggled",
                                         "notify::date", "toggled", "notify::date", "notify::selected", "changed" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (controls); i++)
    g_signal_connect_object (controls[i], changes[i], G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
caseness_standard_dialog_init (CasenessStandardDialog *self)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  self->ids = g_ptr_array_new ();
  self->certainty = g_intern_static_string (STATED);
  make_controls (self);
  gtk_grid_set_row_spacing (grid, 8);
  gtk_grid_set_column_spacing (grid, 10);
  attach (self, grid, 0, _("_Figure"), self->figure, NULL);
  attach (self, grid, 1, _("Should be"), self->side, self->value);
  attach (self, grid, 2, _("In force"), self->has_from, self->from);
  attach (self, grid, 3, _("until"), self->has_to, self->to);
  attach (self, grid, 4, _("_Sort"), self->kind, NULL);
  attach (self, grid, 5, _("S_ource"), self->source, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Value"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), GTK_WIDGET (grid));
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self),
                               _("Each figure is held to the standard in force on the last day of its period; of several, "
                                 "to the one that came into force last. It is printed with its source."));
  watch (self);
}

void
caseness_standard_dialog_fill (CasenessStandardDialog *self, const CasenessStandard *standard)
{
  guint n, i;
  const CasenessStandardKind *kinds = caseness_standard_get_kinds (&n);

  g_return_if_fail (CASENESS_IS_STANDARD_DIALOG (self) && standard != NULL);
  for (i = 0; i < self->ids->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (self->ids, i), standard->measure_id) == 0)
      gtk_drop_down_set_selected (self->figure, i);
  for (i = 0; i < n; i++)
    if (strcmp (kinds[i].word, standard->kind) == 0)
      gtk_drop_down_set_selected (self->kind, i);
  gtk_drop_down_set_selected (self->side, standard->is_at_most);
  gtk_spin_button_set_value (self->value, standard->value);
  gtk_check_button_set_active (self->has_from, standard->in_force.start != CASENESS_DATE_NONE);
  if (standard->in_force.start != CASENESS_DATE_NONE)
    caseness_date_button_set_date (self->from, standard->in_force.start);
  gtk_check_button_set_active (self->has_to, standard->in_force.end != CASENESS_DATE_NONE);
  if (standard->in_force.end != CASENESS_DATE_NONE)
    caseness_date_button_set_date (self->to, standard->in_force.end);
  gtk_editable_set_text (self->source, standard->source);
  changed_cb (self);
}

static void
add_responses (CasenessStandardDialog *self, gboolean is_change)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  if (is_change)
    {
      adw_message_dialog_add_response (dialog, "remove", _("_Take Out"));
      adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_add_response (dialog, "write", _("_Record"));
  adw_message_dialog_set_response_appearance (dialog, "write", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "write");
  adw_message_dialog_set_close_response (dialog, "cancel");
}

GtkWidget *
caseness_standard_dialog_new (GtkWindow *parent, const CasenessStandard *standard, CasenessDate day)
{
  CasenessStandardDialog *self
    = g_object_new (CASENESS_TYPE_STANDARD_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self),
                                  standard != NULL ? _("Change a Standard") : _("Add a Standard"));
  add_responses (self, standard != NULL);
  caseness_date_button_set_date (self->from, day);
  caseness_date_button_set_date (self->to, day);
  gtk_check_button_set_active (self->has_from, TRUE);
  if (standard != NULL)
    {
      caseness_standard_dialog_fill (self, standard);
      self->certainty = standard->certainty;
      self->old_source = standard->source;
      gtk_widget_set_sensitive (GTK_WIDGET (self->figure), FALSE);
    }
  changed_cb (self);
  return GTK_WIDGET (self);
}
