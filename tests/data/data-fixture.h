/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-import.h"

G_BEGIN_DECLS

/** DataFixture: a folder of a test's own, gone when it ends, and the name of a service file in it. */
typedef struct
{
  char *folder;
  char *store_path;
} DataFixture;

void data_fixture_set_up (DataFixture *fixture, gconstpointer data);
void data_fixture_tear_down (DataFixture *fixture, gconstpointer data);

#define DATA_FIXTURE_ADD(path, test, data)                                                                            \
  g_test_add (path, DataFixture, data, data_fixture_set_up, test, data_fixture_tear_down)

/** data_fixture_remove_tree: removes a file, or a folder and all below it; symbolic links are not followed. */
void data_fixture_remove_tree (const char *path);

/** data_fixture_path: Returns: (transfer full): @name below the fixture's folder. */
char *data_fixture_path (DataFixture *fixture, const char *name);

/** data_fixture_write: writes a file below the fixture's folder, with the folders it needs. */
void data_fixture_write (DataFixture *fixture, const char *name, const char *text);

/** FixtureMonth: a small submission; every member has a default when it is NULL or 0. */
typedef struct
{
  const char *folder;   /* below the fixture's folder */
  const char *provider; /* XA1 */
  int month;            /* of 2025: 1 */
  const char *created;  /* 2025-02-21 09:00:00 */
  guint patients;       /* 2: one referral each */
  gboolean is_bad;      /* a header that is refused */
} FixtureMonth;

/** data_fixture_write_month: writes a submission of four tables without findings. */
void data_fixture_write_month (DataFixture *fixture, const FixtureMonth *month);

/** data_fixture_import: imports paths below the fixture's folder, at a fixed time; NULL ends them. */
CasenessReceipt *data_fixture_import (DataFixture *fixture, GError **error, const char *name, ...)
    G_GNUC_NULL_TERMINATED;

/** data_fixture_import_with: as data_fixture_import() with options and a way to stop. */
CasenessReceipt *data_fixture_import_with (DataFixture *fixture, const CasenessImportOptions *options,
                                           GCancellable *cancellable, const char *const *names, GError **error);

/** data_fixture_hash: Returns: (transfer full) (nullable): SHA-256 of the service file, NULL when there is none. */
char *data_fixture_hash (DataFixture *fixture);

/** data_fixture_ask: Returns: (transfer full): what @sql gives in the service file, `|` and newline between cells. */
char *data_fixture_ask (DataFixture *fixture, const char *sql);

/** data_fixture_assert_ask: asserts what data_fixture_ask() returns. */
#define data_fixture_assert_ask(fixture, sql, expected)                                                               \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    g_autofree char *asked_ = data_fixture_ask (fixture, sql);                                                        \
    g_assert_cmpstr (asked_, ==, expected);                                                                           \
  }                                                                                                                   \
  G_STMT_END

/** data_fixture_make_now: Returns: (transfer full): the fixed time. */
GDateTime *data_fixture_make_now (void);

G_END_DECLS
