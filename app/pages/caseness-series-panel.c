/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-series-panel.h"

#include "caseness-chart-view.h"
#include "caseness-note-dialog.h"
#include "caseness-overview-report.h"
#include "caseness-page-explain.h"
#include "caseness-page-export.h"
#include "caseness-wide-scroller.h"
#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _CasenessSeriesPanel
{
  AdwBin parent_instance;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkLabel *footnote_label;
  GtkWidget *back_button;
  GtkWidget *options_box;
  GtkWidget *explain_button;
  GtkWidget *door_button;
  GtkCheckButton *excel_button;
  GtkDropDown *baseline_choice;
  GtkDropDown *method_choice;
  CasenessChartView *chart;
  GtkListBox *notes;
  GtkWidget *notes_frame;

  CasenessPage *page;          /* not owned: holds the panel */
  CasenessOverview *overview;  /* owned, nullable */
  const CasenessOverviewRow *row; /* of the overview */
  gboolean is_showing;         /* controls are being set, not used */
  guint point;                 /* the one opened last, of which is written; else the last */
};

G_DEFINE_FINAL_TYPE (CasenessSeriesPanel, caseness_series_panel, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *words;
  guint points;
} baselines[] = {
  { N_("The first 12 points"), 12 },
  { N_("The first 18 points"), 18 },
  { N_("All points shown"), 0 },
};

static const struct
{
  const char *words;
  CasenessSeriesMethod method;
} methods[] = {
  { N_("XmR"), CASENESS_SERIES_XMR },
  { N_("P (percentages)"), CASENESS_SERIES_P },
  { N_("P prime (percentages)"), CASENESS_SERIES_P_PRIME },
};

static CasenessSession *
get_session (CasenessSeriesPanel *self)
{
  return caseness_page_get_session (self->page);
}

static gboolean
hides_names (CasenessSeriesPanel *self)
{
  return get_session (self) != NULL && caseness_session_get_meeting_mode (get_session (self));
}

static void
recorded_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr(CasenessSeriesPanel) self = data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error) && self->page != NULL)
    caseness_page_toast (self->page, error->message);
}

static void
record (CasenessSeriesPanel *self, const char *kind, const char *subject, const char *body, const char *words)
{
  CasenessJournalChange change = { kind, subject, body };

  caseness_session_write_journal_async (get_session (self), &change, 1, words, recorded_cb, g_object_ref (self));
}

static void
options_changed_cb (CasenessSeriesPanel *self)
{
  CasenessChartOptions options = {
    .screens_ranges = !gtk_check_button_get_active (self->excel_button),
    .baseline = baselines[MIN (gtk_drop_down_get_selected (self->baseline_choice), G_N_ELEMENTS (baselines) - 1)].points,
    .method = methods[MIN (gtk_drop_down_get_selected (self->method_choice), G_N_ELEMENTS (methods) - 1)].method,
  };
  g_autofree char *body = NULL;

  if (self->is_showing || self->row == NULL)
    return;
  body = caseness_chart_options_dup_body (&options);
  record (self, CASENESS_RECORD_CHART_OPTIONS, CASENESS_RECORD_EVERY, body, _("How charts are drawn"));
}

static void
show_options (CasenessSeriesPanel *self)
{
  CasenessChartOptions options;
  guint i;

  caseness_chart_options_read (self->overview->journal, &options);
  gtk_check_button_set_active (self->excel_button, !options.screens_ranges);
  for (i = 0; i < G_N_ELEMENTS (baselines); i++)
    if (baselines[i].points == options.baseline)
      gtk_drop_down_set_selected (self->baseline_choice, i);
  for (i = 0; i < G_N_ELEMENTS (methods); i++)
    if (methods[i].method == options.method)
      gtk_drop_down_set_selected (self->method_choice, i);
  gtk_widget_set_sensitive (GTK_WIDGET (self->method_choice), self->row->series->is_percent);
}

static CasenessChart *
draw (CasenessSeriesPanel *self, gboolean suppresses)
{
  CasenessSeriesLook look;
  g_autoptr(CasenessSeries) series
    = suppresses ? caseness_series_dup_told (self->row->series) : caseness_series_ref (self->row->series);
  g_autofree const CasenessSeriesNote *notes = NULL;
  g_autoptr(GPtrArray) lines = caseness_benchmark_list_lines (self->overview->snapshot, self->row->standard.measure,
                                                              series->periods, series->n_points);

  caseness_overview_make_look (self->row, suppresses, &look);
  notes = look.notes;
  look.lines = lines;
  return caseness_line_chart_as_chart (caseness_series_chart_new (series, &look));
}

/* What leaves a meeting may be read by people from outside, as the page on paper is. */
static CasenessChart *
tell_chart (gpointer data)
{
  CasenessSeriesPanel *self = data;

  return self->row != NULL ? draw (self, hides_names (self)) : NULL;
}

static void
show_chart (CasenessSeriesPanel *self)
{
  g_autoptr(CasenessChart) plot = draw (self, FALSE);

  gtk_label_set_text (self->title_label, caseness_chart_get_title (plot));
  gtk_label_set_text (self->subtitle_label, caseness_chart_get_subtitle (plot));
  gtk_label_set_text (self->footnote_label, caseness_chart_get_footnote (plot));
  caseness_chart_view_set_chart (self->chart, plot);
}

static void
remove_note_cb (GtkButton *button, gpointer data)
{
  CasenessSeriesPanel *self = CASENESS_SERIES_PANEL (data);
  const char *kind = g_object_get_data (G_OBJECT (button), "kind");
  const char *subject = g_object_get_data (G_OBJECT (button), "subject");

  record (self, kind, subject, NULL,
          g_str_equal (kind, CASENESS_RECORD_STEP_CHANGE) ? _("Step change removed") : _("Note removed"));
}

static GtkWidget *
make_remove_button (CasenessSeriesPanel *self, const char *kind, const char *subject)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *words = g_str_equal (kind, CASENESS_RECORD_STEP_CHANGE) ? _("Remove this step change")
                                                                      : _("Remove this note");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "kind", g_strdup (kind), g_free);
  g_object_set_data_full (G_OBJECT (button), "subject", g_strdup (subject), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_note_cb), self, 0);
  return button;
}

static void
add_note_row (CasenessSeriesPanel *self, const char *kind, const CasenessFigureNote *note)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = caseness_date_format_short (note->period.start);
  g_autofree char *who = hides_names (self) ? NULL : g_strdup (note->written_by);
  g_autofree char *subtitle = NULL;

  subtitle = g_str_equal (kind, CASENESS_RECORD_STEP_CHANGE)
               /* Translators: the day from which a figure is another one. */
               ? g_strdup_printf (_("Step change from %s"), day)
               : g_strdup (day);
  if (who != NULL && *who != '\0')
    {
      /* Translators: when something happened, and who wrote it down. */
      char *longer = g_strdup_printf (_("%s, written by %s"), subtitle, who);

      g_free (subtitle);
      subtitle = longer;
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), note->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, kind, note->subject));
  gtk_list_box_append (self->notes, row);
}

static void
show_notes (CasenessSeriesPanel *self)
{
  static const char *const kinds[] = { CASENESS_RECORD_STEP_CHANGE, CASENESS_RECORD_ANNOTATION };
  GtkWidget *child;
  guint n = 0, i, k;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notes))) != NULL)
    gtk_list_box_remove (self->notes, child);
  for (k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr(GArray) notes
        = caseness_figure_notes_list (self->overview->journal, kinds[k], self->row->standard.measure->id);

      for (i = 0; i < notes->len; i++, n++)
        add_note_row (self, kinds[k], &g_array_index (notes, CasenessFigureNote, i));
    }
  gtk_widget_set_visible (self->notes_frame, n > 0);
}

void
caseness_series_panel_show (CasenessSeriesPanel *self, CasenessOverview *overview, const CasenessOverviewRow *row)
{
  g_return_if_fail (CASENESS_IS_SERIES_PANEL (self));

  if (overview != NULL)
    caseness_overview_ref (overview);
  g_clear_pointer (&self->overview, caseness_overview_unref);
  self->overview = overview;
  self->row = overview != NULL ? row : NULL;
  self->point = G_MAXUINT;
  if (self->row == NULL)
    {
      caseness_chart_view_set_chart (self->chart, NULL);
      return;
    }
  self->is_showing = TRUE;
  show_options (self);
  show_chart (self);
  show_notes (self);
  gtk_widget_set_visible (self->door_button, *row->standard.page != '\0');
  self->is_showing = FALSE;
}

const CasenessMeasure *
caseness_series_panel_get_measure (CasenessSeriesPanel *self)
{
  g_return_val_if_fail (CASENESS_IS_SERIES_PANEL (self), NULL);
  return self->row != NULL ? self->row->standard.measure : NULL;
}

void
caseness_series_panel_set_page (CasenessSeriesPanel *self, CasenessPage *page)
{
  g_return_if_fail (CASENESS_IS_SERIES_PANEL (self));
  self->page = page;
}

void
caseness_series_panel_embed (CasenessSeriesPanel *self)
{
  g_return_if_fail (CASENESS_IS_SERIES_PANEL (self));
  gtk_widget_set_visible (self->back_button, FALSE);
  gtk_widget_set_visible (self->explain_button, FALSE);
  gtk_widget_set_visible (self->options_box, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "series.close", FALSE);
}

/* What somebody wrote of a day becomes a note or a step change; of a step change there is one a day. */
static void
note_written_cb (CasenessSeriesPanel *self, const char *kind, CasenessDate day, gboolean is_of_all, const char *text)
{
  const char *measure;
  CasenessPeriod period = { day, day };
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;

  if (self->row == NULL)
    return;
  measure = is_of_all ? CASENESS_RECORD_EVERY : self->row->standard.measure->id;
  subject = caseness_figure_note_dup_subject (self->overview->journal, kind, measure, day);
  body = caseness_figure_note_dup_body (measure, &period, text);
  record (self, kind, subject, body,
          g_str_equal (kind, CASENESS_RECORD_STEP_CHANGE) ? _("Step change recorded") : _("Note on a figure"));
}

static void
write_note (CasenessSeriesPanel *self, const char *kind, guint point)
{
  const CasenessSeries *series;
  GtkWidget *dialog;

  if (self->row == NULL)
    return;
  series = self->row->series;
  dialog = caseness_note_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), kind,
                                     self->row->standard.name,
                                     series->periods[MIN (point, series->n_points - 1)].start);
  g_signal_connect_object (dialog, "written", G_CALLBACK (note_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_note_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessSeriesPanel *self = CASENESS_SERIES_PANEL (widget);

  if (self->row != NULL)
    write_note (self, CASENESS_RECORD_ANNOTATION, MIN (self->point, self->row->series->last));
}

static void
add_change_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessSeriesPanel *self = CASENESS_SERIES_PANEL (widget);

  if (self->row != NULL)
    write_note (self, CASENESS_RECORD_STEP_CHANGE, MIN (self->point, self->row->series->last));
}

/* A point is a door to the figure of its month or week, and what is written next is of it. */
static void
region_activated_cb (CasenessSeriesPanel *self, int row, int column)
{
  GtkWidget *region = caseness_chart_view_find_region (self->chart, row, column);
  g_autoptr(CasenessFigureAddress) address = NULL;

  if (self->row == NULL || get_session (self) == NULL || column < 0 || (guint) column >= self->row->series->n_points)
    return;
  self->point = (guint) column;
  address = caseness_figure_address_new (self->row->standard.measure->id, &self->row->series->periods[column], NULL,
                                         caseness_session_get_filter (get_session (self)));
  caseness_page_explain (self->page, region != NULL ? region : GTK_WIDGET (self->chart), NULL, address);
}

static void
close_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
explain_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessSeriesPanel *self = CASENESS_SERIES_PANEL (widget);

  if (self->row != NULL)
    caseness_page_explain_figure (self->page, self->explain_button, NULL, self->row->standard.measure->id, NULL);
}

static void
door_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessSeriesPanel *self = CASENESS_SERIES_PANEL (widget);

  if (self->row != NULL && *self->row->standard.page != '\0')
    gtk_widget_activate_action (widget, "win.page-named", "s", self->row->standard.page);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessSeriesPanel *self = CASENESS_SERIES_PANEL (widget);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autofree char *name = NULL;
  char day[11];

  if (self->row == NULL)
    return;
  name = g_strdup_printf ("%s-%s.csv", self->row->standard.measure->id,
                          caseness_date_write_iso (self->overview->span.end, day));
  caseness_overview_write_series_csv (writer, self->row, hides_names (self));
  caseness_page_save_csv (self->page, _("Export the Figure over Time"), name, writer);
}

static void
caseness_series_panel_dispose (GObject *object)
{
  CasenessSeriesPanel *self = CASENESS_SERIES_PANEL (object);

  self->row = NULL;
  g_clear_pointer (&self->overview, caseness_overview_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (caseness_series_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-series-panel.ui");
  gtk_widget_class_bind_template_child (klass, CasenessSeriesPanel, title_label);
  gtk_widget_class_bind_template_child (klass, CasenessSeriesPanel, subtitle_label);
  gtk_widget_class_bind_template_child (klass, CasenessSeriesPanel, footnote_label);
  gtk_widget_class_bind_template_child (klass, CasenessSeriesPanel, back_button);
  gtk_widget_class_bind_template_child (klass, CasenessSeriesPanel, options_box);
  gtk_widget_class_bind_template_child (klass, CasenessSeriesPanel, explain_button);
  gtk_widget_class_bind_template_child (klass, CasenessSeriesPanel, door_button);
  gtk_widget_class_bind_template_child (klass, CasenessSeriesPanel, excel_button);
  gtk_widget_class_bind_template_child (klass, CasenessSeriesPanel, baseline_choice);
  gtk_widget_class_bind_template_child (klass, CasenessSeriesPanel, method_choice);
  gtk_widget_class_bind_template_child (klass, CasenessSeriesPanel, chart);
  gtk_widget_class_bind_template_child (klass, CasenessSeriesPanel, notes);
  gtk_widget_class_bind_template_child (klass, CasenessSeriesPanel, notes_frame);
  gtk_widget_class_bind_template_callback (klass, options_changed_cb);
  gtk_widget_class_bind_template_callback (klass, region_activated_cb);
}

static void
caseness_series_panel_class_init (CasenessSeriesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_series_panel_dispose;
  signals[CLOSED] = g_signal_new ("closed", CASENESS_TYPE_SERIES_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "series.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "series.explain", NULL, explain_cb);
  gtk_widget_class_install_action (widget_class, "series.door", NULL, door_cb);
  gtk_widget_class_install_action (widget_class, "series.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "series.add-note", NULL, add_note_cb);
  gtk_widget_class_install_action (widget_class, "series.add-step-change", NULL, add_change_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "series.close", NULL);
  bind_template (widget_class);
}

static void
fill_choices (CasenessSeriesPanel *self)
{
  g_autoptr(GtkStringList) bases = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) ways = gtk_string_list_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (baselines); i++)
    gtk_string_list_append (bases, _(baselines[i].words));
  for (i = 0; i < G_N_ELEMENTS (methods); i++)
    gtk_string_list_append (ways, _(methods[i].words));
  gtk_drop_down_set_model (self->baseline_choice, G_LIST_MODEL (bases));
  gtk_drop_down_set_model (self->method_choice, G_LIST_MODEL (ways));
}

static void
caseness_series_panel_init (CasenessSeriesPanel *self)
{
  g_type_ensure (CASENESS_TYPE_CHART_VIEW);
  g_type_ensure (CASENESS_TYPE_WIDE_SCROLLER);
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);

  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  caseness_chart_view_set_teller (self->chart, tell_chart, self);
  self->is_showing = FALSE;
}
