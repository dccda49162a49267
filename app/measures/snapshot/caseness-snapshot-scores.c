/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-snapshot-private.h"

/* One pathway's scores while they are listed. */
typedef struct
{
  const CasenessSnapshot *snapshot;
  guint index;
  guint next; /* among the scores between first and last */
  guint end;
  GArray *scores;
} Listing;

/* What a service file holds may end too early, if it was changed. */
static CasenessScore
find_value (Listing *listing, const CasenessSheetLine *line)
{
  const CasenessRows *between = listing->snapshot->events->spans[CASENESS_EVENT_SCORES].rows;

  if (line->is_first)
    return caseness_snapshot_get_scores (listing->snapshot, listing->index, line->tool).first;
  if (line->is_last)
    return caseness_snapshot_get_scores (listing->snapshot, listing->index, line->tool).last;
  return listing->next < listing->end ? caseness_packed_get (between->columns[0], listing->next++) : CASENESS_SCORE_NONE;
}

static void
list_sitting (Listing *listing, const CasenessSitting *sitting)
{
  const CasenessSpans *sheets = &listing->snapshot->events->spans[CASENESS_EVENT_SHEETS];
  guint n, i, first = caseness_spans_get (sheets, sitting->sheet, &n);

  for (i = 0; i < n; i++)
    {
      CasenessScoreEvent score = { .date = sitting->date };

      caseness_rows_get (sheets->rows, first + i, &score.line);
      score.value = find_value (listing, &score.line);
      g_array_append_val (listing->scores, score);
    }
}

void
caseness_snapshot_list_scores (const CasenessSnapshot *snapshot, guint index, GArray *scores)
{
  const CasenessSpans *sittings, *between;
  Listing listing = { snapshot, index, .scores = scores };
  guint first, n, i;

  g_return_if_fail (snapshot != NULL && index < snapshot->n && scores != NULL);
  g_array_set_size (scores, 0);
  sittings = &snapshot->events->spans[CASENESS_EVENT_SITTINGS];
  between = &snapshot->events->spans[CASENESS_EVENT_SCORES];
  listing.next = caseness_spans_get (between, index, &n);
  listing.end = listing.next + n;
  first = caseness_spans_get (sittings, index, &n);
  for (i = 0; i < n; i++)
    {
      CasenessSitting sitting;

      caseness_rows_get (sittings->rows, first + i, &sitting);
      list_sitting (&listing, &sitting);
    }
}
