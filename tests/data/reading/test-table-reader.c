/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-spreadsheet.h"
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
  { "semicolons", DISABILITY, "LocalPatientId;DisabCode\nP1;NN\n\"P;2\";01\nP,3;02\n", 0,
    "2:P1|NN;3:P;2|01;4:P,3|02;", "", NULL, 0 },
  { "tabs", DISABILITY, "LocalPatientId\tDisabCode\r\nP1\tNN\r\n\t\r\nP2\t 01\r\n", 0,
    "2:P1|NN;3:_|_;4:P2|01;", "", NULL, 0 },
  { "spreadsheet", "IDS607CodedScoreAssessmentAct",
    "CareActId,CodedAssToolType,PersScore\nA1,7.20433E+8,14\nA1,4.45455E+08,12\nA2,720433000,4\n", 0,
    "2:A1|7.20433E+8|14;3:A1|4.45455E+08|12;4:A2|720433000|4;",
    "CASENESS-SPREADSHEET warning IDS607CodedScoreAssessmentAct:2 CodedAssToolType 7.20433E+8", NULL, 0 },
  { "spreadsheet-id", DISABILITY, "LocalPatientId,DisabCode\n1.00002E+11,NN\n", 0, "2:1.00002E+11|NN;",
    "CASENESS-SPREADSHEET warning IDS007DisabilityType:2 LocalPatientId -", NULL, 0 },
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
    "CASENESS-ENCODING warning LOCStaff:2  -", NULL, 0 },
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

typedef struct
{
  const char *name;
  const char *field;   /* of IDS101Referral, IDS201CareContact or IDS607CodedScoreAssessmentAct */
  const char *value;
  gboolean is_damaged;
} Damage;

/* What spreadsheets do, and what only looks like it. */
static const Damage damages[] = {
  { "exponent", "CodedAssToolType", "1.02613E+15", TRUE },
  { "exponent-nine-digits", "CodedAssToolType", "7.20433E+8", TRUE },
  { "exponent-comma", "CodedAssToolType", "7,20433E+08", TRUE },
  { "exponent-short", "CodedAssToolType", "7E+08", TRUE },
  { "exponent-small", "CodedAssToolType", "7.2E-08", FALSE },
  { "exponent-letters", "CareActId", "A1E+08", FALSE },
  { "code", "CodedAssToolType", "720433000", FALSE },
  { "rounded", "CodedAssToolType", "1098051000000100", TRUE },
  { "rounded-15-digits", "CareActId", "109805100000000", FALSE },
  { "not-rounded", "CodedAssToolType", "1098051000000103", FALSE },
  { "day-number", "CareContDate", "45778", TRUE },
  { "day-number-with-time", "CareContDate", "45778.395833", TRUE },
  { "day-iso", "CareContDate", "2025-06-10", FALSE },
  { "day-six-digits", "CareContDate", "202506", FALSE },
  { "day-fraction", "CareContTime", "0.395833333", TRUE },
  { "time", "CareContTime", "09:30", FALSE },
  { "month-name", "OnsetDate", "Oct-24", TRUE },
  { "month-name-long", "OnsetDate", "October 2024", FALSE },
  { "month", "OnsetDate", "2024-10", FALSE },
};

static const CasenessFieldSpec *
find_field (const char *name)
{
  static const char *const tables[] = { "IDS101Referral", "IDS201CareContact", "IDS607CodedScoreAssessmentAct" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const CasenessTableSpec *spec = caseness_spec_find_table (tables[i]);

      if (caseness_spec_find_field (spec, name) >= 0)
        return &spec->fields[caseness_spec_find_field (spec, name)];
    }
  g_assert_not_reached ();
}

static void
test_damage (gconstpointer data)
{
  const Damage *damage = data;

  g_assert_cmpint (caseness_spreadsheet_find_damage (find_field (damage->field), damage->value)
                     != CASENESS_SPREADSHEET_SOUND, ==, damage->is_damaged);
}

/* A column whose long numbers kept all their digits was in no spreadsheet. */
static void
test_rounded_among_sound (void)
{
  const CasenessFieldSpec *field = find_field ("CodedAssToolType");
  CasenessSpreadsheetTally tally = { { 0 } };

  caseness_spreadsheet_tally_add (&tally, field, "1098051000000100", 2);
  g_assert_true (caseness_spreadsheet_tally_is_damaged (&tally, CASENESS_SPREADSHEET_ROUNDED));
  caseness_spreadsheet_tally_add (&tally, field, "1098051000000103", 3);
  g_assert_false (caseness_spreadsheet_tally_is_damaged (&tally, CASENESS_SPREADSHEET_ROUNDED));
  caseness_spreadsheet_tally_clear (&tally);
}

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
                   "IDS007DisabilityType: codes were padded with zeros or their letter case changed (DisabCode).");
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
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/data/table-reader/damage/", damages[i].name, NULL);

      g_test_add_data_func (path, &damages[i], test_damage);
    }
  g_test_add_func ("/data/table-reader/rounded-among-sound", test_rounded_among_sound);
  g_test_add_func ("/data/table-reader/notes", test_notes);
  g_test_add_func ("/data/table-reader/no-such-file", test_no_such_file);
  return g_test_run ();
}
