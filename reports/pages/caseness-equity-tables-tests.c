/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-tables-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define PERCENT 100.0

/* What an interval says of what it is held against. */
typedef enum
{
  UNTOLD, /* no figure, or nothing to hold it against */
  BELOW,
  ABOVE,
  EITHER,
} Side;

static Side
hold (CasenessInterval found, double against)
{
  if (isnan (found.lower) || isnan (found.upper) || isnan (against))
    return UNTOLD;
  return found.upper < against ? BELOW : found.lower > against ? ABOVE : EITHER;
}

/* Of what should be as much as something, or more. */
static const char *
answer_reached (Side side)
{
  static const char *const answers[] = { [UNTOLD] = "", [BELOW] = N_("Not yet"), [ABOVE] = N_("Yes"),
                                         [EITHER] = N_("Numbers cannot tell") };

  return side == UNTOLD ? "" : _(answers[side]);
}

/* Of what should not differ. */
static const char *
answer_same (Side side)
{
  if (side == UNTOLD)
    return "";
  return side == EITHER ? _("Yes, as far as numbers tell") : _("Not yet");
}

/* A figure with its interval, held against another. */
static void
add_figure (CasenessEquityCells *cells, const char *test, CasenessInterval found, double against, int decimals,
            const char *held_to, gboolean is_hidden)
{
  caseness_chart_table_add_text (cells->table, test);
  if (is_hidden)
    caseness_equity_cells_hidden (cells);
  else
    caseness_equity_cells_number (cells, found.value, decimals);
  caseness_equity_cells_interval (cells, found, 1, decimals, is_hidden);
  caseness_equity_cells_number (cells, against, isnan (against) || against == round (against) ? 0 : 1);
  caseness_chart_table_add_text (cells->table, is_hidden ? "" : held_to);
  caseness_chart_table_add_text (cells->table, "");
}

static CasenessInterval
scale (CasenessInterval interval, double factor)
{
  return (CasenessInterval){ interval.value * factor, interval.lower * factor, interval.upper * factor };
}

static void
add_access (CasenessEquityCells *cells, const CasenessEquityAnswer *answer)
{
  CasenessInterval access = caseness_equity_answer_get_access (answer, -1);
  double standard = answer->access_standard != NULL ? answer->access_standard->value : NAN;

  if (!isnan (access.value))
    add_figure (cells, _("Treated in a year, of every hundred in need"), access, standard, 1,
                answer_reached (hold (access, standard)), FALSE);
}

/* People of 65 and over, against those expected here and by the plan of 2011, with what the plan took for granted. */
static void
add_older (CasenessEquityCells *cells, const CasenessEquityAnswer *answer)
{
  const CasenessEquityOlder *older = caseness_equity_answer_get_older (answer);
  gboolean is_hidden = cells->shared != NULL && caseness_equity_answer_hides_older (answer);
  CasenessInterval share = scale (older->share, PERCENT);
  double expected = older->expected * PERCENT;

  if (older->known == 0)
    return;
  if (!isnan (expected))
    add_figure (cells,
                older->is_by_need ? _("65 and over, % of those treated: expected by age and need here")
                                  : _("65 and over, % of those treated: expected by age here"),
                share, expected, 1, answer_reached (hold (share, expected)), is_hidden);
  add_figure (cells, _("65 and over, % of those treated: expected by the plan of 2011"), share, older->plan_share, 1,
              answer_reached (hold (share, older->plan_share)), is_hidden);
  add_figure (cells, _("Prevalence at 65 to 74, %: taken by the plan of 2011"),
              (CasenessInterval){ older->prevalence, NAN, NAN }, older->plan_prevalence, 1, "", FALSE);
}

/* Only outcomes should not run along deprivation: need does. */
static void
add_slope (CasenessEquityCells *cells, const CasenessEquityAnswer *answer)
{
  const CasenessEquityGradient *gradient = &answer->gradient;
  const CasenessSlope *slope = &gradient->slope;
  gboolean is_share = caseness_equity_figure_is_share (gradient->figure);
  gboolean is_hidden = caseness_equity_gradient_hides_line (
    gradient, answer->deprivation, caseness_equity_answer_share_deprivation (answer, cells->shared != NULL));
  CasenessInterval index = scale ((CasenessInterval){ slope->index, slope->lower, slope->upper }, is_share ? PERCENT : 1);
  CasenessInterval relative = { slope->relative, slope->relative_lower, slope->relative_upper };
  const char *figure = caseness_equity_words_figure (gradient->figure);
  /* Translators: %s is a figure: `Recovery` */
  g_autofree char *points = g_strdup_printf (is_share ? _("%s, most to least deprived: slope in points")
                                                      : _("%s, most to least deprived: slope"),
                                             figure);
  g_autofree char *ratio = g_strdup_printf (_("%s, most to least deprived: relative index"), figure);

  if (!gradient->is_fitted)
    return;
  add_figure (cells, points, index, 0, 1, is_share ? answer_same (hold (index, 0)) : "", is_hidden);
  add_figure (cells, ratio, relative, 1, 2, is_share ? answer_same (hold (relative, 1)) : "", is_hidden);
}

static char *
name_below (const CasenessEquityAspiration *aspiration)
{
  GString *names = g_string_new (NULL);
  guint i;

  for (i = 0; i < aspiration->below->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            caseness_equity_words_group (g_ptr_array_index (aspiration->below, i)));
  return g_string_free (names, FALSE);
}

static void
add_aspiration (CasenessEquityCells *cells, const CasenessEquityAspiration *aspiration)
{
  const char *variable = caseness_equity_words_variable (aspiration->variable);
  /* Translators: %s is a characteristic */
  g_autofree char *test = g_strdup_printf (
    aspiration->aspired == CASENESS_EQUITY_ASPIRED_USE ? _("Use as need: %s") : _("Recovery the same: %s"), variable);
  /* Translators: how many groups are clearly below, of all that numbers tell of */
  g_autofree char *found = g_strdup_printf (_("%1$u of %2$u"), aspiration->below->len, aspiration->n_groups);
  g_autofree char *names = name_below (aspiration);

  caseness_chart_table_add_text (cells->table, test);
  caseness_chart_table_add_text (cells->table, found);
  caseness_chart_table_add_text (cells->table, "");
  caseness_equity_cells_number (cells, 0, 0);
  caseness_chart_table_add_text (cells->table, answer_same (caseness_equity_aspiration_is_met (aspiration) ? EITHER : BELOW));
  caseness_chart_table_add_text (cells->table, names);
}

/* `Not yet: Male`, or of how many groups it is met; a dash where numbers tell of none. */
static void
add_verdict (CasenessEquityCells *cells, const GPtrArray *tests, const char *variable, CasenessEquityAspired aspired)
{
  g_autofree char *text = NULL;
  guint i;

  for (i = 0; i < tests->len && text == NULL; i++)
    {
      const CasenessEquityAspiration *test = g_ptr_array_index (tests, i);
      g_autofree char *names = NULL;

      if (test->aspired != aspired || strcmp (test->variable, variable) != 0)
        continue;
      names = name_below (test);
      if (caseness_equity_aspiration_is_met (test))
        text = g_strdup_printf (ngettext ("Yes, of %u group", "Yes, of %u groups", test->n_groups), test->n_groups);
      else
        /* Translators: %s are groups */
        text = g_strdup_printf (_("Not yet: %s"), names);
    }
  caseness_chart_table_add_text (cells->table, text != NULL ? text : "–");
}

/* A characteristic a row. */
static void
fill_narrow (CasenessEquityCells *cells, const GPtrArray *tests)
{
  const char *const headings[] = { _("By"), _("Use as need"), _("Recovery the same"), NULL };
  const char *last = NULL;
  guint i;

  caseness_equity_cells_columns (cells, headings);
  for (i = 0; i < tests->len; i++)
    {
      const char *variable = ((const CasenessEquityAspiration *) g_ptr_array_index (tests, i))->variable;

      if (g_strcmp0 (variable, last) == 0)
        continue;
      last = variable;
      caseness_chart_table_add_text (cells->table, caseness_equity_words_variable (variable));
      add_verdict (cells, tests, variable, CASENESS_EQUITY_ASPIRED_USE);
      add_verdict (cells, tests, variable, CASENESS_EQUITY_ASPIRED_RECOVERY);
    }
}

/* Figures that there are standards or expectations of, then the manual's aspirations by each characteristic; the narrow
 * table has those alone, as the figures stand in words beside it. */
void
caseness_equity_table_fill_tests (CasenessEquityCells *cells, const CasenessEquityAnswer *answer)
{
  const char *const headings[] = { _("Test"), _("Found"), _("95% interval"), _("Held against"), _("Answer"),
                                   _("Clearly below"), NULL };
  const GPtrArray *tests = caseness_equity_answer_get_aspirations (answer, cells->shared != NULL);
  guint i;

  if (cells->is_narrow)
    {
      fill_narrow (cells, tests);
      return;
    }
  caseness_equity_cells_columns (cells, headings);
  add_access (cells, answer);
  add_older (cells, answer);
  add_slope (cells, answer);
  for (i = 0; i < tests->len; i++)
    add_aspiration (cells, g_ptr_array_index (tests, i));
}
