/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_DATE_BUTTON (caseness_date_button_get_type ())
G_DECLARE_FINAL_TYPE (CasenessDateButton, caseness_date_button, CASENESS, DATE_BUTTON, GtkWidget)

/**
 * CasenessDateButton:
 *
 * Shows a day and lets people choose another: by a calendar, by typing, or a week either way.
 *
 * Properties:
 * - `date` (int, a CasenessDate)
 * - `caption` (string): says what day it is: `as at`
 */

/** caseness_date_button_new: Returns: (transfer full): a button without a day. */
GtkWidget *caseness_date_button_new (void);

/** caseness_date_button_get_date: Returns: the day, CASENESS_DATE_NONE for none. */
CasenessDate caseness_date_button_get_date (CasenessDateButton *self);

/** caseness_date_button_set_date: shows another day. */
void caseness_date_button_set_date (CasenessDateButton *self, CasenessDate date);

/** caseness_date_button_get_caption: Returns: (transfer none) (nullable): what day it is. */
const char *caseness_date_button_get_caption (CasenessDateButton *self);

/** caseness_date_button_set_caption: says what day it is. */
void caseness_date_button_set_caption (CasenessDateButton *self, const char *caption);

/** caseness_date_button_popup: opens the choice. */
void caseness_date_button_popup (CasenessDateButton *self);

G_END_DECLS
