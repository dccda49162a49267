/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** caseness_memory_give_back: gives freed memory back to the system, if there is so much that this is worth its time. */
void caseness_memory_give_back (void);

G_END_DECLS
