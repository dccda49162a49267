/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-told-cube-private.h"

#define MAX_CORNERS (1 << CASENESS_TOLD_MAX_AXES)
#define DEAR 1000000.0 /* a box that does not show that another table is possible */
#define MOST_COMPARED 1000 /* cells */

/* A box: the corners between a cell and another. */
typedef struct
{
  guint corners[MAX_CORNERS]; /* those of even bits go with the first */
  guint n;
} Box;

/* The cells that are opposite one across a box along @axes (bits), by number. */
typedef struct
{
  const CasenessToldCube *cube;
  const CasenessToldCell *from;
  guint axes;
  guint at[CASENESS_TOLD_MAX_AXES];
  guint cell;
} Walk;

/* Nobody is opposite at the same place. */
static guint
step_over (const Walk *walk, guint axis, guint at)
{
  return at + (at == walk->from->place.at[axis]);
}

static guint
number_place (const CasenessToldCube *self, const guint *at)
{
  guint number = 0, k;

  for (k = 0; k < self->n_axes; k++)
    number += at[k] * self->strides[k];
  return number;
}

/* Whether there is one; it is the first. */
static gboolean
start_walk (Walk *walk, const CasenessToldCube *self, guint cell, guint axes)
{
  guint k;

  *walk = (Walk){ .cube = self, .from = &self->cells[cell], .axes = axes };
  for (k = 0; k < self->n_axes; k++)
    {
      walk->at[k] = (axes >> k & 1) != 0 ? step_over (walk, k, 0) : walk->from->place.at[k];
      if (walk->at[k] >= self->axes[k].n)
        return FALSE;
    }
  walk->cell = number_place (self, walk->at);
  return TRUE;
}

static gboolean
walk_on (Walk *walk)
{
  guint k;

  for (k = walk->cube->n_axes; k-- > 0;)
    {
      if ((walk->axes >> k & 1) == 0)
        continue;
      walk->at[k] = step_over (walk, k, walk->at[k] + 1);
      if (walk->at[k] < walk->cube->axes[k].n)
        {
          walk->cell = number_place (walk->cube, walk->at);
          return TRUE;
        }
      walk->at[k] = step_over (walk, k, 0);
    }
  return FALSE;
}

/* The corners of the box between two cells along @axes (bits); the first of them is the cell itself. */
static void
make_box (const CasenessToldCube *self, guint cell, guint opposite, guint axes, Box *box)
{
  const guint *from = self->cells[cell].place.at, *to = self->cells[opposite].place.at;
  guint k, i;

  box->n = 1;
  box->corners[0] = cell;
  for (k = 0; k < self->n_axes; k++)
    {
      if ((axes >> k & 1) == 0)
        continue;
      for (i = 0; i < box->n; i++)
        box->corners[box->n + i] = box->corners[i] + (to[k] - from[k]) * self->strides[k];
      box->n *= 2;
    }
}

/* Corners of which one more goes with one more of the first: an even number of steps away from it. */
static gboolean
goes_with_first (guint corner)
{
  return __builtin_popcount (corner) % 2 == 0;
}

/* Whether somebody can be moved so, or back: nobody is taken from where there is nobody. */
static gboolean
can_move (const CasenessToldCube *self, const Box *box)
{
  gboolean is_up = TRUE, is_down = TRUE;
  guint i;

  for (i = 0; i < box->n; i++)
    {
      is_up &= goes_with_first (i) || self->counts[box->corners[i]] > 0;
      is_down &= !goes_with_first (i) || self->counts[box->corners[i]] > 0;
    }
  return is_up || is_down;
}

/* The axes along which somebody is moved: those that add up. */
static guint
list_axes (const CasenessToldCube *self)
{
  guint axes = 0, k;

  for (k = 0; k < self->n_axes; k++)
    if (!self->axes[k].is_many)
      axes |= 1u << k;
  return axes;
}

/* All whose groups are known by several characteristics are told of together, and are as many afterwards if the box has
 * known groups, or unknown ones, at both ends of all its axes but one, and is along all there are. */
static gboolean
keeps_known (const CasenessToldCube *self, guint cell, guint opposite, guint axes)
{
  guint most = axes == (1u << self->n_axes) - 1 ? 1 : 0;

  return (guint) __builtin_popcount (self->cells[cell].unknown ^ self->cells[opposite].unknown) <= most;
}

/* A box may leave a parent along one axis, if what the parents have is hidden at each of its corners. */
static gboolean
keeps_parents (const CasenessToldCube *self, const Box *box, guint cell, guint opposite, gboolean is_whole)
{
  const guint *from = self->cells[cell].place.at, *to = self->cells[opposite].place.at;
  guint n_left = 0, k, i;

  for (k = 0; k < self->n_axes; k++)
    {
      if (caseness_told_cube_get_parent (self, k, from[k]) == caseness_told_cube_get_parent (self, k, to[k]))
        continue;
      if (!is_whole || n_left++ > 0)
        return FALSE;
      for (i = 0; i < box->n; i++)
        if ((self->cells[box->corners[i]].hidden_parents >> k & 1) == 0)
          return FALSE;
    }
  return TRUE;
}

static gboolean
is_all_hidden (const CasenessToldCube *self, const Box *box, int hidden_margin)
{
  guint i;

  for (i = 0; i < box->n; i++)
    if (!self->is_hidden[box->corners[i]] || self->is_kept[box->corners[i]]
        || caseness_told_cube_is_of_unknown (self, box->corners[i])
        || (hidden_margin >= 0 && (self->cells[box->corners[i]].hidden_margins >> hidden_margin & 1) == 0))
      return FALSE;
  return TRUE;
}

/* Looks for a box of hidden cells along @axes; with fewer axes than there are the margin that is left out is hidden too. */
static gboolean
find_box (CasenessToldCube *self, guint cell, guint axes, int hidden_margin)
{
  gboolean is_more;
  Walk walk;
  Box box;
  guint i;

  for (is_more = start_walk (&walk, self, cell, axes); is_more; is_more = walk_on (&walk))
    {
      if (!self->is_hidden[walk.cell])
        continue;
      make_box (self, cell, walk.cell, axes, &box);
      if (!is_all_hidden (self, &box, hidden_margin) || !can_move (self, &box)
          || !keeps_known (self, cell, walk.cell, axes)
          || !keeps_parents (self, &box, cell, walk.cell, hidden_margin < 0))
        continue;
      for (i = 0; i < box.n; i++)
        self->is_safe[box.corners[i]] = TRUE;
      return TRUE;
    }
  return FALSE;
}

/* Where somebody may be in several groups along an axis, two people may swap two of theirs; and where a margin is hidden
 * somebody may be moved along the other axes alone. */
static gboolean
has_box (CasenessToldCube *self, guint cell)
{
  guint adding = list_axes (self), all = (1u << self->n_axes) - 1, k;

  if (self->is_safe[cell] || adding == 0 || find_box (self, cell, adding, -1)
      || (adding != all && find_box (self, cell, all, -1)))
    return TRUE;
  for (k = 0; k < self->n_axes; k++)
    if ((adding & ~(1u << k)) != 0 && (adding >> k & 1) != 0 && find_box (self, cell, adding & ~(1u << k), (int) k))
      return TRUE;
  return FALSE;
}

/* With it goes what is told of all of whom it is known: of many groups that is much. */
static double
get_price_of_secret (const CasenessToldCube *self, guint cell)
{
  guint k, at, n_told = 0;
  double told = 0;

  for (k = 0; k < self->n_axes; k++)
    for (at = 0; (self->cells[cell].unknown >> k & 1) != 0 && at < self->axes[k].n; at++)
      {
        const CasenessToldLine line = caseness_told_cube_find_line (self, cell, k, FALSE);
        guint other = caseness_told_cube_get_cell (self, &line, at);

        if (self->is_hidden[other] || self->is_kept[other] || !caseness_told_cube_is_in_line (self, &line, at))
          continue;
        n_told++;
        told += self->counts[other];
      }
  return n_told <= CASENESS_TOLD_FEW ? self->counts[cell] + 1 : told;
}

/* How much would be lost by hiding a box. */
static double
get_price (const CasenessToldCube *self, const Box *box)
{
  double price = can_move (self, box) ? 0 : DEAR;
  guint i;

  for (i = 0; i < box->n; i++)
    if (caseness_told_cube_is_of_unknown (self, box->corners[i]))
      price += get_price_of_secret (self, box->corners[i]);
    else if (!self->is_hidden[box->corners[i]])
      price += self->counts[box->corners[i]] + 1;
  return price;
}

static gboolean
has_kept (const CasenessToldCube *self, const Box *box)
{
  guint i;

  for (i = 0; i < box->n; i++)
    if (self->is_kept[box->corners[i]]
        || (caseness_told_cube_is_of_unknown (self, box->corners[i])
            && !self->cells[box->corners[i]].can_be_secret))
      return TRUE;
  return FALSE;
}

/* The cheapest box that the cell is a corner of, of equals the first; none has no corners. */
static Box
find_cheapest (const CasenessToldCube *self, guint cell, guint axes, double *least)
{
  Box best = { .n = 0 };
  gboolean is_more;
  Walk walk;
  Box box;

  *least = G_MAXDOUBLE;
  for (is_more = start_walk (&walk, self, cell, axes); is_more; is_more = walk_on (&walk))
    {
      double price;

      make_box (self, cell, walk.cell, axes, &box);
      if (has_kept (self, &box) || !keeps_known (self, cell, walk.cell, axes)
          || !keeps_parents (self, &box, cell, walk.cell, TRUE))
        continue;
      price = get_price (self, &box);
      if (price >= *least)
        continue;
      best = box;
      *least = price;
    }
  return best;
}

/* A whole that lies in one group alone along an axis is protected as that whole is. */
static gboolean
is_whole_of_margin (const CasenessToldCube *self, guint cell)
{
  guint k, at;

  for (k = 0; k < self->n_axes; k++)
    {
      const CasenessToldLine line = caseness_told_cube_find_line (self, cell, k, FALSE);
      guint n_others = 0;

      for (at = 0; at < self->axes[k].n; at++)
        n_others += caseness_told_cube_get_cell (self, &line, at) != cell
            && !self->is_kept[caseness_told_cube_get_cell (self, &line, at)]
                    && caseness_told_cube_is_in_line (self, &line, at);
      if (n_others == 0 && (self->cells[cell].hidden_margins >> k & 1) != 0)
        return TRUE;
    }
  return FALSE;
}

/* The box of a cell that is in none yet: along the axes that add up, or where there is none of those along all. */
static Box
choose_box (const CasenessToldCube *self, guint cell, double *price)
{
  Box box = find_cheapest (self, cell, list_axes (self), price);

  return box.n > 0 ? box : find_cheapest (self, cell, (1u << self->n_axes) - 1, price);
}

static gboolean
needs_box (CasenessToldCube *self, guint cell)
{
  return self->is_hidden[cell] && !caseness_told_cube_is_of_unknown (self, cell) && !has_box (self, cell)
         && !is_whole_of_margin (self, cell);
}

/* Hides the box of the cell for which it takes most, as others are often corners of that too; of large tables that of the
 * first. Whether there was one is in @is_lost. */
gboolean
caseness_told_cube_hide_box (CasenessToldCube *self, gboolean *is_lost)
{
  double most = -1;
  Box dearest = { .n = 0 };
  guint cell, i;

  for (cell = 0; cell < self->n && (most < 0 || self->n <= MOST_COMPARED); cell++)
    {
      double price;
      Box box;

      if (!needs_box (self, cell))
        continue;
      box = choose_box (self, cell, &price);
      *is_lost |= box.n == 0;
      if (price <= most)
        continue;
      dearest = box;
      most = price;
    }
  for (i = 0; i < dearest.n; i++)
    {
      self->is_secret[dearest.corners[i]] = self->cells[dearest.corners[i]].unknown != 0;
      self->is_hidden[dearest.corners[i]] = TRUE;
      self->is_safe[dearest.corners[i]] = TRUE;
    }
  return dearest.n > 0 && !*is_lost;
}
