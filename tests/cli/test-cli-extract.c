/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-run.h"
#include "extract-fixture.h"
#include "month-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Each national extract of the sound month, imported and compared from outside. */

#define PATHWAYS "pathways @.caseness"

/* The month of a submission, and the same as an extract has it. */
typedef struct
{
  MonthFixture plain;
  MonthFixture extract;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer kind)
{
  month_fixture_set_up (&fixture->plain, NULL);
  month_fixture_set_up (&fixture->extract, NULL);
  extract_fixture_write (kind, fixture->extract.folder);
}

static void
remove_store (const MonthFixture *month)
{
  g_autofree char *store = g_strconcat (month->folder, ".caseness", NULL);

  g_assert_cmpint (g_remove (store), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer kind)
{
  remove_store (&fixture->plain);
  remove_store (&fixture->extract);
  month_fixture_tear_down (&fixture->plain, NULL);
  month_fixture_tear_down (&fixture->extract, NULL);
}

/* Returns (transfer full) what it prints; @said (nullable) is what it says besides. */
static char *
run (const MonthFixture *month, const char *line, char **said)
{
  g_autofree char *err = NULL;
  char *out = NULL;

  g_assert_cmpint (cli_run (month->folder, line, &out, &err), ==, 0);
  if (said != NULL)
    *said = g_steal_pointer (&err);
  return out;
}

/* It gives the pathways of the submission; what was worked out nationally stands beside them only where they are compared. */
static void
test_extract (Fixture *fixture, gconstpointer data)
{
  const ExtractKind *kind = data;
  g_autofree char *said = NULL;
  g_autofree char *plain_receipt = run (&fixture->plain, "import @.caseness @", NULL);
  g_autofree char *receipt = run (&fixture->extract, "import @.caseness @", &said);
  g_autofree char *expected = run (&fixture->plain, PATHWAYS, NULL);
  g_autofree char *pathways = run (&fixture->extract, PATHWAYS, NULL);
  g_autofree char *findings = run (&fixture->extract, "findings @.caseness", NULL);
  g_autofree char *compared = run (&fixture->extract, "compare @.caseness @", NULL);

  g_assert_cmpint (strstr (said, "national extract") != NULL, ==, kind->words != NULL);
  if (kind->words != NULL)
    g_assert_nonnull (strstr (said, kind->words));
  g_assert_nonnull (strstr (receipt, "IDS101Referral,IDS101Referral.csv,2,2,0,0"));
  g_assert_cmpstr (strchr (findings, '\n'), ==, "\n"); /* none below the heading */
  g_assert_cmpstr (pathways, ==, expected);
  g_assert_nonnull (strstr (pathways, "R1"));
  g_assert_cmpint (strstr (compared, "\nXA1,R1,P1,Recovery_Flag,False,Recovery_Flag,") != NULL, ==, kind->words != NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (const ExtractKind *kind = extract_kinds; kind->name != NULL; kind++)
    {
      g_autofree char *path = g_strconcat ("/cli/extract/", kind->name, NULL);

      g_test_add (path, Fixture, kind, set_up, test_extract, tear_down);
    }
  return g_test_run ();
}
