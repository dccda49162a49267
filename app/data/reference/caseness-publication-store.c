/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-publication-store.h"

#include "caseness-store-private.h"

void
caseness_held_publication_free (CasenessHeldPublication *publication)
{
  if (publication == NULL)
    return;
  g_free (publication->layout);
  g_free (publication->file);
  g_free (publication->sha256);
  g_free (publication->imported_at);
  g_free (publication);
}

static gpointer
read_held (CasenessStatement *row)
{
  CasenessHeldPublication *held = g_new0 (CasenessHeldPublication, 1);

  held->publication_id = caseness_statement_get_int (row, 0);
  held->import_id = caseness_statement_get_int (row, 1);
  held->layout = g_strdup (caseness_statement_get_text (row, 2));
  held->file = g_strdup (caseness_statement_get_text (row, 3));
  held->sha256 = g_strdup (caseness_statement_get_text (row, 4));
  held->period.start = (CasenessDate) caseness_statement_get_int (row, 5);
  held->period.end = (CasenessDate) caseness_statement_get_int (row, 6);
  held->imported_at = g_strdup (caseness_statement_get_text (row, 7));
  return held;
}

GPtrArray *
caseness_publication_list_held (CasenessStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);

  return caseness_store_list (store, "select-publications", read_held,
                              (GDestroyNotify) caseness_held_publication_free, error);
}

gboolean
caseness_publication_find_held (CasenessStore *store, const CasenessPublication *publication, gint64 *import_id,
                                GError **error)
{
  g_autoptr(CasenessStatement) row = NULL;
  CasenessStep step;

  g_return_val_if_fail (store != NULL && publication != NULL && import_id != NULL, FALSE);
  *import_id = 0;
  row = caseness_store_prepare (store, "select-held-publication", error);
  if (row == NULL)
    return FALSE;
  caseness_statement_bind_text (row, ":sha256", publication->sha256);
  step = caseness_statement_step (row, NULL, error);
  if (step == CASENESS_STEP_ROW)
    *import_id = caseness_statement_get_int (row, 1);
  return step != CASENESS_STEP_ERROR;
}

static gboolean
put_head (CasenessStore *store, gint64 import_id, const CasenessPublication *publication, gint64 *id, GError **error)
{
  g_autoptr(CasenessStatement) row = caseness_store_prepare (store, "insert-publication", error);

  if (row == NULL)
    return FALSE;
  caseness_statement_bind_int (row, ":import_id", import_id);
  caseness_statement_bind_text (row, ":layout", caseness_publication_layout_get_word (publication->layout));
  caseness_statement_bind_text (row, ":file", publication->file);
  caseness_statement_bind_text (row, ":sha256", publication->sha256);
  caseness_statement_bind_int (row, ":period_start", publication->period.start);
  caseness_statement_bind_int (row, ":period_end", publication->period.end);
  if (!caseness_statement_run (row, NULL, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (store->database);
  return TRUE;
}

static void
bind_figure (CasenessStatement *row, const CasenessPublishedFigure *figure)
{
  caseness_statement_bind_int (row, ":line", figure->line);
  caseness_statement_bind_text (row, ":level", caseness_published_level_get_word (figure->level));
  caseness_statement_bind_text (row, ":organisation", figure->organisation);
  caseness_statement_bind_text (row, ":name", figure->name);
  caseness_statement_bind_text (row, ":commissioner", figure->commissioner);
  caseness_statement_bind_int (row, ":period_start", figure->period.start);
  caseness_statement_bind_int (row, ":period_end", figure->period.end);
  caseness_statement_bind_text (row, ":measure", figure->measure);
  caseness_statement_bind_text (row, ":variable", figure->variable);
  caseness_statement_bind_text (row, ":group_name", figure->group);
  caseness_statement_bind_text (row, ":value", figure->text);
}

gboolean
caseness_publication_put (CasenessStore *store, gint64 import_id, const CasenessPublication *publication,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessStatement) row = NULL;
  gint64 id = 0;
  guint i;

  g_return_val_if_fail (store != NULL && publication != NULL, FALSE);
  if (!put_head (store, import_id, publication, &id, error))
    return FALSE;
  row = caseness_store_prepare (store, "insert-published-figure", error);
  if (row == NULL)
    return FALSE;
  caseness_statement_bind_int (row, ":publication_id", id);
  for (i = 0; i < publication->list->figures->len; i++)
    {
      caseness_statement_bind_int (row, ":position", i);
      bind_figure (row, &g_array_index (publication->list->figures, CasenessPublishedFigure, i));
      if (!caseness_statement_run (row, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static void
read_figure (CasenessStatement *row, CasenessPublishedList *list)
{
  CasenessPublishedFigure figure = {
    .line = (guint) caseness_statement_get_int (row, 0),
    .level = caseness_published_level_parse (caseness_statement_get_text (row, 1)),
    .organisation = caseness_published_list_keep (list, caseness_statement_get_text (row, 2)),
    .name = caseness_published_list_keep (list, caseness_statement_get_text (row, 3)),
    .commissioner = caseness_published_list_keep (list, caseness_statement_get_text (row, 4)),
    .period = { (CasenessDate) caseness_statement_get_int (row, 5), (CasenessDate) caseness_statement_get_int (row, 6) },
    .measure = caseness_published_list_keep (list, caseness_statement_get_text (row, 7)),
    .variable = caseness_published_list_keep (list, caseness_statement_get_text (row, 8)),
    .group = caseness_published_list_keep (list, caseness_statement_get_text (row, 9)),
    .text = caseness_published_list_keep (list, caseness_statement_get_text (row, 10)),
    .value = caseness_published_parse_value (caseness_statement_get_text (row, 10)),
    .source = caseness_published_list_keep (list, caseness_statement_get_text (row, 11)),
    .publication_id = caseness_statement_get_int (row, 12),
  };

  g_array_append_val (list->figures, figure);
}

gboolean
caseness_publication_append_figures (CasenessStore *store, const char *organisation, CasenessPublishedList *list,
                                     GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessStatement) row = NULL;
  CasenessStep step;

  g_return_val_if_fail (store != NULL && organisation != NULL && list != NULL, FALSE);
  row = caseness_store_prepare (store, "select-published-figures", error);
  if (row == NULL)
    return FALSE;
  caseness_statement_bind_text (row, ":organisation", organisation);
  while ((step = caseness_statement_step (row, cancellable, error)) == CASENESS_STEP_ROW)
    read_figure (row, list);
  return step == CASENESS_STEP_DONE;
}

gboolean
caseness_publication_append_boards (CasenessStore *store, CasenessPublishedList *list, GError **error)
{
  g_autoptr(CasenessStatement) row = NULL;
  CasenessStep step;

  g_return_val_if_fail (store != NULL && list != NULL, FALSE);
  row = caseness_store_prepare (store, "select-boards-published", error);
  if (row == NULL)
    return FALSE;
  caseness_statement_bind_text (row, ":level", caseness_published_level_get_word (CASENESS_PUBLISHED_ICB));
  while ((step = caseness_statement_step (row, NULL, error)) == CASENESS_STEP_ROW)
    {
      CasenessPublishedBoard board = {
        .code = caseness_published_list_keep (list, caseness_statement_get_text (row, 0)),
        .name = caseness_published_list_keep (list, caseness_statement_get_text (row, 1)),
      };

      g_array_append_val (list->boards, board);
    }
  return step == CASENESS_STEP_DONE;
}

GHashTable *
caseness_publication_list_providers (CasenessStore *store, GError **error)
{
  g_autoptr(GHashTable) providers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(CasenessStatement) row = NULL;
  CasenessStep step;

  g_return_val_if_fail (store != NULL, NULL);
  row = caseness_store_prepare (store, "select-providers-held", error);
  if (row == NULL)
    return NULL;
  while ((step = caseness_statement_step (row, NULL, error)) == CASENESS_STEP_ROW)
    g_hash_table_add (providers, g_strdup (caseness_statement_get_text (row, 0)));
  return step == CASENESS_STEP_DONE ? g_steal_pointer (&providers) : NULL;
}
