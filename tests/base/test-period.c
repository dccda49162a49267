/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-period.h"

static const struct
{
  CasenessPeriodKind kind;
  const char *day;
  const char *start;
  const char *end;
  const char *words;
} cases[] = {
  { CASENESS_PERIOD_MONTH, "2025-06-17", "2025-06-01", "2025-06-30", "June 2025" },
  { CASENESS_PERIOD_MONTH, "2024-02-29", "2024-02-01", "2024-02-29", "February 2024" },
  { CASENESS_PERIOD_QUARTER, "2025-06-30", "2025-04-01", "2025-06-30", "Apr–Jun 2025" },
  { CASENESS_PERIOD_QUARTER, "2025-07-01", "2025-07-01", "2025-09-30", "Jul–Sep 2025" },
  { CASENESS_PERIOD_QUARTER, "2025-01-01", "2025-01-01", "2025-03-31", "Jan–Mar 2025" },
  { CASENESS_PERIOD_FINANCIAL_YEAR, "2025-03-31", "2024-04-01", "2025-03-31", "Apr 2024–Mar 2025" },
  { CASENESS_PERIOD_FINANCIAL_YEAR, "2025-04-01", "2025-04-01", "2026-03-31", "Apr 2025–Mar 2026" },
  { CASENESS_PERIOD_ROLLING_YEAR, "2025-06-17", "2024-07-01", "2025-06-30", "Jul 2024–Jun 2025" },
};

static void
test_around (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessPeriod period = caseness_period_around (cases[i].kind, caseness_date_parse (cases[i].day));
      g_autofree char *words = caseness_period_format (&period);
      char iso[11];

      g_assert_cmpstr (caseness_date_write_iso (period.start, iso), ==, cases[i].start);
      g_assert_cmpstr (caseness_date_write_iso (period.end, iso), ==, cases[i].end);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_true (caseness_period_contains (&period, period.start));
      g_assert_true (caseness_period_contains (&period, period.end));
      g_assert_false (caseness_period_contains (&period, period.start - 1));
      g_assert_false (caseness_period_contains (&period, period.end + 1));
      g_assert_false (caseness_period_contains (&period, CASENESS_DATE_NONE));
    }
}

static void
test_custom_words (void)
{
  CasenessPeriod period = { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 6, 12) };
  g_autofree char *words = caseness_period_format (&period);

  g_assert_cmpstr (words, ==, "1 Apr 2025 to 12 Jun 2025");
  g_assert_false (caseness_period_is_month (&period));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/period/around", test_around);
  g_test_add_func ("/base/period/custom-words", test_custom_words);
  return g_test_run ();
}
