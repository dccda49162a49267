/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-page-export.h"

#include "caseness-table-export.h"

void
caseness_page_save_csv (CasenessPage *page, const char *title, const char *name, CasenessCsvWriter *writer)
{
  g_return_if_fail (CASENESS_IS_PAGE (page) && writer != NULL);

  caseness_table_export_save (GTK_WIDGET (page), title, name, writer);
}
