/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-report-kind.h"

G_BEGIN_DECLS

/** CASENESS_RECORD_REPORT_SET: the journal's kind of a report set; its subject is the name of the set. */
#define CASENESS_RECORD_REPORT_SET "report-set"

/** CASENESS_REPORT_SET_AS_MADE: each report on paper that lies as it reads best. */
#define CASENESS_REPORT_SET_AS_MADE (-1)

/** CasenessReportSet: reports that are made together: which, of whom, and for whom. */
typedef struct
{
  char *name;
  GStrv kinds;               /* names of CasenessReportKind */
  CasenessFilter *filter;    /* never NULL */
  gboolean is_for_inside;    /* the audience is the service itself: people are named, small numbers told */
  int paper;                 /* CasenessReportPaper for all of them, or CASENESS_REPORT_SET_AS_MADE */
  CasenessPeriodKind period; /* how long: a month, a quarter … ending with the latest month loaded */
} CasenessReportSet;

/** caseness_report_set_free: frees a set. */
void caseness_report_set_free (CasenessReportSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessReportSet, caseness_report_set_free)

/** caseness_report_set_list: Returns: (transfer full) (element-type CasenessReportSet): the sets in @journal. */
GPtrArray *caseness_report_set_list (CasenessJournal *journal);

/** caseness_report_set_find: Returns: (transfer full) (nullable): the set of that name. */
CasenessReportSet *caseness_report_set_find (CasenessJournal *journal, const char *name);

/** caseness_report_set_dup_body: Returns: (transfer full): what the journal is to hold of @set. */
char *caseness_report_set_dup_body (const CasenessReportSet *set);

/** caseness_report_set_get_length: Returns: (transfer none) (nullable): how long, in words: "The latest quarter". */
const char *caseness_report_set_get_length (CasenessPeriodKind period);

/**
 * caseness_report_set_dup_words:
 * @set: a set
 * @hides_names: meeting mode: the filter names nobody
 *
 * Returns: (transfer full): what a set holds: the reports, how long, the filter and for whom.
 */
char *caseness_report_set_dup_words (const CasenessReportSet *set, gboolean hides_names);

/** CasenessReportSetProgress: called before each report: how many are done, of how many, and what comes. */
typedef void (*CasenessReportSetProgress) (guint done, guint all, const char *title, gpointer user_data);

/**
 * caseness_report_set_save:
 * @set: a set
 * @snapshot: a snapshot
 * @request: (nullable): the period and day; NULL for the set's own length, ending with the latest month loaded
 * @journal: (nullable): what people recorded
 * @folder: where to, made when missing; each report has a name of its own
 * @progress: (nullable)
 * @user_data: closure
 * @cancellable: (nullable)
 * @error: return location: a kind that this version does not make, no month loaded, no room, cancelled
 *
 * Makes every report of @set as PDF.
 *
 * Returns: (transfer full) (nullable): the names of the files, or NULL with @error set.
 */
GStrv caseness_report_set_save (const CasenessReportSet *set, CasenessSnapshot *snapshot,
                                const CasenessReportRequest *request, CasenessJournal *journal, const char *folder,
                                CasenessReportSetProgress progress, gpointer user_data, GCancellable *cancellable,
                                GError **error);

G_END_DECLS
