/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-told.h"
#include "caseness-suppression.h"
#include "fixture.h"

#include <string.h>

#define N_SERVICES 60
#define FEWEST 5
#define MOST_COURSES 60

static const char *const sick = "+PHQ9:15+GAD:10", *const well = "+PHQ9:5+GAD:3", *const mild = "+PHQ9:4+GAD:3";

static void
add_courses (GString *script, guint n, const char *team, const char *problem, const char *therapy, const char *first,
             const char *last)
{
  gsize start = script->len;
  guint i;

  for (i = 0; i < n; i++)
    g_string_append_printf (script,
                            "R X%zu-%u 2025-01-01 2025-03-01;Q East %s -;P 01 %s 1;"
                            "C X%zu-%ua 2025-01-10 03 5 A/S1/%s%s;C X%zu-%ub 2025-02-10 03 5 B/S1/%s%s;",
                            start, i, team, problem, start, i, therapy, first, start, i, therapy, last);
}

static CasenessRecoveryStudy *
study_new (const char *script, const char *by, const char *and)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
  const CasenessRecoveryQuestion question = {
    .snapshot = snapshot,
    .period = { caseness_date_new (2025, 3, 1), caseness_date_new (2025, 3, 31) },
    .variables = { caseness_variable_find (by), and != NULL ? caseness_variable_find (and) : NULL },
  };
  g_autoptr(GError) error = NULL;
  CasenessRecoveryStudy *study = caseness_recovery_study_new (&question, NULL, &error);

  g_assert_no_error (error);
  return study;
}

/* Somebody who has the pack: numbers known to the last one, since shares give them away, and what they add up to. */
typedef struct
{
  GArray *counts;   /* gint64 */
  GArray *is_known; /* gboolean */
  GPtrArray *sums;  /* GArray of guint: the last is the total of the others */
} Reader;

static void
reader_init (Reader *reader)
{
  reader->counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  reader->is_known = g_array_new (FALSE, FALSE, sizeof (gboolean));
  reader->sums = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

static void
reader_clear (Reader *reader)
{
  g_array_unref (reader->counts);
  g_array_unref (reader->is_known);
  g_ptr_array_unref (reader->sums);
}

static guint
add_number (Reader *reader, gint64 count, gboolean is_told)
{
  g_array_append_val (reader->counts, count);
  g_array_append_val (reader->is_known, is_told);
  return reader->counts->len - 1;
}

static GArray *
add_sum (Reader *reader)
{
  GArray *sum = g_array_new (FALSE, FALSE, sizeof (guint));

  g_ptr_array_add (reader->sums, sum);
  return sum;
}

static void
add_parts (Reader *reader, guint a, guint b, guint total)
{
  GArray *sum = add_sum (reader);

  g_array_append_val (sum, a);
  g_array_append_val (sum, b);
  g_array_append_val (sum, total);
}

/* Works out the one number that a sum lacks. */
static gboolean
subtract (Reader *reader, const GArray *sum)
{
  guint lacking = 0, n = 0, i;

  for (i = 0; i < sum->len; i++)
    if (!g_array_index (reader->is_known, gboolean, g_array_index (sum, guint, i)))
      {
        lacking = g_array_index (sum, guint, i);
        n++;
      }
  if (n != 1)
    return FALSE;
  g_array_index (reader->is_known, gboolean, lacking) = TRUE;
  return TRUE;
}

/* Subtracts until nothing more comes of it, and then knows no number under five. */
static void
check (Reader *reader, guint service)
{
  gboolean goes_on = TRUE;
  guint i;

  while (goes_on)
    for (goes_on = FALSE, i = 0; i < reader->sums->len; i++)
      goes_on |= subtract (reader, g_ptr_array_index (reader->sums, i));
  g_test_message ("service %u", service);
  for (i = 0; i < reader->counts->len; i++)
    if (g_array_index (reader->is_known, gboolean, i))
      g_assert_cmpint (g_array_index (reader->counts, gint64, i), >=, FEWEST);
}

/* All, recovered, not recovered. */
typedef struct
{
  guint numbers[3];
} Cell;

static Cell
add_cell (Reader *reader, const CasenessRecovery *recovery, gboolean has_size, gboolean has_rate)
{
  guint n = recovery != NULL ? caseness_recovery_get_denominator (recovery) : 0;
  guint recovered = recovery != NULL ? recovery->recovered : 0;
  Cell cell = { { add_number (reader, n, has_size), add_number (reader, recovered, has_rate),
                  add_number (reader, n - recovered, has_rate) } };

  add_parts (reader, cell.numbers[1], cell.numbers[2], cell.numbers[0]);
  return cell;
}

static Cell
read_figures (Reader *reader, const CasenessRecoveryTold *told, const CasenessRecovery *all)
{
  static const guint of_courses[] = { CASENESS_RECOVERY_FIGURE_IMPROVEMENT, CASENESS_RECOVERY_FIGURE_NO_CHANGE,
                                      CASENESS_RECOVERY_FIGURE_DETERIORATION, CASENESS_RECOVERY_FIGURE_NO_OUTCOME };
  const guint counts[] = { all->improved, all->no_change, all->deteriorated, all->no_outcome };
  gboolean has_rate = caseness_recovery_told_has_figure (told, CASENESS_RECOVERY_FIGURE_RECOVERY);
  Cell cell
    = add_cell (reader, all, caseness_recovery_told_has_base (told, CASENESS_RECOVERY_FIGURE_RECOVERY), has_rate);
  guint courses
    = add_number (reader, all->courses, caseness_recovery_told_has_base (told, CASENESS_RECOVERY_FIGURE_NO_CHANGE));
  guint reliably = add_number (reader, all->reliably_recovered,
                               caseness_recovery_told_has_figure (told, CASENESS_RECOVERY_FIGURE_RELIABLE_RECOVERY));
  guint only = add_number (reader, all->recovered - all->reliably_recovered, FALSE);
  GArray *sum = add_sum (reader);
  guint first = 0, i;

  for (i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      guint number = add_number (reader, counts[i], caseness_recovery_told_has_figure (told, of_courses[i]));

      first = i == 0 ? number : first;
      g_array_append_val (sum, number);
    }
  g_array_append_val (sum, courses);
  add_parts (reader, reliably, only, cell.numbers[1]);
  add_parts (reader, reliably, add_number (reader, all->improved - all->reliably_recovered, FALSE), first);
  add_parts (reader, cell.numbers[0], add_number (reader, all->not_at_caseness, FALSE), courses);
  return cell;
}

static void
read_groups (Reader *reader, const CasenessRecoveryTold *told, const CasenessRecoveryComparison *comparison,
             const Cell *total)
{
  GArray *sums[] = { add_sum (reader), add_sum (reader), add_sum (reader) };
  guint i, k;

  for (i = 0; i < comparison->rows->len; i++)
    {
      Cell cell = add_cell (reader, g_ptr_array_index (comparison->rows, i), caseness_recovery_told_has_size (told, i),
                            caseness_recovery_told_has_rate (told, i));

      for (k = 0; k < G_N_ELEMENTS (sums); k++)
        g_array_append_val (sums[k], cell.numbers[k]);
    }
  for (k = 0; k < G_N_ELEMENTS (sums); k++)
    g_array_append_val (sums[k], total->numbers[k]);
}

static const CasenessRecovery *
get_cell (const CasenessRecoveryPairs *pairs, guint row, guint column)
{
  guint n_rows = pairs->by_problem->rows->len, n_columns = pairs->by_therapy->rows->len;

  if (row < n_rows && column < n_columns)
    return caseness_recovery_pairs_get (pairs, row, column)->recovery;
  return row < n_rows ? g_ptr_array_index (pairs->by_problem->rows, row)
                      : g_ptr_array_index (pairs->by_therapy->rows, column);
}

static void
read_pairs (Reader *reader, const CasenessRecoveryTold *told, const CasenessRecoveryPairs *pairs, const Cell *total)
{
  guint n_rows = pairs->by_problem->rows->len, n_columns = pairs->by_therapy->rows->len, row, column, k;
  g_autofree Cell *cells = g_new0 (Cell, (n_rows + 1) * (n_columns + 1));

  for (row = 0; row <= n_rows; row++)
    for (column = 0; column <= n_columns; column++)
      cells[row * (n_columns + 1) + column]
        = row == n_rows && column == n_columns
            ? *total
            : add_cell (reader, get_cell (pairs, row, column),
                        caseness_recovery_told_has_pair_size (told, row, column),
                        caseness_recovery_told_has_pair_rate (told, row, column));
  for (k = 0; k < G_N_ELEMENTS (cells->numbers); k++)
    {
      for (row = 0; row <= n_rows; row++)
        {
          GArray *sum = add_sum (reader);

          for (column = 0; column <= n_columns; column++)
            g_array_append_val (sum, cells[row * (n_columns + 1) + column].numbers[k]);
        }
      for (column = 0; column <= n_columns; column++)
        {
          GArray *sum = add_sum (reader);

          for (row = 0; row <= n_rows; row++)
            g_array_append_val (sum, cells[row * (n_columns + 1) + column].numbers[k]);
        }
    }
}

static guint
find_group (const GPtrArray *rows, const char *group)
{
  guint i;

  for (i = 0; i < rows->len; i++)
    if (strcmp (((const CasenessRecovery *) g_ptr_array_index (rows, i))->group, group) == 0)
      return i;
  g_error ("There is no group %s", group);
}

/* Groups that are the rows or columns of the pairs have the same numbers there. */
static void
read_pairs_again (Reader *reader, const CasenessRecoveryTold *told, const CasenessRecoveryStudy *study)
{
  guint i;

  for (i = 0; i < study->comparison->rows->len; i++)
    {
      gboolean is_problem
        = strcmp (caseness_variable_get_name (g_ptr_array_index (study->variables, 0)), "Problem Descriptor") == 0;
      const char *group = ((const CasenessRecovery *) g_ptr_array_index (study->comparison->rows, i))->group;
      guint n_problems = study->pairs->by_problem->rows->len, n_therapies = study->pairs->by_therapy->rows->len;
      guint row = is_problem ? find_group (study->pairs->by_problem->rows, group) : n_problems;
      guint column = is_problem ? n_therapies : find_group (study->pairs->by_therapy->rows, group);

      g_assert_cmpint (caseness_recovery_told_has_rate (told, i), ==,
                       caseness_recovery_told_has_pair_rate (told, row, column));
      g_assert_cmpint (caseness_recovery_told_has_size (told, i), ==,
                       caseness_recovery_told_has_pair_size (told, row, column));
    }
}

static char *
make_service (GRand *rand)
{
  static const char *const teams[] = { "North", "South", "West" }, *const problems[] = { "F322", "F411", "F431" };
  static const char *const therapies[] = { "CBT", "GSH-Book" };
  const char *lasts[] = { well, sick, "+PHQ9:25+GAD:20", "", "+PHQ9:9+GAD:7" };
  g_autoptr(GString) script = g_string_new (NULL);
  guint i, most = (guint) g_rand_int_range (rand, 4, MOST_COURSES), scarcity = (guint) g_rand_int_range (rand, 1, 4);

  for (i = 0; i < 24; i++)
    add_courses (script, (guint) g_rand_int_range (rand, 0, (gint32) most) / scarcity,
                 teams[g_rand_int_range (rand, 0, 3)], problems[g_rand_int_range (rand, 0, 3)],
                 therapies[g_rand_int_range (rand, 0, 2)], g_rand_int_range (rand, 0, 8) == 0 ? mild : sick,
                 lasts[g_rand_int_range (rand, 0, 5)]);
  add_courses (script, 1, "North", "F322", "CBT", sick, well);
  return g_string_free (g_steal_pointer (&script), FALSE);
}

/* Nothing under five can be worked out by subtraction from all that a pack tells, whatever the groups are. */
static void
test_subtraction (void)
{
  static const char *const variables[][2] = { { "Team", NULL },     { "Problem Descriptor", NULL },
                                              { "Modality", NULL }, { "Team", "Problem Descriptor" } };
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  guint i, n_told = 0;

  for (i = 0; i < N_SERVICES; i++)
    {
      const char *const *by = variables[i % G_N_ELEMENTS (variables)];
      g_autofree char *script = make_service (rand);
      g_autoptr(CasenessRecoveryStudy) study = study_new (script, by[0], by[1]);
      g_autoptr(CasenessRecoveryTold) told = caseness_recovery_told_new (study);
      Reader reader;
      Cell total;

      reader_init (&reader);
      total = read_figures (&reader, told, caseness_recovery_comparison_get_everybody (study->comparison));
      read_groups (&reader, told, study->comparison, &total);
      g_assert_false (by[1] != NULL && caseness_recovery_told_has_pairs (told));
      if (caseness_recovery_told_has_pairs (told))
        read_pairs (&reader, told, study->pairs, &total);
      if (i % G_N_ELEMENTS (variables) == 1 || i % G_N_ELEMENTS (variables) == 2)
        read_pairs_again (&reader, told, study);
      n_told += caseness_recovery_told_has_rate (told, 0);
      check (&reader, i);
      reader_clear (&reader);
    }
  g_assert_cmpuint (n_told, >, N_SERVICES / 10); /* hiding everything is no answer */
}

/* A `*` stands for what may not be told in the tables that leave a meeting too; what is left is rounded. */
static void
test_csv (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *script = make_service (rand);
  g_autoptr(CasenessRecoveryStudy) study = study_new (script, "Team", NULL);
  g_autoptr(CasenessRecoveryTold) told = caseness_recovery_told_new (study);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_auto(GStrv) lines = NULL;
  guint i, n_pairs = study->pairs->by_problem->rows->len * study->pairs->by_therapy->rows->len;

  caseness_recovery_told_write_csv (writer, study, told);
  caseness_recovery_told_write_pairs_csv (writer, study, told);
  lines = g_strsplit (caseness_csv_writer_peek (writer, NULL), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2 + study->comparison->rows->len + n_pairs + 1);
  for (i = 0; i < study->comparison->rows->len; i++)
    {
      const CasenessRecovery *row = g_ptr_array_index (study->comparison->rows, i);
      g_auto(GStrv) cells = g_strsplit (g_strchomp (lines[i + 1]), ",", -1);
      g_autofree char *n = caseness_suppress_count (caseness_recovery_get_denominator (row));
      g_autofree char *recovered = caseness_suppress_count (row->recovered);

      g_assert_cmpstr (cells[0], ==, row->group);
      g_assert_cmpstr (cells[1], ==, caseness_recovery_told_has_size (told, i) ? n : "*");
      g_assert_cmpstr (cells[2], ==, caseness_recovery_told_has_rate (told, i) ? recovered : "*");
      g_assert_cmpint (*cells[3] != '\0', ==, caseness_recovery_told_has_rate (told, i));
    }
  for (i = 0; i < n_pairs; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[2 + study->comparison->rows->len + i], ",", -1);

      g_assert_true (g_str_equal (cells[2], "*") || g_ascii_strtoll (cells[2], NULL, 10) >= FEWEST);
      g_assert_true (g_str_equal (cells[3], "*") || g_ascii_strtoll (cells[3], NULL, 10) % FEWEST == 0);
    }
}

/* Of two teams the smaller has four who recovered: with the total known the other's rate goes too, sizes stay. */
static void
test_groups (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessRecoveryStudy) study = NULL;
  g_autoptr(CasenessRecoveryTold) told = NULL;

  add_courses (script, 4, "North", "F322", "CBT", sick, well);
  add_courses (script, 8, "North", "F322", "CBT", sick, sick);
  add_courses (script, 20, "South", "F322", "CBT", sick, well);
  add_courses (script, 20, "South", "F322", "CBT", sick, sick);
  study = study_new (script->str, "Team", NULL);
  told = caseness_recovery_told_new (study);
  g_assert_true (caseness_recovery_told_has_figure (told, CASENESS_RECOVERY_FIGURE_RECOVERY));
  g_assert_true (caseness_recovery_told_has_size (told, 0));
  g_assert_false (caseness_recovery_told_has_rate (told, 0));
  g_assert_true (caseness_recovery_told_has_size (told, 1));
  g_assert_false (caseness_recovery_told_has_rate (told, 1));
}

/* Five who recovered and five who did not are told. */
static void
test_boundary (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessRecoveryStudy) study = NULL;
  g_autoptr(CasenessRecoveryTold) told = NULL;

  add_courses (script, 5, "North", "F322", "CBT", sick, well);
  add_courses (script, 5, "North", "F322", "CBT", sick, sick);
  add_courses (script, 5, "South", "F322", "CBT", sick, well);
  add_courses (script, 5, "South", "F322", "CBT", sick, sick);
  study = study_new (script->str, "Team", NULL);
  told = caseness_recovery_told_new (study);
  g_assert_true (caseness_recovery_told_has_rate (told, 0));
  g_assert_true (caseness_recovery_told_has_rate (told, 1));
  g_assert_true (caseness_recovery_told_has_pairs (told));
}

/* Four people not at caseness are what is left of all courses when those at caseness are taken away. */
static void
test_not_at_caseness (void)
{
  guint n;

  for (n = 4; n <= 5; n++)
    {
      g_autoptr(GString) script = g_string_new (NULL);
      g_autoptr(CasenessRecoveryStudy) study = NULL;
      g_autoptr(CasenessRecoveryTold) told = NULL;

      add_courses (script, 10, "North", "F322", "CBT", sick, well);
      add_courses (script, 10, "North", "F322", "CBT", sick, sick);
      add_courses (script, n, "North", "F322", "CBT", mild, mild);
      study = study_new (script->str, "Team", NULL);
      told = caseness_recovery_told_new (study);
      g_assert_true (caseness_recovery_told_has_base (told, CASENESS_RECOVERY_FIGURE_RECOVERY));
      g_assert_cmpint (caseness_recovery_told_has_base (told, CASENESS_RECOVERY_FIGURE_IMPROVEMENT), ==, n == 5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/recovery-told/subtraction", test_subtraction);
  g_test_add_func ("/measures/recovery-told/csv", test_csv);
  g_test_add_func ("/measures/recovery-told/groups", test_groups);
  g_test_add_func ("/measures/recovery-told/boundary", test_boundary);
  g_test_add_func ("/measures/recovery-told/not-at-caseness", test_not_at_caseness);
  return g_test_run ();
}
