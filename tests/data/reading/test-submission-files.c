/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "month-files.h"
#include "month-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What reading a month does beyond judging a row: its facts and counts, odd and monstrous files, whose row a finding is. */

/* Two rows, one number or one local identifier: neither is kept, nor what hangs from them. */
static void
test_shared_number (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;

  month_fixture_edit (fixture, MPI, "9990010013", "9990010005");
  submission = month_fixture_read (fixture, &error);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "IDS001MPI.csv, line 2, NHSNumber"));
  g_assert_null (strstr (error->message, "9990010005"));
}

typedef struct
{
  const char *name;
  const char *file;
  const char *from;
  const char *to;
} Excuse;

static const Excuse excuses[] = {
  { "follow-up", CON, "C1,R1,2025-06-10,10:00:00,15F,Y,5,,30,N,02", "C1,R2,2025-06-10,10:00:00,15F,Y,5,,30,N,06" },
  { "questionnaire", RSC, "R1,720433000,15", "R2,747901000000107,4" },
  { "questionnaire-at-contact", ASC, "A2,720433000,4", "A2,747901000000107,4" },
};

static void
test_excused (MonthFixture *fixture, gconstpointer data)
{
  const Excuse *c = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;

  month_fixture_edit (fixture, REF, "2025-06-20", "2025-05-31");
  month_fixture_edit (fixture, c->file, c->from, c->to);
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (submission->findings->len, ==, 0);
}

static void
test_version_2_0 (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;
  const CasenessSubmissionTable *contacts;
  g_autofree char *findings = NULL;

  month_fixture_edit (fixture, "IDS000Header.csv", "2.1,", "2.0,");
  month_fixture_edit (fixture, MPI, "EthnicCategory2021", "OrgIDResidenceResp");
  month_fixture_edit (fixture, MPI, "GenderIdentity,GenderIdentitySameAtBirth,", "");
  month_fixture_edit (fixture, MPI, "1,1,Y,A", "1,A");
  month_fixture_edit (fixture, MPI, "2,2,Y,D", "2,D");
  month_fixture_edit (fixture, GP, "EndDateGMPRegistration\nP1,B86015,1981-07-28,\nP2,B86036,2020-01-01,\n",
                      "EndDateGMPRegistration,OrgIDGPPrac\nP1,B86015,1981-07-28,,15F\nP2,B86036,2020-01-01,,15F\n");
  month_fixture_edit (fixture, REF, "SourceOfReferralIAPT", "SourceOfReferralMH");
  month_fixture_edit (fixture, CON, "ConsMechanism", "ConsMediumUsed");
  month_fixture_edit (fixture, CON, "02,11,", "02,03,");
  month_fixture_edit (fixture, CON, "02,11,", "08,11,");
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (submission->version, ==, "2.0");
  findings = month_fixture_print_findings (submission->findings);
  g_assert_cmpstr (findings, ==, "IDS20120 warning IDS201CareContact:3 ConsMechanism -");
  contacts = &submission->tables[11];
  g_assert_cmpstr (contacts->spec->name, ==, "IDS201CareContact");
  g_assert_cmpstr (contacts->cells[caseness_spec_find_field (contacts->spec, "ConsMechanism")], ==, "03");
}

static void
test_facts (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;
  const CasenessSubmissionTable *contacts;

  month_fixture_edit (fixture, "IDS000Header.csv", "2025-07-21 09:00:00", "21/07/2025T09:05:07.25");
  month_fixture_edit (fixture, "IDS000Header.csv", "XA1", "xa1");
  month_fixture_edit (fixture, CON, "N,02,11", "N, 2 ,11");
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (submission->provider, ==, "XA1");
  g_assert_cmpstr (submission->version, ==, "2.1");
  g_assert_cmpstr (submission->created, ==, "2025-07-21 09:05:07");
  g_assert_cmpint (submission->period_start, ==, caseness_date_new (2025, 6, 1));
  g_assert_cmpint (submission->period_end, ==, caseness_date_new (2025, 6, 30));
  contacts = &submission->tables[11];
  g_assert_cmpuint (contacts->n_read, ==, 2);
  g_assert_cmpuint (contacts->n_rows, ==, 2);
  g_assert_cmpuint (strlen (contacts->sha256), ==, 64);
  g_assert_cmpuint (contacts->notes->len, ==, 1);
  g_assert_cmpstr (contacts->cells[caseness_spec_find_field (contacts->spec, "AppType")], ==, "02");
}

/* A spreadsheet had the one file and not the others. */
static void
test_lost_zeros (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSubmission) submission = NULL;
  g_autofree char *findings = NULL;
  g_autoptr(GError) error = NULL;

  month_fixture_edit (fixture, MPI, "P2,", "0042,");
  month_fixture_edit (fixture, GP, "P2,", "0042,");
  month_fixture_edit (fixture, REF, ",P2,", ",0042,");
  month_fixture_write (fixture, "IDS007DisabilityType.csv", "LocalPatientId,DisabCode\n0042,NN\n42,01\n43,01\n");
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  findings = month_fixture_print_findings (submission->findings);
  g_assert_cmpstr (findings, ==, "CASENESS-SPREADSHEET warning IDS007DisabilityType:3 LocalPatientId -\n"
                                 "IDS00701 record IDS007DisabilityType:3 LocalPatientId -\n"
                                 "IDS00701 record IDS007DisabilityType:4 LocalPatientId -");
}

static void
test_counts (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;
  const CasenessSubmissionTable *complaints = NULL;

  month_fixture_write (fixture, CMP,
                       "ServiceRequestId,FindSchemeInUse,PresComp,PresCompCodSig,PresCompDate\n"
                       "R1,01,F322,1,2025-05-02\nR1,01,F322,1,2025-05-02\nR9,01,F322,1,\nR2,01,F411,,\nR2,01\n");
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < submission->n_tables; i++)
    if (g_str_equal (submission->tables[i].spec->name, "IDS603PresentingComplaints"))
      complaints = &submission->tables[i];
  g_assert_cmpuint (complaints->n_read, ==, 5);
  g_assert_cmpuint (complaints->n_rows, ==, 4);
  g_assert_cmpuint (complaints->n_rejected, ==, 3); /* the repeat, the orphan, the short one */
  g_assert_cmpuint (complaints->n_warnings, ==, 2); /* the repeat, the blank significance */
}

/* What the row above was found to be says nothing of a row that is alike, once it broke a rule or was blanked. */
static void
test_rows_alike (MonthFixture *fixture, gconstpointer data)
{
  static const char *const minutes[] = { "10", "10.5", "10.5", "", "", "10", "10", "12345" };
  g_autoptr(GString) text = g_string_new ("ServiceRequestId,StartDateIntEnabledTherLog,EndDateIntEnabledTherLog,"
                                          "IntEnabledTherProg,DurationIntEnabledTher\n");
  g_autoptr(GString) found = g_string_new (NULL);
  g_autoptr(CasenessSubmission) submission = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    g_string_append_printf (text, "R1,2025-06-02,2025-06-02,P%u,%s\n", i, minutes[i]);
  month_fixture_write (fixture, LOG, text->str);
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < submission->findings->len; i++)
    {
      const CasenessFinding *finding = submission->findings->pdata[i];

      if (g_strcmp0 (finding->field, "DurationIntEnabledTher") == 0)
        g_string_append_printf (found, "%s:%u ", finding->rule, finding->line);
    }
  g_assert_cmpstr (found->str, ==, "IDS20515:3 IDS20515:4 IDS20514:5 IDS20514:6 IDS20515:9 ");
}

static void
expect_refusal (MonthFixture *fixture, const char *word)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = month_fixture_read (fixture, &error);

  g_assert_null (submission);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_odd_files (MonthFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, CLU, NULL);
  g_autofree char *target = g_build_filename (fixture->folder, "clusters", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;

  g_assert_cmpint (g_rename (path, target), ==, 0);
  g_assert_cmpint (symlink (target, path), ==, 0);
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_remove (target), ==, 0);
  expect_refusal (fixture, CLU); /* the link leads nowhere */
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (symlink (path, path), ==, 0);
  expect_refusal (fixture, CLU); /* the link leads to itself */
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  expect_refusal (fixture, CLU); /* nobody will ever write to it */
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
  expect_refusal (fixture, CLU);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  expect_refusal (fixture, CLU);
}

static void
test_file_names (MonthFixture *fixture, gconstpointer data)
{
  g_autofree char *from = g_build_filename (fixture->folder, CON, NULL);
  g_autofree char *to = g_build_filename (fixture->folder, "ids201carecontact.CSV", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;

  g_assert_cmpint (g_rename (from, to), ==, 0);
  month_fixture_write (fixture, "notes.txt", "not a table");
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (submission->tables[11].file, ==, "ids201carecontact.CSV");
  g_assert_cmpuint (submission->findings->len, ==, 0);
  month_fixture_write (fixture, CON, "CareContactId\n");
  expect_refusal (fixture, "same table");
}

/* Neither may crash nor take long (rulings 102). */
static void
test_monsters (MonthFixture *fixture, gconstpointer data)
{
  g_autofree char *field = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *commas = g_strnfill (100000, ',');
  g_autofree char *long_field = g_strconcat ("LocalPatientId,DisabCode\nP1,", field, "\nP2,NN\n", NULL);
  g_autofree char *wide_row = g_strconcat ("LocalPatientId,DisabCode\nP1", commas, "\nP2,NN\n", NULL);
  g_autofree char *wide_header = g_strconcat ("LocalPatientId,DisabCode", commas, "\nP2,NN\n", NULL);
  const char *texts[] = { long_field, wide_row };
  const char *expected[] = { "CASENESS-FIELD-LENGTH record IDS007DisabilityType:2  -",
                             "CASENESS-FIELD-COUNT record IDS007DisabilityType:2  -" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CasenessSubmission) submission = NULL;
      g_autofree char *findings = NULL;

      month_fixture_write (fixture, "IDS007DisabilityType.csv", texts[i]);
      submission = month_fixture_read (fixture, &error);
      g_assert_no_error (error);
      findings = month_fixture_print_findings (submission->findings);
      g_assert_cmpstr (findings, ==, expected[i]);
    }
  month_fixture_write (fixture, "IDS007DisabilityType.csv", wide_header);
  expect_refusal (fixture, "100002 columns");
}

static void
test_cancelled (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (caseness_submission_read (fixture->folder, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What a person reads: the rule's words, the value unless it may not be shown, and what to do. */
static void
test_messages (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;
  const CasenessFinding *finding;

  month_fixture_edit (fixture, MPI, "9990010005", "9990010006");
  month_fixture_edit (fixture, REF, "B1,,N,46", "B1,,N,77");
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (submission->findings->len, ==, 2);
  finding = g_ptr_array_index (submission->findings, 0);
  g_assert_null (strstr (finding->message, "9990010006"));
  g_assert_null (finding->value);
  finding = g_ptr_array_index (submission->findings, 1);
  g_assert_cmpstr (finding->message, ==,
                   "EndCode is not a code of its list. Sent: “77”. Choose a code of the list for EndCode.");
}

/* Whose row it is: by its own number, or by that of the contact or activity it hangs from, kept or not. */
static void
test_owners (MonthFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *file;
    const char *from;
    const char *to;
    const char *table;
    const char *referral; /* of the first finding of the table */
    const char *patient;
  } owners[] = {
    { MPI, "9990010005", "9990010006", "IDS001MPI", NULL, "P1" },
    { REF, "B1,,N,46", "B1,,N,77", "IDS101Referral", "R2", "P2" },
    { CON, "C2,R2,2025-06-20", "C2,R2,2025-06-40", "IDS201CareContact", "R2", NULL },
    { ACT, "443390004", "443390005", "IDS202CareActivity", "R2", NULL },
    { ASC, "A2,720433000,4", "A2,720433000,99", "IDS607CodedScoreAssessmentAct", "R2", NULL },
    { ASC, "A2,720433000,4", "A9,720433000,4", "IDS607CodedScoreAssessmentAct", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CasenessSubmission) submission = NULL;
      guint k = 0;

      month_fixture_edit (fixture, owners[i].file, owners[i].from, owners[i].to);
      submission = month_fixture_read (fixture, &error);
      g_assert_no_error (error);
      while (k < submission->findings->len
             && strcmp (((CasenessFinding *) submission->findings->pdata[k])->table, owners[i].table) != 0)
        k++;
      g_assert_cmpuint (k, <, submission->findings->len);
      g_assert_cmpstr (((CasenessFinding *) submission->findings->pdata[k])->referral, ==, owners[i].referral);
      g_assert_cmpstr (((CasenessFinding *) submission->findings->pdata[k])->patient, ==, owners[i].patient);
      month_fixture_restore (fixture, owners[i].file);
    }
}

static const struct
{
  const char *name;
  void (*func) (MonthFixture *fixture, gconstpointer data);
} others[] = {
  { "/data/submission/shared-number", test_shared_number },
  { "/data/submission/version-2.0", test_version_2_0 },
  { "/data/submission/facts", test_facts },
  { "/data/submission/counts", test_counts },
  { "/data/submission/rows-alike", test_rows_alike },
  { "/data/submission/lost-zeros", test_lost_zeros },
  { "/data/submission/odd-files", test_odd_files },
  { "/data/submission/file-names", test_file_names },
  { "/data/submission/monsters", test_monsters },
  { "/data/submission/reading-cancelled", test_cancelled },
  { "/data/submission/messages", test_messages },
  { "/data/submission/owners", test_owners },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (excuses); i++)
    {
      g_autofree char *path = g_strconcat ("/data/submission/closed-before-excused-by/", excuses[i].name, NULL);

      g_test_add (path, MonthFixture, &excuses[i], month_fixture_set_up, test_excused, month_fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_test_add (others[i].name, MonthFixture, NULL, month_fixture_set_up, others[i].func, month_fixture_tear_down);
  return g_test_run ();
}
