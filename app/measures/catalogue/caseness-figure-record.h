/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-journal.h"
#include "caseness-series.h"

G_BEGIN_DECLS

/*
 * What people recorded of figures in the journal of a service file: notes on a day, step changes with their reason,
 * plans by month, how charts are to be drawn, and which measures they want to see first. Each kind has its row here: the
 * word, the subject and what the body holds.
 */

#define CASENESS_RECORD_ANNOTATION "annotation"       /* subject `M192/2025-04-01/1`; measure, start, end, text */
#define CASENESS_RECORD_STEP_CHANGE "step-change"     /* subject `M192/2025-04-01`; measure, start, text */
#define CASENESS_RECORD_PLAN "plan"                   /* subject `M031`; a number under each `2025-04` */
#define CASENESS_RECORD_CHART_OPTIONS "chart-options" /* subject `all`; screens, baseline, method */
#define CASENESS_RECORD_OVERVIEW "overview-row"       /* subject `contract/M192`; shown */
#define CASENESS_RECORD_PIN "pin"                     /* subject `M192`: shown first for every audience */
#define CASENESS_RECORD_COMMENTARY "commentary"       /* subject `contract/waits/2025-06-30`; text */

/** CASENESS_RECORD_EVERY: stands for all measures. */
#define CASENESS_RECORD_EVERY "all"

/** CasenessFigureNote: a note on a figure, or a step change of it. Texts are the journal's. */
typedef struct
{
  const char *subject;
  const char *measure;    /* (transfer none): an id, or CASENESS_RECORD_EVERY; interned */
  CasenessPeriod period;  /* what it is about */
  char *text;             /* owned */
  const char *written_by;
  const char *written_at;
  gint64 action_id;       /* to undo */
} CasenessFigureNote;

/**
 * caseness_figure_notes_list:
 * @journal: (nullable): a journal
 * @kind: CASENESS_RECORD_ANNOTATION or CASENESS_RECORD_STEP_CHANGE
 * @measure: (nullable): an id: those of it and those of every measure; NULL for all there are
 *
 * Returns: (transfer full) (element-type CasenessFigureNote): the notes in order of time; they borrow of @journal.
 */
GArray *caseness_figure_notes_list (CasenessJournal *journal, const char *kind, const char *measure);

/**
 * caseness_figure_note_dup_subject:
 *
 * Returns: (transfer full): a subject for a new note that no other has.
 */
char *caseness_figure_note_dup_subject (CasenessJournal *journal, const char *kind, const char *measure,
                                        CasenessDate start);

/** caseness_figure_note_dup_body: Returns: (transfer full): what the journal is to hold of a note. */
char *caseness_figure_note_dup_body (const char *measure, const CasenessPeriod *period, const char *text);

/** caseness_plan_get: Returns: what is planned of @measure over the whole months of @period, NaN when any has no plan. */
double caseness_plan_get (CasenessJournal *journal, const char *measure, const CasenessPeriod *period);

/**
 * caseness_plan_dup_body:
 * @months: (array length=n): any day of each month
 * @values: (array length=n): what is planned, NaN for none
 *
 * Returns: (transfer full) (nullable): what the journal is to hold of a plan; NULL when nothing is planned.
 */
char *caseness_plan_dup_body (const CasenessDate *months, const double *values, guint n);

/** CasenessChartOptions: how charts over time are drawn in this service file. */
typedef struct
{
  gboolean screens_ranges; /* FALSE: match the NHS Excel tool */
  guint baseline;          /* limits from so many first points; 0 from all */
  CasenessSeriesMethod method;
} CasenessChartOptions;

/** caseness_chart_options_read: what @journal (nullable) says, or the ordinary choice: screened, twelve points, XmR. */
void caseness_chart_options_read (CasenessJournal *journal, CasenessChartOptions *options);

/** caseness_chart_options_dup_body: Returns: (transfer full): what the journal is to hold of @options. */
char *caseness_chart_options_dup_body (const CasenessChartOptions *options);

/**
 * caseness_figure_record_series:
 * @journal: (nullable): what people recorded
 * @answer: figures for each point, in order of time
 * @measure: which measure of @answer
 * @snapshot: what they were worked out from
 *
 * Returns: (transfer full): the series of a measure as people decided it: with their step changes, plan and options.
 */
CasenessSeries *caseness_figure_record_series (CasenessJournal *journal, const CasenessAnswer *answer, guint measure,
                                               CasenessSnapshot *snapshot);

G_END_DECLS
