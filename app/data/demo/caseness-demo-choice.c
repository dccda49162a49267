/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo-maker-private.h"

#include <string.h>

#define GUIDED_COMPUTER "748041000000107"

static void
choose_path (CasenessDemoMaker *maker)
{
  const CasenessDemoList *paths = &maker->tables->lists[DEMO_PATH];
  gint64 finished = (gint64) paths->options[DEMO_PATH_FINISHED].share * maker->person->finished_index
                    / CASENESS_RANDOM_ONE;
  gint64 others = (gint64) paths->total - paths->options[DEMO_PATH_FINISHED].share;
  gint64 left;
  guint i;

  finished = CLAMP (finished, CASENESS_RANDOM_ONE / 10, CASENESS_RANDOM_ONE * 8 / 10);
  maker->course->path = DEMO_PATH_FINISHED;
  if (chance (maker, finished))
    return;
  left = caseness_random_below (&maker->random, (guint32) others);
  for (i = 0; i < DEMO_PATH_FINISHED && left >= paths->options[i].share; i++)
    left -= paths->options[i].share;
  maker->course->path = (CasenessDemoPath) MIN (i, DEMO_PATH_TREATED_ONCE);
}

static const CasenessDemoDescriptor *
draw_descriptor (CasenessDemoMaker *maker, gboolean is_finished)
{
  const CasenessDemoTables *tables = maker->tables;
  gint64 total = 0, left;
  guint i;

  for (i = 0; i < tables->n_descriptors; i++)
    total
        += is_finished ? tables->descriptors[i].share_of_finished : tables->descriptors[i].share_of_referrals;
  left = caseness_random_below (&maker->random, (guint32) total);
  for (i = 0; i + 1 < tables->n_descriptors; i++)
    {
      left -= is_finished ? tables->descriptors[i].share_of_finished
                          : tables->descriptors[i].share_of_referrals;
      if (left < 0)
        break;
    }
  return &tables->descriptors[i];
}

static const char *
draw_complaint (CasenessDemoMaker *maker, const CasenessDemoDescriptor *descriptor)
{
  guint n = g_strv_length (descriptor->codes);

  /* The first code is the usual one. */
  return descriptor
      ->codes[caseness_random_below (&maker->random, 2) == 0 ? 0 : caseness_random_below (&maker->random, n)];
}

/* A few of those whose problem has no measure of its own have symptoms that nobody can explain. */
static void
explain_otherwise (CasenessDemoMaker *maker)
{
  const CasenessDemoTables *tables = maker->tables;
  CasenessDemoCourse *course = maker->course;
  guint32 total = 0, left;
  guint i;

  if (course->descriptor->specific.tool != NULL || !chance (maker, maker->rates->unexplained_symptoms))
    return;
  for (i = 0; i < tables->n_descriptors; i++)
    total += tables->descriptors[i].is_unexplained ? tables->descriptors[i].share_of_referrals : 0;
  left = caseness_random_below (&maker->random, total);
  for (i = 0; i < tables->n_descriptors; i++)
    {
      if (!tables->descriptors[i].is_unexplained)
        continue;
      course->descriptor = &tables->descriptors[i];
      if (left < course->descriptor->share_of_referrals)
        break;
      left -= course->descriptor->share_of_referrals;
    }
  course->complaint = *course->descriptor->codes;
}

static void
choose_descriptor (CasenessDemoMaker *maker)
{
  static const gsize offsets[] = {
    [DEMO_PATH_NOT_SEEN] = G_STRUCT_OFFSET (CasenessDemoRates, descriptor_not_seen),
    [DEMO_PATH_NOT_TREATED] = G_STRUCT_OFFSET (CasenessDemoRates, descriptor_treated_once),
    [DEMO_PATH_TREATED_ONCE] = G_STRUCT_OFFSET (CasenessDemoRates, descriptor_treated_once),
    [DEMO_PATH_FINISHED] = G_STRUCT_OFFSET (CasenessDemoRates, descriptor_finished),
  };
  CasenessDemoCourse *course = maker->course;
  const CasenessDemoDescriptor *other;
  gboolean is_finished = course->path == DEMO_PATH_FINISHED;

  course->complaint = course->second_complaint = course->earlier_complaint = NULL;
  course->descriptor = &maker->tables->descriptors[maker->tables->n_descriptors - 1];
  if (!chance (maker, G_STRUCT_MEMBER (gint64, maker->rates, offsets[course->path])))
    return;
  course->descriptor = draw_descriptor (maker, is_finished);
  course->complaint = draw_complaint (maker, course->descriptor);
  explain_otherwise (maker);
  if (chance (maker, maker->rates->second_descriptor))
    {
      other = draw_descriptor (maker, is_finished);
      course->second_complaint = other != course->descriptor ? draw_complaint (maker, other) : NULL;
      course->second_scheme = other->scheme;
    }
  if (is_finished && chance (maker, maker->rates->descriptor_changed))
    {
      other = draw_descriptor (maker, FALSE);
      course->earlier_complaint = other != course->descriptor ? draw_complaint (maker, other) : NULL;
      if (g_strcmp0 (course->earlier_complaint, course->second_complaint) == 0)
        course->earlier_complaint = NULL;
      course->earlier_scheme = other->scheme;
    }
}

static void
choose_kind (CasenessDemoMaker *maker)
{
  const guint32 *shares = maker->course->descriptor->course_share;
  guint32 total = 0, left;
  guint i;

  for (i = 0; i < DEMO_N_COURSES; i++)
    total += shares[i];
  left = caseness_random_below (&maker->random, total);
  for (i = 0; i + 1 < DEMO_N_COURSES && left >= shares[i]; i++)
    left -= shares[i];
  maker->course->kind = (CasenessDemoCourseKind) i;
}

static void
choose_therapies (CasenessDemoMaker *maker)
{
  CasenessDemoCourse *course = maker->course;
  guint team = maker->person->team;

  course->low_therapy = caseness_demo_draw (&course->descriptor->low, &maker->random)->code;
  course->high_therapy = caseness_demo_draw (&course->descriptor->high, &maker->random)->code;
  if (course->kind == DEMO_COURSE_INTERNET)
    course->low_therapy = GUIDED_COMPUTER;
  course->low_staff = caseness_demo_choose_clinician (maker->service, &maker->random, team, "low", NULL);
  course->high_staff
      = caseness_demo_choose_clinician (maker->service, &maker->random, team, "high", course->high_therapy);
}

static void
choose_condition (CasenessDemoMaker *maker)
{
  CasenessDemoCourse *course = maker->course;
  const CasenessDemoOption *option
      = caseness_demo_draw_kind (maker->tables, DEMO_LONG_TERM_CONDITION, &maker->random);
  gboolean has_condition = *option->code != '\0' && strcmp (option->group, "None") != 0;

  course->condition = option->code;
  course->is_integrated = chance (maker, has_condition ? maker->rates->integrated_with_condition
                                                       : maker->rates->integrated_without_condition);
  course->priority = draw_code (maker, DEMO_PRIORITY);
  if (maker->person->is_perinatal)
    course->priority = "Perinatal";
  else if (strcmp (maker->person->armed_forces, "02") == 0)
    course->priority = "Veteran";
  else if (strcmp (maker->person->education, "3") == 0)
    course->priority = "Student";
  else if (strcmp (course->priority, "LTC") == 0 && !has_condition)
    course->priority = "";
}

static void
describe_referral (CasenessDemoMaker *maker)
{
  CasenessDemoCourse *course = maker->course;
  int year, month;

  g_snprintf (course->id, sizeof course->id, "R%07u", course->number + 1);
  course->source = draw_code (maker, DEMO_REFERRAL_SOURCE);
  course->previous_diagnosis = draw_code (maker, DEMO_PREVIOUS_DIAGNOSIS);
  course->medication = draw_code (maker, DEMO_MEDICATION);
  course->programme = draw_code (maker, DEMO_PROGRAMME);
  course->needs_interpreter = strcmp (maker->person->language, "en") != 0
                              && chance (maker, maker->rates->interpreter_other_language);
  course->onset[0] = '\0';
  if (caseness_random_below (&maker->random, 10) < 6)
    {
      caseness_date_split (
          caseness_date_add_months (course->received, -caseness_random_between (&maker->random, 1, 60)),
          &year, &month, NULL);
      g_snprintf (course->onset, sizeof course->onset, "%04u-%02u", (guint) year % 10000, (guint) month % 100);
    }
}

void
caseness_demo_choose_course (CasenessDemoMaker *maker)
{
  choose_path (maker);
  choose_descriptor (maker);
  choose_kind (maker);
  choose_therapies (maker);
  choose_condition (maker);
  describe_referral (maker);
}
