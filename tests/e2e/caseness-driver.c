/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-driver.h"

#include <string.h>

#define PATIENCE_SECONDS 90
#define MAX_DEPTH 40

struct _CasenessDriver
{
  GSubprocess *process;
  AtspiAccessible *application;
  char *errors; /* file that holds what it writes to standard error */
};

static void
let_a_moment_pass (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (50 * 1000);
}

/* Goes through everything showing; stops early when @visit returns TRUE. */
typedef gboolean (*Visit) (AtspiAccessible *accessible, int depth, gpointer user_data);

/* GTK 4.8 marks widgets as visible, but only windows as showing. */
static gboolean
is_showing (AtspiAccessible *accessible)
{
  g_autoptr(AtspiStateSet) states = atspi_accessible_get_state_set (accessible);

  return states != NULL && atspi_state_set_contains (states, ATSPI_STATE_VISIBLE);
}

static gboolean
walk (AtspiAccessible *accessible, int depth, Visit visit, gpointer user_data)
{
  int n = depth < MAX_DEPTH ? atspi_accessible_get_child_count (accessible, NULL) : 0;
  int i;

  if (depth > 0 && visit (accessible, depth, user_data))
    return TRUE;
  for (i = 0; i < n; i++)
    {
      g_autoptr(AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

      if (child != NULL && is_showing (child) && walk (child, depth + 1, visit, user_data))
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  AtspiRole role;
  const char *name;
  AtspiAccessible *found;
  guint count;
  gboolean stop_at_first;
  gboolean is_exact;
} Search;

static gboolean
visit_search (AtspiAccessible *accessible, int depth, gpointer user_data)
{
  Search *search = user_data;
  g_autofree char *name = NULL;

  if (atspi_accessible_get_role (accessible, NULL) != search->role)
    return FALSE;
  name = atspi_accessible_get_name (accessible, NULL);
  if (search->name != NULL && (name == NULL || strstr (name, search->name) == NULL))
    return FALSE;
  if (search->is_exact && g_strcmp0 (name, search->name) != 0)
    return FALSE;
  search->count++;
  if (search->found == NULL)
    search->found = g_object_ref (accessible);
  return search->stop_at_first;
}

static AtspiAccessible *
look (CasenessDriver *driver, AtspiRole role, const char *name)
{
  Search search = { role, name, NULL, 0, TRUE, TRUE };

  walk (driver->application, 0, visit_search, &search);
  if (search.found != NULL)
    return search.found;
  search.is_exact = FALSE;
  walk (driver->application, 0, visit_search, &search);
  return search.found;
}

static gboolean
visit_dump (AtspiAccessible *accessible, int depth, gpointer user_data)
{
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);
  g_autofree char *name = atspi_accessible_get_name (accessible, NULL);

  if (name != NULL && *name != '\0')
    g_string_append_printf (user_data, "%*s%s “%s”\n", depth, "", role, name);
  return FALSE;
}

char *
caseness_driver_dump (CasenessDriver *driver)
{
  GString *text = g_string_new (NULL);

  walk (driver->application, 0, visit_dump, text);
  return g_string_free (text, FALSE);
}

AtspiAccessible *
caseness_driver_find (CasenessDriver *driver, AtspiRole role, const char *name)
{
  gint64 give_up = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  g_autofree char *role_name = atspi_role_get_name (role);
  g_autofree char *there = NULL;

  do
    {
      AtspiAccessible *found = look (driver, role, name);

      if (found != NULL)
        return found;
      let_a_moment_pass ();
    }
  while (g_get_monotonic_time () < give_up);
  there = caseness_driver_dump (driver);
  caseness_driver_screenshot (driver, "not-found");
  g_error ("no %s “%s”; what is there:\n%s", role_name, name, there);
}

gboolean
caseness_driver_has (CasenessDriver *driver, AtspiRole role, const char *name)
{
  g_autoptr(AtspiAccessible) found = look (driver, role, name);

  return found != NULL;
}

guint
caseness_driver_count (CasenessDriver *driver, AtspiRole role, const char *name)
{
  Search search = { role, name, NULL, 0, FALSE, FALSE };

  walk (driver->application, 0, visit_search, &search);
  g_clear_object (&search.found);
  return search.count;
}

void
caseness_driver_wait_until_gone (CasenessDriver *driver, AtspiRole role, const char *name)
{
  gint64 give_up = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (caseness_driver_has (driver, role, name))
    {
      if (g_get_monotonic_time () > give_up)
        g_error ("“%s” does not go away", name);
      let_a_moment_pass ();
    }
}

void
caseness_driver_press (CasenessDriver *driver, AtspiRole role, const char *name)
{
  g_autoptr(AtspiAccessible) accessible = caseness_driver_find (driver, role, name);
  g_autoptr(AtspiAction) action = atspi_accessible_get_action_iface (accessible);
  g_autoptr(GError) error = NULL;

  if (action == NULL)
    g_error ("“%s” cannot be pressed", name);
  atspi_action_do_action (action, 0, &error);
  g_assert_no_error (error);
  let_a_moment_pass ();
}

void
caseness_driver_type (CasenessDriver *driver, const char *name, const char *text)
{
  g_autoptr(AtspiAccessible) accessible = caseness_driver_find (driver, ATSPI_ROLE_TEXT, name);
  g_autoptr(AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (accessible);
  g_autoptr(GError) error = NULL;

  if (editable == NULL)
    g_error ("nothing can be typed into “%s”", name);
  atspi_editable_text_set_text_contents (editable, text, &error);
  g_assert_no_error (error);
  let_a_moment_pass ();
}

void
caseness_driver_key (CasenessDriver *driver, const char *key)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", "key", "--clearmodifiers", key, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  let_a_moment_pass ();
}

void
caseness_driver_screenshot (CasenessDriver *driver, const char *name)
{
  const char *folder = g_getenv ("CASENESS_SCREENSHOT_DIR");
  g_autofree char *path = NULL;
  g_autoptr(GSubprocess) process = NULL;

  if (folder == NULL)
    return;
  g_mkdir_with_parents (folder, 0755);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  let_a_moment_pass ();
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "import", "-window", "root", path, NULL);
  if (process != NULL)
    g_subprocess_wait (process, NULL, NULL);
}

static AtspiAccessible *
find_application (const char *name)
{
  g_autoptr(AtspiAccessible) desktop = atspi_get_desktop (0);
  int n;
  int i;

  /* A program seen on the bus a moment before its window would be remembered as having none for ever. */
  atspi_accessible_clear_cache (desktop);
  n = atspi_accessible_get_child_count (desktop, NULL);

  for (i = 0; i < n; i++)
    {
      AtspiAccessible *child = atspi_accessible_get_child_at_index (desktop, i, NULL);
      g_autofree char *child_name = child != NULL ? atspi_accessible_get_name (child, NULL) : NULL;

      if (child_name != NULL && strstr (child_name, name) != NULL
          && atspi_accessible_get_child_count (child, NULL) > 0)
        return child;
      g_clear_object (&child);
    }
  return NULL;
}

CasenessDriver *
caseness_driver_start (const char *const *arguments)
{
  CasenessDriver *driver = g_new0 (CasenessDriver, 1);
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  gint64 give_up = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  gsize i;

  /* The bus asks for a cache that a program just starting does not have yet, and warns: that must not end the test. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  atspi_init ();
  g_ptr_array_add (argv, (gpointer) g_getenv ("CASENESS_APP"));
  for (i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);

  driver->errors = g_build_filename (g_get_home_dir (), "errors.txt", NULL);
  g_subprocess_launcher_set_stderr_file_path (launcher, driver->errors);
  driver->process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  while ((driver->application = find_application ("caseness")) == NULL)
    {
      if (g_get_monotonic_time () > give_up)
        {
          g_autofree char *errors = NULL;

          g_file_get_contents (driver->errors, &errors, NULL, NULL);
          g_error ("the program does not appear on the accessibility bus; it said: %s", errors);
        }
      let_a_moment_pass ();
    }
  return driver;
}

/* GTK 4.8 answers with an empty path when it is asked about a widget that has just gone; nothing of ours is wrong then. */
static gboolean
is_complaint (const char *line)
{
  return (strstr (line, "WARNING") != NULL || strstr (line, "CRITICAL") != NULL)
         && strstr (line, "g_variant_is_object_path") == NULL && strstr (line, "g_variant_new_object_path") == NULL;
}

void
caseness_driver_stop (CasenessDriver *driver)
{
  g_autofree char *errors = NULL;
  g_auto(GStrv) lines = NULL;
  gsize i;

  g_clear_object (&driver->application);
  g_subprocess_send_signal (driver->process, 15);
  g_subprocess_wait (driver->process, NULL, NULL);
  g_clear_object (&driver->process);
  g_assert_true (g_file_get_contents (driver->errors, &errors, NULL, NULL));
  lines = g_strsplit (errors, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    if (is_complaint (lines[i]))
      g_error ("the program complained:\n%s", errors);
  g_free (driver->errors);
  g_free (driver);
}
