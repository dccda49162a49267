/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import.h"
#include "data-fixture.h"
#include "month-files.h"
#include "month-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files as they really come, end to end: a service file that holds an earlier month, and a sound month in which one
 * thing is wrong. */

typedef enum
{
  ACCEPTED, /* without a word */
  FINDINGS, /* and told what is wrong with it */
  REFUSED,  /* and the service file is as it was, to the last byte */
} Class;

typedef struct
{
  const char *name;
  Class class;
  const char *file;
  const char *from;     /* NULL: @to is the whole file, or NULL to remove it */
  const char *to;
  const char *words[3]; /* of the message; or of a finding, as month_fixture_print_findings () */
  gsize length;         /* of @to, 0: as long as the string */
} Case;

#define HEAD "IDS000Header.csv"
/* The rows of the month that the service file held before. */
#define HELD "SELECT * FROM IDS101Referral WHERE submission_id = 1 ORDER BY line"
#define REFERRAL_HEADER "ServiceRequestId,LocalPatientId,OrgIDComm,ReferralRequestReceivedDate"

static const Case cases[] = {
  { "sound", ACCEPTED, REF, "R1", "R1", { NULL } },
  /* how the text is written */
  { "no-last-line-end", ACCEPTED, REF, "46,2025-06-20\n", "46,2025-06-20", { NULL } },
  { "byte-order-mark", ACCEPTED, DIS, NULL, "\xEF\xBB\xBFLocalPatientId,DisabCode\nP1,NN\n", { NULL } },
  { "byte-order-mark-and-quotes", ACCEPTED, DIS, NULL, "\xEF\xBB\xBF\"LocalPatientId\",\"DisabCode\"\nP1,NN\n",
    { NULL } },
  { "crlf", ACCEPTED, DIS, NULL, "LocalPatientId,DisabCode\r\nP1,NN\r\n", { NULL } },
  { "cr", ACCEPTED, DIS, NULL, "LocalPatientId,DisabCode\rP1,NN\r", { NULL } },
  { "mixed-line-ends", ACCEPTED, DIS, NULL, "LocalPatientId,DisabCode\rP1,NN\r\nP2,NN\n", { NULL } },
  { "blank-lines", ACCEPTED, DIS, NULL, "\n\nLocalPatientId,DisabCode\n\n   \nP1,NN\n\n", { NULL } },
  { "utf-8", ACCEPTED, HEAD, ",System,", ",Syst\xC3\xA8me,", { NULL } },
  { "windows-1252", FINDINGS, HEAD, ",System,", ",Syst\xE8me,", { "CASENESS-ENCODING warning IDS000Header:2" } },
  { "overlong-utf-8", FINDINGS, HEAD, ",System,", ",Sys\xC0\x80,", { "CASENESS-ENCODING warning IDS000Header:2" } },
  { "surrogate-in-utf-8", FINDINGS, HEAD, ",System,", ",Sys\xED\xA0\x80,",
    { "CASENESS-ENCODING warning IDS000Header:2" } },
  { "half-a-letter", FINDINGS, HEAD, ",System,", ",Sys\xC3" ",", { "CASENESS-ENCODING warning IDS000Header:2" } },
  { "nul", REFUSED, DIS, NULL, "LocalPatientId,DisabCode\nP1,N\0N\n", { DIS ", line 2", "NUL" },
    sizeof "LocalPatientId,DisabCode\nP1,N\0N\n" - 1 },
  { "nul-at-the-end", REFUSED, DIS, NULL, "LocalPatientId,DisabCode\nP1,NN\n", { DIS ", line 3", "NUL" },
    sizeof "LocalPatientId,DisabCode\nP1,NN\n" },
  { "utf-16-cut", REFUSED, DIS, NULL, "\xFF\xFEL", { DIS ", line 1", "UTF-16" } },
  { "utf-16-lone-surrogate", REFUSED, DIS, NULL, "\xFF\xFE\x00\xD8L\x00", { DIS ", line 1", "UTF-16" }, 6 },
  { "utf-16-cut-below", REFUSED, DIS, NULL, "\xFF\xFE" "L\0\n\0P\0\n\0Q\0\x00\xD8", { DIS ", line 3", "UTF-16" }, 14 },
  { "utf-16-mark-alone", FINDINGS, DIS, NULL, "\xFF\xFE", { "CASENESS-FILE-EMPTY warning IDS007DisabilityType:0" } },
  { "utf-16-little", FINDINGS, DIS, NULL,
    "\xFF\xFEL\0o\0c\0a\0l\0P\0a\0t\0i\0e\0n\0t\0I\0d\0,\0D\0i\0s\0a\0b\0C\0o\0d\0e\0",
    { "CASENESS-ENCODING warning IDS007DisabilityType:0" }, 50 },
  { "utf-16-big", FINDINGS, DIS, NULL,
    "\xFE\xFF\0L\0o\0c\0a\0l\0P\0a\0t\0i\0e\0n\0t\0I\0d\0,\0D\0i\0s\0a\0b\0C\0o\0d\0e",
    { "CASENESS-ENCODING warning IDS007DisabilityType:0" }, 50 },
  /* separators and quotation marks */
  { "semicolons", ACCEPTED, DIS, NULL, "LocalPatientId;DisabCode\nP1;NN\n", { NULL } },
  { "tabs", ACCEPTED, DIS, NULL, "LocalPatientId\tDisabCode\nP1\tNN\n", { NULL } },
  { "pipes", REFUSED, DIS, NULL, "LocalPatientId|DisabCode\nP1|NN\n", { DIS, "line 1", "DisabCode" } },
  { "separators-mixed", FINDINGS, DIS, NULL, "LocalPatientId,DisabCode\nP1;NN\nP2,NN\n",
    { "CASENESS-FIELD-COUNT record IDS007DisabilityType:2" } },
  { "separator-line", REFUSED, DIS, NULL, "sep=;\nLocalPatientId;DisabCode\nP1;NN\n", { DIS, "line 1" } },
  { "quoted", ACCEPTED, HEAD, ",System,", ",\"System\",", { NULL } },
  { "quoted-comma", ACCEPTED, HEAD, ",System,", ",\"Sys,tem\",", { NULL } },
  { "quoted-quote", ACCEPTED, HEAD, ",System,", ",\"Sys\"\"tem\",", { NULL } },
  { "quoted-line-end", ACCEPTED, HEAD, ",System,", ",\"Sys\r\ntem\",", { NULL } },
  { "open-quote", REFUSED, REF, "R2", "\"R2", { REF, "line 3", "never closed" } },
  { "open-quote-in-header", REFUSED, REF, "ServiceRequestId", "\"ServiceRequestId", { REF, "line 1" } },
  { "stray-quote", REFUSED, REF, "R2,P2", "R2,P\"2", { REF, "line 3" } },
  { "text-after-quote", REFUSED, REF, "R2,P2", "R2,\"P\"2", { REF, "line 3" } },
  { "curly-quotes", FINDINGS, QUA, "S1,", "\xE2\x80\x9CS1,1\xE2\x80\x9D,", { "CASENESS-FIELD-COUNT record IDS902CarePersQual:2" } },
  /* the header */
  { "column-case", ACCEPTED, DIS, NULL, "LOCALPATIENTID,disabcode\nP1,NN\n", { NULL } },
  { "column-order", ACCEPTED, DIS, NULL, "DisabCode,LocalPatientId\nNN,P1\n", { NULL } },
  { "column-blanks", ACCEPTED, DIS, NULL, " LocalPatientId , DisabCode \nP1,NN\n", { NULL } },
  { "column-unknown", FINDINGS, DIS, NULL, "LocalPatientId,DisabCode,Colour\nP1,NN,red\n",
    { "CASENESS-COLUMN-UNKNOWN warning IDS007DisabilityType:1 Colour" } },
  { "column-nameless", FINDINGS, DIS, NULL, "LocalPatientId,DisabCode,\nP1,NN,\n",
    { "CASENESS-COLUMN-UNKNOWN warning IDS007DisabilityType:1" } },
  { "column-optional-missing", FINDINGS, REF, ",OnsetDate", ",Onset",
    { "CASENESS-COLUMN-MISSING warning IDS101Referral:1 OnsetDate" } },
  { "column-mandatory-missing", REFUSED, REF, "OrgIDComm", "Org", { REF, "line 1", "OrgIDComm" } },
  { "column-twice", REFUSED, REF, "OnsetDate", "endcode", { REF, "line 1", "twice" } },
  { "column-twice-old-name", REFUSED, REF, "OnsetDate", "SourceOfReferralMH", { REF, "line 1", "twice" } },
  { "column-with-nbsp", REFUSED, DIS, NULL, "LocalPatientId,Disab\xC2\xA0" "Code\nP1,NN\n",
    { DIS, "line 1", "DisabCode" } },
  { "header-missing", REFUSED, DIS, NULL, "P1,NN\n", { DIS, "line 1" } },
  { "header-twice", FINDINGS, DIS, NULL, "LocalPatientId,DisabCode\nLocalPatientId,DisabCode\nP1,NN\n",
    { "IDS00706 record IDS007DisabilityType:2 DisabCode" } },
  { "header-commented", REFUSED, DIS, NULL, "# made by us\nLocalPatientId,DisabCode\nP1,NN\n", { DIS, "line 1" } },
  { "header-only", ACCEPTED, DIS, NULL, "LocalPatientId,DisabCode\n", { NULL } },
  /* rows */
  { "row-short", FINDINGS, DIS, NULL, "LocalPatientId,DisabCode\nP1\nP2,NN\n",
    { "CASENESS-FIELD-COUNT record IDS007DisabilityType:2" } },
  { "row-long", FINDINGS, DIS, NULL, "LocalPatientId,DisabCode\nP1,NN\nP2,NN,NN\n",
    { "CASENESS-FIELD-COUNT record IDS007DisabilityType:3" } },
  { "row-of-commas", FINDINGS, DIS, NULL, "LocalPatientId,DisabCode\n,\n",
    { "IDS00703 record IDS007DisabilityType:2 LocalPatientId" } },
  { "totals-row", FINDINGS, DIS, NULL, "LocalPatientId,DisabCode\nP1,NN\nTotal: 1\n",
    { "CASENESS-FIELD-COUNT record IDS007DisabilityType:3" } },
  { "end-of-file-mark", FINDINGS, DIS, NULL, "LocalPatientId,DisabCode\nP1,NN\n\x1A",
    { "CASENESS-FIELD-COUNT record IDS007DisabilityType:3" } },
  { "merge-conflict", FINDINGS, DIS, NULL, "LocalPatientId,DisabCode\n<<<<<<< ours\nP1,NN\n=======\n",
    { "CASENESS-FIELD-COUNT record IDS007DisabilityType:2" } },
  { "row-twice", FINDINGS, DIS, NULL, "LocalPatientId,DisabCode\nP1,NN\nP1,NN\n",
    { "warning IDS007DisabilityType:3" } },
  { "key-twice", REFUSED, REF, "R2,P2", "R1,P2", { "No referral is left", REF ", line 2", "ServiceRequestId" } },
  { "orphan", FINDINGS, DIS, NULL, "LocalPatientId,DisabCode\nP9,NN\n", { "IDS00701 record IDS007DisabilityType:2" } },
  { "person-without-id", FINDINGS, MPI, "P1,XA1", ",XA1",
    { "record IDS001MPI:2 LocalPatientId", "record IDS002GP:2", "record IDS101Referral:2" } },
  /* another kind of file */
  { "web-page", REFUSED, REF, NULL, "<!DOCTYPE html>\n<html><body>Log in</body></html>\n", { REF, "line 1" } },
  { "json", REFUSED, REF, NULL, "[{\"ServiceRequestId\": \"R1\"}]\n", { REF, "line 1" } },
  { "xml", REFUSED, REF, NULL, "<?xml version='1.0'?>\n<IDS101/>\n", { REF, "line 1" } },
  { "pointer", REFUSED, REF, NULL, "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n",
    { REF, "line 1" } },
  { "zip", REFUSED, REF, NULL, "PK\x03\x04\x14\0\0\0\x08\0", { REF ", line 1", "NUL" }, 10 },
  { "picture", REFUSED, REF, NULL, "\x89PNG\r\n\x1A\n\0\0\0\rIHDR", { REF ", line 3", "NUL" }, 16 },
  { "database", REFUSED, REF, NULL, "SQLite format 3\0\x10\0", { REF ", line 1", "NUL" }, 18 },
  { "document", REFUSED, REF, NULL, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n", { REF, "line 1" } },
  { "other-table", REFUSED, REF, NULL, "LocalPatientId,DisabCode\nP1,NN\n", { REF, "line 1", "columns" } },
  { "empty-optional", FINDINGS, DIS, NULL, "", { "CASENESS-FILE-EMPTY warning IDS007DisabilityType:0" } },
  { "empty", REFUSED, REF, NULL, "", { REF ", line 1", "empty" } },
  { "blanks-alone", REFUSED, REF, NULL, " \n\n \r\n", { REF ", line 1", "empty" } },
  { "no-rows", REFUSED, REF, NULL, "\n" REFERRAL_HEADER "\n", { REF ", line 2", "no rows" } },
  { "no-people", REFUSED, MPI, NULL, "LocalPatientId,OrgIDLocalPatientId\n", { MPI ", line 1", "no rows" } },
  /* files */
  { "without-header-file", REFUSED, HEAD, NULL, NULL, { HEAD, "not in the folder" } },
  { "without-people-file", REFUSED, MPI, NULL, NULL, { MPI, "not in the folder" } },
  { "without-registration-file", REFUSED, GP, NULL, NULL, { GP, "not in the folder" } },
  { "without-referral-file", REFUSED, REF, NULL, NULL, { REF, "not in the folder" } },
  { "without-optional-file", ACCEPTED, DIS, NULL, NULL, { NULL } },
  { "same-table-twice", REFUSED, "ids007disabilitytype.CSV", NULL, "LocalPatientId,DisabCode\n",
    { "ids007disabilitytype.CSV", DIS, "same table" } },
  { "other-file", ACCEPTED, "readme.txt", NULL, "hello", { NULL } },
  { "hidden-copy", ACCEPTED, "._" REF, NULL, "x", { NULL } },
  { "backup-copy", ACCEPTED, REF "~", NULL, "x", { NULL } },
  { "other-csv", ACCEPTED, "IDS999Nothing.csv", NULL, "x", { NULL } },
  { "bad-mapping", REFUSED, "x.caseness-mapping", NULL, "x", { "x.caseness-mapping, line 1", "not a mapping" } },
  { "broken-mapping", REFUSED, "x.caseness-mapping", NULL, "# ours\n[Caseness mapping]\nName=x\n\nHeaders\n",
    { "x.caseness-mapping, line 5", "not a mapping" } },
  { "mapping-of-another-table", REFUSED, "x.caseness-mapping", NULL,
    "[Caseness mapping]\nName=x\nHeaders=a;\n\n[IDS999]\nx=a\n", { "x.caseness-mapping, line 5, [IDS999]", "no table" } },
  { "mapping-of-another-field", REFUSED, "x.caseness-mapping", NULL,
    "[Caseness mapping]\nName=x\nHeaders=a;\n[IDS001MPI]\nLocalPatientId=a\nColour = a\n",
    { "x.caseness-mapping, line 6, [IDS001MPI]", "Colour" } },
  /* what the header says */
  { "version-3.0", REFUSED, HEAD, "2.1,", "3.0,", { HEAD, "line 2", "DatSetVer" } },
  { "version-blank", REFUSED, HEAD, "2.1,", ",", { HEAD, "line 2", "DatSetVer" } },
  { "version-number", REFUSED, HEAD, "2.1,", "2,", { HEAD, "line 2", "DatSetVer" } },
  { "provider-blank", REFUSED, HEAD, "2.1,XA1", "2.1,", { HEAD, "line 2", "OrgIDProv" } },
  { "period-reversed", REFUSED, HEAD, "2025-06-30", "2025-05-31", { HEAD, "line 2", "ends before" } },
  { "period-half", REFUSED, HEAD, "2025-06-30", "2025-06-15", { HEAD, "line 2", "month" } },
  { "period-two-months", REFUSED, HEAD, "2025-06-30", "2025-07-31", { HEAD, "line 2", "month" } },
  { "period-no-date", REFUSED, HEAD, "2025-06-01", "June", { HEAD, "line 2", "ReportingPeriodStartDate" } },
  { "period-day-number", REFUSED, HEAD, "2025-06-01", "45809", { HEAD, "line 2", "spreadsheet" } },
  { "created-no-date", REFUSED, HEAD, "2025-07-21 09:00:00", "now", { HEAD, "line 2", "DateTimeDatSetCreate" } },
  { "created-with-t", ACCEPTED, HEAD, "21 09:00:00", "21T09:00:00.000", { NULL } },
  { "two-headers", REFUSED, HEAD, "09:00:00", "09:00:00\n2.1,XA2,XA2,System,2025-06-01,2025-06-30,2025-07-21 09:00:00",
    { HEAD, "line 3", "more than one" } },
  { "header-row-short", REFUSED, HEAD, ",2025-07-21 09:00:00", "", { HEAD, "line 2" } },
  /* cells */
  { "exponent", FINDINGS, ASC, "A1,720433000", "A1,7.20433E+8",
    { "CASENESS-SPREADSHEET warning IDS607CodedScoreAssessmentAct:2 CodedAssToolType 7.20433E+8",
      "record IDS607CodedScoreAssessmentAct:2 CodedAssToolType" } },
  { "rounded", FINDINGS, ACT, "748051000000105", "1098051000000101000",
    { "record IDS202CareActivity:2 CodeProcAndProcStatus" } },
  { "rounded-16", FINDINGS, ACT, "748051000000105", "1098051000000100",
    { "CASENESS-SPREADSHEET warning IDS202CareActivity:2 CodeProcAndProcStatus" } },
  { "day-number", FINDINGS, CON, "2025-06-10", "45818",
    { "CASENESS-SPREADSHEET warning IDS201CareContact:2 CareContDate 45818" } },
  { "day-fraction", FINDINGS, CON, "10:00:00", "0.416666667",
    { "CASENESS-SPREADSHEET warning IDS201CareContact:2 CareContTime 0.416666667" } },
  { "month-name", FINDINGS, REF, "2024-10", "Oct-24", { "CASENESS-SPREADSHEET warning IDS101Referral:2 OnsetDate" } },
  { "formula", FINDINGS, ASC, "A1,720433000,14", "A1,720433000,=7+7",
    { "record IDS607CodedScoreAssessmentAct:2 PersScore" } },
  { "spreadsheet-error", FINDINGS, ASC, "720433000,14", "720433000,#REF!",
    { "record IDS607CodedScoreAssessmentAct:2" } },
  { "null-word", FINDINGS, REF, "2025-06-20", "NULL", { "warning IDS101Referral:3 ServDischDate NULL" } },
  { "day-that-is-none", FINDINGS, REF, "2025-05-01", "2025-02-29",
    { "IDS10112 record IDS101Referral:2 ReferralRequestReceivedDate 2025-02-29" } },
  { "american-day", FINDINGS, REF, "2025-05-01", "05/13/2025", { "IDS10112 record IDS101Referral:2" } },
  { "year-of-two-digits", FINDINGS, REF, "2025-05-01", "01/05/25", { "IDS10112 record IDS101Referral:2" } },
  { "year-9999", FINDINGS, GP, "1981-07-28", "9999-12-31",
    { "warning IDS002GP:2 StartDateGMPRegistration 9999-12-31" } },
  { "day-with-time", FINDINGS, REF, "2025-05-01", "2025-05-01 10:30", { "IDS10112 record IDS101Referral:2" } },
  { "day-with-midnight", ACCEPTED, REF, "2025-05-01", "2025-05-01 00:00:00", { NULL } },
  { "negative", FINDINGS, LOG, ",10,", ",-10,", { "record IDS205InternetTherLog:2 DurationIntEnabledTher -10" } },
  { "thousands", FINDINGS, LOG, ",10,", ",\"1,000\",", { "record IDS205InternetTherLog:2 DurationIntEnabledTher" } },
  { "digits-of-another-script", FINDINGS, LOG, ",10,", ",\xD9\xA1\xD9\xA0,", { "record IDS205InternetTherLog:2" } },
  { "score-out-of-range", FINDINGS, ASC, "720433000,14", "720433000,28",
    { "warning IDS607CodedScoreAssessmentAct:2 PersScore" } },
  { "control-characters", ACCEPTED, QUA, "S1", "S\x01\x7F", { NULL } },
  { "direction-marks", ACCEPTED, QUA, "S1", "S\xE2\x80\xAE" "1", { NULL } },
  { "picture-letters", ACCEPTED, QUA, "S1", "\xF0\x9F\x98\x80", { NULL } },
  { "sql", ACCEPTED, QUA, "S1", "';DROP TABLE x;--", { NULL } },
  { "markup", ACCEPTED, HEAD, ",System,", ",<b>&amp;%s%n</b>,", { NULL } },
  { "all-rejected", REFUSED, REF, NULL, REFERRAL_HEADER "\nR1,P1,15F,soon\n",
    { "No referral is left", REF, "line 2" } },
};

typedef struct
{
  DataFixture service;
  MonthFixture month;
} Fixture;

/* What the service file held before: made once, since a file of it is the same for every case. */
static GBytes *
make_store (void)
{
  DataFixture fixture = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;
  char *text;
  gsize length;

  data_fixture_set_up (&fixture, NULL);
  data_fixture_write_month (&fixture, &(FixtureMonth) { .folder = "2025-01" });
  receipt = data_fixture_import (&fixture, &error, "2025-01", NULL);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture.store_path, &text, &length, NULL));
  data_fixture_tear_down (&fixture, NULL);
  return g_bytes_new_take (text, length);
}

static void
set_up (Fixture *fixture, GBytes *store)
{
  g_autoptr(GError) error = NULL;

  data_fixture_set_up (&fixture->service, NULL);
  month_fixture_set_up (&fixture->month, NULL);
  g_file_set_contents_full (fixture->service.store_path, g_bytes_get_data (store, NULL),
                            (gssize) g_bytes_get_size (store), G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture)
{
  data_fixture_tear_down (&fixture->service, NULL);
  month_fixture_tear_down (&fixture->month, NULL);
}

static CasenessReceipt *
import (Fixture *fixture, GError **error)
{
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  const CasenessImportOptions options = { .now = now };
  const char *const paths[] = { fixture->month.folder, NULL };

  return caseness_import_file (fixture->service.store_path, paths, &options, NULL, error);
}

static void
assert_says (const char *text, const char *const words[3])
{
  for (guint i = 0; i < 3; i++)
    if (words[i] != NULL && strstr (text, words[i]) == NULL)
      g_error ("“%s” does not say “%s”", text, words[i]);
}

static void
assert_refused (CasenessReceipt *receipt, const GError *error, const char *const words[3])
{
  g_assert_null (receipt);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  assert_says (error->message, words);
}

/* Each finding names a rule, a file and what to do. */
static void
assert_taken (CasenessReceipt *receipt, const GError *error, Class class, const char *const words[3])
{
  g_autofree char *findings = NULL;

  g_assert_no_error (error);
  findings = month_fixture_print_findings (receipt->findings);
  if (class == ACCEPTED)
    g_assert_cmpstr (findings, ==, "");
  assert_says (findings, words);
  for (guint i = 0; i < receipt->findings->len; i++)
    {
      const CasenessFinding *finding = receipt->findings->pdata[i];

      g_assert_cmpstr (finding->file, !=, "");
      g_assert_cmpstr (finding->message, !=, "");
    }
}

static void
import_and_check (Fixture *fixture, Class class, const char *const words[3])
{
  g_autofree char *before = data_fixture_hash (&fixture->service);
  g_autofree char *held = data_fixture_ask (&fixture->service, HELD);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = import (fixture, &error);
  g_autofree char *after = data_fixture_hash (&fixture->service);
  g_autofree char *journal = g_strconcat (fixture->service.store_path, "-journal", NULL);

  if (class == REFUSED)
    {
      assert_refused (receipt, error, words);
      g_assert_cmpstr (before, ==, after);
    }
  else
    {
      assert_taken (receipt, error, class, words);
      g_assert_cmpstr (before, !=, after);
      data_fixture_assert_ask (&fixture->service, "PRAGMA integrity_check", "ok");
      data_fixture_assert_ask (&fixture->service, HELD, held);
    }
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
write_case (MonthFixture *month, const Case *c)
{
  g_autofree char *path = g_build_filename (month->folder, c->file, NULL);
  g_autoptr(GError) error = NULL;

  if (c->from != NULL)
    {
      month_fixture_edit (month, c->file, c->from, c->to);
      return;
    }
  g_remove (path);
  if (c->to == NULL)
    return;
  g_file_set_contents_full (path, c->to, c->length > 0 ? (gssize) c->length : -1, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
}

typedef struct
{
  const Case *c;
  GBytes *store;
} Run;

static void
test_case (gconstpointer data)
{
  const Run *run = data;
  Fixture fixture;

  set_up (&fixture, run->store);
  write_case (&fixture.month, run->c);
  import_and_check (&fixture, run->c->class, run->c->words);
  tear_down (&fixture);
}

/* What takes more than a text: large files and things that are no files. */

typedef void (*PrepareFunc) (const char *path);

typedef struct
{
  const char *name;
  Class class;
  PrepareFunc prepare; /* makes the disability table */
  const char *words[3];
} Special;

static void
write_text (const char *path, GString *text)
{
  g_assert_true (g_file_set_contents_full (path, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_string_free (text, TRUE);
}

static void
make_huge_cell (const char *path)
{
  GString *text = g_string_new ("LocalPatientId,DisabCode\nP1,");

  for (guint i = 0; i < 10 * 1024; i++)
    g_string_append_printf (text, "%01024u", i);
  g_string_append (text, "\nP2,NN\n");
  write_text (path, text);
}

static void
make_wide_row (const char *path)
{
  GString *text = g_string_new ("LocalPatientId,DisabCode\nP1,");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, ',');
  g_string_append_c (text, '\n');
  write_text (path, text);
}

static void
make_wide_header (const char *path)
{
  GString *text = g_string_new ("LocalPatientId,DisabCode");

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, ",c%u", i);
  g_string_append_c (text, '\n');
  write_text (path, text);
}

static void
make_blank_lines (const char *path)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (text, '\n');
  g_string_append (text, "LocalPatientId,DisabCode\nP9,NN\n");
  write_text (path, text);
}

static void
make_open_quote (const char *path)
{
  GString *text = g_string_new ("LocalPatientId,DisabCode\n\"");

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "P1,NN\n");
  write_text (path, text);
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_pipe (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_dangling_link (const char *path)
{
  g_assert_cmpint (symlink ("nowhere.csv", path), ==, 0);
}

static void
make_looping_link (const char *path)
{
  g_assert_cmpint (symlink (path, path), ==, 0);
}

static void
make_link_to_device (const char *path)
{
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
}

static void
make_link_to_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *real = g_build_filename (folder, "real.txt", NULL);

  write_text (real, g_string_new ("LocalPatientId,DisabCode\nP1,NN\n"));
  g_assert_cmpint (symlink ("real.txt", path), ==, 0);
}

static const Special specials[] = {
  { "huge-cell", FINDINGS, make_huge_cell, { "CASENESS-FIELD-LENGTH record IDS007DisabilityType:2" } },
  { "wide-row", FINDINGS, make_wide_row, { "CASENESS-FIELD-COUNT record IDS007DisabilityType:2" } },
  { "wide-header", REFUSED, make_wide_header, { DIS, "line 1", "100002 columns" } },
  { "million-blank-lines", FINDINGS, make_blank_lines, { "IDS00701 record IDS007DisabilityType:1000002" } },
  { "million-quoted-lines", REFUSED, make_open_quote, { DIS, "line 2", "never closed" } },
  { "folder", REFUSED, make_folder, { DIS } },
  { "pipe", REFUSED, make_pipe, { DIS } },
  { "dangling-link", REFUSED, make_dangling_link, { DIS } },
  { "looping-link", REFUSED, make_looping_link, { DIS } },
  { "link-to-device", REFUSED, make_link_to_device, { DIS } },
  { "link-to-file", ACCEPTED, make_link_to_file, { NULL } },
};

/* Where there is no line to name: a file that is not there or is no file, and two files that are one table. */
static const char *const without_line[] = {
  "without-header-file", "without-people-file", "without-registration-file", "without-referral-file", "same-table-twice",
  "folder", "pipe", "dangling-link", "looping-link", "link-to-device", NULL,
};

#define FEWEST_MALFORMED 80

/* Whether the words asked of a message name a file, and a line of it where the fault has one. */
static gboolean
names_place (Class class, const char *name, const char *const words[3])
{
  g_autofree char *all = g_strjoin (" ", words[0], words[1], words[2], NULL);
  gboolean has_file = class == FINDINGS ? g_regex_match_simple ("(record|warning) IDS[0-9]+[A-Za-z]+:[0-9]+", all, 0, 0)
                                        : g_regex_match_simple ("[A-Za-z0-9]+[.](csv|caseness-mapping)", all, 0, 0);

  return has_file
         && (class == FINDINGS || strstr (all, "line ") != NULL || g_strv_contains (without_line, name));
}

static void
count_case (Class class, const char *name, const char *const words[3], guint *n)
{
  if (class == ACCEPTED)
    return;
  if (!names_place (class, name, words))
    g_error ("the case “%s” does not ask for a file and a line", name);
  (*n)++;
}

/* The other tests assert what their case names: so that each names its class, a message and a place. */
static void
test_every_case_says_where (void)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    count_case (cases[i].class, cases[i].name, cases[i].words, &n);
  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    count_case (specials[i].class, specials[i].name, specials[i].words, &n);
  g_assert_cmpuint (n, >=, FEWEST_MALFORMED);
}

typedef struct
{
  const Special *special;
  GBytes *store;
} SpecialRun;

static void
test_special (gconstpointer data)
{
  const SpecialRun *run = data;
  g_autofree char *path = NULL;
  Fixture fixture;

  set_up (&fixture, run->store);
  path = g_build_filename (fixture.month.folder, DIS, NULL);
  g_remove (path);
  run->special->prepare (path);
  import_and_check (&fixture, run->special->class, run->special->words);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  static Run runs[G_N_ELEMENTS (cases)];
  static SpecialRun special_runs[G_N_ELEMENTS (specials)];
  g_autoptr(GBytes) store = NULL;

  g_test_init (&argc, &argv, NULL);
  store = make_store ();
  g_test_add_func ("/data/malformed/every-case-says-where", test_every_case_says_where);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/malformed/", cases[i].name, NULL);

      runs[i] = (Run) { &cases[i], store };
      g_test_add_data_func (path, &runs[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    {
      g_autofree char *path = g_strconcat ("/data/malformed/", specials[i].name, NULL);

      special_runs[i] = (SpecialRun) { &specials[i], store };
      g_test_add_data_func (path, &special_runs[i], test_special);
    }
  return g_test_run ();
}
