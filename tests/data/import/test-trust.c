/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "data-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* What happens to a service file when the import into it is killed, starved or raced: all of it is there afterwards or
 * nothing, the file is sound, and the next import works. */

/* Chance is tried often where an import takes its ordinary time. Where memory is watched it takes ten times as long, and a process
 * that is killed tells nothing of its memory: each way is gone once or twice. */
#ifdef __SANITIZE_ADDRESS__
#define N_KILLS 2 /* of imports into a file that is there, and as many of one that is made */
#define N_PULLS 2
#define N_LIMITS 3
#define N_RACES 1
#else
#define N_KILLS 26
#define N_PULLS 10
#define N_LIMITS 12
#define N_RACES 5
#endif
#define N_PATIENTS 400

#define HELD "SELECT (SELECT count (*) FROM import), (SELECT count (*) FROM IDS101Referral)"
#define NONE "0|0"
#define BASE "1|5"
#define ADDED "1|800"
#define BASE_AND_ADDED "2|805"

typedef struct
{
  DataFixture base;
  char *copy; /* the service file as it was before each try */
  double seconds;
} Fixture;

static GPid
start (Fixture *fixture, const char *const *names, GSpawnChildSetupFunc set_up, gpointer data)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  GPid pid;

  g_ptr_array_add (words, g_strdup (g_getenv ("CASENESS_CLI")));
  g_ptr_array_add (words, g_strdup ("import"));
  g_ptr_array_add (words, g_strdup (fixture->base.store_path));
  for (; *names != NULL; names++)
    g_ptr_array_add (words, data_fixture_path (&fixture->base, *names));
  g_ptr_array_add (words, NULL);
  g_spawn_async (NULL, (char **) words->pdata, NULL,
                 G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, set_up, data, &pid,
                 &error);
  g_assert_no_error (error);
  return pid;
}

/* Returns the exit status, or -1 when it was killed; any other end is a fault. */
static int
finish (GPid pid)
{
  int status;

  while (waitpid (pid, &status, 0) < 0)
    g_assert_cmpint (errno, ==, EINTR);
  if (WIFEXITED (status))
    {
      g_assert_cmpint (WEXITSTATUS (status), <=, 1);
      return WEXITSTATUS (status);
    }
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  return -1;
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  g_file_get_contents (from, &bytes, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (to, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* Puts the file back as it was: with one month of five referrals, or not there. */
static void
restore (Fixture *fixture, gboolean is_new)
{
  g_autofree char *journal = g_strconcat (fixture->base.store_path, "-journal", NULL);

  g_unlink (journal);
  if (is_new)
    g_unlink (fixture->base.store_path);
  else
    copy_file (fixture->copy, fixture->base.store_path);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *const added[] = { "added", NULL };
  g_autoptr(GError) error = NULL;
  gint64 started;

  data_fixture_set_up (&fixture->base, NULL);
  fixture->copy = data_fixture_path (&fixture->base, "copy");
  data_fixture_write_month (&fixture->base, &(FixtureMonth){ .folder = "base", .month = 1, .patients = 5 });
  for (int month = 2; month < 4; month++)
    {
      g_autofree char *folder = g_strdup_printf ("added/%d", month);

      data_fixture_write_month (&fixture->base,
                                &(FixtureMonth){ .folder = folder, .month = month, .patients = N_PATIENTS });
    }
  caseness_receipt_free (data_fixture_import (&fixture->base, &error, "base", NULL));
  g_assert_no_error (error);
  copy_file (fixture->base.store_path, fixture->copy);
  started = g_get_monotonic_time ();
  g_assert_cmpint (finish (start (fixture, added, NULL, NULL)), ==, 0);
  fixture->seconds = (double) (g_get_monotonic_time () - started) / G_USEC_PER_SEC;
  data_fixture_assert_ask (&fixture->base, HELD, BASE_AND_ADDED);
  restore (fixture, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  data_fixture_tear_down (&fixture->base, NULL);
  g_free (fixture->copy);
}

static guint
count_hidden (Fixture *fixture)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->base.folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += name[0] == '.' ? 1 : 0;
  return n;
}

/* All or nothing, and sound. A journal that was left is rolled back by whoever opens the file next. */
static void
assert_whole (Fixture *fixture, gboolean is_new)
{
  g_autofree char *held = NULL;

  if (is_new && !g_file_test (fixture->base.store_path, G_FILE_TEST_EXISTS))
    return;
  caseness_store_close (caseness_store_open (fixture->base.store_path, CASENESS_STORE_WRITE, NULL));
  data_fixture_assert_ask (&fixture->base, "PRAGMA integrity_check", "ok");
  held = data_fixture_ask (&fixture->base, HELD);
  if (is_new)
    g_assert_cmpstr (held, ==, ADDED);
  else if (strcmp (held, BASE) != 0)
    g_assert_cmpstr (held, ==, BASE_AND_ADDED);
}

static void
assert_next_works (Fixture *fixture, gboolean is_new)
{
  g_autoptr(GError) error = NULL;

  caseness_receipt_free (data_fixture_import (&fixture->base, &error, "added", NULL));
  g_assert_no_error (error);
  data_fixture_assert_ask (&fixture->base, HELD, is_new ? ADDED : BASE_AND_ADDED);
  g_assert_cmpuint (count_hidden (fixture), ==, 0);
}

static void
wait_at_random (Fixture *fixture)
{
  g_usleep ((gulong) (g_test_rand_double_range (0, 1.1) * fixture->seconds * G_USEC_PER_SEC));
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  const char *const added[] = { "added", NULL };
  gboolean is_new = GPOINTER_TO_INT (data);
  guint n_killed = 0;

  for (guint i = 0; n_killed < N_KILLS && i < 10 * N_KILLS; i++)
    {
      GPid pid;

      restore (fixture, is_new);
      pid = start (fixture, added, NULL, NULL);
      wait_at_random (fixture);
      kill (pid, SIGKILL);
      n_killed += finish (pid) < 0 ? 1 : 0;
      assert_whole (fixture, is_new);
      assert_next_works (fixture, is_new);
    }
  g_assert_cmpuint (n_killed, ==, N_KILLS); /* the others had ended before */
}

/* The disk takes no more than so many bytes of one file. */
static void
limit_size_cb (gpointer data)
{
  const struct rlimit limit = { (rlim_t) GPOINTER_TO_SIZE (data), (rlim_t) GPOINTER_TO_SIZE (data) };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  const char *const added[] = { "added", NULL };
  gboolean is_new = GPOINTER_TO_INT (data);
  struct stat about;

  g_assert_cmpint (finish (start (fixture, added, NULL, NULL)), ==, 0);
  g_assert_cmpint (stat (fixture->base.store_path, &about), ==, 0);
  for (guint i = 0; i < N_LIMITS; i++)
    {
      int status;

      restore (fixture, is_new);
      status = finish (start (fixture, added, limit_size_cb, GSIZE_TO_POINTER ((gsize) about.st_size * i / N_LIMITS)));
      g_assert_cmpint (status, ==, 1);
      assert_whole (fixture, is_new);
      if (is_new)
        g_assert_false (g_file_test (fixture->base.store_path, G_FILE_TEST_EXISTS));
      else
        data_fixture_assert_ask (&fixture->base, HELD, BASE);
      assert_next_works (fixture, is_new);
    }
}

static void
test_pulled_away (Fixture *fixture, gconstpointer data)
{
  const char *const added[] = { "added", NULL };
  g_autofree char *here = data_fixture_path (&fixture->base, "added");
  g_autofree char *away = data_fixture_path (&fixture->base, "away");

  for (guint i = 0; i < N_PULLS; i++)
    {
      g_autofree char *held = NULL;
      int status;
      GPid pid;

      restore (fixture, FALSE);
      pid = start (fixture, added, NULL, NULL);
      wait_at_random (fixture);
      g_assert_cmpint (g_rename (here, away), ==, 0);
      status = finish (pid);
      g_assert_cmpint (g_rename (away, here), ==, 0);
      held = data_fixture_ask (&fixture->base, HELD);
      g_assert_cmpstr (held, ==, status == 0 ? BASE_AND_ADDED : BASE);
      assert_whole (fixture, FALSE);
      assert_next_works (fixture, FALSE);
    }
}

/* As somebody who may not write: root may always, so root becomes nobody. */
static int
import_as_nobody (Fixture *fixture)
{
  pid_t pid = fork ();

  if (pid == 0)
    {
      g_autoptr(GError) error = NULL;

      if (getuid () == 0 && setuid (65534) != 0)
        _exit (3);
      if (data_fixture_import (&fixture->base, &error, "added", NULL) != NULL)
        _exit (0);
      _exit (error->code == CASENESS_DATA_ERROR_READ_ONLY ? 1 : 2);
    }
  return finish (pid);
}

static void
test_revoked (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (chmod (fixture->base.folder, 0555), ==, 0);
  g_assert_cmpint (chmod (fixture->base.store_path, 0444), ==, 0);
  g_assert_cmpint (import_as_nobody (fixture), ==, 1);
  g_assert_cmpint (chmod (fixture->base.store_path, 0666), ==, 0); /* its journal has no place either */
  g_assert_cmpint (import_as_nobody (fixture), ==, 1);
  g_assert_cmpint (chmod (fixture->base.folder, 0700), ==, 0);
  g_assert_cmpint (chmod (fixture->base.store_path, 0600), ==, 0);
  data_fixture_assert_ask (&fixture->base, HELD, BASE);
  assert_whole (fixture, FALSE);
  assert_next_works (fixture, FALSE);
}

/* Each lands whole or is refused; none is lost and none is doubled. */
static void
test_race (Fixture *fixture, gconstpointer data)
{
  const char *const second[] = { "added/2", NULL };
  const char *const third[] = { "added/3", NULL };
  gboolean is_new = GPOINTER_TO_INT (data);

  for (guint i = 0; i < N_RACES; i++)
    {
      g_autofree char *expected = NULL;
      guint n_landed;
      GPid a, b;

      restore (fixture, is_new);
      a = start (fixture, second, NULL, NULL);
      b = start (fixture, third, NULL, NULL);
      n_landed = (finish (a) == 0 ? 1 : 0) + (finish (b) == 0 ? 1 : 0);
      g_assert_cmpuint (n_landed, >=, 1);
      expected = g_strdup_printf ("%u|%u", n_landed + (is_new ? 0 : 1), n_landed * N_PATIENTS + (is_new ? 0 : 5));
      data_fixture_assert_ask (&fixture->base, HELD, expected);
      data_fixture_assert_ask (&fixture->base, "PRAGMA integrity_check", "ok");
      g_assert_cmpuint (count_hidden (fixture), ==, 0);
    }
}

/* Somebody looks all the while: what they see is before or after, or they are told to try again. */
static void
test_reader (Fixture *fixture, gconstpointer data)
{
  const char *const added[] = { "added", NULL };
  GPid pid = start (fixture, added, NULL, NULL);
  guint n_answers = 0;
  int status;

  while (waitpid (pid, &status, WNOHANG) == 0)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CasenessStore) store = caseness_store_open (fixture->base.store_path, CASENESS_STORE_READ, &error);
      g_autoptr(GPtrArray) records = store != NULL ? caseness_import_list (store, &error) : NULL;

      if (records == NULL)
        g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_BUSY);
      else
        g_assert_cmpuint (records->len, <=, 2);
      n_answers += records != NULL ? 1 : 0;
    }
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_assert_cmpuint (n_answers, >, 0);
  data_fixture_assert_ask (&fixture->base, HELD, BASE_AND_ADDED);
}

#define ADD(path, test, data) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/data/trust/killed/held", test_killed, GINT_TO_POINTER (FALSE));
  ADD ("/data/trust/killed/new", test_killed, GINT_TO_POINTER (TRUE));
  ADD ("/data/trust/full/held", test_full, GINT_TO_POINTER (FALSE));
  ADD ("/data/trust/full/new", test_full, GINT_TO_POINTER (TRUE));
  ADD ("/data/trust/pulled-away", test_pulled_away, NULL);
  ADD ("/data/trust/revoked", test_revoked, NULL);
  ADD ("/data/trust/race/held", test_race, GINT_TO_POINTER (FALSE));
  ADD ("/data/trust/race/new", test_race, GINT_TO_POINTER (TRUE));
  ADD ("/data/trust/reader", test_reader, NULL);
  return g_test_run ();
}
