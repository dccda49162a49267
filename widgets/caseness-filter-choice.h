/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CasenessFilterChoice: one dimension of a filter bar: what it offers and what is chosen. */
typedef struct
{
  int dimension;
  char *name;
  GStrv values;
  GStrv labels; /* as long as @values */
  GStrv chosen;
  gboolean is_unlisted; /* values and labels have yet to be asked for, or asked for again */
} CasenessFilterChoice;

/** caseness_filter_choice_new: Returns: (transfer full): a dimension that offers nothing. */
CasenessFilterChoice *caseness_filter_choice_new (int dimension);

/** caseness_filter_choice_free: frees it. */
void caseness_filter_choice_free (CasenessFilterChoice *choice);

/** caseness_filter_choice_offer: renews name, values and labels; what is chosen stays. */
void caseness_filter_choice_offer (CasenessFilterChoice *choice, const char *name, const char *const *values,
                                   const char *const *labels);

/** caseness_filter_choice_offer_later: renews the name; values and labels are to be asked for. */
void caseness_filter_choice_offer_later (CasenessFilterChoice *choice, const char *name);

/** caseness_filter_choice_choose: takes over what is chosen. Returns: whether that is a change. */
gboolean caseness_filter_choice_choose (CasenessFilterChoice *choice, const char *const *values);

/** caseness_filter_choice_is_chosen: whether @value is chosen. */
gboolean caseness_filter_choice_is_chosen (const CasenessFilterChoice *choice, const char *value);

/** caseness_filter_choice_get_label: Returns: (transfer none): what @value is called. */
const char *caseness_filter_choice_get_label (const CasenessFilterChoice *choice, const char *value);

/** caseness_filter_choice_toggle: Returns: (transfer full): what is chosen with @value taken in or out. */
GStrv caseness_filter_choice_toggle (const CasenessFilterChoice *choice, const char *value);

/** caseness_filter_choice_describe: Returns: (transfer full): the words of the chip: `Team: North, South`. */
char *caseness_filter_choice_describe (const CasenessFilterChoice *choice);

G_END_DECLS
