/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>

/* The program as others start it, with nobody there. */

typedef struct
{
  char *folder;
  char *out;
  char *err;
  int status;
} Run;

static void
start (Run *run, const char *const *argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process
      = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);

  g_assert_no_error (error);
  g_clear_pointer (&run->out, g_free);
  g_clear_pointer (&run->err, g_free);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &run->out, &run->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  run->status = g_subprocess_get_exit_status (process);
}

static void
run_clear (Run *run)
{
  if (run->folder != NULL)
    {
      const char *const argv[] = { "rm", "-r", run->folder, NULL };

      start (run, argv);
    }
  g_free (run->folder);
  g_free (run->out);
  g_free (run->err);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static char *
make_demo (Run *run)
{
  const char *cli = g_getenv ("CASENESS_CLI");
  g_autofree char *service = g_build_filename (run->folder, "service", NULL);
  char *file = g_build_filename (run->folder, "small.caseness", NULL);
  const char *const demo[] = { cli, "demo", service, "--referrals", "90", "--months", "3", NULL };
  const char *const import[] = { cli, "import", file, service, NULL };

  start (run, demo);
  g_assert_cmpint (run->status, ==, 0);
  start (run, import);
  g_assert_cmpint (run->status, ==, 0);
  return file;
}

static guint8
read_corner (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkPixbuf) picture = gdk_pixbuf_new_from_file (path, &error);
  int row;

  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (picture), ==, 1280);
  g_assert_cmpint (gdk_pixbuf_get_height (picture), ==, 800);
  row = gdk_pixbuf_get_height (picture) - 8;
  return gdk_pixbuf_read_pixels (picture)[row * gdk_pixbuf_get_rowstride (picture)
                                          + 8 * gdk_pixbuf_get_n_channels (picture)];
}

static void
assert_light_and_dark (const char *folder, const char *light, const char *dark)
{
  g_assert_cmpint (read_corner (folder, light), >, 200);
  g_assert_cmpint (read_corner (folder, dark), <, 60);
}

static void
test_first_run (void)
{
  g_auto(Run) run = { g_dir_make_tmp ("caseness-render-XXXXXX", NULL) };
  const char *const argv[] = { g_getenv ("CASENESS_APP"), "--render", run.folder, NULL };

  start (&run, argv);
  g_assert_cmpint (run.status, ==, 0);
  assert_light_and_dark (run.folder, "first-run.png", "first-run-dark.png");
}

static void
test_pages (void)
{
  g_auto(Run) run = { g_dir_make_tmp ("caseness-render-XXXXXX", NULL) };
  g_autofree char *file = make_demo (&run);
  const char *const argv[] = { g_getenv ("CASENESS_APP"), "--render", run.folder, file, NULL };

  start (&run, argv);
  g_assert_cmpint (run.status, ==, 0);
  assert_light_and_dark (run.folder, "ptl.png", "ptl-dark.png");
}

static void
test_failure (void)
{
  g_auto(Run) run = { g_dir_make_tmp ("caseness-render-XXXXXX", NULL) };
  g_autofree char *file = g_build_filename (run.folder, "nowhere.caseness", NULL);
  const char *const argv[] = { g_getenv ("CASENESS_APP"), "--render", run.folder, file, NULL };

  start (&run, argv);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_nonnull (strstr (run.err, "caseness: "));
  g_assert_nonnull (strstr (run.err, "nowhere.caseness"));
}

static void
test_version_and_help (void)
{
  g_auto(Run) run = { NULL };
  const char *const version[] = { g_getenv ("CASENESS_APP"), "--version", NULL };
  const char *const help[] = { g_getenv ("CASENESS_APP"), "--help", NULL };

  start (&run, version);
  g_assert_cmpstr (run.out, ==, "caseness " CASENESS_VERSION "\n");
  start (&run, help);
  g_assert_nonnull (strstr (run.out, "--render"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/render/first-run", test_first_run);
  g_test_add_func ("/app/render/pages", test_pages);
  g_test_add_func ("/app/render/failure", test_failure);
  g_test_add_func ("/app/command-line", test_version_and_help);
  return g_test_run ();
}
