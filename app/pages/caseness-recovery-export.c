/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-export.h"

#include "caseness-cycle-report.h"
#include "caseness-page-export.h"
#include "caseness-print-window.h"
#include "caseness-recovery-report.h"
#include "caseness-recovery-words.h"
#include "caseness-supervision-report.h"

#include <glib/gi18n-lib.h>

static void
save (CasenessPage *page, const CasenessRecoveryStudy *study, const char *title, const char *what,
      CasenessCsvWriter *writer)
{
  char day[11];
  g_autofree char *name
    = g_strdup_printf ("recovery-%s-%s.csv", what, caseness_date_write_iso (study->period.end, day));

  caseness_page_save_csv (page, title, name, writer);
}

void
caseness_recovery_export_groups (CasenessPage *page, const CasenessRecoveryStudy *study)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  g_return_if_fail (CASENESS_IS_PAGE (page) && study != NULL);

  caseness_recovery_write_full_csv (writer, study->comparison->rows);
  save (page, study, _("Export the Groups"), "groups", writer);
}

void
caseness_recovery_export_pairs (CasenessPage *page, const CasenessRecoveryStudy *study)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  g_return_if_fail (CASENESS_IS_PAGE (page) && study != NULL);

  caseness_recovery_pairs_write_csv (writer, study->pairs);
  save (page, study, _("Export Therapies and Problems"), "pairs", writer);
}

void
caseness_recovery_export_people (CasenessPage *page, const CasenessRecoveryStudy *study, CasenessReviewView *view)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  g_return_if_fail (CASENESS_IS_PAGE (page) && study != NULL);
  g_return_if_fail (CASENESS_IS_REVIEW_VIEW (view));

  caseness_review_write_csv (writer, caseness_review_view_get_review (view), TRUE);
  save (page, study, _("Export the Review List"), "review", writer);
}

void
caseness_recovery_print_list (CasenessPage *page, CasenessRecoveryStudy *study, CasenessReviewView *view)
{
  CasenessSession *session = caseness_page_get_session (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  const CasenessRecoveryReportOptions options
    = { .as_at = caseness_session_get_as_at (session), .journal = caseness_session_get_journal (session) };
  const char *title
    = caseness_recovery_words_names_staff (study->variables) ? NULL : caseness_review_view_get_title (view);
  g_autoptr(CasenessReport) report
    = caseness_supervision_report_new (study, caseness_review_view_get_review (view), title, &options);

  gtk_window_present (
    caseness_print_window_new_for_report (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, report, FALSE));
}

CasenessReport *
caseness_recovery_make_report (CasenessPage *page, CasenessRecoveryStudy *study, CasenessRecoveryBasis basis,
                               gboolean is_widened)
{
  CasenessSession *session = caseness_page_get_session (page);
  CasenessRecoveryReportOptions options = {
    .as_at = caseness_session_get_as_at (session),
    .basis = basis,
    .is_widened = is_widened,
    .journal = caseness_session_get_journal (session),
    .identifies = caseness_page_get_identifies (page),
  };
  const CasenessCycleReportOptions of_cycles = { options.as_at, NULL, options.identifies };
  g_autoptr(GPtrArray) cycles
    = caseness_cycle_results_list (options.journal, study->snapshot, &of_cycles, NULL, NULL);

  options.cycles = cycles;
  return caseness_recovery_report_new (study, &options);
}
