/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "course-fixture.h"

#include "fixture.h"

void
course_fixture_add (GString *script, guint n, const char *team, const char *problem, const char *first,
                    const char *last)
{
  gsize start = script->len;
  guint i;

  for (i = 0; i < n; i++)
    g_string_append_printf (script,
                            "R X%zu-%u 2025-01-01 2025-03-01;Q East %s -;P 01 %s 1;"
                            "C X%zu-%ua 2025-01-10 03 5 A/S1/CBT%s;C X%zu-%ub 2025-02-10 03 5 B/S1/CBT%s;",
                            start, i, team, problem, start, i, first, start, i, last);
}

CasenessFrame *
course_fixture_frame_new (const char *script)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
  CasenessPeriod period = { caseness_date_new (2025, 3, 1), caseness_date_new (2025, 3, 31) };
  CasenessFrame *frame = caseness_frame_new (snapshot);

  caseness_frame_set_period (frame, &period);
  return frame;
}

GPtrArray *
course_fixture_list_variables (const char *name)
{
  GPtrArray *variables = g_ptr_array_new ();

  if (name != NULL)
    g_ptr_array_add (variables, (gpointer) caseness_variable_find (name));
  return variables;
}
