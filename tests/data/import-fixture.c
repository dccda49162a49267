/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "import-fixture.h"

#include <string.h>

void
import_fixture_set_up (ImportFixture *fixture, gconstpointer data)
{
  data_fixture_set_up (&fixture->service, NULL);
  month_fixture_set_up (&fixture->month, NULL);
}

void
import_fixture_tear_down (ImportFixture *fixture, gconstpointer data)
{
  data_fixture_tear_down (&fixture->service, NULL);
  month_fixture_tear_down (&fixture->month, NULL);
}

CasenessReceipt *
import_fixture_import (ImportFixture *fixture, const char *other, GError **error)
{
  const char *const paths[] = { fixture->month.folder, other, NULL };

  return import_fixture_import_paths (fixture, paths, FALSE, error);
}

CasenessReceipt *
import_fixture_import_paths (ImportFixture *fixture, const char *const *paths, gboolean is_dry_run, GError **error)
{
  g_autoptr(GDateTime) now = data_fixture_make_now ();
  const CasenessImportOptions options = { .now = now, .is_dry_run = is_dry_run };

  return caseness_import_file (fixture->service.store_path, paths, &options, NULL, error);
}

gboolean
import_fixture_has_note (const CasenessReceipt *receipt, const char *words)
{
  for (guint i = 0; i < receipt->notes->len; i++)
    if (strstr (receipt->notes->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
}
