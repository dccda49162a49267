/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-benchmark.h"
#include "caseness-csv-writer.h"
#include "caseness-figure-record.h"

G_BEGIN_DECLS

/** CasenessOverviewSet: for whom the standards are put together; what each set holds is in
 *  `resources/reference/overview.csv` and can be changed in the service file. */
typedef enum
{
  CASENESS_OVERVIEW_CONTRACT,
  CASENESS_OVERVIEW_CLINICAL,
  CASENESS_OVERVIEW_PTL,
  CASENESS_N_OVERVIEW_SETS
} CasenessOverviewSet;

/** caseness_overview_set_get_word: Returns: (transfer none): the word of a set in files: `contract`. */
const char *caseness_overview_set_get_word (CasenessOverviewSet set);

/** caseness_overview_set_get_name: Returns: (transfer none): a set for people: `Contract review`. */
const char *caseness_overview_set_get_name (CasenessOverviewSet set);

/** CasenessOverviewStandard: a measure as it stands in a set. */
typedef struct
{
  const CasenessMeasure *measure;
  const char *name;    /* short, for people */
  const char *cohort;  /* what it counts, maybe empty */
  const char *page;    /* the page that says more, maybe empty */
  gboolean is_pinned;  /* people asked to see it first */
  gboolean is_hidden;  /* people left it out */
} CasenessOverviewStandard;

/**
 * caseness_overview_list_standards:
 * @set: a set
 * @journal: (nullable): what people added, left out and pinned
 * @with_hidden: also what people left out
 *
 * Returns: (transfer full) (element-type CasenessOverviewStandard): what the set shows, pins first.
 */
GArray *caseness_overview_list_standards (CasenessOverviewSet set, CasenessJournal *journal, gboolean with_hidden);

/** caseness_overview_describe_measure: fills in the short name, cohort and page of any measure of the catalogue. */
void caseness_overview_describe_measure (const CasenessMeasure *measure, CasenessOverviewStandard *standard);

/** caseness_overview_dup_subject: Returns: (transfer full): the journal's subject for @measure in @set. */
char *caseness_overview_dup_subject (CasenessOverviewSet set, const char *measure);

/** caseness_overview_dup_body: Returns: (transfer full): what the journal is to hold: whether the measure is shown. */
char *caseness_overview_dup_body (gboolean is_shown);

/** CasenessOverviewRow: a standard with everything there is to say of it. */
typedef struct
{
  CasenessOverviewStandard standard;
  CasenessSeries *series;     /* owned */
  GArray *notes;              /* owned, CasenessFigureNote: on it or on every measure */
  gboolean has_england;
  CasenessBenchmark england;
  gboolean has_icb;
  CasenessBenchmark icb;
} CasenessOverviewRow;

/**
 * caseness_overview_row_fill:
 * @row: its standard is known
 * @journal: (nullable): what people recorded
 * @answer: figures at each point
 * @measure: which measure of @answer
 * @snapshot: what they were worked out from
 *
 * Fills in everything else; free the series and the notes.
 */
void caseness_overview_row_fill (CasenessOverviewRow *row, CasenessJournal *journal, const CasenessAnswer *answer,
                                 guint measure, CasenessSnapshot *snapshot);

/** CasenessOverview: a set of standards over time. Immutable and reference-counted. */
typedef struct
{
  CasenessSnapshot *snapshot; /* owned */
  CasenessFilter *filter;     /* owned, nullable */
  CasenessJournal *journal;   /* owned, nullable */
  CasenessOverviewSet set;
  CasenessSeriesStep step;
  CasenessPeriod span;        /* from the first point to the last */
  gboolean begins_late;       /* after the first months loaded, in which first contacts are not known to be first */
  GPtrArray *rows;            /* CasenessOverviewRow: what needs a conversation first */
} CasenessOverview;

/** CasenessOverviewOptions: what to put together. All of it is borrowed. */
typedef struct
{
  CasenessOverviewSet set;
  CasenessSeriesStep step;
  guint n_points;             /* 24 months, as a rule; fewer are shown of a service loaded for less long */
  CasenessDate last;          /* the last day that is looked at */
  const CasenessFilter *filter;  /* (nullable) */
  CasenessJournal *journal;      /* (nullable) */
  const CasenessMeasure *measure; /* (nullable): only this one, whether or not it is in the set */
} CasenessOverviewOptions;

/** caseness_overview_new: Returns: (transfer full) (nullable): the overview, or NULL with @error set. */
CasenessOverview *caseness_overview_new (CasenessSnapshot *snapshot, const CasenessOverviewOptions *options,
                                         GCancellable *cancellable, GError **error);

/** caseness_overview_dup_told: Returns: (transfer full): what people outside the service are told of @overview: as
 *  caseness_series_dup_told() of each standard. */
CasenessOverview *caseness_overview_dup_told (const CasenessOverview *overview);

/** caseness_overview_row_tell: makes of the series of @row what people outside the service are told of it. */
void caseness_overview_row_tell (CasenessOverviewRow *row);

/** caseness_overview_ref: Returns: (transfer full): @overview with one more reference. */
CasenessOverview *caseness_overview_ref (CasenessOverview *overview);

/** caseness_overview_unref: drops a reference. */
void caseness_overview_unref (CasenessOverview *overview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessOverview, caseness_overview_unref)

/** caseness_overview_find: Returns: (transfer none) (nullable): the row of a measure. */
const CasenessOverviewRow *caseness_overview_find (const CasenessOverview *overview, const CasenessMeasure *measure);

/**
 * caseness_overview_dup_message:
 *
 * Returns: (transfer full): what stands out, in words: how many got worse, how many better, how many targets are out of
 *   reach.
 */
char *caseness_overview_dup_message (const CasenessOverview *overview);

/** caseness_overview_dup_warning: Returns: (transfer full) (nullable): what to bear in mind of the first months loaded, NULL
 *  when none is shown. */
char *caseness_overview_dup_warning (const CasenessOverview *overview);

/** caseness_overview_dup_method: Returns: (transfer full): which months, which baseline, how limits were worked out. */
char *caseness_overview_dup_method (const CasenessOverview *overview);

/** caseness_overview_write_csv: appends the table with heading: a row a standard; for people outside the service when
 *  @suppresses: what caseness_overview_dup_told() tells, counts rounded. */
void caseness_overview_write_csv (CasenessCsvWriter *writer, const CasenessOverview *overview, gboolean suppresses);

/** caseness_overview_write_series_csv: appends every point of one standard with heading; @suppresses likewise. */
void caseness_overview_write_series_csv (CasenessCsvWriter *writer, const CasenessOverviewRow *row, gboolean suppresses);

G_END_DECLS
