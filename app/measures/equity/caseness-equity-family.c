/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-family-private.h"

#include "caseness-equity-list-private.h"
#include "caseness-equity-plan-private.h"
#include "caseness-equity-single-private.h"
#include "caseness-threads.h"
#include "caseness-told-cube.h"

#include <string.h>

G_STATIC_ASSERT (CASENESS_MAX_CROSSED == CASENESS_TOLD_MAX_AXES);

struct _CasenessEquityFamily
{
  GRecMutex lock;
  CasenessEquityPlan *plan; /* of no cuts, by which everybody is counted */
  char *area;
  CasenessFrame *frame;
  GHashTable *groupings; /* CasenessGrouping by variable */
  GPtrArray *tables;     /* CasenessEquityTable */
};

/* CasenessEquityFamilies: see caseness-equity-plan-private.h. */
struct _CasenessEquityFamilies
{
  gatomicrefcount references;
  GMutex lock;
  GPtrArray *all; /* CasenessEquityFamily */
};

static void
table_free (gpointer data)
{
  CasenessEquityTable *table = data;
  guint i;

  for (i = 0; i < table->n; i++)
    {
      g_ptr_array_unref (table->lines[i]);
      g_free (table->is_unknown[i]);
      g_free (table->is_empty[i]);
    }
  for (i = 0; i < CASENESS_N_EQUITY_STAGES; i++)
    {
      g_free (table->is_hidden[i]);
      g_free (table->is_secret[i]);
    }
  g_free (table->counts);
  g_free (table);
}

/* Its plan has no families, which would keep themselves alive. */
static CasenessEquityFamily *
family_new (const CasenessEquityPlan *plan, const char *area)
{
  CasenessEquityFamily *self = g_new0 (CasenessEquityFamily, 1);

  g_rec_mutex_init (&self->lock);
  self->area = g_strdup (area);
  self->frame = caseness_frame_new (caseness_equity_plan_get_snapshot (plan));
  caseness_frame_set_period (self->frame, caseness_equity_plan_get_period (plan));
  self->groupings = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) caseness_grouping_free);
  self->tables = g_ptr_array_new_with_free_func (table_free);
  self->plan = caseness_equity_plan_new_by (plan, self->frame, self->groupings, NULL, 0);
  g_clear_pointer (&self->plan->families, caseness_equity_families_unref);
  return self;
}

static void
family_free (gpointer data)
{
  CasenessEquityFamily *self = data;

  g_free (self->area);
  g_ptr_array_unref (self->tables);
  g_hash_table_unref (self->groupings);
  caseness_equity_plan_unref (self->plan);
  caseness_frame_free (self->frame);
  g_rec_mutex_clear (&self->lock);
  g_free (self);
}

CasenessEquityFamilies *
caseness_equity_families_new (void)
{
  CasenessEquityFamilies *self = g_new0 (CasenessEquityFamilies, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->all = g_ptr_array_new_with_free_func (family_free);
  return self;
}

CasenessEquityFamilies *
caseness_equity_families_ref (CasenessEquityFamilies *families)
{
  if (families != NULL)
    g_atomic_ref_count_inc (&families->references);
  return families;
}

void
caseness_equity_families_unref (CasenessEquityFamilies *families)
{
  if (families == NULL || !g_atomic_ref_count_dec (&families->references))
    return;
  g_ptr_array_unref (families->all);
  g_mutex_clear (&families->lock);
  g_free (families);
}

CasenessEquityFamily *
caseness_equity_family_of (const CasenessEquityPlan *plan, const char *area)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&plan->families->lock);
  GPtrArray *all = plan->families->all;
  guint i;

  for (i = 0; i < all->len; i++)
    if (g_strcmp0 (((CasenessEquityFamily *) g_ptr_array_index (all, i))->area, area) == 0)
      return g_ptr_array_index (all, i);
  g_ptr_array_add (all, family_new (plan, area));
  return g_ptr_array_index (all, all->len - 1);
}

gboolean
caseness_equity_family_are_kin (const CasenessVariable *a, const CasenessVariable *b)
{
  return a == b || caseness_population_find_parts (a) == b || caseness_population_find_sums (a) == b;
}

const CasenessGrouping *
caseness_equity_family_group (CasenessEquityFamily *self, const CasenessVariable *variable)
{
  g_autoptr(GRecMutexLocker) locker = g_rec_mutex_locker_new (&self->lock);
  CasenessGrouping *grouping = g_hash_table_lookup (self->groupings, variable);

  if (grouping == NULL)
    {
      grouping = caseness_variable_group (variable, self->frame);
      g_hash_table_insert (self->groupings, (gpointer) variable, grouping);
    }
  return grouping;
}

/* A variable and the one of its sums stand in the same place, so that the cells of both are numbered alike. */
static const char *
get_key (const CasenessVariable *variable)
{
  const CasenessVariable *sums = caseness_population_find_sums (variable);

  return caseness_variable_get_name (sums != NULL ? sums : variable);
}

static int
compare_variables (gconstpointer a, gconstpointer b)
{
  return strcmp (get_key (*(const CasenessVariable *const *) a), get_key (*(const CasenessVariable *const *) b));
}

guint
caseness_equity_table_number (const CasenessEquityTable *table, const guint *at)
{
  guint number = 0, k;

  for (k = 0; k < table->n; k++)
    number = number * table->lines[k]->len + at[k];
  return number;
}

static const CasenessEquityLine *
get_line (const CasenessEquityTable *table, guint variable, guint group)
{
  return g_ptr_array_index (table->lines[variable], group);
}

static CasenessEquityCube *
count_by (CasenessEquityFamily *self, const CasenessEquityCut *cuts, guint n_cuts)
{
  g_autoptr(CasenessEquityPlan) plan
    = caseness_equity_plan_new_by (self->plan, self->frame, self->groupings, cuts, n_cuts);

  return caseness_equity_cube_new (plan, NULL);
}

/* Nobody at any stage, and those not known, unless there is no more than one group besides them. */
static void
mark_groups (CasenessEquityTable *table)
{
  guint n = table->lines[0]->len, n_known = 0, i, stage;

  table->is_empty[0] = g_new0 (gboolean, n);
  for (i = 0; i < n; i++)
    {
      table->is_empty[0][i] = TRUE;
      for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
        table->is_empty[0][i] &= table->counts[i][stage] == 0;
      n_known += !table->is_empty[0][i] && get_line (table, 0, i)->kind != CASENESS_EQUITY_UNKNOWN;
    }
  if (n_known < 2)
    return;
  table->is_unknown[0] = g_new0 (gboolean, n);
  for (i = 0; i < n; i++)
    table->is_unknown[0][i] = get_line (table, 0, i)->kind == CASENESS_EQUITY_UNKNOWN;
}

/* By one characteristic: what may be told goes by its kin too. The last of what is hidden is of all who are known. */
static void
fill_single (CasenessEquityFamily *self, CasenessEquityTable *table)
{
  const CasenessVariable *parts = caseness_population_find_parts (table->variables[0]);
  const CasenessVariable *sums = caseness_population_find_sums (table->variables[0]);
  const CasenessEquityCut cuts[] = { { { table->variables[0] }, 1 }, { { parts != NULL ? parts : sums }, 1 } };
  g_autoptr(CasenessEquityCube) cube = count_by (self, cuts, cuts[1].variables[0] != NULL ? 2 : 1);
  g_autoptr(CasenessEquityWay) way = caseness_equity_way_new (cube, 0, self->area, FALSE);
  guint i, stage;

  table->lines[0] = g_ptr_array_ref (way->lines);
  table->n_cells = way->lines->len;
  table->counts = g_malloc0_n (table->n_cells + 1, sizeof *table->counts);
  for (i = 0; i < table->n_cells; i++)
    memcpy (table->counts[i], caseness_equity_way_get_group (way, i)->observed, sizeof *table->counts);
  for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
    {
      table->is_hidden[stage] = g_new0 (gboolean, table->n_cells + 1);
      caseness_equity_single_hide (cube, 0, way, stage, table->is_hidden[stage]);
    }
  mark_groups (table);
}

/* Adds a class of people to each cell that it is in: one, unless somebody may be in several groups. Of the variables
 * before @variable the groups are settled, and @cell is their number. */
static void
add_class (CasenessEquityTable *table, const CasenessEquityCube *cube, guint which, guint variable, guint cell,
           const guint *counts)
{
  guint stage, i;

  if (variable >= MIN (table->n, CASENESS_MAX_CROSSED))
    {
      for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
        table->counts[cell][stage] += counts[stage];
      return;
    }
  for (i = 0; i < table->lines[variable]->len; i++)
    if (caseness_equity_cube_is_class_in (cube, 0, which, variable, get_line (table, variable, i)->is_chosen[0]))
      add_class (table, cube, which, variable + 1, cell * table->lines[variable]->len + i, counts);
}

static void
count_cells (CasenessEquityFamily *self, CasenessEquityTable *table)
{
  CasenessEquityCut cut = { .n_variables = table->n };
  g_autoptr(CasenessEquityCube) cube = NULL;
  guint k, which;

  table->n_cells = 1;
  for (k = 0; k < table->n; k++)
    {
      const CasenessEquityTable *single = caseness_equity_family_get (self, &table->variables[k], 1);

      cut.variables[k] = table->variables[k];
      table->lines[k] = g_ptr_array_ref (single->lines[0]);
      table->is_empty[k] = g_memdup2 (single->is_empty[0], single->n_cells * sizeof (gboolean));
      table->is_unknown[k] = g_memdup2 (single->is_unknown[0], single->n_cells * sizeof (gboolean));
      table->n_cells *= single->n_cells;
    }
  table->counts = g_malloc0_n (table->n_cells + 1, sizeof *table->counts);
  cube = count_by (self, &cut, 1);
  for (which = 0; which < caseness_equity_cube_get_n_classes (cube, 0); which++)
    {
      guint counts[CASENESS_N_EQUITY_STAGES];

      caseness_equity_cube_count_class (cube, 0, which, counts);
      add_class (table, cube, which, 0, 0, counts);
    }
}

static const CasenessEquityTable *
get_margins (CasenessEquityFamily *self, const CasenessEquityTable *table, guint without)
{
  const CasenessVariable *variables[CASENESS_MAX_CROSSED];
  guint n = 0, k;

  for (k = 0; k < table->n; k++)
    if (k != without)
      variables[n++] = table->variables[k];
  return caseness_equity_family_get (self, variables, n);
}

/* The same by larger groups of one variable; NULL where it is not a part of any. */
static const CasenessEquityTable *
get_parents (CasenessEquityFamily *self, const CasenessEquityTable *table, guint of)
{
  const CasenessVariable *variables[CASENESS_MAX_CROSSED];

  memcpy (variables, table->variables, sizeof variables);
  variables[of] = caseness_population_find_sums (table->variables[of]);
  return variables[of] != NULL ? caseness_equity_family_get (self, variables, table->n) : NULL;
}

static int
find_parent (const CasenessEquityTable *parents, guint of, const CasenessEquityLine *line)
{
  const char *sum = caseness_population_find_sum (parents->variables[of], line->group);
  guint i;

  for (i = 0; i < parents->lines[of]->len; i++)
    if (line->kind == CASENESS_EQUITY_UNKNOWN ? get_line (parents, of, i)->kind == CASENESS_EQUITY_UNKNOWN
                                              : g_strcmp0 (get_line (parents, of, i)->group, sum) == 0)
      return (int) i;
  return -1;
}

static int *
list_parents (const CasenessEquityTable *table, const CasenessEquityTable *parents, guint of)
{
  int *found = g_new (int, table->lines[of]->len);
  guint i;

  for (i = 0; i < table->lines[of]->len; i++)
    found[i] = find_parent (parents, of, get_line (table, of, i));
  return found;
}

static gboolean
is_empty (const CasenessEquityTable *table, guint cell)
{
  guint k;

  for (k = table->n; k-- > 0; cell /= table->lines[k]->len)
    if (table->is_empty[k][cell % table->lines[k]->len])
      return TRUE;
  return FALSE;
}

/* A table whose stages are hidden one by one, by whichever thread is free. */
typedef struct
{
  CasenessEquityTable *table;
  const CasenessEquityTable *margins[CASENESS_MAX_CROSSED];
  const CasenessEquityTable *parents[CASENESS_MAX_CROSSED]; /* (nullable) */
  int *parents_of[CASENESS_MAX_CROSSED];                    /* (nullable) */
  CasenessToldAxis axes[CASENESS_MAX_CROSSED];
} Hiding;

/* Whether the groups of variable @of add up to everybody in them, along each line: nobody counts in several. */
static gboolean
adds_up (const CasenessEquityTable *table, const CasenessEquityTable *margins, guint of, guint stage)
{
  guint n_groups = table->lines[of]->len, n_inner = 1, k, margin, i;

  for (k = of + 1; k < table->n; k++)
    n_inner *= table->lines[k]->len;
  for (margin = 0; margin * n_groups < table->n_cells; margin++)
    {
      guint first = margin / n_inner * n_groups * n_inner + margin % n_inner, sum = 0;

      for (i = 0; i < n_groups; i++)
        sum += table->counts[first + i * n_inner][stage];
      if (sum != margins->counts[margin][stage])
        return FALSE;
    }
  return TRUE;
}

/* Where somebody might be in several groups but nobody is, numbers add up all the same, and a reader tries that. */
static void
hide_stage (guint stage, gpointer data)
{
  const Hiding *hiding = data;
  CasenessEquityTable *table = hiding->table;
  CasenessToldAxis axes[CASENESS_MAX_CROSSED];
  g_autoptr(CasenessToldCube) cube = NULL;
  guint k, cell;

  for (k = 0; k < table->n; k++)
    {
      axes[k] = hiding->axes[k];
      axes[k].is_many = axes[k].is_many && !adds_up (table, hiding->margins[k], k, stage);
    }
  cube = caseness_told_cube_new (axes, table->n);
  for (cell = 0; cell < table->n_cells; cell++)
    {
      caseness_told_cube_set (cube, cell, table->counts[cell][stage]);
      if (is_empty (table, cell))
        caseness_told_cube_keep (cube, cell);
    }
  for (k = 0; k < table->n; k++)
    {
      const CasenessEquityTable *margins = hiding->margins[k], *parents = hiding->parents[k];

      caseness_told_cube_hide_margins (cube, k, margins->is_hidden[stage], margins->is_secret[stage]);
      if (parents != NULL)
        caseness_told_cube_hide_parents (cube, k, parents->is_hidden[stage], parents->is_secret[stage]);
    }
  table->is_hidden[stage] = caseness_told_cube_hide (cube);
  table->is_secret[stage] = g_new0 (gboolean, table->n_cells + 1);
  for (cell = 0; cell < table->n_cells; cell++)
    table->is_secret[stage][cell] = caseness_told_cube_is_secret (cube, cell);
}

static void
hide_crossed (CasenessEquityFamily *self, CasenessEquityTable *table)
{
  Hiding hiding = { .table = table };
  guint k;

  for (k = 0; k < table->n; k++)
    {
      const CasenessEquityTable *parents = get_parents (self, table, k);

      hiding.margins[k] = get_margins (self, table, k);
      hiding.parents[k] = parents;
      hiding.parents_of[k] = parents != NULL ? list_parents (table, parents, k) : NULL;
      hiding.axes[k] = (CasenessToldAxis){ table->lines[k]->len, caseness_variable_is_many (table->variables[k]),
                                           table->is_unknown[k], hiding.parents_of[k],
                                           parents != NULL ? parents->lines[k]->len : 0 };
    }
  caseness_threads_run (CASENESS_MOST_THREADS, CASENESS_N_EQUITY_STAGES, hide_stage, &hiding);
  for (k = 0; k < table->n; k++)
    g_free (hiding.parents_of[k]);
}

static const CasenessEquityTable *
find_table (CasenessEquityFamily *self, const CasenessVariable *const *variables, guint n)
{
  guint i;

  for (i = 0; i < self->tables->len; i++)
    {
      const CasenessEquityTable *table = g_ptr_array_index (self->tables, i);

      if (table->n == n && memcmp (table->variables, variables, n * sizeof *variables) == 0)
        return table;
    }
  return NULL;
}

const CasenessEquityTable *
caseness_equity_family_get (CasenessEquityFamily *self, const CasenessVariable *const *variables, guint n)
{
  g_autoptr(GRecMutexLocker) locker = g_rec_mutex_locker_new (&self->lock);
  const CasenessVariable *sorted[CASENESS_MAX_CROSSED] = { NULL };
  const CasenessEquityTable *known;
  CasenessEquityTable *table;

  g_return_val_if_fail (n > 0 && n <= CASENESS_MAX_CROSSED, NULL);
  memcpy (sorted, variables, n * sizeof *sorted);
  qsort (sorted, n, sizeof *sorted, compare_variables);
  known = find_table (self, sorted, n);
  if (known != NULL)
    return known;
  table = g_new0 (CasenessEquityTable, 1);
  memcpy (table->variables, sorted, sizeof sorted);
  table->n = n;
  if (n == 1)
    fill_single (self, table);
  else
    {
      count_cells (self, table);
      hide_crossed (self, table);
    }
  g_ptr_array_add (self->tables, table);
  return table;
}
