/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-percent.h"

#include <math.h>

double
caseness_percent_round (gint64 numerator, gint64 denominator, int decimals)
{
  gint64 scale = decimals > 0 ? 10 : 1;

  if (denominator <= 0)
    return NAN;
  return (double) ((200 * scale * numerator + denominator) / (2 * denominator)) / scale;
}

/* What is rounded already stays as it is; a limit, which is no fraction of whole numbers, goes half up here. */
char *
caseness_percent_format (double percent)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (isnan (percent)
                     ? ""
                     : g_ascii_formatd (text, sizeof text, "%.1f", floor (percent * 10 + 0.5) / 10));
}

void
caseness_percent_write (CasenessCsvWriter *writer, double percent)
{
  g_autofree char *text = caseness_percent_format (percent);

  caseness_csv_writer_digits (writer, text);
}
