/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-population.h"

#include "caseness-equity-list-private.h"

#include <math.h>
#include <string.h>

#define SEPARATOR ": "
#define WHOLE 100.0 /* percent */

/* Groups of people of whom nothing is known. */
static const char *const unknown_labels[] = { CASENESS_EQUITY_NOT_KNOWN, "Not recorded", "Not stated" };
/* Groups that a plan may join to them. */
static const char *const unsaid_labels[]
  = { "Indeterminate", "ZZ Not Stated", "No code", "No code recorded", "Invalid code" };

static gboolean
is_unknown (const CasenessEquityPlan *plan, const char *label)
{
  const char *separator = strstr (label, SEPARATOR);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (unsaid_labels); i++)
    if (g_ascii_strcasecmp (label, unsaid_labels[i]) == 0)
      return caseness_equity_plan_joins_unsaid (plan);
  for (i = 0; i < G_N_ELEMENTS (unknown_labels); i++)
    if (strcmp (label, unknown_labels[i]) == 0
        || (separator != NULL && strcmp (separator + strlen (SEPARATOR), unknown_labels[i]) == 0))
      return TRUE;
  return FALSE;
}

static void
line_free (gpointer data)
{
  CasenessEquityLine *line = data;
  guint i;

  g_free (line->group);
  for (i = 0; i < CASENESS_MAX_CROSSED; i++)
    g_free (line->is_chosen[i]);
  g_free (line);
}

CasenessEquityChoice
caseness_equity_line_choose (const CasenessEquityLine *line)
{
  CasenessEquityChoice choice;
  guint i;

  for (i = 0; i < CASENESS_MAX_CROSSED; i++)
    choice.is_chosen[i] = line->is_chosen[i];
  return choice;
}

static CasenessEquityLine *
add_line (GPtrArray *lines, const char *group, CasenessEquityLineKind kind, guint n_labels)
{
  CasenessEquityLine *line = g_new0 (CasenessEquityLine, 1);

  line->group = g_strdup (group);
  line->kind = kind;
  line->population = line->prevalence = NAN;
  line->is_chosen[0] = g_new0 (gboolean, n_labels + 1);
  g_ptr_array_add (lines, line);
  return line;
}

static void
add_listed (GPtrArray *lines, const GPtrArray *population, const GPtrArray *labels, gboolean *is_listed)
{
  guint i, k;

  for (i = 0; i < population->len; i++)
    {
      const CasenessPopulationGroup *group = g_ptr_array_index (population, i);
      CasenessEquityLine *line = add_line (lines, group->name, CASENESS_EQUITY_LISTED, labels->len);

      line->population = group->population;
      line->prevalence = group->prevalence;
      caseness_population_choose (labels, group->name, line->is_chosen[0]);
      for (k = 0; k < labels->len; k++)
        is_listed[k] |= line->is_chosen[0][k];
    }
}

/* Groups the list does not have, one by one, then those not known in one row. */
static void
add_others (GPtrArray *lines, const CasenessEquityPlan *plan, const GPtrArray *labels, const gboolean *is_listed)
{
  CasenessEquityLine *unknown;
  guint i;

  for (i = 0; i < labels->len; i++)
    if (!is_listed[i] && !is_unknown (plan, g_ptr_array_index (labels, i)))
      add_line (lines, g_ptr_array_index (labels, i), CASENESS_EQUITY_OTHER, labels->len)->is_chosen[0][i] = TRUE;
  unknown = add_line (lines, CASENESS_EQUITY_NOT_KNOWN, CASENESS_EQUITY_UNKNOWN, labels->len);
  for (i = 0; i < labels->len; i++)
    unknown->is_chosen[0][i] = !is_listed[i] && is_unknown (plan, g_ptr_array_index (labels, i));
}

static GPtrArray *
list_single (const CasenessEquityPlan *plan, guint cut, guint variable, const char *area)
{
  const GPtrArray *labels = caseness_equity_plan_get_labels (plan, cut, variable);
  g_autoptr(GPtrArray) population
    = caseness_population_list (caseness_equity_plan_get_snapshot (plan),
                                caseness_equity_plan_get_cut (plan, cut)->variables[variable], area);
  g_autofree gboolean *is_listed = g_new0 (gboolean, labels->len + 1);
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  add_listed (lines, population, labels, is_listed);
  add_others (lines, plan, labels, is_listed);
  return lines;
}

/* How many people a list has, and how many of a hundred are in need; NaN where that is not known of all. */
typedef struct
{
  double population;
  double prevalence;
} Whole;

static Whole
add_up (const GPtrArray *lines)
{
  double population = 0, cases = 0;
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const CasenessEquityLine *line = g_ptr_array_index (lines, i);

      if (line->kind != CASENESS_EQUITY_LISTED)
        continue;
      population += line->population;
      cases += line->population * line->prevalence;
    }
  return (Whole){ population, population > 0 ? cases / population : NAN };
}

/* One more variable: its share of the people, and by how much its need is above or below that of all. */
static void
estimate (CasenessEquityLine *line, const CasenessEquityLine *by, const Whole *whole)
{
  line->population *= by->population / whole->population;
  if (isnan (by->prevalence) || isnan (whole->prevalence))
    return;
  line->prevalence = isnan (line->prevalence) ? by->prevalence
                                              : MIN (line->prevalence * by->prevalence / whole->prevalence, WHOLE);
}

static CasenessEquityLine *
cross (const CasenessEquityLine *line, const CasenessEquityLine *by, guint variable, const GPtrArray *const *labels,
       const Whole *whole)
{
  CasenessEquityLine *crossed = g_new0 (CasenessEquityLine, 1);
  guint i;

  crossed->group = g_strconcat (line->group, CASENESS_CROSSED, by->group, NULL);
  crossed->kind = line->kind == CASENESS_EQUITY_LISTED && by->kind == CASENESS_EQUITY_LISTED ? CASENESS_EQUITY_LISTED
                                                                                            : CASENESS_EQUITY_OTHER;
  crossed->population = line->population;
  crossed->prevalence = line->prevalence;
  crossed->is_estimated = crossed->kind == CASENESS_EQUITY_LISTED;
  for (i = 0; i < variable; i++)
    crossed->is_chosen[i] = g_memdup2 (line->is_chosen[i], (labels[i]->len + 1) * sizeof (gboolean));
  crossed->is_chosen[variable] = g_memdup2 (by->is_chosen[0], (labels[variable]->len + 1) * sizeof (gboolean));
  estimate (crossed, by, whole);
  return crossed;
}

static GPtrArray *
cross_lines (const GPtrArray *lines, const GPtrArray *others, guint variable, const GPtrArray *const *labels)
{
  GPtrArray *crossed = g_ptr_array_new_with_free_func (line_free);
  Whole whole = add_up (others);
  guint i, k;

  for (i = 0; i < lines->len; i++)
    for (k = 0; k < others->len; k++)
      {
        const CasenessEquityLine *line = g_ptr_array_index (lines, i), *by = g_ptr_array_index (others, k);

        if (line->kind != CASENESS_EQUITY_UNKNOWN && by->kind != CASENESS_EQUITY_UNKNOWN)
          g_ptr_array_add (crossed, cross (line, by, variable, labels, &whole));
      }
  return crossed;
}

/* What the list says of crossed groups itself is no estimate. */
static void
take_told (const CasenessEquityPlan *plan, const CasenessEquityCut *cut, const char *area, GPtrArray *lines)
{
  g_autoptr(GPtrArray) told = caseness_population_list_crossed (caseness_equity_plan_get_snapshot (plan),
                                                                cut->variables, cut->n_variables, area);
  guint i, k;

  for (i = 0; i < lines->len; i++)
    for (k = 0; k < told->len; k++)
      {
        CasenessEquityLine *line = g_ptr_array_index (lines, i);
        const CasenessPopulationGroup *group = g_ptr_array_index (told, k);

        if (g_ascii_strcasecmp (line->group, group->name) != 0)
          continue;
        line->kind = CASENESS_EQUITY_LISTED;
        line->population = group->population;
        line->prevalence = group->prevalence;
        line->is_estimated = FALSE;
      }
}

GPtrArray *
caseness_equity_list_lines (const CasenessEquityPlan *plan, guint cut_number, const char *area)
{
  const CasenessEquityCut *cut = caseness_equity_plan_get_cut (plan, cut_number);
  const GPtrArray *labels[CASENESS_MAX_CROSSED] = { NULL };
  GPtrArray *lines = list_single (plan, cut_number, 0, area);
  CasenessEquityLine *unknown;
  guint i;

  if (cut->n_variables == 1)
    return lines;
  for (i = 0; i < cut->n_variables; i++)
    labels[i] = caseness_equity_plan_get_labels (plan, cut_number, i);
  for (i = 1; i < cut->n_variables; i++)
    {
      g_autoptr(GPtrArray) single = lines;
      g_autoptr(GPtrArray) others = list_single (plan, cut_number, i, area);

      lines = cross_lines (single, others, i, labels);
    }
  take_told (plan, cut, area, lines);
  unknown = add_line (lines, CASENESS_EQUITY_NOT_KNOWN, CASENESS_EQUITY_UNKNOWN, 0);
  g_clear_pointer (&unknown->is_chosen[0], g_free);
  return lines;
}
