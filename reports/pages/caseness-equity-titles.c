/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-words.h"

#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define PERCENT 100.0
#define MOST_NAMED 3

static const char *
get_words (const CasenessEquityGroup *group)
{
  return caseness_equity_words_group (group->line->group);
}

/* Groups whose interval at a stage is all below 1, the furthest below first; at most a few are named. */
static char *
name_fewer (const CasenessEquityWay *way, const CasenessEquityShared *shared, CasenessEquityStage stage, guint *n_fewer)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  guint i;

  *n_fewer = 0;
  for (i = 0; i < way->groups->len; i++)
    {
      const CasenessEquityGroup *group = caseness_equity_way_get_group (way, i);

      if (caseness_equity_group_judge (group, stage) != CASENESS_EQUITY_FEWER
          || caseness_equity_shared_stars (shared, i, stage))
        continue;
      if (++*n_fewer <= MOST_NAMED)
        g_ptr_array_add (names, (gpointer) get_words (group));
    }
  if (*n_fewer > MOST_NAMED)
    g_ptr_array_add (names, (gpointer) _("others"));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
describe_ratios (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityShared *shared = caseness_equity_answer_share (answer, is_shared);
  guint n_fewer = 0, stage;

  if (!answer->way->has_population)
    return g_strdup (_("Who was seen, step by step"));
  for (stage = 0; stage < CASENESS_N_EQUITY_STEPS; stage++)
    {
      g_autofree char *names = name_fewer (answer->way, shared, stage, &n_fewer);

      if (n_fewer > 0)
        /* Translators: %1$s is where on the way, %2$s are groups */
        return g_strdup_printf (_("Fewer than expected %1$s: %2$s"), caseness_equity_words_at (stage), names);
    }
  return g_strdup (_("No group is clearly below what is expected at any step"));
}

/* The group whose share of those treated is furthest below its share of need, or of people, and clearly so. */
static char *
describe_shares (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityShared *shared = caseness_equity_answer_share (answer, is_shared);
  const CasenessEquityWay *way = answer->way;
  const CasenessEquityGroup *lowest = NULL;
  const CasenessShare *share;
  guint i;

  if (!way->has_population)
    return g_strdup (_("Who was seen, step by step"));
  for (i = 0; i < way->groups->len; i++)
    {
      const CasenessEquityGroup *group = caseness_equity_way_get_group (way, i);

      if (caseness_equity_group_judge (group, CASENESS_EQUITY_TREATED) == CASENESS_EQUITY_FEWER
          && !caseness_equity_shared_stars (shared, i, CASENESS_EQUITY_TREATED)
          && (lowest == NULL
              || group->shares[CASENESS_EQUITY_TREATED].gap < lowest->shares[CASENESS_EQUITY_TREATED].gap))
        lowest = group;
    }
  if (lowest == NULL)
    return g_strdup (_("No group has clearly less than its share of those treated"));
  share = &lowest->shares[CASENESS_EQUITY_TREATED];
  /* Translators: %1$s is a group, %2$.1f and %3$.1f percentages */
  return g_strdup_printf (way->is_by_need ? _("%1$s: %2$.1f%% of those treated, %3$.1f%% of those in need")
                                          : _("%1$s: %2$.1f%% of those treated, %3$.1f%% of those who live here"),
                          get_words (lowest), share->observed_share.value * PERCENT, share->expected_share * PERCENT);
}

/* The group whose recovery is furthest below that of the others, and clearly so; NULL for none. */
static const char *
find_lowest (const CasenessEquityAnswer *answer, gboolean is_shared, double *difference)
{
  const CasenessEquityShared *shared = caseness_equity_answer_share (answer, is_shared);
  const CasenessEquityWay *way = answer->way;
  double lowest = 0;
  const char *name = NULL;
  guint i;

  for (i = 0; i < way->groups->len; i++)
    {
      CasenessEquityRate rate = caseness_equity_get_rate (way, i, CASENESS_EQUITY_RECOVERY);

      if (rate.difference.upper < 0 && rate.difference.value < lowest
          && !caseness_equity_shared_stars_outcome (shared, i, CASENESS_EQUITY_RECOVERY))
        {
          lowest = rate.difference.value;
          name = get_words (caseness_equity_way_get_group (way, i));
        }
    }
  *difference = lowest;
  return name;
}

static char *
describe_outcomes (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  double lowest;
  const char *name = find_lowest (answer, is_shared, &lowest);

  if (name == NULL)
    return g_strdup (_("Recovery is not clearly lower in any group"));
  /* Translators: %1$s is a group, %2$.1f percentage points */
  return g_strdup_printf (_("%1$s: recovery is %2$.1f points below that of everybody else"), name, -lowest * PERCENT);
}

char *
caseness_equity_words_aspirations (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  g_autofree char *cut = caseness_equity_words_cut (&answer->question->cut);
  g_autofree char *fewer = NULL;
  guint n_fewer = 0;
  double lowest;
  const char *use, *recovery;

  fewer = name_fewer (answer->way, caseness_equity_answer_share (answer, is_shared), CASENESS_EQUITY_TREATED, &n_fewer);
  use = !answer->way->has_population ? _("not known without a local population")
        : n_fewer > 0                ? _("not yet")
                                     : _("yes, as far as numbers tell");
  recovery = find_lowest (answer, is_shared, &lowest) != NULL ? _("not yet") : _("yes, as far as numbers tell");
  /* Translators: %1$s is what people are compared by, %2$s and %3$s answers: `not yet` */
  return g_strdup_printf (_("By %1$s. Those treated are as the need of those who live here: %2$s. Recovery does not depend on "
                            "who people are: %3$s. (Manual 10.4)"),
                          cut, use, recovery);
}

static char *
describe_trend (const CasenessEquityAnswer *answer)
{
  if (answer->trend_group < 0)
    return g_strdup (_("No group can be followed over time without a local population"));
  /* Translators: %1$s is a group, %2$s where on the way */
  return g_strdup_printf (_("%1$s: seen against expected %2$s, month by month"),
                          get_words (caseness_equity_way_get_group (answer->way, (guint) answer->trend_group)),
                          caseness_equity_words_at (answer->question->trend_stage));
}

static char *
describe_deprivation (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityGradient *gradient = &answer->gradient;
  const char *figure = caseness_equity_words_figure (gradient->figure);

  if (!gradient->is_fitted
      || caseness_equity_gradient_hides_line (gradient, answer->deprivation,
                                              caseness_equity_answer_share_deprivation (answer, is_shared)))
    /* Translators: %s is a figure: `Recovery` */
    return g_strdup_printf (_("%s by deprivation"), figure);
  if (gradient->slope.lower > 0)
    return g_strdup_printf (_("%s is lower where deprivation is higher"), figure);
  if (gradient->slope.upper < 0)
    return g_strdup_printf (_("%s is higher where deprivation is higher"), figure);
  return g_strdup_printf (_("%s does not clearly run with deprivation"), figure);
}

static char *
describe_checklist (const CasenessEquityAnswer *answer)
{
  const GPtrArray *checks = caseness_equity_answer_get_checks (answer);
  guint n_recorded = 0, i;

  for (i = 0; i < checks->len; i++)
    n_recorded += caseness_equity_check_is_recorded (g_ptr_array_index (checks, i));
  /* Translators: of a list of groups that services tend to miss */
  return g_strdup_printf (ngettext ("%1$u of %2$u group that services tend to miss is recorded here",
                                    "%1$u of %2$u groups that services tend to miss are recorded here",
                                    checks->len),
                          n_recorded, checks->len);
}

static char *
describe_tests (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const GPtrArray *tests = caseness_equity_answer_get_aspirations (answer, is_shared);
  guint n_met = 0, i;

  for (i = 0; i < tests->len; i++)
    n_met += caseness_equity_aspiration_is_met (g_ptr_array_index (tests, i));
  /* Translators: tests of whether all groups are seen as they need it and recover alike */
  return g_strdup_printf (ngettext ("%1$u of %2$u test of the manual’s aspirations is met, as far as numbers tell",
                                    "%1$u of %2$u tests of the manual’s aspirations are met, as far as numbers tell",
                                    tests->len),
                          n_met, tests->len);
}

char *
caseness_equity_words_title (const CasenessEquityAnswer *answer, CasenessEquityView view, gboolean is_shared)
{
  switch (view)
    {
    case CASENESS_EQUITY_VIEW_RATIOS:
      return describe_ratios (answer, is_shared);
    case CASENESS_EQUITY_VIEW_SHARES:
      return describe_shares (answer, is_shared);
    case CASENESS_EQUITY_VIEW_OUTCOMES:
      return describe_outcomes (answer, is_shared);
    case CASENESS_EQUITY_VIEW_CARE:
      return g_strdup (_("Waits, missed appointments, sessions and therapy, group by group"));
    case CASENESS_EQUITY_VIEW_ROUTES:
      return g_strdup (_("How people came to the service, group by group"));
    case CASENESS_EQUITY_VIEW_DEPRIVATION:
      return describe_deprivation (answer, is_shared);
    case CASENESS_EQUITY_VIEW_TREND:
      return describe_trend (answer);
    case CASENESS_EQUITY_VIEW_ONE:
      return caseness_equity_words_picked (answer, is_shared);
    case CASENESS_EQUITY_VIEW_TESTS:
      return describe_tests (answer, is_shared);
    case CASENESS_EQUITY_VIEW_CHECKLIST:
    case CASENESS_N_EQUITY_VIEWS:
    default:
      return describe_checklist (answer);
    }
}

/* What a view counts; those that say nothing of what people are compared by do not depend on it. */
static const struct
{
  const char *note;
  gboolean is_by_cut;
} notes[CASENESS_N_EQUITY_VIEWS] = {
  [CASENESS_EQUITY_VIEW_RATIOS]
  = { N_("seen of expected at each step; ▼ ▲: the 95% interval is all below or above 1"),
      TRUE },
  [CASENESS_EQUITY_VIEW_SHARES] = { N_("share of people who live here, of need, and of those seen; 95% intervals"), TRUE },
  [CASENESS_EQUITY_VIEW_OUTCOMES]
  = { N_("courses finished, and of them those at caseness; recovery, reliable recovery, reliable improvement and deterioration; "
         "differences from everybody else in points with 95% intervals; adjusted for problem and severity at the start"),
      TRUE },
  [CASENESS_EQUITY_VIEW_CARE]
  = { N_("first treatment within 6 and 18 weeks (M053, M055), second within 28 and after 90 days (M123, M126), missed, sessions "
         "(M141), intensity"),
      TRUE },
  [CASENESS_EQUITY_VIEW_ROUTES] = { N_("share of each group’s referrals received; of people whose group is not known, referrals alone"), TRUE },
  [CASENESS_EQUITY_VIEW_DEPRIVATION] = { N_("tenths of deprivation with 95% intervals and a weighted straight line"), FALSE },
  [CASENESS_EQUITY_VIEW_TREND] = { N_("ratio of seen to expected by month, up to the end of the period"), TRUE },
  [CASENESS_EQUITY_VIEW_ONE] = { N_("one group against everybody else, with 95% intervals"), FALSE },
  [CASENESS_EQUITY_VIEW_TESTS]
  = { N_("use in line with need and community, recovery whoever people are (Manual 10.4), by every characteristic; "
         "so many tests find a group below now and then by chance"),
      FALSE },
  [CASENESS_EQUITY_VIEW_CHECKLIST]
  = { N_("groups that talking therapies tend to miss; ratio of seen to expected at first treatment"), FALSE },
};

char *
caseness_equity_words_subtitle (const CasenessEquityAnswer *answer, CasenessEquityView view)
{
  g_autofree char *cut = caseness_equity_words_cut (&answer->question->cut);
  g_autofree char *period = caseness_period_format (&answer->question->period);
  const char *note;

  g_return_val_if_fail (view < CASENESS_N_EQUITY_VIEWS, NULL);
  note = view == CASENESS_EQUITY_VIEW_RATIOS && answer->way->is_estimated
           ? _("seen of expected at each step; who lives here was worked out as if each had no bearing on the other")
           : _(notes[view].note);
  if (!notes[view].is_by_cut)
    return g_strdup_printf ("%s; %s", period, note);
  return g_strdup_printf ("%s, %s; %s", cut, period, note);
}

char *
caseness_equity_words_slope (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityGradient *gradient = &answer->gradient;
  gboolean is_share = caseness_equity_figure_is_share (gradient->figure);
  double scale = is_share ? PERCENT : 1;
  g_autofree char *relative = NULL;

  if (caseness_equity_gradient_hides_line (gradient, answer->deprivation,
                                           caseness_equity_answer_share_deprivation (answer, is_shared)))
    return g_strdup (_("No slope is given, because a tenth has too few people to be told of."));
  if (!gradient->is_fitted)
    return g_strdup (_("No slope is fitted: five to ten groups are needed, none of them empty."));
  relative = caseness_equity_words_interval (
    (CasenessInterval){ gradient->slope.relative, gradient->slope.relative_lower, gradient->slope.relative_upper }, 1, 2);
  /* Translators: %1$s is a figure, %2$+.1f how it changes, %3$.1f and %4$.1f its limits, %5$.2f a ratio, %6$s its limits */
  return g_strdup_printf (is_share
                            ? _("%1$s, from most to least deprived: %2$+.1f points (95%% interval %3$.1f to %4$.1f); relative "
                                "index %5$.2f (%6$s).")
                            : _("%1$s, from most to least deprived: %2$+.1f (95%% interval %3$.1f to %4$.1f); relative index "
                                "%5$.2f (%6$s)."),
                          caseness_equity_words_figure (gradient->figure), gradient->slope.index * scale,
                          gradient->slope.lower * scale, gradient->slope.upper * scale, gradient->slope.relative,
                          *relative != '\0' ? relative : "–");
}

/* The first step at which the ratio of those picked is clearly below 1; what is hidden says nothing. */
static int
find_loss (const CasenessEquityAnswer *answer, const CasenessEquityGroup *group, const CasenessEquityShared *shared)
{
  guint stage;

  for (stage = 0; stage < CASENESS_N_EQUITY_STEPS; stage++)
    if (caseness_equity_group_judge (group, stage) == CASENESS_EQUITY_FEWER
        && !caseness_equity_shared_stars (shared, (guint) answer->picked_group, stage))
      return (int) stage;
  return -1;
}

static char *
describe_recovery (const CasenessEquityWay *way, guint group, const CasenessEquityShared *shared)
{
  CasenessEquityRate rate = caseness_equity_get_rate (way, group, CASENESS_EQUITY_RECOVERY);
  g_autofree char *interval = caseness_equity_words_interval (rate.difference, PERCENT, 1);
  const guint *observed = caseness_equity_way_get_group (way, group)->observed;
  guint n = observed[CASENESS_EQUITY_AT_CASENESS];
  double points = rate.difference.value * PERCENT, percent = rate.rate.value * PERCENT;

  if (caseness_equity_shared_stars_outcome (shared, group, CASENESS_EQUITY_RECOVERY))
    return g_strdup (_("Recovery may not be told: too few courses, here or beside them."));
  if (isnan (rate.difference.value))
    return g_strdup (_("None of them finished a course at caseness."));
  if (caseness_suppress_is_small (n))
    /* Translators: so many recovered of so many who finished a course */
    return g_strdup_printf (_("Recovered: %1$u of %2$u, too few to compare."), observed[CASENESS_EQUITY_RECOVERED], n);
  if (shared != NULL)
    n = (guint) caseness_suppress_round (n);
  if (rate.difference.upper < 0)
    return g_strdup_printf (_("Of %1$u at caseness %2$.1f%% recovered, below others by %3$.1f points (95%% interval %4$s)."), n,
                            percent, -points, interval);
  if (rate.difference.lower > 0)
    return g_strdup_printf (_("Of %1$u at caseness %2$.1f%% recovered, above others by %3$.1f points (95%% interval %4$s)."), n,
                            percent, points, interval);
  /* Translators: %3$+.1f are points, %4$s the interval of them */
  return g_strdup_printf (_("Of %1$u at caseness %2$.1f%% recovered, not clearly otherwise than others (%3$+.1f points, 95%% "
                            "interval %4$s)."), n, percent, points, interval);
}

char *
caseness_equity_words_picked (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityShared *shared = caseness_equity_answer_share_picked (answer, is_shared);
  const CasenessEquityGroup *group;
  g_autofree char *recovery = NULL;
  int loss;

  if (answer->picked_group < 0)
    return g_strdup (_("Choose a group: are they reached, and do they recover?"));
  group = caseness_equity_way_get_group (answer->picked, (guint) answer->picked_group);
  recovery = describe_recovery (answer->picked, (guint) answer->picked_group, shared);
  if (!answer->picked->has_population)
    return g_strdup_printf (_("%1$s: how many live here is not known. %2$s"), get_words (group), recovery);
  loss = find_loss (answer, group, shared);
  if (loss >= 0)
    /* Translators: %1$s is a group, %2$s where on the way, %3$s a sentence */
    return g_strdup_printf (_("%1$s: fewer than expected %2$s. %3$s"), get_words (group),
                            caseness_equity_words_at ((CasenessEquityStage) loss), recovery);
  if (caseness_equity_shared_stars (shared, (guint) answer->picked_group, CASENESS_EQUITY_REFERRED))
    return g_strdup_printf (_("%1$s: too few to tell of; a longer period or a larger group says more"), get_words (group));
  if (isnan (group->shares[CASENESS_EQUITY_REFERRED].ratio.value))
    return g_strdup_printf (_("%1$s: too few expected to say whether they are reached. %2$s"), get_words (group), recovery);
  return g_strdup_printf (_("%1$s: not clearly fewer than expected at any step. %2$s"), get_words (group), recovery);
}

/* `Bangladeshi / Female: 35 referred of 50 expected, ratio 0.68 (95% interval 0.47 to 0.95). Recovery is …` */
static char *
describe_wider (const CasenessEquityWider *wider, gboolean is_shared)
{
  const CasenessEquityShared *shared = is_shared ? wider->shared : NULL;
  const CasenessEquityGroup *group = caseness_equity_way_get_group (wider->way, wider->group);
  const CasenessShare *share = &group->shares[CASENESS_EQUITY_REFERRED];
  g_autofree char *interval = caseness_equity_words_interval (share->ratio, 1, 2);
  g_autofree char *recovery = describe_recovery (wider->way, wider->group, shared);
  guint referred = group->observed[CASENESS_EQUITY_REFERRED];

  if (is_shared)
    referred = (guint) caseness_suppress_round (referred);
  if (caseness_equity_shared_stars (shared, wider->group, CASENESS_EQUITY_REFERRED))
    /* Translators: %s is a group */
    return g_strdup_printf (_("%s: too few to tell of."), get_words (group));
  if (isnan (share->ratio.value))
    /* Translators: %1$s is a group, %3$s a sentence */
    return g_strdup_printf (_("%1$s: %2$u referred. %3$s"), get_words (group), referred, recovery);
  /* Translators: %1$s is a group, %5$s an interval, %6$s a sentence */
  return g_strdup_printf (_("%1$s: %2$u referred of %3$.0f expected, ratio %4$.2f (95%% interval %5$s). %6$s"),
                          get_words (group), referred, share->expected, share->ratio.value, interval, recovery);
}

char *
caseness_equity_words_wider (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const GPtrArray *wider = caseness_equity_answer_get_wider (answer);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint i;

  if (wider->len == 0)
    return NULL;
  g_ptr_array_add (lines, g_strdup (is_shared ? _("The same but for one characteristic, people to the nearest 5:")
                                          : _("The same but for one characteristic:")));
  for (i = 0; i < wider->len; i++)
    g_ptr_array_add (lines, describe_wider (g_ptr_array_index (wider, i), is_shared));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
