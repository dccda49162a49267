/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-plan-folder.h"

#include "caseness-mapping.h"

#include <string.h>

const CasenessTableSpec *
caseness_plan_folder_find_spec (const char *name)
{
  g_autofree char *stem = NULL;
  gsize length = strlen (name);

  if (length <= 4 || g_ascii_strcasecmp (name + length - 4, ".csv") != 0)
    return NULL;
  stem = g_strndup (name, length - 4);
  return caseness_spec_find_table (stem);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* One that cannot be read makes a submission, which is then refused with what is wrong with it. */
static void
look_into_mapping (CasenessPlanFolder *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autoptr(CasenessMapping) mapping = caseness_mapping_load (path, NULL);

  if (mapping != NULL && caseness_mapping_gives_lists (mapping))
    folder->maps_lists = TRUE;
  if (mapping == NULL || caseness_mapping_gives_tables (mapping) || !caseness_mapping_gives_lists (mapping))
    folder->maps_tables = TRUE;
}

gboolean
caseness_plan_folder_open (CasenessPlanFolder *folder, const char *path, const char *shown, const char *label)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    return FALSE;
  folder->path = g_strdup (path);
  folder->shown = g_strdup (shown);
  folder->label = g_strdup (label);
  folder->names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.') /* hidden: never a submission, often a copy some other program left */
      g_ptr_array_add (folder->names, g_strdup (name));
  g_ptr_array_sort (folder->names, compare_names);
  for (guint i = 0; i < folder->names->len; i++)
    if (g_str_has_suffix (folder->names->pdata[i], CASENESS_MAPPING_SUFFIX))
      look_into_mapping (folder, folder->names->pdata[i]);
  return TRUE;
}

void
caseness_plan_folder_clear (CasenessPlanFolder *folder)
{
  g_free (folder->path);
  g_free (folder->shown);
  g_free (folder->label);
  g_clear_pointer (&folder->names, g_ptr_array_unref);
}

gboolean
caseness_plan_folder_is_submission (const CasenessPlanFolder *folder)
{
  for (guint i = 0; i < folder->names->len; i++)
    {
      const CasenessTableSpec *spec = caseness_plan_folder_find_spec (folder->names->pdata[i]);

      if (spec != NULL && !spec->is_list)
        return TRUE;
    }
  return folder->maps_tables;
}
