/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-casemix.h"

#include "caseness-courses.h"

#include <math.h>
#include <string.h>

#define DESCRIPTOR "Problem Descriptor"
#define SCORE_SCALE 100

/* Courses that are alike, and how many of them recovered. */
typedef struct
{
  guint n;
  guint n_recovered;
} Cell;

struct _CasenessCasemix
{
  CasenessSnapshot *snapshot; /* owned */
  CasenessGrouping *problems; /* owned; NULL by problem */
  GArray *families;           /* guint, by problem: the first problem of the same family */
  Cell *by_severity;          /* by problem and band; by band alone when @problems is NULL */
  Cell *by_problem;
  Cell *by_family;
  Cell all;
  guint depression;           /* tools */
  guint anxiety;
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

static guint
get_band (const CasenessCasemix *self, guint index)
{
  return caseness_severity_get_band (caseness_snapshot_get_scores (self->snapshot, index, self->depression).first,
                                     caseness_snapshot_get_scores (self->snapshot, index, self->anxiety).first);
}

/* The part of a label before the colon says the family. */
static gboolean
is_same_family (const char *a, const char *b)
{
  return strcspn (a, ":") == strcspn (b, ":") && strncmp (a, b, strcspn (a, ":")) == 0;
}

static void
find_families (CasenessCasemix *self)
{
  guint i, k;

  for (i = 0; i < self->problems->labels->len; i++)
    {
      for (k = 0; !is_same_family (g_ptr_array_index (self->problems->labels, k),
                                   g_ptr_array_index (self->problems->labels, i));
           k++)
        ;
      g_array_append_val (self->families, k);
    }
}

static guint
get_problem (const CasenessCasemix *self, guint index)
{
  return self->problems != NULL ? self->problems->groups[index] : 0;
}

static guint
get_family (const CasenessCasemix *self, guint problem)
{
  return self->problems != NULL ? g_array_index (self->families, guint, problem) : 0;
}

static void
add_course (CasenessCasemix *self, guint index, gboolean is_recovered)
{
  guint problem = get_problem (self, index);
  Cell *const cells[] = {
    &self->by_severity[problem * CASENESS_N_SEVERITY_BANDS + get_band (self, index)],
    &self->by_problem[problem],
    &self->by_family[get_family (self, problem)],
    &self->all,
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      cells[i]->n++;
      cells[i]->n_recovered += is_recovered;
    }
}

static void
add_all (CasenessCasemix *self, const CasenessPeriod *period)
{
  guint i;

  for (i = 0; i < caseness_snapshot_get_n_pathways (self->snapshot); i++)
    {
      guint flags = caseness_snapshot_get_flags (self->snapshot, i);

      if ((flags & CASENESS_OUTCOME_CASENESS) != 0 && caseness_courses_is_finished (self->snapshot, i, period))
        add_course (self, i, (flags & CASENESS_OUTCOME_RECOVERY) != 0);
    }
}

CasenessCasemix *
caseness_casemix_new (CasenessFrame *frame, gboolean is_by_problem)
{
  CasenessCasemix *self = g_new0 (CasenessCasemix, 1);
  guint n_problems = 1;

  self->snapshot = caseness_snapshot_ref (caseness_frame_get_snapshot (frame));
  self->depression = caseness_tool_find_by_prefix ("PHQ9");
  self->anxiety = caseness_tool_find_by_prefix ("GAD");
  self->families = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!is_by_problem)
    {
      self->problems = caseness_variable_group (caseness_variable_find (DESCRIPTOR), frame);
      n_problems = self->problems->labels->len;
      find_families (self);
    }
  self->by_severity = g_new0 (Cell, n_problems * CASENESS_N_SEVERITY_BANDS);
  self->by_problem = g_new0 (Cell, n_problems);
  self->by_family = g_new0 (Cell, n_problems);
  add_all (self, caseness_frame_get_period (frame));
  return self;
}

void
caseness_casemix_free (CasenessCasemix *casemix)
{
  if (casemix == NULL)
    return;
  caseness_snapshot_unref (casemix->snapshot);
  caseness_grouping_free (casemix->problems);
  g_array_unref (casemix->families);
  g_free (casemix->by_severity);
  g_free (casemix->by_problem);
  g_free (casemix->by_family);
  g_free (casemix);
}

double
caseness_casemix_expect (const CasenessCasemix *casemix, guint index)
{
  guint problem = get_problem (casemix, index);
  const Cell *const cells[] = {
    &casemix->by_severity[problem * CASENESS_N_SEVERITY_BANDS + get_band (casemix, index)],
    &casemix->by_problem[problem],
    &casemix->by_family[get_family (casemix, problem)],
  };
  const Cell *cell = &casemix->all;
  gsize i;

  for (i = G_N_ELEMENTS (cells); i > 0; i--)
    if (cells[i - 1]->n >= CASENESS_FEWEST_ALIKE)
      cell = cells[i - 1];
  return cell->n > 0 ? (double) cell->n_recovered / cell->n : NAN;
}
