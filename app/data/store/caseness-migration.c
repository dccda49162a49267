/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-store-private.h"

#include <string.h>

#define MIGRATIONS "/io/github/caseness/Caseness/sql/migrations"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The scripts in the order of their numbers: 0001-first.sql, … */
static GStrv
list_scripts (void)
{
  GStrv names = g_resources_enumerate_children (MIGRATIONS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  return names;
}

int
caseness_store_get_latest_version (void)
{
  g_auto(GStrv) names = list_scripts ();

  return (int) g_strv_length (names);
}

static gboolean
run_scripts (CasenessStore *store, int version, GError **error)
{
  g_auto(GStrv) names = list_scripts ();

  for (int i = version; names[i] != NULL; i++)
    {
      g_autofree char *stem = g_strndup (names[i], strlen (names[i]) - strlen (".sql"));
      g_autofree char *script = g_strconcat ("migrations/", stem, NULL);

      g_assert (g_ascii_strtoll (names[i], NULL, 10) == i + 1); /* numbered without a gap */
      if (!caseness_store_run_script (store, script, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
caseness_store_migrate (CasenessStore *store, int version, GError **error)
{
  if (!caseness_store_begin (store, error))
    return FALSE;
  if (run_scripts (store, version, error) && caseness_store_commit (store, error))
    return TRUE;
  caseness_store_rollback (store);
  return FALSE;
}
