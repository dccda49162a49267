/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CASENESS_MOST_THREADS: more than this many work on one thing at no time. */
#define CASENESS_MOST_THREADS 2

/** CASENESS_FEWEST_FOR_THREADS: with fewer pathways than this a second thread costs more than it saves. */
#define CASENESS_FEWEST_FOR_THREADS 20000

/** CasenessPiece: does piece @piece of what @data describes; called by several threads at a time. */
typedef void (*CasenessPiece) (guint piece, gpointer data);

/** caseness_threads_choose: Returns: how many threads are worth while for @n_pieces of work on @n_pathways pathways. */
guint caseness_threads_choose (guint n_pathways, guint n_pieces);

/**
 * caseness_threads_run:
 * @n_threads: how many threads work, this one among them
 * @n_pieces: how many pieces there are
 * @act: does one of them
 * @data: for @act
 *
 * Does every piece once, in no order, and returns when all are done.
 */
void caseness_threads_run (guint n_threads, guint n_pieces, CasenessPiece act, gpointer data);

G_END_DECLS
