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
void
caseness_percent_write (CasenessCsvWriter *writer, double percent)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (percent))
    caseness_csv_writer_text (writer, NULL);
  else
    caseness_csv_writer_text (writer, g_ascii_formatd (text, sizeof text, "%.1f", floor (percent * 10 + 0.5) / 10));
}
