/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-explanation.h"
#include "caseness-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_EXPLAIN_POPOVER (caseness_explain_popover_get_type ())
G_DECLARE_FINAL_TYPE (CasenessExplainPopover, caseness_explain_popover, CASENESS, EXPLAIN_POPOVER, GtkPopover)

/**
 * CasenessExplainPopover:
 *
 * What one figure means: its definition, what it is made of, how sure it is, the standard it is held to, what it would
 * be under rules that nothing public settles, and who is behind it.
 *
 * Signals:
 * - `show-people`: the people were asked for
 * - `message` (string): something is done, in words
 */

/** caseness_explain_popover_new: Returns: (transfer floating): explains the figure that stands at @address. */
GtkWidget *caseness_explain_popover_new (CasenessSession *session, CasenessFigureAddress *address);

/**
 * caseness_explain_popover_offer:
 * @self: an explanation
 * @label: what can be done with the figure besides showing its people, with a mnemonic
 * @action_name: the action that does it, such as one of the page; the explanation closes after it
 * @target: (nullable): what the action is told, consumed if floating
 *
 * Offers one thing more, before all others.
 */
void caseness_explain_popover_offer (CasenessExplainPopover *self, const char *label, const char *action_name,
                                     GVariant *target);

/** caseness_explain_popover_get_explanation: Returns: (transfer none) (nullable): what it says, once it is worked out. */
CasenessExplanation *caseness_explain_popover_get_explanation (CasenessExplainPopover *self);

/** caseness_explain_popover_dup_text: Returns: (transfer full): the same as text, as *Copy* puts it on the clipboard. */
char *caseness_explain_popover_dup_text (CasenessExplainPopover *self);

G_END_DECLS
