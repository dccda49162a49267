/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-compare.h"
#include "caseness-published-group.h"
#include "fixture.h"

#include <math.h>
#include <string.h>

/* Both sides of every boundary of the publication's rounding and suppression. */
static const struct
{
  const char *measure;
  double numerator, denominator, value;
  int decimals;          /* of percentages */
  const char *published;
  const char *printed;   /* ours */
  const char *verdict;
} judged[] = {
  /* counts: 0 to 4 hidden, else to the nearest 5 */
  { "M001", 0, NAN, 0, 0, "*", "*", "suppressed" },
  { "M001", 4, NAN, 4, 0, "*", "*", "suppressed" },
  { "M001", 5, NAN, 5, 0, "*", "5", "different" },
  { "M001", 4, NAN, 4, 0, "5", "*", "different" },
  { "M001", 5, NAN, 5, 0, "5", "5", "same" },
  { "M001", 7, NAN, 7, 0, "5", "5", "same" },
  { "M001", 8, NAN, 8, 0, "5", "10", "different" },
  { "M001", 8, NAN, 8, 0, "10", "10", "same" },
  { "M001", 12, NAN, 12, 0, "10", "10", "same" },
  { "M001", 13, NAN, 13, 0, "10", "15", "different" },
  { "M001", 13, NAN, 13, 0, "13", "15", "same" }, /* an exact count, as for England */
  { "M001", 0, NAN, 0, 0, "0", "*", "same" },
  { "M001", 7, NAN, 7, 0, "", "5", "not published" },
  { "M001", 7, NAN, 7, 0, "-", "5", "not published" },
  { "M001", 7, NAN, 7, 0, "NULL", "5", "not published" },
  { "M089", 12, NAN, 12, 0, "10", "10", "same" }, /* a sum of appointments is a count */
  /* percentages: from exact counts, half up, hidden with the numerator */
  { "M192", 4, 8, 50, 0, "*", "*", "suppressed" },
  { "M192", 5, 10, 50, 0, "*", "50", "different" },
  { "M192", 4, 8, 50, 0, "50", "*", "same" },
  { "M192", 4, 9, 44.444444, 0, "44", "*", "different" },
  { "M192", 5, 10, 50, 0, "50", "50", "same" },
  { "M192", 101, 200, 50.5, 0, "51", "51", "same" },
  { "M192", 101, 200, 50.5, 0, "50", "51", "within rounding" },
  { "M192", 506, 1000, 50.6, 0, "50", "51", "different" },
  { "M192", 504, 1000, 50.4, 0, "50", "50", "same" },
  { "M192", 506, 1000, 50.6, 1, "50.6", "50.6", "same" },
  { "M192", 101, 200, 50.5, 1, "50.4", "50.5", "different" },
  { "M192", 100, 200, 50, 1, "50", "50", "same" },
  { "M192", 0, 0, NAN, 0, "*", "*", "suppressed" },
  { "M192", 0, 0, NAN, 0, "50", "*", "different" },
  /* means: one decimal, hidden when of fewer than 5 */
  { "M048", 48, 4, 12, 0, "*", "*", "suppressed" },
  { "M048", 60, 5, 12, 0, "*", "12", "different" },
  { "M048", 62, 5, 12.4, 0, "12.4", "12.4", "same" },
  { "M048", 617.5, 50, 12.35, 0, "12.4", "12.4", "same" },
  { "M048", 617.5, 50, 12.35, 0, "12.3", "12.4", "within rounding" },
  { "M048", 618, 50, 12.36, 0, "12.3", "12.4", "different" },
};

static void
test_judge (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (judged); i++)
    {
      CasenessFigure figure = { judged[i].numerator, judged[i].denominator, judged[i].value };
      const CasenessMeasure *measure = caseness_measure_find (judged[i].measure);
      g_autofree char *printed = caseness_compare_print (&figure, measure, judged[i].decimals);
      CasenessAgreement verdict = caseness_compare_judge (&figure, measure, judged[i].published, judged[i].decimals);

      g_test_message ("row %u: %s %g against %s", i, judged[i].measure, judged[i].value, judged[i].published);
      g_assert_cmpstr (printed, ==, judged[i].printed);
      g_assert_cmpstr (caseness_agreement_get_word (verdict), ==, judged[i].verdict);
    }
}

/* Five referrals of June, one of July; the person of the first is a woman. */
#define SERVICE                                                                                                        \
  "R R1 2025-06-02; M 198001 2 A; R R2 2025-06-03; M 198001 1 A; R R3 2025-06-04; M 198001 1 B; R R4 2025-06-05; "      \
  "M 198001 1 C; R R5 2025-06-06; M 198001 1 Z; R R6 2025-07-01; M 198001 1 A"

/* Published rows, and what becomes of them: measure, group, ours, verdict. */
static const struct
{
  CasenessPublishedLevel level;
  const char *organisation;
  const char *month;
  const char *measure, *variable, *group, *text;
  const char *expected; /* NULL: not compared */
} published[] = {
  { CASENESS_PUBLISHED_PROVIDER, "XA1", "2025-06", "M001", "Total", "All", "5", "All 5 same" },
  { CASENESS_PUBLISHED_PROVIDER, "XA1", "2025-07", "M001", "Total", "All", "*", "All * suppressed" },
  { CASENESS_PUBLISHED_PROVIDER, "XA1", "2025-06", "M001", "Gender", "Female", "*", "Female * suppressed" },
  { CASENESS_PUBLISHED_PROVIDER, "XA1", "2025-06", "M001", "Gender", "Male", "5", "Male * different" },
  { CASENESS_PUBLISHED_PROVIDER, "XA1", "2025-06", "M001", "Ethnic Group", "White: All", "*",
    "White: All * suppressed" },
  { CASENESS_PUBLISHED_PROVIDER, "XA1", "2025-06", "M001", "Waiting Time", "<6 weeks", "5",
    "<6 weeks  not computed here" },
  { CASENESS_PUBLISHED_PROVIDER, "XA1", "2025-06", "M279", "Total", "All", "5", "All  not computed here" },
  { CASENESS_PUBLISHED_PROVIDER, "XA1", "2025-06", "M351n", "Total", "All", "5", "All  not computed here" },
  { CASENESS_PUBLISHED_PROVIDER, "XA1", "2024-06", "M001", "Total", "All", "5", NULL },
  { CASENESS_PUBLISHED_PROVIDER, "XB2", "2025-06", "M001", "Total", "All", "5", NULL },
  { CASENESS_PUBLISHED_ENGLAND, "England", "2025-06", "M001", "Total", "All", "5", NULL },
  { CASENESS_PUBLISHED_SUB_ICB_PROVIDER, "XA1", "2025-06", "M001", "Total", "All", "5", NULL },
};

static CasenessPublishedFigure
make_figure (guint i)
{
  g_autofree char *first = g_strconcat (published[i].month, "-01", NULL);

  return (CasenessPublishedFigure){
    .level = published[i].level,
    .organisation = published[i].organisation,
    .name = published[i].organisation,
    .commissioner = "",
    .period = caseness_period_around (CASENESS_PERIOD_MONTH, caseness_date_parse (first)),
    .measure = published[i].measure,
    .variable = published[i].variable,
    .group = published[i].group,
    .text = published[i].text,
    .value = caseness_published_parse_value (published[i].text),
    .source = "",
  };
}

static void
test_rows (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  g_autoptr(CasenessPublishedList) list = caseness_published_list_new ();
  g_autoptr(CasenessComparisons) comparisons = NULL;
  guint n = 0, i;

  for (i = 0; i < G_N_ELEMENTS (published); i++)
    {
      CasenessPublishedFigure figure = make_figure (i);

      g_array_append_val (list->figures, figure);
    }
  comparisons = caseness_compare_published (snapshot, list, NULL, NULL, NULL);
  for (i = 0; i < G_N_ELEMENTS (published); i++)
    {
      const CasenessComparison *row;
      g_autofree char *found = NULL;

      if (published[i].expected == NULL)
        continue;
      g_assert_cmpuint (n, <, comparisons->rows->len);
      row = g_ptr_array_index (comparisons->rows, n++);
      found = g_strdup_printf ("%s %s %s", row->group, row->local, caseness_agreement_get_word (row->verdict));
      g_assert_cmpstr (found, ==, published[i].expected);
    }
  g_assert_cmpuint (n, ==, comparisons->rows->len);
  g_assert_cmpuint (comparisons->n_outside, ==, 1);
  g_assert_cmpuint (comparisons->n_verdicts[CASENESS_AGREEMENT_NOT_COMPUTED], ==, 3);
}

enum
{
  CELL_LOCAL = 2,
  CELL_EXACT = 7
};

/* Our exact figures are for ourselves: what others read is what the publication would print. */
static void
test_csv (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  g_autoptr(CasenessPublishedList) list = caseness_published_list_new ();
  g_autoptr(CasenessComparisons) comparisons = NULL;
  CasenessPublishedFigure figure = make_figure (0);
  gboolean suppresses;

  g_array_append_val (list->figures, figure);
  comparisons = caseness_compare_published (snapshot, list, NULL, NULL, NULL);
  g_assert_cmpuint (comparisons->rows->len, ==, 1);
  for (suppresses = FALSE; suppresses <= TRUE; suppresses++)
    {
      const CasenessComparison *row = g_ptr_array_index (comparisons->rows, 0);
      g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
      g_auto(GStrv) lines = NULL;
      g_auto(GStrv) cells = NULL;

      caseness_compare_write_csv (writer, comparisons, suppresses);
      lines = g_strsplit (caseness_csv_writer_peek (writer, NULL), "\n", -1);
      cells = g_strsplit (lines[1], ",", -1);
      g_assert_cmpstr (cells[CELL_LOCAL], ==, row->local);
      g_assert_cmpint (*cells[CELL_EXACT] == '\0', ==, suppresses);
    }
}

/* Only of the periods asked for. */
static void
test_within (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  g_autoptr(CasenessPublishedList) list = caseness_published_list_new ();
  CasenessPeriod july = caseness_period_around (CASENESS_PERIOD_MONTH, caseness_date_new (2025, 7, 1));
  g_autoptr(CasenessComparisons) comparisons = NULL;
  guint i;

  for (i = 0; i < 2; i++)
    {
      CasenessPublishedFigure figure = make_figure (i);

      g_array_append_val (list->figures, figure);
    }
  comparisons = caseness_compare_published (snapshot, list, &july, NULL, NULL);
  g_assert_cmpuint (comparisons->rows->len, ==, 1);
  g_assert_cmpuint (comparisons->n_outside, ==, 1);
}

/* Published groups of the annual files by our labels. */
static const struct
{
  const char *variable, *group;
  const char *label; /* NULL: none of ours */
} groups[] = {
  { "Indices of Deprivation Decile", "01 Least deprived", "10 least deprived" },
  { "Indices of Deprivation Decile", "02 Less deprived", "9" },
  { "Indices of Deprivation Decile", "10 Most deprived", "1 most deprived" },
  { "Presenting Complaint", "Depression", "Depression" },
  { "Presenting Complaint", "Anxiety and stress related disorders: Agoraphobia",
    "Anxiety and stress related disorders: F400 - Agoraphobia" },
  { "Presenting Complaint", "Medically Unexplained Symptoms: Body dysmorphic disorder",
    "Anxiety and stress related disorders: 83482000 Body Dysmorphic Disorder" },
  { "Presenting Complaint", "Other Mental Health problems: Other", "Other Mental Health disorders" },
  { "Presenting Complaint", "All ADSM: Total", NULL },
  { "Disability Type", "No Code Recorded", "No code" },
  { "Disability Type", "02 Hearing", "02 Hearing" },
  { "Sexual Orientation Type", "Gay/Lesbian", "Gay/Lesbian" },
  { "Gender", "Indeterminate (unable to be classified as male or female)", "Indeterminate" },
  { "Ethnic Group", "Mixed: Any other Mixed background", "Mixed: Any other mixed background" },
  { "Ethnic Group", "White: All", NULL },
};

static void
test_groups (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  CasenessPeriod june = caseness_period_around (CASENESS_PERIOD_MONTH, caseness_date_new (2025, 6, 1));
  guint i;

  for (i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      const CasenessVariable *variable = caseness_published_find_variable (groups[i].variable);
      CasenessQuestion question = { .periods = &june, .n_periods = 1, .variables = &variable, .n_variables = 1 };
      g_autoptr(CasenessAnswer) answer = caseness_evaluate (snapshot, &question, NULL, NULL);
      CasenessPublishedFigure figure = { .variable = groups[i].variable, .group = groups[i].group };
      int group = caseness_published_find_group (&figure, answer, 0, 0);

      g_assert_cmpstr (group >= 0 ? caseness_answer_get_group (answer, 0, 0, (guint) group) : NULL, ==,
                       groups[i].label);
    }
  g_assert_null (caseness_published_find_variable ("Long Term Condition Status"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/compare/judge", test_judge);
  g_test_add_func ("/measures/compare/rows", test_rows);
  g_test_add_func ("/measures/compare/csv", test_csv);
  g_test_add_func ("/measures/compare/within", test_within);
  g_test_add_func ("/measures/compare/groups", test_groups);
  return g_test_run ();
}
