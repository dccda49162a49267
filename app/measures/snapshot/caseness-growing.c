/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-growing.h"

#include "caseness-packed-private.h"

void
caseness_growing_init (CasenessGrowing *growing)
{
  growing->packed = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_packed_free);
  growing->n_packed = 0;
  growing->rest = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
caseness_growing_clear (CasenessGrowing *growing)
{
  g_clear_pointer (&growing->packed, g_ptr_array_unref);
  g_clear_pointer (&growing->rest, g_array_unref);
}

void
caseness_growing_append (CasenessGrowing *growing, const GArray *numbers)
{
  if (numbers->len > 0)
    g_array_append_vals (growing->rest, numbers->data, numbers->len);
}

void
caseness_growing_pack (CasenessGrowing *growing, guint n_kept, CasenessAside *aside)
{
  GArray *rest = growing->rest, *kept;
  guint n = rest->len - MIN (n_kept, rest->len);
  CasenessPacked *packed;

  packed = caseness_packed_new ((const gint32 *) (gconstpointer) rest->data, n);
  if (aside != NULL)
    caseness_packed_put_aside (packed, aside);
  g_ptr_array_add (growing->packed, packed);
  growing->n_packed += n;
  kept = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (rest->len > n)
    g_array_append_vals (kept, &g_array_index (rest, guint32, n), rest->len - n);
  g_array_unref (rest);
  growing->rest = kept;
}

CasenessPacked *
caseness_growing_finish (CasenessGrowing *growing)
{
  caseness_growing_pack (growing, 0, NULL);
  g_ptr_array_set_free_func (growing->packed, NULL);
  return caseness_packed_join ((CasenessPacked **) growing->packed->pdata, growing->packed->len);
}
