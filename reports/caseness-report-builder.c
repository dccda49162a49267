/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-report-private.h"

#define PART_SPACE 12 /* above a part that follows another on its page */

struct _CasenessReportBuilder
{
  CasenessReport *report;
  char *reading;        /* nullable */
  gboolean is_of_sheets;
  CasenessReportBreak before; /* the next block */
};

CasenessReportBuilder *
caseness_report_builder_new (const CasenessReportInfo *info)
{
  CasenessReportBuilder *builder = g_new0 (CasenessReportBuilder, 1);

  g_return_val_if_fail (info != NULL, NULL);

  builder->report = caseness_report_create (info);
  builder->reading = g_strdup (info->reading);
  builder->is_of_sheets = info->is_of_sheets;
  return builder;
}

static void
add_block (CasenessReportBuilder *builder, CasenessReportBlock *block)
{
  block->before = builder->before;
  builder->before = CASENESS_REPORT_BREAK_NONE;
  g_ptr_array_add (builder->report->blocks, block);
}

void
caseness_report_builder_start_page (CasenessReportBuilder *builder)
{
  g_return_if_fail (builder != NULL);

  builder->before = CASENESS_REPORT_BREAK_PAGE;
}

void
caseness_report_builder_start_part (CasenessReportBuilder *builder)
{
  g_return_if_fail (builder != NULL);

  if (builder->report->blocks->len > 0)
    add_block (builder, caseness_report_block_space (PART_SPACE));
  builder->before = CASENESS_REPORT_BREAK_PART;
}

void
caseness_report_builder_add_heading (CasenessReportBuilder *builder, guint level, const char *text,
                                     const char *bookmark, const char *anchor)
{
  CasenessReportBlock *block;

  g_return_if_fail (builder != NULL);
  g_return_if_fail (text != NULL);

  block = caseness_report_block_heading (level, text);
  block->bookmark_level = bookmark != NULL ? level : 0;
  block->bookmark = g_strdup (bookmark);
  block->anchor = g_strdup (anchor);
  add_block (builder, block);
}

void
caseness_report_builder_add_paragraph (CasenessReportBuilder *builder, CasenessReportStyle style, const char *text)
{
  g_return_if_fail (builder != NULL);
  g_return_if_fail (text != NULL);

  add_block (builder, caseness_report_block_paragraph (style, text));
}

void
caseness_report_builder_add_definition (CasenessReportBuilder *builder, const char *term, const char *text)
{
  GPtrArray *blocks;

  g_return_if_fail (builder != NULL);
  g_return_if_fail (term != NULL && text != NULL);

  blocks = builder->report->blocks;
  if (builder->before != CASENESS_REPORT_BREAK_NONE || blocks->len == 0
      || !caseness_report_block_is_definitions (g_ptr_array_index (blocks, blocks->len - 1)))
    add_block (builder, caseness_report_block_definitions ());
  caseness_report_block_add_definition (g_ptr_array_index (blocks, blocks->len - 1), term, text);
}

void
caseness_report_builder_add_note (CasenessReportBuilder *builder, const char *text)
{
  g_return_if_fail (builder != NULL);
  g_return_if_fail (text != NULL);

  add_block (builder, caseness_report_block_kept_paragraph (text));
}

void
caseness_report_builder_add_names (CasenessReportBuilder *builder, const char *words, GPtrArray *names)
{
  g_autoptr(GString) text = g_string_new (words);
  g_autoptr(GString) list = g_string_new (NULL);
  guint i;

  g_return_if_fail (builder != NULL && words != NULL && names != NULL);
  for (i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", (const char *) names->pdata[i]);
  g_string_replace (text, "%s", list->str, 1);
  if (names->len > 0)
    caseness_report_builder_add_note (builder, text->str);
}

void
caseness_report_builder_add_chart (CasenessReportBuilder *builder, CasenessChart *chart, guint level,
                                   const char *bookmark)
{
  g_autofree char *summary = NULL;
  const char *title;

  g_return_if_fail (builder != NULL);
  g_return_if_fail (chart != NULL);

  title = caseness_chart_get_title (chart);
  summary = caseness_chart_dup_summary (chart);
  if (title != NULL)
    caseness_report_builder_add_heading (builder, level, title, bookmark, NULL);
  if (caseness_chart_get_subtitle (chart) != NULL)
    caseness_report_builder_add_note (builder, caseness_chart_get_subtitle (chart));
  if (title == NULL || !g_str_has_prefix (summary, title))
    caseness_report_builder_add_note (builder, summary);
  add_block (builder, caseness_report_block_chart (chart));
  if (caseness_chart_get_footnote (chart) != NULL)
    caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_SECONDARY, caseness_chart_get_footnote (chart));
}

void
caseness_report_builder_add_table (CasenessReportBuilder *builder, CasenessReportTable *table)
{
  g_return_if_fail (builder != NULL);
  g_return_if_fail (table != NULL);

  add_block (builder, caseness_report_block_table (table));
}

void
caseness_report_builder_add_space (CasenessReportBuilder *builder, double height)
{
  g_return_if_fail (builder != NULL);

  add_block (builder, caseness_report_block_space (height));
}

CasenessReport *
caseness_report_builder_end (CasenessReportBuilder *builder)
{
  CasenessReport *report;

  g_return_val_if_fail (builder != NULL, NULL);

  report = builder->report;
  if (!builder->is_of_sheets)
    caseness_report_prepare_contents (report, builder->reading);
  g_free (builder->reading);
  g_free (builder);
  return report;
}
