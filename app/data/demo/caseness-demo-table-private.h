/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-demo-table.h"

#include "caseness-reference.h"

G_BEGIN_DECLS

/* A table with the columns asked for, so that rows read like records. */
static inline const char *
cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

/* A decimal in the table as a whole number of 1/@unit; an empty cell is 0. Half a unit is added so that the
 * nearest whole number is taken whatever the last bit of the double. */
static inline gint64
scaled (const CasenessReference *table, guint row, const char *column, int unit)
{
  double value = g_ascii_strtod (cell (table, row, column), NULL);

  return value < 0 ? -(gint64) (-value * unit + 0.5) : (gint64) (value * unit + 0.5);
}

/* caseness-demo-scale.c: the scores in columns @prefix_start_mean and so on, on the scale of the tool @code. */
void caseness_demo_scale_read (CasenessDemoScale *scale, const CasenessReference *table, guint row,
                               const char *prefix, const char *code);

G_END_DECLS
