/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-drop.h"

static const struct
{
  const char *ending;
  CasenessDropKind kind;
} endings[] = {
  { ".caseness", CASENESS_DROP_SERVICE },
  { ".csv", CASENESS_DROP_IMPORT },
  { ".zip", CASENESS_DROP_IMPORT },
  { ".tar.gz", CASENESS_DROP_IMPORT },
  { ".tgz", CASENESS_DROP_IMPORT },
  { ".mdb", CASENESS_DROP_IMPORT },
  { ".accdb", CASENESS_DROP_IMPORT },
};

CasenessDropKind
caseness_drop_judge (GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (G_IS_FILE (file), CASENESS_DROP_OTHER);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return CASENESS_DROP_IMPORT;
  name = g_file_get_basename (file);
  lower = name != NULL ? g_ascii_strdown (name, -1) : g_strdup ("");
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (lower, endings[i].ending))
        return endings[i].kind;
    }
  return CASENESS_DROP_OTHER;
}

CasenessDropKind
caseness_drop_judge_all (GFile *const *files, guint n_files)
{
  if (n_files == 1)
    return caseness_drop_judge (files[0]);
  for (guint i = 0; i < n_files; i++)
    {
      if (caseness_drop_judge (files[i]) != CASENESS_DROP_IMPORT)
        return CASENESS_DROP_OTHER;
    }
  return n_files > 0 ? CASENESS_DROP_IMPORT : CASENESS_DROP_OTHER;
}
