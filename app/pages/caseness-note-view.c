/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-note-view.h"

#include "caseness-review-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A note is recorded when somebody stops typing for so long, or goes elsewhere. */
#define PAUSE_MILLISECONDS 800

/* Whoever never pauses has a draft on the disk this often. */
#define DRAFT_MILLISECONDS 700

struct _CasenessNoteView
{
  AdwBin parent_instance;
  GtkTextView *text;
  GtkLabel *kept_label;

  CasenessSession *session; /* owned, nullable */
  char *subject;            /* owned, nullable: whom the note is about */
  guint save_timeout;       /* 0, or a note waits to be recorded */
  guint draft_timeout;      /* 0, or words wait to be on the disk */
  gboolean has_draft;
  gboolean is_filling;      /* what the text says now is not what somebody typed */
};

G_DEFINE_FINAL_TYPE (CasenessNoteView, caseness_note_view, ADW_TYPE_BIN)

enum
{
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_open (CasenessNoteView *self)
{
  return self->subject != NULL && self->session != NULL && caseness_session_get_file (self->session) != NULL;
}

static char *
dup_text (CasenessNoteView *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static char *
dup_kept (CasenessNoteView *self)
{
  return caseness_review_dup_note (caseness_session_get_journal (self->session), self->subject);
}

static void
draft_kept_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessNoteView) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_keep_draft_finish (CASENESS_SESSION (session), result, &error))
    g_signal_emit (self, signals[MESSAGE], 0, error->message);
}

/* @body: (nullable): NULL when the draft is finished with, which others are told. */
static void
write_draft (CasenessNoteView *self, const char *body)
{
  const CasenessJournalChange change = { CASENESS_REVIEW_DRAFT_KIND, self->subject, body };

  caseness_session_keep_draft_async (self->session, &change, body != NULL, draft_kept_cb, g_object_ref (self));
  self->has_draft = body != NULL;
}

static gboolean
draft_due_cb (gpointer user_data)
{
  CasenessNoteView *self = user_data;
  g_autofree char *text = NULL;
  g_autofree char *body = NULL;

  self->draft_timeout = 0;
  if (!is_open (self))
    return G_SOURCE_REMOVE;
  text = dup_text (self);
  body = caseness_review_dup_note_body (text);
  if (body != NULL)
    write_draft (self, body);
  return G_SOURCE_REMOVE;
}

static void
written_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessNoteView) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error))
    {
      caseness_note_view_tell (self, _("Not kept"));
      g_signal_emit (self, signals[MESSAGE], 0, error->message);
      return;
    }
  caseness_note_view_tell (self, _("Kept. Ctrl+Z takes it back."));
}

void
caseness_note_view_save (CasenessNoteView *self)
{
  g_autofree char *note = NULL;
  g_autofree char *body = NULL;
  g_autofree char *kept = NULL;

  g_return_if_fail (CASENESS_IS_NOTE_VIEW (self));

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  if (!is_open (self))
    return;
  note = dup_text (self);
  kept = dup_kept (self);
  if (strcmp (note, kept) != 0)
    {
      CasenessJournalChange change = { CASENESS_REVIEW_NOTE_KIND, self->subject, NULL };

      change.body = body = caseness_review_dup_note_body (note);
      caseness_session_write_journal_async (self->session, &change, 1,
                                            body != NULL ? _("Note on a review") : _("Note on a review removed"),
                                            written_cb, g_object_ref (self));
    }
  if (self->has_draft)
    write_draft (self, NULL);
}

static gboolean
pause_over_cb (gpointer user_data)
{
  CasenessNoteView *self = user_data;

  self->save_timeout = 0;
  caseness_note_view_save (self);
  return G_SOURCE_REMOVE;
}

static void
await_pause (CasenessNoteView *self)
{
  g_clear_handle_id (&self->save_timeout, g_source_remove);
  self->save_timeout = g_timeout_add (PAUSE_MILLISECONDS, pause_over_cb, self);
}

static void
changed_cb (CasenessNoteView *self)
{
  if (self->is_filling)
    return;
  await_pause (self);
  if (self->draft_timeout == 0)
    self->draft_timeout = g_timeout_add (DRAFT_MILLISECONDS, draft_due_cb, self);
  caseness_note_view_tell (self, "");
}

static void
left_cb (CasenessNoteView *self)
{
  if (self->save_timeout != 0)
    caseness_note_view_save (self);
}

/* Words being typed are not taken away by what was kept before them; a draft that nobody types at was left behind. */
static void
fill (CasenessNoteView *self)
{
  CasenessJournal *journal = caseness_session_get_journal (self->session);
  g_autofree char *draft = caseness_review_dup_draft (journal, self->subject);
  g_autofree char *kept = dup_kept (self);
  g_autofree char *typed = dup_text (self);
  gboolean is_left_behind = !self->has_draft && *draft != '\0' && strcmp (draft, kept) != 0;
  const char *words = is_left_behind ? draft : kept;

  if (self->save_timeout != 0)
    return;
  self->is_filling = TRUE;
  if (strcmp (words, typed) != 0)
    {
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), words, -1);
      caseness_note_view_tell (self, ""); /* what was said was said of other words */
    }
  self->is_filling = FALSE;
  if (!is_left_behind)
    return;
  self->has_draft = TRUE;
  caseness_note_view_tell (self, _("Typed before the program ended."));
  await_pause (self);
}

void
caseness_note_view_show (CasenessNoteView *self, CasenessSession *session, const char *subject)
{
  g_return_if_fail (CASENESS_IS_NOTE_VIEW (self));

  if (g_strcmp0 (subject, self->subject) != 0)
    {
      caseness_note_view_save (self);
      g_free (self->subject);
      self->subject = g_strdup (subject);
      self->has_draft = FALSE;
      caseness_note_view_tell (self, "");
    }
  g_set_object (&self->session, session);
  if (is_open (self))
    fill (self);
}

void
caseness_note_view_tell (CasenessNoteView *self, const char *words)
{
  g_return_if_fail (CASENESS_IS_NOTE_VIEW (self));

  if (self->kept_label != NULL)
    gtk_label_set_text (self->kept_label, words);
}

GtkTextBuffer *
caseness_note_view_get_buffer (CasenessNoteView *self)
{
  g_return_val_if_fail (CASENESS_IS_NOTE_VIEW (self), NULL);

  return gtk_text_view_get_buffer (self->text);
}

static gboolean
caseness_note_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CASENESS_NOTE_VIEW (widget)->text));
}

static gboolean
caseness_note_view_mnemonic_activate (GtkWidget *widget, gboolean group_cycling)
{
  return gtk_widget_grab_focus (widget);
}

static void
caseness_note_view_dispose (GObject *object)
{
  CasenessNoteView *self = CASENESS_NOTE_VIEW (object);

  if (self->text != NULL)
    caseness_note_view_save (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), CASENESS_TYPE_NOTE_VIEW);
  self->text = NULL;
  self->kept_label = NULL;
  G_OBJECT_CLASS (caseness_note_view_parent_class)->dispose (object);
}

static void
caseness_note_view_finalize (GObject *object)
{
  g_free (CASENESS_NOTE_VIEW (object)->subject);
  G_OBJECT_CLASS (caseness_note_view_parent_class)->finalize (object);
}

static void
caseness_note_view_class_init (CasenessNoteViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_note_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = caseness_note_view_finalize;
  widget_class->grab_focus = caseness_note_view_grab_focus;
  widget_class->mnemonic_activate = caseness_note_view_mnemonic_activate;
  signals[MESSAGE] = g_signal_new ("message", CASENESS_TYPE_NOTE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/caseness/Caseness/ui/caseness-note-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessNoteView, text);
  gtk_widget_class_bind_template_child (widget_class, CasenessNoteView, kept_label);
}

static void
caseness_note_view_init (CasenessNoteView *self)
{
  GtkEventController *focus;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
}
