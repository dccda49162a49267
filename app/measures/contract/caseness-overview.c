/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-overview.h"

#include "caseness-early-months.h"
#include "caseness-journal-body.h"
#include "caseness-reference.h"

#include <glib/gi18n.h>
#include <string.h>

#define SHOWN "shown"

static const struct
{
  const char *word;
  const char *name;
} sets[CASENESS_N_OVERVIEW_SETS] = {
  [CASENESS_OVERVIEW_CONTRACT] = { "contract", N_("Contract review") },
  [CASENESS_OVERVIEW_CLINICAL] = { "clinical", N_("Reflective practice") },
  [CASENESS_OVERVIEW_PTL] = { "ptl", N_("PTL meeting") },
};

const char *
caseness_overview_set_get_word (CasenessOverviewSet set)
{
  g_return_val_if_fail (set < CASENESS_N_OVERVIEW_SETS, NULL);
  return sets[set].word;
}

const char *
caseness_overview_set_get_name (CasenessOverviewSet set)
{
  g_return_val_if_fail (set < CASENESS_N_OVERVIEW_SETS, NULL);
  return _(sets[set].name);
}

static const char *
get_cell (guint row, const char *column)
{
  const CasenessReference *table = caseness_reference_get ("overview");

  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

/* A measure that is in no set has its name of the national metadata, without its underlines. */
static const char *
spread_name (const char *name)
{
  g_autofree char *words = g_strdup (name);

  g_strdelimit (words, "_", ' ');
  return g_intern_string (words);
}

void
caseness_overview_describe_measure (const CasenessMeasure *measure, CasenessOverviewStandard *standard)
{
  guint n = caseness_reference_get_n_rows (caseness_reference_get ("overview")), i;

  g_return_if_fail (measure != NULL && standard != NULL);

  *standard = (CasenessOverviewStandard){ measure, spread_name (measure->name), "", "", FALSE, FALSE };
  for (i = 0; i < n; i++)
    if (strcmp (get_cell (i, "measure"), measure->id) == 0)
      {
        standard->name = get_cell (i, "name");
        standard->cohort = get_cell (i, "cohort");
        standard->page = get_cell (i, "page");
        return;
      }
}

char *
caseness_overview_dup_subject (CasenessOverviewSet set, const char *measure)
{
  return g_strdup_printf ("%s/%s", caseness_overview_set_get_word (set), measure);
}

char *
caseness_overview_dup_body (gboolean is_shown)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();

  caseness_journal_body_set_int (body, SHOWN, is_shown);
  return caseness_journal_body_to_text (body);
}

/* Returns: whether people decided that @measure is shown in @set, or @otherwise when nobody did. */
static gboolean
is_shown (CasenessOverviewSet set, const char *measure, CasenessJournal *journal, gboolean otherwise)
{
  g_autofree char *subject = caseness_overview_dup_subject (set, measure);
  const CasenessJournalEntry *entry
    = journal != NULL ? caseness_journal_get (journal, CASENESS_RECORD_OVERVIEW, subject) : NULL;
  g_autoptr(CasenessJournalBody) body = NULL;

  if (entry == NULL)
    return otherwise;
  body = caseness_journal_body_parse (entry->body);
  return caseness_journal_body_get_int (body, SHOWN, otherwise) != 0;
}

static gboolean
holds (const GArray *standards, const CasenessMeasure *measure)
{
  guint i;

  for (i = 0; i < standards->len; i++)
    if (g_array_index (standards, CasenessOverviewStandard, i).measure == measure)
      return TRUE;
  return FALSE;
}

static void
add_standard (GArray *standards, const char *id, gboolean is_pinned, gboolean is_hidden)
{
  const CasenessMeasure *measure = caseness_measure_find (id);
  CasenessOverviewStandard standard;

  if (measure == NULL || holds (standards, measure))
    return;
  caseness_overview_describe_measure (measure, &standard);
  standard.is_pinned = is_pinned;
  standard.is_hidden = is_hidden;
  g_array_append_val (standards, standard);
}

static void
add_pins (GArray *standards, CasenessJournal *journal)
{
  g_autoptr(GPtrArray) pins = caseness_journal_list (journal, CASENESS_RECORD_PIN);
  guint i;

  for (i = 0; i < pins->len; i++)
    add_standard (standards, ((const CasenessJournalEntry *) g_ptr_array_index (pins, i))->subject, TRUE, FALSE);
}

/* What people added to a set, in the order they did. */
static void
add_chosen (GArray *standards, CasenessOverviewSet set, CasenessJournal *journal, gboolean with_hidden)
{
  g_autoptr(GPtrArray) entries = caseness_journal_list (journal, CASENESS_RECORD_OVERVIEW);
  g_autofree char *prefix = caseness_overview_dup_subject (set, "");
  guint i;

  for (i = 0; i < entries->len; i++)
    {
      const CasenessJournalEntry *entry = g_ptr_array_index (entries, i);
      const char *id = entry->subject + strlen (prefix);

      if (g_str_has_prefix (entry->subject, prefix) && (with_hidden || is_shown (set, id, journal, FALSE)))
        add_standard (standards, id, FALSE, !is_shown (set, id, journal, FALSE));
    }
}

GArray *
caseness_overview_list_standards (CasenessOverviewSet set, CasenessJournal *journal, gboolean with_hidden)
{
  GArray *standards = g_array_new (FALSE, FALSE, sizeof (CasenessOverviewStandard));
  guint n = caseness_reference_get_n_rows (caseness_reference_get ("overview")), i;

  g_return_val_if_fail (set < CASENESS_N_OVERVIEW_SETS, standards);

  if (journal != NULL)
    add_pins (standards, journal);
  for (i = 0; i < n; i++)
    if (strcmp (get_cell (i, "set"), sets[set].word) == 0)
      {
        const char *id = get_cell (i, "measure");
        gboolean is_hidden = !is_shown (set, id, journal, TRUE);

        if (with_hidden || !is_hidden)
          add_standard (standards, id, FALSE, is_hidden);
      }
  if (journal != NULL)
    add_chosen (standards, set, journal, with_hidden);
  return standards;
}

static void
free_row (gpointer data)
{
  CasenessOverviewRow *row = data;

  caseness_series_unref (row->series);
  g_array_unref (row->notes);
  g_free (row);
}

/* Pins stay on top, in their order; the rest by how much it needs a conversation, else as the set has it. */
static void
sort_rows (GPtrArray *rows)
{
  guint i, k;

  for (i = 1; i < rows->len; i++)
    for (k = i; k > 0; k--)
      {
        const CasenessOverviewRow *above = g_ptr_array_index (rows, k - 1), *row = g_ptr_array_index (rows, k);
        gpointer swap = rows->pdata[k];

        if (above->standard.is_pinned
            || caseness_series_get_urgency (above->series) >= caseness_series_get_urgency (row->series))
          break;
        rows->pdata[k] = rows->pdata[k - 1];
        rows->pdata[k - 1] = swap;
      }
}

static gboolean
is_count (const CasenessMeasure *measure)
{
  return measure->statistic == CASENESS_STATISTIC_COUNT || measure->statistic == CASENESS_STATISTIC_SUM
         || measure->statistic == CASENESS_STATISTIC_TOTAL;
}

void
caseness_overview_row_fill (CasenessOverviewRow *row, CasenessJournal *journal, const CasenessAnswer *answer,
                            guint measure, CasenessSnapshot *snapshot)
{
  const CasenessMeasure *what = row->standard.measure;
  const CasenessPeriod *latest;

  row->series = caseness_figure_record_series (journal, answer, measure, snapshot);
  row->notes = caseness_figure_notes_list (journal, CASENESS_RECORD_ANNOTATION, what->id);
  if (is_count (what) || row->series->n_points == 0)
    return; /* other places are larger or smaller */
  latest = &row->series->periods[MIN (row->series->last, row->series->n_points - 1)];
  row->has_england = caseness_benchmark_find (snapshot, what, CASENESS_PUBLISHED_ENGLAND, latest, &row->england);
  row->has_icb = caseness_benchmark_find (snapshot, what, CASENESS_PUBLISHED_ICB, latest, &row->icb);
}

static CasenessOverviewRow *
make_row (const CasenessOverview *overview, const CasenessOverviewStandard *standard, const CasenessAnswer *answer,
          guint measure)
{
  CasenessOverviewRow *row = g_new0 (CasenessOverviewRow, 1);

  row->standard = *standard;
  caseness_overview_row_fill (row, overview->journal, answer, measure, overview->snapshot);
  return row;
}

static void
clear_overview (gpointer data)
{
  CasenessOverview *overview = data;

  caseness_snapshot_unref (overview->snapshot);
  g_clear_pointer (&overview->filter, caseness_filter_unref);
  g_clear_pointer (&overview->journal, caseness_journal_unref);
  g_ptr_array_unref (overview->rows);
}

static CasenessOverview *
make_overview (CasenessSnapshot *snapshot, const CasenessOverviewOptions *options, const GArray *periods)
{
  CasenessOverview *overview = g_atomic_rc_box_new0 (CasenessOverview);

  overview->snapshot = caseness_snapshot_ref (snapshot);
  if (options->filter != NULL)
    overview->filter = caseness_filter_ref ((CasenessFilter *) options->filter);
  if (options->journal != NULL)
    overview->journal = caseness_journal_ref (options->journal);
  overview->set = options->set;
  overview->step = options->step;
  overview->span.start = g_array_index (periods, CasenessPeriod, 0).start;
  overview->span.end = g_array_index (periods, CasenessPeriod, periods->len - 1).end;
  overview->rows = g_ptr_array_new_with_free_func (free_row);
  return overview;
}

static GArray *
choose_standards (const CasenessOverviewOptions *options)
{
  GArray *standards;

  if (options->measure == NULL)
    return caseness_overview_list_standards (options->set, options->journal, FALSE);
  standards = g_array_new (FALSE, FALSE, sizeof (CasenessOverviewStandard));
  add_standard (standards, options->measure->id, FALSE, FALSE);
  return standards;
}

/* In the first months loaded somebody may seem new who was seen before, which would spoil limits that others rest on: where
 * there are points enough without them, charts begin later. */
static gboolean
skip_early_points (const CasenessSnapshot *snapshot, GArray *periods)
{
  CasenessPeriod early = caseness_early_months_get (snapshot);
  guint n = 0;

  while (n < periods->len && g_array_index (periods, CasenessPeriod, n).start <= early.end)
    n++;
  if (n == 0 || periods->len - n < CASENESS_SPC_FEWEST_POINTS)
    return FALSE;
  g_array_remove_range (periods, 0, n);
  return TRUE;
}

CasenessOverview *
caseness_overview_new (CasenessSnapshot *snapshot, const CasenessOverviewOptions *options, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr(CasenessOverview) overview = NULL;
  g_autoptr(GArray) periods = NULL;
  g_autoptr(GArray) standards = NULL;
  g_autofree const CasenessMeasure **measures = NULL;
  g_autoptr(CasenessAnswer) answer = NULL;
  gboolean begins_late;
  guint i;

  g_return_val_if_fail (snapshot != NULL && options != NULL && options->n_points > 0, NULL);

  periods = caseness_series_list_periods (options->step, options->last, options->n_points);
  caseness_series_drop_unknown (periods, snapshot);
  begins_late = skip_early_points (snapshot, periods);
  standards = choose_standards (options);
  measures = g_new (const CasenessMeasure *, standards->len + 1);
  for (i = 0; i < standards->len; i++)
    measures[i] = g_array_index (standards, CasenessOverviewStandard, i).measure;
  overview = make_overview (snapshot, options, periods);
  overview->begins_late = begins_late;
  if (standards->len == 0)
    return g_steal_pointer (&overview);
  answer = caseness_series_evaluate (snapshot, options->filter, measures, standards->len, periods, cancellable, error);
  if (answer == NULL)
    return NULL;
  for (i = 0; i < standards->len; i++)
    g_ptr_array_add (overview->rows,
                     make_row (overview, &g_array_index (standards, CasenessOverviewStandard, i), answer, i));
  sort_rows (overview->rows);
  return g_steal_pointer (&overview);
}

void
caseness_overview_row_tell (CasenessOverviewRow *row)
{
  g_autoptr(CasenessSeries) series = row->series;

  row->series = caseness_series_dup_told (series);
}

CasenessOverview *
caseness_overview_dup_told (const CasenessOverview *overview)
{
  CasenessOverview *told = g_atomic_rc_box_dup (sizeof *overview, (CasenessOverview *) overview);
  guint i;

  caseness_snapshot_ref (told->snapshot);
  if (told->filter != NULL)
    caseness_filter_ref (told->filter);
  if (told->journal != NULL)
    caseness_journal_ref (told->journal);
  told->rows = g_ptr_array_new_with_free_func (free_row);
  for (i = 0; i < overview->rows->len; i++)
    {
      CasenessOverviewRow *row = g_memdup2 (g_ptr_array_index (overview->rows, i), sizeof *row);

      caseness_series_ref (row->series);
      g_array_ref (row->notes);
      caseness_overview_row_tell (row);
      g_ptr_array_add (told->rows, row);
    }
  sort_rows (told->rows);
  return told;
}

CasenessOverview *
caseness_overview_ref (CasenessOverview *overview)
{
  return g_atomic_rc_box_acquire (overview);
}

void
caseness_overview_unref (CasenessOverview *overview)
{
  g_atomic_rc_box_release_full (overview, clear_overview);
}

const CasenessOverviewRow *
caseness_overview_find (const CasenessOverview *overview, const CasenessMeasure *measure)
{
  guint i;

  g_return_val_if_fail (overview != NULL, NULL);

  for (i = 0; i < overview->rows->len; i++)
    {
      const CasenessOverviewRow *row = g_ptr_array_index (overview->rows, i);

      if (row->standard.measure == measure)
        return row;
    }
  return NULL;
}

/* How many standards go which way. */
typedef struct
{
  guint worse;
  guint better;
  guint changed;
  guint failing;
} Tally;

static Tally
count_rows (const CasenessOverview *overview)
{
  Tally tally = { 0 };
  guint i;

  for (i = 0; i < overview->rows->len; i++)
    {
      const CasenessSeries *series = ((const CasenessOverviewRow *) g_ptr_array_index (overview->rows, i))->series;

      tally.worse += series->variation == CASENESS_SPC_MEANS_CONCERN;
      tally.better += series->variation == CASENESS_SPC_MEANS_IMPROVEMENT;
      tally.changed += series->variation == CASENESS_SPC_MEANS_CHANGE;
      tally.failing += series->assurance == CASENESS_SPC_FAIL;
    }
  return tally;
}

static void
append_part (GString *text, const char *words, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autoptr(GString) part = g_string_new (words);

  if (n == 0)
    return;
  g_string_replace (part, "%u", number, 1);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", part->str);
}

char *
caseness_overview_dup_message (const CasenessOverview *overview)
{
  g_autoptr(GString) text = g_string_new (NULL);
  Tally tally;

  g_return_val_if_fail (overview != NULL, NULL);

  tally = count_rows (overview);
  append_part (text, ngettext ("%u figure is getting worse", "%u figures are getting worse", tally.worse), tally.worse);
  append_part (text, ngettext ("%u target is out of reach as things are", "%u targets are out of reach as things are",
                               tally.failing),
               tally.failing);
  append_part (text, ngettext ("%u figure is getting better", "%u figures are getting better", tally.better),
               tally.better);
  append_part (text, ngettext ("%u figure has changed", "%u figures have changed", tally.changed), tally.changed);
  if (text->len == 0)
    return g_strdup (_("Nothing has changed beyond chance"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
caseness_overview_dup_warning (const CasenessOverview *overview)
{
  g_return_val_if_fail (overview != NULL, NULL);
  if (overview->begins_late)
    {
      CasenessPeriod early = caseness_early_months_get (overview->snapshot);
      g_autofree char *words = caseness_period_format (&early);

      /* Translators: %s is a span of three months */
      return g_strdup_printf (_("Charts leave out %s, the first months loaded. Contacts before them are not known, so their "
                                "figures would mislead."),
                              words);
    }
  return caseness_early_months_dup_warning (overview->snapshot, &overview->span, NULL);
}

char *
caseness_overview_dup_method (const CasenessOverview *overview)
{
  g_autofree char *span = NULL;
  g_autofree char *method = NULL;

  g_return_val_if_fail (overview != NULL, NULL);

  span = caseness_period_format (&overview->span);
  if (overview->rows->len > 0)
    method = caseness_series_dup_method (((CasenessOverviewRow *) g_ptr_array_index (overview->rows, 0))->series);
  return g_strdup_printf (overview->step == CASENESS_SERIES_MONTHS
                            /* Translators: a span of time, and how limits were worked out. */
                            ? _("Monthly figures, %s; %s; scales differ and do not start at zero")
                            : _("Weekly figures, %s; %s; scales differ and do not start at zero"),
                          span, method != NULL ? method : "");
}
