/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-compare-extract.h"
#include "caseness-doubt-check.h"
#include "caseness-national.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * What the National page asks: three questions, since the last two take their time. Each is answered in a thread.
 */

/** CasenessNationalQuery: what is asked. What a question does not need may be NULL or 0. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessPeriod period;
  gint64 publication_id; /* see caseness_national_new() */
  char *store_path;      /* of the rules in doubt and of an extract */
  char *extract;         /* folder, archive or database of an extract */
} CasenessNationalQuery;

/** caseness_national_query_copy: Returns: (transfer full): a copy with references of its own. */
CasenessNationalQuery *caseness_national_query_copy (const CasenessNationalQuery *query);

/** caseness_national_query_free: frees the query. */
void caseness_national_query_free (CasenessNationalQuery *query);

/** caseness_national_answer: answers with a CasenessNational. */
gpointer caseness_national_answer (gconstpointer query, GCancellable *cancellable);

/** CasenessNationalDoubts: the rules in doubt, and of what. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessPeriod period;
  GPtrArray *checks; /* (nullable) (element-type CasenessDoubtCheck) */
  GError *error;     /* (nullable): why there are none */
} CasenessNationalDoubts;

/** caseness_national_answer_doubts: answers with a CasenessNationalDoubts. */
gpointer caseness_national_answer_doubts (gconstpointer query, GCancellable *cancellable);

/** caseness_national_doubts_free: frees it. */
void caseness_national_doubts_free (CasenessNationalDoubts *doubts);

/** CasenessNationalExtract: an extract compared. */
typedef struct
{
  CasenessDifferences *differences; /* (nullable) */
  GError *error;                    /* (nullable): why there are none */
  char *publication;                /* (nullable): the file, where it is published figures in an archive instead */
} CasenessNationalExtract;

/** caseness_national_answer_extract: answers with a CasenessNationalExtract. */
gpointer caseness_national_answer_extract (gconstpointer query, GCancellable *cancellable);

/** caseness_national_extract_free: frees it. */
void caseness_national_extract_free (CasenessNationalExtract *extract);

G_END_DECLS
