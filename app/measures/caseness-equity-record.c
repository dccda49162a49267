/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-record.h"

#include "caseness-figure-record.h"
#include "caseness-journal-body.h"
#include "caseness-reference.h"

#include <math.h>
#include <string.h>

#define NATIONAL "access-standard"
#define STANDARD "standard"

double
caseness_equity_get_figure (const char *figure)
{
  const CasenessReference *table = caseness_reference_get ("equity-figures");
  guint name = caseness_reference_find_column (table, "figure"), value = caseness_reference_find_column (table, "value"), i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    if (strcmp (caseness_reference_get_cell (table, i, name), figure) == 0)
      return g_ascii_strtod (caseness_reference_get_cell (table, i, value), NULL);
  g_return_val_if_reached (NAN);
}

double
caseness_equity_read_standard (CasenessJournal *journal)
{
  const CasenessJournalEntry *entry
    = journal != NULL ? caseness_journal_get (journal, CASENESS_RECORD_ACCESS_STANDARD, CASENESS_RECORD_EVERY) : NULL;
  g_autoptr(CasenessJournalBody) body = entry != NULL ? caseness_journal_body_parse (entry->body) : NULL;
  gint64 standard = body != NULL ? caseness_journal_body_get_int (body, STANDARD, 0) : 0;

  return standard > 0 ? (double) standard : caseness_equity_get_figure (NATIONAL);
}

char *
caseness_equity_dup_standard_body (int standard)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();

  if (standard == caseness_equity_get_figure (NATIONAL))
    return NULL;
  caseness_journal_body_set_int (body, STANDARD, standard);
  return caseness_journal_body_to_text (body);
}
