/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-workbook.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#ifdef HAVE_XLSXWRITER

#include <xlsxwriter.h>

#define LONGEST_NAME 31 /* of a sheet */
#define WIDEST 60       /* columns, in characters */
#define NARROWEST 8
#define DAY_FORMAT "yyyy-mm-dd"

/* The day spreadsheets count from, as they mistake 1900 for a leap year. */
static double
count_spreadsheet_days (CasenessDate date)
{
  return date - caseness_date_new (1899, 12, 30);
}

/* Sheet: a table being written. */
typedef struct
{
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *head;
  lxw_format *day;
  GArray *widths; /* guint by column */
  lxw_error status;
} Sheet;

static lxw_error
write_cell (Sheet *self, const CasenessCsvCell *cell)
{
  lxw_format *format = cell->row == 0 ? self->head : NULL;
  lxw_col_t column = (lxw_col_t) cell->column;

  switch (cell->kind)
    {
    case CASENESS_CSV_NUMBER:
      return worksheet_write_number (self->sheet, cell->row, column, cell->number, format);
    case CASENESS_CSV_DAY:
      return worksheet_write_number (self->sheet, cell->row, column,
                                     count_spreadsheet_days ((CasenessDate) cell->number), self->day);
    case CASENESS_CSV_TEXT:
    case CASENESS_CSV_GUARDED:
    case CASENESS_CSV_EMPTY:
    default:
      /* Written as a string, never looked at for what it might be. */
      return worksheet_write_string (self->sheet, cell->row, column, cell->text, format);
    }
}

static void
widen (Sheet *self, const CasenessCsvCell *cell)
{
  guint needed = (guint) g_utf8_strlen (cell->text, -1) + 2;
  guint *width;

  if (cell->column >= self->widths->len)
    g_array_set_size (self->widths, cell->column + 1);
  width = &g_array_index (self->widths, guint, cell->column);
  *width = CLAMP (MAX (*width, needed), NARROWEST, WIDEST);
}

static gboolean
visit_cell (const CasenessCsvCell *cell, gpointer user_data)
{
  Sheet *self = user_data;

  self->status = write_cell (self, cell);
  widen (self, cell);
  return self->status == LXW_NO_ERROR;
}

static void
fill_sheet (Sheet *self, const CasenessCsvWriter *table)
{
  guint i;

  caseness_csv_writer_visit (table, visit_cell, self);
  for (i = 0; i < self->widths->len; i++)
    worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, g_array_index (self->widths, guint, i), NULL);
  worksheet_freeze_panes (self->sheet, 1, 0);
}

/* Sheets may not be called just anything. */
static char *
dup_sheet_name (const char *name)
{
  g_autofree char *cut = NULL;
  char *clean;

  if (name == NULL || *name == '\0')
    return g_strdup (_("Table"));
  cut = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), LONGEST_NAME));
  clean = g_strstrip (g_strdelimit (g_steal_pointer (&cut), "[]:*?/\\'", ' '));
  if (*clean != '\0')
    return clean;
  g_free (clean);
  return g_strdup (_("Table"));
}

static lxw_error
write_book (const char *path, const CasenessCsvWriter *table, const char *name, gint64 created)
{
  lxw_doc_properties properties = { .created = (time_t) created };
  g_autofree char *sheet_name = dup_sheet_name (name);
  g_autoptr(GArray) widths = g_array_new (FALSE, TRUE, sizeof (guint));
  Sheet sheet = { .book = workbook_new (path), .widths = widths };
  lxw_error closed;

  if (sheet.book == NULL)
    return LXW_ERROR_MEMORY_MALLOC_FAILED;
  workbook_set_properties (sheet.book, &properties);
  sheet.sheet = workbook_add_worksheet (sheet.book, sheet_name);
  sheet.head = workbook_add_format (sheet.book);
  format_set_bold (sheet.head);
  sheet.day = workbook_add_format (sheet.book);
  format_set_num_format (sheet.day, DAY_FORMAT);
  fill_sheet (&sheet, table);
  closed = workbook_close (sheet.book);
  return sheet.status != LXW_NO_ERROR ? sheet.status : closed;
}

static GBytes *
read_and_remove (const char *path, lxw_error status, GError **error)
{
  char *data = NULL;
  gsize length;
  gboolean is_read = status == LXW_NO_ERROR && g_file_get_contents (path, &data, &length, error);

  if (status != LXW_NO_ERROR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _("The table does not fit into a workbook (%s). Save it as CSV instead."), lxw_strerror (status));
  g_remove (path);
  return is_read ? g_bytes_new_take (data, length) : NULL;
}

gboolean
caseness_workbook_is_available (void)
{
  return TRUE;
}

GBytes *
caseness_workbook_render (const CasenessCsvWriter *table, const char *name, gint64 created, GError **error)
{
  g_autofree char *path = NULL;
  int descriptor;

  g_return_val_if_fail (table != NULL, NULL);

  descriptor = g_file_open_tmp ("caseness-table-XXXXXX.xlsx", &path, error);
  if (descriptor < 0)
    return NULL;
  g_close (descriptor, NULL);
  return read_and_remove (path, write_book (path, table, name, created), error);
}

#else

gboolean
caseness_workbook_is_available (void)
{
  return FALSE;
}

GBytes *
caseness_workbook_render (const CasenessCsvWriter *table, const char *name, gint64 created, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _("This build of Caseness writes no workbooks. Save the table as CSV instead."));
  return NULL;
}

#endif
