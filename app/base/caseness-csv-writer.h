/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"

G_BEGIN_DECLS

/**
 * CasenessCsvWriter:
 *
 * Builds RFC 4180 text in memory: UTF-8, comma, `\n` line ends, a field quoted only where it must be. Every CSV that
 * leaves Caseness is written by it. Start each row's fields with the append functions and finish it with
 * caseness_csv_writer_end_row().
 */
typedef struct _CasenessCsvWriter CasenessCsvWriter;

/** CasenessCsvKind: what a cell was given as. */
typedef enum
{
  CASENESS_CSV_EMPTY,
  CASENESS_CSV_TEXT,
  CASENESS_CSV_GUARDED, /* a text with an apostrophe before it */
  CASENESS_CSV_NUMBER,
  CASENESS_CSV_DAY,
} CasenessCsvKind;

/** CasenessCsvCell: a cell as it was given, not as it is written. */
typedef struct
{
  guint row;    /* from 0, the head included */
  guint column;
  CasenessCsvKind kind;
  const char *text; /* what it says, without the apostrophe */
  double number;    /* of a number or a CasenessDate, NaN of the others */
} CasenessCsvCell;

/** CasenessCsvVisit: Returns: whether to go on to the next cell. */
typedef gboolean (*CasenessCsvVisit) (const CasenessCsvCell *cell, gpointer user_data);

/**
 * caseness_csv_writer_new:
 * @neutralise: whether text fields that a spreadsheet would run as a formula get a leading apostrophe; TRUE for
 *   files people open by hand, FALSE for data that programs read back
 *
 * Returns: (transfer full): an empty writer.
 */
CasenessCsvWriter *caseness_csv_writer_new (gboolean neutralise);

/** caseness_csv_writer_free: frees the writer and the text it holds. */
void caseness_csv_writer_free (CasenessCsvWriter *writer);

/**
 * caseness_csv_writer_text:
 * @writer: a writer
 * @text: (nullable): a field; NULL is an empty one
 */
void caseness_csv_writer_text (CasenessCsvWriter *writer, const char *text);

/** caseness_csv_writer_int: appends a whole number. */
void caseness_csv_writer_int (CasenessCsvWriter *writer, gint64 value);

/**
 * caseness_csv_writer_number:
 * @writer: a writer
 * @value: a number; NaN is an empty field
 * @decimals: most decimals, trailing zeros dropped
 */
void caseness_csv_writer_number (CasenessCsvWriter *writer, double value, int decimals);

/**
 * caseness_csv_writer_digits:
 * @writer: a writer
 * @digits: (nullable): a number that is in digits already, such as `50.0`; what is none, such as `*`, is a text
 */
void caseness_csv_writer_digits (CasenessCsvWriter *writer, const char *digits);

/** caseness_csv_writer_date: appends an ISO date, or an empty field for CASENESS_DATE_NONE. */
void caseness_csv_writer_date (CasenessCsvWriter *writer, CasenessDate date);

/** caseness_csv_writer_bool: appends `True` or `False`. */
void caseness_csv_writer_bool (CasenessCsvWriter *writer, gboolean value);

/** caseness_csv_writer_end_row: ends the row. */
void caseness_csv_writer_end_row (CasenessCsvWriter *writer);

/**
 * caseness_csv_writer_row:
 * @writer: a writer
 * @fields: (array zero-terminated=1): a whole row of text fields
 */
void caseness_csv_writer_row (CasenessCsvWriter *writer, const char *const *fields);

/**
 * caseness_csv_writer_peek:
 * @writer: a writer
 * @length: (out) (optional): bytes
 *
 * Returns: (transfer none): the text so far, valid until the next call.
 */
const char *caseness_csv_writer_peek (const CasenessCsvWriter *writer, gsize *length);

/** caseness_csv_writer_visit: calls @visit for every cell so far that is not empty, row by row. */
void caseness_csv_writer_visit (const CasenessCsvWriter *writer, CasenessCsvVisit visit, gpointer user_data);

/** caseness_csv_writer_steal: Returns: (transfer full): a writer with all that was written so far, which @writer has no
 *  more. */
CasenessCsvWriter *caseness_csv_writer_steal (CasenessCsvWriter *writer);

/** caseness_csv_writer_clear: forgets the text so far, for writing out in pieces. */
void caseness_csv_writer_clear (CasenessCsvWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessCsvWriter, caseness_csv_writer_free)

G_END_DECLS
