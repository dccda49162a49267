/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "access-fixture.h"

#include "caseness-date.h"

#include <string.h>

/* A file is a row of pages; the first holds the header, the next the usage maps, and the one after those the columns
 * of the list of contents. Numbers are written with the low byte first. */
#define PAGE 4096
#define MAP_PAGE 1
#define CONTENTS_PAGE 2

#define MARK_DATA 0x01
#define MARK_TABLE 0x02

#define MAP_BYTES 128 /* pages that one table may lie in: eight times as many */

#define KIND_TABLE 1
#define KIND_LINKED 6

typedef enum
{
  BOOL = 0x01,
  INT = 0x03,
  LONG = 0x04,
  DATE = 0x08,
  TEXT = 0x0a,
  OLE = 0x0b,
} Type;

static const struct
{
  const char *name;
  Type type;
  guint size;
} types[] = {
  { "bool", BOOL, 0 }, { "int", INT, 2 }, { "long", LONG, 4 }, { "date", DATE, 8 }, { "ole", OLE, 0 },
  { "text", TEXT, 510 },
};

typedef struct
{
  char *name;
  guint type; /* index into types */
} Column;

typedef struct
{
  GByteArray *file;
  guint n_maps;
} Maker;

static void
put (GByteArray *file, gsize at, guint64 number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    file->data[at + i] = (guint8) (number >> (8 * i));
}

static guint
add_page (GByteArray *file, guint8 mark)
{
  gsize at = file->len;

  g_byte_array_set_size (file, file->len + PAGE);
  memset (file->data + at, 0, PAGE);
  put (file, at, mark, 1);
  put (file, at + 1, 1, 1);
  return (guint) (at / PAGE);
}

/* Data pages: rows grow down from the end, their places up from the start. */

static guint
get_count (const GByteArray *file, guint page)
{
  return file->data[page * PAGE + 12] + 256u * file->data[page * PAGE + 13];
}

static guint
get_start (const GByteArray *file, guint page)
{
  gsize at = page * PAGE + 12 + 2 * get_count (file, page);

  return get_count (file, page) == 0 ? PAGE : file->data[at] + 256u * file->data[at + 1];
}

static gboolean
add_row (GByteArray *file, guint page, const GByteArray *row)
{
  guint n = get_count (file, page);
  guint start = get_start (file, page);

  if (14 + 2 * (n + 1) + row->len > start)
    return FALSE;
  start -= row->len;
  memcpy (file->data + page * PAGE + start, row->data, row->len);
  put (file, page * PAGE + 14 + 2 * n, start, 2);
  put (file, page * PAGE + 12, n + 1, 2);
  return TRUE;
}

/* The bits of the pages that a table lies in. */
static guint
add_map (Maker *maker)
{
  guint8 zeros[5 + MAP_BYTES] = { 0 };
  g_autoptr(GByteArray) map = g_byte_array_new ();

  g_byte_array_append (map, zeros, sizeof zeros);
  g_assert_true (add_row (maker->file, MAP_PAGE, map));
  return maker->n_maps++;
}

static void
mark_page (const Maker *maker, guint map, guint page)
{
  gsize start = MAP_PAGE * PAGE + PAGE - (map + 1) * (5 + MAP_BYTES);

  g_assert_cmpuint (page, <, MAP_BYTES * 8);
  maker->file->data[start + 5 + page / 8] |= (guint8) (1 << (page % 8));
}

/* Columns */

static void
column_free (Column *column)
{
  g_free (column->name);
  g_free (column);
}

static GPtrArray *
read_columns (const char *heading)
{
  g_auto(GStrv) words = g_strsplit (heading, ",", -1);
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (words[i], ":", 2);
      Column *column = g_new0 (Column, 1);

      column->name = g_strdup (parts[0]);
      while (column->type < G_N_ELEMENTS (types) - 1 && g_strcmp0 (parts[1], types[column->type].name) != 0)
        column->type++;
      g_ptr_array_add (columns, column);
    }
  return columns;
}

static gboolean
is_fixed (const Column *column)
{
  return types[column->type].type != TEXT && types[column->type].type != OLE;
}

static guint
count_variable (GPtrArray *columns)
{
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    n += !is_fixed (columns->pdata[i]);
  return n;
}

static void
append_text (GByteArray *bytes, const char *text)
{
  glong n;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  for (glong i = 0; i < n; i++)
    {
      const guint8 pair[2] = { (guint8) wide[i], (guint8) (wide[i] >> 8) };

      g_byte_array_append (bytes, pair, 2);
    }
}

static gsize
put_columns (GByteArray *file, gsize at, GPtrArray *columns)
{
  guint n_variable = 0;
  guint offset = 0;

  for (guint i = 0; i < columns->len; i++, at += 25)
    {
      const Column *column = columns->pdata[i];

      put (file, at, types[column->type].type, 1);
      put (file, at + 5, i, 2);
      put (file, at + 7, is_fixed (column) ? 0 : n_variable++, 2);
      put (file, at + 9, i, 2);
      put (file, at + 15, is_fixed (column) ? 3 : 2, 1);
      put (file, at + 21, is_fixed (column) ? offset : 0, 2);
      put (file, at + 23, types[column->type].size, 2);
      offset += is_fixed (column) ? types[column->type].size : 0;
    }
  for (guint i = 0; i < columns->len; i++)
    {
      g_autoptr(GByteArray) name = g_byte_array_new ();

      append_text (name, ((const Column *) columns->pdata[i])->name);
      put (file, at, name->len, 2);
      memcpy (file->data + at + 2, name->data, name->len);
      at += 2 + name->len;
    }
  return at;
}

static void
put_table (const Maker *maker, guint page, GPtrArray *columns, guint map, guint n_rows)
{
  GByteArray *file = maker->file;
  gsize at = page * PAGE;
  gsize end = put_columns (file, at + 63, columns);

  g_assert_cmpuint (end - at, <, PAGE);
  put (file, end, 0xffff, 2);
  put (file, at + 2, PAGE - (end + 2 - at), 2);
  put (file, at + 8, end + 2 - at - 8, 4);
  put (file, at + 16, n_rows, 4);
  put (file, at + 40, page == CONTENTS_PAGE ? 'S' : 'N', 1);
  put (file, at + 41, columns->len, 2);
  put (file, at + 43, count_variable (columns), 2);
  put (file, at + 45, columns->len, 2);
  put (file, at + 55, map + 256 * MAP_PAGE, 4);
  put (file, at + 59, map + 256 * MAP_PAGE, 4);
}

/* Rows */

static double
read_date (const char *text)
{
  CasenessDate day = caseness_date_parse (text);
  int seconds = caseness_time_parse (text);

  if (day != CASENESS_DATE_NONE)
    return day - caseness_date_parse ("1899-12-30");
  return seconds / 86400.0;
}

static void
append_fixed (GByteArray *row, const Column *column, const char *cell)
{
  guint size = types[column->type].size;
  guint64 number = g_ascii_strtoull (cell, NULL, 10);
  double date = types[column->type].type == DATE ? read_date (cell) : 0;

  if (types[column->type].type == DATE)
    memcpy (&number, &date, sizeof number);
  for (guint i = 0; i < size; i++)
    {
      const guint8 byte = (guint8) (number >> (8 * i));

      g_byte_array_append (row, &byte, 1);
    }
}

static void
append_number (GByteArray *row, guint number)
{
  const guint8 pair[2] = { (guint8) number, (guint8) (number >> 8) };

  g_byte_array_append (row, pair, 2);
}

static void
append_variable (GByteArray *row, GPtrArray *columns, char **cells)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < columns->len; i++)
    if (!is_fixed (columns->pdata[i]))
      {
        g_array_append_val (places, row->len);
        append_text (row, strcmp (cells[i], "\\n") == 0 ? "a\nb" : cells[i]);
      }
  append_number (row, row->len);
  for (guint i = places->len; i > 0; i--)
    append_number (row, g_array_index (places, guint, i - 1));
  append_number (row, places->len);
}

/* A yes is the bit that says that there is a value. */
static void
append_mask (GByteArray *row, GPtrArray *columns, char **cells)
{
  for (guint i = 0; i < columns->len; i += 8)
    {
      guint8 mask = 0;

      for (guint j = i; j < MIN (i + 8, columns->len); j++)
        {
          const Column *column = columns->pdata[j];
          gboolean is_set = types[column->type].type == BOOL ? strcmp (cells[j], "1") == 0 : cells[j][0] != '\0';

          mask |= (guint8) (is_set << (j - i));
        }
      g_byte_array_append (row, &mask, 1);
    }
}

static GByteArray *
make_row (GPtrArray *columns, char **cells)
{
  GByteArray *row = g_byte_array_new ();

  append_number (row, columns->len);
  for (guint i = 0; i < columns->len; i++)
    if (is_fixed (columns->pdata[i]))
      append_fixed (row, columns->pdata[i], cells[i]);
  append_variable (row, columns, cells);
  append_mask (row, columns, cells);
  return row;
}

static guint
add_data_page (const Maker *maker, guint table, guint map)
{
  guint page = add_page (maker->file, MARK_DATA);

  put (maker->file, page * PAGE + 4, table, 4);
  mark_page (maker, map, page);
  return page;
}

static void
fill_table (Maker *maker, guint table, const char *rows, guint n_more)
{
  g_auto(GStrv) lines = g_strsplit (rows, "\n", -1);
  g_autoptr(GPtrArray) columns = read_columns (lines[0]);
  guint map = add_map (maker);
  guint page = add_data_page (maker, table, map);
  guint n_rows = 0;

  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++, n_rows++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", -1);
      g_autoptr(GByteArray) row = NULL;

      g_assert_cmpuint (g_strv_length (cells), ==, columns->len);
      row = make_row (columns, cells);
      if (!add_row (maker->file, page, row))
        {
          page = add_data_page (maker, table, map);
          g_assert_true (add_row (maker->file, page, row));
        }
    }
  put_table (maker, table, columns, map, n_rows + n_more);
}

/* The header */

/* What keeps the header from being read at a glance: RC4 under a key that all such files share. */
static void
scramble (guint8 *bytes, gsize n)
{
  static const guint8 key[4] = { 0xc7, 0xda, 0x39, 0x6b };
  guint8 state[256];
  guint8 i = 0;
  guint8 j = 0;

  for (guint k = 0; k < 256; k++)
    state[k] = (guint8) k;
  for (guint k = 0; k < 256; k++)
    {
      guint8 held = state[k];

      j = (guint8) (j + held + key[k % 4]);
      state[k] = state[j];
      state[j] = held;
    }
  j = 0;
  for (gsize k = 0; k < n; k++)
    {
      guint8 held = state[++i];

      j = (guint8) (j + held);
      state[i] = state[j];
      state[j] = held;
      bytes[k] ^= state[(guint8) (state[i] + held)];
    }
}

static void
add_header (GByteArray *file)
{
  add_page (file, 0);
  memcpy (file->data + 4, "Standard Jet DB", 16);
  put (file, 0x14, 1, 4);
  put (file, 0x3c, 1252, 2);
  put (file, 0x6e, 1033, 2);
  scramble (file->data + 0x18, 128);
}

GByteArray *
access_fixture_make (const AccessFixtureTable *tables, guint n_tables)
{
  Maker maker = { .file = g_byte_array_new () };
  g_autoptr(GString) contents = g_string_new ("Id:long,ParentId:long,Name,Type:int,Flags:long,LvProp:ole\n");

  add_header (maker.file);
  add_page (maker.file, MARK_DATA);
  add_page (maker.file, MARK_TABLE);
  for (guint i = 0; i < n_tables; i++)
    {
      guint page = tables[i].rows != NULL ? add_page (maker.file, MARK_TABLE) : 0;

      g_string_append_printf (contents, "%u,1,%s,%d,0,\n", page, tables[i].name, page > 0 ? KIND_TABLE : KIND_LINKED);
      if (page > 0)
        fill_table (&maker, page, tables[i].rows, tables[i].n_more_rows);
    }
  fill_table (&maker, CONTENTS_PAGE, contents->str, 0);
  return maker.file;
}
