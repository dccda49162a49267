/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driven-drop.h"

#include <gio/gio.h>

/* The source stands beside the window that is driven, which leaves a strip of the screen; the pointer rests where
 * tests/support/with-display puts it. */
#define NAME "Files to drag"
#define TAKE "mousemove 1340 40 mousedown 1 sleep 0.2 mousemove 1330 60 sleep 0.1 mousemove 1320 100"
#define CARRY "mousemove 900 300 sleep 0.1 mousemove 710 440 sleep 0.1 mousemove 700 450"
#define LET_GO "mouseup 1"
#define REST "mousemove 1399 899"

static void
point (const char *what)
{
  g_autofree char *command = g_strconcat ("xdotool ", what, NULL);
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

/* The source loses patience before this does. */
static void
assert_says (GDataInputStream *said, const char *word)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line (said, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (line, ==, word);
}

void
drop_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) source
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, g_getenv ("CASENESS_DRAG_SOURCE"), NAME, path, NULL);
  g_autoptr(GDataInputStream) said = NULL;

  g_assert_no_error (error);
  said = g_data_input_stream_new (g_subprocess_get_stdout_pipe (source));
  point ("search --sync --onlyvisible --name \"" NAME "\" windowmove --sync 1300 20");
  point (TAKE);
  assert_says (said, "begun");
  point (CARRY);
  assert_says (said, "wanted");
  point (LET_GO);
  g_subprocess_wait_check (source, NULL, &error);
  g_assert_no_error (error);
  point (REST);
}
