/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-error.h"
#include "caseness-finding.h"
#include "caseness-spec.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CasenessSubmissionTable:
 *
 * The rows of one table of one submission, as text, in the order of the file. Cells are trimmed and codes padded
 * (rulings 2); an empty cell is NULL. Cell text belongs to the submission.
 */
typedef struct
{
  const CasenessTableSpec *spec;
  char *file;          /* base name of the file it was read from, NULL when the table was not sent */
  guint64 bytes;       /* size of that file */
  char *sha256;        /* hex, NULL when not sent */
  guint header_line;   /* on which the header stands; 0 without one, as where a mapping makes the table */
  guint n_read;        /* rows in the file, header and blank lines left out */
  guint n_rows;        /* rows held here: those with the right number of fields */
  guint n_rejected;    /* rows not kept, whether held here or not */
  guint n_warnings;    /* findings of level warning */
  guint n_columns;     /* spec->n_fields */
  const char **cells;  /* n_rows × n_columns, row by row */
  guint *lines;        /* one a row, rising: its number in the store; the physical line on which it starts, header = 1,
                        * as far as no two rows start on one line */
  guint *shared_lines; /* (nullable): physical lines, where a mapping made several rows of one line */
  guint8 *is_rejected; /* one a row: broke a record rule, or hangs from one that did */
  GPtrArray *notes;    /* (element-type utf8): sentences for the receipt that are no findings, such as padded codes */
  GStringChunk *text;  /* owns the text of the cells */
} CasenessSubmissionTable;

/** caseness_submission_table_clear: frees what @table holds, not @table; zero-filled tables are fine. */
void caseness_submission_table_clear (CasenessSubmissionTable *table);

/** caseness_submission_table_get_line: Returns: the physical line on which row @row starts, header = 1. */
static inline guint
caseness_submission_table_get_line (const CasenessSubmissionTable *table, guint row)
{
  return table->shared_lines != NULL ? table->shared_lines[row] : table->lines[row];
}

/**
 * CasenessSubmission:
 *
 * One provider's submission for one month, read and judged but not stored.
 */
typedef struct
{
  char *folder;
  char *provider;             /* OrgIDProv */
  char *submitter;            /* OrgIDSubmit */
  char *version;              /* DatSetVer, 2.0 or 2.1 */
  char *created;              /* DateTimeDatSetCreate as YYYY-MM-DD HH:MM:SS, so that text order is time order */
  CasenessDate period_start;
  CasenessDate period_end;
  CasenessSubmissionTable *tables; /* one for each table of caseness_spec_get_tables (), same order */
  guint n_tables;
  GPtrArray *findings;        /* (element-type CasenessFinding), by table, line and rule; those of a service are told by
                               * reporting period, superseded submissions left out */
} CasenessSubmission;

/**
 * caseness_submission_read:
 * @folder: folder that holds IDS000Header.csv and its sisters, any case, or other CSV files with a mapping beside them
 * @cancellable: (nullable): stops between files
 * @error: return location: refused with file, line and field; or a read error
 *
 * Reads every table of the folder, judges it by the validation rules and marks the rows that are not kept. Nothing
 * is stored.
 *
 * Returns: (transfer full) (nullable): the submission, or NULL with @error set.
 */
CasenessSubmission *caseness_submission_read (const char *folder, GCancellable *cancellable, GError **error);

/** caseness_submission_free: frees the submission, its cells and its findings. */
void caseness_submission_free (CasenessSubmission *submission);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessSubmission, caseness_submission_free)

G_END_DECLS
