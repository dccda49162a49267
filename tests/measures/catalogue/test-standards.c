/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "data-fixture.h"
#include "fixture.h"

#include "caseness-explanation.h"
#include "caseness-standards.h"

#include <math.h>

/* Records, and reads again what holds then. */
static CasenessStandards *
record (DataFixture *fixture, const char *subject, const char *body)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = caseness_store_open (fixture->store_path, CASENESS_STORE_CREATE, &error);
  g_autoptr(GDateTime) now = g_date_time_new_utc (2025, 7, 1, 9, 0, 0);
  const CasenessJournalStamp stamp = { now, "tester" };
  const CasenessJournalChange change = { CASENESS_RECORD_STANDARD, subject, body };
  g_autoptr(CasenessJournal) journal = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (caseness_journal_write (store, &change, 1, "Standard", &stamp, &error), >, 0);
  g_assert_no_error (error);
  journal = caseness_journal_load (store, &error);
  g_assert_no_error (error);
  return caseness_standards_new (journal);
}

static CasenessStandards *
record_standard (DataFixture *fixture, const CasenessStandard *standard)
{
  g_autofree char *subject = caseness_standard_dup_subject (standard);
  g_autofree char *body = caseness_standard_dup_body (standard);

  return record (fixture, subject, body);
}

static double
find (const CasenessStandards *standards, const char *id, const char *day)
{
  const CasenessStandard *standard = caseness_standards_find (standards, id, caseness_date_parse (day));

  return standard != NULL ? standard->value : NAN;
}

/* A new one takes over on its first day and gives way after its last; what went before holds on. */
static void
test_added (DataFixture *fixture, gconstpointer data)
{
  const CasenessStandard standard = {
    "M192", FALSE, 52.5, { caseness_date_new (2025, 4, 1), caseness_date_new (2026, 3, 31) },
    "local", "stated", "Contract of Exampleshire, 2025/26",
  };
  g_autoptr(CasenessStandards) standards = record_standard (fixture, &standard);
  const CasenessStandard *found
    = caseness_standards_find (standards, "m192", caseness_date_new (2025, 4, 1));

  g_assert_cmpfloat (find (standards, "M192", "2025-03-31"), ==, 50);
  g_assert_cmpfloat (find (standards, "M192", "2025-04-01"), ==, 52.5);
  g_assert_cmpfloat (find (standards, "M192", "2026-03-31"), ==, 52.5);
  g_assert_cmpfloat (find (standards, "M192", "2026-04-01"), ==, 50);
  g_assert_cmpstr (found->source, ==, "Contract of Exampleshire, 2025/26");
  g_assert_cmpstr (found->kind, ==, "local");
  g_assert_false (found->is_at_most);
  g_assert_cmpint (caseness_standards_get_origin (standards, caseness_standards_get_n (standards) - 1), ==,
                   CASENESS_STANDARD_ADDED);
}

/* One that comes with the program can be changed, ended and taken out, and comes back. */
static void
test_built_in (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStandards) ordinary = caseness_standards_new (NULL);
  CasenessStandard standard = *caseness_standards_find (ordinary, "M126", caseness_date_new (2025, 1, 1));
  g_autofree char *subject = caseness_standard_dup_subject (&standard);
  g_autofree char *removal = caseness_standard_dup_removal (CASENESS_STANDARD_BUILT_IN);
  g_autoptr(CasenessStandards) changed = NULL;
  g_autoptr(CasenessStandards) removed = NULL;
  g_autoptr(CasenessStandards) restored = NULL;

  g_assert_cmpstr (subject, ==, "M126/");
  standard.value = 8;
  standard.in_force.end = caseness_date_new (2025, 3, 31);
  changed = record_standard (fixture, &standard);
  g_assert_cmpuint (caseness_standards_get_n (changed), ==, caseness_standards_get_n (ordinary));
  g_assert_cmpfloat (find (changed, "M126", "2025-03-31"), ==, 8);
  g_assert_true (isnan (find (changed, "M126", "2025-04-01")));
  g_assert_false (caseness_standards_equal (ordinary, changed));
  removed = record (fixture, subject, removal);
  g_assert_cmpuint (caseness_standards_get_n (removed), ==, caseness_standards_get_n (ordinary) - 1);
  g_assert_true (isnan (find (removed, "M126", "2025-03-31")));
  restored = record (fixture, subject, NULL);
  g_assert_true (caseness_standards_equal (ordinary, restored));
  g_assert_null (caseness_standard_dup_removal (CASENESS_STANDARD_ADDED));
}

/* What a newer Caseness or nobody wrote is no standard, and does no harm. */
static void
test_unknown (DataFixture *fixture, gconstpointer data)
{
  static const struct { const char *subject; const char *body; } entries[] = {
    { "M999/2025-04-01", "{\"value\": \"5\"}" }, { "M192/2025-04-01", "{}" }, { "nonsense", "{\"value\": \"5\"}" },
  };
  g_autoptr(CasenessStandards) ordinary = caseness_standards_new (NULL);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr(CasenessStandards) standards = record (fixture, entries[i].subject, entries[i].body);

      g_assert_true (caseness_standards_equal (ordinary, standards));
    }
}

/* Recovery of one in two courses: held to another standard, the same figure stands to it otherwise. */
static void
test_explained (DataFixture *fixture, gconstpointer data)
{
  static const char script[] = "R 1 2025-01-01 2025-03-10;C 1a 2025-01-20 03 5 A/S1/CBT+PHQ9:15+GAD:10;"
                               "C 1b 2025-02-20 03 5 B/S1/CBT+PHQ9:4+GAD:3;"
                               "R 2 2025-01-01 2025-03-10;C 2a 2025-01-20 03 5 A/S1/CBT+PHQ9:15+GAD:10;"
                               "C 2b 2025-02-20 03 5 B/S1/CBT+PHQ9:14+GAD:10";
  const CasenessStandard stricter = { "M192", FALSE, 60, { caseness_date_new (2025, 3, 1), CASENESS_DATE_NONE },
                                      "local", "stated", "here" };
  CasenessPeriod march = { caseness_date_new (2025, 3, 1), caseness_date_new (2025, 3, 31) };
  g_autoptr(CasenessFigureAddress) address = caseness_figure_address_new ("M192", &march, NULL, NULL);
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
  g_autoptr(CasenessStandards) standards = record_standard (fixture, &stricter);
  g_autoptr(CasenessSnapshot) held = caseness_snapshot_with_standards (snapshot, standards);
  g_autoptr(CasenessExplanation) before = caseness_explanation_new (address, snapshot, NULL);
  g_autoptr(CasenessExplanation) after = NULL;

  g_clear_pointer (&snapshot, caseness_snapshot_unref); /* the other one keeps what it shares */
  after = caseness_explanation_new (address, held, NULL);
  g_assert_cmpfloat (before->figure.value, ==, 50);
  g_assert_cmpint (before->verdict, ==, CASENESS_VERDICT_MET);
  g_assert_cmpfloat (after->figure.value, ==, 50);
  g_assert_cmpfloat (after->standard->value, ==, 60);
  g_assert_cmpint (after->verdict, ==, CASENESS_VERDICT_NOT_MET);
}

/* What is recorded in a file holds for whoever loads it, the command line too. */
static void
test_loaded (DataFixture *fixture, gconstpointer data)
{
  const CasenessStandard standard = { "M053", FALSE, 90, { CASENESS_DATE_NONE, CASENESS_DATE_NONE }, "local", "stated",
                                      "here" };
  g_autoptr(CasenessStandards) standards = record_standard (fixture, &standard);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = caseness_store_open (fixture->store_path, CASENESS_STORE_READ, &error);
  g_autoptr(CasenessSnapshot) snapshot = NULL;

  g_assert_no_error (error);
  snapshot = caseness_snapshot_load (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (caseness_standards_equal (standards, caseness_snapshot_get_standards (snapshot)));
  g_assert_cmpfloat (caseness_standard_find (snapshot, caseness_measure_find ("M053"),
                                             caseness_date_new (2025, 6, 30))->value, ==, 90);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DATA_FIXTURE_ADD ("/measures/standards/added", test_added, NULL);
  DATA_FIXTURE_ADD ("/measures/standards/built-in", test_built_in, NULL);
  DATA_FIXTURE_ADD ("/measures/standards/unknown", test_unknown, NULL);
  DATA_FIXTURE_ADD ("/measures/standards/explained", test_explained, NULL);
  DATA_FIXTURE_ADD ("/measures/standards/loaded", test_loaded, NULL);
  return g_test_run ();
}
