/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-national-page.h"

#include "caseness-aside-box.h"
#include "caseness-icb-choice.h"
#include "caseness-national-against.h"
#include "caseness-national-cards.h"
#include "caseness-national-comparing.h"
#include "caseness-national-export.h"
#include "caseness-national-files.h"
#include "caseness-national-load.h"
#include "caseness-national-report.h"
#include "caseness-national-words.h"
#include "caseness-page-explain.h"
#include "caseness-person-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the lower card shows. */
typedef enum
{
  DETAIL_NONE, /* the reasons, or how to get an extract */
  DETAIL_REASON,
  DETAIL_DOUBT,
} Detail;

static const char *const export_actions[] = {
  [CASENESS_NATIONAL_EXPORT_MEASURES] = "page.export-table",
  [CASENESS_NATIONAL_EXPORT_IDENTITIES] = "page.export-identities",
  [CASENESS_NATIONAL_EXPORT_DOUBTS] = "page.export-doubts",
  [CASENESS_NATIONAL_EXPORT_PATHWAYS] = "page.export-detail",
};

struct _CasenessNationalPage
{
  CasenessAnswerPage parent_instance;
  CasenessPageFrame *frame;
  GtkDropDown *choice;
  GtkDropDown *show_choice;
  CasenessIcbChoice *icb_choice;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  CasenessDataTable *table;
  GtkLabel *identities_title;
  CasenessDataTable *identities;
  GtkLabel *doubts_title;
  GtkSpinner *doubts_spinner;
  CasenessDataTable *doubts;
  GtkStack *lower;
  GtkLabel *reasons_title;
  GtkLabel *reasons_subtitle;
  CasenessDataTable *reasons;
  GtkLabel *detail_title;
  GtkLabel *detail_subtitle;
  CasenessDataTable *detail_table;
  GtkLabel *publication_title;
  GtkLabel *publication_words;
  GtkLabel *extract_words;
  GtkLabel *extract_title;
  GtkSpinner *extract_spinner;
  GtkWidget *extract_cancel;

  CasenessAnswerModel *doubts_model;    /* owned */
  CasenessNationalComparing *comparing; /* owned */
  CasenessNationalFiles *files;         /* owned */
  gint64 wanted;                        /* publication, or which to choose */
  Detail detail;
  guint detail_id;
};

G_DEFINE_FINAL_TYPE (CasenessNationalPage, caseness_national_page, CASENESS_TYPE_ANSWER_PAGE)

static CasenessNational *
get_national (CasenessNationalPage *self)
{
  return caseness_answer_page_get_answer (CASENESS_ANSWER_PAGE (self));
}

static const GPtrArray *
get_checks (CasenessNationalPage *self)
{
  CasenessNationalDoubts *doubts = caseness_answer_model_get_answer (self->doubts_model);

  return doubts != NULL ? doubts->checks : NULL;
}

static const CasenessDifferences *
get_differences (CasenessNationalPage *self)
{
  return caseness_national_comparing_get_differences (self->comparing);
}

static gboolean
hides_names (CasenessNationalPage *self)
{
  return caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (self));
}

static char *
dup_store_path (CasenessNationalPage *self)
{
  CasenessSession *session = caseness_page_get_session (CASENESS_PAGE (self));
  GFile *file = session != NULL ? caseness_session_get_file (session) : NULL;

  return file != NULL ? g_file_get_path (file) : NULL;
}

static gpointer
caseness_national_page_make_query (CasenessAnswerPage *page, CasenessSession *session, CasenessSnapshot *snapshot)
{
  const CasenessNationalQuery query = {
    .snapshot = snapshot,
    .period = *caseness_session_get_period (session),
    .publication_id = CASENESS_NATIONAL_PAGE (page)->wanted,
  };

  return caseness_national_query_copy (&query);
}

static void
update_actions (CasenessNationalPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_answer = get_national (self) != NULL;
  gboolean names_people = self->detail == DETAIL_REASON;

  gtk_widget_action_set_enabled (widget, "page.print", has_answer);
  gtk_widget_action_set_enabled (widget, "page.export-table", has_answer);
  /* What our figures add up to, and how many a rule moves, is told exactly or not at all. */
  gtk_widget_action_set_enabled (widget, "page.export-identities", has_answer && !hides_names (self));
  gtk_widget_action_set_enabled (widget, "page.export-doubts", get_checks (self) != NULL && !hides_names (self));
  gtk_widget_action_set_enabled (widget, "page.export-detail",
                                 get_differences (self) != NULL && !(names_people && hides_names (self))
                                   && !(self->detail == DETAIL_NONE && hides_names (self)));
  gtk_widget_action_set_enabled (widget, "page.close-detail", self->detail != DETAIL_NONE);
}

static void
show_measures (CasenessNationalPage *self, const CasenessNational *national)
{
  const CasenessNationalCard card = { self->title_label, self->subtitle_label, self->table };

  caseness_national_card_show_measures (&card, national, gtk_drop_down_get_selected (self->show_choice));
}

static void
show_identities (CasenessNationalPage *self, const CasenessNational *national)
{
  const CasenessNationalCard card = { self->identities_title, NULL, self->identities };

  caseness_national_card_show_identities (&card, national);
}

static void
show_doubts (CasenessNationalPage *self)
{
  const CasenessNationalCard card = { self->doubts_title, NULL, self->doubts };
  gboolean is_trying = caseness_answer_model_get_loading (self->doubts_model);

  gtk_spinner_set_spinning (self->doubts_spinner, is_trying);
  caseness_national_card_show_doubts (&card, caseness_answer_model_get_answer (self->doubts_model), is_trying);
}

static gboolean
is_without_publication (CasenessNationalPage *self)
{
  CasenessNational *national = get_national (self);

  return national != NULL && national->choices->len == 0;
}

static void
show_extract_state (CasenessNationalPage *self)
{
  gboolean is_comparing = caseness_national_comparing_is_busy (self->comparing);
  g_autofree char *words = caseness_national_comparing_dup_words (self->comparing);

  gtk_spinner_set_spinning (self->extract_spinner, is_comparing);
  gtk_widget_set_visible (GTK_WIDGET (self->extract_spinner), is_comparing);
  gtk_widget_set_visible (self->extract_cancel, is_comparing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.stop-extract", is_comparing);
  gtk_label_set_text (self->extract_title, is_comparing ? _("An extract is being compared") : _("No extract is compared"));
  gtk_label_set_text (self->extract_words, words);
  gtk_label_set_text (self->publication_words, caseness_national_words_obtain ());
  gtk_widget_set_visible (GTK_WIDGET (self->publication_words), is_without_publication (self));
  gtk_widget_set_visible (GTK_WIDGET (self->publication_title), is_without_publication (self));
}

static void
show_lower (CasenessNationalPage *self)
{
  const CasenessNationalCard reasons = { self->reasons_title, self->reasons_subtitle, self->reasons };
  const CasenessNationalCard detail = { self->detail_title, self->detail_subtitle, self->detail_table };
  const CasenessDifferences *differences = get_differences (self);
  const GPtrArray *checks = get_checks (self);
  gboolean is_comparing = caseness_national_comparing_is_busy (self->comparing);

  if ((self->detail == DETAIL_REASON && differences == NULL)
      || (self->detail == DETAIL_DOUBT && (checks == NULL || self->detail_id >= checks->len)))
    self->detail = DETAIL_NONE;
  show_extract_state (self);
  if (differences != NULL)
    caseness_national_card_show_reasons (&reasons, differences);
  if (self->detail == DETAIL_REASON)
    caseness_national_card_show_reason (&detail, differences, self->detail_id, hides_names (self));
  else if (self->detail == DETAIL_DOUBT)
    caseness_national_card_show_doubt (&detail, g_ptr_array_index (checks, self->detail_id));
  gtk_stack_set_visible_child_name (self->lower, self->detail != DETAIL_NONE          ? "detail"
                                                 : differences != NULL && !is_comparing ? "reasons"
                                                                                        : "extract");
  update_actions (self);
}

static gboolean
is_of (const CasenessNationalDoubts *doubts, const CasenessNational *national)
{
  return doubts != NULL && doubts->snapshot == national->snapshot
         && caseness_period_equal (&doubts->period, &national->period);
}

/* Deriving the pathways again and again takes a while, so it is done only for who looks at the page. */
static void
ask_doubts (CasenessNationalPage *self)
{
  CasenessNational *national = get_national (self);
  g_autofree char *path = dup_store_path (self);
  CasenessNationalQuery query = { .store_path = path };

  if (national == NULL || path == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || is_of (caseness_answer_model_get_answer (self->doubts_model), national))
    return;
  query.snapshot = national->snapshot;
  query.period = national->period;
  caseness_answer_model_ask (self->doubts_model, caseness_national_query_copy (&query));
  show_doubts (self);
}

static void
caseness_national_page_show (CasenessAnswerPage *page, gpointer shown)
{
  CasenessNationalPage *self = CASENESS_NATIONAL_PAGE (page);
  CasenessNational *national = shown;

  if (national != NULL)
    {
      caseness_national_against_show (self->choice, national);
      gtk_widget_set_sensitive (GTK_WIDGET (self->show_choice), national->comparisons != NULL);
      caseness_icb_choice_show (self->icb_choice, CASENESS_PAGE (self), caseness_snapshot_get_published (national->snapshot));
      show_measures (self, national);
      show_identities (self, national);
      ask_doubts (self);
    }
  show_lower (self);
}

static gboolean
caseness_national_page_describe_empty (CasenessAnswerPage *page, gpointer answer, CasenessPageStatus *status)
{
  return FALSE; /* England is there to compare with before anything is loaded */
}

static void
doubts_answered_cb (CasenessNationalPage *self)
{
  show_doubts (self);
  show_lower (self);
}

static void
compared_cb (CasenessNationalPage *self)
{
  const char *publication = caseness_national_comparing_get_publication (self->comparing);

  if (publication != NULL)
    {
      g_autoptr(GFile) file = g_file_new_for_path (publication);

      caseness_national_comparing_stop (self->comparing);
      caseness_national_page_load_publication (self, file);
    }
  self->detail = DETAIL_NONE;
  show_lower (self);
}

static void
choice_changed_cb (CasenessNationalPage *self)
{
  CasenessNational *national = get_national (self);

  if (national != NULL && !caseness_answer_page_is_showing (CASENESS_ANSWER_PAGE (self))
      && caseness_national_against_read (self->choice, national, &self->wanted))
    caseness_answer_page_ask (CASENESS_ANSWER_PAGE (self));
}

static void
show_changed_cb (CasenessNationalPage *self)
{
  CasenessNational *national = get_national (self);

  if (national != NULL && !caseness_answer_page_is_showing (CASENESS_ANSWER_PAGE (self)))
    show_measures (self, national);
}

static void
measure_opened_cb (CasenessNationalPage *self, guint id)
{
  g_autoptr(CasenessFigureAddress) address = caseness_national_find_address (get_national (self), id);

  caseness_page_explain (CASENESS_PAGE (self), GTK_WIDGET (self->table), NULL, address);
}

static void
open_detail (CasenessNationalPage *self, Detail detail, guint id)
{
  self->detail = detail;
  self->detail_id = id;
  show_lower (self);
}

/* A difference opens the person's course, a move of a rule in doubt the figure that moves. */
static void
detail_opened_cb (CasenessNationalPage *self, guint id)
{
  CasenessNational *national = get_national (self);
  const GPtrArray *checks = get_checks (self);
  g_autoptr(CasenessFigureAddress) address = NULL;

  if (national == NULL)
    return;
  if (self->detail == DETAIL_REASON && get_differences (self) != NULL)
    {
      if (caseness_person_window_open_row (self->detail_table, caseness_page_get_session (CASENESS_PAGE (self)),
                                           national->snapshot, id, caseness_national_tables_find_person, get_differences (self))
          == NULL)
        caseness_page_toast (CASENESS_PAGE (self), _("This pathway is in the extract alone: there is no course to show."));
    }
  else if (self->detail == DETAIL_DOUBT && checks != NULL)
    {
      const CasenessDoubtCheck *check = g_ptr_array_index (checks, self->detail_id);
      const CasenessDoubtMove *move = &g_array_index (check->moves, CasenessDoubtMove, id);

      address = caseness_figure_address_new (move->measure->id, &national->period, NULL, NULL);
      caseness_page_explain (CASENESS_PAGE (self), GTK_WIDGET (self->detail_table), NULL, address);
    }
}

static void
doubt_opened_cb (CasenessNationalPage *self, guint id)
{
  open_detail (self, DETAIL_DOUBT, id);
}

static void
reason_opened_cb (CasenessNationalPage *self, guint id)
{
  open_detail (self, DETAIL_REASON, id);
}

static void
close_detail_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessNationalPage *self = CASENESS_NATIONAL_PAGE (widget);
  Detail closed = self->detail;

  self->detail = DETAIL_NONE;
  show_lower (self);
  gtk_widget_grab_focus (GTK_WIDGET (closed == DETAIL_DOUBT ? self->doubts : self->reasons));
}

/* Loading */

static void
loaded_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessNationalPage) self = user_data;
  gint64 loaded;
  g_autofree char *words = caseness_national_load_finish (CASENESS_SESSION (session), result, &loaded);

  if (loaded != 0)
    {
      self->wanted = loaded;
      caseness_answer_page_ask (CASENESS_ANSWER_PAGE (self));
    }
  if (words != NULL)
    caseness_page_toast (CASENESS_PAGE (self), words);
}

void
caseness_national_page_load_publication (CasenessNationalPage *self, GFile *file)
{
  CasenessSession *session = caseness_page_get_session (CASENESS_PAGE (self));

  g_return_if_fail (CASENESS_IS_NATIONAL_PAGE (self));
  if (session == NULL || caseness_session_get_file (session) == NULL || g_file_peek_path (file) == NULL)
    return;
  self->wanted = CASENESS_NATIONAL_BEST;
  caseness_national_load_async (session, file, loaded_cb, g_object_ref (self));
}

void
caseness_national_page_compare_extract (CasenessNationalPage *self, GFile *folder)
{
  g_autofree char *path = dup_store_path (self);
  g_autofree char *extract = g_file_get_path (folder);

  g_return_if_fail (CASENESS_IS_NATIONAL_PAGE (self));
  if (path == NULL || extract == NULL)
    return;
  self->detail = DETAIL_NONE;
  caseness_national_comparing_begin (self->comparing, path, extract);
  show_lower (self);
}

static void
stop_extract_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessNationalPage *self = CASENESS_NATIONAL_PAGE (widget);

  caseness_national_comparing_stop (self->comparing);
  show_lower (self);
}

static void
load_publication_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  caseness_national_files_choose_publication (CASENESS_NATIONAL_PAGE (widget)->files);
}

static void
load_extract_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  caseness_national_files_choose_extract (CASENESS_NATIONAL_PAGE (widget)->files);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessNationalPage *self = CASENESS_NATIONAL_PAGE (widget);
  guint i = 0;

  while (strcmp (export_actions[i], action_name) != 0)
    i++;
  caseness_national_export (CASENESS_PAGE (self), i, get_national (self), get_checks (self), get_differences (self));
}

static CasenessReport *
caseness_national_page_make_report (CasenessPage *page)
{
  CasenessNationalPage *self = CASENESS_NATIONAL_PAGE (page);
  CasenessNational *national = get_national (self);
  const CasenessNationalReportOptions options = {
    .as_at = caseness_session_get_as_at (caseness_page_get_session (page)),
    .checks = get_checks (self),
    .differences = get_differences (self),
    .identifies = caseness_page_get_identifies (page),
  };

  return national != NULL ? caseness_national_report_new (national, &options) : NULL;
}

static void
caseness_national_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (caseness_national_page_parent_class)->map (widget);
  ask_doubts (CASENESS_NATIONAL_PAGE (widget));
}

static void
caseness_national_page_dispose (GObject *object)
{
  CasenessNationalPage *self = CASENESS_NATIONAL_PAGE (object);

  g_clear_object (&self->files);
  g_clear_object (&self->doubts_model);
  g_clear_object (&self->comparing);
  G_OBJECT_CLASS (caseness_national_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-national-page.ui");
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, frame);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, choice);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, show_choice);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, icb_choice);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, title_label);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, subtitle_label);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, table);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, identities_title);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, identities);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, doubts_title);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, doubts_spinner);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, doubts);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, lower);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, reasons_title);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, reasons_subtitle);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, reasons);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, detail_title);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, detail_subtitle);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, detail_table);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, publication_title);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, publication_words);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, extract_words);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, extract_title);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, extract_spinner);
  gtk_widget_class_bind_template_child (klass, CasenessNationalPage, extract_cancel);
  gtk_widget_class_bind_template_callback (klass, choice_changed_cb);
  gtk_widget_class_bind_template_callback (klass, show_changed_cb);
  gtk_widget_class_bind_template_callback (klass, measure_opened_cb);
  gtk_widget_class_bind_template_callback (klass, doubt_opened_cb);
  gtk_widget_class_bind_template_callback (klass, reason_opened_cb);
  gtk_widget_class_bind_template_callback (klass, detail_opened_cb);
}

static void
install_actions (GtkWidgetClass *klass)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (export_actions); i++)
    gtk_widget_class_install_action (klass, export_actions[i], NULL, export_cb);
  gtk_widget_class_install_action (klass, "page.load-publication", NULL, load_publication_cb);
  gtk_widget_class_install_action (klass, "page.load-extract", NULL, load_extract_cb);
  gtk_widget_class_install_action (klass, "page.stop-extract", NULL, stop_extract_cb);
  gtk_widget_class_install_action (klass, "page.close-detail", NULL, close_detail_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "page.close-detail", NULL);
}

static void
caseness_national_page_class_init (CasenessNationalPageClass *klass)
{
  CasenessAnswerPageClass *answer_class = CASENESS_ANSWER_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_national_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = caseness_national_page_map;
  CASENESS_PAGE_CLASS (klass)->make_report = caseness_national_page_make_report;
  CASENESS_PAGE_CLASS (klass)->can_identify = TRUE;
  answer_class->make_query = caseness_national_page_make_query;
  answer_class->show = caseness_national_page_show;
  answer_class->describe_empty = caseness_national_page_describe_empty;
  install_actions (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
caseness_national_page_init (CasenessNationalPage *self)
{
  g_autoptr(GtkStringList) shows = gtk_string_list_new (NULL);
  guint i;

  g_type_ensure (CASENESS_TYPE_ASIDE_BOX);
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  g_type_ensure (CASENESS_TYPE_ICB_CHOICE);
  self->wanted = CASENESS_NATIONAL_BEST;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (i = 0; i < CASENESS_N_NATIONAL_SHOWS; i++)
    gtk_string_list_append (shows, caseness_national_show_get_words (i));
  gtk_drop_down_set_model (self->show_choice, G_LIST_MODEL (shows));
  self->files = caseness_national_files_new (GTK_WIDGET (self));
  g_signal_connect_object (self->files, "publication", G_CALLBACK (caseness_national_page_load_publication), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "extract", G_CALLBACK (caseness_national_page_compare_extract), self,
                           G_CONNECT_SWAPPED);
  self->doubts_model
    = caseness_answer_model_new (caseness_national_answer_doubts, (GDestroyNotify) caseness_national_query_free,
                                 (GDestroyNotify) caseness_national_doubts_free);
  g_signal_connect_object (self->doubts_model, "answered", G_CALLBACK (doubts_answered_cb), self, G_CONNECT_SWAPPED);
  self->comparing = caseness_national_comparing_new ();
  g_signal_connect_object (self->comparing, "compared", G_CALLBACK (compared_cb), self, G_CONNECT_SWAPPED);
  caseness_answer_page_start (CASENESS_ANSWER_PAGE (self), self->frame,
                              caseness_answer_model_new (caseness_national_answer,
                                                         (GDestroyNotify) caseness_national_query_free,
                                                         (GDestroyNotify) caseness_national_unref));
}

GtkWidget *
caseness_national_page_new (CasenessSession *session)
{
  return g_object_new (CASENESS_TYPE_NATIONAL_PAGE, "session", session, NULL);
}
