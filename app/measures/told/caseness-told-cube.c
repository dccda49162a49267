/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-told-cube-private.h"

#include "caseness-suppression.h"

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
  self->cells = g_new0 (CasenessToldCell, self->n + 1);
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
  g_free (self->cells);
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

/* Number of the cell in a table of which axis @axis has @n groups, and there stands at @at. */
static guint
number_among (const CasenessToldCube *self, const CasenessToldPlace *place, guint axis, guint n, guint at)
{
  guint number = 0, k;

  for (k = 0; k < self->n_axes; k++)
    number = number * (k == axis ? n : self->axes[k].n) + (k == axis ? at : place->at[k]);
  return number;
}

static gboolean
is_of_margin (const CasenessToldCube *self, const CasenessToldPlace *place, guint axis, const gboolean *flags)
{
  return flags != NULL && flags[number_among (self, place, axis, 1, 0)];
}

int
caseness_told_cube_get_parent (const CasenessToldCube *self, guint axis, guint at)
{
  return self->axes[axis].parents != NULL ? self->axes[axis].parents[at] : CASENESS_TOLD_NO_PARENT;
}

static gboolean
is_of_parent (const CasenessToldCube *self, const CasenessToldPlace *place, guint axis, const gboolean *flags)
{
  int parent = caseness_told_cube_get_parent (self, axis, place->at[axis]);

  return parent != CASENESS_TOLD_NO_PARENT && flags != NULL
         && flags[number_among (self, place, axis, self->axes[axis].n_parents, (guint) parent)];
}

/* Whether it is a secret of more people, of whom these are a part, how many they are. */
static gboolean
is_part_of_secret (const CasenessToldCube *self, guint cell)
{
  const CasenessToldPlace *place = &self->cells[cell].place;
  guint k;

  for (k = 0; k < self->n_axes; k++)
    if (is_of_margin (self, place, k, self->secret_margins[k]) || is_of_parent (self, place, k, self->secret_parents[k]))
      return TRUE;
  return FALSE;
}

gboolean
caseness_told_cube_is_unknown (const CasenessToldCube *self, guint axis, guint at)
{
  return self->axes[axis].is_unknown != NULL && self->axes[axis].is_unknown[at];
}

/* Those of whom it is not known what a line is by are counted as if they were told. */
gboolean
caseness_told_cube_is_in_line (const CasenessToldCube *self, const CasenessToldLine *line, guint at)
{
  if (caseness_told_cube_is_unknown (self, line->axis, at))
    return FALSE;
  return line->parent == CASENESS_TOLD_NO_PARENT || caseness_told_cube_get_parent (self, line->axis, at) == line->parent;
}

guint
caseness_told_cube_get_cell (const CasenessToldCube *self, const CasenessToldLine *line, guint at)
{
  return line->first + at * self->strides[line->axis];
}

CasenessToldLine
caseness_told_cube_find_line (const CasenessToldCube *self, guint cell, guint axis, gboolean is_by_parent)
{
  guint at = cell / self->strides[axis] % self->axes[axis].n;

  return (CasenessToldLine){ cell - at * self->strides[axis], axis, is_by_parent ? caseness_told_cube_get_parent (self,
        axis, at) : CASENESS_TOLD_NO_PARENT };
}

/* Whether the rest of a line is below five, unless it is of groups that nobody is in. */
static gboolean
leaves_few (const CasenessToldCube *self, const CasenessToldLine *line, guint cell)
{
  gboolean is_alone = TRUE;
  guint rest = 0, at;

  if (!caseness_told_cube_is_in_line (self, line, cell / self->strides[line->axis] % self->axes[line->axis].n))
    return FALSE;
  for (at = 0; at < self->axes[line->axis].n; at++)
    {
      guint other = caseness_told_cube_get_cell (self, line, at);

      if (other == cell || self->is_kept[other] || !caseness_told_cube_is_in_line (self, line, at))
        continue;
      is_alone = FALSE;
      rest += self->counts[other];
    }
  return !is_alone && caseness_suppress_is_small (rest);
}

static gboolean
must_hide (const CasenessToldCube *self, guint cell)
{
  guint k;

  if (caseness_suppress_is_small (self->counts[cell]) || self->cells[cell].hidden_margins != 0
      || self->cells[cell].hidden_parents != 0)
    return TRUE;
  for (k = 0; k < self->n_axes; k++)
    {
      const CasenessToldLine line = caseness_told_cube_find_line (self, cell, k, FALSE),
            part = caseness_told_cube_find_line (self, cell, k, TRUE);

      if (!self->axes[k].is_many
          && (leaves_few (self, &line, cell) || (part.parent != CASENESS_TOLD_NO_PARENT && leaves_few (self, &part, cell))))
        return TRUE;
    }
  return FALSE;
}

/* The cell of a whole line of those of whom it alone is not known what the line is by; -1 for none. */
static int
find_unknown (const CasenessToldCube *self, const CasenessToldLine *line)
{
  guint at;

  for (at = 0; at < self->axes[line->axis].n && line->parent == CASENESS_TOLD_NO_PARENT; at++)
    if (caseness_told_cube_is_unknown (self, line->axis, at) && !self->is_kept[caseness_told_cube_get_cell (self, line, at)]
        && self->cells[caseness_told_cube_get_cell (self, line, at)].can_be_secret)
      return (int) caseness_told_cube_get_cell (self, line, at);
  return -1;
}

/* What is hidden of a line is known together, and so must not be few; returns whether one more was hidden. Where few would
 * be left, it is first made a secret of how many it is not known, and then the larger of two goes: people ask about the
 * smaller. */
static gboolean
hide_sum (CasenessToldCube *self, const CasenessToldLine *line)
{
  guint sum = 0, n_hidden = 0, n_told = 0, at;
  int smallest = -1, largest = -1, unknown = find_unknown (self, line);

  for (at = 0; at < self->axes[line->axis].n; at++)
    {
      guint cell = caseness_told_cube_get_cell (self, line, at);

      if (self->is_kept[cell] || (!caseness_told_cube_is_in_line (self, line, at) && !self->is_secret[cell]))
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
  if (unknown >= 0 && !self->is_secret[unknown] && n_told <= CASENESS_TOLD_FEW)
    {
      self->is_secret[unknown] = self->is_hidden[unknown] = TRUE;
      return TRUE;
    }
  self->is_hidden[n_told <= CASENESS_TOLD_FEW ? largest : smallest] = TRUE;
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
        const CasenessToldLine line = caseness_told_cube_find_line (self, cell, k, FALSE),
              part = caseness_told_cube_find_line (self, cell, k, TRUE);

        if (self->axes[k].is_many || !self->is_hidden[cell])
          continue;
        is_more |= hide_sum (self, &line);
        if (part.parent != CASENESS_TOLD_NO_PARENT)
          is_more |= hide_sum (self, &part);
      }
  return is_more;
}

gboolean
caseness_told_cube_is_secret (const CasenessToldCube *self, guint cell)
{
  g_return_val_if_fail (cell < self->n, TRUE);
  return self->is_secret[cell];
}

static void
describe_cell (CasenessToldCube *self, guint number)
{
  CasenessToldCell *cell = &self->cells[number];
  guint k;

  cell->can_be_secret = TRUE;
  for (k = 0; k < self->n_axes; k++)
    {
      cell->place.at[k] = number / self->strides[k] % self->axes[k].n;
      if (!caseness_told_cube_is_unknown (self, k, cell->place.at[k]))
        continue;
      cell->can_be_secret &= cell->unknown == 0 && self->axes[k].parents == NULL;
      cell->unknown |= 1u << k;
    }
  cell->can_be_secret &= cell->unknown != 0;
  for (k = 0; k < self->n_axes; k++)
    {
      if (is_of_margin (self, &cell->place, k, self->hidden_margins[k]))
        cell->hidden_margins |= 1u << k;
      if (is_of_parent (self, &cell->place, k, self->hidden_parents[k]))
        cell->hidden_parents |= 1u << k;
    }
}

gboolean *
caseness_told_cube_hide (CasenessToldCube *self)
{
  gboolean is_lost = self->n > CASENESS_TOLD_MOST_CELLS;
  guint cell;

  for (cell = 0; cell < self->n && !is_lost; cell++)
    describe_cell (self, cell);
  for (cell = 0; cell < self->n && !is_lost; cell++)
    {
      self->is_secret[cell] = !self->is_kept[cell] && __builtin_popcount (self->cells[cell].unknown) == 1
          && is_part_of_secret (self, cell);
      self->is_hidden[cell] = !self->is_kept[cell] && must_hide (self, cell);
    }
  while (!is_lost && hide_sums (self))
    ;
  while (!is_lost && caseness_told_cube_hide_box (self, &is_lost))
    ;
  for (cell = 0; cell < self->n && is_lost; cell++)
    self->is_hidden[cell] = !self->is_kept[cell];
  return g_memdup2 (self->is_hidden, self->n * sizeof (gboolean));
}
