/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-snapshot.h"

G_BEGIN_DECLS

/**
 * cli_demo_new:
 * @options: of `caseness-cli demo`
 * @snapshot: (out) (transfer full): what the service file holds
 *
 * Makes the synthetic service and imports it as Demo.
 *
 * Returns: (transfer full): a folder of the test's own, in which the file is demo.caseness.
 */
char *cli_demo_new (const char *options, CasenessSnapshot **snapshot);

G_END_DECLS
