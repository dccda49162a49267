/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-report.h"
#include "caseness-supervision-report.h"
#include "fixture.h"
#include "report-text.h"

#include <string.h>

static const char *const sick = "+PHQ9:15+GAD:10", *const well = "+PHQ9:5+GAD:3";

static void
add_courses (GString *script, guint n, const char *team, const char *therapy, const char *last)
{
  gsize start = script->len;
  guint i;

  for (i = 0; i < n; i++)
    g_string_append_printf (script,
                            "R REF%zu-%u 2025-01-01 2025-03-01;Q East %s -;P 01 F322 1;"
                            "C X%zu-%ua 2025-01-10 03 5 A/STAFF7/%s%s;C X%zu-%ub 2025-02-10 03 5 B/STAFF7/%s%s;",
                            start, i, team, start, i, therapy, sick, start, i, therapy, last);
}

/* Two teams of 13 and 44, of which 4 and 24 recovered; three courses of one therapy, all others of another. */
static CasenessRecoveryStudy *
study_new (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  g_autoptr(GError) error = NULL;
  CasenessRecoveryQuestion question = {
    .period = { caseness_date_new (2025, 3, 1), caseness_date_new (2025, 3, 31) },
    .variables = { caseness_variable_find ("Team"), NULL },
  };
  CasenessRecoveryStudy *study;

  add_courses (script, 4, "North", "CBT", well);
  add_courses (script, 9, "North", "CBT", sick);
  add_courses (script, 24, "South", "CBT", well);
  add_courses (script, 17, "South", "CBT", sick);
  add_courses (script, 3, "South", "IPT", sick);
  question.snapshot = snapshot = fixture_snapshot_new (script->str, NULL);
  study = caseness_recovery_study_new (&question, NULL, &error);
  g_assert_no_error (error);
  return study;
}

static char *
dup_pack (const CasenessRecoveryStudy *study, gboolean identifies)
{
  const CasenessRecoveryReportOptions options = { .as_at = caseness_date_new (2025, 3, 31), .identifies = identifies };
  g_autoptr(CasenessReport) report = caseness_recovery_report_new (study, &options);

  return report_text_dup (report);
}

/* What leaves: counts to the nearest five, none under five and no rate of them, nor that of the only other team. */
static void
test_outside (void)
{
  static const char *const hidden[] = { "n = 57", "North", "South", "30.8%", "54.5%", "28 of", "REF", "STAFF7", "Identifies" };
  g_autoptr(CasenessRecoveryStudy) study = study_new ();
  g_autofree char *text = dup_pack (study, FALSE);
  gsize i;

  report_text_assert_order (text, "Does not identify people", "Recovery", "49.1%", "30 of 55",
                            "2 groups are not listed", "Which therapy is used for which problem", "n = 55", "Whose notes to read",
                            "Definitions used", NULL);
  for (i = 0; i < G_N_ELEMENTS (hidden); i++)
    g_assert_null (strstr (text, hidden[i]));
}

/* What stays: everything, with references. */
static void
test_inside (void)
{
  g_autoptr(CasenessRecoveryStudy) study = study_new ();
  g_autofree char *text = dup_pack (study, TRUE);

  report_text_assert_order (text, "Identifies people", "28 of 57", "n = 57", "North", "30.8%", "South", "54.5%",
                            "Whose notes to read", "by clinician", "STAFF7: ", "REF", NULL);
}

/* Lines are people, without anything to find them by. */
static void
test_supervision (void)
{
  const CasenessRecoveryReportOptions options = { .as_at = caseness_date_new (2025, 3, 31), .identifies = TRUE };
  g_autoptr(CasenessRecoveryStudy) study = study_new ();
  g_autoptr(CasenessReport) report = caseness_supervision_report_new (study, NULL, NULL, &options);
  g_autofree char *text = report_text_dup (report);

  report_text_assert_order (text, "Names nobody", "Whose notes to read", "Near miss", "29", "by team", "North: ", "Depression", "Cognitive behaviour therapy",
                            NULL);
  g_assert_null (strstr (text, "REF"));
  g_assert_null (strstr (text, "STAFF7"));
  g_assert_null (strstr (text, "Mar 25,"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/recovery/outside", test_outside);
  g_test_add_func ("/reports/recovery/inside", test_inside);
  g_test_add_func ("/reports/recovery/supervision", test_supervision);
  return g_test_run ();
}
