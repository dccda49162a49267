/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_FILTER_BAR (caseness_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (CasenessFilterBar, caseness_filter_bar, CASENESS, FILTER_BAR, GtkWidget)

/**
 * CasenessFilterBar:
 *
 * A row of chips, one per dimension that is filtered, each with a way out, and a button that adds one: first the
 * dimension, then its values with a search. It knows dimensions and values only by the numbers and words it was given
 * and changes nothing itself.
 *
 * Signals:
 * - `values-wanted` (int dimension): somebody looks for the values of a dimension that was offered without them
 * - `changed` (int dimension, GStrv values): people want these values there, none for any
 */

/** caseness_filter_bar_new: Returns: (transfer full): a bar that offers nothing yet. */
GtkWidget *caseness_filter_bar_new (void);

/**
 * caseness_filter_bar_offer:
 * @self: a bar
 * @dimension: number of a dimension
 * @name: what it is called, in the user's language
 * @values: (array zero-terminated=1): what can be chosen
 * @labels: (nullable) (array zero-terminated=1): what each value is called, @values when NULL
 *
 * Offers a dimension, or renews its values. Dimensions stand in the order of their first offering.
 */
void caseness_filter_bar_offer (CasenessFilterBar *self, int dimension, const char *name, const char *const *values,
                                const char *const *labels);

/**
 * caseness_filter_bar_offer_later:
 * @self: a bar
 * @dimension: number of a dimension
 * @name: what it is called, in the user's language
 *
 * Offers a dimension whose values are asked for, by `values-wanted`, when somebody looks for them. One that was offered
 * already keeps its place; its values are asked for again.
 */
void caseness_filter_bar_offer_later (CasenessFilterBar *self, int dimension, const char *name);

/**
 * caseness_filter_bar_show:
 * @self: a bar
 * @dimension: number of a dimension offered
 * @values: (nullable) (array zero-terminated=1): what is chosen there now
 */
void caseness_filter_bar_show (CasenessFilterBar *self, int dimension, const char *const *values);

/** caseness_filter_bar_popup: opens the choice of dimensions. */
void caseness_filter_bar_popup (CasenessFilterBar *self);

G_END_DECLS
