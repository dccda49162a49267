/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "data-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdarg.h>

void
data_fixture_set_up (DataFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("caseness-data-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store_path = data_fixture_path (fixture, "service.caseness");
}

void
data_fixture_remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *below = g_build_filename (path, name, NULL);

          data_fixture_remove_tree (below);
        }
    }
  g_remove (path);
}

void
data_fixture_tear_down (DataFixture *fixture, gconstpointer data)
{
  data_fixture_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->store_path);
}

char *
data_fixture_path (DataFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

void
data_fixture_write (DataFixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = data_fixture_path (fixture, name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* The nine digits 10000@n with their check digit; the digits are chosen so that there is always one. */
static char *
make_nhs_number (guint n)
{
  char digits[11];
  guint sum = 0;

  g_snprintf (digits, sizeof digits, "4%08u0", n);
  for (guint i = 0; i < 9; i++)
    sum += (10 - i) * (guint) (digits[i] - '0');
  sum = (11 - sum % 11) % 11;
  if (sum == 10)
    return make_nhs_number (n + 1000);
  digits[9] = (char) ('0' + sum);
  return g_strdup (digits);
}

static void
write_table (DataFixture *fixture, const FixtureMonth *month, const char *table, GString *text)
{
  g_autofree char *file = g_strconcat (table, ".csv", NULL);
  g_autofree char *name = g_build_filename (month->folder, file, NULL);

  data_fixture_write (fixture, name, text->str);
  g_string_truncate (text, 0);
}

static void
write_header (DataFixture *fixture, const FixtureMonth *month, GString *text)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_string_append (text, "DatSetVer,OrgIDProv,OrgIDSubmit,PrimSystemInUse,ReportingPeriodStartDate,"
                         "ReportingPeriodEndDate,DateTimeDatSetCreate\n");
  g_string_append_printf (text, "%s,%s,%s,Paper,2025-%02d-01,2025-%02d-%02d,%s\n", month->is_bad ? "1.0" : "2.1",
                          month->provider, month->provider, month->month, month->month, lengths[month->month - 1],
                          month->created);
  write_table (fixture, month, "IDS000Header", text);
}

void
data_fixture_write_month (DataFixture *fixture, const FixtureMonth *given)
{
  FixtureMonth month = *given;
  g_autoptr(GString) text = g_string_new (NULL);

  month.provider = month.provider != NULL ? month.provider : "XA1";
  month.month = month.month != 0 ? month.month : 1;
  month.created = month.created != NULL ? month.created : "2025-02-21 09:00:00";
  month.patients = month.patients != 0 ? month.patients : 2;
  write_header (fixture, &month, text);

  g_string_append (text, "LocalPatientId,OrgIDLocalPatientId,NHSNumber,NHSNumberStatus,PersonBirthDate,Postcode,Gender,"
                         "GenderIdentity,GenderIdentitySameAtBirth,EthnicCategory,EthnicCategory2021,ExBAFIndicator,"
                         "LanguageCodePreferred,EduEstabTypeIAPT\n");
  for (guint i = 1; i <= month.patients; i++)
    {
      g_autofree char *number = make_nhs_number (i);

      g_string_append_printf (text, "P%u,%s,%s,01,1980-02-29,LS1 1AA,2,2,Y,A,,02,en,\n", i, month.provider, number);
    }
  write_table (fixture, &month, "IDS001MPI", text);

  g_string_append (text, "LocalPatientId,GMPCodeReg,StartDateGMPRegistration,EndDateGMPRegistration\n");
  for (guint i = 1; i <= month.patients; i++)
    g_string_append_printf (text, "P%u,B86001,2000-01-01,\n", i);
  write_table (fixture, &month, "IDS002GP", text);

  g_string_append (text, "ServiceRequestId,LocalPatientId,OrgIDComm,ReferralRequestReceivedDate,SourceOfReferralIAPT,"
                         "OnsetDate,PrevDiagCondInd,EndCode,ServDischDate\n");
  for (guint i = 1; i <= month.patients; i++)
    g_string_append_printf (text, "R%u,P%u,15F,2025-01-0%u,B1,2024-06,N,,\n", i, i, 1 + i % 9);
  write_table (fixture, &month, "IDS101Referral", text);
}

GDateTime *
data_fixture_make_now (void)
{
  return g_date_time_new_utc (2025, 7, 1, 12, 30, 0);
}

CasenessReceipt *
data_fixture_import_with (DataFixture *fixture, const CasenessImportOptions *options, GCancellable *cancellable,
                          const char *const *names, GError **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) paths = NULL;
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  CasenessImportOptions with_time = *options;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = data_fixture_path (fixture, names[i]);

      g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  with_time.now = now;
  return caseness_import_file (fixture->store_path, (const char *const *) paths, &with_time, cancellable, error);
}

CasenessReceipt *
data_fixture_import (DataFixture *fixture, GError **error, const char *name, ...)
{
  CasenessImportOptions options = { .imported_by = "tester" };
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  va_list more;

  va_start (more, name);
  for (; name != NULL; name = va_arg (more, const char *))
    g_ptr_array_add (names, (gpointer) name);
  va_end (more);
  g_ptr_array_add (names, NULL);
  return data_fixture_import_with (fixture, &options, NULL, (const char *const *) names->pdata, error);
}

char *
data_fixture_hash (DataFixture *fixture)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_test (fixture->store_path, G_FILE_TEST_IS_REGULAR) /* reading a pipe would wait for ever */
      || !g_file_get_contents (fixture->store_path, &bytes, &length, NULL))
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

char *
data_fixture_ask (DataFixture *fixture, const char *sql)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;
  GString *cells = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (fixture->store_path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      if (cells->len > 0)
        g_string_append_c (cells, '\n');
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *text = (const char *) sqlite3_column_text (statement, i);

          g_string_append_printf (cells, "%s%s", i > 0 ? "|" : "", text != NULL ? text : "-");
        }
    }
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return g_string_free (cells, FALSE);
}
