/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-page.h"

#include "caseness-adsm-answer.h"
#include "caseness-adsm-cards.h"
#include "caseness-adsm-cases-window.h"
#include "caseness-adsm-doors.h"
#include "caseness-adsm-report.h"
#include "caseness-adsm-tables.h"
#include "caseness-aside-box.h"
#include "caseness-adsm-words.h"
#include "caseness-chart-view.h"
#include "caseness-page-export.h"
#include "caseness-print-window.h"
#include "caseness-wide-scroller.h"

#include <glib/gi18n-lib.h>

struct _CasenessAdsmPage
{
  CasenessAnswerPage parent_instance;
  CasenessPageFrame *frame;
  CasenessWrapBox *cards;
  GtkWidget *card[CASENESS_N_ADSM_CARDS]; /* children of the cards */
  GtkLabel *chart_title;
  GtkLabel *chart_subtitle;
  GtkLabel *chart_footnote;
  CasenessChartView *chart;
  GtkWidget *costs_card;
  GtkLabel *costs_title;
  GtkLabel *costs_subtitle;
  GtkLabel *costs_footnote;
  CasenessChartView *costs;
  GtkWidget *missed_button;
  GtkWidget *general_button;
  GtkLabel *cases_title;
  GtkLabel *cases_subtitle;
  CasenessDataTable *cases;
  GtkLabel *descriptors_title;
  GtkLabel *descriptors_subtitle;
  CasenessDataTable *descriptors;

  int split;
  int family;
  int judged;
};

G_DEFINE_FINAL_TYPE (CasenessAdsmPage, caseness_adsm_page, CASENESS_TYPE_ANSWER_PAGE)

enum
{
  PROP_SPLIT = 1,
  PROP_FAMILY,
  PROP_JUDGED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static CasenessAdsmAnswer *
get_answer (CasenessAdsmPage *self)
{
  CasenessAdsmAnswer *answer = caseness_answer_page_get_answer (CASENESS_ANSWER_PAGE (self));

  return answer != NULL && answer->use != NULL ? answer : NULL;
}

static gboolean
hides_names (CasenessAdsmPage *self)
{
  return caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (self));
}

static gpointer
caseness_adsm_page_make_query (CasenessAnswerPage *page, CasenessSession *session, CasenessSnapshot *snapshot)
{
  CasenessAdsmPage *self = CASENESS_ADSM_PAGE (page);
  const CasenessAdsmQuery query = {
    .snapshot = snapshot,
    .filter = caseness_session_get_filter (session),
    .period = *caseness_session_get_period (session),
    .as_at = caseness_session_get_as_at (session),
    .family = self->family,
    .split = self->split,
  };

  return caseness_adsm_query_copy (&query);
}

static gboolean
caseness_adsm_page_describe_empty (CasenessAnswerPage *page, gpointer shown, CasenessPageStatus *status)
{
  CasenessAdsmUse *use = ((CasenessAdsmAnswer *) shown)->use;

  status->icon_name = "checkbox-checked-symbolic";
  status->title = _("No Course Was Finished");
  status->description = _("Nobody of this filter was discharged after two or more treatments in this period, and no "
                          "open case lacks its measure.");
  return use == NULL || (use->descriptors.courses == 0 && use->cases->len == 0);
}

static void
update_actions (CasenessAdsmPage *self)
{
  static const char *const actions[] = { "page.print", "page.open-cases" };
  static const char *const exact_actions[] = { "page.export-table", "page.export-costs", "page.export-descriptors" };
  static const char *const naming_actions[] = { "page.print-cases", "page.export-cases" };
  GtkWidget *widget = GTK_WIDGET (self);
  CasenessAdsmAnswer *answer = get_answer (self);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i], answer != NULL);
  for (i = 0; i < G_N_ELEMENTS (naming_actions); i++)
    gtk_widget_action_set_enabled (widget, naming_actions[i],
                                   answer != NULL && answer->use->cases->len > 0 && !hides_names (self));
  /* What leaves a meeting may be read by people from outside. How the ways to divide the same courses give each other away
   * is weighed for all of them at once (CasenessAdsmTold), which the page on paper does and these tables do not. */
  for (i = 0; i < G_N_ELEMENTS (exact_actions); i++)
    gtk_widget_action_set_enabled (widget, exact_actions[i], answer != NULL && !hides_names (self));
}

static void
show_chart (GtkLabel *title, GtkLabel *subtitle, GtkLabel *footnote, CasenessChartView *view, CasenessChart *chart)
{
  gtk_label_set_text (title, caseness_chart_get_title (chart));
  gtk_label_set_text (subtitle, caseness_chart_get_subtitle (chart));
  gtk_label_set_text (footnote, caseness_chart_get_footnote (chart));
  caseness_chart_view_set_chart (view, chart);
}

/* Neither chart leaves a meeting, for the same reason as the tables: see update_actions(). */
static CasenessChart *
tell (CasenessAdsmPage *self, CasenessChartView *view)
{
  if (!hides_names (self))
    return caseness_chart_ref (caseness_chart_view_get_chart (view));
  caseness_page_toast (CASENESS_PAGE (self), _("What may leave a meeting of this page is its print without names."));
  return NULL;
}

static CasenessChart *
tell_use (gpointer data)
{
  return tell (data, CASENESS_ADSM_PAGE (data)->chart);
}

static CasenessChart *
tell_costs (gpointer data)
{
  return tell (data, CASENESS_ADSM_PAGE (data)->costs);
}

static void
show_use (CasenessAdsmPage *self, const CasenessAdsmUse *use)
{
  g_auto(GStrv) labels = caseness_adsm_words_labels (use, hides_names (self));
  g_autoptr(CasenessChart) chart = caseness_adsm_chart_use (use, (const char *const *) labels);

  show_chart (self->chart_title, self->chart_subtitle, self->chart_footnote, self->chart, chart);
}

/* Measures without a cut-off judge nobody. */
static void
show_costs (CasenessAdsmPage *self, const CasenessAdsmUse *use)
{
  g_autoptr(CasenessChart) chart = caseness_adsm_chart_costs (use, self->judged);
  g_autofree char *by_specific
    = g_strdup_printf (_("At caseness on their own measure alone: %'u"), use->cost->missed.only_by_specific);
  g_autofree char *by_general = g_strdup_printf (_("On GAD-7 alone: %'u"), use->cost->missed.only_by_general);

  gtk_button_set_label (GTK_BUTTON (self->missed_button), by_specific);
  gtk_button_set_label (GTK_BUTTON (self->general_button), by_general);
  gtk_widget_set_visible (self->costs_card, use->cost->courses > 0);
  show_chart (self->costs_title, self->costs_subtitle, self->costs_footnote, self->costs, chart);
}

static void
set_table_words (GtkLabel *title, GtkLabel *subtitle, CasenessDataTable *table, const char *title_words,
                 const char *subtitle_words)
{
  gtk_label_set_text (title, title_words);
  gtk_label_set_text (subtitle, subtitle_words);
  caseness_data_table_set_name (table, title_words, subtitle_words);
}

static void
show_cases (CasenessAdsmPage *self, const CasenessAdsmAnswer *answer)
{
  g_autofree char *count = g_strdup_printf ("%'u", answer->use->cases->len);
  g_autofree char *title = caseness_adsm_words_open (answer->use, count);
  g_autofree char *subtitle = caseness_adsm_words_cases (answer->use);

  set_table_words (self->cases_title, self->cases_subtitle, self->cases, title, subtitle);
  caseness_adsm_tables_cases (self->cases, answer, hides_names (self));
}

static void
show_descriptors (CasenessAdsmPage *self, const CasenessAdsmUse *use)
{
  g_autofree char *title = caseness_adsm_words_descriptors (&use->descriptors);

  set_table_words (self->descriptors_title, self->descriptors_subtitle, self->descriptors, title,
                   _("Of the courses finished in the period: without the right problem nobody knows the right measure."));
  caseness_adsm_tables_descriptors (self->descriptors, &use->descriptors);
}

static void
caseness_adsm_page_show (CasenessAnswerPage *page, gpointer shown)
{
  CasenessAdsmPage *self = CASENESS_ADSM_PAGE (page);
  CasenessAdsmAnswer *answer = get_answer (self);

  if (answer != NULL)
    {
      caseness_adsm_cards_show (self->card, answer->use);
      show_use (self, answer->use);
      show_costs (self, answer->use);
      show_cases (self, answer);
      show_descriptors (self, answer->use);
    }
  update_actions (self);
}

static void
open_figure (CasenessAdsmPage *self, GtkWidget *beside, CasenessAdsmPart part, int row)
{
  CasenessAdsmAnswer *answer = get_answer (self);

  if (answer != NULL)
    caseness_adsm_doors_open (CASENESS_PAGE (self), beside, answer->use, part, row);
}

static void
card_clicked_cb (CasenessAdsmPage *self, GtkWidget *card)
{
  guint i;

  for (i = 0; i < CASENESS_N_ADSM_CARDS; i++)
    if (self->card[i] == card)
      open_figure (self, card, caseness_adsm_cards_get_part (i), CASENESS_ADSM_ALL);
}

/* The columns are the classes in their order and, last, all of them; the last row is everybody. */
static void
chart_pressed_cb (CasenessAdsmPage *self, int row, int column)
{
  GtkWidget *region = caseness_chart_view_find_region (self->chart, row, column);

  open_figure (self, region != NULL ? region : GTK_WIDGET (self->chart),
               CLAMP (column, CASENESS_ADSM_PART_PAIRED, CASENESS_ADSM_PART_SHOULD), row);
}

static void
cost_pressed_cb (CasenessAdsmPage *self, int row, int column)
{
  open_figure (self, GTK_WIDGET (self->costs),
               self->judged == CASENESS_ADSM_RECOVERY ? CASENESS_ADSM_PART_RECOVERY_DIFFERS
                                                      : CASENESS_ADSM_PART_IMPROVEMENT_DIFFERS,
               row);
}

static void
missed_clicked_cb (CasenessAdsmPage *self, GtkWidget *button)
{
  open_figure (self, button,
               button == self->missed_button ? CASENESS_ADSM_PART_CASE_BY_SPECIFIC : CASENESS_ADSM_PART_CASE_BY_GENERAL,
               CASENESS_ADSM_ALL);
}

static void
descriptor_opened_cb (CasenessAdsmPage *self, guint id)
{
  open_figure (self, GTK_WIDGET (self->descriptors), CASENESS_ADSM_PART_RECORDED + id, CASENESS_ADSM_ALL);
}

static void
open_cases (CasenessAdsmPage *self)
{
  CasenessAdsmAnswer *answer = get_answer (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *window;

  if (answer == NULL)
    return;
  window = caseness_adsm_cases_window_new (caseness_page_get_session (CASENESS_PAGE (self)), answer);
  gtk_window_set_transient_for (window, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (window);
}

static void
open_cases_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_cases (CASENESS_ADSM_PAGE (widget));
}

static void
case_opened_cb (CasenessAdsmPage *self, guint id)
{
  open_cases (self);
}

static void
print_cases_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessAdsmAnswer *answer = get_answer (CASENESS_ADSM_PAGE (widget));
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr(CasenessReport) report = NULL;

  if (answer == NULL)
    return;
  report = caseness_adsm_list_report_new (answer->use, CASENESS_ADSM_WHEN_EVER, NULL);
  gtk_window_present (caseness_print_window_new_for_report (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, report,
                                                            TRUE));
}

static void
save (CasenessAdsmPage *self, const char *title, const char *what, CasenessCsvWriter *writer)
{
  char day[11];
  g_autofree char *name = g_strdup_printf ("adsm-%s-%s.csv", what,
                                           caseness_date_write_iso (get_answer (self)->use->period.end, day));

  caseness_page_save_csv (CASENESS_PAGE (self), title, name, writer);
}

static void
export_table_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessAdsmPage *self = CASENESS_ADSM_PAGE (widget);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  caseness_adsm_write_csv (writer, get_answer (self)->use->rows);
  save (self, _("Export the Measures Used"), "use", writer);
}

static void
export_costs_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessAdsmPage *self = CASENESS_ADSM_PAGE (widget);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  caseness_adsm_costs_write_csv (writer, get_answer (self)->use);
  save (self, _("Export Recovery by Either Measure"), "costs", writer);
}

static void
export_cases_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessAdsmPage *self = CASENESS_ADSM_PAGE (widget);
  const CasenessAdsmUse *use = get_answer (self)->use;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autoptr(GArray) cases = caseness_adsm_use_pick_cases (use, CASENESS_ADSM_WHEN_EVER, NULL);

  caseness_adsm_cases_write_csv (writer, use, cases);
  save (self, _("Export the Open Cases"), "cases", writer);
}

static void
export_descriptors_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessAdsmPage *self = CASENESS_ADSM_PAGE (widget);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  caseness_adsm_descriptors_write_csv (writer, get_answer (self)->use);
  save (self, _("Export the Problem Descriptors"), "descriptors", writer);
}

static CasenessReport *
caseness_adsm_page_make_report (CasenessPage *page)
{
  CasenessAdsmAnswer *answer = get_answer (CASENESS_ADSM_PAGE (page));
  CasenessAdsmReportOptions options = { .identifies = caseness_page_get_identifies (page) };

  if (answer == NULL)
    return NULL;
  options.period = answer->use->period;
  options.as_at = answer->use->as_at;
  options.filter = answer->use->filter;
  return caseness_adsm_report_new (answer->use->snapshot, &options, NULL);
}

static void
caseness_adsm_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CasenessAdsmPage *self = CASENESS_ADSM_PAGE (object);

  switch (property_id)
    {
    case PROP_SPLIT:
      g_value_set_int (value, self->split);
      break;
    case PROP_FAMILY:
      g_value_set_int (value, self->family);
      break;
    case PROP_JUDGED:
      g_value_set_int (value, self->judged);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* Returns whether it is another choice than before. */
static gboolean
choose (CasenessAdsmPage *self, int *field, int value, guint property)
{
  if (*field == value)
    return FALSE;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  return TRUE;
}

static void
caseness_adsm_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  CasenessAdsmPage *self = CASENESS_ADSM_PAGE (object);

  switch (property_id)
    {
    case PROP_SPLIT:
      if (choose (self, &self->split, g_value_get_int (value), PROP_SPLIT))
        caseness_answer_page_ask (CASENESS_ANSWER_PAGE (self));
      break;
    case PROP_FAMILY:
      if (choose (self, &self->family, g_value_get_int (value), PROP_FAMILY))
        caseness_answer_page_ask (CASENESS_ANSWER_PAGE (self));
      break;
    case PROP_JUDGED:
      if (choose (self, &self->judged, g_value_get_int (value), PROP_JUDGED))
        caseness_answer_page_show (CASENESS_ANSWER_PAGE (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-adsm-page.ui");
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, frame);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, cards);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, chart_title);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, chart_subtitle);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, chart_footnote);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, chart);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, costs_card);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, costs_title);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, costs_subtitle);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, costs_footnote);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, costs);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, missed_button);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, general_button);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, cases_title);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, cases_subtitle);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, cases);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, descriptors_title);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, descriptors_subtitle);
  gtk_widget_class_bind_template_child (klass, CasenessAdsmPage, descriptors);
  gtk_widget_class_bind_template_callback (klass, chart_pressed_cb);
  gtk_widget_class_bind_template_callback (klass, case_opened_cb);
  gtk_widget_class_bind_template_callback (klass, cost_pressed_cb);
  gtk_widget_class_bind_template_callback (klass, descriptor_opened_cb);
  gtk_widget_class_bind_template_callback (klass, missed_clicked_cb);
}

static void
install_properties (GObjectClass *class, GtkWidgetClass *widget_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SPLIT] = g_param_spec_int ("split", NULL, NULL, 0, CASENESS_N_ADSM_SPLITS - 1, 0, flags);
  properties[PROP_FAMILY] = g_param_spec_int ("family", NULL, NULL, 0, CASENESS_N_ADSM_FAMILIES - 1, 0, flags);
  properties[PROP_JUDGED] = g_param_spec_int ("judged", NULL, NULL, 0, CASENESS_N_ADSM_JUDGED - 1, 0, flags);
  g_object_class_install_properties (class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "page.split", "split");
  gtk_widget_class_install_property_action (widget_class, "page.family", "family");
  gtk_widget_class_install_property_action (widget_class, "page.judged", "judged");
}

static void
caseness_adsm_page_class_init (CasenessAdsmPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = caseness_adsm_page_get_property;
  object_class->set_property = caseness_adsm_page_set_property;
  CASENESS_PAGE_CLASS (klass)->make_report = caseness_adsm_page_make_report;
  CASENESS_PAGE_CLASS (klass)->can_identify = TRUE;
  CASENESS_ANSWER_PAGE_CLASS (klass)->make_query = caseness_adsm_page_make_query;
  CASENESS_ANSWER_PAGE_CLASS (klass)->show = caseness_adsm_page_show;
  CASENESS_ANSWER_PAGE_CLASS (klass)->describe_empty = caseness_adsm_page_describe_empty;
  install_properties (object_class, widget_class);
  gtk_widget_class_install_action (widget_class, "page.open-cases", NULL, open_cases_cb);
  gtk_widget_class_install_action (widget_class, "page.print-cases", NULL, print_cases_cb);
  gtk_widget_class_install_action (widget_class, "page.export-table", NULL, export_table_cb);
  gtk_widget_class_install_action (widget_class, "page.export-costs", NULL, export_costs_cb);
  gtk_widget_class_install_action (widget_class, "page.export-cases", NULL, export_cases_cb);
  gtk_widget_class_install_action (widget_class, "page.export-descriptors", NULL, export_descriptors_cb);
  bind_template (widget_class);
}

static gpointer
answer_query (gconstpointer query, GCancellable *cancellable)
{
  return caseness_adsm_answer_new (query, cancellable);
}

static void
caseness_adsm_page_init (CasenessAdsmPage *self)
{
  guint i;

  g_type_ensure (CASENESS_TYPE_ASIDE_BOX);
  g_type_ensure (CASENESS_TYPE_CHART_VIEW);
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  g_type_ensure (CASENESS_TYPE_WIDE_SCROLLER);
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);

  gtk_widget_init_template (GTK_WIDGET (self));
  caseness_chart_view_set_teller (self->chart, tell_use, self);
  caseness_chart_view_set_teller (self->costs, tell_costs, self);
  caseness_adsm_cards_add (self->cards, self->card);
  for (i = 0; i < CASENESS_N_ADSM_CARDS; i++)
    g_signal_connect_object (self->card[i], "clicked", G_CALLBACK (card_clicked_cb), self, G_CONNECT_SWAPPED);
  caseness_answer_page_start (CASENESS_ANSWER_PAGE (self), self->frame,
                              caseness_answer_model_new (answer_query, (GDestroyNotify) caseness_adsm_query_free,
                                                         (GDestroyNotify) caseness_adsm_answer_unref));
}

GtkWidget *
caseness_adsm_page_new (CasenessSession *session)
{
  return g_object_new (CASENESS_TYPE_ADSM_PAGE, "session", session, NULL);
}
