/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CasenessDriver:
 *
 * Drives the real program the way a screen reader does: finds things by what they are and what they are called on the
 * accessibility bus, presses and types, and waits for what must come of it. Everything it cannot find within its
 * patience fails the test with a list of what is there instead.
 */
typedef struct _CasenessDriver CasenessDriver;

/** caseness_driver_start: starts the program with these arguments (NULL-terminated) and waits for its window. */
CasenessDriver *caseness_driver_start (const char *const *arguments);

/** caseness_driver_stop: ends the program and asserts that it wrote no warning to standard error. */
void caseness_driver_stop (CasenessDriver *driver);

/** caseness_driver_kill: ends the program in the middle of whatever it does, as a power cut would, and the typing. */
void caseness_driver_kill (CasenessDriver *driver);

/**
 * caseness_driver_find:
 * @driver: a driver
 * @role: what it is
 * @name: what it is called, or a part of it; NULL for any
 *
 * Waits until one is showing. Of several the first that is called exactly so is meant, else the first whose name holds it.
 */
void caseness_driver_find (CasenessDriver *driver, AtspiRole role, const char *name);

/** caseness_driver_has: whether one is showing now, without waiting. */
gboolean caseness_driver_has (CasenessDriver *driver, AtspiRole role, const char *name);

/** caseness_driver_count: how many are showing now. */
guint caseness_driver_count (CasenessDriver *driver, AtspiRole role, const char *name);

/** caseness_driver_read: Returns: (transfer full) (nullable): the whole name of one showing now, without waiting. */
char *caseness_driver_read (CasenessDriver *driver, AtspiRole role, const char *name);

/** CasenessDriverCondition: whether what is waited for is there now. */
typedef gboolean (*CasenessDriverCondition) (CasenessDriver *driver, gpointer user_data);

/** caseness_driver_wait_until: looks again and again until @condition holds; @what it is, for the message if not. */
void caseness_driver_wait_until (CasenessDriver *driver, CasenessDriverCondition condition, gpointer user_data,
                                 const char *what);

/**
 * caseness_driver_press:
 * @driver: a driver
 * @role: what is pressed
 * @name: what that is called
 * @outcome_role: what must come of it
 * @outcome: what that is called, or a part of it; not there before
 *
 * Waits until it can be pressed, does its first action and waits for the outcome. A button that was replaced at the
 * very moment is pressed once more.
 */
void caseness_driver_press (CasenessDriver *driver, AtspiRole role, const char *name, AtspiRole outcome_role,
                            const char *outcome);

/** caseness_driver_press_until_gone: presses what goes away when it is pressed, such as the button of a dialog. */
void caseness_driver_press_until_gone (CasenessDriver *driver, AtspiRole role, const char *name);

/** caseness_driver_listen: from now on notes what things come to be called, such as what is worked at. */
void caseness_driver_listen (CasenessDriver *driver);

/** caseness_driver_has_heard: whether something has come to be called so since caseness_driver_listen (), also for a moment
 *  between two looks. */
gboolean caseness_driver_has_heard (CasenessDriver *driver, const char *name);

/** caseness_driver_look_into_table: from now on looks into the rows of tables called @name, of all if it is empty, of none if
 *  it is NULL; that takes longer. */
void caseness_driver_look_into_table (CasenessDriver *driver, const char *name);

/** caseness_driver_look_into_lists: from now on looks into the rows of long lists too, which takes longer. */
void caseness_driver_look_into_lists (CasenessDriver *driver);

/** caseness_driver_type: puts @text into a text field in place of what was there, and reads it back. */
void caseness_driver_type (CasenessDriver *driver, const char *name, const char *text);

/** caseness_driver_has_text: whether a text field says just @text now. */
gboolean caseness_driver_has_text (CasenessDriver *driver, const char *name, const char *text);

/** caseness_driver_begin_typing: types where the keyboard is, ten letters a second, while the test goes on. */
void caseness_driver_begin_typing (CasenessDriver *driver, const char *text);

/** caseness_driver_go_to: presses a key, such as the one of a mnemonic, until it has brought the keyboard to what is called
 *  @name in the window @frame. */
void caseness_driver_go_to (CasenessDriver *driver, const char *frame, const char *key, AtspiRole role,
                            const char *name);

/**
 * caseness_driver_send_keys:
 * @driver: a driver
 * @frame: what the window is called, or a part of it
 * @role: what has the keyboard there, or soon will
 * @name: what that is called, or a part of it
 * @keys: what is pressed one after the other, as xdotool calls them, such as "Down Return"
 *
 * Waits until the keyboard is there and presses keys, for what the bus has no action for, such as a check box of GTK 4.8.
 * What comes of it is not waited for: look for it.
 */
void caseness_driver_send_keys (CasenessDriver *driver, const char *frame, AtspiRole role, const char *name,
                                const char *keys);

/** caseness_driver_wait_until_gone: waits until none is showing. */
void caseness_driver_wait_until_gone (CasenessDriver *driver, AtspiRole role, const char *name);

/** caseness_driver_screenshot: keeps a picture of the screen as build output for people to look at. */
void caseness_driver_screenshot (CasenessDriver *driver, const char *name);

/** caseness_driver_dump: Returns: (transfer full): everything showing, indented, for messages. */
char *caseness_driver_dump (CasenessDriver *driver);

G_END_DECLS
