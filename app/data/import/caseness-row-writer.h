/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-deprivation.h"
#include "caseness-import-progress.h"
#include "caseness-row-columns.h"

G_BEGIN_DECLS

/** CasenessRowRun: where the rows of one submission stand in a stored table, from the first to the last. */
typedef struct
{
  gint64 first;
  gint64 last;
} CasenessRowRun;

/* No rows: it ends before it starts. */
#define CASENESS_NO_RUN ((CasenessRowRun){ 1, 0 })

/**
 * CasenessRowWriter:
 *
 * Puts the kept rows of tables into the store. Zero-fill it, set the first members, clear it at the end.
 */
typedef struct
{
  CasenessStore *store;             /* (unowned): inside a transaction */
  CasenessImportProgress *progress; /* (unowned) */
  const CasenessDeprivation *deprivation; /* (nullable) (unowned) */
  CasenessRowFacts facts;           /* births and deciles: of the submission being written */
  guint n_people;                   /* kept rows with a postcode, while there is a lookup */
  guint n_people_found;             /* those whose postcode is in it */
  guint n_referrals;                /* kept rows, likewise */
  guint n_referrals_found;          /* those of somebody who has a decile */
  double bytes_a_row;               /* for progress: set it for each submission or list */
  double bytes_ahead;
} CasenessRowWriter;

/**
 * caseness_row_writer_start_submission:
 * @writer: a writer
 * @submission: the submission whose tables come next; it must live until they are written
 *
 * Learns the birth dates from which ages at referral are worked out, and the deciles of deprivation.
 */
void caseness_row_writer_start_submission (CasenessRowWriter *writer, const CasenessSubmission *submission);

/**
 * caseness_row_writer_put:
 * @writer: a writer
 * @table: the table, which stays as it is
 * @owner: submission_id, or list_id of a local list
 * @stored: (out): where the rows stand, when it is a table of a submission
 * @error: return location
 *
 * Returns: whether all rows that are not rejected were stored.
 */
gboolean caseness_row_writer_put (CasenessRowWriter *writer, const CasenessSubmissionTable *table, gint64 owner,
                                  CasenessRowRun *stored, GError **error);

/** caseness_row_writer_clear: frees what it holds. */
void caseness_row_writer_clear (CasenessRowWriter *writer);

G_END_DECLS
