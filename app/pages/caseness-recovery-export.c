/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-export.h"

#include "caseness-answer-page.h"
#include "caseness-cycle-report.h"
#include "caseness-page-export.h"
#include "caseness-print-window.h"
#include "caseness-recovery-page.h"
#include "caseness-recovery-place.h"
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

/* What leaves a meeting may be read by people from outside, as the page on paper is. Returns: (nullable): NULL for
 * everything. */
static CasenessRecoveryTold *
find_told (CasenessPage *page, const CasenessRecoveryStudy *study)
{
  return caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (page)) ? caseness_recovery_told_new (study) : NULL;
}

void
caseness_recovery_export_groups (CasenessPage *page, const CasenessRecoveryStudy *study)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autoptr(CasenessRecoveryTold) told = NULL;

  g_return_if_fail (CASENESS_IS_PAGE (page) && study != NULL);

  told = find_told (page, study);
  if (told != NULL)
    caseness_recovery_told_write_csv (writer, study, told);
  else
    caseness_recovery_write_full_csv (writer, study->comparison->rows);
  save (page, study, _("Export the Groups"), "groups", writer);
}

void
caseness_recovery_export_pairs (CasenessPage *page, const CasenessRecoveryStudy *study)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  g_autoptr(CasenessRecoveryTold) told = NULL;

  g_return_if_fail (CASENESS_IS_PAGE (page) && study != NULL);

  told = find_told (page, study);
  if (told != NULL)
    caseness_recovery_told_write_pairs_csv (writer, study, told);
  else
    caseness_recovery_pairs_write_csv (writer, study->pairs);
  save (page, study, _("Export Therapies and Problems"), "pairs", writer);
}

static gboolean
tells_some (const CasenessRecoveryTold *told, guint n)
{
  guint i;

  for (i = 0; i < n; i++)
    if (caseness_recovery_told_has_rate (told, i))
      return TRUE;
  return FALSE;
}

CasenessChart *
caseness_recovery_export_tell_groups (CasenessPage *page, const CasenessRecoveryStudy *study,
                                      const CasenessRecoveryLook *look, int view)
{
  g_autoptr(CasenessRecoveryTold) told = NULL;
  CasenessRecoveryLook told_look;

  g_return_val_if_fail (CASENESS_IS_PAGE (page) && study != NULL && look != NULL, NULL);

  told_look = *look;
  told_look.told = told = find_told (page, study);
  /* What became of every course is not told by group: nothing says which of those counts give another one away. */
  if (told != NULL && (view == CASENESS_RECOVERY_VIEW_OUTCOMES || !tells_some (told, study->comparison->rows->len)))
    {
      caseness_page_say_untold (page);
      return NULL;
    }
  return caseness_recovery_place_make_chart (&told_look, view);
}

CasenessChart *
caseness_recovery_export_tell_pairs (CasenessPage *page, const CasenessRecoveryStudy *study)
{
  g_autoptr(CasenessRecoveryTold) told = NULL;

  g_return_val_if_fail (CASENESS_IS_PAGE (page) && study != NULL, NULL);

  told = find_told (page, study);
  if (told != NULL && !caseness_recovery_told_has_pairs (told))
    {
      caseness_page_say_untold (page);
      return NULL;
    }
  return caseness_recovery_chart_pairs (study->pairs, &study->period, told);
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
