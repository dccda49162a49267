/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-early-months.h"
#include "fixture.h"

#include <string.h>

/* The fixture's months are those of 2025, so that January to March are the first three. */
static void
test_periods (void)
{
  static const struct
  {
    const char *start;
    const char *end;
    const char *measure; /* nullable */
    gboolean warns;
    const char *why;
  } cases[] = {
    { "2025-01-01", "2025-01-31", NULL, TRUE, "the first month" },
    { "2025-03-31", "2025-06-30", NULL, TRUE, "the last day of the third" },
    { "2025-04-01", "2025-06-30", NULL, FALSE, "the day after" },
    { "2024-10-01", "2024-12-31", NULL, FALSE, "before anything is loaded" },
    { "2025-01-01", "2025-12-31", "M031", TRUE, "first treatments" },
    { "2025-01-01", "2025-12-31", "M023", TRUE, "first assessments" },
    { "2025-01-01", "2025-12-31", "M001", FALSE, "referrals have a date of their own" },
    { "2025-01-01", "2025-12-31", "M192", FALSE, "recovery goes by discharge" },
  };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new ("R A1 2025-01-10", NULL);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CasenessPeriod period = { caseness_date_parse (cases[i].start), caseness_date_parse (cases[i].end) };
      const CasenessMeasure *measure = cases[i].measure != NULL ? caseness_measure_find (cases[i].measure) : NULL;
      g_autofree char *warning = caseness_early_months_dup_warning (snapshot, &period, measure);

      g_test_message ("%s", cases[i].why);
      g_assert_cmpint (warning != NULL, ==, cases[i].warns);
      g_assert_true (warning == NULL || strstr (warning, "Mar 2025") != NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/early-months/periods", test_periods);
  return g_test_run ();
}
