/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-casemix.h"

#include "caseness-bitmap.h"
#include "caseness-courses.h"

#include <math.h>
#include <stdlib.h>
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

/* One of them: a value below @n_values for every course. */
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
  guint n;               /* courses finished in the period; of others nothing is known here */
  guint32 *pathways;     /* owned: whose they are, in order */
  guint32 *flags;        /* owned: CasenessOutcomeFlags of each */
  double *chances;       /* owned: of recovery, of each that was at caseness */
  Likeness likenesses[N_DIMENSIONS];
  guint n_dimensions;
  gboolean has_families; /* the first dimension is the problem */
  GArray *families;      /* guint, by problem: the first problem of the same family */
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
add_grouping (CasenessCasemix *self, const CasenessCourseGrouping *grouping)
{
  guint16 *values = add_likeness (self, MAX (grouping->labels->len, 1));
  guint i;

  for (i = 0; i < self->n; i++)
    values[i] = (guint16) grouping->groups[i];
}

static void
add_problem (CasenessCasemix *self, CasenessFrame *frame)
{
  const CasenessCourseGrouping *problems = caseness_course_grouping_get (frame, caseness_variable_find (DESCRIPTOR));

  find_families (self, problems->labels);
  add_grouping (self, problems);
  caseness_course_grouping_drop (problems);
}

static void
add_severity (CasenessCasemix *self, CasenessFrame *frame)
{
  const CasenessSnapshot *snapshot = caseness_frame_get_snapshot (frame);
  guint16 *values = add_likeness (self, CASENESS_N_SEVERITY_BANDS);
  guint depression = caseness_tool_find_by_prefix ("PHQ9"), anxiety = caseness_tool_find_by_prefix ("GAD"), i;

  for (i = 0; i < self->n; i++)
    values[i] = (guint16) caseness_severity_get_band (
      caseness_snapshot_get_scores (snapshot, self->pathways[i], depression).first,
      caseness_snapshot_get_scores (snapshot, self->pathways[i], anxiety).first);
}

static void
add_step (CasenessCasemix *self, CasenessFrame *frame)
{
  const CasenessCourseGrouping *steps = caseness_course_grouping_get (frame, caseness_variable_find (STEP));

  add_grouping (self, steps);
  caseness_course_grouping_drop (steps);
}

/* Fifths from tenths; 0 where the tenth is not known. */
static void
add_deprivation (CasenessCasemix *self, CasenessFrame *frame)
{
  const CasenessSnapshot *snapshot = caseness_frame_get_snapshot (frame);
  guint16 *values = add_likeness (self, N_FIFTHS + 1);
  guint i;

  for (i = 0; i < self->n; i++)
    {
      guint64 tenth = g_ascii_strtoull (
        caseness_snapshot_get_text (snapshot, self->pathways[i], CASENESS_PATHWAY_DEPRIVATION), NULL, 10);

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

/* The cells that a course is in, the coarsest first. Returns how many. */
static guint
list_cells (const Cells *cells, const CasenessCasemix *self, guint course, Cell *found[N_DIMENSIONS + 2])
{
  guint n = 0, key = 0, i;

  found[n++] = (Cell *) &cells->all;
  if (self->has_families)
    found[n++] = &cells->by_family[g_array_index (self->families, guint, self->likenesses[0].values[course])];
  for (i = 0; i < self->n_dimensions; i++)
    {
      key = key * self->likenesses[i].n_values + self->likenesses[i].values[course];
      found[n++] = &cells->levels[i][key];
    }
  return n;
}

static void
add_course (Cells *cells, const CasenessCasemix *self, guint course)
{
  Cell *found[N_DIMENSIONS + 2];
  guint n = list_cells (cells, self, course, found), i;
  gboolean is_recovered = (self->flags[course] & CASENESS_OUTCOME_RECOVERY) != 0;

  for (i = 0; i < n; i++)
    {
      found[i]->n++;
      found[i]->n_recovered += is_recovered;
    }
}

static gboolean
is_at_caseness (const CasenessCasemix *self, guint course)
{
  return (self->flags[course] & CASENESS_OUTCOME_CASENESS) != 0;
}

/* The share of the finest cell that is large enough, @own courses left out (nullable). */
static double
get_chance (const CasenessCasemix *self, guint course, const Cells *own)
{
  Cell *found[N_DIMENSIONS + 2], *left_out[N_DIMENSIONS + 2];
  guint n = list_cells (&self->cells, self, course, found), i;
  Cell cell = { 0, 0 };

  if (own != NULL)
    list_cells (own, self, course, left_out);
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

static void
add_all (CasenessCasemix *self)
{
  guint i;

  for (i = 0; i < self->n; i++)
    if (is_at_caseness (self, i))
      add_course (&self->cells, self, i);
  self->chances = g_new (double, self->n + 1);
  for (i = 0; i < self->n; i++)
    self->chances[i] = get_chance (self, i, NULL);
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

static void
list_courses (CasenessCasemix *self, CasenessFrame *frame)
{
  const CasenessSnapshot *snapshot = caseness_frame_get_snapshot (frame);
  const guint64 *finished = caseness_courses_get_finished (frame);
  GArray *pathways = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint i;

  CASENESS_BITMAP_EACH (finished, caseness_snapshot_get_n_pathways (snapshot), i)
    g_array_append_val (pathways, i);
  caseness_memo_drop ((gpointer) finished);
  self->n = pathways->len;
  self->pathways = (guint32 *) (gpointer) g_array_free (pathways, FALSE);
  self->flags = g_new (guint32, self->n + 1);
  for (i = 0; i < self->n; i++)
    self->flags[i] = caseness_snapshot_get_flags (snapshot, self->pathways[i]);
}

static CasenessCasemix *
make (CasenessFrame *frame, const GPtrArray *compared, guint n_dimensions)
{
  CasenessCasemix *self = g_atomic_rc_box_new0 (CasenessCasemix);
  guint i;

  list_courses (self, frame);
  self->families = g_array_new (FALSE, FALSE, sizeof (guint));
  for (i = 0; i < n_dimensions; i++)
    if (!is_compared (compared, dimensions[i].variable))
      dimensions[i].add (self, frame);
  cells_init (&self->cells, self);
  add_all (self);
  return self;
}

static void
clear_casemix (gpointer data)
{
  CasenessCasemix *casemix = data;
  guint i;

  g_free (casemix->pathways);
  g_free (casemix->flags);
  g_free (casemix->chances);
  for (i = 0; i < N_DIMENSIONS; i++)
    g_free (casemix->likenesses[i].values);
  g_array_unref (casemix->families);
  cells_clear (&casemix->cells);
}

void
caseness_casemix_free (CasenessCasemix *casemix)
{
  if (casemix != NULL)
    g_atomic_rc_box_release_full (casemix, clear_casemix);
}

static gsize
get_size (const CasenessCasemix *self)
{
  gsize size = sizeof *self + self->n * (2 * sizeof (guint32) + sizeof (double) + self->n_dimensions * sizeof (guint16));
  guint i;

  for (i = 0; i < self->n_dimensions; i++)
    size += count_cells (self, i + 1) * sizeof (Cell);
  return size;
}

/* What courses are alike by, and nothing else, makes one reference of a period differ from another. */
static CasenessCasemix *
find_or_make (CasenessFrame *frame, const GPtrArray *compared, guint n_dimensions)
{
  CasenessMemo *memo = caseness_snapshot_get_memo (caseness_frame_get_snapshot (frame), CASENESS_MEMO_PARTS);
  const CasenessPeriod *period = caseness_frame_get_period (frame);
  g_autoptr(GString) name = g_string_new ("case mix by");
  CasenessCasemix *casemix;
  const char *key;
  guint i;

  for (i = 0; i < n_dimensions; i++)
    if (!is_compared (compared, dimensions[i].variable))
      g_string_append_printf (name, " %u", i);
  key = g_intern_string (name->str);
  casemix = (gpointer) caseness_memo_get (memo, key, period);
  if (casemix != NULL)
    return casemix;
  casemix = make (frame, compared, n_dimensions);
  return caseness_memo_put_object (memo, key, period, casemix, get_size (casemix), clear_casemix);
}

CasenessCasemix *
caseness_casemix_new (CasenessFrame *frame, gboolean is_by_problem)
{
  g_autoptr(GPtrArray) compared = g_ptr_array_new ();

  if (is_by_problem)
    g_ptr_array_add (compared, (gpointer) caseness_variable_find (DESCRIPTOR));
  return find_or_make (frame, compared, BY_SEVERITY + 1);
}

CasenessCasemix *
caseness_casemix_new_four_way (CasenessFrame *frame, const GPtrArray *compared)
{
  g_return_val_if_fail (frame != NULL && compared != NULL, NULL);

  return find_or_make (frame, compared, N_DIMENSIONS);
}

guint
caseness_casemix_get_n (const CasenessCasemix *casemix)
{
  return casemix->cells.all.n;
}

static int
compare_pathways (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

double
caseness_casemix_expect (const CasenessCasemix *casemix, guint index)
{
  guint32 wanted = index;
  const guint32 *found = bsearch (&wanted, casemix->pathways, casemix->n, sizeof wanted, compare_pathways);

  g_return_val_if_fail (found != NULL, NAN);
  return casemix->chances[found - casemix->pathways];
}

static guint
count_at_caseness (const CasenessCasemix *self, const GArray *courses)
{
  guint n = 0, i;

  for (i = 0; i < courses->len; i++)
    n += is_at_caseness (self, g_array_index (courses, guint32, i));
  return n;
}

CasenessExpectation
caseness_casemix_expect_group (const CasenessCasemix *casemix, const GArray *courses, gboolean may_leave_out)
{
  CasenessExpectation result = { 0, 0, FALSE };
  Cells own = { 0 };
  guint n = count_at_caseness (casemix, courses), i;

  /* Nobody is left to compare with when the group is all there is. */
  result.leaves_own_out = may_leave_out && n > CASENESS_MOST_OWN * casemix->cells.all.n && n < casemix->cells.all.n;
  if (result.leaves_own_out)
    {
      cells_init (&own, casemix);
      for (i = 0; i < courses->len; i++)
        if (is_at_caseness (casemix, g_array_index (courses, guint32, i)))
          add_course (&own, casemix, g_array_index (courses, guint32, i));
    }
  for (i = 0; i < courses->len; i++)
    {
      guint32 course = g_array_index (courses, guint32, i);
      double chance;

      if (!is_at_caseness (casemix, course))
        continue;
      chance = result.leaves_own_out ? get_chance (casemix, course, &own) : casemix->chances[course];
      result.expected += chance;
      result.variance += chance * (1 - chance);
    }
  cells_clear (&own);
  return result;
}
