/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-cycle.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CasenessCycleChoice: a drop-down of the groups of one variable, or of the measures; the first is none of them. */
typedef struct
{
  GtkDropDown *drop_down; /* borrowed */
  CasenessDimension dimension;
  GStrv values;           /* owned, nullable: what stands for each but the first; NULL-terminated */
} CasenessCycleChoice;

/** caseness_cycle_choice_fill_groups: offers the groups of @dimension there are in @snapshot, and @chosen (nullable). */
void caseness_cycle_choice_fill_groups (CasenessCycleChoice *choice, CasenessDimension dimension,
                                        CasenessSnapshot *snapshot, const CasenessPeriod *period, const char *chosen);

/** caseness_cycle_choice_fill_measures: offers the measures of the catalogue, to be searched; those of the overview have
 *  their short names. */
void caseness_cycle_choice_fill_measures (CasenessCycleChoice *choice, const char *chosen);

/** caseness_cycle_choice_get: Returns: (transfer none) (nullable): what is chosen. */
const char *caseness_cycle_choice_get (const CasenessCycleChoice *choice);

/** caseness_cycle_choice_clear: forgets what is offered. */
void caseness_cycle_choice_clear (CasenessCycleChoice *choice);

G_END_DECLS
