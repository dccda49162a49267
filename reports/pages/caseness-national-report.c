/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-national-report.h"

#include "caseness-figure-words.h"
#include "caseness-national-words.h"
#include "caseness-pack-words.h"
#include "caseness-report-builder.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define DEFINITIONS "definitions"

static const struct
{
  const char *term;
  const char *text;
  const char *told; /* (nullable): in its place, outside the service */
} definitions[] = {
  { N_ ("Here"), N_ ("Our exact figure, from all that is loaded of the providers, whatever the filter."),
    N_ ("Our figure, from all that is loaded of the providers, whatever the filter; hidden (*) where fewer than five stand "
        "behind it.") },
  { N_ ("Here, rounded"),
    N_ ("What the publication would print of it: counts under 5 are hidden, others are rounded to the nearest 5; "
        "percentages come from the exact counts, to the decimals the file has, and are hidden when their numerator is "
        "under 5; means have one decimal.") },
  { N_ ("Same"), N_ ("Both print the same once rounded so.") },
  { N_ ("Within rounding"), N_ ("They print differently, by no more than rounding to the last decimal can do.") },
  { N_ ("Hidden nationally"), N_ ("The publication hides the figure, and would hide ours: more cannot be told.") },
  { N_ ("Not worked out here"), N_ ("A measure that was retired, or a breakdown that is none of ours.") },
  { N_ ("Identity"), N_ ("A sum that holds on the published figures for England in every month, and so must hold here.") },
  { N_ ("Rule in doubt"),
    N_ ("A question that no public source settles. Each is decided one way by default; the other way is tried here."),
    N_ ("A question that no public source settles. Each is decided one way by default; the other way is tried here. Which "
        "figures move is told, not by how much, which may be a person or two.") },
  { N_ ("Entered after the window closed"),
    N_ ("Dated in the month and first sent after it, or the month was sent again since the extract was made.") },
  { N_ ("Broken pathway"),
    N_ ("Nationally the pathway begins anew, because the person or the referral goes by another id there.") },
};

static CasenessReportTable *
new_comparison_table (gboolean has_periods, gboolean tells_exactly)
{
  CasenessReportTable *table = caseness_report_table_new ();

  caseness_report_table_add_column (table, _ ("Id"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _ ("Measure"), CASENESS_REPORT_START, 1);
  if (has_periods)
    caseness_report_table_add_column (table, _ ("Period"), CASENESS_REPORT_START, 0);
  if (tells_exactly)
    caseness_report_table_add_column (table, _ ("Here"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _ ("Here, rounded"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _ ("Published"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _ ("Verdict"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _ ("Gap"), CASENESS_REPORT_END, 0);
  return table;
}

/* What leaves the service tells no more of a figure than the publication does. */
static void
add_comparison (CasenessReportTable *table, const CasenessComparison *row, gboolean has_periods, gboolean tells_exactly)
{
  g_autofree char *measure = caseness_national_words_measure (row);
  g_autofree char *period = caseness_period_format (&row->published->period);
  g_autofree char *exact = caseness_national_words_exact (row);
  g_autofree char *verdict = caseness_national_words_verdict (row->verdict);
  g_autofree char *gap = caseness_national_words_gap (tells_exactly ? row->gap : row->difference);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_SECONDARY, row->published->measure);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, measure);
  if (has_periods)
    caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, period);
  if (tells_exactly)
    caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, exact);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_national_words_printed (row->local));
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT,
                                  caseness_national_words_printed (row->published->text));
  caseness_report_table_add_cell (table, row->verdict == CASENESS_AGREEMENT_DIFFERENT ? CASENESS_REPORT_CELL_BOLD
                                                                                     : CASENESS_REPORT_CELL_TEXT,
                                  verdict);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, gap);
}

/* The headline measures in full; of the rest only what differs, which is what there is to talk about. */
static gboolean
is_printed (const CasenessComparison *row, gboolean is_headline)
{
  gboolean is_total = strcmp (row->published->variable, CASENESS_VARIABLE_TOTAL) == 0;

  if (is_headline)
    return is_total && caseness_national_is_headline (row->published->measure);
  return is_total && !caseness_national_is_headline (row->published->measure)
         && row->verdict == CASENESS_AGREEMENT_DIFFERENT;
}

static void
add_comparisons (CasenessReportBuilder *builder, const CasenessComparisons *comparisons, gboolean is_headline,
                 gboolean tells_exactly)
{
  gboolean has_periods = caseness_comparisons_have_periods (comparisons);
  CasenessReportTable *table = new_comparison_table (has_periods, tells_exactly);
  guint i;

  for (i = 0; i < comparisons->rows->len; i++)
    {
      const CasenessComparison *row = g_ptr_array_index (comparisons->rows, i);

      if (is_printed (row, is_headline))
        add_comparison (table, row, has_periods, tells_exactly);
    }
  if (caseness_report_table_get_n_rows (table) > 0)
    caseness_report_builder_add_table (builder, table);
  else
    {
      caseness_report_table_free (table);
      caseness_report_builder_add_paragraph (builder, CASENESS_REPORT_BODY, _ ("None."));
    }
}

/* Whether the publication would hide a figure of ours, as one that few people stand behind. */
static gboolean
is_hidden (const CasenessNationalEngland *row)
{
  g_autofree char *printed = caseness_compare_print (&row->ours, row->measure, 1);

  return strcmp (printed, CASENESS_SUPPRESSED) == 0;
}

static void
add_england (CasenessReportBuilder *builder, const CasenessNational *national, gboolean tells_exactly)
{
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_table_add_column (table, _ ("Id"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _ ("Measure"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _ ("Here"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _ ("England"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _ ("Gap"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _ ("England’s is of"), CASENESS_REPORT_START, 0);
  for (i = 0; i < national->england->len; i++)
    {
      const CasenessNationalEngland *row = &g_array_index (national->england, CasenessNationalEngland, i);
      g_autofree char *title = caseness_national_words_name (row->measure);
      g_autofree char *ours = caseness_figure_words_value (row->measure, &row->ours);
      g_autofree char *theirs = caseness_national_words_england (row);
      g_autofree char *gap = caseness_national_words_gap (row->gap);
      g_autofree char *period = caseness_period_format (&row->england.period);
      gboolean hides = !tells_exactly && is_hidden (row);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_SECONDARY, row->measure->id);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, title);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, hides ? CASENESS_SUPPRESSED : ours);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, theirs);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, hides ? CASENESS_SUPPRESSED : gap);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, period);
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_measures (CasenessReportBuilder *builder, const CasenessNational *national, gboolean tells_exactly)
{
  g_autofree char *title = caseness_national_words_title (national, TRUE);
  g_autofree char *subtitle = caseness_national_words_subtitle (national);

  caseness_report_builder_add_heading (builder, 1, title, _ ("Measures"), NULL);
  caseness_report_builder_add_note (builder, subtitle);
  if (national->comparisons == NULL)
    {
      add_england (builder, national, tells_exactly);
      return;
    }
  add_comparisons (builder, national->comparisons, TRUE, tells_exactly);
  caseness_report_builder_add_heading (builder, 2, _ ("Other measures that differ"), NULL, NULL);
  add_comparisons (builder, national->comparisons, FALSE, tells_exactly);
}

static void
add_identities (CasenessReportBuilder *builder, const CasenessNational *national)
{
  g_autofree char *title = caseness_national_words_identities (national);
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_builder_add_heading (builder, 1, title, _ ("Identities"), NULL);
  caseness_report_builder_add_note (builder, _ ("Sums that the published figures obey in every month, checked on ours."));
  caseness_report_table_add_column (table, _ ("Identity"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _ ("What it says"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _ ("Months"), CASENESS_REPORT_END, 0);
  for (i = 0; i < national->identities->len; i++)
    {
      const CasenessIdentitySummary *row = &g_array_index (national->identities, CasenessIdentitySummary, i);
      g_autofree char *holds = caseness_national_words_holds (row);
      g_autofree char *sum = caseness_national_words_sum (row);
      gboolean is_broken = row->n_holds < row->n_months;

      caseness_report_table_add_cell (table, is_broken ? CASENESS_REPORT_CELL_BOLD : CASENESS_REPORT_CELL_TEXT, sum);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, g_dgettext (GETTEXT_PACKAGE, row->meaning));
      caseness_report_table_add_cell (table, is_broken ? CASENESS_REPORT_CELL_BOLD : CASENESS_REPORT_CELL_TEXT, holds);
    }
  caseness_report_builder_add_table (builder, table);
}

/* By how much a rule moves a figure may be a person or two: outside it is told which figures move. */
static void
add_doubts (CasenessReportBuilder *builder, const GPtrArray *checks, gboolean tells_exactly)
{
  g_autofree char *title = caseness_national_words_doubts (checks);
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_builder_add_heading (builder, 1, title, _ ("Rules in doubt"), NULL);
  caseness_report_builder_add_note (builder, _ ("Every measure under the default and the switched rule. Where nothing "
                                                "moves, the doubt does not matter."));
  caseness_report_table_add_column (table, _ ("In doubt"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _ ("Decided"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _ ("Could be"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _ ("Then"), CASENESS_REPORT_START, 0);
  for (i = 0; i < checks->len; i++)
    {
      const CasenessDoubtCheck *check = g_ptr_array_index (checks, i);
      g_autofree char *moves = caseness_national_words_moves (check, tells_exactly);
      gboolean matters = check->moves->len > 0;

      caseness_report_table_add_cell (table, matters ? CASENESS_REPORT_CELL_BOLD : CASENESS_REPORT_CELL_TEXT,
                                      g_dgettext (GETTEXT_PACKAGE, check->doubt->question));
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT,
                                      g_dgettext (GETTEXT_PACKAGE, check->doubt->value_words));
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT,
                                      g_dgettext (GETTEXT_PACKAGE, check->doubt->other_words));
      caseness_report_table_add_cell (table, matters ? CASENESS_REPORT_CELL_BOLD : CASENESS_REPORT_CELL_SECONDARY, moves);
    }
  caseness_report_builder_add_table (builder, table);
}

static char *
dup_count (gint64 count, gboolean is_hidden, gboolean tells_exactly)
{
  if (tells_exactly)
    return g_strdup_printf ("%'" G_GINT64_FORMAT, count);
  return is_hidden ? g_strdup (CASENESS_SUPPRESSED) : caseness_suppress_count (count);
}

static void
add_reasons (CasenessReportBuilder *builder, const CasenessDifferences *differences, gboolean tells_exactly)
{
  CasenessReportTable *table = caseness_report_table_new ();
  gint64 counts[CASENESS_N_DIFFERENCE_REASONS];
  gboolean is_hidden[CASENESS_N_DIFFERENCE_REASONS] = { FALSE };
  guint i;

  for (i = 0; i < CASENESS_N_DIFFERENCE_REASONS; i++)
    counts[i] = differences->n_pathways[i];
  if (!tells_exactly)
    caseness_suppress_row (counts, G_N_ELEMENTS (counts), CASENESS_TOTALS_ROUNDED, is_hidden);

  caseness_report_table_add_column (table, _ ("Reason"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _ ("Pathways"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _ ("What it means"), CASENESS_REPORT_START, 1);
  for (i = 0; i < CASENESS_N_DIFFERENCE_REASONS; i++)
    {
      g_autofree char *n = dup_count (counts[i], is_hidden[i], tells_exactly);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, caseness_difference_reason_get_title (i));
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, n);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_difference_reason_get_meaning (i));
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_rows (CasenessReportBuilder *builder, const CasenessDifferences *differences)
{
  CasenessReportTable *table = caseness_report_table_new ();
  guint i;

  caseness_report_table_add_column (table, _ ("Referral"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _ ("Field"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _ ("Here"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _ ("Nationally"), CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _ ("Reason"), CASENESS_REPORT_START, 1);
  for (i = 0; i < differences->rows->len; i++)
    {
      const CasenessDifference *row = g_ptr_array_index (differences->rows, i);
      g_autofree char *reason = g_strdup_printf ("%s%s%s", caseness_difference_reason_get_title (row->reason),
                                                 row->detail[0] != '\0' ? ": " : "", row->detail);

      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, row->service_request_id);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, row->field);
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_national_words_printed (row->local));
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, caseness_national_words_printed (row->national));
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, reason);
    }
  caseness_report_builder_add_table (builder, table);
}

static void
add_differences (CasenessReportBuilder *builder, const CasenessDifferences *differences, gboolean identifies)
{
  g_autofree char *title = caseness_national_words_differences (differences, identifies);
  g_autofree char *month = caseness_period_format (&differences->period);
  g_autofree char *note = g_strdup_printf (_ ("Pathway by pathway against the extract of %s for %s."),
                                           differences->provider, month);

  caseness_report_builder_add_heading (builder, 1, title, _ ("Pathways"), NULL);
  caseness_report_builder_add_note (builder, note);
  add_reasons (builder, differences, identifies);
  if (!identifies || differences->rows->len == 0)
    return;
  caseness_report_builder_add_heading (builder, 2, _ ("Pathways that differ"), NULL, NULL);
  add_rows (builder, differences);
}

static void
add_definitions (CasenessReportBuilder *builder, gboolean tells_exactly)
{
  guint i;

  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, _ ("Definitions used"), _ ("Definitions"), DEFINITIONS);
  for (i = 0; i < G_N_ELEMENTS (definitions); i++)
    caseness_report_builder_add_definition (builder, _ (definitions[i].term),
                                            tells_exactly || definitions[i].told == NULL ? _ (definitions[i].text)
                                                                                         : _ (definitions[i].told));
  caseness_report_builder_add_definition (builder, _ ("Where published files come from"),
                                          caseness_national_words_obtain ());
}

static CasenessReportBuilder *
create_builder (const CasenessNational *national, const CasenessNationalReportOptions *options, gboolean identifies)
{
  const char *service = caseness_snapshot_get_service_name (national->snapshot);
  g_autofree char *period = caseness_period_format (&national->period);
  g_autofree char *title = g_strdup_printf (_ ("National agreement, %s, %s"), service, period);
  g_autofree char *file_name = caseness_pack_dup_file_name ("national-agreement", service, options->as_at);
  g_autofree char *from = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (national->snapshot));
  g_autofree char *against = caseness_national_words_choice (caseness_national_find_choice (national));
  g_autofree char *sources = g_strdup_printf (_ ("Period: %s. Filter: None. Compared with: %s. Sources: %s Published figures: NHS "
                                                 "England, Open Government Licence v3.0."),
                                              period, against, from);
  CasenessReportInfo info = {
    .title = title,
    .name = _ ("National agreement"),
    .service = service,
    .file_name = file_name,
    .confidentiality = identifies ? _ ("Identifies people: for those who correct the records only")
                                  : caseness_pack_get_confidentiality (options->identifies),
    .sources = sources,
    .method = options->identifies ? _ ("Counts exact unless said otherwise.")
                                  : _ ("Counts rounded to 5, under 5 suppressed (*); percentages and means from exact counts."),
    .definitions = DEFINITIONS,
    .as_at = options->as_at,
    .paper = CASENESS_REPORT_LANDSCAPE,
  };

  return caseness_report_builder_new (&info);
}

CasenessReport *
caseness_national_report_new (const CasenessNational *national, const CasenessNationalReportOptions *options)
{
  CasenessReportBuilder *builder;
  gboolean identifies;

  g_return_val_if_fail (national != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->as_at != CASENESS_DATE_NONE, NULL);
  identifies = options->identifies && options->differences != NULL;
  builder = create_builder (national, options, identifies);
  add_measures (builder, national, options->identifies);
  caseness_report_builder_start_page (builder);
  add_identities (builder, national);
  if (options->checks != NULL)
    add_doubts (builder, options->checks, options->identifies);
  if (options->differences != NULL)
    add_differences (builder, options->differences, options->identifies);
  add_definitions (builder, options->identifies);
  return caseness_report_builder_end (builder);
}
