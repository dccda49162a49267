/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-employment.h"
#include "caseness-outcome.h"

G_BEGIN_DECLS

/** CasenessPathwayDate: the days a pathway knows. */
typedef enum
{
  CASENESS_PATHWAY_RECEIVED,
  CASENESS_PATHWAY_DISCHARGED,
  CASENESS_PATHWAY_ASSESSMENT_FIRST,
  CASENESS_PATHWAY_ASSESSMENT_LAST,
  CASENESS_PATHWAY_TREATMENT_FIRST,
  CASENESS_PATHWAY_TREATMENT_SECOND,
  CASENESS_PATHWAY_TREATMENT_LAST,
  CASENESS_PATHWAY_LOW_FIRST,  /* first low-intensity therapy */
  CASENESS_PATHWAY_HIGH_FIRST, /* first high-intensity therapy */
  CASENESS_PATHWAY_SEEN_FIRST, /* first attended contact of any kind, or first internet log that ended */
  CASENESS_PATHWAY_INTEGRATED_FIRST,           /* first contact of the integrated service */
  CASENESS_PATHWAY_INTEGRATED_TREATMENT_FIRST,
  CASENESS_PATHWAY_SUPPORT_FIRST,              /* first employment support contact */
  CASENESS_PATHWAY_SUPPORT_LAST,
  CASENESS_PATHWAY_SUPPORT_DISCHARGED,         /* from employment support (rulings 53) */
  CASENESS_PATHWAY_SENT_FIRST, /* last day of the first month whose submission tells of it */
  CASENESS_PATHWAY_SENT_LAST,
  CASENESS_PATHWAY_DISCHARGE_SENT, /* last day of the first month whose submission tells of the discharge */
  CASENESS_N_PATHWAY_DATES
} CasenessPathwayDate;

/** CasenessPathwayText: what a pathway knows in words and codes. */
typedef enum
{
  CASENESS_PATHWAY_PROVIDER,
  CASENESS_PATHWAY_SERVICE_REQUEST_ID,
  CASENESS_PATHWAY_LOCAL_PATIENT_ID,
  CASENESS_PATHWAY_COMMISSIONER,
  CASENESS_PATHWAY_SOURCE,
  CASENESS_PATHWAY_END_CODE,
  CASENESS_PATHWAY_THERAPY_FIRST, /* SNOMED CT code, or "IET" and the programme */
  CASENESS_PATHWAY_THERAPY_LAST,
  CASENESS_PATHWAY_DESCRIPTOR,    /* validated code, "-3", or empty */
  CASENESS_PATHWAY_CLINICIAN,     /* local lists, "Whose pathway is it" */
  CASENESS_PATHWAY_MODALITY,      /* short name of the therapy given most */
  CASENESS_PATHWAY_STEP,          /* "Low only", "High only", "Both", or empty */
  CASENESS_PATHWAY_LOCALITY,
  CASENESS_PATHWAY_TEAM,          /* the referral's, else its clinician's */
  CASENESS_PATHWAY_GIVEN_TEAM,    /* the referral's alone */
  CASENESS_PATHWAY_SITE,
  CASENESS_PATHWAY_PRIORITY,
  CASENESS_PATHWAY_SUPERVISOR,         /* the clinician's */
  CASENESS_PATHWAY_PRACTICE,           /* code of the general practice */
  CASENESS_PATHWAY_DEPRIVATION,        /* decile, 1 the most deprived, or empty (rulings 62) */
  CASENESS_PATHWAY_ETHNICITY,          /* codes of the person as last sent */
  CASENESS_PATHWAY_GENDER,
  CASENESS_PATHWAY_GENDER_IDENTITY,
  CASENESS_PATHWAY_SAME_GENDER_AT_BIRTH,
  CASENESS_PATHWAY_EX_FORCES,
  CASENESS_PATHWAY_EDUCATION,
  CASENESS_PATHWAY_LANGUAGE,           /* preferred */
  CASENESS_PATHWAY_ACCOMMODATION,
  CASENESS_PATHWAY_INTERPRETER,        /* Y needed, N not, or empty: of its contacts, else of the local list */
  CASENESS_PATHWAY_EMPLOYMENT_STATUS,  /* code of the first row while the referral was open */
  CASENESS_PATHWAY_SICK_PAY_FIRST,     /* Y, N, … */
  CASENESS_PATHWAY_SICK_PAY_LAST,
  CASENESS_PATHWAY_PSYCHOTROPIC_FIRST, /* 01, 02, 03, … */
  CASENESS_PATHWAY_PSYCHOTROPIC_LAST,
  CASENESS_PATHWAY_EMPLOYMENT_FIRST,   /* CASENESS_EMPLOYMENT_… while the referral was open */
  CASENESS_PATHWAY_EMPLOYMENT_LAST,
  CASENESS_PATHWAY_SUPPORTED_FIRST,    /* the same, to the end of employment support */
  CASENESS_PATHWAY_SUPPORTED_LAST,
  CASENESS_PATHWAY_SUPPORT_WANTED,     /* Y, N, NA: whether employment support was last said to be suitable */
  CASENESS_N_PATHWAY_TEXTS
} CasenessPathwayText;

/** CASENESS_N_THERAPY_COUNTS: the therapies that are counted, in the order of caseness_therapy_get_count_name(). */
#define CASENESS_N_THERAPY_COUNTS 19

/** CasenessPathwayCount: whole numbers of a pathway. */
typedef enum
{
  CASENESS_PATHWAY_AGE,           /* at referral, -1 unknown */
  CASENESS_PATHWAY_CARE_CONTACTS,
  CASENESS_PATHWAY_TREATMENTS,
  CASENESS_PATHWAY_INTERNET_LOGS,
  CASENESS_PATHWAY_RECORDED, /* bits: what is known of the person (caseness_completeness_read_person()) */
  CASENESS_PATHWAY_BIRTH_MONTH,         /* yyyymm, 0 unknown */
  CASENESS_PATHWAY_INTERNET_MINUTES,
  CASENESS_PATHWAY_SUPPORT_CONTACTS,    /* employment support contacts */
  CASENESS_PATHWAY_EMPLOYMENT_STATUSES, /* rows that say one */
  CASENESS_PATHWAY_SICK_PAY_INDICATORS,
  CASENESS_PATHWAY_FIRST_STAGE,         /* CasenessIntensity of the first stage, 0 without one */
  CASENESS_PATHWAY_SECOND_STAGE,
  CASENESS_PATHWAY_STAGE_DAYS,          /* from the last session of the first to the first of the second, else -1 */
  CASENESS_PATHWAY_THERAPIES,           /* first of CASENESS_N_THERAPY_COUNTS numbers of sessions */
  CASENESS_N_PATHWAY_COUNTS = CASENESS_PATHWAY_THERAPIES + CASENESS_N_THERAPY_COUNTS
} CasenessPathwayCount;

/** CasenessPathwayFlags: yes and no; the first six bits are CasenessOutcomeFlags. */
typedef enum
{
  CASENESS_PATHWAY_COMPLETED = 1 << 6, /* discharged after two or more treatments */
  CASENESS_PATHWAY_FAULTY = 1 << 7,    /* discharged before it was received: no wait, no outcome */
  CASENESS_PATHWAY_ANXIETY_FIRST = 1 << 8, /* a first score of the tool meant for the problem, or of GAD-7 */
  CASENESS_PATHWAY_ANXIETY_LAST = 1 << 9,
  CASENESS_PATHWAY_SPECIFIC = 1 << 10,     /* judged by the tool meant for the problem */
  CASENESS_PATHWAY_WORK_FIRST = 1 << 11, /* a first WSAS score of work that does not say "not applicable" (rulings 47) */
  CASENESS_PATHWAY_WORK_LAST = 1 << 12,
  CASENESS_PATHWAY_ASSESSMENT_ANSWERED = 1 << 13, /* a question of the questionnaire after assessment was answered */
  CASENESS_PATHWAY_TREATMENT_ANSWERED = 1 << 14,
  CASENESS_PATHWAY_DESCRIPTOR_CHANGED = 1 << 15, /* more than one problem was called the primary one */
  CASENESS_PATHWAY_FIRST_DIP = 1 << 16, /* a measure it is judged by went below its cut-off at the last score, never before */
} CasenessPathwayFlags;

/** CasenessPathwayList: codes of which a pathway may have several. */
typedef enum
{
  CASENESS_PATHWAY_DISABILITIES,
  CASENESS_PATHWAY_CIRCUMSTANCES,        /* religion, sexual orientation */
  CASENESS_PATHWAY_LONG_TERM_CONDITIONS,
  CASENESS_PATHWAY_PROGRAMMES,           /* of internet therapy logs of the referral */
  CASENESS_N_PATHWAY_LISTS
} CasenessPathwayList;

/** CasenessContactFacts: what a contact is (derivations, section 3). */
typedef enum
{
  CASENESS_CONTACT_ATTENDED = 1 << 0,
  CASENESS_CONTACT_WITHIN = 1 << 1,        /* from referral to discharge */
  CASENESS_CONTACT_AFTER = 1 << 2,         /* after discharge */
  CASENESS_CONTACT_TREATMENT = 1 << 3,
  CASENESS_CONTACT_SUPPORT_CODE = 1 << 4,  /* has the procedure of employment support */
  CASENESS_CONTACT_SUPPORT = 1 << 5,       /* is employment support */
  CASENESS_CONTACT_INTEGRATED = 1 << 6,
  CASENESS_CONTACT_SEEN = 1 << 7,          /* the person was seen in the month (EA036) */
  CASENESS_CONTACT_SEEN_THERAPY = 1 << 8,  /* for therapy (EA037) */
  CASENESS_CONTACT_SEEN_SUPPORT = 1 << 9,  /* for employment support (EA037) */
} CasenessContactFacts;

/** CasenessContact: one appointment. */
typedef struct
{
  CasenessDate date;
  guint32 pathway;
  guint32 facts;
  guint32 therapies; /* bits, by row of caseness_therapy_get_all() */
  guint32 first_staff;
  gint32 minutes;    /* -1 unknown */
  guint8 app_type;
  guint8 attendance;
  guint8 medium;
  guint8 n_staff;
} CasenessContact;

/** CasenessLog: one internet therapy log. */
typedef struct
{
  CasenessDate date; /* its end */
  guint32 pathway;
  guint32 is_within; /* start and end lie between referral and discharge */
  gint32 minutes;
} CasenessLog;

/** CasenessAnswerEvent: one answer to a question about experience. Texts are numbers of the dictionary. */
typedef struct
{
  CasenessDate date;
  guint32 pathway;
  guint32 question;
  guint32 answer;
} CasenessAnswerEvent;

/** CasenessSitting: the scores of one day of a pathway. Which they are says a sheet, of which there are few. */
typedef struct
{
  CasenessDate date;
  guint32 sheet;
} CasenessSitting;

/** CasenessSheetLine: one score of a sheet. A first score and a last one are those of the pathway
 *  (caseness_snapshot_get_scores()), so that their values are kept nowhere else. */
typedef struct
{
  guint8 tool;     /* index into caseness_tool_get_all() */
  guint8 is_first; /* the pathway's first score of it, or its last */
  guint8 is_last;
} CasenessSheetLine;

/** CasenessScoreEvent: one score of a questionnaire that has a first and a last one (caseness_snapshot_list_scores()). */
typedef struct
{
  CasenessDate date;
  CasenessScore value;
  CasenessSheetLine line;
} CasenessScoreEvent;

/** CasenessPathway: everything derived for one referral. Texts are numbers of the dictionary. */
typedef struct
{
  CasenessDate dates[CASENESS_N_PATHWAY_DATES];
  guint32 texts[CASENESS_N_PATHWAY_TEXTS];
  gint32 counts[CASENESS_N_PATHWAY_COUNTS];
  guint32 flags;
  CasenessScorePair scores[CASENESS_MAX_TOOLS];
  CasenessAnxiety anxiety; /* which measure the course is judged by */
} CasenessPathway;

/** CasenessTreatment: one treatment session, in the order of derivations section 3. */
typedef struct
{
  CasenessDate date;  /* of a log: its start, as it stands in the order of sessions */
  CasenessDate ended; /* from this day on it has been given (rulings 93) */
  guint32 therapy;    /* the code that stands for it, see CASENESS_PATHWAY_THERAPY_LAST; 0 without one */
  guint32 intensity;  /* CasenessIntensity bits */
} CasenessTreatment;

G_END_DECLS
