/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-pack-words.h"
#include "caseness-ptl-headline.h"
#include "caseness-ptl-report-private.h"
#include "caseness-ptl-report-words.h"

#include <glib/gi18n.h>

/* Everything the pages share. */
typedef struct
{
  const CasenessPtlReportOptions *options;
  CasenessReportBuilder *builder;
  GPtrArray *ptls; /* (element-type CasenessPtl): one per queue */
  char *filter;
  char *sources;
} Pack;

static GPtrArray *
list_ptls (CasenessSnapshot *snapshot, const CasenessPtlReportOptions *options)
{
  GPtrArray *ptls = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_ptl_unref);
  guint n_stages = options->stages != NULL ? options->n_stages : CASENESS_N_STAGES;
  guint i;

  for (i = 0; i < n_stages; i++)
    {
      CasenessStage stage = options->stages != NULL ? options->stages[i] : (CasenessStage) i;

      g_ptr_array_add (ptls, caseness_ptl_new (snapshot, stage, options->as_at, options->standard_days,
                                               options->filter));
    }
  return ptls;
}

static char *
dup_stage_anchor (const CasenessPtl *ptl)
{
  return g_strdup_printf ("stage-%d", (int) caseness_ptl_get_stage (ptl) + 1);
}

/* Blank where the question makes no sense. */
static void
add_count_cell (CasenessReportTable *table, CasenessReportCell kind, guint count, gboolean has_answer)
{
  g_autofree char *text = has_answer ? g_strdup_printf ("%'u", count) : NULL;

  caseness_report_table_add_cell (table, kind, text);
}

static void
add_summary_row (CasenessReportTable *table, const CasenessPtl *ptl)
{
  CasenessPtlReportTally tally;
  g_autofree char *stage = caseness_ptl_report_dup_stage_title (caseness_ptl_get_stage (ptl));
  g_autofree char *standard = caseness_ptl_report_dup_standard (caseness_ptl_get_standard (ptl));
  g_autofree char *anchor = dup_stage_anchor (ptl);
  g_autofree char *longest = NULL;
  gboolean has_standard = caseness_ptl_get_standard (ptl) >= 0;

  caseness_ptl_report_tally (ptl, &tally);
  longest = tally.longest_wait >= 0 ? caseness_ptl_report_dup_days (tally.longest_wait) : g_strdup ("");
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, stage);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, standard);
  add_count_cell (table, CASENESS_REPORT_CELL_TEXT, tally.n_people, TRUE);
  add_count_cell (table, CASENESS_REPORT_CELL_BOLD, tally.n_past, has_standard);
  add_count_cell (table, CASENESS_REPORT_CELL_TEXT, tally.n_past_undated, has_standard);
  add_count_cell (table, CASENESS_REPORT_CELL_TEXT, tally.n_due, has_standard);
  add_count_cell (table, CASENESS_REPORT_CELL_TEXT, tally.n_due_undated, has_standard);
  add_count_cell (table, CASENESS_REPORT_CELL_TEXT, tally.n_undated, TRUE);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, longest);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_PAGE, anchor);
}

static CasenessReportTable *
create_summary_table (GPtrArray *ptls)
{
  static const char *const numbers[] = {
    N_("Waiting"), N_("Past breach"), N_("of these, no date"), N_("Breach in two weeks"), N_("of these, no date"),
    N_("No date, all"), N_("Longest wait"), N_("Page"),
  };
  CasenessReportTable *table = caseness_report_table_new ();
  gsize i;
  guint k;

  caseness_report_table_add_column (table, _("Queue"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Standard"), CASENESS_REPORT_START, 1);
  for (i = 0; i < G_N_ELEMENTS (numbers); i++)
    caseness_report_table_add_column (table, _(numbers[i]), CASENESS_REPORT_END, 1);
  for (k = 0; k < ptls->len; k++)
    add_summary_row (table, g_ptr_array_index (ptls, k));
  return table;
}

/* The message of the pack. Somebody may wait for two things, so it counts waits, not people. */
static char *
dup_message (GPtrArray *ptls)
{
  guint n_past = 0;
  guint n_undated = 0;
  guint i;
  g_autofree char *past = NULL;

  for (i = 0; i < ptls->len; i++)
    {
      CasenessPtlReportTally tally;

      caseness_ptl_report_tally (g_ptr_array_index (ptls, i), &tally);
      n_past += tally.n_past;
      n_undated += tally.n_past_undated;
    }
  if (n_past == 0)
    return g_strdup (_("No wait is past its breach date"));
  past = g_strdup_printf (ngettext ("%u wait is past its breach date", "%u waits are past their breach date", n_past),
                          n_past);
  if (n_undated == 0)
    return g_strdup_printf (_("%s, each with an agreed appointment"), past);
  return g_strdup_printf (ngettext ("%s, %u of them with no appointment agreed",
                                    "%s, %u of them with no appointment agreed", n_undated),
                          past, n_undated);
}

/* A queue in two sentences. */
static char *
dup_queue_words (const CasenessPtl *ptl)
{
  CasenessPtlReportTally tally;
  g_autofree char *words = caseness_ptl_describe (ptl);
  g_autofree char *due = NULL;

  caseness_ptl_report_tally (ptl, &tally);
  if (tally.n_due == 0)
    return g_steal_pointer (&words);
  due = g_strdup_printf (ngettext ("%u more reaches the breach date within two weeks",
                                   "%u more reach the breach date within two weeks", tally.n_due),
                         tally.n_due);
  if (tally.n_due_undated == 0)
    return g_strdup_printf ("%s %s.", words, due);
  return g_strdup_printf (ngettext ("%s %s, %u with no appointment.", "%s %s, %u with no appointment.",
                                    tally.n_due_undated),
                          words, due, tally.n_due_undated);
}

static void
add_summary (Pack *pack)
{
  g_autofree char *message = dup_message (pack->ptls);
  g_autofree char *day = caseness_date_format_long (pack->options->as_at);
  g_autofree char *about = NULL;
  guint i;

  about = g_strdup_printf (_("Patient tracking list as at %s. Each queue begins a page: what happened since, its "
                             "grids, then its people, longest past breach first."),
                           day);
  caseness_report_builder_add_heading (pack->builder, 1, message, _("Summary"), NULL);
  caseness_report_builder_add_note (pack->builder, about);
  caseness_report_builder_add_table (pack->builder, create_summary_table (pack->ptls));
  caseness_report_builder_add_heading (pack->builder, 2, _("Queue by queue"), NULL, NULL);
  for (i = 0; i < pack->ptls->len; i++)
    {
      const CasenessPtl *ptl = g_ptr_array_index (pack->ptls, i);
      g_autofree char *stage = caseness_ptl_report_dup_stage_title (caseness_ptl_get_stage (ptl));
      g_autofree char *words = dup_queue_words (ptl);

      if (caseness_ptl_get_standard (ptl) >= 0) /* of the others the table says as much */
        caseness_report_builder_add_definition (pack->builder, stage, words);
    }
}

static void
add_lists (Pack *pack, CasenessPtl *ptl)
{
  const CasenessPtlReportOptions *options = pack->options;
  g_autoptr(CasenessPtlActions) actions
      = caseness_ptl_actions_new (options->journal, caseness_ptl_get_stage (ptl), options->as_at);
  g_autoptr(CasenessPtlSince) since = caseness_ptl_since_new (ptl, options->journal, actions);
  const CasenessPtlReportQueue queue = { ptl, actions, since, options->identifies };

  caseness_ptl_report_add_meeting (pack->builder, &queue);
  caseness_ptl_report_add_grids (pack->builder, ptl, options->identifies);
  caseness_ptl_report_add_people (pack->builder, &queue);
  caseness_ptl_report_add_actions (pack->builder, &queue);
}

static void
add_queue (Pack *pack, CasenessPtl *ptl)
{
  g_autofree char *stage = caseness_ptl_report_dup_stage_title (caseness_ptl_get_stage (ptl));
  g_autofree char *headline = caseness_ptl_report_dup_headline (ptl);
  g_autofree char *anchor = dup_stage_anchor (ptl);
  /* Translators: a queue and its message: "First treatment: 40 of 339 people are past breach". */
  g_autofree char *title = g_strdup_printf (_("%s: %s"), stage, headline);
  guint n_people;

  caseness_ptl_get_people (ptl, &n_people);
  if (n_people > 0)
    caseness_report_builder_start_page (pack->builder);
  caseness_report_builder_add_heading (pack->builder, 1, title, stage, anchor);
  if (n_people == 0)
    {
      caseness_report_builder_add_paragraph (pack->builder, CASENESS_REPORT_SECONDARY,
                                             _("There is nothing to list for this queue on this day."));
      return;
    }
  add_lists (pack, ptl);
}

static CasenessReportBuilder *
create_builder (CasenessSnapshot *snapshot, const Pack *pack)
{
  const CasenessPtlReportOptions *options = pack->options;
  const char *service = caseness_snapshot_get_service_name (snapshot);
  g_autofree char *day = caseness_date_format_short (options->as_at);
  g_autofree char *title = g_strdup_printf (_("PTL pack, %s, %s"), service, day);
  g_autofree char *file_name = caseness_pack_dup_file_name ("ptl-pack", service, options->as_at);
  g_autofree char *sources = g_strdup_printf (_("Filter: %s. Sources: %s"), pack->filter, pack->sources);
  g_autofree char *method = g_strdup_printf (_("A wait ends at the agreed appointment, or runs to %s. Counts exact."),
                                             day);
  CasenessReportInfo info = {
    .title = title,
    .name = _("PTL pack"),
    .service = service,
    .file_name = file_name,
    .confidentiality = options->identifies ? _("Identifies people: for the PTL meeting only")
                                           : _("Names nobody, but each line is one person: for the PTL meeting only"),
    .sources = sources,
    .method = method,
    .definitions = CASENESS_PTL_REPORT_DEFINITIONS,
    .as_at = options->as_at,
    .paper = CASENESS_REPORT_LANDSCAPE,
  };

  return caseness_report_builder_new (&info);
}

CasenessReport *
caseness_ptl_report_new (CasenessSnapshot *snapshot, const CasenessPtlReportOptions *options)
{
  Pack pack = { .options = options };
  guint i;

  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->as_at != CASENESS_DATE_NONE, NULL);

  pack.ptls = list_ptls (snapshot, options);
  pack.filter = caseness_pack_dup_filter (options->filter, options->identifies);
  pack.sources = caseness_pack_dup_sentence (caseness_snapshot_describe_sources (snapshot));
  pack.builder = create_builder (snapshot, &pack);
  /* One queue says it all in its heading. */
  if (pack.ptls->len > 1)
    add_summary (&pack);
  for (i = 0; i < pack.ptls->len; i++)
    add_queue (&pack, g_ptr_array_index (pack.ptls, i));
  caseness_ptl_report_add_definitions (pack.builder, pack.ptls, pack.filter, pack.sources, options->identifies);
  g_ptr_array_unref (pack.ptls);
  g_free (pack.filter);
  g_free (pack.sources);
  return caseness_report_builder_end (pack.builder);
}
