/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-page.h"

#include "caseness-aside-box.h"
#include "caseness-chart-view.h"
#include "caseness-cycles-view.h"
#include "caseness-data-table.h"
#include "caseness-page-explain.h"
#include "caseness-recovery-answer.h"
#include "caseness-recovery-cards.h"
#include "caseness-recovery-choice.h"
#include "caseness-recovery-doors.h"
#include "caseness-recovery-export.h"
#include "caseness-recovery-place.h"
#include "caseness-recovery-tables.h"
#include "caseness-recovery-words.h"
#include "caseness-review-view.h"
#include "caseness-wide-scroller.h"

#include <glib/gi18n-lib.h>

struct _CasenessRecoveryPage
{
  CasenessAnswerPage parent_instance;
  CasenessPageFrame *frame;
  GtkStack *sections;
  GtkDropDown *by_choice;
  GtkDropDown *and_choice;
  GtkWidget *widen_button;
  GtkWidget *supervision_button;
  CasenessWrapBox *cards;
  GtkWidget *card[CASENESS_N_RECOVERY_CARDS]; /* children of the cards */
  GtkLabel *chart_title;
  GtkLabel *chart_subtitle;
  GtkLabel *chart_footnote;
  GtkStack *chart_stack;
  CasenessChartView *chart;
  CasenessDataTable *groups;
  CasenessAsideBox *compare_box; /* the chart, and aside of it or below it the next */
  GtkBox *aside_box;
  GtkLabel *outside_title;
  GtkLabel *outside_subtitle;
  CasenessDataTable *outside;
  GtkLabel *pairs_title;
  GtkLabel *pairs_subtitle;
  GtkLabel *pairs_footnote;
  CasenessChartView *pairs;
  GtkLabel *review_words;
  CasenessReviewView *review;
  CasenessCyclesView *cycles;

  int section;
  int basis;
  gboolean is_widened;
  gboolean is_supervision;
  GStrv labels;       /* owned, nullable: what the groups are called */
  char *review_group; /* owned, nullable: whose people are reviewed; NULL for everybody */
};

G_DEFINE_FINAL_TYPE (CasenessRecoveryPage, caseness_recovery_page, CASENESS_TYPE_ANSWER_PAGE)

enum
{
  PROP_SECTION = 1,
  PROP_BASIS,
  PROP_WIDEN,
  PROP_SUPERVISION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const section_names[CASENESS_N_RECOVERY_SECTIONS] = { "compare", "review", "improve" };

static CasenessRecoveryStudy *
get_study (CasenessRecoveryPage *self)
{
  CasenessRecoveryAnswer *answer = caseness_answer_page_get_answer (CASENESS_ANSWER_PAGE (self));

  return answer != NULL ? answer->study : NULL;
}

static int
get_view (CasenessRecoveryPage *self)
{
  return caseness_answer_page_get_view (CASENESS_ANSWER_PAGE (self));
}

static gboolean
is_meeting (CasenessRecoveryPage *self)
{
  return caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (self));
}

static gboolean
hides_staff (CasenessRecoveryPage *self)
{
  return is_meeting (self) || !self->is_supervision;
}

static gpointer
caseness_recovery_page_make_query (CasenessAnswerPage *page, CasenessSession *session, CasenessSnapshot *snapshot)
{
  CasenessRecoveryPage *self = CASENESS_RECOVERY_PAGE (page);
  CasenessRecoveryQuestion query = {
    .snapshot = snapshot,
    .period = *caseness_session_get_period (session),
    .filter = caseness_session_get_filter (session),
  };

  caseness_recovery_choice_read (self->by_choice, self->and_choice, query.variables);
  return caseness_recovery_query_copy (&query);
}

static gboolean
caseness_recovery_page_describe_empty (CasenessAnswerPage *page, gpointer shown, CasenessPageStatus *status)
{
  CasenessRecoveryStudy *study = ((CasenessRecoveryAnswer *) shown)->study;

  status->icon_name = "caseness-recovery-symbolic";
  status->title = _("No Course Was Finished");
  status->description = _("Nobody of this filter was discharged after two or more treatments in this period.");
  return study == NULL || caseness_recovery_comparison_get_everybody (study->comparison) == NULL;
}

static void
update_actions (CasenessRecoveryPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  CasenessRecoveryStudy *study = get_study (self);
  gboolean has_study = study != NULL && study->comparison->rows->len > 0;
  gboolean names_staff = has_study && caseness_recovery_words_names_staff (study->variables);

  gtk_widget_action_set_enabled (widget, "page.export-table", has_study && !(names_staff && hides_staff (self)));
  gtk_widget_action_set_enabled (widget, "page.print", has_study);
  gtk_widget_action_set_enabled (widget, "page.print-list", has_study);
  gtk_widget_action_set_enabled (widget, "page.start-cycle", has_study);
  gtk_widget_action_set_enabled (widget, "page.export-pairs", has_study);
  gtk_widget_action_set_enabled (widget, "page.export-people", has_study && !is_meeting (self));
  gtk_widget_set_sensitive (self->supervision_button, !is_meeting (self));
  gtk_widget_set_sensitive (self->widen_button,
                            has_study && caseness_recovery_comparison_can_widen (study->comparison, self->basis));
}

/* Limits are only widened where that means something. */
static gboolean
is_widened (CasenessRecoveryPage *self, const CasenessRecoveryStudy *study)
{
  return self->is_widened && caseness_recovery_comparison_can_widen (study->comparison, self->basis);
}

static CasenessRecoveryLook
make_look (CasenessRecoveryPage *self, const CasenessRecoveryStudy *study)
{
  return (CasenessRecoveryLook){
    .comparison = study->comparison,
    .variables = study->variables,
    .labels = (const char *const *) self->labels,
    .period = study->period,
    .basis = self->basis,
    .is_widened = is_widened (self, study),
    .snapshot = study->snapshot,
  };
}

static void
set_words (GtkLabel *title, GtkLabel *subtitle, GtkLabel *footnote, CasenessChart *chart)
{
  gtk_label_set_text (title, caseness_chart_get_title (chart));
  gtk_label_set_text (subtitle, caseness_chart_get_subtitle (chart));
  gtk_label_set_text (footnote, caseness_chart_get_footnote (chart));
}

static void
show_groups (CasenessRecoveryPage *self, const CasenessRecoveryStudy *study)
{
  const CasenessRecoveryLook look = make_look (self, study);
  g_autoptr(CasenessChart) chart = caseness_recovery_place_make_chart (&look, get_view (self));

  set_words (self->chart_title, self->chart_subtitle, self->chart_footnote, chart);
  caseness_data_table_set_name (self->groups, caseness_chart_get_title (chart), caseness_chart_get_subtitle (chart));
  caseness_recovery_tables_groups (self->groups, study, (const char *const *) self->labels);
  caseness_chart_view_set_chart (self->chart, chart);
  gtk_stack_set_visible_child_name (self->chart_stack,
                                    get_view (self) == CASENESS_RECOVERY_VIEW_TABLE ? "table" : "chart");
}

static CasenessChart *
tell_groups (gpointer data)
{
  CasenessRecoveryPage *self = data;
  const CasenessRecoveryStudy *study = get_study (self);
  const CasenessRecoveryLook look = make_look (self, study);

  return caseness_recovery_export_tell_groups (CASENESS_PAGE (self), study, &look, get_view (self));
}

static CasenessChart *
tell_pairs (gpointer data)
{
  return caseness_recovery_export_tell_pairs (CASENESS_PAGE (data), get_study (CASENESS_RECOVERY_PAGE (data)));
}

static void
show_outside (CasenessRecoveryPage *self, const CasenessRecoveryStudy *study)
{
  guint n = caseness_recovery_tables_outside (self->outside, study, (const char *const *) self->labels, self->basis,
                                              is_widened (self, study));

  gtk_label_set_text (self->outside_title, n > 0 ? _("Outside the limits") : _("Nobody is outside the limits"));
  gtk_label_set_text (self->outside_subtitle,
                      n > 0 ? _("First suspect the data, then case mix, then process. A row opens its review list.")
                            : _("What differs between groups is what chance explains."));
  gtk_widget_set_visible (GTK_WIDGET (self->outside), n > 0);
  caseness_recovery_cards_lay_out (self->compare_box, self->aside_box, n > 0);
  caseness_data_table_set_name (self->outside, gtk_label_get_text (self->outside_title),
                                gtk_label_get_text (self->outside_subtitle));
}

static void
show_pairs (CasenessRecoveryPage *self, const CasenessRecoveryStudy *study)
{
  g_autoptr(CasenessChart) chart = caseness_recovery_chart_pairs (study->pairs, &study->period, NULL);

  set_words (self->pairs_title, self->pairs_subtitle, self->pairs_footnote, chart);
  caseness_chart_view_set_chart (self->pairs, chart);
}

static const CasenessRecovery *
find_reviewed (CasenessRecoveryPage *self, const CasenessRecoveryStudy *study)
{
  return self->review_group != NULL ? caseness_recovery_study_find (study, self->review_group) : NULL;
}

static void
show_review (CasenessRecoveryPage *self, const CasenessRecoveryStudy *study)
{
  const CasenessRecovery *row = find_reviewed (self, study);
  g_autoptr(CasenessReview) review = caseness_recovery_study_narrow (study, row);
  g_autofree char *words = caseness_recovery_words_review (study->review);
  /* Translators: %s is a group of people, such as a team */
  g_autofree char *title
    = row != NULL
        ? g_strdup_printf (_("Whose notes to read: %s"), caseness_recovery_place_find_label (study, self->labels, row))
        : g_strdup (_("Whose notes to read: everybody"));
  const CasenessReviewLook look = { review, title, is_meeting (self), hides_staff (self) };

  gtk_label_set_text (self->review_words, words);
  caseness_review_view_show (self->review, &look);
}

static void
show_study (CasenessRecoveryPage *self, const CasenessRecoveryStudy *study)
{
  g_clear_pointer (&self->labels, g_strfreev);
  self->labels = caseness_recovery_words_labels (study->snapshot, study->comparison->rows, study->variables, hides_staff (self));
  caseness_recovery_cards_show (self->card, study);
  show_groups (self, study);
  show_outside (self, study);
  show_pairs (self, study);
  show_review (self, study);
}

static void
caseness_recovery_page_show (CasenessAnswerPage *page, gpointer shown)
{
  CasenessRecoveryPage *self = CASENESS_RECOVERY_PAGE (page);
  CasenessRecoveryAnswer *answer = shown;

  caseness_review_view_set_session (self->review, caseness_page_get_session (CASENESS_PAGE (self)));
  caseness_cycles_view_set_session (self->cycles, caseness_page_get_session (CASENESS_PAGE (self)));
  caseness_cycles_view_show (self->cycles, hides_staff (self));
  if (answer != NULL && answer->study != NULL)
    show_study (self, answer->study);
  update_actions (self);
}

static void
message_cb (CasenessRecoveryPage *self, const char *message)
{
  caseness_page_toast (CASENESS_PAGE (self), message);
}

static void
chart_pressed_cb (CasenessRecoveryPage *self, int row, int column)
{
  CasenessRecoveryStudy *study = get_study (self);
  const CasenessRecovery *pressed
    = study != NULL ? caseness_recovery_place_find (study, get_view (self), self->basis, row, column) : NULL;
  GtkWidget *region = caseness_chart_view_find_region (self->chart, row, column);

  caseness_recovery_doors_open_group (CASENESS_PAGE (self), region != NULL ? region : GTK_WIDGET (self->chart), study,
                                      pressed, hides_staff (self));
}

static void
pair_pressed_cb (CasenessRecoveryPage *self, int row, int column)
{
  GtkWidget *region = caseness_chart_view_find_region (self->pairs, row, column);

  if (get_study (self) != NULL)
    caseness_recovery_doors_open_pair (CASENESS_PAGE (self), region != NULL ? region : GTK_WIDGET (self->pairs),
                                       get_study (self), row, column);
}

static void
card_clicked_cb (CasenessRecoveryPage *self, GtkWidget *card)
{
  guint i;

  for (i = 0; i < CASENESS_N_RECOVERY_CARDS; i++)
    if (self->card[i] == card)
      caseness_page_explain_figure (CASENESS_PAGE (self), card, NULL, caseness_recovery_cards_get_measure (i), NULL);
}

static void
set_section (CasenessRecoveryPage *self, int section)
{
  if (self->section == section)
    return;
  self->section = section;
  gtk_stack_set_visible_child_name (self->sections, section_names[section]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECTION]);
}

/* The keyboard comes along, to whatever opens the first person. */
static void
review_group (CasenessRecoveryPage *self, const char *group)
{
  CasenessRecoveryStudy *study = get_study (self);

  if (study == NULL)
    return;
  g_free (self->review_group);
  self->review_group = g_strdup (group);
  show_review (self, study);
  set_section (self, CASENESS_RECOVERY_REVIEW);
  gtk_widget_grab_focus (GTK_WIDGET (self->review));
}

static void
review_group_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *group = g_variant_get_string (parameter, NULL);

  review_group (CASENESS_RECOVERY_PAGE (widget), *group != '\0' ? group : NULL);
}

static void
group_opened_cb (CasenessRecoveryPage *self, guint id)
{
  CasenessRecoveryStudy *study = get_study (self);

  if (study != NULL)
    review_group (self, caseness_recovery_place_get_group (study->comparison, (int) id));
}

static void
review_all_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  review_group (CASENESS_RECOVERY_PAGE (widget), NULL);
}

/* A group of another variable is not looked for. */
static void
choice_changed_cb (CasenessRecoveryPage *self)
{
  g_clear_pointer (&self->review_group, g_free);
  caseness_answer_page_ask (CASENESS_ANSWER_PAGE (self));
}

static void
export_table_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  caseness_recovery_export_groups (CASENESS_PAGE (widget), get_study (CASENESS_RECOVERY_PAGE (widget)));
}

static void
export_pairs_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  caseness_recovery_export_pairs (CASENESS_PAGE (widget), get_study (CASENESS_RECOVERY_PAGE (widget)));
}

static void
export_people_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessRecoveryPage *self = CASENESS_RECOVERY_PAGE (widget);

  caseness_recovery_export_people (CASENESS_PAGE (self), get_study (self), self->review);
}

static void
print_list_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessRecoveryPage *self = CASENESS_RECOVERY_PAGE (widget);

  caseness_recovery_print_list (CASENESS_PAGE (self), get_study (self), self->review);
}

static CasenessReport *
caseness_recovery_page_make_report (CasenessPage *page)
{
  CasenessRecoveryPage *self = CASENESS_RECOVERY_PAGE (page);
  CasenessRecoveryStudy *study = get_study (self);

  return study != NULL ? caseness_recovery_make_report (page, study, self->basis, is_widened (self, study)) : NULL;
}

/* About the people under review: the filter of the page, and the group that was opened. */
static void
start_cycle_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessRecoveryPage *self = CASENESS_RECOVERY_PAGE (widget);
  CasenessRecoveryStudy *study = get_study (self);
  g_autoptr(CasenessFilter) filter
    = study != NULL ? caseness_recovery_place_dup_filter (study, find_reviewed (self, study)) : NULL;

  if (filter == NULL)
    return;
  set_section (self, CASENESS_RECOVERY_IMPROVE);
  caseness_cycles_view_start (self->cycles, filter);
}

static void
set_int (CasenessRecoveryPage *self, int *field, int value, guint property)
{
  if (*field == value)
    return;
  *field = value;
  caseness_answer_page_show (CASENESS_ANSWER_PAGE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
caseness_recovery_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CasenessRecoveryPage *self = CASENESS_RECOVERY_PAGE (object);

  switch (property_id)
    {
    case PROP_SECTION:
      g_value_set_int (value, self->section);
      break;
    case PROP_BASIS:
      g_value_set_int (value, self->basis);
      break;
    case PROP_WIDEN:
      g_value_set_boolean (value, self->is_widened);
      break;
    case PROP_SUPERVISION:
      g_value_set_boolean (value, self->is_supervision);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
caseness_recovery_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  CasenessRecoveryPage *self = CASENESS_RECOVERY_PAGE (object);

  switch (property_id)
    {
    case PROP_SECTION:
      set_section (self, g_value_get_int (value));
      break;
    case PROP_BASIS:
      set_int (self, &self->basis, g_value_get_int (value), PROP_BASIS);
      break;
    case PROP_WIDEN:
      set_int (self, &self->is_widened, g_value_get_boolean (value), PROP_WIDEN);
      break;
    case PROP_SUPERVISION:
      set_int (self, &self->is_supervision, g_value_get_boolean (value), PROP_SUPERVISION);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
caseness_recovery_page_finalize (GObject *object)
{
  CasenessRecoveryPage *self = CASENESS_RECOVERY_PAGE (object);

  g_strfreev (self->labels);
  g_free (self->review_group);
  G_OBJECT_CLASS (caseness_recovery_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-recovery-page.ui");
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, frame);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, sections);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, by_choice);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, and_choice);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, widen_button);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, supervision_button);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, cards);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, chart_title);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, chart_subtitle);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, chart_footnote);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, chart_stack);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, chart);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, groups);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, compare_box);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, aside_box);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, outside_title);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, outside_subtitle);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, outside);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, pairs_title);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, pairs_subtitle);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, pairs_footnote);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, pairs);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, review_words);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, review);
  gtk_widget_class_bind_template_child (klass, CasenessRecoveryPage, cycles);
  gtk_widget_class_bind_template_callback (klass, choice_changed_cb);
  gtk_widget_class_bind_template_callback (klass, chart_pressed_cb);
  gtk_widget_class_bind_template_callback (klass, pair_pressed_cb);
  gtk_widget_class_bind_template_callback (klass, group_opened_cb);
  gtk_widget_class_bind_template_callback (klass, message_cb);
}

static void
install_properties (GObjectClass *class, GtkWidgetClass *widget_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SECTION]
    = g_param_spec_int ("section", NULL, NULL, 0, CASENESS_N_RECOVERY_SECTIONS - 1, 0, flags);
  properties[PROP_BASIS] = g_param_spec_int ("basis", NULL, NULL, 0, CASENESS_N_RECOVERY_BASES - 1, 0, flags);
  properties[PROP_WIDEN] = g_param_spec_boolean ("widen", NULL, NULL, FALSE, flags);
  properties[PROP_SUPERVISION] = g_param_spec_boolean ("supervision", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "page.section", "section");
  gtk_widget_class_install_property_action (widget_class, "page.basis", "basis");
  gtk_widget_class_install_property_action (widget_class, "page.widen", "widen");
  gtk_widget_class_install_property_action (widget_class, "page.supervision", "supervision");
}

static void
caseness_recovery_page_class_init (CasenessRecoveryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = caseness_recovery_page_get_property;
  object_class->set_property = caseness_recovery_page_set_property;
  object_class->finalize = caseness_recovery_page_finalize;
  CASENESS_PAGE_CLASS (klass)->make_report = caseness_recovery_page_make_report;
  CASENESS_PAGE_CLASS (klass)->can_identify = TRUE;
  CASENESS_ANSWER_PAGE_CLASS (klass)->make_query = caseness_recovery_page_make_query;
  CASENESS_ANSWER_PAGE_CLASS (klass)->show = caseness_recovery_page_show;
  CASENESS_ANSWER_PAGE_CLASS (klass)->describe_empty = caseness_recovery_page_describe_empty;
  install_properties (object_class, widget_class);
  caseness_answer_page_class_install_views (CASENESS_ANSWER_PAGE_CLASS (klass), CASENESS_N_RECOVERY_VIEWS);
  gtk_widget_class_install_action (widget_class, "page.review-all", NULL, review_all_cb);
  gtk_widget_class_install_action (widget_class, "page.review-group", "s", review_group_cb);
  gtk_widget_class_install_action (widget_class, "page.start-cycle", NULL, start_cycle_cb);
  gtk_widget_class_install_action (widget_class, "page.print-list", NULL, print_list_cb);
  gtk_widget_class_install_action (widget_class, "page.export-table", NULL, export_table_cb);
  gtk_widget_class_install_action (widget_class, "page.export-pairs", NULL, export_pairs_cb);
  gtk_widget_class_install_action (widget_class, "page.export-people", NULL, export_people_cb);
  bind_template (widget_class);
}

static gpointer
answer_query (gconstpointer query, GCancellable *cancellable)
{
  return caseness_recovery_answer_new (query, cancellable);
}

static void
caseness_recovery_page_init (CasenessRecoveryPage *self)
{
  guint i;

  g_type_ensure (CASENESS_TYPE_ASIDE_BOX);
  g_type_ensure (CASENESS_TYPE_CHART_VIEW);
  g_type_ensure (CASENESS_TYPE_CYCLES_VIEW);
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  g_type_ensure (CASENESS_TYPE_REVIEW_VIEW);
  g_type_ensure (CASENESS_TYPE_WIDE_SCROLLER);
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);

  gtk_widget_init_template (GTK_WIDGET (self));
  caseness_recovery_cards_add (self->cards, self->card);
  for (i = 0; i < CASENESS_N_RECOVERY_CARDS; i++)
    g_signal_connect_object (self->card[i], "clicked", G_CALLBACK (card_clicked_cb), self, G_CONNECT_SWAPPED);
  caseness_recovery_choice_fill (self->by_choice, self->and_choice);
  caseness_chart_view_set_teller (self->chart, tell_groups, self);
  caseness_chart_view_set_teller (self->pairs, tell_pairs, self);
  caseness_answer_page_start (CASENESS_ANSWER_PAGE (self), self->frame,
                              caseness_answer_model_new (answer_query, (GDestroyNotify) caseness_recovery_query_free,
                                                         (GDestroyNotify) caseness_recovery_answer_free));
}

GtkWidget *
caseness_recovery_page_new (CasenessSession *session)
{
  return g_object_new (CASENESS_TYPE_RECOVERY_PAGE, "session", session, NULL);
}
