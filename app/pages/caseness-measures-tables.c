/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-measures-tables.h"

#include "caseness-figure-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_COLUMNS 5

static gboolean
matches (const CasenessCatalogueEntry *entry, char **words)
{
  g_autofree char *text = g_strjoin (" ", entry->measure->id, entry->measure->name, entry->measure->title, _(entry->topic),
                                     entry->measure->definition, NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

GArray *
caseness_measures_tables_choose (const CasenessCatalogue *catalogue, const char *topic, const char *search)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = g_utf8_casefold (search, -1);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);
  guint i;

  for (i = 0; i < catalogue->entries->len; i++)
    {
      const CasenessCatalogueEntry *entry = &g_array_index (catalogue->entries, CasenessCatalogueEntry, i);

      if ((topic == NULL || entry->topic == topic) && matches (entry, words))
        g_array_append_val (chosen, i);
    }
  return chosen;
}

static CasenessDataRow *
make_entry (const CasenessCatalogueEntry *entry, guint id)
{
  const CasenessMeasure *measure = entry->measure;
  CasenessDataRow *row = caseness_data_row_new (id, 5);
  g_autofree char *value = caseness_figure_words_value (measure, &entry->figure);
  g_autofree char *counts = caseness_figure_words_counts (measure, &entry->figure);
  g_autofree char *interval = caseness_figure_words_interval (measure, &entry->interval);
  g_autofree char *standard
    = entry->standard != NULL ? caseness_figure_words_standard (measure, entry->standard) : NULL;
  /* Translators: the id of a measure and what it is about. */
  g_autofree char *about = g_strdup_printf (entry->is_pinned ? _("%1$s, %2$s; pinned") : _("%1$s, %2$s"), measure->id,
                                            g_dgettext (GETTEXT_PACKAGE, entry->topic));

  caseness_data_row_set_text (row, 0, measure->title);
  caseness_data_row_set_detail (row, 0, about);
  caseness_data_row_set_number (row, 1, value, entry->figure.value);
  caseness_data_row_set_detail (row, 1, counts);
  caseness_data_row_set_text (row, 2, interval);
  caseness_data_row_set_text (row, 3, standard != NULL ? standard : "");
  caseness_data_row_set_text (row, 4, measure->definition);
  return row;
}

void
caseness_measures_tables_list (CasenessDataTable *table, const CasenessCatalogue *catalogue, const GArray *chosen)
{
  const CasenessDataColumn columns[] = {
    { _("Measure"), CASENESS_DATA_TITLE },  { _("Value"), CASENESS_DATA_FIGURE },
    { _("95% interval"), CASENESS_DATA_TEXT }, { _("Standard"), CASENESS_DATA_TEXT },
    { _("What it counts"), CASENESS_DATA_PROSE },
  };
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < chosen->len; i++)
    {
      guint id = g_array_index (chosen, guint, i);

      g_ptr_array_add (rows, make_entry (&g_array_index (catalogue->entries, CasenessCatalogueEntry, id), id));
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

static gboolean
names_staff (const CasenessVariable *variable)
{
  return variable != NULL && caseness_variable_names_staff (variable);
}

gboolean
caseness_measures_tables_names_staff (const CasenessMeasureDetail *detail)
{
  return names_staff (detail->by) || names_staff (detail->and_by);
}

/* The name of a group; of a member of staff in meeting mode, a number that stands for the same one in all rows. */
static char *
dup_group (const CasenessVariable *variable, const char *group, GHashTable *codes)
{
  gpointer code;

  if (codes == NULL || !caseness_variable_names_staff (variable))
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, group));
  code = g_hash_table_lookup (codes, group);
  if (code == NULL)
    {
      code = GUINT_TO_POINTER (g_hash_table_size (codes) + 1);
      g_hash_table_insert (codes, g_strdup (group), code);
    }
  /* Translators: stands for a name in meeting mode. */
  return g_strdup_printf (_("Member of staff %u"), GPOINTER_TO_UINT (code));
}

static CasenessDataRow *
make_row (const CasenessMeasureDetail *detail, guint id, GHashTable *codes)
{
  const CasenessDetailRow *shown = g_ptr_array_index (detail->rows, id);
  CasenessDataRow *row = caseness_data_row_new (id, MOST_COLUMNS);
  g_autofree char *value = caseness_figure_words_value (detail->measure, &shown->figure);
  g_autofree char *counts = caseness_figure_words_counts (detail->measure, &shown->figure);
  g_autofree char *interval = caseness_figure_words_interval (detail->measure, &shown->interval);
  g_autofree char *period = caseness_period_format (&shown->period);
  g_autofree char *group = shown->group != NULL ? dup_group (detail->by, shown->group, codes) : NULL;
  g_autofree char *other = shown->other != NULL ? dup_group (detail->and_by, shown->other, codes) : NULL;
  guint cell = 0;

  if (detail->step != CASENESS_DETAIL_PERIOD || detail->by == NULL)
    caseness_data_row_set_number (row, cell++, period, shown->period.end);
  if (group != NULL)
    caseness_data_row_set_text (row, cell++, group);
  if (other != NULL)
    caseness_data_row_set_text (row, cell++, other);
  caseness_data_row_set_number (row, cell, value, shown->figure.value);
  caseness_data_row_set_detail (row, cell++, counts);
  caseness_data_row_set_number (row, cell++, interval, shown->interval.lower);
  return row;
}

static guint
fill_columns (CasenessDataColumn *columns, const CasenessMeasureDetail *detail)
{
  guint n = 0;

  if (detail->step != CASENESS_DETAIL_PERIOD || detail->by == NULL)
    columns[n++] = (CasenessDataColumn){ _("Period"), CASENESS_DATA_NAME };
  if (detail->by != NULL)
    columns[n++] = (CasenessDataColumn){ g_dgettext (GETTEXT_PACKAGE, caseness_variable_get_name (detail->by)),
                                         CASENESS_DATA_PROSE };
  if (detail->and_by != NULL)
    columns[n++] = (CasenessDataColumn){ g_dgettext (GETTEXT_PACKAGE, caseness_variable_get_name (detail->and_by)),
                                         CASENESS_DATA_PROSE };
  columns[n++] = (CasenessDataColumn){ _("Value"), CASENESS_DATA_PAIR };
  columns[n++] = (CasenessDataColumn){ _("95% interval"), CASENESS_DATA_NUMBER };
  return n;
}

void
caseness_measures_tables_detail (CasenessDataTable *table, const CasenessMeasureDetail *detail, gboolean hides_names)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) codes = hides_names ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;
  CasenessDataColumn columns[MOST_COLUMNS];
  guint n_columns = fill_columns (columns, detail), i;

  for (i = 0; i < detail->rows->len; i++)
    g_ptr_array_add (rows, make_row (detail, i, codes));
  caseness_data_table_show (table, columns, n_columns, rows);
}
