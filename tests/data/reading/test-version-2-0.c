/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import.h"
#include "data-fixture.h"
#include "month-fixture.h"

#include <string.h>

/* A month of version 2.0 in which every field of that version says something, and months of both versions together.
 * Each field ends in the column that has its meaning in 2.1; four of them mean nothing there and have their own. */

#define N_FIELDS 130 /* of version 2.0 in all its tables */

static const struct
{
  const char *table;
  const char *field;
  const char *column; /* of version 2.1 */
} renamed[] = {
  { "IDS101Referral", "SourceOfReferralMH", "SourceOfReferralIAPT" },
  { "IDS201CareContact", "ConsMediumUsed", "ConsMechanism" },
};

/* What the header says stands in the record of the submission, its parts that say where a month belongs. */
static const struct
{
  const char *field;
  const char *sql;
} header_columns[] = {
  { "DatSetVer", "version" },
  { "OrgIDProv", "provider" },
  { "ReportingPeriodStartDate", "date (period_start * 86400, 'unixepoch')" },
  { "ReportingPeriodEndDate", "date (period_end * 86400, 'unixepoch')" },
  { "DateTimeDatSetCreate", "created" },
};

typedef struct
{
  DataFixture service;
  MonthFixture old;
  MonthFixture new;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  data_fixture_set_up (&fixture->service, NULL);
  month_fixture_set_up_2_0 (&fixture->old);
  month_fixture_set_up (&fixture->new, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  data_fixture_tear_down (&fixture->service, NULL);
  month_fixture_tear_down (&fixture->old, NULL);
  month_fixture_tear_down (&fixture->new, NULL);
}

static void
import (Fixture *fixture, const char *first, const char *second)
{
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  const CasenessImportOptions options = { .now = now, .keep_identifiers = TRUE };
  const char *const paths[] = { first, second, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt
    = caseness_import_file (fixture->service.store_path, paths, &options, NULL, &error);
  g_autofree char *findings = NULL;

  g_assert_no_error (error);
  findings = month_fixture_print_findings (receipt->findings);
  g_assert_cmpstr (findings, ==, "");
}

static const char *
find_column_name (const CasenessTableSpec *table, const char *field)
{
  int column = caseness_spec_find_field (table, field);

  if (column < 0)
    g_error ("%s.%s is not read", table->name, field);
  for (guint i = 0; i < G_N_ELEMENTS (renamed); i++)
    if (g_str_equal (renamed[i].table, table->name) && g_str_equal (renamed[i].field, field))
      {
        g_assert_cmpstr (table->fields[column].name, ==, renamed[i].column);
        return renamed[i].column;
      }
  g_assert_cmpstr (table->fields[column].name, ==, field);
  return table->fields[column].name;
}

/* The cell as it was sent, whatever type it has in the service file. */
static char *
make_question (const CasenessTableSpec *table, const char *field, guint line)
{
  const char *column = find_column_name (table, field);
  const char *form = "%s";

  switch (table->fields[caseness_spec_find_field (table, field)].type)
    {
    case CASENESS_FIELD_DATE:
      form = "date (%s * 86400, 'unixepoch')";
      break;
    case CASENESS_FIELD_TIME:
      form = "time (%s, 'unixepoch')";
      break;
    default:
      break;
    }
  {
    g_auto(GStrv) parts = g_strsplit (form, "%s", 2);

    return g_strdup_printf ("SELECT ifnull (%s%s%s, '') FROM %s JOIN active_submission USING (submission_id) "
                            "WHERE version = '2.0' AND line = %u",
                            parts[0], column, parts[1], table->name, line);
  }
}

static void
check_header (Fixture *fixture, char **fields, char **cells)
{
  for (guint i = 0; i < G_N_ELEMENTS (header_columns); i++)
    {
      g_autofree char *sql
        = g_strdup_printf ("SELECT %s FROM active_submission WHERE version = '2.0'", header_columns[i].sql);
      guint column = 0;

      while (!g_str_equal (fields[column], header_columns[i].field))
        column++;
      data_fixture_assert_ask (&fixture->service, sql, cells[column]);
    }
}

static guint
check_table (Fixture *fixture, const CasenessTableSpec *table)
{
  g_autofree char *file = g_strconcat (table->name, ".csv", NULL);
  g_autofree char *path = g_build_filename (fixture->old.folder, file, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_auto(GStrv) fields = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  lines = g_strsplit (g_strchomp (text), "\n", 0);
  fields = g_strsplit (lines[0], ",", 0);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", 0);

      if (g_str_equal (table->name, "IDS000Header"))
        check_header (fixture, fields, cells);
      for (guint j = 0; fields[j] != NULL && !g_str_equal (table->name, "IDS000Header"); j++)
        {
          g_autofree char *question = make_question (table, fields[j], i + 1);

          data_fixture_assert_ask (&fixture->service, question, cells[j]);
        }
    }
  return g_strv_length (fields);
}

static void
test_every_field (Fixture *fixture, gconstpointer data)
{
  guint n_tables, n_fields = 0;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  import (fixture, fixture->old.folder, NULL);
  for (guint i = 0; i < n_tables; i++)
    n_fields += check_table (fixture, &tables[i]);
  g_assert_cmpuint (n_fields, ==, N_FIELDS);
}

/* Of what is in both months the later says how it is, of what is in one that one (rulings 26 to 29). */
static void
check_both (Fixture *fixture)
{
  data_fixture_assert_ask (&fixture->service,
                           "SELECT version, date (period_start * 86400, 'unixepoch') FROM active_submission "
                           "ORDER BY period_start",
                           "2.0|2022-03-01\n2.1|2025-06-01");
  data_fixture_assert_ask (&fixture->service,
                           "SELECT version, ConsMechanism FROM IDS201CareContact "
                           "JOIN active_submission USING (submission_id) WHERE line = 2 ORDER BY version",
                           "2.0|03\n2.1|11");
  data_fixture_assert_ask (&fixture->service,
                           "SELECT version, JSAInd, EmpSupportDischargeDate FROM IDS004EmpStatus "
                           "JOIN active_submission USING (submission_id) WHERE line = 2 ORDER BY version",
                           "2.0|N|-\n2.1|-|-");
  data_fixture_assert_ask (&fixture->service, "SELECT count (*) FROM IDS003AccommStatus", "1");
  data_fixture_assert_ask (&fixture->service, "PRAGMA integrity_check", "ok");
}

static void
test_both_together (Fixture *fixture, gconstpointer data)
{
  import (fixture, fixture->new.folder, fixture->old.folder);
  check_both (fixture);
}

static void
test_one_after_the_other (Fixture *fixture, gconstpointer data)
{
  gboolean is_new_first = GPOINTER_TO_INT (data);

  import (fixture, is_new_first ? fixture->new.folder : fixture->old.folder, NULL);
  import (fixture, is_new_first ? fixture->old.folder : fixture->new.folder, NULL);
  check_both (fixture);
}

/* A code that one version knows is a finding in the other. */
static void
test_lists_of_the_version (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;
  g_autofree char *findings = NULL;

  month_fixture_edit (&fixture->old, "IDS201CareContact.csv", "02,03,SilverCloud", "02,11,SilverCloud");
  month_fixture_edit (&fixture->old, "IDS105OnwardReferral.csv", ",01,XA2", ",77,XA2");
  month_fixture_edit (&fixture->old, "IDS004EmpStatus.csv", "Y,Y,N,Y,N,U,Z,Y", "Y,Y,Q,Y,N,U,ZZ,Y");
  month_fixture_edit (&fixture->old, "IDS002GP.csv", "2020-01-01,,36J", "2020-01-01,,");
  submission = month_fixture_read (&fixture->old, &error);
  g_assert_no_error (error);
  findings = month_fixture_print_findings (submission->findings);
  g_assert_cmpstr (findings, ==,
                   "IDS00217 warning IDS002GP:4 OrgIDGPPrac -\n"
                   "IDS00422 warning IDS004EmpStatus:2 JSAInd -\n"
                   "IDS00429 record IDS004EmpStatus:2 OtherBenefitInd ZZ\n"
                   "IDS00430 warning IDS004EmpStatus:2 OtherBenefitInd -\n"
                   "IDS10507 warning IDS105OnwardReferral:2 OnwardReferReason -\n"
                   "IDS20120 warning IDS201CareContact:2 ConsMechanism -");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func, data) g_test_add ("/data/version-2-0/" name, Fixture, data, set_up, func, tear_down)
  ADD ("every-field", test_every_field, NULL);
  ADD ("both-together", test_both_together, NULL);
  ADD ("old-first", test_one_after_the_other, GINT_TO_POINTER (FALSE));
  ADD ("new-first", test_one_after_the_other, GINT_TO_POINTER (TRUE));
  ADD ("lists-of-the-version", test_lists_of_the_version, NULL);
  return g_test_run ();
}
