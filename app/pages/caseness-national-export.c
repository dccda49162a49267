/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-national-export.h"

#include "caseness-answer-page.h"
#include "caseness-compare.h"
#include "caseness-identity.h"
#include "caseness-page-export.h"

#include <glib/gi18n-lib.h>

/* The title of the dialogue, and the word in the name of the file. */
static const struct
{
  const char *title;
  const char *word;
} kinds[] = {
  [CASENESS_NATIONAL_EXPORT_MEASURES] = { N_("Export the Comparison"), "measures" },
  [CASENESS_NATIONAL_EXPORT_IDENTITIES] = { N_("Export the Identities"), "identities" },
  [CASENESS_NATIONAL_EXPORT_DOUBTS] = { N_("Export the Rules in Doubt"), "rules-in-doubt" },
  [CASENESS_NATIONAL_EXPORT_PATHWAYS] = { N_("Export the Pathways That Differ"), "pathways" },
};

void
caseness_national_export (CasenessPage *page, CasenessNationalExport what, const CasenessNational *national,
                          const GPtrArray *checks, const CasenessDifferences *differences)
{
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);
  /* What leaves a meeting may be read by people from outside. */
  gboolean suppresses = caseness_answer_page_hides_names (CASENESS_ANSWER_PAGE (page));
  char day[11];
  g_autofree char *name = NULL;

  g_return_if_fail (CASENESS_IS_PAGE (page) && national != NULL && what < G_N_ELEMENTS (kinds));
  if (what == CASENESS_NATIONAL_EXPORT_DOUBTS)
    caseness_doubt_check_write_csv (writer, checks);
  else if (what == CASENESS_NATIONAL_EXPORT_PATHWAYS)
    caseness_differences_write_csv (writer, differences);
  else if (what == CASENESS_NATIONAL_EXPORT_IDENTITIES)
    caseness_identity_write_csv (writer, national->checked);
  else if (national->comparisons != NULL)
    caseness_compare_write_csv (writer, national->comparisons, suppresses);
  else
    caseness_national_write_england_csv (writer, national, suppresses);
  name = g_strdup_printf ("national-%s-%s.csv", kinds[what].word, caseness_date_write_iso (national->period.end, day));
  caseness_page_save_csv (page, g_dgettext (GETTEXT_PACKAGE, kinds[what].title), name, writer);
}
