/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-driver.h"

#include "accessible-tree.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* Enough for a machine many times slower than a desk's: what is waited for is always something seen, never time. */
#define PATIENCE_SECONDS 600
#define CALL_SECONDS 120 /* for one question to the program */
#define SHORT_LIST 12 /* rows of a list that are looked into at every look, because they may hold buttons */
#define AGAIN_SECONDS 15 /* after which a press that came to nothing is made once more */

struct _CasenessDriver
{
  GSubprocess *process;
  GDBusConnection *bus;  /* of accessibility */
  char *program;         /* its unique name there */
  AccessibleTree *tree;  /* nullable: as the latest look found it */
  gsize longest_list; /* of those whose rows are looked into */
  char *table;        /* nullable: what the tables are called whose rows are */
  gint64 looked_from; /* when the latest look began */
  char *errors; /* file that holds what it writes to standard error */
  GSubprocess *typing; /* nullable: what is typing just now */
  guint hearing;       /* the subscription to what the program tells by itself */
  GPtrArray *heard;    /* of char *: what things came to be called since somebody listens */
};

static void
let_a_moment_pass (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (50 * 1000);
}

/* A program that does not answer shows nothing. */
static void
look_around (CasenessDriver *driver)
{
  driver->looked_from = g_get_monotonic_time ();
  g_clear_pointer (&driver->tree, accessible_tree_free);
  driver->tree = accessible_tree_read (driver->bus, driver->program, driver->longest_list, driver->table);
}

/* Asks the program to do something with what was found. */
static GVariant *
call (CasenessDriver *driver, const AccessibleItem *item, const char *interface, const char *method,
      GVariant *parameters, const char *reply_type)
{
  return g_dbus_connection_call_sync (driver->bus, driver->program, item->path, interface, method, parameters,
                                      G_VARIANT_TYPE (reply_type), G_DBUS_CALL_FLAGS_NONE, CALL_SECONDS * 1000, NULL,
                                      NULL);
}

/* Search: what is looked for, and what was found of it in one walk. */
typedef struct
{
  AtspiRole role;
  const char *name;
  const AccessibleItem *exact;   /* nullable: the first called just so, which ends the walk */
  const AccessibleItem *partial; /* nullable: the first whose name holds @name */
  guint count;                   /* of both, up to the end of the walk */
  gboolean is_counting;          /* goes on to the end */
} Search;

static gboolean
visit_search (const AccessibleItem *item, int depth, gpointer user_data)
{
  Search *search = user_data;
  gboolean is_exact;

  if (item->role != search->role || (search->name != NULL && strstr (item->name, search->name) == NULL))
    return FALSE;
  is_exact = search->name == NULL || g_str_equal (item->name, search->name);
  search->count++;
  if (is_exact && search->exact == NULL)
    search->exact = item;
  if (search->partial == NULL)
    search->partial = item;
  return is_exact && !search->is_counting;
}

/* What is found lives until the next look. */
static const AccessibleItem *
look (CasenessDriver *driver, AtspiRole role, const char *name)
{
  Search search = { .role = role, .name = name };

  look_around (driver);
  if (driver->tree != NULL)
    accessible_tree_walk (driver->tree, visit_search, &search);
  return search.exact != NULL ? search.exact : search.partial;
}

static gboolean
visit_dump (const AccessibleItem *item, int depth, gpointer user_data)
{
  g_autofree char *role = atspi_role_get_name (item->role);

  if (*item->name != '\0')
    g_string_append_printf (user_data, "%*s%s “%s”\n", depth, "", role, item->name);
  return FALSE;
}

char *
caseness_driver_dump (CasenessDriver *driver)
{
  GString *text = g_string_new (NULL);

  look_around (driver);
  if (driver->tree != NULL)
    accessible_tree_walk (driver->tree, visit_dump, text);
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
  g_autofree char *there = driver->program != NULL ? caseness_driver_dump (driver) : NULL;
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

void
caseness_driver_find (CasenessDriver *driver, AtspiRole role, const char *name)
{
  gint64 since = g_get_monotonic_time ();
  g_autofree char *what = describe (role, name);

  while (look (driver, role, name) == NULL)
    wait_on (driver, since, what);
}

char *
caseness_driver_read (CasenessDriver *driver, AtspiRole role, const char *name)
{
  const AccessibleItem *found = look (driver, role, name);

  return found != NULL ? g_strdup (found->name) : NULL;
}

gboolean
caseness_driver_has (CasenessDriver *driver, AtspiRole role, const char *name)
{
  return look (driver, role, name) != NULL;
}

guint
caseness_driver_count (CasenessDriver *driver, AtspiRole role, const char *name)
{
  Search search = { .role = role, .name = name, .is_counting = TRUE };

  look_around (driver);
  if (driver->tree != NULL)
    accessible_tree_walk (driver->tree, visit_search, &search);
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
  const AccessibleItem *item = look (driver, role, name);
  g_autoptr(GVariant) reply = NULL;
  gboolean is_done = FALSE;

  if (item == NULL || !accessible_item_has_state (item, ATSPI_STATE_SENSITIVE))
    return FALSE;
  reply = call (driver, item, "org.a11y.atspi.Action", "DoAction", g_variant_new ("(i)", 0), "(b)");
  if (reply != NULL)
    g_variant_get (reply, "(b)", &is_done);
  return is_done;
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

/* GTK 4.8 takes an end of -1 for the beginning. */
static gboolean
has_text (CasenessDriver *driver, const AccessibleItem *item, const char *wanted)
{
  g_autoptr(GVariant) reply
      = call (driver, item, "org.a11y.atspi.Text", "GetText", g_variant_new ("(ii)", 0, G_MAXINT32), "(s)");
  const char *contents = NULL;

  if (reply != NULL)
    g_variant_get (reply, "(&s)", &contents);
  return g_strcmp0 (contents, wanted) == 0;
}

static gboolean
try_type (CasenessDriver *driver, const char *name, const char *text)
{
  const AccessibleItem *item = look (driver, ATSPI_ROLE_TEXT, name);
  g_autoptr(GVariant) reply = NULL;

  if (item == NULL)
    return FALSE;
  if (has_text (driver, item, text))
    return TRUE;
  reply = call (driver, item, "org.a11y.atspi.EditableText", "SetTextContents", g_variant_new ("(s)", text), "(b)");
  return FALSE; /* not before it is read back */
}

void
caseness_driver_look_into_lists (CasenessDriver *driver)
{
  driver->longest_list = G_MAXSIZE;
}

void
caseness_driver_look_into_table (CasenessDriver *driver, const char *name)
{
  g_free (driver->table);
  driver->table = g_strdup (name);
}

void
caseness_driver_type (CasenessDriver *driver, const char *name, const char *text)
{
  gint64 since = g_get_monotonic_time ();
  g_autofree char *what = g_strdup_printf ("“%s” in “%s”", text, name);

  while (!try_type (driver, name, text))
    wait_on (driver, since, what);
}

gboolean
caseness_driver_has_text (CasenessDriver *driver, const char *name, const char *text)
{
  const AccessibleItem *item = look (driver, ATSPI_ROLE_TEXT, name);

  return item != NULL && has_text (driver, item, text);
}

static void
run_command (CasenessDriver *driver, const char *command)
{
  g_autoptr(GError) error = NULL;
  int status;

  if (!g_spawn_command_line_sync (command, NULL, NULL, &status, &error) || !g_spawn_check_wait_status (status, &error))
    fail (driver, "%s: %s", command, error->message);
}

/* No window manager hands the keyboard to a window. */
static void
hand_keyboard_to (CasenessDriver *driver, const char *frame)
{
  g_autofree char *focus = g_strdup_printf ("xdotool search --onlyvisible --name \"%s\" windowfocus --sync", frame);

  run_command (driver, focus);
}

/* Whether the keyboard is in it, as of a list in its button. */
static gboolean
has_keyboard (const AccessibleItem *item)
{
  gboolean has = accessible_item_has_state (item, ATSPI_STATE_FOCUSED);
  guint i;

  for (i = 0; i < item->children->len && !has; i++)
    has = has_keyboard (g_ptr_array_index (item->children, i));
  return has;
}

void
caseness_driver_go_to (CasenessDriver *driver, const char *frame, const char *key, AtspiRole role, const char *name)
{
  gint64 since = g_get_monotonic_time ();
  g_autofree char *thing = describe (role, name);
  g_autofree char *what = g_strdup_printf ("keyboard in %s by pressing %s", thing, key);
  g_autofree char *press = g_strdup_printf ("xdotool key %s", key);
  const AccessibleItem *item;

  hand_keyboard_to (driver, frame);
  while ((item = look (driver, role, name)) == NULL || !has_keyboard (item))
    {
      run_command (driver, press);
      wait_on (driver, since, what);
    }
}

void
caseness_driver_send_keys (CasenessDriver *driver, const char *frame, AtspiRole role, const char *name, const char *keys)
{
  gint64 since = g_get_monotonic_time ();
  g_autofree char *thing = describe (role, name);
  g_autofree char *what = g_strdup_printf ("keyboard in %s", thing);
  g_autofree char *press = g_strdup_printf ("xdotool key %s", keys);
  const AccessibleItem *item;

  hand_keyboard_to (driver, frame);
  while ((item = look (driver, role, name)) == NULL || !has_keyboard (item))
    wait_on (driver, since, what);
  run_command (driver, press);
}

void
caseness_driver_begin_typing (CasenessDriver *driver, const char *text)
{
  g_autoptr(GError) error = NULL;

  driver->typing = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", "type", "--delay", "100", text, NULL);
  g_assert_no_error (error);
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

static GVariant *
ask_bus (GDBusConnection *bus, const char *method, GVariant *parameters, const char *reply_type, GError **error)
{
  return g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                      method, parameters, G_VARIANT_TYPE (reply_type), G_DBUS_CALL_FLAGS_NONE,
                                      CALL_SECONDS * 1000, NULL, error);
}

/* Starts the accessibility bus and its registry before the program, which asks for them once and does without after. */
static GDBusConnection *
start_accessibility_bus (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr(GDBusConnection) bus = NULL;
  g_autoptr(GVariant) address = NULL;
  g_autoptr(GVariant) started = NULL;
  const char *where;

  g_assert_no_error (error);
  address = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL,
                                         G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, PATIENCE_SECONDS * 1000,
                                         NULL, &error);
  g_assert_no_error (error);
  g_variant_get (address, "(&s)", &where);
  bus = g_dbus_connection_new_for_address_sync (where,
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                    | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);
  g_assert_no_error (error);
  started = ask_bus (bus, "StartServiceByName", g_variant_new ("(su)", "org.a11y.atspi.Registry", 0), "(u)", &error);
  g_assert_no_error (error);
  return g_steal_pointer (&bus);
}

static gboolean
is_process (GDBusConnection *bus, const char *name, const char *pid)
{
  g_autoptr(GVariant) reply
      = ask_bus (bus, "GetConnectionUnixProcessID", g_variant_new ("(s)", name), "(u)", NULL);
  guint32 number = 0;

  if (reply != NULL)
    g_variant_get (reply, "(u)", &number);
  return number == strtoul (pid, NULL, 10);
}

/* Its window is there too; one that an earlier test ended may be on the bus still and is not taken for it. */
static gboolean
find_program (CasenessDriver *driver, gpointer user_data)
{
  const char *pid = g_subprocess_get_identifier (driver->process);
  g_autoptr(GVariant) reply = ask_bus (driver->bus, "ListNames", NULL, "(as)", NULL);
  g_autofree const char **names = NULL;
  gsize i;

  if (reply == NULL || pid == NULL)
    return FALSE;
  g_variant_get (reply, "(^a&s)", &names);
  for (i = 0; names[i] != NULL && driver->program == NULL; i++)
    if (*names[i] == ':' && is_process (driver->bus, names[i], pid))
      driver->program = g_strdup (names[i]);
  return driver->program != NULL && caseness_driver_has (driver, ATSPI_ROLE_FRAME, NULL);
}

/* Between two looks much can pass: a program tells of it by itself. */
static void
property_changed_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *member,
                     GVariant *parameters, gpointer user_data)
{
  CasenessDriver *driver = user_data;
  g_autoptr(GVariant) value = NULL;
  const char *property;

  if (g_strcmp0 (sender, driver->program) != 0 || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(siiva{sv})")))
    return;
  g_variant_get (parameters, "(&siiva{sv})", &property, NULL, NULL, &value, NULL);
  if (g_str_equal (property, "accessible-name") && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    g_ptr_array_add (driver->heard, g_variant_dup_string (value, NULL));
}

void
caseness_driver_listen (CasenessDriver *driver)
{
  let_a_moment_pass ();
  g_ptr_array_set_size (driver->heard, 0);
}

gboolean
caseness_driver_has_heard (CasenessDriver *driver, const char *name)
{
  let_a_moment_pass ();
  return g_ptr_array_find_with_equal_func (driver->heard, name, g_str_equal, NULL);
}

CasenessDriver *
caseness_driver_start (const char *const *arguments)
{
  CasenessDriver *driver = g_new0 (CasenessDriver, 1);
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  gsize i;

  driver->longest_list = SHORT_LIST;
  driver->heard = g_ptr_array_new_with_free_func (g_free);
  driver->bus = start_accessibility_bus ();
  driver->hearing = g_dbus_connection_signal_subscribe (driver->bus, NULL, "org.a11y.atspi.Event.Object", "PropertyChange",
                                                        NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE, property_changed_cb, driver,
                                                        NULL);
  g_ptr_array_add (argv, (gpointer) g_getenv ("CASENESS_APP"));
  for (i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);

  driver->errors = g_build_filename (g_get_home_dir (), "errors.txt", NULL);
  g_subprocess_launcher_set_stderr_file_path (launcher, driver->errors);
  driver->process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  caseness_driver_wait_until (driver, find_program, NULL, "window on the accessibility bus");
  return driver;
}

/* GTK 4.8 answers with an empty path when it is asked about a widget that has just gone; nothing of ours is wrong then. */
static gboolean
is_complaint (const char *line)
{
  return (strstr (line, "WARNING") != NULL || strstr (line, "CRITICAL") != NULL)
         && strstr (line, "g_variant_is_object_path") == NULL && strstr (line, "g_variant_new_object_path") == NULL;
}

static void
end_process (GSubprocess *process, int signal_number)
{
  g_autoptr(GSubprocess) ended = process;

  g_subprocess_send_signal (ended, signal_number);
  g_subprocess_wait (ended, NULL, NULL);
}

static void
driver_free (CasenessDriver *driver)
{
  g_clear_pointer (&driver->tree, accessible_tree_free);
  g_dbus_connection_signal_unsubscribe (driver->bus, driver->hearing);
  g_object_unref (driver->bus);
  g_ptr_array_unref (driver->heard);
  g_free (driver->program);
  g_free (driver->table);
  g_free (driver->errors);
  g_free (driver);
}

void
caseness_driver_kill (CasenessDriver *driver)
{
  end_process (g_steal_pointer (&driver->process), SIGKILL);
  if (driver->typing != NULL)
    end_process (g_steal_pointer (&driver->typing), SIGTERM);
  driver_free (driver);
}

void
caseness_driver_stop (CasenessDriver *driver)
{
  g_autofree char *errors = NULL;
  g_auto(GStrv) lines = NULL;
  gsize i;

  end_process (g_steal_pointer (&driver->process), SIGTERM);
  g_assert_true (g_file_get_contents (driver->errors, &errors, NULL, NULL));
  lines = g_strsplit (errors, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    if (is_complaint (lines[i]))
      g_error ("the program complained:\n%s", errors);
  driver_free (driver);
}
