/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-casemix.h"

#include "caseness-bitmap.h"
#include "caseness-courses.h"

#include <math.h>
#include <string.h>

#define DESCRIPTOR "Problem Descriptor"
#define STEP "Step"
#define N_FIFTHS 5
#define SCORE_SCALE 100

/* Courses that are alike, and how many of them recovered. */
typedef struct
{
  guint n;
  guint n_recovered;
} Cell;

/* What courses are alike by, what matters most first. */
typedef enum
{
  BY_PROBLEM,
  BY_SEVERITY,
  BY_STEP,
  BY_DEPRIVATION,
  N_DIMENSIONS
} Dimension;

/* One of them: a value below @n_values for every pathway. */
typedef struct
{
  guint n_values;
  guint16 *values; /* owned */
} Likeness;

/* Cells by the first dimension, by the first two and so on, by family, and all. */
typedef struct
{
  Cell *levels[N_DIMENSIONS]; /* owned */
  Cell *by_family;            /* owned */
  Cell all;
} Cells;

struct _CasenessCasemix
{
  CasenessSnapshot *snapshot; /* owned */
  const guint64 *finished;    /* owned: courses of the period; of others nothing is known here */
  guint n;                    /* pathways */
  Likeness likenesses[N_DIMENSIONS];
  guint n_dimensions;
  gboolean has_families;      /* the first dimension is the problem */
  GArray *families;           /* guint, by problem: the first problem of the same family */
  Cells cells;
};

/* Lower bounds of the bands above the mildest. */
static const CasenessScore depression_bands[] = { 10 * SCORE_SCALE, 15 * SCORE_SCALE, 20 * SCORE_SCALE };
static const CasenessScore anxiety_bands[] = { 8 * SCORE_SCALE, 10 * SCORE_SCALE, 15 * SCORE_SCALE };

static guint
count_reached (CasenessScore score, const CasenessScore *bands)
{
  guint band = 0;

  while (band < CASENESS_N_SEVERITY_BANDS - 1 && score >= bands[band])
    band++;
  return band;
}

guint
caseness_severity_get_band (CasenessScore depression, CasenessScore anxiety)
{
  return MAX (count_reached (depression, depression_bands), count_reached (anxiety, anxiety_bands));
}

/* The part of a label before the colon says the family. */
static gboolean
is_same_family (const char *a, const char *b)
{
  return strcspn (a, ":") == strcspn (b, ":") && strncmp (a, b, strcspn (a, ":")) == 0;
}

static void
find_families (CasenessCasemix *self, const GPtrArray *problems)
{
  guint i, k;

  for (i = 0; i < problems->len; i++)
    {
      for (k = 0; !is_same_family (g_ptr_array_index (problems, k), g_ptr_array_index (problems, i)); k++)
        ;
      g_array_append_val (self->families, k);
    }
  self->has_families = TRUE;
}

static guint16 *
add_likeness (CasenessCasemix *self, guint n_values)
{
  Likeness *likeness = &self->likenesses[self->n_dimensions++];

  likeness->n_values = n_values;
  likeness->values = g_new0 (guint16, self->n);
  return likeness->values;
}

static void
add_grouping (CasenessCasemix *self, const CasenessGrouping *grouping)
{
  guint16 *values = add_likeness (self, MAX (grouping->labels->len, 1));
  guint i;

  CASENESS_BITMAP_EACH (self->finished, self->n, i)
    values[i] = (guint16) grouping->groups[i];
}

static void
add_problem (CasenessCasemix *self, CasenessFrame *frame)
{
  g_autoptr(CasenessGrouping) problems = caseness_variable_group (caseness_variable_find (DESCRIPTOR), frame);

  find_families (self, problems->labels);
  add_grouping (self, problems);
}

static void
add_severity (CasenessCasemix *self, CasenessFrame *frame)
{
  guint16 *values = add_likeness (self, CASENESS_N_SEVERITY_BANDS);
  guint depression = caseness_tool_find_by_prefix ("PHQ9"), anxiety = caseness_tool_find_by_prefix ("GAD"), i;

  CASENESS_BITMAP_EACH (self->finished, self->n, i)
    values[i] = (guint16) caseness_severity_get_band (caseness_snapshot_get_scores (self->snapshot, i, depression).first,
                                                      caseness_snapshot_get_scores (self->snapshot, i, anxiety).first);
}

static void
add_step (CasenessCasemix *self, CasenessFrame *frame)
{
  g_autoptr(CasenessGrouping) steps = caseness_variable_group (caseness_variable_find (STEP), frame);

  add_grouping (self, steps);
}

/* Fifths from tenths; 0 where the tenth is not known. */
static void
add_deprivation (CasenessCasemix *self, CasenessFrame *frame)
{
  guint16 *values = add_likeness (self, N_FIFTHS + 1);
  guint i;

  CASENESS_BITMAP_EACH (self->finished, self->n, i)
    {
      guint64 tenth = g_ascii_strtoull (
        caseness_snapshot_get_text (self->snapshot, i, CASENESS_PATHWAY_DEPRIVATION), NULL, 10);

      values[i] = (guint16) (tenth <= 2 * N_FIFTHS ? (tenth + 1) / 2 : 0);
    }
}

/* What is compared is not what courses are alike by. */
static const struct
{
  const char *variable;
  void (*add) (CasenessCasemix *self, CasenessFrame *frame);
} dimensions[N_DIMENSIONS] = {
  [BY_PROBLEM] = { DESCRIPTOR, add_problem },
  [BY_SEVERITY] = { "", add_severity },
  [BY_STEP] = { STEP, add_step },
  [BY_DEPRIVATION] = { "Indices of Deprivation Decile", add_deprivation },
};

static guint
count_cells (const CasenessCasemix *self, guint n_dimensions)
{
  guint n = 1, i;

  for (i = 0; i < n_dimensions; i++)
    n *= self->likenesses[i].n_values;
  return n;
}

static void
cells_init (Cells *cells, const CasenessCasemix *self)
{
  guint i;

  for (i = 0; i < self->n_dimensions; i++)
    cells->levels[i] = g_new0 (Cell, count_cells (self, i + 1));
  cells->by_family = g_new0 (Cell, self->has_families ? self->families->len : 1);
}

static void
cells_clear (Cells *cells)
{
  guint i;

  for (i = 0; i < N_DIMENSIONS; i++)
    g_free (cells->levels[i]);
  g_free (cells->by_family);
}

/* The cells that pathway @index is in, the coarsest first. Returns how many. */
static guint
list_cells (const Cells *cells, const CasenessCasemix *self, guint index, Cell *found[N_DIMENSIONS + 2])
{
  guint n = 0, key = 0, i;

  found[n++] = (Cell *) &cells->all;
  if (self->has_families)
    found[n++] = &cells->by_family[g_array_index (self->families, guint, self->likenesses[0].values[index])];
  for (i = 0; i < self->n_dimensions; i++)
    {
      key = key * self->likenesses[i].n_values + self->likenesses[i].values[index];
      found[n++] = &cells->levels[i][key];
    }
  return n;
}

static void
add_course (Cells *cells, const CasenessCasemix *self, guint index)
{
  Cell *found[N_DIMENSIONS + 2];
  guint n = list_cells (cells, self, index, found), i;
  gboolean is_recovered = (caseness_snapshot_get_flags (self->snapshot, index) & CASENESS_OUTCOME_RECOVERY) != 0;

  for (i = 0; i < n; i++)
    {
      found[i]->n++;
      found[i]->n_recovered += is_recovered;
    }
}

static gboolean
is_at_caseness (const CasenessCasemix *self, guint index)
{
  return (caseness_snapshot_get_flags (self->snapshot, index) & CASENESS_OUTCOME_CASENESS) != 0;
}

static void
add_all (CasenessCasemix *self)
{
  guint i;

  CASENESS_BITMAP_EACH (self->finished, self->n, i)
    if (is_at_caseness (self, i))
      add_course (&self->cells, self, i);
}

static gboolean
is_compared (const GPtrArray *compared, const char *variable)
{
  guint i;

  for (i = 0; i < compared->len; i++)
    if (strcmp (caseness_variable_get_name (g_ptr_array_index (compared, i)), variable) == 0)
      return TRUE;
  return FALSE;
}

static CasenessCasemix *
make (CasenessFrame *frame, const GPtrArray *compared, guint n_dimensions)
{
  CasenessCasemix *self = g_new0 (CasenessCasemix, 1);
  guint i;

  self->snapshot = caseness_snapshot_ref (caseness_frame_get_snapshot (frame));
  self->finished = caseness_courses_get_finished (frame);
  self->n = caseness_snapshot_get_n_pathways (self->snapshot);
  self->families = g_array_new (FALSE, FALSE, sizeof (guint));
  for (i = 0; i < n_dimensions; i++)
    if (!is_compared (compared, dimensions[i].variable))
      dimensions[i].add (self, frame);
  cells_init (&self->cells, self);
  add_all (self);
  return self;
}

CasenessCasemix *
caseness_casemix_new (CasenessFrame *frame, gboolean is_by_problem)
{
  g_autoptr(GPtrArray) compared = g_ptr_array_new ();

  if (is_by_problem)
    g_ptr_array_add (compared, (gpointer) caseness_variable_find (DESCRIPTOR));
  return make (frame, compared, BY_SEVERITY + 1);
}

CasenessCasemix *
caseness_casemix_new_four_way (CasenessFrame *frame, const GPtrArray *compared)
{
  g_return_val_if_fail (frame != NULL && compared != NULL, NULL);

  return make (frame, compared, N_DIMENSIONS);
}

void
caseness_casemix_free (CasenessCasemix *casemix)
{
  guint i;

  if (casemix == NULL)
    return;
  caseness_snapshot_unref (casemix->snapshot);
  caseness_memo_drop ((gpointer) casemix->finished);
  for (i = 0; i < N_DIMENSIONS; i++)
    g_free (casemix->likenesses[i].values);
  g_array_unref (casemix->families);
  cells_clear (&casemix->cells);
  g_free (casemix);
}

guint
caseness_casemix_get_n (const CasenessCasemix *casemix)
{
  return casemix->cells.all.n;
}

/* The share of the finest cell that is large enough, @own courses left out (nullable). */
static double
get_chance (const CasenessCasemix *self, guint index, const Cells *own)
{
  Cell *found[N_DIMENSIONS + 2], *left_out[N_DIMENSIONS + 2];
  guint n = list_cells (&self->cells, self, index, found), i;
  Cell cell = { 0, 0 };

  if (own != NULL)
    list_cells (own, self, index, left_out);
  for (i = 0; i < n; i++)
    {
      Cell rest = *found[i];

      if (own != NULL)
        rest = (Cell){ rest.n - left_out[i]->n, rest.n_recovered - left_out[i]->n_recovered };
      if (i == 0 || rest.n >= CASENESS_FEWEST_ALIKE)
        cell = rest;
    }
  return cell.n > 0 ? (double) cell.n_recovered / cell.n : NAN;
}

double
caseness_casemix_expect (const CasenessCasemix *casemix, guint index)
{
  return get_chance (casemix, index, NULL);
}

static guint
count_at_caseness (const CasenessCasemix *self, const GArray *pathways)
{
  guint n = 0, i;

  for (i = 0; i < pathways->len; i++)
    n += is_at_caseness (self, g_array_index (pathways, guint32, i));
  return n;
}

CasenessExpectation
caseness_casemix_expect_group (const CasenessCasemix *casemix, const GArray *pathways, gboolean may_leave_out)
{
  CasenessExpectation result = { 0, 0, FALSE };
  Cells own = { 0 };
  guint n = count_at_caseness (casemix, pathways), i;

  /* Nobody is left to compare with when the group is all there is. */
  result.leaves_own_out = may_leave_out && n > CASENESS_MOST_OWN * casemix->cells.all.n && n < casemix->cells.all.n;
  if (result.leaves_own_out)
    {
      cells_init (&own, casemix);
      for (i = 0; i < pathways->len; i++)
        if (is_at_caseness (casemix, g_array_index (pathways, guint32, i)))
          add_course (&own, casemix, g_array_index (pathways, guint32, i));
    }
  for (i = 0; i < pathways->len; i++)
    if (is_at_caseness (casemix, g_array_index (pathways, guint32, i)))
      {
        double chance = get_chance (casemix, g_array_index (pathways, guint32, i), result.leaves_own_out ? &own : NULL);

        result.expected += chance;
        result.variance += chance * (1 - chance);
      }
  cells_clear (&own);
  return result;
}
