/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-filter.h"
#include "caseness-import.h"
#include "caseness-journal.h"
#include "caseness-snapshot.h"
#include "caseness-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CasenessCliStatus: what the process exits with (command-line.md). */
typedef enum
{
  CASENESS_CLI_DONE = 0,
  CASENESS_CLI_FAILED = 1,
  CASENESS_CLI_USAGE = 2,
} CasenessCliStatus;

#define CASENESS_CLI_ERROR caseness_cli_error_quark ()
GQuark caseness_cli_error_quark (void);

/** CasenessCliError: faults of the request; CASENESS_CLI_ERROR_USAGE makes the process exit with 2. */
typedef enum
{
  CASENESS_CLI_ERROR_USAGE,
  CASENESS_CLI_ERROR_REQUEST,
} CasenessCliError;

/**
 * CasenessCliRun:
 * @argc: number of words
 * @argv: the command's own words; argv[0] is its name
 * @error: return location
 *
 * Returns: whether the command did what it was asked. FALSE without @error means that help was printed.
 */
typedef gboolean (*CasenessCliRun) (int argc, char **argv, GError **error);

/** CasenessCliCommand: one row of the table of commands. */
typedef struct
{
  const char *name;
  const char *arguments; /* for --help */
  const char *summary;   /* one line for --help */
  const char *details;   /* (nullable): more for the command's own --help */
  CasenessCliRun run;
} CasenessCliCommand;

gboolean caseness_cli_demo (int argc, char **argv, GError **error);
gboolean caseness_cli_import (int argc, char **argv, GError **error);
gboolean caseness_cli_imports (int argc, char **argv, GError **error);
gboolean caseness_cli_findings (int argc, char **argv, GError **error);
gboolean caseness_cli_salvage (int argc, char **argv, GError **error);
gboolean caseness_cli_check (int argc, char **argv, GError **error);
gboolean caseness_cli_compare (int argc, char **argv, GError **error);
gboolean caseness_cli_measures (int argc, char **argv, GError **error);
gboolean caseness_cli_pathways (int argc, char **argv, GError **error);
gboolean caseness_cli_ptl (int argc, char **argv, GError **error);
gboolean caseness_cli_recovery (int argc, char **argv, GError **error);
gboolean caseness_cli_adsm (int argc, char **argv, GError **error);
gboolean caseness_cli_equity (int argc, char **argv, GError **error);
gboolean caseness_cli_report (int argc, char **argv, GError **error);
gboolean caseness_cli_stat (int argc, char **argv, GError **error);

/** caseness_cli_find_command: Returns: (transfer none) (nullable): the row of that name. */
const CasenessCliCommand *caseness_cli_find_command (const char *name);

/**
 * caseness_cli_parse:
 * @entries: the command's options, ended by a NULL row
 * @argc: (inout): number of words
 * @argv: (inout): words; options are taken out
 * @min_words: fewest words that must remain after the command's name
 * @max_words: most words that may remain
 * @error: return location: usage
 *
 * Reads a command's options; `--help` prints and exits.
 *
 * Returns: whether the words make sense.
 */
gboolean caseness_cli_parse (const GOptionEntry *entries, int *argc, char ***argv, int min_words, int max_words,
                             GError **error);

/**
 * caseness_cli_parse_date:
 * @option: name of the option, for the message
 * @text: (nullable): what was given
 * @date: (out): the day; untouched when @text is NULL
 * @error: return location: usage
 *
 * Returns: FALSE when @text is given and is not a date.
 */
gboolean caseness_cli_parse_date (const char *option, const char *text, CasenessDate *date, GError **error);

/**
 * caseness_cli_split_word:
 * @option: name of the option, for the message
 * @word: `NAME=VALUE`; blanks round either do not matter
 * @name: (out): what stands before the first `=`
 * @value: (out): what stands after it
 * @error: return location: usage
 *
 * Returns: whether both are there.
 */
gboolean caseness_cli_split_word (const char *option, const char *word, char **name, char **value, GError **error);

/**
 * caseness_cli_parse_where:
 * @where: (nullable) (array zero-terminated=1): `K=V` words; several are joined by "and"
 * @error: return location: usage
 *
 * Reads the same filter that the window sets.
 *
 * Returns: (transfer full) (nullable): the filter, or NULL with @error set.
 */
CasenessFilter *caseness_cli_parse_where (char **where, GError **error);

/**
 * caseness_cli_open:
 * @path: a service file
 * @error: return location: as caseness_store_open()
 *
 * Opens a service file to read. One of an older Caseness is brought up to date first, as the window does, and standard
 * error says so: what runs every month must not stop at a newer version.
 *
 * Returns: (transfer full) (nullable): the file.
 */
CasenessStore *caseness_cli_open (const char *path, GError **error);

/**
 * caseness_cli_load:
 * @path: a service file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is in it.
 */
CasenessSnapshot *caseness_cli_load (const char *path, GError **error);

/** caseness_cli_refuse_option: sets an error of usage: @option is missing (NULL) or cannot be @value. Returns: FALSE. */
gboolean caseness_cli_refuse_option (const char *option, const char *value, GError **error);

/** caseness_cli_refuse_period: sets an error of usage: the period would begin at @from and end before. Returns: FALSE. */
gboolean caseness_cli_refuse_period (const char *from, GError **error);

/**
 * caseness_cli_load_with_journal:
 * @path: a service file
 * @journal: (out) (transfer full): what people recorded in it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is in it.
 */
CasenessSnapshot *caseness_cli_load_with_journal (const char *path, CasenessJournal **journal, GError **error);

/**
 * caseness_cli_write:
 * @writer: the result
 * @output: (nullable): file to write, NULL for standard output
 * @error: return location
 *
 * Returns: whether all of it was written.
 */
gboolean caseness_cli_write (CasenessCsvWriter *writer, const char *output, GError **error);

/** caseness_cli_show_progress: a CasenessProgressFunc that tells a terminal on standard error; silent elsewhere. */
void caseness_cli_show_progress (double fraction, const char *what, gpointer user_data);

G_END_DECLS
