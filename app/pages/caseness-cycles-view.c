/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cycles-view.h"

#include "caseness-answer-model.h"
#include "caseness-chart-view.h"
#include "caseness-cycle-answer.h"
#include "caseness-cycle-chart.h"
#include "caseness-cycle-dialog.h"
#include "caseness-cycle-report.h"
#include "caseness-data-table.h"
#include "caseness-pack-words.h"
#include "caseness-print-window.h"
#include "caseness-series-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define RECOVERY "M192"

struct _CasenessCyclesView
{
  AdwBin parent_instance;
  GtkListBox *list;
  GtkWidget *empty_label;
  GtkWidget *draft_bar;
  GtkLabel *draft_label;
  GtkWidget *detail;
  GtkLabel *title_label;
  GtkLabel *plan_label;
  GtkLabel *sentence_label;
  GtkLabel *sides_label;
  GtkLabel *advice_label;
  GtkLabel *learnt_label;
  GtkLabel *chart_footnote;
  GtkWidget *chart_box;
  CasenessChartView *chart;
  CasenessDataTable *icons;

  CasenessSession *session;     /* owned, nullable */
  GSignalGroup *session_signals;
  CasenessAnswerModel *answers; /* owned: of the cycle that is chosen */
  GPtrArray *cycles;            /* owned: CasenessCycle, as listed */
  char *chosen;                 /* owned, nullable: the id of one of them */
  gboolean hides_staff;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (CasenessCyclesView, caseness_cycles_view, ADW_TYPE_BIN)

enum
{
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_open (CasenessCyclesView *self)
{
  return self->session != NULL && caseness_session_get_snapshot (self->session) != NULL;
}

static const CasenessCycle *
find_chosen (CasenessCyclesView *self)
{
  guint i;

  for (i = 0; self->chosen != NULL && i < self->cycles->len; i++)
    {
      const CasenessCycle *cycle = g_ptr_array_index (self->cycles, i);

      if (strcmp (cycle->id, self->chosen) == 0)
        return cycle;
    }
  return NULL;
}

static const CasenessCycleResult *
get_result (CasenessCyclesView *self)
{
  const CasenessCycleAnswer *answer = caseness_answer_model_get_answer (self->answers);

  return answer != NULL && answer->result != NULL && g_strcmp0 (answer->result->cycle->id, self->chosen) == 0
           ? answer->result
           : NULL;
}

static char *
dup_whose (CasenessCyclesView *self, const CasenessCycle *cycle)
{
  return caseness_filter_is_empty (cycle->filter) ? g_strdup (_("The whole service"))
                                                  : caseness_pack_dup_filter (cycle->filter, !self->hides_staff);
}

static char *
dup_plan (CasenessCyclesView *self, const CasenessCycle *cycle)
{
  g_autofree char *measure = caseness_cycle_dup_measure (cycle);
  g_autofree char *whose = dup_whose (self, cycle);
  g_autofree char *days = caseness_cycle_dup_days (cycle);
  g_autofree char *owner = self->hides_staff || *cycle->owner == '\0'
                             ? g_strdup ("")
                             /* Translators: %s is who sees to something. */
                             : g_strdup_printf (_(" Owner: %s."), cycle->owner);

  /* Translators: state of a cycle, measure, whose figures, days, owner (or nothing), what is done differently. */
  return g_strdup_printf (_("%1$s. %2$s; %3$s. %4$s.%5$s\n%6$s"), caseness_cycle_state_get_name (cycle->state), measure,
                          whose, days, owner, cycle->change);
}

static void
show_icons (CasenessCyclesView *self, const CasenessCycleResult *result)
{
  const CasenessDataColumn columns[] = {
    { _("Before"), CASENESS_DATA_NUMBER },        { _("Since"), CASENESS_DATA_NUMBER },
    { _("Variation"), CASENESS_DATA_DRAWN },      { _("What it says"), CASENESS_DATA_PROSE },
    { _("Assurance"), CASENESS_DATA_DRAWN },      { _("What that says"), CASENESS_DATA_PROSE },
  };
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(CasenessMiniature) variation = caseness_series_chart_new_variation (result->series);
  g_autoptr(CasenessMiniature) assurance = caseness_series_chart_new_assurance (result->series);
  g_autofree char *before = caseness_series_dup_value (result->series, result->before.value);
  g_autofree char *after = caseness_series_dup_value (result->series, result->after.value);
  CasenessDataRow *row = caseness_data_row_new (0, G_N_ELEMENTS (columns));

  caseness_data_row_set_number (row, 0, before, result->before.value);
  caseness_data_row_set_number (row, 1, after, result->after.value);
  caseness_data_row_set_drawing (row, 2, variation, result->series->variation);
  caseness_data_row_set_text (row, 3, caseness_series_get_variation_words (result->series));
  caseness_data_row_set_drawing (row, 4, assurance, result->series->assurance);
  caseness_data_row_set_text (row, 5, caseness_series_get_assurance_words (result->series));
  g_ptr_array_add (rows, row);
  caseness_data_table_show (self->icons, columns, G_N_ELEMENTS (columns), rows);
  caseness_data_table_set_name (self->icons, _("Before and since"), gtk_label_get_text (self->sentence_label));
}

/* What leaves a meeting may be read by people from outside, as the poster on paper is. */
static CasenessChart *
tell_chart (gpointer data)
{
  CasenessCyclesView *self = data;
  const CasenessCycleResult *result = get_result (self);
  gboolean suppresses = self->session == NULL || caseness_session_get_meeting_mode (self->session);
  g_autofree char *whose = NULL;

  if (result == NULL || result->series == NULL)
    return NULL;
  whose = dup_whose (self, result->cycle);
  return caseness_line_chart_as_chart (caseness_cycle_chart_new (result, whose, suppresses));
}

static void
show_result (CasenessCyclesView *self, const CasenessCycleResult *result)
{
  g_autofree char *sentence = caseness_cycle_result_dup_sentence (result);
  g_autofree char *sides = caseness_cycle_result_dup_sides (result, FALSE);
  g_autofree char *advice = caseness_cycle_result_dup_advice (result);
  g_autofree char *whose = dup_whose (self, result->cycle);
  g_autoptr(CasenessLineChart) chart = NULL;

  gtk_label_set_text (self->sentence_label, sentence);
  gtk_label_set_text (self->sides_label, sides);
  gtk_label_set_text (self->advice_label, advice);
  gtk_widget_set_visible (self->chart_box, result->series != NULL);
  if (result->series == NULL)
    return;
  chart = caseness_cycle_chart_new (result, whose, FALSE);
  caseness_chart_view_set_chart (self->chart, caseness_line_chart_as_chart (chart));
  gtk_label_set_text (self->chart_footnote, caseness_chart_get_footnote (caseness_line_chart_as_chart (chart)));
  show_icons (self, result);
}

static void
show_answer (CasenessCyclesView *self)
{
  const CasenessCycleAnswer *answer = caseness_answer_model_get_answer (self->answers);
  const CasenessCycleResult *result = get_result (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cycles.print", result != NULL);
  if (result != NULL)
    {
      show_result (self, result);
      return;
    }
  gtk_label_set_text (self->sentence_label,
                      answer != NULL && answer->trouble != NULL ? answer->trouble : _("Looking at the months…"));
  gtk_label_set_text (self->sides_label, "");
  gtk_label_set_text (self->advice_label, "");
  gtk_widget_set_visible (self->chart_box, FALSE);
}

static void
ask (CasenessCyclesView *self)
{
  const CasenessCycle *cycle = find_chosen (self);
  CasenessDate as_at = self->session != NULL ? caseness_session_get_as_at (self->session) : CASENESS_DATE_NONE;

  caseness_answer_model_ask (self->answers, cycle != NULL && is_open (self) && as_at != CASENESS_DATE_NONE
                                              ? caseness_cycle_query_new (
                                                cycle, caseness_session_get_snapshot (self->session), as_at)
                                              : NULL);
}

static void
show_chosen (CasenessCyclesView *self)
{
  const CasenessCycle *cycle = find_chosen (self);
  g_autofree char *title = NULL;
  g_autofree char *plan = NULL;
  gboolean has_learnt = cycle != NULL && *cycle->learnt != '\0';

  gtk_widget_set_visible (self->detail, cycle != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cycles.edit", cycle != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cycles.remove", cycle != NULL);
  if (cycle != NULL)
    {
      title = caseness_cycle_dup_title (cycle);
      plan = dup_plan (self, cycle);
      gtk_label_set_text (self->title_label, title);
      gtk_label_set_text (self->plan_label, plan);
      gtk_label_set_text (self->learnt_label, has_learnt ? cycle->learnt : _("Nothing is written yet."));
    }
  ask (self);
  show_answer (self);
}

static void
row_selected_cb (CasenessCyclesView *self, GtkListBoxRow *row)
{
  const CasenessCycle *cycle;

  if (self->is_filling || row == NULL)
    return;
  cycle = g_ptr_array_index (self->cycles, gtk_list_box_row_get_index (row));
  g_free (self->chosen);
  self->chosen = g_strdup (cycle->id);
  show_chosen (self);
}

static GtkWidget *
make_row (const CasenessCycle *cycle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = caseness_cycle_dup_title (cycle);
  g_autofree char *measure = caseness_cycle_dup_measure (cycle);
  g_autofree char *days = caseness_cycle_dup_days (cycle);
  g_autofree char *subtitle
    /* Translators: state of a cycle, its measure, its days. */
    = g_strdup_printf (_("%1$s. %2$s. %3$s"), caseness_cycle_state_get_name (cycle->state), measure, days);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_subtitle);
  return row;
}

static void
fill_list (CasenessCyclesView *self)
{
  GtkWidget *child;
  guint i;

  self->is_filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (i = 0; i < self->cycles->len; i++)
    {
      const CasenessCycle *cycle = g_ptr_array_index (self->cycles, i);
      GtkWidget *row = make_row (cycle);

      gtk_list_box_append (self->list, row);
      if (g_strcmp0 (cycle->id, self->chosen) == 0)
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->cycles->len > 0);
  gtk_widget_set_visible (self->empty_label, self->cycles->len == 0);
  self->is_filling = FALSE;
}

static CasenessJournal *
get_journal (CasenessCyclesView *self)
{
  return self->session != NULL ? caseness_session_get_journal (self->session) : NULL;
}

static void
show_draft (CasenessCyclesView *self)
{
  g_autoptr(CasenessCycle) draft = caseness_cycle_find_draft (get_journal (self));
  g_autofree char *title = draft != NULL ? caseness_cycle_dup_title (draft) : NULL;
  /* Translators: %s is what a cycle is called. */
  g_autofree char *words = title != NULL ? g_strdup_printf (_("Not recorded yet: %s"), title) : NULL;

  gtk_widget_set_visible (self->draft_bar, draft != NULL);
  gtk_label_set_text (self->draft_label, words != NULL ? words : "");
}

static void
show_all (CasenessCyclesView *self)
{
  g_ptr_array_unref (self->cycles);
  self->cycles = caseness_cycle_list (get_journal (self));
  if (find_chosen (self) == NULL)
    {
      g_clear_pointer (&self->chosen, g_free);
      if (self->cycles->len > 0)
        self->chosen = g_strdup (((const CasenessCycle *) g_ptr_array_index (self->cycles, 0))->id);
    }
  fill_list (self);
  show_draft (self);
  show_chosen (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cycles.new", is_open (self));
}

static void
message_cb (CasenessCyclesView *self, const char *message)
{
  g_signal_emit (self, signals[MESSAGE], 0, message);
}

static void
open_dialog (CasenessCyclesView *self, const CasenessCycle *cycle)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *dialog = caseness_cycle_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->session, cycle,
                                                 self->hides_staff);

  g_signal_connect_object (dialog, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
new_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  caseness_cycles_view_start (CASENESS_CYCLES_VIEW (widget), NULL);
}

static void
edit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessCyclesView *self = CASENESS_CYCLES_VIEW (widget);
  const CasenessCycle *cycle = find_chosen (self);

  if (cycle != NULL && is_open (self))
    open_dialog (self, cycle);
}

static void
removed_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessCyclesView) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_removed = caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error);

  message_cb (self, is_removed ? _("The cycle is removed. Ctrl+Z brings it back.") : error->message);
}

static void
remove_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessCyclesView *self = CASENESS_CYCLES_VIEW (widget);
  const CasenessJournalChange change = { CASENESS_CYCLE_KIND, self->chosen, NULL };

  if (find_chosen (self) != NULL && is_open (self))
    caseness_session_write_journal_async (self->session, &change, 1, _("PDSA cycle removed"), removed_cb,
                                          g_object_ref (self));
}

static void
resume_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessCyclesView *self = CASENESS_CYCLES_VIEW (widget);
  g_autoptr(CasenessCycle) draft = caseness_cycle_find_draft (get_journal (self));

  if (draft != NULL && is_open (self))
    open_dialog (self, draft);
}

static void
discarded_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessCyclesView) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_keep_draft_finish (CASENESS_SESSION (session), result, &error))
    message_cb (self, error->message);
}

static void
discard_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessCyclesView *self = CASENESS_CYCLES_VIEW (widget);
  g_autoptr(CasenessCycle) draft = caseness_cycle_find_draft (get_journal (self));
  const CasenessJournalChange change = { CASENESS_CYCLE_DRAFT_KIND, draft != NULL ? draft->id : "", NULL };

  if (draft != NULL && is_open (self))
    caseness_session_keep_draft_async (self->session, &change, FALSE, discarded_cb, g_object_ref (self));
}

/* A poster is for a wall, so that it names nobody. */
static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessCyclesView *self = CASENESS_CYCLES_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  const CasenessCycleReportOptions options = { caseness_session_get_as_at (self->session), NULL, FALSE };
  g_autoptr(GPtrArray) results = g_ptr_array_new ();
  g_autoptr(CasenessReport) report = NULL;

  if (get_result (self) == NULL || !is_open (self))
    return;
  g_ptr_array_add (results, (gpointer) get_result (self));
  report = caseness_cycle_report_new (results, caseness_session_get_snapshot (self->session), &options);
  gtk_window_present (
    caseness_print_window_new_for_report (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, report, FALSE));
}

static gpointer
answer_query (gconstpointer query, GCancellable *cancellable)
{
  return caseness_cycle_answer_new (query, cancellable);
}

static void
caseness_cycles_view_dispose (GObject *object)
{
  CasenessCyclesView *self = CASENESS_CYCLES_VIEW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->answers);
  gtk_widget_dispose_template (GTK_WIDGET (self), CASENESS_TYPE_CYCLES_VIEW);
  G_OBJECT_CLASS (caseness_cycles_view_parent_class)->dispose (object);
}

static void
caseness_cycles_view_finalize (GObject *object)
{
  CasenessCyclesView *self = CASENESS_CYCLES_VIEW (object);

  g_ptr_array_unref (self->cycles);
  g_free (self->chosen);
  G_OBJECT_CLASS (caseness_cycles_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/caseness/Caseness/ui/caseness-cycles-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, list);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, empty_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, draft_bar);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, draft_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, detail);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, title_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, plan_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, sides_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, advice_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, learnt_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, chart_footnote);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, chart_box);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, chart);
  gtk_widget_class_bind_template_child (widget_class, CasenessCyclesView, icons);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
caseness_cycles_view_class_init (CasenessCyclesViewClass *klass)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "cycles.new", new_cb },       { "cycles.edit", edit_cb },       { "cycles.remove", remove_cb },
    { "cycles.resume", resume_cb }, { "cycles.discard", discard_cb }, { "cycles.print", print_cb },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  gsize i;

  G_OBJECT_CLASS (klass)->dispose = caseness_cycles_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = caseness_cycles_view_finalize;
  signals[MESSAGE] = g_signal_new ("message", CASENESS_TYPE_CYCLES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  bind_template (widget_class);
  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static void
caseness_cycles_view_init (CasenessCyclesView *self)
{
  g_type_ensure (CASENESS_TYPE_CHART_VIEW);
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  self->cycles = g_ptr_array_new ();
  self->answers = caseness_answer_model_new (answer_query, (GDestroyNotify) caseness_cycle_query_free,
                                             (GDestroyNotify) caseness_cycle_answer_free);
  g_signal_connect_object (self->answers, "answered", G_CALLBACK (show_answer), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  caseness_chart_view_set_teller (self->chart, tell_chart, self);
  self->session_signals = g_signal_group_new (CASENESS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::journal", G_CALLBACK (show_all), self);
}

void
caseness_cycles_view_set_session (CasenessCyclesView *self, CasenessSession *session)
{
  g_return_if_fail (CASENESS_IS_CYCLES_VIEW (self));

  if (g_set_object (&self->session, session))
    g_signal_group_set_target (self->session_signals, session);
}

void
caseness_cycles_view_show (CasenessCyclesView *self, gboolean hides_staff)
{
  g_return_if_fail (CASENESS_IS_CYCLES_VIEW (self));

  self->hides_staff = hides_staff;
  show_all (self);
}

void
caseness_cycles_view_start (CasenessCyclesView *self, CasenessFilter *filter)
{
  g_autoptr(CasenessCycle) cycle = NULL;

  g_return_if_fail (CASENESS_IS_CYCLES_VIEW (self));

  if (!is_open (self))
    return;
  cycle = caseness_cycle_new ();
  caseness_cycle_set_text (&cycle->measure, RECOVERY);
  cycle->starts = caseness_session_get_as_at (self->session) + 1; /* until somebody says otherwise: all there is is before */
  if (filter != NULL)
    caseness_cycle_set_filter (cycle, filter);
  open_dialog (self, cycle);
}
