/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-list-ahead.h"

#include "caseness-mapped-folder.h"

/* So much CSV text of lists is held in memory together; of larger ones each is read when it is wanted. */
#define MOST_AHEAD (32 * 1024 * 1024)

/* One list that was read, or could not be. */
typedef struct
{
  CasenessSubmissionTable table;
  GPtrArray *findings;
  GError *error;
  gboolean is_read;
  gboolean is_done; /* read, or failed */
} ReadList;

struct _CasenessListAhead
{
  GPtrArray *items;
  ReadList *lists;
  GThread *thread; /* (nullable): what it writes is looked at once it has ended */
};

CasenessListAhead *
caseness_list_ahead_new (GPtrArray *items)
{
  CasenessListAhead *ahead = g_new0 (CasenessListAhead, 1);

  ahead->items = g_ptr_array_ref (items);
  ahead->lists = g_new0 (ReadList, items->len);
  return ahead;
}

static gboolean
read_list (const CasenessImportItem *item, CasenessSubmissionTable *table, GPtrArray *findings, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (item->path);
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free); /* by the plan */
  g_autoptr(CasenessMappedFolder) mapped = NULL;

  if (!item->is_mapped)
    return caseness_table_read (item->path, item->list, table, findings, error);
  mapped = caseness_mapped_folder_open (folder, told, error);
  return mapped != NULL && caseness_mapped_folder_read_table (mapped, item->list, table, findings, error);
}

/* Not on after the first that fails: the import fails with it. */
static gpointer
read_all_in_thread (gpointer data)
{
  CasenessListAhead *ahead = data;
  gboolean goes_on = TRUE;

  for (guint i = 0; i < ahead->items->len && goes_on; i++)
    {
      ReadList *list = &ahead->lists[i];

      list->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
      list->is_read = goes_on = read_list (ahead->items->pdata[i], &list->table, list->findings, &list->error);
      list->is_done = TRUE;
    }
  return NULL;
}

void
caseness_list_ahead_begin (CasenessListAhead *ahead)
{
  guint64 bytes = 0;

  g_return_if_fail (ahead != NULL && ahead->thread == NULL);
  for (guint i = 0; i < ahead->items->len; i++)
    bytes += ((const CasenessImportItem *) ahead->items->pdata[i])->bytes;
  if (bytes > 0 && bytes <= MOST_AHEAD)
    ahead->thread = g_thread_new ("lists-ahead", read_all_in_thread, ahead);
}

static void
wait_for_thread (CasenessListAhead *ahead)
{
  if (ahead->thread != NULL)
    g_thread_join (g_steal_pointer (&ahead->thread));
}

gboolean
caseness_list_ahead_take (CasenessListAhead *ahead, guint index, CasenessSubmissionTable *table, GPtrArray *findings,
                          GError **error)
{
  ReadList *list;

  g_return_val_if_fail (ahead != NULL && index < ahead->items->len, FALSE);
  wait_for_thread (ahead);
  list = &ahead->lists[index];
  if (!list->is_done)
    return read_list (ahead->items->pdata[index], table, findings, error);
  g_ptr_array_extend_and_steal (findings, g_steal_pointer (&list->findings));
  if (!list->is_read)
    {
      g_propagate_error (error, g_steal_pointer (&list->error));
      return FALSE;
    }
  *table = list->table;
  list->is_read = FALSE;
  return TRUE;
}

void
caseness_list_ahead_free (CasenessListAhead *ahead)
{
  if (ahead == NULL)
    return;
  wait_for_thread (ahead);
  for (guint i = 0; i < ahead->items->len; i++)
    {
      if (ahead->lists[i].is_read)
        caseness_submission_table_clear (&ahead->lists[i].table);
      g_clear_pointer (&ahead->lists[i].findings, g_ptr_array_unref);
      g_clear_error (&ahead->lists[i].error);
    }
  g_free (ahead->lists);
  g_ptr_array_unref (ahead->items);
  g_free (ahead);
}
