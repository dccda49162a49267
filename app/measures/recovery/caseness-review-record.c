/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-review-record.h"

#include "caseness-filter.h"
#include "caseness-journal-body.h"
#include "caseness-ptl-private.h"
#include "caseness-reference.h"

#include <string.h>

#define MAX_THEMES 32
#define THEMES_KEY "themes"
#define TEXT_KEY "text"

static GArray *
read_themes (const CasenessReference *table)
{
  GArray *themes = g_array_new (FALSE, FALSE, sizeof (CasenessReviewTheme));
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      CasenessReviewTheme theme = {
        caseness_reference_get_cell (table, i, caseness_reference_find_column (table, "theme")),
        caseness_reference_get_cell (table, i, caseness_reference_find_column (table, "label")),
        caseness_reference_get_cell (table, i, caseness_reference_find_column (table, "meaning")),
      };

      g_array_append_val (themes, theme);
    }
  g_assert (themes->len <= MAX_THEMES);
  return themes;
}

const CasenessReviewTheme *
caseness_review_theme_get_all (guint *n)
{
  static gsize once = 0; /* the table, read once and never changed */

  g_return_val_if_fail (n != NULL, NULL);

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_themes (caseness_reference_get ("review-themes")));
  *n = ((GArray *) once)->len;
  return (const CasenessReviewTheme *) (gpointer) ((GArray *) once)->data;
}

char *
caseness_review_dup_subject (const CasenessSnapshot *snapshot, guint index)
{
  g_return_val_if_fail (snapshot != NULL, NULL);

  return g_strjoin ("|", caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_PROVIDER),
                    caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_SERVICE_REQUEST_ID),
                    caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_LOCAL_PATIENT_ID), NULL);
}

static CasenessJournalBody *
read_body (CasenessJournal *journal, const char *kind, const char *subject)
{
  const CasenessJournalEntry *entry = caseness_journal_get (journal, kind, subject);

  return caseness_journal_body_parse (entry != NULL ? entry->body : NULL);
}

/* A theme of a later Caseness is passed over. */
guint32
caseness_review_get_themes (CasenessJournal *journal, const char *subject)
{
  g_autoptr(CasenessJournalBody) body = read_body (journal, CASENESS_REVIEW_THEME_KIND, subject);
  g_auto(GStrv) ids = caseness_journal_body_get_list (body, THEMES_KEY);
  guint n, i;
  const CasenessReviewTheme *themes = caseness_review_theme_get_all (&n);
  guint32 found = 0;

  for (i = 0; i < n; i++)
    if (g_strv_contains ((const char *const *) ids, themes[i].id))
      found |= 1u << i;
  return found;
}

static char *
dup_text (CasenessJournal *journal, const char *kind, const char *subject)
{
  g_autoptr(CasenessJournalBody) body = read_body (journal, kind, subject);
  const char *text = caseness_journal_body_get_text (body, TEXT_KEY);

  return g_strdup (text != NULL ? text : "");
}

char *
caseness_review_dup_note (CasenessJournal *journal, const char *subject)
{
  return dup_text (journal, CASENESS_REVIEW_NOTE_KIND, subject);
}

char *
caseness_review_dup_draft (CasenessJournal *journal, const char *subject)
{
  return dup_text (journal, CASENESS_REVIEW_DRAFT_KIND, subject);
}

char *
caseness_review_dup_theme_body (guint32 chosen)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  guint n, i;
  const CasenessReviewTheme *themes = caseness_review_theme_get_all (&n);

  for (i = 0; i < n; i++)
    if ((chosen & 1u << i) != 0)
      g_ptr_array_add (ids, (gpointer) themes[i].id);
  if (ids->len == 0)
    return NULL;
  g_ptr_array_add (ids, NULL);
  caseness_journal_body_set_list (body, THEMES_KEY, (const char *const *) ids->pdata);
  return caseness_journal_body_to_text (body);
}

char *
caseness_review_dup_note_body (const char *note)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (note != NULL, NULL);

  trimmed = g_strstrip (g_strdup (note));
  if (*trimmed == '\0')
    return NULL;
  caseness_journal_body_set_text (body, TEXT_KEY, trimmed);
  return caseness_journal_body_to_text (body);
}

gboolean
caseness_review_has_record (CasenessJournal *journal, const char *subject)
{
  return caseness_journal_get (journal, CASENESS_REVIEW_THEME_KIND, subject) != NULL
         || caseness_journal_get (journal, CASENESS_REVIEW_NOTE_KIND, subject) != NULL;
}

static void
tally_free (gpointer data)
{
  CasenessReviewTally *tally = data;

  g_free (tally->team);
  g_free (tally->counts);
  g_free (tally);
}

static CasenessReviewTally *
tally_new (const char *team)
{
  CasenessReviewTally *tally = g_new0 (CasenessReviewTally, 1);

  tally->team = g_strdup (team);
  tally->counts = g_new0 (guint, MAX_THEMES);
  return tally;
}

static void
add_to_tally (CasenessReviewTally *tally, guint32 themes, gboolean is_reviewed)
{
  guint i;

  tally->n_people++;
  tally->n_reviewed += is_reviewed;
  for (i = 0; i < MAX_THEMES; i++)
    tally->counts[i] += (themes & 1u << i) != 0;
}

static CasenessReviewTally *
find_tally (GPtrArray *rows, const char *team)
{
  CasenessReviewTally *tally;
  guint i;

  for (i = 0; i < rows->len; i++)
    if (strcmp (((CasenessReviewTally *) g_ptr_array_index (rows, i))->team, team) == 0)
      return g_ptr_array_index (rows, i);
  tally = tally_new (team);
  g_ptr_array_add (rows, tally);
  return tally;
}

static int
compare_tallies (gconstpointer a, gconstpointer b)
{
  const CasenessReviewTally *first = *(const CasenessReviewTally *const *) a;
  const CasenessReviewTally *second = *(const CasenessReviewTally *const *) b;

  return caseness_ptl_compare_labels (first->team, second->team);
}

GPtrArray *
caseness_review_tally (const CasenessReview *review, CasenessJournal *journal)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (tally_free);
  CasenessReviewTally *all = tally_new (NULL);
  guint i;

  g_return_val_if_fail (review != NULL && journal != NULL, rows);

  for (i = 0; i < review->people->len; i++)
    {
      guint index = g_array_index (review->people, CasenessReviewPerson, i).pathway;
      g_autofree char *subject = caseness_review_dup_subject (review->snapshot, index);
      guint32 themes = caseness_review_get_themes (journal, subject);
      gboolean is_reviewed = caseness_review_has_record (journal, subject);
      const char *team = caseness_dimension_get_label (CASENESS_DIMENSION_TEAM, review->snapshot, index);

      add_to_tally (find_tally (rows, team), themes, is_reviewed);
      add_to_tally (all, themes, is_reviewed);
    }
  g_ptr_array_sort (rows, compare_tallies);
  if (rows->len > 1)
    g_ptr_array_add (rows, all);
  else
    tally_free (all);
  return rows;
}
