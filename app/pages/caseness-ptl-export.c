/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-export.h"

#include "caseness-ptl-csv.h"
#include "caseness-save-dialog.h"

#include <glib/gi18n-lib.h>

static const CasenessFileKind csv_kind = { N_("Table for spreadsheets (CSV)"), "csv" };

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = caseness_save_dialog_save_finish (result, &error);
  g_autofree char *message = NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file != NULL)
    /* Translators: %s is the name of a file */
    message = g_strdup_printf (_("Saved as %s"), name);
  else
    message = g_strdup_printf (_("The table could not be saved: %s"), error->message);
  caseness_page_toast (CASENESS_PAGE (object), message);
}

static void
save_csv (CasenessPage *page, const CasenessPtlAnswer *answer, CasenessCsvWriter *writer, const char *title,
          const char *what)
{
  g_autofree char *stage = g_strdup (caseness_stage_get_name (answer->query->stage));
  g_autofree char *name = NULL;
  g_autoptr(GBytes) bytes = NULL;
  const char *text;
  gsize length;
  char day[11];

  text = caseness_csv_writer_peek (writer, &length);
  bytes = g_bytes_new (text, length);
  caseness_date_write_iso (answer->query->as_at, day);
  name = g_strdup_printf ("ptl-%s-%s-%s.csv", g_strdelimit (stage, " ", '-'), what, day);
  caseness_save_dialog_save_async (GTK_WIDGET (page), title, name, &csv_kind, bytes, saved_cb, NULL);
}

void
caseness_ptl_export_grid (CasenessPage *page, const CasenessPtlAnswer *answer)
{
  const CasenessPtlQuery *query = answer->query;
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autoptr(CasenessFilter) filter = caseness_ptl_query_narrow (query);
  g_autoptr(CasenessPtl) ptl
      = caseness_ptl_new (query->snapshot, query->stage, query->as_at, query->standard_days, filter);

  caseness_ptl_write_grid_csv (writer, ptl, query->split);
  save_csv (page, answer, writer, _("Export the Grid"), "grid");
}

void
caseness_ptl_export_people (CasenessPage *page, const CasenessPtlAnswer *answer, int row, int column)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autoptr(GPtrArray) people = caseness_ptl_answer_list_people (answer, row, column);

  caseness_ptl_write_people_csv (writer, answer->ptl, people);
  save_csv (page, answer, writer, _("Export the People"), "people");
}
