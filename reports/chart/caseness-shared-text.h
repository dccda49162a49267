/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-theme.h"

G_BEGIN_DECLS

/**
 * CasenessTextStore:
 *
 * While it exists, caseness_shared_text() shapes every line of its context once, however often it is asked for: a list
 * says the same few words on every row, and measures each before it draws it.
 */
typedef struct _CasenessTextStore CasenessTextStore;

/** caseness_text_store_new: Returns: (transfer full) (nullable): a store for @context, NULL when it has one. */
CasenessTextStore *caseness_text_store_new (PangoContext *context);

/** caseness_text_store_free: forgets all lines. */
void caseness_text_store_free (CasenessTextStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessTextStore, caseness_text_store_free)

/**
 * caseness_shared_text:
 * @theme: a theme
 * @context: where text is measured
 * @text: what it says
 * @size: in the unit of the drawing
 * @weight: PANGO_WEIGHT_NORMAL or heavier
 *
 * The line of text that caseness_theme_create_layout() would create, from the store of @context where it has one.
 *
 * Returns: (transfer full): a line without width, shared, so not to be changed.
 */
PangoLayout *caseness_shared_text (const CasenessTheme *theme, PangoContext *context, const char *text, double size,
                                   PangoWeight weight);

/** caseness_shared_text_measure: Returns: how wide that line is. */
double caseness_shared_text_measure (const CasenessTheme *theme, PangoContext *context, const char *text, double size,
                                     PangoWeight weight);

/**
 * caseness_shared_text_fit:
 * @theme: a theme
 * @context: where text is measured
 * @text: what it says
 * @size: in the unit of the drawing
 * @weight: PANGO_WEIGHT_NORMAL or heavier
 * @width: room for it
 * @align: where shorter text stands; ask caseness_text_get_indent() for the place to draw at
 *
 * Returns: (transfer full): the shared line where it fits, otherwise a paragraph of @width.
 */
PangoLayout *caseness_shared_text_fit (const CasenessTheme *theme, PangoContext *context, const char *text,
                                       double size, PangoWeight weight, double width, PangoAlignment align);

/** caseness_text_get_indent: Returns: where in a room of @width a line stands; 0 for a paragraph, which knows. */
double caseness_text_get_indent (PangoLayout *text, double width, PangoAlignment align);

/** caseness_text_get_width: Returns: the width of a text as laid out. */
double caseness_text_get_width (PangoLayout *text);

/** caseness_text_get_height: Returns: the height of a text as laid out. */
double caseness_text_get_height (PangoLayout *text);

G_END_DECLS
