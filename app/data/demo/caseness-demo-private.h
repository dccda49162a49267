/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-date.h"
#include "caseness-demo-table.h"
#include "caseness-period.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The synthetic service in pieces: staff, people, courses of care, scores, and what writes them. A person and
 * a course are made from their own random stream whenever they are needed and never kept, so that a service
 * of any size is written month by month in the same small memory. */

/* Streams of different things (caseness_random_init). */
typedef enum
{
  DEMO_TOPIC_STAFF,
  DEMO_TOPIC_DAYS,
  DEMO_TOPIC_REPEATS,
  DEMO_TOPIC_PERSON,
  DEMO_TOPIC_COURSE,
  DEMO_TOPIC_SCORES,
  DEMO_TOPIC_LISTS,
  DEMO_N_TOPICS,
} CasenessDemoTopic;

/** CasenessDemoClinician: a member of staff. */
typedef struct
{
  char id[8];
  char name[48];
  const CasenessDemoRole *role;
  guint team;
  int supervisor; /* place in the staff, -1 for nobody */
  int whole_time; /* hundredths */
  int skill;      /* hundredths of a point of recovery, either way */
  CasenessDate started;
  CasenessDate qualified; /* CASENESS_DATE_NONE while training */
} CasenessDemoClinician;

/** CasenessDemoReferral: what is remembered of a referral between months. */
typedef struct
{
  guint32 person;
  CasenessDate received;
  CasenessDate last_day;  /* last day anything of it happens */
  CasenessDate last_sent; /* the same, or CASENESS_DATE_NONE when it is never sent */
  gboolean has_returned;  /* the person was referred again */
} CasenessDemoReferral;

/** CasenessDemoKnown: what is remembered of a person. */
typedef struct
{
  CasenessDate known_from; /* first referral received */
  guint32 nhs_body;        /* first nine digits of the NHS number, 0 for none */
} CasenessDemoKnown;

/** CasenessDemoService: one provider. */
typedef struct
{
  const CasenessDemoTables *tables;
  guint32 seed;
  guint number; /* of the provider, from 0 */
  char code[4];
  char commissioner[4];
  CasenessDate first; /* first day of the first month */
  CasenessDate last;  /* last day of the last month */
  GArray *staff;      /* (element-type CasenessDemoClinician) */
  GArray **pools;     /* role × (team, then all): places in the staff, one for each fifth of whole time */
  GArray *known;      /* (element-type CasenessDemoKnown), by person */
  GArray *referrals;  /* (element-type CasenessDemoReferral), by number, in order of receipt */
} CasenessDemoService;

/** CasenessDemoPerson: a patient. Codes are as the data set has them, empty when not recorded. */
typedef struct
{
  char id[12];
  char nhs_number[11];
  const char *nhs_status;
  char postcode[12];
  CasenessDate born;
  CasenessDate known_from;
  const char *gender, *identity, *same_at_birth, *ethnicity, *armed_forces, *language, *education;
  const char *orientation, *religion, *disability, *accommodation, *employment, *deprivation;
  guint locality;
  guint team;
  guint practice;
  gboolean is_perinatal;
  gint64 finished_index; /* millionths */
  int recovery_shift;    /* hundredths of a point */
} CasenessDemoPerson;

/* How a referral ends; the order of the kind "path". */
typedef enum
{
  DEMO_PATH_NOT_SEEN,
  DEMO_PATH_NOT_TREATED,
  DEMO_PATH_TREATED_ONCE,
  DEMO_PATH_FINISHED,
} CasenessDemoPath;

/** CasenessDemoContact: an appointment. */
typedef struct
{
  CasenessDate date;
  int time;         /* seconds */
  const char *type; /* AppType */
  const char *attendance;
  const char *cancellation;
  const char *therapy; /* SNOMED code, empty for none */
  const char *mechanism;
  const char *location;
  guint staff;
  int second_staff; /* -1 for nobody */
  int minutes;
  int group; /* people in the group, 0 when alone */
  gboolean is_seen;
  gboolean is_unplanned;
  gboolean is_employment_support;
  int session; /* number of the scored session, -1 for none */
} CasenessDemoContact;

/** CasenessDemoLog: a week of internet therapy. */
typedef struct
{
  CasenessDate start, end;
  int minutes;
  guint staff;
  int session;
} CasenessDemoLog;

/** CasenessDemoScore: one answer or total. */
typedef struct
{
  int contact; /* place in the contacts, -1 for one sent with the referral */
  CasenessDate date;
  int time;
  const char *tool;
  char value[6];
} CasenessDemoScore;

/** CasenessDemoWork: an employment status as recorded on a day. */
typedef struct
{
  CasenessDate date;
  const char *status, *hours, *self_employed, *off_sick, *sick_pay, *benefits, *universal_credit;
} CasenessDemoWork;

/** CasenessDemoCourse: everything that happens on a referral, to its end, however far ahead. */
typedef struct
{
  guint number;
  char id[12];
  CasenessDate received;
  CasenessDate discharged;
  CasenessDate last_sent;
  CasenessDemoPath path;
  CasenessDemoCourseKind kind;
  const CasenessDemoDescriptor *descriptor;                     /* nobody's when none was recorded */
  const char *complaint, *second_complaint, *earlier_complaint; /* codes, NULL for none */
  const char *second_scheme, *earlier_scheme;
  const char *source, *previous_diagnosis, *end_code, *condition, *programme, *priority, *medication;
  char onset[8];
  const char *low_therapy, *high_therapy;
  guint low_staff, high_staff;
  gboolean is_integrated;
  gboolean needs_interpreter;
  CasenessDate first_seen; /* first attended contact, CASENESS_DATE_NONE for none */
  CasenessDate last_session;
  CasenessDate late_contact;                    /* follow-up after discharge, CASENESS_DATE_NONE for none */
  CasenessDate late_answers;                    /* questionnaire after discharge */
  CasenessDate support_referred, support_ended; /* employment support */
  CasenessDate pause_start, pause_end;
  int n_sessions;   /* scored sessions: contacts and logs */
  GArray *contacts; /* (element-type CasenessDemoContact), by date and time */
  GArray *logs;     /* (element-type CasenessDemoLog) */
  GArray *scores;   /* (element-type CasenessDemoScore) */
  GArray *work;     /* (element-type CasenessDemoWork) */
} CasenessDemoCourse;

/* ---- caseness-demo-staff.c ---- */

/** caseness_demo_hire: gives the service about @n_staff clinicians in teams, with supervisors and skills of
 * their own. */
void caseness_demo_hire (CasenessDemoService *service, guint n_staff);

/**
 * caseness_demo_choose_clinician:
 * @service: a service that has staff
 * @random: a stream
 * @team: the patient's team, mostly theirs
 * @step: low, high or employment
 * @therapy: (nullable): SNOMED code of what they must be able to give
 *
 * Returns: a place in the staff.
 */
guint caseness_demo_choose_clinician (const CasenessDemoService *service,
                                      CasenessRandom *random,
                                      guint team,
                                      const char *step,
                                      const char *therapy);

/* ---- caseness-demo-person.c ---- */

/** CasenessDemoNhs: which invented NHS numbers are taken; zero-filled for none. */
typedef struct
{
  guint32 place;
  guint32 taken;
} CasenessDemoNhs;

/** caseness_demo_take_nhs_body: the first nine digits of a number nobody has yet, or 0 when they have run
 * out, after 90 million people. */
guint32 caseness_demo_take_nhs_body (CasenessDemoNhs *nhs);

/** caseness_demo_person_make: fills @person with the patient of that number, the same at every call. */
void
caseness_demo_person_make (const CasenessDemoService *service, guint32 number, CasenessDemoPerson *person);

/* ---- caseness-demo-course.c ---- */

/** caseness_demo_course_new: Returns: (transfer full): room for a course, to be filled as often as one likes.
 */
CasenessDemoCourse *caseness_demo_course_new (void);

/** caseness_demo_course_free: frees it. */
void caseness_demo_course_free (CasenessDemoCourse *course);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessDemoCourse, caseness_demo_course_free)

/** caseness_demo_course_make: fills @course with all but the scores of a referral, the same at every call. */
void caseness_demo_course_make (const CasenessDemoService *service,
                                guint number,
                                CasenessDate received,
                                const CasenessDemoPerson *person,
                                CasenessDemoCourse *course);

/* ---- caseness-demo-days.c ---- */

/** caseness_demo_is_working_day: Monday to Friday, but for Christmas, Boxing Day and New Year's Day. */
gboolean caseness_demo_is_working_day (CasenessDate date);

/** caseness_demo_find_monday: the first Monday on or after a day. */
CasenessDate caseness_demo_find_monday (CasenessDate from);

/* ---- caseness-demo-story.c ---- */

/** caseness_demo_find_story: Returns: (transfer none) (nullable): the story that a whole course is part of. */
const CasenessDemoStory *caseness_demo_find_story (const CasenessDemoService *service,
                                                   const CasenessDemoPerson *person,
                                                   const CasenessDemoCourse *course);

/** caseness_demo_bend_course: makes the second treatment late where the story of a whole course says so. */
void caseness_demo_bend_course (const CasenessDemoService *service,
                                const CasenessDemoPerson *person,
                                CasenessDemoCourse *course);

/* ---- caseness-demo-score.c ---- */

/** caseness_demo_score: adds the questionnaires to a course, the same at every call. */
void caseness_demo_score (const CasenessDemoService *service,
                          const CasenessDemoPerson *person,
                          CasenessDemoCourse *course);

/* ---- caseness-demo-output.c ---- */

/** CasenessDemoOutput: writes files and remembers what it made, so that all of it can go again. */
typedef struct _CasenessDemoOutput CasenessDemoOutput;

/** caseness_demo_output_new: @cancellable is nullable and not owned. Returns: (transfer full): an output. */
CasenessDemoOutput *caseness_demo_output_new (GCancellable *cancellable);

/** caseness_demo_output_make_folder: makes a folder and those above it, where missing. */
gboolean caseness_demo_output_make_folder (CasenessDemoOutput *output, const char *path, GError **error);

/**
 * caseness_demo_output_save:
 * @output: an output
 * @folder: a folder that is there
 * @table: base name of the file, without its ending
 * @rows: what to append; empty afterwards if it was written
 * @is_last: write even a little
 * @error: return location
 *
 * Returns: whether all went well.
 */
gboolean caseness_demo_output_save (CasenessDemoOutput *output,
                                    const char *folder,
                                    const char *table,
                                    CasenessCsvWriter *rows,
                                    gboolean is_last,
                                    GError **error);

/** caseness_demo_output_undo: deletes every file and folder made, and nothing else. */
void caseness_demo_output_undo (CasenessDemoOutput *output);

/** caseness_demo_output_free: frees the output; the files stay. */
void caseness_demo_output_free (CasenessDemoOutput *output);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessDemoOutput, caseness_demo_output_free)

/* ---- caseness-demo-month.c ---- */

/** caseness_demo_write_month: writes the submission of one month into @folder. */
gboolean caseness_demo_write_month (const CasenessDemoService *service,
                                    const CasenessPeriod *month,
                                    const char *folder,
                                    CasenessDemoOutput *output,
                                    GError **error);

/* ---- caseness-demo-list.c ---- */

/** CasenessDemoLists: the local lists of all providers. */
typedef struct _CasenessDemoLists CasenessDemoLists;

/** caseness_demo_lists_new: lists for @folder, with a column for the provider where there are several. */
CasenessDemoLists *caseness_demo_lists_new (const char *folder, gboolean has_providers);

/** caseness_demo_lists_add: adds a provider that receives so many referrals a year. */
gboolean caseness_demo_lists_add (CasenessDemoLists *lists,
                                  const CasenessDemoService *service,
                                  guint referrals_a_year,
                                  CasenessDemoOutput *output,
                                  GError **error);

/** caseness_demo_lists_finish: writes what is left. */
gboolean caseness_demo_lists_finish (CasenessDemoLists *lists, CasenessDemoOutput *output, GError **error);

/** caseness_demo_lists_free: frees the lists. */
void caseness_demo_lists_free (CasenessDemoLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessDemoLists, caseness_demo_lists_free)

/** caseness_demo_stream: a stream of this service. */
static inline CasenessRandom
caseness_demo_stream (const CasenessDemoService *service, CasenessDemoTopic topic, guint32 number)
{
  CasenessRandom random;

  caseness_random_init (&random, service->seed, service->number * DEMO_N_TOPICS + topic, number);
  return random;
}

G_END_DECLS
