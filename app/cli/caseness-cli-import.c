/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli.h"
#include "caseness-demo.h"
#include "caseness-finding-csv.h"
#include "caseness-gathering.h"
#include "caseness-memory.h"
#include "caseness-snapshot.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
parse_count (const char *option, gint64 value, gint64 least, gint64 most, guint *count, GError **error)
{
  if (value < least || value > most)
    {
      g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE,
                   _ ("%s: must be %u to %u"), option, (guint) least, (guint) most);
      return FALSE;
    }
  *count = (guint) value;
  return TRUE;
}

/* --end YYYY-MM: any day of that month will do. */
static gboolean
parse_month (const char *text, CasenessDate *end, GError **error)
{
  g_autofree char *first_day = g_strdup_printf ("%s-01", text);
  CasenessDate date = caseness_date_parse (first_day);

  if (date == CASENESS_DATE_NONE)
    {
      g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE,
                   _ ("--end: “%s” is not a month; write it as 2025-06"), text);
      return FALSE;
    }
  *end = date;
  return TRUE;
}

gboolean
caseness_cli_demo (int argc, char **argv, GError **error)
{
  CasenessDemoOptions options;
  gint64 referrals, months, seed, providers;
  g_autofree char *end = NULL;
  const GOptionEntry entries[] = {
    { "referrals", 0, 0, G_OPTION_ARG_INT64, &referrals, N_ ("Referrals received in the months written"), "N" },
    { "months", 0, 0, G_OPTION_ARG_INT64, &months, N_ ("Monthly submissions to write"), "M" },
    { "end", 0, 0, G_OPTION_ARG_STRING, &end, N_ ("Last month"), "YYYY-MM" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("Same seed, same service"), "S" },
    { "providers", 0, 0, G_OPTION_ARG_INT64, &providers, N_ ("Providers to invent"), "P" },
    { NULL }
  };
  guint checked_seed = 0;

  caseness_demo_options_init (&options);
  referrals = options.referrals;
  months = options.months;
  seed = options.seed;
  providers = options.providers;
  if (!caseness_cli_parse (entries, &argc, &argv, 1, 1, error)
      || !parse_count ("--referrals", referrals, 1, 5000000, &options.referrals, error)
      || !parse_count ("--months", months, 1, 120, &options.months, error)
      || !parse_count ("--seed", seed, 0, G_MAXUINT32, &checked_seed, error)
      || !parse_count ("--providers", providers, 1, 100, &options.providers, error)
      || (end != NULL && !parse_month (end, &options.end, error)))
    return FALSE;
  options.seed = checked_seed;
  options.progress = caseness_cli_show_progress;
  return caseness_demo_write (argv[1], &options, NULL, error);
}

static void
write_receipt (CasenessCsvWriter *writer, const CasenessReceipt *receipt)
{
  const char *const head[] = { "table", "file", "read", "kept", "rejected", "warnings", NULL };
  guint i;

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < receipt->lines->len; i++)
    {
      const CasenessReceiptLine *line = g_ptr_array_index (receipt->lines, i);

      caseness_csv_writer_text (writer, line->table);
      caseness_csv_writer_text (writer, line->file);
      caseness_csv_writer_int (writer, line->read);
      caseness_csv_writer_int (writer, line->kept);
      caseness_csv_writer_int (writer, line->rejected);
      caseness_csv_writer_int (writer, line->warnings);
      caseness_csv_writer_end_row (writer);
    }
}

static gboolean
write_findings_file (const CasenessReceipt *receipt, const char *path, GError **error)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

  if (path == NULL)
    return TRUE;
  caseness_finding_csv_write (writer, receipt->findings);
  return caseness_cli_write (writer, path, error);
}

/* Works out the pathways now, when somebody waits anyway, so that whoever opens the file next need not. What goes wrong
 * is said when the file is opened; what was asked for is done. @gathering (transfer full) is what an import gathered. */
static void
keep_pathways (const char *path, CasenessGathering *gathering)
{
  g_autoptr(CasenessGathering) gathered = gathering;
  g_autoptr(CasenessStore) store = caseness_store_open (path, CASENESS_STORE_WRITE, NULL);
  g_autoptr(CasenessSnapshot) snapshot = NULL;

  if (store != NULL)
    snapshot = caseness_gathering_load (g_steal_pointer (&gathered), store, NULL, NULL);
}

gboolean
caseness_cli_import (int argc, char **argv, GError **error)
{
  CasenessImportOptions options = { 0 };
  g_autofree char *findings = NULL;
  g_autofree char *service = NULL;
  g_autofree char *output = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessGathering) gathering = caseness_gathering_new ();
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  const GOptionEntry entries[] = {
    { "findings", 0, 0, G_OPTION_ARG_FILENAME, &findings, N_ ("Write the rules broken to this file"), "CSV" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.is_dry_run, N_ ("Read and judge, store nothing"), NULL },
    { "keep-identifiers", 0, 0, G_OPTION_ARG_NONE, &options.keep_identifiers,
      N_ ("Store NHS numbers, postcodes and birth dates too"), NULL },
    { "forget-lookup", 0, 0, G_OPTION_ARG_NONE, &options.forgets_lookup,
      N_ ("Forget the lookup of deprivation that earlier imports used"), NULL },
    { "service", 0, 0, G_OPTION_ARG_STRING, &service, N_ ("Name of the service from now on"), "NAME" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write the receipt to this file"), "FILE" },
    { NULL }
  };
  gboolean is_new;
  guint i;

  if (!caseness_cli_parse (entries, &argc, &argv, 2, G_MAXINT, error))
    return FALSE;
  options.service_name = service;
  options.now = now;
  options.progress = caseness_cli_show_progress;
  caseness_gathering_listen (gathering, &options);
  receipt = caseness_import_file (argv[1], (const char *const *) argv + 2, &options, NULL, error);
  if (receipt == NULL)
    return FALSE;
  for (i = 0; i < receipt->notes->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (receipt->notes, i));
  write_receipt (writer, receipt);
  if (!write_findings_file (receipt, findings, error) || !caseness_cli_write (writer, output, error))
    return FALSE;
  is_new = receipt->import_id != 0;
  g_clear_pointer (&receipt, caseness_receipt_free); /* its findings may be many, and are told */
  g_clear_pointer (&writer, caseness_csv_writer_free);
  caseness_memory_give_back ();
  if (is_new)
    keep_pathways (argv[1], g_steal_pointer (&gathering));
  return TRUE;
}

static gboolean
print_imports (CasenessStore *store, const char *output, GError **error)
{
  const char *const head[] = { "import_id", "imported_at", "imported_by", "what",     "read",
                               "kept",      "rejected",    "warnings",    "undone_at", NULL };
  g_autoptr(GPtrArray) records = caseness_import_list (store, error);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  guint i;

  if (records == NULL)
    return FALSE;
  caseness_csv_writer_row (writer, head);
  for (i = 0; i < records->len; i++)
    {
      const CasenessImportRecord *record = g_ptr_array_index (records, i);

      caseness_csv_writer_int (writer, record->import_id);
      caseness_csv_writer_text (writer, record->imported_at);
      caseness_csv_writer_text (writer, record->imported_by);
      caseness_csv_writer_text (writer, record->what);
      caseness_csv_writer_int (writer, record->read);
      caseness_csv_writer_int (writer, record->kept);
      caseness_csv_writer_int (writer, record->rejected);
      caseness_csv_writer_int (writer, record->warnings);
      caseness_csv_writer_text (writer, record->undone_at);
      caseness_csv_writer_end_row (writer);
    }
  return caseness_cli_write (writer, output, error);
}

gboolean
caseness_cli_imports (int argc, char **argv, GError **error)
{
  gint64 undo = 0;
  g_autofree char *output = NULL;
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  const GOptionEntry entries[] = {
    { "undo", 0, 0, G_OPTION_ARG_INT64, &undo, N_ ("Take this import back"), "ID" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file"), "FILE" },
    { NULL }
  };

  if (!caseness_cli_parse (entries, &argc, &argv, 1, 1, error))
    return FALSE;
  store = undo != 0 ? caseness_store_open (argv[1], CASENESS_STORE_WRITE, error) : caseness_cli_open (argv[1], error);
  if (store == NULL)
    return FALSE;
  if (undo != 0 && !caseness_import_undo (store, undo, now, error))
    return FALSE;
  if (!print_imports (store, output, error))
    return FALSE;
  if (undo != 0)
    keep_pathways (argv[1], caseness_gathering_new ());
  return TRUE;
}

gboolean
caseness_cli_findings (int argc, char **argv, GError **error)
{
  g_autofree char *output = NULL;
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file"), "FILE" },
    { NULL }
  };

  if (!caseness_cli_parse (entries, &argc, &argv, 1, 1, error))
    return FALSE;
  store = caseness_cli_open (argv[1], error);
  if (store == NULL)
    return FALSE;
  findings = caseness_import_list_findings (store, error);
  if (findings == NULL)
    return FALSE;
  caseness_finding_csv_write (writer, findings);
  return caseness_cli_write (writer, output, error);
}
