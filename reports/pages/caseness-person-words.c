/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-person-words.h"

#include "caseness-code-name.h"
#include "caseness-figure-words.h"
#include "caseness-recovery-words.h"
#include "caseness-staff-words.h"
#include "caseness-therapy.h"

#include <glib/gi18n.h>

#define MINUS "−"

static const char *const contact_words[CASENESS_N_COURSE_CONTACT_KINDS] = {
  [CASENESS_COURSE_TREATMENT] = N_("Treatment"),
  [CASENESS_COURSE_ASSESSMENT] = N_("Assessment"),
  [CASENESS_COURSE_OTHER] = N_("Other contact"),
  [CASENESS_COURSE_INTERNET] = N_("Internet therapy"),
  [CASENESS_COURSE_MISSED] = N_("Did not attend"),
  [CASENESS_COURSE_CANCELLED] = N_("Cancelled by the person"),
  [CASENESS_COURSE_WITHDRAWN] = N_("Cancelled by the service"),
  [CASENESS_COURSE_NOT_KNOWN] = N_("Attendance not recorded"),
};

static const CasenessTool *
get_tool (guint tool)
{
  guint n_tools;

  return &caseness_tool_get_all (&n_tools)[tool];
}

static guint
get_flags (const CasenessPersonCourse *course)
{
  return caseness_snapshot_get_flags (course->snapshot, course->pathway);
}

static gboolean
is_finished (const CasenessPersonCourse *course)
{
  return (get_flags (course) & CASENESS_PATHWAY_COMPLETED) != 0;
}

const char *
caseness_person_words_measure (const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  g_return_val_if_fail (course != NULL && measure < CASENESS_N_COURSE_MEASURES, NULL);

  return measure == CASENESS_COURSE_FUNCTION ? _("WSAS") : get_tool (course->tools[measure])->measure;
}

char *
caseness_person_words_points (CasenessScore points, gboolean is_change)
{
  g_autofree char *size = NULL;

  if (points == CASENESS_SCORE_NONE)
    return g_strdup ("–");
  size = caseness_score_format (ABS (points));
  if (points < 0)
    return g_strconcat (MINUS, size, NULL);
  return g_strconcat (is_change && points > 0 ? "+" : "", size, NULL);
}

static const char *
get_subject (const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  const CasenessTool *tool;

  if (measure == CASENESS_COURSE_FUNCTION)
    return course->leaves_out_work ? _("work and social adjustment without work, which does not apply")
                                   : _("work and social adjustment");
  if (measure == CASENESS_COURSE_DEPRESSION)
    return _("depression");
  tool = get_tool (course->tools[measure]);
  return course->tools[measure] == caseness_tool_find_by_prefix ("GAD") ? _("anxiety")
                                                                        : g_dgettext (GETTEXT_PACKAGE, tool->full_name);
}

char *
caseness_person_words_scale (const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  g_autofree char *most = NULL;

  g_return_val_if_fail (course != NULL && measure < CASENESS_N_COURSE_MEASURES, NULL);

  most = caseness_score_format (caseness_person_course_get_maximum (course, measure));
  /* Translators: what a questionnaire measures, and its highest score. */
  return g_strdup_printf (_("%1$s, 0 to %2$s, lower is better"), get_subject (course, measure), most);
}

char *
caseness_person_words_session (const CasenessCourseSitting *sitting)
{
  g_return_val_if_fail (sitting != NULL, NULL);

  if (sitting->session > 0)
    return g_strdup_printf ("%u", sitting->session);
  /* Translators: one letter for an assessment, under an axis */
  return g_strdup (sitting->is_assessment ? C_("chart axis", "A") : "–");
}

const char *
caseness_person_words_outcome (const CasenessPersonCourse *course)
{
  g_return_val_if_fail (course != NULL, NULL);

  if (is_finished (course))
    return caseness_figure_words_outcome (get_flags (course));
  if (caseness_snapshot_get_date (course->snapshot, course->pathway, CASENESS_PATHWAY_DISCHARGED)
      == CASENESS_DATE_NONE)
    return _("Not finished");
  return _("No course of treatment");
}

static CasenessScorePair
get_pair (const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  if (measure == CASENESS_COURSE_ANXIETY)
    return caseness_snapshot_get_anxiety (course->snapshot, course->pathway).pair;
  return caseness_snapshot_get_scores (course->snapshot, course->pathway, course->tools[measure]);
}

static gboolean
is_below (const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  CasenessScorePair pair = get_pair (course, measure);

  return pair.last != CASENESS_SCORE_NONE && pair.last < get_tool (course->tools[measure])->caseness_at;
}

static gboolean
is_paired (const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  return get_pair (course, measure).last != CASENESS_SCORE_NONE;
}

static const char *
get_start (guint flags)
{
  if ((flags & CASENESS_OUTCOME_CASENESS) != 0)
    return _("At caseness at the start.");
  if ((flags & CASENESS_OUTCOME_NOT_CASENESS) != 0)
    return _("Below caseness at the start, so that the course is in no recovery rate.");
  return "";
}

char *
caseness_person_words_outcome_reason (const CasenessPersonCourse *course)
{
  guint flags;
  const char *specific;

  g_return_val_if_fail (course != NULL, NULL);

  flags = get_flags (course);
  if (!is_finished (course))
    return g_strdup (_("The outcome is told of finished courses: discharged after two or more treatments."));
  specific = (flags & CASENESS_PATHWAY_SPECIFIC) != 0
               ? _("The measure meant for the problem was given twice, so that GAD-7 does not count.")
               : "";
  return g_strstrip (g_strdup_printf ("%s %s", get_start (flags), specific));
}

char *
caseness_person_words_title (const CasenessPersonCourse *course)
{
  gboolean has_depression, has_anxiety, is_depression_below, is_anxiety_below;
  const char *anxiety;

  g_return_val_if_fail (course != NULL, NULL);

  has_depression = is_paired (course, CASENESS_COURSE_DEPRESSION);
  has_anxiety = is_paired (course, CASENESS_COURSE_ANXIETY);
  is_depression_below = is_below (course, CASENESS_COURSE_DEPRESSION);
  is_anxiety_below = is_below (course, CASENESS_COURSE_ANXIETY);
  anxiety = caseness_person_words_measure (course, CASENESS_COURSE_ANXIETY);
  if (!has_depression && !has_anxiety)
    return g_strdup (_("Not measured twice: no change can be told"));
  if (!has_depression || !has_anxiety)
    /* Translators: a questionnaire that was given once or never */
    return g_strdup_printf (_("%s was not repeated"),
                            has_depression ? anxiety : caseness_person_words_measure (course, CASENESS_COURSE_DEPRESSION));
  if (is_depression_below && is_anxiety_below)
    return g_strdup (is_finished (course) ? _("Both measures ended below caseness") : _("Both measures are below caseness"));
  if (!is_depression_below && !is_anxiety_below)
    return g_strdup (is_finished (course) ? _("Neither measure ended below caseness")
                                          : _("Neither measure is below caseness yet"));
  /* Translators: two questionnaires */
  return g_strdup_printf (is_finished (course) ? _("%1$s ended below caseness, %2$s did not")
                                               : _("%1$s is below caseness, %2$s is not yet"),
                          is_depression_below ? "PHQ-9" : anxiety, is_depression_below ? anxiety : "PHQ-9");
}

/* The months of the first and the last sitting. */
static char *
dup_months (const CasenessPersonCourse *course)
{
  CasenessPeriod months;
  int year, month, day;

  caseness_date_split (g_array_index (course->sittings, CasenessCourseSitting, 0).date, &year, &month, &day);
  months.start = caseness_date_new (year, month, 1);
  months.end
    = caseness_date_month_end (g_array_index (course->sittings, CasenessCourseSitting, course->sittings->len - 1).date);
  return caseness_period_format (&months);
}

char *
caseness_person_words_subtitle (const CasenessPersonCourse *course)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  g_autofree char *measures = NULL;
  g_autofree char *months = NULL;
  guint i;

  g_return_val_if_fail (course != NULL, NULL);

  for (i = 0; i < CASENESS_N_COURSE_MEASURES; i++)
    if (caseness_person_course_has (course, i))
      g_strv_builder_add (names, caseness_person_words_measure (course, i));
  list = g_strv_builder_end (names);
  if (list[0] == NULL)
    return g_strdup (_("No score of PHQ-9, of an anxiety measure or of WSAS is held."));
  measures = g_strjoinv (", ", list);
  months = dup_months (course);
  /* Translators: questionnaires, and the months. */
  return g_strdup_printf (_("%1$s at each session, %2$s; first and last are drawn larger"), measures, months);
}

static char *
dup_alike (const CasenessPersonCourse *course, CasenessCourseMeasure measure)
{
  const CasenessTool *tool = get_tool (course->tools[measure]);
  g_autofree char *change = NULL;
  guint n = course->n_alike[measure];

  if (n == 0)
    return g_strdup ("");
  change = caseness_score_format (tool->reliable_change);
  /* Translators: how many courses, a questionnaire, a number of points. */
  return g_strdup_printf (ngettext ("%1$'u finished course that began less than %3$s points of %2$s away",
                                    "%1$'u finished courses that began less than %3$s points of %2$s away", n),
                          n, tool->measure, change);
}

char *
caseness_person_words_method (const CasenessPersonCourse *course)
{
  g_autofree char *depression = NULL;
  g_autofree char *anxiety = NULL;
  const char *between;

  g_return_val_if_fail (course != NULL, NULL);

  depression = dup_alike (course, CASENESS_COURSE_DEPRESSION);
  anxiety = dup_alike (course, CASENESS_COURSE_ANXIETY);
  if (*depression == '\0' && *anxiety == '\0')
    return g_strdup ("");
  between = *depression != '\0' && *anxiety != '\0' ? _(", and of ") : "";
  /* Translators: courses like this one. */
  return g_strdup_printf (_("Boxes: the middle half of the scores, and their median, at the same session, of %1$s%2$s%3$s, "
                            "as long as those people were in treatment; no box for fewer than 20 of them. They show what "
                            "is usual here, not what this person should have reached."),
                          depression, between, anxiety);
}

char *
caseness_person_words_contact (const CasenessCourseContact *contact)
{
  const char *name;

  g_return_val_if_fail (contact != NULL, NULL);

  if (contact->session > 0)
    /* Translators: a treatment and its number, “Treatment 3”. */
    return g_strdup_printf (_("%1$s %2$u"), _(contact_words[contact->kind]), contact->session);
  name = contact->kind == CASENESS_COURSE_OTHER ? caseness_code_name_find_number ("AppType", contact->app_type) : NULL;
  return g_strdup (name != NULL ? g_dgettext (GETTEXT_PACKAGE, name) : _(contact_words[contact->kind]));
}

char *
caseness_person_words_therapies (const CasenessCourseContact *contact)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  const char *medium;
  guint n, i;
  const CasenessTherapy *therapies = caseness_therapy_get_all (&n);

  g_return_val_if_fail (contact != NULL, NULL);

  for (i = 0; i < n; i++)
    if ((contact->therapies & (1u << i)) != 0)
      g_strv_builder_add (names, therapies[i].short_name);
  medium = caseness_code_name_find_number ("ConsMechanism", contact->medium);
  if (medium != NULL)
    g_strv_builder_add (names, g_dgettext (GETTEXT_PACKAGE, medium));
  list = g_strv_builder_end (names);
  return g_strjoinv (", ", list);
}

char *
caseness_person_words_staff (const CasenessPersonCourse *course, const CasenessCourseContact *contact,
                             gboolean hides_staff)
{
  const CasenessEvents *events;
  GString *words;
  guint i;

  g_return_val_if_fail (course != NULL && contact != NULL, NULL);

  events = caseness_snapshot_get_events (course->snapshot);
  words = g_string_new (NULL);
  for (i = 0; i < contact->n_staff; i++)
    {
      guint32 staff = (guint32) caseness_packed_get (events->staff, contact->first_staff + i);
      g_autofree char *name
        = caseness_staff_words_name (course->snapshot,
                                     caseness_dictionary_get (caseness_snapshot_get_dictionary (course->snapshot), staff),
                                     hides_staff);

      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", name);
    }
  return g_string_free (words, FALSE);
}

/* A part of a count, none for nothing. Takes @part. */
static void
add_part (GPtrArray *parts, guint n, char *part)
{
  if (n > 0)
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

char *
caseness_person_words_contacts (const CasenessPersonCourse *course)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const guint *n;
  guint treated;

  g_return_val_if_fail (course != NULL, NULL);

  n = course->n_kinds;
  treated = (guint) caseness_snapshot_get_count (course->snapshot, course->pathway, CASENESS_PATHWAY_TREATMENTS);
  add_part (parts, treated, g_strdup_printf (ngettext ("%u treatment", "%u treatments", treated), treated));
  add_part (parts, n[CASENESS_COURSE_ASSESSMENT],
            g_strdup_printf (ngettext ("%u assessment", "%u assessments", n[CASENESS_COURSE_ASSESSMENT]),
                             n[CASENESS_COURSE_ASSESSMENT]));
  add_part (parts, n[CASENESS_COURSE_MISSED],
            g_strdup_printf (ngettext ("%u not attended", "%u not attended", n[CASENESS_COURSE_MISSED]),
                             n[CASENESS_COURSE_MISSED]));
  add_part (parts, n[CASENESS_COURSE_CANCELLED],
            g_strdup_printf (ngettext ("%u cancelled by the person", "%u cancelled by the person",
                                       n[CASENESS_COURSE_CANCELLED]),
                             n[CASENESS_COURSE_CANCELLED]));
  add_part (parts, n[CASENESS_COURSE_WITHDRAWN],
            g_strdup_printf (ngettext ("%u cancelled by the service", "%u cancelled by the service",
                                       n[CASENESS_COURSE_WITHDRAWN]),
                             n[CASENESS_COURSE_WITHDRAWN]));
  add_part (parts, n[CASENESS_COURSE_OTHER],
            g_strdup_printf (ngettext ("%u other contact", "%u other contacts", n[CASENESS_COURSE_OTHER]),
                             n[CASENESS_COURSE_OTHER]));
  if (parts->len == 0)
    return g_strdup (_("No contact yet"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

char *
caseness_person_words_score (const CasenessPersonCourse *course, const CasenessPersonScore *score)
{
  const char *measure;

  g_return_val_if_fail (course != NULL && score != NULL, NULL);

  measure = get_tool (score->tool)->measure;
  /* Translators: a questionnaire that does not bear on the outcome. */
  return score->is_used || !is_finished (course) ? g_strdup (measure) : g_strdup_printf (_("%s, not used"), measure);
}
