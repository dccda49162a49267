/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-table-reader.h"
#include "month-fixture.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *table;
  const char *text;
  gsize length;         /* 0: as long as the string */
  const char *rows;     /* "line:cell|cell;" of each row held, blanks as _, ! before a rejected one */
  const char *findings; /* as month_fixture_print_findings () */
  const char *error;    /* part of the message, NULL when the file is taken */
  guint n_rejected;
} Case;

#define COMPLAINTS "IDS603PresentingComplaints"
#define DISABILITY "IDS007DisabilityType"
#define UTF_16(literal) literal, sizeof literal - 1

static const Case cases[] = {
  { "plain", DISABILITY, "LocalPatientId,DisabCode\nP1,NN\nP2,01\n", 0, "2:P1|NN;3:P2|01;", "", NULL, 0 },
  { "any-order-and-case", DISABILITY, " disabcode ,LOCALPATIENTID\nNN,P1\n", 0, "2:P1|NN;", "", NULL, 0 },
  { "padded-codes", DISABILITY, "LocalPatientId,DisabCode\nP1, 1\nP2,nn\np3,001\n", 0,
    "2:P1|01;3:P2|NN;4:p3|001;", "", NULL, 0 },
  { "quotes-and-blank-lines", DISABILITY, "LocalPatientId,DisabCode\n\n\"P\n1\",NN\n\nP2,01", 0,
    "3:P\n1|NN;6:P2|01;", "", NULL, 0 },
  { "field-count", DISABILITY, "LocalPatientId,DisabCode\nP1\nP2,NN\nP3,NN,\n", 0, "3:P2|NN;",
    "CASENESS-FIELD-COUNT record IDS007DisabilityType:2  -\nCASENESS-FIELD-COUNT record IDS007DisabilityType:4  -",
    NULL, 2 },
  { "unknown-columns", DISABILITY, "LocalPatientId,Colour,DisabCode,\nP1,red,NN,x\n", 0, "2:P1|NN;",
    "CASENESS-COLUMN-UNKNOWN warning IDS007DisabilityType:1 Colour -\n"
    "CASENESS-COLUMN-UNKNOWN warning IDS007DisabilityType:1  -", NULL, 0 },
  { "missing-optional", COMPLAINTS, "ServiceRequestId,FindSchemeInUse,PresComp,PresCompDate\nR1,01,F322,2025-01-01\n",
    0, "2:R1|01|F322|_|2025-01-01;",
    "CASENESS-COLUMN-MISSING warning IDS603PresentingComplaints:1 PresCompCodSig -", NULL, 0 },
  { "missing-required", DISABILITY, "LocalPatientId\nP1\n", 0, NULL, "", "DisabCode", 0 },
  { "repeated", DISABILITY, "LocalPatientId,DisabCode,disabcode\nP1,NN,NN\n", 0, NULL, "", "twice", 0 },
  { "open-quote", DISABILITY, "LocalPatientId,DisabCode\nP1,NN\n\"P2,01\n", 0, NULL, "", "line 3", 0 },
  { "header-only", DISABILITY, "LocalPatientId,DisabCode", 0, "", "", NULL, 0 },
  { "empty", DISABILITY, "\n\n", 0, "", "CASENESS-FILE-EMPTY warning IDS007DisabilityType:0  -", NULL, 0 },
  { "empty-required", "IDS101Referral", "", 0, NULL, "", "empty", 0 },
  { "utf-16", "LOCPopulation", UTF_16 ("\xFF\xFE" "A\0"), NULL, "", "line 1", 0 },
  { "windows-1252", "LOCStaff", "CarePersLocalId,StaffName,Role,Team,Supervisor,WTE,ClinicalHoursPerWeek,StartDate,"
    "EndDate\nS1,Zo\xEB,PWP,North,,0.8,16,,\n", 0, "2:S1|Zo\xC3\xAB|PWP|North|_|0.8|16|_|_|_;",
    "CASENESS-ENCODING warning LOCStaff:0  -", NULL, 0 },
  { "list", "LOCAppointment",
    "ServiceRequestId,AppointmentId,AppointmentDate,AppointmentTime,AppType,Therapy,StaffId,Locality,Site,Status\n"
    "R1,B1,2025-07-01,09:30,2,,S1,,,Booked\nR2,B2,31/02/2025,09:30,2,,S1,,,booked\nR3,B3,01/07/2025,noon,,,,,,\n"
    ",B4,2025-07-01,,,,,,,\n", 0,
    "2:R1|B1|2025-07-01|09:30|02|_|S1|_|_|booked|_;!3:R2|B2|_|09:30|02|_|S1|_|_|booked|_;"
    "4:R3|B3|01/07/2025|_|_|_|_|_|_|_|_;!5:_|B4|2025-07-01|_|_|_|_|_|_|_|_;",
    "CASENESS-DATE record LOCAppointment:3 AppointmentDate 31/02/2025\n"
    "CASENESS-TIME warning LOCAppointment:4 AppointmentTime noon\n"
    "CASENESS-BLANK record LOCAppointment:5 ServiceRequestId -", NULL, 2 },
  { "list-for-one-provider", "LOCReferral", "ServiceRequestId,Locality,Team,Site,GPPractice,Priority,Interpreter,"
    "OrgIDProv,IMDDecile\nR1,Castle,,,,,y,xa1,7\nR2,Castle,,,,,,,seven\n", 0,
    "2:R1|Castle|_|_|_|_|Y|7|XA1;3:R2|Castle|_|_|_|_|_|_|_;",
    "CASENESS-NUMBER warning LOCReferral:3 IMDDecile seven", NULL, 0 },
};

static char *
print_rows (const CasenessSubmissionTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < table->n_rows; row++)
    {
      g_string_append_printf (text, "%s%u:", table->is_rejected[row] ? "!" : "", table->lines[row]);
      for (guint i = 0; i < table->n_columns; i++)
        {
          const char *cell = table->cells[row * table->n_columns + i];

          g_string_append_printf (text, "%s%s", i == 0 ? "" : "|", cell == NULL ? "_" : cell);
        }
      g_string_append_c (text, ';');
    }
  return g_string_free (text, FALSE);
}

static void
check_one_chunk (const Case *c, GBytes *bytes, gsize chunk)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  g_autoptr(GError) error = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *rows = NULL;
  CasenessSubmissionTable table;
  gboolean is_read = caseness_table_read_bytes (bytes, "x.csv", caseness_spec_find_table (c->table), chunk, &table,
                                                findings, &error);

  printed = month_fixture_print_findings (findings);
  g_assert_cmpstr (printed, ==, c->findings);
  if (!is_read)
    {
      g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
      g_assert_nonnull (c->error);
      g_assert_true (g_str_has_prefix (error->message, "x.csv"));
      g_assert_nonnull (strstr (error->message, c->error));
      return;
    }
  g_assert_no_error (error);
  g_assert_null (c->error);
  rows = print_rows (&table);
  g_assert_cmpstr (rows, ==, c->rows);
  g_assert_cmpuint (table.n_rejected, ==, c->n_rejected);
  g_assert_cmpuint (table.bytes, ==, g_bytes_get_size (bytes));
  caseness_submission_table_clear (&table);
}

static void
test_chunks (gconstpointer data)
{
  const Case *c = data;
  gsize length = c->length > 0 ? c->length : strlen (c->text);
  g_autoptr(GBytes) bytes = g_bytes_new_static (c->text, length);

  for (gsize chunk = 0; chunk <= length; chunk++)
    check_one_chunk (c, bytes, chunk);
}

static void
test_notes (void)
{
  static const char text[] = "LocalPatientId,DisabCode\nP1, 1\nP2,nn\nP3,02\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  g_autoptr(GError) error = NULL;
  CasenessSubmissionTable table;

  g_assert_true (caseness_table_read_bytes (bytes, "x.csv", caseness_spec_find_table (DISABILITY), 0, &table,
                                            findings, &error));
  g_assert_cmpuint (table.notes->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (table.notes, 0), ==,
                   "x.csv: 2 codes of DisabCode were padded or their letter case changed.");
  caseness_submission_table_clear (&table);
}

static void
test_no_such_file (void)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  g_autoptr(GError) error = NULL;
  CasenessSubmissionTable table;

  g_assert_false (caseness_table_read ("/nowhere/LOCStaff.csv", caseness_spec_find_table ("LOCStaff"), &table,
                                       findings, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, "LOCStaff.csv"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/table-reader/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_chunks);
    }
  g_test_add_func ("/data/table-reader/notes", test_notes);
  g_test_add_func ("/data/table-reader/no-such-file", test_no_such_file);
  return g_test_run ();
}
