/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-aside.h"
#include "caseness-packed.h"

G_BEGIN_DECLS

/** CasenessGrowing: a column that grows; what was packed meanwhile is no longer read. */
typedef struct
{
  GPtrArray *packed; /* (element-type CasenessPacked): parts */
  guint n_packed;
  GArray *rest;      /* guint32, those after them */
} CasenessGrowing;

/** caseness_growing_init: makes it a column of nothing. */
void caseness_growing_init (CasenessGrowing *growing);

/** caseness_growing_clear: frees what it holds. */
void caseness_growing_clear (CasenessGrowing *growing);

/** caseness_growing_count: Returns: how many numbers it has. */
static inline guint
caseness_growing_count (const CasenessGrowing *growing)
{
  return growing->n_packed + growing->rest->len;
}

/** caseness_growing_add: adds a number. */
static inline void
caseness_growing_add (CasenessGrowing *growing, guint32 number)
{
  g_array_append_val (growing->rest, number);
}

/** caseness_growing_append: adds @numbers. */
void caseness_growing_append (CasenessGrowing *growing, const GArray *numbers);

/** caseness_growing_pack: takes less room for all numbers but the last @n_kept, which can still be read; none in memory
 *  when @aside (nullable) has room. */
void caseness_growing_pack (CasenessGrowing *growing, guint n_kept, CasenessAside *aside);

/** caseness_growing_finish: Returns: (transfer full): all numbers, which it has no longer. */
CasenessPacked *caseness_growing_finish (CasenessGrowing *growing);

G_END_DECLS
