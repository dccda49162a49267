/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-ptl-chart.h"
#include "caseness-ptl-place.h"
#include "caseness-ptl-row-object.h"
#include "caseness-ptl-words.h"
#include "fixture.h"

/* What the waiting page counts and says, without a window. */

#define AS_AT "2025-06-30"

static CasenessSnapshot *
make_service (void)
{
  return fixture_snapshot_new ("R R1 2025-06-01;Q North - Student;B B1 2025-07-02 01 CBT S1;"
                               "R R2 2025-05-01;Q South - -;W first-appointment 2025-05-02 - CBT;"
                               "R R3 2025-04-01;Q North - -;W first-appointment 2025-04-02 - EMDR - - - S2;"
                               "R R0 2025-06-01;R R4 2024-01-01;R R5 2025-06-01 2025-06-10;"
                               "R R6 2025-05-01;C C6 2025-05-10 01 5 A6/S1/-;W follow-up 2025-06-01 - CBT",
                               NULL);
}

static CasenessPtlAnswer *
answer_with (CasenessStage stage, CasenessPtlSplit split, CasenessPtlSplit only_split, const char *only_group)
{
  g_autoptr(CasenessSnapshot) snapshot = make_service ();
  g_autoptr(CasenessFilter) filter = caseness_filter_new ();
  CasenessPtlQuery query = { snapshot, filter, stage, caseness_date_parse (AS_AT), CASENESS_STANDARD_OF_STAGE,
                             split,    only_split, (char *) only_group };
  g_autoptr(GError) error = NULL;
  CasenessPtlAnswer *answer = caseness_ptl_answer_new (&query, NULL, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static CasenessPtlAnswer *
answer_by (CasenessPtlSplit split)
{
  return answer_with (CASENESS_STAGE_FIRST_APPOINTMENT, split, CASENESS_PTL_SPLIT_LOCALITY, NULL);
}

static char *
list_references (GPtrArray *people)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < people->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ((CasenessPtlPerson *) g_ptr_array_index (people, i))->service_request_id);
  return g_strdup (text->str);
}

static const struct
{
  CasenessPtlSplit split;
  int row;
  const char *column; /* a label of the list, or NULL for extra_column */
  int extra_column;   /* from the last week on; -1 for all */
  const char *people;
  const char *words;
} people_cases[] = {
  { CASENESS_PTL_SPLIT_THERAPY, 0, "2 to 3 weeks past", 0, "R2", "CBT, 2 to 3 weeks past breach" },
  { CASENESS_PTL_SPLIT_THERAPY, 0, NULL, -1, "R2 R1", "CBT, all waiting" },
  { CASENESS_PTL_SPLIT_THERAPY, 0, NULL, CASENESS_PTL_COLUMN_TOTAL, "R2 R1", "CBT, all waiting" },
  { CASENESS_PTL_SPLIT_THERAPY, 0, NULL, CASENESS_PTL_COLUMN_PAST, "R2", "CBT, past breach" },
  { CASENESS_PTL_SPLIT_THERAPY, 0, NULL, CASENESS_PTL_COLUMN_LONGEST, "R2 R1", "CBT, all waiting" },
  { CASENESS_PTL_SPLIT_THERAPY, 1, NULL, CASENESS_PTL_COLUMN_PAST, "R3", "EMDR, past breach" },
  { CASENESS_PTL_SPLIT_THERAPY, 2, NULL, -1, "R4 R0", "Not recorded, all waiting" },
  { CASENESS_PTL_SPLIT_THERAPY, 3, NULL, CASENESS_PTL_COLUMN_PAST, "R4 R3 R2", "All, past breach" },
  { CASENESS_PTL_SPLIT_THERAPY, 4, NULL, -1, "R4 R3 R2 R0", "No appointment date, all waiting" },
  { CASENESS_PTL_SPLIT_THERAPY, -1, "2 to 1 weeks before", 0, "R0 R1", "All, 2 to 1 weeks before breach" },
  { CASENESS_PTL_SPLIT_THERAPY, -1, "more than 26 weeks past", 0, "R4", "All, more than 26 weeks past breach" },
  { CASENESS_PTL_SPLIT_APPOINTMENT, 0, NULL, -1, "R1", "Agreed date, all waiting" },
  { CASENESS_PTL_SPLIT_LOCALITY, 0, NULL, -1, "R3 R1", "North, all waiting" },
  { CASENESS_PTL_SPLIT_PRIORITY, 0, NULL, -1, "R1", "Student, all waiting" },
};

static int
find_column (const CasenessPtl *ptl, const char *label)
{
  guint n_columns, i;
  const CasenessPtlColumn *columns = caseness_ptl_get_columns (ptl, &n_columns);

  for (i = 0; i < n_columns; i++)
    if (g_str_equal (columns[i].label, label))
      return (int) i;
  g_error ("no column %s", label);
}

static int
get_case_column (gsize i, const CasenessPtl *ptl)
{
  guint n_columns;

  caseness_ptl_get_columns (ptl, &n_columns);
  if (people_cases[i].column != NULL)
    return find_column (ptl, people_cases[i].column);
  return people_cases[i].extra_column < 0 ? -1 : (int) n_columns + people_cases[i].extra_column;
}

static void
test_people (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (people_cases); i++)
    {
      g_autoptr(CasenessPtlAnswer) answer = answer_by (people_cases[i].split);
      int column = get_case_column (i, answer->ptl);
      g_autoptr(GPtrArray) people = caseness_ptl_answer_list_people (answer, people_cases[i].row, column);
      g_autofree char *references = list_references (people);
      g_autofree char *words = caseness_ptl_words_people (answer, people_cases[i].row, column, FALSE);

      g_assert_cmpstr (references, ==, people_cases[i].people);
      g_assert_cmpstr (words, ==, people_cases[i].words);
    }
}

/* A place is found again by its words, whatever row it now stands in. */
static void
test_place (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (people_cases); i++)
    {
      g_autoptr(CasenessPtlAnswer) answer = answer_by (people_cases[i].split);
      int column = get_case_column (i, answer->ptl);
      g_autoptr(CasenessPtlPlace) place = caseness_ptl_place_new (answer, people_cases[i].row, column);
      int found_row, found_column;

      g_assert_true (caseness_ptl_place_find (place, answer, &found_row, &found_column));
      g_assert_cmpint (found_row, ==, people_cases[i].row);
      g_assert_cmpint (found_column, ==, column);
    }
}

static void
test_place_elsewhere (void)
{
  g_autoptr(CasenessPtlAnswer) by_therapy = answer_by (CASENESS_PTL_SPLIT_THERAPY);
  g_autoptr(CasenessPtlAnswer) by_locality = answer_by (CASENESS_PTL_SPLIT_LOCALITY);
  g_autoptr(CasenessPtlAnswer) north = answer_with (CASENESS_STAGE_FIRST_APPOINTMENT, CASENESS_PTL_SPLIT_THERAPY,
                                                    CASENESS_PTL_SPLIT_LOCALITY, "North");
  g_autoptr(CasenessPtlPlace) emdr = caseness_ptl_place_new (by_therapy, 1, -1);
  g_autoptr(CasenessPtlPlace) unknown = caseness_ptl_place_new (by_therapy, 2, -1);
  g_autoptr(CasenessPtlPlace) all = caseness_ptl_place_new (by_therapy, 3, -1);
  int row, column;

  g_assert_false (caseness_ptl_place_find (emdr, by_locality, &row, &column));
  /* "Not recorded" is a row of both, and not the same one. */
  g_assert_false (caseness_ptl_place_find (unknown, by_locality, &row, &column));
  g_assert_true (caseness_ptl_place_find (all, by_locality, &row, &column));
  g_assert_cmpint (row, ==, (int) by_locality->grid->rows->len);
  g_assert_true (caseness_ptl_place_find (emdr, north, &row, &column));
}

static const struct
{
  CasenessStage stage;
  CasenessPtlSplit split;
  gboolean hides_names;
  const char *title;
} title_cases[] = {
  /* CBT and EMDR have one each: neither stands out. */
  { CASENESS_STAGE_FIRST_APPOINTMENT, CASENESS_PTL_SPLIT_THERAPY, FALSE, "3 of 5 people are past their breach date" },
  { CASENESS_STAGE_FIRST_APPOINTMENT, CASENESS_PTL_SPLIT_APPOINTMENT, FALSE,
    "3 of 5 people are past their breach date; 3 of the 3 have no appointment date" },
  { CASENESS_STAGE_FIRST_APPOINTMENT, CASENESS_PTL_SPLIT_CLINICIAN, FALSE,
    "3 of 5 people are past their breach date; 1 of the 3 is allocated to S2" },
  { CASENESS_STAGE_FIRST_APPOINTMENT, CASENESS_PTL_SPLIT_CLINICIAN, TRUE,
    "3 of 5 people are past their breach date; 1 of the 3 is allocated to Clinician 1" },
  { CASENESS_STAGE_FIRST_APPOINTMENT, CASENESS_PTL_SPLIT_PRIORITY, FALSE, "3 of 5 people are past their breach date" },
  { CASENESS_STAGE_FIRST_TREATMENT, CASENESS_PTL_SPLIT_THERAPY, FALSE, "1 of 1 people is past the breach date" },
  { CASENESS_STAGE_FOLLOW_UP, CASENESS_PTL_SPLIT_THERAPY, FALSE, "1 person waits, the longest for 29 days" },
  { CASENESS_STAGE_SECOND_TREATMENT, CASENESS_PTL_SPLIT_THERAPY, FALSE, "Nobody waits" },
};

static void
test_titles (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (title_cases); i++)
    {
      g_autoptr(CasenessPtlAnswer) answer
          = answer_with (title_cases[i].stage, title_cases[i].split, CASENESS_PTL_SPLIT_LOCALITY, NULL);
      g_autofree char *title = caseness_ptl_words_title (answer, title_cases[i].hides_names);

      g_assert_cmpstr (title, ==, title_cases[i].title);
    }
}

/* One therapy by locality: Appendix E's third grid. */
static void
test_only (void)
{
  g_autoptr(CasenessPtlAnswer) answer
      = answer_with (CASENESS_STAGE_FIRST_APPOINTMENT, CASENESS_PTL_SPLIT_LOCALITY, CASENESS_PTL_SPLIT_THERAPY, "CBT");
  g_autoptr(GPtrArray) people = caseness_ptl_answer_list_people (answer, -1, -1);
  g_autofree char *references = list_references (people);
  g_autofree char *subtitle = caseness_ptl_words_subtitle (answer, FALSE);
  g_autofree char *groups = g_strjoinv ("|", answer->only_groups);

  g_assert_cmpuint (answer->grid->total->total, ==, 2);
  g_assert_cmpstr (references, ==, "R2 R1");
  g_assert_cmpstr (groups, ==, "CBT|EMDR|Not recorded");
  g_assert_true (g_str_has_suffix (subtitle, " Only CBT: 2."));
}

/* What leaves the page counts the same people. */
static void
test_narrow (void)
{
  g_autoptr(CasenessPtlAnswer) answer
      = answer_with (CASENESS_STAGE_FIRST_APPOINTMENT, CASENESS_PTL_SPLIT_LOCALITY, CASENESS_PTL_SPLIT_THERAPY, "CBT");
  g_autoptr(CasenessFilter) filter = caseness_ptl_query_narrow (answer->query);
  g_autoptr(CasenessPtlAnswer) everybody = answer_by (CASENESS_PTL_SPLIT_THERAPY);
  g_autoptr(CasenessFilter) same = caseness_ptl_query_narrow (everybody->query);
  g_autofree char *words = caseness_filter_describe (filter);
  const CasenessPtlQuery *query = answer->query;
  g_autoptr(CasenessPtl) ptl
      = caseness_ptl_new (query->snapshot, query->stage, query->as_at, query->standard_days, filter);
  guint n_people;

  caseness_ptl_get_people (ptl, &n_people);
  g_assert_cmpuint (n_people, ==, answer->grid->total->total);
  g_assert_cmpstr (words, ==, "Therapy: CBT");
  g_assert_true (caseness_filter_is_empty (same));
}

static void
test_counts (void)
{
  g_autoptr(CasenessPtlAnswer) answer = answer_by (CASENESS_PTL_SPLIT_THERAPY);

  /* R6 waits for two things and is in both queues. */
  g_assert_cmpuint (answer->n_waiting[CASENESS_STAGE_FIRST_APPOINTMENT], ==, answer->grid->total->total);
  g_assert_cmpuint (answer->n_waiting[CASENESS_STAGE_FIRST_TREATMENT], ==, 1);
  g_assert_cmpuint (answer->n_waiting[CASENESS_STAGE_FOLLOW_UP], ==, 1);
  g_assert_cmpuint (answer->n_waiting[CASENESS_STAGE_SECOND_TREATMENT], ==, 0);
  g_assert_true (g_strv_contains ((const char *const *) answer->groups[CASENESS_DIMENSION_LOCALITY], "North"));
}

/* A like question takes over what still holds. */
static void
test_reuse (void)
{
  g_autoptr(CasenessPtlAnswer) first = answer_by (CASENESS_PTL_SPLIT_THERAPY);
  g_autoptr(CasenessPtlQuery) query = caseness_ptl_query_copy (first->query);
  g_autoptr(CasenessPtlAnswer) again = NULL;
  g_autoptr(CasenessPtlAnswer) other = NULL;

  query->split = CASENESS_PTL_SPLIT_LOCALITY;
  again = caseness_ptl_answer_new (query, first, NULL, NULL);
  g_assert_true (again->ptl == first->ptl);
  g_assert_cmpuint (again->grid->split, ==, CASENESS_PTL_SPLIT_LOCALITY);
  query->standard_days = 14;
  other = caseness_ptl_answer_new (query, again, NULL, NULL);
  g_assert_true (other->ptl != first->ptl);
  g_assert_cmpint (caseness_ptl_get_standard (other->ptl), ==, 14);
}

static void
test_cancelled (void)
{
  g_autoptr(CasenessPtlAnswer) first = answer_by (CASENESS_PTL_SPLIT_THERAPY);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (caseness_ptl_answer_new (first->query, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* By whom, in which order; R4 R3 R2 R0 R1 is waiting order. */
static const struct
{
  CasenessPtlField field;
  gboolean hides_names;
  const char *order;
} sort_cases[] = {
  { CASENESS_PTL_FIELD_REFERENCE, FALSE, "R0 R1 R2 R3 R4" },
  { CASENESS_PTL_FIELD_REFERENCE, TRUE, "R4 R3 R2 R0 R1" },
  { CASENESS_PTL_FIELD_CLOCK_START, FALSE, "R4 R3 R2 R0 R1" },
  { CASENESS_PTL_FIELD_WAIT, FALSE, "R0 R1 R2 R3 R4" },
  { CASENESS_PTL_FIELD_BOOKED, FALSE, "R1 R4 R3 R2 R0" },
  { CASENESS_PTL_FIELD_WAITING_FOR, FALSE, "R2 R1 R3 R4 R0" },
  { CASENESS_PTL_FIELD_LOCALITY, FALSE, "R3 R1 R4 R0 R2" },
};

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer field)
{
  return caseness_ptl_row_object_compare (*(CasenessPtlRowObject *const *) a, *(CasenessPtlRowObject *const *) b,
                                          GPOINTER_TO_UINT (field));
}

static void
test_sorting (void)
{
  g_autoptr(CasenessPtlAnswer) answer = answer_by (CASENESS_PTL_SPLIT_THERAPY);
  g_autoptr(GPtrArray) people = caseness_ptl_answer_list_people (answer, -1, -1);
  gsize i;
  guint k;

  for (i = 0; i < G_N_ELEMENTS (sort_cases); i++)
    {
      g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
      g_autofree char *order = NULL;

      for (k = 0; k < people->len; k++)
        g_ptr_array_add (rows, caseness_ptl_row_object_new (answer, g_ptr_array_index (people, k),
                                                            sort_cases[i].hides_names));
      g_ptr_array_sort_with_data (rows, compare_rows, GUINT_TO_POINTER (sort_cases[i].field));
      for (k = 0; k < rows->len; k++)
        g_ptr_array_add (sorted, (gpointer) caseness_ptl_row_object_get_person (g_ptr_array_index (rows, k)));
      order = list_references (sorted);
      g_assert_cmpstr (order, ==, sort_cases[i].order);
    }
}

static const struct
{
  guint person;
  gboolean hides_names;
  CasenessPtlField field;
  const char *text;
} text_cases[] = {
  { 1, FALSE, CASENESS_PTL_FIELD_REFERENCE, "R3" },
  { 1, TRUE, CASENESS_PTL_FIELD_REFERENCE, "Person 2" },
  { 1, FALSE, CASENESS_PTL_FIELD_CLOCK_START, "1 Apr" },
  { 0, FALSE, CASENESS_PTL_FIELD_CLOCK_START, "1 Jan 2024" },
  { 1, FALSE, CASENESS_PTL_FIELD_BREACH, "13 May" },
  { 1, FALSE, CASENESS_PTL_FIELD_WAIT, "90 days" },
  { 1, FALSE, CASENESS_PTL_FIELD_BOOKED, "no date" },
  { 4, FALSE, CASENESS_PTL_FIELD_BOOKED, "2 Jul" },
  { 1, FALSE, CASENESS_PTL_FIELD_WAITING_FOR, "EMDR" },
  { 1, FALSE, CASENESS_PTL_FIELD_LOCALITY, "North" },
  { 1, FALSE, CASENESS_PTL_FIELD_ALLOCATED, "S2" },
  { 1, TRUE, CASENESS_PTL_FIELD_ALLOCATED, "Clinician 1" },
  { 2, TRUE, CASENESS_PTL_FIELD_ALLOCATED, "Not recorded" },
  { 4, FALSE, CASENESS_PTL_FIELD_PRIORITY, "Student" },
  { 1, FALSE, CASENESS_PTL_FIELD_PRIORITY, "None" },
};

static void
test_row_text (void)
{
  g_autoptr(CasenessPtlAnswer) answer = answer_by (CASENESS_PTL_SPLIT_THERAPY);
  g_autoptr(GPtrArray) people = caseness_ptl_answer_list_people (answer, -1, -1);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autoptr(CasenessPtlRowObject) row = caseness_ptl_row_object_new (
          answer, g_ptr_array_index (people, text_cases[i].person), text_cases[i].hides_names);
      g_autofree char *text = caseness_ptl_row_object_dup_text (row, text_cases[i].field);

      g_assert_cmpstr (text, ==, text_cases[i].text);
    }
}

/* In meeting mode no clinician's name is anywhere in the drawing; S2, whom the waiting list names first, is number 1
 * there as in the list of people. */
static void
test_chart_hides_names (void)
{
  g_autoptr(CasenessPtlAnswer) answer = answer_by (CASENESS_PTL_SPLIT_CLINICIAN);
  g_autoptr(CasenessHeatGrid) open = caseness_ptl_chart_new (answer, FALSE);
  g_autoptr(CasenessHeatGrid) hidden = caseness_ptl_chart_new (answer, TRUE);

  g_assert_cmpstr (caseness_heat_grid_get_row_label (open, 0), ==, "S1");
  g_assert_cmpstr (caseness_heat_grid_get_row_label (hidden, 0), ==, "Clinician 2");
  g_assert_cmpstr (caseness_heat_grid_get_row_label (hidden, 2), ==, "Not recorded");
  g_assert_cmpstr (caseness_heat_grid_get_cell (hidden, 0, 0), ==, caseness_heat_grid_get_cell (open, 0, 0));
}

/* Every column drawn opens the people it counts, with and without a standard. */
static void
test_chart_columns (void)
{
  static const CasenessStage stages[] = { CASENESS_STAGE_FIRST_APPOINTMENT, CASENESS_STAGE_FOLLOW_UP };
  gsize s;

  for (s = 0; s < G_N_ELEMENTS (stages); s++)
    {
      g_autoptr(CasenessPtlAnswer) answer
          = answer_with (stages[s], CASENESS_PTL_SPLIT_THERAPY, CASENESS_PTL_SPLIT_LOCALITY, NULL);
      g_autoptr(CasenessHeatGrid) chart = caseness_ptl_chart_new (answer, FALSE);
      int n_columns = (int) caseness_heat_grid_get_n_columns (chart);
      guint row;
      int column;

      for (row = 0; row < answer->grid->rows->len; row++)
        for (column = 0; column < n_columns; column++)
          {
            int asked = caseness_ptl_chart_find_column (answer, column);
            g_autoptr(GPtrArray) people = caseness_ptl_answer_list_people (answer, (int) row, asked);
            g_autofree char *count = g_strdup_printf ("%u", people->len);
            const char *cell = caseness_heat_grid_get_cell (chart, row, (guint) column);

            g_assert_cmpint (caseness_ptl_chart_place_column (answer, asked), ==, column);
            if (column < n_columns - 1)
              g_assert_cmpstr (cell != NULL ? cell : "0", ==, count);
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/ptl/people", test_people);
  g_test_add_func ("/pages/ptl/place", test_place);
  g_test_add_func ("/pages/ptl/place-elsewhere", test_place_elsewhere);
  g_test_add_func ("/pages/ptl/titles", test_titles);
  g_test_add_func ("/pages/ptl/only", test_only);
  g_test_add_func ("/pages/ptl/narrow", test_narrow);
  g_test_add_func ("/pages/ptl/counts", test_counts);
  g_test_add_func ("/pages/ptl/reuse", test_reuse);
  g_test_add_func ("/pages/ptl/cancelled", test_cancelled);
  g_test_add_func ("/pages/ptl/sorting", test_sorting);
  g_test_add_func ("/pages/ptl/row-text", test_row_text);
  g_test_add_func ("/pages/ptl/chart-hides-names", test_chart_hides_names);
  g_test_add_func ("/pages/ptl/chart-columns", test_chart_columns);
  return g_test_run ();
}
