/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-journal-body.h"
#include "caseness-journal.h"
#include "caseness-store-copy.h"
#include "caseness-store-private.h"
#include "data-fixture.h"

#include <string.h>

static CasenessStore *
open_store (DataFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  CasenessStore *store = caseness_store_open (fixture->store_path, CASENESS_STORE_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

static CasenessJournal *
load (CasenessStore *store)
{
  g_autoptr(GError) error = NULL;
  CasenessJournal *journal = caseness_journal_load (store, &error);

  g_assert_no_error (error);
  return journal;
}

static gint64
write_changes (CasenessStore *store, const CasenessJournalChange *changes, guint n, const char *words)
{
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  const CasenessJournalStamp stamp = { now, "tester" };
  g_autoptr(GError) error = NULL;
  gint64 action_id = caseness_journal_write (store, changes, n, words, &stamp, &error);

  g_assert_no_error (error);
  return action_id;
}

/* The body {"n":"@value"}, or none for "-". */
static char *
make_body (const char *value)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();

  if (g_str_equal (value, "-"))
    return NULL;
  caseness_journal_body_set_text (body, "n", value);
  return caseness_journal_body_to_text (body);
}

static gint64
write_one (CasenessStore *store, const char *kind, const char *subject, const char *value)
{
  g_autofree char *text = make_body (value);
  g_autofree char *words = g_strdup_printf ("%s %s", subject, value);
  const CasenessJournalChange change = { kind, subject, text };

  return write_changes (store, &change, 1, words);
}

static void
step_back (CasenessStore *store, gint64 action_id, CasenessJournalStep expected)
{
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (caseness_journal_undo (store, action_id, now, NULL, &error), ==, expected);
  g_assert_no_error (error);
}

static void
step_forth (CasenessStore *store, CasenessJournalStep expected)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (caseness_journal_redo (store, NULL, &error), ==, expected);
  g_assert_no_error (error);
}

/* What holds, as "a=1 b=2", in the order of the list. */
static char *
describe (CasenessJournal *journal, const char *kind)
{
  g_autoptr(GPtrArray) list = caseness_journal_list (journal, kind);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const CasenessJournalEntry *entry = g_ptr_array_index (list, i);
      g_autoptr(CasenessJournalBody) body = caseness_journal_body_parse (entry->body);

      g_assert_true (caseness_journal_get (journal, kind, entry->subject) == entry);
      g_string_append_printf (words, "%s%s=%s", i > 0 ? " " : "", entry->subject,
                              caseness_journal_body_get_text (body, "n"));
    }
  return g_string_free (words, FALSE);
}

/* A draft of the same kind, so that it is seen beside the rest. */
static void
keep_draft (CasenessStore *store, const char *value)
{
  g_autofree char *text = make_body (value);
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  const CasenessJournalStamp stamp = { now, "tester" };
  const CasenessJournalChange change = { "note", "d", text };
  g_autoptr(GError) error = NULL;

  g_assert_true (caseness_journal_keep_draft (store, &change, &stamp, &error));
  g_assert_no_error (error);
}

/* "d1" keeps the draft 1, "d-" is done with it; "a1" writes 1 to a, "a-" removes it; "u" undoes, "u2" undoes the second action; "r" redoes; "U" and "R" find
 * nothing to do. */
static const struct
{
  const char *name;
  const char *steps;
  const char *expected;
  const char *undo;
  const char *redo;
} cases[] = {
  { "nothing", "", "", NULL, NULL },
  { "nothing-to-undo", "U", "", NULL, NULL },
  { "nothing-to-redo", "a1 R", "a=1", "a 1", NULL },
  { "latest-wins", "a1 a2", "a=2", "a 2", NULL },
  { "order-of-first-writing", "b1 a1 b2", "b=2 a=1", "b 2", NULL },
  { "undo-shows-earlier", "a1 a2 u", "a=1", "a 1", "a 2" },
  { "undo-first", "a1 u", "", NULL, "a 1" },
  { "undo-twice-redo-in-turn", "a1 b1 u u r", "a=1", "a 1", "b 1" },
  { "undo-twice-redo-twice", "a1 b1 u u r r", "a=1 b=1", "b 1", NULL },
  { "redo-then-undo", "a1 a2 u r u", "a=1", "a 1", "a 2" },
  { "write-forgets-redo", "a1 a2 u b1 R", "a=1 b=1", "b 1", NULL },
  { "write-forgets-for-good", "a1 a2 u b1 u r R", "a=1 b=1", "b 1", NULL },
  { "removed", "a1 a-", "", "a -", NULL },
  { "removal-undone", "a1 a- u", "a=1", "a 1", "a -" },
  { "written-after-removal", "a1 b1 a- a2", "a=2 b=1", "a 2", NULL },
  { "one-action", "a1 b1 u1", "b=1", "b 1", "a 1" },
  { "one-action-redone", "a1 b1 u1 r", "a=1 b=1", "b 1", NULL },
  { "last-undone-is-redone-first", "a1 b1 c1 u1 u r", "b=1 c=1", "c 1", "a 1" },
  { "draft-is-no-action", "d1 U", "d=1", NULL, NULL },
  { "draft-latest-wins", "d1 d2", "d=2", NULL, NULL },
  { "draft-finished-with", "d1 d-", "", NULL, NULL },
  { "draft-leaves-redo", "a1 a2 u d1 r", "a=2 d=1", "a 2", NULL },
  { "draft-stays-when-undone-around-it", "a1 d1 u", "d=1", NULL, "a 1" },
  { "earlier-action-under-a-later", "a1 a2 u1", "a=2", "a 2", "a 1" },
};

static void
take_step (CasenessStore *store, const char *step)
{
  if (step[0] == 'U' || step[0] == 'u')
    step_back (store, g_ascii_strtoll (step + 1, NULL, 10),
               step[0] == 'u' ? CASENESS_JOURNAL_DONE : CASENESS_JOURNAL_NOTHING);
  else if (step[0] == 'R' || step[0] == 'r')
    step_forth (store, step[0] == 'r' ? CASENESS_JOURNAL_DONE : CASENESS_JOURNAL_NOTHING);
  else if (step[0] == 'd')
    keep_draft (store, step + 1);
  else
    {
      const char subject[] = { step[0], '\0' };

      write_one (store, "note", subject, step + 1);
    }
}

static void
test_steps (DataFixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(CasenessStore) store = open_store (fixture);
  g_auto(GStrv) steps = g_strsplit (cases[i].steps, " ", -1);
  g_autoptr(CasenessJournal) journal = NULL;
  g_autofree char *held = NULL;

  for (guint n = 0; steps[n] != NULL; n++)
    take_step (store, steps[n]);
  journal = load (store);
  held = describe (journal, "note");
  g_assert_cmpstr (held, ==, cases[i].expected);
  g_assert_cmpstr (caseness_journal_get_undo (journal), ==, cases[i].undo);
  g_assert_cmpstr (caseness_journal_get_redo (journal), ==, cases[i].redo);
}

/* What was ticked together is undone together. */
static void
test_action (DataFixture *fixture, gconstpointer data)
{
  static const CasenessJournalChange both[] = { { "note", "a", "{\"n\":\"1\"}" }, { "theme", "a", "{\"n\":\"2\"}" } };
  g_autoptr(CasenessStore) store = open_store (fixture);
  g_autoptr(CasenessJournal) before = NULL;
  g_autoptr(CasenessJournal) after = NULL;
  const CasenessJournalEntry *note, *theme;

  write_changes (store, both, 2, "Note and theme");
  before = load (store);
  note = caseness_journal_get (before, "note", "a");
  theme = caseness_journal_get (before, "theme", "a");
  g_assert_cmpint (note->action_id, ==, theme->action_id);
  g_assert_cmpstr (note->body, ==, "{\"n\":\"1\"}");
  g_assert_cmpstr (theme->body, ==, "{\"n\":\"2\"}");
  g_assert_cmpstr (note->written_by, ==, "tester");
  g_assert_cmpint ((gint64) strlen (note->written_at), ==, (gint64) strlen ("2025-07-01 09:30:00"));

  step_back (store, 0, CASENESS_JOURNAL_DONE);
  after = load (store);
  g_assert_null (caseness_journal_get (after, "note", "a"));
  g_assert_null (caseness_journal_get (after, "theme", "a"));
  g_assert_nonnull (caseness_journal_get (before, "note", "a")); /* a value does not change */
}

static void
test_history (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = open_store (fixture);
  g_autoptr(CasenessJournal) journal = NULL;
  g_autoptr(GPtrArray) history = NULL;
  g_autoptr(GPtrArray) none = NULL;

  write_one (store, "note", "a", "1");
  write_one (store, "note", "b", "1");
  write_one (store, "note", "a", "2");
  step_back (store, 0, CASENESS_JOURNAL_DONE);
  write_one (store, "note", "a", "-");
  journal = load (store);
  history = caseness_journal_list_history (journal, "note", "a");
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpstr (((CasenessJournalEntry *) history->pdata[0])->words, ==, "a 1");
  g_assert_null (((CasenessJournalEntry *) history->pdata[1])->body);
  none = caseness_journal_list_history (journal, "theme", "a");
  g_assert_cmpuint (none->len, ==, 0);
}

/* Another program sees it while this one has not even closed the file. */
static void
test_durable (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = open_store (fixture);

  write_one (store, "note", "a", "1");
  data_fixture_assert_ask (fixture, "SELECT kind, subject, body, words FROM journal_entry", "note|a|{\"n\":\"1\"}|a 1");
}

static const char *const no_objects[] = { "", "[1]", "7", "{\"a\":", "words" };

static void
test_no_object (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessStore) store = open_store (fixture);
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  const CasenessJournalStamp stamp = { now, "tester" };

  for (guint i = 0; i < G_N_ELEMENTS (no_objects); i++)
    {
      const CasenessJournalChange changes[] = { { "note", "a", "{}" }, { "note", "b", no_objects[i] } };
      g_autoptr(GError) error = NULL;

      g_test_expect_message ("caseness", G_LOG_LEVEL_CRITICAL, "*are_valid*");
      g_assert_cmpint (caseness_journal_write (store, changes, 2, "both", &stamp, &error), ==, 0);
      g_test_assert_expected_messages ();
      data_fixture_assert_ask (fixture, "SELECT count (*) FROM journal_entry", "0"); /* nor the half of it */
    }
}

static void
test_read_only (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  const CasenessJournalStamp stamp = { now, "tester" };
  const CasenessJournalChange change = { "note", "b", "{}" };
  g_autoptr(CasenessStore) store = open_store (fixture);
  g_autoptr(GError) error = NULL;

  write_one (store, "note", "a", "1");
  g_clear_pointer (&store, caseness_store_close);
  store = caseness_store_open (fixture->store_path, CASENESS_STORE_READ, &error);
  g_assert_cmpint (caseness_journal_write (store, &change, 1, "b", &stamp, &error), ==, 0);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_cmpint (caseness_journal_undo (store, 0, now, NULL, &error), ==, CASENESS_JOURNAL_FAILED);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_READ_ONLY);
}

/* A file of every earlier version becomes the same as a new one. */
static void
test_upgrade (DataFixture *fixture, gconstpointer data)
{
  const char *schema = "SELECT group_concat (sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)";
  static const char *const scripts[] = { "migrations/0001-first", "migrations/0002-national-pathway" };
  g_autofree char *fresh = NULL;

  g_clear_pointer (&(CasenessStore *){ open_store (fixture) }, caseness_store_close);
  fresh = data_fixture_ask (fixture, schema);
  for (guint version = 1; version <= G_N_ELEMENTS (scripts); version++)
    {
      g_autofree char *path = g_strdup_printf ("%s.%u", fixture->store_path, version);
      DataFixture old = { fixture->folder, path };
      sqlite3 *database = NULL;
      g_autoptr(CasenessStore) store = NULL;

      g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
      for (guint i = 0; i < version; i++)
        {
          g_autofree char *script = caseness_store_dup_script (scripts[i]);

          g_assert_cmpint (sqlite3_exec (database, script, NULL, NULL, NULL), ==, SQLITE_OK);
        }
      sqlite3_close (database);
      store = open_store (&old);
      data_fixture_assert_ask (&old, schema, fresh);
      write_one (store, "note", "a", "1");
    }
}

static void
test_imports (DataFixture *fixture, gconstpointer data)
{
  const FixtureMonth month = { .folder = "2025-01" };
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessReceipt) again = NULL;
  g_autoptr(CasenessStore) store = open_store (fixture);
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  g_autoptr(CasenessJournal) journal = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *held = NULL;

  data_fixture_write_month (fixture, &month);
  write_one (store, "note", "a", "1");
  receipt = data_fixture_import (fixture, &error, "2025-01", NULL);
  g_assert_no_error (error);
  write_one (store, "note", "b", "2");
  g_assert_true (caseness_import_undo (store, receipt->import_id, now, &error));
  g_assert_no_error (error);
  again = data_fixture_import (fixture, &error, "2025-01", NULL);
  g_assert_no_error (error);
  journal = load (store);
  held = describe (journal, "note");
  g_assert_cmpstr (held, ==, "a=1 b=2");
  g_assert_cmpstr (caseness_journal_get_undo (journal), ==, "b 2"); /* an import is no entry */
}

static void
test_anonymous (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *path = data_fixture_path (fixture, "shared.caseness");
  DataFixture shared = { fixture->folder, path };
  g_autoptr(CasenessStore) store = open_store (fixture);
  g_autoptr(GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  write_one (store, "note", "LOCAL-PATIENT-77", "Spoke to Mrs Featherstonehaugh");
  write_one (store, "note", "LOCAL-PATIENT-78", "undone");
  step_back (store, 0, CASENESS_JOURNAL_DONE);
  g_assert_true (caseness_store_export_anonymous (store, path, NULL, &error));
  g_assert_no_error (error);
  data_fixture_assert_ask (&shared, "SELECT count (*) FROM journal_entry", "0");
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_null (g_strrstr_len (bytes, (gssize) size, "LOCAL-PATIENT"));
  g_assert_null (g_strrstr_len (bytes, (gssize) size, "Featherstonehaugh"));
  data_fixture_assert_ask (fixture, "SELECT count (*) FROM journal_entry", "2");
}

static void
test_body (void)
{
  static const char *const themes[] = { "no-adsm", "long-wait", NULL };
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();
  g_autoptr(CasenessJournalBody) back = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) list = NULL;
  g_auto(GStrv) none = NULL;
  g_auto(GStrv) keys = NULL;

  caseness_journal_body_set_text (body, "note", "“quoted”\nline\\");
  caseness_journal_body_set_text (body, "gone", "x");
  caseness_journal_body_set_text (body, "gone", NULL);
  caseness_journal_body_set_int (body, "day", -1);
  caseness_journal_body_set_list (body, "themes", themes);
  text = caseness_journal_body_to_text (body);
  back = caseness_journal_body_parse (text);
  g_assert_cmpstr (caseness_journal_body_get_text (back, "note"), ==, "“quoted”\nline\\");
  g_assert_null (caseness_journal_body_get_text (back, "gone"));
  g_assert_null (caseness_journal_body_get_text (back, "day"));
  g_assert_cmpint (caseness_journal_body_get_int (back, "day", 5), ==, -1);
  g_assert_cmpint (caseness_journal_body_get_int (back, "note", 5), ==, 5);
  list = caseness_journal_body_get_list (back, "themes");
  g_assert_cmpstrv (list, themes);
  none = caseness_journal_body_get_list (back, "note");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  keys = caseness_journal_body_list_keys (back);
  g_assert_cmpuint (g_strv_length (keys), ==, 3);
}

/* A body that a later Caseness wrote is read as far as it is understood. */
static void
test_strange_bodies (void)
{
  static const char *const texts[] = { NULL, "", "[]", "null", "{\"n\":null}", "{\"n\":{\"a\":1}}", "{\"n\":[1,{}]}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(CasenessJournalBody) body = caseness_journal_body_parse (texts[i]);
      g_auto(GStrv) list = caseness_journal_body_get_list (body, "n");

      g_assert_null (caseness_journal_body_get_text (body, "n"));
      g_assert_cmpint (caseness_journal_body_get_int (body, "n", 9), ==, 9);
      g_assert_cmpuint (g_strv_length (list), ==, 0);
    }
}

#define ADD(path, test) DATA_FIXTURE_ADD (path, test, NULL)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/journal/steps/", cases[i].name, NULL);

      DATA_FIXTURE_ADD (path, test_steps, GUINT_TO_POINTER (i));
    }
  ADD ("/data/journal/action", test_action);
  ADD ("/data/journal/history", test_history);
  ADD ("/data/journal/durable", test_durable);
  ADD ("/data/journal/no-object", test_no_object);
  ADD ("/data/journal/read-only", test_read_only);
  ADD ("/data/journal/upgrade", test_upgrade);
  ADD ("/data/journal/imports", test_imports);
  ADD ("/data/journal/anonymous", test_anonymous);
  g_test_add_func ("/data/journal/body", test_body);
  g_test_add_func ("/data/journal/strange-bodies", test_strange_bodies);
  return g_test_run ();
}
