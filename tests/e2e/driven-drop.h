/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * drop_file:
 * @path: a file or folder
 *
 * Drags it from a window of another program to the middle of the screen, where the driven program has its own, with the
 * pointer of the screen, and asserts that it was taken there.
 */
void drop_file (const char *path);

G_END_DECLS
