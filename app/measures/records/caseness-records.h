/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-dictionary.h"
#include "caseness-tool.h"

#include "caseness-date.h"

G_BEGIN_DECLS

/*
 * The rows of all months after they were laid over each other (rulings 26 to 31): what the loader makes and the
 * derivation reads. Texts are numbers of one dictionary; rows that belong together hang on one another by index, so
 * that nothing is sorted or searched.
 */

/** CASENESS_NO_ROW: the end of a list of rows. */
#define CASENESS_NO_ROW G_MAXUINT32

/** CasenessPatientRow: a person of one provider: IDS001 as last sent, and the heads of what hangs from it (rulings 26). */
typedef struct
{
  guint32 provider; /* index into providers */
  guint32 local_patient_id;
  guint32 birth_month; /* yyyymm, 0 unknown */
  guint32 gender;
  guint32 gender_identity;
  guint32 same_gender_at_birth;
  guint32 ethnicity;
  guint32 ex_forces;
  guint32 education;
  guint32 language;      /* preferred */
  guint32 accommodation; /* type, as last known */
  guint32 practice;
  guint32 first_employment; /* the latest row first */
  guint32 first_disability;
  guint32 first_circumstance;
} CasenessPatientRow;

/** CasenessEmploymentRow: IDS004, the latest row of each person and date (rulings 27). */
typedef struct
{
  guint32 next;
  CasenessDate date;
  guint32 order; /* larger came later (rulings 28) */
  guint32 status;
  guint32 sick_absence;
  guint32 sick_pay;
  guint32 weekly_hours;
  guint32 benefit;
  guint32 esa;
  guint32 universal_credit;
  guint32 pip;
  guint32 support;
  CasenessDate support_referred;
  CasenessDate support_discharged;
} CasenessEmploymentRow;

/** CasenessCodeRow: one of several codes of a person or a referral: IDS007, IDS011, IDS602. */
typedef struct
{
  guint32 next;
  guint32 code;
} CasenessCodeRow;

/** CasenessQualificationRow: IDS902 as one month sent it. */
typedef struct
{
  guint32 provider; /* index into providers */
  guint32 staff;
  guint32 level;           /* as a number */
  CasenessDate period_end; /* of the month that sent it */
  CasenessDate awarded;
  CasenessDate planned;
} CasenessQualificationRow;

/** CasenessReferralRow: a pathway: IDS101 as last sent, and the heads of what hangs from it. */
typedef struct
{
  guint32 provider; /* index into providers */
  guint32 service_request_id;
  guint32 local_patient_id;
  guint32 commissioner;
  guint32 source;
  guint32 end_code;
  guint32 nhs_tag; /* 0 unknown, else the tag plus 1 */
  CasenessDate received;
  CasenessDate discharged;
  gint32 age;    /* -1 unknown */
  guint32 deprivation; /* decile from the postcode, when a lookup gave it */
  guint32 patient; /* CASENESS_NO_ROW when no month had the person */
  guint32 older; /* another pathway under the same id, for somebody else */
  guint32 first_contact;
  guint32 first_log;
  guint32 first_complaint;
  guint32 first_score;
  guint32 first_condition; /* long-term conditions */
  guint32 first_answer;    /* to questionnaires, at referral level */
  CasenessDate sent_first;     /* last day of the month that first told of it */
  CasenessDate sent_last;      /* last day of the month that last did */
  CasenessDate discharge_sent; /* last day of the month that first told of its discharge; none while open */
} CasenessReferralRow;

/** CasenessContactRow: IDS201. */
typedef struct
{
  guint32 id;         /* number of contact_ids */
  CasenessDate date;
  gint32 time;        /* CASENESS_TIME_NONE unknown */
  guint32 submission; /* ordinal of the month it came with */
  guint32 next;
  guint32 first_activity;
  guint32 first_score;
  guint32 first_answer;
  guint8 app_type;
  guint8 attendance;
  guint8 medium;   /* consultation mechanism, as a number */
  guint8 interpreter; /* who interpreted, as a number; 0 not known */
  guint32 psych_med;
  gint32 minutes;  /* -1 unknown */
  gboolean is_unplanned : 1;
  gboolean is_integrated : 1; /* of the integrated service for long-term conditions */
  gboolean is_superseded : 1; /* a later month sent the contact again (rulings 29) */
} CasenessContactRow;

/** CasenessActivityRow: IDS202. */
typedef struct
{
  guint32 id;   /* number of activity_ids */
  guint32 contact;
  guint32 staff;
  guint32 code; /* procedure code without its status */
  guint32 next;
} CasenessActivityRow;

/** CasenessScoreRow: IDS607 of a contact, or IDS606 of a referral; only scores inside their tool's range are kept.
 * There are more of them than of all other rows together. */
typedef struct
{
  guint32 next;
  CasenessScore value;
  union
  {
    guint32 activity;  /* of a contact's, which has the contact's date and time */
    CasenessDate date; /* of a referral's */
  };
  gint32 time : 24; /* of a referral's, in seconds */
  guint32 tool : 8;
} CasenessScoreRow;

G_STATIC_ASSERT (sizeof (CasenessScoreRow) == 16);
G_STATIC_ASSERT (CASENESS_MAX_TOOLS <= 256);

/** CasenessAnswerRow: an answer to a questionnaire about experience: IDS607 of a contact, or IDS606 of a referral. */
typedef struct
{
  guint32 next;
  guint32 question;  /* code of the assessment tool */
  guint32 answer;    /* as sent */
  CasenessDate date; /* referral level only; the others take their contact's */
} CasenessAnswerRow;

/** CasenessLogRow: IDS205. */
typedef struct
{
  guint32 next;
  CasenessDate start;
  CasenessDate end;
  guint32 programme;
  guint32 staff;
  gint32 minutes; /* 0 when blank */
} CasenessLogRow;

/** CasenessComplaintRow: IDS603, the latest row of each code and date (rulings 27). */
typedef struct
{
  guint32 next;
  guint32 scheme;
  guint32 code;
  guint32 significance; /* 1 primary, 2 secondary, 0 blank */
  CasenessDate date;
  guint32 submission;
  guint32 order; /* larger came later (rulings 28) */
} CasenessComplaintRow;

/** CasenessProviderRow: an organisation and the months it sent. */
typedef struct
{
  guint32 code;
  CasenessDate first_period_start;
  CasenessDate last_period_end;
} CasenessProviderRow;

typedef struct _CasenessSpill CasenessSpill;

/** CasenessRecords: all of it. */
typedef struct
{
  CasenessDictionary *dictionary; /* begins with the therapies' codes, in their order, from number 1 */
  CasenessDictionary *contact_ids;  /* millions, and nothing asks for them after deriving */
  CasenessDictionary *activity_ids; /* likewise; apart, so that what is looked up by number has no gaps */
  guint n_submissions;
  GArray *providers;  /* CasenessProviderRow */
  GArray *referrals;  /* CasenessReferralRow */
  GArray *contacts;   /* CasenessContactRow */
  GArray *activities; /* CasenessActivityRow */
  GArray *scores;     /* CasenessScoreRow */
  GArray *answers;    /* CasenessAnswerRow */
  GArray *logs;       /* CasenessLogRow */
  GArray *complaints; /* CasenessComplaintRow */
  GArray *patients;   /* CasenessPatientRow */
  GArray *employment; /* CasenessEmploymentRow */
  GArray *codes;      /* CasenessCodeRow: disabilities, circumstances and long-term conditions */
  GArray *qualifications; /* CasenessQualificationRow, in the order they came */
  CasenessSpill *spill; /* (nullable): has contacts, activities, scores and answers, of which those of some referrals are here */
  CasenessDate *next_received; /* by referral: the same person's next one; NULL before caseness_deriver_prepare() */
} CasenessRecords;

/** caseness_records_new: Returns: (transfer full): no rows, and a dictionary that begins with the therapies. */
CasenessRecords *caseness_records_new (void);

/** caseness_records_drop_rows: frees the rows, providers aside, once pathways and events are derived. */
void caseness_records_drop_rows (CasenessRecords *records);

/** caseness_records_free: frees the rows and, unless it was stolen, the dictionary. */
void caseness_records_free (CasenessRecords *records);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessRecords, caseness_records_free)

#define CASENESS_ROW(rows, Type, index) (&g_array_index ((rows), Type, (index)))

G_END_DECLS
