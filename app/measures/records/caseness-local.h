/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-dictionary.h"
#include "caseness-rows.h"

#include "caseness-date.h"

G_BEGIN_DECLS

/*
 * Rows of the local lists, each beginning with whom it is about. A row names a provider only where the list does; without one it is for every provider that
 * holds the id (rulings 22). All texts are numbers of the snapshot's dictionary.
 */

/** CasenessLocalKey: whom a row is about. */
typedef struct
{
  guint32 provider; /* 0 any */
  guint32 id;       /* a service request id, or a member of staff */
} CasenessLocalKey;

/** CasenessStaffRow: LOCStaff. */
typedef struct
{
  CasenessLocalKey key;
  guint32 name;
  guint32 role;
  guint32 team;
  guint32 supervisor;
  gint32 wte;           /* whole-time equivalent in hundredths; 100 where the list says nothing */
  CasenessDate started; /* none where the list says nothing */
  CasenessDate ended;
} CasenessStaffRow;

/** CasenessLocalReferralRow: LOCReferral. */
typedef struct
{
  CasenessLocalKey key;
  guint32 locality;
  guint32 team;
  guint32 site;
  guint32 priority;
  guint32 deprivation; /* decile, 1 the most deprived */
  guint32 interpreter; /* Y or N */
} CasenessLocalReferralRow;

/** CasenessWaitingRow: LOCWaitingList: somebody waits for a stage from a day until another. */
typedef struct
{
  CasenessLocalKey key;
  guint32 stage;
  guint32 therapy;
  guint32 step;
  guint32 locality;
  guint32 team;
  guint32 staff;
  CasenessDate added;
  CasenessDate removed; /* CASENESS_DATE_NONE while waiting */
} CasenessWaitingRow;

/** CasenessAppointmentRow: LOCAppointment, booked ones only. */
typedef struct
{
  CasenessLocalKey key;
  guint32 id;
  guint32 therapy;
  guint32 staff;
  CasenessDate date;
  gint32 time; /* CASENESS_TIME_NONE unknown */
  guint8 app_type;
} CasenessAppointmentRow;

/** caseness_waiting_get_form: Returns: (transfer none): the form of rows of the waiting list, but for their keys. */
const CasenessForm *caseness_waiting_get_form (void);

/** caseness_appointment_get_form: Returns: (transfer none): the form of booked appointments, but for their keys. */
const CasenessForm *caseness_appointment_get_form (void);

/** CasenessPopulationRow: LOCPopulation: how many people of one group live in an area. */
typedef struct
{
  guint32 area;
  guint32 type;      /* what kind of group: Age, Gender, Ethnicity … */
  guint32 group;
  double population;
  double prevalence; /* percentage who would need the service, NaN unknown */
  guint32 population_source;
  guint32 prevalence_source;
} CasenessPopulationRow;

/** CasenessLocal: the lists. */
typedef struct
{
  GArray *staff;        /* CasenessStaffRow */
  GArray *referrals;    /* CasenessLocalReferralRow */
  GArray *waiting;      /* CasenessWaitingRow */
  GArray *appointments; /* CasenessAppointmentRow */
  GArray *population;   /* CasenessPopulationRow */
} CasenessLocal;

/** caseness_local_new: Returns: (transfer full): empty lists. */
CasenessLocal *caseness_local_new (void);

/** caseness_local_free: frees the rows. */
void caseness_local_free (CasenessLocal *local);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessLocal, caseness_local_free)

G_END_DECLS
