/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-saved-filter.h"

#include "caseness-journal-body.h"
#include "caseness-name.h"

static void
saved_filter_free (gpointer data)
{
  CasenessSavedFilter *saved = data;

  g_free (saved->name);
  caseness_filter_unref (saved->filter);
  g_free (saved);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const CasenessSavedFilter *first = *(const CasenessSavedFilter *const *) a;
  const CasenessSavedFilter *second = *(const CasenessSavedFilter *const *) b;

  return g_utf8_collate (first->name, second->name);
}

static CasenessSavedFilter *
read_entry (const CasenessJournalEntry *entry)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_parse (entry->body);
  const char *text = caseness_journal_body_get_text (body, "filter");
  CasenessSavedFilter *saved = g_new0 (CasenessSavedFilter, 1);

  saved->name = g_strdup (entry->subject);
  saved->filter = caseness_filter_read (text != NULL ? text : "");
  return saved;
}

GPtrArray *
caseness_saved_filter_list (CasenessJournal *journal)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (saved_filter_free);
  g_autoptr(GPtrArray) entries = NULL;
  guint i;

  g_return_val_if_fail (journal != NULL, list);
  entries = caseness_journal_list (journal, CASENESS_SAVED_FILTER_KIND);
  for (i = 0; i < entries->len; i++)
    g_ptr_array_add (list, read_entry (g_ptr_array_index (entries, i)));
  g_ptr_array_sort (list, compare_names);
  return list;
}

CasenessFilter *
caseness_saved_filter_find (CasenessJournal *journal, const char *name)
{
  g_autoptr(GPtrArray) list = caseness_saved_filter_list (journal);
  guint i;

  g_return_val_if_fail (name != NULL, NULL);
  for (i = 0; i < list->len; i++)
    {
      const CasenessSavedFilter *saved = g_ptr_array_index (list, i);

      if (caseness_name_is_same (saved->name, name))
        return caseness_filter_ref (saved->filter);
    }
  return NULL;
}

char *
caseness_saved_filter_write (const CasenessFilter *filter)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();
  g_autofree char *text = caseness_filter_write (filter);

  caseness_journal_body_set_text (body, "filter", text);
  return caseness_journal_body_to_text (body);
}
