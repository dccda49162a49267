/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import.h"
#include "caseness-publication-store.h"
#include "data-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define MONTHLY_HEAD \
  "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID," \
  "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED\n"
#define JUNE "2025-06-01,2025-06-30,"
#define ANNUAL_HEAD "OrgType,OrgCode,OrgName,VariableType,VariableA,VariableB,"

/* One small file of each layout, and what is read of it: level organisation/commissioner period measure variable group
 * text, a line each. */
static const struct
{
  const char *name;
  const char *file;
  const char *text;
  const char *expected; /* NULL: see @error */
  const char *error;
} cases[] = {
  { "monthly", "june.csv",
    MONTHLY_HEAD JUNE "England,all,all SubICBs,all,all Providers,M001,Count_ReferralsReceived,151975\n"
    JUNE "CommissioningRegion,Y59,South East,all,all Providers,M001,Count_ReferralsReceived,20000\n"
    JUNE "SubICB,15F,Leeds,all,all Providers,M001,Count_ReferralsReceived,1500\n"
    JUNE "SubICB/Provider,15F,Leeds,XA1,Example,M192,Percentage_Recovery,*\n"
    JUNE "Provider,all,all SubICBs,XA1,Example,M192,Percentage_Recovery,51\n",
    "England England/ 2025-06-01..2025-06-30 M001 Total All 151975\n"
    "Region Y59/ 2025-06-01..2025-06-30 M001 Total All 20000\n"
    "SubICB 15F/ 2025-06-01..2025-06-30 M001 Total All 1500\n"
    "SubICB/Provider XA1/15F 2025-06-01..2025-06-30 M192 Total All *\n"
    "Provider XA1/ 2025-06-01..2025-06-30 M192 Total All 51\n", NULL },
  { "monthly-old", "iapt.csv",
    "reporting_period_start , MEASURE_VALUE,reporting_period_end,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,"
    "MEASURE_ID,MEASURE_NAME\n"
    "01/03/2021,-,31/03/2021,CCG/Provider,15F,Leeds,xa1,Example,m001,Count_ReferralsReceived\n",
    "SubICB/Provider XA1/15F 2021-03-01..2021-03-31 M001 Total All -\n", NULL },
  { "quarterly", "quarter.csv",
    "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,VARIABLE_TYPE,"
    "VARIABLE_A,VARIABLE_B,MEASURE_ID,MEASURE_NAME,MEASURE_VALUE_SUPPRESSED\n"
    "2025-04-01,2025-06-30,Provider,all,all,XA1,Example,Ethnic Group,White,British,M001,Count_ReferralsReceived,25\n"
    "2025-04-01,2025-06-30,Provider,all,all,XA1,Example,Total,NULL,NULL,M001,Count_ReferralsReceived,30\n",
    "Provider XA1/ 2025-04-01..2025-06-30 M001 Ethnic Group White: British 25\n"
    "Provider XA1/ 2025-04-01..2025-06-30 M001 Total All 30\n", NULL },
  { "annual-main", "psych-ther-ann-rep-csv-2024-25-main2.csv",
    ANNUAL_HEAD "Count_Recovery,Percentage_Recovery,Count_SecondTreatment,Sum_ContactDuration\n"
    "England,ALL,England,Total,NULL,NULL,321061,50.5,NULL,5\n"
    "Provider,XA1,Example,Gender,Female,NULL,*,*,10,NULL\n",
    "England England/ 2024-04-01..2025-03-31 M191 Total All 321061\n"
    "England England/ 2024-04-01..2025-03-31 M192 Total All 50.5\n"
    "England England/ 2024-04-01..2025-03-31 M184 Total All NULL\n"
    "England England/ 2024-04-01..2025-03-31 Sum_ContactDuration Total All 5\n"
    "Provider XA1/ 2024-04-01..2025-03-31 M191 Gender Female *\n"
    "Provider XA1/ 2024-04-01..2025-03-31 M192 Gender Female *\n"
    "Provider XA1/ 2024-04-01..2025-03-31 M184 Gender Female 10\n"
    "Provider XA1/ 2024-04-01..2025-03-31 Sum_ContactDuration Gender Female NULL\n", NULL },
  { "annual-main-2019", "psych-ther-ann-rep-csv-2019-20-main-csv.csv",
    ANNUAL_HEAD "CountFirstTreatment,CountPairedADSM,MeanWaitEnteredTreatment,CountDeterioration\n"
    "CCG,15F,Leeds,Total,,,100,5,12.5,10\n",
    "SubICB 15F/ 2019-04-01..2020-03-31 M031 Total All 100\n"
    "SubICB 15F/ 2019-04-01..2020-03-31 M204 Total All 5\n"
    "SubICB 15F/ 2019-04-01..2020-03-31 M048 Total All 12.5\n"
    "SubICB 15F/ 2019-04-01..2020-03-31 M189 Total All 10\n", NULL },
  { "therapy-table-4", "Therapy Based Outcomes Table 4 2024-25.csv",
    "OrganisationType,OrganisationCode,OrganisationName,Diagnosis,TherapyType,Count_CoursesOfTherapy\n"
    "Provider,XA1,Example,Depression,Guided self help,15\n",
    "Provider XA1/ 2024-04-01..2025-03-31 Count_CoursesOfTherapy Therapy Depression: Guided self help 15\n", NULL },
  { "therapy-table-5", "Table 5 2024-25.csv", "Probdesc,cbtappts,cbtcot\nDepression,7,3\n",
    "England England/ 2024-04-01..2025-03-31 cbtappts Therapy Depression 7\n"
    "England England/ 2024-04-01..2025-03-31 cbtcot Therapy Depression 3\n", NULL },
  { "tidy-providers", "providers.csv",
    "reporting_period,org_code,measure_id,measure_name,measure_statistic,value\n2024-04,XA1,M001,referrals_received,"
    "count,10\n",
    "Provider XA1/ 2024-04-01..2024-04-30 M001 Total All 10\n", NULL },
  { "tidy-england", "england.csv",
    "reporting_period,start_date,end_date,variable_type,variable_a,variable_b,measure_name,measure_statistic,value\n"
    "2024-25,2024-04-01,2025-03-31,Age Group,18 to 25,,recovery,percentage,50.1\n",
    "England England/ 2024-04-01..2025-03-31 M192 Age Group 18 to 25 50.1\n", NULL },
  { "tidy-wide", "sample.csv", "reporting_period,org_code,org_name,recovery_n,recovery_pct\n2024-25,XA1,Example,10,50\n",
    "Provider XA1/ 2024-04-01..2025-03-31 M191 Total All 10\n"
    "Provider XA1/ 2024-04-01..2025-03-31 M192 Total All 50\n", NULL },
  { "unknown-level", "june.csv", MONTHLY_HEAD JUNE "Trust,all,all,XA1,Example,M001,Count_ReferralsReceived,5\n",
    "Other ALL/ 2025-06-01..2025-06-30 M001 Total All 5\n", NULL },
  { "no-year", "main.csv", ANNUAL_HEAD "Count_Recovery\nProvider,XA1,Example,Total,,,5\n", NULL, "of which year" },
  { "year-of-a-day", "main-2025-06-30.csv", ANNUAL_HEAD "Count_Recovery\nProvider,XA1,Example,Total,,,5\n", NULL,
    "of which year" },
  { "not-published", "people.csv", "Name,Diagnosis,Score\nA,B,3\n", NULL, "people.csv line 1: these are not the columns" },
  { "no-rows", "june.csv", MONTHLY_HEAD, NULL, "june.csv: there are no figures" },
  { "bad-date", "june.csv", MONTHLY_HEAD "2025-06-31,2025-06-30,Provider,all,all,XA1,E,M001,N,5\n", NULL,
    "june.csv line 2: “2025-06-31” is no date" },
  { "bad-end", "june.csv", MONTHLY_HEAD "2025-06-01,2025-05-31,Provider,all,all,XA1,E,M001,N,5\n", NULL,
    "june.csv line 2: “2025-05-31” is no date" },
  { "bad-value", "june.csv", MONTHLY_HEAD JUNE "Provider,all,all,XA1,E,M001,N,5\n" JUNE "Provider,all,all,XA1,E,M001,N,five\n",
    NULL, "june.csv line 3: “five” is neither" },
  { "no-measure", "june.csv", MONTHLY_HEAD JUNE "Provider,all,all,XA1,E,,,5\n", NULL,
    "june.csv line 2: the row does not say which measure" },
  { "short-row", "june.csv", MONTHLY_HEAD JUNE "Provider,all\n", NULL, "june.csv line 2: the row has not as many cells" },
};

static void
append_figure (GString *text, const CasenessPublishedFigure *figure)
{
  char start[11], end[11];

  g_string_append_printf (text, "%s %s/%s %s..%s %s %s %s %s\n", caseness_published_level_get_word (figure->level),
                          figure->organisation, figure->commissioner, caseness_date_write_iso (figure->period.start, start),
                          caseness_date_write_iso (figure->period.end, end), figure->measure, figure->variable,
                          figure->group, figure->text);
}

static char *
write_file (const char *name, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("caseness-publication-XXXXXX", &error);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_no_error (error);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_read (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *path = write_file (cases[i].file, cases[i].text);
  const CasenessPublicationOptions options = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessPublication) publication = caseness_publication_read (path, &options, NULL, &error);
  g_autoptr(GString) found = g_string_new (NULL);
  guint f;

  remove_file (path);
  if (cases[i].expected == NULL)
    {
      g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, cases[i].error));
      return;
    }
  g_assert_no_error (error);
  for (f = 0; f < publication->list->figures->len; f++)
    append_figure (found, &g_array_index (publication->list->figures, CasenessPublishedFigure, f));
  g_assert_cmpstr (found->str, ==, cases[i].expected);
}

/* Of whom what is kept, when one provider is held: its rows, England, and the headline totals of others. */
static void
test_wanted (void)
{
  const char *text
    = MONTHLY_HEAD JUNE "England,all,all,all,all,M002,N,7\n" JUNE "Provider,all,all,XA1,E,M002,N,7\n"
    JUNE "Provider,all,all,XB2,F,M002,N,7\n" JUNE "Provider,all,all,XB2,F,M192,N,50\n"
    JUNE "SubICB/Provider,15F,L,XA1,E,M192,N,50\n" JUNE "SubICB/Provider,15F,L,XB2,F,M192,N,50\n";
  g_autofree char *path = write_file ("june.csv", text);
  g_autoptr(GHashTable) providers = g_hash_table_new (g_str_hash, g_str_equal);
  CasenessPublicationOptions options = { .providers = providers };
  g_autoptr(CasenessPublication) kept = NULL, own = NULL;

  g_hash_table_add (providers, (gpointer) "XA1");
  kept = caseness_publication_read (path, &options, NULL, NULL);
  options.is_of_providers = TRUE;
  own = caseness_publication_read (path, &options, NULL, NULL);
  remove_file (path);
  g_assert_cmpuint (kept->n_rows, ==, 6);
  g_assert_cmpuint (kept->n_kept, ==, 4);
  g_assert_cmpuint (own->n_kept, ==, 1);
}

static CasenessReceipt *
import (DataFixture *fixture, const char *path)
{
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  const CasenessImportOptions options = { .now = now };
  const char *const paths[] = { path, NULL };
  g_autoptr(GError) error = NULL;
  CasenessReceipt *receipt = caseness_import_file (fixture->store_path, paths, &options, NULL, &error);

  g_assert_no_error (error);
  return receipt;
}

/* Imported with a receipt, held once, undone and brought back like everything else. */
static void
test_import (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file ("june.csv", MONTHLY_HEAD JUNE "England,all,all,all,all,M192,N,50.5\n");
  g_autoptr(CasenessReceipt) first = import (fixture, path), again = import (fixture, path), third = NULL;
  const CasenessReceiptLine *line = g_ptr_array_index (first->lines, 0);
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  g_autoptr(GPtrArray) held = NULL, records = NULL, none = NULL;

  g_assert_cmpstr (line->table, ==, "Publication");
  g_assert_cmpuint (line->kept, ==, 1);
  g_assert_true (again->was_held);
  store = caseness_store_open (fixture->store_path, CASENESS_STORE_WRITE, NULL);
  held = caseness_publication_list_held (store, NULL);
  records = caseness_import_list (store, NULL);
  g_assert_cmpuint (held->len, ==, 1);
  g_assert_cmpstr (((CasenessHeldPublication *) held->pdata[0])->sha256, ==, line->sha256);
  g_assert_cmpstr (((CasenessImportRecord *) records->pdata[0])->what, ==, "june.csv");
  g_assert_true (caseness_import_undo (store, first->import_id, now, NULL));
  none = caseness_publication_list_held (store, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_clear_pointer (&store, caseness_store_close);
  third = import (fixture, path);
  g_assert_false (third->was_held);
  data_fixture_assert_ask (fixture, "SELECT measure, value FROM published_figure JOIN active_publication USING "
                                    "(publication_id)", "M192|50.5");
  remove_file (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/publication/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER ((gsize) i), test_read);
    }
  g_test_add_func ("/data/publication/wanted", test_wanted);
  g_test_add ("/data/publication/import", DataFixture, NULL, data_fixture_set_up, test_import, data_fixture_tear_down);
  return g_test_run ();
}
