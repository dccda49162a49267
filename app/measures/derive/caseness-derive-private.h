/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-derive.h"
#include "caseness-tally.h"
#include "caseness-therapy.h"

G_BEGIN_DECLS

/*
 * Shared by the files that derive a pathway: sessions (caseness-derive.c), contacts
 * (caseness-derive-contact.c), people and their employment (caseness-derive-person.c), outcomes
 * (caseness-derive-judge.c), and the texts that come of it (caseness-derive-names.c).
 */

#define CASENESS_COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

/* Appointment types that carry a meaning in the rules (derivations, section 3). */
enum
{
  CASENESS_APP_ASSESSMENT = 1,
  CASENESS_APP_TREATMENT = 2,
  CASENESS_APP_ASSESSMENT_AND_TREATMENT = 3,
  CASENESS_APP_REVIEW_AND_TREATMENT = 5,
  CASENESS_APP_FOLLOW_UP = 6,
  CASENESS_APP_EMPLOYMENT_SUPPORT = 10,
};

struct _CasenessDeriver
{
  const CasenessRecords *records; /* not owned */
  const CasenessSwitches *switches;
  guint n_therapies;
  CasenessIntensity *intensities; /* by dictionary number, the therapies come first */
  guint *counts;                  /* which count, likewise */
  guint32 *labels;                /* number of the short name, likewise */
  guint32 internet;               /* number of "IET" */
  guint32 interpreter_needed;     /* number of the word, as the next */
  guint32 interpreter_not_needed;
  guint other_high;               /* the count that internet logs go to */
  guint32 steps[4];               /* number of the words, by intensity bits */
  GArray *sessions;               /* Session, private to caseness-derive.c */
  GArray *treatments;             /* CasenessTreatment */
  GArray *scored;                 /* CasenessScored */
  GArray *contacts;               /* CasenessContact, as the snapshot keeps them */
  GArray *staff;                  /* guint32, who was at them */
  GArray *logs;                   /* CasenessLog */
  GArray *employment;             /* guint32, rows of the person, earliest first */
  CasenessTally *clinicians;
  CasenessTally *modalities;
};

/* Words that deriving puts on pathways. */
#define CASENESS_STEP_LOW "Low only"
#define CASENESS_STEP_HIGH "High only"
#define CASENESS_STEP_BOTH "Both"
#define CASENESS_INTERPRETER_NEEDED "Y"
#define CASENESS_INTERPRETER_NOT_NEEDED "N"

/** CasenessWindow: days from which something counts; empty where the referral ended before it came. */
typedef struct
{
  CasenessDate start;
  CasenessDate end; /* included */
} CasenessWindow;

/** CasenessProcedures: what the activities of one contact say about it. */
typedef struct
{
  gboolean has_employment;
  gboolean has_other;      /* a procedure that is not employment support */
  gboolean has_uncoded;    /* an activity without a procedure, or no activity at all */
  guint32 intensity;
  guint32 therapies;       /* bits by row of the therapies */
  guint32 first_therapy;   /* of the lowest activity id with a therapy code */
  guint32 last_therapy;    /* of the highest */
} CasenessProcedures;

/** caseness_window_contains: whether a known @date lies in @window. */
gboolean caseness_window_contains (const CasenessWindow *window, CasenessDate date);

/** caseness_window_of_referral: from its receipt to its discharge, while open to the provider's last month (rulings 4). */
CasenessWindow caseness_window_of_referral (const CasenessDeriver *deriver, const CasenessReferralRow *referral);

/** caseness_deriver_get_text: the text of a number. */
const char *caseness_deriver_get_text (const CasenessDeriver *deriver, guint32 number);

/** caseness_deriver_get_contact_id: the id of a contact, by its number. */
const char *caseness_deriver_get_contact_id (const CasenessDeriver *deriver, guint32 number);

/** caseness_deriver_get_activity_id: the id of an activity, by its number. */
const char *caseness_deriver_get_activity_id (const CasenessDeriver *deriver, guint32 number);

/** caseness_deriver_is_therapy: whether a procedure is one of the therapies, employment support aside. */
gboolean caseness_deriver_is_therapy (const CasenessDeriver *deriver, guint32 code);

/** caseness_deriver_is_employment: whether a procedure is employment support. */
gboolean caseness_deriver_is_employment (const CasenessDeriver *deriver, guint32 code);

/** caseness_deriver_is_attended: whether somebody came, or was seen unplanned. */
gboolean caseness_deriver_is_attended (const CasenessDeriver *deriver, const CasenessContactRow *contact);

/** caseness_deriver_read_procedures: what was done at @contact. */
CasenessProcedures caseness_deriver_read_procedures (const CasenessDeriver *deriver,
                                                     const CasenessContactRow *contact);

/** caseness_deriver_is_employment_only: employment support alone (rulings 33). */
gboolean caseness_deriver_is_employment_only (const CasenessContactRow *contact, const CasenessProcedures *procedures);

/** caseness_deriver_is_treatment: whether an attended contact in the window is a treatment. */
gboolean caseness_deriver_is_treatment (const CasenessDeriver *deriver, const CasenessContactRow *contact,
                                        const CasenessProcedures *procedures);

/**
 * caseness_deriver_note_contact:
 *
 * Says what @contact is, keeps it for the snapshot and notes on @pathway what follows from it alone: employment
 * support, the integrated service, medication.
 */
void caseness_deriver_note_contact (CasenessDeriver *deriver, const CasenessContactRow *contact,
                                    const CasenessProcedures *procedures, const CasenessWindow *window,
                                    CasenessPathway *pathway);

/** caseness_deriver_find_next_referrals: Returns: (transfer full): by referral, when the person was next referred. */
CasenessDate *caseness_deriver_find_next_referrals (const CasenessRecords *records);

/** caseness_deriver_take_person: who the person is, and when employment support let them go (rulings 53). */
void caseness_deriver_take_person (CasenessDeriver *deriver, guint index, CasenessPathway *pathway);

/** caseness_deriver_take_employment: how the person stood in work; after the contacts were noted. */
void caseness_deriver_take_employment (CasenessDeriver *deriver, const CasenessWindow *window,
                                       CasenessPathway *pathway);

/** caseness_deriver_judge: scores, and what they say of the course; after the sessions were described. */
void caseness_deriver_judge (CasenessDeriver *deriver, const CasenessReferralRow *referral, CasenessPathway *pathway);

/** caseness_deriver_validate_ethnicity: Returns: what stands for an ethnicity as it is compared (rulings 63). */
guint32 caseness_deriver_validate_ethnicity (const CasenessRecords *records, guint32 number);

/** caseness_deriver_name_programme: Returns: what stands for the therapy of a log, its programme @programme or 0. */
guint32 caseness_deriver_name_programme (const CasenessRecords *records, guint32 programme);

/** caseness_date_set_earliest: sets an unknown or later @date to @other. */
void caseness_date_set_earliest (CasenessDate *date, CasenessDate other);

/** caseness_date_set_latest: sets an unknown or earlier @date to @other. */
void caseness_date_set_latest (CasenessDate *date, CasenessDate other);

G_END_DECLS
