/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-csv-reader.h"

#include "caseness-data-error.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The parser grows its buffer by this much: its own 128 bytes would copy a 10 MB cell 80,000 times. */
#define BLOCK_SIZE (64 * 1024)
#define NO_TEXT G_MAXSIZE

struct _CasenessCsvReader
{
  struct csv_parser parser;
  char *file;
  guint max_cells;
  CasenessCsvRowFunc func;
  gpointer user_data;
  GString *text;         /* cells of the record so far, each ended by a NUL */
  gsize *offsets;        /* where each held cell starts in text, or NO_TEXT */
  const char **cells;    /* what is handed to func */
  guint n_held;          /* of both */
  guint room;            /* of both */
  guint n_cells;
  gboolean has_long_cell;
  guint line;            /* physical line being read */
  guint record_line;     /* line on which the record starts */
  gboolean awaits_record; /* nothing of a record has been seen since the last one ended */
  gboolean is_after_cr;
  GError *error;         /* what func returned */
};

static void
hold_offset (CasenessCsvReader *reader, gsize offset)
{
  if (reader->n_held == reader->room)
    {
      reader->room = MAX (2 * reader->room, 64);
      reader->offsets = g_renew (gsize, reader->offsets, reader->room);
      reader->cells = g_renew (const char *, reader->cells, reader->room);
    }
  reader->offsets[reader->n_held++] = offset;
}

static gsize
trim (const char **text, gsize length)
{
  while (length > 0 && g_ascii_isspace (**text))
    (*text)++, length--;
  while (length > 0 && g_ascii_isspace ((*text)[length - 1]))
    length--;
  return length;
}

static void
hold_cell (CasenessCsvReader *reader, const char *text, gsize length)
{
  gsize offset = NO_TEXT;

  length = trim (&text, length);
  if (length > CASENESS_CSV_MAX_CELL)
    reader->has_long_cell = TRUE;
  else if (length > 0)
    {
      offset = reader->text->len;
      g_string_append_len (reader->text, text, (gssize) length);
      g_string_append_c (reader->text, '\0');
    }
  hold_offset (reader, offset);
}

static void
cell_cb (void *text, size_t length, void *data)
{
  CasenessCsvReader *reader = data;

  if (reader->n_cells < reader->max_cells)
    hold_cell (reader, text, text == NULL ? 0 : length);
  else if (length > CASENESS_CSV_MAX_CELL)
    reader->has_long_cell = TRUE;
  reader->n_cells++;
}

static void
forget_record (CasenessCsvReader *reader)
{
  g_string_truncate (reader->text, 0);
  reader->n_held = 0;
  reader->n_cells = 0;
  reader->has_long_cell = FALSE;
  reader->awaits_record = TRUE;
}

static void
row_cb (int terminator, void *data)
{
  CasenessCsvReader *reader = data;
  CasenessCsvRow row = { 0 };

  if (reader->error != NULL)
    return;
  for (guint i = 0; i < reader->n_held; i++)
    reader->cells[i] = reader->offsets[i] == NO_TEXT ? NULL : reader->text->str + reader->offsets[i];
  row.cells = reader->cells;
  row.n_held = reader->n_held;
  row.n_cells = reader->n_cells;
  row.has_long_cell = reader->has_long_cell;
  row.line = reader->record_line;
  reader->func (&row, reader->user_data, &reader->error);
  forget_record (reader);
}

CasenessCsvReader *
caseness_csv_reader_new (const char *file, guint max_cells, CasenessCsvRowFunc func, gpointer user_data)
{
  CasenessCsvReader *reader = g_new0 (CasenessCsvReader, 1);

  if (csv_init (&reader->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_EMPTY_IS_NULL) != 0)
    g_error ("libcsv cannot be initialised");
  csv_set_blk_size (&reader->parser, BLOCK_SIZE);
  reader->file = g_strdup (file);
  reader->max_cells = max_cells;
  reader->func = func;
  reader->user_data = user_data;
  reader->text = g_string_new (NULL);
  reader->line = 1;
  reader->record_line = 1;
  reader->awaits_record = TRUE;
  return reader;
}

void
caseness_csv_reader_free (CasenessCsvReader *reader)
{
  if (reader == NULL)
    return;
  csv_free (&reader->parser);
  g_free (reader->file);
  g_string_free (reader->text, TRUE);
  g_free (reader->offsets);
  g_free (reader->cells);
  g_clear_error (&reader->error);
  g_free (reader);
}

/* A tab is a blank, except where tabs part the fields. */
static gboolean
is_blank (const char *text, gsize length, char separator)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == separator || strchr (" \t\r\n", text[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* In pieces, so that a file without the one kind of line end is not gone through again for each of the other. */
static gsize
find_line_end (const char *text, gsize length)
{
  static const gsize piece = 1024;

  for (gsize at = 0; at < length; at += piece)
    {
      gsize n = MIN (piece, length - at);
      const char *feed = memchr (text + at, '\n', n);
      const char *end = memchr (text + at, '\r', feed != NULL ? (gsize) (feed - text) - at : n);

      end = end != NULL ? end : feed;
      if (end != NULL)
        return (gsize) (end - text) + 1;
    }
  return length;
}

static gboolean
set_parse_error (CasenessCsvReader *reader, GError **error)
{
  int code = csv_error (&reader->parser);

  if (code == CSV_EPARSE)
    g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                 _("%s, line %u: a quotation mark stands where CSV allows none. Export the file again as "
                   "comma-separated values."),
                 reader->file, reader->record_line);
  else
    g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_FAILED,
                 _("%s, line %u: there is not enough memory for this record."), reader->file, reader->record_line);
  return FALSE;
}

char
caseness_csv_guess_separator (const char *text, gsize length)
{
  static const char separators[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (separators)] = { 0 };
  gboolean is_quoted = FALSE;
  gboolean is_filled = FALSE;
  guint best = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (!is_quoted && is_filled && (text[i] == '\n' || text[i] == '\r'))
        break;
      is_quoted ^= text[i] == '"';
      is_filled = is_filled || !g_ascii_isspace (text[i]);
      for (guint j = 0; j < G_N_ELEMENTS (separators) && !is_quoted; j++)
        counts[j] += text[i] == separators[j] ? 1 : 0;
    }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (counts[i] > counts[best])
      best = i;
  return separators[best];
}

void
caseness_csv_reader_set_separator (CasenessCsvReader *reader, char separator)
{
  g_return_if_fail (reader != NULL);

  csv_set_delim (&reader->parser, (unsigned char) separator);
}

/* A whole line without a quotation mark is a whole record, and its separators part its fields: that needs no parser,
 * and nearly every line of a submission is one. */
static gboolean
is_plain_record (const char *text, gsize length)
{
  return (text[length - 1] == '\n' || text[length - 1] == '\r') && memchr (text, '"', length) == NULL;
}

/* A cell that lies in the held text already and needs no more than its end marked. */
static void
hold_in_place (CasenessCsvReader *reader, char *text, gsize length)
{
  const char *start = text;
  gsize held = trim (&start, length);

  if ((reader->n_cells < reader->max_cells ? held : length) > CASENESS_CSV_MAX_CELL)
    reader->has_long_cell = TRUE;
  if (reader->n_cells++ >= reader->max_cells)
    return;
  text[(gsize) (start - text) + held] = '\0';
  hold_offset (reader, held == 0 || held > CASENESS_CSV_MAX_CELL ? NO_TEXT : (gsize) (start - reader->text->str));
}

static void
split_plain_record (CasenessCsvReader *reader, const char *line, gsize length)
{
  char terminator = line[length - 1];
  char separator = (char) csv_get_delim (&reader->parser);
  char *text, *end, *next;

  g_string_append_len (reader->text, line, (gssize) length);
  text = reader->text->str;
  end = text + length - 1;
  for (; (next = memchr (text, separator, (gsize) (end - text))) != NULL; text = next + 1)
    hold_in_place (reader, text, (gsize) (next - text));
  hold_in_place (reader, text, (gsize) (end - text));
  row_cb (terminator, reader);
}

/* @text is a physical line or a part of one: the parser does not tell where a record starts, so it sees one line at a
 * time. */
static gboolean
feed_part_of_line (CasenessCsvReader *reader, const char *text, gsize length, GError **error)
{
  gboolean is_start = reader->awaits_record && !is_blank (text, length, (char) csv_get_delim (&reader->parser));

  if (is_start)
    {
      reader->record_line = reader->line;
      reader->awaits_record = FALSE;
    }
  if (is_start && is_plain_record (text, length))
    split_plain_record (reader, text, length);
  else if (csv_parse (&reader->parser, text, length, cell_cb, row_cb, reader) != length)
    return set_parse_error (reader, error);
  if (reader->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reader->error));
      return FALSE;
    }
  return TRUE;
}

gboolean
caseness_csv_reader_feed (CasenessCsvReader *reader, const char *text, gsize length, GError **error)
{
  g_return_val_if_fail (reader != NULL, FALSE);

  while (length > 0)
    {
      gboolean is_second_of_pair = reader->is_after_cr && *text == '\n';
      gsize part = is_second_of_pair ? 1 : find_line_end (text, length);
      char last = text[part - 1];

      if (!feed_part_of_line (reader, text, part, error))
        return FALSE;
      if (!is_second_of_pair && (last == '\n' || last == '\r'))
        reader->line++;
      reader->is_after_cr = last == '\r';
      text += part;
      length -= part;
    }
  return TRUE;
}

gboolean
caseness_csv_reader_finish (CasenessCsvReader *reader, GError **error)
{
  g_return_val_if_fail (reader != NULL, FALSE);

  if (csv_fini (&reader->parser, cell_cb, row_cb, reader) != 0)
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _("%s, line %u: a quotation mark is opened here and never closed. The file may be cut short; "
                     "export it again."),
                   reader->file, reader->record_line);
      return FALSE;
    }
  if (reader->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reader->error));
      return FALSE;
    }
  return TRUE;
}

gboolean
caseness_csv_reader_feed_in_chunks (CasenessCsvReader *reader, const char *text, gsize length, gsize chunk,
                                    GError **error)
{
  if (chunk == 0)
    chunk = MAX (length, 1);
  for (gsize at = 0; at < length; at += chunk)
    if (!caseness_csv_reader_feed (reader, text + at, MIN (chunk, length - at), error))
      return FALSE;
  return caseness_csv_reader_finish (reader, error);
}
