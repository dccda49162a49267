/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo-table-private.h"

#include <string.h>

typedef struct
{
  gint64 share; /* millionths that wait no longer */
  int days;
} CasenessDemoPoint;

static const char *const kind_names[DEMO_N_KINDS] = {
  [DEMO_AGE] = "age",
  [DEMO_GENDER] = "gender",
  [DEMO_ETHNICITY] = "ethnicity",
  [DEMO_DEPRIVATION] = "deprivation",
  [DEMO_ORIENTATION] = "orientation",
  [DEMO_RELIGION] = "religion",
  [DEMO_DISABILITY] = "disability",
  [DEMO_LONG_TERM_CONDITION] = "long term condition",
  [DEMO_ARMED_FORCES] = "armed forces",
  [DEMO_LANGUAGE] = "language",
  [DEMO_EDUCATION] = "education",
  [DEMO_SAME_AT_BIRTH] = "same at birth",
  [DEMO_PREVIOUS_DIAGNOSIS] = "previous diagnosis",
  [DEMO_EMPLOYMENT] = "employment",
  [DEMO_HOURS] = "hours",
  [DEMO_MEDICATION] = "medication",
  [DEMO_ACCOMMODATION] = "accommodation",
  [DEMO_PRIORITY] = "priority",
  [DEMO_PROGRAMME] = "programme",
  [DEMO_LOCATION] = "location",
  [DEMO_REFERRAL_SOURCE] = "referral source",
  [DEMO_MECHANISM] = "mechanism",
  [DEMO_FAILED_ATTENDANCE] = "failed attendance",
  [DEMO_MONTH] = "month",
  [DEMO_PATH] = "path",
  [DEMO_END_NOT_SEEN] = "end not seen",
  [DEMO_END_NOT_TREATED] = "end seen not treated",
  [DEMO_END_TREATED_ONCE] = "end treated once",
  [DEMO_END_FINISHED] = "end finished",
  [DEMO_COURSE] = "course",
};

static const char *const wait_names[DEMO_N_WAITS] = {
  [DEMO_WAIT_FIRST_CONTACT] = "first contact",
  [DEMO_WAIT_SECOND_LOW] = "second low",
  [DEMO_WAIT_SECOND_HIGH] = "second high",
  [DEMO_WAIT_STEP_UP] = "step up",
  [DEMO_WAIT_ENDED_UNSEEN] = "ended unseen",
  [DEMO_WAIT_ENDED_AFTER_ONE] = "ended after one",
  [DEMO_WAIT_ENDED_AS_PLANNED] = "ended as planned",
  [DEMO_WAIT_ENDED_EARLY] = "ended early",
  [DEMO_WAIT_FOLLOW_UP] = "follow-up",
};

#define RATE(name)                                                                                           \
  {                                                                                                          \
#name, G_STRUCT_OFFSET(CasenessDemoRates, name)                                                          \
  }

/* Each row of demo-rates.csv has its place in CasenessDemoRates. */
static const struct
{
  const char *name;
  gsize offset;
} rate_places[] = {
  RATE (warm_up_months),
  RATE (longest_restart_days),
  RATE (referrals_per_clinician),
  RATE (fewest_clinicians),
  RATE (session_dispersion),
  RATE (descriptor_not_seen),
  RATE (descriptor_treated_once),
  RATE (descriptor_finished),
  RATE (second_descriptor),
  RATE (adsm_paired),
  RATE (adsm_first_only),
  RATE (adsm_wrong),
  RATE (unpaired),
  RATE (no_scores),
  RATE (score_skipped),
  RATE (score_at_referral),
  RATE (failed_contact),
  RATE (late),
  RATE (unplanned),
  RATE (short_notice),
  RATE (separate_assessment),
  RATE (separate_assessment_late),
  RATE (review),
  RATE (assessment_low_code),
  RATE (group),
  RATE (two_clinicians),
  RATE (screened),
  RATE (booked_unseen),
  RATE (repeat_referral),
  RATE (repeat_gap_days),
  RATE (open_follow_up),
  RATE (late_follow_up),
  RATE (peq_assessment),
  RATE (peq_treatment),
  RATE (peq_late),
  RATE (peq_score_4),
  RATE (peq_score_3),
  RATE (employment_recorded),
  RATE (employment_again),
  RATE (employment_support_finished),
  RATE (employment_support_once),
  RATE (self_employed),
  RATE (off_sick),
  RATE (statutory_sick_pay),
  RATE (benefits_in_work),
  RATE (benefits_out_of_work),
  RATE (return_to_work),
  RATE (integrated_with_condition),
  RATE (integrated_without_condition),
  RATE (nhs_number_missing),
  RATE (postcode_missing),
  RATE (birth_date_missing),
  RATE (recorded_accommodation),
  RATE (pause),
  RATE (perinatal),
  RATE (perinatal_wait),
  RATE (clinician_spread),
  RATE (group_effect),
  RATE (start_correlation),
  RATE (end_correlation),
  RATE (start_end_correlation),
  RATE (not_case_improved),
  RATE (not_case_deteriorated),
  RATE (booking_days),
  RATE (booked_soon),
  RATE (booked_later),
  RATE (booking_cancelled),
  RATE (listed),
  RATE (listed_removed_days),
  RATE (allocated),
  RATE (wait_cbt),
  RATE (wait_emdr),
  RATE (wait_other),
  RATE (residents_per_referral),
  RATE (creation_day),
  RATE (capacity_low_sessions),
  RATE (capacity_low_minutes),
  RATE (capacity_low_dna_pct),
  RATE (capacity_high_sessions),
  RATE (capacity_high_minutes),
  RATE (capacity_high_dna_pct),
  RATE (locality_known),
  RATE (practice_known),
  RATE (interpreter_other_language),
  RATE (descriptor_changed),
  RATE (internet_log),
  RATE (unexplained_symptoms),
};

static void
append_option (CasenessDemoList *list, CasenessDemoOption option)
{
  list->options = g_renew (CasenessDemoOption, list->options, list->n_options + 1);
  list->options[list->n_options++] = option;
  list->total += option.share;
}

static void
read_shares (CasenessDemoTables *tables)
{
  const CasenessReference *table = caseness_reference_get ("demo-shares");
  guint row, kind;

  for (row = 0; row < caseness_reference_get_n_rows (table); row++)
    {
      CasenessDemoOption option = {
        .group = cell (table, row, "group"),
        .code = cell (table, row, "code"),
        .share = (guint32) scaled (table, row, "share", CASENESS_RANDOM_ONE),
        .finished_index = (int) scaled (table, row, "finished_index", 1000),
        .recovery_shift = (int) scaled (table, row, "recovery_shift", 100),
      };

      if (option.finished_index == 0)
        option.finished_index = 1000;
      for (kind = 0; kind < DEMO_N_KINDS; kind++)
        if (strcmp (cell (table, row, "kind"), kind_names[kind]) == 0)
          append_option (&tables->lists[kind], option);
    }
  for (kind = 0; kind < DEMO_N_KINDS; kind++)
    g_assert (tables->lists[kind].n_options > 0);
}

static void
read_waits (CasenessDemoTables *tables)
{
  const CasenessReference *table = caseness_reference_get ("demo-waits");
  guint row, kind;

  for (kind = 0; kind < DEMO_N_WAITS; kind++)
    tables->waits[kind] = g_array_new (FALSE, FALSE, sizeof (CasenessDemoPoint));
  for (row = 0; row < caseness_reference_get_n_rows (table); row++)
    {
      CasenessDemoPoint point = { .share = scaled (table, row, "share", CASENESS_RANDOM_ONE),
                                  .days = (int) scaled (table, row, "days", 1) };

      for (kind = 0; kind < DEMO_N_WAITS; kind++)
        if (strcmp (cell (table, row, "kind"), wait_names[kind]) == 0)
          g_array_append_val (tables->waits[kind], point);
    }
}

static gboolean
is_low_intensity (const char *therapy)
{
  const CasenessReference *table = caseness_reference_get ("therapies");
  guint row;

  for (row = 0; row < caseness_reference_get_n_rows (table); row++)
    if (strcmp (cell (table, row, "snomed_code"), therapy) == 0)
      return strcmp (cell (table, row, "intensity"), "low") == 0;
  g_assert_not_reached ();
}

static void
read_therapies (CasenessDemoDescriptor *descriptor, const char *name)
{
  const CasenessReference *table = caseness_reference_get ("demo-therapies");
  guint row;

  for (row = 0; row < caseness_reference_get_n_rows (table); row++)
    if (strcmp (cell (table, row, "descriptor"), name) == 0)
      {
        CasenessDemoOption option = { .group = "",
                                      .code = cell (table, row, "therapy"),
                                      .share = (guint32) scaled (table, row, "share", CASENESS_RANDOM_ONE),
                                      .finished_index = 1000 };

        append_option (is_low_intensity (option.code) ? &descriptor->low : &descriptor->high, option);
      }
}

/* Low intensity courses are commoner where the descriptor's therapies are, the others rarer, and back. */
static void
lean_courses (CasenessDemoTables *tables, CasenessDemoDescriptor *descriptor, gint64 usual_low)
{
  gint64 low = (gint64) descriptor->low.total * 1000 / (descriptor->low.total + descriptor->high.total);
  guint i;

  for (i = 0; i < DEMO_N_COURSES; i++)
    {
      gint64 share = tables->lists[DEMO_COURSE].options[i].share;

      if (i == DEMO_COURSE_LOW_ONLY || i == DEMO_COURSE_INTERNET)
        share = share * low / usual_low;
      else if (i == DEMO_COURSE_HIGH_ONLY)
        share = share * (1000 - low) / (1000 - usual_low);
      descriptor->course_share[i] = (guint32) share;
    }
}

static void
read_descriptor (CasenessDemoDescriptor *descriptor, const CasenessReference *table, guint row)
{
  const char *tool = cell (table, row, "tool");

  descriptor->name = cell (table, row, "descriptor");
  descriptor->scheme = cell (table, row, "scheme");
  descriptor->codes = g_strsplit (cell (table, row, "codes"), " ", -1);
  descriptor->is_unexplained = *cell (table, row, "unexplained") == 'Y';
  descriptor->share_of_referrals = (guint32) scaled (table, row, "share_of_referrals", CASENESS_RANDOM_ONE);
  descriptor->share_of_finished = (guint32) scaled (table, row, "share_of_finished", CASENESS_RANDOM_ONE);
  descriptor->at_caseness = scaled (table, row, "at_caseness", CASENESS_RANDOM_ONE);
  descriptor->recovery = (int) scaled (table, row, "recovery_pct", 100);
  descriptor->reliable_recovery = (int) scaled (table, row, "reliable_recovery_pct", 100);
  descriptor->improvement = (int) scaled (table, row, "reliable_improvement_pct", 100);
  descriptor->deterioration = (int) scaled (table, row, "reliable_deterioration_pct", 100);
  caseness_demo_scale_read (&descriptor->phq9, table, row, "phq9", "720433000");
  caseness_demo_scale_read (&descriptor->gad7, table, row, "gad7", "445455005");
  if (*tool != '\0')
    caseness_demo_scale_read (&descriptor->specific, table, row, "tool", tool);
  read_therapies (descriptor, descriptor->name);
  if (descriptor->low.n_options == 0 || descriptor->high.n_options == 0)
    read_therapies (descriptor, "Any");
}

static void
read_descriptors (CasenessDemoTables *tables)
{
  const CasenessReference *table = caseness_reference_get ("demo-descriptors");
  const CasenessDemoDescriptor *nobodys;
  gint64 usual_low;
  guint row;

  tables->n_descriptors = caseness_reference_get_n_rows (table);
  tables->descriptors = g_new0 (CasenessDemoDescriptor, tables->n_descriptors);
  for (row = 0; row < tables->n_descriptors; row++)
    read_descriptor (&tables->descriptors[row], table, row);

  nobodys = &tables->descriptors[tables->n_descriptors - 1];
  usual_low = (gint64) nobodys->low.total * 1000 / (nobodys->low.total + nobodys->high.total);
  for (row = 0; row < tables->n_descriptors; row++)
    lean_courses (tables, &tables->descriptors[row], usual_low);
}

/* Two sessions and a negative binomial number more, its terms each made from the one before in whole numbers.
 */
static void
spread_sessions (guint64 *running, gint64 mean, gint64 dispersion)
{
  gint64 extra = mean - 2000;
  guint64 term = 1000000000;
  guint64 sum = 0;
  gint64 k;

  running[0] = running[1] = 0;
  for (k = 0; k + 2 <= DEMO_MAX_SESSIONS; k++)
    {
      sum += term;
      running[k + 2] = sum;
      term = term * (guint64) (1000 * k + dispersion) / (guint64) (1000 * (k + 1));
      term = term * (guint64) extra / (guint64) (extra + dispersion);
    }
}

static void
read_courses (CasenessDemoTables *tables)
{
  const CasenessReference *table = caseness_reference_get ("demo-courses");
  guint row;

  g_assert (caseness_reference_get_n_rows (table) == DEMO_N_COURSES);
  for (row = 0; row < DEMO_N_COURSES; row++)
    {
      g_assert_cmpstr (cell (table, row, "course"), ==, tables->lists[DEMO_COURSE].options[row].group);
      spread_sessions (tables->session_weight[row], scaled (table, row, "mean_sessions", 1000),
                       tables->rates.session_dispersion / 1000);
      tables->session_gap[row] = (int) scaled (table, row, "gap_days", 1);
    }
}

static void
read_items (CasenessDemoTables *tables)
{
  const CasenessReference *table = caseness_reference_get ("demo-items");
  guint row, n_wsas = 0;

  tables->peq_treatment = g_array_new (FALSE, FALSE, sizeof (CasenessDemoItem));
  tables->peq_assessment = g_array_new (FALSE, FALSE, sizeof (CasenessDemoItem));
  tables->peq_satisfaction = g_array_new (FALSE, FALSE, sizeof (CasenessDemoItem));
  for (row = 0; row < caseness_reference_get_n_rows (table); row++)
    {
      const char *kind = cell (table, row, "kind");
      CasenessDemoItem item = { .code = cell (table, row, "code"),
                                .first_mean = (int) scaled (table, row, "first_mean", 100),
                                .last_mean = (int) scaled (table, row, "last_mean", 100) };

      if (strcmp (kind, "wsas") == 0)
        tables->wsas[n_wsas++] = item;
      else if (strcmp (kind, "peq treatment") == 0)
        g_array_append_val (tables->peq_treatment, item);
      else if (strcmp (kind, "peq assessment") == 0)
        g_array_append_val (tables->peq_assessment, item);
      else
        g_array_append_val (tables->peq_satisfaction, item);
    }
  g_assert (n_wsas == G_N_ELEMENTS (tables->wsas));
}

static void
read_roles (CasenessDemoTables *tables)
{
  const CasenessReference *table = caseness_reference_get ("demo-staff");
  guint row;

  tables->n_roles = caseness_reference_get_n_rows (table);
  tables->roles = g_new0 (CasenessDemoRole, tables->n_roles);
  for (row = 0; row < tables->n_roles; row++)
    {
      CasenessDemoRole *role = &tables->roles[row];

      role->role = cell (table, row, "role");
      role->share = (guint32) scaled (table, row, "share", CASENESS_RANDOM_ONE);
      role->whole_time = g_strsplit (cell (table, row, "whole_time"), " ", -1);
      role->weekly_hours = (int) scaled (table, row, "weekly_hours", 1);
      role->qualification = cell (table, row, "qualification");
      role->therapies = g_strsplit (cell (table, row, "therapies"), " ", -1);
      role->step = cell (table, row, "step");
    }
}

static void
read_residents (CasenessDemoTables *tables)
{
  const CasenessReference *table = caseness_reference_get ("demo-population");
  guint row;

  tables->n_residents = caseness_reference_get_n_rows (table);
  tables->residents = g_new0 (CasenessDemoResident, tables->n_residents);
  for (row = 0; row < tables->n_residents; row++)
    {
      CasenessDemoResident *resident = &tables->residents[row];

      resident->type = cell (table, row, "group_type");
      resident->group = cell (table, row, "group");
      resident->share = scaled (table, row, "share", CASENESS_RANDOM_ONE);
      resident->prevalence = cell (table, row, "prevalence_pct");
      resident->prevalence_source = cell (table, row, "prevalence_source");
      resident->population_source = cell (table, row, "population_source");
    }
}

static GPtrArray *
read_names (const char *kind)
{
  const CasenessReference *table = caseness_reference_get ("demo-names");
  GPtrArray *names = g_ptr_array_new ();
  guint row;

  for (row = 0; row < caseness_reference_get_n_rows (table); row++)
    if (strcmp (cell (table, row, "kind"), kind) == 0)
      g_ptr_array_add (names, (gpointer) cell (table, row, "name"));
  g_assert (names->len > 0);
  return names;
}

static void
read_rates (CasenessDemoTables *tables)
{
  const CasenessReference *table = caseness_reference_get ("demo-rates");
  guint row, i;

  g_assert (caseness_reference_get_n_rows (table) == G_N_ELEMENTS (rate_places));
  for (row = 0; row < caseness_reference_get_n_rows (table); row++)
    {
      for (i = 0; i < G_N_ELEMENTS (rate_places); i++)
        if (strcmp (cell (table, row, "name"), rate_places[i].name) == 0)
          break;
      if (i == G_N_ELEMENTS (rate_places))
        g_error ("demo-rates.csv has an unknown row %s", cell (table, row, "name"));
      G_STRUCT_MEMBER (gint64, &tables->rates, rate_places[i].offset)
          = scaled (table, row, "value", CASENESS_RANDOM_ONE);
    }
}

CasenessDemoTables *
caseness_demo_tables_new (void)
{
  CasenessDemoTables *tables = g_new0 (CasenessDemoTables, 1);

  read_rates (tables);
  read_shares (tables);
  read_waits (tables);
  read_descriptors (tables);
  read_courses (tables);
  read_items (tables);
  read_roles (tables);
  read_residents (tables);
  tables->given_names = read_names ("given name");
  tables->family_names = read_names ("family name");
  tables->teams = read_names ("team");
  tables->localities = read_names ("locality");
  tables->postcode_areas = read_names ("postcode area");
  tables->stories = caseness_demo_read_stories ();
  tables->conditions = caseness_demo_read_conditions ();
  return tables;
}

void
caseness_demo_tables_free (CasenessDemoTables *tables)
{
  guint i;

  for (i = 0; i < DEMO_N_KINDS; i++)
    g_free (tables->lists[i].options);
  for (i = 0; i < DEMO_N_WAITS; i++)
    g_array_unref (tables->waits[i]);
  for (i = 0; i < tables->n_descriptors; i++)
    {
      g_strfreev (tables->descriptors[i].codes);
      g_free (tables->descriptors[i].low.options);
      g_free (tables->descriptors[i].high.options);
    }
  for (i = 0; i < tables->n_roles; i++)
    {
      g_strfreev (tables->roles[i].whole_time);
      g_strfreev (tables->roles[i].therapies);
    }
  g_free (tables->descriptors);
  g_free (tables->roles);
  g_free (tables->residents);
  g_array_unref (tables->stories);
  g_array_unref (tables->conditions);
  g_array_unref (tables->peq_treatment);
  g_array_unref (tables->peq_assessment);
  g_array_unref (tables->peq_satisfaction);
  g_ptr_array_unref (tables->given_names);
  g_ptr_array_unref (tables->family_names);
  g_ptr_array_unref (tables->teams);
  g_ptr_array_unref (tables->localities);
  g_ptr_array_unref (tables->postcode_areas);
  g_free (tables);
}

int
caseness_demo_whole (gint64 rate)
{
  return (int) (rate / CASENESS_RANDOM_ONE);
}

const CasenessDemoOption *
caseness_demo_draw (const CasenessDemoList *list, CasenessRandom *random)
{
  guint32 left = caseness_random_below (random, list->total);
  guint i;

  for (i = 0; i + 1 < list->n_options && left >= list->options[i].share; i++)
    left -= list->options[i].share;
  return &list->options[i];
}

const CasenessDemoOption *
caseness_demo_draw_kind (const CasenessDemoTables *tables, CasenessDemoKind kind, CasenessRandom *random)
{
  return caseness_demo_draw (&tables->lists[kind], random);
}

int
caseness_demo_draw_days (const CasenessDemoTables *tables, CasenessDemoWait wait, CasenessRandom *random)
{
  const GArray *points = tables->waits[wait];
  gint64 share = caseness_random_below (random, CASENESS_RANDOM_ONE);
  guint i;

  for (i = 1; i < points->len; i++)
    {
      const CasenessDemoPoint *from = &g_array_index (points, CasenessDemoPoint, i - 1);
      const CasenessDemoPoint *to = &g_array_index (points, CasenessDemoPoint, i);

      if (share < to->share)
        return from->days
               + (int) ((to->days - from->days) * (share - from->share) / (to->share - from->share));
    }
  return g_array_index (points, CasenessDemoPoint, points->len - 1).days;
}

int
caseness_demo_draw_sessions (const CasenessDemoTables *tables,
                             CasenessDemoCourseKind course,
                             CasenessRandom *random)
{
  const guint64 *running = tables->session_weight[course];
  guint64 total = running[DEMO_MAX_SESSIONS];
  guint64 drawn = total / CASENESS_RANDOM_ONE * caseness_random_below (random, CASENESS_RANDOM_ONE);
  int n = 2;

  while (n < DEMO_MAX_SESSIONS && running[n] <= drawn)
    n++;
  return n;
}
