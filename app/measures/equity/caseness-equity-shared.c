/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-shared.h"

#include "caseness-bitmap.h"
#include "caseness-equity-family-private.h"
#include "caseness-equity-list-private.h"
#include "caseness-suppression.h"

#include <string.h>

struct _CasenessEquityShared
{
  gboolean *is_hidden[CASENESS_N_EQUITY_STAGES]; /* by group, then of all who are known */
  gboolean *is_small[CASENESS_N_EQUITY_STAGES];  /* by group */
  guint n;                                       /* groups */
};

/* How much of a group a wish lets through. */
typedef enum
{
  NOBODY,
  SOME,
  EVERYBODY,
} Extent;

/* Where the numbers of an answer stand in a table of everybody. */
typedef struct
{
  CasenessEquityFamily *family;
  const CasenessEquityTable *table; /* (nullable): NULL where nothing may be told */
  const CasenessEquityWay *way;
  CasenessEquityCut cut;
  const CasenessVariable *variables[CASENESS_MAX_CROSSED]; /* of the cut, then of the filter */
  gboolean *is_wanted[CASENESS_MAX_CROSSED]; /* by group, of those of the filter */
  guint n;
  gboolean *is_left_out[CASENESS_MAX_CROSSED]; /* by group of the cut: whom a filter by the same leaves out */
} Place;

static void
clear_place (Place *place)
{
  guint i;

  for (i = 0; i < CASENESS_MAX_CROSSED; i++)
    {
      g_free (place->is_wanted[i]);
      g_free (place->is_left_out[i]);
    }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, clear_place)

/* Of some people, how many there are and how many of them a wish lets through. */
typedef struct
{
  guint n;
  guint n_in;
} Part;

static Extent
get_extent (Part part)
{
  return part.n_in == 0 ? NOBODY : part.n_in == part.n ? EVERYBODY : SOME;
}

static void
add_person (Part *part, gboolean is_in)
{
  part->n++;
  part->n_in += is_in;
}

/* Where everybody is in one group, a line is as many as its groups: one pass does for all. */
static void
measure_groups (const CasenessGrouping *grouping, const GPtrArray *lines, const guint64 *people, Part *parts)
{
  guint n = grouping->labels->len, i, k;
  g_autofree Part *groups = g_new0 (Part, n + 1);

  for (k = 0; k < grouping->n_pathways; k++)
    add_person (&groups[MIN (grouping->groups[k], n)], caseness_bitmap_has (people, k));
  for (i = 0; i < lines->len; i++)
    for (k = 0; k < n; k++)
      if (((const CasenessEquityLine *) g_ptr_array_index (lines, i))->is_chosen[0][k])
        parts[i] = (Part){ parts[i].n + groups[k].n, parts[i].n_in + groups[k].n_in };
}

static guint32
get_mask (const CasenessEquityLine *line, guint n)
{
  guint32 mask = 0;
  guint i;

  for (i = 0; i < n; i++)
    mask |= line->is_chosen[0][i] ? 1u << i : 0;
  return mask;
}

/* Where somebody may be in several groups, of each line by itself. */
static void
measure_masks (const CasenessGrouping *grouping, const GPtrArray *lines, const guint64 *people, Part *parts)
{
  guint i, k;

  for (i = 0; i < lines->len; i++)
    {
      guint32 mask = get_mask (g_ptr_array_index (lines, i), grouping->labels->len);

      for (k = 0; k < grouping->n_pathways; k++)
        if ((grouping->masks[k] & mask) != 0)
          add_person (&parts[i], caseness_bitmap_has (people, k));
    }
}

/* How much of each group a wish lets through; of a group that others are in too only if it is the one that is wished. */
static Extent *
measure_wish (const CasenessGrouping *grouping, const GPtrArray *lines, const guint64 *people)
{
  Extent *extents = g_new0 (Extent, lines->len + 1);
  g_autofree Part *parts = g_new0 (Part, lines->len + 1);
  guint n_wanted = 0, i;

  if (grouping->masks == NULL)
    measure_groups (grouping, lines, people, parts);
  else
    measure_masks (grouping, lines, people, parts);
  for (i = 0; grouping->masks != NULL && i < grouping->n_pathways; i++)
    n_wanted += caseness_bitmap_has (people, i);
  for (i = 0; i < lines->len; i++)
    {
      extents[i] = get_extent (parts[i]);
      if (grouping->masks == NULL || extents[i] != EVERYBODY || parts[i].n != n_wanted)
        continue;
      memset (extents, 0, lines->len * sizeof *extents);
      extents[i] = EVERYBODY;
      return extents;
    }
  return extents;
}

static gboolean
lets_all_through (const CasenessGrouping *grouping, const guint64 *people)
{
  guint i;

  for (i = 0; i < grouping->n_pathways; i++)
    if (!caseness_bitmap_has (people, i))
      return FALSE;
  return TRUE;
}

/* Which of the variables so far are kin to @variable; -1 for none. */
static int
find_kin (const Place *place, const CasenessVariable *variable)
{
  guint i;

  for (i = 0; i < place->n; i++)
    if (caseness_equity_family_are_kin (place->variables[i], variable))
      return (int) i;
  return -1;
}

static gboolean
is_whole (const Extent *extents, guint n)
{
  guint i;

  for (i = 0; i < n; i++)
    if (extents[i] == SOME)
      return FALSE;
  return TRUE;
}

/* By what a wish is taken to be: larger groups, if those it wants are all the parts of some. */
static const CasenessVariable *
find_broadest (Place *place, const CasenessEquityWish *wish)
{
  const CasenessVariable *sums = caseness_population_find_sums (wish->variable);
  const CasenessEquityTable *single = sums != NULL ? caseness_equity_family_get (place->family, &sums, 1) : NULL;
  g_autofree Extent *extents
    = sums != NULL ? measure_wish (caseness_equity_family_group (place->family, sums), single->lines[0], wish->people) : NULL;

  return sums != NULL && is_whole (extents, single->n_cells) ? sums : wish->variable;
}

/* Takes a wish of the filter into account; FALSE where its people are not whole groups, or there are too many wishes. */
static gboolean
add_wish (Place *place, const CasenessEquityWish *wish)
{
  int kin = wish->variable != NULL ? find_kin (place, wish->variable) : -1;
  const CasenessVariable *by = kin >= 0                 ? place->variables[kin]
                               : wish->variable != NULL ? find_broadest (place, wish)
                                                        : NULL;
  const CasenessGrouping *grouping = by != NULL ? caseness_equity_family_group (place->family, by) : NULL;
  const CasenessEquityTable *single;
  g_autofree Extent *extents = NULL;
  gboolean *flags;
  guint i;

  if (grouping == NULL)
    return FALSE;
  if (lets_all_through (grouping, wish->people))
    return TRUE;
  if (kin >= (int) place->cut.n_variables || (kin < 0 && place->n == CASENESS_MAX_CROSSED))
    return FALSE;
  single = caseness_equity_family_get (place->family, &by, 1);
  extents = measure_wish (grouping, single->lines[0], wish->people);
  flags = g_new0 (gboolean, single->n_cells + 1);
  if (kin >= 0)
    place->is_left_out[kin] = flags;
  else
    {
      place->is_wanted[place->n] = flags;
      place->variables[place->n++] = by;
    }
  for (i = 0; i < single->n_cells; i++)
    flags[i] = (extents[i] == EVERYBODY) == (kin < 0);
  return is_whole (extents, single->n_cells);
}

static gboolean
has_kin (const CasenessEquityCut *cut)
{
  guint i, k;

  for (i = 0; i < cut->n_variables; i++)
    for (k = 0; k < i; k++)
      if (caseness_equity_family_are_kin (cut->variables[i], cut->variables[k]))
        return TRUE;
  return FALSE;
}

static void
find_table (Place *place, const CasenessEquityCube *cube, const CasenessEquityCut *cut, const CasenessEquityWay *way)
{
  const GPtrArray *wishes = caseness_equity_cube_get_wishes (cube);
  guint i;

  place->family = caseness_equity_family_of (caseness_equity_cube_get_plan (cube), way->area);
  place->way = way;
  place->cut = *cut;
  if (has_kin (cut) || (wishes->len == 0 && !caseness_equity_cube_is_of_everybody (cube)))
    return;
  for (i = 0; i < cut->n_variables; i++)
    place->variables[place->n++] = cut->variables[i];
  for (i = 0; i < wishes->len; i++)
    if (!add_wish (place, g_ptr_array_index (wishes, i)))
      return;
  place->table = caseness_equity_family_get (place->family, place->variables, place->n);
}

/* The number among the variables of the table of each of ours. */
static guint
find_axis (const CasenessEquityTable *table, const CasenessVariable *variable)
{
  guint i;

  for (i = 0; i < table->n && table->variables[i] != variable; i++)
    ;
  return i;
}

/* The group of the table that a row of the answer means by its variable number @which. */
static int
find_group (const Place *place, guint which, const CasenessEquityLine *line)
{
  const GPtrArray *lines = place->table->lines[find_axis (place->table, place->variables[which])];
  gsize size = caseness_equity_family_group (place->family, place->variables[which])->labels->len * sizeof (gboolean);
  guint i;

  for (i = 0; i < lines->len; i++)
    if (memcmp (((CasenessEquityLine *) g_ptr_array_index (lines, i))->is_chosen[0], line->is_chosen[which], size) == 0)
      return (int) i;
  return -1;
}

/* Whether any of the cells that make up a number is flagged: those of @at, of each group of the filter from variable
 * @which on. */
static gboolean
is_any (const Place *place, const CasenessEquityTable *table, const gboolean *flags, guint which, guint *at)
{
  guint axis, i;

  while (which < place->n && (place->is_wanted[which] == NULL || find_axis (table, place->variables[which]) == table->n))
    which++;
  if (which == place->n)
    return flags[caseness_equity_table_number (table, at)];
  axis = find_axis (table, place->variables[which]);
  for (i = 0; i < table->lines[axis]->len; i++)
    {
      at[axis] = i;
      if (place->is_wanted[which][i] && is_any (place, table, flags, which + 1, at))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_group_hidden (const Place *place, const CasenessEquityLine *line, CasenessEquityStage stage)
{
  guint at[CASENESS_MAX_CROSSED] = { 0 }, k;

  for (k = 0; k < place->cut.n_variables; k++)
    {
      int group = find_group (place, k, line);

      if (group < 0)
        return TRUE;
      if (place->is_left_out[k] != NULL && place->is_left_out[k][group])
        return FALSE; /* who are not asked for are none */
      at[find_axis (place->table, place->variables[k])] = (guint) group;
    }
  return is_any (place, place->table, place->table->is_hidden[stage], 0, at);
}

/* Whether all that the filter lets through may not be told, or of one characteristic all of everybody. */
static gboolean
is_whole_hidden (const Place *place, CasenessEquityStage stage)
{
  const CasenessEquityTable *table;
  guint at[CASENESS_MAX_CROSSED] = { 0 }, n_cut = place->cut.n_variables, k;

  for (k = 0; k < n_cut; k++)
    {
      table = caseness_equity_family_get (place->family, &place->cut.variables[k], 1);
      if (table->is_hidden[stage][table->n_cells])
        return TRUE;
    }

  if (place->n == n_cut)
    return FALSE;
  table = caseness_equity_family_get (place->family, place->variables + n_cut, place->n - n_cut);
  return is_any (place, table, table->is_hidden[stage], n_cut, at);
}

/* Whether of the people of a filter it is a secret how many they are of whom the characteristic is not known. */
static gboolean
is_unknown_secret (const Place *place, CasenessEquityStage stage)
{
  const CasenessEquityTable *table = place->table;
  guint at[CASENESS_MAX_CROSSED] = { 0 }, axis = find_axis (table, place->variables[0]), i;

  for (i = 0; i < table->lines[axis]->len; i++)
    {
      at[axis] = i;
      if (table->is_unknown[axis][i] && is_any (place, table, table->is_secret[stage], 0, at))
        return TRUE;
    }
  return FALSE;
}

/* One characteristic of everybody, or of those whom a filter by the same lets through, goes by its groups; else all whose
 * groups are known are as many as the filter lets through, less those not known, who are no secret. */
static gboolean
is_known_hidden (const Place *place, const CasenessEquityShared *self, CasenessEquityStage stage)
{
  guint known = place->way->observed[stage] - place->way->missing[stage], i;
  gboolean is_by_groups = place->table->n == 1 || place->table->is_unknown[find_axis (place->table, place->variables[0])] == NULL;

  if (place->table->n == 1 && place->is_left_out[0] == NULL)
    return place->table->is_hidden[stage][place->table->n_cells];
  if (place->cut.n_variables > 1 || !is_by_groups)
    return caseness_suppress_is_small (known) || is_whole_hidden (place, stage)
           || (place->cut.n_variables == 1 && is_unknown_secret (place, stage));
  for (i = 0; i < self->n; i++)
    if (self->is_hidden[stage][i])
      return TRUE;
  return FALSE;
}

static void
hide_stage (CasenessEquityShared *self, const Place *place, CasenessEquityStage stage)
{
  const CasenessEquityWay *way = place->way;
  guint i;

  for (i = 0; i < self->n; i++)
    {
      const CasenessEquityLine *line = caseness_equity_way_get_group (way, i)->line;

      self->is_hidden[stage][i] = place->table == NULL || (line->is_chosen[0] == NULL
                                                             ? caseness_suppress_is_small (way->missing[stage])
                                                             : is_group_hidden (place, line, stage));
    }
  self->is_hidden[stage][self->n] = place->table == NULL || is_known_hidden (place, self, stage);
  for (i = 0; self->is_hidden[stage][self->n] && i < self->n; i++)
    self->is_hidden[stage][i] = TRUE; /* what is expected goes by all who are known */
  for (i = 0; i < self->n; i++)
    self->is_small[stage][i] = caseness_suppress_is_small (caseness_equity_way_get_group (way, i)->observed[stage]);
}

CasenessEquityShared *
caseness_equity_shared_new (const CasenessEquityCube *cube, guint cut, const CasenessEquityWay *way)
{
  CasenessEquityShared *self = g_new0 (CasenessEquityShared, 1);
  g_auto(Place) place = { NULL };
  guint stage;

  self->n = way->groups->len;
  find_table (&place, cube, caseness_equity_plan_get_cut (caseness_equity_cube_get_plan (cube), cut), way);
  for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
    {
      self->is_hidden[stage] = g_new0 (gboolean, self->n + 1);
      self->is_small[stage] = g_new0 (gboolean, self->n + 1);
      hide_stage (self, &place, stage);
    }
  return self;
}

void
caseness_equity_shared_free (CasenessEquityShared *shared)
{
  guint stage;

  if (shared == NULL)
    return;
  for (stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
    {
      g_free (shared->is_hidden[stage]);
      g_free (shared->is_small[stage]);
    }
  g_free (shared);
}

gboolean
caseness_equity_shared_hides (const CasenessEquityShared *shared, guint group, CasenessEquityStage stage)
{
  return shared != NULL && shared->is_hidden[stage][group];
}

gboolean
caseness_equity_shared_hides_known (const CasenessEquityShared *shared, CasenessEquityStage stage)
{
  return shared != NULL && shared->is_hidden[stage][shared->n];
}

gboolean
caseness_equity_shared_stars (const CasenessEquityShared *shared, guint group, CasenessEquityStage stage)
{
  return shared != NULL && (shared->is_hidden[stage][group] || shared->is_small[stage][group]);
}

gboolean
caseness_equity_shared_stars_outcome (const CasenessEquityShared *shared, guint group, CasenessEquityOutcome outcome)
{
  return caseness_equity_shared_stars (shared, group, caseness_equity_outcome_get_numerator (outcome))
         || caseness_equity_shared_stars (shared, group, caseness_equity_outcome_get_denominator (outcome));
}
