/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-variable.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What recovery is compared by, and by what at once. */

/** caseness_recovery_choice_fill: offers what can be compared; the second choice may be nothing else. */
void caseness_recovery_choice_fill (GtkDropDown *by_choice, GtkDropDown *and_choice);

/** caseness_recovery_choice_read: writes the variables chosen, the second of them NULL for nothing else. */
void caseness_recovery_choice_read (GtkDropDown *by_choice, GtkDropDown *and_choice, const CasenessVariable *chosen[2]);

G_END_DECLS
