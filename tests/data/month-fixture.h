/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-submission.h"

#include <glib.h>

G_BEGIN_DECLS

/** MonthFixture: a folder of its own with the sound submission of tests/fixtures/submission in it. */
typedef struct
{
  char *folder;
  const char *source; /* below tests/fixtures */
} MonthFixture;

/** month_fixture_set_up: for g_test_add(). */
void month_fixture_set_up (MonthFixture *fixture, gconstpointer data);

/** month_fixture_set_up_2_0: as month_fixture_set_up() with the sound submission of tests/fixtures/submission-2.0. */
void month_fixture_set_up_2_0 (MonthFixture *fixture);

/** month_fixture_tear_down: for g_test_add(). */
void month_fixture_tear_down (MonthFixture *fixture, gconstpointer data);

/** month_fixture_write: replaces one file; @text NULL removes it. */
void month_fixture_write (MonthFixture *fixture, const char *file, const char *text);

/** month_fixture_edit: replaces the one place where @file says @from, which must be there, by @to. */
void month_fixture_edit (MonthFixture *fixture, const char *file, const char *from, const char *to);

/** month_fixture_restore: puts @file back as it was, for folders that several tests use in turn. */
void month_fixture_restore (MonthFixture *fixture, const char *file);

/** month_fixture_read: reads the folder as a submission. */
CasenessSubmission *month_fixture_read (MonthFixture *fixture, GError **error);

/** month_fixture_print_findings: Returns: (transfer full): "rule level table:line field value" of each, one a line. */
char *month_fixture_print_findings (const GPtrArray *findings);

/** month_fixture_print_rejected: Returns: (transfer full): "table:line" of each row held but not kept, blank between. */
char *month_fixture_print_rejected (const CasenessSubmission *submission);

G_END_DECLS
