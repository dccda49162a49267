/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-report-private.h"
#include "caseness-quality-words.h"

#include <glib/gi18n.h>

/* Paper holds the first rows of a list; the CSV of the page holds all of them. */
#define MOST_ROWS 60

static void
add_row (CasenessReportTable *table, const CasenessQuality *quality, const CasenessQualityFault *fault, guint number,
         gboolean identifies)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (quality->snapshot);
  g_autofree char *where = caseness_quality_words_where (quality, fault, number, !identifies);
  g_autofree char *message = caseness_quality_dup_message (quality, fault, !identifies);
  const char *group = fault->finding != NULL
                        ? caseness_dictionary_get (dictionary, fault->finding->field)
                        : caseness_snapshot_get_text (quality->snapshot, fault->pathway, CASENESS_PATHWAY_TEAM);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, where);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, group);
  if (identifies)
    caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT,
                                    fault->finding == NULL
                                      ? caseness_snapshot_get_text (quality->snapshot, fault->pathway,
                                                                    CASENESS_PATHWAY_CLINICIAN)
                                      : NULL);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, message);
}

static void
add_rows (CasenessReportBuilder *builder, const CasenessQuality *quality, const GArray *faults, gboolean identifies)
{
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_table_add_column (table, _("Row or reference"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Field or team"), CASENESS_REPORT_START, 0);
  if (identifies)
    caseness_report_table_add_column (table, _("Clinician"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("What is wrong and what to do"), CASENESS_REPORT_START, 1);
  for (i = 0; i < MIN (faults->len, MOST_ROWS); i++)
    add_row (table, quality, &g_array_index (faults, CasenessQualityFault, i), i + 1, identifies);
  caseness_report_builder_add_table (builder, table);
  if (faults->len > MOST_ROWS)
    {
      g_autofree char *more
        = g_strdup_printf (ngettext ("%'u more row is not printed; export the list for all of them.",
                                     "%'u more rows are not printed; export the list for all of them.",
                                     faults->len - MOST_ROWS),
                           faults->len - MOST_ROWS);

      caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_SECONDARY, more);
    }
}

void
caseness_quality_report_add_refused (CasenessReportBuilder *builder, const CasenessQuality *quality,
                                     gboolean identifies)
{
  g_autoptr(GArray) refused = caseness_quality_list_refused (quality);

  if (refused->len == 0)
    return;
  caseness_report_builder_add_heading (builder, 2, _("What would be refused, and how to put it right"),
                                       _("What would be refused"), NULL);
  add_rows (builder, quality, refused, identifies);
}

void
caseness_quality_report_add_lists (CasenessReportBuilder *builder, const CasenessQuality *quality, gboolean identifies)
{
  g_autofree char *title = caseness_quality_words_lists (quality);
  guint i;

  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, title, _("Lists to put right"), NULL);
  for (i = 0; i < CASENESS_N_QUALITY_LISTS; i++)
    {
      const GArray *faults = quality->faults[i];
      /* Translators: the name of a list and how many rows it has */
      g_autofree char *heading = g_strdup_printf (ngettext ("%s: %'u row", "%s: %'u rows", faults->len),
                                                  caseness_quality_words_list (i), faults->len);

      caseness_report_builder_add_heading (builder, 2, heading, caseness_quality_words_list (i), NULL);
      caseness_report_builder_add_note (builder, caseness_quality_words_list_meaning (i));
      if (faults->len > 0)
        add_rows (builder, quality, faults, identifies);
    }
}
