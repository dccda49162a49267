/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery.h"

#include "caseness-bitmap.h"
#include "caseness-casemix.h"
#include "caseness-courses.h"
#include "caseness-statistics-ratios.h"

#include <math.h>
#include <string.h>

#define CONFIDENCE 0.95
#define DESCRIPTOR "Problem Descriptor"
#define SCORE_SCALE 100.0

/* Codes of AttendOrDNACode; those cancelled by either side have others. */
enum
{
  MISSED = 3,
  ATTENDED = 5,
  ATTENDED_LATE = 6,
  TOO_LATE = 7,
};

static void
recovery_free (gpointer data)
{
  CasenessRecovery *recovery = data;

  g_free (recovery->group);
  g_array_unref (recovery->pathways);
  g_free (recovery);
}

/* What is counted of a finished course: no filter and no grouping changes it. */
typedef struct
{
  guint flags;
  guint sessions;
  gint32 first_wait;                           /* days, or NO_WAIT */
  gint32 second_wait;
  gint32 first[CASENESS_N_RECOVERY_SCALES];    /* sums of scores, CASENESS_SCORE_NONE for both unless both are known */
  gint32 last[CASENESS_N_RECOVERY_SCALES];
  guint appointments;
  guint missed;
} Course;

#define NO_WAIT G_MININT32

/* What a pass over the courses of a group collects, to be summed up at its end. */
typedef struct
{
  GArray *sessions;                            /* double */
  GArray *first_waits;                         /* double */
  GArray *second_waits;                        /* double */
  GArray *first[CASENESS_N_RECOVERY_SCALES];   /* double: scores of those who have both */
  GArray *last[CASENESS_N_RECOVERY_SCALES];
} Collection;

/* The items that make up a scale; WSAS is known by its parts alone. */
static const char *const items[CASENESS_N_RECOVERY_SCALES][6] = {
  [CASENESS_RECOVERY_PHQ9] = { "PHQ9", NULL },
  [CASENESS_RECOVERY_GAD7] = { "GAD", NULL },
  [CASENESS_RECOVERY_WSAS] = { "WASAS_Work", "WASAS_HomeManagement", "WASAS_SocialLeisureActivities",
                               "WASAS_PrivateLeisureActivities", "WASAS_Relationships", NULL },
};

static void
collection_init (Collection *collection)
{
  guint i;

  collection->sessions = g_array_new (FALSE, FALSE, sizeof (double));
  collection->first_waits = g_array_new (FALSE, FALSE, sizeof (double));
  collection->second_waits = g_array_new (FALSE, FALSE, sizeof (double));
  for (i = 0; i < CASENESS_N_RECOVERY_SCALES; i++)
    {
      collection->first[i] = g_array_new (FALSE, FALSE, sizeof (double));
      collection->last[i] = g_array_new (FALSE, FALSE, sizeof (double));
    }
}

static void
collection_clear (Collection *collection)
{
  guint i;

  g_array_unref (collection->sessions);
  g_array_unref (collection->first_waits);
  g_array_unref (collection->second_waits);
  for (i = 0; i < CASENESS_N_RECOVERY_SCALES; i++)
    {
      g_array_unref (collection->first[i]);
      g_array_unref (collection->last[i]);
    }
}

static CasenessRecoveryOutcome
find_outcome (guint flags)
{
  gboolean is_recovered = (flags & CASENESS_OUTCOME_RECOVERY) != 0;

  if ((flags & CASENESS_OUTCOME_IMPROVEMENT) != 0)
    return is_recovered ? CASENESS_OUTCOME_RELIABLE_RECOVERY : CASENESS_OUTCOME_IMPROVEMENT_ONLY;
  if (is_recovered)
    return CASENESS_OUTCOME_RECOVERY_ONLY;
  if ((flags & CASENESS_OUTCOME_DETERIORATION) != 0)
    return CASENESS_OUTCOME_RELIABLY_WORSE;
  return (flags & CASENESS_OUTCOME_NO_CHANGE) != 0 ? CASENESS_OUTCOME_NO_RELIABLE_CHANGE : CASENESS_OUTCOME_NOT_KNOWN;
}

static void
add_outcome (CasenessRecovery *self, guint flags)
{
  gboolean is_recovered = (flags & CASENESS_OUTCOME_RECOVERY) != 0;
  gboolean is_improved = (flags & CASENESS_OUTCOME_IMPROVEMENT) != 0;
  guint change = flags & (CASENESS_OUTCOME_IMPROVEMENT | CASENESS_OUTCOME_DETERIORATION | CASENESS_OUTCOME_NO_CHANGE);

  self->courses++;
  self->at_caseness += (flags & CASENESS_OUTCOME_CASENESS) != 0;
  self->not_at_caseness += (flags & CASENESS_OUTCOME_NOT_CASENESS) != 0;
  self->recovered += is_recovered;
  self->improved += is_improved;
  self->deteriorated += (flags & CASENESS_OUTCOME_DETERIORATION) != 0;
  self->no_change += (flags & CASENESS_OUTCOME_NO_CHANGE) != 0;
  self->no_outcome += change == 0;
  self->reliably_recovered += is_recovered && is_improved;
  self->outcomes[find_outcome (flags)]++;
}

static void
add_days (GArray *days, gint32 wait)
{
  double n_days = wait;

  if (wait != NO_WAIT)
    g_array_append_val (days, n_days);
}

static gint32
find_wait (const CasenessSnapshot *snapshot, guint index, CasenessPathwayDate from, CasenessPathwayDate to)
{
  CasenessDate start = caseness_snapshot_get_date (snapshot, index, from);
  CasenessDate end = caseness_snapshot_get_date (snapshot, index, to);

  return start != CASENESS_DATE_NONE && end != CASENESS_DATE_NONE ? end - start : NO_WAIT;
}

/* The tool of an item, looked for once. */
static guint
get_tool (CasenessRecoveryScale scale, guint item)
{
  static gsize tools[CASENESS_N_RECOVERY_SCALES][G_N_ELEMENTS (items[0])]; /* number plus 1 */

  if (g_once_init_enter (&tools[scale][item]))
    g_once_init_leave (&tools[scale][item], caseness_tool_find_by_prefix (items[scale][item]) + 1);
  return (guint) tools[scale][item] - 1;
}

/* The sums of the scale where every item of it was answered twice. */
static void
read_scale (const CasenessSnapshot *snapshot, guint index, CasenessRecoveryScale scale, Course *course)
{
  const guint applies = CASENESS_PATHWAY_WORK_FIRST | CASENESS_PATHWAY_WORK_LAST;
  gint32 first = 0, last = 0;
  guint i;

  course->first[scale] = course->last[scale] = CASENESS_SCORE_NONE;
  if (scale == CASENESS_RECOVERY_WSAS && (course->flags & applies) != applies)
    return;
  for (i = 0; items[scale][i] != NULL; i++)
    {
      CasenessScorePair pair = caseness_snapshot_get_scores (snapshot, index, get_tool (scale, i));

      if (pair.first == CASENESS_SCORE_NONE || pair.last == CASENESS_SCORE_NONE)
        return;
      first += pair.first;
      last += pair.last;
    }
  course->first[scale] = first;
  course->last[scale] = last;
}

static void
read_appointments (const CasenessSnapshot *snapshot, guint index, Course *course)
{
  const CasenessEvents *events = caseness_snapshot_get_events (snapshot);
  guint n, first = caseness_spans_get (&events->spans[CASENESS_EVENT_CONTACTS], index, &n), i;

  for (i = first; i < first + n; i++)
    {
      CasenessContact contact;
      gboolean is_kept, is_missed;

      caseness_events_get_contact (events, i, &contact);
      is_kept = contact.attendance == ATTENDED || contact.attendance == ATTENDED_LATE;
      is_missed = contact.attendance == MISSED;
      if ((contact.facts & CASENESS_CONTACT_WITHIN) == 0)
        continue;
      course->appointments += is_kept || is_missed || contact.attendance == TOO_LATE;
      course->missed += is_missed;
    }
}

static void
read_course (const CasenessSnapshot *snapshot, guint index, Course *course)
{
  guint i;

  course->flags = caseness_snapshot_get_flags (snapshot, index);
  course->sessions = (guint) caseness_snapshot_get_count (snapshot, index, CASENESS_PATHWAY_TREATMENTS);
  course->first_wait = find_wait (snapshot, index, CASENESS_PATHWAY_RECEIVED, CASENESS_PATHWAY_TREATMENT_FIRST);
  course->second_wait = find_wait (snapshot, index, CASENESS_PATHWAY_TREATMENT_FIRST, CASENESS_PATHWAY_TREATMENT_SECOND);
  for (i = 0; i < CASENESS_N_RECOVERY_SCALES; i++)
    read_scale (snapshot, index, i, course);
  read_appointments (snapshot, index, course);
}

static gpointer
make_courses (gpointer user_data, gsize *n_bytes)
{
  CasenessFrame *frame = user_data;
  const CasenessSnapshot *snapshot = caseness_frame_get_snapshot (frame);
  g_autoptr(GArray) courses = g_array_new (FALSE, TRUE, sizeof (Course));
  const guint64 *finished = caseness_courses_get_finished (frame);
  gpointer copy;
  guint i;

  CASENESS_BITMAP_EACH (finished, caseness_snapshot_get_n_pathways (snapshot), i)
    {
      g_array_set_size (courses, courses->len + 1);
      read_course (snapshot, i, &g_array_index (courses, Course, courses->len - 1));
    }
  caseness_memo_drop ((gpointer) finished);
  *n_bytes = (courses->len + 1) * sizeof (Course);
  copy = g_atomic_rc_box_alloc (*n_bytes);
  if (courses->len > 0)
    memcpy (copy, courses->data, courses->len * sizeof (Course));
  return copy;
}

/* The courses finished in the period by their numbers, kept with the snapshot; to be dropped. */
static const Course *
get_courses (CasenessFrame *frame)
{
  CasenessMemo *memo = caseness_snapshot_get_memo (caseness_frame_get_snapshot (frame), CASENESS_MEMO_PARTS);

  return caseness_memo_get_or_make (memo, g_intern_static_string ("what is counted of finished courses"),
                                    caseness_frame_get_period (frame), make_courses, frame);
}

static void
add_scores (Collection *collection, const Course *course)
{
  guint i;

  for (i = 0; i < CASENESS_N_RECOVERY_SCALES; i++)
    {
      double first = course->first[i] / SCORE_SCALE, last = course->last[i] / SCORE_SCALE;

      if (course->first[i] == CASENESS_SCORE_NONE)
        continue;
      g_array_append_val (collection->first[i], first);
      g_array_append_val (collection->last[i], last);
    }
}

static void
add_course (CasenessRecovery *self, Collection *collection, const Course *course)
{
  double sessions = course->sessions;

  add_outcome (self, course->flags);
  self->sessions += course->sessions;
  g_array_append_val (collection->sessions, sessions);
  add_days (collection->first_waits, course->first_wait);
  add_days (collection->second_waits, course->second_wait);
  add_scores (collection, course);
  self->appointments += course->appointments;
  self->missed += course->missed;
}

static void
sum_up (CasenessRecovery *self, Collection *collection)
{
  guint i;

  caseness_sort_doubles ((double *) collection->sessions->data, collection->sessions->len);
  self->median_sessions
    = caseness_quantile_sorted ((double *) collection->sessions->data, collection->sessions->len, 0.5);
  self->first_waits
    = caseness_waits_sum_up ((double *) collection->first_waits->data, collection->first_waits->len);
  self->second_waits
    = caseness_waits_sum_up ((double *) collection->second_waits->data, collection->second_waits->len);
  for (i = 0; i < CASENESS_N_RECOVERY_SCALES; i++)
    self->changes[i] = caseness_change_sum_up ((double *) collection->first[i]->data,
                                               (double *) collection->last[i]->data, collection->first[i]->len);
}

static gboolean
has_problem (const GPtrArray *variables)
{
  guint i;

  for (i = 0; i < variables->len; i++)
    if (strcmp (caseness_variable_get_name (g_ptr_array_index (variables, i)), DESCRIPTOR) == 0)
      return TRUE;
  return FALSE;
}

static CasenessRecovery *
make_row (const Course *courses, const CasenessCourseGroup *group, const CasenessCasemix *casemix, gboolean may_leave_out)
{
  CasenessRecovery *row = g_new0 (CasenessRecovery, 1);
  CasenessExpectation expectation = caseness_casemix_expect_group (casemix, group->courses, may_leave_out);
  Collection collection;
  guint k;

  row->group = g_strdup (group->label);
  row->pathways = g_array_ref (group->pathways);
  collection_init (&collection);
  for (k = 0; k < group->courses->len; k++)
    add_course (row, &collection, &courses[g_array_index (group->courses, guint32, k)]);
  sum_up (row, &collection);
  collection_clear (&collection);
  row->expected = expectation.expected;
  row->variance = expectation.variance;
  row->leaves_own_out = expectation.leaves_own_out;
  return row;
}

static GPtrArray *
count (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people, const CasenessCasemix *casemix,
       gboolean may_leave_out)
{
  g_autoptr(GPtrArray) groups = caseness_courses_group (frame, variables, people);
  GPtrArray *rows = g_ptr_array_new_with_free_func (recovery_free);
  const Course *courses = get_courses (frame);
  guint i;

  for (i = 0; i < groups->len; i++)
    g_ptr_array_add (rows, make_row (courses, g_ptr_array_index (groups, i), casemix, may_leave_out));
  caseness_memo_drop ((gpointer) courses);
  return rows;
}

GPtrArray *
caseness_recovery_count (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people)
{
  g_autoptr(CasenessCasemix) casemix = caseness_casemix_new (frame, has_problem (variables));

  return count (frame, variables, people, casemix, FALSE);
}

GPtrArray *
caseness_recovery_count_four_way (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people)
{
  g_autoptr(CasenessCasemix) casemix = caseness_casemix_new_four_way (frame, variables);

  return count (frame, variables, people, casemix, TRUE);
}

guint
caseness_recovery_get_denominator (const CasenessRecovery *recovery)
{
  return recovery->courses - recovery->not_at_caseness;
}

CasenessInterval
caseness_recovery_get_rate (const CasenessRecovery *recovery)
{
  return caseness_interval_wilson (recovery->recovered, caseness_recovery_get_denominator (recovery), CONFIDENCE);
}

CasenessInterval
caseness_recovery_get_ratio (const CasenessRecovery *recovery)
{
  CasenessInterval undefined = { NAN, NAN, NAN };

  return recovery->expected >= CASENESS_FEWEST_EXPECTED
           ? caseness_standardised_ratio (recovery->recovered, recovery->expected, CONFIDENCE)
           : undefined;
}

CasenessInterval
caseness_recovery_get_reliable_rate (const CasenessRecovery *recovery)
{
  return caseness_interval_wilson (recovery->reliably_recovered, caseness_recovery_get_denominator (recovery),
                                   CONFIDENCE);
}

CasenessInterval
caseness_recovery_get_share (const CasenessRecovery *recovery, guint count)
{
  return caseness_interval_wilson (count, recovery->courses, CONFIDENCE);
}

double
caseness_recovery_get_mean_sessions (const CasenessRecovery *recovery)
{
  return recovery->courses > 0 ? (double) recovery->sessions / recovery->courses : NAN;
}

CasenessInterval
caseness_recovery_get_missed_rate (const CasenessRecovery *recovery)
{
  return caseness_interval_wilson (recovery->missed, recovery->appointments, CONFIDENCE);
}

double
caseness_recovery_get_effect (const CasenessRecovery *recovery, CasenessRecoveryScale scale)
{
  const CasenessChange *change = &recovery->changes[scale];

  return change->n >= CASENESS_FEWEST_FOR_EFFECT ? change->effect_size : NAN;
}

double
caseness_recovery_get_more (const CasenessRecovery *recovery)
{
  return recovery->expected >= CASENESS_FEWEST_EXPECTED ? recovery->recovered - recovery->expected : NAN;
}
