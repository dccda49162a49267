/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-person-course-private.h"

#include "caseness-therapy.h"

/* Points of a scale that is counted in whole ones, and of one that is not. */
#define WHOLE_POINT 100
#define SMALLEST_STEP 1

static const CasenessTool *
get_tool (const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  guint n_tools;

  return &caseness_tool_get_all (&n_tools)[course->tools[measure]];
}

static CasenessDate
get_date (const CasenessPersonCourse *course, CasenessPathwayDate which)
{
  return caseness_snapshot_get_date (course->snapshot, course->pathway, which);
}

CasenessScorePair
caseness_person_course_get_pair (const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  if (measure == CASENESS_COURSE_DEPRESSION)
    return caseness_snapshot_get_scores (course->snapshot, course->pathway, course->tools[measure]);
  return caseness_snapshot_get_anxiety (course->snapshot, course->pathway).pair;
}

/* Before a sitting: the intensity of a treatment that is the other one of that before, or nobody who was there before. */
static void
add_turn (CasenessPersonCourse *self, const CasenessCourseContact *contact, CasenessCourseTurnKind kind)
{
  CasenessCourseTurn turn = { .kind = kind };
  guint i;

  for (i = 0; i < self->sittings->len; i++)
    {
      const CasenessCourseSitting *sitting = &g_array_index (self->sittings, CasenessCourseSitting, i);

      if (sitting->date == contact->date)
        {
          turn.sitting = i;
          g_array_append_val (self->turns, turn);
          return;
        }
    }
}

static gboolean
have_common_staff (const CasenessPersonCourse *self, const CasenessCourseContact *a, const CasenessCourseContact *b)
{
  const CasenessPacked *staff = caseness_snapshot_get_events (self->snapshot)->staff;
  guint i, k;

  for (i = 0; i < a->n_staff; i++)
    for (k = 0; k < b->n_staff; k++)
      if (caseness_packed_get (staff, a->first_staff + i) == caseness_packed_get (staff, b->first_staff + k))
        return TRUE;
  return FALSE;
}

static void
find_turns (CasenessPersonCourse *self)
{
  const guint steps = CASENESS_INTENSITY_LOW | CASENESS_INTENSITY_HIGH;
  const CasenessCourseContact *staffed = NULL;
  guint intensity = 0, i;

  for (i = 0; i < self->contacts->len; i++)
    {
      const CasenessCourseContact *contact = &g_array_index (self->contacts, CasenessCourseContact, i);
      guint step = contact->intensity & steps;

      if (contact->session == 0)
        continue;
      if (intensity == CASENESS_INTENSITY_LOW && step == CASENESS_INTENSITY_HIGH)
        add_turn (self, contact, CASENESS_COURSE_STEPPED_UP);
      else if (intensity == CASENESS_INTENSITY_HIGH && step == CASENESS_INTENSITY_LOW)
        add_turn (self, contact, CASENESS_COURSE_STEPPED_DOWN);
      else if (staffed != NULL && contact->n_staff > 0 && !have_common_staff (self, staffed, contact))
        add_turn (self, contact, CASENESS_COURSE_NEW_CLINICIAN);
      intensity = step != 0 ? step : intensity;
      staffed = contact->n_staff > 0 ? contact : staffed;
    }
}

static void
count_kinds (CasenessPersonCourse *self)
{
  guint i;

  for (i = 0; i < self->contacts->len; i++)
    self->n_kinds[g_array_index (self->contacts, CasenessCourseContact, i).kind]++;
}

/* Why somebody did not recover is not asked of those who did. */
static const guint32 not_of_recovered = 1u << CASENESS_REVIEW_NEAR_MISS | 1u << CASENESS_REVIEW_NOT_STEPPED_UP;

static void
describe (CasenessPersonCourse *self, const CasenessPeriod *period)
{
  guint flags = caseness_snapshot_get_flags (self->snapshot, self->pathway);
  g_autoptr(CasenessFrame) frame = caseness_frame_new (self->snapshot);
  g_autoptr(CasenessGrouping) problems = NULL;

  caseness_frame_set_period (frame, period);
  problems = caseness_variable_group (caseness_variable_find ("Problem Descriptor"), frame);
  self->problem = g_intern_string (g_ptr_array_index (problems->labels, problems->groups[self->pathway]));
  if ((flags & CASENESS_PATHWAY_COMPLETED) != 0)
    self->answers = caseness_review_answer (frame, self->pathway);
  if ((flags & CASENESS_OUTCOME_RECOVERY) != 0)
    self->answers &= ~not_of_recovered;
}

CasenessPersonCourse *
caseness_person_course_new (CasenessSnapshot *snapshot, guint pathway, const CasenessPeriod *period,
                            GCancellable *cancellable)
{
  g_autoptr(CasenessPersonCourse) self = NULL;

  g_return_val_if_fail (snapshot != NULL && period != NULL, NULL);
  g_return_val_if_fail (pathway < caseness_snapshot_get_n_pathways (snapshot), NULL);

  self = g_new0 (CasenessPersonCourse, 1);
  self->snapshot = caseness_snapshot_ref (snapshot);
  self->pathway = pathway;
  self->tools[CASENESS_COURSE_DEPRESSION] = caseness_tool_find_by_prefix ("PHQ9");
  self->tools[CASENESS_COURSE_ANXIETY] = caseness_snapshot_get_anxiety (snapshot, pathway).tool;
  self->turns = g_array_new (FALSE, FALSE, sizeof (CasenessCourseTurn));
  self->contacts = caseness_person_course_list_contacts (self);
  self->sittings = caseness_person_course_list_sittings (self);
  find_turns (self);
  count_kinds (self);
  describe (self, period);
  if (!caseness_person_course_expect (self, cancellable))
    return NULL;
  return g_steal_pointer (&self);
}

void
caseness_person_course_free (CasenessPersonCourse *course)
{
  guint i;

  if (course == NULL)
    return;
  for (i = 0; i < CASENESS_COURSE_FUNCTION; i++)
    g_clear_pointer (&course->expected[i], g_array_unref);
  g_clear_pointer (&course->sittings, g_array_unref);
  g_clear_pointer (&course->contacts, g_array_unref);
  g_array_unref (course->turns);
  caseness_snapshot_unref (course->snapshot);
  g_free (course);
}

gboolean
caseness_person_course_has (const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  guint i;

  g_return_val_if_fail (course != NULL && measure < CASENESS_N_COURSE_MEASURES, FALSE);

  for (i = 0; i < course->sittings->len; i++)
    if (g_array_index (course->sittings, CasenessCourseSitting, i).scores[measure].value != CASENESS_SCORE_NONE)
      return TRUE;
  return FALSE;
}

CasenessScore
caseness_person_course_get_maximum (const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  g_return_val_if_fail (course != NULL && measure < CASENESS_N_COURSE_MEASURES, 0);

  if (measure == CASENESS_COURSE_FUNCTION)
    return (course->leaves_out_work ? CASENESS_COURSE_N_ITEMS - 1 : CASENESS_COURSE_N_ITEMS) * CASENESS_COURSE_MOST_OF_ITEM;
  return get_tool (course, measure)->max;
}

gboolean
caseness_person_course_get_band (const CasenessPersonCourse *course, CasenessCourseMeasure measure, CasenessScore *low,
                                 CasenessScore *high)
{
  const CasenessTool *tool;
  CasenessScore first, step;

  g_return_val_if_fail (course != NULL && measure < CASENESS_COURSE_FUNCTION, FALSE);

  tool = get_tool (course, measure);
  first = caseness_person_course_get_pair (course, measure).first;
  if (first == CASENESS_SCORE_NONE || tool->reliable_change == CASENESS_SCORE_NONE)
    return FALSE;
  step = tool->reliable_change % WHOLE_POINT == 0 ? WHOLE_POINT : SMALLEST_STEP;
  *low = MAX (first - tool->reliable_change + step, tool->min);
  *high = MIN (first + tool->reliable_change - step, tool->max);
  return TRUE;
}

int
caseness_person_course_find_improvement (const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  CasenessScore low, high;
  int found = -1;
  guint i;

  g_return_val_if_fail (course != NULL && measure < CASENESS_COURSE_FUNCTION, -1);

  if (!caseness_person_course_get_band (course, measure, &low, &high))
    return -1;
  for (i = 0; i < course->sittings->len; i++)
    {
      CasenessScore value = g_array_index (course->sittings, CasenessCourseSitting, i).scores[measure].value;

      if (value == CASENESS_SCORE_NONE)
        continue;
      if (value > caseness_person_course_get_pair (course, measure).first - get_tool (course, measure)->reliable_change)
        found = -1;
      else if (found < 0)
        found = (int) i;
    }
  return found;
}

gboolean
caseness_person_course_get_wait (const CasenessPersonCourse *course, CasenessCourseWait wait, int *days)
{
  static const struct
  {
    CasenessPathwayDate from;
    CasenessPathwayDate to;
  } ends[] = {
    [CASENESS_COURSE_TO_ASSESSMENT] = { CASENESS_PATHWAY_RECEIVED, CASENESS_PATHWAY_ASSESSMENT_FIRST },
    [CASENESS_COURSE_TO_FIRST] = { CASENESS_PATHWAY_RECEIVED, CASENESS_PATHWAY_TREATMENT_FIRST },
    [CASENESS_COURSE_TO_SECOND] = { CASENESS_PATHWAY_TREATMENT_FIRST, CASENESS_PATHWAY_TREATMENT_SECOND },
  };
  CasenessDate from, to;

  g_return_val_if_fail (course != NULL && wait < CASENESS_N_COURSE_WAITS && days != NULL, FALSE);

  if (wait == CASENESS_COURSE_TO_STEP_UP)
    {
      *days = caseness_snapshot_get_count (course->snapshot, course->pathway, CASENESS_PATHWAY_STAGE_DAYS);
      return *days >= 0
             && caseness_snapshot_get_count (course->snapshot, course->pathway, CASENESS_PATHWAY_SECOND_STAGE)
                  == CASENESS_INTENSITY_HIGH;
    }
  from = get_date (course, ends[wait].from);
  to = get_date (course, ends[wait].to);
  *days = to - from;
  return from != CASENESS_DATE_NONE && to != CASENESS_DATE_NONE;
}

static void
write_score (CasenessCsvWriter *writer, CasenessScore value)
{
  g_autofree char *text = caseness_score_format (value);

  caseness_csv_writer_text (writer, text);
}

void
caseness_person_course_write_csv (CasenessCsvWriter *writer, const CasenessPersonCourse *course)
{
  static const char *const columns[] = { "date", "session", "phq9", "anxiety_measure", "anxiety", "wsas", NULL };
  guint i;

  g_return_if_fail (writer != NULL && course != NULL);

  caseness_csv_writer_row (writer, columns);
  for (i = 0; i < course->sittings->len; i++)
    {
      const CasenessCourseSitting *sitting = &g_array_index (course->sittings, CasenessCourseSitting, i);
      CasenessScore anxiety = sitting->scores[CASENESS_COURSE_ANXIETY].value;

      caseness_csv_writer_date (writer, sitting->date);
      caseness_csv_writer_int (writer, sitting->session);
      write_score (writer, sitting->scores[CASENESS_COURSE_DEPRESSION].value);
      caseness_csv_writer_text (writer, anxiety != CASENESS_SCORE_NONE
                                         ? get_tool (course, CASENESS_COURSE_ANXIETY)->measure : "");
      write_score (writer, anxiety);
      write_score (writer, sitting->scores[CASENESS_COURSE_FUNCTION].value);
      caseness_csv_writer_end_row (writer);
    }
}
