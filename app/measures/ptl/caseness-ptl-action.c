/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-action.h"

#include "caseness-journal-body.h"

#include <string.h>

#define STAGE "stage"
#define PERSON "person"
#define WHAT "what"
#define OWNER "owner"
#define MADE "made"
#define DUE "due"
#define DONE "done"

struct _CasenessPtlActions
{
  GPtrArray *all;     /* (element-type CasenessPtlAction): as they were first written */
  GHashTable *people; /* key of a person to a GPtrArray of CasenessPtlAction of all */
  CasenessDate as_at;
};

void
caseness_ptl_action_free (CasenessPtlAction *action)
{
  g_free (action->subject);
  g_free (action->what);
  g_free (action->owner);
  g_free (action);
}

gboolean
caseness_ptl_action_is_open (const CasenessPtlAction *action, CasenessDate as_at)
{
  g_return_val_if_fail (action != NULL, FALSE);

  return action->made <= as_at && (action->done == CASENESS_DATE_NONE || action->done > as_at);
}

gboolean
caseness_ptl_action_is_late (const CasenessPtlAction *action, CasenessDate as_at)
{
  return caseness_ptl_action_is_open (action, as_at) && action->due != CASENESS_DATE_NONE && action->due < as_at;
}

char *
caseness_ptl_person_dup_key (const CasenessPtlPerson *person)
{
  g_return_val_if_fail (person != NULL, NULL);

  return g_strdup_printf ("%s/%s", person->provider, person->service_request_id);
}

char *
caseness_ptl_action_dup_subject (CasenessStage stage, const CasenessPtlPerson *person, CasenessDate made)
{
  g_autofree char *key = caseness_ptl_person_dup_key (person);
  char day[11];

  return g_strdup_printf ("%s/%s/%s", caseness_stage_get_name (stage), key, caseness_date_write_iso (made, day));
}

static void
set_day (CasenessJournalBody *body, const char *key, CasenessDate date)
{
  char day[11];

  if (date != CASENESS_DATE_NONE)
    caseness_journal_body_set_text (body, key, caseness_date_write_iso (date, day));
}

char *
caseness_ptl_action_dup_body (const CasenessPtlAction *action, CasenessStage stage, const CasenessPtlPerson *person)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();
  g_autofree char *key = caseness_ptl_person_dup_key (person);

  g_return_val_if_fail (action != NULL && action->made != CASENESS_DATE_NONE, NULL);

  caseness_journal_body_set_text (body, STAGE, caseness_stage_get_name (stage));
  caseness_journal_body_set_text (body, PERSON, key);
  caseness_journal_body_set_text (body, WHAT, action->what);
  caseness_journal_body_set_text (body, OWNER, action->owner);
  set_day (body, MADE, action->made);
  set_day (body, DUE, action->due);
  set_day (body, DONE, action->done);
  return caseness_journal_body_to_text (body);
}

static CasenessDate
get_day (CasenessJournalBody *body, const char *key)
{
  const char *day = caseness_journal_body_get_text (body, key);

  return day != NULL ? caseness_date_parse (day) : CASENESS_DATE_NONE;
}

static char *
dup_text (CasenessJournalBody *body, const char *key)
{
  const char *text = caseness_journal_body_get_text (body, key);

  return g_strdup (text != NULL ? text : "");
}

static void
add_action (CasenessPtlActions *actions, const char *person, CasenessPtlAction *action)
{
  GPtrArray *of_person = g_hash_table_lookup (actions->people, person);

  if (of_person == NULL)
    {
      of_person = g_ptr_array_new ();
      g_hash_table_insert (actions->people, g_strdup (person), of_person);
    }
  g_ptr_array_add (actions->all, action);
  g_ptr_array_add (of_person, action);
}

/* Another Caseness may have written what this one cannot place. */
static void
take_entry (CasenessPtlActions *actions, const CasenessJournalEntry *entry, CasenessStage wanted)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_parse (entry->body);
  const char *person = caseness_journal_body_get_text (body, PERSON);
  const char *stage_name = caseness_journal_body_get_text (body, STAGE);
  CasenessDate made = get_day (body, MADE);
  CasenessPtlAction *action;
  CasenessStage stage;

  if (person == NULL || stage_name == NULL || !caseness_stage_parse (stage_name, &stage) || stage != wanted
      || made == CASENESS_DATE_NONE || made > actions->as_at)
    return;
  action = g_new0 (CasenessPtlAction, 1);
  action->subject = g_strdup (entry->subject);
  action->what = dup_text (body, WHAT);
  action->owner = dup_text (body, OWNER);
  action->made = made;
  action->due = get_day (body, DUE);
  action->done = get_day (body, DONE);
  add_action (actions, person, action);
}

CasenessPtlActions *
caseness_ptl_actions_new (CasenessJournal *journal, CasenessStage stage, CasenessDate as_at)
{
  CasenessPtlActions *actions = g_atomic_rc_box_new0 (CasenessPtlActions);
  g_autoptr(GPtrArray) entries
      = journal != NULL ? caseness_journal_list (journal, CASENESS_RECORD_PTL_ACTION) : NULL;
  guint i;

  actions->all = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_ptl_action_free);
  actions->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  actions->as_at = as_at;
  for (i = 0; entries != NULL && i < entries->len; i++)
    take_entry (actions, g_ptr_array_index (entries, i), stage);
  return actions;
}

CasenessPtlActions *
caseness_ptl_actions_ref (CasenessPtlActions *actions)
{
  return g_atomic_rc_box_acquire (actions);
}

static void
clear_actions (CasenessPtlActions *actions)
{
  g_hash_table_unref (actions->people);
  g_ptr_array_unref (actions->all);
}

void
caseness_ptl_actions_unref (CasenessPtlActions *actions)
{
  g_atomic_rc_box_release_full (actions, (GDestroyNotify) clear_actions);
}

CasenessDate
caseness_ptl_actions_get_as_at (const CasenessPtlActions *actions)
{
  g_return_val_if_fail (actions != NULL, CASENESS_DATE_NONE);
  return actions->as_at;
}

gboolean
caseness_ptl_actions_are_none (const CasenessPtlActions *actions)
{
  g_return_val_if_fail (actions != NULL, TRUE);
  return actions->all->len == 0;
}

const CasenessPtlAction *
caseness_ptl_actions_find (const CasenessPtlActions *actions, const CasenessPtlPerson *person)
{
  g_autofree char *key = caseness_ptl_person_dup_key (person);

  g_return_val_if_fail (actions != NULL, NULL);
  return caseness_ptl_actions_find_by (actions, key, actions->as_at);
}

const CasenessPtlAction *
caseness_ptl_actions_find_by (const CasenessPtlActions *actions, const char *key, CasenessDate day)
{
  const CasenessPtlAction *latest = NULL;
  GPtrArray *of_person;
  guint i;

  g_return_val_if_fail (actions != NULL && key != NULL, NULL);

  of_person = g_hash_table_lookup (actions->people, key);
  for (i = 0; of_person != NULL && i < of_person->len; i++)
    {
      const CasenessPtlAction *action = g_ptr_array_index (of_person, i);

      if (action->made <= day && (latest == NULL || latest->made <= action->made))
        latest = action;
    }
  return latest;
}

char **
caseness_ptl_actions_list_owners (const CasenessPtlActions *actions)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GStrvBuilder) owners = g_strv_builder_new ();
  guint i;

  g_return_val_if_fail (actions != NULL, NULL);

  for (i = actions->all->len; i > 0; i--)
    {
      char *owner = ((CasenessPtlAction *) g_ptr_array_index (actions->all, i - 1))->owner;

      if (*owner != '\0' && g_hash_table_add (known, owner))
        g_strv_builder_add (owners, owner);
    }
  return g_strv_builder_end (owners);
}

/* Whether a letter or digit ends at @end, or begins at @start, of folded text: a word goes on there. */
static gboolean
is_within_word (const char *text, const char *start, const char *end)
{
  return (start > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (start))))
         || (*end != '\0' && g_unichar_isalnum (g_utf8_get_char (end)));
}

/* Both in folded case. */
static gboolean
holds_word (const char *text, const char *word)
{
  gsize length = strlen (word);
  const char *found = length > 0 ? strstr (text, word) : NULL;

  while (found != NULL && is_within_word (text, found, found + length))
    found = strstr (found + length, word);
  return found != NULL;
}

static void
add_staff_of_pathway (GHashTable *numbers, const CasenessSnapshot *snapshot, guint index)
{
  guint i;

  g_hash_table_add (numbers, GUINT_TO_POINTER (caseness_packed_get (
                               caseness_snapshot_peek_texts (snapshot, CASENESS_PATHWAY_CLINICIAN), index)));
  for (i = 0; i < caseness_snapshot_get_n_waiting (snapshot, index); i++)
    g_hash_table_add (numbers, GUINT_TO_POINTER (caseness_snapshot_get_waiting (snapshot, index, i).staff));
  for (i = 0; i < caseness_snapshot_get_n_appointments (snapshot, index); i++)
    g_hash_table_add (numbers, GUINT_TO_POINTER (caseness_snapshot_get_appointment (snapshot, index, i).staff));
}

/* Returns: (transfer full): numbers of the dictionary, each once; 0 for nobody may be among them. */
static GHashTable *
collect_staff (const CasenessSnapshot *snapshot)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);
  const CasenessStaffRow *staff;
  guint n, i;

  staff = caseness_snapshot_get_staff (snapshot, &n);
  for (i = 0; i < n; i++)
    {
      g_hash_table_add (numbers, GUINT_TO_POINTER (staff[i].name));
      g_hash_table_add (numbers, GUINT_TO_POINTER (staff[i].key.id));
    }
  for (i = 0; i < caseness_snapshot_get_n_pathways (snapshot); i++)
    add_staff_of_pathway (numbers, snapshot, i);
  return numbers;
}

GPtrArray *
caseness_ptl_list_staff (const CasenessSnapshot *snapshot)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) numbers = NULL;
  GHashTableIter iter;
  gpointer number;

  g_return_val_if_fail (snapshot != NULL, list);

  numbers = collect_staff (snapshot);
  g_hash_table_iter_init (&iter, numbers);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    if (number != NULL)
      g_ptr_array_add (list, g_utf8_casefold (caseness_dictionary_get (caseness_snapshot_get_dictionary (snapshot),
                                                                       GPOINTER_TO_UINT (number)), -1));
  return list;
}

gboolean
caseness_ptl_action_names_somebody (const GPtrArray *staff, const CasenessPtlPerson *person, const char *text)
{
  g_autofree char *folded = NULL;
  g_autofree char *referral = NULL;
  g_autofree char *patient = NULL;
  guint i;

  g_return_val_if_fail (staff != NULL && person != NULL && text != NULL, TRUE);

  folded = g_utf8_casefold (text, -1);
  referral = g_utf8_casefold (person->service_request_id, -1);
  patient = g_utf8_casefold (person->local_patient_id, -1);
  if (holds_word (folded, referral) || holds_word (folded, patient))
    return TRUE;
  for (i = 0; i < staff->len; i++)
    if (holds_word (folded, g_ptr_array_index (staff, i)))
      return TRUE;
  return FALSE;
}
