/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driven-files.h"

#include <string.h>

char *
run_program (const char *const *argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  char *out = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

/* Awaited: a file that the program writes, and how it ends when it is whole. */
typedef struct
{
  const char *path;
  const char *ending;
  char *text;
} Awaited;

/* Whole is what ends as it should and reads the same twice. */
static gboolean
is_whole (CasenessDriver *driver, gpointer user_data)
{
  Awaited *awaited = user_data;
  g_autofree char *before = g_steal_pointer (&awaited->text);
  gsize length;

  if (!g_file_get_contents (awaited->path, &awaited->text, &length, NULL))
    return FALSE;
  return length > strlen (awaited->ending) && g_strcmp0 (before, awaited->text) == 0
         && memcmp (awaited->text + length - strlen (awaited->ending), awaited->ending, strlen (awaited->ending)) == 0;
}

char *
wait_for_file (CasenessDriver *driver, const char *path, const char *ending)
{
  Awaited awaited = { path, ending, NULL };

  caseness_driver_wait_until (driver, is_whole, &awaited, path);
  return awaited.text;
}

void
save_as (CasenessDriver *driver, const char *path)
{
  caseness_driver_type (driver, "Name:", path);
  /* GTK's own button says its mnemonic and its label. */
  caseness_driver_press_until_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "_Save Save");
}

char *
export_and_read (CasenessDriver *driver, const char *button, const char *name)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), name, NULL);
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *pdf = NULL;

  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, button, ATSPI_ROLE_PUSH_BUTTON, "Export…");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "Export…", ATSPI_ROLE_TEXT, "Name:");
  save_as (driver, path);
  pdf = wait_for_file (driver, path, "%%EOF\n");
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  return run_program (argv);
}
