/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-series-chart.h"

#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define APRIL 4

static const CasenessLineMark marks[] = {
  [CASENESS_SPC_MEANS_NOTHING] = CASENESS_LINE_MARK_COMMON,
  [CASENESS_SPC_MEANS_IMPROVEMENT] = CASENESS_LINE_MARK_IMPROVEMENT,
  [CASENESS_SPC_MEANS_CONCERN] = CASENESS_LINE_MARK_CONCERN,
  [CASENESS_SPC_MEANS_CHANGE] = CASENESS_LINE_MARK_NEUTRAL,
};

/* A year begins in April. */
static void
add_points (CasenessLineChart *chart, const CasenessSeries *series)
{
  guint i;

  for (i = 0; i < series->n_points; i++)
    {
      g_autofree char *label = caseness_series_dup_point (series, i);
      int month, day;

      caseness_date_split (series->periods[i].start, NULL, &month, &day);
      caseness_line_chart_add_point (chart, label, month == APRIL && day <= 7);
    }
}

/* Counts that leave the service are rounded as in the tables beside the chart. */
static double
get_drawn_value (const CasenessSeries *series, guint point, gboolean suppresses)
{
  double value = series->figures[point].value;

  if (!suppresses || isnan (value) || series->is_percent || !isnan (series->figures[point].denominator))
    return value;
  return (double) caseness_suppress_round (llround (value));
}

static void
add_value (CasenessLineChart *chart, const CasenessSeries *series, guint point, gboolean suppresses)
{
  const CasenessSpcPoint *judged = &series->chart.points[point];
  g_autofree char *rules = NULL;

  if (isnan (series->figures[point].value))
    return;
  if (suppresses && caseness_series_is_small (series, point))
    {
      caseness_line_chart_set_hidden (chart, 0, point, _("fewer than five, not shown"));
      return;
    }
  caseness_line_chart_set_value (chart, 0, point, get_drawn_value (series, point, suppresses),
                                 marks[caseness_spc_interpret (judged->sign, series->direction)]);
  rules = caseness_series_dup_rules (series, point);
  caseness_line_chart_set_detail (chart, 0, point, rules);
  if (judged->signs[CASENESS_SPC_LIMIT] != 0)
    caseness_line_chart_set_large (chart, 0, point);
}

/* Several providers are told apart by their names; one needs none. */
static const char *
get_line_name (const CasenessSeriesLook *look, const CasenessBenchmarkLine *line)
{
  guint n = 0;

  for (guint i = 0; i < look->lines->len; i++)
    n += ((const CasenessBenchmarkLine *) look->lines->pdata[i])->level == CASENESS_PUBLISHED_PROVIDER;
  return line->level == CASENESS_PUBLISHED_PROVIDER && n == 1 ? _("published") : line->organisation;
}

/* What was published beside it: England's, the ICB's, and the service's own. */
static void
add_lines (CasenessLineChart *chart, const CasenessSeries *series, const CasenessSeriesLook *look)
{
  guint i, point;

  for (i = 0; look->lines != NULL && i < look->lines->len; i++)
    {
      const CasenessBenchmarkLine *line = g_ptr_array_index (look->lines, i);
      guint added = caseness_line_chart_add_series (chart, get_line_name (look, line));

      for (point = 0; point < MIN (line->n_values, series->n_points); point++)
        if (!isnan (line->values[point]))
          caseness_line_chart_set_value (chart, added, point, line->values[point], CASENESS_LINE_MARK_SERIES);
    }
}

/* Which number of a point's limits a line shows. */
typedef double (*GetLevel) (const CasenessSeries *series, guint point);

static double
get_mean (const CasenessSeries *series, guint point)
{
  return series->limits[point].mean;
}

static double
get_lower (const CasenessSeries *series, guint point)
{
  double lower = series->limits[point].lower;

  return lower < 0 ? 0 : lower;
}

static double
get_upper (const CasenessSeries *series, guint point)
{
  double upper = series->limits[point].upper;

  return series->is_percent && upper > 100 ? 100 : upper;
}

static double
get_target (const CasenessSeries *series, guint point)
{
  return series->targets[point];
}

static char *
dup_level_label (const CasenessSeries *series, CasenessLineLevel kind, GetLevel get, guint point)
{
  double value = get (series, point);
  g_autofree char *number = caseness_series_dup_value (series, value);
  g_autofree char *aim = caseness_series_dup_target (series, value);

  if (get == get_mean)
    /* Translators: at the right end of a line of a chart: `mean 50.2%`. */
    return g_strdup_printf (_("mean %s"), number);
  if (get == get_lower)
    return g_strdup_printf (series->limits[point].lower < 0 ? _("lower, limited at %s") : _("lower %s"), number);
  if (get == get_upper)
    return g_strdup_printf (value < series->limits[point].upper ? _("upper, limited at %s") : _("upper %s"), number);
  return g_strdup_printf (kind == CASENESS_LINE_PLAN ? _("plan %s") : _("target %s"), aim);
}

/* Broken where it changes and where a phase ends. */
static void
add_level (CasenessLineChart *chart, const CasenessSeries *series, CasenessLineLevel kind, const char *heading,
           GetLevel get)
{
  guint from = 0, i;

  for (i = 1; i <= series->n_points; i++)
    {
      g_autofree char *label = NULL;

      if (i < series->n_points && get (series, i) == get (series, from)
          && series->chart.points[i].phase == series->chart.points[from].phase)
        continue;
      if (!isnan (get (series, from)))
        {
          label = dup_level_label (series, kind, get, from);
          caseness_line_chart_add_part (chart, kind, heading, label, get (series, from), from, i - 1);
        }
      from = i;
    }
}

static void
add_levels (CasenessLineChart *chart, const CasenessSeries *series)
{
  add_level (chart, series, CASENESS_LINE_MEAN, _("Mean"), get_mean);
  add_level (chart, series, CASENESS_LINE_LIMIT, _("Lower limit"), get_lower);
  add_level (chart, series, CASENESS_LINE_LIMIT, _("Upper limit"), get_upper);
  if (series->is_planned)
    add_level (chart, series, CASENESS_LINE_PLAN, _("Plan"), get_target);
  else
    add_level (chart, series, CASENESS_LINE_TARGET, _("Target"), get_target);
}

/* The first phase alone has a baseline that others can be held against by eye. */
static void
add_baseline (CasenessLineChart *chart, const CasenessSeries *series)
{
  guint n = 0, i;

  if (series->spc.baseline == 0)
    return;
  for (i = 0; i < series->n_points; i++)
    {
      n += !isnan (series->figures[i].value);
      if (n == series->spc.baseline)
        break;
    }
  if (i + 1 < series->n_points)
    caseness_line_chart_add_flag (chart, CASENESS_LINE_BASELINE, i, _("baseline"));
}

static void
add_notes (CasenessLineChart *chart, const CasenessSeries *series, const CasenessSeriesLook *look)
{
  guint i, point;

  for (i = 0; i < series->changes->len; i++)
    {
      const CasenessSeriesChange *change = &g_array_index (series->changes, CasenessSeriesChange, i);

      caseness_line_chart_add_flag (chart, CASENESS_LINE_BREAK, change->point, change->reason);
    }
  for (i = 0; i < look->n_notes; i++)
    for (point = 0; point < series->n_points; point++)
      if (caseness_period_contains (&series->periods[point], look->notes[i].date))
        caseness_line_chart_add_flag (chart, CASENESS_LINE_NOTE, point, look->notes[i].text);
}

static void
add_run (CasenessLineChart *chart, const CasenessSeries *series)
{
  CasenessSeriesStory story = caseness_series_read_story (series);
  g_autofree char *words = caseness_series_dup_run (series);

  if (words != NULL)
    caseness_line_chart_add_run (chart, story.first, story.last, story.sign > 0, words);
}

const char *
caseness_series_chart_get_legend (void)
{
  return _("Circle: common cause. Ringed circle: improvement. Square: concern. Triangle: change. Large: beyond a limit.");
}

static gboolean
hides_points (const CasenessSeries *series, const CasenessSeriesLook *look)
{
  guint i;

  for (i = 0; look->suppresses && i < series->n_points; i++)
    if (!isnan (series->figures[i].value) && caseness_series_is_small (series, i))
      return TRUE;
  return FALSE;
}

static char *
dup_footnote (const CasenessSeries *series, const CasenessSeriesLook *look)
{
  g_autofree char *method = caseness_series_dup_method (series);
  g_autofree char *caution = caseness_series_dup_caution (series);
  g_autoptr(GString) text = g_string_new (method);

  g_string_append_c (text, '.');
  if (!look->is_of_many)
    g_string_append_printf (text, " %s", caseness_series_chart_get_legend ());
  if (caution != NULL)
    g_string_append_printf (text, " %s", caution);
  if (look->lines != NULL && look->lines->len > 0)
    g_string_append_printf (text, " %s", _("Lines named at their end are as published, of the whole service, its ICB or England; their "
                                    "marks only tell them apart."));
  if (look->is_of_many ? hides_points (series, look) : look->suppresses)
    g_string_append_printf (text, " %s", _("Star: fewer than five, not shown."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is counted, but for what the name already says in brackets: `Wait (median days)`, `median days, of courses`. */
static const char *
skip_named_part (const char *cohort, const char *name)
{
  const char *comma = strchr (cohort, ',');
  g_autofree char *part = NULL;

  if (comma == NULL)
    return cohort;
  part = g_strdup_printf ("(%.*s)", (int) (comma - cohort), cohort);
  return strstr (name, part) != NULL ? comma + strspn (comma, ", ") : cohort;
}

/* Over the axis: the name, or, where the title says that already, what is counted. */
static char *
dup_heading (const CasenessSeriesLook *look)
{
  const char *cohort;
  g_autofree char *first = NULL;

  if (!look->is_of_many || look->cohort == NULL)
    return g_strdup (look->name);
  cohort = skip_named_part (look->cohort, look->name);
  first = g_utf8_strup (cohort, (gssize) (g_utf8_next_char (cohort) - cohort));
  return g_strconcat (first, g_utf8_next_char (cohort), NULL);
}

static char *
dup_subtitle (const CasenessSeries *series, const CasenessSeriesLook *look)
{
  g_autofree char *name = look->cohort != NULL
                            ? g_strdup_printf ("%s, %s", look->name, skip_named_part (look->cohort, look->name))
                            : g_strdup (look->name);
  g_autofree char *span = NULL;

  if (series->n_points == 0)
    return g_steal_pointer (&name);
  span = caseness_series_dup_span (series);
  return g_strdup_printf ("%s, %s", name, span);
}

/* What the picture shows, for those who do not see it. */
static char *
dup_summary (const CasenessSeries *series, const CasenessSeriesLook *look, const char *sentence)
{
  g_autofree char *when = NULL;
  g_autofree char *latest = NULL;
  g_autofree char *mean = NULL;

  if (series->last == series->n_points)
    return g_strdup_printf ("%s %s.", sentence, look->name);
  when = caseness_series_dup_point_in_sentence (series, series->last);
  latest = look->suppresses && caseness_series_is_small (series, series->last)
             ? g_strdup (CASENESS_SUPPRESSED)
             : caseness_series_dup_value (series, get_drawn_value (series, series->last, look->suppresses));
  mean = caseness_series_dup_value (series, series->limits[series->last].mean);
  /* Translators: what to make of a figure, which one it is, its latest value and when, its mean. */
  return g_strdup_printf (_("%s %s: %s in %s, mean %s."), sentence, look->name, latest, when, mean);
}

CasenessLineChart *
caseness_series_chart_new (const CasenessSeries *series, const CasenessSeriesLook *look)
{
  CasenessLineChart *chart;
  g_autofree char *heading = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *footnote = NULL;
  g_autofree char *summary = NULL;
  guint i;

  g_return_val_if_fail (series != NULL && look != NULL, NULL);

  heading = dup_heading (look);
  chart = caseness_line_chart_new (heading, series->is_percent ? CASENESS_CHART_PERCENT : CASENESS_CHART_COUNT, FALSE);
  add_points (chart, series);
  caseness_line_chart_add_series (chart, look->name);
  for (i = 0; i < series->n_points; i++)
    add_value (chart, series, i, look->suppresses);
  add_lines (chart, series, look);
  add_levels (chart, series);
  add_baseline (chart, series);
  add_notes (chart, series, look);
  add_run (chart, series);
  sentence = caseness_series_dup_sentence (series);
  title = look->is_of_many ? g_strdup_printf ("%s. %s", look->name, sentence) : g_strdup (sentence);
  subtitle = look->is_of_many ? NULL : dup_subtitle (series, look);
  footnote = dup_footnote (series, look);
  summary = dup_summary (series, look, title);
  caseness_chart_set_titles (caseness_line_chart_as_chart (chart), title, subtitle, footnote);
  caseness_chart_set_summary (caseness_line_chart_as_chart (chart), summary);
  return chart;
}

CasenessMiniature *
caseness_series_chart_new_sparkline (const CasenessSeries *series, const CasenessSeriesLook *look)
{
  CasenessSeriesLook alone = *look;
  g_autoptr(CasenessLineChart) chart = NULL;
  g_autofree char *summary = NULL;

  alone.lines = NULL;
  chart = caseness_series_chart_new (series, &alone);
  g_return_val_if_fail (chart != NULL, NULL);

  summary = caseness_chart_dup_summary (caseness_line_chart_as_chart (chart));
  return caseness_miniature_new_sparkline (chart, summary);
}

CasenessMiniature *
caseness_series_chart_new_variation (const CasenessSeries *series)
{
  static const CasenessSpcIcon icons[][2] = {
    [CASENESS_SPC_MEANS_NOTHING] = { CASENESS_SPC_ICON_COMMON, CASENESS_SPC_ICON_COMMON },
    [CASENESS_SPC_MEANS_IMPROVEMENT] = { CASENESS_SPC_ICON_IMPROVEMENT_LOW, CASENESS_SPC_ICON_IMPROVEMENT_HIGH },
    [CASENESS_SPC_MEANS_CONCERN] = { CASENESS_SPC_ICON_CONCERN_LOW, CASENESS_SPC_ICON_CONCERN_HIGH },
    [CASENESS_SPC_MEANS_CHANGE] = { CASENESS_SPC_ICON_CHANGE_LOW, CASENESS_SPC_ICON_CHANGE_HIGH },
  };

  g_return_val_if_fail (series != NULL, NULL);
  return caseness_miniature_new_icon (icons[series->variation][series->variation_sign > 0],
                                      caseness_series_get_variation_words (series));
}

CasenessMiniature *
caseness_series_chart_new_assurance (const CasenessSeries *series)
{
  static const CasenessSpcIcon icons[] = {
    [CASENESS_SPC_NO_ASSURANCE] = CASENESS_SPC_ICON_NO_TARGET,
    [CASENESS_SPC_HIT_OR_MISS] = CASENESS_SPC_ICON_HIT_OR_MISS,
    [CASENESS_SPC_PASS] = CASENESS_SPC_ICON_PASS,
    [CASENESS_SPC_FAIL] = CASENESS_SPC_ICON_FAIL,
  };

  g_return_val_if_fail (series != NULL, NULL);
  return caseness_miniature_new_icon (icons[series->assurance], caseness_series_get_assurance_words (series));
}
