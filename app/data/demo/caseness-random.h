/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CASENESS_RANDOM_ONE: chances and shares are whole numbers of millionths. */
#define CASENESS_RANDOM_ONE 1000000

/**
 * CasenessRandom:
 *
 * A stream of pseudo-random numbers: SplitMix64, a 64-bit counter stepped by the golden ratio and mixed. A
 * stream costs eight bytes and no start-up, so each person and each referral of the synthetic service can
 * have its own and be made again at any time. Everything here is whole-number arithmetic: no rounding mode,
 * compiler or processor can change a draw. GRand is not used because starting one takes 624 words, and a
 * referral is started once a month.
 */
typedef struct
{
  guint64 state;
} CasenessRandom;

/**
 * caseness_random_init:
 * @random: a stream
 * @seed: what the user chose
 * @topic: what is drawn, so that the streams of different things do not meet
 * @number: which one of them
 *
 * Starts a stream; the same three numbers always give the same draws.
 */
void caseness_random_init (CasenessRandom *random, guint32 seed, guint32 topic, guint32 number);

/** caseness_random_below: a number from 0 to @n - 1, each as likely; 0 when @n is 0. */
guint32 caseness_random_below (CasenessRandom *random, guint32 n);

/** caseness_random_between: a number from @low to @high, ends included. */
int caseness_random_between (CasenessRandom *random, int low, int high);

/** caseness_random_chance: TRUE @millionths times in a million. */
gboolean caseness_random_chance (CasenessRandom *random, gint64 millionths);

/**
 * caseness_random_normal:
 * @random: a stream
 *
 * Returns: a draw of nearly normal shape (the sum of twelve even ones), mean 0, in thousandths of a standard
 *   deviation, never beyond six of them.
 */
int caseness_random_normal (CasenessRandom *random);

G_END_DECLS
