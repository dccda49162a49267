/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-figure-record.h"

#include "caseness-journal-body.h"

#include <math.h>
#include <string.h>

#define MEASURE "measure"
#define START "start"
#define END "end"
#define TEXT "text"
#define SCREENS "screens"
#define BASELINE "baseline"
#define METHOD "method"
#define ORDINARY_BASELINE 12
#define MOST_NOTES_A_DAY 1000

static void
clear_note (gpointer data)
{
  g_free (((CasenessFigureNote *) data)->text);
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const CasenessFigureNote *first = a, *second = b;

  if (first->period.start != second->period.start)
    return first->period.start < second->period.start ? -1 : 1;
  return strcmp (first->subject, second->subject);
}

static gboolean
is_of (const CasenessFigureNote *note, const char *measure)
{
  return measure == NULL || g_ascii_strcasecmp (note->measure, measure) == 0
         || strcmp (note->measure, CASENESS_RECORD_EVERY) == 0;
}

/* Returns: whether an entry is a note that can be placed; another Caseness may have written it otherwise. */
static gboolean
read_note (const CasenessJournalEntry *entry, CasenessFigureNote *note)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_parse (entry->body);
  const char *measure = caseness_journal_body_get_text (body, MEASURE);
  CasenessDate start = caseness_date_parse (caseness_journal_body_get_text (body, START));
  CasenessDate end = caseness_date_parse (caseness_journal_body_get_text (body, END));
  const char *text = caseness_journal_body_get_text (body, TEXT);

  if (measure == NULL || text == NULL || start == CASENESS_DATE_NONE)
    return FALSE;
  *note = (CasenessFigureNote){
    .subject = entry->subject,
    .measure = g_intern_string (measure),
    .period = { start, end != CASENESS_DATE_NONE ? MAX (start, end) : start },
    .text = g_strdup (text),
    .written_by = entry->written_by,
    .written_at = entry->written_at,
    .action_id = entry->action_id,
  };
  return TRUE;
}

GArray *
caseness_figure_notes_list (CasenessJournal *journal, const char *kind, const char *measure)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (CasenessFigureNote));
  g_autoptr(GPtrArray) entries = journal != NULL ? caseness_journal_list (journal, kind) : NULL;
  guint i;

  g_array_set_clear_func (notes, clear_note);
  for (i = 0; entries != NULL && i < entries->len; i++)
    {
      CasenessFigureNote note;

      if (!read_note (g_ptr_array_index (entries, i), &note))
        continue;
      if (is_of (&note, measure))
        g_array_append_val (notes, note);
      else
        clear_note (&note);
    }
  g_array_sort (notes, compare_notes);
  return notes;
}

char *
caseness_figure_note_dup_subject (CasenessJournal *journal, const char *kind, const char *measure, CasenessDate start)
{
  char day[11];
  guint i;

  g_return_val_if_fail (kind != NULL && measure != NULL && start != CASENESS_DATE_NONE, NULL);

  caseness_date_write_iso (start, day);
  if (strcmp (kind, CASENESS_RECORD_STEP_CHANGE) == 0)
    return g_strdup_printf ("%s/%s", measure, day);
  for (i = 1; i < MOST_NOTES_A_DAY; i++)
    {
      g_autofree char *subject = g_strdup_printf ("%s/%s/%u", measure, day, i);
      g_autoptr(GPtrArray) history = NULL;

      if (journal == NULL)
        return g_steal_pointer (&subject);
      history = caseness_journal_list_history (journal, kind, subject);
      if (history->len == 0)
        return g_steal_pointer (&subject);
    }
  return g_strdup_printf ("%s/%s/%u", measure, day, MOST_NOTES_A_DAY);
}

char *
caseness_figure_note_dup_body (const char *measure, const CasenessPeriod *period, const char *text)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();
  char day[11];

  g_return_val_if_fail (measure != NULL && period != NULL && text != NULL, NULL);

  caseness_journal_body_set_text (body, MEASURE, measure);
  caseness_journal_body_set_text (body, START, caseness_date_write_iso (period->start, day));
  caseness_journal_body_set_text (body, END, caseness_date_write_iso (period->end, day));
  caseness_journal_body_set_text (body, TEXT, text);
  return caseness_journal_body_to_text (body);
}

/* A month as the key of what is planned for it: 2025-04. */
static void
write_month (CasenessDate date, char month[11])
{
  caseness_date_write_iso (date, month);
  month[7] = '\0';
}

double
caseness_plan_get (CasenessJournal *journal, const char *measure, const CasenessPeriod *period)
{
  const CasenessJournalEntry *entry
    = journal != NULL ? caseness_journal_get (journal, CASENESS_RECORD_PLAN, measure) : NULL;
  g_autoptr(CasenessJournalBody) body = NULL;
  CasenessDate month;
  double sum = 0;

  g_return_val_if_fail (measure != NULL && period != NULL, NAN);

  if (entry == NULL || period->start != caseness_date_month_start (period->start)
      || period->end != caseness_date_month_end (period->end))
    return NAN;
  body = caseness_journal_body_parse (entry->body);
  for (month = period->start; month < period->end; month = caseness_date_add_months (month, 1))
    {
      char key[11];
      gint64 value;

      write_month (month, key);
      value = caseness_journal_body_get_int (body, key, -1);
      if (value < 0)
        return NAN;
      sum += value;
    }
  return sum;
}

char *
caseness_plan_dup_body (const CasenessDate *months, const double *values, guint n)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();
  guint planned = 0, i;

  for (i = 0; i < n; i++)
    {
      char key[11];

      if (isnan (values[i]) || values[i] < 0)
        continue;
      write_month (months[i], key);
      caseness_journal_body_set_int (body, key, llround (values[i]));
      planned++;
    }
  return planned > 0 ? caseness_journal_body_to_text (body) : NULL;
}

static const char *const method_words[] = {
  [CASENESS_SERIES_XMR] = "xmr", [CASENESS_SERIES_P] = "p", [CASENESS_SERIES_P_PRIME] = "p-prime",
};

static CasenessSeriesMethod
parse_method (const char *word)
{
  guint i;

  for (i = 0; word != NULL && i < G_N_ELEMENTS (method_words); i++)
    if (strcmp (method_words[i], word) == 0)
      return i;
  return CASENESS_SERIES_XMR;
}

void
caseness_chart_options_read (CasenessJournal *journal, CasenessChartOptions *options)
{
  const CasenessJournalEntry *entry
    = journal != NULL ? caseness_journal_get (journal, CASENESS_RECORD_CHART_OPTIONS, CASENESS_RECORD_EVERY) : NULL;
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_parse (entry != NULL ? entry->body : NULL);

  options->screens_ranges = caseness_journal_body_get_int (body, SCREENS, TRUE) != 0;
  options->baseline = (guint) CLAMP (caseness_journal_body_get_int (body, BASELINE, ORDINARY_BASELINE), 0, 60);
  options->method = parse_method (caseness_journal_body_get_text (body, METHOD));
}

char *
caseness_chart_options_dup_body (const CasenessChartOptions *options)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();

  g_return_val_if_fail (options != NULL, NULL);

  caseness_journal_body_set_int (body, SCREENS, options->screens_ranges);
  caseness_journal_body_set_int (body, BASELINE, options->baseline);
  caseness_journal_body_set_text (body, METHOD, method_words[options->method]);
  return caseness_journal_body_to_text (body);
}

static void
read_plan (CasenessJournal *journal, const CasenessAnswer *answer, guint measure, double *plan)
{
  const char *id = caseness_answer_get_measure (answer, measure)->id;
  guint i;

  for (i = 0; i < caseness_answer_get_n_periods (answer); i++)
    plan[i] = caseness_plan_get (journal, id, caseness_answer_get_period (answer, i));
}

CasenessSeries *
caseness_figure_record_series (CasenessJournal *journal, const CasenessAnswer *answer, guint measure,
                               CasenessSnapshot *snapshot)
{
  const char *id = caseness_answer_get_measure (answer, measure)->id;
  g_autoptr(GArray) notes = caseness_figure_notes_list (journal, CASENESS_RECORD_STEP_CHANGE, id);
  g_autofree CasenessStepChange *changes = g_new0 (CasenessStepChange, notes->len + 1);
  g_autofree double *plan = g_new (double, caseness_answer_get_n_periods (answer) + 1);
  CasenessChartOptions options;
  CasenessSeriesChoice choice;
  guint i;

  for (i = 0; i < notes->len; i++)
    {
      const CasenessFigureNote *note = &g_array_index (notes, CasenessFigureNote, i);

      changes[i] = (CasenessStepChange){ note->period.start, note->text };
    }
  read_plan (journal, answer, measure, plan);
  caseness_chart_options_read (journal, &options);
  caseness_series_choice_init (&choice);
  choice.method = options.method;
  choice.spc.screens_ranges = options.screens_ranges;
  choice.spc.baseline = options.baseline;
  choice.changes = changes;
  choice.n_changes = notes->len;
  choice.plan = plan;
  return caseness_series_of_measure (answer, measure, snapshot, &choice);
}
