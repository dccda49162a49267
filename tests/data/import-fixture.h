/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "data-fixture.h"
#include "month-fixture.h"

G_BEGIN_DECLS

/** ImportFixture: a service file that is not there yet, and the sound month to put into it. */
typedef struct
{
  DataFixture service;
  MonthFixture month;
} ImportFixture;

/** import_fixture_set_up: for g_test_add(). */
void import_fixture_set_up (ImportFixture *fixture, gconstpointer data);

/** import_fixture_tear_down: for g_test_add(). */
void import_fixture_tear_down (ImportFixture *fixture, gconstpointer data);

#define IMPORT_FIXTURE_ADD(path, test, data)                                                                          \
  g_test_add (path, ImportFixture, data, import_fixture_set_up, test, import_fixture_tear_down)

/** import_fixture_import_paths: imports what is named, or only tries. */
CasenessReceipt *import_fixture_import_paths (ImportFixture *fixture, const char *const *paths, gboolean is_dry_run,
                                              GError **error);

/** import_fixture_import: imports the month, and with it @other, a path or NULL. */
CasenessReceipt *import_fixture_import (ImportFixture *fixture, const char *other, GError **error);

/** import_fixture_has_note: whether a sentence of the receipt holds @words. */
gboolean import_fixture_has_note (const CasenessReceipt *receipt, const char *words);

G_END_DECLS
