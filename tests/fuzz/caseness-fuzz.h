/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LLVMFuzzerTestOneInput:
 * @data: an input
 * @size: its length
 *
 * What every target is: one run on one input. It must neither crash nor leak nor break a promise of its part. The name
 * is libFuzzer's; the driver of this folder calls it too.
 *
 * Returns: 0.
 */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

G_END_DECLS
