/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-pathway.h"
#include "caseness-records.h"
#include "caseness-rows.h"

G_BEGIN_DECLS

/** CasenessEventKind: what hangs from pathways; employment hangs from people, and lines from sheets. */
typedef enum
{
  CASENESS_EVENT_CONTACTS,   /* CasenessContact */
  CASENESS_EVENT_LOGS,       /* CasenessLog */
  CASENESS_EVENT_ANSWERS,    /* CasenessAnswerEvent */
  CASENESS_EVENT_EMPLOYMENT, /* CasenessEmploymentRow of each person, earliest first; what derivation alone needs is 0 */
  CASENESS_EVENT_TREATMENTS, /* CasenessTreatment, in the order of sessions */
  CASENESS_EVENT_SITTINGS,   /* CasenessSitting, earliest first */
  CASENESS_EVENT_SHEETS,     /* CasenessSheetLine */
  CASENESS_EVENT_SCORES,     /* CasenessScore, in the order of sittings and lines: those neither first nor last */
  CASENESS_EVENT_LISTS,      /* guint32, dictionary numbers: first of CASENESS_N_PATHWAY_LISTS */
  CASENESS_N_EVENTS = CASENESS_EVENT_LISTS + CASENESS_N_PATHWAY_LISTS
} CasenessEventKind;

/** CasenessSpans: rows one after another: those of owner i are rows first[i] to first[i + 1] - 1. */
typedef struct
{
  CasenessRows *rows;
  CasenessPacked *first; /* one more than there are owners */
} CasenessSpans;

/**
 * CasenessEvents:
 *
 * What happened on pathways and is counted by itself: appointments, internet therapy logs, employment rows; and what a
 * pathway may have several of. Belongs to a snapshot and never changes after it is made.
 */
typedef struct
{
  CasenessSpans spans[CASENESS_N_EVENTS];
  CasenessPacked *staff;               /* dictionary numbers: of contact c from first_staff, n_staff of them */
  CasenessPacked *people;              /* by pathway, owner in the spans of employment, or CASENESS_NO_ROW */
  CasenessPacked *employment_pathways; /* the person's latest pathway, by employment row, or CASENESS_NO_ROW */
  GArray *qualifications;              /* CasenessQualificationRow by provider, staff, level and month */
  GArray *provider_codes;              /* guint32: dictionary number, by provider of a qualification */
} CasenessEvents;

/** caseness_events_get_form: Returns: (transfer none): the form of the rows of a kind. */
const CasenessForm *caseness_events_get_form (CasenessEventKind kind);

/** caseness_events_has_pathways: whether what is of that kind hangs from pathways. */
gboolean caseness_events_has_pathways (CasenessEventKind kind);

/** caseness_events_get_list: Returns: (transfer none): the codes of a list, owned by pathways. */
const CasenessSpans *caseness_events_get_list (const CasenessEvents *events, CasenessPathwayList list);

/** caseness_events_get_code: Returns: code @i of a list, a number of the dictionary. */
guint32 caseness_events_get_code (const CasenessSpans *list, guint i);

/** caseness_events_get_contact: fills @contact with appointment @i. */
void caseness_events_get_contact (const CasenessEvents *events, guint i, CasenessContact *contact);

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
