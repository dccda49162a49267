/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-spreadsheet.h"
#include "caseness-submission.h"

G_BEGIN_DECLS

/* Texts of a field that came lately: a power of two. Codes and dates are few, and come again and again. */
#define CASENESS_TABLE_BUILDER_LATELY 64

/** CasenessLateTexts: by what they hash to, NULL where none has come. */
typedef struct
{
  const char *texts[CASENESS_TABLE_BUILDER_LATELY];
} CasenessLateTexts;

/**
 * CasenessTableBuilder:
 *
 * A table that is being filled row by row, from its own file or through a mapping: cells are brought to the form of the
 * data set, kept, and looked at for what spreadsheets do to them.
 */
typedef struct
{
  CasenessSubmissionTable *table;
  GPtrArray *findings;   /* not owned */
  GArray *cells;         /* of const char * */
  GArray *lines;         /* of guint */
  GArray *shared_lines;  /* (nullable): of guint */
  GArray *is_rejected;   /* of guint8 */
  gboolean *is_tidied;   /* one a field: codes were padded or their letter case changed */
  CasenessSpreadsheetTally *tallies; /* one a field */
  CasenessLateTexts *late; /* one a field */
  GString *code;
} CasenessTableBuilder;

/**
 * caseness_table_builder_init:
 * @builder: (out caller-allocates): ready for rows
 * @table: (out caller-allocates): the table to fill; clear it with caseness_submission_table_clear()
 * @spec: the table or local list it is
 * @bytes: what the file holds
 * @file: base name of the file
 * @findings: (element-type CasenessFinding): findings are added at the end
 */
void caseness_table_builder_init (CasenessTableBuilder *builder, CasenessSubmissionTable *table,
                                  const CasenessTableSpec *spec, GBytes *bytes, const char *file, GPtrArray *findings);

/** caseness_table_builder_find: adds a finding; @value is (nullable) and @message (transfer full). */
void caseness_table_builder_find (CasenessTableBuilder *builder, const char *rule, CasenessFindingLevel level,
                                  guint line, const char *field, const char *value, char *message);

/**
 * caseness_table_builder_expect:
 * @builder: a builder without rows
 * @n_rows: how many may come
 *
 * Makes room for them at once, since growing as they come costs more than reading them. It is no promise: never more
 * room is taken than a file of that many bytes could fill in earnest.
 */
void caseness_table_builder_expect (CasenessTableBuilder *builder, gsize n_rows);

/**
 * caseness_table_builder_add_row:
 * @builder: a builder
 * @cells: (array): one a field of the table, trimmed, NULL where empty
 * @line: line on which the record starts, never less than that of the row before
 *
 * Adds a row. One of a local list is judged at once, by its types alone: the rules of the data set say nothing of it.
 */
void caseness_table_builder_add_row (CasenessTableBuilder *builder, const char *const *cells, guint line);

/** caseness_table_builder_reject_row: counts a row that is not held. */
void caseness_table_builder_reject_row (CasenessTableBuilder *builder);

/** caseness_table_builder_report: tells what was seen of all cells: the notes and the spreadsheet's traces. */
void caseness_table_builder_report (CasenessTableBuilder *builder);

/** caseness_table_builder_end: hands the rows over to the table, whole or not. */
void caseness_table_builder_end (CasenessTableBuilder *builder);

G_END_DECLS
