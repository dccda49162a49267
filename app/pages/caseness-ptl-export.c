/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-export.h"

#include "caseness-page-export.h"
#include "caseness-ptl-csv.h"

#include <glib/gi18n-lib.h>

/* In meeting mode names and references are hidden here as on paper (rulings, 84), numbers are not: the PTL meeting is the
 * service's own (interface), nearly every cell of a tracking list is of fewer than five, and stars would leave nothing to
 * agree on. So the list says of itself that it is exact (caseness-ptl-report-definitions.c), and suppression stays with what
 * goes to commissioners (methods, section 14.4). The menu of the grid takes away what the page shows for the same reason. */
static void
save_csv (CasenessPage *page, const CasenessPtlAnswer *answer, CasenessCsvWriter *writer, const char *title,
          const char *what)
{
  g_autofree char *stage = g_strdup (caseness_stage_get_name (answer->query->stage));
  g_autofree char *name = NULL;
  char day[11];

  caseness_date_write_iso (answer->query->as_at, day);
  name = g_strdup_printf ("ptl-%s-%s-%s.csv", g_strdelimit (stage, " ", '-'), what, day);
  caseness_page_save_csv (page, title, name, writer);
}

void
caseness_ptl_export_grid (CasenessPage *page, const CasenessPtlAnswer *answer)
{
  const CasenessPtlQuery *query = answer->query;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autoptr(CasenessFilter) filter = caseness_ptl_query_narrow (query);
  g_autoptr(CasenessPtl) ptl
      = caseness_ptl_new (query->snapshot, query->stage, query->as_at, query->standard_days, filter);

  caseness_ptl_write_grid_csv (writer, ptl, query->split);
  save_csv (page, answer, writer, _("Export the Grid"), "grid");
}

void
caseness_ptl_export_people (CasenessPage *page, const CasenessPtlAnswer *answer, const GPtrArray *people)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  caseness_ptl_write_people_csv (writer, answer->ptl, people, answer->actions);
  save_csv (page, answer, writer, _("Export the People"), "people");
}

void
caseness_ptl_export_queues (CasenessPage *page, const CasenessPtlAnswer *answer)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  caseness_ptl_write_queues_csv (writer, answer->queues);
  save_csv (page, answer, writer, _("Export the Queues"), "queues");
}
