/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-demo.h"

#include "caseness-store.h"
#include "cli-run.h"

char *
cli_demo_new (const char *options, CasenessSnapshot **snapshot)
{
  char *folder = g_dir_make_tmp ("caseness-cli-demo-XXXXXX", NULL);
  g_autofree char *make = g_strdup_printf ("demo '@/service' %s", options);
  g_autofree char *path = g_build_filename (folder, "demo.caseness", NULL);
  g_autoptr(GError) error = NULL;
  CasenessStore *store;

  g_assert_cmpint (cli_run (folder, make, NULL, NULL), ==, 0);
  g_assert_cmpint (cli_run (folder, "import '@/demo.caseness' '@/service' --service Demo", NULL, NULL), ==, 0);
  store = caseness_store_open (path, CASENESS_STORE_READ, &error);
  g_assert_no_error (error);
  *snapshot = caseness_snapshot_load (store, NULL, &error);
  g_assert_no_error (error);
  caseness_store_close (store);
  return folder;
}
