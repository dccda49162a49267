/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-series.h"

#include <glib/gi18n.h>
#include <math.h>

#define DAYS_OF_WEEK 7
#define MOST_MISSING_NAMED 4

/* By meaning: nothing, improvement, concern, change. */
#define N_MEANINGS 4

static gboolean
is_weekly (const CasenessSeries *series)
{
  return series->n_points > 0 && series->periods[0].end - series->periods[0].start + 1 == DAYS_OF_WEEK;
}

/* Small numbers begin a sentence as words. */
static char *
dup_number (guint number)
{
  static const char *const words[] = {
    N_("Two"), N_("Three"), N_("Four"), N_("Five"), N_("Six"), N_("Seven"), N_("Eight"), N_("Nine"), N_("Ten"),
    N_("Eleven"), N_("Twelve"), N_("Thirteen"), N_("Fourteen"), N_("Fifteen"), N_("Sixteen"), N_("Seventeen"),
    N_("Eighteen"), N_("Nineteen"), N_("Twenty"), N_("Twenty-one"), N_("Twenty-two"), N_("Twenty-three"),
    N_("Twenty-four"),
  };

  if (number < 2 || number >= G_N_ELEMENTS (words) + 2)
    return g_strdup_printf ("%u", number);
  return g_strdup (_(words[number - 2]));
}

char *
caseness_series_dup_value (const CasenessSeries *series, double value)
{
  guint i;

  g_return_val_if_fail (series != NULL, NULL);

  if (isnan (value))
    return g_strdup ("–");
  if (series->is_percent)
    /* Translators: a percentage. */
    return g_strdup_printf (_("%.1f%%"), floor (value * 10 + 0.5) / 10);
  for (i = 0; i < series->n_points; i++)
    if (!isnan (series->figures[i].value) && series->figures[i].value != round (series->figures[i].value))
      return g_strdup_printf ("%'.1f", value);
  return g_strdup_printf ("%'.0f", round (value));
}

char *
caseness_series_dup_target (const CasenessSeries *series, double target)
{
  g_return_val_if_fail (series != NULL, NULL);

  if (series->is_percent && target == round (target))
    /* Translators: a percentage without decimals. */
    return g_strdup_printf (_("%.0f%%"), target);
  return caseness_series_dup_value (series, target);
}

char *
caseness_series_dup_point (const CasenessSeries *series, guint point)
{
  g_autoptr(GDateTime) day = NULL;
  int year, month, date;

  g_return_val_if_fail (series != NULL && point < series->n_points, NULL);

  caseness_date_split (series->periods[point].start, &year, &month, &date);
  day = g_date_time_new_utc (year, month, date, 0, 0, 0);
  /* Translators: a week by its first day, and a month, on the axis of a chart: `7 Apr`, `Apr 24`. */
  return g_date_time_format (day, is_weekly (series) ? _("%-d %b") : _("%b %y"));
}

/* The month with its whole name, where a sentence speaks of it, or begins with it. */
static char *
dup_long_point (const CasenessSeries *series, guint point, gboolean begins)
{
  CasenessPeriod period = series->periods[point];
  g_autofree char *day = NULL;

  if (!is_weekly (series))
    return caseness_period_format (&period);
  day = caseness_date_format_short (period.start);
  /* Translators: %s is the first day of the week; with a capital at the beginning of a sentence. */
  return g_strdup_printf (begins ? _("The week of %s") : _("the week of %s"), day);
}

char *
caseness_series_dup_point_in_sentence (const CasenessSeries *series, guint point)
{
  g_return_val_if_fail (series != NULL && point < series->n_points, NULL);

  return is_weekly (series) ? dup_long_point (series, point, FALSE) : caseness_series_dup_point (series, point);
}

char *
caseness_series_dup_span (const CasenessSeries *series)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gboolean has_days;

  g_return_val_if_fail (series != NULL && series->n_points > 0, NULL);

  has_days = is_weekly (series);
  first = has_days ? caseness_date_format_short (series->periods[0].start) : caseness_series_dup_point (series, 0);
  last = has_days ? caseness_date_format_short (series->periods[series->n_points - 1].end)
                  : caseness_series_dup_point (series, series->n_points - 1);
  /* Translators: the first and the last month, or the first and the last day. */
  return g_strdup_printf (_("%s to %s"), first, last);
}

static const char *const shift_words[2][2][N_MEANINGS] = {
  /* months */
  { { NULL, N_("%s months running below the mean: worth asking what helped."),
      N_("%s months running below the mean: worth asking why."),
      N_("%s months running below the mean: worth asking what changed.") },
    { NULL, N_("%s months running above the mean: worth asking what helped."),
      N_("%s months running above the mean: worth asking why."),
      N_("%s months running above the mean: worth asking what changed.") } },
  { { NULL, N_("%s weeks running below the mean: worth asking what helped."),
      N_("%s weeks running below the mean: worth asking why."),
      N_("%s weeks running below the mean: worth asking what changed.") },
    { NULL, N_("%s weeks running above the mean: worth asking what helped."),
      N_("%s weeks running above the mean: worth asking why."),
      N_("%s weeks running above the mean: worth asking what changed.") } },
};

static const char *const trend_words[2][2][N_MEANINGS] = {
  { { NULL, N_("%s months, each lower than the one before: worth asking what helped."),
      N_("%s months, each lower than the one before: worth asking why."),
      N_("%s months, each lower than the one before: worth asking what changed.") },
    { NULL, N_("%s months, each higher than the one before: worth asking what helped."),
      N_("%s months, each higher than the one before: worth asking why."),
      N_("%s months, each higher than the one before: worth asking what changed.") } },
  { { NULL, N_("%s weeks, each lower than the one before: worth asking what helped."),
      N_("%s weeks, each lower than the one before: worth asking why."),
      N_("%s weeks, each lower than the one before: worth asking what changed.") },
    { NULL, N_("%s weeks, each higher than the one before: worth asking what helped."),
      N_("%s weeks, each higher than the one before: worth asking why."),
      N_("%s weeks, each higher than the one before: worth asking what changed.") } },
};

static const char *const outside_words[2][N_MEANINGS] = {
  { NULL, N_("%s is below the lower limit: worth asking what helped."),
    N_("%s is below the lower limit: worth asking why."), N_("%s is below the lower limit: worth asking what changed.") },
  { NULL, N_("%s is above the upper limit: worth asking what helped."),
    N_("%s is above the upper limit: worth asking why."), N_("%s is above the upper limit: worth asking what changed.") },
};

static const char *const near_words[2][N_MEANINGS] = {
  { NULL, N_("Two of three in a row lie close to the lower limit: worth asking what helped."),
    N_("Two of three in a row lie close to the lower limit: worth asking why."),
    N_("Two of three in a row lie close to the lower limit: worth asking what changed.") },
  { NULL, N_("Two of three in a row lie close to the upper limit: worth asking what helped."),
    N_("Two of three in a row lie close to the upper limit: worth asking why."),
    N_("Two of three in a row lie close to the upper limit: worth asking what changed.") },
};

static guint
count_points (const CasenessSeries *series, guint first, guint last)
{
  guint n = 0, i;

  for (i = first; i <= last; i++)
    n += !isnan (series->figures[i].value);
  return n;
}

/* A sentence of the tables with its number or point. */
static char *
fill_in (const char *words, const char *part)
{
  GString *text = g_string_new (_(words));

  g_string_replace (text, "%s", part, 1);
  return g_string_free (text, FALSE);
}

static char *
dup_signal (const CasenessSeries *series, const CasenessSeriesStory *story)
{
  g_autofree char *number = dup_number (count_points (series, story->first, story->last));
  g_autofree char *point = dup_long_point (series, story->last, TRUE);
  guint is_up = story->sign > 0, weeks = is_weekly (series);

  switch (story->signal)
    {
    case CASENESS_SIGNAL_SHIFT:
      return fill_in (shift_words[weeks][is_up][story->meaning], number);
    case CASENESS_SIGNAL_TREND:
      return fill_in (trend_words[weeks][is_up][story->meaning], number);
    case CASENESS_SIGNAL_OUTSIDE:
      return fill_in (outside_words[is_up][story->meaning], point);
    case CASENESS_SIGNAL_NEAR:
      return g_strdup (_(near_words[is_up][story->meaning]));
    case CASENESS_SIGNAL_EARLIER:
      return g_strdup_printf (is_up ? _("%s was above the upper limit; back in the usual range since.")
                                    : _("%s was below the lower limit; back in the usual range since."),
                              point);
    case CASENESS_SIGNAL_NONE:
    case CASENESS_SIGNAL_FEW:
    case CASENESS_SIGNAL_STEADY:
    default:
      return NULL;
    }
}

static gboolean
meets_target (const CasenessSeries *series, guint point)
{
  double value = series->figures[point].value, target = series->targets[point];

  return series->direction == CASENESS_SPC_DECREASE ? value <= target : value >= target;
}

/* Whether the target was met at every point of the phase that goes on. */
static gboolean
meets_every_target (const CasenessSeries *series)
{
  guint i;

  for (i = 0; i <= series->last; i++)
    if (series->chart.points[i].phase == series->chart.points[series->last].phase
        && !isnan (series->figures[i].value) && !isnan (series->targets[i]) && !meets_target (series, i))
      return FALSE;
  return TRUE;
}

static double
keep_inside (const CasenessSeries *series, double limit)
{
  return series->is_percent ? CLAMP (limit, 0, 100) : MAX (limit, 0);
}

/* Without any point beyond the limits, or since the latest one. */
static char *
dup_since (const CasenessSeries *series, const CasenessSeriesStory *story)
{
  g_autofree char *point = NULL;

  if (story->first == story->last)
    return g_strdup (_("Steady"));
  point = dup_long_point (series, story->first, FALSE);
  /* Translators: %s is a month, or the week of a day. */
  return g_strdup_printf (_("Steady since %s"), point);
}

static char *
dup_range (const CasenessSeries *series, const char *since)
{
  const CasenessSpcLimits *limits = &series->limits[series->last];
  g_autofree char *lower = caseness_series_dup_value (series, keep_inside (series, limits->lower));
  g_autofree char *upper = caseness_series_dup_value (series, keep_inside (series, limits->upper));

  /* Translators: “Steady”, or “Steady since” a month, and the usual range of a figure. */
  return g_strdup_printf (_("%s between %s and %s."), since, lower, upper);
}

static char *
dup_steady (const CasenessSeries *series, const CasenessSeriesStory *story)
{
  g_autofree char *since = dup_since (series, story);
  g_autofree char *target = caseness_series_dup_target (series, series->targets[series->last]);
  g_autofree char *range = NULL;
  gboolean is_met_always = series->assurance == CASENESS_SPC_PASS && meets_every_target (series);

  switch (series->assurance)
    {
    case CASENESS_SPC_PASS:
      if (series->is_planned)
        /* Translators: here and below the first %s is “Steady”, or “Steady since” a month. */
        return g_strdup_printf (is_met_always ? _("%s. The plan is reached every time.")
                                              : _("%s, and the plan will be reached while nothing changes."),
                                since);
      return g_strdup_printf (is_met_always ? _("%s. The standard is met every time.")
                                            : _("%s, and the standard will be met while nothing changes."),
                              since);
    case CASENESS_SPC_FAIL:
      return g_strdup_printf (_("%s, and %s is out of reach unless the way of working changes."), since, target);
    case CASENESS_SPC_HIT_OR_MISS:
      return g_strdup_printf (_("%s. The target of %s lies inside the usual range: hit or missed by chance."), since,
                              target);
    case CASENESS_SPC_NO_ASSURANCE:
    default:
      range = dup_range (series, since);
      return g_strdup_printf (isnan (series->targets[series->last]) ? _("%s No standard is set.") : "%s", range);
    }
}

/* What the latest value says of the target, after something else was said. */
static const char *
get_target_words (const CasenessSeries *series)
{
  if (isnan (series->targets[series->last]) || series->direction == CASENESS_SPC_NEITHER)
    return NULL;
  if (series->is_planned)
    return meets_target (series, series->last) ? _("The plan is still reached.") : _("The plan is not reached.");
  return meets_target (series, series->last) ? _("The standard is still met.") : _("The standard is not met.");
}

char *
caseness_series_dup_sentence (const CasenessSeries *series)
{
  CasenessSeriesStory story;
  g_autofree char *signal = NULL;
  const char *target;

  g_return_val_if_fail (series != NULL, NULL);

  story = caseness_series_read_story (series);
  if (story.signal == CASENESS_SIGNAL_NONE)
    return g_strdup (_("There are no figures in this time."));
  if (story.signal == CASENESS_SIGNAL_FEW)
    return g_strdup (_("Too few points to tell change from chance."));
  if (story.signal == CASENESS_SIGNAL_STEADY)
    return dup_steady (series, &story);
  signal = dup_signal (series, &story);
  target = get_target_words (series);
  return target != NULL ? g_strdup_printf ("%s %s", signal, target) : g_steal_pointer (&signal);
}

char *
caseness_series_dup_run (const CasenessSeries *series)
{
  CasenessSeriesStory story;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  guint n;

  g_return_val_if_fail (series != NULL, NULL);

  story = caseness_series_read_story (series);
  if (story.signal != CASENESS_SIGNAL_SHIFT && story.signal != CASENESS_SIGNAL_TREND)
    return NULL;
  n = count_points (series, story.first, story.last);
  first = caseness_series_dup_point (series, story.first);
  last = caseness_series_dup_point (series, story.last);
  if (story.signal == CASENESS_SIGNAL_TREND)
    /* Translators: the first and last point of a trend, such as Apr 24 and Oct 24. */
    return g_strdup_printf (story.sign > 0 ? ngettext ("%u point rising, %s to %s", "%u points rising, %s to %s", n)
                                           : ngettext ("%u point falling, %s to %s", "%u points falling, %s to %s", n),
                            n, first, last);
  /* Translators: the first and last point of a run, such as Apr 24 and Oct 24. */
  return g_strdup_printf (story.sign > 0
                            ? ngettext ("%u point above the mean, %s to %s", "%u points above the mean, %s to %s", n)
                            : ngettext ("%u point below the mean, %s to %s", "%u points below the mean, %s to %s", n),
                          n, first, last);
}

const char *
caseness_series_get_variation_words (const CasenessSeries *series)
{
  g_return_val_if_fail (series != NULL, NULL);

  switch (series->variation)
    {
    case CASENESS_SPC_MEANS_IMPROVEMENT:
      return series->variation_sign > 0 ? _("Special cause, improvement: higher")
                                        : _("Special cause, improvement: lower");
    case CASENESS_SPC_MEANS_CONCERN:
      return series->variation_sign > 0 ? _("Special cause, concern: higher") : _("Special cause, concern: lower");
    case CASENESS_SPC_MEANS_CHANGE:
      return series->variation_sign > 0 ? _("Special cause: higher") : _("Special cause: lower");
    case CASENESS_SPC_MEANS_NOTHING:
    default:
      return _("Common cause: no change beyond chance");
    }
}

const char *
caseness_series_get_assurance_words (const CasenessSeries *series)
{
  g_return_val_if_fail (series != NULL, NULL);

  switch (series->assurance)
    {
    case CASENESS_SPC_PASS:
      return _("Consistently passes the target");
    case CASENESS_SPC_FAIL:
      return _("Consistently fails the target");
    case CASENESS_SPC_HIT_OR_MISS:
      return _("Hits or misses the target by chance");
    case CASENESS_SPC_NO_ASSURANCE:
    default:
      return _("No target to judge by");
    }
}

static const char *
get_method_words (const CasenessSeries *series)
{
  switch (series->method)
    {
    case CASENESS_SERIES_P:
      return _("P chart: limits step with each denominator");
    case CASENESS_SERIES_P_PRIME:
      return _("P prime chart: limits step with each denominator and widen with the spread of the points");
    case CASENESS_SERIES_XMR:
    default:
      return series->spc.screens_ranges ? _("XmR, moving ranges screened")
                                        : _("XmR, moving ranges not screened, as in the NHS Excel tool");
    }
}

static char *
dup_baseline (const CasenessSeries *series)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  guint end = 0, n = 0;

  if (series->spc.baseline == 0 || series->spc.baseline >= series->n_points)
    return g_strdup (_("limits from all points shown"));
  for (; end < series->n_points && n < series->spc.baseline; end++)
    n += !isnan (series->figures[end].value);
  first = caseness_series_dup_point (series, 0);
  last = caseness_series_dup_point (series, MAX (end, 1) - 1);
  /* Translators: the first and last point of the baseline. */
  return g_strdup_printf (_("baseline %s to %s"), first, last);
}

char *
caseness_series_dup_method (const CasenessSeries *series)
{
  g_autofree char *baseline = NULL;

  g_return_val_if_fail (series != NULL, NULL);

  if (series->n_points == 0)
    return g_strdup (get_method_words (series));
  baseline = dup_baseline (series);
  return g_strdup_printf ("%s; %s", get_method_words (series), baseline);
}

char *
caseness_series_dup_rules (const CasenessSeries *series, guint point)
{
  static const char *const rules[CASENESS_SPC_N_RULES][2] = {
    [CASENESS_SPC_LIMIT] = { N_("below the lower limit"), N_("above the upper limit") },
    [CASENESS_SPC_TREND] = { N_("in a falling trend"), N_("in a rising trend") },
    [CASENESS_SPC_TWO_IN_THREE] = { N_("one of two in three close to the lower limit"),
                                    N_("one of two in three close to the upper limit") },
    [CASENESS_SPC_SHIFT] = { N_("in a run below the mean"), N_("in a run above the mean") },
  };
  GString *text = g_string_new (NULL);
  guint i;

  g_return_val_if_fail (series != NULL && point < series->n_points, g_string_free (text, FALSE));

  for (i = 0; i < CASENESS_SPC_N_RULES; i++)
    {
      gint8 sign = series->chart.points[point].signs[i];

      if (sign != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _(rules[i][sign > 0]));
    }
  return g_string_free (text, FALSE);
}

static void
append_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

/* Returns: the first point from @point on that is there. */
static guint
find_end_of_gap (const CasenessSeries *series, guint point)
{
  while (point < series->n_points && isnan (series->figures[point].value))
    point++;
  return point;
}

/* Points that are missing one after the other, by the first and the last of them. */
static char *
dup_gap (const CasenessSeries *series, guint first, guint end)
{
  g_autofree char *from = caseness_series_dup_point (series, first);
  g_autofree char *to = NULL;

  if (end == first + 1)
    return g_steal_pointer (&from);
  to = caseness_series_dup_point (series, end - 1);
  /* Translators: the first and the last of some months or weeks. */
  return g_strdup_printf (_("%s to %s"), from, to);
}

static void
append_missing (GString *text, const CasenessSeries *series)
{
  guint n = caseness_series_count_missing (series), named = 0, told = 0, i;
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  if (n == 0)
    return;
  for (i = 0; i < series->n_points && named < MOST_MISSING_NAMED; i++)
    if (isnan (series->figures[i].value))
      {
        guint end = find_end_of_gap (series, i);
        g_autofree char *name = dup_gap (series, i, end);

        g_string_append_printf (names, "%s%s", named++ > 0 ? ", " : "", name);
        told += end - i;
        i = end;
      }
  if (n > told)
    g_string_append (names, " …");
  /* Translators: %u is how many points are missing, %s names them. */
  sentence = g_strdup_printf (ngettext ("%u point is missing: %s.", "%u points are missing: %s.", n), n, names->str);
  append_sentence (text, sentence);
}

char *
caseness_series_dup_caution (const CasenessSeries *series)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (series != NULL, NULL);

  if (series->last < series->n_points && series->limits[series->last].is_trial)
    append_sentence (text, _("Trial limits: fewer than 12 points."));
  append_missing (text, series);
  if (series->is_correlated)
    append_sentence (text, _("Neighbouring points go together, so limits come out narrow: look at monthly flow as "
                             "well."));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
