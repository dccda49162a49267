/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cli_run:
 * @folder: what @ stands for in @line
 * @line: the words after `caseness-cli`, quoted as in a shell
 * @out: (out) (nullable) (transfer full): what it prints
 * @err: (out) (nullable) (transfer full): what it says besides
 *
 * Runs `caseness-cli`, which must end by itself.
 *
 * Returns: the exit status.
 */
int cli_run (const char *folder, const char *line, char **out, char **err);

G_END_DECLS
