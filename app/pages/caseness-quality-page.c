/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-page.h"

#include "caseness-data-table.h"
#include "caseness-person-window.h"
#include "caseness-quality-export.h"
#include "caseness-quality-place.h"
#include "caseness-quality-report.h"
#include "caseness-quality-words.h"
#include "caseness-tile.h"
#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _CasenessQualityPage
{
  CasenessAnswerPage parent_instance;
  CasenessPageFrame *frame;
  CasenessWrapBox *tiles;
  CasenessTile *tile[CASENESS_N_QUALITY_VIEWS]; /* children of the tiles */
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkWidget *choices;
  GtkDropDown *split_choice;
  GtkDropDown *item_choice;
  CasenessDataTable *table;
  GtkWidget *rows_card;
  GtkLabel *rows_title;
  GtkLabel *rows_subtitle;
  CasenessDataTable *rows;
  GtkLabel *note_label;

  CasenessQualityPlace *place; /* owned, nullable: the row whose rows are shown */
};

G_DEFINE_FINAL_TYPE (CasenessQualityPage, caseness_quality_page, CASENESS_TYPE_ANSWER_PAGE)

static const char *const captions[CASENESS_N_QUALITY_VIEWS] = {
  [CASENESS_QUALITY_VIEW_REFUSED] = N_("Would be refused"), [CASENESS_QUALITY_VIEW_RULES] = N_("Rules broken"),
  [CASENESS_QUALITY_VIEW_COMPLETENESS] = N_("Short of a standard"),
  [CASENESS_QUALITY_VIEW_LISTS] = N_("To put right"),       [CASENESS_QUALITY_VIEW_UNJUDGED] = N_("Rules not judged"),
};

static CasenessQualityView
get_view (CasenessQualityPage *self)
{
  return (CasenessQualityView) caseness_answer_page_get_view (CASENESS_ANSWER_PAGE (self));
}

static CasenessQualityAnswer *
get_answer (CasenessQualityPage *self)
{
  return caseness_answer_page_get_answer (CASENESS_ANSWER_PAGE (self));
}

static gboolean
hides_names (CasenessQualityPage *self)
{
  return caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (self));
}

static gpointer
caseness_quality_page_make_query (CasenessAnswerPage *page, CasenessSession *session, CasenessSnapshot *snapshot)
{
  const CasenessQualityQuery query = {
    .snapshot = snapshot,
    .filter = caseness_session_get_filter (session),
    .period = *caseness_session_get_period (session),
    .as_at = caseness_session_get_as_at (session),
    .split = gtk_drop_down_get_selected (CASENESS_QUALITY_PAGE (page)->split_choice),
  };

  return caseness_quality_query_copy (&query);
}

static gboolean
caseness_quality_page_describe_empty (CasenessAnswerPage *page, gpointer answer, CasenessPageStatus *status)
{
  status->icon_name = "x-office-calendar-symbolic";
  status->title = _("No Month of This Period Is Loaded");
  status->description = _("Choose another period or filter, or import its submissions.");
  return ((CasenessQualityAnswer *) answer)->quality->submissions->len == 0;
}

static void
update_actions (CasenessQualityPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  CasenessQualityAnswer *answer = get_answer (self);
  gboolean has_answer = answer != NULL && answer->quality->submissions->len > 0;
  CasenessQualityView view = get_view (self);
  gboolean names_rows = has_answer
                        && (view == CASENESS_QUALITY_VIEW_REFUSED || view == CASENESS_QUALITY_VIEW_LISTS
                            || ((view == CASENESS_QUALITY_VIEW_COMPLETENESS || view == CASENESS_QUALITY_VIEW_RULES)
                                && answer->split == CASENESS_QUALITY_BY_CLINICIAN));

  gtk_widget_action_set_enabled (widget, "page.print", has_answer);
  gtk_widget_action_set_enabled (widget, "page.export-table", has_answer && !(names_rows && hides_names (self)));
  gtk_widget_action_set_enabled (widget, "page.export-rows",
                                 has_answer && self->place != NULL && !hides_names (self));
  gtk_widget_action_set_enabled (widget, "page.close-rows", self->place != NULL);
}

static void
close_rows (CasenessQualityPage *self)
{
  g_clear_pointer (&self->place, caseness_quality_place_free);
  gtk_widget_set_visible (self->rows_card, FALSE);
  update_actions (self);
}

/* Shows the rows of self->place; a place that the new answer lacks closes the list. */
static void
show_rows (CasenessQualityPage *self, const CasenessQualityAnswer *answer)
{
  g_autoptr(GArray) faults = self->place != NULL ? caseness_quality_place_list (self->place, answer) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *hint = NULL;
  g_autofree char *subtitle = NULL;

  if (faults == NULL)
    {
      close_rows (self);
      return;
    }
  title = caseness_quality_place_dup_title (self->place, answer, hides_names (self));
  hint = caseness_quality_place_dup_hint (self->place, answer);
  /* Translators: %1$'u is a number of rows, %2$s a sentence about them */
  subtitle = g_strdup_printf (ngettext ("%1$'u row. %2$s", "%1$'u rows. %2$s", faults->len), faults->len, hint);
  gtk_label_set_text (self->rows_title, title);
  gtk_label_set_text (self->rows_subtitle, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows_card), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  caseness_data_table_set_name (self->rows, title, subtitle);
  caseness_quality_tables_faults (self->rows, answer->quality, faults, hides_names (self));
  gtk_widget_set_visible (self->rows_card, TRUE);
  update_actions (self);
}

static guint
count_unjudged (void)
{
  g_autoptr(GArray) rules = caseness_quality_list_unjudged ();

  return rules->len;
}

static void
show_tiles (CasenessQualityPage *self, const CasenessQuality *quality)
{
  CasenessQualityHeadline headline;
  guint counts[CASENESS_N_QUALITY_VIEWS];
  guint i;

  caseness_quality_get_headline (quality, &headline);
  counts[CASENESS_QUALITY_VIEW_REFUSED] = headline.n_refused;
  counts[CASENESS_QUALITY_VIEW_RULES] = headline.n_rules;
  counts[CASENESS_QUALITY_VIEW_COMPLETENESS] = headline.n_short;
  counts[CASENESS_QUALITY_VIEW_LISTS] = headline.n_to_put_right;
  counts[CASENESS_QUALITY_VIEW_UNJUDGED] = count_unjudged ();
  for (i = 0; i < CASENESS_N_QUALITY_VIEWS; i++)
    {
      g_autofree char *figure = g_strdup_printf ("%'u", counts[i]);
      g_autofree char *detail = caseness_quality_view_dup_title (i, quality);

      caseness_tile_set_figure (self->tile[i], figure, detail);
    }
}

static void
show_table (CasenessQualityPage *self, const CasenessQualityAnswer *answer)
{
  CasenessQualityView view = get_view (self);
  g_autofree char *title = caseness_quality_view_dup_title (view, answer->quality);
  g_autofree char *subtitle = caseness_quality_view_dup_subtitle (view, answer->quality);

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->subtitle_label, subtitle);
  gtk_widget_set_visible (self->choices, view == CASENESS_QUALITY_VIEW_COMPLETENESS || view == CASENESS_QUALITY_VIEW_RULES);
  gtk_widget_set_visible (GTK_WIDGET (self->item_choice),
                          view == CASENESS_QUALITY_VIEW_COMPLETENESS && answer->split != CASENESS_QUALITY_BY_ITEM);
  caseness_data_table_set_name (self->table, title, subtitle);
  caseness_quality_view_show (get_view (self), self->table, answer, gtk_drop_down_get_selected (self->item_choice),
                              hides_names (self));
}

static void
show_notes (CasenessQualityPage *self, const CasenessQuality *quality)
{
  g_autofree char *unread = caseness_quality_words_unread (quality);

  gtk_label_set_text (self->note_label, unread != NULL ? unread : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), unread != NULL);
}

static void
caseness_quality_page_show (CasenessAnswerPage *page, gpointer shown)
{
  CasenessQualityPage *self = CASENESS_QUALITY_PAGE (page);
  CasenessQualityAnswer *answer = shown;

  if (answer == NULL)
    close_rows (self);
  else
    {
      show_tiles (self, answer->quality);
      show_table (self, answer);
      show_rows (self, answer);
      show_notes (self, answer->quality);
    }
  update_actions (self);
}

static void
row_opened_cb (CasenessQualityPage *self, guint id)
{
  CasenessQualityAnswer *answer = get_answer (self);
  CasenessQualityPlace *place;
  guint item = gtk_drop_down_get_selected (self->item_choice);

  if (answer == NULL)
    return;
  if (get_view (self) == CASENESS_QUALITY_VIEW_REFUSED)
    place = caseness_quality_place_new_refused (answer, id);
  else if (get_view (self) == CASENESS_QUALITY_VIEW_RULES)
    place = caseness_quality_place_new_rule (answer, id);
  else if (get_view (self) == CASENESS_QUALITY_VIEW_LISTS)
    place = caseness_quality_place_new_list (id);
  else if (get_view (self) == CASENESS_QUALITY_VIEW_COMPLETENESS)
    place = caseness_quality_place_new_missing (answer, answer->groups != NULL ? item : id, id);
  else
    return; /* these rows say all there is */
  g_clear_pointer (&self->place, caseness_quality_place_free);
  self->place = place;
  show_rows (self, answer);
}

static gboolean
find_person (gconstpointer data, guint id, CasenessListedPerson *person)
{
  const GArray *faults = data;

  if (id >= faults->len)
    return FALSE;
  person->pathway = g_array_index (faults, CasenessQualityFault, id).pathway;
  person->number = id + 1;
  return person->pathway != CASENESS_NO_ROW;
}

/* A row that is about a pathway opens its course; one of a file says all there is. */
static void
fault_opened_cb (CasenessQualityPage *self, guint id)
{
  CasenessQualityAnswer *answer = get_answer (self);
  g_autoptr(GArray) faults
    = answer != NULL && self->place != NULL ? caseness_quality_place_list (self->place, answer) : NULL;

  if (faults != NULL)
    caseness_person_window_open_row (self->rows, caseness_page_get_session (CASENESS_PAGE (self)),
                                     answer->quality->snapshot, id, find_person, faults);
}

static void
split_changed_cb (CasenessQualityPage *self)
{
  caseness_answer_page_ask (CASENESS_ANSWER_PAGE (self));
}

static void
item_changed_cb (CasenessQualityPage *self)
{
  CasenessQualityAnswer *answer = get_answer (self);

  if (caseness_answer_page_is_showing (CASENESS_ANSWER_PAGE (self)) || answer == NULL)
    return;
  close_rows (self);
  show_table (self, answer);
}

static void
close_rows_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessQualityPage *self = CASENESS_QUALITY_PAGE (widget);
  gboolean has_focus = gtk_widget_get_focus_child (self->rows_card) != NULL;

  close_rows (self);
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
export_table_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessQualityPage *self = CASENESS_QUALITY_PAGE (widget);

  caseness_quality_export_table (CASENESS_PAGE (self), get_answer (self), get_view (self));
}

static void
export_rows_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessQualityPage *self = CASENESS_QUALITY_PAGE (widget);

  caseness_quality_export_rows (CASENESS_PAGE (self), get_answer (self), self->place);
}

static CasenessReport *
caseness_quality_page_make_report (CasenessPage *page)
{
  CasenessQualityAnswer *answer = get_answer (CASENESS_QUALITY_PAGE (page));
  CasenessQualityReportOptions options = { 0 };

  if (answer == NULL)
    return NULL;
  options.period = answer->quality->period;
  options.as_at = answer->quality->as_at;
  options.filter = answer->quality->filter;
  options.identifies = caseness_page_get_identifies (page);
  return caseness_quality_report_new (answer->quality->snapshot, &options);
}

static void
caseness_quality_page_set_view (CasenessAnswerPage *page, int view)
{
  g_clear_pointer (&CASENESS_QUALITY_PAGE (page)->place, caseness_quality_place_free);
  CASENESS_ANSWER_PAGE_CLASS (caseness_quality_page_parent_class)->set_view (page, view);
}

static void
caseness_quality_page_dispose (GObject *object)
{
  CasenessQualityPage *self = CASENESS_QUALITY_PAGE (object);

  g_clear_pointer (&self->place, caseness_quality_place_free);
  G_OBJECT_CLASS (caseness_quality_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-quality-page.ui");
  gtk_widget_class_bind_template_child (klass, CasenessQualityPage, frame);
  gtk_widget_class_bind_template_child (klass, CasenessQualityPage, tiles);
  gtk_widget_class_bind_template_child (klass, CasenessQualityPage, title_label);
  gtk_widget_class_bind_template_child (klass, CasenessQualityPage, subtitle_label);
  gtk_widget_class_bind_template_child (klass, CasenessQualityPage, choices);
  gtk_widget_class_bind_template_child (klass, CasenessQualityPage, split_choice);
  gtk_widget_class_bind_template_child (klass, CasenessQualityPage, item_choice);
  gtk_widget_class_bind_template_child (klass, CasenessQualityPage, table);
  gtk_widget_class_bind_template_child (klass, CasenessQualityPage, rows_card);
  gtk_widget_class_bind_template_child (klass, CasenessQualityPage, rows_title);
  gtk_widget_class_bind_template_child (klass, CasenessQualityPage, rows_subtitle);
  gtk_widget_class_bind_template_child (klass, CasenessQualityPage, rows);
  gtk_widget_class_bind_template_child (klass, CasenessQualityPage, note_label);
  gtk_widget_class_bind_template_callback (klass, split_changed_cb);
  gtk_widget_class_bind_template_callback (klass, item_changed_cb);
  gtk_widget_class_bind_template_callback (klass, row_opened_cb);
  gtk_widget_class_bind_template_callback (klass, fault_opened_cb);
}

static void
caseness_quality_page_class_init (CasenessQualityPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = caseness_quality_page_dispose;
  CASENESS_PAGE_CLASS (klass)->make_report = caseness_quality_page_make_report;
  CASENESS_PAGE_CLASS (klass)->can_identify = TRUE;
  CASENESS_ANSWER_PAGE_CLASS (klass)->make_query = caseness_quality_page_make_query;
  CASENESS_ANSWER_PAGE_CLASS (klass)->show = caseness_quality_page_show;
  CASENESS_ANSWER_PAGE_CLASS (klass)->describe_empty = caseness_quality_page_describe_empty;
  CASENESS_ANSWER_PAGE_CLASS (klass)->set_view = caseness_quality_page_set_view;

  caseness_answer_page_class_install_views (CASENESS_ANSWER_PAGE_CLASS (klass), CASENESS_N_QUALITY_VIEWS);
  gtk_widget_class_install_action (widget_class, "page.close-rows", NULL, close_rows_cb);
  gtk_widget_class_install_action (widget_class, "page.export-table", NULL, export_table_cb);
  gtk_widget_class_install_action (widget_class, "page.export-rows", NULL, export_rows_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.close-rows", NULL);
  bind_template (widget_class);
}

static void
fill_tiles (CasenessQualityPage *self)
{
  guint i;

  for (i = 0; i < CASENESS_N_QUALITY_VIEWS; i++)
    {
      GtkWidget *tile = caseness_tile_new (_(captions[i]));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (tile), "page.view");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (tile), "i", (int) i);
      caseness_wrap_box_append (self->tiles, tile);
      self->tile[i] = CASENESS_TILE (tile);
    }
}

static void
fill_choices (CasenessQualityPage *self)
{
  g_autoptr(GtkStringList) splits = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) items = gtk_string_list_new (NULL);
  guint n_items, i;

  for (i = 0; i < CASENESS_N_QUALITY_SPLITS; i++)
    gtk_string_list_append (splits, caseness_quality_words_split (i));
  gtk_drop_down_set_model (self->split_choice, G_LIST_MODEL (splits));
  caseness_completeness_get_items (&n_items);
  for (i = 0; i < n_items; i++)
    gtk_string_list_append (items, caseness_quality_words_item (i));
  gtk_drop_down_set_model (self->item_choice, G_LIST_MODEL (items));
}

static gpointer
answer_query (gconstpointer query, GCancellable *cancellable)
{
  return caseness_quality_answer_new (query, cancellable);
}

static void
caseness_quality_page_init (CasenessQualityPage *self)
{
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);

  caseness_answer_page_set_view (CASENESS_ANSWER_PAGE (self), CASENESS_QUALITY_VIEW_COMPLETENESS);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_tiles (self);
  fill_choices (self);
  caseness_answer_page_start (CASENESS_ANSWER_PAGE (self), self->frame,
                              caseness_answer_model_new (answer_query, (GDestroyNotify) caseness_quality_query_free,
                                                         (GDestroyNotify) caseness_quality_answer_free));
}

GtkWidget *
caseness_quality_page_new (CasenessSession *session)
{
  return g_object_new (CASENESS_TYPE_QUALITY_PAGE, "session", session, NULL);
}
