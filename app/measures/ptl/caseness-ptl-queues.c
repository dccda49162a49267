/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-queues.h"

static void
clear_queue (gpointer queue)
{
  g_free (((CasenessPtlQueue *) queue)->group);
}

static void
add_queue (GArray *queues, const CasenessPtl *ptl, CasenessPtlSplit split, const char *group)
{
  CasenessPtlQueue queue = { .group = g_strdup (group) };

  queue.queue = caseness_queue_measure (ptl, split, group);
  queue.clearance = caseness_queue_clear (&queue.queue, caseness_queue_get_rule (caseness_ptl_get_standard (ptl)));
  g_array_append_val (queues, queue);
}

/* How many people a group must have to be among the largest. */
static guint
find_least (const CasenessPtlGrid *grid)
{
  guint least = 0;
  guint i, k;

  for (i = 0; i < grid->rows->len; i++)
    {
      guint total = ((CasenessPtlRow *) g_ptr_array_index (grid->rows, i))->total;
      guint n_larger = 0;

      for (k = 0; k < grid->rows->len; k++)
        n_larger += ((CasenessPtlRow *) g_ptr_array_index (grid->rows, k))->total > total;
      if (n_larger >= CASENESS_PTL_MOST_QUEUES)
        least = MAX (least, total + 1);
    }
  return least;
}

GArray *
caseness_ptl_list_queues (const CasenessPtl *ptl, const CasenessPtlGrid *grid)
{
  GArray *queues = g_array_new (FALSE, FALSE, sizeof (CasenessPtlQueue));
  gboolean has_queues = grid->split != CASENESS_PTL_SPLIT_APPOINTMENT && grid->split != CASENESS_PTL_SPLIT_PRIORITY;
  guint least = find_least (grid);
  guint i;

  g_array_set_clear_func (queues, clear_queue);
  add_queue (queues, ptl, grid->split, NULL);
  for (i = 0; has_queues && i < grid->rows->len; i++)
    {
      const CasenessPtlRow *row = g_ptr_array_index (grid->rows, i);

      if (row->total >= least && queues->len <= CASENESS_PTL_MOST_QUEUES)
        add_queue (queues, ptl, grid->split, row->label);
    }
  return queues;
}
