/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "data-fixture.h"

#include "caseness-demo.h"
#include "caseness-demo-private.h"
#include "caseness-reference.h"
#include "caseness-submission.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* How many of the rows read may carry a warning. */
#define MOST_WARNINGS_IN_A_THOUSAND 5

static CasenessDemoOptions
make_options (guint referrals, guint months, guint providers)
{
  CasenessDemoOptions options;

  caseness_demo_options_init (&options);
  options.referrals = referrals;
  options.months = months;
  options.providers = providers;
  return options;
}

static char *
write_demo (DataFixture *fixture, const char *name, const CasenessDemoOptions *options)
{
  g_autofree char *folder = data_fixture_path (fixture, name);
  g_autoptr(GError) error = NULL;

  g_assert_true (caseness_demo_write (folder, options, NULL, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&folder);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Names below @folder, sorted. */
static GPtrArray *
list_folder (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static char *
join_names (const char *folder)
{
  g_autoptr(GPtrArray) names = list_folder (folder);

  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **)names->pdata);
}

/* Every path and byte below @folder, in order. */
static void
add_tree (GChecksum *checksum, const char *folder)
{
  g_autoptr(GPtrArray) names = list_folder (folder);
  guint i;

  for (i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      g_checksum_update (checksum, (const guchar *)name, -1);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          add_tree (checksum, path);
          continue;
        }
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_checksum_update (checksum, (const guchar *)text, (gssize) length);
    }
}

static char *
hash_tree (const char *folder)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  add_tree (checksum, folder);
  return g_strdup (g_checksum_get_string (checksum));
}

/* Rows of a CSV without quoted fields, headings left out, each split. */
static GPtrArray *
read_rows (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  guint i;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], ",", -1));
  return rows;
}

static const char *
get_cell (const GPtrArray *rows, guint row, guint column)
{
  return ((char **)g_ptr_array_index (rows, row))[column];
}

/* ---- same options, same bytes ---- */

static void
test_same_bytes (DataFixture *fixture, gconstpointer data)
{
  CasenessDemoOptions options = make_options (400, 2, 2);
  g_autofree char *first = write_demo (fixture, "first", &options);
  g_autofree char *second = NULL;
  g_autofree char *other = NULL;
  g_autofree char *first_hash = hash_tree (first);
  g_autofree char *second_hash = NULL;
  g_autofree char *other_hash = NULL;

  /* A comma for the decimal point, where the machine knows such a place. */
  setlocale (LC_ALL, "de_DE.UTF-8");
  second = write_demo (fixture, "second", &options);
  setlocale (LC_ALL, "C");
  second_hash = hash_tree (second);
  g_assert_cmpstr (second_hash, ==, first_hash);

  options.seed = 2;
  other = write_demo (fixture, "other", &options);
  other_hash = hash_tree (other);
  g_assert_cmpstr (other_hash, !=, first_hash);
}

/* What this machine writes is what every machine writes. Whoever changes the demo tables changes this line
 * with them, and says in the commit that the demo is another one. */
static void
test_known_bytes (DataFixture *fixture, gconstpointer data)
{
  CasenessDemoOptions options = make_options (120, 3, 1);
  g_autofree char *folder = write_demo (fixture, "demo", &options);
  g_autofree char *hash = hash_tree (folder);

  g_assert_cmpstr (hash, ==, "b0158b7539b7ca2813e657a6a8c8c9ff6958a09d8096534c35d1088ba5cfa97f");
}

static void
test_any_day_of_the_month (DataFixture *fixture, gconstpointer data)
{
  CasenessDemoOptions options = make_options (60, 1, 1);
  g_autofree char *end = write_demo (fixture, "end", &options);
  g_autofree char *start = NULL;
  g_autofree char *end_hash = hash_tree (end);
  g_autofree char *start_hash = NULL;

  options.end = caseness_date_new (2025, 6, 1);
  start = write_demo (fixture, "start", &options);
  start_hash = hash_tree (start);
  g_assert_cmpstr (start_hash, ==, end_hash);
}

/* ---- layout ---- */

#define LISTS                                                                                                \
  "LOCAppointment.csv LOCCapacity.csv LOCPopulation.csv LOCReferral.csv LOCStaff.csv LOCWaitingList.csv"

static void
test_layout (DataFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint referrals, months, providers;
    const char *top;
    const char *below; /* folder to look into */
    const char *inside;
  } cases[] = {
    { 50, 1, 1, "2025-06 " LISTS, NULL, NULL },
    { 50, 3, 1, "2025-04 2025-05 2025-06 " LISTS, NULL, NULL },
    { 50, 2, 2, LISTS " XD1 XD2", "XD2", "2025-05 2025-06" },
    { 10, 1, 10, LISTS " XD1 XD2 XD3 XD4 XD5 XD6 XD7 XD8 XD9 XE1", "XE1", "2025-06" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessDemoOptions options = make_options (cases[i].referrals, cases[i].months, cases[i].providers);
      g_autofree char *name = g_strdup_printf ("case-%u", (guint) i);
      g_autofree char *folder = write_demo (fixture, name, &options);
      g_autofree char *top = join_names (folder);

      g_assert_cmpstr (top, ==, cases[i].top);
      if (cases[i].below != NULL)
        {
          g_autofree char *below = g_build_filename (folder, cases[i].below, NULL);
          g_autofree char *inside = join_names (below);

          g_assert_cmpstr (inside, ==, cases[i].inside);
        }
    }
}

/* The months are of version 2.1. */
static guint
count_fields (const CasenessTableSpec *table)
{
  guint n = 0;

  for (guint i = 0; i < table->n_fields; i++)
    n += table->fields[i].is_only_in_2_0 ? 0 : 1;
  return n;
}

static void
test_tables (DataFixture *fixture, gconstpointer data)
{
  CasenessDemoOptions options = make_options (50, 1, 1);
  g_autofree char *folder = write_demo (fixture, "demo", &options);
  guint n_tables, n_sent = 0, i, k;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  for (i = 0; i < n_tables; i++)
    {
      g_autofree char *name = g_strconcat (tables[i].name, ".csv", NULL);
      g_autofree char *path = g_build_filename (folder, "2025-06", name, NULL);
      g_autofree char *text = NULL;
      g_auto(GStrv) lines = NULL;

      if (tables[i].is_list || tables[i].is_extract)
        continue;
      n_sent++;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      lines = g_strsplit (text, "\n", -1);
      for (k = 0; lines[k] != NULL && *lines[k] != '\0'; k++)
        {
          g_auto(GStrv) cells = g_strsplit (lines[k], ",", -1);

          g_assert_cmpuint (g_strv_length (cells), ==, count_fields (&tables[i]));
          if (k == 0)
            g_assert_cmpstr (cells[0], ==, tables[i].fields[0].name);
        }
    }
  g_assert_cmpuint (n_sent, ==, 21);
}

/* ---- nothing for the importer to reject ---- */

static void
assert_clean_month (const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = caseness_submission_read (folder, NULL, &error);
  guint n_read = 0;
  guint i;

  g_assert_no_error (error);
  for (i = 0; i < submission->n_tables; i++)
    {
      g_assert_cmpuint (submission->tables[i].n_rejected, ==, 0);
      n_read += submission->tables[i].n_read;
    }
  for (i = 0; i < submission->findings->len; i++)
    {
      const CasenessFinding *finding = g_ptr_array_index (submission->findings, i);

      if (finding->level != CASENESS_FINDING_WARNING)
        g_error ("%s line %u: %s", finding->file, finding->line, finding->message);
    }
  g_assert_cmpuint (submission->findings->len * 1000, <=, n_read * MOST_WARNINGS_IN_A_THOUSAND + 3000);
}

static void
test_clean (DataFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint referrals, months, providers, seed;
    int year, month;
  } cases[] = {
    { 1, 1, 1, 1, 2025, 6 },   { 50, 1, 1, 2, 2025, 6 },    { 700, 6, 1, 3, 2024, 2 },
    { 400, 3, 3, 4, 2026, 1 }, { 300, 30, 1, 5, 2027, 12 }, { 1500, 12, 1, 6, 2025, 6 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessDemoOptions options = make_options (cases[i].referrals, cases[i].months, cases[i].providers);
      g_autofree char *name = g_strdup_printf ("case-%u", (guint) i);
      g_autofree char *folder = NULL;
      g_autoptr(GPtrArray) names = NULL;
      guint k, m;

      options.seed = cases[i].seed;
      options.end = caseness_date_new (cases[i].year, cases[i].month, 15);
      folder = write_demo (fixture, name, &options);
      names = list_folder (folder);
      for (k = 0; k < names->len; k++)
        {
          g_autofree char *below = g_build_filename (folder, g_ptr_array_index (names, k), NULL);
          g_autoptr(GPtrArray) months = list_folder (below);

          if (g_str_has_prefix (g_ptr_array_index (names, k), "20"))
            assert_clean_month (below);
          for (m = 0; cases[i].providers > 1 && m < months->len; m++)
            {
              g_autofree char *month = g_build_filename (below, g_ptr_array_index (months, m), NULL);

              assert_clean_month (month);
            }
        }
    }
}

static void
test_number_of_referrals (DataFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint referrals, months, providers;
  } cases[] = { { 1, 1, 1 }, { 50, 1, 1 }, { 301, 4, 1 }, { 100, 2, 3 } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessDemoOptions options = make_options (cases[i].referrals, cases[i].months, cases[i].providers);
      g_autofree char *name = g_strdup_printf ("case-%u", (guint) i);
      g_autofree char *folder = write_demo (fixture, name, &options);
      guint n = 0;
      guint p, m, r;

      for (p = 0; p < cases[i].providers; p++)
        for (m = 0; m < cases[i].months; m++)
          {
            g_autofree char *provider = g_strdup_printf ("XD%u", p + 1);
            g_autofree char *month = g_strdup_printf ("2025-%02u", 6 - m);
            g_autofree char *path = g_build_filename (folder, cases[i].providers > 1 ? provider : month,
                                                      cases[i].providers > 1 ? month : NULL, NULL);
            g_autoptr(GPtrArray) rows = read_rows (path, "IDS101Referral.csv");

            for (r = 0; r < rows->len; r++)
              n += g_str_has_prefix (get_cell (rows, r, 3), month);
          }
      g_assert_cmpuint (n, ==, cases[i].referrals);
    }
}

/* ---- people ---- */

/* A number the national rules accept: with a check digit, halves that do not mirror each other. */
static void
check_nhs_body (guint32 body)
{
  g_autofree char *number = NULL;
  g_autofree char *mirrored = NULL;
  guint32 rest = body;
  int sum = 0;
  int k;

  for (k = 2; k <= 10; k++, rest /= 10)
    sum += k * (int) (rest % 10);
  g_assert_cmpint (11 - sum % 11, !=, 10);
  number = g_strdup_printf ("%09u%d", body, (11 - sum % 11) % 11);
  mirrored = g_strreverse (g_strdup (number));
  g_assert_cmpstr (number, !=, mirrored);
}

/* Each once: 900 thousand that begin 999, then as many of each block before it, until those of 900 are taken;
 * then none. */
static void
test_nhs_numbers (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  CasenessDemoNhs nhs = { 0 };
  CasenessDemoNhs last = { .taken = 100 * 900000 - 1 };
  guint i;

  for (i = 0; i < 2 * 900000 + 1; i++)
    {
      guint32 body = caseness_demo_take_nhs_body (&nhs);

      g_assert_cmpuint (body / 1000000, ==, 999 - i / 900000);
      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (body)));
      check_nhs_body (body);
    }
  g_assert_cmpuint (caseness_demo_take_nhs_body (&last) / 1000000, ==, 900);
  g_assert_cmpuint (caseness_demo_take_nhs_body (&last), ==, 0);
}

/* Every figure of the demo names where it comes from. */
static void
test_sources (void)
{
  static const char *const names[]
      = { "demo-conditions", "demo-courses", "demo-descriptors", "demo-items", "demo-names",     "demo-population",
          "demo-rates",   "demo-shares",      "demo-staff", "demo-stories", "demo-therapies", "demo-waits" };
  gsize i;
  guint row;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const CasenessReference *table = caseness_reference_get (names[i]);
      guint source = caseness_reference_find_column (table, "source");

      g_assert_cmpuint (caseness_reference_get_n_rows (table), >, 0);
      for (row = 0; row < caseness_reference_get_n_rows (table); row++)
        g_assert_cmpstr (caseness_reference_get_cell (table, row, source), !=, "");
    }
}

static gboolean
is_in (const GPtrArray *rows, guint column, const char *text)
{
  guint i;

  for (i = 0; i < rows->len; i++)
    if (strcmp (get_cell (rows, i, column), text) == 0)
      return TRUE;
  return FALSE;
}

static void
test_lists (DataFixture *fixture, gconstpointer data)
{
  static const char *const stages[]
      = { "first appointment", "first treatment", "second treatment", "step-up", "follow-up" };
  static const char *const roles[] = { "PWP", "PWP trainee", "HIT", "HIT trainee", "Senior", "EA" };
  static const char *const teams[] = { "North", "South", "East", "West" };
  CasenessDemoOptions options = make_options (3000, 10, 1);
  g_autofree char *folder = write_demo (fixture, "demo", &options);
  g_autoptr(GPtrArray) staff = read_rows (folder, "LOCStaff.csv");
  g_autoptr(GPtrArray) waiting = read_rows (folder, "LOCWaitingList.csv");
  g_autoptr(GPtrArray) booked = read_rows (folder, "LOCAppointment.csv");
  guint n_leads = 0;
  gsize i;

  g_assert_cmpuint (staff->len, >=, 40);
  for (i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_true (is_in (staff, 2, roles[i]));
  for (i = 0; i < G_N_ELEMENTS (teams); i++)
    g_assert_true (is_in (staff, 3, teams[i]));
  for (i = 0; i < staff->len; i++)
    {
      const char *supervisor = get_cell (staff, (guint) i, 4);

      n_leads += *supervisor == '\0';
      g_assert_true (*supervisor == '\0' || is_in (staff, 0, supervisor));
      g_assert_cmpstr (supervisor, !=, get_cell (staff, (guint) i, 0));
    }
  g_assert_cmpuint (n_leads, ==, 1);
  for (i = 0; i < G_N_ELEMENTS (stages); i++)
    g_assert_true (is_in (waiting, 1, stages[i]));
  g_assert_true (is_in (booked, 9, "booked") && is_in (booked, 9, "cancelled"));
  for (i = 0; i < booked->len; i++)
    {
      g_assert_cmpstr (get_cell (booked, (guint) i, 2), >, "2025-06-30");
      g_assert_true (is_in (staff, 0, get_cell (booked, (guint) i, 6)));
    }
}

/* ---- what is refused ---- */

static void
test_refused_options (DataFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint referrals, months, providers;
    int year, month;
    gboolean is_taken;
  } cases[] = {
    { 0, 1, 1, 2025, 6, FALSE },  { 1, 1, 1, 2025, 6, TRUE },     { 5000001, 1, 1, 2025, 6, FALSE },
    { 10, 0, 1, 2025, 6, FALSE }, { 10, 601, 1, 2025, 6, FALSE }, { 10, 1, 0, 2025, 6, FALSE },
    { 2, 1, 2, 2025, 6, TRUE },   { 2, 1, 3, 2025, 6, FALSE },    { 200, 1, 101, 2025, 6, FALSE },
    { 10, 1, 1, 2022, 3, FALSE }, { 10, 1, 1, 2022, 4, TRUE },    { 10, 1, 1, 2099, 12, TRUE },
    { 10, 1, 1, 2100, 1, FALSE },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessDemoOptions options = make_options (cases[i].referrals, cases[i].months, cases[i].providers);
      g_autofree char *name = g_strdup_printf ("case-%u", (guint) i);
      g_autofree char *folder = data_fixture_path (fixture, name);
      g_autoptr(GError) error = NULL;

      options.end = caseness_date_new (cases[i].year, cases[i].month, 1);
      g_assert_cmpint (caseness_demo_write (folder, &options, NULL, &error), ==, cases[i].is_taken);
      if (cases[i].is_taken)
        g_assert_no_error (error);
      else
        g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
      g_assert_cmpint (g_file_test (folder, G_FILE_TEST_EXISTS), ==, cases[i].is_taken);
    }
}

/* What lies in the folder beforehand, and whether a demo may join it. */
static void
test_refused_folders (DataFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *file; /* there before, below "demo" */
    gboolean is_taken;
  } cases[] = {
    { "notes.txt", TRUE },
    { "IDS000Header.csv", FALSE },
    { "ids000header.CSV", FALSE },
    { "2024-01/IDS000Header.csv", FALSE },
    { "XA1/2024-01/IDS000Header.csv", FALSE },
    { "LOCStaff.csv", FALSE },
    { "localities.txt", TRUE },
  };
  CasenessDemoOptions options = make_options (20, 1, 1);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("case-%u", (guint) i);
      g_autofree char *file = g_build_filename (name, cases[i].file, NULL);
      g_autofree char *folder = data_fixture_path (fixture, name);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;

      data_fixture_write (fixture, file, "x\n");
      before = hash_tree (folder);
      g_assert_cmpint (caseness_demo_write (folder, &options, NULL, &error), ==, cases[i].is_taken);
      after = hash_tree (folder);
      if (cases[i].is_taken)
        continue;
      g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, folder));
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_not_a_folder (DataFixture *fixture, gconstpointer data)
{
  CasenessDemoOptions options = make_options (20, 1, 1);
  g_autofree char *file = data_fixture_path (fixture, "file");
  g_autofree char *below = data_fixture_path (fixture, "file/demo");
  g_autoptr(GError) error = NULL;

  data_fixture_write (fixture, "file", "x\n");
  g_assert_false (caseness_demo_write (file, &options, NULL, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (caseness_demo_write (below, &options, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, CASENESS_DATA_ERROR);
}

static void
test_unwritable (DataFixture *fixture, gconstpointer data)
{
  CasenessDemoOptions options = make_options (20, 1, 1);
  g_autofree char *locked = data_fixture_path (fixture, "locked");
  g_autofree char *folder = data_fixture_path (fixture, "locked/demo");
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (locked, 0500), ==, 0);
  if (g_access (locked, W_OK) == 0)
    {
      g_test_skip ("whoever runs this may write anywhere");
      return;
    }
  g_assert_false (caseness_demo_write (folder, &options, NULL, &error));
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_READ_ONLY);
}

/* A place taken in the middle of the writing: what came before it goes again, what was there stays. */
static void
test_fails_half_way (DataFixture *fixture, gconstpointer data)
{
  CasenessDemoOptions options = make_options (60, 3, 1);
  g_autofree char *folder = data_fixture_path (fixture, "demo");
  g_autofree char *left = NULL;
  g_autoptr(GError) error = NULL;

  data_fixture_write (fixture, "demo/2025-06", "a file where a folder should be\n");
  g_assert_false (caseness_demo_write (folder, &options, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, CASENESS_DATA_ERROR);
  left = join_names (folder);
  g_assert_cmpstr (left, ==, "2025-06");
}

/* ---- progress and stopping ---- */

typedef struct
{
  GCancellable *cancellable; /* (nullable): stopped when the fraction reaches a half */
  double last;
  guint calls;
} Watch;

static void
watch_cb (double fraction, const char *what, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpfloat (fraction, >=, watch->last);
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_cmpstr (what, !=, "");
  watch->last = fraction;
  watch->calls++;
  if (watch->cancellable != NULL && fraction >= 0.5)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_progress (DataFixture *fixture, gconstpointer data)
{
  CasenessDemoOptions options = make_options (60, 3, 2);
  Watch watch = { 0 };

  options.progress = watch_cb;
  options.progress_data = &watch;
  g_free (write_demo (fixture, "demo", &options));
  g_assert_cmpfloat (watch.last, ==, 1);
  g_assert_cmpuint (watch.calls, ==, 2 * (3 + 1) + 1);
}

static void
test_cancel (DataFixture *fixture, gconstpointer data)
{
  CasenessDemoOptions options = make_options (200, 6, 1);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = data_fixture_path (fixture, "new/demo");
  g_autofree char *left = NULL;
  g_autoptr(GError) error = NULL;
  Watch watch = { .cancellable = cancellable };

  options.progress = watch_cb;
  options.progress_data = &watch;
  g_assert_false (caseness_demo_write (folder, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  left = join_names (fixture->folder);
  g_assert_cmpstr (left, ==, "");

  /* The same folder serves again. */
  options.progress = NULL;
  g_free (write_demo (fixture, "new/demo", &options));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DATA_FIXTURE_ADD ("/data/demo/same-bytes", test_same_bytes, NULL);
  DATA_FIXTURE_ADD ("/data/demo/known-bytes", test_known_bytes, NULL);
  DATA_FIXTURE_ADD ("/data/demo/any-day-of-the-month", test_any_day_of_the_month, NULL);
  DATA_FIXTURE_ADD ("/data/demo/layout", test_layout, NULL);
  DATA_FIXTURE_ADD ("/data/demo/tables", test_tables, NULL);
  DATA_FIXTURE_ADD ("/data/demo/clean", test_clean, NULL);
  DATA_FIXTURE_ADD ("/data/demo/number-of-referrals", test_number_of_referrals, NULL);
  g_test_add_func ("/data/demo/nhs-numbers", test_nhs_numbers);
  g_test_add_func ("/data/demo/sources", test_sources);
  DATA_FIXTURE_ADD ("/data/demo/lists", test_lists, NULL);
  DATA_FIXTURE_ADD ("/data/demo/refused-options", test_refused_options, NULL);
  DATA_FIXTURE_ADD ("/data/demo/refused-folders", test_refused_folders, NULL);
  DATA_FIXTURE_ADD ("/data/demo/not-a-folder", test_not_a_folder, NULL);
  DATA_FIXTURE_ADD ("/data/demo/unwritable", test_unwritable, NULL);
  DATA_FIXTURE_ADD ("/data/demo/fails-half-way", test_fails_half_way, NULL);
  DATA_FIXTURE_ADD ("/data/demo/progress", test_progress, NULL);
  DATA_FIXTURE_ADD ("/data/demo/cancel", test_cancel, NULL);
  return g_test_run ();
}
