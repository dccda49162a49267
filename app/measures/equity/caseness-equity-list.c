/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-list-private.h"

#include "caseness-equity-population.h"
#include "caseness-reference.h"

#include <math.h>
#include <string.h>

#define SEPARATOR ": "

/* What the list of local population calls its groups, where it is another word than the variable's. */
static const struct
{
  const char *type;
  const char *variable;
} types[] = {
  { "Age", "Age Group" },
  { "Ethnicity", "Ethnic Group" },
  { "IMD decile", "Indices of Deprivation Decile" },
  { "IMD quintile", "Deprivation Quintile" },
};

static gboolean
is_about (const char *type, const CasenessVariable *variable)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (types[i].type, type) == 0)
      return caseness_variable_find (types[i].variable) == variable;
  return caseness_variable_find (type) == variable;
}

static void
group_free (gpointer data)
{
  CasenessPopulationGroup *group = data;

  g_free (group->name);
  g_free (group);
}

static CasenessPopulationGroup *
add_group (GPtrArray *groups, const char *name, double population, double prevalence)
{
  CasenessPopulationGroup *group = g_new0 (CasenessPopulationGroup, 1);

  group->name = g_strdup (name);
  group->population = population;
  group->prevalence = prevalence;
  g_ptr_array_add (groups, group);
  return group;
}

static gboolean
is_in_area (const CasenessDictionary *dictionary, const CasenessPopulationRow *row, const char *area)
{
  return area == NULL || g_ascii_strcasecmp (caseness_dictionary_get (dictionary, row->area), area) == 0;
}

/* The rows of the list that are about @variable and @area, as they stand. */
static GPtrArray *
list_rows (const CasenessSnapshot *snapshot, const CasenessVariable *variable, const char *area)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (snapshot);
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  guint n, i;
  const CasenessPopulationRow *rows = caseness_snapshot_get_population (snapshot, &n);

  for (i = 0; i < n; i++)
    if (is_about (caseness_dictionary_get (dictionary, rows[i].type), variable)
        && is_in_area (dictionary, &rows[i], area))
      add_group (groups, caseness_dictionary_get (dictionary, rows[i].group), rows[i].population,
                 rows[i].prevalence);
  return groups;
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

gboolean
caseness_population_choose (const GPtrArray *labels, const char *name, gboolean *is_chosen)
{
  gboolean is_found = FALSE;
  Match match;
  guint i;

  for (match = 0; match < N_MATCHES && !is_found; match++)
    for (i = 0; i < labels->len; i++)
      if (is_named (g_ptr_array_index (labels, i), name, match))
        is_chosen[i] = is_found = TRUE;
  return is_found;
}

static const char *
get_fold (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

/* The row of the table that says which group of @variable a group of another is part of, -1 for none. */
static int
find_fold (const CasenessReference *table, const CasenessVariable *variable, const char *name)
{
  Match match;
  guint i;

  for (match = 0; match < N_MATCHES; match++)
    for (i = 0; i < caseness_reference_get_n_rows (table); i++)
      if (caseness_variable_find (get_fold (table, i, "variable")) == variable
          && is_named (get_fold (table, i, "from_group"), name, match))
        return (int) i;
  return -1;
}

/* Wholes stand in the order of the table, whatever that of their parts in the list. */
static int
compare_groups (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CasenessPopulationGroup *first = *(const CasenessPopulationGroup *const *) a;
  const CasenessPopulationGroup *second = *(const CasenessPopulationGroup *const *) b;
  const CasenessReference *table = caseness_reference_get ("population-folds");
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    if (caseness_variable_find (get_fold (table, i, "variable")) == user_data)
      {
        if (strcmp (get_fold (table, i, "group"), first->name) == 0)
          return strcmp (first->name, second->name) == 0 ? 0 : -1;
        if (strcmp (get_fold (table, i, "group"), second->name) == 0)
          return 1;
      }
  return 0;
}

static CasenessPopulationGroup *
find_group (const GPtrArray *groups, const char *name)
{
  guint i;

  for (i = 0; i < groups->len; i++)
    if (strcmp (((CasenessPopulationGroup *) g_ptr_array_index (groups, i))->name, name) == 0)
      return g_ptr_array_index (groups, i);
  return NULL;
}

/* Prevalence of the whole is that of its parts, each weighing as many as it has people; unknown when one of them is. */
static void
add_part (GPtrArray *groups, const char *name, const CasenessPopulationGroup *part)
{
  CasenessPopulationGroup *whole = find_group (groups, name);
  double cases;

  if (whole == NULL)
    {
      add_group (groups, name, part->population, part->prevalence);
      return;
    }
  cases = whole->population * whole->prevalence + part->population * part->prevalence;
  whole->population += part->population;
  whole->prevalence = cases / whole->population;
}

/* The variable whose groups are the parts of @variable's, NULL when none are told. */
static const CasenessVariable *
find_parts (const CasenessReference *table, const CasenessVariable *variable)
{
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    if (caseness_variable_find (get_fold (table, i, "variable")) == variable)
      return caseness_variable_find (get_fold (table, i, "from_variable"));
  return NULL;
}

const CasenessVariable *
caseness_population_find_parts (const CasenessVariable *variable)
{
  return find_parts (caseness_reference_get ("population-folds"), variable);
}

const CasenessVariable *
caseness_population_find_sums (const CasenessVariable *variable)
{
  const CasenessReference *table = caseness_reference_get ("population-folds");
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    if (caseness_variable_find (get_fold (table, i, "from_variable")) == variable)
      return caseness_variable_find (get_fold (table, i, "variable"));
  return NULL;
}

const char *
caseness_population_find_sum (const CasenessVariable *sums, const char *label)
{
  const CasenessReference *table = caseness_reference_get ("population-folds");
  int fold = find_fold (table, sums, label);

  return fold >= 0 ? get_fold (table, (guint) fold, "group") : NULL;
}

GPtrArray *
caseness_population_list (const CasenessSnapshot *snapshot, const CasenessVariable *variable, const char *area)
{
  const CasenessReference *table = caseness_reference_get ("population-folds");
  const CasenessVariable *parts_of = find_parts (table, variable);
  g_autoptr(GPtrArray) parts = NULL;
  GPtrArray *groups = list_rows (snapshot, variable, area);
  guint i;

  if (groups->len > 0 || parts_of == NULL)
    return groups;
  parts = list_rows (snapshot, parts_of, area);
  for (i = 0; i < parts->len; i++)
    {
      const CasenessPopulationGroup *part = g_ptr_array_index (parts, i);
      int fold = find_fold (table, variable, part->name);

      if (fold >= 0)
        add_part (groups, get_fold (table, (guint) fold, "group"), part);
    }
  g_ptr_array_sort_with_data (groups, compare_groups, (gpointer) variable);
  return groups;
}

static gboolean
is_about_all (const char *type, const CasenessVariable *const *variables, guint n_variables)
{
  g_auto(GStrv) parts = g_strsplit (type, CASENESS_CROSSED, -1);
  guint i;

  if (g_strv_length (parts) != n_variables)
    return FALSE;
  for (i = 0; i < n_variables; i++)
    if (!is_about (parts[i], variables[i]))
      return FALSE;
  return TRUE;
}

GPtrArray *
caseness_population_list_crossed (const CasenessSnapshot *snapshot, const CasenessVariable *const *variables,
                                  guint n_variables, const char *area)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (snapshot);
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  guint n, i;
  const CasenessPopulationRow *rows = caseness_snapshot_get_population (snapshot, &n);

  for (i = 0; i < n; i++)
    if (is_about_all (caseness_dictionary_get (dictionary, rows[i].type), variables, n_variables)
        && is_in_area (dictionary, &rows[i], area))
      add_group (groups, caseness_dictionary_get (dictionary, rows[i].group), rows[i].population,
                 rows[i].prevalence);
  return groups;
}

GPtrArray *
caseness_equity_list_areas (const CasenessSnapshot *snapshot, const CasenessVariable *variable)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (snapshot);
  const CasenessVariable *parts_of = find_parts (caseness_reference_get ("population-folds"), variable);
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_free);
  guint n, i;
  const CasenessPopulationRow *rows = caseness_snapshot_get_population (snapshot, &n);

  for (i = 0; i < n; i++)
    {
      const char *type = caseness_dictionary_get (dictionary, rows[i].type);
      const char *area = caseness_dictionary_get (dictionary, rows[i].area);

      if ((is_about (type, variable) || (parts_of != NULL && is_about (type, parts_of)))
          && !g_ptr_array_find_with_equal_func (areas, area, g_str_equal, NULL))
        g_ptr_array_add (areas, g_strdup (area));
    }
  return areas;
}

static void
add_source (GPtrArray *sources, const char *source)
{
  if (*source != '\0' && !g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
    g_ptr_array_add (sources, (gpointer) source);
}

GStrv
caseness_equity_list_sources (const CasenessSnapshot *snapshot, const CasenessVariable *variable, const char *area)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (snapshot);
  const CasenessVariable *parts_of = find_parts (caseness_reference_get ("population-folds"), variable);
  g_autoptr(GPtrArray) people = g_ptr_array_new (), need = g_ptr_array_new ();
  guint n, i;
  const CasenessPopulationRow *rows = caseness_snapshot_get_population (snapshot, &n);

  for (i = 0; i < n; i++)
    {
      const char *type = caseness_dictionary_get (dictionary, rows[i].type);

      if ((!is_about (type, variable) && (parts_of == NULL || !is_about (type, parts_of)))
          || !is_in_area (dictionary, &rows[i], area))
        continue;
      add_source (people, caseness_dictionary_get (dictionary, rows[i].population_source));
      add_source (need, caseness_dictionary_get (dictionary, rows[i].prevalence_source));
    }
  g_ptr_array_extend (people, need, NULL, NULL);
  g_ptr_array_add (people, NULL);
  return g_strdupv ((char **) people->pdata);
}
