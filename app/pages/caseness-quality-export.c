/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-export.h"

#include "caseness-page-export.h"
#include "caseness-quality-csv.h"

#include <glib/gi18n-lib.h>

/* In meeting mode names and references are hidden here as on paper (rulings, 84), numbers are not: they count rows and
 * fields to be put right in the source system, which one row is as much as a hundred, and are for those who do it, not for
 * commissioners (methods, section 14.4). */
static void
save (CasenessPage *page, const CasenessQualityAnswer *answer, CasenessCsvWriter *writer, const char *title,
      const char *what)
{
  char day[11];
  g_autofree char *name = g_strdup_printf ("data-quality-%s-%s.csv", what,
                                           caseness_date_write_iso (answer->quality->period.end, day));

  caseness_page_save_csv (page, title, name, writer);
}

static void
write_lists (CasenessCsvWriter *writer, const CasenessQuality *quality)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (CasenessQualityFault));
  guint i;

  for (i = 0; i < CASENESS_N_QUALITY_LISTS; i++)
    g_array_append_vals (all, quality->faults[i]->data, quality->faults[i]->len);
  caseness_quality_write_faults_csv (writer, quality, all);
}

static void
write_unjudged (CasenessCsvWriter *writer)
{
  static const char *const headings[] = { "rule", "table", "field", "meaning", "reason", NULL };
  g_autoptr(GArray) rules = caseness_quality_list_unjudged ();
  guint i;

  caseness_csv_writer_row (writer, headings);
  for (i = 0; i < rules->len; i++)
    {
      const CasenessUnjudgedRule *rule = &g_array_index (rules, CasenessUnjudgedRule, i);
      const char *cells[] = { rule->id, rule->table, rule->field, rule->meaning, rule->reason, NULL };

      caseness_csv_writer_row (writer, cells);
    }
}

void
caseness_quality_export_table (CasenessPage *page, const CasenessQualityAnswer *answer, CasenessQualityView view)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autoptr(GArray) refused = NULL;

  switch (view)
    {
    case CASENESS_QUALITY_VIEW_REFUSED:
      refused = caseness_quality_list_refused (answer->quality);
      caseness_quality_write_faults_csv (writer, answer->quality, refused);
      save (page, answer, writer, _("Export What Would Be Refused"), "refused");
      break;
    case CASENESS_QUALITY_VIEW_RULES:
      caseness_quality_write_rules_csv (writer, answer->quality, answer->split);
      save (page, answer, writer, _("Export the Rules Broken"), "rules");
      break;
    case CASENESS_QUALITY_VIEW_COMPLETENESS:
      caseness_quality_write_completeness_csv (writer, answer->quality, answer->split);
      save (page, answer, writer, _("Export the Completeness"), "completeness");
      break;
    case CASENESS_QUALITY_VIEW_LISTS:
      write_lists (writer, answer->quality);
      save (page, answer, writer, _("Export All Rows to Put Right"), "to-put-right");
      break;
    case CASENESS_QUALITY_VIEW_UNJUDGED:
    case CASENESS_N_QUALITY_VIEWS:
    default:
      write_unjudged (writer);
      save (page, answer, writer, _("Export the Rules Not Judged"), "not-judged");
      break;
    }
}

void
caseness_quality_export_rows (CasenessPage *page, const CasenessQualityAnswer *answer,
                              const CasenessQualityPlace *place)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autoptr(GArray) faults = caseness_quality_place_list (place, answer);
  g_autofree char *what = caseness_quality_place_dup_file_name (place);

  if (faults == NULL)
    return;
  caseness_quality_write_faults_csv (writer, answer->quality, faults);
  save (page, answer, writer, _("Export These Rows"), what);
}
