/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-tally.h"

#include <string.h>

typedef struct
{
  guint32 value;
  guint n_sessions;
  guint last_session;
  const char *last_activity; /* the highest id within the last session */
} Entry;

struct _CasenessTally
{
  GArray *entries; /* Entry; a pathway meets a handful of people, so looking through them is quickest */
};

CasenessTally *
caseness_tally_new (void)
{
  CasenessTally *tally = g_new0 (CasenessTally, 1);

  tally->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return tally;
}

void
caseness_tally_free (CasenessTally *tally)
{
  if (tally == NULL)
    return;
  g_array_unref (tally->entries);
  g_free (tally);
}

void
caseness_tally_clear (CasenessTally *tally)
{
  g_array_set_size (tally->entries, 0);
}

void
caseness_tally_add (CasenessTally *tally, guint session, guint32 value, const char *activity_id)
{
  Entry fresh = { value, 1, session, activity_id };
  guint i;

  if (value == 0)
    return;
  for (i = 0; i < tally->entries->len; i++)
    {
      Entry *entry = &g_array_index (tally->entries, Entry, i);

      if (entry->value != value)
        continue;
      if (entry->last_session != session)
        *entry = (Entry){ value, entry->n_sessions + 1, session, activity_id };
      else if (strcmp (activity_id, entry->last_activity) > 0)
        entry->last_activity = activity_id;
      return;
    }
  g_array_append_val (tally->entries, fresh);
}

static gboolean
beats (const Entry *a, const Entry *b)
{
  if (a->n_sessions != b->n_sessions)
    return a->n_sessions > b->n_sessions;
  if (a->last_session != b->last_session)
    return a->last_session > b->last_session;
  return strcmp (a->last_activity, b->last_activity) > 0;
}

guint32
caseness_tally_get_winner (const CasenessTally *tally)
{
  const Entry *winner = NULL;
  guint i;

  for (i = 0; i < tally->entries->len; i++)
    {
      const Entry *entry = &g_array_index (tally->entries, Entry, i);

      if (winner == NULL || beats (entry, winner))
        winner = entry;
    }
  return winner != NULL ? winner->value : 0;
}
