/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import.h"
#include "data-fixture.h"
#include "month-fixture.h"

#include <string.h>

/* Months as they come back from the national system, and months of both versions of the data set. */

#define HEAD "IDS000Header.csv"
#define REF "IDS101Referral.csv"

typedef struct
{
  DataFixture service;
  MonthFixture month;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  data_fixture_set_up (&fixture->service, NULL);
  month_fixture_set_up (&fixture->month, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  data_fixture_tear_down (&fixture->service, NULL);
  month_fixture_tear_down (&fixture->month, NULL);
}

static CasenessReceipt *
import (Fixture *fixture)
{
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  const CasenessImportOptions options = { .now = now };
  const char *const paths[] = { fixture->month.folder, NULL };
  g_autoptr(GError) error = NULL;
  CasenessReceipt *receipt = caseness_import_file (fixture->service.store_path, paths, &options, NULL, &error);

  g_assert_no_error (error);
  return receipt;
}

static void
assert_no_findings (const CasenessReceipt *receipt)
{
  g_autofree char *findings = month_fixture_print_findings (receipt->findings);

  g_assert_cmpstr (findings, ==, "");
}

static gboolean
has_note (const CasenessReceipt *receipt, const char *words)
{
  for (guint i = 0; i < receipt->notes->len; i++)
    if (strstr (receipt->notes->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
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
test_extract (Fixture *fixture, gconstpointer data)
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
  g_assert_cmpint (has_note (receipt, "national extract"), ==, c->kept != NULL);
  data_fixture_assert_ask (&fixture->service, "SELECT ServiceRequestId FROM IDS101Referral ORDER BY line", "R1\nR2");
  kept = c->kept != NULL ? c->kept : "";
  data_fixture_assert_ask (&fixture->service,
                           "SELECT ServiceRequestId, PathwayID, Recovery_Flag, PHQ9_FirstScore, CFS_LastScore, "
                           "AgoraAccom_FirstScore FROM NationalPathway ORDER BY line",
                           kept);
}

/* A month of version 2.0 beside one of 2.1: both names of a field end in one column. */
static void
test_versions (Fixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessReceipt) first = import (fixture);
  g_autoptr(CasenessReceipt) second = NULL;

  month_fixture_edit (&fixture->month, HEAD, "2.1,", "2.0,");
  month_fixture_edit (&fixture->month, HEAD, "2025-06-01,2025-06-30", "2025-05-01,2025-05-31");
  month_fixture_edit (&fixture->month, REF, "SourceOfReferralIAPT", "SourceOfReferralMH");
  month_fixture_write (&fixture->month, "IDS201CareContact.csv", NULL);
  month_fixture_write (&fixture->month, "IDS202CareActivity.csv", NULL);
  month_fixture_write (&fixture->month, "IDS607CodedScoreAssessmentAct.csv", NULL);
  second = import (fixture);
  assert_no_findings (first);
  data_fixture_assert_ask (&fixture->service, "SELECT version FROM active_submission ORDER BY period_start", "2.0\n2.1");
  data_fixture_assert_ask (&fixture->service,
                           "SELECT version, SourceOfReferralIAPT FROM IDS101Referral "
                           "JOIN active_submission USING (submission_id) WHERE ServiceRequestId = 'R1' ORDER BY version",
                           "2.0|H1\n2.1|H1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (extracts); i++)
    {
      g_autofree char *path = g_strconcat ("/data/extract/", extracts[i].name, NULL);

      g_test_add (path, Fixture, &extracts[i], set_up, test_extract, tear_down);
    }
  g_test_add ("/data/extract/versions", Fixture, NULL, set_up, test_versions, tear_down);
  return g_test_run ();
}
