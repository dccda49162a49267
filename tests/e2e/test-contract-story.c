/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-driver.h"
#include "driven-files.h"

#include <string.h>

/*
 * Ten minutes before the contract review, on a screen and with a screen reader's eyes: the overview is read row by row with the
 * keyboard, a standard opens its chart, and one press makes the pack, which is saved and read.
 */

#define SERVICE "Harbour Talking Therapies"
#define STANDARD "Recovery"
#define SENTENCE "Steady. The target of 50% lies inside the usual range: hit or missed by chance."

/* Returns: (transfer full): a new service file that holds fifteen months. */
static char *
make_service (void)
{
  g_autofree char *months = g_build_filename (g_get_home_dir (), "months", NULL);
  char *store = g_build_filename (g_get_home_dir (), "service.caseness", NULL);
  const char *const demo_argv[] = { g_getenv ("CASENESS_CLI"), "demo", months, "--referrals", "1500", "--months", "15",
                                    "--end", "2025-06", NULL };
  const char *const import_argv[] = { g_getenv ("CASENESS_CLI"), "import", store, months, "--service", SERVICE, NULL };
  g_autofree char *demo = run_program (demo_argv);
  g_autofree char *receipt = run_program (import_argv);

  return store;
}

/* From the page's controls into the table, and down to the standard, which opens. */
static void
open_standard (CasenessDriver *driver)
{
  caseness_driver_look_into_table (driver, "");
  caseness_driver_find (driver, ATSPI_ROLE_TABLE_ROW, STANDARD);
  caseness_driver_find (driver, ATSPI_ROLE_TABLE_CELL, "In words: " SENTENCE);
  caseness_driver_screenshot (driver, "contract-story-overview");
  caseness_driver_go_to (driver, SERVICE, "Tab", ATSPI_ROLE_TREE_TABLE, NULL);
  caseness_driver_go_to (driver, SERVICE, "Down", ATSPI_ROLE_TABLE_ROW, STANDARD);
  caseness_driver_send_keys (driver, SERVICE, ATSPI_ROLE_TABLE_ROW, STANDARD, "Return");
  caseness_driver_find (driver, ATSPI_ROLE_PUSH_BUTTON, "Back to all standards");
  caseness_driver_look_into_table (driver, NULL);
}

/* Its chart says what it shows, and each of its points what it is. */
static void
read_chart (CasenessDriver *driver)
{
  caseness_driver_find (driver, ATSPI_ROLE_IMAGE, SENTENCE);
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, STANDARD ", of courses at caseness, Jul 24 to Jun 25");
  g_assert_cmpuint (caseness_driver_count (driver, ATSPI_ROLE_PUSH_BUTTON, STANDARD ", "), ==, 12);
  caseness_driver_screenshot (driver, "contract-story-chart");
  caseness_driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, STANDARD ", Jun 25", ATSPI_ROLE_PUSH_BUTTON, "Show the people");
  caseness_driver_screenshot (driver, "contract-story-figure");
  caseness_driver_find (driver, ATSPI_ROLE_LABEL, "June 2025");
  caseness_driver_send_keys (driver, SERVICE, ATSPI_ROLE_PUSH_BUTTON, "Show the people", "Escape");
  caseness_driver_wait_until_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "Show the people");
}

/* The whole pack, by what a commissioner looks for; the sentence of the chart is that of the screen. */
static void
read_pack (const char *pack)
{
  static const char *const parts[] = {
    "Standards and outcomes", "Access against prevalence and contract", "Courses of treatment", "Waits", "Outcomes", "Equity",
    "Right measure for the problem (ADSM)", "Experience", "Employment", "Workforce mix", "Data quality",
    "Agreement with national figures", "What better performing services have in common (Table 7)",
    "Quality by domain (Table 8)", "Definitions used", "Commentary", "Year to date", "Page 1 of", "Does not identify people",
    "Counts rounded to 5", "receipt 1", SERVICE, SENTENCE,
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (pack, parts[i]) == NULL)
      g_error ("the pack lacks “%s”", parts[i]);
  g_assert_null (strstr (pack, "R00")); /* how the demo's referrals begin */
}

static void
test_story (void)
{
  g_autofree char *store = make_service ();
  const char *const arguments[] = { store, NULL };
  CasenessDriver *driver = caseness_driver_start (arguments);
  g_autofree char *pack = NULL;

  caseness_driver_find (driver, ATSPI_ROLE_FRAME, SERVICE);
  open_standard (driver);
  read_chart (driver);
  pack = export_and_read (driver, "Contract Pack", "contract.pdf");
  caseness_driver_screenshot (driver, "contract-story-pack");
  read_pack (pack);
  caseness_driver_stop (driver);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/e2e/contract/story", test_story);
  return g_test_run ();
}
