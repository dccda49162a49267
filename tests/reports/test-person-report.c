/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-person-report.h"
#include "caseness-person-words.h"
#include "caseness-person-chart.h"
#include "fixture.h"
#include "report-text.h"

#include <string.h>

#define COURSE \
  "R REF77 2025-01-02 2025-03-31 PAT77;P 01 F322 1;" \
  "C C1 2025-01-10 01 5 A1/CLIN8/-+PHQ9:18+GAD:14;" \
  "C C2 2025-01-20 02 5 A2/CLIN8/GSH-Book+PHQ9:17;" \
  "C C4 2025-02-03 02 3;" \
  "C C5 2025-02-20 02 5 A5/CLIN9/CBT+PHQ9:11+GAD:9;" \
  "C C6 2025-03-03 02 5 A6/CLIN9/CBT+PHQ9:7+GAD:6"

static CasenessPersonCourse *
read_course (const char *script)
{
  const CasenessPeriod period = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 12, 31) };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);

  return caseness_person_course_new (snapshot, 0, &period, NULL);
}

static void
test_words (gconstpointer data)
{
  const CasenessPersonReportOptions options = { caseness_date_new (2025, 12, 31), GPOINTER_TO_INT (data) };
  g_autoptr(CasenessPersonCourse) course = read_course (COURSE);
  g_autoptr(CasenessReport) report = caseness_person_report_new (course, &options);
  g_autofree char *text = report_text_dup (report);

  report_text_assert_order (text, options.identifies ? "Identifies a person" : "named nowhere",
                            options.identifies ? "The course of REF77" : "One person’s course",
                            "Reliable recovery. At caseness at the start.", "Problem descriptor",
                            "Both measures ended below caseness", "PHQ-9", "−11", "GAD-7", "−8",
                            "Contacts, by date", "3 treatments, 1 assessment, 1 not attended", "received", "discharged", NULL);
  g_assert_nonnull (strstr (text, options.identifies ? "CLIN8, then CLIN9" : "Clinician 2, then Clinician 1"));
  g_assert_true (options.identifies == (strstr (text, "REF77") != NULL));
  g_assert_true (options.identifies == (strstr (text, "CLIN9") != NULL));
  g_assert_true (options.identifies != (strstr (text, "Clinician 1") != NULL));
  g_assert_null (strstr (text, "PAT77"));
  g_assert_cmpuint (caseness_report_get_n_pages (report), ==, 1);
}

/* A long course stays on one side as well. */
static void
test_one_page (void)
{
  const CasenessPersonReportOptions options = { caseness_date_new (2025, 12, 31), FALSE };
  g_autoptr(GString) script = g_string_new ("R R1 2025-01-02 2025-12-31;P 01 F431 1");
  g_autoptr(CasenessPersonCourse) course = NULL;
  g_autoptr(CasenessReport) report = NULL;
  guint i;

  for (i = 0; i < 24; i++)
    g_string_append_printf (script,
                            ";C C%02u 2025-%02u-%02u 02 5 A%u/S1/CBT+PHQ9:%u+PTSD:%u+WASAS_Work:5+WASAS_HomeManagement:4"
                            "+WASAS_SocialLeisureActivities:3+WASAS_PrivateLeisureActivities:2+WASAS_Relationships:1",
                            i, i / 4 + 1, i % 4 * 7 + 5, i, 27 - i, 75 - 2 * i);
  course = read_course (script->str);
  report = caseness_person_report_new (course, &options);
  g_assert_cmpuint (caseness_report_get_n_pages (report), ==, 1);
}

static const struct
{
  const char *script;
  const char *title;
  const char *outcome;
} title_cases[] = {
  { "R R1 2025-01-02", "Not measured twice: no change can be told", "Not finished" },
  { "R R1 2025-01-02 2025-02-01", "Not measured twice: no change can be told", "No course of treatment" },
  { "R R1 2025-01-02;C 1 2025-01-10 02 5 A/S/CBT+PHQ9:18+GAD:14;C 2 2025-01-17 02 5 B/S/CBT+PHQ9:9+GAD:7",
    "Both measures are below caseness", "Not finished" },
  { "R R1 2025-01-02 2025-02-01;C 1 2025-01-10 02 5 A/S/CBT+PHQ9:18+GAD:14;C 2 2025-01-17 02 5 B/S/CBT+PHQ9:9+GAD:8",
    "PHQ-9 ended below caseness, GAD-7 did not", "Reliable improvement" },
  { "R R1 2025-01-02 2025-02-01;C 1 2025-01-10 02 5 A/S/CBT+PHQ9:18+GAD:14;C 2 2025-01-17 02 5 B/S/CBT+PHQ9:10+GAD:7",
    "GAD-7 ended below caseness, PHQ-9 did not", "Reliable improvement" },
  { "R R1 2025-01-02 2025-02-01;C 1 2025-01-10 02 5 A/S/CBT+PHQ9:18+GAD:14;C 2 2025-01-17 02 5 B/S/CBT+PHQ9:18+GAD:13",
    "Neither measure ended below caseness", "No reliable change" },
  { "R R1 2025-01-02 2025-02-01;C 1 2025-01-10 02 5 A/S/CBT+PHQ9:18+GAD:14;C 2 2025-01-17 02 5 B/S/CBT+PHQ9:18",
    "GAD-7 was not repeated", "No outcome known" },
};

static void
test_titles (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (title_cases); i++)
    {
      g_autoptr(CasenessPersonCourse) course = read_course (title_cases[i].script);
      g_autofree char *title = caseness_person_words_title (course);

      g_assert_cmpstr (title, ==, title_cases[i].title);
      g_assert_cmpstr (caseness_person_words_outcome (course), ==, title_cases[i].outcome);
    }
}

/* No drawing of nothing; else a panel a measure, with its lines and what improved. */
static void
test_chart (void)
{
  g_autoptr(CasenessPersonCourse) empty = read_course ("R R1 2025-01-02;C C1 2025-01-10 01 5");
  g_autoptr(CasenessPersonCourse) course = read_course (COURSE);
  g_autoptr(CasenessTrajectoryChart) chart = caseness_person_chart_new (course);
  g_autofree char *summary = caseness_chart_dup_summary (caseness_trajectory_chart_as_chart (chart));

  g_assert_null (caseness_person_chart_new (empty));
  g_assert_cmpuint (caseness_trajectory_chart_get_n_sessions (chart), ==, 4);
  g_assert_nonnull (strstr (summary, "PHQ-9: 4 scores, from 18 to 7. reliable improvement from here."));
  g_assert_nonnull (strstr (summary, "GAD-7: 3 scores, from 14 to 6. reliable improvement from here."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/reports/person/plain", GINT_TO_POINTER (FALSE), test_words);
  g_test_add_data_func ("/reports/person/identifies", GINT_TO_POINTER (TRUE), test_words);
  g_test_add_func ("/reports/person/one-page", test_one_page);
  g_test_add_func ("/reports/person/titles", test_titles);
  g_test_add_func ("/reports/person/chart", test_chart);
  return g_test_run ();
}
