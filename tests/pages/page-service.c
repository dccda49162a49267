/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-service.h"

#include "caseness-chart-menu.h"
#include "caseness-demo.h"
#include "widget-keys.h"

#include <glib/gstdio.h>
#include <string.h>

/* Importing: what is awaited. */
typedef struct
{
  CasenessSession *session;
  CasenessReceipt *receipt;
} Importing;

static void
imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Importing *importing = user_data;
  g_autoptr(GError) error = NULL;

  importing->receipt = caseness_session_import_finish (importing->session, result, &error);
  g_assert_no_error (error);
}

static gboolean
is_imported (gpointer data)
{
  Importing *importing = data;

  return importing->receipt != NULL && !caseness_session_get_busy (importing->session);
}

static char *
write_service (const char *name)
{
  char *folder = g_build_filename (g_get_user_data_dir (), name, NULL);
  CasenessDemoOptions options;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  caseness_demo_options_init (&options);
  options.referrals = 400;
  options.months = 4;
  caseness_demo_write (folder, &options, NULL, &error);
  g_assert_no_error (error);
  return folder;
}

static CasenessSession *
import_service (const char *folder)
{
  g_autofree char *path = g_strconcat (folder, ".caseness", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  const char *const paths[] = { folder, NULL };
  Importing importing = { caseness_session_new (), NULL };

  caseness_session_import_async (importing.session, file, paths, "Test Service", NULL, imported_cb, &importing);
  run_until (is_imported, &importing);
  caseness_receipt_free (importing.receipt);
  return importing.session;
}

CasenessSession *
page_service_new (void)
{
  g_autofree char *folder = write_service ("months");

  return import_service (folder);
}

/* The third cell of a referral is its commissioner, which must be filled. */
static void
empty_commissioners (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "2025-06", "IDS101Referral.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *damaged = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", 0);
  g_assert_true (g_str_has_prefix (lines[0], "ServiceRequestId,LocalPatientId,OrgIDComm,"));
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i += 9)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", 0);

      *cells[2] = '\0';
      g_free (lines[i]);
      lines[i] = g_strjoinv (",", cells);
    }
  damaged = g_strjoinv ("\n", lines);
  g_assert_true (g_file_set_contents (path, damaged, -1, NULL));
}

CasenessSession *
page_service_new_refused (void)
{
  g_autofree char *folder = write_service ("refused");

  empty_commissioners (folder);
  return import_service (folder);
}

/* In the template of its class, or of one that it is derived from. */
static GObject *
find_part (GtkWidget *page, const char *name)
{
  GObject *part = NULL;

  for (GType type = G_OBJECT_TYPE (page); part == NULL && type != CASENESS_TYPE_PAGE; type = g_type_parent (type))
    part = gtk_widget_get_template_child (page, type, name);
  return part;
}

GtkWidget *
page_part (GtkWidget *page, const char *name)
{
  GObject *widget = find_part (page, name);

  if (widget == NULL)
    widget = gtk_widget_get_template_child (GTK_WIDGET (find_part (page, "frame")), CASENESS_TYPE_PAGE_FRAME, name);
  g_assert_true (GTK_IS_WIDGET (widget));
  return GTK_WIDGET (widget);
}

void
page_fixture_reset (CasenessSession *session, int first_month)
{
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  CasenessPeriod period = { caseness_date_new (2025, first_month, 1), caseness_date_new (2025, 6, 30) };

  caseness_session_set_filter (session, everybody);
  caseness_session_set_meeting_mode (session, FALSE);
  caseness_session_set_period (session, &period);
}

gboolean
page_is_ready (gpointer page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (page_part (page, "stack"))), "ready");
}

void
page_fixture_open (PageFixture *fixture, GtkWidget *page, int width, int height)
{
  fixture->page = page;
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, width, height);
  gtk_window_set_child (fixture->window, page);
  gtk_window_present (fixture->window);
  run_until (page_is_ready, page);
  run_for_a_while ();
}

void
page_fixture_close (PageFixture *fixture)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (fixture->window);
  run_for_a_while ();
  g_assert_finalize_object (fixture->page);
}

/* Counts are written without decimals or signs, unlike shares and means; those for people outside are to the nearest 5. */
static gboolean
is_exact_count (const char *cell)
{
  return *cell != '\0' && strspn (cell, "0123456789,") == strlen (cell) && strchr ("05", cell[strlen (cell) - 1]) == NULL;
}

static gboolean
tells_exactly (CasenessChart *chart)
{
  g_autoptr(CasenessChartTable) table = caseness_chart_dup_table (chart);
  guint i, k;

  for (i = 0; i < caseness_chart_table_get_n_rows (table); i++)
    for (k = 0; k < caseness_chart_table_get_n_columns (table); k++)
      if (is_exact_count (caseness_chart_table_get_cell (table, i, k)))
        return TRUE;
  return FALSE;
}

void
page_assert_told (CasenessSession *session, CasenessChartView *view, gboolean tells_some)
{
  g_autoptr(CasenessChart) exact = NULL;
  g_autoptr(CasenessChart) told = NULL;

  caseness_session_set_meeting_mode (session, FALSE);
  exact = caseness_chart_view_dup_told (view);
  g_assert_true (tells_exactly (exact));
  caseness_session_set_meeting_mode (session, TRUE);
  told = caseness_chart_view_dup_told (view);
  g_assert_cmpint (told != NULL, ==, tells_some);
  g_assert_true (told == NULL || !tells_exactly (told));
}
