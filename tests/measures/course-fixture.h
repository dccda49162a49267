/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-variable.h"

G_BEGIN_DECLS

/** COURSE_SICK: scores at caseness on both measures. */
#define COURSE_SICK "+PHQ9:15+GAD:10"

/** COURSE_WELL: scores below it on both. */
#define COURSE_WELL "+PHQ9:5+GAD:3"

/** course_fixture_add: adds to a script of fixture_snapshot_new() @n finished courses of two sessions, received on the
 *  first of January 2025 and discharged on the first of March, with the scores @first and @last. */
void course_fixture_add (GString *script, guint n, const char *team, const char *problem, const char *first,
                         const char *last);

/** course_fixture_frame_new: Returns: (transfer full): the frame of March 2025 over the service that @script tells of. */
CasenessFrame *course_fixture_frame_new (const char *script);

/** course_fixture_list_variables: Returns: (transfer full): the variable of that name alone, or none for NULL. */
GPtrArray *course_fixture_list_variables (const char *name);

G_END_DECLS
