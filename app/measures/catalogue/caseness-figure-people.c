/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-figure-people.h"

#include "caseness-bitmap.h"
#include "caseness-measure-explain.h"

#include <string.h>

#define NO_REASON G_MAXUINT16

/* Where the rows of one table stand. */
typedef struct
{
  guint n;
  guint64 *counted;
  guint64 *based;    /* in the denominator, before anybody is taken away */
  guint16 *reasons;  /* by row: why it is left out, or NO_REASON */
} Side;

/* What is at hand while the people of one figure are found. */
typedef struct
{
  CasenessFigurePeople *people;
  CasenessQuestion question;
  CasenessFrame *frame;
  guint64 *passing; /* pathways of the groups and the filter */
  Side sides[CASENESS_N_TABLES];
} Search;

static Side *
get_side (Search *search, CasenessTable table)
{
  Side *side = &search->sides[table];

  if (side->counted != NULL)
    return side;
  side->n = caseness_table_get_n_rows (table, search->people->snapshot);
  side->counted = caseness_bitmap_new (side->n);
  side->based = caseness_bitmap_new (side->n);
  side->reasons = g_new (guint16, MAX (side->n, 1));
  memset (side->reasons, 0xff, side->n * sizeof (guint16));
  return side;
}

static guint16
add_reason (Search *search, char *words)
{
  CasenessFigureReason reason = { words, 0 };

  g_array_append_val (search->people->reasons, reason);
  return (guint16) (search->people->reasons->len - 1);
}

/* Puts the rows that @measure counts where they belong; those taken away keep why. */
static gboolean
take_rows (Search *search, const CasenessMeasure *measure, gboolean is_numerator, int sign, GError **error)
{
  g_autoptr(GArray) rows = caseness_evaluate_rows (search->people->snapshot, &search->question, measure, error);
  Side *side = get_side (search, measure->table);
  guint16 reason = sign < 0 && rows != NULL ? add_reason (search, g_strdup (measure->definition)) : NO_REASON;
  guint i;

  if (rows == NULL)
    return FALSE;
  for (i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);

      if (sign < 0)
        side->reasons[row] = reason;
      else
        caseness_bitmap_set (is_numerator ? side->counted : side->based, row);
    }
  return TRUE;
}

static gboolean
take_parts (Search *search, const GArray *parts, gboolean is_numerator, GError **error)
{
  guint n, i;
  const CasenessMeasure *catalogue = caseness_measure_get_all (&n);

  for (i = 0; i < parts->len; i++)
    {
      const CasenessMeasurePart *part = &g_array_index (parts, CasenessMeasurePart, i);

      if (!take_rows (search, &catalogue[part->measure], is_numerator, part->sign, error))
        return FALSE;
    }
  return TRUE;
}

/* The rows of the same groups that the first condition lets in and that are neither counted nor in the denominator. */
static guint64 *
find_near (Search *search, const CasenessMeasure *measure)
{
  Side *side = get_side (search, measure->table);
  guint64 *near = caseness_condition_evaluate_clause (measure->condition, 0, search->frame);
  guint row;

  CASENESS_BITMAP_EACH (near, side->n, row)
    {
      guint32 pathway = caseness_table_get_pathway (measure->table, search->people->snapshot, row);

      if (pathway == CASENESS_NO_ROW || !caseness_bitmap_has (search->passing, pathway)
          || caseness_bitmap_has (side->counted, row) || caseness_bitmap_has (side->based, row))
        near[row / 64] &= ~(G_GUINT64_CONSTANT (1) << (row % 64));
    }
  return near;
}

/* Those of @near that fail @clause were left out by it. */
static void
leave_out (Search *search, const CasenessMeasure *measure, guint64 *near, const guint64 *holding, guint clause)
{
  Side *side = get_side (search, measure->table);
  guint16 reason = NO_REASON;
  guint row;

  CASENESS_BITMAP_EACH (near, side->n, row)
    {
      if (caseness_bitmap_has (holding, row) || side->reasons[row] != NO_REASON)
        continue;
      if (reason == NO_REASON)
        reason = add_reason (search, caseness_measure_explain_miss (measure, clause));
      side->reasons[row] = reason;
    }
  caseness_bitmap_and (near, holding, side->n);
}

static void
find_left_out (Search *search, const CasenessMeasure *measure)
{
  guint n_clauses = caseness_condition_get_n_clauses (measure->condition), i;
  g_autofree guint64 *near = NULL, *none = NULL;

  if (n_clauses == 0)
    return;
  near = find_near (search, measure);
  for (i = 1; i < n_clauses; i++)
    {
      g_autofree guint64 *holding = caseness_condition_evaluate_clause (measure->condition, i, search->frame);

      leave_out (search, measure, near, holding, i);
    }
  none = caseness_bitmap_new (get_side (search, measure->table)->n);
  if (measure->sum != NULL)
    leave_out (search, measure, near, none, n_clauses);
}

/* Left out are those near the denominator, or near the numerator of what is not divided. */
static void
find_all_left_out (Search *search)
{
  const CasenessMeasure *measure = search->people->address->measure;
  const GArray *parts = measure->denominator->len > 0 ? measure->denominator : measure->numerator;
  guint n, i;
  const CasenessMeasure *catalogue = caseness_measure_get_all (&n);

  if (!caseness_measure_is_made_of_others (measure))
    find_left_out (search, measure);
  for (i = 0; i < parts->len; i++)
    if (g_array_index (parts, CasenessMeasurePart, i).sign > 0)
      find_left_out (search, &catalogue[g_array_index (parts, CasenessMeasurePart, i).measure]);
}

/* The day by which the measure at hand, or the first of its parts that has the table, lets a row in. */
static gint32 *
read_dates (Search *search, CasenessTable table)
{
  const CasenessMeasure *measure = search->people->address->measure;
  const GArray *parts[] = { measure->denominator, measure->numerator };
  const CasenessMeasure *dated = *measure->date != '\0' ? measure : NULL;
  guint n, i, k;
  const CasenessMeasure *catalogue = caseness_measure_get_all (&n);

  for (k = 0; k < G_N_ELEMENTS (parts); k++)
    for (i = 0; i < parts[k]->len && dated == NULL; i++)
      {
        const CasenessMeasure *part = &catalogue[g_array_index (parts[k], CasenessMeasurePart, i).measure];

        if (part->table == table && *part->date != '\0')
          dated = part;
      }
  if (dated == NULL || dated->table != table)
    return NULL;
  return caseness_column_read (caseness_column_find (table, dated->date), search->people->snapshot,
                               &search->people->address->period);
}

static CasenessFigurePlace
find_place (const Side *side, guint row)
{
  if (caseness_bitmap_has (side->counted, row))
    return CASENESS_FIGURE_COUNTED;
  if (caseness_bitmap_has (side->based, row) && side->reasons[row] == NO_REASON)
    return CASENESS_FIGURE_NOT_COUNTED;
  return side->reasons[row] != NO_REASON ? CASENESS_FIGURE_LEFT_OUT : CASENESS_N_FIGURE_PLACES;
}

static void
add_table (Search *search, CasenessTable table)
{
  CasenessFigurePeople *people = search->people;
  const Side *side = &search->sides[table];
  g_autofree gint32 *dates = read_dates (search, table);
  guint row;

  for (row = 0; row < side->n; row++)
    {
      CasenessFigurePerson person = {
        .pathway = caseness_table_get_pathway (table, people->snapshot, row),
        .row = row,
        .table = table,
        .date = dates != NULL ? dates[row] : CASENESS_DATE_NONE,
        .place = find_place (side, row),
      };

      if (person.place == CASENESS_N_FIGURE_PLACES)
        continue;
      if (person.place == CASENESS_FIGURE_LEFT_OUT)
        {
          person.reason = side->reasons[row];
          g_array_index (people->reasons, CasenessFigureReason, person.reason).n++;
        }
      people->n[person.place]++;
      g_array_append_val (people->people, person);
    }
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const CasenessFigurePerson *first = a, *second = b;

  if (first->place != second->place)
    return (int) first->place - (int) second->place;
  if (first->table != second->table)
    return (int) first->table - (int) second->table;
  return (first->row > second->row) - (first->row < second->row);
}

static gboolean
search_everybody (Search *search, GError **error)
{
  const CasenessMeasure *measure = search->people->address->measure;
  guint table;

  search->passing = caseness_evaluate_people (search->people->snapshot, &search->question, error);
  if (search->passing == NULL)
    return FALSE;
  if (!caseness_measure_is_made_of_others (measure) && !take_rows (search, measure, TRUE, 1, error))
    return FALSE;
  if (!take_parts (search, measure->numerator, TRUE, error)
      || !take_parts (search, measure->denominator, FALSE, error))
    return FALSE;
  find_all_left_out (search);
  for (table = 0; table < CASENESS_N_TABLES; table++)
    add_table (search, table);
  g_array_sort (search->people->people, compare_people);
  return TRUE;
}

static void
search_clear (Search *search)
{
  guint table;

  for (table = 0; table < CASENESS_N_TABLES; table++)
    {
      g_free (search->sides[table].counted);
      g_free (search->sides[table].based);
      g_free (search->sides[table].reasons);
    }
  g_free (search->passing);
  caseness_frame_free (search->frame);
}

static void
reason_clear (gpointer reason)
{
  g_free (((CasenessFigureReason *) reason)->words);
}

static CasenessFigurePeople *
create_people (CasenessFigureAddress *address, CasenessSnapshot *snapshot)
{
  CasenessFigurePeople *people = g_atomic_rc_box_new0 (CasenessFigurePeople);

  people->snapshot = caseness_snapshot_ref (snapshot);
  people->address = caseness_figure_address_ref (address);
  people->people = g_array_new (FALSE, FALSE, sizeof (CasenessFigurePerson));
  people->reasons = g_array_new (FALSE, FALSE, sizeof (CasenessFigureReason));
  g_array_set_clear_func (people->reasons, reason_clear);
  return people;
}

CasenessFigurePeople *
caseness_figure_people_list (CasenessFigureAddress *address, CasenessSnapshot *snapshot, GError **error)
{
  g_autoptr(CasenessFigurePeople) people = NULL;
  Search search = { NULL };
  gboolean is_done;

  g_return_val_if_fail (address != NULL && snapshot != NULL, NULL);
  people = create_people (address, snapshot);
  search.people = people;
  search.question = caseness_figure_address_ask (address);
  search.frame = caseness_frame_new (snapshot);
  caseness_frame_set_period (search.frame, &address->period);
  is_done = search_everybody (&search, error);
  search_clear (&search);
  return is_done ? g_steal_pointer (&people) : NULL;
}

CasenessFigurePeople *
caseness_figure_people_new_of_courses (CasenessFigureAddress *address, CasenessSnapshot *snapshot,
                                       const CasenessFigureName *name, const guint8 *places)
{
  CasenessFigurePeople *people;
  guint i;

  g_return_val_if_fail (address != NULL && snapshot != NULL, NULL);
  g_return_val_if_fail (name != NULL && places != NULL, NULL);
  people = create_people (address, snapshot);
  people->id = g_strdup (name->id);
  people->title = g_strdup (name->title);
  people->definition = g_strdup (name->definition);
  for (i = 0; i < caseness_snapshot_get_n_pathways (snapshot); i++)
    {
      const CasenessFigurePerson person
        = { .pathway = i, .row = i, .table = CASENESS_TABLE_REFERRAL, .date = CASENESS_DATE_NONE, .place = places[i] };

      if (places[i] >= CASENESS_FIGURE_LEFT_OUT)
        continue;
      people->n[person.place]++;
      g_array_append_val (people->people, person);
    }
  g_array_sort (people->people, compare_people);
  return people;
}

CasenessFigurePeople *
caseness_figure_people_ref (CasenessFigurePeople *people)
{
  return g_atomic_rc_box_acquire (people);
}

static void
clear_people (CasenessFigurePeople *people)
{
  caseness_snapshot_unref (people->snapshot);
  caseness_figure_address_unref (people->address);
  g_array_unref (people->people);
  g_array_unref (people->reasons);
  g_free (people->id);
  g_free (people->title);
  g_free (people->definition);
}

void
caseness_figure_people_unref (CasenessFigurePeople *people)
{
  g_atomic_rc_box_release_full (people, (GDestroyNotify) clear_people);
}

const char *
caseness_figure_people_get_reason (const CasenessFigurePeople *people, const CasenessFigurePerson *person)
{
  g_return_val_if_fail (people != NULL && person != NULL, NULL);
  if (person->place != CASENESS_FIGURE_LEFT_OUT)
    return "";
  return g_array_index (people->reasons, CasenessFigureReason, person->reason).words;
}
