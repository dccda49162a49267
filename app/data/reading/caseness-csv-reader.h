/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A cell longer than this is not held: no field of the data set or of a local list comes near it (rulings 102). */
#define CASENESS_CSV_MAX_CELL 4096

/**
 * CasenessCsvRow:
 *
 * One record, valid inside the callback only. Cells are trimmed; an empty cell is NULL.
 */
typedef struct
{
  const char *const *cells;
  guint n_held;         /* cells held, at most the number asked for */
  guint n_cells;        /* cells the record has in the file */
  gboolean has_long_cell; /* a cell was longer than CASENESS_CSV_MAX_CELL; it is held as NULL */
  guint line;           /* physical line on which the record starts, first = 1 */
} CasenessCsvRow;

/**
 * CasenessCsvRowFunc:
 * @row: one record
 * @user_data: closure
 * @error: return location
 *
 * Returns: whether to go on; FALSE with @error set stops the reader.
 */
typedef gboolean (*CasenessCsvRowFunc) (const CasenessCsvRow *row, gpointer user_data, GError **error);

/**
 * CasenessCsvReader:
 *
 * Cuts text into records as it arrives, in pieces of any size, and counts physical lines right: blank lines are skipped but counted, quoted cells may hold line ends.
 */
typedef struct _CasenessCsvReader CasenessCsvReader;

/**
 * caseness_csv_reader_new:
 * @file: name for errors
 * @max_cells: most cells of a record to hold; the others are only counted
 * @func: called for each record
 * @user_data: closure
 *
 * Returns: (transfer full): a reader at line 1.
 */
CasenessCsvReader *caseness_csv_reader_new (const char *file, guint max_cells, CasenessCsvRowFunc func,
                                            gpointer user_data);

/**
 * caseness_csv_guess_separator:
 * @text: UTF-8 without a byte order mark
 * @length: bytes
 *
 * Looks at the first line that is not blank, outside quotation marks.
 *
 * Returns: the comma, the semicolon or the tab, whichever is there most often; the comma when none is.
 */
char caseness_csv_guess_separator (const char *text, gsize length);

/** caseness_csv_reader_set_separator: reads fields parted by @separator, before anything is fed; a comma at first. */
void caseness_csv_reader_set_separator (CasenessCsvReader *reader, char separator);

/** caseness_csv_reader_free: frees the reader. */
void caseness_csv_reader_free (CasenessCsvReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessCsvReader, caseness_csv_reader_free)

/**
 * caseness_csv_reader_feed:
 * @reader: a reader
 * @text: UTF-8 without a byte order mark, not necessarily whole records
 * @length: bytes
 * @error: return location: the text is not CSV, naming the line on which the record starts
 *
 * Returns: whether all went well.
 */
gboolean caseness_csv_reader_feed (CasenessCsvReader *reader, const char *text, gsize length, GError **error);

/**
 * caseness_csv_reader_finish:
 * @reader: a reader that has been fed everything
 * @error: return location: a quotation mark is still open
 *
 * Hands over the last record where the text did not end with a line end.
 *
 * Returns: whether all went well.
 */
gboolean caseness_csv_reader_finish (CasenessCsvReader *reader, GError **error);

/**
 * caseness_csv_reader_feed_in_chunks:
 * @chunk: bytes to feed at a time, 0 for all at once
 *
 * Feeds the whole of @text in pieces and finishes.
 *
 * Returns: whether all went well.
 */
gboolean caseness_csv_reader_feed_in_chunks (CasenessCsvReader *reader, const char *text, gsize length, gsize chunk,
                                             GError **error);

G_END_DECLS
