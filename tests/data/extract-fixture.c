/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "extract-fixture.h"

#define COLUMNS "extracts.csv" /* extract,table,fields */

const ExtractKind extract_kinds[] = {
  { "pre-deadline", NULL },
  { "post-deadline", "the national extract made after the deadline" },
  { "commissioning", "the national extract for commissioners" },
  { NULL },
};

/* Each row of the columns: extract, table, fields. */
static GPtrArray *
read_columns (const ExtractKind *kind)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", COLUMNS, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", 0);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", 0);

      if (g_str_equal (cells[0], kind->name))
        g_ptr_array_add (rows, g_steal_pointer (&cells));
    }
  g_assert_cmpuint (rows->len, >, 0);
  return rows;
}

GStrv
extract_fixture_get_fields (const ExtractKind *kind, const char *table)
{
  g_autoptr(GPtrArray) rows = read_columns (kind);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (((char **) rows->pdata[i])[1], table))
      return g_strsplit (((char **) rows->pdata[i])[2], ";", 0);
  g_error ("%s has no %s", kind->name, table);
}

static const char *
get_cell (char **header, char **cells, const char *field)
{
  for (guint i = 0; header[i] != NULL; i++)
    if (g_str_equal (header[i], field))
      return cells[i];
  return field;
}

static void
append_line (GString *text, char **fields, char **header, char **cells)
{
  for (guint i = 0; fields[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : ",", get_cell (header, cells, fields[i]));
  g_string_append_c (text, '\n');
}

static void
write_table (const char *folder, const char *table, const char *columns)
{
  g_autofree char *file = g_strconcat (table, ".csv", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GString) full = g_string_new (NULL);
  g_auto(GStrv) fields = g_strsplit (columns, ";", 0);
  g_auto(GStrv) lines = NULL;
  g_auto(GStrv) header = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", 0);
  header = g_strsplit (lines[0], ",", 0);
  append_line (full, fields, fields, fields);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", 0);

      append_line (full, fields, header, cells);
    }
  g_assert_true (g_file_set_contents (path, full->str, -1, NULL));
}

void
extract_fixture_write (const ExtractKind *kind, const char *folder)
{
  g_autoptr(GPtrArray) rows = read_columns (kind);

  for (guint i = 0; i < rows->len; i++)
    write_table (folder, ((char **) rows->pdata[i])[1], ((char **) rows->pdata[i])[2]);
}
