/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "extract-fixture.h"
#include "import-fixture.h"

/* Months as they come back from the national system. */

#define HEAD "IDS000Header.csv"
#define REFERRALS "IDS101Referral"
#define REF REFERRALS ".csv"
#define N_ROWS "28" /* of all tables but the header, in the sound month */

static CasenessReceipt *
import (ImportFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  CasenessReceipt *receipt = import_fixture_import (fixture, NULL, &error);

  g_assert_no_error (error);
  return receipt;
}

static void
assert_no_findings (const CasenessReceipt *receipt)
{
  g_autofree char *findings = month_fixture_print_findings (receipt->findings);

  g_assert_cmpstr (findings, ==, "");
}

typedef struct
{
  const char *name;
  const char *columns; /* added to the referrals */
  const char *first;   /* cells of R1 */
  const char *second;
  const char *header_columns; /* added to the header */
  const char *header_cells;
  const char *kept;    /* of NationalPathway; NULL when it is no extract with pathways */
} Extract;

static const Extract extracts[] = {
  { "submission", "", "", "", "", "", NULL },
  { "post-deadline", ",RecordNumber,UniqueID_IDS101,PathwayID,OrgID_Provider,Recovery_Flag,PHQ9_FirstScore,CFS_LastScore",
    ",1,2,X1,XA1,True,15,3", ",1,3,X2,XA1,False,,", ",File_Type,TotalRecords,UniqueSubmissionID", ",Primary,0,77",
    "R1|X1|True|15|3|-\nR2|X2|False|-|-|-" },
  { "commissioning", ",EFFECTIVE_FROM,Person_ID,PathwayID,Unique_MonthID,AgoraAccom_FirstScore",
    ",2025-08-01,AAA,X1,1503,2.5", ",2025-08-01,BBB,X2,1503,", ",EFFECTIVE_FROM,Unique_MonthID", ",2025-08-01,1503",
    "R1|X1|-|-|-|2.5\nR2|X2|-|-|-|-" },
};

static void
test_extract (ImportFixture *fixture, gconstpointer data)
{
  const Extract *c = data;
  g_autofree char *columns = g_strconcat ("ServDischDate", c->columns, "\n", NULL);
  g_autofree char *first = g_strconcat ("2024-10,N,,", c->first, "\n", NULL);
  g_autofree char *second = g_strconcat ("46,2025-06-20", c->second, "\n", NULL);
  g_autofree char *header = g_strconcat ("DateTimeDatSetCreate", c->header_columns, "\n", NULL);
  g_autofree char *cells = g_strconcat ("2025-07-21 09:00:00", c->header_cells, "\n", NULL);
  g_autoptr(CasenessReceipt) receipt = NULL;
  const char *kept;

  month_fixture_edit (&fixture->month, REF, "ServDischDate\n", columns);
  month_fixture_edit (&fixture->month, REF, "2024-10,N,,\n", first);
  month_fixture_edit (&fixture->month, REF, "46,2025-06-20\n", second);
  month_fixture_edit (&fixture->month, HEAD, "DateTimeDatSetCreate\n", header);
  month_fixture_edit (&fixture->month, HEAD, "2025-07-21 09:00:00\n", cells);
  receipt = import (fixture);
  assert_no_findings (receipt);
  g_assert_cmpint (import_fixture_has_note (receipt, "national extract"), ==, c->kept != NULL);
  data_fixture_assert_ask (&fixture->service, "SELECT ServiceRequestId FROM IDS101Referral ORDER BY line", "R1\nR2");
  kept = c->kept != NULL ? c->kept : "";
  data_fixture_assert_ask (&fixture->service,
                           "SELECT ServiceRequestId, PathwayID, Recovery_Flag, PHQ9_FirstScore, CFS_LastScore, "
                           "AgoraAccom_FirstScore FROM NationalPathway ORDER BY line",
                           kept);
}

/* Extracts with every column they have, as NHS England defines them */

/* Every added column of the referrals that the pathways hold says its name in both rows. */
static void
check_pathways (ImportFixture *fixture, char **fields)
{
  const CasenessTableSpec *referrals = caseness_spec_find_table (REFERRALS);
  const CasenessTableSpec *pathways = caseness_spec_find_table ("NationalPathway");
  guint n_checked = 0;

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *sql = NULL;
      g_autofree char *expected = g_strdup_printf ("2|%s", fields[i]);

      if (caseness_spec_find_field (referrals, fields[i]) >= 0 || caseness_spec_find_field (pathways, fields[i]) < 0)
        continue;
      sql = g_strdup_printf ("SELECT count (*), %s FROM NationalPathway GROUP BY %s", fields[i], fields[i]);
      data_fixture_assert_ask (&fixture->service, sql, expected);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, 100);
}

/* As if the same month had been imported as a submission. */
static void
check_rows (ImportFixture *fixture)
{
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);
  g_autoptr(GString) sql = g_string_new ("SELECT 0");

  for (guint i = 1; i < n_tables; i++)
    if (!tables[i].is_list && !tables[i].is_extract)
      g_string_append_printf (sql, " + (SELECT count (*) FROM %s)", tables[i].name);
  data_fixture_assert_ask (&fixture->service, sql->str, N_ROWS);
  data_fixture_assert_ask (&fixture->service,
                           "SELECT r.SourceOfReferralIAPT, m.EthnicCategory, c.ConsMechanism, "
                           "date (r.ReferralRequestReceivedDate * 86400, 'unixepoch') FROM IDS101Referral AS r "
                           "JOIN IDS001MPI AS m USING (LocalPatientId) "
                           "JOIN IDS201CareContact AS c USING (ServiceRequestId) ORDER BY r.line",
                           "H1|A|11|2025-05-01\nB1|D|11|2025-04-01");
}

static void
test_full_extract (ImportFixture *fixture, gconstpointer data)
{
  const ExtractKind *kind = data;
  g_auto(GStrv) referral_fields = extract_fixture_get_fields (kind, REFERRALS);
  g_autoptr(CasenessReceipt) receipt = NULL;

  extract_fixture_write (kind, fixture->month.folder);
  receipt = import (fixture);
  assert_no_findings (receipt);
  g_assert_cmpint (import_fixture_has_note (receipt, "national extract"), ==, kind->words != NULL);
  check_rows (fixture);
  if (kind->words != NULL)
    {
      g_assert_true (import_fixture_has_note (receipt, kind->words));
      check_pathways (fixture, referral_fields);
    }
  else
    data_fixture_assert_ask (&fixture->service, "SELECT count (*) FROM NationalPathway", "0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (extracts); i++)
    {
      g_autofree char *path = g_strconcat ("/data/extract/", extracts[i].name, NULL);

      IMPORT_FIXTURE_ADD (path, test_extract, &extracts[i]);
    }
  for (const ExtractKind *kind = extract_kinds; kind->name != NULL; kind++)
    {
      g_autofree char *path = g_strconcat ("/data/extract/every-column/", kind->name, NULL);

      IMPORT_FIXTURE_ADD (path, test_full_extract, kind);
    }
  return g_test_run ();
}
