/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-meeting.h"

#include "caseness-journal-body.h"

#define STAGE "stage"
#define DAY "day"
#define PEOPLE "people"
#define PAST "past"

char *
caseness_ptl_meeting_dup_subject (CasenessStage stage, CasenessDate as_at)
{
  char day[11];

  return g_strdup_printf ("%s/%s", caseness_stage_get_name (stage), caseness_date_write_iso (as_at, day));
}

static char **
list_keys (const CasenessPtl *ptl, gboolean only_past)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const CasenessPtlPerson *people;
  guint n, i;

  people = caseness_ptl_get_people (ptl, &n);
  for (i = 0; i < n; i++)
    {
      g_autofree char *key = caseness_ptl_person_dup_key (&people[i]);

      if (people[i].is_past || !only_past)
        g_strv_builder_add (builder, key);
    }
  return g_strv_builder_end (builder);
}

char *
caseness_ptl_meeting_dup_body (const CasenessPtl *ptl)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();
  g_auto(GStrv) people = NULL;
  g_auto(GStrv) past = NULL;
  char day[11];

  g_return_val_if_fail (ptl != NULL, NULL);

  people = list_keys (ptl, FALSE);
  past = list_keys (ptl, TRUE);
  caseness_journal_body_set_text (body, STAGE, caseness_stage_get_name (caseness_ptl_get_stage (ptl)));
  caseness_journal_body_set_text (body, DAY, caseness_date_write_iso (caseness_ptl_get_as_at (ptl), day));
  caseness_journal_body_set_list (body, PEOPLE, (const char *const *) people);
  caseness_journal_body_set_list (body, PAST, (const char *const *) past);
  return caseness_journal_body_to_text (body);
}

gboolean
caseness_ptl_meeting_is_kept (CasenessJournal *journal, CasenessStage stage, CasenessDate as_at)
{
  g_autofree char *subject = caseness_ptl_meeting_dup_subject (stage, as_at);

  return journal != NULL && caseness_journal_get (journal, CASENESS_RECORD_PTL_MEETING, subject) != NULL;
}

/* Returns: the day of a kept list of this queue, CASENESS_DATE_NONE when it is of another or cannot be read. */
static CasenessDate
read_day (CasenessJournalBody *body, CasenessStage wanted)
{
  const char *stage_name = caseness_journal_body_get_text (body, STAGE);
  const char *day = caseness_journal_body_get_text (body, DAY);
  CasenessStage stage;

  if (stage_name == NULL || day == NULL || !caseness_stage_parse (stage_name, &stage) || stage != wanted)
    return CASENESS_DATE_NONE;
  return caseness_date_parse (day);
}

static void
take_keys (GHashTable *set, CasenessJournalBody *body, const char *name)
{
  g_auto(GStrv) keys = caseness_journal_body_get_list (body, name);
  guint i;

  for (i = 0; keys[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (keys[i]));
}

CasenessDate
caseness_ptl_meeting_find_before (CasenessJournal *journal, CasenessStage stage, CasenessDate day, GHashTable *people,
                                  GHashTable *past)
{
  g_autoptr(GPtrArray) entries = caseness_journal_list (journal, CASENESS_RECORD_PTL_MEETING);
  g_autoptr(CasenessJournalBody) latest = NULL;
  CasenessDate latest_day = CASENESS_DATE_NONE;
  guint i;

  for (i = 0; i < entries->len; i++)
    {
      const CasenessJournalEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr(CasenessJournalBody) body = caseness_journal_body_parse (entry->body);
      CasenessDate kept = read_day (body, stage);

      if (kept == CASENESS_DATE_NONE || kept >= day || (latest != NULL && kept <= latest_day))
        continue;
      latest_day = kept;
      g_clear_pointer (&latest, caseness_journal_body_free);
      latest = g_steal_pointer (&body);
    }
  if (latest == NULL)
    return CASENESS_DATE_NONE;
  take_keys (people, latest, PEOPLE);
  take_keys (past, latest, PAST);
  return latest_day;
}
