/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-compare-extract.h"
#include "data-fixture.h"
#include "month-fixture.h"

#include <string.h>

#define HEAD "IDS000Header.csv"
#define REF "IDS101Referral.csv"
#define CON "IDS201CareContact.csv"
#define JUNE "2025-06-01,2025-06-30,2025-07-21"

/* Where the month folder says the first, it is made to say the second; NULL ends them. */
typedef struct
{
  const char *file;
  const char *from;
  const char *to;
} Edit;

/* A month that is held beside June. */
typedef struct
{
  Edit edits[8];
} Month;

static const Month may = { {
  { HEAD, JUNE, "2025-05-01,2025-05-31,2025-06-21" },
  { REF, "46,2025-06-20", "," },
  { CON, "C1,R1,2025-06-10", "C8,R1,2025-05-10" },
  { CON, "C2,R2,2025-06-20", "C9,R2,2025-05-20" },
  { "IDS202CareActivity.csv", "A1,C1", "A8,C8" },
  { "IDS202CareActivity.csv", "A2,C2", "A9,C9" },
} };

/* R1 was discharged in June, which July tells; somebody who is sent after that needs a contact after it. */
static const Month july_late = { {
  { HEAD, JUNE, "2025-07-01,2025-07-31,2025-08-21" },
  { REF, "2024-10,N,,", "2024-10,N,46,2025-06-30" },
  { REF, "46,2025-06-20", "," },
  { CON, "C1,R1,2025-06-10,10:00:00,15F,Y,5,,30,N,02", "C8,R1,2025-07-10,10:00:00,15F,Y,5,,30,N,06" },
  { CON, "C2,R2,2025-06-20", "C9,R2,2025-07-20" },
} };

/* The same a day later is no late entry: it happened after the month. */
static const Month july_later = { {
  { HEAD, JUNE, "2025-07-01,2025-07-31,2025-08-21" },
  { REF, "2024-10,N,,", "2024-10,N,46,2025-07-01" },
  { REF, "46,2025-06-20", "46,2025-06-20" },
  { CON, "C1,R1,2025-06-10,10:00:00,15F,Y,5,,30,N,02", "C8,R1,2025-07-10,10:00:00,15F,Y,5,,30,N,06" },
  { CON, "C2,R2,2025-06-20,11:00:00,15F,Y,5,,45,N,02", "C9,R2,2025-07-20,11:00:00,15F,Y,5,,45,N,06" },
} };

static const Month june_again = { { { HEAD, "2025-07-21 09:00:00", "2025-08-01 09:00:00" } } };

#define NATIONAL ",PathwayID,UsePathway_Flag,TherapySession_FirstDate,CareContact_Count,PHQ9_FirstScore"
#define R1 "2024-10,N,,,X1,True,2025-06-02,2,15\n"
#define R2 "46,2025-06-20,X2,True,2025-06-20,1,4\n"

static const struct
{
  const char *name;
  const Month *more;     /* (nullable) */
  Edit edits[6];         /* of the extract, after the national columns were added */
  const char *expected;  /* referral field ours theirs reason, a line each */
} cases[] = {
  { "same", NULL, { { NULL } }, "" },
  { "same-written-otherwise", NULL, { { REF, R1, "2024-10,N,,,X1,Y,02/06/2025,2,15.0\n" } }, "" },
  { "rule-switch", NULL, { { REF, R1, "2024-10,N,,,X1,True,2025-06-02,2,14\n" } },
    "R1 PHQ9_FirstScore 15 14 rule switch include_606=no\n" },
  { "unknown", NULL, { { REF, R1, "2024-10,N,,,X1,True,2025-06-02,2,9\n" } }, "R1 PHQ9_FirstScore 15 9 unknown \n" },
  { "blank-is-not-zero", NULL, { { REF, R2, "46,2025-06-20,X2,True,2025-06-20,1,\n" } },
    "R2 PHQ9_FirstScore 4  unknown \n" },
  { "rejected-nationally", NULL,
    { { REF, R1, "2024-10,N,,,X1,True,2025-06-02,1,15\n" },
      { CON, "C1,R1,2025-06-10,10:00:00,15F,Y,5,,30,N,02,11,,1,,,03,A01,XA1S03,en,4\n", "" } },
    "R1 CareContact_Count 2 1 rejected record 1 appointments of the month here, 0 nationally\n" },
  { "broken-pathway", &may, { { NULL } },
    "R1 TherapySession_FirstDate 2025-05-10 2025-06-02 broken pathway earlier months are not joined to it nationally\n"
    "R1 CareContact_Count 3 2 broken pathway earlier months are not joined to it nationally\n"
    "R2 TherapySession_FirstDate 2025-05-20 2025-06-20 broken pathway earlier months are not joined to it nationally\n"
    "R2 CareContact_Count 2 1 broken pathway earlier months are not joined to it nationally\n" },
  { "late-discharge", &july_late, { { NULL } },
    "R1 ServDischDate 2025-06-30  late entry first sent in a later month\n"
    "R1 EndCode 46  late entry first sent in a later month\n" },
  { "discharge-after-the-month", &july_later, { { NULL } }, "" },
  { "sent-again", &june_again, { { REF, R1, "2024-10,N,,,X1,True,2025-06-02,2,9\n" } },
    "R1 PHQ9_FirstScore 15 9 late entry the month was sent again since\n" },
  { "not-there-nationally", NULL,
    { { REF, "R2,P2,15F,2025-04-01,B1,,N," R2, "" },
      { CON, "C2,R2,2025-06-20,11:00:00,15F,Y,5,,45,N,02,11,,1,,,03,,XA1S03,en,4\n", "" } },
    "R2 ServiceRequestId R2  rejected record sent, and not there nationally\n" },
  { "not-held-here", NULL, { { REF, R2, R2 "R3,P1,15F,2025-06-01,B1,,N,,,X3,True,,0,\n" } },
    "R3 ServiceRequestId  R3 unknown \n" },
  { "another-id-nationally", NULL,
    { { REF, "R2,P2,15F,2025-04-01,B1,,N," R2, "R9,P2,15F,2025-04-01,B1,,N," R2 }, { CON, "C2,R2,2025-06-20", "C2,R9,2025-06-20" } },
    "R9 ServiceRequestId  R9 broken pathway goes by R2 here\n"
    "R2 ServiceRequestId R2  broken pathway goes by R9 nationally\n" },
  { "another-day-is-another-referral", NULL,
    { { REF, "R2,P2,15F,2025-04-01,B1,,N," R2, "R9,P2,15F,2025-04-02,B1,,N," R2 }, { CON, "C2,R2,2025-06-20", "C2,R9,2025-06-20" } },
    "R9 ServiceRequestId  R9 unknown \n"
    "R2 ServiceRequestId R2  rejected record sent, and not there nationally\n" },
  { "not-used-nationally", NULL, { { REF, R2, "46,2025-06-20,X2,False,,0,\n" } },
    "R2 ServiceRequestId R2  rejected record sent, and not there nationally\n" },
};

static void
edit (MonthFixture *month, const Edit *edits, guint n)
{
  for (guint i = 0; i < n && edits[i].file != NULL; i++)
    month_fixture_edit (month, edits[i].file, edits[i].from, edits[i].to);
}

static void
import (DataFixture *service, const char *folder)
{
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  const CasenessImportOptions options = { .now = now };
  const char *const paths[] = { folder, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = caseness_import_file (service->store_path, paths, &options, NULL, &error);

  g_assert_no_error (error);
}

static void
hold (DataFixture *service, const Month *more)
{
  MonthFixture month;

  month_fixture_set_up (&month, NULL);
  if (more != NULL)
    edit (&month, more->edits, G_N_ELEMENTS (more->edits));
  import (service, month.folder);
  month_fixture_tear_down (&month, NULL);
}

static char *
print (const CasenessDifferences *differences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->rows->len; i++)
    {
      const CasenessDifference *row = g_ptr_array_index (differences->rows, i);

      g_string_append_printf (text, "%s %s %s %s %s %s\n", row->service_request_id, row->field, row->local,
                              row->national, caseness_difference_reason_get_word (row->reason), row->detail);
    }
  return g_string_free (text, FALSE);
}

static void
add_national_columns (MonthFixture *month)
{
  month_fixture_edit (month, REF, "ServDischDate\n", "ServDischDate" NATIONAL "\n");
  month_fixture_edit (month, REF, "2024-10,N,,\n", R1);
  month_fixture_edit (month, REF, "46,2025-06-20\n", R2);
}

static void
test_reason (DataFixture *service, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  MonthFixture month;
  g_autoptr(CasenessSubmission) extract = NULL;
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(CasenessDifferences) differences = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;

  hold (service, NULL);
  if (cases[i].more != NULL)
    hold (service, cases[i].more);
  month_fixture_set_up (&month, NULL);
  add_national_columns (&month);
  edit (&month, cases[i].edits, G_N_ELEMENTS (cases[i].edits));
  extract = month_fixture_read (&month, &error);
  g_assert_no_error (error);
  store = caseness_store_open (service->store_path, CASENESS_STORE_READ, &error);
  g_assert_no_error (error);
  differences = caseness_compare_extract (store, extract, NULL, &error);
  g_assert_no_error (error);
  month_fixture_tear_down (&month, NULL);
  found = print (differences);
  g_assert_cmpstr (found, ==, cases[i].expected);
  g_assert_cmpuint (differences->n_differing > 0, ==, found[0] != '\0');
}

/* An extract of a month that is not held has nothing to be compared with. */
static void
test_not_held (DataFixture *service, gconstpointer data)
{
  MonthFixture month;
  g_autoptr(CasenessSubmission) extract = NULL;
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GError) error = NULL;

  hold (service, &may);
  month_fixture_set_up (&month, NULL);
  extract = month_fixture_read (&month, NULL);
  store = caseness_store_open (service->store_path, CASENESS_STORE_READ, NULL);
  g_assert_null (caseness_compare_extract (store, extract, NULL, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "XA1 for June 2025"));
  month_fixture_tear_down (&month, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/measures/compare-extract/", cases[i].name, NULL);

      g_test_add (path, DataFixture, GSIZE_TO_POINTER ((gsize) i), data_fixture_set_up, test_reason,
                  data_fixture_tear_down);
    }
  g_test_add ("/measures/compare-extract/not-held", DataFixture, NULL, data_fixture_set_up, test_not_held,
              data_fixture_tear_down);
  return g_test_run ();
}
