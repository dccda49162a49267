/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "data-fixture.h"

#include "caseness-breakdown.h"
#include "caseness-contract.h"
#include "caseness-demo.h"
#include "caseness-import.h"
#include "caseness-store.h"
#include "caseness-suppression.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* A contract review and breakdowns of small services, and somebody who has every figure that is told and takes them from
 * one another: no number below five that is hidden can be had. What adds up is found in the numbers themselves, not asked
 * of what hides them. */

#define MONTHS 27 /* eight whole quarters, and the one after them */
#define FEWEST_SEEN 9  /* slots in which a number is more than none, for a sum of measures to be no coincidence */
#define MOST_ROUNDS 60
#define UNKNOWN (G_MAXINT32 / 4)
#define NOTHING G_MAXUINT

typedef struct
{
  char *folder;
  CasenessSnapshot *snapshot;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  CasenessDemoOptions demo;
  g_autoptr(GDateTime) now = g_date_time_new_utc (2025, 8, 1, 9, 0, 0);
  CasenessImportOptions options = { .imported_by = "test", .now = now };
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessStore) store = NULL;
  g_autofree char *demo_folder = NULL;
  g_autofree char *store_path = NULL;
  const char *paths[] = { NULL, NULL };
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("caseness-told-XXXXXX", &error);
  g_assert_no_error (error);
  demo_folder = g_build_filename (fixture->folder, "demo", NULL);
  store_path = g_build_filename (fixture->folder, "demo.caseness", NULL);
  caseness_demo_options_init (&demo);
  demo.seed = GPOINTER_TO_UINT (data);
  demo.months = MONTHS;
  demo.referrals = 500 * demo.seed;
  g_assert_true (caseness_demo_write (demo_folder, &demo, NULL, &error));
  paths[0] = demo_folder;
  receipt = caseness_import_file (store_path, paths, &options, NULL, &error);
  g_assert_no_error (error);
  store = caseness_store_open (store_path, CASENESS_STORE_READ, &error);
  g_assert_no_error (error);
  fixture->snapshot = caseness_snapshot_load (store, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->snapshot, caseness_snapshot_unref);
  data_fixture_remove_tree (fixture->folder);
  g_free (fixture->folder);
}

/* Numbers by slot, those told and those hidden; the lines in which they add up. */
typedef struct
{
  guint n_slots;
  GArray *counts;    /* gint64, by number and slot; -1 where there is none */
  GArray *is_hidden; /* gboolean, likewise */
  GPtrArray *lines;  /* GArray of guint: the last is the total of the others */
  GArray *least;
  GArray *most;
} Reader;

static void
reader_init (Reader *reader, guint n_slots)
{
  reader->n_slots = n_slots;
  reader->counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  reader->is_hidden = g_array_new (FALSE, FALSE, sizeof (gboolean));
  reader->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  reader->least = g_array_new (FALSE, FALSE, sizeof (gint64));
  reader->most = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
reader_clear (Reader *reader)
{
  g_array_unref (reader->counts);
  g_array_unref (reader->is_hidden);
  g_ptr_array_unref (reader->lines);
  g_array_unref (reader->least);
  g_array_unref (reader->most);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static gint64
get (const Reader *reader, guint number, guint slot)
{
  return g_array_index (reader->counts, gint64, number * reader->n_slots + slot);
}

static void
add_slot (Reader *reader, double value, gboolean is_hidden)
{
  gint64 count = isnan (value) ? -1 : llround (value);

  g_array_append_val (reader->counts, count);
  g_array_append_val (reader->is_hidden, is_hidden);
}

static guint
count_numbers (const Reader *reader)
{
  return reader->counts->len / reader->n_slots;
}

/* A sum of cells, if they are all there and do add up. */
static void
add_line (Reader *reader, const guint *cells, guint n, guint whole)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 sum = 0;
  guint i;

  for (i = 0; i < n; i++)
    {
      sum += g_array_index (reader->counts, gint64, cells[i]);
      if (g_array_index (reader->counts, gint64, cells[i]) >= 0)
        g_array_append_val (line, cells[i]);
    }
  g_array_append_val (line, whole);
  if (line->len == n + 1 && n > 0 && sum == g_array_index (reader->counts, gint64, whole))
    g_ptr_array_add (reader->lines, line);
  else
    g_array_unref (line);
}

static guint
count_seen (const Reader *reader, guint number)
{
  guint n = 0, slot;

  for (slot = 0; slot < reader->n_slots; slot++)
    n += get (reader, number, slot) > 0;
  return n;
}

/* Whether @a, with @b unless that is NOTHING, is @whole wherever all are known. */
static gboolean
is_sum (const Reader *reader, guint a, guint b, guint whole)
{
  guint n = 0, slot;

  for (slot = 0; slot < reader->n_slots; slot++)
    {
      gint64 left = get (reader, a, slot), right = b != NOTHING ? get (reader, b, slot) : 0;
      gint64 total = get (reader, whole, slot);

      if (left < 0 || right < 0 || total < 0)
        continue;
      if (left + right != total)
        return FALSE;
      n++;
    }
  return n >= FEWEST_SEEN;
}

static void
add_sum (Reader *reader, guint a, guint b, guint whole)
{
  guint slot;

  for (slot = 0; slot < reader->n_slots; slot++)
    {
      const guint cells[] = { a * reader->n_slots + slot, b != NOTHING ? b * reader->n_slots + slot : 0 };

      add_line (reader, cells, b != NOTHING ? 2 : 1, whole * reader->n_slots + slot);
    }
}

/* Measures that are one, and pairs of measures that make up a third. */
static void
find_sums (Reader *reader)
{
  g_autoptr(GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i, j, k;

  for (i = 0; i < count_numbers (reader); i++)
    if (count_seen (reader, i) >= FEWEST_SEEN)
      g_array_append_val (seen, i);
  for (i = 0; i < seen->len; i++)
    for (j = i; j < seen->len; j++)
      for (k = 0; k < seen->len; k++)
        {
          guint a = g_array_index (seen, guint, i), b = g_array_index (seen, guint, j), whole = g_array_index (seen, guint, k);

          if (j > i && whole != a && whole != b && is_sum (reader, a, b, whole))
            add_sum (reader, a, b, whole);
          if (j == i && whole > a && is_sum (reader, a, NOTHING, whole))
            add_sum (reader, a, NOTHING, whole);
        }
}

static gboolean
narrow (Reader *reader, guint cell, gint64 least, gint64 most)
{
  gint64 *low = &g_array_index (reader->least, gint64, cell), *high = &g_array_index (reader->most, gint64, cell);
  gboolean is_narrower = least > *low || most < *high;

  *low = MAX (*low, least);
  *high = MIN (*high, most);
  return is_narrower;
}

static gboolean
narrow_line (Reader *reader, const GArray *line)
{
  guint whole = g_array_index (line, guint, line->len - 1), i;
  gint64 least = 0, most = 0;
  gboolean is_narrower = FALSE;

  for (i = 0; i + 1 < line->len; i++)
    {
      least += g_array_index (reader->least, gint64, g_array_index (line, guint, i));
      most += g_array_index (reader->most, gint64, g_array_index (line, guint, i));
    }
  for (i = 0; i + 1 < line->len; i++)
    {
      guint cell = g_array_index (line, guint, i);
      gint64 own_least = g_array_index (reader->least, gint64, cell), own_most = g_array_index (reader->most, gint64, cell);

      is_narrower |= narrow (reader, cell, g_array_index (reader->least, gint64, whole) - (most - own_most),
                             g_array_index (reader->most, gint64, whole) - (least - own_least));
    }
  return narrow (reader, whole, least, most) || is_narrower;
}

/* How many small numbers that are hidden can be worked out; with @only_small, were they alone hidden. */
static guint
count_undone (Reader *reader, gboolean only_small)
{
  gboolean is_narrower = TRUE;
  guint n = 0, round, i;

  g_array_set_size (reader->least, reader->counts->len);
  g_array_set_size (reader->most, reader->counts->len);
  for (i = 0; i < reader->counts->len; i++)
    {
      gint64 count = g_array_index (reader->counts, gint64, i);
      gboolean is_hidden = only_small ? caseness_suppress_is_small (count) : g_array_index (reader->is_hidden, gboolean, i);

      g_array_index (reader->least, gint64, i) = is_hidden ? 0 : count;
      g_array_index (reader->most, gint64, i) = is_hidden ? UNKNOWN : count;
    }
  for (round = 0; is_narrower && round < MOST_ROUNDS; round++)
    for (i = 0, is_narrower = FALSE; i < reader->lines->len; i++)
      is_narrower |= narrow_line (reader, g_ptr_array_index (reader->lines, i));
  for (i = 0; i < reader->counts->len; i++)
    n += g_array_index (reader->counts, gint64, i) >= 0 && caseness_suppress_is_small (g_array_index (reader->counts, gint64, i))
         && g_array_index (reader->least, gint64, i) == g_array_index (reader->most, gint64, i);
  return n;
}

/* Small numbers are hidden, and some are told. */
static void
check_small (const Reader *reader)
{
  guint n_told = 0, i;

  for (i = 0; i < reader->counts->len; i++)
    {
      gint64 count = g_array_index (reader->counts, gint64, i);

      g_assert_true (count < 0 || !caseness_suppress_is_small (count) || g_array_index (reader->is_hidden, gboolean, i));
      n_told += count >= 0 && !g_array_index (reader->is_hidden, gboolean, i);
    }
  g_assert_cmpuint (n_told, >, reader->counts->len / 20);
}

static double
get_part (const CasenessFigure *figure, gboolean is_numerator, const CasenessMeasure *measure)
{
  if (is_numerator)
    return measure->statistic == CASENESS_STATISTIC_PERCENTAGE || measure->statistic == CASENESS_STATISTIC_COUNT
             ? figure->numerator
             : NAN;
  return figure->denominator;
}

/* The slots of a review: months, quarters, the period, the year to date. */
static void
read_row (Reader *reader, const CasenessContractRow *row, const CasenessContract *contract, gboolean is_numerator)
{
  const CasenessMeasure *measure = row->row.standard.measure;
  const CasenessSeries *series = row->row.series;
  guint i;

  for (i = 0; i < series->n_points; i++)
    add_slot (reader, row->has_chart ? get_part (&series->figures[i], is_numerator, measure) : NAN,
              isnan (series->figures[i].value));
  for (i = 0; i < contract->quarters->len; i++)
    add_slot (reader, get_part (&row->quarters[i].figure, is_numerator, measure), row->quarters[i].is_hidden);
  add_slot (reader, get_part (&row->period.figure, is_numerator, measure), row->period.is_hidden);
  add_slot (reader, get_part (&row->year.figure, is_numerator, measure), row->year.is_hidden);
}

static void
add_span (Reader *reader, guint number, guint first, guint n, guint whole)
{
  g_autofree guint *cells = g_new (guint, n);
  guint i;

  for (i = 0; i < n; i++)
    cells[i] = number * reader->n_slots + first + i;
  add_line (reader, cells, n, number * reader->n_slots + whole);
}

/* The period is the last quarter of a financial year, so that four quarters make the year. */
static void
test_review (Fixture *fixture, gconstpointer data)
{
  const CasenessPeriod period = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 3, 31) };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessContract) contract
    = caseness_contract_new (fixture->snapshot, &period, NULL, NULL, NULL, &error);
  g_autoptr(CasenessContract) told = NULL;
  const CasenessContractRow *row;
  g_auto(Reader) reader;
  guint n_months, n_quarters, i, k;

  g_assert_no_error (error);
  told = caseness_contract_dup_told (contract);
  row = g_ptr_array_index (told->rows, 0);
  n_months = row->row.series->n_points;
  n_quarters = told->quarters->len;
  g_assert_cmpuint (n_quarters, ==, CASENESS_CONTRACT_QUARTERS);
  reader_init (&reader, n_months + n_quarters + 2);
  for (i = 0; i < told->rows->len; i++)
    for (k = 0; k < 2; k++)
      read_row (&reader, g_ptr_array_index (told->rows, i), told, k == 0);
  for (i = 0; i < count_numbers (&reader); i++)
    {
      for (k = 0; k < n_quarters; k++)
        add_span (&reader, i, k * 3, 3, n_months + k);
      add_span (&reader, i, n_months + n_quarters - 4, 4, n_months + n_quarters + 1);
      add_span (&reader, i, n_months + n_quarters - 1, 1, n_months + n_quarters);
    }
  find_sums (&reader);
  check_small (&reader);
  g_assert_cmpuint (count_undone (&reader, TRUE), >, 0);
  g_assert_cmpuint (count_undone (&reader, FALSE), ==, 0);
}

/* The slots of a breakdown: everybody, then the groups of each variable. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "M076", "M192", "M195", "M186", "M1010", "L004", "L005", "L006", "M126" };
  static const char *const names[] = { "Locality", "Team", "Problem Descriptor", "Referral Route", "Step", "Modality" };
  const CasenessMeasure *measures[G_N_ELEMENTS (ids)];
  const CasenessVariable *variables[G_N_ELEMENTS (names)];
  CasenessBreakdownQuestion question = {
    .period = { caseness_date_new (2024, 4, 1), caseness_date_new (2025, 3, 31) },
    .measures = measures,
    .n_measures = G_N_ELEMENTS (ids),
    .variables = variables,
    .n_variables = G_N_ELEMENTS (names),
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessBreakdown) breakdown = NULL;
  g_auto(Reader) reader;
  guint n_slots = 1, number, measure, variable, group;

  for (measure = 0; measure < G_N_ELEMENTS (ids); measure++)
    measures[measure] = caseness_measure_find (ids[measure]);
  for (variable = 0; variable < G_N_ELEMENTS (names); variable++)
    variables[variable] = caseness_variable_find (names[variable]);
  breakdown = caseness_breakdown_new (fixture->snapshot, &question, NULL, &error);
  g_assert_no_error (error);
  for (variable = 0; variable < question.n_variables; variable++)
    n_slots += caseness_breakdown_get_n_groups (breakdown, variable);
  reader_init (&reader, n_slots);
  for (number = 0; number < 2 * G_N_ELEMENTS (ids); number++)
    {
      CasenessFigure total = caseness_breakdown_get_total (breakdown, number / 2);

      measure = number / 2;
      add_slot (&reader, get_part (&total, number % 2 == 0, measures[measure]), caseness_breakdown_hides_total (breakdown, measure));
      for (variable = 0; variable < question.n_variables; variable++)
        for (group = 0; group < caseness_breakdown_get_n_groups (breakdown, variable); group++)
          {
            CasenessFigure figure = caseness_breakdown_get (breakdown, variable, group, measure);

            add_slot (&reader, get_part (&figure, number % 2 == 0, measures[measure]),
                      caseness_breakdown_is_hidden (breakdown, variable, group, measure));
          }
    }
  for (number = 0; number < count_numbers (&reader); number++)
    {
      guint first = 1;

      for (variable = 0; variable < question.n_variables; variable++)
        {
          guint n = caseness_breakdown_get_n_groups (breakdown, variable);

          add_span (&reader, number, first, n, 0);
          first += n;
        }
    }
  check_small (&reader);
  g_assert_cmpuint (count_undone (&reader, TRUE), >, 0);
  g_assert_cmpuint (count_undone (&reader, FALSE), ==, 0);
}

int
main (int argc, char **argv)
{
  guint seed;

  g_test_init (&argc, &argv, NULL);
  for (seed = 1; seed <= 3; seed++)
    {
      g_autofree char *review = g_strdup_printf ("/measures/told-figures/review/%u", seed);
      g_autofree char *groups = g_strdup_printf ("/measures/told-figures/groups/%u", seed);

      g_test_add (review, Fixture, GUINT_TO_POINTER (seed), set_up, test_review, tear_down);
      g_test_add (groups, Fixture, GUINT_TO_POINTER (seed), set_up, test_groups, tear_down);
    }
  return g_test_run ();
}
