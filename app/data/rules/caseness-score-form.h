/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** caseness_score_tool_is_known: whether @tool is the code of a measure the data set collects. */
gboolean caseness_score_tool_is_known (const char *tool);

/** caseness_score_tool_is_experience: whether @tool is a question of the patient experience questionnaires. */
gboolean caseness_score_tool_is_experience (const char *tool);

/** caseness_score_is_well_formed: whether @score is written as @tool asks; TRUE for a tool that is not known. */
gboolean caseness_score_is_well_formed (const char *tool, const char *score);

/**
 * caseness_score_is_possible:
 *
 * Returns: whether @score lies in the range or among the answers of @tool; TRUE for a tool that is not known and for a
 *   score that is not well formed, which is another fault.
 */
gboolean caseness_score_is_possible (const char *tool, const char *score);

G_END_DECLS
