/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-person-days.h"

#include "caseness-person-words.h"
#include "caseness-therapy.h"

#include <glib/gi18n.h>

static const CasenessCourseContact *
get_contact (const CasenessPersonCourse *course, guint i)
{
  return &g_array_index (course->contacts, CasenessCourseContact, i);
}

/* From the referral, or what came before it, to the discharge, or what is known last. */
static CasenessDayChart *
create_chart (const CasenessPersonCourse *course)
{
  CasenessDate received = caseness_snapshot_get_date (course->snapshot, course->pathway, CASENESS_PATHWAY_RECEIVED);
  CasenessDate discharged = caseness_snapshot_get_date (course->snapshot, course->pathway, CASENESS_PATHWAY_DISCHARGED);
  CasenessDate from = get_contact (course, 0)->date, to = get_contact (course, course->contacts->len - 1)->date;
  CasenessDayChart *chart;

  if (received != CASENESS_DATE_NONE)
    from = MIN (from, received);
  if (discharged != CASENESS_DATE_NONE)
    to = MAX (to, discharged);
  chart = caseness_day_chart_new (from, to);
  if (received != CASENESS_DATE_NONE)
    caseness_day_chart_add_edge (chart, received, C_("course", "received"));
  if (discharged != CASENESS_DATE_NONE)
    caseness_day_chart_add_edge (chart, discharged, C_("course", "discharged"));
  return chart;
}

static void
add_step (CasenessDayChart *chart, guint row, CasenessDate from, CasenessDate to, guint intensity)
{
  if (intensity == CASENESS_INTENSITY_LOW)
    caseness_day_chart_add_span (chart, row, from, to, FALSE, C_("step", "low"));
  else if (intensity == CASENESS_INTENSITY_HIGH)
    caseness_day_chart_add_span (chart, row, from, to, TRUE, C_("step", "high"));
}

/* Treatments of one intensity that follow each other are one span. */
static void
add_steps (CasenessDayChart *chart, const CasenessPersonCourse *course)
{
  guint row = caseness_day_chart_add_row (chart, _("Step")), intensity = 0, i;
  CasenessDate from = CASENESS_DATE_NONE, to = CASENESS_DATE_NONE;

  for (i = 0; i < course->contacts->len; i++)
    {
      const CasenessCourseContact *contact = get_contact (course, i);

      if (contact->session == 0 || contact->intensity == 0)
        continue;
      if (contact->intensity != intensity)
        {
          add_step (chart, row, from, to, intensity);
          intensity = contact->intensity;
          from = contact->date;
        }
      to = contact->date;
    }
  add_step (chart, row, from, to, intensity);
}

static const struct
{
  gboolean is_missed; /* stands in the row of what did not happen */
  CasenessDayMark mark;
} looks[CASENESS_N_COURSE_CONTACT_KINDS] = {
  [CASENESS_COURSE_TREATMENT] = { FALSE, CASENESS_DAY_DONE },
  [CASENESS_COURSE_INTERNET] = { FALSE, CASENESS_DAY_DONE },
  [CASENESS_COURSE_ASSESSMENT] = { FALSE, CASENESS_DAY_FIRST },
  [CASENESS_COURSE_OTHER] = { FALSE, CASENESS_DAY_OTHER },
  [CASENESS_COURSE_MISSED] = { TRUE, CASENESS_DAY_FAILED },
  [CASENESS_COURSE_CANCELLED] = { TRUE, CASENESS_DAY_MOVED },
  [CASENESS_COURSE_WITHDRAWN] = { TRUE, CASENESS_DAY_MOVED },
  [CASENESS_COURSE_NOT_KNOWN] = { TRUE, CASENESS_DAY_OTHER },
};

static void
add_contacts (CasenessDayChart *chart, const CasenessPersonCourse *course)
{
  guint attended = caseness_day_chart_add_row (chart, _("Contacts"));
  guint missed = caseness_day_chart_add_row (chart, _("Missed, cancelled"));
  guint i;

  for (i = 0; i < course->contacts->len; i++)
    {
      const CasenessCourseContact *contact = get_contact (course, i);
      g_autofree char *what = caseness_person_words_contact (contact);
      g_autofree char *how = caseness_person_words_therapies (contact);
      g_autofree char *label = g_strconcat (what, *how != '\0' ? ", " : "", how, NULL);

      caseness_day_chart_add_mark (chart, looks[contact->kind].is_missed ? missed : attended, contact->date,
                                   looks[contact->kind].mark, label);
    }
}

CasenessDayChart *
caseness_person_days_new (const CasenessPersonCourse *course)
{
  CasenessDayChart *chart;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (course != NULL, NULL);

  if (course->contacts->len == 0)
    return NULL;
  chart = create_chart (course);
  add_steps (chart, course);
  add_contacts (chart, course);
  subtitle = caseness_person_words_contacts (course);
  caseness_chart_set_titles (caseness_day_chart_as_chart (chart), _("Contacts, by date"), subtitle,
                             _("Filled circle: treatment. Diamond: assessment. Ring: other contact. Cross: not attended. "
                               "Square: cancelled."));
  return chart;
}
