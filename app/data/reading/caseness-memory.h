/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * caseness_memory_expect_months:
 *
 * To be called before months are read, and between them. Their tables come and go: memory for them is taken from one place
 * for all threads, in large pages where the system has them, and what a month frees is kept for the next, since getting
 * pages anew costs more than filling them. What is larger than a few megabytes goes back at once.
 */
void caseness_memory_expect_months (void);

/** caseness_memory_give_back: gives freed memory back to the system, if there is so much that this is worth its time. */
void caseness_memory_give_back (void);

G_END_DECLS
