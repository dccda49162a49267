/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "month-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
copy_file (const MonthFixture *fixture, const char *name)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "fixtures", fixture->source, name, NULL);
  g_autofree char *to = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &text, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (to, text, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
set_up_from (MonthFixture *fixture, const char *source)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", source, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  fixture->source = source;
  fixture->folder = g_dir_make_tmp ("caseness-month-XXXXXX", &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    copy_file (fixture, name);
}

void
month_fixture_set_up (MonthFixture *fixture, gconstpointer data)
{
  set_up_from (fixture, "submission");
}

void
month_fixture_set_up_2_0 (MonthFixture *fixture)
{
  set_up_from (fixture, "submission-2.0");
}

void
month_fixture_tear_down (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

void
month_fixture_write (MonthFixture *fixture, const char *file, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, file, NULL);
  g_autoptr(GError) error = NULL;

  /* Written anew rather than over the old one, which GLib would not cut to length; and not synced, for speed. */
  if (g_remove (path) != 0)
    g_assert_nonnull (text);
  if (text == NULL)
    return;
  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

void
month_fixture_edit (MonthFixture *fixture, const char *file, const char *from, const char *to)
{
  g_autofree char *path = g_build_filename (fixture->folder, file, NULL);
  g_autofree char *text = NULL;
  g_autofree char *edited = NULL;
  g_autoptr(GError) error = NULL;
  char *place;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  place = strstr (text, from);
  g_assert_nonnull (place);
  *place = '\0';
  edited = g_strconcat (text, to, place + strlen (from), NULL);
  month_fixture_write (fixture, file, edited);
}

void
month_fixture_restore (MonthFixture *fixture, const char *file)
{
  g_autofree char *path = g_build_filename (fixture->folder, file, NULL);

  g_remove (path);
  copy_file (fixture, file);
}

CasenessSubmission *
month_fixture_read (MonthFixture *fixture, GError **error)
{
  return caseness_submission_read (fixture->folder, NULL, error);
}

char *
month_fixture_print_findings (const GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const CasenessFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (text, "%s%s %s %s:%u %s %s", i == 0 ? "" : "\n", finding->rule,
                              caseness_finding_level_get_word (finding->level), finding->table, finding->line,
                              finding->field, finding->value == NULL ? "-" : finding->value);
    }
  return g_string_free (text, FALSE);
}

char *
month_fixture_print_rejected (const CasenessSubmission *submission)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < submission->n_tables; i++)
    {
      const CasenessSubmissionTable *table = &submission->tables[i];

      for (guint row = 0; row < table->n_rows; row++)
        if (table->is_rejected[row])
          g_string_append_printf (text, "%s%.6s:%u", text->len == 0 ? "" : " ", table->spec->name, table->lines[row]);
    }
  return g_string_free (text, FALSE);
}
