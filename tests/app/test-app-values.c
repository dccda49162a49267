/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-drop.h"
#include "caseness-finding-csv.h"
#include "caseness-import-dialog.h"
#include "caseness-period-button.h"
#include "caseness-receipt-rules.h"
#include "caseness-settings.h"

#include <glib/gstdio.h>

static const struct
{
  const char *service;
  const char *file;
} names[] = {
  { "", "service.caseness" },
  { "   ", "service.caseness" },
  { "Exampleshire Talking Therapies", "exampleshire-talking-therapies.caseness" },
  { "  A & B / C.. ", "a-b-c.caseness" },
  { "../../etc", "etc.caseness" },
  { "Ysbyty Môn", "ysbyty-môn.caseness" },
};

static void
test_name_file (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GFile) file = caseness_import_dialog_name_file (names[i].service);
      g_autofree char *base = g_file_get_basename (file);

      g_assert_cmpstr (base, ==, names[i].file);
      g_assert_true (g_str_has_prefix (g_file_peek_path (file), g_get_user_data_dir ()));
    }
}

static const struct
{
  const char *names[3]; /* a trailing slash makes a folder */
  CasenessDropKind kind;
} drops[] = {
  { { "a.caseness" }, CASENESS_DROP_SERVICE },
  { { "A.CASENESS" }, CASENESS_DROP_SERVICE },
  { { "2025-06/" }, CASENESS_DROP_IMPORT },
  { { "odd.caseness/" }, CASENESS_DROP_IMPORT },
  { { "LOCStaff.csv" }, CASENESS_DROP_IMPORT },
  { { "june.zip" }, CASENESS_DROP_IMPORT },
  { { "june.tgz" }, CASENESS_DROP_IMPORT },
  { { "June.MDB" }, CASENESS_DROP_IMPORT },
  { { "june.accdb", "LOCStaff.csv" }, CASENESS_DROP_IMPORT },
  { { "june.TAR.GZ" }, CASENESS_DROP_IMPORT },
  { { "june.gz" }, CASENESS_DROP_OTHER },
  { { "2025-06/", "LOCStaff.csv" }, CASENESS_DROP_IMPORT },
  { { "a.caseness", "b.caseness" }, CASENESS_DROP_OTHER },
  { { "a.caseness", "LOCStaff.csv" }, CASENESS_DROP_OTHER },
  { { "letter.pdf" }, CASENESS_DROP_OTHER },
  { { "LOCStaff.csv", "letter.pdf" }, CASENESS_DROP_OTHER },
  { { NULL }, CASENESS_DROP_OTHER },
};

static GFile *
make_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_str_has_suffix (name, "/"))
    g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  else
    g_assert_true (g_file_set_contents (path, "", 0, NULL));
  return g_file_new_for_path (path);
}

static void
test_drop (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *folder = g_build_filename (g_get_user_data_dir (), number, NULL);
      g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      for (guint k = 0; k < G_N_ELEMENTS (drops[i].names) && drops[i].names[k] != NULL; k++)
        g_ptr_array_add (files, make_file (folder, drops[i].names[k]));
      g_assert_cmpint (caseness_drop_judge_all ((GFile *const *) files->pdata, files->len), ==, drops[i].kind);
    }
}

static const struct
{
  CasenessPeriodKind kind;
  const char *from;
  const char *to;
  guint n;
  const char *first; /* the latest, offered first */
  const char *last;
} choices[] = {
  { CASENESS_PERIOD_MONTH, "2025-06-01", "2025-06-30", 1, "June 2025", "June 2025" },
  { CASENESS_PERIOD_MONTH, "2024-07-01", "2025-06-30", 12, "June 2025", "July 2024" },
  { CASENESS_PERIOD_QUARTER, "2024-07-01", "2025-06-30", 4, "Apr–Jun 2025", "Jul–Sep 2024" },
  { CASENESS_PERIOD_QUARTER, "2024-09-01", "2025-04-30", 4, "Apr–Jun 2025", "Jul–Sep 2024" },
  { CASENESS_PERIOD_FINANCIAL_YEAR, "2024-03-01", "2025-04-30", 3, NULL, NULL },
  { CASENESS_PERIOD_ROLLING_YEAR, "2025-04-01", "2025-06-30", 1, NULL, NULL },
  { CASENESS_PERIOD_ROLLING_YEAR, "2024-07-01", "2025-06-30", 1, NULL, NULL },
  { CASENESS_PERIOD_ROLLING_YEAR, "2024-05-01", "2025-06-30", 3, NULL, NULL },
};

static void
test_period_choices (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const CasenessPeriod loaded = { caseness_date_parse (choices[i].from), caseness_date_parse (choices[i].to) };
      g_autoptr(GArray) periods = caseness_period_button_list_choices (choices[i].kind, &loaded);
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      g_assert_cmpuint (periods->len, ==, choices[i].n);
      first = caseness_period_format (&g_array_index (periods, CasenessPeriod, 0));
      last = caseness_period_format (&g_array_index (periods, CasenessPeriod, periods->len - 1));
      if (choices[i].first != NULL)
        g_assert_cmpstr (first, ==, choices[i].first);
      if (choices[i].last != NULL)
        g_assert_cmpstr (last, ==, choices[i].last);
    }
}

static void
add_finding (GPtrArray *findings, guint line, const char *value, const char *message)
{
  CasenessFinding *finding
      = caseness_finding_new ("IDS10105", CASENESS_FINDING_RECORD, "IDS101Referral", "IDS101Referral.csv", line,
                              "ReferralRequestReceivedDate", value, g_strdup (message));

  g_ptr_array_add (findings, finding);
}

static void
test_findings (void)
{
  static const char expected[]
      = "rule,level,table,file,row,field,value,message\n"
        "IDS10105,record,IDS101Referral,IDS101Referral.csv,7,ReferralRequestReceivedDate,31/02/2025,\"No such day, mend it\"\n"
        "IDS10105,record,IDS101Referral,IDS101Referral.csv,,ReferralRequestReceivedDate,'=1+1,Missing\n";
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  add_finding (findings, 7, "31/02/2025", "No such day, mend it");
  add_finding (findings, 0, "=1+1", "Missing");
  caseness_finding_csv_write (writer, findings);
  g_assert_cmpstr (caseness_csv_writer_peek (writer, NULL), ==, expected);
}

static void
test_settings (void)
{
  g_autoptr(CasenessSettings) settings = caseness_settings_new ();
  gboolean is_on;
  int width;

  g_object_get (settings, "meeting-mode-on-second-display", &is_on, "window-width", &width, NULL);
  g_assert_true (is_on);
  g_assert_cmpint (width, ==, 1280);
  g_assert_cmpint (caseness_settings_get_appearance (settings), ==, CASENESS_APPEARANCE_SYSTEM);
  caseness_settings_set_appearance (settings, CASENESS_APPEARANCE_DARK);
  g_assert_cmpint (caseness_settings_get_appearance (settings), ==, CASENESS_APPEARANCE_DARK);
}

/* The same program must run where nobody has installed the schema. */
static void
test_settings_without_schema (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("GSETTINGS_SCHEMA_DIR", "/nonexistent", TRUE);
      test_settings ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

/* What was wrong first, then what only follows from it, then what does no harm. */
static void
test_receipt_rules (void)
{
  static const struct
  {
    const char *rule;
    CasenessFindingLevel level;
    const char *table;
    const char *field;
  } broken[] = {
    { "IDS00111", CASENESS_FINDING_WARNING, "IDS001MPI", "NHSNumber" },
    { "IDS00146", CASENESS_FINDING_RECORD, "IDS001MPI", "LocalPatientId" },
    { "IDS00146", CASENESS_FINDING_RECORD, "IDS001MPI", "LocalPatientId" },
    { "IDS00146", CASENESS_FINDING_RECORD, "IDS001MPI", "LocalPatientId" },
    { "IDS10112", CASENESS_FINDING_RECORD, "IDS101Referral", "ReferralRequestReceivedDate" },
    { "IDS20128", CASENESS_FINDING_RECORD, "IDS201CareContact", "AttendOrDNACode" },
    { "IDS20128", CASENESS_FINDING_RECORD, "IDS201CareContact", "AttendOrDNACode" },
    { "IDSREJ007", CASENESS_FINDING_FILE, "IDS001MPI", "Postcode" },
    { "CASENESS-SPREADSHEET", CASENESS_FINDING_WARNING, "IDS101Referral", "OnsetDate" },
    { "CASENESS-SPREADSHEET", CASENESS_FINDING_WARNING, "IDS101Referral", "EndCode" },
  };
  static const struct
  {
    const char *rule;
    guint n;
    const char *outcome;
  } expected[] = {
    { "IDSREJ007", 1, "Nationally refused" },        { "IDS20128", 2, "Row set aside" },
    { "IDS10112", 1, "Row set aside" },              { "IDS00146", 3, "Set aside with another row" },
    { "CASENESS-SPREADSHEET", 1, "Row kept" },       { "CASENESS-SPREADSHEET", 1, "Row kept" },
    { "IDS00111", 1, "Row kept" },
  };
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  g_autoptr(GPtrArray) rules = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    g_ptr_array_add (findings, caseness_finding_new (broken[i].rule, broken[i].level, broken[i].table, "file.csv", i + 2,
                                                     broken[i].field, NULL, g_strdup ("M.")));
  rules = caseness_receipt_rules_list (findings);
  g_assert_cmpuint (rules->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rules->len; i++)
    {
      const CasenessReceiptRule *rule = g_ptr_array_index (rules, i);

      g_assert_cmpstr (rule->first->rule, ==, expected[i].rule);
      g_assert_cmpuint (rule->n, ==, expected[i].n);
      g_assert_cmpstr (caseness_receipt_rule_get_outcome (rule), ==, expected[i].outcome);
      g_assert_cmpstr (rule->words, !=, "");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/import/name-file", test_name_file);
  g_test_add_func ("/app/drop", test_drop);
  g_test_add_func ("/app/period/choices", test_period_choices);
  g_test_add_func ("/app/receipt/findings", test_findings);
  g_test_add_func ("/app/receipt/rules", test_receipt_rules);
  g_test_add_func ("/app/settings/kept", test_settings);
  g_test_add_func ("/app/settings/without-schema", test_settings_without_schema);
  return g_test_run ();
}
