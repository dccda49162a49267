/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-told.h"

#include "caseness-told-lines.h"

/* Of each row those paired, those not, who are what is left of a share that is told, and all of them. */
enum
{
  PAIRED,
  NOT_PAIRED,
  ALL,
  N_COLUMNS
};

/* Numbers that are never told and only show what else could be worked out. */
enum
{
  NO_MEASURE = CASENESS_N_ADSM_NUMBERS, /* courses whose problem has no measure of its own */
  NOT_MIXED,
  NOT_CHANGED,
  OTHER_CLASSES, /* of all the courses: those of a class but the paired ones */
  TOTALS = OTHER_CLASSES + CASENESS_N_ADSM_CLASSES - 1, /* a row of all the courses */
  N_BESIDES = TOTALS + N_COLUMNS
};

/* First what stands beside, then each division row by row. */
struct _CasenessAdsmTold
{
  CasenessToldLines *lines;
  guint *firsts; /* the first number of each division */
  guint *n_rows;
  guint n;
};

static guint
get_first (const CasenessAdsmTold *self, guint use, guint row)
{
  return row == self->n_rows[use] ? TOTALS : self->firsts[use] + row * N_COLUMNS;
}

guint
caseness_adsm_get_class (const CasenessAdsm *row, CasenessAdsmClass class)
{
  const guint counts[]
      = { row->paired, row->first_only, row->wrong_measure, row->gad_instead, caseness_adsm_get_none (row),
          row->should_have };

  g_return_val_if_fail (class < G_N_ELEMENTS (counts), 0);

  return counts[class];
}

static void
add_row (CasenessAdsmTold *self, guint first, const CasenessAdsm *row)
{
  caseness_told_lines_set (self->lines, first + PAIRED, row->paired);
  caseness_told_lines_set (self->lines, first + NOT_PAIRED, row->should_have - row->paired);
  caseness_told_lines_set (self->lines, first + ALL, row->should_have);
  caseness_told_lines_add (self->lines, first, 1, ALL, first + ALL);
}

/* All who are not paired, by class. */
static void
add_classes (CasenessAdsmTold *self, const CasenessAdsm *total)
{
  guint i;

  for (i = CASENESS_ADSM_FIRST_ONLY; i < CASENESS_N_ADSM_CLASSES; i++)
    caseness_told_lines_set (self->lines, OTHER_CLASSES + i - CASENESS_ADSM_FIRST_ONLY,
                             caseness_adsm_get_class (total, i));
  caseness_told_lines_add (self->lines, OTHER_CLASSES, 1, CASENESS_N_ADSM_CLASSES - 1, TOTALS + NOT_PAIRED);
}

/* Nobody is left out or in two rows. */
static gboolean
adds_up (const CasenessAdsmUse *use)
{
  guint n = 0, i;

  for (i = 0; i < use->rows->len; i++)
    n += ((const CasenessAdsm *) g_ptr_array_index (use->rows, i))->should_have;
  return n == use->total.should_have;
}

/* The rows add up to all the courses. */
static void
add_use (CasenessAdsmTold *self, guint place, const CasenessAdsmUse *use)
{
  guint i;

  for (i = 0; i < use->rows->len; i++)
    add_row (self, self->firsts[place] + i * N_COLUMNS, g_ptr_array_index (use->rows, i));
  if (!adds_up (use))
    return;
  for (i = 0; i < N_COLUMNS; i++)
    caseness_told_lines_add (self->lines, self->firsts[place] + i, N_COLUMNS, use->rows->len, TOTALS + i);
}

static void
add_rest (CasenessAdsmTold *self, guint whole, gint64 count, guint part, gint64 part_count, guint rest)
{
  const guint cells[] = { part, rest };

  caseness_told_lines_set (self->lines, rest, MAX (count - part_count, 0));
  caseness_told_lines_join (self->lines, cells, G_N_ELEMENTS (cells), whole);
}

static void
add_besides (CasenessAdsmTold *self, const CasenessAdsmUse *use)
{
  const CasenessAdsmDescriptors *problems = &use->descriptors;
  const gint64 counts[CASENESS_N_ADSM_NUMBERS] = { problems->courses, problems->recorded, problems->missing,
                                                   problems->invalid, problems->mixed,    problems->changed,
                                                   use->cases->len };
  guint i;

  for (i = 0; i < CASENESS_N_ADSM_NUMBERS; i++)
    caseness_told_lines_set (self->lines, i, counts[i]);
  caseness_told_lines_add (self->lines, CASENESS_ADSM_NUMBER_RECORDED, 1, 3, CASENESS_ADSM_NUMBER_COURSES);
  add_rest (self, CASENESS_ADSM_NUMBER_COURSES, problems->courses, TOTALS + ALL,
            use->total.should_have, NO_MEASURE);
  add_rest (self, CASENESS_ADSM_NUMBER_RECORDED, problems->recorded, CASENESS_ADSM_NUMBER_MIXED, problems->mixed,
            NOT_MIXED);
  add_rest (self, CASENESS_ADSM_NUMBER_COURSES, problems->courses, CASENESS_ADSM_NUMBER_CHANGED, problems->changed,
            NOT_CHANGED);
}

CasenessAdsmTold *
caseness_adsm_told_new (const CasenessAdsmUse *const *uses, guint n)
{
  CasenessAdsmTold *self;
  guint n_cells = N_BESIDES, i;

  g_return_val_if_fail (uses != NULL && n > 0, NULL);

  self = g_new0 (CasenessAdsmTold, 1);
  self->firsts = g_new0 (guint, n);
  self->n_rows = g_new0 (guint, n);
  self->n = n;
  for (i = 0; i < n; i++)
    {
      self->firsts[i] = n_cells;
      self->n_rows[i] = uses[i]->rows->len;
      n_cells += uses[i]->rows->len * N_COLUMNS;
    }
  self->lines = caseness_told_lines_new (n_cells, CASENESS_TOTALS_EXACT);
  add_besides (self, uses[0]);
  add_row (self, TOTALS, &uses[0]->total);
  add_classes (self, &uses[0]->total);
  for (i = 0; i < n; i++)
    add_use (self, i, uses[i]);
  caseness_told_lines_hide (self->lines);
  return self;
}

void
caseness_adsm_told_free (CasenessAdsmTold *told)
{
  if (told == NULL)
    return;
  caseness_told_lines_free (told->lines);
  g_free (told->firsts);
  g_free (told->n_rows);
  g_free (told);
}

gboolean
caseness_adsm_told_has (const CasenessAdsmTold *told, guint use, guint row, CasenessAdsmClass class)
{
  guint first;

  g_return_val_if_fail (told != NULL && use < told->n, FALSE);
  g_return_val_if_fail (row <= told->n_rows[use] && class <= CASENESS_ADSM_SHOULD, FALSE);

  first = get_first (told, use, row);
  if (class == CASENESS_ADSM_SHOULD)
    return !caseness_told_lines_is_hidden (told->lines, first + ALL);
  if (class == CASENESS_ADSM_PAIRED)
    return !caseness_told_lines_is_hidden (told->lines, first + PAIRED);
  return row == told->n_rows[use]
         && !caseness_told_lines_is_hidden (told->lines, OTHER_CLASSES + class - CASENESS_ADSM_FIRST_ONLY);
}

gboolean
caseness_adsm_told_has_number (const CasenessAdsmTold *told, CasenessAdsmNumber number)
{
  g_return_val_if_fail (told != NULL && number < CASENESS_N_ADSM_NUMBERS, FALSE);

  return !caseness_told_lines_is_hidden (told->lines, number);
}
