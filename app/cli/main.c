/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli.h"
#include "caseness-submission-calendar.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* The commands in the order people meet them. */
static const CasenessCliCommand commands[] = {
  { "demo", "DIR [--referrals N] [--months M] [--end YYYY-MM] [--seed S] [--providers P]",
    N_ ("Write a synthetic service: monthly submissions and local lists"), NULL, caseness_cli_demo },
  { "import", "FILE.caseness PATH… [--findings CSV] [--dry-run] [--keep-identifiers] [--service NAME]",
    N_ ("Import submissions and local lists into a service file, made when missing"),
    N_ ("PATH is a submission folder, a folder of them, a .zip or .tar.gz of either, a Microsoft Access database "
        "(.mdb or .accdb) of the tables, a local list, or a file that NHS England publishes; with any of them a CSV file "
        "with the columns Postcode and IMDDecile, from which people get their decile of deprivation. Prints a receipt."),
    caseness_cli_import },
  { "imports", "FILE.caseness [--undo ID]", N_ ("List the imports, or take one back"), NULL,
    caseness_cli_imports },
  { "findings", "FILE.caseness", N_ ("List the rules broken by the rows that count now"), NULL,
    caseness_cli_findings },
  { "salvage", "DAMAGED.caseness NEW.caseness",
    N_ ("Save what can still be read of a damaged service file into a new one"),
    N_ ("The damaged file is not changed. Prints how many rows were saved and the tables of which some were lost."),
    caseness_cli_salvage },
  { "pathways", "FILE.caseness [--where K=V]…", N_ ("Print one row per pathway"), NULL, caseness_cli_pathways },
  { "measures",
    "FILE.caseness --from DATE --to DATE [--every month|quarter|year] [--by VARIABLE]… [--id ID]… [--where K=V]… "
    "[--rule SWITCH=VALUE]… [--suppress] [--exact] [--list]",
    N_ ("Print the national measures"),
    N_ ("VARIABLE is a name of the national metadata, such as “Age Group”, or Gender, Team, Locality, Clinician, "
        "Modality and the like."),
    caseness_cli_measures },
  { "check", "FILE.caseness --from D --to D",
    N_ ("Check, month by month, that the figures fit together as the published ones do"), NULL, caseness_cli_check },
  { "compare", "FILE.caseness PUBLISHED.csv|EXTRACT-FOLDER [--from D --to D]",
    N_ ("Hold the figures against published ones, or the pathways against a national extract"),
    N_ ("PUBLISHED.csv is a monthly file or a file of the annual report as NHS England publishes them. The verdict is "
        "“same” (printed alike once rounded as published), “within rounding”, “different”, “suppressed” (hidden there, "
        "and it would hide ours), “not published” or “not computed here”. EXTRACT-FOLDER is a post-deadline, "
        "pre-deadline or commissioning extract: one row a pathway and field that differs, with the reason."),
    caseness_cli_compare },
  { "ptl",
    "FILE.caseness --as-at DATE --stage STAGE [--by SPLIT] [--standard DAYS] [--list]",
    N_ ("Print the patient tracking list: the grid of weeks, or the people"),
    N_ ("STAGE is first-appointment, first-treatment, second-treatment, step-up or follow-up. SPLIT is appointment, "
        "therapy, step, locality, team, clinician or priority."),
    caseness_cli_ptl },
  { "recovery", "FILE.caseness --from D --to D --by VARIABLE [--by VARIABLE]… [--where K=V]…",
    N_ ("Print how finished courses turned out, against what to expect of such cases"),
    N_ ("VARIABLE is clinician, modality, problem, step, team, locality, site, supervisor or any other that people are "
        "grouped by."),
    caseness_cli_recovery },
  { "adsm", "FILE.caseness --from D --to D --by VARIABLE [--by VARIABLE]…|--costs|--open [--measures FAMILY] [--where K=V]…",
    N_ ("Print whether courses were measured by the anxiety measure meant for the problem"),
    N_ ("VARIABLE is problem, clinician, team, modality, month or any other that people are grouped by."),
    caseness_cli_adsm },
  { "equity", "FILE.caseness --from D --to D --by VARIABLE [--by VARIABLE] [--stage STAGE] [--population AREA] [--where K=V]… "
    "[--suppress] [--table TABLE [--pick VARIABLE=GROUP]…]",
    N_ ("Print who is seen, against who lives here and needs it"),
    N_ ("STAGE is referred, assessed, treated (unless given), completed or recovered. AREA must be named where the list "
        "of local population has several. Two variables lay groups across each other, which are always suppressed. TABLE "
        "is one of the page, as it leaves the service: ratios, shares, outcomes, care, sources, deprivation, trend, "
        "one-group, checklist or aspirations."),
    caseness_cli_equity },
  { "report",
    "FILE.caseness --kind ptl --from D --to D [--as-at D] [--where K=V]… [--identify] --output FILE",
    N_ ("Write a report as PDF, SVG or PNG, by the ending of FILE"),
    N_ ("The equity report also takes --by VARIABLE, once or twice, --pick VARIABLE=GROUP, up to three times for one group "
        "across another, and --population AREA."),
    caseness_cli_report },
  { "stat", "METHOD JSON", N_ ("Work out a statistic, so that the arithmetic can be checked from outside"),
    N_ ("JSON is an object of inputs; the results are printed as one. For instance: caseness-cli stat wilson "
        "'{\"x\": 9, \"n\": 20}'"),
    caseness_cli_stat },
};

const CasenessCliCommand *
caseness_cli_find_command (const char *name)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static void
print_help (void)
{
  gsize i;

  g_print ("%s\n\n", _ ("Usage: caseness-cli COMMAND [OPTION…]"));
  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n", _ ("“caseness-cli COMMAND --help” explains a command; “caseness-cli --version” tells the "
                        "version."));
}

static int
fail (const char *command, const GError *error)
{
  gboolean is_usage = g_error_matches (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE);

  g_printerr ("caseness-cli %s: %s\n", command, error->message);
  if (is_usage)
    /* Translators: %s is the name of a command. */
    g_printerr (_ ("Try “caseness-cli %s --help”.\n"), command);
  return is_usage ? CASENESS_CLI_USAGE : CASENESS_CLI_FAILED;
}

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) words = NULL;
  g_autofree char **rest = NULL;
  const CasenessCliCommand *command;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CASENESS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2)
    {
      g_printerr ("%s\n", _ ("caseness-cli: no command given; try “caseness-cli --help”"));
      return CASENESS_CLI_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return CASENESS_CLI_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("caseness-cli %s\n", CASENESS_VERSION);
      return CASENESS_CLI_DONE;
    }
  command = caseness_cli_find_command (argv[1]);
  if (command == NULL)
    {
      g_printerr (_ ("caseness-cli: there is no command “%s”; try “caseness-cli --help”\n"), argv[1]);
      return CASENESS_CLI_USAGE;
    }

  /* A calendar that cannot be read is no reason to answer nothing. */
  if (!caseness_submission_calendar_load_own (&error))
    {
      g_printerr ("%s\n", error->message);
      g_clear_error (&error);
    }

  /* Option parsing moves the words about, so it works on a copy of the vector. */
  words = g_strdupv (argv + 1);
  rest = g_memdup2 (words, sizeof (char *) * (gsize) argc);
  if (!command->run (argc - 1, rest, &error))
    return fail (command->name, error);
  return CASENESS_CLI_DONE;
}
