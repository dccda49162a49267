/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define PERCENT 100.0

static const struct
{
  const char *name;
  const char *words;
} views[CASENESS_N_EQUITY_VIEWS] = {
  [CASENESS_EQUITY_VIEW_RATIOS] = { "ratios", N_("Ratios") },
  [CASENESS_EQUITY_VIEW_SHARES] = { "shares", N_("Shares") },
  [CASENESS_EQUITY_VIEW_OUTCOMES] = { "outcomes", N_("Outcomes") },
  [CASENESS_EQUITY_VIEW_CARE] = { "care", N_("Waits, therapy") },
  [CASENESS_EQUITY_VIEW_ROUTES] = { "sources", N_("Sources") },
  [CASENESS_EQUITY_VIEW_DEPRIVATION] = { "deprivation", N_("Deprivation") },
  [CASENESS_EQUITY_VIEW_TREND] = { "trend", N_("Over time") },
  [CASENESS_EQUITY_VIEW_ONE] = { "one-group", N_("One group") },
  [CASENESS_EQUITY_VIEW_CHECKLIST] = { "checklist", N_("Checklist") },
  [CASENESS_EQUITY_VIEW_TESTS] = { "aspirations", N_("Aspirations") },
};

static const struct
{
  const char *name;
  const char *words;
} variables[] = {
  { "Age Group", N_("Age") },
  { "Working Age", N_("Age, under and over 65") },
  { "Gender", N_("Gender") },
  { "Gender Identity", N_("Gender identity") },
  { "Gender Identity Same At Birth", N_("Gender same as at birth") },
  { "Ethnic Group 5", N_("Ethnic group, five") },
  { "Ethnic Group", N_("Ethnic group, sixteen") },
  { "Indices of Deprivation Decile", N_("Deprivation, tenths") },
  { "Deprivation Quintile", N_("Deprivation, fifths") },
  { "Disability Recorded", N_("Disabled or not") },
  { "Disability", N_("Disability") },
  { "Religion", N_("Religion") },
  { "Sexual Orientation", N_("Sexual orientation") },
  { "Armed Forces", N_("Armed forces") },
  { "Ex British Armed Forces and Dependants", N_("Armed forces, who of them") },
  { "Long-Term Condition Recorded", N_("Long-term condition or none") },
  { "LongTermCondition", N_("Long-term condition") },
  { "Language", N_("Preferred language") },
  { "Interpreter", N_("Interpreter") },
  { "Employment Status", N_("Employment") },
  { "Perinatal", N_("Perinatal") },
  { "Circumstances", N_("Circumstances") },
  { "Education", N_("Education") },
  { "Referral Route", N_("Source of referral") },
  { "Locality", N_("Locality") },
};

static const struct
{
  const char *heading;
  const char *at;
} stages[CASENESS_N_EQUITY_STAGES] = {
  [CASENESS_EQUITY_REFERRED] = { N_("Referred"), N_("at referral") },
  [CASENESS_EQUITY_ASSESSED] = { N_("Assessed"), N_("at assessment") },
  [CASENESS_EQUITY_TREATED] = { N_("Treated"), N_("at first treatment") },
  [CASENESS_EQUITY_COMPLETED] = { N_("Completed"), N_("at the end of a course") },
  [CASENESS_EQUITY_RECOVERED] = { N_("Recovered"), N_("at recovery") },
  [CASENESS_EQUITY_RELIABLY_RECOVERED] = { N_("Reliably recovered"), N_("at reliable recovery") },
  [CASENESS_EQUITY_IMPROVED] = { N_("Reliably improved"), N_("at reliable improvement") },
  [CASENESS_EQUITY_DETERIORATED] = { N_("Reliably deteriorated"), N_("at reliable deterioration") },
  [CASENESS_EQUITY_AT_CASENESS] = { N_("At caseness"), N_("at caseness") },
};

static const char *const outcomes[CASENESS_N_EQUITY_OUTCOMES] = {
  [CASENESS_EQUITY_RECOVERY] = N_("Recovery"),
  [CASENESS_EQUITY_RELIABLE_RECOVERY] = N_("Reliable recovery"),
  [CASENESS_EQUITY_IMPROVEMENT] = N_("Reliable improvement"),
  [CASENESS_EQUITY_DETERIORATION] = N_("Reliable deterioration"),
};

const char *
caseness_equity_words_view (CasenessEquityView view)
{
  g_return_val_if_fail (view < CASENESS_N_EQUITY_VIEWS, NULL);
  return _(views[view].words);
}

const char *
caseness_equity_words_get_name (CasenessEquityView view)
{
  g_return_val_if_fail (view < CASENESS_N_EQUITY_VIEWS, NULL);
  return views[view].name;
}

gboolean
caseness_equity_words_parse_view (const char *name, CasenessEquityView *view)
{
  guint i;

  for (i = 0; i < CASENESS_N_EQUITY_VIEWS; i++)
    if (g_ascii_strcasecmp (views[i].name, name) == 0)
      {
        *view = i;
        return TRUE;
      }
  return FALSE;
}

const char *
caseness_equity_words_variable (const char *name)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (variables); i++)
    if (strcmp (variables[i].name, name) == 0)
      return _(variables[i].words);
  return name;
}

char *
caseness_equity_words_cut (const CasenessEquityCut *cut)
{
  const char *words[CASENESS_MAX_CROSSED] = { NULL };
  guint i;

  for (i = 0; i < cut->n_variables; i++)
    words[i] = caseness_equity_words_variable (caseness_variable_get_name (cut->variables[i]));
  if (cut->n_variables == 1)
    return g_strdup (words[0]);
  if (cut->n_variables == 2)
    /* Translators: two variables that are laid across each other */
    return g_strdup_printf (_("%1$s by %2$s"), words[0], words[1]);
  /* Translators: three variables that are laid across one another */
  return g_strdup_printf (_("%1$s by %2$s by %3$s"), words[0], words[1], words[2]);
}

const char *
caseness_equity_words_stage (CasenessEquityStage stage)
{
  g_return_val_if_fail (stage < CASENESS_N_EQUITY_STAGES, NULL);
  return _(stages[stage].heading);
}

const char *
caseness_equity_words_at (CasenessEquityStage stage)
{
  g_return_val_if_fail (stage < CASENESS_N_EQUITY_STAGES, NULL);
  return _(stages[stage].at);
}

const char *
caseness_equity_words_outcome (CasenessEquityOutcome outcome)
{
  g_return_val_if_fail (outcome < CASENESS_N_EQUITY_OUTCOMES, NULL);
  return _(outcomes[outcome]);
}

const char *
caseness_equity_words_figure (CasenessEquityFigure figure)
{
  if (figure == CASENESS_EQUITY_FIGURE_REFERRED)
    return _("Referred per 1,000 people");
  if (figure == CASENESS_EQUITY_FIGURE_TREATED)
    return _("Treated per 1,000 people");
  return caseness_equity_words_outcome (figure - CASENESS_EQUITY_FIGURE_RECOVERY);
}

static const struct
{
  const char *id;
  const char *words;
} measures[] = {
  { "M053", N_("In 6 weeks") },
  { "M055", N_("In 18 weeks") },
  { "M123", N_("Second in 28 d") },
  { "M126", N_("After 90 d") },
  { "L016", N_("Missed") },
  { "M141", N_("Sessions") },
  { "L004", N_("Low only") },
  { "L006", N_("High only") },
  { "L005", N_("Both") },
};

const char *
caseness_equity_words_measure (const CasenessMeasure *measure)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (measures); i++)
    if (strcmp (measures[i].id, measure->id) == 0)
      return _(measures[i].words);
  return measure->name;
}

static const struct
{
  const char *name;
  const char *words;
} routes[] = {
  { "Self", N_("Self") },
  { "General practice", N_("GP") },
  { "Other primary care and maternity", N_("Primary care") },
  { "Carer or relative", N_("Carer") },
  { "Local authority and education", N_("Council") },
  { "Employer", N_("Employer") },
  { "Justice system", N_("Justice") },
  { "Hospital and child health", N_("Hospital") },
  { "Voluntary and independent sector", N_("Voluntary") },
  { "Mental health services", N_("Mental health") },
  { "Other", N_("Other") },
};

const char *
caseness_equity_words_route (const char *name)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (routes); i++)
    if (strcmp (routes[i].name, name) == 0)
      return _(routes[i].words);
  return name;
}

char *
caseness_equity_words_interval (CasenessInterval interval, double scale, int decimals)
{
  if (isnan (interval.lower) || isnan (interval.upper))
    return g_strdup ("");
  /* Translators: lower and upper limit of an interval */
  return g_strdup_printf (_("%1$.*3$f to %2$.*3$f"), interval.lower * scale, interval.upper * scale, decimals);
}

char *
caseness_equity_words_warning (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityWay *way = answer->way;
  g_autofree char *cut = NULL;
  double missing = 0;
  CasenessEquityStage worst = CASENESS_EQUITY_REFERRED;
  guint i;

  for (i = 0; i < CASENESS_N_EQUITY_STEPS; i++)
    if (caseness_equity_way_is_doubtful (way, i) && caseness_equity_way_get_missing (way, i) > missing)
      {
        missing = caseness_equity_way_get_missing (way, i);
        worst = i;
      }
  if (!(missing > 0))
    return NULL;
  cut = caseness_equity_words_cut (&answer->question->cut);
  if (caseness_equity_shared_stars (caseness_equity_answer_share (answer, is_shared), way->groups->len - 1, worst))
    /* Translators: %1$s is what people are compared by, %2$s where on the way: `at referral` */
    return g_strdup_printf (_("%1$s is not known for more than a tenth of people %2$s. Ratios marked ⚠ rest on the others "
                              "and could move either way."),
                            cut, caseness_equity_words_at (worst));
  /* Translators: %1$s is what people are compared by, %3$s where on the way: `at referral` */
  return g_strdup_printf (_("%1$s is not known for %2$.1f%% of people %3$s. Ratios marked ⚠ rest on the others and could "
                            "move either way."),
                          cut, missing, caseness_equity_words_at (worst));
}

char *
caseness_equity_words_population (const CasenessEquityAnswer *answer)
{
  g_autofree char *sources = NULL, *words = NULL;

  if (!answer->way->has_population)
    return g_strdup (_("Who lives here is not known by this, so there is nothing to hold the counts against. Choose Local "
                       "population to put one together, or import a LOCPopulation list."));
  sources = g_strjoinv ("; ", answer->sources);
  /* Translators: %1$s is an area, %2$s where its figures are from */
  words = g_strdup_printf (answer->way->is_by_need ? _("Population of %1$s, expected from need. %2$s")
                                                   : _("Population of %1$s, expected from population. %2$s"),
                           answer->area, sources);
  return answer->is_everybody
           ? g_steal_pointer (&words)
           /* Translators: %s is where the population is from; sentences follow one another */
           : g_strdup_printf (_("%s. It is of all who live here: the filter leaves out people seen, not people who live "
                                "here."),
                              words);
}

char *
caseness_equity_words_access (const CasenessEquityAnswer *answer)
{
  CasenessInterval access = caseness_equity_answer_get_access (answer, -1);
  g_autofree char *interval = caseness_equity_words_interval (access, 1, 1);
  const CasenessStandard *standard = answer->access_standard;

  if (!answer->is_everybody)
    return g_strdup (_("Access against need is worked out for everybody only; remove the filter to see it."));
  if (isnan (access.value))
    return g_strdup (_("Need is not known for every group, so access cannot be given as a share of it."));
  if (standard == NULL)
    /* Translators: %1$.1f is a percentage, %2$s an interval */
    return g_strdup_printf (_("%1$.1f%% of those in need were treated in a year (95%% interval %2$s). No standard is in "
                              "force."),
                            access.value, interval);
  /* Translators: %1$.1f and %3$g are percentages, %2$s an interval, %4$s who set the standard */
  return g_strdup_printf (_("%1$.1f%% of those in need were treated in a year (95%% interval %2$s), against a standard of "
                            "%3$g%% (%4$s)."),
                          access.value, interval, standard->value, standard->source);
}

/* How many of those treated were 65 or over, unless they are too few to be told of. */
static char *
describe_older_seen (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityOlder *older = caseness_equity_answer_get_older (answer);
  g_autofree char *interval = caseness_equity_words_interval (older->share, PERCENT, 1);

  if (is_shared && caseness_equity_answer_hides_older (answer))
    return g_strdup (_("How many of those treated are 65 or over cannot be told without giving somebody away"));
  /* Translators: %1$.1f is a percentage, %2$s its interval */
  return g_strdup_printf (_("%1$.1f%% of those treated are 65 or over (95%% interval %2$s)"), older->share.value * PERCENT,
                          interval);
}

char *
caseness_equity_words_older (const CasenessEquityAnswer *answer, gboolean is_shared)
{
  const CasenessEquityOlder *older = caseness_equity_answer_get_older (answer);
  g_autofree char *seen = NULL;
  g_autofree char *expected = NULL;

  if (older->known == 0)
    return g_strdup (_("Nobody whose age is known was treated in the period."));
  seen = describe_older_seen (answer, is_shared);
  if (!isnan (older->expected))
    expected = g_strdup_printf (older->is_by_need ? _("%.1f%% would be expected here from age and need")
                                                  : _("%.1f%% would be expected here from age alone"),
                                older->expected * PERCENT);
  /* Translators: %1$s is what is seen, %2$s what is expected, %3$.0f and %4$.1f percentages */
  return g_strdup_printf (_("%1$s; %2$s. The plan of 2011 expected %3$.0f%%, from a prevalence of %4$.1f%% at "
                            "65 to 74."),
                          seen, expected != NULL ? expected : _("the local population by age is not known"),
                          older->plan_share, older->plan_prevalence);
}
