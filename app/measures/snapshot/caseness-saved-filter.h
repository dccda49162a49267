/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-filter.h"

#include "caseness-journal.h"

G_BEGIN_DECLS

/** CASENESS_SAVED_FILTER_KIND: the journal's entries that hold a filter under a name, their subject. */
#define CASENESS_SAVED_FILTER_KIND "saved-filter"

/** CasenessSavedFilter: a filter under a name. */
typedef struct
{
  char *name;
  CasenessFilter *filter;
} CasenessSavedFilter;

/** caseness_saved_filter_list: Returns: (transfer full) (element-type CasenessSavedFilter): all of them, by name. */
GPtrArray *caseness_saved_filter_list (CasenessJournal *journal);

/** caseness_saved_filter_find: Returns: (transfer full) (nullable): the filter of that name, in any spelling. */
CasenessFilter *caseness_saved_filter_find (CasenessJournal *journal, const char *name);

/** caseness_saved_filter_write: Returns: (transfer full): @filter as the body of an entry. */
char *caseness_saved_filter_write (const CasenessFilter *filter);

G_END_DECLS
