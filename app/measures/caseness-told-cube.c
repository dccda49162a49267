/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-told-cube.h"

#include "caseness-suppression.h"

#define MAX_CORNERS (1 << CASENESS_TOLD_MAX_AXES)
#define NO_PARENT -1
#define FEW_TOLD 2 /* groups of a characteristic: one less, and it is not told any more */
#define MOST_COMPARED 1000 /* cells */
#define DEAR 1000000.0 /* a box that does not show that another table is possible */

struct _CasenessToldCube
{
  CasenessToldAxis axes[CASENESS_TOLD_MAX_AXES];
  guint strides[CASENESS_TOLD_MAX_AXES];
  guint n_axes;
  guint n;
  guint *counts;
  gboolean *is_kept;
  gboolean *is_hidden;
  gboolean *is_safe; /* hidden, and a corner of a box of hidden ones */
  gboolean *is_secret; /* of people not known, and hidden for the sake of others */
  const gboolean *hidden_margins[CASENESS_TOLD_MAX_AXES]; /* by axis that is left out */
  const gboolean *hidden_parents[CASENESS_TOLD_MAX_AXES];
  const gboolean *secret_margins[CASENESS_TOLD_MAX_AXES];
  const gboolean *secret_parents[CASENESS_TOLD_MAX_AXES];
};

/* Where a cell stands, by axis. */
typedef struct
{
  guint at[CASENESS_TOLD_MAX_AXES];
} Place;

/* A box: the corners between a cell and another. */
typedef struct
{
  guint corners[MAX_CORNERS]; /* those of even bits go with the first */
  guint n;
} Box;

CasenessToldCube *
caseness_told_cube_new (const CasenessToldAxis *axes, guint n_axes)
{
  CasenessToldCube *self;
  guint k;

  g_return_val_if_fail (n_axes > 1 && n_axes <= CASENESS_TOLD_MAX_AXES, NULL);
  self = g_new0 (CasenessToldCube, 1);
  self->n_axes = n_axes;
  self->n = 1;
  for (k = n_axes; k-- > 0;)
    {
      self->axes[k] = axes[k];
      self->strides[k] = self->n;
      self->n *= axes[k].n;
    }
  self->counts = g_new0 (guint, self->n + 1);
  self->is_kept = g_new0 (gboolean, self->n + 1);
  self->is_hidden = g_new0 (gboolean, self->n + 1);
  self->is_safe = g_new0 (gboolean, self->n + 1);
  self->is_secret = g_new0 (gboolean, self->n + 1);
  return self;
}

void
caseness_told_cube_free (CasenessToldCube *self)
{
  if (self == NULL)
    return;
  g_free (self->counts);
  g_free (self->is_kept);
  g_free (self->is_hidden);
  g_free (self->is_safe);
  g_free (self->is_secret);
  g_free (self);
}

guint
caseness_told_cube_get_n (const CasenessToldCube *self)
{
  return self->n;
}

void
caseness_told_cube_set (CasenessToldCube *self, guint cell, guint count)
{
  g_return_if_fail (cell < self->n);
  self->counts[cell] = count;
}

void
caseness_told_cube_keep (CasenessToldCube *self, guint cell)
{
  g_return_if_fail (cell < self->n);
  self->is_kept[cell] = TRUE;
}

void
caseness_told_cube_hide_margins (CasenessToldCube *self, guint axis, const gboolean *is_hidden, const gboolean *is_secret)
{
  g_return_if_fail (axis < self->n_axes);
  self->hidden_margins[axis] = is_hidden;
  self->secret_margins[axis] = is_secret;
}

void
caseness_told_cube_hide_parents (CasenessToldCube *self, guint axis, const gboolean *is_hidden, const gboolean *is_secret)
{
  g_return_if_fail (axis < self->n_axes);
  self->hidden_parents[axis] = is_hidden;
  self->secret_parents[axis] = is_secret;
}

static Place
find_place (const CasenessToldCube *self, guint cell)
{
  Place place = { { 0 } };
  guint k;

  for (k = 0; k < self->n_axes; k++)
    place.at[k] = cell / self->strides[k] % self->axes[k].n;
  return place;
}

/* Number of the cell in a table of which axis @axis has @n groups, and there stands at @at. */
static guint
number_among (const CasenessToldCube *self, const Place *place, guint axis, guint n, guint at)
{
  guint number = 0, k;

  for (k = 0; k < self->n_axes; k++)
    number = number * (k == axis ? n : self->axes[k].n) + (k == axis ? at : place->at[k]);
  return number;
}

static gboolean
is_of_margin (const CasenessToldCube *self, const Place *place, guint axis, const gboolean *flags)
{
  return flags != NULL && flags[number_among (self, place, axis, 1, 0)];
}

static gboolean
is_margin_hidden (const CasenessToldCube *self, const Place *place, guint axis)
{
  return is_of_margin (self, place, axis, self->hidden_margins[axis]);
}

static int
get_parent (const CasenessToldCube *self, guint axis, guint at)
{
  return self->axes[axis].parents != NULL ? self->axes[axis].parents[at] : NO_PARENT;
}

static gboolean
is_of_parent (const CasenessToldCube *self, const Place *place, guint axis, const gboolean *flags)
{
  int parent = get_parent (self, axis, place->at[axis]);

  return parent != NO_PARENT && flags != NULL
         && flags[number_among (self, place, axis, self->axes[axis].n_parents, (guint) parent)];
}

static gboolean
is_parent_hidden (const CasenessToldCube *self, const Place *place, guint axis)
{
  return is_of_parent (self, place, axis, self->hidden_parents[axis]);
}

/* Whether it is a secret of more people, of whom these are a part, how many they are. */
static gboolean
is_part_of_secret (const CasenessToldCube *self, guint cell)
{
  Place place = find_place (self, cell);
  guint k;

  for (k = 0; k < self->n_axes; k++)
    if (is_of_margin (self, &place, k, self->secret_margins[k]) || is_of_parent (self, &place, k, self->secret_parents[k]))
      return TRUE;
  return FALSE;
}

/* A line: the cells along an axis through a cell, or those of them that are parts of the same. */
typedef struct
{
  guint first; /* the cell at the axis's first group */
  guint axis;
  int parent;  /* NO_PARENT for all */
} Line;

static gboolean
is_unknown (const CasenessToldCube *self, guint axis, guint at)
{
  return self->axes[axis].is_unknown != NULL && self->axes[axis].is_unknown[at];
}

/* Those of whom it is not known what a line is by are counted as if they were told. */
static gboolean
is_in_line (const CasenessToldCube *self, const Line *line, guint at)
{
  if (is_unknown (self, line->axis, at))
    return FALSE;
  return line->parent == NO_PARENT || get_parent (self, line->axis, at) == line->parent;
}

static guint
get_cell (const CasenessToldCube *self, const Line *line, guint at)
{
  return line->first + at * self->strides[line->axis];
}

static Line
find_line (const CasenessToldCube *self, guint cell, guint axis, gboolean is_by_parent)
{
  guint at = cell / self->strides[axis] % self->axes[axis].n;

  return (Line){ cell - at * self->strides[axis], axis, is_by_parent ? get_parent (self, axis, at) : NO_PARENT };
}

/* Whether the rest of a line is below five, unless it is of groups that nobody is in. */
static gboolean
leaves_few (const CasenessToldCube *self, const Line *line, guint cell)
{
  gboolean is_alone = TRUE;
  guint rest = 0, at;

  if (!is_in_line (self, line, cell / self->strides[line->axis] % self->axes[line->axis].n))
    return FALSE;
  for (at = 0; at < self->axes[line->axis].n; at++)
    {
      guint other = get_cell (self, line, at);

      if (other == cell || self->is_kept[other] || !is_in_line (self, line, at))
        continue;
      is_alone = FALSE;
      rest += self->counts[other];
    }
  return !is_alone && caseness_suppress_is_small (rest);
}

static gboolean
must_hide (const CasenessToldCube *self, guint cell)
{
  Place place = find_place (self, cell);
  guint k;

  if (caseness_suppress_is_small (self->counts[cell]))
    return TRUE;
  for (k = 0; k < self->n_axes; k++)
    {
      const Line line = find_line (self, cell, k, FALSE), part = find_line (self, cell, k, TRUE);

      if (is_margin_hidden (self, &place, k) || is_parent_hidden (self, &place, k))
        return TRUE;
      if (!self->axes[k].is_many
          && (leaves_few (self, &line, cell) || (part.parent != NO_PARENT && leaves_few (self, &part, cell))))
        return TRUE;
    }
  return FALSE;
}

/* By how many characteristics people are not known. */
static guint
count_unknown (const CasenessToldCube *self, guint cell)
{
  Place place = find_place (self, cell);
  guint n = 0, k;

  for (k = 0; k < self->n_axes; k++)
    n += is_unknown (self, k, place.at[k]);
  return n;
}

/* Of people of whom something is not known, which is no secret. */
static gboolean
is_of_unknown (const CasenessToldCube *self, guint cell)
{
  return !self->is_secret[cell] && count_unknown (self, cell) > 0;
}

/* Whether it can be made a secret how many they are: not where larger groups have the same people, as it is told there. */
static gboolean
can_be_secret (const CasenessToldCube *self, guint cell)
{
  Place place = find_place (self, cell);
  guint k;

  for (k = 0; k < self->n_axes; k++)
    if (is_unknown (self, k, place.at[k]) && self->axes[k].parents != NULL)
      return FALSE;
  return count_unknown (self, cell) == 1;
}

/* The cell of a whole line of those of whom it alone is not known what the line is by; -1 for none. */
static int
find_unknown (const CasenessToldCube *self, const Line *line)
{
  guint at;

  for (at = 0; at < self->axes[line->axis].n && line->parent == NO_PARENT; at++)
    if (is_unknown (self, line->axis, at) && !self->is_kept[get_cell (self, line, at)]
        && can_be_secret (self, get_cell (self, line, at)))
      return (int) get_cell (self, line, at);
  return -1;
}

/* What is hidden of a line is known together, and so must not be few; returns whether one more was hidden. Where few would
 * be left, it is first made a secret of how many it is not known, and then the larger of two goes: people ask about the
 * smaller. */
static gboolean
hide_sum (CasenessToldCube *self, const Line *line)
{
  guint sum = 0, n_hidden = 0, n_told = 0, at;
  int smallest = -1, largest = -1, unknown = find_unknown (self, line);

  for (at = 0; at < self->axes[line->axis].n; at++)
    {
      guint cell = get_cell (self, line, at);

      if (self->is_kept[cell] || (!is_in_line (self, line, at) && !self->is_secret[cell]))
        continue;
      n_told += !self->is_hidden[cell];
      if (self->is_hidden[cell])
        {
          n_hidden++;
          sum += self->counts[cell];
        }
      else
        {
          smallest = smallest < 0 || self->counts[cell] < self->counts[smallest] ? (int) cell : smallest;
          largest = largest < 0 || self->counts[cell] > self->counts[largest] ? (int) cell : largest;
        }
    }
  if (n_hidden == 0 || !caseness_suppress_is_small (sum) || smallest < 0)
    return FALSE;
  if (unknown >= 0 && !self->is_secret[unknown] && n_told <= FEW_TOLD)
    {
      self->is_secret[unknown] = self->is_hidden[unknown] = TRUE;
      return TRUE;
    }
  self->is_hidden[n_told <= FEW_TOLD ? largest : smallest] = TRUE;
  return TRUE;
}

static gboolean
hide_sums (CasenessToldCube *self)
{
  gboolean is_more = FALSE;
  guint cell, k;

  for (cell = 0; cell < self->n; cell++)
    for (k = 0; k < self->n_axes; k++)
      {
        const Line line = find_line (self, cell, k, FALSE), part = find_line (self, cell, k, TRUE);

        if (self->axes[k].is_many || !self->is_hidden[cell])
          continue;
        is_more |= hide_sum (self, &line);
        if (part.parent != NO_PARENT)
          is_more |= hide_sum (self, &part);
      }
  return is_more;
}

/* The corners of the box between two cells along @axes (bits); the first of them is the cell itself. */
static Box
make_box (const CasenessToldCube *self, guint cell, guint opposite, guint axes)
{
  Place from = find_place (self, cell), to = find_place (self, opposite);
  Box box = { .n = 0 };
  guint bits;

  for (bits = 0; bits < 1u << self->n_axes; bits++)
    {
      guint corner = 0, k;

      if ((bits & ~axes) != 0)
        continue;
      for (k = 0; k < self->n_axes; k++)
        corner += ((bits >> k & 1) != 0 ? to.at[k] : from.at[k]) * self->strides[k];
      box.corners[box.n++] = corner;
    }
  return box;
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
  Place from = find_place (self, cell), to = find_place (self, opposite);
  guint most = axes == (1u << self->n_axes) - 1 ? 1 : 0, n_mixed = 0, k;

  for (k = 0; k < self->n_axes; k++)
    n_mixed += is_unknown (self, k, from.at[k]) != is_unknown (self, k, to.at[k]);
  return n_mixed <= most;
}

/* A box may leave a parent along one axis, if what the parents have is hidden at each of its corners. */
static gboolean
keeps_parents (const CasenessToldCube *self, const Box *box, guint cell, guint opposite, gboolean is_whole)
{
  Place from = find_place (self, cell), to = find_place (self, opposite);
  guint n_left = 0, k, i;

  for (k = 0; k < self->n_axes; k++)
    {
      if (get_parent (self, k, from.at[k]) == get_parent (self, k, to.at[k]))
        continue;
      if (!is_whole || n_left++ > 0)
        return FALSE;
      for (i = 0; i < box->n; i++)
        {
          Place corner = find_place (self, box->corners[i]);

          if (!is_parent_hidden (self, &corner, k))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_all_hidden (const CasenessToldCube *self, const Box *box, int hidden_margin)
{
  guint i;

  for (i = 0; i < box->n; i++)
    {
      Place corner = find_place (self, box->corners[i]);

      if (!self->is_hidden[box->corners[i]] || self->is_kept[box->corners[i]]
          || is_of_unknown (self, box->corners[i])
          || (hidden_margin >= 0 && !is_margin_hidden (self, &corner, (guint) hidden_margin)))
        return FALSE;
    }
  return TRUE;
}

/* Whether the two differ along each of @axes, and no other. */
static gboolean
is_opposite (const CasenessToldCube *self, guint cell, guint opposite, guint axes)
{
  guint k;

  for (k = 0; k < self->n_axes; k++)
    if ((cell / self->strides[k] % self->axes[k].n != opposite / self->strides[k] % self->axes[k].n)
        != ((axes >> k & 1) != 0))
      return FALSE;
  return TRUE;
}

/* Looks for a box of hidden cells along @axes; with fewer axes than there are the margin that is left out is hidden too. */
static gboolean
find_box (CasenessToldCube *self, guint cell, guint axes, int hidden_margin)
{
  guint opposite, i;

  for (opposite = 0; opposite < self->n; opposite++)
    {
      Box box;

      if (!self->is_hidden[opposite] || !is_opposite (self, cell, opposite, axes))
        continue;
      box = make_box (self, cell, opposite, axes);
      if (!is_all_hidden (self, &box, hidden_margin) || !can_move (self, &box)
          || !keeps_known (self, cell, opposite, axes) || !keeps_parents (self, &box, cell, opposite, hidden_margin < 0))
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
  Place place = find_place (self, cell);
  guint k, at, n_told = 0;
  double told = 0;

  for (k = 0; k < self->n_axes; k++)
    for (at = 0; is_unknown (self, k, place.at[k]) && at < self->axes[k].n; at++)
      {
        const Line line = find_line (self, cell, k, FALSE);
        guint other = get_cell (self, &line, at);

        if (self->is_hidden[other] || self->is_kept[other] || !is_in_line (self, &line, at))
          continue;
        n_told++;
        told += self->counts[other];
      }
  return n_told <= FEW_TOLD ? self->counts[cell] + 1 : told;
}

/* How much would be lost by hiding a box. */
static double
get_price (const CasenessToldCube *self, const Box *box)
{
  double price = can_move (self, box) ? 0 : DEAR;
  guint i;

  for (i = 0; i < box->n; i++)
    if (is_of_unknown (self, box->corners[i]))
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
        || (is_of_unknown (self, box->corners[i]) && !can_be_secret (self, box->corners[i])))
      return TRUE;
  return FALSE;
}

/* The cheapest box that the cell is a corner of, of equals the first; none has no corners. */
static Box
find_cheapest (const CasenessToldCube *self, guint cell, guint axes, double *least)
{
  Box best = { .n = 0 };
  guint opposite;

  *least = G_MAXDOUBLE;
  for (opposite = 0; opposite < self->n; opposite++)
    {
      Box box;

      if (!is_opposite (self, cell, opposite, axes))
        continue;
      box = make_box (self, cell, opposite, axes);
      if (has_kept (self, &box) || !keeps_known (self, cell, opposite, axes)
          || !keeps_parents (self, &box, cell, opposite, TRUE) || get_price (self, &box) >= *least)
        continue;
      best = box;
      *least = get_price (self, &box);
    }
  return best;
}

/* A whole that lies in one group alone along an axis is protected as that whole is. */
static gboolean
is_whole_of_margin (const CasenessToldCube *self, guint cell)
{
  Place place = find_place (self, cell);
  guint k, at;

  for (k = 0; k < self->n_axes; k++)
    {
      const Line line = find_line (self, cell, k, FALSE);
      guint n_others = 0;

      for (at = 0; at < self->axes[k].n; at++)
        n_others += get_cell (self, &line, at) != cell && !self->is_kept[get_cell (self, &line, at)]
                    && is_in_line (self, &line, at);
      if (n_others == 0 && is_margin_hidden (self, &place, k))
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
  return self->is_hidden[cell] && !is_of_unknown (self, cell) && !has_box (self, cell) && !is_whole_of_margin (self, cell);
}

/* Hides the box of the cell for which it takes most, as others are often corners of that too; of large tables that of the
 * first. Whether there was one is in @is_lost. */
static gboolean
hide_next_box (CasenessToldCube *self, gboolean *is_lost)
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
      self->is_secret[dearest.corners[i]] = count_unknown (self, dearest.corners[i]) > 0;
      self->is_hidden[dearest.corners[i]] = TRUE;
      self->is_safe[dearest.corners[i]] = TRUE;
    }
  return dearest.n > 0 && !*is_lost;
}

gboolean
caseness_told_cube_is_secret (const CasenessToldCube *self, guint cell)
{
  g_return_val_if_fail (cell < self->n, TRUE);
  return self->is_secret[cell];
}

gboolean *
caseness_told_cube_hide (CasenessToldCube *self)
{
  gboolean is_lost = self->n > CASENESS_TOLD_MOST_CELLS;
  guint cell;

  for (cell = 0; cell < self->n && !is_lost; cell++)
    {
      self->is_secret[cell] = !self->is_kept[cell] && count_unknown (self, cell) == 1 && is_part_of_secret (self, cell);
      self->is_hidden[cell] = !self->is_kept[cell] && must_hide (self, cell);
    }
  while (!is_lost && hide_sums (self))
    ;
  while (!is_lost && hide_next_box (self, &is_lost))
    ;
  for (cell = 0; cell < self->n && is_lost; cell++)
    self->is_hidden[cell] = !self->is_kept[cell];
  return g_memdup2 (self->is_hidden, self->n * sizeof (gboolean));
}
