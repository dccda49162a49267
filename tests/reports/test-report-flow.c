/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-report-builder.h"
#include "report-text.h"

#include <string.h>

/* How what stands on a page makes way for what comes next, and makes use of what is left. */

static CasenessReportBuilder *
create_builder (void)
{
  const CasenessReportInfo info = {
    .title = "Equity, Exampleshire",
    .name = "Equity report",
    .service = "Exampleshire",
    .file_name = "equity",
    .confidentiality = "Does not identify people",
    .sources = "Filter: None.",
    .as_at = caseness_date_new (2025, 6, 30),
    .paper = CASENESS_REPORT_LANDSCAPE,
  };

  return caseness_report_builder_new (&info);
}

/* As many lines of text, one paragraph each. */
static void
add_lines (CasenessReportBuilder *builder, guint n)
{
  for (; n > 0; n--)
    caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, "A line.");
}

static void
add_compact (CasenessReportBuilder *builder, guint n_rows)
{
  CasenessReportTable *table = caseness_report_table_new ();
  guint row;

  caseness_report_table_add_column (table, "Group", CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, "Referred", CASENESS_REPORT_END, 0);
  caseness_report_table_set_compact (table);
  for (row = 0; row < n_rows; row++)
    {
      g_autofree char *name = g_strdup_printf ("row-%u", row + 1);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, name);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, "25");
    }
  caseness_report_builder_add_table (builder, table);
}

/* On how many pages rows stand. */
static guint
count_pages_with_rows (const char *text)
{
  g_auto(GStrv) pages = g_strsplit (text, "\f", -1);
  guint n = 0, i;

  for (i = 0; pages[i] != NULL; i++)
    n += strstr (pages[i], "row-") != NULL;
  return n;
}

/* Wherever on a page a small compact table comes, it is not cut; a longer one makes use of what is left. */
static void
test_small_table (void)
{
  static const struct
  {
    guint n_rows;
    guint most_pages;
  } cases[] = { { 20, 1 }, { 120, 2 } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint most = 0, above;

      for (above = 0; above < 45; above += 2)
        {
          CasenessReportBuilder *builder = create_builder ();
          g_autoptr(CasenessReport) report = NULL;
          g_autofree char *text = NULL;

          add_lines (builder, above);
          add_compact (builder, cases[i].n_rows);
          report = caseness_report_builder_end (builder);
          text = report_text_dup (report);
          most = MAX (most, count_pages_with_rows (text));
        }
      g_assert_cmpuint (most, ==, cases[i].most_pages);
    }
}

/* A report with contents is laid out twice, the second time with less room on its first page: a long table still begins
 * there, with what fits. */
static void
test_laid_out_twice (void)
{
  CasenessReportBuilder *builder = create_builder ();
  g_autoptr(CasenessReport) report = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) pages = NULL;
  guint i;

  caseness_report_builder_add_heading (builder, 1, "Every characteristic", "Characteristics", NULL);
  add_compact (builder, 300);
  for (i = 0; i < 3; i++)
    {
      g_autofree char *part = g_strdup_printf ("Part %u", i + 1);

      caseness_report_builder_start_page (builder);
      caseness_report_builder_add_heading (builder, 1, part, part, NULL);
      add_lines (builder, 8);
    }
  report = caseness_report_builder_end (builder);
  text = report_text_dup (report);
  pages = g_strsplit (text, "\f", -1);
  g_assert_nonnull (strstr (pages[0], "Contents"));
  g_assert_nonnull (strstr (pages[0], "Every characteristic"));
  g_assert_nonnull (strstr (pages[0], "row-1 "));
}

/* The name of a section goes on above columns that have nothing beside it. */
static void
test_long_section (void)
{
  static const char *const beside[] = { "", "25" };
  guint n_lines[G_N_ELEMENTS (beside)] = { 0 };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      CasenessReportBuilder *builder = create_builder ();
      CasenessReportTable *table = caseness_report_table_new ();
      g_autoptr(CasenessReport) report = NULL;
      g_autofree char *text = NULL;
      const char *from, *to;

      caseness_report_table_add_column (table, "Group", CASENESS_REPORT_START, 0);
      caseness_report_table_set_widest (table, 60);
      caseness_report_table_add_column (table, "Referred, treated and recovered in the period", CASENESS_REPORT_END, 0);
      caseness_report_table_set_compact (table);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_SECTION, "a long-term condition or none of them");
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_SECTION, beside[i]);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, "Asthma");
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, "5");
      caseness_report_builder_add_table (builder, table);
      report = caseness_report_builder_end (builder);
      text = report_text_dup (report);
      from = strstr (text, "a long-term");
      to = strstr (text, "them");
      g_assert_true (from != NULL && to != NULL && from < to);
      for (; from < to; from++)
        n_lines[i] += *from == '\n';
    }
  g_assert_cmpuint (n_lines[0], ==, 0);
  g_assert_cmpuint (n_lines[1], >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/flow/small-table", test_small_table);
  g_test_add_func ("/reports/flow/laid-out-twice", test_laid_out_twice);
  g_test_add_func ("/reports/flow/long-section", test_long_section);
  return g_test_run ();
}
