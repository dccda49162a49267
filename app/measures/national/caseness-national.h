/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-benchmark.h"
#include "caseness-compare.h"
#include "caseness-identity.h"

G_BEGIN_DECLS

/** CASENESS_NATIONAL_ENGLAND: in place of a publication: what is known of England. */
#define CASENESS_NATIONAL_ENGLAND ((gint64) 0)

/** CASENESS_NATIONAL_BEST: in place of a publication: the loaded one that tells most of the period, else England. */
#define CASENESS_NATIONAL_BEST ((gint64) -1)

/** CasenessNationalChoice: a publication that has figures of the providers held. */
typedef struct
{
  gint64 publication_id;
  const char *file;
  CasenessPeriod period; /* first to last day of those figures */
} CasenessNationalChoice;

/** CasenessNationalEngland: a measure of ours beside England's. */
typedef struct
{
  const CasenessMeasure *measure;
  CasenessFigure ours;
  CasenessBenchmark england;
  double gap; /* ours less England's */
} CasenessNationalEngland;

/** CasenessIdentitySummary: an identity over the months of a period. */
typedef struct
{
  const char *words;
  const char *meaning;
  guint n_holds;
  guint n_months;
} CasenessIdentitySummary;

/** CasenessNational: how our figures stand to the national ones in a period. Immutable and reference-counted. */
typedef struct
{
  gatomicrefcount refs;
  CasenessSnapshot *snapshot;
  CasenessPeriod period;
  GArray *choices;                  /* CasenessNationalChoice, the one loaded last first */
  gint64 publication_id;            /* what is compared with */
  CasenessPublishedList *list;      /* (nullable): its figures, whose texts belong to @snapshot */
  CasenessComparisons *comparisons; /* (nullable): NULL when it is England */
  GArray *england;                  /* CasenessNationalEngland, in the order of the catalogue */
  GPtrArray *checked;               /* (element-type CasenessIdentity): by month */
  GArray *identities;               /* CasenessIdentitySummary: over the months */
} CasenessNational;

/**
 * caseness_national_new:
 * @snapshot: a snapshot
 * @period: the period
 * @publication_id: a loaded publication, CASENESS_NATIONAL_ENGLAND or CASENESS_NATIONAL_BEST
 * @cancellable: (nullable)
 *
 * Compares all that is held of the providers with what was published of them, by the periods of the publication that
 * lie in @period, or by all of them when none does; and checks the identities of derivations, section 12, month by month.
 *
 * Returns: (transfer full) (nullable): the comparison, NULL when cancelled.
 */
CasenessNational *caseness_national_new (CasenessSnapshot *snapshot, const CasenessPeriod *period, gint64 publication_id,
                                         GCancellable *cancellable);

/** caseness_national_ref: Returns: (transfer full): @national with one more reference. */
CasenessNational *caseness_national_ref (CasenessNational *national);

/** caseness_national_unref: drops a reference. */
void caseness_national_unref (CasenessNational *national);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessNational, caseness_national_unref)

/** caseness_national_find_choice: Returns: (transfer none) (nullable): what is compared with, NULL for England. */
const CasenessNationalChoice *caseness_national_find_choice (const CasenessNational *national);

/** caseness_national_is_headline: whether a measure is one of the few that are looked at first. */
gboolean caseness_national_is_headline (const char *measure_id);

/** CasenessNationalShare: how much agrees. */
typedef struct
{
  guint n_agree;  /* same, or within rounding */
  guint n_differ;
  guint n_higher; /* of those that differ: ours is the higher one */
} CasenessNationalShare;

/** caseness_national_count: counts the rows for everybody; @only_headlines: of the headline measures. */
CasenessNationalShare caseness_national_count (const CasenessNational *national, gboolean only_headlines);

/** caseness_national_write_england_csv: writes `measure_id,measure_name,ours,england,gap,period_start,period_end,source`;
 *  the period is England's. @suppresses: for people outside: ours as the publication would print it. */
void caseness_national_write_england_csv (CasenessCsvWriter *writer, const CasenessNational *national,
                                          gboolean suppresses);

G_END_DECLS
