/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-agree.h"

#include "caseness-ptl-action-dialog.h"
#include "caseness-ptl-record.h"
#include "caseness-ptl-words.h"

#include <glib/gi18n-lib.h>

/* An action is due at the next meeting unless somebody says otherwise. */
#define DAYS_TO_NEXT_MEETING 7

/* Agreement: what a dialog is about. */
typedef struct
{
  CasenessPage *page;        /* owned */
  CasenessPtlAnswer *answer; /* owned */
  GPtrArray *people;         /* owned */
} Agreement;

static void
agreement_free (gpointer data, GClosure *closure)
{
  Agreement *agreement = data;

  g_object_unref (agreement->page);
  g_ptr_array_unref (agreement->people);
  caseness_ptl_answer_unref (agreement->answer);
  g_free (agreement);
}

static Agreement *
agreement_new (CasenessPage *page, CasenessPtlAnswer *answer, GPtrArray *people)
{
  Agreement *agreement = g_new0 (Agreement, 1);

  agreement->page = g_object_ref (page);
  agreement->answer = caseness_ptl_answer_ref (answer);
  agreement->people = g_ptr_array_ref (people);
  return agreement;
}

static void
written_cb (CasenessPtlActionDialog *dialog, const char *what, const char *owner, int due, gboolean is_done,
            Agreement *agreement)
{
  caseness_ptl_record_action (agreement->page, agreement->answer, agreement->people, what, owner, due, is_done);
}

static void
removed_cb (CasenessPtlActionDialog *dialog, Agreement *agreement)
{
  caseness_ptl_record_removal (agreement->page, agreement->answer, agreement->people);
}

static char *
dup_whom (const CasenessPtlAnswer *answer, const GPtrArray *people, gboolean hides_names)
{
  if (people->len == 1)
    return caseness_ptl_words_person (answer, g_ptr_array_index (people, 0), hides_names);
  return g_strdup_printf (ngettext ("%u person", "%u people", people->len), people->len);
}

/* Words that name somebody are neither shown in meeting mode nor written over unseen. */
static gboolean
is_unreadable (const CasenessPtlAnswer *answer, const CasenessPtlPerson *person, const CasenessPtlAction *action)
{
  const GPtrArray *staff = answer->since->staff;

  return caseness_ptl_action_names_somebody (staff, person, action->what)
         || caseness_ptl_action_names_somebody (staff, person, action->owner);
}

/* The single person's action, which the dialog is to change. */
static const CasenessPtlAction *
find_action (const CasenessPtlAnswer *answer, const GPtrArray *people)
{
  return people->len == 1 ? caseness_ptl_actions_find (answer->actions, g_ptr_array_index (people, 0)) : NULL;
}

GtkWidget *
caseness_ptl_agree (CasenessPage *page, CasenessPtlAnswer *answer, GPtrArray *people, gboolean hides_names)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  CasenessDate as_at = answer->query->as_at;
  const CasenessPtlAction *action = find_action (answer, people);
  g_auto(GStrv) owners = hides_names ? g_new0 (char *, 1) : caseness_ptl_actions_list_owners (answer->actions);
  g_autofree char *whom = dup_whom (answer, people, hides_names);
  GtkWidget *dialog;

  if (action != NULL && hides_names && is_unreadable (answer, g_ptr_array_index (people, 0), action))
    {
      caseness_page_toast (page, _("This action names somebody. It can be changed when meeting mode is off."));
      return NULL;
    }
  dialog = caseness_ptl_action_dialog_new (window, whom, as_at + DAYS_TO_NEXT_MEETING, (const char *const *) owners);
  if (action != NULL)
    caseness_ptl_action_dialog_edit (CASENESS_PTL_ACTION_DIALOG (dialog), action,
                                     !caseness_ptl_action_is_open (action, as_at));
  g_signal_connect_data (dialog, "written", G_CALLBACK (written_cb), agreement_new (page, answer, people),
                         agreement_free, 0);
  g_signal_connect_data (dialog, "removed", G_CALLBACK (removed_cb), agreement_new (page, answer, people),
                         agreement_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
