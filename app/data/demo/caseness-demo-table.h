/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-random.h"

G_BEGIN_DECLS

/* What the synthetic service is made from: the demo tables of resources/reference, read into whole numbers.
 * Shares, chances and rates are millionths; points of recovery are hundredths of a percentage point; scores
 * are hundredths. */

/** CasenessDemoOption: one of the things a list of shares can draw. */
typedef struct
{
  const char *group;  /* for people */
  const char *code;   /* what the data set says, empty for nothing sent */
  guint32 share;      /* millionths, need not add up to one over the list */
  int finished_index; /* thousandths: finished courses a referral, against everybody */
  int recovery_shift; /* hundredths of a point, against everybody */
} CasenessDemoOption;

/** CasenessDemoList: the options of one kind. */
typedef struct
{
  CasenessDemoOption *options;
  guint n_options;
  guint32 total;
} CasenessDemoList;

/* Kinds of demo-shares.csv, in the order of the names in caseness-demo-table.c. */
typedef enum
{
  DEMO_AGE,
  DEMO_GENDER,
  DEMO_ETHNICITY,
  DEMO_DEPRIVATION,
  DEMO_ORIENTATION,
  DEMO_RELIGION,
  DEMO_DISABILITY,
  DEMO_LONG_TERM_CONDITION,
  DEMO_ARMED_FORCES,
  DEMO_LANGUAGE,
  DEMO_EDUCATION,
  DEMO_SAME_AT_BIRTH,
  DEMO_PREVIOUS_DIAGNOSIS,
  DEMO_EMPLOYMENT,
  DEMO_HOURS,
  DEMO_MEDICATION,
  DEMO_ACCOMMODATION,
  DEMO_PRIORITY,
  DEMO_PROGRAMME,
  DEMO_LOCATION,
  DEMO_REFERRAL_SOURCE,
  DEMO_MECHANISM,
  DEMO_FAILED_ATTENDANCE,
  DEMO_MONTH,
  DEMO_PATH,
  DEMO_END_NOT_SEEN,
  DEMO_END_NOT_TREATED,
  DEMO_END_TREATED_ONCE,
  DEMO_END_FINISHED,
  DEMO_COURSE,
  DEMO_N_KINDS,
} CasenessDemoKind;

/* Kinds of demo-waits.csv. */
typedef enum
{
  DEMO_WAIT_FIRST_CONTACT,
  DEMO_WAIT_SECOND_LOW,
  DEMO_WAIT_SECOND_HIGH,
  DEMO_WAIT_STEP_UP,
  DEMO_WAIT_ENDED_UNSEEN,
  DEMO_WAIT_ENDED_AFTER_ONE,
  DEMO_WAIT_ENDED_AS_PLANNED,
  DEMO_WAIT_ENDED_EARLY,
  DEMO_WAIT_FOLLOW_UP,
  DEMO_N_WAITS,
} CasenessDemoWait;

/* Rows of demo-courses.csv and of the kind "course", same order. */
typedef enum
{
  DEMO_COURSE_LOW_ONLY,
  DEMO_COURSE_HIGH_ONLY,
  DEMO_COURSE_ASSESSED_LOW,
  DEMO_COURSE_STEPPED_UP,
  DEMO_COURSE_INTERNET,
  DEMO_N_COURSES,
} CasenessDemoCourseKind;

#define DEMO_MAX_SESSIONS 45

/** CasenessDemoScale: an outcome measure, as one descriptor scores on it. */
typedef struct
{
  const char *tool; /* SNOMED code */
  int start_mean, start_sd, end_mean, end_sd;
  int minimum, maximum, cut_off, reliable_change; /* hundredths */
  gboolean has_decimals;
} CasenessDemoScale;

/** CasenessDemoDescriptor: a problem descriptor and what becomes of people who have it. */
typedef struct
{
  const char *name;
  const char *scheme;
  char **codes; /* strv, empty for nobody's descriptor */
  gboolean is_unexplained; /* symptoms that no illness explains */
  guint32 share_of_referrals;
  guint32 share_of_finished;
  gint64 at_caseness;                                          /* millionths of finished courses */
  int recovery, reliable_recovery, improvement, deterioration; /* hundredths of a point, as published */
  CasenessDemoScale phq9, gad7, specific;                      /* specific.tool is NULL where there is none */
  CasenessDemoList low, high;                                  /* therapies by intensity, code = SNOMED */
  guint32 course_share[DEMO_N_COURSES]; /* the published shares, turned by how far this descriptor leans */
} CasenessDemoDescriptor;

/** CasenessDemoCondition: the measure meant for a long-term condition, and how often the integrated service gives it. */
typedef struct
{
  const char *code; /* of the condition */
  CasenessDemoScale scale;
  gint64 paired, first_only, wrong; /* millionths; the others have none */
} CasenessDemoCondition;

/** CasenessDemoItem: one question of a questionnaire that is not an outcome measure. */
typedef struct
{
  const char *code;
  int first_mean, last_mean; /* hundredths */
} CasenessDemoItem;

/** CasenessDemoRole: a kind of staff. */
typedef struct
{
  const char *role;
  guint32 share;
  char **whole_time; /* strv: what they may work, 1 = full time */
  int weekly_hours;  /* of clinical work, full time */
  const char *qualification;
  char **therapies; /* strv, empty for all low intensity work */
  const char *step; /* low, high, employment */
} CasenessDemoRole;

/** CasenessDemoResident: a group of the population. */
typedef struct
{
  const char *type, *group, *prevalence, *prevalence_source, *population_source;
  gint64 share;
} CasenessDemoResident;

/** CasenessDemoRates: the rows of demo-rates.csv by name, in millionths. Each is explained by its row. */
typedef struct
{
  gint64 warm_up_months;
  gint64 longest_restart_days;
  gint64 referrals_per_clinician;
  gint64 fewest_clinicians;
  gint64 session_dispersion;
  gint64 descriptor_not_seen;
  gint64 descriptor_treated_once;
  gint64 descriptor_finished;
  gint64 second_descriptor;
  gint64 adsm_paired;
  gint64 adsm_first_only;
  gint64 adsm_wrong;
  gint64 unpaired;
  gint64 no_scores;
  gint64 score_skipped;
  gint64 score_at_referral;
  gint64 failed_contact;
  gint64 late;
  gint64 unplanned;
  gint64 short_notice;
  gint64 separate_assessment;
  gint64 separate_assessment_late;
  gint64 review;
  gint64 assessment_low_code;
  gint64 group;
  gint64 two_clinicians;
  gint64 screened;
  gint64 booked_unseen;
  gint64 repeat_referral;
  gint64 repeat_gap_days;
  gint64 open_follow_up;
  gint64 late_follow_up;
  gint64 peq_assessment;
  gint64 peq_treatment;
  gint64 peq_late;
  gint64 peq_score_4;
  gint64 peq_score_3;
  gint64 employment_recorded;
  gint64 employment_again;
  gint64 employment_support_finished;
  gint64 employment_support_once;
  gint64 self_employed;
  gint64 off_sick;
  gint64 statutory_sick_pay;
  gint64 benefits_in_work;
  gint64 benefits_out_of_work;
  gint64 return_to_work;
  gint64 integrated_with_condition;
  gint64 integrated_without_condition;
  gint64 nhs_number_missing;
  gint64 postcode_missing;
  gint64 birth_date_missing;
  gint64 recorded_accommodation;
  gint64 pause;
  gint64 perinatal;
  gint64 perinatal_wait;
  gint64 clinician_spread;
  gint64 group_effect;
  gint64 start_correlation;
  gint64 end_correlation;
  gint64 start_end_correlation;
  gint64 not_case_improved;
  gint64 not_case_deteriorated;
  gint64 booking_days;
  gint64 booked_soon;
  gint64 booked_later;
  gint64 booking_cancelled;
  gint64 listed;
  gint64 listed_removed_days;
  gint64 allocated;
  gint64 wait_cbt;
  gint64 wait_emdr;
  gint64 wait_other;
  gint64 residents_per_referral;
  gint64 creation_day;
  gint64 capacity_low_sessions;
  gint64 capacity_low_minutes;
  gint64 capacity_low_dna_pct;
  gint64 capacity_high_sessions;
  gint64 capacity_high_minutes;
  gint64 capacity_high_dna_pct;
  gint64 locality_known;
  gint64 practice_known;
  gint64 interpreter_other_language;
  gint64 descriptor_changed;
  gint64 internet_log;
  gint64 unexplained_symptoms;
} CasenessDemoRates;

/** CasenessDemoStory: a team whose courses of one problem went otherwise for a while. */
typedef struct
{
  const char *team, *descriptor;
  int first_month, last_month; /* of discharge, counted back from the last month of the service */
  int recovery_shift;          /* hundredths of a point */
  gint64 specific_paired;      /* millionths: whose specific measure is paired; the others have none */
  int second_wait_days;        /* between the first and the second treatment at least; 0 for as usual */
} CasenessDemoStory;

/** CasenessDemoTables: everything read. */
typedef struct
{
  CasenessDemoList lists[DEMO_N_KINDS];
  GArray *waits[DEMO_N_WAITS];         /* (element-type CasenessDemoPoint) */
  CasenessDemoDescriptor *descriptors; /* the last one is nobody's: none recorded */
  guint n_descriptors;
  guint64 session_weight[DEMO_N_COURSES][DEMO_MAX_SESSIONS + 1]; /* running totals by number of sessions */
  int session_gap[DEMO_N_COURSES];                               /* days */
  CasenessDemoItem wsas[5];
  GArray *peq_treatment; /* (element-type CasenessDemoItem) */
  GArray *peq_assessment;
  GArray *peq_satisfaction;
  CasenessDemoRole *roles;
  guint n_roles;
  CasenessDemoResident *residents;
  guint n_residents;
  GPtrArray *given_names, *family_names, *teams, *localities,
      *postcode_areas; /* (element-type utf8), not owned */
  CasenessDemoRates rates;
  GArray *stories;    /* (element-type CasenessDemoStory) */
  GArray *conditions; /* (element-type CasenessDemoCondition) */
} CasenessDemoTables;

/** caseness_demo_read_stories: Returns: (transfer full) (element-type CasenessDemoStory): what there is to find. */
GArray *caseness_demo_read_stories (void);

/** caseness_demo_read_conditions: Returns: (transfer full) (element-type CasenessDemoCondition): measures of long-term
 *  conditions. */
GArray *caseness_demo_read_conditions (void);

/** caseness_demo_tables_new: reads the tables. Returns: (transfer full): them. */
CasenessDemoTables *caseness_demo_tables_new (void);

/** caseness_demo_tables_free: frees them. */
void caseness_demo_tables_free (CasenessDemoTables *tables);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessDemoTables, caseness_demo_tables_free)

/** caseness_demo_whole: a rate that counts something, such as months. */
int caseness_demo_whole (gint64 rate);

/** caseness_demo_draw: one option of a list by its share. */
const CasenessDemoOption *caseness_demo_draw (const CasenessDemoList *list, CasenessRandom *random);

/** caseness_demo_draw_kind: one option of a kind by its share. */
const CasenessDemoOption *
caseness_demo_draw_kind (const CasenessDemoTables *tables, CasenessDemoKind kind, CasenessRandom *random);

/** caseness_demo_draw_days: a wait in days. */
int caseness_demo_draw_days (const CasenessDemoTables *tables, CasenessDemoWait wait, CasenessRandom *random);

/** caseness_demo_draw_sessions: how many sessions a course has, 2 or more. */
int caseness_demo_draw_sessions (const CasenessDemoTables *tables,
                                 CasenessDemoCourseKind course,
                                 CasenessRandom *random);

G_END_DECLS
