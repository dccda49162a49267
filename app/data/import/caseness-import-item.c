/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import-item.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static void
item_free (CasenessImportItem *item)
{
  g_free (item->path);
  g_free (item->place);
  g_free (item->shown);
  g_free (item->label);
  g_clear_pointer (&item->findings, g_ptr_array_unref);
  g_free (item);
}

GPtrArray *
caseness_import_items_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
}

CasenessImportItem *
caseness_import_items_add (GPtrArray *items, const char *path, const char *shown, const char *label,
                           const CasenessTableSpec *list)
{
  CasenessImportItem *item;

  g_return_val_if_fail (items != NULL && path != NULL && shown != NULL && label != NULL, NULL);

  item = g_new0 (CasenessImportItem, 1);
  item->path = g_strdup (path);
  item->place = caseness_import_item_dup_place (path);
  item->shown = g_strdup (shown);
  item->label = g_strdup (label);
  item->list = list;
  g_ptr_array_add (items, item);
  return item;
}

CasenessImportItem *
caseness_import_items_find (const GPtrArray *items, const char *path)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (items != NULL && path != NULL, NULL);

  place = caseness_import_item_dup_place (path);
  for (guint i = 0; i < items->len; i++)
    {
      CasenessImportItem *item = items->pdata[i];

      if (strcmp (item->place, place) == 0)
        return item;
    }
  return NULL;
}

CasenessImportItem *
caseness_import_items_find_list (const GPtrArray *items, const CasenessTableSpec *list)
{
  g_return_val_if_fail (items != NULL && list != NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      CasenessImportItem *item = items->pdata[i];

      if (item->list == list)
        return item;
    }
  return NULL;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const CasenessImportItem *const *first = a;
  const CasenessImportItem *const *second = b;

  return strcmp ((*first)->shown, (*second)->shown);
}

void
caseness_import_items_sort (GPtrArray *items)
{
  g_return_if_fail (items != NULL);

  g_ptr_array_sort (items, compare_items);
}

void
caseness_import_item_measure (CasenessImportItem *item, const char *path)
{
  GStatBuf info;

  g_return_if_fail (item != NULL && path != NULL);

  if (g_stat (path, &info) == 0)
    item->bytes += (guint64) info.st_size;
}

void
caseness_import_item_take_findings (CasenessImportItem *item, GPtrArray *findings)
{
  g_return_if_fail (item != NULL && findings != NULL);

  if (item->findings == NULL)
    item->findings = findings;
  else
    g_ptr_array_extend_and_steal (item->findings, findings);
}

char *
caseness_import_item_dup_place (const char *path)
{
  char *place = realpath (path, NULL);
  char *copy = g_strdup (place != NULL ? place : path); /* a link that leads nowhere: refused when it is read */

  free (place);
  return copy;
}
