/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-record.h"

#include "caseness-reference.h"

#include <math.h>
#include <string.h>

double
caseness_equity_get_figure (const char *figure)
{
  const CasenessReference *table = caseness_reference_get ("equity-figures");
  guint name = caseness_reference_find_column (table, "figure"), value = caseness_reference_find_column (table, "value"), i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    if (strcmp (caseness_reference_get_cell (table, i, name), figure) == 0)
      return g_ascii_strtod (caseness_reference_get_cell (table, i, value), NULL);
  g_return_val_if_reached (NAN);
}
