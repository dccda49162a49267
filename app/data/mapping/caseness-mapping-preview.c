/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-mapping-guess.h"

#include "caseness-mapping-reader.h"
#include "caseness-mapping-value.h"

#include <glib/gi18n-lib.h>

/* So many words without a code are shown. */
#define MOST_WORDS 20

typedef struct
{
  const CasenessMapping *mapping;
  CasenessMappingPreview *preview;
  guint n_wanted;
  GPtrArray *tables;  /* (element-type CasenessMappedRows): one a table that is fed */
  GHashTable *cells;  /* (element-type CasenessMappingSource CasenessMappingCells): not owned */
  GHashTable *words;  /* (element-type utf8): feed, field and word that are in a list already */
} Previewing;

static void
cells_free (CasenessMappingCells *cells)
{
  g_ptr_array_unref (cells->unmapped);
  g_free (cells->from);
  g_free (cells->to);
  g_free (cells);
}

void
caseness_mapping_preview_free (CasenessMappingPreview *preview)
{
  if (preview == NULL)
    return;
  g_strfreev (preview->headers);
  g_ptr_array_unref (preview->records);
  g_ptr_array_unref (preview->cells);
  g_free (preview->n_rows);
  g_strfreev (preview->problems);
  g_free (preview);
}

static void
add_cells (Previewing *previewing, const CasenessMappingFeed *feed, guint field)
{
  CasenessMappingCells *cells = g_new0 (CasenessMappingCells, 1);

  cells->feed = feed;
  cells->field = field;
  cells->unmapped = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (previewing->preview->cells, cells);
  g_hash_table_insert (previewing->cells, &feed->sources[field], cells);
}

static void
remember_word (Previewing *previewing, CasenessMappingCells *cells, const char *word)
{
  char *key;

  if (cells->unmapped->len >= MOST_WORDS)
    return;
  key = g_strdup_printf ("%p %s", (void *) cells, word);
  if (g_hash_table_add (previewing->words, key))
    g_ptr_array_add (cells->unmapped, g_strdup (word));
}

static void
count_cell (const CasenessMappingFeed *feed, guint field, const char *from, const char *to, int outcome,
            gpointer user_data)
{
  Previewing *previewing = user_data;
  CasenessMappingCells *cells = g_hash_table_lookup (previewing->cells, &feed->sources[field]);

  if (cells == NULL)
    return;
  if (to == NULL)
    {
      cells->n_empty++;
      return;
    }
  cells->n_filled++;
  cells->n_unreadable += outcome == CASENESS_MAPPING_UNREADABLE ? 1 : 0;
  if (outcome == CASENESS_MAPPING_UNMAPPED)
    {
      cells->n_unmapped++;
      remember_word (previewing, cells, from);
    }
  if (cells->to == NULL)
    {
      cells->from = g_strdup (from);
      cells->to = g_strdup (to);
    }
}

static void
count_row (const CasenessMappingFeed *feed, const char *const *cells, guint line, gpointer user_data)
{
  Previewing *previewing = user_data;
  guint index = 0;

  g_ptr_array_find (previewing->mapping->feeds, feed, &index);
  previewing->preview->n_rows[index]++;
}

static void
start (Previewing *previewing, const CasenessCsvRow *header)
{
  CasenessMappingPreview *preview = previewing->preview;
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  preview->headers = g_new0 (char *, header->n_held + 1);
  for (guint i = 0; i < header->n_held; i++)
    preview->headers[i] = g_strdup (header->cells[i] == NULL ? "" : header->cells[i]);
  for (guint i = 0; i < previewing->mapping->feeds->len; i++)
    {
      const CasenessMappingFeed *feed = previewing->mapping->feeds->pdata[i];
      CasenessMappedRows *rows;

      for (guint j = 0; j < feed->table->n_fields; j++)
        if (feed->sources[j].column != NULL || feed->sources[j].constant != NULL)
          add_cells (previewing, feed, j);
      if (!g_hash_table_add (seen, (gpointer) feed->table))
        continue;
      rows = caseness_mapped_rows_new (previewing->mapping, feed->table, (const char *const *) preview->headers);
      caseness_mapped_rows_watch (rows, count_cell, previewing);
      g_ptr_array_add (previewing->tables, rows);
    }
}

static void
keep_record (CasenessMappingPreview *preview, const CasenessCsvRow *record)
{
  GStrv copy = g_new0 (char *, record->n_held + 1);

  for (guint i = 0; i < record->n_held; i++)
    copy[i] = g_strdup (record->cells[i] == NULL ? "" : record->cells[i]);
  g_ptr_array_add (preview->records, copy);
}

static gboolean
take_record (const CasenessCsvRow *record, gpointer user_data, GError **error)
{
  Previewing *previewing = user_data;
  CasenessMappingPreview *preview = previewing->preview;

  if (preview->headers == NULL)
    {
      start (previewing, record);
      return TRUE;
    }
  preview->n_records++;
  if (preview->records->len < previewing->n_wanted)
    keep_record (preview, record);
  if (record->n_cells != g_strv_length (preview->headers) || record->has_long_cell)
    preview->n_ragged++;
  else
    for (guint i = 0; i < previewing->tables->len; i++)
      caseness_mapped_rows_take (previewing->tables->pdata[i], record, count_row, previewing);
  return TRUE;
}

static GStrv
list_problems (const CasenessMapping *mapping, const char *const *headers)
{
  g_autoptr(GStrvBuilder) problems = g_strv_builder_new ();
  g_auto(GStrv) own = caseness_mapping_list_problems (mapping);
  g_auto(GStrv) missing = caseness_mapping_list_missing (mapping, headers);

  g_strv_builder_addv (problems, (const char **) own);
  for (guint i = 0; missing[i] != NULL; i++)
    {
      /* Translators: the heading of a column. */
      g_autofree char *problem = g_strdup_printf (_("The file has no column “%s”."), missing[i]);

      g_strv_builder_add (problems, problem);
    }
  return g_strv_builder_end (problems);
}

static gboolean
read_all (Previewing *previewing, GBytes *bytes, const char *file, GError **error)
{
  CasenessMappingPreview *preview = previewing->preview;

  if (!caseness_mapping_read_rows (bytes, file, take_record, previewing, error))
    return FALSE;
  if (preview->headers == NULL)
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _("%s, line 1: the file is empty: not even a header stands here. Export it again."), file);
      return FALSE;
    }
  preview->problems = list_problems (previewing->mapping, (const char *const *) preview->headers);
  return TRUE;
}

CasenessMappingPreview *
caseness_mapping_preview (const CasenessMapping *mapping, GBytes *bytes, const char *file, guint n_records,
                          GError **error)
{
  g_autoptr(CasenessMappingPreview) preview = g_new0 (CasenessMappingPreview, 1);
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_mapped_rows_free);
  g_autoptr(GHashTable) cells = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Previewing previewing = { mapping, preview, n_records, tables, cells, words };

  preview->records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  preview->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) cells_free);
  preview->n_rows = g_new0 (guint, mapping->feeds->len + 1);
  return read_all (&previewing, bytes, file, error) ? g_steal_pointer (&preview) : NULL;
}
