/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-events.h"
#include "caseness-finding-row.h"
#include "caseness-local.h"
#include "caseness-memo.h"
#include "caseness-pathway.h"
#include "caseness-records.h"

#include "caseness-published.h"
#include "caseness-store.h"

G_BEGIN_DECLS

/**
 * CasenessSnapshot:
 *
 * Everything the views need of one service file at one moment: an immutable, reference-counted struct of arrays, one
 * pathway per referral. Safe to share between threads.
 */
typedef struct _CasenessSnapshot CasenessSnapshot;
typedef struct _CasenessStandards CasenessStandards; /* caseness-standards.h */

/**
 * caseness_snapshot_load:
 * @store: a store
 * @cancellable: (nullable)
 * @error: return location
 *
 * Reads the rows that count now, merges the months (rulings 26 to 31) and derives the pathways (derivations, all
 * sections, default switches); or takes what @store keeps from the last time, when that was made of the same rows by the
 * same program and is undamaged. What was derived is kept where @store can be written.
 *
 * Returns: (transfer full) (nullable): the snapshot, or NULL with @error set.
 */
CasenessSnapshot *caseness_snapshot_load (CasenessStore *store, GCancellable *cancellable, GError **error);

/**
 * caseness_snapshot_load_with:
 * @store: a store
 * @switches: decisions (derivations, section 10)
 * @cancellable: (nullable)
 * @error: return location
 *
 * As caseness_snapshot_load(), under other decisions, which are never kept.
 *
 * Returns: (transfer full) (nullable): the snapshot, or NULL with @error set.
 */
CasenessSnapshot *caseness_snapshot_load_with (CasenessStore *store, const CasenessSwitches *switches,
                                               GCancellable *cancellable, GError **error);

/**
 * caseness_snapshot_new:
 * @records: (transfer full): the rows of all months
 * @local: (transfer full): the local lists, numbered by the dictionary of @records
 * @switches: decisions
 *
 * Derives the pathways of rows that are already in memory.
 *
 * Returns: (transfer full): the snapshot; it has no service name and names no sources.
 */
CasenessSnapshot *caseness_snapshot_new (CasenessRecords *records, CasenessLocal *local,
                                         const CasenessSwitches *switches);

/** caseness_snapshot_take_findings: adds to a new @snapshot, not shared yet, what importing it said (transfer full). */
void caseness_snapshot_take_findings (CasenessSnapshot *snapshot, CasenessFindings *findings);

/** caseness_snapshot_get_findings: Returns: (transfer none): what importing said of its rows. */
const CasenessFindings *caseness_snapshot_get_findings (const CasenessSnapshot *snapshot);

/** caseness_snapshot_take_published: adds to a new @snapshot, not shared yet, what was published (transfer full). */
void caseness_snapshot_take_published (CasenessSnapshot *snapshot, CasenessPublishedList *published);

/**
 * caseness_snapshot_get_published:
 *
 * Returns: (transfer none): the figures of loaded publications that bear on the service: England's, its providers', and
 *   those of the areas it lies in; those of the publication loaded last first.
 */
const CasenessPublishedList *caseness_snapshot_get_published (const CasenessSnapshot *snapshot);

/** caseness_snapshot_get_standards: Returns: (transfer none): what figures are held to, as the service file has it. */
const CasenessStandards *caseness_snapshot_get_standards (const CasenessSnapshot *snapshot);

/** caseness_snapshot_with_standards: Returns: (transfer full): the same snapshot, which it shares, held to @standards. */
CasenessSnapshot *caseness_snapshot_with_standards (CasenessSnapshot *snapshot, CasenessStandards *standards);

/** caseness_snapshot_ref: Returns: (transfer full): @snapshot with one more reference. */
CasenessSnapshot *caseness_snapshot_ref (CasenessSnapshot *snapshot);

/** caseness_snapshot_unref: drops a reference. */
void caseness_snapshot_unref (CasenessSnapshot *snapshot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessSnapshot, caseness_snapshot_unref)

/** caseness_snapshot_get_n_pathways: how many pathways there are. */
guint caseness_snapshot_get_n_pathways (const CasenessSnapshot *snapshot);

/** CasenessMemoKind: what is kept apart, so that what is asked for once a period does not push out the rest. */
typedef enum
{
  CASENESS_MEMO_PARTS,      /* parts of conditions that hold whatever the period */
  CASENESS_MEMO_CONDITIONS, /* whole conditions in a period */
  CASENESS_N_MEMOS
} CasenessMemoKind;

/** caseness_snapshot_get_memo: Returns: (transfer none): what was worked out from @snapshot and is kept for next time. */
CasenessMemo *caseness_snapshot_get_memo (const CasenessSnapshot *snapshot, CasenessMemoKind kind);

/** CasenessRoomKind: what memory of a snapshot is for. */
typedef enum
{
  CASENESS_ROOM_COLUMNS, /* of pathways */
  CASENESS_ROOM_TEXTS,   /* the dictionary */
  CASENESS_ROOM_EVENTS,  /* appointments, sessions, logs, answers, employment and lists of codes */
  CASENESS_ROOM_LISTS,   /* local lists and findings */
  CASENESS_N_ROOM_KINDS
} CasenessRoomKind;

/** CasenessRoomPart: how many bytes of memory one part of a snapshot takes. */
typedef struct
{
  CasenessRoomKind kind;
  const char *name;
  const char *member; /* (nullable): which of its columns */
  gsize n_bytes;
} CasenessRoomPart;

/** caseness_snapshot_list_room: Returns: (transfer full) (element-type CasenessRoomPart): the memory that @snapshot
 *  takes, part by part; what is kept for next time (caseness_snapshot_get_memo()) is none of it. */
GArray *caseness_snapshot_list_room (const CasenessSnapshot *snapshot);

/** caseness_snapshot_get_service_name: Returns: (transfer none): the name that heads pages and reports, maybe empty. */
const char *caseness_snapshot_get_service_name (const CasenessSnapshot *snapshot);

/**
 * caseness_snapshot_get_latest_period_end:
 *
 * Returns: the last day of the latest month submitted by any provider, CASENESS_DATE_NONE without submissions.
 */
CasenessDate caseness_snapshot_get_latest_period_end (const CasenessSnapshot *snapshot);

/** caseness_snapshot_get_earliest_period_start: first day of the earliest month submitted, or CASENESS_DATE_NONE. */
CasenessDate caseness_snapshot_get_earliest_period_start (const CasenessSnapshot *snapshot);

/** caseness_snapshot_get_n_sources: how many submissions and lists the figures stand on. */
guint caseness_snapshot_get_n_sources (const CasenessSnapshot *snapshot);

/**
 * caseness_snapshot_describe_sources:
 *
 * Returns: (transfer none): one line for the foot of pages and reports, in the user's language: submissions to which
 *   month, which lists loaded when, receipt numbers.
 */
const char *caseness_snapshot_describe_sources (const CasenessSnapshot *snapshot);

/*
 * Pathways are numbered from 0 by provider, then service request id, then local patient id.
 */

/** caseness_snapshot_get_date: Returns: a day of pathway @index, or CASENESS_DATE_NONE. */
CasenessDate caseness_snapshot_get_date (const CasenessSnapshot *snapshot, guint index, CasenessPathwayDate which);

/** caseness_snapshot_get_number: Returns: what stands for a text of pathway @index in the dictionary. */
guint32 caseness_snapshot_get_number (const CasenessSnapshot *snapshot, guint index, CasenessPathwayText which);

/** caseness_snapshot_get_text: Returns: (transfer none): a text of pathway @index, maybe empty. */
const char *caseness_snapshot_get_text (const CasenessSnapshot *snapshot, guint index, CasenessPathwayText which);

/** caseness_snapshot_get_count: Returns: a number of pathway @index. */
int caseness_snapshot_get_count (const CasenessSnapshot *snapshot, guint index, CasenessPathwayCount which);

/** caseness_snapshot_get_flags: Returns: CasenessPathwayFlags and CasenessOutcomeFlags of pathway @index. */
guint caseness_snapshot_get_flags (const CasenessSnapshot *snapshot, guint index);

/** caseness_snapshot_get_scores: Returns: first and last score of one tool (caseness_tool_get_all()). */
CasenessScorePair caseness_snapshot_get_scores (const CasenessSnapshot *snapshot, guint index, guint tool);

/** caseness_snapshot_get_anxiety: Returns: the anxiety measure that pathway @index is judged by, and its scores. */
CasenessAnxiety caseness_snapshot_get_anxiety (const CasenessSnapshot *snapshot, guint index);

/** caseness_snapshot_read: fills @pathway with all that is known of pathway @index. */
void caseness_snapshot_read (const CasenessSnapshot *snapshot, guint index, CasenessPathway *pathway);

/*
 * Whole columns, for counting over everybody; one cell per pathway.
 */

/** caseness_snapshot_peek_dates: Returns: (transfer none): the column of a day. */
const CasenessPacked *caseness_snapshot_peek_dates (const CasenessSnapshot *snapshot, CasenessPathwayDate which);

/** caseness_snapshot_peek_texts: Returns: (transfer none): the column of a text, as dictionary numbers. */
const CasenessPacked *caseness_snapshot_peek_texts (const CasenessSnapshot *snapshot, CasenessPathwayText which);

/** caseness_snapshot_peek_counts: Returns: (transfer none): the column of a number. */
const CasenessPacked *caseness_snapshot_peek_counts (const CasenessSnapshot *snapshot, CasenessPathwayCount which);

/** caseness_snapshot_peek_flags: Returns: (transfer none): the column of flags. */
const CasenessPacked *caseness_snapshot_peek_flags (const CasenessSnapshot *snapshot);

/** caseness_snapshot_peek_first_scores: Returns: (transfer none): the column of first scores of a tool. */
const CasenessPacked *caseness_snapshot_peek_first_scores (const CasenessSnapshot *snapshot, guint tool);

/** caseness_snapshot_peek_last_scores: Returns: (transfer none): the column of last scores of a tool. */
const CasenessPacked *caseness_snapshot_peek_last_scores (const CasenessSnapshot *snapshot, guint tool);

/** caseness_snapshot_peek_anxiety: Returns: (transfer none): the first or last scores that pathways are judged by. */
const CasenessPacked *caseness_snapshot_peek_anxiety (const CasenessSnapshot *snapshot, gboolean is_last);

/** caseness_snapshot_get_dictionary: Returns: (transfer none): what the numbers of texts stand for. */
const CasenessDictionary *caseness_snapshot_get_dictionary (const CasenessSnapshot *snapshot);

/*
 * What hangs from a pathway.
 */

/** caseness_snapshot_get_n_treatments: how many treatment sessions there were on pathway @index. */
guint caseness_snapshot_get_n_treatments (const CasenessSnapshot *snapshot, guint index);

/** caseness_snapshot_get_treatment: Returns: one of them, in order. */
CasenessTreatment caseness_snapshot_get_treatment (const CasenessSnapshot *snapshot, guint index, guint which);

/**
 * caseness_snapshot_list_scores:
 * @snapshot: a snapshot
 * @index: a pathway
 * @scores: (element-type CasenessScoreEvent): emptied, then filled
 *
 * Lists all scores given on pathway @index, by day and tool; of one day and tool the pathway's first score comes first,
 * its last one last, and between them the higher before the lower.
 */
void caseness_snapshot_list_scores (const CasenessSnapshot *snapshot, guint index, GArray *scores);

/** caseness_snapshot_get_events: Returns: (transfer none): appointments, logs, employment and lists of codes. */
const CasenessEvents *caseness_snapshot_get_events (const CasenessSnapshot *snapshot);

/** caseness_snapshot_get_n_waiting: how many waiting list rows name the referral of pathway @index. */
guint caseness_snapshot_get_n_waiting (const CasenessSnapshot *snapshot, guint index);

/** caseness_snapshot_get_waiting: Returns: one of them, in the order of the list; its key is empty. */
CasenessWaitingRow caseness_snapshot_get_waiting (const CasenessSnapshot *snapshot, guint index, guint which);

/** caseness_snapshot_get_n_appointments: how many booked appointments there are for pathway @index. */
guint caseness_snapshot_get_n_appointments (const CasenessSnapshot *snapshot, guint index);

/** caseness_snapshot_get_appointment: Returns: one of them, in the order of the list; its key is empty. */
CasenessAppointmentRow caseness_snapshot_get_appointment (const CasenessSnapshot *snapshot, guint index, guint which);

/** caseness_snapshot_get_population: Returns: (transfer none) (array length=n): the groups of the local population. */
const CasenessPopulationRow *caseness_snapshot_get_population (const CasenessSnapshot *snapshot, guint *n);

/** caseness_snapshot_get_staff: Returns: (transfer none) (array length=n): the rows of the staff list. */
const CasenessStaffRow *caseness_snapshot_get_staff (const CasenessSnapshot *snapshot, guint *n);

/**
 * caseness_snapshot_find_staff:
 * @snapshot: a snapshot
 * @provider: dictionary number of a provider code
 * @staff: dictionary number of a CarePersLocalId
 *
 * Returns: (transfer none) (nullable): the staff list's row.
 */
const CasenessStaffRow *caseness_snapshot_find_staff (const CasenessSnapshot *snapshot, guint32 provider,
                                                      guint32 staff);

/** caseness_snapshot_get_staff_numbers: Returns: (transfer none): what stands for staff: see caseness-staff-numbers.h. */
GHashTable *caseness_snapshot_get_staff_numbers (const CasenessSnapshot *snapshot);

G_END_DECLS
