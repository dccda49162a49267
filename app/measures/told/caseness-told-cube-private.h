/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-told-cube.h"

G_BEGIN_DECLS

#define CASENESS_TOLD_NO_PARENT -1

/** CASENESS_TOLD_FEW: groups of a characteristic: one less, and it is not told any more. */
#define CASENESS_TOLD_FEW 2

/* Where a cell stands, by axis. */
typedef struct
{
  guint at[CASENESS_TOLD_MAX_AXES];
} CasenessToldPlace;

/* What never changes of a cell, so that looking for boxes need not ask again: axes are bits. */
typedef struct
{
  CasenessToldPlace place;
  guint unknown;          /* axes by which its people are not known */
  guint hidden_margins;   /* axes without which it may not be told */
  guint hidden_parents;   /* axes by whose larger groups it may not be told */
  gboolean can_be_secret; /* how many they are of whom something is not known: not where larger groups have the same people */
} CasenessToldCell;

/* CasenessToldCube: see caseness-told-cube.h. */
struct _CasenessToldCube
{
  CasenessToldAxis axes[CASENESS_TOLD_MAX_AXES];
  guint strides[CASENESS_TOLD_MAX_AXES];
  guint n_axes;
  guint n;
  guint *counts;
  CasenessToldCell *cells;
  gboolean *is_kept;
  gboolean *is_hidden;
  gboolean *is_safe; /* hidden, and a corner of a box of hidden ones */
  gboolean *is_secret; /* of people not known, and hidden for the sake of others */
  const gboolean *hidden_margins[CASENESS_TOLD_MAX_AXES]; /* by axis that is left out */
  const gboolean *hidden_parents[CASENESS_TOLD_MAX_AXES];
  const gboolean *secret_margins[CASENESS_TOLD_MAX_AXES];
  const gboolean *secret_parents[CASENESS_TOLD_MAX_AXES];
};

/* A line: the cells along an axis through a cell, or those of them that are parts of the same. */
typedef struct
{
  guint first; /* the cell at the axis's first group */
  guint axis;
  int parent;  /* CASENESS_TOLD_NO_PARENT for all */
} CasenessToldLine;

/** caseness_told_cube_get_parent: Returns: what group number @at of @axis is part of, or CASENESS_TOLD_NO_PARENT. */
int caseness_told_cube_get_parent (const CasenessToldCube *self, guint axis, guint at);

/** caseness_told_cube_is_unknown: Returns: whether group number @at of @axis is of those not known. */
gboolean caseness_told_cube_is_unknown (const CasenessToldCube *self, guint axis, guint at);

/** caseness_told_cube_is_in_line: Returns: whether group number @at of its axis is in a line; those not known are not. */
gboolean caseness_told_cube_is_in_line (const CasenessToldCube *self, const CasenessToldLine *line, guint at);

/** caseness_told_cube_get_cell: Returns: the cell of a line at group number @at of its axis. */
guint caseness_told_cube_get_cell (const CasenessToldCube *self, const CasenessToldLine *line, guint at);

/** caseness_told_cube_find_line: Returns: the line of @cell along @axis, or its part of the same larger group. */
CasenessToldLine caseness_told_cube_find_line (const CasenessToldCube *self, guint cell, guint axis, gboolean is_by_parent);

/** caseness_told_cube_is_of_unknown: Returns: whether something is not known of a cell's people, and that is no secret. */
static inline gboolean
caseness_told_cube_is_of_unknown (const CasenessToldCube *self, guint cell)
{
  return self->cells[cell].unknown != 0 && !self->is_secret[cell];
}

/**
 * caseness_told_cube_hide_box:
 * @self: cells, those hidden that are too few
 * @is_lost: (inout): set if a hidden cell cannot be a corner of any box
 *
 * Hides a box for a hidden cell that is a corner of none, that for which it takes most: others are often corners of it too.
 * In large tables it is that of the first.
 *
 * Returns: whether one was hidden, and there may be more to do.
 */
gboolean caseness_told_cube_hide_box (CasenessToldCube *self, gboolean *is_lost);

G_END_DECLS
