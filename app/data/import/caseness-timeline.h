/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"
#include "caseness-store.h"

G_BEGIN_DECLS

/** CasenessTimelineKind: what the submission of a month that counts is; a later one replaces an earlier one. */
typedef enum
{
  CASENESS_TIMELINE_GAP,          /* none is held, though months before and after are */
  CASENESS_TIMELINE_PRIMARY,      /* the first of its month */
  CASENESS_TIMELINE_REFRESH,      /* the second */
  CASENESS_TIMELINE_RESUBMISSION, /* the third or a later one */
} CasenessTimelineKind;

/** CasenessTimelineTable: the rows of one table of a month, now and in the submission that was replaced. */
typedef struct
{
  char *table;
  gint64 rows;
  gint64 rows_before;  /* 0 when nothing was replaced */
  gboolean has_shrunk; /* to half or less, where there were at least ten: worth a look */
} CasenessTimelineTable;

/** CasenessTimelineMonth: what is held for one provider and month. */
typedef struct
{
  char *provider;
  CasenessDate start;
  CasenessDate end;
  CasenessTimelineKind kind;
  guint n_submissions; /* held for this month; more than one overlap, and the last counts */
  gint64 import_id;    /* of what counts; 0 for a gap */
  char *created;       /* (nullable): of what counts, YYYY-MM-DD HH:MM:SS */
  char *imported_at;   /* (nullable) */
  gboolean has_before; /* something was replaced */
  GPtrArray *tables;   /* (element-type CasenessTimelineTable): by name, those of either submission */
} CasenessTimelineMonth;

/** caseness_timeline_month_free: frees a month and its tables. */
void caseness_timeline_month_free (CasenessTimelineMonth *month);

/** caseness_timeline_kind_get_label: Returns: (transfer none): the kind in the user's language. */
const char *caseness_timeline_kind_get_label (CasenessTimelineKind kind);

/**
 * caseness_timeline_list:
 * @store: a store
 * @error: return location
 *
 * Tells what is held: for each provider every month from its first to its last, gaps too. Imports that were taken back
 * are left out.
 *
 * Returns: (transfer full) (nullable) (element-type CasenessTimelineMonth): by provider, then month.
 */
GPtrArray *caseness_timeline_list (CasenessStore *store, GError **error);

/**
 * caseness_timeline_describe:
 * @timeline: (element-type CasenessTimelineMonth): what caseness_timeline_list() told
 * @import_id: an import
 *
 * Says what is worth a look after that import: tables that shrank to half or less, and months that are missing between
 * those of its providers.
 *
 * Returns: (transfer full) (element-type utf8): sentences.
 */
GPtrArray *caseness_timeline_describe (GPtrArray *timeline, gint64 import_id);

/**
 * caseness_timeline_describe_replaced:
 * @timeline: (element-type CasenessTimelineMonth): what caseness_timeline_list() told
 * @import_id: an import
 *
 * Says of each month that import replaced how many rows are kept now and were before, and in which tables that differs.
 *
 * Returns: (transfer full) (element-type utf8): sentences.
 */
GPtrArray *caseness_timeline_describe_replaced (GPtrArray *timeline, gint64 import_id);

G_END_DECLS
