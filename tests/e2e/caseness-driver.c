/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-driver.h"

#include <stdlib.h>
#include <string.h>

/* Enough for a machine many times slower than a desk's: what is waited for is always something seen, never time. */
#define PATIENCE_SECONDS 600
#define CALL_SECONDS 120 /* for one question to the program */
#define AGAIN_SECONDS 15 /* after which a press that came to nothing is made once more */
#define MAX_DEPTH 40

struct _CasenessDriver
{
  GSubprocess *process;
  AtspiAccessible *application;
  gint64 looked_from; /* when the latest look began */
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
is_sensitive (AtspiAccessible *accessible)
{
  g_autoptr(AtspiStateSet) states = atspi_accessible_get_state_set (accessible);

  return states != NULL && atspi_state_set_contains (states, ATSPI_STATE_SENSITIVE);
}

/* A long list is thousands of questions over the bus, and nothing that is pressed stands in one; the page tests look at
 * rows. */
static gboolean
is_walked_into (AtspiAccessible *accessible)
{
  switch (atspi_accessible_get_role (accessible, NULL))
    {
    case ATSPI_ROLE_LABEL:
    case ATSPI_ROLE_TABLE:
    case ATSPI_ROLE_TREE_TABLE:
    case ATSPI_ROLE_TABLE_ROW:
    case ATSPI_ROLE_LIST_ITEM:
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
walk (AtspiAccessible *accessible, int depth, Visit visit, gpointer user_data)
{
  int n = 0;
  int i;

  if (depth > 0 && visit (accessible, depth, user_data))
    return TRUE;
  if (depth < MAX_DEPTH && is_walked_into (accessible))
    n = atspi_accessible_get_child_count (accessible, NULL);
  for (i = 0; i < n; i++)
    {
      g_autoptr(AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

      if (child != NULL && is_showing (child) && walk (child, depth + 1, visit, user_data))
        return TRUE;
    }
  return FALSE;
}

/* Search: what is looked for, and what was found of it in one walk. */
typedef struct
{
  AtspiRole role;
  const char *name;
  AtspiAccessible *exact;   /* owned, nullable: the first called just so, which ends the walk */
  AtspiAccessible *partial; /* owned, nullable: the first whose name holds @name */
  guint count;              /* of both, up to the end of the walk */
  gboolean is_counting;     /* goes on to the end */
} Search;

static gboolean
visit_search (AtspiAccessible *accessible, int depth, gpointer user_data)
{
  Search *search = user_data;
  g_autofree char *name = NULL;
  gboolean is_exact;

  if (atspi_accessible_get_role (accessible, NULL) != search->role)
    return FALSE;
  name = atspi_accessible_get_name (accessible, NULL);
  if (search->name != NULL && (name == NULL || strstr (name, search->name) == NULL))
    return FALSE;
  is_exact = search->name == NULL || g_str_equal (name, search->name);
  search->count++;
  if (is_exact && search->exact == NULL)
    search->exact = g_object_ref (accessible);
  if (search->partial == NULL)
    search->partial = g_object_ref (accessible);
  return is_exact && !search->is_counting;
}

static AtspiAccessible *
look (CasenessDriver *driver, AtspiRole role, const char *name)
{
  Search search = { .role = role, .name = name };

  driver->looked_from = g_get_monotonic_time ();
  walk (driver->application, 0, visit_search, &search);
  if (search.exact == NULL)
    return search.partial;
  g_clear_object (&search.partial);
  return search.exact;
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

static char *
read_errors (CasenessDriver *driver)
{
  char *errors = NULL;

  g_file_get_contents (driver->errors, &errors, NULL, NULL);
  return errors;
}

/* Ends the test with all that is known: what is there, what was said, and a picture. */
G_NORETURN static void
fail (CasenessDriver *driver, const char *format, ...)
{
  g_autofree char *there = driver->application != NULL ? caseness_driver_dump (driver) : NULL;
  g_autofree char *errors = read_errors (driver);
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  caseness_driver_screenshot (driver, "failed");
  g_error ("%s\nWhat is there:\n%sWhat the program said:\n%s", message, there != NULL ? there : "", errors);
}

/* Answering takes the program's time: it gets as much for its work, so that a slow one is not kept from it. */
static void
leave_alone (gint64 looked_from)
{
  gint64 until = 2 * g_get_monotonic_time () - looked_from;

  do
    let_a_moment_pass ();
  while (g_get_monotonic_time () < until);
}

/* Between two looks: nothing more can come of a program that has ended, and patience has an end. */
static void
wait_on (CasenessDriver *driver, gint64 since, const char *what)
{
  if (g_subprocess_get_identifier (driver->process) == NULL)
    fail (driver, "the program ended (%s %d) while the test waited for %s",
          g_subprocess_get_if_signaled (driver->process) ? "signal" : "exit",
          g_subprocess_get_if_signaled (driver->process) ? g_subprocess_get_term_sig (driver->process)
                                                         : g_subprocess_get_exit_status (driver->process),
          what);
  if (g_get_monotonic_time () - since > PATIENCE_SECONDS * G_USEC_PER_SEC)
    fail (driver, "in %d seconds there was no %s", PATIENCE_SECONDS, what);
  leave_alone (MAX (driver->looked_from, since));
}

static char *
describe (AtspiRole role, const char *name)
{
  g_autofree char *role_name = atspi_role_get_name (role);

  return g_strdup_printf ("%s “%s”", role_name, name != NULL ? name : "");
}

void
caseness_driver_wait_until (CasenessDriver *driver, CasenessDriverCondition condition, gpointer user_data,
                            const char *what)
{
  gint64 since = g_get_monotonic_time ();

  while (!condition (driver, user_data))
    wait_on (driver, since, what);
}

AtspiAccessible *
caseness_driver_find (CasenessDriver *driver, AtspiRole role, const char *name)
{
  gint64 since = g_get_monotonic_time ();
  g_autofree char *what = describe (role, name);
  AtspiAccessible *found;

  while ((found = look (driver, role, name)) == NULL)
    wait_on (driver, since, what);
  return found;
}

char *
caseness_driver_read (CasenessDriver *driver, AtspiRole role, const char *name)
{
  g_autoptr(AtspiAccessible) found = look (driver, role, name);

  return found != NULL ? atspi_accessible_get_name (found, NULL) : NULL;
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
  Search search = { .role = role, .name = name, .is_counting = TRUE };

  walk (driver->application, 0, visit_search, &search);
  g_clear_object (&search.exact);
  g_clear_object (&search.partial);
  return search.count;
}

void
caseness_driver_wait_until_gone (CasenessDriver *driver, AtspiRole role, const char *name)
{
  gint64 since = g_get_monotonic_time ();
  g_autofree char *thing = describe (role, name);
  g_autofree char *what = g_strdup_printf ("end of %s", thing);

  while (caseness_driver_has (driver, role, name))
    wait_on (driver, since, what);
}

/* A widget may be replaced between the look and the press, or be insensitive: neither was pressed. */
static gboolean
try_press (CasenessDriver *driver, AtspiRole role, const char *name)
{
  g_autoptr(AtspiAccessible) accessible = look (driver, role, name);
  g_autoptr(AtspiAction) action = accessible != NULL ? atspi_accessible_get_action_iface (accessible) : NULL;

  return action != NULL && is_sensitive (accessible) && atspi_action_do_action (action, 0, NULL);
}

void
caseness_driver_press (CasenessDriver *driver, AtspiRole role, const char *name, AtspiRole outcome_role,
                       const char *outcome)
{
  gint64 since = g_get_monotonic_time ();
  gint64 pressed_at = 0;
  g_autofree char *thing = describe (role, name);
  g_autofree char *outcome_thing = describe (outcome_role, outcome);
  g_autofree char *what = g_strdup_printf ("%s by pressing %s", outcome_thing, thing);

  do
    {
      /* A button clicks a moment after it is pressed, and not at all if it was replaced in that moment. */
      if (g_get_monotonic_time () - pressed_at > AGAIN_SECONDS * G_USEC_PER_SEC && try_press (driver, role, name))
        pressed_at = g_get_monotonic_time ();
      wait_on (driver, since, what);
    }
  while (!caseness_driver_has (driver, outcome_role, outcome));
}

static gboolean
has_text (AtspiAccessible *accessible, const char *wanted)
{
  g_autoptr(AtspiText) text = atspi_accessible_get_text_iface (accessible);
  int n = text != NULL ? atspi_text_get_character_count (text, NULL) : -1;
  g_autofree char *contents = n >= 0 ? atspi_text_get_text (text, 0, n, NULL) : NULL;

  return g_strcmp0 (contents, wanted) == 0;
}

static gboolean
try_type (CasenessDriver *driver, const char *name, const char *text)
{
  g_autoptr(AtspiAccessible) accessible = look (driver, ATSPI_ROLE_TEXT, name);
  g_autoptr(AtspiEditableText) editable = NULL;

  if (accessible == NULL)
    return FALSE;
  if (has_text (accessible, text))
    return TRUE;
  editable = atspi_accessible_get_editable_text_iface (accessible);
  if (editable != NULL)
    atspi_editable_text_set_text_contents (editable, text, NULL);
  return FALSE; /* not before it is read back */
}

void
caseness_driver_type (CasenessDriver *driver, const char *name, const char *text)
{
  gint64 since = g_get_monotonic_time ();
  g_autofree char *what = g_strdup_printf ("“%s” in “%s”", text, name);

  while (!try_type (driver, name, text))
    wait_on (driver, since, what);
}

void
caseness_driver_press_until_gone (CasenessDriver *driver, AtspiRole role, const char *name)
{
  gint64 since = g_get_monotonic_time ();
  gint64 pressed_at = 0;
  g_autofree char *thing = describe (role, name);
  g_autofree char *what = g_strdup_printf ("end of %s by pressing it", thing);

  do
    {
      if (g_get_monotonic_time () - pressed_at > AGAIN_SECONDS * G_USEC_PER_SEC && try_press (driver, role, name))
        pressed_at = g_get_monotonic_time ();
      wait_on (driver, since, what);
    }
  while (pressed_at == 0 || caseness_driver_has (driver, role, name));
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

/* Starts the accessibility bus and its registry before the program, which asks for them once and does without after. */
static void
start_accessibility_bus (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr(GVariant) address = NULL;

  g_assert_no_error (error);
  address = g_dbus_connection_call_sync (bus, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL,
                                         G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, PATIENCE_SECONDS * 1000,
                                         NULL, &error);
  g_assert_no_error (error);
  /* The bus asks for a cache that a program just starting does not have yet, and warns: that must not end the test. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  atspi_init ();
  atspi_set_timeout (CALL_SECONDS * 1000, CALL_SECONDS * 1000);
}

/* Its window is there too; one that an earlier test ended may be on the bus still and is not taken for it. */
static gboolean
find_application (CasenessDriver *driver, gpointer user_data)
{
  g_autoptr(AtspiAccessible) desktop = atspi_get_desktop (0);
  const char *pid = g_subprocess_get_identifier (driver->process);
  int n;
  int i;

  if (desktop == NULL || pid == NULL)
    return FALSE;
  /* A program seen on the bus a moment before its window would be remembered as having none for ever. */
  atspi_accessible_clear_cache (desktop);
  n = atspi_accessible_get_child_count (desktop, NULL);
  for (i = 0; i < n && driver->application == NULL; i++)
    {
      g_autoptr(AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child != NULL && atspi_accessible_get_process_id (child, NULL) == strtoul (pid, NULL, 10)
          && atspi_accessible_get_child_count (child, NULL) > 0)
        driver->application = g_steal_pointer (&child);
    }
  return driver->application != NULL;
}

CasenessDriver *
caseness_driver_start (const char *const *arguments)
{
  CasenessDriver *driver = g_new0 (CasenessDriver, 1);
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  gsize i;

  start_accessibility_bus ();
  g_ptr_array_add (argv, (gpointer) g_getenv ("CASENESS_APP"));
  for (i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);

  driver->errors = g_build_filename (g_get_home_dir (), "errors.txt", NULL);
  g_subprocess_launcher_set_stderr_file_path (launcher, driver->errors);
  driver->process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  caseness_driver_wait_until (driver, find_application, NULL, "window on the accessibility bus");
  /* What is read is what is there now, however far behind the news of it may be. */
  atspi_accessible_set_cache_mask (driver->application, ATSPI_CACHE_NONE);
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
