/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity.h"

#include "caseness-bitmap.h"
#include "caseness-courses.h"
#include "caseness-percent.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define CONFIDENCE 0.95
#define DECIMALS 6
#define SEPARATOR ": "
#define NOT_KNOWN "Not stated/Not known/Invalid"

static const char *const stage_names[CASENESS_N_EQUITY_STAGES] = {
  [CASENESS_EQUITY_REFERRED] = N_ ("referred"),   [CASENESS_EQUITY_ASSESSED] = N_ ("assessed"),
  [CASENESS_EQUITY_TREATED] = N_ ("treated"),     [CASENESS_EQUITY_COMPLETED] = N_ ("completed"),
  [CASENESS_EQUITY_RECOVERED] = N_ ("recovered"),
};

/* What the list of local population calls its groups, where it is another word than the variable's. */
static const struct
{
  const char *type;
  const char *variable;
} types[] = {
  { "Age", "Age Group" },
  { "Ethnicity", "Ethnic Group" },
  { "IMD decile", "Indices of Deprivation Decile" },
};

/* Groups of people of whom nothing is known. */
static const char *const unknown_labels[] = { NOT_KNOWN, "Not recorded", "Not stated" };

const char *
caseness_equity_stage_get_name (CasenessEquityStage stage)
{
  g_return_val_if_fail (stage < CASENESS_N_EQUITY_STAGES, NULL);
  return stage_names[stage];
}

gboolean
caseness_equity_stage_parse (const char *text, CasenessEquityStage *stage)
{
  guint i;

  for (i = 0; i < CASENESS_N_EQUITY_STAGES; i++)
    if (g_ascii_strcasecmp (stage_names[i], text) == 0)
      {
        *stage = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_about (const char *type, const CasenessVariable *variable)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (types[i].type, type) == 0)
      return caseness_variable_find (types[i].variable) == variable;
  return caseness_variable_find (type) == variable;
}

/* The rows of the list that are about @variable and @area. */
static GPtrArray *
list_population (const CasenessSnapshot *snapshot, const CasenessVariable *variable, const char *area)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (snapshot);
  GPtrArray *rows = g_ptr_array_new ();
  const CasenessPopulationRow *population;
  guint n, i;

  population = caseness_snapshot_get_population (snapshot, &n);
  for (i = 0; i < n; i++)
    if (is_about (caseness_dictionary_get (dictionary, population[i].type), variable)
        && (area == NULL
            || g_ascii_strcasecmp (caseness_dictionary_get (dictionary, population[i].area), area) == 0))
      g_ptr_array_add (rows, (gpointer) &population[i]);
  return rows;
}

GPtrArray *
caseness_equity_list_areas (const CasenessSnapshot *snapshot, const CasenessVariable *variable)
{
  g_autoptr(GPtrArray) rows = list_population (snapshot, variable, NULL);
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      const CasenessPopulationRow *row = g_ptr_array_index (rows, i);
      const char *area = caseness_dictionary_get (caseness_snapshot_get_dictionary (snapshot), row->area);

      if (!g_ptr_array_find_with_equal_func (areas, area, g_str_equal, NULL))
        g_ptr_array_add (areas, g_strdup (area));
    }
  return areas;
}

/* The day on which a stage is reached. */
static gboolean
is_counted (const CasenessSnapshot *snapshot, guint index, CasenessEquityStage stage, const CasenessPeriod *period)
{
  static const CasenessPathwayDate days[] = {
    [CASENESS_EQUITY_REFERRED] = CASENESS_PATHWAY_RECEIVED,
    [CASENESS_EQUITY_ASSESSED] = CASENESS_PATHWAY_ASSESSMENT_FIRST,
    [CASENESS_EQUITY_TREATED] = CASENESS_PATHWAY_TREATMENT_FIRST,
  };
  CasenessDate day;

  if (stage == CASENESS_EQUITY_COMPLETED || stage == CASENESS_EQUITY_RECOVERED)
    return caseness_courses_is_finished (snapshot, index, period)
           && (stage == CASENESS_EQUITY_COMPLETED
               || (caseness_snapshot_get_flags (snapshot, index) & CASENESS_OUTCOME_RECOVERY) != 0);
  day = caseness_snapshot_get_date (snapshot, index, days[stage]);
  return day != CASENESS_DATE_NONE && caseness_period_contains (period, day);
}

static guint64 *
find_counted (CasenessFrame *frame, CasenessEquityStage stage, const guint64 *people, guint *n_counted)
{
  const CasenessSnapshot *snapshot = caseness_frame_get_snapshot (frame);
  guint n = caseness_snapshot_get_n_pathways (snapshot), i;
  guint64 *counted = caseness_bitmap_new (n);

  *n_counted = 0;
  for (i = 0; i < n; i++)
    if (is_counted (snapshot, i, stage, caseness_frame_get_period (frame))
        && (people == NULL || caseness_bitmap_has (people, i)))
      {
        caseness_bitmap_set (counted, i);
        ++*n_counted;
      }
  return counted;
}

/* Those counted who are in any of the groups chosen; somebody in two of them counts once. */
static guint
count_members (const CasenessGrouping *grouping, const gboolean *is_chosen, const guint64 *counted)
{
  guint count = 0, pathway, group;

  CASENESS_BITMAP_EACH (counted, grouping->n_pathways, pathway)
    for (group = 0; group < grouping->labels->len; group++)
      if (is_chosen[group] && caseness_grouping_has (grouping, group, pathway))
        {
          count++;
          break;
        }
  return count;
}

typedef enum
{
  MATCH_WHOLE,
  MATCH_SECOND,
  MATCH_FIRST,
  N_MATCHES
} Match;

/* The parts of a label "first: second". */
static gboolean
is_named (const char *label, const char *name, Match match)
{
  const char *separator = strstr (label, SEPARATOR);

  if (match == MATCH_WHOLE)
    return g_ascii_strcasecmp (label, name) == 0;
  if (separator == NULL)
    return FALSE;
  if (match == MATCH_SECOND)
    return g_ascii_strcasecmp (separator + strlen (SEPARATOR), name) == 0;
  return strlen (name) == (gsize) (separator - label) && g_ascii_strncasecmp (label, name, separator - label) == 0;
}

/* Marks the groups that a row of the list means: by the whole label, else by its second part, else by its first. */
static void
choose_groups (const GPtrArray *labels, const char *name, gboolean *is_chosen, gboolean *is_listed)
{
  gboolean is_found = FALSE;
  Match match;
  guint i;

  for (match = 0; match < N_MATCHES && !is_found; match++)
    for (i = 0; i < labels->len; i++)
      if (is_named (g_ptr_array_index (labels, i), name, match))
        is_chosen[i] = is_listed[i] = is_found = TRUE;
}

static gboolean
is_unknown (const char *label)
{
  const char *separator = strstr (label, SEPARATOR);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (unknown_labels); i++)
    if (strcmp (label, unknown_labels[i]) == 0
        || (separator != NULL && strcmp (separator + strlen (SEPARATOR), unknown_labels[i]) == 0))
      return TRUE;
  return FALSE;
}

static CasenessEquityRow *
add_row (CasenessEquity *self, const char *group, double population, double prevalence, guint observed)
{
  const CasenessInterval undefined = { NAN, NAN, NAN };
  CasenessEquityRow *row = g_new0 (CasenessEquityRow, 1);

  row->group = g_strdup (group);
  row->population = population;
  row->prevalence = prevalence;
  row->observed = observed;
  row->share = (CasenessShare){ NAN, NAN, undefined, undefined, NAN };
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_listed (CasenessEquity *self, const CasenessDictionary *dictionary, const GPtrArray *population,
            const CasenessGrouping *grouping, const guint64 *counted, gboolean *is_listed)
{
  guint i;

  for (i = 0; i < population->len; i++)
    {
      const CasenessPopulationRow *row = g_ptr_array_index (population, i);
      const char *name = caseness_dictionary_get (dictionary, row->group);
      g_autofree gboolean *is_chosen = g_new0 (gboolean, grouping->labels->len + 1);

      choose_groups (grouping->labels, name, is_chosen, is_listed);
      add_row (self, name, row->population, row->prevalence, count_members (grouping, is_chosen, counted));
    }
}

/* Need where the prevalence of every group is known, else population. */
static void
share_out (CasenessEquity *self, guint n_listed)
{
  g_autofree double *observed = g_new (double, n_listed + 1), *need = g_new (double, n_listed + 1);
  g_autofree CasenessShare *shares = g_new (CasenessShare, n_listed + 1);
  guint i;

  self->is_by_need = n_listed > 0;
  for (i = 0; i < n_listed; i++)
    self->is_by_need &= !isnan (((CasenessEquityRow *) g_ptr_array_index (self->rows, i))->prevalence);
  for (i = 0; i < n_listed; i++)
    {
      const CasenessEquityRow *row = g_ptr_array_index (self->rows, i);

      observed[i] = row->observed;
      need[i] = row->population * (self->is_by_need ? row->prevalence / 100 : 1);
    }
  caseness_share_out (observed, need, n_listed, CONFIDENCE, shares);
  for (i = 0; i < n_listed; i++)
    ((CasenessEquityRow *) g_ptr_array_index (self->rows, i))->share = shares[i];
}

/* Groups the list does not have, one by one, then those not known in one row. */
static void
add_others (CasenessEquity *self, const CasenessGrouping *grouping, const guint64 *counted, const gboolean *is_listed)
{
  g_autofree gboolean *is_missing = g_new0 (gboolean, grouping->labels->len + 1);
  guint i;

  for (i = 0; i < grouping->labels->len; i++)
    {
      const char *label = g_ptr_array_index (grouping->labels, i);
      g_autofree gboolean *is_chosen = g_new0 (gboolean, grouping->labels->len + 1);

      is_missing[i] = is_unknown (label) && !is_listed[i];
      is_chosen[i] = TRUE;
      if (!is_listed[i] && !is_missing[i])
        add_row (self, label, NAN, NAN, count_members (grouping, is_chosen, counted));
    }
  self->missing = count_members (grouping, is_missing, counted);
  add_row (self, NOT_KNOWN, NAN, NAN, self->missing);
}

static void
row_free (gpointer data)
{
  CasenessEquityRow *row = data;

  g_free (row->group);
  g_free (row);
}

CasenessEquity *
caseness_equity_count (CasenessFrame *frame, const CasenessVariable *variable, CasenessEquityStage stage,
                       const char *area, const guint64 *people)
{
  const CasenessSnapshot *snapshot = caseness_frame_get_snapshot (frame);
  g_autoptr(GPtrArray) population = list_population (snapshot, variable, area);
  g_autoptr(CasenessGrouping) grouping = caseness_variable_group (variable, frame);
  CasenessEquity *self = g_new0 (CasenessEquity, 1);
  g_autofree guint64 *counted = find_counted (frame, stage, people, &self->observed);
  g_autofree gboolean *is_listed = g_new0 (gboolean, grouping->labels->len + 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  add_listed (self, caseness_snapshot_get_dictionary (snapshot), population, grouping, counted, is_listed);
  share_out (self, population->len);
  add_others (self, grouping, counted, is_listed);
  return self;
}

void
caseness_equity_free (CasenessEquity *equity)
{
  if (equity == NULL)
    return;
  g_clear_pointer (&equity->rows, g_ptr_array_unref);
  g_free (equity);
}

void
caseness_equity_write_csv (CasenessCsvWriter *writer, const CasenessEquity *equity)
{
  static const char *const head[] = { "group", "population", "prevalence_pct", "expected",    "observed",
                                      "ratio", "ratio_low",  "ratio_high",     "missing_pct", NULL };
  guint i;

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < equity->rows->len; i++)
    {
      const CasenessEquityRow *row = g_ptr_array_index (equity->rows, i);

      caseness_csv_writer_text (writer, row->group);
      caseness_csv_writer_number (writer, row->population, DECIMALS);
      caseness_csv_writer_number (writer, row->prevalence, DECIMALS);
      caseness_csv_writer_number (writer, row->share.expected, DECIMALS);
      caseness_csv_writer_int (writer, row->observed);
      caseness_csv_writer_number (writer, row->share.ratio.value, DECIMALS);
      caseness_csv_writer_number (writer, row->share.ratio.lower, DECIMALS);
      caseness_csv_writer_number (writer, row->share.ratio.upper, DECIMALS);
      caseness_percent_write (writer, caseness_percent_round (equity->missing, equity->observed, 1));
      caseness_csv_writer_end_row (writer);
    }
}
