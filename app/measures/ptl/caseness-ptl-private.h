/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-ptl.h"

G_BEGIN_DECLS

/* What the files of the waiting list share. */

/** CASENESS_NO_STANDARD: a wait that nothing is promised about. */
#define CASENESS_NO_STANDARD (-1)

#define CASENESS_GROUP_ALL "All"
#define CASENESS_GROUP_AGREED "Agreed date"
#define CASENESS_GROUP_UNDATED "No appointment date"
#define CASENESS_GROUP_NOT_RECORDED "Not recorded"
#define CASENESS_GROUP_NO_PRIORITY "None"

/**
 * caseness_stage_get_standard_for:
 * @stage: a stage
 * @priority: priority words with `;` between them, maybe empty
 *
 * Returns: the standard in days for somebody of that priority, or CASENESS_NO_STANDARD (rulings 70).
 */
int caseness_stage_get_standard_for (CasenessStage stage, const char *priority);

/** CasenessPtlWeeks: how the weeks of a grid are laid out. */
typedef struct
{
  gboolean has_standard;
  guint n_before;   /* columns up to the breach date; 0 without a standard */
  guint n_after;    /* single weeks past it, or waited */
  gboolean is_open; /* one more column for whoever is further on */
} CasenessPtlWeeks;

/**
 * caseness_ptl_weeks_init:
 * @weeks: (out caller-allocates): the layout
 * @standard: days, or CASENESS_NO_STANDARD
 * @furthest: days past the breach date (without a standard: waited) of the person furthest on
 *
 * First column for the whole standard; past it single weeks for the longest wait, never fewer than 4 nor more than 26
 * (rulings 71 and 72).
 */
void caseness_ptl_weeks_init (CasenessPtlWeeks *weeks, int standard, int furthest);

/**
 * caseness_ptl_weeks_place:
 * @weeks: a layout
 * @wait: days
 * @standard: the person's own standard
 *
 * Returns: the column the person stands in.
 */
guint caseness_ptl_weeks_place (const CasenessPtlWeeks *weeks, int wait, int standard);

/** caseness_ptl_weeks_get_n_columns: how many columns there are. */
guint caseness_ptl_weeks_get_n_columns (const CasenessPtlWeeks *weeks);

/** caseness_ptl_weeks_describe: fills @column with labels and bounds; free the labels with g_free(). */
void caseness_ptl_weeks_describe (const CasenessPtlWeeks *weeks, guint index, CasenessPtlColumn *column);

/** CasenessPtlWait: somebody in a queue. */
typedef struct
{
  CasenessDate clock_start;
  gboolean is_listed;
  gboolean is_booked;
  CasenessWaitingRow listed;          /* the waiting list's row for the stage, of zeroes without one */
  CasenessAppointmentRow appointment; /* the appointment agreed, of zeroes without one */
} CasenessPtlWait;

/**
 * caseness_ptl_find_wait:
 * @snapshot: a snapshot
 * @index: a pathway
 * @stage: a stage
 * @as_at: a day
 * @wait: (out caller-allocates): filled when the person waits
 *
 * Returns: whether the person waits for that stage on that day (local lists, "How a stage of waiting is decided").
 */
gboolean caseness_ptl_find_wait (const CasenessSnapshot *snapshot, guint index, CasenessStage stage,
                                 CasenessDate as_at, CasenessPtlWait *wait);

/**
 * caseness_ptl_label:
 * @snapshot: a snapshot
 * @as_at: a day
 * @wait: what was found
 * @person: its pathway is set; its groups are filled
 *
 * Says under which label of each split the person falls (rulings 73 and 92).
 */
void caseness_ptl_label (const CasenessSnapshot *snapshot, CasenessDate as_at, const CasenessPtlWait *wait,
                         CasenessPtlPerson *person);

/** caseness_ptl_name_person: sets a person's pathway and the texts that say who it is. */
void caseness_ptl_name_person (const CasenessSnapshot *snapshot, guint index, CasenessPtlPerson *person);

/** caseness_ptl_wants: whether the list's filter lets a person through who has names and labels. */
gboolean caseness_ptl_wants (const CasenessPtl *ptl, const CasenessPtlPerson *person);

/** caseness_queue_has_left: whether somebody has been given by @as_at what the queue waits for. */
gboolean caseness_queue_has_left (const CasenessSnapshot *snapshot, guint index, CasenessStage stage,
                                  CasenessDate as_at);

/** caseness_ptl_compare_labels: orders row labels as text, with `Not recorded` and `None` last. */
int caseness_ptl_compare_labels (const char *a, const char *b);

G_END_DECLS
