/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-aspiration.h"

#include "caseness-suppression.h"

#include <math.h>

static void
aspiration_free (gpointer data)
{
  CasenessEquityAspiration *self = data;

  g_ptr_array_unref (self->below);
  g_free (self);
}

GPtrArray *
caseness_equity_aspirations_new (void)
{
  return g_ptr_array_new_with_free_func (aspiration_free);
}

gboolean
caseness_equity_aspiration_is_met (const CasenessEquityAspiration *aspiration)
{
  return aspiration->below->len == 0;
}

/* Whether numbers tell of a group, and whether it is clearly below. */
static gboolean
judge (const CasenessEquityWay *way, guint group, CasenessEquityAspired aspired, const CasenessEquityShared *shared,
       gboolean *is_below)
{
  const CasenessEquityGroup *row = caseness_equity_way_get_group (way, group);

  if (aspired == CASENESS_EQUITY_ASPIRED_RECOVERY)
    {
      CasenessEquityRate rate = caseness_equity_get_rate (way, group, CASENESS_EQUITY_RECOVERY);

      *is_below = rate.difference.upper < 0;
      return !isnan (rate.difference.value) && !caseness_suppress_is_small (rate.denominator)
             && !caseness_equity_shared_stars_outcome (shared, group, CASENESS_EQUITY_RECOVERY);
    }
  *is_below = caseness_equity_group_judge (row, CASENESS_EQUITY_TREATED) == CASENESS_EQUITY_FEWER;
  return !isnan (row->shares[CASENESS_EQUITY_TREATED].ratio.value)
         && !caseness_equity_shared_stars (shared, group, CASENESS_EQUITY_TREATED);
}

void
caseness_equity_aspiration_test (const CasenessEquityWay *way, const char *variable, const CasenessEquityShared *shared,
                                 GPtrArray *tests)
{
  guint aspired, group;

  for (aspired = 0; aspired < CASENESS_N_EQUITY_ASPIRED; aspired++)
    {
      CasenessEquityAspiration *test = g_new0 (CasenessEquityAspiration, 1);

      test->aspired = aspired;
      test->variable = variable;
      test->below = g_ptr_array_new_with_free_func (g_free);
      for (group = 0; group < way->groups->len; group++)
        {
          gboolean is_below;

          if (!judge (way, group, aspired, shared, &is_below))
            continue;
          test->n_groups++;
          if (is_below)
            g_ptr_array_add (test->below, g_strdup (caseness_equity_way_get_group (way, group)->line->group));
        }
      if (test->n_groups > 1)
        g_ptr_array_add (tests, test);
      else
        aspiration_free (test);
    }
}
