/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-ptl-csv.h"
#include "caseness-ptl-meeting.h"
#include "caseness-ptl-since.h"

#include <glib/gstdio.h>

#define MEETING caseness_date_new (2025, 6, 23)
#define NOW caseness_date_new (2025, 6, 30)

/* Wait for first treatment: R1 throughout and late throughout; R2 late since 28 June; R3 seen; R4 discharged; R5 joined;
 * R6 joined late; R7 was never of it. On 23 June R1 to R4 waited, R1 past breach. */
#define SERVICE                                                                                \
  "R R1 2025-04-01;Q North - -;C C1 2025-04-20 01 5 A1/S1/-;"                                  \
  "R R2 2025-05-16;Q South - -;C C2 2025-05-20 01 5 A2/S1/-;"                                  \
  "R R3 2025-05-01;Q North - -;C C3 2025-05-20 01 5 A3/S1/-;C C4 2025-06-25 02 5 A4/S1/CBT;"   \
  "R R4 2025-05-01 2025-06-24;Q South - -;C C5 2025-05-20 01 5 A5/S1/-;"                       \
  "R R5 2025-06-20;Q North - -;C C6 2025-06-28 01 5 A6/S1/-;"                                  \
  "R R6 2025-04-02;Q North - -;C C7 2025-06-29 01 5 A7/S1/-;"                                  \
  "R R7 2025-06-20;Q North - -"

static CasenessPtl *
list_at (CasenessSnapshot *snapshot, CasenessDate day, int standard, const CasenessFilter *filter)
{
  return caseness_ptl_new (snapshot, CASENESS_STAGE_FIRST_TREATMENT, day, standard, filter);
}

/* Returns: a journal that holds these bodies under these subjects; an empty body removes its subject. */
static CasenessJournal *
make_journal (const CasenessJournalChange *changes, guint n)
{
  g_autofree char *folder = g_dir_make_tmp ("caseness-meeting-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "service.caseness", NULL);
  g_autoptr(GDateTime) now = g_date_time_new_utc (2025, 7, 1, 9, 30, 0);
  const CasenessJournalStamp stamp = { now, "tester" };
  g_autoptr(GError) error = NULL;
  CasenessStore *store = caseness_store_open (path, CASENESS_STORE_CREATE, &error);
  CasenessJournal *journal;
  guint i;

  g_assert_no_error (error);
  for (i = 0; i < n; i++)
    g_assert_cmpint (caseness_journal_write (store, &changes[i], 1, "tried", &stamp, &error), >, 0);
  journal = caseness_journal_load (store, &error);
  g_assert_no_error (error);
  caseness_store_close (store);
  g_remove (path);
  g_rmdir (folder);
  return journal;
}

static CasenessJournal *
keep_meeting (CasenessSnapshot *snapshot, CasenessDate day)
{
  g_autoptr(CasenessPtl) ptl = list_at (snapshot, day, CASENESS_STANDARD_OF_STAGE, NULL);
  g_autofree char *subject = caseness_ptl_meeting_dup_subject (CASENESS_STAGE_FIRST_TREATMENT, day);
  g_autofree char *body = caseness_ptl_meeting_dup_body (ptl);
  const CasenessJournalChange change = { CASENESS_RECORD_PTL_MEETING, subject, body };

  return make_journal (&change, 1);
}

/* Who made a move, by id: `R5 R6`, in waiting order. */
static char *
list_move (const CasenessPtlSince *since, CasenessPtlMove move)
{
  GString *ids = g_string_new (NULL);
  guint i;

  for (i = 0; i < since->moves[move]->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((CasenessPtlPerson *) g_ptr_array_index (since->moves[move], i))->service_request_id);
  return g_string_free (ids, FALSE);
}

/* Expected: a day, and who made each move. */
typedef struct
{
  CasenessDate day;
  gboolean is_kept;
  const char *moves[CASENESS_N_PTL_MOVES]; /* NULL for nobody */
} Expected;

static void
assert_since (CasenessPtl *ptl, CasenessJournal *journal, const Expected *expected)
{
  g_autoptr(CasenessPtlActions) actions
      = caseness_ptl_actions_new (journal, CASENESS_STAGE_FIRST_TREATMENT, caseness_ptl_get_as_at (ptl));
  g_autoptr(CasenessPtlSince) since = caseness_ptl_since_new (ptl, journal, actions);
  guint i;

  g_assert_cmpint (since->day, ==, expected->day);
  g_assert_cmpint (since->is_kept, ==, expected->is_kept);
  for (i = 0; i < CASENESS_N_PTL_MOVES; i++)
    {
      g_autofree char *ids = list_move (since, i);

      g_assert_cmpstr (ids, ==, expected->moves[i] != NULL ? expected->moves[i] : "");
    }
}

static void
test_since (void)
{
  const Expected kept = { MEETING, TRUE, { "R6 R5", "R3", "R4", NULL, "R6 R2", "R1" } };
  const Expected of_week = { MEETING, FALSE, { "R6 R5", "R3", "R4", NULL, "R6 R2", "R1" } };
  const Expected of_north = { MEETING, FALSE, { "R6 R5", "R3", NULL, NULL, "R6", "R1" } };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  g_autoptr(CasenessPtl) ptl = list_at (snapshot, NOW, CASENESS_STANDARD_OF_STAGE, NULL);
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  g_autoptr(CasenessFilter) north = caseness_filter_with (everybody, CASENESS_DIMENSION_LOCALITY, "North");
  g_autoptr(CasenessPtl) northern = list_at (snapshot, NOW, CASENESS_STANDARD_OF_STAGE, north);
  g_autoptr(CasenessJournal) journal = keep_meeting (snapshot, MEETING);

  assert_since (ptl, journal, &kept);
  assert_since (ptl, NULL, &of_week);
  assert_since (northern, NULL, &of_north);
  g_assert_true (caseness_ptl_meeting_is_kept (journal, CASENESS_STAGE_FIRST_TREATMENT, MEETING));
  g_assert_false (caseness_ptl_meeting_is_kept (journal, CASENESS_STAGE_FIRST_TREATMENT, NOW));
  g_assert_false (caseness_ptl_meeting_is_kept (journal, CASENESS_STAGE_FIRST_APPOINTMENT, MEETING));
}

/* A kept list counts what was on it, whatever is known today; a list of the day itself or later is none. */
static void
test_kept_list (void)
{
  g_autoptr(CasenessSnapshot) then = fixture_snapshot_new ("R R1 2025-05-16;C C1 2025-05-20 01 5 A1/S1/-;"
                                                           "R R9 2025-05-16;C C2 2025-05-20 01 5 A2/S1/-", NULL);
  g_autoptr(CasenessSnapshot) now = fixture_snapshot_new ("R R1 2025-05-16;C C1 2025-05-20 01 5 A1/S1/-;"
                                                          "R R2 2025-05-16;C C2 2025-05-20 01 5 A2/S1/-", NULL);
  g_autoptr(CasenessPtl) ptl = list_at (now, NOW, CASENESS_STANDARD_OF_STAGE, NULL);
  g_autoptr(CasenessPtl) shorter = list_at (now, NOW, 14, NULL);
  g_autoptr(CasenessJournal) journal = keep_meeting (then, MEETING);
  g_autoptr(CasenessJournal) of_today = keep_meeting (then, NOW);
  const Expected kept = { MEETING, TRUE, { "R2", NULL, NULL, NULL, "R1 R2", NULL } };
  const Expected worked_out = { MEETING, FALSE, { NULL, NULL, NULL, NULL, "R1 R2", NULL } };
  const Expected by_other_standard = { MEETING, FALSE, { NULL, NULL, NULL, NULL, NULL, "R1 R2" } };

  assert_since (ptl, journal, &kept);
  assert_since (ptl, of_today, &worked_out);
  assert_since (shorter, journal, &by_other_standard);
}

/* Whoever is off the list is told of as they waited, under a number of their own. */
static void
test_gone (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  g_autoptr(CasenessPtl) ptl = list_at (snapshot, NOW, CASENESS_STANDARD_OF_STAGE, NULL);
  g_autoptr(CasenessPtlActions) none = caseness_ptl_actions_new (NULL, CASENESS_STAGE_FIRST_TREATMENT, NOW);
  g_autoptr(CasenessPtlSince) since = caseness_ptl_since_new (ptl, NULL, none);
  const CasenessPtlPerson *seen = g_ptr_array_index (since->moves[CASENESS_PTL_MOVE_SEEN], 0);
  const CasenessPtlPerson *late = g_ptr_array_index (since->moves[CASENESS_PTL_MOVE_STILL_PAST], 0);

  g_assert_cmpint (seen->clock_start, ==, caseness_date_new (2025, 5, 1));
  g_assert_cmpint (seen->breach_date, ==, caseness_date_new (2025, 6, 12));
  g_assert_cmpint (seen->wait_days, ==, 53);
  g_assert_cmpuint (caseness_ptl_since_get_number (since, late), ==, 1);
  g_assert_cmpuint (caseness_ptl_since_get_number (since, seen), ==, 5); /* four wait now */
}

static void
test_actions (void)
{
  static const struct
  {
    const char *made, *due, *done, *as_at;
    gboolean is_open, is_late;
  } cases[] = {
    { "2025-06-23", "2025-06-30", "", "2025-06-22", FALSE, FALSE },
    { "2025-06-23", "2025-06-30", "", "2025-06-23", TRUE, FALSE },
    { "2025-06-23", "2025-06-30", "", "2025-06-30", TRUE, FALSE },
    { "2025-06-23", "2025-06-30", "", "2025-07-01", TRUE, TRUE },
    { "2025-06-23", "", "", "2025-07-01", TRUE, FALSE },
    { "2025-06-23", "2025-06-24", "2025-06-30", "2025-06-29", TRUE, TRUE },
    { "2025-06-23", "2025-06-24", "2025-06-30", "2025-06-30", FALSE, FALSE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CasenessPtlAction action = { .made = caseness_date_parse (cases[i].made),
                                         .due = caseness_date_parse (cases[i].due),
                                         .done = caseness_date_parse (cases[i].done) };
      CasenessDate as_at = caseness_date_parse (cases[i].as_at);

      g_assert_cmpint (caseness_ptl_action_is_open (&action, as_at), ==, cases[i].is_open);
      g_assert_cmpint (caseness_ptl_action_is_late (&action, as_at), ==, cases[i].is_late);
    }
}

/* Recorded: an action about one of the people of SERVICE. */
typedef struct
{
  const char *id, *what, *owner;
  CasenessDate made, done;
  CasenessStage stage;
} Recorded;

static CasenessJournal *
record (const Recorded *recorded, guint n)
{
  g_autofree CasenessJournalChange *changes = g_new0 (CasenessJournalChange, n + 1);
  CasenessJournal *journal;
  guint i;

  for (i = 0; i < n; i++)
    {
      const CasenessPtlPerson person = { .provider = "XA1", .service_request_id = recorded[i].id };
      const CasenessPtlAction action = { NULL, (char *) recorded[i].what, (char *) recorded[i].owner, recorded[i].made,
                                         recorded[i].made + 9, recorded[i].done };

      changes[i].kind = CASENESS_RECORD_PTL_ACTION;
      changes[i].subject = caseness_ptl_action_dup_subject (recorded[i].stage, &person, action.made);
      changes[i].body = caseness_ptl_action_dup_body (&action, recorded[i].stage, &person);
    }
  changes[n] = (CasenessJournalChange){ CASENESS_RECORD_PTL_ACTION, "nonsense", "{\"made\":\"soon\"}" };
  journal = make_journal (changes, n + 1);
  for (i = 0; i < n; i++)
    {
      g_free ((char *) changes[i].subject);
      g_free ((char *) changes[i].body);
    }
  return journal;
}

#define OF CASENESS_STAGE_FIRST_TREATMENT
#define OPEN CASENESS_DATE_NONE

/* Somebody's action is the one agreed last, of this queue and by this day. */
static void
test_recorded (void)
{
  static const CasenessPtlPerson first = { .provider = "XA1", .service_request_id = "R1" };
  static const CasenessPtlPerson second = { .provider = "XA1", .service_request_id = "R2" };
  static const CasenessPtlPerson third = { .provider = "XA1", .service_request_id = "R3" };
  const Recorded recorded[] = {
    { "R1", "Phone", "North lead", NOW, OPEN, OF },
    { "R1", "Offer North slot", "Booking", MEETING, NOW, OF },
    { "R1", "Later", "Booking", NOW + 1, OPEN, OF },
    { "R2", "Ask again", "North lead", MEETING, OPEN, OF },
    { "R2", "Step", "Nobody", NOW, OPEN, CASENESS_STAGE_STEP_UP },
  };
  g_autoptr(CasenessJournal) journal = record (recorded, G_N_ELEMENTS (recorded));
  g_autoptr(CasenessPtlActions) found = caseness_ptl_actions_new (journal, OF, NOW);
  g_autoptr(CasenessPtlActions) nothing = caseness_ptl_actions_new (journal, CASENESS_STAGE_FOLLOW_UP, NOW);
  g_auto(GStrv) owners = caseness_ptl_actions_list_owners (found);
  const CasenessPtlAction *action = caseness_ptl_actions_find (found, &first);

  g_assert_cmpstr (action->what, ==, "Phone");
  g_assert_cmpstr (action->owner, ==, "North lead");
  g_assert_cmpint (action->due, ==, NOW + 9);
  g_assert_cmpstr (action->subject, ==, "first treatment/XA1/R1/2025-06-30");
  g_assert_cmpstr (caseness_ptl_actions_find_by (found, "XA1/R1", NOW - 1)->what, ==, "Offer North slot");
  g_assert_null (caseness_ptl_actions_find_by (found, "XA1/R1", MEETING - 1));
  g_assert_cmpstr (caseness_ptl_actions_find (found, &second)->what, ==, "Ask again");
  g_assert_null (caseness_ptl_actions_find (found, &third));
  g_assert_cmpstr (owners[0], ==, "North lead");
  g_assert_cmpstr (owners[1], ==, "Booking");
  g_assert_null (owners[2]);
  g_assert_false (caseness_ptl_actions_are_none (found));
  g_assert_true (caseness_ptl_actions_are_none (nothing));
}

/* Of the actions open after the last meeting, which are done: also of those who are off the list by now. What is agreed
 * anew takes the earlier one's place, and is not done. */
static void
test_reviewed (void)
{
  const Recorded recorded[] = {
    { "R1", "Phone", "", MEETING, NOW, OF },          /* done since */
    { "R2", "Phone", "", MEETING, MEETING, OF },      /* done at the meeting */
    { "R2", "Phone again", "", NOW, OPEN, OF },       /* agreed today */
    { "R3", "Phone", "", MEETING - 7, MEETING + 1, OF }, /* seen since, and done */
    { "R4", "Phone", "", MEETING, OPEN, OF },         /* discharged since, but not done */
    { "R6", "Phone", "", MEETING + 1, NOW, OF },      /* agreed and done between */
    { "R7", "Phone", "", MEETING, NOW + 1, OF },      /* done tomorrow */
  };
  const Expected expected = { MEETING, FALSE, { "R6 R5", "R3", "R4", NULL, "R6 R2", "R1", "R1 R3 R4 R7", "R1 R3",
                                                "R4 R2 R7" } };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  g_autoptr(CasenessPtl) ptl = list_at (snapshot, NOW, CASENESS_STANDARD_OF_STAGE, NULL);
  g_autoptr(CasenessJournal) journal = record (recorded, G_N_ELEMENTS (recorded));

  assert_since (ptl, journal, &expected);
}

/* What must not be read in a meeting: staff by name or id, and whom the action is about. */
static void
test_names_somebody (void)
{
  static const struct
  {
    const char *text;
    gboolean names;
  } cases[] = {
    { "Offer North slot", FALSE }, { "", FALSE },        { "S1 to phone", TRUE }, { "ask s1", TRUE },
    { "S10 to phone", FALSE },     { "(S1)", TRUE },     { "about R1.", TRUE },   { "R12", FALSE },
    { "XR1", FALSE },              { "x R12, R1", TRUE }, { "S1é", FALSE },        { "S5", FALSE },
    { "S2 or s3", TRUE },          { "P1", TRUE },        { "by S4", TRUE },
  };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new ("R R1 2025-05-16;F S1 North;W first-appointment 2025-05-20 - CBT 3 North - S2;"
                                                               "B B1 2025-08-01 01 CBT S3;R R2 2025-05-01;"
                                                               "C C1 2025-05-20 02 5 A1/S4/CBT", NULL);
  g_autoptr(GPtrArray) staff = caseness_ptl_list_staff (snapshot);
  const CasenessPtlPerson person = { .provider = "XA1", .service_request_id = "R1", .local_patient_id = "P1" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (caseness_ptl_action_names_somebody (staff, &person, cases[i].text), ==, cases[i].names);
    }
}

/* What is agreed stands beside whom it is about, and a blank where nothing is. */
static void
test_csv (void)
{
  const Recorded recorded[] = { { "R2", "Phone, again", "North lead", MEETING, NOW, OF },
                                { "R7", "Phone", "", MEETING, OPEN, OF } };
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (SERVICE, NULL);
  g_autoptr(CasenessPtl) ptl = list_at (snapshot, NOW, CASENESS_STANDARD_OF_STAGE, NULL);
  g_autoptr(CasenessPtlGrid) grid = caseness_ptl_count (ptl, CASENESS_PTL_SPLIT_LOCALITY, CASENESS_PTL_SPLIT_ALL, NULL);
  g_autoptr(CasenessJournal) journal = record (recorded, G_N_ELEMENTS (recorded));
  g_autoptr(CasenessPtlActions) actions = caseness_ptl_actions_new (journal, OF, NOW);
  g_autoptr(CasenessCsvWriter) people = caseness_csv_writer_new (FALSE);
  g_autoptr(CasenessCsvWriter) queues = caseness_csv_writer_new (FALSE);
  g_autoptr(GArray) list = caseness_ptl_list_queues (ptl, grid);
  g_autoptr(CasenessPtlSince) since = NULL;
  g_auto(GStrv) lines = NULL;

  caseness_ptl_write_people_csv (people, ptl, NULL, actions);
  lines = g_strsplit (caseness_csv_writer_peek (people, NULL), "\n", -1);
  g_assert_true (g_str_has_suffix (lines[0], ",priority,action,owner,agreed,due,done"));
  g_assert_true (g_str_has_suffix (lines[1], ",None,,,,,")); /* R1 */
  g_assert_true (g_str_has_suffix (lines[3], ",None,\"Phone, again\",North lead,2025-06-23,2025-07-02,2025-06-30"));

  /* R7 was never on this list: there is no wait to tell of. */
  caseness_csv_writer_clear (people);
  since = caseness_ptl_since_new (ptl, journal, actions);
  caseness_ptl_write_people_csv (people, ptl, since->moves[CASENESS_PTL_MOVE_ACTION_OPEN], actions);
  g_strfreev (lines);
  lines = g_strsplit (caseness_csv_writer_peek (people, NULL), "\n", -1);
  g_assert_true (g_str_has_prefix (lines[1], "first treatment,R7,,,,,XA1,"));
  g_assert_true (g_str_has_suffix (lines[1], ",Phone,,2025-06-23,2025-07-02,"));

  /* In the twelve weeks to 30 June six people joined, four of them of North, and R3 of North was treated. By a standard of
   * six weeks five weeks of joiners may wait: 2.5 people, 1 2/3 and 5/6. */
  caseness_ptl_write_queues_csv (queues, list);
  g_strfreev (lines);
  lines = g_strsplit (caseness_csv_writer_peek (queues, NULL), "\n", -1);
  g_assert_cmpstr (lines[0], ==, "group,waiting,new_per_week,seen_per_week,weeks_to_clear,backlog,backlog_weeks");
  g_assert_cmpstr (lines[1], ==, "All,4,0.5,0.083333,48,1.5,");
  g_assert_cmpstr (lines[2], ==, "North,3,0.333333,0.083333,36,1.333333,");
  g_assert_cmpstr (lines[3], ==, "South,1,0.166667,0,,0.166667,");
  g_assert_cmpstr (lines[4], ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/ptl-meeting/since", test_since);
  g_test_add_func ("/measures/ptl-meeting/kept-list", test_kept_list);
  g_test_add_func ("/measures/ptl-meeting/gone", test_gone);
  g_test_add_func ("/measures/ptl-meeting/actions", test_actions);
  g_test_add_func ("/measures/ptl-meeting/recorded", test_recorded);
  g_test_add_func ("/measures/ptl-meeting/reviewed", test_reviewed);
  g_test_add_func ("/measures/ptl-meeting/names-somebody", test_names_somebody);
  g_test_add_func ("/measures/ptl-meeting/csv", test_csv);
  return g_test_run ();
}
