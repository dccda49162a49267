/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-bar-chart.h"
#include "caseness-quality-report-private.h"
#include "caseness-quality-words.h"

#include <glib/gi18n.h>
#include <math.h>

static void
add_bar (CasenessBarChart *chart, const CasenessQuality *quality, guint item)
{
  CasenessQualityShare share = quality->totals[item];
  g_autofree char *counts = caseness_quality_words_counts (share);
  double value = share.denominator < CASENESS_QUALITY_FEWEST ? NAN : 100.0 * share.numerator / share.denominator;

  caseness_bar_chart_add_bar (chart, caseness_quality_words_item (item), value,
                              caseness_quality_is_short (item, share) ? CASENESS_BAR_NOTABLE : CASENESS_BAR_PLAIN, counts);
}

static void
add_chart (CasenessReportBuilder *builder, const CasenessQuality *quality)
{
  g_autoptr(CasenessBarChart) chart
    = caseness_bar_chart_new (_("Item"), _("Recorded"), CASENESS_CHART_PERCENT);
  g_autofree char *period = caseness_period_format (&quality->period);
  /* Translators: %s is a period */
  g_autofree char *subtitle = g_strdup_printf (_("Share of records that hold each item, %s"), period);
  guint n_items, i;

  caseness_completeness_get_items (&n_items);
  caseness_bar_chart_set_note_heading (chart, _("Count"));
  for (i = 0; i < n_items; i++)
    add_bar (chart, quality, i);
  caseness_chart_set_titles (caseness_bar_chart_as_chart (chart), _("Every item"), subtitle,
                             _("Hatched: short of the standard. Shares of fewer than 10 are not shown."));
  caseness_report_builder_add_chart (builder, caseness_bar_chart_as_chart (chart), 2, _("Every item"));
}

static void
add_share_cells (CasenessReportTable *table, CasenessQualityShare share, guint item)
{
  g_autofree char *percent = caseness_quality_words_share (share);
  g_autofree char *counts = caseness_quality_words_counts (share);
  g_autofree char *interval = caseness_quality_words_interval (share);

  caseness_report_table_add_cell (table,
                                  caseness_quality_is_short (item, share) ? CASENESS_REPORT_CELL_BOLD
                                                                          : CASENESS_REPORT_CELL_TEXT,
                                  percent);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, counts);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, interval);
}

static void
add_intervals (CasenessReportBuilder *builder, const CasenessQuality *quality)
{
  CasenessReportTable *table = caseness_report_table_new ();
  guint n_items, i;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  caseness_report_table_add_column (table, _("Item"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Recorded"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Count"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("95% interval"), CASENESS_REPORT_END, 1);
  caseness_report_table_add_column (table, _("Standard"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Asked of"), CASENESS_REPORT_START, 1);
  for (i = 0; i < n_items; i++)
    {
      g_autofree char *standard = caseness_quality_words_standard (i, quality->totals[i]);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, caseness_quality_words_item (i));
      add_share_cells (table, quality->totals[i], i);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, standard);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_cohort_get_words (items[i].cohort));
    }
  caseness_report_builder_add_heading (builder, 2, _("With intervals and standards"), NULL, NULL);
  caseness_report_builder_add_table (builder, table);
}

static void
add_group (CasenessReportTable *table, const CasenessQuality *quality, CasenessQualitySplit split,
           const CasenessQualityGroup *group)
{
  g_autofree char *label = caseness_quality_words_group (quality, split, group->label, FALSE);
  guint n_items, i;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, label);
  for (i = 0; i < n_items; i++)
    if (items[i].standard > 0)
      {
        g_autofree char *percent = caseness_quality_words_share (group->shares[i]);
        g_autofree char *counts = caseness_quality_words_counts (group->shares[i]);
        gboolean is_bold = caseness_quality_is_short (i, group->shares[i]);

        caseness_report_table_add_cell (table, is_bold ? CASENESS_REPORT_CELL_BOLD : CASENESS_REPORT_CELL_TEXT,
                                        percent);
        caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_SECONDARY, counts);
      }
}

/* Whether a group has anybody of whom an item with a standard is asked. */
static gboolean
has_standards (const CasenessQualityGroup *group)
{
  guint n_items, i;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  for (i = 0; i < n_items; i++)
    if (items[i].standard > 0 && group->shares[i].denominator > 0)
      return TRUE;
  return FALSE;
}

/* The items that have a standard, by group. */
static void
add_groups (CasenessReportBuilder *builder, const CasenessQuality *quality, CasenessQualitySplit split,
            const char *heading)
{
  g_autoptr(GPtrArray) groups = caseness_quality_count (quality, split);
  CasenessReportTable *table;
  guint n_items, i;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  if (groups->len < 2)
    return;
  table = caseness_report_table_new ();
  caseness_report_table_add_column (table, caseness_quality_words_split (split), CASENESS_REPORT_START, 1);
  for (i = 0; i < n_items; i++)
    if (items[i].standard > 0)
      {
        caseness_report_table_add_column (table, caseness_quality_words_item (i), CASENESS_REPORT_END, 1);
        caseness_report_table_add_column (table, _("Count"), CASENESS_REPORT_END, 0);
      }
  for (i = 0; i < groups->len; i++)
    if (has_standards (g_ptr_array_index (groups, i)))
      add_group (table, quality, split, g_ptr_array_index (groups, i));
  caseness_report_builder_add_heading (builder, 2, heading, heading, NULL);
  caseness_report_builder_add_note (builder, _("Items with a standard; bold where a share is short of it."));
  caseness_report_builder_add_table (builder, table);
}

void
caseness_quality_report_add_completeness (CasenessReportBuilder *builder, const CasenessQuality *quality,
                                          gboolean identifies)
{
  g_autofree char *title = caseness_quality_words_completeness (quality);

  /* The tables first, which may begin on what is left of a page. */
  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, title, _("Completeness"), NULL);
  add_groups (builder, quality, CASENESS_QUALITY_BY_MONTH, _("Completeness by month"));
  add_groups (builder, quality, CASENESS_QUALITY_BY_PROVIDER, _("Completeness by provider"));
  add_groups (builder, quality, CASENESS_QUALITY_BY_TEAM, _("Completeness by team"));
  if (identifies)
    add_groups (builder, quality, CASENESS_QUALITY_BY_CLINICIAN, _("Completeness by clinician"));
  add_chart (builder, quality);
  add_intervals (builder, quality);
}
