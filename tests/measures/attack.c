/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "attack.h"

#include <math.h>

#define NEAR_NOTHING 1e-7

/* What was told, each row less what those before it say already. */
struct _Attack
{
  guint n;
  GPtrArray *rows; /* double[n] */
  GArray *pivots;  /* guint: the first unknown of each row */
};

Attack *
attack_new (guint n_unknowns)
{
  Attack *self = g_new (Attack, 1);

  *self = (Attack){ n_unknowns, g_ptr_array_new_with_free_func (g_free), g_array_new (FALSE, FALSE, sizeof (guint)) };
  return self;
}

void
attack_free (Attack *attack)
{
  g_ptr_array_unref (attack->rows);
  g_array_unref (attack->pivots);
  g_free (attack);
}

/* What of a sum does not follow yet; @pivot is its first unknown, or -1 for none left. */
static double *
reduce (const Attack *self, const gboolean *has, int *pivot)
{
  double *row = g_new (double, self->n);
  guint i, k;

  for (k = 0; k < self->n; k++)
    row[k] = has[k];
  for (i = 0; i < self->rows->len; i++)
    {
      const double *other = g_ptr_array_index (self->rows, i);
      guint at = g_array_index (self->pivots, guint, i);
      double factor = row[at] / other[at];

      for (k = 0; fabs (factor) > NEAR_NOTHING && k < self->n; k++)
        row[k] -= factor * other[k];
    }
  for (k = 0; k < self->n && fabs (row[k]) <= NEAR_NOTHING; k++)
    ;
  *pivot = k < self->n ? (int) k : -1;
  return row;
}

void
attack_tell (Attack *attack, const gboolean *has)
{
  int pivot;
  g_autofree double *row = reduce (attack, has, &pivot);

  if (pivot < 0)
    return;
  g_ptr_array_add (attack->rows, g_steal_pointer (&row));
  g_array_append_val (attack->pivots, pivot);
}

gboolean
attack_knows (const Attack *attack, const gboolean *has)
{
  int pivot;
  g_autofree double *row = reduce (attack, has, &pivot);

  return pivot < 0;
}
