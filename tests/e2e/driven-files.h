/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-driver.h"

G_BEGIN_DECLS

/* What goes into and comes out of a driven program: files, and the programs that make and read them. */

/** run_program: runs a program to its end, which must be a good one. Returns: (transfer full): what it prints. */
char *run_program (const char *const *argv);

/** save_as: in the save dialog, puts the whole path in place of the name offered and saves. */
void save_as (CasenessDriver *driver, const char *path);

/** wait_for_file: waits for a file to be whole, which ends with @ending. Returns: (transfer full): its text. */
char *wait_for_file (CasenessDriver *driver, const char *path, const char *ending);

/** export_and_read: what a button offers to print, exported as a PDF called @name. Returns: (transfer full): its text. */
char *export_and_read (CasenessDriver *driver, const char *button, const char *name);

G_END_DECLS
