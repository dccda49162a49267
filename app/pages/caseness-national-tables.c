/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-national-tables.h"

#include "caseness-figure-words.h"
#include "caseness-national-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *const show_words[CASENESS_N_NATIONAL_SHOWS] = {
  [CASENESS_NATIONAL_SHOW_HEADLINES] = N_("Headline measures"),
  [CASENESS_NATIONAL_SHOW_TOTALS] = N_("All measures"),
  [CASENESS_NATIONAL_SHOW_GROUPS] = N_("Measures by group"),
  [CASENESS_NATIONAL_SHOW_DIFFERENT] = N_("What differs"),
};

const char *
caseness_national_show_get_words (CasenessNationalShow show)
{
  g_return_val_if_fail (show < CASENESS_N_NATIONAL_SHOWS, "");
  return _(show_words[show]);
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
is_shown (const CasenessComparison *row, CasenessNationalShow show)
{
  gboolean is_total = strcmp (row->published->variable, CASENESS_VARIABLE_TOTAL) == 0;

  switch (show)
    {
    case CASENESS_NATIONAL_SHOW_HEADLINES:
      return is_total && caseness_national_is_headline (row->published->measure);
    case CASENESS_NATIONAL_SHOW_TOTALS:
      return is_total;
    case CASENESS_NATIONAL_SHOW_GROUPS:
      return !is_total;
    case CASENESS_NATIONAL_SHOW_DIFFERENT:
    case CASENESS_N_NATIONAL_SHOWS:
    default:
      return row->verdict == CASENESS_AGREEMENT_DIFFERENT;
    }
}

/* "Gender: Female, April 2025": what the row is of, beyond the measure, where rows are of more than one. */
static char *
dup_detail (const CasenessComparison *row, gboolean has_periods)
{
  gboolean is_total = strcmp (row->published->variable, CASENESS_VARIABLE_TOTAL) == 0;
  g_autofree char *group = caseness_national_words_group (row);
  g_autofree char *period = caseness_period_format (&row->published->period);

  if (is_total)
    return has_periods ? g_steal_pointer (&period) : NULL;
  return has_periods ? g_strdup_printf ("%s, %s", group, period) : g_steal_pointer (&group);
}

static CasenessDataRow *
new_comparison (const CasenessComparison *row, guint id, guint n_columns, gboolean has_periods)
{
  CasenessDataRow *cells = caseness_data_row_new (id, n_columns);
  g_autofree char *measure = caseness_national_words_measure (row);
  g_autofree char *detail = dup_detail (row, has_periods);
  g_autofree char *exact = caseness_national_words_exact (row);
  g_autofree char *verdict = caseness_national_words_verdict (row->verdict);
  g_autofree char *gap = caseness_national_words_gap (row->gap);
  g_autofree char *whole = NULL;

  caseness_data_row_set_text (cells, 0, row->published->measure);
  /* Translators: a measure, then the group or the period it is of. */
  whole = detail != NULL ? g_strdup_printf (_("%s, %s"), measure, detail) : g_steal_pointer (&measure);
  caseness_data_row_set_text (cells, 1, whole);
  caseness_data_row_set_number (cells, 2, exact, row->ours.value);
  caseness_data_row_set_number (cells, 3, caseness_national_words_printed (row->local),
                                caseness_published_parse_value (row->local));
  caseness_data_row_set_number (cells, 4, caseness_national_words_printed (row->published->text), row->published->value);
  caseness_data_row_set_number (cells, 5, verdict, row->verdict);
  caseness_data_row_set_number (cells, 6, gap, row->gap);
  return cells;
}

static void
show_comparisons (CasenessDataTable *table, const CasenessComparisons *comparisons, CasenessNationalShow show)
{
  const CasenessDataColumn columns[] = {
    { _("Id"), CASENESS_DATA_TEXT },          { _("Measure"), CASENESS_DATA_PROSE },
    { _("Here"), CASENESS_DATA_NUMBER },      { _("Rounded"), CASENESS_DATA_NUMBER },
    { _("Published"), CASENESS_DATA_NUMBER }, { _("Verdict"), CASENESS_DATA_TEXT },
    { _("Gap"), CASENESS_DATA_NUMBER },
  };
  gboolean has_periods = caseness_comparisons_have_periods (comparisons);
  g_autoptr(GPtrArray) rows = new_rows ();
  guint i;

  for (i = 0; i < comparisons->rows->len; i++)
    {
      const CasenessComparison *row = g_ptr_array_index (comparisons->rows, i);

      if (is_shown (row, show))
        g_ptr_array_add (rows, new_comparison (row, i, G_N_ELEMENTS (columns), has_periods));
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

static void
show_england (CasenessDataTable *table, const CasenessNational *national)
{
  const CasenessDataColumn columns[] = {
    { _("Id"), CASENESS_DATA_TEXT },        { _("Measure"), CASENESS_DATA_PROSE },
    { _("Here"), CASENESS_DATA_NUMBER },    { _("England"), CASENESS_DATA_NUMBER },
    { _("Gap"), CASENESS_DATA_NUMBER },     { _("England’s is of"), CASENESS_DATA_TEXT },
  };
  g_autoptr(GPtrArray) rows = new_rows ();
  guint i;

  for (i = 0; i < national->england->len; i++)
    {
      const CasenessNationalEngland *row = &g_array_index (national->england, CasenessNationalEngland, i);
      CasenessDataRow *cells = caseness_data_row_new (i, G_N_ELEMENTS (columns));
      g_autofree char *name = caseness_national_words_name (row->measure);
      g_autofree char *ours = caseness_figure_words_value (row->measure, &row->ours);
      g_autofree char *theirs = caseness_national_words_england (row);
      g_autofree char *gap = caseness_national_words_gap (row->gap);
      g_autofree char *period = caseness_period_format (&row->england.period);

      caseness_data_row_set_text (cells, 0, row->measure->id);
      caseness_data_row_set_text (cells, 1, name);
      caseness_data_row_set_number (cells, 2, ours, row->ours.value);
      caseness_data_row_set_number (cells, 3, theirs, row->england.value);
      caseness_data_row_set_number (cells, 4, gap, row->gap);
      caseness_data_row_set_number (cells, 5, period, row->england.period.start);
      g_ptr_array_add (rows, cells);
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

void
caseness_national_tables_measures (CasenessDataTable *table, const CasenessNational *national,
                                   CasenessNationalShow show)
{
  if (national->comparisons != NULL)
    show_comparisons (table, national->comparisons, show);
  else
    show_england (table, national);
}

void
caseness_national_tables_identities (CasenessDataTable *table, const CasenessNational *national)
{
  const CasenessDataColumn columns[] = {
    { _("Identity"), CASENESS_DATA_PROSE },
    { _("Holds in"), CASENESS_DATA_NUMBER },
  };
  g_autoptr(GPtrArray) rows = new_rows ();
  guint i;

  for (i = 0; i < national->identities->len; i++)
    {
      const CasenessIdentitySummary *row = &g_array_index (national->identities, CasenessIdentitySummary, i);
      CasenessDataRow *cells = caseness_data_row_new (i, G_N_ELEMENTS (columns));
      g_autofree char *holds = caseness_national_words_holds (row);
      g_autofree char *sum = caseness_national_words_sum (row);
      g_autofree char *words = g_strdup_printf ("%s %s", row->n_holds == row->n_months ? "✓" : "✗", sum);

      caseness_data_row_set_number (cells, 0, words, i);
      caseness_data_row_set_number (cells, 1, holds, row->n_holds);
      g_ptr_array_add (rows, cells);
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

void
caseness_national_tables_doubts (CasenessDataTable *table, const GPtrArray *checks)
{
  const CasenessDataColumn columns[] = {
    { _("Rule in doubt"), CASENESS_DATA_PROSE },
    { _("Otherwise"), CASENESS_DATA_PAIR },
  };
  g_autoptr(GPtrArray) rows = new_rows ();
  guint i;

  for (i = 0; i < checks->len; i++)
    {
      const CasenessDoubtCheck *check = g_ptr_array_index (checks, i);
      CasenessDataRow *cells = caseness_data_row_new (i, G_N_ELEMENTS (columns));
      g_autofree char *move = caseness_national_words_move (check);
      g_autofree char *more = caseness_national_words_more (check);

      caseness_data_row_set_text (cells, 0, g_dgettext (GETTEXT_PACKAGE, check->doubt->question));
      caseness_data_row_set_number (cells, 1, move, -(double) check->moves->len);
      caseness_data_row_set_detail (cells, 1, more);
      g_ptr_array_add (rows, cells);
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

void
caseness_national_tables_reasons (CasenessDataTable *table, const CasenessDifferences *differences)
{
  const CasenessDataColumn columns[] = {
    { _("Reason"), CASENESS_DATA_NAME },
    { _("Pathways"), CASENESS_DATA_NUMBER },
    { _("Of those that differ"), CASENESS_DATA_SHARE },
    { _("What it means"), CASENESS_DATA_PROSE },
  };
  g_autoptr(GPtrArray) rows = new_rows ();
  guint i;

  for (i = 0; i < CASENESS_N_DIFFERENCE_REASONS; i++)
    {
      CasenessDataRow *cells = caseness_data_row_new (i, G_N_ELEMENTS (columns));
      double share = differences->n_differing > 0 ? (double) differences->n_pathways[i] / differences->n_differing : 0;
      g_autofree char *count = g_strdup_printf ("%'u", differences->n_pathways[i]);
      g_autofree char *percent = g_strdup_printf (_("%.0f%%"), share * 100);

      caseness_data_row_set_text (cells, 0, caseness_difference_reason_get_title (i));
      caseness_data_row_set_number (cells, 1, count, differences->n_pathways[i]);
      caseness_data_row_set_number (cells, 2, percent, share);
      caseness_data_row_set_text (cells, 3, caseness_difference_reason_get_meaning (i));
      g_ptr_array_add (rows, cells);
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

void
caseness_national_tables_moves (CasenessDataTable *table, const CasenessDoubtCheck *check)
{
  const CasenessDataColumn columns[] = {
    { _("Id"), CASENESS_DATA_TEXT },
    { _("Measure"), CASENESS_DATA_NAME },
    { g_dgettext (GETTEXT_PACKAGE, check->doubt->value_words), CASENESS_DATA_NUMBER },
    { g_dgettext (GETTEXT_PACKAGE, check->doubt->other_words), CASENESS_DATA_NUMBER },
    { _("Difference"), CASENESS_DATA_NUMBER },
  };
  g_autoptr(GPtrArray) rows = new_rows ();
  guint i;

  for (i = 0; i < check->moves->len; i++)
    {
      const CasenessDoubtMove *move = &g_array_index (check->moves, CasenessDoubtMove, i);
      CasenessDataRow *cells = caseness_data_row_new (i, G_N_ELEMENTS (columns));
      g_autofree char *name = caseness_national_words_name (move->measure);
      g_autofree char *by_default = caseness_figure_words_value (move->measure, &move->by_default);
      g_autofree char *by_other = caseness_figure_words_value (move->measure, &move->by_other);
      g_autofree char *gap = caseness_national_words_gap (move->difference);

      caseness_data_row_set_text (cells, 0, move->measure->id);
      caseness_data_row_set_text (cells, 1, name);
      caseness_data_row_set_number (cells, 2, by_default, move->by_default.value);
      caseness_data_row_set_number (cells, 3, by_other, move->by_other.value);
      caseness_data_row_set_number (cells, 4, gap, move->difference);
      g_ptr_array_add (rows, cells);
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

static CasenessDataRow *
new_difference (const CasenessDifference *row, guint id, guint n_columns, guint person, gboolean hides_names)
{
  CasenessDataRow *cells = caseness_data_row_new (id, n_columns);
  /* Translators: a person whose number is not shown; %u counts from 1. */
  g_autofree char *coded = g_strdup_printf (_("Person %u"), person);
  gboolean names = hides_names && strcmp (row->field, "ServiceRequestId") == 0;

  caseness_data_row_set_text (cells, 0, hides_names ? coded : row->service_request_id);
  caseness_data_row_set_text (cells, 1, row->field);
  caseness_data_row_set_text (cells, 2, names && row->local[0] != '\0' ? _("held") : caseness_national_words_printed (row->local));
  caseness_data_row_set_text (cells, 3,
                              names && row->national[0] != '\0' ? _("held") : caseness_national_words_printed (row->national));
  caseness_data_row_set_text (cells, 4, row->detail);
  return cells;
}

guint
caseness_national_tables_get_number (const CasenessDifferences *differences, guint index)
{
  const CasenessDifference *wanted;
  const char *last = "";
  guint number = 0, i;

  g_return_val_if_fail (differences != NULL && index < differences->rows->len, 0);

  wanted = g_ptr_array_index (differences->rows, index);
  for (i = 0; i <= index; i++)
    {
      const CasenessDifference *row = g_ptr_array_index (differences->rows, i);

      if (row->reason != wanted->reason)
        continue;
      number += strcmp (last, row->service_request_id) != 0;
      last = row->service_request_id;
    }
  return number;
}

void
caseness_national_tables_rows (CasenessDataTable *table, const CasenessDifferences *differences,
                               CasenessDifferenceReason reason, gboolean hides_names)
{
  const CasenessDataColumn columns[] = {
    { _("Referral"), CASENESS_DATA_NAME },   { _("Field"), CASENESS_DATA_TEXT },
    { _("Here"), CASENESS_DATA_TEXT },       { _("Nationally"), CASENESS_DATA_TEXT },
    { _("Why"), CASENESS_DATA_PROSE },
  };
  g_autoptr(GPtrArray) rows = new_rows ();
  const char *last = "";
  guint person = 0, i;

  for (i = 0; i < differences->rows->len; i++)
    {
      const CasenessDifference *row = g_ptr_array_index (differences->rows, i);

      if (row->reason != reason)
        continue;
      person += strcmp (last, row->service_request_id) != 0;
      last = row->service_request_id;
      g_ptr_array_add (rows, new_difference (row, i, G_N_ELEMENTS (columns), person, hides_names));
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

gboolean
caseness_national_tables_find_person (gconstpointer data, guint id, CasenessListedPerson *person)
{
  const CasenessDifferences *differences = data;
  const CasenessDifference *row = g_ptr_array_index (differences->rows, id);

  person->pathway = row->pathway;
  person->number = caseness_national_tables_get_number (differences, id);
  return row->pathway != CASENESS_NO_ROW;
}

CasenessFigureAddress *
caseness_national_find_address (const CasenessNational *national, guint id)
{
  const CasenessComparison *row;
  const char *groups[] = { NULL, NULL, NULL };

  if (national->comparisons == NULL)
    return caseness_figure_address_new (g_array_index (national->england, CasenessNationalEngland, id).measure->id,
                                        &national->period, NULL, NULL);
  row = g_ptr_array_index (national->comparisons->rows, id);
  if (row->measure == NULL || row->verdict == CASENESS_AGREEMENT_NOT_COMPUTED)
    return NULL;
  if (strcmp (row->published->variable, CASENESS_VARIABLE_TOTAL) != 0)
    {
      groups[0] = row->variable;
      groups[1] = row->group;
    }
  return caseness_figure_address_new (row->measure->id, &row->published->period, groups, NULL);
}
