/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-date.h"

/* What a submission may write, and what it means; NULL means "not a date". */
static const struct
{
  const char *text;
  const char *iso;
  const char *why;
} parse_cases[] = {
  { "2025-06-30", "2025-06-30", "the data set's own form" },
  { "30/06/2025", "2025-06-30", "as people write it" },
  { "2025-06-30 00:00:00", "2025-06-30", "midnight is no time at all" },
  { "2025-06-30T00:00", "2025-06-30", "midnight after a T" },
  { "2025-06-30 00:00:00.000", "2025-06-30", "midnight to the millisecond" },
  { "2025-06-30 00:00:01", NULL, "a second past midnight" },
  { "2025-06-30 ", NULL, "trimming is the reader's business" },
  { "2024-02-29", "2024-02-29", "leap year" },
  { "2025-02-29", NULL, "common year" },
  { "1900-02-29", NULL, "a century that is no leap year" },
  { "31/02/2025", NULL, "no such day" },
  { "1889-12-31", NULL, "before the first year accepted" },
  { "1890-01-01", "1890-01-01", "first day accepted" },
  { "9998-12-31", "9998-12-31", "last day accepted" },
  { "9999-01-01", NULL, "after the last year accepted" },
  { "2025-6-30", NULL, "one digit" },
  { "2025/06/30", NULL, "slashes the wrong way round" },
  { "30-06-2025", NULL, "dashes the wrong way round" },
  { "20250630", NULL, "no separators" },
  { "45838", NULL, "a spreadsheet's day number" },
  { "2025-06-30x", NULL, "a letter behind" },
  { "2025-00-10", NULL, "month 0" },
  { "2025-13-10", NULL, "month 13" },
  { "2025-01-00", NULL, "day 0" },
  { "", NULL, "empty" },
  { NULL, NULL, "missing" },
};

static void
test_parse (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      char iso[11];

      g_test_message ("%s: %s", parse_cases[i].text, parse_cases[i].why);
      caseness_date_write_iso (caseness_date_parse (parse_cases[i].text), iso);
      g_assert_cmpstr (iso, ==, parse_cases[i].iso != NULL ? parse_cases[i].iso : "");
    }
}

static const struct
{
  const char *text;
  int seconds;
} time_cases[] = {
  { "00:00:00", 0 },
  { "09:30", 9 * 3600 + 30 * 60 },
  { "23:59:59", 86399 },
  { "1970-01-01 17:15:00", 17 * 3600 + 15 * 60 },
  { "1970-01-01T17:15:00", 17 * 3600 + 15 * 60 },
  { "09:30:15.250", 9 * 3600 + 30 * 60 + 15 },
  { "24:00:00", CASENESS_TIME_NONE },
  { "12:60", CASENESS_TIME_NONE },
  { "12:00:60", CASENESS_TIME_NONE },
  { "9:30", CASENESS_TIME_NONE },
  { "0930", CASENESS_TIME_NONE },
  { "12:00:00.", CASENESS_TIME_NONE },
  { "12:00:00pm", CASENESS_TIME_NONE },
  { "", CASENESS_TIME_NONE },
  { NULL, CASENESS_TIME_NONE },
};

static void
test_parse_time (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (time_cases); i++)
    g_assert_cmpint (caseness_time_parse (time_cases[i].text), ==, time_cases[i].seconds);
}

static void
test_arithmetic (void)
{
  char iso[11];
  CasenessDate received = caseness_date_new (2025, 1, 6);

  g_assert_cmpint (caseness_date_new (1970, 1, 1), ==, 0);
  g_assert_cmpint (caseness_date_new (1969, 12, 31), ==, -1);
  g_assert_cmpstr (caseness_date_write_iso (received + 42, iso), ==, "2025-02-17");
  g_assert_cmpstr (caseness_date_write_iso (caseness_date_month_start (received), iso), ==, "2025-01-01");
  g_assert_cmpstr (caseness_date_write_iso (caseness_date_month_end (caseness_date_new (2024, 2, 3)), iso), ==,
                   "2024-02-29");
  g_assert_cmpstr (caseness_date_write_iso (caseness_date_add_months (caseness_date_new (2025, 3, 31), -1), iso),
                   ==, "2025-02-28");
  g_assert_cmpstr (caseness_date_write_iso (caseness_date_add_months (caseness_date_new (2025, 11, 30), 3), iso),
                   ==, "2026-02-28");
}

static const struct
{
  const char *born;
  const char *on;
  int age;
} age_cases[] = {
  { "1980-06-23", "2025-06-22", 44 },
  { "1980-06-23", "2025-06-23", 45 },
  { "2000-02-29", "2025-02-28", 24 },
  { "2000-02-29", "2025-03-01", 25 },
  { "2000-02-29", "2024-02-29", 24 },
  { "2025-06-30", "2025-06-30", 0 },
  { "2025-07-01", "2025-06-30", -1 },
  { NULL, "2025-06-30", -1 },
  { "1980-06-23", NULL, -1 },
};

static void
test_age (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (age_cases); i++)
    g_assert_cmpint (caseness_date_age (caseness_date_parse (age_cases[i].born),
                                        caseness_date_parse (age_cases[i].on)),
                     ==, age_cases[i].age);
}

static void
test_format (void)
{
  g_autofree char *long_form = caseness_date_format_long (caseness_date_new (2025, 6, 2));
  g_autofree char *short_form = caseness_date_format_short (caseness_date_new (2025, 6, 2));

  g_assert_cmpstr (long_form, ==, "Monday 2 June 2025");
  g_assert_cmpstr (short_form, ==, "2 Jun 2025");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/parse", test_parse);
  g_test_add_func ("/base/date/parse-time", test_parse_time);
  g_test_add_func ("/base/date/arithmetic", test_arithmetic);
  g_test_add_func ("/base/date/age", test_age);
  g_test_add_func ("/base/date/format", test_format);
  return g_test_run ();
}
