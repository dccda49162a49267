/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-tables.h"

#include "caseness-group-words.h"
#include "caseness-recovery-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
set_count (CasenessDataRow *row, guint cell, guint count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  caseness_data_row_set_number (row, cell, text, count);
}

static void
set_number (CasenessDataRow *row, guint cell, double number, int decimals)
{
  g_autofree char *text = caseness_recovery_words_number (number, decimals);

  caseness_data_row_set_number (row, cell, text, number);
}

static void
set_percent (CasenessDataRow *row, guint cell, double share)
{
  g_autofree char *text = caseness_recovery_words_percent (share);

  caseness_data_row_set_number (row, cell, text, share);
}

/* A share over what it is made of and its 95% interval; below ten courses the counts alone. */
static void
set_share (CasenessDataRow *row, guint cell, const CasenessRecovery *recovery, CasenessInterval share, guint numerator,
           guint denominator)
{
  gboolean is_told = caseness_recovery_get_denominator (recovery) >= CASENESS_FEWEST_JUDGED;
  g_autofree char *counts = caseness_recovery_words_counts (numerator, denominator);
  g_autofree char *limits = caseness_recovery_words_limits (&share);
  g_autofree char *both = g_strdup_printf ("%s; %s", counts, limits);

  set_percent (row, cell, is_told ? share.value : NAN);
  caseness_data_row_set_detail (row, cell, is_told ? both : counts);
}

/* Recovery and reliable recovery are of those at caseness, the rest of all courses, missed ones of appointments. */
static guint
set_shares (CasenessDataRow *row, guint cell, const CasenessRecovery *recovery)
{
  const guint counts[] = { recovery->improved, recovery->no_change, recovery->deteriorated, recovery->no_outcome };
  guint n = caseness_recovery_get_denominator (recovery), i;

  set_share (row, cell++, recovery, caseness_recovery_get_rate (recovery), recovery->recovered, n);
  set_share (row, cell++, recovery, caseness_recovery_get_reliable_rate (recovery), recovery->reliably_recovered, n);
  for (i = 0; i < G_N_ELEMENTS (counts); i++)
    set_share (row, cell++, recovery, caseness_recovery_get_share (recovery, counts[i]), counts[i], recovery->courses);
  return cell;
}

static void
set_expected (CasenessDataRow *row, guint cell, const CasenessRecovery *recovery)
{
  CasenessInterval ratio = caseness_recovery_get_ratio (recovery);
  g_autofree char *words = caseness_recovery_words_ratio (&ratio);
  g_autofree char *more = caseness_recovery_words_more (recovery);

  set_number (row, cell, recovery->expected, 1);
  caseness_data_row_set_number (row, cell + 1, words, ratio.value);
  caseness_data_row_set_number (row, cell + 2, more, caseness_recovery_get_more (recovery));
}

static CasenessDataRow *
make_group (const CasenessRecovery *recovery, guint place, const char *label, guint n_cells)
{
  CasenessDataRow *row = caseness_data_row_new (place, n_cells);
  guint i, cell = 0;

  caseness_data_row_set_number (row, cell++, label, place);
  set_count (row, cell++, recovery->courses);
  set_count (row, cell++, recovery->at_caseness);
  cell = set_shares (row, cell, recovery);
  set_expected (row, cell, recovery);
  cell += 3;
  set_number (row, cell++, caseness_recovery_get_mean_sessions (recovery), 1);
  set_number (row, cell++, recovery->median_sessions, 1);
  for (i = 0; i < CASENESS_N_RECOVERY_SCALES; i++)
    set_number (row, cell++, caseness_recovery_get_effect (recovery, i), 1);
  set_number (row, cell++, recovery->first_waits.median, 0);
  set_number (row, cell++, recovery->second_waits.median, 0);
  set_share (row, cell++, recovery, caseness_recovery_get_missed_rate (recovery), recovery->missed,
             recovery->appointments);
  g_assert (cell == n_cells);
  return row;
}

void
caseness_recovery_tables_groups (CasenessDataTable *table, const CasenessRecoveryStudy *study,
                                 const char *const *labels)
{
  g_autofree char *what = caseness_recovery_words_variables (study->variables);
  const CasenessDataColumn columns[] = {
    { what, CASENESS_DATA_NAME },
    { _("Courses"), CASENESS_DATA_NUMBER },
    { _("At caseness"), CASENESS_DATA_NUMBER },
    { _("Recovery"), CASENESS_DATA_PAIR },
    { _("Reliable recovery"), CASENESS_DATA_PAIR },
    { _("Reliable improvement"), CASENESS_DATA_PAIR },
    { _("No change"), CASENESS_DATA_PAIR },
    { _("Worse"), CASENESS_DATA_PAIR },
    { _("No last score"), CASENESS_DATA_PAIR },
    { _("Expected"), CASENESS_DATA_NUMBER },
    { _("Observed over expected"), CASENESS_DATA_TEXT },
    { _("People"), CASENESS_DATA_TEXT },
    { _("Mean sessions"), CASENESS_DATA_NUMBER },
    { _("Median sessions"), CASENESS_DATA_NUMBER },
    { _("PHQ-9 effect"), CASENESS_DATA_NUMBER },
    { _("GAD-7 effect"), CASENESS_DATA_NUMBER },
    { _("WSAS effect"), CASENESS_DATA_NUMBER },
    { _("Days to first"), CASENESS_DATA_NUMBER },
    { _("Days to second"), CASENESS_DATA_NUMBER },
    { _("Missed"), CASENESS_DATA_PAIR },
  };
  g_autoptr(GPtrArray) rows = new_rows ();
  guint i;

  for (i = 0; i < study->comparison->rows->len; i++)
    g_ptr_array_add (rows, make_group (g_ptr_array_index (study->comparison->rows, i), i, labels[i],
                                       G_N_ELEMENTS (columns)));
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

guint
caseness_recovery_tables_outside (CasenessDataTable *table, const CasenessRecoveryStudy *study,
                                  const char *const *labels, CasenessRecoveryBasis basis, gboolean is_widened)
{
  g_autofree char *what = caseness_recovery_words_variables (study->variables);
  const CasenessDataColumn columns[] = {
    { what, CASENESS_DATA_NAME },
    { _("Recovered"), CASENESS_DATA_NUMBER },
    { _("Stands"), CASENESS_DATA_PROSE },
    { _("Expected"), CASENESS_DATA_NUMBER },
    { _("Crude"), CASENESS_DATA_NUMBER },
    { _("Adjusted ratio, 95% interval"), CASENESS_DATA_NUMBER },
    { _("No last score"), CASENESS_DATA_NUMBER },
  };
  g_autoptr(GPtrArray) outside = caseness_recovery_comparison_list_outside (study->comparison, basis, is_widened);
  g_autoptr(GPtrArray) rows = new_rows ();
  guint i, place = 0;

  for (i = 0; i < outside->len; i++)
    {
      const CasenessRecovery *recovery = g_ptr_array_index (outside, i);
      CasenessDataRow *row;
      CasenessInterval ratio = caseness_recovery_get_ratio (recovery);
      CasenessStanding standing
        = caseness_recovery_comparison_judge (study->comparison, recovery, basis, is_widened);
      g_autofree char *words = caseness_recovery_words_ratio (&ratio);
      g_autofree char *counts
        = caseness_recovery_words_counts (recovery->recovered, caseness_recovery_get_denominator (recovery));

      g_ptr_array_find (study->comparison->rows, recovery, &place);
      row = caseness_data_row_new (place, G_N_ELEMENTS (columns));
      caseness_data_row_set_number (row, 0, labels[place], place);
      caseness_data_row_set_number (row, 1, counts, recovery->recovered);
      caseness_data_row_set_number (row, 2, caseness_recovery_words_standing (standing), standing);
      set_number (row, 3, recovery->expected, 1);
      set_percent (row, 4, caseness_recovery_get_rate (recovery).value);
      caseness_data_row_set_number (row, 5, words, ratio.value);
      set_count (row, 6, recovery->no_outcome);
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
  return outside->len;
}

char *
caseness_recovery_tables_dup_person (const CasenessReview *review, guint position, gboolean hides_ids)
{
  guint pathway = g_array_index (review->people, CasenessReviewPerson, position).pathway;

  if (hides_ids)
    return g_strdup_printf (_("Person %u"), position + 1);
  return g_strdup (caseness_snapshot_get_text (review->snapshot, pathway, CASENESS_PATHWAY_SERVICE_REQUEST_ID));
}

static void
set_day (CasenessDataRow *row, guint cell, CasenessDate day)
{
  g_autofree char *text = caseness_date_format_short (day);

  caseness_data_row_set_number (row, cell, text, day);
}

/* PersonCell: the columns of a review list. */
typedef enum
{
  PERSON_NAME,
  PERSON_DISCHARGED,
  PERSON_TEAM,
  PERSON_PROBLEM,
  PERSON_THERAPY,
  PERSON_SESSIONS,
  PERSON_ANSWERS,
  PERSON_AGREED,
  PERSON_CLINICIAN,
  N_PERSON_CELLS
} PersonCell;

/* Which of them a list shows, in their order. */
typedef struct
{
  PersonCell cells[N_PERSON_CELLS];
  guint n;
} PersonCells;

static const char *
get_team (const CasenessReviewList *list, guint position)
{
  guint pathway = g_array_index (list->review->people, CasenessReviewPerson, position).pathway;

  return caseness_dimension_get_label (CASENESS_DIMENSION_TEAM, list->review->snapshot, pathway);
}

static const char *
get_problem (const CasenessReviewList *list, guint position)
{
  guint pathway = g_array_index (list->review->people, CasenessReviewPerson, position).pathway;

  return g_ptr_array_index (list->problems->labels, list->problems->groups[pathway]);
}

/* What a list has in common stands in its title; a list of one tells all there is. */
static gboolean
is_common (const CasenessReviewList *list, const char *(*get) (const CasenessReviewList *list, guint position))
{
  guint i = 1;

  while (i < list->review->people->len && strcmp (get (list, i), get (list, 0)) == 0)
    i++;
  return i > 1 && i >= list->review->people->len;
}

static PersonCells
choose_cells (const CasenessReviewList *list)
{
  const gboolean is_left_out[N_PERSON_CELLS] = {
    [PERSON_TEAM] = is_common (list, get_team),
    [PERSON_PROBLEM] = is_common (list, get_problem),
    [PERSON_CLINICIAN] = list->hides_staff,
  };
  PersonCells chosen = { .n = 0 };
  guint i;

  for (i = 0; i < N_PERSON_CELLS; i++)
    if (!is_left_out[i])
      chosen.cells[chosen.n++] = i;
  return chosen;
}

static char *
dup_agreed (CasenessJournal *journal, const char *subject)
{
  char *themes;

  if (!caseness_review_has_record (journal, subject))
    return g_strdup ("");
  themes = caseness_recovery_words_themes (caseness_review_get_themes (journal, subject));
  if (*themes != '\0')
    return themes;
  g_free (themes);
  return g_strdup (_("Note"));
}

static void
take_text (CasenessDataRow *row, guint cell, char *text)
{
  g_autofree char *owned = text;

  caseness_data_row_set_text (row, cell, owned);
}

static void
set_person_cell (CasenessDataRow *row, guint cell, PersonCell what, const CasenessReviewList *list, guint position,
                 CasenessJournal *journal)
{
  const CasenessReviewPerson *person = &g_array_index (list->review->people, CasenessReviewPerson, position);
  const CasenessSnapshot *snapshot = list->review->snapshot;
  guint pathway = person->pathway;
  g_autofree char *subject = caseness_review_dup_subject (snapshot, pathway);
  g_autofree char *name = NULL;

  switch (what)
    {
    case PERSON_NAME:
      name = caseness_recovery_tables_dup_person (list->review, position, list->hides_ids);
      caseness_data_row_set_number (row, cell, name, position);
      break;
    case PERSON_DISCHARGED:
      set_day (row, cell, caseness_snapshot_get_date (snapshot, pathway, CASENESS_PATHWAY_DISCHARGED));
      break;
    case PERSON_TEAM:
      caseness_data_row_set_text (row, cell, g_dgettext (GETTEXT_PACKAGE, get_team (list, position)));
      break;
    case PERSON_PROBLEM:
      take_text (row, cell, caseness_group_words_problem (get_problem (list, position)));
      break;
    case PERSON_THERAPY:
      caseness_data_row_set_text (row, cell, caseness_snapshot_get_text (snapshot, pathway, CASENESS_PATHWAY_MODALITY));
      break;
    case PERSON_SESSIONS:
      set_count (row, cell, (guint) caseness_snapshot_get_count (snapshot, pathway, CASENESS_PATHWAY_TREATMENTS));
      break;
    case PERSON_ANSWERS:
      take_text (row, cell, caseness_recovery_words_answers (person));
      break;
    case PERSON_AGREED:
      take_text (row, cell, dup_agreed (journal, subject));
      break;
    case PERSON_CLINICIAN:
      caseness_data_row_set_text (row, cell, caseness_snapshot_get_text (snapshot, pathway, CASENESS_PATHWAY_CLINICIAN));
      break;
    case N_PERSON_CELLS:
      break;
    }
}

void
caseness_recovery_tables_people (CasenessDataTable *table, const CasenessReviewList *list, const GArray *places,
                                 CasenessJournal *journal)
{
  const CasenessDataColumn all[N_PERSON_CELLS] = {
    [PERSON_NAME] = { _("Reference"), CASENESS_DATA_TEXT },
    [PERSON_DISCHARGED] = { _("Discharged"), CASENESS_DATA_TEXT },
    [PERSON_TEAM] = { _("Team"), CASENESS_DATA_TEXT },
    [PERSON_PROBLEM] = { _("Problem"), CASENESS_DATA_PROSE },
    [PERSON_THERAPY] = { _("Therapy"), CASENESS_DATA_TEXT },
    [PERSON_SESSIONS] = { _("Sessions"), CASENESS_DATA_NUMBER },
    [PERSON_ANSWERS] = { _("What to look for"), CASENESS_DATA_PROSE },
    [PERSON_AGREED] = { _("Agreed"), CASENESS_DATA_TEXT },
    [PERSON_CLINICIAN] = { _("Clinician"), CASENESS_DATA_TEXT },
  };
  const PersonCells chosen = choose_cells (list);
  CasenessDataColumn columns[N_PERSON_CELLS];
  g_autoptr(GPtrArray) rows = new_rows ();
  guint i, cell;

  for (cell = 0; cell < chosen.n; cell++)
    columns[cell] = all[chosen.cells[cell]];
  for (i = 0; i < places->len; i++)
    {
      guint position = g_array_index (places, guint, i);
      CasenessDataRow *row = caseness_data_row_new (position, chosen.n);

      for (cell = 0; cell < chosen.n; cell++)
        set_person_cell (row, cell, chosen.cells[cell], list, position, journal);
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (table, columns, chosen.n, rows);
}

guint
caseness_recovery_tables_tally (CasenessDataTable *table, const CasenessReview *review, CasenessJournal *journal)
{
  guint n_themes, n_reviewed = 0, i, k;
  const CasenessReviewTheme *themes = caseness_review_theme_get_all (&n_themes);
  g_autofree CasenessDataColumn *columns = g_new0 (CasenessDataColumn, n_themes + 2);
  g_autoptr(GPtrArray) tallies = caseness_review_tally (review, journal);
  g_autoptr(GPtrArray) rows = new_rows ();

  columns[0] = (CasenessDataColumn){ _("Team"), CASENESS_DATA_NAME };
  columns[1] = (CasenessDataColumn){ _("Reviewed"), CASENESS_DATA_NUMBER };
  for (k = 0; k < n_themes; k++)
    columns[k + 2] = (CasenessDataColumn){ g_dgettext (GETTEXT_PACKAGE, themes[k].label), CASENESS_DATA_NUMBER };
  for (i = 0; i < tallies->len; i++)
    {
      const CasenessReviewTally *tally = g_ptr_array_index (tallies, i);
      CasenessDataRow *row = caseness_data_row_new (i, n_themes + 2);
      g_autofree char *reviewed = caseness_recovery_words_counts (tally->n_reviewed, tally->n_people);

      caseness_data_row_set_number (row, 0, tally->team != NULL ? g_dgettext (GETTEXT_PACKAGE, tally->team) : _("All"),
                                    i);
      caseness_data_row_set_number (row, 1, reviewed, tally->n_reviewed);
      n_reviewed = MAX (n_reviewed, tally->n_reviewed);
      for (k = 0; k < n_themes; k++)
        set_count (row, k + 2, tally->counts[k]);
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (table, columns, n_themes + 2, rows);
  return n_reviewed;
}
