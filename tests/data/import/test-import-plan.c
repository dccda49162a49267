/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import-plan.h"
#include "data-fixture.h"

#include "caseness-data-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files that are made (a name that ends in "/" is a folder), paths that are given, and what is found below them, as
 * "label" or "label:list". A sentence about a path that is refused stands in its place. */
static const struct
{
  const char *name;
  const char *files[8];
  const char *paths[4];
  const char *found;
  const char *refused;
} cases[] = {
  { "submission", { "m/IDS000Header.csv" }, { "m" }, "[]", NULL },
  { "any-case", { "m/ids000HEADER.CSV" }, { "m" }, "[]", NULL },
  { "header-missing", { "m/IDS101Referral.csv" }, { "m" }, "[]", NULL },
  { "one-level", { "d/2/IDS000Header.csv", "d/1/IDS000Header.csv" }, { "d" }, "[1] [2]", NULL },
  { "two-levels", { "d/XA1/1/IDS000Header.csv", "d/XA2/1/IDS000Header.csv" }, { "d" }, "[XA1/1] [XA2/1]", NULL },
  { "three-levels", { "d/a/b/c/IDS000Header.csv" }, { "d" }, NULL, "there is no submission here" },
  { "hidden", { "d/.old/IDS000Header.csv", "d/1/IDS000Header.csv" }, { "d" }, "[1]", NULL },
  { "other-folders", { "d/notes/readme.txt", "d/1/IDS000Header.csv" }, { "d" }, "[1]", NULL },
  { "nothing", { "d/notes/readme.txt" }, { "d" }, NULL, "there is no submission here" },
  { "database", { "x.MDB" }, { "x.MDB" }, NULL, "this is a Microsoft Access database" },
  { "database-in-folder", { "d/1/x.accdb" }, { "d" }, NULL, "this is a Microsoft Access database" },
  { "database-among-months", { "d/1/x.accdb", "d/2/IDS000Header.csv" }, { "d" }, "[2]", NULL },
  { "database-beside", { "d/1/x.accdb", "d/1/IDS000Header.csv" }, { "d" }, "[1]", NULL },
  { "missing", { "d/" }, { "e" }, NULL, "there is no such file or folder" },
  { "twice", { "d/1/IDS000Header.csv" }, { "d", "d/1", "d/../d" }, "[1]", NULL },
  { "list-alone", { "LOCStaff.csv" }, { "LOCStaff.csv" }, "[:LOCStaff]", NULL },
  { "list-any-case", { "locstaff.CSV" }, { "locstaff.CSV" }, "[:LOCStaff]", NULL },
  { "folder-of-lists", { "d/LOCStaff.csv", "d/LOCReferral.csv" }, { "d" }, "[:LOCReferral] [:LOCStaff]", NULL },
  { "list-in-submission", { "m/IDS000Header.csv", "m/LOCStaff.csv" }, { "m" }, "[] [:LOCStaff]", NULL },
  { "list-above", { "d/m/IDS000Header.csv", "d/LOCStaff.csv" }, { "d/m" }, "[] [:LOCStaff]", NULL },
  { "list-on-the-way", { "d/LOCStaff.csv", "d/XA1/LOCReferral.csv", "d/XA1/1/IDS000Header.csv" }, { "d" },
    "[XA1/1] [:LOCStaff] [XA1:LOCReferral]", NULL },
  { "list-once-for-two", { "d/1/IDS000Header.csv", "d/2/IDS000Header.csv", "d/LOCStaff.csv" }, { "d/1", "d/2" },
    "[] [] [:LOCStaff]", NULL },
  { "list-given-twice", { "d/1/IDS000Header.csv", "d/LOCStaff.csv" }, { "d/1", "d/LOCStaff.csv" },
    "[] [:LOCStaff]", NULL },
  { "second-list", { "d/1/IDS000Header.csv", "d/1/LOCStaff.csv", "d/LOCStaff.csv" }, { "d" }, NULL,
    "there is a second copy" },
  { "table-alone", { "m/IDS101Referral.csv" }, { "m/IDS101Referral.csv" }, NULL, "one table of a submission" },
  { "archive-of-nothing", { "m.zip" }, { "m.zip" }, NULL, "the archive is damaged" },
  { "other-file", { "notes.txt" }, { "notes.txt" }, NULL, "notes.txt: this is neither a submission" },
  { "other-export", { "notes.csv" }, { "notes.csv" }, NULL, "notes.csv: this is neither a table nor a local list" },
  { "list-of-other-name", { "LOCPets.CSV" }, { "LOCPets.CSV" }, NULL, "A local list is named after the list" },
  { "service-file", { "a.caseness" }, { "a.caseness" }, NULL, "opened and not imported" },
  { "workbook", { "June.XLSX" }, { "June.XLSX" }, NULL, "June.XLSX: this is a workbook. Save each of its sheets as a CSV" },
  { "other-archive", { "June.7z" }, { "June.7z" }, NULL, "June.7z: archives of this kind are not read. Unpack it" },
  { "document", { "June.pdf" }, { "June.pdf" }, NULL, "this is a document" },
  { "other-export-format", { "June.json" }, { "June.json" }, NULL, "files of this kind are not read" },
  { "good-then-bad", { "m/IDS000Header.csv" }, { "m", "nowhere" }, NULL, "there is no such file" },
};

static void
make_files (DataFixture *fixture, const char *const *files)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases[0].files) && files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], "/"))
      {
        g_autofree char *path = data_fixture_path (fixture, files[i]);

        g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
      }
    else
      data_fixture_write (fixture, files[i], "");
}

static char *
describe (CasenessImportPlan *plan)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < plan->submissions->len; i++)
    {
      const CasenessImportItem *item = plan->submissions->pdata[i];

      g_string_append_printf (words, "[%s] ", item->label);
      g_assert_null (item->list);
    }
  for (guint i = 0; i < plan->lists->len; i++)
    {
      const CasenessImportItem *item = plan->lists->pdata[i];

      g_string_append_printf (words, "[%s:%s] ", item->label, item->list->name);
    }
  g_string_truncate (words, words->len - MIN (words->len, 1));
  return g_string_free (words, FALSE);
}

static CasenessImportPlan *
make_plan (DataFixture *fixture, const char *const *names, GError **error)
{
  char *paths[5] = { NULL };
  CasenessImportPlan *plan;

  for (guint i = 0; i < 4 && names[i] != NULL; i++)
    paths[i] = data_fixture_path (fixture, names[i]);
  plan = caseness_import_plan_new ((const char *const *) paths, NULL, error);
  for (guint i = 0; i < 4; i++)
    g_free (paths[i]);
  return plan;
}

static void
test_case (DataFixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessImportPlan) plan = NULL;
  g_autofree char *found = NULL;

  make_files (fixture, cases[i].files);
  plan = make_plan (fixture, cases[i].paths, &error);
  if (cases[i].refused != NULL)
    {
      g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, cases[i].refused));
      g_assert_nonnull (strstr (error->message, fixture->folder));
      g_assert_null (plan);
      return;
    }
  g_assert_no_error (error);
  found = describe (plan);
  g_assert_cmpstr (found, ==, cases[i].found);
}

static void
test_pipe (DataFixture *fixture, gconstpointer data)
{
  const char *const names[] = { "pipe", NULL, NULL, NULL };
  g_autofree char *path = data_fixture_path (fixture, "pipe");
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (make_plan (fixture, names, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "neither a file nor a folder"));
}

/* A link to a submission is one; a link to the folder above goes round no more than the two levels. */
static void
test_links (DataFixture *fixture, gconstpointer data)
{
  const char *const names[] = { "d", NULL, NULL, NULL };
  g_autofree char *link = data_fixture_path (fixture, "d/link");
  g_autofree char *loop = data_fixture_path (fixture, "d/loop");
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessImportPlan) plan = NULL;
  g_autofree char *found = NULL;

  data_fixture_write (fixture, "d/2025-01/IDS000Header.csv", "x");
  data_fixture_write (fixture, "elsewhere/IDS000Header.csv", "xyz");
  g_assert_cmpint (symlink ("../elsewhere", link), ==, 0);
  g_assert_cmpint (symlink (".", loop), ==, 0);
  plan = make_plan (fixture, names, &error);
  g_assert_no_error (error);
  found = describe (plan);
  g_assert_cmpstr (found, ==, "[2025-01] [link]");
  g_assert_cmpuint (((CasenessImportItem *) plan->submissions->pdata[1])->bytes, ==, 3);
}

/* Months too large to be in memory together are read one after the other: small ones lie among them here, and a file
 * that takes no room makes the others large. */
static void
test_large_months (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(GError) error = NULL;

  for (int number = 1; number <= 6; number++)
    {
      g_autofree char *folder = g_strdup_printf ("d/%d", number);
      g_autofree char *large = g_strdup_printf ("%s/notes.txt", folder);
      g_autofree char *path = data_fixture_path (fixture, large);
      const FixtureMonth month = { .folder = folder, .month = number };

      data_fixture_write_month (fixture, &month);
      data_fixture_write (fixture, large, "");
      if (number != 2 && number != 3)
        g_assert_cmpint (truncate (path, 200 * 1024 * 1024), ==, 0);
    }
  receipt = data_fixture_import (fixture, &error, "d", NULL);
  g_assert_no_error (error);
  data_fixture_assert_ask (fixture, "SELECT group_concat (date (period_start * 86400, 'unixepoch')) FROM submission",
                           "2025-01-01,2025-02-01,2025-03-01,2025-04-01,2025-05-01,2025-06-01");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("CASENESS_READ_ACCESS", "/nowhere", TRUE); /* the files here are empty, and which there are is all that counts */

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/import-plan/", cases[i].name, NULL);

      DATA_FIXTURE_ADD (path, test_case, GUINT_TO_POINTER (i));
    }
  DATA_FIXTURE_ADD ("/data/import-plan/pipe", test_pipe, NULL);
  DATA_FIXTURE_ADD ("/data/import-plan/links", test_links, NULL);
  DATA_FIXTURE_ADD ("/data/import-plan/large-months", test_large_months, NULL);
  return g_test_run ();
}
