/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-access.h"

#include "caseness-access-status.h"
#include "caseness-data-error.h"
#include "caseness-spec.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define PROGRAM "caseness-read-access"

/* What a loader ends with when a library is not there. */
#define LIBRARY_MISSING 127

/* Below the folder of the running program: as installed and as built, for the window and for the command line. */
static const char *const places[] = { ".", "access", ".." G_DIR_SEPARATOR_S "access" };

static const struct
{
  CasenessAccessStatus status;
  const char *sentence;
} faults[] = {
  { CASENESS_ACCESS_DAMAGED,
    N_ ("this table cannot be read to its end. Open the database in Access, choose Compact and Repair Database, and "
        "import it again.") },
  { CASENESS_ACCESS_TWICE,
    N_ ("this table is there twice under two spellings of its name. Leave only one of them in the database.") },
  { CASENESS_ACCESS_LINKED,
    N_ ("this table is a link to another database. Import the database that holds the rows themselves.") },
};

gboolean
caseness_access_is_name (const char *name)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  lower = g_ascii_strdown (name, -1);
  return g_str_has_suffix (lower, ".mdb") || g_str_has_suffix (lower, ".accdb");
}

static void
refuse (const char *shown, const char *sentence, GError **error)
{
  g_autofree char *name = g_filename_display_name (shown);

  /* Translators: a file name, then a sentence about it. */
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, _ ("%s: %s"), name, sentence);
}

static void
refuse_without_reader (const char *shown, GError **error)
{
  g_autofree char *name = g_filename_display_name (shown);

  /* Translators: a file name. */
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_NO_READER,
               _ ("%s: this is a Microsoft Access database, and mdbtools, which reads them, is not installed here. Ask "
                  "for it to be installed; or open the database in Access, export each of its tables as a CSV file "
                  "named after the table, such as IDS101Referral.csv, into one folder, and import that folder."),
               name);
}

static void
refuse_unreadable (const char *shown, GError **error)
{
  refuse (shown,
          _ ("this Microsoft Access database cannot be read: it is damaged, protected by a password, or no database. Open "
             "it in Access, take the password off, choose Compact and Repair Database, and import it again."),
          error);
}

/* Returns (transfer full) (nullable): the program that reads databases. */
static char *
find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  const char *named = g_getenv ("CASENESS_READ_ACCESS");

  if (named != NULL)
    return g_strdup (named);
  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (folder, places[i], PROGRAM, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }
  return g_build_filename (CASENESS_ACCESS_DIR, PROGRAM, NULL);
}

static GSubprocess *
start (const char *path, const char *folder)
{
  g_autofree char *program = find_program ();
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  g_ptr_array_add (words, program);
  g_ptr_array_add (words, (char *) path);
  g_ptr_array_add (words, (char *) folder);
  for (guint i = 0; i < n_tables; i++)
    if (!tables[i].is_extract)
      g_ptr_array_add (words, (char *) tables[i].name);
  g_ptr_array_add (words, NULL);
  return g_subprocess_newv ((const char *const *) words->pdata,
                            G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);
}

/* The last line it printed is the table at fault. */
static void
refuse_table (const char *shown, int status, char **lines, GError **error)
{
  guint n = lines != NULL ? g_strv_length (lines) : 0;
  const char *table = n > 1 ? lines[n - 2] : "";

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if ((int) faults[i].status == status)
      {
        /* Translators: the name of a table, then a sentence about it. */
        g_autofree char *sentence = g_strdup_printf (_ ("%s: %s"), table, _ (faults[i].sentence));

        refuse (shown, sentence, error);
        return;
      }
  refuse_unreadable (shown, error);
}

static void
refuse_for (const char *shown, int status, char **lines, GError **error)
{
  if (status == LIBRARY_MISSING)
    refuse_without_reader (shown, error);
  else if (status == CASENESS_ACCESS_TOO_LARGE)
    refuse (shown, _ ("far more comes out of it than a database of its size can hold. It is damaged."), error);
  else if (status == CASENESS_ACCESS_NO_ROOM)
    {
      g_autofree char *name = g_filename_display_name (shown);

      /* Translators: a file name, then the folder for temporary files. */
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_FULL,
                   _ ("%s: its tables cannot be put in %s. Make room there and try again."), name, g_get_tmp_dir ());
    }
  else
    refuse_table (shown, status, lines, error);
}

static void
take_names (CasenessAccess *access, char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      g_ptr_array_add (access->left_out, g_strdup (lines[i]));
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Ended by a signal is a fault of the database: the process's own limits end it like that. */
static gboolean
run (CasenessAccess *access, const char *path, const char *shown, GCancellable *cancellable, GError **error)
{
  g_autoptr(GSubprocess) process = start (path, access->root);
  g_autoptr(GBytes) printed = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (process == NULL)
    {
      refuse_without_reader (shown, error);
      return FALSE;
    }
  if (!g_subprocess_communicate (process, NULL, cancellable, &printed, NULL, error))
    {
      g_subprocess_force_exit (process);
      g_subprocess_wait (process, NULL, NULL);
      return FALSE;
    }
  text = g_bytes_get_size (printed) > 0 ? g_strndup (g_bytes_get_data (printed, NULL), g_bytes_get_size (printed))
                                        : g_strdup ("");
  lines = g_strsplit (text, "\n", -1);
  if (!g_subprocess_get_if_exited (process))
    refuse_unreadable (shown, error);
  else if (g_subprocess_get_exit_status (process) != CASENESS_ACCESS_DONE)
    refuse_for (shown, g_subprocess_get_exit_status (process), lines, error);
  else
    {
      take_names (access, lines);
      access->n_tables = count_files (access->root);
      return TRUE;
    }
  return FALSE;
}

static gboolean
make_folder (CasenessAccess *access, const char *path, const char *shown, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (caseness_private_folder_make (&access->folder, name) != 0)
    {
      refuse_for (shown, CASENESS_ACCESS_NO_ROOM, NULL, error);
      return FALSE;
    }
  access->root = access->folder.root;
  return TRUE;
}

CasenessAccess *
caseness_access_read (const char *path, const char *shown, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessAccess) access = NULL;
  GStatBuf about;

  g_return_val_if_fail (path != NULL && shown != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (g_stat (path, &about) != 0 || !S_ISREG (about.st_mode))
    {
      refuse (shown, _ ("the file cannot be read. Check that you may open it."), error);
      return NULL;
    }
  access = g_new0 (CasenessAccess, 1);
  access->left_out = g_ptr_array_new_with_free_func (g_free);
  if (!make_folder (access, path, shown, error) || !run (access, path, shown, cancellable, error))
    return NULL;
  return g_steal_pointer (&access);
}

void
caseness_access_free (CasenessAccess *access)
{
  if (access == NULL)
    return;
  caseness_private_folder_clear (&access->folder);
  g_ptr_array_unref (access->left_out);
  g_free (access);
}
