/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-filter.h"
#include "caseness-snapshot.h"

G_BEGIN_DECLS

/** CasenessStage: what somebody is waiting for (local lists, "How a stage of waiting is decided"). */
typedef enum
{
  CASENESS_STAGE_FIRST_APPOINTMENT,
  CASENESS_STAGE_FIRST_TREATMENT,
  CASENESS_STAGE_SECOND_TREATMENT,
  CASENESS_STAGE_STEP_UP,
  CASENESS_STAGE_FOLLOW_UP,
  CASENESS_N_STAGES
} CasenessStage;

/** caseness_stage_get_name: Returns: (transfer none): `first appointment` and so on, as the waiting list writes it;
 *  marked for gettext. */
const char *caseness_stage_get_name (CasenessStage stage);

/** caseness_stage_parse: reads a stage; case does not matter and hyphens pass for blanks (rulings 74). */
gboolean caseness_stage_parse (const char *text, CasenessStage *stage);

/** caseness_stage_get_standard: Returns: the ordinary standard in days, or -1 for none (local lists). */
int caseness_stage_get_standard (CasenessStage stage);

/** CasenessPtlSplit: what the rows of the grid are. */
typedef enum
{
  CASENESS_PTL_SPLIT_ALL,
  CASENESS_PTL_SPLIT_APPOINTMENT,
  CASENESS_PTL_SPLIT_THERAPY,
  CASENESS_PTL_SPLIT_STEP,
  CASENESS_PTL_SPLIT_LOCALITY,
  CASENESS_PTL_SPLIT_TEAM,
  CASENESS_PTL_SPLIT_CLINICIAN,
  CASENESS_PTL_SPLIT_PRIORITY,
  CASENESS_N_PTL_SPLITS
} CasenessPtlSplit;

/** caseness_ptl_split_get_name: Returns: (transfer none): `appointment`, `therapy` …, as the command line says it. */
const char *caseness_ptl_split_get_name (CasenessPtlSplit split);

/** caseness_ptl_split_get_title: Returns: (transfer none): heading for people, marked for gettext: `Therapy`. */
const char *caseness_ptl_split_get_title (CasenessPtlSplit split);

/** caseness_ptl_split_parse: reads a split's name. */
gboolean caseness_ptl_split_parse (const char *text, CasenessPtlSplit *split);

/** CASENESS_STANDARD_OF_STAGE: each person is held to the standard of the stage, or of a perinatal priority. */
#define CASENESS_STANDARD_OF_STAGE (-1)

/** CasenessPtlPerson: one person waiting for one thing. Text belongs to the snapshot and is never NULL. */
typedef struct
{
  guint pathway;                  /* index into the snapshot */
  const char *service_request_id;
  const char *local_patient_id;
  const char *provider;
  CasenessDate clock_start;
  CasenessDate breach_date;       /* CASENESS_DATE_NONE where there is no standard */
  CasenessDate booked_date;       /* CASENESS_DATE_NONE where no appointment is agreed */
  int wait_days;                  /* to the booked date, else to the as-at day; may be negative (rulings 75) */
  int standard_days;              /* -1 where there is none */
  guint column;                   /* index of the grid column the person stands in */
  gboolean is_past;               /* wait_days > standard_days */
  const char *group[CASENESS_N_PTL_SPLITS]; /* the row label the person falls under in each split (rulings 73) */
} CasenessPtlPerson;

/** CasenessPtlColumn: one column of weeks. */
typedef struct
{
  char *label;        /* as the command line prints it: `6 to 5 weeks before` (rulings 71, 72) */
  char *short_label;  /* as a grid heads it: `6 to 5`, `over 26` */
  gboolean is_past;   /* past the breach date; always FALSE where there is no standard */
  guint from_week;    /* the larger number before breach, the smaller one past it */
  guint to_week;      /* G_MAXUINT for the open-ended last column */
} CasenessPtlColumn;

/** CasenessPtl: who waits for one stage on one day. Immutable, reference-counted. */
typedef struct _CasenessPtl CasenessPtl;

/**
 * caseness_ptl_new:
 * @snapshot: a snapshot
 * @stage: which queue
 * @as_at: the day asked about; contacts after it are ignored (rulings 67)
 * @standard_days: days, or CASENESS_STANDARD_OF_STAGE; a number overrides perinatal standards too (rulings 70)
 * @filter: (nullable): only these people; filters by the labels the grid uses
 *
 * Returns: (transfer full): the list, in waiting order: earliest clock start first, then service request id.
 */
CasenessPtl *caseness_ptl_new (CasenessSnapshot *snapshot, CasenessStage stage, CasenessDate as_at,
                               int standard_days, const CasenessFilter *filter);

/** caseness_ptl_ref: Returns: (transfer full): @ptl with one more reference. */
CasenessPtl *caseness_ptl_ref (CasenessPtl *ptl);

/** caseness_ptl_unref: drops a reference. */
void caseness_ptl_unref (CasenessPtl *ptl);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPtl, caseness_ptl_unref)

/** caseness_ptl_get_people: Returns: (transfer none) (array length=n_people): everybody waiting, in waiting order. */
const CasenessPtlPerson *caseness_ptl_get_people (const CasenessPtl *ptl, guint *n_people);

/** caseness_ptl_get_columns: Returns: (transfer none) (array length=n_columns): the weeks, left to right. */
const CasenessPtlColumn *caseness_ptl_get_columns (const CasenessPtl *ptl, guint *n_columns);

/** caseness_ptl_get_snapshot: Returns: (transfer none): what the list was made from. */
const CasenessSnapshot *caseness_ptl_get_snapshot (const CasenessPtl *ptl);

/** caseness_ptl_get_stage: which queue it is. */
CasenessStage caseness_ptl_get_stage (const CasenessPtl *ptl);

/** caseness_ptl_get_as_at: the day it stands on. */
CasenessDate caseness_ptl_get_as_at (const CasenessPtl *ptl);

/** caseness_ptl_get_standard: Returns: the ordinary standard in days that the columns stand on, or -1 for none. */
int caseness_ptl_get_standard (const CasenessPtl *ptl);

/** caseness_ptl_get_n_past: how many are past their breach date. */
guint caseness_ptl_get_n_past (const CasenessPtl *ptl);

/** caseness_ptl_get_longest_wait: Returns: days, or -1 when nobody waits. */
int caseness_ptl_get_longest_wait (const CasenessPtl *ptl);

/** CasenessPtlRow: one row of the grid. */
typedef struct
{
  char *label;      /* the group (rulings 73); untranslated */
  guint *counts;    /* one per column */
  guint total;
  guint n_past;     /* past the breach date */
  int longest_wait; /* days, -1 when the row is empty */
} CasenessPtlRow;

/** CasenessPtlGrid: the table of the IAPT Manual's Appendix E. */
typedef struct
{
  CasenessPtlSplit split;
  GPtrArray *rows;       /* (element-type CasenessPtlRow): sorted as text, `Not recorded` and `None` last */
  CasenessPtlRow *total; /* everybody */
  CasenessPtlRow *undated; /* of these, no appointment agreed */
} CasenessPtlGrid;

/**
 * caseness_ptl_count:
 * @ptl: a list
 * @split: what the rows are
 * @only_split: a second split whose group must be @only_group, for "by locality for one therapy";
 *   CASENESS_PTL_SPLIT_ALL for everybody
 * @only_group: (nullable): that group
 *
 * Returns: (transfer full): the grid; free with caseness_ptl_grid_free().
 */
CasenessPtlGrid *caseness_ptl_count (const CasenessPtl *ptl, CasenessPtlSplit split, CasenessPtlSplit only_split,
                                     const char *only_group);

/** caseness_ptl_grid_free: frees a grid. */
void caseness_ptl_grid_free (CasenessPtlGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPtlGrid, caseness_ptl_grid_free)

/**
 * caseness_ptl_list_groups:
 * @snapshot: a snapshot
 * @as_at: a day
 * @dimension: locality, team, therapy, step, clinician, priority, provider or commissioner
 *
 * The values a filter can be set to: the groups of everybody who waits for anything on that day.
 *
 * Returns: (transfer full) (array zero-terminated=1): labels in grid order.
 */
char **caseness_ptl_list_groups (CasenessSnapshot *snapshot, CasenessDate as_at, CasenessDimension dimension);

G_END_DECLS
