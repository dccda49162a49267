/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-person-chart.h"

#include "caseness-person-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define POINTS(score) ((score) / 100.0)

static const CasenessCourseSitting *
get_sitting (const CasenessPersonCourse *course, guint i)
{
  return &g_array_index (course->sittings, CasenessCourseSitting, i);
}

/* The month where it begins, with its year at the start and where that begins. */
static char *
dup_month (const CasenessPersonCourse *course, guint i)
{
  int year, month, day, last_year = 0, last_month = 0;
  g_autoptr(GDateTime) date = NULL;

  caseness_date_split (get_sitting (course, i)->date, &year, &month, &day);
  if (i > 0)
    caseness_date_split (get_sitting (course, i - 1)->date, &last_year, &last_month, &day);
  if (year == last_year && month == last_month)
    return NULL;
  date = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  return g_date_time_format (date, year == last_year ? "%b" : "%b %y");
}

static void
add_sessions (CasenessTrajectoryChart *chart, const CasenessPersonCourse *course)
{
  static const char *const turns[] = {
    [CASENESS_COURSE_STEPPED_UP] = N_("stepped up"),
    [CASENESS_COURSE_STEPPED_DOWN] = N_("stepped down"),
    [CASENESS_COURSE_NEW_CLINICIAN] = N_("new therapist"),
  };
  guint i;

  for (i = 0; i < course->sittings->len; i++)
    {
      g_autofree char *label = caseness_person_words_session (get_sitting (course, i));
      g_autofree char *month = dup_month (course, i);
      g_autofree char *text = NULL;
      int year, number, day;

      caseness_date_split (get_sitting (course, i)->date, &year, &number, &day);
      text = g_strdup_printf ("%d", day);
      caseness_trajectory_chart_add_session (chart, label, text, month);
    }
  for (i = 0; i < course->turns->len; i++)
    {
      const CasenessCourseTurn *turn = &g_array_index (course->turns, CasenessCourseTurn, i);

      caseness_trajectory_chart_add_event (chart, turn->sitting, _(turns[turn->kind]));
    }
}

static void
add_scores (CasenessTrajectoryChart *chart, guint panel, const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  guint i;

  for (i = 0; i < course->sittings->len; i++)
    {
      const CasenessCourseScore *score = &get_sitting (course, i)->scores[measure];
      g_autofree char *points = NULL;
      g_autofree char *words = NULL;

      if (score->value == CASENESS_SCORE_NONE)
        continue;
      caseness_trajectory_chart_set_score (chart, panel, i, POINTS (score->value));
      points = caseness_person_words_points (score->value, FALSE);
      /* Translators: a score. */
      words = g_strdup_printf (score->is_first ? _("first %s") : _("last %s"), points);
      if (score->is_first || score->is_last)
        caseness_trajectory_chart_mark (chart, panel, i, words);
    }
}

/* Caseness, and what a change must come to. */
static void
add_lines (CasenessTrajectoryChart *chart, guint panel, const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  guint n_tools;
  const CasenessTool *tool = &caseness_tool_get_all (&n_tools)[course->tools[measure]];
  CasenessScore low, high;

  if (tool->caseness_at != CASENESS_SCORE_NONE)
    {
      g_autofree char *points = caseness_person_words_points (tool->caseness_at, FALSE);
      g_autofree char *label = g_strdup_printf (_("caseness %s"), points);

      caseness_trajectory_chart_set_threshold (chart, panel, POINTS (tool->caseness_at), label);
    }
  if (caseness_person_course_get_band (course, measure, &low, &high))
    {
      g_autofree char *from = caseness_person_words_points (low, FALSE);
      g_autofree char *to = caseness_person_words_points (high, FALSE);
      /* Translators: two scores, between which a change may be chance. */
      g_autofree char *label = g_strdup_printf (_("%1$s to %2$s: not reliable"), from, to);

      caseness_trajectory_chart_set_band (chart, panel, POINTS (low), POINTS (high), label);
    }
}

static void
add_expected (CasenessTrajectoryChart *chart, guint panel, const CasenessPersonCourse *course,
              CasenessCourseMeasure measure)
{
  guint i;

  for (i = 0; i < course->expected[measure]->len; i++)
    {
      const CasenessCourseExpected *expected = &g_array_index (course->expected[measure], CasenessCourseExpected, i);

      if (!isnan (expected->median))
        caseness_trajectory_chart_set_expected (chart, panel, i, expected->lower, expected->median, expected->upper);
    }
}

static void
add_panel (CasenessTrajectoryChart *chart, const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  g_autofree char *scale = caseness_person_words_scale (course, measure);
  guint panel = caseness_trajectory_chart_add_panel (chart, caseness_person_words_measure (course, measure), scale,
                                                     POINTS (caseness_person_course_get_maximum (course, measure)));
  int improved;

  add_scores (chart, panel, course, measure);
  if (measure == CASENESS_COURSE_FUNCTION)
    return;
  add_lines (chart, panel, course, measure);
  add_expected (chart, panel, course, measure);
  improved = caseness_person_course_find_improvement (course, measure);
  if (improved >= 0 && !get_sitting (course, (guint) improved)->scores[measure].is_last)
    caseness_trajectory_chart_note (chart, panel, (guint) improved, _("reliable improvement from here"));
}

CasenessTrajectoryChart *
caseness_person_chart_new (const CasenessPersonCourse *course)
{
  g_autoptr(CasenessTrajectoryChart) chart = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *method = NULL;
  guint i, n = 0;

  g_return_val_if_fail (course != NULL, NULL);

  chart = caseness_trajectory_chart_new (C_("chart axis", "session"), C_("chart axis", "date"));
  add_sessions (chart, course);
  for (i = 0; i < CASENESS_N_COURSE_MEASURES; i++)
    if (caseness_person_course_has (course, i))
      {
        add_panel (chart, course, i);
        n++;
      }
  if (n == 0)
    return NULL;
  title = caseness_person_words_title (course);
  subtitle = caseness_person_words_subtitle (course);
  method = caseness_person_words_method (course);
  caseness_chart_set_titles (caseness_trajectory_chart_as_chart (chart), title, subtitle, *method != '\0' ? method : NULL);
  return g_steal_pointer (&chart);
}
