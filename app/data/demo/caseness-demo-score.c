/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo-private.h"

#include <string.h>

#define MOST_TRIES 400
#define WSAS_EVERY 4

/* What became of a finished course; the order in which they are drawn. */
typedef enum
{
  RELIABLY_RECOVERED,
  RECOVERED,
  IMPROVED,
  DETERIORATED,
  UNCHANGED,
} Outcome;

/* One measure over the course: first and last value, hundredths. */
typedef struct
{
  const CasenessDemoScale *scale;
  int first, last;
} Span;

typedef struct
{
  const CasenessDemoService *service;
  const CasenessDemoTables *tables;
  const CasenessDemoRates *rates;
  const CasenessDemoPerson *person;
  CasenessDemoCourse *course;
  const CasenessDemoStory *story; /* nullable */
  CasenessRandom random;
  Span phq9, gad7, specific;
  int start_common, start_own, end_common, end_own, carried,
      fresh; /* thousandths: weights of the normal draws */
} Scorer;

/* The whole square root. */
static int
root (gint64 square)
{
  gint64 guess = 0;
  gint64 bit;

  for (bit = G_GINT64_CONSTANT (1) << 30; bit > 0; bit >>= 1)
    if ((guess + bit) * (guess + bit) <= square)
      guess += bit;
  return (int) guess;
}

static void
prepare_weights (Scorer *scorer)
{
  const CasenessDemoRates *rates = scorer->rates;

  scorer->start_common = root (rates->start_correlation);
  scorer->start_own = root (CASENESS_RANDOM_ONE - rates->start_correlation);
  scorer->end_common = root (rates->end_correlation);
  scorer->end_own = root (CASENESS_RANDOM_ONE - rates->end_correlation);
  scorer->carried = (int) (rates->start_end_correlation * 1000 / (scorer->start_common * scorer->end_common));
  scorer->fresh = root (CASENESS_RANDOM_ONE - scorer->carried * scorer->carried);
}

static int
fit (const CasenessDemoScale *scale, gint64 value)
{
  if (!scale->has_decimals)
    value = (value + (value < 0 ? -50 : 50)) / 100 * 100;
  return (int) CLAMP (value, scale->minimum, scale->maximum);
}

static void
draw_span (Scorer *scorer, Span *span, int start, int end)
{
  const CasenessDemoScale *scale = span->scale;
  gint64 z = (gint64) scorer->start_common * start
             + (gint64) scorer->start_own * caseness_random_normal (&scorer->random);
  gint64 y
      = (gint64) scorer->end_common * end + (gint64) scorer->end_own * caseness_random_normal (&scorer->random);

  span->first = fit (scale, scale->start_mean + scale->start_sd * z / CASENESS_RANDOM_ONE);
  span->last = fit (scale, scale->end_mean + scale->end_sd * y / CASENESS_RANDOM_ONE);
}

/* All measures of one person go up and down together, and the end keeps something of the start. */
static void
draw_spans (Scorer *scorer)
{
  int start = caseness_random_normal (&scorer->random);
  int end = (scorer->carried * start + scorer->fresh * caseness_random_normal (&scorer->random)) / 1000;

  draw_span (scorer, &scorer->phq9, start, end);
  draw_span (scorer, &scorer->gad7, start, end);
  if (scorer->specific.scale != NULL)
    draw_span (scorer, &scorer->specific, start, end);
}

static int
change_of (const Span *span)
{
  int fall = span->first - span->last;

  return fall >= span->scale->reliable_change ? 1 : fall <= -span->scale->reliable_change ? -1 : 0;
}

static gboolean
is_case (const Span *phq9, const Span *anxiety)
{
  return phq9->first >= phq9->scale->cut_off || anxiety->first >= anxiety->scale->cut_off;
}

static Outcome
judge (const Span *phq9, const Span *anxiety)
{
  int depression = change_of (phq9);
  int worry = change_of (anxiety);
  gboolean is_better = depression + worry > 0 && depression >= 0 && worry >= 0;
  gboolean is_worse = depression + worry < 0 && depression <= 0 && worry <= 0;
  gboolean is_well = phq9->last < phq9->scale->cut_off && anxiety->last < anxiety->scale->cut_off;

  if (is_case (phq9, anxiety) && is_well)
    return is_better ? RELIABLY_RECOVERED : RECOVERED;
  return is_better ? IMPROVED : is_worse ? DETERIORATED : UNCHANGED;
}

/* Which outcome, from the published rates of the descriptor turned by who the person is and who treats them.
 */
static Outcome
draw_outcome (Scorer *scorer, gboolean is_at_caseness)
{
  const CasenessDemoDescriptor *descriptor = scorer->course->descriptor;
  const CasenessDemoRates *rates = scorer->rates;
  const CasenessDemoClinician *clinician = &g_array_index (
      scorer->service->staff, CasenessDemoClinician,
      scorer->course->kind == DEMO_COURSE_LOW_ONLY || scorer->course->kind == DEMO_COURSE_INTERNET
          ? scorer->course->low_staff
          : scorer->course->high_staff);
  int shift = scorer->person->recovery_shift + clinician->skill
              + (scorer->story != NULL ? scorer->story->recovery_shift : 0);
  gint64 left = caseness_random_below (&scorer->random, CASENESS_RANDOM_ONE);
  gint64 at = descriptor->at_caseness;
  gint64 recovered, reliably, improved, deteriorated;

  if (!is_at_caseness)
    return left < rates->not_case_improved                                  ? IMPROVED
           : left < rates->not_case_improved + rates->not_case_deteriorated ? DETERIORATED
                                                                            : UNCHANGED;
  /* Rates of everybody become rates of the paired at caseness, in millionths. */
  recovered = CLAMP (descriptor->recovery + shift, 500, 9500) * G_GINT64_CONSTANT (100);
  recovered = recovered * CASENESS_RANDOM_ONE / (CASENESS_RANDOM_ONE - rates->unpaired);
  reliably = recovered * descriptor->reliable_recovery / descriptor->recovery;
  improved = (CLAMP (descriptor->improvement + shift * 2 / 3, 500, 9500) * G_GINT64_CONSTANT (100)
              - (CASENESS_RANDOM_ONE - at) * rates->not_case_improved / CASENESS_RANDOM_ONE)
             * CASENESS_RANDOM_ONE / at;
  deteriorated = (CLAMP (descriptor->deterioration - shift / 6, 100, 3000) * G_GINT64_CONSTANT (100)
                  - (CASENESS_RANDOM_ONE - at) * rates->not_case_deteriorated / CASENESS_RANDOM_ONE)
                 * CASENESS_RANDOM_ONE / at;
  if (left < reliably)
    return RELIABLY_RECOVERED;
  if (left < recovered)
    return RECOVERED;
  if (left < recovered + MAX (improved - reliably, 0))
    return IMPROVED;
  return left < recovered + MAX (improved - reliably, 0) + MAX (deteriorated, 0) ? DETERIORATED : UNCHANGED;
}

/* The plainest pair of scores with the outcome, for when drawing finds none. */
static void
set_plain_spans (Scorer *scorer, Span *anxiety, gboolean is_at_caseness, Outcome outcome)
{
  Span *phq9 = &scorer->phq9;
  int case_at = phq9->scale->cut_off;
  int change = phq9->scale->reliable_change;

  anxiety->first = anxiety->last = is_at_caseness ? anxiety->scale->cut_off : anxiety->scale->minimum;
  phq9->first = phq9->last = is_at_caseness ? case_at + 100 : case_at - 100;
  if (outcome == RELIABLY_RECOVERED || outcome == RECOVERED)
    anxiety->first = anxiety->last = anxiety->scale->minimum;
  if (outcome == RELIABLY_RECOVERED || outcome == IMPROVED)
    phq9->last = phq9->first - change;
  else if (outcome == RECOVERED)
    phq9->last = case_at - 100;
  else if (outcome == DETERIORATED)
    {
      phq9->first = is_at_caseness ? case_at : case_at - 100 - change / 2;
      phq9->last = phq9->first + change;
    }
}

static void
draw_finished (Scorer *scorer, Span *anxiety)
{
  gboolean is_at_caseness = caseness_random_chance (&scorer->random, scorer->course->descriptor->at_caseness);
  Outcome outcome = draw_outcome (scorer, is_at_caseness);
  int tries;

  for (tries = 0; tries < MOST_TRIES; tries++)
    {
      draw_spans (scorer);
      if (is_case (&scorer->phq9, anxiety) == is_at_caseness && judge (&scorer->phq9, anxiety) == outcome)
        return;
    }
  set_plain_spans (scorer, anxiety, is_at_caseness, outcome);
}

/* ---- session by session ---- */

static void
add_value (Scorer *scorer,
           int contact,
           CasenessDate date,
           int time,
           const char *tool,
           const CasenessDemoScale *scale,
           int value)
{
  CasenessDemoScore score = { .contact = contact, .date = date, .time = time, .tool = tool };

  if (scale != NULL && scale->has_decimals)
    g_snprintf (score.value, sizeof score.value, "%d.%02d", value / 100, value % 100);
  else
    g_snprintf (score.value, sizeof score.value, "%d", value / 100);
  g_array_append_val (scorer->course->scores, score);
}

static void
add_letter (Scorer *scorer, CasenessDate date, int time, const char *tool, const char *letters)
{
  CasenessDemoScore score = { .contact = -1, .date = date, .time = time, .tool = tool };

  g_strlcpy (score.value, letters, sizeof score.value);
  g_array_append_val (scorer->course->scores, score);
}

/* How much of the change has happened by a session, in thousandths: most of it early. */
static int
find_progress (const Scorer *scorer, int session)
{
  int n = scorer->course->n_sessions;
  int along = n > 1 ? session * 1000 / (n - 1) : 0;

  return along * (2000 - along) / 1000;
}

static int
find_value (Scorer *scorer, const Span *span, int session)
{
  const CasenessDemoScale *scale = span->scale;
  gint64 value = span->first + (gint64) (span->last - span->first) * find_progress (scorer, session) / 1000;

  if (session == 0)
    return span->first;
  if (session == scorer->course->n_sessions - 1)
    return span->last;
  return fit (
      scale,
      value + (gint64) caseness_random_normal (&scorer->random) * (scale->maximum - scale->minimum) / 18000);
}

static void
add_wsas (Scorer *scorer, int contact, CasenessDate date, int time, int session)
{
  int along = find_progress (scorer, session);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (scorer->tables->wsas); i++)
    {
      const CasenessDemoItem *item = &scorer->tables->wsas[i];
      int mean = item->first_mean + (item->last_mean - item->first_mean) * along / 1000;
      int value = (mean + caseness_random_normal (&scorer->random) * 22 / 100 + 50) / 100;

      add_value (scorer, contact, date, time, item->code, NULL, CLAMP (value, 0, 8) * 100);
    }
}

/* The questionnaires of one session, with the appointment or (@contact < 0) with the referral. */
static void
add_session (Scorer *scorer, int contact, CasenessDate date, int time, int session, int last_specific)
{
  gboolean is_edge = session == 0 || session == scorer->course->n_sessions - 1;

  if (!is_edge && caseness_random_chance (&scorer->random, scorer->rates->score_skipped))
    return;
  if (contact >= 0 && caseness_random_chance (&scorer->random, scorer->rates->score_at_referral))
    contact = -1;
  add_value (scorer, contact, date, time, scorer->phq9.scale->tool, NULL,
             find_value (scorer, &scorer->phq9, session));
  add_value (scorer, contact, date, time, scorer->gad7.scale->tool, NULL,
             find_value (scorer, &scorer->gad7, session));
  if (scorer->specific.scale != NULL && session <= last_specific)
    add_value (scorer, contact, date, time, scorer->specific.scale->tool, scorer->specific.scale,
               find_value (scorer, &scorer->specific, session));
  if (is_edge || session % WSAS_EVERY == 0)
    add_wsas (scorer, contact, date, time, session);
}

static void
add_sessions (Scorer *scorer, int last_session, int last_specific)
{
  const CasenessDemoCourse *course = scorer->course;
  guint i;

  for (i = 0; i < course->contacts->len; i++)
    {
      const CasenessDemoContact *contact = &g_array_index (course->contacts, CasenessDemoContact, i);

      if (contact->session >= 0 && contact->session <= last_session)
        add_session (scorer, (int) i, contact->date, contact->time, contact->session, last_specific);
    }
  for (i = 0; i < course->logs->len; i++)
    {
      const CasenessDemoLog *log = &g_array_index (course->logs, CasenessDemoLog, i);

      if (log->session <= last_session)
        add_session (scorer, -1, log->end, 12 * 3600, log->session, last_specific);
    }
}

/* ---- what people thought of it ---- */

static int
draw_satisfaction (Scorer *scorer)
{
  gint64 left = caseness_random_below (&scorer->random, CASENESS_RANDOM_ONE);

  if (left < scorer->rates->peq_score_4)
    return 400;
  return left < scorer->rates->peq_score_4 + scorer->rates->peq_score_3
             ? 300
             : 100 * caseness_random_between (&scorer->random, 0, 2);
}

static void
ask_after_assessment (Scorer *scorer, CasenessDate date)
{
  const GArray *questions = scorer->tables->peq_assessment;
  guint i;

  for (i = 0; i < questions->len; i++)
    add_letter (scorer, date, 19 * 3600, g_array_index (questions, CasenessDemoItem, i).code,
                caseness_random_below (&scorer->random, 12) == 0 ? "N" : "Y");
  for (i = 0; i < scorer->tables->peq_satisfaction->len; i++)
    add_value (scorer, -1, date, 19 * 3600,
               g_array_index (scorer->tables->peq_satisfaction, CasenessDemoItem, i).code, NULL,
               draw_satisfaction (scorer));
}

static void
ask_after_treatment (Scorer *scorer, CasenessDate date)
{
  const GArray *questions = scorer->tables->peq_treatment;
  guint i;

  for (i = 0; i < questions->len; i++)
    add_value (scorer, -1, date, 20 * 3600, g_array_index (questions, CasenessDemoItem, i).code, NULL,
               draw_satisfaction (scorer));
}

static void
ask_opinions (Scorer *scorer)
{
  const CasenessDemoCourse *course = scorer->course;

  if (caseness_random_chance (&scorer->random, scorer->rates->peq_assessment))
    ask_after_assessment (scorer, course->first_seen);
  if (course->path != DEMO_PATH_FINISHED)
    return;
  if (course->late_answers != CASENESS_DATE_NONE)
    ask_after_treatment (scorer, course->late_answers);
  else if (caseness_random_chance (&scorer->random, scorer->rates->peq_treatment))
    ask_after_treatment (scorer, course->last_session);
}

/* Another descriptor's measure, as happens when the wrong form is handed out. */
static const CasenessDemoScale *
draw_wrong_measure (Scorer *scorer)
{
  const CasenessDemoTables *tables = scorer->tables;
  guint from = caseness_random_below (&scorer->random, tables->n_descriptors);
  guint i;

  for (i = 0; i < tables->n_descriptors; i++)
    {
      const CasenessDemoScale *scale = &tables->descriptors[(from + i) % tables->n_descriptors].specific;

      if (scale->tool != NULL && scale != &scorer->course->descriptor->specific)
        return scale;
    }
  g_assert_not_reached ();
}

/* The specific measure this course is scored on, if any, and to which session. Returns whether outcomes hang
 * on it. */
static gboolean
choose_specific (Scorer *scorer, int *last_specific)
{
  const CasenessDemoDescriptor *descriptor = scorer->course->descriptor;
  const CasenessDemoRates *rates = scorer->rates;
  gint64 left = caseness_random_below (&scorer->random, CASENESS_RANDOM_ONE);

  if (scorer->story != NULL)
    {
      *last_specific = scorer->course->n_sessions;
      if (left < scorer->story->specific_paired)
        scorer->specific.scale = &descriptor->specific;
      return scorer->specific.scale != NULL;
    }
  *last_specific = left >= rates->adsm_paired && left < rates->adsm_paired + rates->adsm_first_only
                       ? 0
                       : scorer->course->n_sessions;
  if (descriptor->specific.tool == NULL
      || left >= rates->adsm_paired + rates->adsm_first_only + rates->adsm_wrong)
    return FALSE;
  if (left < rates->adsm_paired + rates->adsm_first_only)
    scorer->specific.scale = &descriptor->specific;
  else
    scorer->specific.scale = draw_wrong_measure (scorer);
  return left < rates->adsm_paired;
}

/* ---- long-term conditions ---- */

/* The measure of the person's condition and to which session it is given, NULL where it is not. */
static const CasenessDemoScale *
choose_measure_of_condition (Scorer *scorer, int *last_session)
{
  const GArray *conditions = scorer->tables->conditions;
  guint i;

  for (i = 0; i < conditions->len; i++)
    {
      const CasenessDemoCondition *condition = &g_array_index (conditions, CasenessDemoCondition, i);
      gint64 left;

      if (strcmp (condition->code, scorer->course->condition) != 0)
        continue;
      left = caseness_random_below (&scorer->random, CASENESS_RANDOM_ONE);
      if (left < condition->paired)
        return &condition->scale;
      if (left < condition->paired + condition->wrong)
        return &g_array_index (conditions, CasenessDemoCondition, (i + 1) % conditions->len).scale;
      *last_session = 0;
      return left < condition->paired + condition->wrong + condition->first_only ? &condition->scale : NULL;
    }
  return NULL;
}

/* Only the integrated service gives the measures of long-term conditions. */
static void
add_condition (Scorer *scorer, int last_session)
{
  const CasenessDemoCourse *course = scorer->course;
  Span span;
  int start, end;
  guint i;

  span.scale = course->is_integrated ? choose_measure_of_condition (scorer, &last_session) : NULL;
  if (span.scale == NULL)
    return;
  start = caseness_random_normal (&scorer->random);
  end = (scorer->carried * start + scorer->fresh * caseness_random_normal (&scorer->random)) / 1000;
  draw_span (scorer, &span, start, end);
  for (i = 0; i < course->contacts->len; i++)
    {
      const CasenessDemoContact *contact = &g_array_index (course->contacts, CasenessDemoContact, i);

      if (contact->session >= 0 && contact->session <= last_session)
        add_value (scorer, (int) i, contact->date, contact->time, span.scale->tool, span.scale,
                   find_value (scorer, &span, contact->session));
    }
}

void
caseness_demo_score (const CasenessDemoService *service,
                     const CasenessDemoPerson *person,
                     CasenessDemoCourse *course)
{
  Scorer scorer = {
    .service = service,
    .tables = service->tables,
    .rates = &service->tables->rates,
    .person = person,
    .course = course,
    .story = caseness_demo_find_story (service, person, course),
    .random = caseness_demo_stream (service, DEMO_TOPIC_SCORES, course->number),
    .phq9 = { .scale = &course->descriptor->phq9 },
    .gad7 = { .scale = &course->descriptor->gad7 },
  };
  int last_session = course->n_sessions;
  int last_specific;
  gboolean has_specific;

  if (course->n_sessions == 0 || caseness_random_chance (&scorer.random, scorer.rates->no_scores))
    return;
  if (course->n_sessions > 1 && caseness_random_chance (&scorer.random, scorer.rates->unpaired))
    last_session = 0;
  prepare_weights (&scorer);
  has_specific = choose_specific (&scorer, &last_specific);
  if (course->path == DEMO_PATH_FINISHED)
    draw_finished (&scorer, has_specific ? &scorer.specific : &scorer.gad7);
  else
    draw_spans (&scorer);
  add_sessions (&scorer, last_session, last_specific);
  ask_opinions (&scorer);
  add_condition (&scorer, last_session);
}
