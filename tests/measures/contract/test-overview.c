/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-overview.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* A service file with a journal of its own. */
typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = NULL;

  fixture->folder = g_dir_make_tmp ("caseness-overview-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a.caseness", NULL);
  store = caseness_store_open (fixture->path, CASENESS_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Records and reads again what holds then. */
static CasenessJournal *
record (Fixture *fixture, const char *kind, const char *subject, const char *body)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessStore) store = caseness_store_open (fixture->path, CASENESS_STORE_WRITE, &error);
  g_autoptr(GDateTime) now = g_date_time_new_utc (2025, 7, 1, 9, 0, 0);
  const CasenessJournalStamp stamp = { now, "tester" };
  const CasenessJournalChange change = { kind, subject, body };
  CasenessJournal *journal;

  g_assert_no_error (error);
  g_assert_cmpint (caseness_journal_write (store, &change, 1, "a test", &stamp, &error), >, 0);
  g_assert_no_error (error);
  journal = caseness_journal_load (store, &error);
  g_assert_no_error (error);
  return journal;
}

static char *
list (CasenessOverviewSet set, CasenessJournal *journal)
{
  g_autoptr(GArray) standards = caseness_overview_list_standards (set, journal, FALSE);
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < standards->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            g_array_index (standards, CasenessOverviewStandard, i).measure->id);
  return g_string_free (text, FALSE);
}

/* Every row of the reference names a measure, once a set, and says who asks for it. */
static void
test_sets (void)
{
  guint set;

  for (set = 0; set < CASENESS_N_OVERVIEW_SETS; set++)
    {
      g_autoptr(GArray) standards = caseness_overview_list_standards (set, NULL, FALSE);
      guint i, k;

      g_assert_cmpuint (standards->len, >=, 10);
      for (i = 0; i < standards->len; i++)
        {
          const CasenessOverviewStandard *standard = &g_array_index (standards, CasenessOverviewStandard, i);

          g_assert_nonnull (standard->measure);
          g_assert_cmpstr (standard->name, !=, "");
          for (k = 0; k < i; k++)
            g_assert_true (g_array_index (standards, CasenessOverviewStandard, k).measure != standard->measure);
        }
    }
}

/* People leave a standard out, add one that is in no set, and pin one: pins come first. */
static void
test_choice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *hidden = caseness_overview_dup_body (FALSE);
  g_autofree char *shown = caseness_overview_dup_body (TRUE);
  g_autoptr(CasenessJournal) journal = record (fixture, CASENESS_RECORD_OVERVIEW, "contract/M192", hidden);
  g_autofree char *without = list (CASENESS_OVERVIEW_CONTRACT, journal);
  g_autofree char *other = list (CASENESS_OVERVIEW_CLINICAL, journal);
  g_autofree char *with = NULL;
  g_auto(GStrv) words = NULL;
  g_autoptr(GArray) all = NULL;

  g_assert_null (strstr (without, "M192"));
  g_assert_nonnull (strstr (other, "M192"));
  g_clear_pointer (&journal, caseness_journal_unref);
  journal = record (fixture, CASENESS_RECORD_OVERVIEW, "contract/M001", shown);
  g_clear_pointer (&journal, caseness_journal_unref);
  journal = record (fixture, CASENESS_RECORD_PIN, "M343", "{}");
  with = list (CASENESS_OVERVIEW_CONTRACT, journal);
  g_assert_true (g_str_has_prefix (with, "M343 "));
  g_assert_true (g_str_has_suffix (with, " M001"));
  all = caseness_overview_list_standards (CASENESS_OVERVIEW_CONTRACT, journal, TRUE);
  words = g_strsplit (with, " ", -1);
  g_assert_cmpuint (all->len, ==, g_strv_length (words) + 1);
}

/* A note belongs to its figure or to all of them; one that is removed is gone; there can be several a day. */
static void
test_notes (Fixture *fixture, gconstpointer data)
{
  CasenessPeriod day = { caseness_date_new (2025, 3, 4), caseness_date_new (2025, 3, 4) };
  g_autofree char *one = caseness_figure_note_dup_body ("M192", &day, "one");
  g_autofree char *every = caseness_figure_note_dup_body (CASENESS_RECORD_EVERY, &day, "every");
  g_autofree char *subject = caseness_figure_note_dup_subject (NULL, CASENESS_RECORD_ANNOTATION, "M192", day.start);
  g_autofree char *next = NULL;
  g_autoptr(CasenessJournal) journal = record (fixture, CASENESS_RECORD_ANNOTATION, subject, one);
  g_autoptr(GArray) mine = NULL;
  g_autoptr(GArray) others = NULL;

  g_assert_cmpstr (subject, ==, "M192/2025-03-04/1");
  next = caseness_figure_note_dup_subject (journal, CASENESS_RECORD_ANNOTATION, "M192", day.start);
  g_assert_cmpstr (next, ==, "M192/2025-03-04/2");
  g_clear_pointer (&journal, caseness_journal_unref);
  journal = record (fixture, CASENESS_RECORD_ANNOTATION, "all/2025-03-04/1", every);
  mine = caseness_figure_notes_list (journal, CASENESS_RECORD_ANNOTATION, "M192");
  others = caseness_figure_notes_list (journal, CASENESS_RECORD_ANNOTATION, "M186");
  g_assert_cmpuint (mine->len, ==, 2);
  g_assert_cmpuint (others->len, ==, 1);
  g_assert_cmpstr (g_array_index (others, CasenessFigureNote, 0).text, ==, "every");
  g_assert_cmpstr (g_array_index (others, CasenessFigureNote, 0).written_by, ==, "tester");
  g_clear_pointer (&mine, g_array_unref);
  g_clear_pointer (&others, g_array_unref);
  g_clear_pointer (&journal, caseness_journal_unref);
  journal = record (fixture, CASENESS_RECORD_ANNOTATION, subject, NULL);
  mine = caseness_figure_notes_list (journal, CASENESS_RECORD_ANNOTATION, "M192");
  g_assert_cmpuint (mine->len, ==, 1);
  /* What another Caseness may have written is no note. */
  g_clear_pointer (&mine, g_array_unref);
  g_clear_pointer (&journal, caseness_journal_unref);
  journal = record (fixture, CASENESS_RECORD_ANNOTATION, "odd", "{\"measure\":\"M192\",\"text\":\"no day\"}");
  mine = caseness_figure_notes_list (journal, CASENESS_RECORD_ANNOTATION, "M192");
  g_assert_cmpuint (mine->len, ==, 1);
}

/* Whole months with a plan add up; a month without one leaves the sum unknown, and so do parts of months. */
static void
test_plan (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *to;
    double plan;
  } cases[] = {
    { "2025-04-01", "2025-04-30", 700 },  { "2025-04-01", "2025-05-31", 1420 }, { "2025-04-01", "2025-06-30", NAN },
    { "2025-04-02", "2025-04-30", NAN },  { "2025-04-01", "2025-04-29", NAN },  { "2025-03-01", "2025-03-31", NAN },
  };
  const CasenessDate months[] = { caseness_date_new (2025, 4, 1), caseness_date_new (2025, 5, 1),
                                  caseness_date_new (2025, 6, 1) };
  const double values[] = { 700, 720, NAN };
  g_autofree char *body = caseness_plan_dup_body (months, values, G_N_ELEMENTS (months));
  g_autoptr(CasenessJournal) journal = record (fixture, CASENESS_RECORD_PLAN, "M031", body);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessPeriod period = { caseness_date_parse (cases[i].from), caseness_date_parse (cases[i].to) };
      double plan = caseness_plan_get (journal, "M031", &period);

      g_assert_true (isnan (cases[i].plan) ? isnan (plan) : plan == cases[i].plan);
      g_assert_true (isnan (caseness_plan_get (journal, "M076", &period)));
    }
  g_assert_null (caseness_plan_dup_body (months, values + 2, 1));
}

static void
test_options (Fixture *fixture, gconstpointer data)
{
  CasenessChartOptions options = { FALSE, 18, CASENESS_SERIES_P }, read;
  g_autofree char *body = caseness_chart_options_dup_body (&options);
  g_autoptr(CasenessJournal) journal = NULL;

  caseness_chart_options_read (NULL, &read);
  g_assert_true (read.screens_ranges);
  g_assert_cmpuint (read.baseline, ==, 12);
  g_assert_cmpint (read.method, ==, CASENESS_SERIES_XMR);
  journal = record (fixture, CASENESS_RECORD_CHART_OPTIONS, CASENESS_RECORD_EVERY, body);
  caseness_chart_options_read (journal, &read);
  g_assert_false (read.screens_ranges);
  g_assert_cmpuint (read.baseline, ==, 18);
  g_assert_cmpint (read.method, ==, CASENESS_SERIES_P);
}

/* A plan that people recorded is the target of a count, a step change breaks its line, a note stands on it. */
static void
test_overview (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSnapshot) snapshot
    = fixture_snapshot_new ("R R1 2025-01-02; C C1 2025-01-10 02 5; R R2 2025-02-02; C C2 2025-02-10 02 5", NULL);
  const CasenessDate months[] = { caseness_date_new (2025, 2, 1), caseness_date_new (2025, 3, 1) };
  const double values[] = { 3, 4 };
  CasenessPeriod day = { caseness_date_new (2025, 2, 1), caseness_date_new (2025, 2, 1) };
  g_autofree char *plan = caseness_plan_dup_body (months, values, G_N_ELEMENTS (months));
  g_autofree char *change = caseness_figure_note_dup_body ("M031", &day, "a new team");
  CasenessOverviewOptions options = { .set = CASENESS_OVERVIEW_CONTRACT, .n_points = 3,
                                      .last = caseness_date_new (2025, 3, 31) };
  g_autoptr(CasenessJournal) first = record (fixture, CASENESS_RECORD_PLAN, "M031", plan);
  g_autoptr(CasenessJournal) journal = record (fixture, CASENESS_RECORD_STEP_CHANGE, "M031/2025-02-01", change);
  g_autoptr(CasenessOverview) overview = NULL;
  const CasenessOverviewRow *row;
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  options.journal = journal;
  overview = caseness_overview_new (snapshot, &options, NULL, &error);
  g_assert_no_error (error);
  row = caseness_overview_find (overview, caseness_measure_find ("M031"));
  g_assert_nonnull (row);
  g_assert_cmpfloat (row->series->figures[1].value, ==, 1);
  g_assert_cmpfloat (row->series->targets[1], ==, 3);
  g_assert_cmpfloat (caseness_series_get_target (row->series), ==, 4);
  g_assert_true (row->series->is_planned);
  g_assert_cmpuint (row->series->changes->len, ==, 1);
  g_assert_cmpuint (row->series->chart.n_phases, ==, 2);
  g_assert_false (row->has_england); /* a count */
  message = caseness_overview_dup_message (overview);
  g_assert_cmpstr (message, !=, "");
}

/* The fixture's months begin with January 2025. Empty months before them are not drawn; the first three are left out where
 * twelve remain. */
static void
test_begins (void)
{
  static const struct { const char *last, *first; guint n_points; gboolean begins_late; } cases[] = {
    { "2024-11-30", "2022-12-01", 24, FALSE }, /* nothing is loaded of all that: as asked */
    { "2025-03-31", "2025-01-01", 3, FALSE },
    { "2026-02-28", "2025-01-01", 14, FALSE }, /* eleven would remain */
    { "2026-03-31", "2025-04-01", 12, TRUE },
    { "2026-12-31", "2025-04-01", 21, TRUE },
    { "2027-02-28", "2025-04-01", 23, TRUE },
    { "2027-03-31", "2025-04-01", 24, FALSE }, /* the first months are out of sight */
  };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new ("R R1 2025-01-02; C C1 2025-01-10 02 5", NULL);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessOverviewOptions options = { .n_points = 24, .last = caseness_date_parse (cases[i].last),
                                          .measure = caseness_measure_find ("M031") };
      g_autoptr(CasenessOverview) overview = caseness_overview_new (snapshot, &options, NULL, NULL);
      const CasenessSeries *series = ((CasenessOverviewRow *) g_ptr_array_index (overview->rows, 0))->series;
      g_autofree char *warning = caseness_overview_dup_warning (overview);

      g_test_message ("until %s", cases[i].last);
      g_assert_cmpuint (series->n_points, ==, cases[i].n_points);
      g_assert_cmpint (series->periods[0].start, ==, caseness_date_parse (cases[i].first));
      g_assert_cmpint (overview->span.start, ==, series->periods[0].start);
      g_assert_cmpint (overview->begins_late, ==, cases[i].begins_late);
      g_assert_cmpint (warning != NULL && strstr (warning, "leave out") != NULL, ==, cases[i].begins_late);
    }
}

/* Nothing to show is no error. */
static void
test_cancelled (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new ("R R1 2025-01-02", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  CasenessOverviewOptions options = { .n_points = 3, .last = caseness_date_new (2025, 3, 31) };
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (caseness_overview_new (snapshot, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, function) \
  g_test_add ("/measures/overview/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/overview/sets", test_sets);
  ADD ("choice", test_choice);
  ADD ("notes", test_notes);
  ADD ("plan", test_plan);
  ADD ("options", test_options);
  ADD ("overview", test_overview);
  g_test_add_func ("/measures/overview/begins", test_begins);
  g_test_add_func ("/measures/overview/cancelled", test_cancelled);
  return g_test_run ();
}
