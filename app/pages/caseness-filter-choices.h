/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-filter-bar.h"
#include "caseness-filter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CasenessFilterChoices: what a page's filter can be set to, whatever it is set to now. */
typedef struct
{
  GStrv values[CASENESS_N_DIMENSIONS];
} CasenessFilterChoices;

/** caseness_filter_choices_init: lists what @snapshot holds of each dimension; to be called in a thread. */
void caseness_filter_choices_init (CasenessFilterChoices *choices, CasenessSnapshot *snapshot,
                                   GCancellable *cancellable);

/** caseness_filter_choices_clear: frees what @choices holds. */
void caseness_filter_choices_clear (CasenessFilterChoices *choices);

/** caseness_filter_choices_show: has @bar offer @choices and show @filter; clinicians are numbered where names are hidden. */
void caseness_filter_choices_show (const CasenessFilterChoices *choices, CasenessFilterBar *bar,
                                   const CasenessFilter *filter, gboolean hides_names);

G_END_DECLS
