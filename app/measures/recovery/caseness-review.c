/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-review.h"

#include "caseness-bitmap.h"
#include "caseness-casemix.h"
#include "caseness-courses.h"
#include "caseness-measure.h"
#include "caseness-nice.h"
#include "caseness-reference.h"
#include "caseness-statistics-summary.h"

#include <math.h>
#include <string.h>

#define MISSED 3 /* a code of AttendOrDNACode */
#define MIXED "F412"
#define DESCRIPTOR "Problem Descriptor"

static const char *const ids[CASENESS_N_REVIEW_QUESTIONS] = {
  [CASENESS_REVIEW_NO_MEASURE] = "no-measure",
  [CASENESS_REVIEW_MEASURE_ONCE] = "measure-once",
  [CASENESS_REVIEW_NO_OUTCOME] = "no-outcome",
  [CASENESS_REVIEW_NEAR_MISS] = "near-miss",
  [CASENESS_REVIEW_FIRST_DIP] = "first-dip",
  [CASENESS_REVIEW_FEW_SESSIONS] = "few-sessions",
  [CASENESS_REVIEW_NOT_STEPPED_UP] = "not-stepped-up",
  [CASENESS_REVIEW_PAIR_NOT_RECOMMENDED] = "pair-not-recommended",
  [CASENESS_REVIEW_MIXED_DESCRIPTOR] = "mixed-descriptor",
  [CASENESS_REVIEW_LONG_FIRST_WAIT] = "long-first-wait",
  [CASENESS_REVIEW_LONG_SECOND_WAIT] = "long-second-wait",
  [CASENESS_REVIEW_MISSED_APPOINTMENTS] = "missed-appointments",
  [CASENESS_REVIEW_ENDED_EARLY] = "ended-early",
  [CASENESS_REVIEW_MEDICATION] = "medication",
  [CASENESS_REVIEW_LONG_TERM_CONDITION] = "long-term-condition",
  [CASENESS_REVIEW_OUT_OF_WORK] = "out-of-work",
};

static CasenessReviewWords *
read_words (const CasenessReference *table)
{
  CasenessReviewWords *words = g_new0 (CasenessReviewWords, CASENESS_N_REVIEW_QUESTIONS);
  guint i;

  if (caseness_reference_get_n_rows (table) != CASENESS_N_REVIEW_QUESTIONS)
    g_error ("review-questions.csv: not as many rows as questions");
  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    {
      const char *threshold = caseness_reference_get_cell (table, i, caseness_reference_find_column (table, "threshold"));

      words[i].id = caseness_reference_get_cell (table, i, caseness_reference_find_column (table, "question"));
      words[i].label = caseness_reference_get_cell (table, i, caseness_reference_find_column (table, "label"));
      words[i].meaning = caseness_reference_get_cell (table, i, caseness_reference_find_column (table, "meaning"));
      words[i].threshold = *threshold != '\0' ? g_ascii_strtod (threshold, NULL) : NAN;
      if (strcmp (words[i].id, ids[i]) != 0)
        g_error ("review-questions.csv: %s stands where %s belongs", words[i].id, ids[i]);
    }
  return words;
}

const CasenessReviewWords *
caseness_review_get_words (CasenessReviewQuestion question)
{
  static gsize once = 0; /* the table, read once and never changed */

  g_return_val_if_fail (question < CASENESS_N_REVIEW_QUESTIONS, NULL);

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_words (caseness_reference_get ("review-questions")));
  return &((const CasenessReviewWords *) once)[question];
}

/* What the questions are asked of. */
typedef struct
{
  const CasenessSnapshot *snapshot;
  CasenessGrouping *problems; /* owned */
  double *usual_sessions;     /* owned, by problem: fewer are few; NaN where nobody recovered */
  guint64 *should_have;       /* owned: whose problem has a measure of its own */
  guint depression;           /* tools */
  guint anxiety;
} Reading;

typedef gboolean (*Ask) (const Reading *reading, guint index);

static CasenessScorePair
get_specific (const Reading *reading, guint index)
{
  const char *problem = caseness_snapshot_get_text (reading->snapshot, index, CASENESS_PATHWAY_DESCRIPTOR);

  return caseness_snapshot_get_scores (reading->snapshot, index, caseness_tool_find_for_descriptor (problem, TRUE));
}

static gboolean
has_no_measure (const Reading *reading, guint index)
{
  return caseness_bitmap_has (reading->should_have, index)
         && get_specific (reading, index).first == CASENESS_SCORE_NONE;
}

static gboolean
has_measure_once (const Reading *reading, guint index)
{
  CasenessScorePair pair = get_specific (reading, index);

  return caseness_bitmap_has (reading->should_have, index) && pair.first != CASENESS_SCORE_NONE
         && pair.last == CASENESS_SCORE_NONE;
}

static gboolean
has_no_outcome (const Reading *reading, guint index)
{
  const guint change = CASENESS_OUTCOME_IMPROVEMENT | CASENESS_OUTCOME_DETERIORATION | CASENESS_OUTCOME_NO_CHANGE;

  return (caseness_snapshot_get_flags (reading->snapshot, index) & change) == 0;
}

static gboolean
is_near (CasenessScore last, guint tool)
{
  guint n_tools;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  return last != CASENESS_SCORE_NONE && tools[tool].caseness_at != CASENESS_SCORE_NONE
         && last < tools[tool].caseness_at + tools[tool].reliable_change;
}

static gboolean
is_near_miss (const Reading *reading, guint index)
{
  CasenessScorePair depression = caseness_snapshot_get_scores (reading->snapshot, index, reading->depression);
  CasenessAnxiety anxiety = caseness_snapshot_get_anxiety (reading->snapshot, index);

  return is_near (depression.last, reading->depression) && is_near (anxiety.pair.last, anxiety.tool);
}

static gboolean
is_first_dip (const Reading *reading, guint index)
{
  return (caseness_snapshot_get_flags (reading->snapshot, index) & CASENESS_PATHWAY_FIRST_DIP) != 0;
}

static gboolean
has_few_sessions (const Reading *reading, guint index)
{
  return caseness_snapshot_get_count (reading->snapshot, index, CASENESS_PATHWAY_TREATMENTS)
         < reading->usual_sessions[reading->problems->groups[index]]; /* false for NaN */
}

static gboolean
is_not_stepped_up (const Reading *reading, guint index)
{
  return caseness_snapshot_get_date (reading->snapshot, index, CASENESS_PATHWAY_LOW_FIRST) != CASENESS_DATE_NONE
         && caseness_snapshot_get_date (reading->snapshot, index, CASENESS_PATHWAY_HIGH_FIRST) == CASENESS_DATE_NONE;
}

static gboolean
is_pair_not_recommended (const Reading *reading, guint index)
{
  const char *problem = g_ptr_array_index (reading->problems->labels, reading->problems->groups[index]);

  return caseness_nice_get_view (problem, caseness_snapshot_get_text (reading->snapshot, index,
                                                                      CASENESS_PATHWAY_MODALITY))
         == CASENESS_NICE_DOES_NOT;
}

static gboolean
is_at_caseness (const CasenessSnapshot *snapshot, guint index, const char *prefix)
{
  guint n_tools, tool = caseness_tool_find_by_prefix (prefix);
  CasenessScore first = caseness_snapshot_get_scores (snapshot, index, tool).first;

  return first != CASENESS_SCORE_NONE && first >= caseness_tool_get_all (&n_tools)[tool].caseness_at;
}

gboolean
caseness_review_is_mixed (const CasenessSnapshot *snapshot, guint index)
{
  g_return_val_if_fail (snapshot != NULL, FALSE);

  return strcmp (caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_DESCRIPTOR), MIXED) == 0;
}

gboolean
caseness_review_is_mixed_in_doubt (const CasenessSnapshot *snapshot, guint index)
{
  return caseness_review_is_mixed (snapshot, index) && is_at_caseness (snapshot, index, "PHQ9")
         && is_at_caseness (snapshot, index, "GAD");
}

static gboolean
is_mixed_in_doubt (const Reading *reading, guint index)
{
  return caseness_review_is_mixed_in_doubt (reading->snapshot, index);
}

static gboolean
is_longer (const Reading *reading, guint index, CasenessPathwayDate from, CasenessPathwayDate to,
           CasenessReviewQuestion question)
{
  CasenessDate start = caseness_snapshot_get_date (reading->snapshot, index, from);
  CasenessDate end = caseness_snapshot_get_date (reading->snapshot, index, to);

  return start != CASENESS_DATE_NONE && end != CASENESS_DATE_NONE
         && end - start > caseness_review_get_words (question)->threshold;
}

static gboolean
has_long_first_wait (const Reading *reading, guint index)
{
  return is_longer (reading, index, CASENESS_PATHWAY_RECEIVED, CASENESS_PATHWAY_TREATMENT_FIRST,
                    CASENESS_REVIEW_LONG_FIRST_WAIT);
}

static gboolean
has_long_second_wait (const Reading *reading, guint index)
{
  return is_longer (reading, index, CASENESS_PATHWAY_TREATMENT_FIRST, CASENESS_PATHWAY_TREATMENT_SECOND,
                    CASENESS_REVIEW_LONG_SECOND_WAIT);
}

static gboolean
has_missed (const Reading *reading, guint index)
{
  return caseness_review_count_missed (reading->snapshot, index)
         >= caseness_review_get_words (CASENESS_REVIEW_MISSED_APPOINTMENTS)->threshold;
}

static gboolean
has_code (const Reading *reading, guint index, CasenessPathwayText text, const char *const *codes)
{
  return g_strv_contains (codes, caseness_snapshot_get_text (reading->snapshot, index, text));
}

static gboolean
is_ended_early (const Reading *reading, guint index)
{
  static const char *const codes[] = { "47", NULL };

  return has_code (reading, index, CASENESS_PATHWAY_END_CODE, codes);
}

static gboolean
has_medication (const Reading *reading, guint index)
{
  static const char *const codes[] = { "01", "02", NULL };

  return has_code (reading, index, CASENESS_PATHWAY_PSYCHOTROPIC_LAST, codes)
         || has_code (reading, index, CASENESS_PATHWAY_PSYCHOTROPIC_FIRST, codes);
}

static gboolean
has_condition (const Reading *reading, guint index)
{
  const CasenessEvents *events = caseness_snapshot_get_events (reading->snapshot);
  guint n;

  caseness_spans_get (caseness_events_get_list (events, CASENESS_PATHWAY_LONG_TERM_CONDITIONS), index, &n);
  return n > 0;
}

static gboolean
is_out_of_work (const Reading *reading, guint index)
{
  static const char *const groups[] = { CASENESS_EMPLOYMENT_NOT_EMPLOYED, CASENESS_EMPLOYMENT_OFF_SICK, NULL };

  return has_code (reading, index, CASENESS_PATHWAY_EMPLOYMENT_LAST, groups);
}

static const Ask asks[CASENESS_N_REVIEW_QUESTIONS] = {
  [CASENESS_REVIEW_NO_MEASURE] = has_no_measure,
  [CASENESS_REVIEW_MEASURE_ONCE] = has_measure_once,
  [CASENESS_REVIEW_NO_OUTCOME] = has_no_outcome,
  [CASENESS_REVIEW_NEAR_MISS] = is_near_miss,
  [CASENESS_REVIEW_FIRST_DIP] = is_first_dip,
  [CASENESS_REVIEW_FEW_SESSIONS] = has_few_sessions,
  [CASENESS_REVIEW_NOT_STEPPED_UP] = is_not_stepped_up,
  [CASENESS_REVIEW_PAIR_NOT_RECOMMENDED] = is_pair_not_recommended,
  [CASENESS_REVIEW_MIXED_DESCRIPTOR] = is_mixed_in_doubt,
  [CASENESS_REVIEW_LONG_FIRST_WAIT] = has_long_first_wait,
  [CASENESS_REVIEW_LONG_SECOND_WAIT] = has_long_second_wait,
  [CASENESS_REVIEW_MISSED_APPOINTMENTS] = has_missed,
  [CASENESS_REVIEW_ENDED_EARLY] = is_ended_early,
  [CASENESS_REVIEW_MEDICATION] = has_medication,
  [CASENESS_REVIEW_LONG_TERM_CONDITION] = has_condition,
  [CASENESS_REVIEW_OUT_OF_WORK] = is_out_of_work,
};

static double
find_quartile (GArray *sessions)
{
  caseness_sort_doubles ((double *) sessions->data, sessions->len);
  return caseness_quantile_sorted ((double *) sessions->data, sessions->len,
                                   caseness_review_get_words (CASENESS_REVIEW_FEW_SESSIONS)->threshold);
}

/* By problem where enough recovered of it, else of everybody who recovered. */
static void
learn_usual_sessions (Reading *reading, const CasenessPeriod *period)
{
  guint n_problems = reading->problems->labels->len, i;
  g_autoptr(GPtrArray) by_problem = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (double));

  for (i = 0; i < n_problems; i++)
    g_ptr_array_add (by_problem, g_array_new (FALSE, FALSE, sizeof (double)));
  for (i = 0; i < caseness_snapshot_get_n_pathways (reading->snapshot); i++)
    {
      double n = caseness_snapshot_get_count (reading->snapshot, i, CASENESS_PATHWAY_TREATMENTS);

      if ((caseness_snapshot_get_flags (reading->snapshot, i) & CASENESS_OUTCOME_RECOVERY) == 0
          || !caseness_courses_is_finished (reading->snapshot, i, period))
        continue;
      g_array_append_val (all, n);
      g_array_append_val ((GArray *) g_ptr_array_index (by_problem, reading->problems->groups[i]), n);
    }
  reading->usual_sessions = g_new (double, n_problems + 1);
  for (i = 0; i < n_problems; i++)
    {
      GArray *own = g_ptr_array_index (by_problem, i);

      reading->usual_sessions[i] = find_quartile (own->len >= CASENESS_FEWEST_ALIKE ? own : all);
    }
}

static void
reading_init (Reading *reading, CasenessFrame *frame)
{
  reading->snapshot = caseness_frame_get_snapshot (frame);
  reading->problems = caseness_variable_group (caseness_variable_find (DESCRIPTOR), frame);
  reading->should_have = caseness_condition_evaluate (caseness_measure_find ("M203")->condition, frame);
  reading->depression = caseness_tool_find_by_prefix ("PHQ9");
  reading->anxiety = caseness_tool_find_by_prefix ("GAD");
  learn_usual_sessions (reading, caseness_frame_get_period (frame));
}

static void
reading_clear (Reading *reading)
{
  caseness_grouping_free (reading->problems);
  g_free (reading->usual_sessions);
  g_free (reading->should_have);
}

static void
take_person (CasenessReview *self, const CasenessReviewPerson *person)
{
  guint i;

  self->n_not_recovered += person->is_not_recovered;
  self->n_deteriorated += person->is_deteriorated;
  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    self->counts[i] += caseness_review_person_has (person, i);
  g_array_append_vals (self->people, person, 1);
}

static guint32
ask_all (const Reading *reading, guint index)
{
  guint32 answers = 0;
  guint i;

  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    if (asks[i](reading, index))
      answers |= 1u << i;
  return answers;
}

/* Not recovered, or reliably worse. */
static gboolean
is_reviewed (guint flags)
{
  return ((flags & CASENESS_OUTCOME_CASENESS) != 0 && (flags & CASENESS_OUTCOME_RECOVERY) == 0)
         || (flags & CASENESS_OUTCOME_DETERIORATION) != 0;
}

static gpointer
make_answers (gpointer user_data, gsize *n_bytes)
{
  CasenessFrame *frame = user_data;
  const CasenessSnapshot *snapshot = caseness_frame_get_snapshot (frame);
  guint n = caseness_snapshot_get_n_pathways (snapshot), i;
  Reading reading = { 0 };
  const guint64 *finished = caseness_courses_get_finished (frame);
  guint32 *answers;

  *n_bytes = (n + 1) * sizeof *answers;
  answers = g_atomic_rc_box_alloc0 (*n_bytes);
  reading_init (&reading, frame);
  CASENESS_BITMAP_EACH (finished, n, i)
    if (is_reviewed (caseness_snapshot_get_flags (snapshot, i)))
      answers[i] = ask_all (&reading, i);
  caseness_memo_drop ((gpointer) finished);
  reading_clear (&reading);
  return answers;
}

/* The answers of every pathway whose course was finished in the period and is reviewed, kept with the snapshot: no filter
 * changes them. To be dropped. */
static const guint32 *
get_answers (CasenessFrame *frame)
{
  CasenessMemo *memo = caseness_snapshot_get_memo (caseness_frame_get_snapshot (frame), CASENESS_MEMO_PARTS);

  return caseness_memo_get_or_make (memo, g_intern_static_string ("answers of the review"),
                                    caseness_frame_get_period (frame), make_answers, frame);
}

static void
add_person (CasenessReview *self, const guint32 *answers, guint32 index)
{
  guint flags = caseness_snapshot_get_flags (self->snapshot, index);
  CasenessReviewPerson person = { .pathway = index };

  person.is_not_recovered = (flags & CASENESS_OUTCOME_CASENESS) != 0 && (flags & CASENESS_OUTCOME_RECOVERY) == 0;
  person.is_deteriorated = (flags & CASENESS_OUTCOME_DETERIORATION) != 0;
  if (!is_reviewed (flags))
    return;
  person.answers = answers[index];
  take_person (self, &person);
}

static int
compare_people (gconstpointer a, gconstpointer b, gpointer snapshot)
{
  guint32 first = ((const CasenessReviewPerson *) a)->pathway, second = ((const CasenessReviewPerson *) b)->pathway;
  CasenessDate first_end = caseness_snapshot_get_date (snapshot, first, CASENESS_PATHWAY_DISCHARGED);
  CasenessDate second_end = caseness_snapshot_get_date (snapshot, second, CASENESS_PATHWAY_DISCHARGED);

  if (first_end != second_end)
    return first_end > second_end ? -1 : 1;
  return first < second ? -1 : first > second;
}

static CasenessReview *
review_new (CasenessSnapshot *snapshot)
{
  CasenessReview *self = g_new0 (CasenessReview, 1);

  self->snapshot = caseness_snapshot_ref (snapshot);
  self->people = g_array_new (FALSE, FALSE, sizeof (CasenessReviewPerson));
  return self;
}

guint32
caseness_review_answer (CasenessFrame *frame, guint pathway)
{
  Reading reading = { 0 };
  guint32 answers;

  g_return_val_if_fail (frame != NULL, 0);

  reading_init (&reading, frame);
  answers = ask_all (&reading, pathway);
  reading_clear (&reading);
  return answers;
}

CasenessReview *
caseness_review_narrow (const CasenessReview *review, const GArray *pathways)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new (NULL, NULL);
  CasenessReview *self;
  guint i;

  g_return_val_if_fail (review != NULL, NULL);

  self = review_new (review->snapshot);
  for (i = 0; pathways != NULL && i < pathways->len; i++)
    g_hash_table_add (wanted, GUINT_TO_POINTER (g_array_index (pathways, guint32, i)));
  for (i = 0; i < review->people->len; i++)
    {
      const CasenessReviewPerson *person = &g_array_index (review->people, CasenessReviewPerson, i);

      if (pathways == NULL || g_hash_table_contains (wanted, GUINT_TO_POINTER (person->pathway)))
        take_person (self, person);
    }
  return self;
}

CasenessReview *
caseness_review_new (CasenessFrame *frame, const GArray *pathways)
{
  CasenessReview *self;
  const guint32 *answers;
  guint i;

  g_return_val_if_fail (frame != NULL && pathways != NULL, NULL);

  self = review_new (caseness_frame_get_snapshot (frame));
  answers = get_answers (frame);
  for (i = 0; i < pathways->len; i++)
    add_person (self, answers, g_array_index (pathways, guint32, i));
  caseness_memo_drop ((gpointer) answers);
  g_array_sort_with_data (self->people, compare_people, self->snapshot);
  return self;
}

void
caseness_review_free (CasenessReview *review)
{
  if (review == NULL)
    return;
  g_array_unref (review->people);
  caseness_snapshot_unref (review->snapshot);
  g_free (review);
}

gboolean
caseness_review_person_has (const CasenessReviewPerson *person, CasenessReviewQuestion question)
{
  g_return_val_if_fail (person != NULL && question < CASENESS_N_REVIEW_QUESTIONS, FALSE);

  return (person->answers & 1u << question) != 0;
}

guint
caseness_review_count_missed (const CasenessSnapshot *snapshot, guint index)
{
  const CasenessEvents *events = caseness_snapshot_get_events (snapshot);
  guint n, first = caseness_spans_get (&events->spans[CASENESS_EVENT_CONTACTS], index, &n), n_missed = 0, i;

  for (i = first; i < first + n; i++)
    {
      CasenessContact contact;

      caseness_events_get_contact (events, i, &contact);
      n_missed += (contact.facts & CASENESS_CONTACT_WITHIN) != 0 && contact.attendance == MISSED;
    }
  return n_missed;
}

static void
write_person (CasenessCsvWriter *writer, const CasenessReview *review, guint position, gboolean names_people)
{
  const CasenessReviewPerson *person = &g_array_index (review->people, CasenessReviewPerson, position);
  const CasenessSnapshot *snapshot = review->snapshot;
  guint i;

  if (names_people)
    caseness_csv_writer_text (writer, caseness_snapshot_get_text (snapshot, person->pathway,
                                                                  CASENESS_PATHWAY_SERVICE_REQUEST_ID));
  else
    caseness_csv_writer_int (writer, position + 1);
  caseness_csv_writer_date (writer, caseness_snapshot_get_date (snapshot, person->pathway, CASENESS_PATHWAY_DISCHARGED));
  caseness_csv_writer_text (writer, caseness_snapshot_get_text (snapshot, person->pathway, CASENESS_PATHWAY_TEAM));
  caseness_csv_writer_text (writer, caseness_snapshot_get_text (snapshot, person->pathway, CASENESS_PATHWAY_DESCRIPTOR));
  caseness_csv_writer_text (writer, caseness_snapshot_get_text (snapshot, person->pathway, CASENESS_PATHWAY_MODALITY));
  caseness_csv_writer_bool (writer, person->is_not_recovered);
  caseness_csv_writer_bool (writer, person->is_deteriorated);
  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    caseness_csv_writer_bool (writer, caseness_review_person_has (person, i));
  caseness_csv_writer_end_row (writer);
}

void
caseness_review_write_csv (CasenessCsvWriter *writer, const CasenessReview *review, gboolean names_people)
{
  static const char *const head[]
    = { "discharged", "team", "problem", "therapy", "not_recovered", "deteriorated" };
  gsize i;

  caseness_csv_writer_text (writer, names_people ? "ServiceRequestId" : "person");
  for (i = 0; i < G_N_ELEMENTS (head); i++)
    caseness_csv_writer_text (writer, head[i]);
  for (i = 0; i < CASENESS_N_REVIEW_QUESTIONS; i++)
    caseness_csv_writer_text (writer, ids[i]);
  caseness_csv_writer_end_row (writer);
  for (i = 0; i < review->people->len; i++)
    write_person (writer, review, (guint) i, names_people);
}
