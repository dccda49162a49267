/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-derive.h"
#include "caseness-pathway.h"
#include "caseness-records.h"

G_BEGIN_DECLS

/**
 * CasenessSpans: what hangs from pathways, one after another: that of pathway i is rows first[i] to first[i + 1] - 1.
 */
typedef struct
{
  GArray *rows;
  GArray *first; /* guint32, one more than there are pathways */
} CasenessSpans;

/**
 * CasenessEvents:
 *
 * What happened on pathways and is counted by itself: appointments, internet therapy logs, employment rows; and what a
 * pathway may have several of. Belongs to a snapshot and never changes after it is made.
 */
typedef struct
{
  CasenessSpans contacts;                       /* CasenessContact */
  CasenessSpans logs;                           /* CasenessLog */
  CasenessSpans answers;                        /* CasenessAnswerEvent */
  CasenessSpans lists[CASENESS_N_PATHWAY_LISTS]; /* guint32, dictionary numbers */
  GArray *staff;                                /* guint32: of contact c from first_staff, n_staff of them */
  CasenessSpans employment;                     /* CasenessEmploymentRow of each person, earliest first */
  GArray *employment_pathways;                  /* guint32: the person's latest pathway, by employment row */
  GArray *people;                               /* guint32: by pathway, index into the spans of employment */
  GArray *qualifications;                       /* CasenessQualificationRow by provider, staff, level and month */
  GArray *provider_codes;                       /* guint32: dictionary number, by provider of a qualification */
} CasenessEvents;

/** caseness_events_new: Returns: (transfer full): the events of people and staff in @records, none of pathways yet. */
CasenessEvents *caseness_events_new (const CasenessRecords *records);

/** caseness_events_add: adds those of the next pathway: referral @index, which @deriver has just run. */
void caseness_events_add (CasenessEvents *events, const CasenessRecords *records, guint index,
                          const CasenessDeriver *deriver);

/** caseness_events_get_answered: Returns: CASENESS_PATHWAY_..._ANSWERED of the pathway added last. */
guint caseness_events_get_answered (const CasenessEvents *events, const CasenessDictionary *dictionary);

/** caseness_events_finish: after the last pathway. */
void caseness_events_finish (CasenessEvents *events, const CasenessDate *received);

/** caseness_events_free: frees the events. */
void caseness_events_free (CasenessEvents *events);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessEvents, caseness_events_free)

/** caseness_spans_get: Returns: the index of the first row of @owner; sets @n to how many there are. */
guint caseness_spans_get (const CasenessSpans *spans, guint owner, guint *n);

/** CasenessStaffClass: how a contact counts by who held it (rulings 8). */
typedef enum
{
  CASENESS_STAFF_MISSING = 1, /* nobody named, or nobody of whom a qualification was sent */
  CASENESS_STAFF_LISTED,      /* sent, but neither qualified nor in training */
  CASENESS_STAFF_IN_TRAINING,
  CASENESS_STAFF_QUALIFIED,   /* before the day of the contact */
} CasenessStaffClass;

/**
 * caseness_events_classify_staff:
 * @events: the events
 * @provider: dictionary number of the provider
 * @contact: a contact of @provider
 * @known_by: last day of the period; what later months sent is not known yet
 *
 * Returns: the first class that fits anybody who was at @contact.
 */
CasenessStaffClass caseness_events_classify_staff (const CasenessEvents *events, guint32 provider,
                                                   const CasenessContact *contact, CasenessDate known_by);

G_END_DECLS
