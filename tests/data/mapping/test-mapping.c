/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-mapping-guess.h"
#include "caseness-mapping-value.h"
#include "caseness-submission.h"
#include "data-fixture.h"

#include <string.h>

/* One row an appointment, as booking systems give it: patient, referral, contact and two questionnaires. */
#define EXPORT                                                                                                        \
  "Client ID;Date of birth;Sex;Referral ID;Referral date;Referral source;Commissioner;Appointment ID;"                \
  "Appointment start;Attendance;Appointment type;Contact medium;Therapist;Therapy;PHQ-9;GAD7;Room\r\n"                \
  "P1;23/06/1980;Male;R1;01/05/2025;GP;15F;C1;10/06/2025 09:30;Attended;Treatment;Video;S1;748051000000105;14;12;3"   \
  "\r\n"                                                                                                              \
  "P1;23/06/1980;Male;R1;01/05/2025;GP;15F;C2;17/06/2025 09:30;DNA;Treatment;Video;S1;;;;3\r\n"                       \
  "P2;18/09/1995;Female;R2;01/04/2025;Friend;15F;C3;20/06/2025 14:00;Attended;Treatment;Phone;S2;748051000000105;4;;" \
  "\r\n"

#define MAPPING_FILE "ours" CASENESS_MAPPING_SUFFIX

static GBytes *
make_bytes (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static CasenessMapping *
guess_export (void)
{
  g_autoptr(GBytes) bytes = make_bytes (EXPORT);
  g_autoptr(GError) error = NULL;
  CasenessMapping *mapping = caseness_mapping_guess ("Our bookings", "XA1", bytes, "export.csv", &error);

  g_assert_no_error (error);
  return mapping;
}

static CasenessMappingFeed *
find_feed (CasenessMapping *mapping, const char *table)
{
  for (guint i = 0; i < mapping->feeds->len; i++)
    {
      CasenessMappingFeed *feed = mapping->feeds->pdata[i];

      if (g_str_equal (feed->table->name, table))
        return feed;
    }
  return NULL;
}

static guint
find_field (const CasenessMappingFeed *feed, const char *field)
{
  int index = caseness_spec_find_field (feed->table, field);

  g_assert_cmpint (index, >=, 0);
  return (guint) index;
}

/* The mapping a person would make of the guess. */
static CasenessMapping *
make_mapping (void)
{
  CasenessMapping *mapping = guess_export ();
  CasenessMappingFeed *contacts = find_feed (mapping, "IDS201CareContact");
  CasenessMappingFeed *referrals = find_feed (mapping, "IDS101Referral");

  caseness_mapping_feed_set_constant (contacts, find_field (contacts, "IAPTLTCServiceInd"), "N");
  caseness_mapping_feed_set_code (referrals, find_field (referrals, "SourceOfReferralIAPT"), "Friend", "B2");
  return mapping;
}

/* Values */

typedef struct
{
  const char *name;
  const char *table;
  const char *field;
  const char *format; /* NULL: none */
  const char *from;
  const char *to;
  CasenessMappingOutcome outcome;
} Value;

#define CONTACT "IDS201CareContact"
#define REFERRAL "IDS101Referral"

static const Value values[] = {
  { "text", CONTACT, "CareContactId", NULL, "C 1", "C 1", CASENESS_MAPPING_TAKEN },
  { "empty", CONTACT, "CareContactId", NULL, NULL, "", CASENESS_MAPPING_EMPTY },
  { "day", CONTACT, "CareContDate", NULL, "2025-06-10", "2025-06-10", CASENESS_MAPPING_TAKEN },
  { "day-none", CONTACT, "CareContDate", NULL, "soon", "soon", CASENESS_MAPPING_UNREADABLE },
  { "british", CONTACT, "CareContDate", "DD/MM/YYYY", "1/6/2025", "2025-06-01", CASENESS_MAPPING_TAKEN },
  { "british-with-time", CONTACT, "CareContDate", "DD/MM/YYYY", "01/06/2025 09:30", "2025-06-01",
    CASENESS_MAPPING_TAKEN },
  { "british-tail", CONTACT, "CareContDate", "DD/MM/YYYY", "01/06/2025x", "01/06/2025x", CASENESS_MAPPING_UNREADABLE },
  { "british-february", CONTACT, "CareContDate", "DD/MM/YYYY", "29/02/2025", "29/02/2025",
    CASENESS_MAPPING_UNREADABLE },
  { "american", CONTACT, "CareContDate", "MM/DD/YYYY", "06/01/2025", "2025-06-01", CASENESS_MAPPING_TAKEN },
  { "compact", CONTACT, "CareContDate", "YYYYMMDD", "20250601", "2025-06-01", CASENESS_MAPPING_TAKEN },
  { "compact-short", CONTACT, "CareContDate", "YYYYMMDD", "202561", "202561", CASENESS_MAPPING_UNREADABLE },
  { "month-name", CONTACT, "CareContDate", "DD MMM YYYY", "1 June 2025", "2025-06-01", CASENESS_MAPPING_TAKEN },
  { "month-no-name", CONTACT, "CareContDate", "DD MMM YYYY", "1 Juno 2025", "2025-06-01", CASENESS_MAPPING_TAKEN },
  { "month-unknown", CONTACT, "CareContDate", "DD MMM YYYY", "1 Mai 2025", "1 Mai 2025", CASENESS_MAPPING_UNREADABLE },
  { "year-1889", CONTACT, "CareContDate", "DD/MM/YYYY", "31/12/1889", "31/12/1889", CASENESS_MAPPING_UNREADABLE },
  { "year-1890", CONTACT, "CareContDate", "DD/MM/YYYY", "01/01/1890", "1890-01-01", CASENESS_MAPPING_TAKEN },
  { "day-number", CONTACT, "CareContDate", "day number", "45778", "2025-05-01", CASENESS_MAPPING_TAKEN },
  { "day-number-with-time", CONTACT, "CareContTime", "day number", "45778.5", "12:00:00", CASENESS_MAPPING_TAKEN },
  { "time", CONTACT, "CareContTime", NULL, "9:30", "09:30:00", CASENESS_MAPPING_TAKEN },
  { "time-seconds", CONTACT, "CareContTime", NULL, "23:59:59.000", "23:59:59", CASENESS_MAPPING_TAKEN },
  { "time-24", CONTACT, "CareContTime", NULL, "24:00", "24:00", CASENESS_MAPPING_UNREADABLE },
  { "time-afternoon", CONTACT, "CareContTime", NULL, "2:30 PM", "14:30:00", CASENESS_MAPPING_TAKEN },
  { "time-noon", CONTACT, "CareContTime", NULL, "12:00 pm", "12:00:00", CASENESS_MAPPING_TAKEN },
  { "time-midnight", CONTACT, "CareContTime", NULL, "12:00 am", "00:00:00", CASENESS_MAPPING_TAKEN },
  { "time-behind-day", CONTACT, "CareContTime", "DD/MM/YYYY", "10/06/2025 09:30", "09:30:00",
    CASENESS_MAPPING_TAKEN },
  { "time-not-behind-day", CONTACT, "CareContTime", "DD/MM/YYYY", "10/06/2025", "", CASENESS_MAPPING_EMPTY },
  { "onset", REFERRAL, "OnsetDate", "DD/MM/YYYY", "10/06/2024", "2024-06", CASENESS_MAPPING_TAKEN },
  { "code", CONTACT, "AttendOrDNACode", NULL, "5", "5", CASENESS_MAPPING_TAKEN },
  { "code-padded", CONTACT, "AppType", NULL, "2", "2", CASENESS_MAPPING_TAKEN },
  { "code-unknown", CONTACT, "AppType", NULL, "77", "77", CASENESS_MAPPING_UNMAPPED },
  { "word-unknown", CONTACT, "AttendOrDNACode", NULL, "Maybe", "Maybe", CASENESS_MAPPING_UNMAPPED },
};

static void
test_value (gconstpointer data)
{
  const Value *c = data;
  const CasenessTableSpec *table = caseness_spec_find_table (c->table);
  guint field = (guint) caseness_spec_find_field (table, c->field);
  CasenessMappingSource source = { .column = (char *) "x", .format = (char *) c->format };
  g_autoptr(GString) value = g_string_new (NULL);

  g_assert_cmpint (caseness_mapping_convert (&table->fields[field], &source, caseness_mapping_get_list (table, field),
                                             c->from, value),
                   ==, c->outcome);
  g_assert_cmpstr (value->str, ==, c->to);
}

/* Guess and preview */

static void
test_guess (void)
{
  static const char expected[] =
    "IDS001MPI IDS002GP IDS101Referral IDS201CareContact IDS202CareActivity IDS607CodedScoreAssessmentAct/PHQ-9 "
    "IDS607CodedScoreAssessmentAct/GAD-7 ";
  g_autoptr(CasenessMapping) mapping = guess_export ();
  g_autoptr(GString) feeds = g_string_new (NULL);
  g_auto(GStrv) problems = caseness_mapping_list_problems (mapping);
  CasenessMappingFeed *contacts = find_feed (mapping, CONTACT);

  for (guint i = 0; i < mapping->feeds->len; i++)
    {
      const CasenessMappingFeed *feed = mapping->feeds->pdata[i];

      g_string_append_printf (feeds, "%s%s%s ", feed->table->name, feed->label == NULL ? "" : "/",
                              feed->label == NULL ? "" : feed->label);
    }
  g_assert_cmpstr (feeds->str, ==, expected);
  g_assert_cmpuint (g_strv_length (problems), ==, 1);
  g_assert_nonnull (strstr (problems[0], "IAPTLTCServiceInd"));
  g_assert_cmpstr (contacts->sources[find_field (contacts, "CareContDate")].column, ==, "Appointment start");
  g_assert_cmpstr (contacts->sources[find_field (contacts, "CareContDate")].format, ==, "DD/MM/YYYY");
  g_assert_cmpstr (contacts->sources[find_field (contacts, "CareContTime")].column, ==, "Appointment start");
}

static const CasenessMappingCells *
find_cells (const CasenessMappingPreview *preview, const char *table, const char *field)
{
  for (guint i = 0; i < preview->cells->len; i++)
    {
      const CasenessMappingCells *cells = preview->cells->pdata[i];

      if (g_str_equal (cells->feed->table->name, table)
          && g_str_equal (cells->feed->table->fields[cells->field].name, field))
        return cells;
    }
  g_assert_not_reached ();
}

static void
test_preview (void)
{
  g_autoptr(CasenessMapping) mapping = guess_export ();
  g_autoptr(GBytes) bytes = make_bytes (EXPORT);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessMappingPreview) preview = caseness_mapping_preview (mapping, bytes, "export.csv", 2, &error);
  static const guint n_rows[] = { 2, 2, 2, 3, 3, 2, 1 };
  const CasenessMappingCells *cells;

  g_assert_no_error (error);
  g_assert_cmpuint (preview->n_records, ==, 3);
  g_assert_cmpuint (preview->records->len, ==, 2);
  g_assert_cmpuint (preview->n_ragged, ==, 0);
  g_assert_cmpstr (((char **) preview->records->pdata[1])[0], ==, "P1");
  for (guint i = 0; i < G_N_ELEMENTS (n_rows); i++)
    g_assert_cmpuint (preview->n_rows[i], ==, n_rows[i]);
  cells = find_cells (preview, REFERRAL, "SourceOfReferralIAPT");
  g_assert_cmpuint (cells->n_unmapped, ==, 1);
  g_assert_cmpstr (cells->unmapped->pdata[0], ==, "Friend");
  g_assert_cmpstr (cells->from, ==, "GP");
  g_assert_cmpstr (cells->to, ==, "A1");
  cells = find_cells (preview, "IDS202CareActivity", "CodeProcAndProcStatus");
  g_assert_cmpuint (cells->n_filled, ==, 2);
  g_assert_cmpuint (cells->n_empty, ==, 1);
  g_assert_cmpuint (g_strv_length (preview->problems), ==, 1);
}

/* The file */

static void
test_round_trip (void)
{
  g_autoptr(CasenessMapping) mapping = make_mapping ();
  g_autofree char *text = caseness_mapping_write (mapping);
  g_autoptr(GBytes) bytes = make_bytes (text);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessMapping) again = caseness_mapping_parse (bytes, "x", &error);
  g_autofree char *text_again = NULL;

  g_assert_no_error (error);
  text_again = caseness_mapping_write (again);
  g_assert_cmpstr (text, ==, text_again);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *words[2];
} Fault;

#define HEAD "[Caseness mapping]\nVersion=1\nName=N\nHeaders=A;B;\n"

static const Fault faults[] = {
  { "no-key-file", "hello", { "ours.caseness-mapping", "not a mapping" } },
  { "empty", "", { "Caseness mapping", "begins with" } },
  { "no-name", "[Caseness mapping]\nHeaders=A;\n", { "Caseness mapping", "begins with" } },
  { "no-headers", "[Caseness mapping]\nName=A\n", { "Caseness mapping", "begins with" } },
  { "newer", "[Caseness mapping]\nVersion=2\nName=N\nHeaders=A;\n", { "newer Caseness", "Update" } },
  { "no-feeds", HEAD, { "No table", "ours" } },
  { "table", HEAD "[IDS999Nothing]\nA=B\n", { "[IDS999Nothing]", "no table" } },
  { "extract", HEAD "[NationalPathway]\nPathwayID=B\n", { "[NationalPathway]", "no table" } },
  { "list", HEAD "[LOCStaff]\nStaffName=B\n", { "2025-06: ours.caseness-mapping: LOCStaff", "CarePersLocalId" } },
  { "list-column", HEAD "[LOCStaff]\nCarePersLocalId=C\n", { "column C is missing", "“N”" } },
  { "field", HEAD "[IDS001MPI]\nColour=B\n", { "[IDS001MPI]", "Colour" } },
  { "format", HEAD "[IDS001MPI]\nPersonBirthDate=B\nPersonBirthDate format=YY\n", { "[IDS001MPI]", "format" } },
  { "codes", HEAD "[IDS001MPI]\nGender=B\nGender codes=Male;\n", { "[IDS001MPI]", "Gender codes" } },
  { "when", HEAD "[IDS001MPI]\nWhen=Colour\n", { "[IDS001MPI]", "When" } },
  { "suffix", HEAD "[IDS001MPI]\nGender color=B\n", { "[IDS001MPI]", "Gender color" } },
  { "mandatory", HEAD "[IDS001MPI]\nGender=B\n", { "IDS001MPI", "LocalPatientId" } },
};

static void
test_fault (DataFixture *fixture, gconstpointer data)
{
  const Fault *c = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;

  data_fixture_write (fixture, "2025-06/export.csv", "A,B\n1,2\n");
  data_fixture_write (fixture, "2025-06/" MAPPING_FILE, c->text);
  receipt = data_fixture_import (fixture, &error, "2025-06", NULL);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  for (guint i = 0; i < G_N_ELEMENTS (c->words); i++)
    if (strstr (error->message, c->words[i]) == NULL)
      g_error ("“%s” does not say “%s”", error->message, c->words[i]);
}

static void
test_headers (void)
{
  static const struct
  {
    const char *headers[4];
    gboolean is_same;
    guint n_missing;
  } cases[] = {
    { { "A a", "B", "C" }, TRUE, 0 },
    { { "c", "a_A", "b" }, TRUE, 0 },
    { { "A a", "B" }, FALSE, 1 },
    { { "A a", "B", "D" }, FALSE, 1 },
  };
  static const char *const headers[] = { "A a", "B", "C", NULL };
  g_autoptr(CasenessMapping) mapping = caseness_mapping_new ("N", headers);
  CasenessMappingFeed *feed = caseness_mapping_add_feed (mapping, caseness_spec_find_table ("IDS001MPI"), NULL);

  caseness_mapping_feed_set_column (feed, 0, "A a");
  caseness_mapping_feed_set_column (feed, 1, "C");
  caseness_mapping_feed_set_column (feed, 2, "C");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) missing = caseness_mapping_list_missing (mapping, cases[i].headers);

      g_assert_cmpint (caseness_mapping_has_headers (mapping, cases[i].headers), ==, cases[i].is_same);
      g_assert_cmpuint (g_strv_length (missing), ==, cases[i].n_missing);
    }
}

static void
test_find (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessMapping) mapping = make_mapping ();
  g_autofree char *path = data_fixture_path (fixture, MAPPING_FILE);
  static const char *const others[] = { "A", NULL };
  g_autoptr(CasenessMapping) found = NULL;
  g_autoptr(GError) error = NULL;

  data_fixture_write (fixture, "bad" CASENESS_MAPPING_SUFFIX, "x");
  g_assert_true (caseness_mapping_save (mapping, path, &error));
  g_assert_null (caseness_mapping_find (fixture->folder, others));
  g_assert_null (caseness_mapping_find ("/nowhere", others));
  found = caseness_mapping_find (fixture->folder, (const char *const *) mapping->headers);
  g_assert_cmpstr (found->name, ==, "Our bookings");
}

/* Import */

static void
write_folder (DataFixture *fixture, const char *file, const char *text)
{
  g_autoptr(CasenessMapping) mapping = make_mapping ();
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  data_fixture_write (fixture, file, text);
  path = data_fixture_path (fixture, "month/" MAPPING_FILE);
  g_assert_true (caseness_mapping_save (mapping, path, &error));
}

static void
test_import (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessReceipt) again = NULL;

  write_folder (fixture, "month/export 2025-06.csv", EXPORT);
  receipt = data_fixture_import (fixture, &error, "month", NULL);
  g_assert_no_error (error);
  data_fixture_assert_ask (fixture, "SELECT provider, version FROM submission", "XA1|2.1");
  data_fixture_assert_ask (fixture, "SELECT CareContactId, CareContDate, CareContTime, AttendOrDNACode, AppType, "
                                    "ConsMechanism FROM IDS201CareContact ORDER BY line",
                           "C1|20249|34200|5|02|11\nC2|20256|34200|3|02|11\nC3|20259|50400|5|02|02");
  data_fixture_assert_ask (fixture, "SELECT CareActId, CodedAssToolType, PersScore FROM IDS607CodedScoreAssessmentAct "
                                    "ORDER BY line",
                           "C1|720433000|14\nC1|445455005|12\nC3|720433000|4");
  data_fixture_assert_ask (fixture, "SELECT LocalPatientId, Gender FROM IDS001MPI ORDER BY line", "P1|1\nP2|2");
  data_fixture_assert_ask (fixture, "SELECT SourceOfReferralIAPT FROM IDS101Referral ORDER BY line", "A1\nB2");
  again = data_fixture_import (fixture, &error, "month", NULL);
  g_assert_no_error (error);
  g_assert_true (again->was_held);
}

/* Findings name the line of the export, also where it gives several rows of a table. */
static void
test_lines (DataFixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strdup (EXPORT);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;
  guint n_found = 0;

  memcpy (strstr (text, ";4;;"), ";x;;", 4); /* a score that is none, on the last line */
  write_folder (fixture, "month/2025-06.csv", text);
  receipt = data_fixture_import (fixture, &error, "month", NULL);
  g_assert_no_error (error);
  for (guint i = 0; i < receipt->findings->len; i++)
    {
      const CasenessFinding *finding = receipt->findings->pdata[i];

      if (g_str_equal (finding->field, "PersScore"))
        {
          g_assert_cmpuint (finding->line, ==, 4);
          g_assert_cmpstr (finding->file, ==, "2025-06.csv");
          n_found++;
        }
    }
  g_assert_cmpuint (n_found, ==, 1);
}

typedef struct
{
  const char *name;
  const char *file;
  const char *text;
  const char *other; /* NULL, or a second file */
  const char *words[2];
} Folder;

static const Folder folders[] = {
  { "no-month", "month/export.csv", EXPORT, NULL, { "export.csv", "which month" } },
  { "no-column", "month/2025-06.csv", "Client ID,Room\nP1,3\n", NULL, { "Our bookings", "fits no CSV file" } },
  { "no-export", "month/IDS000Header.csv", "DatSetVer\n", NULL, { "Our bookings", "fits no CSV file" } },
  { "twice", "month/2025-06.csv", EXPORT, "month/2025-06 b.csv", { "2025-06.csv", "2025-06 b.csv" } },
  { "table-twice", "month/2025-06.csv", EXPORT, "month/IDS001MPI.csv", { "2025-06.csv", "IDS001MPI.csv" } },
  { "empty", "month/2025-06.csv", "", NULL, { "2025-06.csv", "empty" } },
  { "open-quote", "month/2025-06.csv", EXPORT "\"P3", NULL, { "2025-06.csv", "line 5" } },
};

static void
test_folder (DataFixture *fixture, gconstpointer data)
{
  const Folder *c = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;

  write_folder (fixture, c->file, c->text);
  if (c->other != NULL)
    data_fixture_write (fixture, c->other, c->text);
  receipt = data_fixture_import (fixture, &error, "month", NULL);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  for (guint i = 0; i < G_N_ELEMENTS (c->words); i++)
    if (strstr (error->message, c->words[i]) == NULL)
      g_error ("“%s” does not say “%s”", error->message, c->words[i]);
}

/* Lists come from other systems, whose exports go through a mapping too. */

typedef struct
{
  const char *name; /* of the list */
  const char *text;
  const char *question;
  const char *answer;
} List;

static const List lists[] = {
  { "LOCStaff", "Staff ID;Full name;Job title;Team name;FTE;Date started\nS1;A Bell;PWP;North;0,8;02/01/2025\n",
    "SELECT CarePersLocalId, StaffName, Role, Team, StartDate FROM LOCStaff", "S1|A Bell|PWP|North|20090" },
  { "LOCReferral", "Referral ID,Clinical team,Neighbourhood,IMD\nR1,North,Hill,3\nR2,South,,\n",
    "SELECT ServiceRequestId, Team, Locality, IMDDecile FROM LOCReferral ORDER BY line", "R1|North|Hill|3\nR2|South|-|-" },
  { "LOCWaitingList", "Referral ID,Waiting for,Added on,Allocated to\nR1,first treatment,1 June 2025,S1\n",
    "SELECT ServiceRequestId, Stage, DateAdded, AllocatedStaffId FROM LOCWaitingList", "R1|first treatment|20240|S1" },
  { "LOCAppointment", "Referral ID,Booking ID,Booked for,Start time,Booked with\nR1,B1,10/06/2025,09:30,S1\n",
    "SELECT ServiceRequestId, AppointmentId, AppointmentDate, AppointmentTime, StaffId FROM LOCAppointment",
    "R1|B1|20249|34200|S1" },
  { "LOCPopulation", "Place,Characteristic,Category,Residents\nHill,Age,18 to 25,1200\n",
    "SELECT Area, GroupType, \"Group\", Population FROM LOCPopulation", "Hill|Age|18 to 25|1200" },
  { "LOCCapacity", "Week commencing,Team name,Hours,Leave\n02/06/2025,North,40,4\n",
    "SELECT WeekStarting, Team, ClinicalHours, PlannedLeaveHours FROM LOCCapacity", "20241|North|40|4" },
};

static void
write_list (DataFixture *fixture, const List *list, const char *folder)
{
  g_autofree char *file = g_build_filename (folder, "our export.csv", NULL);
  g_autofree char *mapping_file = g_build_filename (folder, MAPPING_FILE, NULL);
  g_autofree char *path = data_fixture_path (fixture, mapping_file);
  g_autoptr(GBytes) bytes = make_bytes (list->text);
  g_autoptr(CasenessMapping) mapping = NULL;
  g_autoptr(GError) error = NULL;

  mapping = caseness_mapping_guess ("Our list", "XA1", bytes, "our export.csv", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mapping->feeds->len, ==, 1);
  g_assert_nonnull (find_feed (mapping, list->name));
  data_fixture_write (fixture, file, list->text);
  g_assert_true (caseness_mapping_save (mapping, path, &error));
}

/* By themselves, and again beside the months of a submission. */
static void
test_list (DataFixture *fixture, gconstpointer data)
{
  const List *list = data;
  const FixtureMonth month = { .folder = "d/2025-01", .month = 1 };
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM local_list WHERE name = '%s'", list->name);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessReceipt) again = NULL;

  write_list (fixture, list, "d");
  receipt = data_fixture_import (fixture, &error, "d", NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (receipt->lines->len, ==, 1);
  data_fixture_assert_ask (fixture, list->question, list->answer);
  data_fixture_write_month (fixture, &month);
  again = data_fixture_import (fixture, &error, "d", NULL);
  g_assert_no_error (error);
  g_assert_false (again->was_held);
  data_fixture_assert_ask (fixture, count, "1");
  data_fixture_assert_ask (fixture, "SELECT count (*) FROM submission", "1");
}

/* A folder of both: the months' own files, and an export of staff beside them. */
static void
test_list_beside_tables (DataFixture *fixture, gconstpointer data)
{
  const FixtureMonth month = { .folder = "d", .month = 1 };
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;

  data_fixture_write_month (fixture, &month);
  write_list (fixture, &lists[0], "d");
  receipt = data_fixture_import (fixture, &error, "d", NULL);
  g_assert_no_error (error);
  data_fixture_assert_ask (fixture, lists[0].question, lists[0].answer);
  data_fixture_assert_ask (fixture, "SELECT count (*) FROM submission", "1");
}

/* The same list twice, once under its own name. */
static void
test_list_twice (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessReceipt) receipt = NULL;

  write_list (fixture, &lists[0], "d");
  data_fixture_write (fixture, "d/LOCStaff.csv", "CarePersLocalId,Team\nS1,North\n");
  receipt = data_fixture_import (fixture, &error, "d", NULL);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "only one LOCStaff"));
}

#define ADD_CASES(array, prefix, add)                                                                                 \
  for (guint i = 0; i < G_N_ELEMENTS (array); i++)                                                                    \
    {                                                                                                                 \
      g_autofree char *path = g_strconcat ("/data/mapping/" prefix "/", array[i].name, NULL);                         \
                                                                                                                      \
      add;                                                                                                            \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_CASES (values, "value", g_test_add_data_func (path, &values[i], test_value));
  ADD_CASES (faults, "fault", DATA_FIXTURE_ADD (path, test_fault, &faults[i]));
  ADD_CASES (folders, "folder", DATA_FIXTURE_ADD (path, test_folder, &folders[i]));
  ADD_CASES (lists, "list", DATA_FIXTURE_ADD (path, test_list, &lists[i]));
  DATA_FIXTURE_ADD ("/data/mapping/list-beside-tables", test_list_beside_tables, NULL);
  DATA_FIXTURE_ADD ("/data/mapping/list-twice", test_list_twice, NULL);
  g_test_add_func ("/data/mapping/guess", test_guess);
  g_test_add_func ("/data/mapping/preview", test_preview);
  g_test_add_func ("/data/mapping/round-trip", test_round_trip);
  g_test_add_func ("/data/mapping/headers", test_headers);
  DATA_FIXTURE_ADD ("/data/mapping/find", test_find, NULL);
  DATA_FIXTURE_ADD ("/data/mapping/import", test_import, NULL);
  DATA_FIXTURE_ADD ("/data/mapping/lines", test_lines, NULL);
  return g_test_run ();
}
