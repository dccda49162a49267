/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-report-private.h"

#include <glib/gi18n.h>

#define FEWEST_PARTS 3
#define MOST_PARTS 30 /* with those one level deeper; of more, the first level alone is listed */
#define FEWEST_PAGES 4

static guint
count_parts (CasenessReport *report, guint deepest)
{
  guint n = 0, i;

  for (i = 0; i < report->blocks->len; i++)
    {
      const CasenessReportBlock *block = g_ptr_array_index (report->blocks, i);

      n += block->bookmark_level > 0 && block->bookmark_level <= deepest;
    }
  return n;
}

static void
add_part (CasenessReportTable *table, CasenessReportBlock *block, guint number)
{
  if (block->anchor == NULL)
    block->anchor = g_strdup_printf ("part-%u", number);
  caseness_report_table_add_cell (table, block->bookmark_level == 1 ? CASENESS_REPORT_CELL_BOLD : CASENESS_REPORT_CELL_TEXT,
                                  block->bookmark);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_PAGE, block->anchor);
}

static CasenessReportTable *
list_parts (CasenessReport *report, guint deepest)
{
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_table_add_column (table, _("Contents"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Page"), CASENESS_REPORT_END, 0);
  for (i = 0; i < report->blocks->len; i++)
    {
      CasenessReportBlock *block = g_ptr_array_index (report->blocks, i);

      if (block->bookmark_level > 0 && block->bookmark_level <= deepest)
        add_part (table, block, i);
    }
  return table;
}

static void
prepend (CasenessReport *report, CasenessReportBlock *block)
{
  g_ptr_array_insert (report->blocks, 0, block);
  report->n_contents++;
}

void
caseness_report_prepare_contents (CasenessReport *report, const char *reading)
{
  guint deepest = count_parts (report, 2) <= MOST_PARTS ? 2 : 1;
  CasenessReportBlock *table, *heading;

  if (count_parts (report, deepest) < FEWEST_PARTS)
    return;
  table = caseness_report_block_table (list_parts (report, deepest));
  heading = caseness_report_block_heading (1, report->title);
  heading->bookmark_level = 1;
  heading->bookmark = g_strdup (_("Contents"));
  report->has_reading = reading != NULL;
  if (report->has_reading)
    {
      prepend (report, caseness_report_block_paragraph (CASENESS_REPORT_BODY, reading));
      prepend (report, caseness_report_block_heading (2, _("How to read the charts")));
    }
  prepend (report, table);
  prepend (report, heading);
}

gboolean
caseness_report_needs_contents (CasenessReport *report)
{
  return report->n_contents > 0 && report->n_pages >= FEWEST_PAGES;
}
