/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CASENESS_TOLD_MAX_AXES: most characteristics that people are divided by at once. */
#define CASENESS_TOLD_MAX_AXES 3

/** CASENESS_TOLD_MOST_CELLS: of more cells than these none is told. */
#define CASENESS_TOLD_MOST_CELLS 20000

/** CasenessToldAxis: one of the characteristics. */
typedef struct
{
  guint n;
  gboolean is_many;           /* somebody may be in several of its groups, so that they add up to nothing */
  const gboolean *is_unknown; /* (nullable): by group: of those in it the characteristic is not known */
  const int *parents;         /* (nullable): by group, what it is part of; -1 for nothing */
  guint n_parents;
} CasenessToldAxis;

/**
 * CasenessToldCube:
 *
 * People divided by two or three characteristics at once, where it is settled already what may be told of them by fewer
 * (the margins) and by the larger groups that some groups are parts of (the parents): which of the cells may be told
 * besides, so that no hidden one can be worked out from all of that together.
 *
 * A cell is hidden that is below five, that leaves fewer than five to the rest of a line, or of which a margin or a parent
 * is hidden. In a line those hidden come to five or more. And each is a corner of a box of hidden cells: with one person
 * more in every second corner and one less in the others, everything that is told is the same. Where it is in no such
 * box, the one with the fewest people is hidden. As margins are the same with the people moved so, tables by different
 * characteristics give no more away together than each by itself.
 *
 * Of how many people a characteristic is not known is no secret, as they may be worked out from those of whom it is;
 * unless it has to be made one for the sake of the few groups that are left (caseness_told_cube_is_secret()).
 */
typedef struct _CasenessToldCube CasenessToldCube;

/**
 * caseness_told_cube_new:
 * @axes: (array length=n_axes): the characteristics, whose rows of flags it borrows
 * @n_axes: two or three
 *
 * Cells are numbered with the last axis running fastest.
 *
 * Returns: (transfer full): cells of nobody, all of whose margins and parents are told.
 */
CasenessToldCube *caseness_told_cube_new (const CasenessToldAxis *axes, guint n_axes);

/** caseness_told_cube_free: frees it. */
void caseness_told_cube_free (CasenessToldCube *cube);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessToldCube, caseness_told_cube_free)

/** caseness_told_cube_get_n: how many cells there are. */
guint caseness_told_cube_get_n (const CasenessToldCube *cube);

/** caseness_told_cube_set: makes cell number @cell @count. */
void caseness_told_cube_set (CasenessToldCube *cube, guint cell, guint count);

/** caseness_told_cube_keep: tells cell number @cell however small: it is of a group that nobody at all is in. */
void caseness_told_cube_keep (CasenessToldCube *cube, guint cell);

/**
 * caseness_told_cube_hide_margins:
 * @cube: cells
 * @axis: number of an axis
 * @is_hidden: (array): by cell of the axes without @axis, what may not be told; borrowed
 * @is_secret: (nullable) (array): which of them are secret though something is not known of them; borrowed
 */
void caseness_told_cube_hide_margins (CasenessToldCube *cube, guint axis, const gboolean *is_hidden,
                                      const gboolean *is_secret);

/** caseness_told_cube_hide_parents: the same by cell of the axes with the parents of @axis in its place. */
void caseness_told_cube_hide_parents (CasenessToldCube *cube, guint axis, const gboolean *is_hidden,
                                      const gboolean *is_secret);

/** caseness_told_cube_hide: Returns: (transfer full) (array): by cell, whether it may not be told. */
gboolean *caseness_told_cube_hide (CasenessToldCube *cube);

/** caseness_told_cube_is_secret: after that, whether @cell is of people of whom something is not known, and so many must not
 *  be worked out, nor all together told of whom it is known. */
gboolean caseness_told_cube_is_secret (const CasenessToldCube *cube, guint cell);

G_END_DECLS
