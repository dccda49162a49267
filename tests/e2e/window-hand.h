/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-application.h"
#include "caseness-window.h"

G_BEGIN_DECLS

/* What tests do with windows of their own process: wait, look, answer file dialogs, take pictures. */

/**
 * hand_start:
 *
 * Registers the program as one of its own, with the font that pictures are made with where no desktop has said which it
 * likes, and without animations.
 *
 * Returns: (transfer full): it
 */
CasenessApplication *hand_start (void);

/** HandCondition: what is waited for. */
typedef gboolean (*HandCondition) (gconstpointer data);

/** hand_wait_until: runs the main loop until @condition holds; ends the test after some minutes, naming @what. */
void hand_wait_until (HandCondition condition, gconstpointer data, const char *what);

/** hand_is_settled: a HandCondition: the window (a CasenessWindow) neither works nor awaits an answer. */
gboolean hand_is_settled (gconstpointer window);

/** hand_wait_for_words: waits until @shown, a window, says @words; a CasenessWindow also until it has settled. */
void hand_wait_for_words (GtkWindow *shown, const char *words);

/** hand_let_pass: runs @n turns of the main loop, waiting a little when there is nothing to do. */
void hand_let_pass (guint n);

/** hand_find_window: Returns: (transfer none) (nullable): a window of @type that is on the screen. */
GtkWindow *hand_find_window (GType type);

/** hand_wait_for_window: waits for a window of @type on the screen. Returns: (transfer none): it. */
GtkWindow *hand_wait_for_window (GType type);

/** hand_list_shown: Returns: (transfer full): @top and all below it that is on the screen, some of which may leave it
 *  while the list is gone through. */
GPtrArray *hand_list_shown (GtkWidget *top);

/** hand_shows: whether @shown shows @words somewhere. */
gboolean hand_shows (GtkWindow *shown, const char *words);

/** hand_assert_shows: ends the test where it does not. */
void hand_assert_shows (GtkWindow *shown, const char *words);

/** hand_wait_till_gone: waits until no window of @type is on the screen. */
void hand_wait_till_gone (GType type);

/** hand_close: closes @dialog and waits until it, and any other of its type, has gone. */
void hand_close (GtkWindow *dialog);

/** hand_open: shows @window in this size with the service file @store open, whose service is @service. */
void hand_open (CasenessWindow *window, const char *store, const char *service, int width, int height);

/** hand_get_page: Returns: (transfer none): the page that @window shows. */
GtkWidget *hand_get_page (CasenessWindow *window);

/** hand_go_to: turns @window to its page of @type. */
void hand_go_to (CasenessWindow *window, GType type);

/** hand_find_shown: Returns: (transfer none) (nullable): what is on the screen in @shown and of @type. */
GtkWidget *hand_find_shown (GtkWindow *shown, GType type);

/** hand_drop: hands files of @folder (NULL-terminated) to @widget as the desktop does when they are let go over it. */
void hand_drop (GtkWidget *widget, const char *folder, const char *const *names);

/** hand_run_cli: runs caseness-cli with these words, which NULL ends, and asserts that it did what it was asked. */
void hand_run_cli (const char *first, ...) G_GNUC_NULL_TERMINATED;

/** hand_answer_file_dialog: waits for the dialog that asks where to save and answers @path. */
void hand_answer_file_dialog (const char *path);

/** hand_save: activates @action of @page, which saves a text of whole lines, answers @path to the dialog that asks where and waits
 *  for the file. Returns: (transfer full): what it holds. */
char *hand_save (GtkWidget *page, const char *action, const char *path);

/** hand_choose_file: waits for the dialog that asks which file or folder to open and chooses @path there. */
void hand_choose_file (const char *path);

/** hand_run_story: runs the one test of a program on a window that it makes. Returns: what the program ends with. */
int hand_run_story (int argc, char *argv[], const char *name, GTestFunc story, CasenessWindow **window);

/** hand_keep_picture: draws @window as it is into CASENESS_SCREENSHOT_DIR as @name.png. */
void hand_keep_picture (GtkWidget *window, const char *name);

G_END_DECLS
