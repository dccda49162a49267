/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-events-builder.h"

#include "caseness-growing.h"
#include "caseness-packed-private.h"
#include "caseness-peq.h"
#include "caseness-scoring.h"

#include <string.h>

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

/* What hangs from pathways while they are added; the first of each owner, and one more. */
typedef struct
{
  GPtrArray *packed; /* (element-type CasenessRows): those that were packed meanwhile */
  guint32 n_packed;
  GArray *rows;      /* those after them */
  CasenessGrowing first;
} Spans;

struct _CasenessEventsBuilder
{
  guint first;    /* number of the first pathway */
  Spans spans[CASENESS_N_EVENTS];
  CasenessGrowing staff;
  CasenessGrowing people;
  GHashTable *sheets; /* lines as a word → number */
  GString *word;  /* scratch */
  GArray *scored; /* CasenessScoreEvent: scratch */
  GArray *qualifications;
  GArray *provider_codes;
};

static void
spans_init (Spans *spans, gsize size)
{
  spans->packed = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_rows_free);
  spans->n_packed = 0;
  spans->rows = g_array_new (FALSE, FALSE, size);
  caseness_growing_init (&spans->first);
  caseness_growing_add (&spans->first, 0);
}

static void
spans_clear (Spans *spans)
{
  g_ptr_array_unref (spans->packed);
  g_array_unref (spans->rows);
  caseness_growing_clear (&spans->first);
}

static void
spans_end_owner (Spans *spans)
{
  caseness_growing_add (&spans->first, spans->n_packed + spans->rows->len);
}

/* Where the rows of the @n-th owner from the end begin among those that are not packed: 1 is the one being added. */
static guint
spans_find (const Spans *spans, guint n)
{
  return g_array_index (spans->first.rest, guint32, spans->first.rest->len - n) - spans->n_packed;
}

/* Packs the rows so far, which takes a fifth of the room or less. */
static void
spans_pack (Spans *spans, const CasenessForm *form, CasenessAside *aside)
{
  CasenessRows *rows = caseness_rows_new (form, spans->rows);

  if (aside != NULL)
    caseness_rows_put_aside (rows, aside);
  g_ptr_array_add (spans->packed, rows);
  spans->n_packed += spans->rows->len;
  g_array_unref (spans->rows);
  spans->rows = g_array_new (FALSE, FALSE, form->size);
  caseness_growing_pack (&spans->first, 1, aside);
}

static int
compare_employment (gconstpointer a, gconstpointer b)
{
  const CasenessEmploymentRow *first = a, *second = b;

  return first->date != second->date ? COMPARE (first->date, second->date) : COMPARE (first->order, second->order);
}

static void
add_employment (CasenessEventsBuilder *events, const CasenessRecords *records, const CasenessPatientRow *patient)
{
  GArray *rows = events->spans[CASENESS_EVENT_EMPLOYMENT].rows;
  guint first = rows->len;
  guint32 index = patient->first_employment;

  while (index != CASENESS_NO_ROW)
    {
      const CasenessEmploymentRow *row = CASENESS_ROW (records->employment, CasenessEmploymentRow, index);

      g_array_append_val (rows, *row);
      index = row->next;
    }
  if (rows->len > first + 1)
    qsort (rows->data + first * sizeof (CasenessEmploymentRow), rows->len - first, sizeof (CasenessEmploymentRow),
           compare_employment);
  spans_end_owner (&events->spans[CASENESS_EVENT_EMPLOYMENT]);
}

static int
compare_qualifications (gconstpointer a, gconstpointer b)
{
  const CasenessQualificationRow *first = a, *second = b;

  if (first->provider != second->provider)
    return COMPARE (first->provider, second->provider);
  if (first->staff != second->staff)
    return COMPARE (first->staff, second->staff);
  if (first->level != second->level)
    return COMPARE (first->level, second->level);
  return COMPARE (first->period_end, second->period_end);
}

CasenessEventsBuilder *
caseness_events_builder_new_part (guint first)
{
  CasenessEventsBuilder *events = g_new0 (CasenessEventsBuilder, 1);
  guint i;

  events->first = first;
  for (i = 0; i < CASENESS_N_EVENTS; i++)
    spans_init (&events->spans[i], caseness_events_get_form (i)->size);
  caseness_growing_init (&events->staff);
  caseness_growing_init (&events->people);
  events->sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  events->word = g_string_new (NULL);
  events->scored = g_array_new (FALSE, FALSE, sizeof (CasenessScoreEvent));
  return events;
}

CasenessEventsBuilder *
caseness_events_builder_new (const CasenessRecords *records)
{
  CasenessEventsBuilder *events = caseness_events_builder_new_part (0);
  guint i;

  for (i = 0; i < records->patients->len; i++)
    add_employment (events, records, CASENESS_ROW (records->patients, CasenessPatientRow, i));
  events->qualifications = g_array_copy (records->qualifications);
  g_array_sort (events->qualifications, compare_qualifications);
  events->provider_codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (i = 0; i < records->providers->len; i++)
    g_array_append_val (events->provider_codes, CASENESS_ROW (records->providers, CasenessProviderRow, i)->code);
  return events;
}

static void
add_codes (CasenessEventsBuilder *events, const CasenessRecords *records, CasenessPathwayList list, guint32 index)
{
  while (index != CASENESS_NO_ROW)
    {
      const CasenessCodeRow *row = CASENESS_ROW (records->codes, CasenessCodeRow, index);

      g_array_append_val (events->spans[CASENESS_EVENT_LISTS + list].rows, row->code);
      index = row->next;
    }
  spans_end_owner (&events->spans[CASENESS_EVENT_LISTS + list]);
}

static void
add_programmes (CasenessEventsBuilder *events, const CasenessRecords *records, const CasenessReferralRow *referral)
{
  Spans *programmes = &events->spans[CASENESS_EVENT_LISTS + CASENESS_PATHWAY_PROGRAMMES];
  guint32 index = referral->first_log;

  while (index != CASENESS_NO_ROW)
    {
      const CasenessLogRow *log = CASENESS_ROW (records->logs, CasenessLogRow, index);

      if (log->programme != 0)
        g_array_append_val (programmes->rows, log->programme);
      index = log->next;
    }
  spans_end_owner (programmes);
}

static void
add_contacts (CasenessEventsBuilder *events, guint pathway, const CasenessDeriver *deriver)
{
  const GArray *contacts = caseness_deriver_get_contacts (deriver), *staff = caseness_deriver_get_staff (deriver);
  guint first_staff = caseness_growing_count (&events->staff), i;

  caseness_growing_append (&events->staff, staff);
  for (i = 0; i < contacts->len; i++)
    {
      CasenessContact contact = g_array_index (contacts, CasenessContact, i);

      contact.pathway = pathway;
      contact.first_staff += first_staff;
      g_array_append_val (events->spans[CASENESS_EVENT_CONTACTS].rows, contact);
    }
  spans_end_owner (&events->spans[CASENESS_EVENT_CONTACTS]);
}

static void
add_logs (CasenessEventsBuilder *events, guint pathway, const CasenessDeriver *deriver)
{
  const GArray *logs = caseness_deriver_get_logs (deriver);
  guint i;

  for (i = 0; i < logs->len; i++)
    {
      CasenessLog log = g_array_index (logs, CasenessLog, i);

      log.pathway = pathway;
      g_array_append_val (events->spans[CASENESS_EVENT_LOGS].rows, log);
    }
  spans_end_owner (&events->spans[CASENESS_EVENT_LOGS]);
}

/* What a sheet is found by: two letters a line, none of them the end of a word. */
static const char *
spell_sheet (CasenessEventsBuilder *events, const CasenessSheetLine *lines, guint n)
{
  guint i;

  g_string_truncate (events->word, 0);
  for (i = 0; i < n; i++)
    {
      g_string_append_c (events->word, (char) (lines[i].tool + 1));
      g_string_append_c (events->word, (char) (1 + lines[i].is_first + 2 * lines[i].is_last));
    }
  return events->word->str;
}

G_STATIC_ASSERT (CASENESS_MAX_TOOLS < 255);

/* Returns the number of the sheet of those lines, a new one if there is none yet. */
static guint32
number_sheet (CasenessEventsBuilder *events, const CasenessSheetLine *lines, guint n)
{
  const char *word = spell_sheet (events, lines, n);
  gpointer number = NULL;

  if (!g_hash_table_lookup_extended (events->sheets, word, NULL, &number))
    {
      number = GUINT_TO_POINTER (g_hash_table_size (events->sheets));
      g_hash_table_insert (events->sheets, g_strdup (word), number);
      g_array_append_vals (events->spans[CASENESS_EVENT_SHEETS].rows, lines, n);
      spans_end_owner (&events->spans[CASENESS_EVENT_SHEETS]);
    }
  return GPOINTER_TO_UINT (number);
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const CasenessScoreEvent *first = a, *second = b;
  int order = COMPARE (first->date, second->date);

  if (order == 0)
    order = COMPARE (first->line.tool, second->line.tool);
  if (order == 0)
    order = COMPARE (second->line.is_first, first->line.is_first);
  if (order == 0)
    order = COMPARE (first->line.is_last, second->line.is_last);
  return order != 0 ? order : COMPARE (second->value, first->value);
}

static void
sort_scores (GArray *sorted, const GArray *scored)
{
  guint i;

  g_array_set_size (sorted, 0);
  for (i = 0; i < scored->len; i++)
    {
      const CasenessScored *row = &g_array_index (scored, CasenessScored, i);
      CasenessScoreEvent score = { row->date, row->value, { (guint8) row->tool, row->is_first != 0, row->is_last != 0 } };

      g_array_append_val (sorted, score);
    }
  g_array_sort (sorted, compare_scores);
}

/* Scores come in the same few sets, and the first and the last of each tool are known of the pathway. */
static void
add_scores (CasenessEventsBuilder *events, const CasenessDeriver *deriver)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (CasenessSheetLine));
  guint i;

  sort_scores (events->scored, caseness_deriver_get_scored (deriver));
  for (i = 0; i < events->scored->len; i++)
    {
      const CasenessScoreEvent *score = &g_array_index (events->scored, CasenessScoreEvent, i);

      g_array_append_val (lines, score->line);
      if (!score->line.is_first && !score->line.is_last)
        g_array_append_val (events->spans[CASENESS_EVENT_SCORES].rows, score->value);
      if (i + 1 == events->scored->len || score[1].date != score->date)
        {
          CasenessSitting sitting
            = { score->date, number_sheet (events, (const CasenessSheetLine *) lines->data, lines->len) };

          g_array_append_val (events->spans[CASENESS_EVENT_SITTINGS].rows, sitting);
          g_array_set_size (lines, 0);
        }
    }
  spans_end_owner (&events->spans[CASENESS_EVENT_SITTINGS]);
  spans_end_owner (&events->spans[CASENESS_EVENT_SCORES]);
}

/* A question answered twice on one day counts as it was sent last. */
static gboolean
is_answered (const CasenessEventsBuilder *events, const CasenessAnswerEvent *answer)
{
  const Spans *answers = &events->spans[CASENESS_EVENT_ANSWERS];
  guint i;

  for (i = spans_find (answers, 1); i < answers->rows->len; i++)
    {
      const CasenessAnswerEvent *other = &g_array_index (answers->rows, CasenessAnswerEvent, i);

      if (other->question == answer->question && other->date == answer->date)
        return TRUE;
    }
  return FALSE;
}

/* Lists begin with what was sent last. */
static void
add_list_of_answers (CasenessEventsBuilder *events, const CasenessRecords *records, guint pathway, guint32 index)
{
  while (index != CASENESS_NO_ROW)
    {
      const CasenessAnswerRow *row = CASENESS_ROW (records->answers, CasenessAnswerRow, index);
      CasenessAnswerEvent answer = { row->date, pathway, row->question, row->answer };

      if (!is_answered (events, &answer))
        g_array_append_val (events->spans[CASENESS_EVENT_ANSWERS].rows, answer);
      index = row->next;
    }
}

static void
add_answers (CasenessEventsBuilder *events, const CasenessRecords *records, guint pathway, const CasenessReferralRow *referral)
{
  guint32 index = referral->first_contact;

  while (index != CASENESS_NO_ROW)
    {
      const CasenessContactRow *contact = CASENESS_ROW (records->contacts, CasenessContactRow, index);

      if (!contact->is_superseded)
        add_list_of_answers (events, records, pathway, contact->first_answer);
      index = contact->next;
    }
  add_list_of_answers (events, records, pathway, referral->first_answer);
  spans_end_owner (&events->spans[CASENESS_EVENT_ANSWERS]);
}

guint
caseness_events_builder_get_answered (const CasenessEventsBuilder *events, const CasenessDictionary *dictionary)
{
  const Spans *answers = &events->spans[CASENESS_EVENT_ANSWERS];
  guint flags = 0, i;

  for (i = spans_find (answers, 2); i < answers->rows->len; i++)
    {
      const CasenessAnswerEvent *answer = &g_array_index (answers->rows, CasenessAnswerEvent, i);
      const CasenessPeqQuestion *question
        = caseness_peq_find_question (caseness_dictionary_get (dictionary, answer->question));

      if (answer->answer != 0)
        flags |= question->is_treatment ? CASENESS_PATHWAY_TREATMENT_ANSWERED : CASENESS_PATHWAY_ASSESSMENT_ANSWERED;
    }
  return flags;
}

void
caseness_events_builder_add (CasenessEventsBuilder *events, const CasenessRecords *records, guint index,
                             const CasenessDeriver *deriver, const CasenessTreatment *treatments, guint n_treatments)
{
  const CasenessReferralRow *referral = CASENESS_ROW (records->referrals, CasenessReferralRow, index);
  const CasenessPatientRow *patient = NULL;
  guint pathway = events->first + caseness_growing_count (&events->people);

  if (referral->patient != CASENESS_NO_ROW)
    patient = CASENESS_ROW (records->patients, CasenessPatientRow, referral->patient);
  if (n_treatments > 0)
    g_array_append_vals (events->spans[CASENESS_EVENT_TREATMENTS].rows, treatments, n_treatments);
  spans_end_owner (&events->spans[CASENESS_EVENT_TREATMENTS]);
  add_contacts (events, pathway, deriver);
  add_logs (events, pathway, deriver);
  add_answers (events, records, pathway, referral);
  add_scores (events, deriver);
  add_codes (events, records, CASENESS_PATHWAY_DISABILITIES,
             patient != NULL ? patient->first_disability : CASENESS_NO_ROW);
  add_codes (events, records, CASENESS_PATHWAY_CIRCUMSTANCES,
             patient != NULL ? patient->first_circumstance : CASENESS_NO_ROW);
  add_codes (events, records, CASENESS_PATHWAY_LONG_TERM_CONDITIONS, referral->first_condition);
  add_programmes (events, records, referral);
  caseness_growing_add (&events->people, referral->patient);
}

static void
append_rows (GArray *rows, const GArray *more)
{
  if (more->len > 0)
    g_array_append_vals (rows, more->data, more->len);
}

static void
append_spans (Spans *spans, const Spans *more)
{
  guint32 n = spans->n_packed + spans->rows->len;
  guint i;

  append_rows (spans->rows, more->rows);
  for (i = 1; i < more->first.rest->len; i++)
    caseness_growing_add (&spans->first, n + g_array_index (more->first.rest, guint32, i));
}

/* The sheets of @part by what @builder calls them, in the sittings from @from on, which came from @part. */
static void
renumber_sheets (CasenessEventsBuilder *builder, const CasenessEventsBuilder *part, guint from)
{
  const Spans *sheets = &part->spans[CASENESS_EVENT_SHEETS];
  GArray *sittings = builder->spans[CASENESS_EVENT_SITTINGS].rows;
  g_autofree guint32 *numbers = g_new (guint32, sheets->first.rest->len);
  guint i;

  for (i = 0; i + 1 < sheets->first.rest->len; i++)
    {
      guint32 first = g_array_index (sheets->first.rest, guint32, i);
      guint32 end = g_array_index (sheets->first.rest, guint32, i + 1);

      numbers[i] = number_sheet (builder, &g_array_index (sheets->rows, CasenessSheetLine, first), end - first);
    }
  for (i = from; i < sittings->len; i++)
    g_array_index (sittings, CasenessSitting, i).sheet = numbers[g_array_index (sittings, CasenessSitting, i).sheet];
}

void
caseness_events_builder_append (CasenessEventsBuilder *builder, CasenessEventsBuilder *part)
{
  guint n_contacts = builder->spans[CASENESS_EVENT_CONTACTS].rows->len, i;
  guint n_sittings = builder->spans[CASENESS_EVENT_SITTINGS].rows->len;

  g_return_if_fail (part->first == builder->first + caseness_growing_count (&builder->people));
  for (i = 0; i < CASENESS_N_EVENTS; i++)
    if (i != CASENESS_EVENT_SHEETS)
      append_spans (&builder->spans[i], &part->spans[i]);
  renumber_sheets (builder, part, n_sittings);
  for (i = n_contacts; i < builder->spans[CASENESS_EVENT_CONTACTS].rows->len; i++)
    g_array_index (builder->spans[CASENESS_EVENT_CONTACTS].rows, CasenessContact, i).first_staff
      += caseness_growing_count (&builder->staff);
  caseness_growing_append (&builder->staff, part->staff.rest);
  caseness_growing_append (&builder->people, part->people.rest);
  caseness_events_builder_free (part);
}

void
caseness_events_builder_pack (CasenessEventsBuilder *builder, CasenessAside *aside)
{
  guint i;

  g_return_if_fail (builder != NULL);
  for (i = 0; i < CASENESS_N_EVENTS; i++)
    spans_pack (&builder->spans[i], caseness_events_get_form (i), aside);
  caseness_growing_pack (&builder->staff, 0, aside);
  caseness_growing_pack (&builder->people, 0, aside);
}

void
caseness_events_builder_free (CasenessEventsBuilder *builder)
{
  guint i;

  if (builder == NULL)
    return;
  for (i = 0; i < CASENESS_N_EVENTS; i++)
    spans_clear (&builder->spans[i]);
  caseness_growing_clear (&builder->staff);
  caseness_growing_clear (&builder->people);
  g_hash_table_unref (builder->sheets);
  g_string_free (builder->word, TRUE);
  g_array_unref (builder->scored);
  g_clear_pointer (&builder->qualifications, g_array_unref);
  g_clear_pointer (&builder->provider_codes, g_array_unref);
  g_free (builder);
}

/* The person's latest pathway, by employment row. */
static CasenessPacked *
find_employment_pathways (const CasenessEvents *events, const gint32 *received)
{
  const CasenessSpans *employment = &events->spans[CASENESS_EVENT_EMPLOYMENT];
  guint n = employment->rows->n, pathway, i;
  g_autofree gint32 *pathways = g_new (gint32, MAX (n, 1));

  memset (pathways, 0xff, n * sizeof (gint32)); /* CASENESS_NO_ROW */
  for (pathway = 0; pathway < events->people->n; pathway++)
    {
      guint32 person = (guint32) caseness_packed_get (events->people, pathway);
      guint first, n_rows;

      if (person == CASENESS_NO_ROW)
        continue;
      first = caseness_spans_get (employment, person, &n_rows);
      for (i = first; i < first + n_rows; i++)
        if (pathways[i] < 0 || received[pathway] >= received[pathways[i]])
          pathways[i] = (gint32) pathway;
    }
  return caseness_packed_new (pathways, n);
}

static CasenessSpans
pack_spans (Spans *spans, const CasenessForm *form)
{
  CasenessRows *rows;

  spans_pack (spans, form, NULL);
  rows = caseness_rows_join ((CasenessRows **) spans->packed->pdata, spans->packed->len);
  g_ptr_array_set_free_func (spans->packed, NULL);
  return (CasenessSpans){ rows, caseness_growing_finish (&spans->first) };
}

CasenessEvents *
caseness_events_builder_finish (CasenessEventsBuilder *builder, const CasenessDate *received)
{
  CasenessEvents *events = g_new0 (CasenessEvents, 1);
  guint i;

  g_return_val_if_fail (builder != NULL, NULL);
  for (i = 0; i < CASENESS_N_EVENTS; i++)
    events->spans[i] = pack_spans (&builder->spans[i], caseness_events_get_form (i));
  events->staff = caseness_growing_finish (&builder->staff);
  events->people = caseness_growing_finish (&builder->people);
  events->employment_pathways = find_employment_pathways (events, received);
  events->qualifications = g_steal_pointer (&builder->qualifications);
  events->provider_codes = g_steal_pointer (&builder->provider_codes);
  caseness_events_builder_free (builder);
  return events;
}
