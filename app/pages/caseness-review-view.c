/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-review-view.h"

#include "caseness-data-table.h"
#include "caseness-note-view.h"
#include "caseness-person-window.h"
#include "caseness-recovery-tables.h"
#include "caseness-recovery-words.h"
#include "caseness-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So that the note is in sight below them. */
#define THEMES_IN_A_ROW 2

struct _CasenessReviewView
{
  AdwBin parent_instance;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkDropDown *look_choice;
  GtkDropDown *agreed_choice;
  GtkWidget *next_button;
  CasenessDataTable *table;
  CasenessDataTable *tally;
  GtkWidget *tally_card; /* not there before anybody is read */
  GtkWidget *person_card;
  GtkLabel *person_title;
  GtkLabel *answers_label;
  GtkGrid *themes_box;
  CasenessNoteView *note;

  CasenessSession *session;      /* owned, nullable */
  GSignalGroup *session_signals;
  CasenessReview *review;        /* owned, nullable */
  CasenessGrouping *problems;    /* owned, nullable: of the review's snapshot */
  char *title;
  gboolean hides_ids;
  gboolean hides_staff;
  char *subject;                 /* owned, nullable: whoever is open */
  gboolean is_filling;           /* what the controls say now is not what somebody did */
};

G_DEFINE_FINAL_TYPE (CasenessReviewView, caseness_review_view, ADW_TYPE_BIN)

/* What the list can be narrowed to: after these come the questions, or the themes. */
enum
{
  LOOK_FOR_ANYTHING,
  LOOK_FOR_WORSE,
  N_OTHER_LOOKS
};

enum
{
  AGREED_ANYTHING,
  AGREED_NOT_READ,
  AGREED_READ,
  N_OTHER_AGREED
};

enum
{
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static CasenessJournal *
get_journal (CasenessReviewView *self)
{
  return caseness_session_get_journal (self->session);
}

/* May come after the view is gone. */
static void
written_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessReviewView) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_kept = caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error);

  if (!is_kept)
    g_signal_emit (self, signals[MESSAGE], 0, error->message);
  if (self->note != NULL)
    caseness_note_view_tell (self->note, is_kept ? _("Kept. Ctrl+Z takes it back.") : _("Not kept"));
}

static guint32
read_ticks (CasenessReviewView *self)
{
  guint32 themes = 0;
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->themes_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      themes |= 1u << i;
  return themes;
}

static void
theme_ticked_cb (CasenessReviewView *self)
{
  CasenessJournalChange change = { CASENESS_REVIEW_THEME_KIND, self->subject, NULL };
  g_autofree char *body = NULL;

  if (self->is_filling || self->subject == NULL)
    return;
  change.body = body = caseness_review_dup_theme_body (read_ticks (self));
  caseness_session_write_journal_async (self->session, &change, 1, _("Themes of a review"), written_cb,
                                        g_object_ref (self));
}

static void
fill_themes (CasenessReviewView *self)
{
  guint n, i;
  const CasenessReviewTheme *themes = caseness_review_theme_get_all (&n);

  for (i = 0; i < n; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (g_dgettext (GETTEXT_PACKAGE, themes[i].label));

      gtk_widget_set_tooltip_text (check, g_dgettext (GETTEXT_PACKAGE, themes[i].meaning));
      g_signal_connect_object (check, "toggled", G_CALLBACK (theme_ticked_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (self->themes_box, check, (int) (i % THEMES_IN_A_ROW), (int) (i / THEMES_IN_A_ROW), 1, 1);
    }
}

static void
append_look (GtkStringList *looks, const char *words, guint n)
{
  g_autofree char *text = g_strdup_printf ("%s (%'u)", words, n);

  gtk_string_list_append (looks, text);
}

/* How many there are of each is said where one is chosen; another list begins with everybody. */
static void
fill_looks (CasenessReviewView *self, gboolean is_same)
{
  g_autoptr(GtkStringList) looks = gtk_string_list_new (NULL);
  guint chosen = is_same ? gtk_drop_down_get_selected (self->look_choice) : LOOK_FOR_ANYTHING, i;

  append_look (looks, _("Whatever there is to look for"), self->review->people->len);
  append_look (looks, _("Got reliably worse"), self->review->n_deteriorated);
  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    append_look (looks, caseness_recovery_words_question (i), self->review->counts[i]);
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->look_choice, G_LIST_MODEL (looks));
  gtk_drop_down_set_selected (self->look_choice, chosen != GTK_INVALID_LIST_POSITION ? chosen : LOOK_FOR_ANYTHING);
  if (!is_same)
    gtk_drop_down_set_selected (self->agreed_choice, AGREED_ANYTHING);
  self->is_filling = FALSE;
}

static void
fill_agreed (CasenessReviewView *self)
{
  g_autoptr(GtkStringList) agreed = gtk_string_list_new (NULL);
  guint n, i;
  const CasenessReviewTheme *themes = caseness_review_theme_get_all (&n);

  gtk_string_list_append (agreed, _("Read or not"));
  gtk_string_list_append (agreed, _("Not read yet"));
  gtk_string_list_append (agreed, _("Read"));
  for (i = 0; i < n; i++)
    {
      /* Translators: %s is a theme that reviewers agreed on, such as "Dose" */
      g_autofree char *words = g_strdup_printf (_("Agreed: %s"), g_dgettext (GETTEXT_PACKAGE, themes[i].label));

      gtk_string_list_append (agreed, words);
    }
  gtk_drop_down_set_model (self->agreed_choice, G_LIST_MODEL (agreed));
}

static gboolean
has_look (const CasenessReviewPerson *person, guint look)
{
  if (look >= N_OTHER_LOOKS)
    return caseness_review_person_has (person, look - N_OTHER_LOOKS);
  return look == LOOK_FOR_ANYTHING || person->is_deteriorated;
}

static gboolean
has_agreed (CasenessReviewView *self, const CasenessReviewPerson *person, guint agreed)
{
  g_autofree char *subject = NULL;

  if (agreed == AGREED_ANYTHING)
    return TRUE;
  subject = caseness_review_dup_subject (self->review->snapshot, person->pathway);
  if (agreed < N_OTHER_AGREED)
    return caseness_review_has_record (get_journal (self), subject) == (agreed == AGREED_READ);
  return (caseness_review_get_themes (get_journal (self), subject) & 1u << (agreed - N_OTHER_AGREED)) != 0;
}

/* Returns: (transfer full) (element-type guint): places on the list of those that it is narrowed to. */
static GArray *
list_shown (CasenessReviewView *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  guint look = gtk_drop_down_get_selected (self->look_choice);
  guint agreed = gtk_drop_down_get_selected (self->agreed_choice), i;

  for (i = 0; i < self->review->people->len; i++)
    {
      const CasenessReviewPerson *person = &g_array_index (self->review->people, CasenessReviewPerson, i);

      if (has_look (person, look) && has_agreed (self, person, agreed))
        g_array_append_val (places, i);
    }
  return places;
}

static int
find_person (CasenessReviewView *self)
{
  guint i;

  for (i = 0; self->subject != NULL && self->review != NULL && i < self->review->people->len; i++)
    {
      guint pathway = g_array_index (self->review->people, CasenessReviewPerson, i).pathway;
      g_autofree char *subject = caseness_review_dup_subject (self->review->snapshot, pathway);

      if (strcmp (subject, self->subject) == 0)
        return (int) i;
    }
  return -1;
}

static void
show_ticks (CasenessReviewView *self)
{
  guint32 themes = caseness_review_get_themes (get_journal (self), self->subject);
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->themes_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child), (themes & 1u << i) != 0);
}

static char *
dup_answers (const CasenessReviewPerson *person)
{
  GString *words = g_string_new (NULL);
  guint i;

  if (person->is_deteriorated)
    g_string_append_printf (words, "• %s\n", _("Got reliably worse: read these notes first."));
  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    if (caseness_review_person_has (person, i))
      g_string_append_printf (words, "• %s. %s\n", caseness_recovery_words_question (i),
                              g_dgettext (GETTEXT_PACKAGE, caseness_review_get_words (i)->meaning));
  if (words->len == 0)
    g_string_append (words, _("The data hold no answer: what do the notes say?"));
  else
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

static void
show_person (CasenessReviewView *self)
{
  int position = find_person (self);
  const CasenessReviewPerson *person;
  g_autofree char *name = NULL;
  g_autofree char *answers = NULL;

  gtk_widget_set_visible (self->person_card, position >= 0);
  if (position < 0)
    {
      caseness_note_view_show (self->note, self->session, NULL);
      g_clear_pointer (&self->subject, g_free);
      return;
    }
  person = &g_array_index (self->review->people, CasenessReviewPerson, position);
  name = caseness_recovery_tables_dup_person (self->review, (guint) position, self->hides_ids);
  answers = dup_answers (person);
  self->is_filling = TRUE;
  gtk_label_set_text (self->person_title, name);
  gtk_label_set_text (self->answers_label, answers);
  show_ticks (self);
  caseness_note_view_show (self->note, self->session, self->subject);
  self->is_filling = FALSE;
}

static char *
describe_list (CasenessReviewView *self, guint n_shown)
{
  g_autofree char *words = caseness_recovery_words_review (self->review);

  if (n_shown == self->review->people->len)
    return g_steal_pointer (&words);
  /* Translators: %1$s is a sentence about a list of people, of whom %2$u of %3$u are shown */
  return g_strdup_printf (_("%1$s. Shown: %2$'u of %3$'u"), words, n_shown, self->review->people->len);
}

static void
show_list (CasenessReviewView *self)
{
  const CasenessReviewList list = { self->review, self->problems, self->hides_ids, self->hides_staff };
  g_autoptr(GArray) places = list_shown (self);
  g_autofree char *subtitle = describe_list (self, places->len);

  gtk_label_set_text (self->title_label, self->title);
  gtk_label_set_text (self->subtitle_label, subtitle);
  caseness_data_table_set_name (self->table, self->title, subtitle);
  caseness_recovery_tables_people (self->table, &list, places, get_journal (self));
}

static void
show_all (CasenessReviewView *self)
{
  if (self->review == NULL || self->session == NULL)
    return;
  show_list (self);
  caseness_data_table_set_name (self->tally, _("Agreed themes by team"), self->title);
  gtk_widget_set_visible (self->tally_card,
                          caseness_recovery_tables_tally (self->tally, self->review, get_journal (self)) > 0);
  show_person (self);
}

static void
narrowed_cb (CasenessReviewView *self)
{
  if (!self->is_filling && self->review != NULL && self->session != NULL)
    show_list (self);
}

/* The whole list in its order; clinicians are named where the list may name them. */
static void
show_course_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessReviewView *self = CASENESS_REVIEW_VIEW (widget);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (CasenessListedPerson));
  int position = find_person (self);
  GtkWindow *window;
  guint i;

  if (position < 0)
    return;
  for (i = 0; i < self->review->people->len; i++)
    {
      CasenessListedPerson person = { g_array_index (self->review->people, CasenessReviewPerson, i).pathway, i + 1 };

      g_array_append_val (people, person);
    }
  window = caseness_person_window_open (widget, self->session, self->review->snapshot, people, (guint) position);
  caseness_person_page_set_hides_staff (caseness_person_window_get_page (CASENESS_PERSON_WINDOW (window)),
                                        self->hides_staff);
}

static void
close_person_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessReviewView *self = CASENESS_REVIEW_VIEW (widget);

  g_clear_pointer (&self->subject, g_free);
  show_person (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* Of those shown, the next after the one that is open, or the first; after the last comes the first. */
static void
next_person_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessReviewView *self = CASENESS_REVIEW_VIEW (widget);
  g_autoptr(GArray) places = self->review != NULL ? list_shown (self) : NULL;
  int position = find_person (self);
  guint i = 0;

  if (places == NULL || places->len == 0)
    return;
  while (i < places->len && (int) g_array_index (places, guint, i) <= position)
    i++;
  caseness_review_view_open (self, g_array_index (places, guint, i % places->len));
}

static void
caseness_review_view_dispose (GObject *object)
{
  CasenessReviewView *self = CASENESS_REVIEW_VIEW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->review, caseness_review_free);
  g_clear_pointer (&self->problems, caseness_grouping_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CASENESS_TYPE_REVIEW_VIEW);
  self->note = NULL;
  G_OBJECT_CLASS (caseness_review_view_parent_class)->dispose (object);
}

static void
caseness_review_view_finalize (GObject *object)
{
  CasenessReviewView *self = CASENESS_REVIEW_VIEW (object);

  g_free (self->title);
  g_free (self->subject);
  G_OBJECT_CLASS (caseness_review_view_parent_class)->finalize (object);
}

static void
note_message_cb (CasenessReviewView *self, const char *message)
{
  g_signal_emit (self, signals[MESSAGE], 0, message);
}

static void
row_opened_cb (CasenessReviewView *self, guint id)
{
  caseness_review_view_open (self, id);
}

/* The keyboard begins where the first person is opened. */
static gboolean
caseness_review_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CASENESS_REVIEW_VIEW (widget)->next_button);
}

static void
caseness_review_view_class_init (CasenessReviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_review_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = caseness_review_view_finalize;
  widget_class->grab_focus = caseness_review_view_grab_focus;
  signals[MESSAGE] = g_signal_new ("message", CASENESS_TYPE_REVIEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/caseness/Caseness/ui/caseness-review-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessReviewView, title_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessReviewView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessReviewView, look_choice);
  gtk_widget_class_bind_template_child (widget_class, CasenessReviewView, agreed_choice);
  gtk_widget_class_bind_template_child (widget_class, CasenessReviewView, next_button);
  gtk_widget_class_bind_template_child (widget_class, CasenessReviewView, table);
  gtk_widget_class_bind_template_child (widget_class, CasenessReviewView, tally);
  gtk_widget_class_bind_template_child (widget_class, CasenessReviewView, tally_card);
  gtk_widget_class_bind_template_child (widget_class, CasenessReviewView, person_card);
  gtk_widget_class_bind_template_child (widget_class, CasenessReviewView, person_title);
  gtk_widget_class_bind_template_child (widget_class, CasenessReviewView, answers_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessReviewView, themes_box);
  gtk_widget_class_bind_template_child (widget_class, CasenessReviewView, note);
  gtk_widget_class_bind_template_callback (widget_class, note_message_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_install_action (widget_class, "review.close-person", NULL, close_person_cb);
  gtk_widget_class_install_action (widget_class, "review.next-person", NULL, next_person_cb);
  gtk_widget_class_install_action (widget_class, "review.show-course", NULL, show_course_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "review.close-person", NULL);
}

static void
caseness_review_view_init (CasenessReviewView *self)
{
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  g_type_ensure (CASENESS_TYPE_NOTE_VIEW);
  g_type_ensure (CASENESS_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_themes (self);
  self->is_filling = TRUE;
  fill_agreed (self);
  self->is_filling = FALSE;
  self->session_signals = g_signal_group_new (CASENESS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::journal", G_CALLBACK (show_all), self);
}

void
caseness_review_view_set_session (CasenessReviewView *self, CasenessSession *session)
{
  g_return_if_fail (CASENESS_IS_REVIEW_VIEW (self));

  if (g_set_object (&self->session, session))
    g_signal_group_set_target (self->session_signals, session);
}

/* Which problem somebody had does not depend on a period. */
static void
group_problems (CasenessReviewView *self, CasenessSnapshot *snapshot)
{
  g_autoptr(CasenessFrame) frame = caseness_frame_new (snapshot);

  g_clear_pointer (&self->problems, caseness_grouping_free);
  self->problems = caseness_variable_group (caseness_variable_find ("Problem Descriptor"), frame);
}

void
caseness_review_view_show (CasenessReviewView *self, const CasenessReviewLook *look)
{
  gboolean is_same;

  g_return_if_fail (CASENESS_IS_REVIEW_VIEW (self));

  if (look == NULL)
    {
      g_clear_pointer (&self->review, caseness_review_free);
      g_clear_pointer (&self->title, g_free);
      return;
    }
  if (self->review == NULL || self->review->snapshot != look->review->snapshot)
    group_problems (self, look->review->snapshot);
  is_same = g_strcmp0 (self->title, look->title) == 0;
  g_clear_pointer (&self->review, caseness_review_free);
  self->review = caseness_review_narrow (look->review, NULL);
  g_free (self->title);
  self->title = g_strdup (look->title);
  self->hides_ids = look->hides_ids;
  self->hides_staff = look->hides_staff;
  fill_looks (self, is_same);
  show_all (self);
}

void
caseness_review_view_open (CasenessReviewView *self, guint position)
{
  guint pathway;

  g_return_if_fail (CASENESS_IS_REVIEW_VIEW (self));

  if (self->review == NULL || position >= self->review->people->len)
    return;
  pathway = g_array_index (self->review->people, CasenessReviewPerson, position).pathway;
  g_free (self->subject);
  self->subject = caseness_review_dup_subject (self->review->snapshot, pathway);
  show_person (self);
  gtk_widget_child_focus (GTK_WIDGET (self->themes_box), GTK_DIR_TAB_FORWARD);
}

const CasenessReview *
caseness_review_view_get_review (CasenessReviewView *self)
{
  g_return_val_if_fail (CASENESS_IS_REVIEW_VIEW (self), NULL);
  return self->review;
}

const char *
caseness_review_view_get_title (CasenessReviewView *self)
{
  g_return_val_if_fail (CASENESS_IS_REVIEW_VIEW (self), NULL);
  return self->title;
}
