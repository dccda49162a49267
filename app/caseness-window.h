/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-application.h"
#include "caseness-session.h"
#include "caseness-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CASENESS_TYPE_WINDOW (caseness_window_get_type ())
G_DECLARE_FINAL_TYPE (CasenessWindow, caseness_window, CASENESS, WINDOW, AdwApplicationWindow)

/**
 * CasenessWindow:
 *
 * One service file at a time and the pages that look at it; knows pages only through CasenessPage.
 */

/**
 * caseness_window_new:
 * @application: the program
 * @settings: its settings
 *
 * Returns: (transfer none): a window with nothing open, owned by GTK until it is closed.
 */
CasenessWindow *caseness_window_new (CasenessApplication *application, CasenessSettings *settings);

/** caseness_window_get_session: Returns: (transfer none): what the window's pages share. */
CasenessSession *caseness_window_get_session (CasenessWindow *self);

/**
 * caseness_window_take_files:
 * @self: a window
 * @files: (array length=n_files): files that were dropped or named on the command line
 * @n_files: how many
 *
 * Opens a service file, offers to import folders and lists, and says so when it can do neither.
 */
void caseness_window_take_files (CasenessWindow *self, GFile *const *files, guint n_files);

/** caseness_window_open: opens a service file and says what went wrong if it does. */
void caseness_window_open (CasenessWindow *self, GFile *file);

/** caseness_window_get_n_pages: Returns: how many pages there are. */
guint caseness_window_get_n_pages (CasenessWindow *self);

/** caseness_window_show_page: shows the page of that number, counted from 0. Returns: (transfer none): its short name. */
const char *caseness_window_show_page (CasenessWindow *self, guint page);

/** caseness_window_toast: says that something is done, at the foot of the window. */
void caseness_window_toast (CasenessWindow *self, const char *message);

G_END_DECLS
