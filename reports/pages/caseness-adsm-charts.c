/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-words.h"

#include "caseness-figure-words.h"
#include "caseness-group-words.h"
#include "caseness-interval-chart.h"
#include "caseness-stack-chart.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>

static const struct
{
  const char *heading;
  const char *full;
  CasenessStackLook look;
} segments[] = {
  { N_("Paired"), N_("Right measure, paired"), CASENESS_STACK_SOLID },
  { N_("First only"), N_("Right measure, first score only"), CASENESS_STACK_RISING },
  { N_("Wrong"), N_("Another specific measure"), CASENESS_STACK_CROSS },
  { N_("GAD-7 instead"), N_("GAD-7 instead"), CASENESS_STACK_DOTS },
  { N_("None"), N_("No score at all"), CASENESS_STACK_BLANK },
};

static const char *const judged_words[CASENESS_N_ADSM_JUDGED] = {
  [CASENESS_ADSM_RECOVERY] = N_("Recovery"),
  [CASENESS_ADSM_IMPROVEMENT] = N_("Reliable improvement"),
};

static void
add_stack_row (CasenessStackChart *chart, const CasenessAdsm *adsm, const char *label, gboolean is_total)
{
  guint counts[] = { adsm->paired, adsm->first_only, adsm->wrong_measure, adsm->gad_instead,
                     caseness_adsm_get_none (adsm) };
  CasenessInterval paired = caseness_adsm_get_paired (adsm);
  gboolean is_small = adsm->should_have < CASENESS_ADSM_FEWEST;
  guint row = caseness_stack_chart_add_row (chart, label);
  g_autofree char *share = caseness_adsm_words_percent (is_small ? NAN : paired.value);
  g_autofree char *interval = is_small ? NULL : caseness_adsm_words_limits (&paired);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (counts); i++)
    caseness_stack_chart_set_count (chart, row, i, counts[i]);
  if (is_small)
    caseness_stack_chart_set_note (chart, row, _("under 10"));
  if (is_total)
    caseness_stack_chart_set_total (chart, row);
  caseness_stack_chart_set_cell (chart, row, 0, share);
  caseness_stack_chart_set_cell (chart, row, 1, interval);
}

/* Measures meant for a problem whose code nobody has said. */
static char *
name_unreadable (void)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  guint n_tools, i;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  for (i = 0; i < n_tools; i++)
    if (*tools[i].descriptors != '\0' && !caseness_adsm_is_readable (i))
      g_strv_builder_add (names, tools[i].measure);
  list = g_strv_builder_end (names);
  return g_strjoinv (_(", "), list);
}

static char *
dup_footnote (const CasenessAdsmUse *use)
{
  const char *classes = _("Classes are exclusive. Wrong: another specific measure scored, none of the right one. "
                          "Shares of fewer than 10 are not shown.");
  guint n = use->total.unreadable;
  g_autofree char *names = NULL;
  g_autofree char *unreadable = NULL;

  if (n == 0)
    return g_strdup (classes);
  names = name_unreadable ();
  /* Translators: how many courses, and a measure */
  unreadable = g_strdup_printf (ngettext ("%u should have had %s, which has no code yet: nobody can tell whether it was given.",
                                          "%u should have had %s, which has no code yet: nobody can tell whether it was given.",
                                          n), n, names);
  return g_strdup_printf ("%s %s", classes, unreadable);
}

static void
set_use_titles (CasenessChart *chart, const CasenessAdsmUse *use)
{
  g_autofree char *period = caseness_period_format (&use->period);
  g_autofree char *title = caseness_adsm_words_title (use);
  /* Translators: the period, and how many. */
  g_autofree char *subtitle = g_strdup_printf (_("Finished courses that should have had one, %s, n = %'u"), period,
                                               use->total.should_have);
  g_autofree char *footnote = dup_footnote (use);

  caseness_chart_set_titles (chart, title, subtitle, footnote);
}

CasenessChart *
caseness_adsm_chart_use (const CasenessAdsmUse *use, const char *const *labels)
{
  CasenessStackChart *chart;
  gsize i;

  g_return_val_if_fail (use != NULL && labels != NULL, NULL);

  chart = caseness_stack_chart_new (caseness_adsm_words_split (use->family, use->split),
                                    _("Each bar is 100% of its row"));
  for (i = 0; i < G_N_ELEMENTS (segments); i++)
    caseness_stack_chart_add_segment (chart, _(segments[i].heading), _(segments[i].full), segments[i].look);
  caseness_stack_chart_add_column (chart, _("Paired %"), FALSE);
  caseness_stack_chart_add_column (chart, _("95% interval"), TRUE);
  for (i = 0; i < use->rows->len; i++)
    add_stack_row (chart, g_ptr_array_index (use->rows, i), labels[i], FALSE);
  add_stack_row (chart, &use->total, _("All"), TRUE);
  set_use_titles (caseness_stack_chart_as_chart (chart), use);
  return caseness_stack_chart_as_chart (chart);
}

static gboolean
tells_share (const CasenessAdsmTold *told, guint place, guint row)
{
  return caseness_adsm_told_has (told, place, row, CASENESS_ADSM_SHOULD)
         && caseness_adsm_told_has (told, place, row, CASENESS_ADSM_PAIRED);
}

/* What is left of two rounded numbers, so that the row adds up as the table beside it does. */
static void
add_told_row (CasenessStackChart *chart, const CasenessAdsm *adsm, const char *label, gboolean is_total)
{
  guint row = caseness_stack_chart_add_row (chart, label);
  CasenessInterval paired = caseness_adsm_get_paired (adsm);
  gint64 all = caseness_suppress_round (adsm->should_have), told = caseness_suppress_round (adsm->paired);
  g_autofree char *share = caseness_adsm_words_percent (paired.value);
  g_autofree char *interval = caseness_adsm_words_limits (&paired);

  caseness_stack_chart_set_count (chart, row, 0, (guint) told);
  caseness_stack_chart_set_count (chart, row, 1, (guint) MAX (all - told, 0));
  caseness_stack_chart_set_cell (chart, row, 0, share);
  caseness_stack_chart_set_cell (chart, row, 1, interval);
  if (is_total)
    caseness_stack_chart_set_total (chart, row);
}

static void
set_told_titles (CasenessChart *chart, const CasenessAdsmUse *use, gboolean tells_total, guint n_untold)
{
  const char *split = caseness_adsm_words_split (use->family, use->split);
  g_autofree char *period = caseness_period_format (&use->period);
  g_autofree char *subtitle = g_strdup_printf (_("Finished courses that should have had one, %s"), period);
  g_autofree char *share = caseness_adsm_words_percent (caseness_adsm_get_paired (&use->total).value);
  g_autofree char *untold = n_untold > 0 ? caseness_figure_words_undrawn (n_untold) : NULL;
  /* Translators: by what, and a share: "Month: 70.0% are paired in all" */
  g_autofree char *title = tells_total ? g_strdup_printf (_("%s: %s are paired in all"), split, share) : g_strdup (split);

  caseness_chart_set_titles (chart, title, subtitle, untold);
}

CasenessChart *
caseness_adsm_chart_told (const CasenessAdsmUse *use, const CasenessAdsmTold *told, guint place,
                          const char *const *labels)
{
  CasenessStackChart *chart;
  guint n_untold = 0, i;

  g_return_val_if_fail (use != NULL && told != NULL && labels != NULL, NULL);

  for (i = 0; i < use->rows->len; i++)
    n_untold += !tells_share (told, place, i);
  if (n_untold == use->rows->len)
    return NULL;
  chart = caseness_stack_chart_new (caseness_adsm_words_split (use->family, use->split), _("Each bar is 100% of its row"));
  caseness_stack_chart_add_segment (chart, _("Paired"), _("Right measure, paired"), CASENESS_STACK_SOLID);
  caseness_stack_chart_add_segment (chart, _("Not paired"), _("Right measure not paired, another one or none"),
                                    CASENESS_STACK_PALE);
  caseness_stack_chart_add_column (chart, _("Paired %"), FALSE);
  caseness_stack_chart_add_column (chart, _("95% interval"), TRUE);
  for (i = 0; i < use->rows->len; i++)
    if (tells_share (told, place, i))
      add_told_row (chart, g_ptr_array_index (use->rows, i), labels[i], FALSE);
  if (tells_share (told, place, use->rows->len))
    add_told_row (chart, &use->total, _("All"), TRUE);
  set_told_titles (caseness_stack_chart_as_chart (chart), use, tells_share (told, place, use->rows->len), n_untold);
  return caseness_stack_chart_as_chart (chart);
}

static const CasenessInterval *
get_judged (const CasenessAdsmOutcome *outcome, CasenessAdsmJudged judged)
{
  return judged == CASENESS_ADSM_RECOVERY ? &outcome->recovery : &outcome->improvement;
}

static void
add_cost_row (CasenessIntervalChart *chart, const CasenessAdsmCost *cost, CasenessAdsmJudged judged, const char *label,
              gboolean is_total)
{
  const CasenessInterval *share = get_judged (&cost->by_specific, judged);
  gboolean is_small = cost->courses < CASENESS_ADSM_FEWEST;
  g_autofree char *n = caseness_chart_format_value (CASENESS_CHART_COUNT, cost->courses);
  guint row = caseness_interval_chart_add_row (chart, label, is_small ? NAN : share->value,
                                               is_small ? NAN : share->lower, is_small ? NAN : share->upper,
                                               is_small ? CASENESS_INTERVAL_TOO_SMALL : CASENESS_INTERVAL_SPANS);

  if (!is_small)
    caseness_interval_chart_set_second_value (chart, row, get_judged (&cost->by_general, judged)->value);
  caseness_interval_chart_set_cell (chart, row, 0, n);
  if (is_total)
    caseness_interval_chart_set_total (chart, row);
}

static void
set_cost_titles (CasenessChart *chart, const CasenessAdsmUse *use, CasenessAdsmJudged judged)
{
  g_autofree char *specific = caseness_adsm_words_percent (get_judged (&use->cost->by_specific, judged)->value);
  g_autofree char *general = caseness_adsm_words_percent (get_judged (&use->cost->by_general, judged)->value);
  g_autofree char *title = NULL;
  g_autofree char *missed = g_strdup_printf (
      _("At the first scores, of %'u courses scored on all three: %u at caseness on their own measure alone, who would "
        "be missed without it; %u on GAD-7 alone."),
      use->cost->missed.scored, use->cost->missed.only_by_specific, use->cost->missed.only_by_general);

  if (use->cost->courses < CASENESS_ADSM_FEWEST)
    title = g_strdup (_("Fewer than 10 courses have both scores of both measures"));
  else if (judged == CASENESS_ADSM_RECOVERY)
    /* Translators: shares of the same people, by GAD-7 and by their own measure. */
    title = g_strdup_printf (_("Judged by GAD-7 the same people would show %s recovery, not %s"), general, specific);
  else
    title = g_strdup_printf (_("Judged by GAD-7 the same people would show %s reliable improvement, not %s"), general,
                             specific);
  caseness_chart_set_titles (chart, title, _("Courses with both scores of both measures; PHQ-9 counts in both"), missed);
}

CasenessChart *
caseness_adsm_chart_costs (const CasenessAdsmUse *use, CasenessAdsmJudged judged)
{
  CasenessIntervalChart *chart;
  guint i;

  g_return_val_if_fail (use != NULL && judged < CASENESS_N_ADSM_JUDGED, NULL);

  chart = caseness_interval_chart_new (_("Problem descriptor"), _(judged_words[judged]), CASENESS_CHART_PERCENT,
                                       FALSE);
  caseness_interval_chart_set_second (chart, _("by ADSM"), _("by GAD-7"));
  caseness_interval_chart_add_column (chart, _("Courses"));
  for (i = 0; i < use->costs->len; i++)
    {
      const CasenessAdsmCost *cost = g_ptr_array_index (use->costs, i);
      g_autofree char *problem = caseness_group_words_problem (cost->problem);

      add_cost_row (chart, cost, judged, problem, FALSE);
    }
  add_cost_row (chart, use->cost, judged, _("All"), TRUE);
  set_cost_titles (caseness_interval_chart_as_chart (chart), use, judged);
  return caseness_interval_chart_as_chart (chart);
}
