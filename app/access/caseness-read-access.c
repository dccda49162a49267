/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-access-status.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <mdbtools.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

/* caseness-read-access DATABASE FOLDER TABLE…
 *
 * Writes those tables of a Microsoft Access database as CSV files into FOLDER. A program of its own, because mdbtools'
 * library trusts what it reads: a damaged or hostile database may crash it, have it loop or ask for all memory. That
 * then ends this process, which has nothing else to lose, and its limits end it in time. */

#define MOST_SECONDS 600
#define MOST_MEMORY ((rlim_t) 1024 * 1024 * 1024)

/* What comes out, against what the file holds: numbers and dates grow several times when they become text. */
#define MOST_SWELLING 100
#define LEAST_LIMIT (G_GUINT64_CONSTANT (256) * 1024 * 1024)
#define MOST_LIMIT (G_GUINT64_CONSTANT (2) * 1024 * 1024 * 1024)

#define SECONDS_A_DAY (24 * 60 * 60)
#define MOST_DAYS 600000 /* some sixteen centuries: further off is damage */

#define UTF8_MARK "\357\273\277"

#define CELL_SIZE 16384

/* What the library calls a report is, in the list of contents, a table that lies in another database server. */
#define SERVER_TABLE MDB_REPORT

typedef struct
{
  MdbHandle *database;
  const char *folder;
  char **wanted;     /* names of tables */
  gboolean *is_done; /* one a name */
  guint64 left;      /* bytes that may still be written */
} Reading;

static void
set_limit (int what, rlim_t most)
{
  const struct rlimit limit = { most, most };

  setrlimit (what, &limit);
}

static void
limit_self (void)
{
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  signal (SIGXFSZ, SIG_IGN);
  set_limit (RLIMIT_CPU, MOST_SECONDS);
  set_limit (RLIMIT_CORE, 0);
  set_limit (RLIMIT_FSIZE, (rlim_t) MOST_LIMIT);
#ifndef __SANITIZE_ADDRESS__ /* which asks for more than there is, and uses little of it */
  set_limit (RLIMIT_AS, MOST_MEMORY);
#endif
}

/* What the library would let the surroundings decide. */
static void
clear_surroundings (void)
{
  g_unsetenv ("MDBPATH");
  g_unsetenv ("MDBOPTS");
  g_unsetenv ("MDB_JET3_CHARSET");
  g_setenv ("MDBICONV", "UTF-8", TRUE);
}

/* Names */

static char *
simplify (const char *name)
{
  GString *simple = g_string_new (NULL);

  for (; *name != '\0'; name++)
    if (g_ascii_isalnum (*name))
      g_string_append_c (simple, g_ascii_tolower (*name));
  return g_string_free (simple, FALSE);
}

/* "IDS101Referral", "ids101_referral", "IDS101 Referral" and "IDS101" are one table. */
static gboolean
is_same_table (const char *wanted, const char *name)
{
  g_autofree char *simple = simplify (name);
  g_autofree char *full = simplify (wanted);
  gsize code = strcspn (full, "0123456789");

  code += strspn (full + code, "0123456789");
  return strcmp (simple, full) == 0 || (full[code] != '\0' && strlen (simple) == code && strncmp (simple, full, code) == 0
                                        && g_ascii_isdigit (full[code - 1]));
}

static int
find_wanted (const Reading *reading, const char *name)
{
  for (int i = 0; reading->wanted[i] != NULL; i++)
    if (is_same_table (reading->wanted[i], name))
      return i;
  return -1;
}

/* The other side shows it to people, and reads it line by line. */
static void
print_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  for (char *c = valid; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  g_print ("%s\n", valid);
}

static CasenessAccessStatus
give_up (CasenessAccessStatus status, const char *name)
{
  print_name (name);
  return status;
}

/* Cells */

static void
append_text (GString *row, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (strpbrk (valid, ",\"\r\n") == NULL)
    {
      g_string_append (row, valid);
      return;
    }
  g_string_append_c (row, '"');
  for (const char *c = valid; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *c);
    }
  g_string_append_c (row, '"');
}

/* A day alone, a clock time alone, or both: as the other side reads them from a CSV file. Access counts days from one
 * in 1899, which it takes for no day at all; before it, the clock still runs forward. The library's own words for dates
 * go wrong there. */
static void
append_date (GString *row, double moment)
{
  double whole = trunc (moment);
  int seconds = (int) lround (fabs (moment - whole) * SECONDS_A_DAY);
  char day[16];
  GDate date;

  if (!(whole > -MOST_DAYS && whole < MOST_DAYS))
    {
      g_string_append_printf (row, "%g", moment); /* no day, and told as what it is */
      return;
    }
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_set_julian (&date, (guint32) (g_date_get_julian (&date) + (gint64) whole + seconds / SECONDS_A_DAY));
  seconds %= SECONDS_A_DAY;
  g_date_strftime (day, sizeof day, "%Y-%m-%d", &date);
  if (whole != 0)
    g_string_append (row, day);
  if (whole != 0 && seconds != 0)
    g_string_append_c (row, ' ');
  if (whole == 0 || seconds != 0)
    g_string_append_printf (row, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

static void
append_cell (GString *row, MdbHandle *database, const MdbColumn *column, const char *text)
{
  int at = column->cur_value_start;

  if (column->col_type != MDB_DATETIME)
    append_text (row, text);
  else if (text[0] != '\0' && at > 0 && at + (int) sizeof (double) <= MDB_PGSIZE)
    append_date (row, mdb_get_double (database->pg_buf, at));
}

static void
append_row (GString *row, MdbHandle *database, const MdbTableDef *table, char **cells)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (row, ',');
      append_cell (row, database, table->columns->pdata[i], cells[i]);
    }
  g_string_append_c (row, '\n');
}

static void
append_heading (GString *row, const MdbTableDef *table)
{
  g_string_append (row, UTF8_MARK);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const MdbColumn *column = table->columns->pdata[i];

      if (i > 0)
        g_string_append_c (row, ',');
      append_text (row, column->name);
    }
  g_string_append_c (row, '\n');
}

/* Files */

static CasenessAccessStatus
write_text (Reading *reading, FILE *file, GString *text)
{
  if (text->len > reading->left)
    return CASENESS_ACCESS_TOO_LARGE;
  reading->left -= text->len;
  if (fwrite (text->str, 1, text->len, file) != text->len)
    return errno == EFBIG ? CASENESS_ACCESS_TOO_LARGE : CASENESS_ACCESS_NO_ROOM;
  g_string_truncate (text, 0);
  return CASENESS_ACCESS_DONE;
}

/* A row that the library cannot make out it leaves out without a word, so they are counted. */
static CasenessAccessStatus
write_rows (Reading *reading, MdbTableDef *table, char **cells, FILE *file)
{
  g_autoptr(GString) text = g_string_new (NULL);
  CasenessAccessStatus status;
  guint n_rows = 0;

  append_heading (text, table);
  status = write_text (reading, file, text);
  mdb_rewind_table (table);
  while (status == CASENESS_ACCESS_DONE && mdb_fetch_row (table))
    {
      append_row (text, reading->database, table, cells);
      status = write_text (reading, file, text);
      n_rows++;
    }
  return status == CASENESS_ACCESS_DONE && n_rows < table->num_rows ? CASENESS_ACCESS_DAMAGED : status;
}

/* Pictures and the like are no field of any table of ours, and stay empty. */
static char **
bind_cells (MdbTableDef *table)
{
  char **cells = g_new0 (char *, table->columns->len + 1);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const MdbColumn *column = table->columns->pdata[i];

      cells[i] = g_malloc0 (CELL_SIZE);
      if (column->col_type != MDB_OLE)
        mdb_bind_column (table, (int) i + 1, cells[i], NULL);
    }
  return cells;
}

static FILE *
open_file (const Reading *reading, const char *name)
{
  g_autofree char *base = g_strconcat (name, ".csv", NULL);
  g_autofree char *path = g_build_filename (reading->folder, base, NULL);
  int descriptor = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

  return descriptor >= 0 ? fdopen (descriptor, "w") : NULL;
}

static CasenessAccessStatus
write_table (Reading *reading, MdbTableDef *table, const char *name)
{
  FILE *file = open_file (reading, name);
  g_auto(GStrv) cells = NULL;
  CasenessAccessStatus status;

  if (file == NULL)
    return CASENESS_ACCESS_NO_ROOM;
  cells = bind_cells (table);
  status = write_rows (reading, table, cells, file);
  if (fclose (file) != 0 && status == CASENESS_ACCESS_DONE)
    status = CASENESS_ACCESS_NO_ROOM;
  return status;
}

static CasenessAccessStatus
read_table (Reading *reading, MdbCatalogEntry *entry, int wanted)
{
  MdbTableDef *table;
  CasenessAccessStatus status = CASENESS_ACCESS_DAMAGED;

  if (reading->is_done[wanted])
    return give_up (CASENESS_ACCESS_TWICE, entry->object_name);
  reading->is_done[wanted] = TRUE;
  table = mdb_read_table (entry);
  if (table != NULL && mdb_read_columns (table) != NULL)
    status = write_table (reading, table, reading->wanted[wanted]);
  if (table != NULL)
    mdb_free_tabledef (table);
  return status == CASENESS_ACCESS_DAMAGED ? give_up (status, entry->object_name) : status;
}

static CasenessAccessStatus
take_entry (Reading *reading, MdbCatalogEntry *entry)
{
  int wanted = find_wanted (reading, entry->object_name);

  if (wanted >= 0 && (entry->object_type == MDB_LINKED_TABLE || entry->object_type == SERVER_TABLE))
    return give_up (CASENESS_ACCESS_LINKED, entry->object_name);
  if (!mdb_is_user_table (entry))
    return CASENESS_ACCESS_DONE;
  if (wanted >= 0)
    return read_table (reading, entry, wanted);
  print_name (entry->object_name);
  return CASENESS_ACCESS_DONE;
}

static CasenessAccessStatus
read_database (Reading *reading)
{
  GPtrArray *entries = mdb_read_catalog (reading->database, MDB_ANY);
  CasenessAccessStatus status = CASENESS_ACCESS_DONE;

  if (entries == NULL)
    return CASENESS_ACCESS_UNREADABLE;
  for (guint i = 0; i < entries->len && status == CASENESS_ACCESS_DONE; i++)
    status = take_entry (reading, entries->pdata[i]);
  return status;
}

int
main (int argc, char *argv[])
{
  Reading reading = { 0 };
  g_autofree gboolean *is_done = NULL;
  GStatBuf about;
  CasenessAccessStatus status;

  if (argc < 4)
    return 2;
  limit_self ();
  clear_surroundings ();
  if (g_stat (argv[1], &about) != 0)
    return CASENESS_ACCESS_UNREADABLE;
  reading.database = mdb_open (argv[1], MDB_NOFLAGS);
  if (reading.database == NULL)
    return CASENESS_ACCESS_UNREADABLE;
  mdb_set_bind_size (reading.database, CELL_SIZE);
  is_done = g_new0 (gboolean, argc);
  reading.is_done = is_done;
  reading.folder = argv[2];
  reading.wanted = argv + 3;
  reading.left = CLAMP (MOST_SWELLING * (guint64) about.st_size, LEAST_LIMIT, MOST_LIMIT);
  status = read_database (&reading);
  mdb_close (reading.database);
  return (int) status;
}
