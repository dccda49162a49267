/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-variable.h"

G_BEGIN_DECLS

/** CasenessPopulationGroup: how many live in an area, by the words of the local population list. */
typedef struct
{
  char *name;
  double population;
  double prevalence; /* percentage, NaN unknown */
} CasenessPopulationGroup;

/** caseness_population_list: Returns: (transfer full) (element-type CasenessPopulationGroup): what the list has on
 *  @variable in @area (nullable: anywhere), else what its parts add up to. */
GPtrArray *caseness_population_list (const CasenessSnapshot *snapshot, const CasenessVariable *variable,
                                     const char *area);

/** caseness_population_list_crossed: the same for several variables at once, names joined by CASENESS_CROSSED. */
GPtrArray *caseness_population_list_crossed (const CasenessSnapshot *snapshot,
                                             const CasenessVariable *const *variables, guint n_variables,
                                             const char *area);

/** caseness_population_choose: marks the @labels that @name means: whole, else by the second part, else by the first.
 *  Returns: whether there are any. */
gboolean caseness_population_choose (const GPtrArray *labels, const char *name, gboolean *is_chosen);

/** caseness_population_find_parts: Returns: (transfer none) (nullable): the variable whose groups are the parts of those
 *  of @variable. */
const CasenessVariable *caseness_population_find_parts (const CasenessVariable *variable);

/** caseness_population_find_sums: Returns: (transfer none) (nullable): the variable of whose groups those of @variable are
 *  the parts. */
const CasenessVariable *caseness_population_find_sums (const CasenessVariable *variable);

/** caseness_population_find_sum: Returns: (transfer none) (nullable): the group of @sums that group @label is a part of. */
const char *caseness_population_find_sum (const CasenessVariable *sums, const char *label);

G_END_DECLS
