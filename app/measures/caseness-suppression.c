/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-suppression.h"

#define STEP 5
#define FEWEST_TOLD_OF_HOSPITALS 8

gboolean
caseness_suppress_is_small (gint64 count)
{
  return count < CASENESS_FEWEST_TOLD;
}

gint64
caseness_suppress_round (gint64 count)
{
  return (count + STEP / 2) / STEP * STEP;
}

static char *
print_rounded (gint64 count)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, caseness_suppress_round (count));
}

char *
caseness_suppress_count (gint64 count)
{
  return caseness_suppress_is_small (count) ? g_strdup (CASENESS_SUPPRESSED) : print_rounded (count);
}

char *
caseness_suppress_count_hes (gint64 count)
{
  return count > 0 && count < FEWEST_TOLD_OF_HOSPITALS ? g_strdup (CASENESS_SUPPRESSED) : print_rounded (count);
}

void
caseness_suppress_row (const gint64 *counts, guint n, gboolean *is_hidden)
{
  guint n_hidden = 0, smallest = n, i;

  for (i = 0; i < n; i++)
    {
      is_hidden[i] = caseness_suppress_is_small (counts[i]);
      n_hidden += is_hidden[i];
      if (!is_hidden[i] && (smallest == n || counts[i] < counts[smallest]))
        smallest = i;
    }
  if (n_hidden == 1 && smallest < n)
    is_hidden[smallest] = TRUE;
}
