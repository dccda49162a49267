/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
  CASENESS_N_PATHWAY_TEXTS
} CasenessPathwayText;

/** CasenessPathwayCount: whole numbers of a pathway. */
typedef enum
{
  CASENESS_PATHWAY_AGE,           /* at referral, -1 unknown */
  CASENESS_PATHWAY_CARE_CONTACTS,
  CASENESS_PATHWAY_TREATMENTS,
  CASENESS_PATHWAY_INTERNET_LOGS,
  CASENESS_PATHWAY_RECORDED, /* bits: what is known of the person (caseness_completeness_read_person()) */
  CASENESS_N_PATHWAY_COUNTS
} CasenessPathwayCount;

/** CasenessPathwayFlags: yes and no; the first six bits are CasenessOutcomeFlags. */
typedef enum
{
  CASENESS_PATHWAY_COMPLETED = 1 << 6, /* discharged after two or more treatments */
  CASENESS_PATHWAY_FAULTY = 1 << 7,    /* discharged before it was received: no wait, no outcome */
} CasenessPathwayFlags;

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
