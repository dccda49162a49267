/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-answer.h"

G_BEGIN_DECLS

/* What equity is asked for on the command line, for its tables and for its report alike. */

/** caseness_cli_equity_check_by: whether groups can be laid across each other so: two different variables at most.
 *  Returns: FALSE with an error of usage. */
gboolean caseness_cli_equity_check_by (const GPtrArray *variables, GError **error);

/** caseness_cli_equity_read_by: divides people by @variables (element-type CasenessVariable), which have been checked; by
 *  none of them, @cut stays as it is. */
void caseness_cli_equity_read_by (const GPtrArray *variables, CasenessEquityCut *cut);

/** caseness_cli_equity_read_picks: reads @texts (nullable), such as `Gender=Female`, into CASENESS_MAX_CROSSED @picks, all
 *  of them empty. Returns: FALSE with an error of usage, and the picks empty. */
gboolean caseness_cli_equity_read_picks (char **texts, CasenessEquityPick *picks, GError **error);

/** caseness_cli_equity_clear_picks: frees the groups of CASENESS_MAX_CROSSED @picks. */
void caseness_cli_equity_clear_picks (CasenessEquityPick *picks);

/**
 * caseness_cli_equity_choose_area:
 * @snapshot: data
 * @cut: what people are divided by
 * @area: (inout): what was asked for, NULL for nothing
 * @error: return location
 *
 * An area must be named where the list holds several, and be one of them: it is then written as the list has it. Where the
 * list does not tell by the variables, @area becomes NULL, people are counted all the same, and standard error says so.
 *
 * Returns: FALSE with an error.
 */
gboolean caseness_cli_equity_choose_area (const CasenessSnapshot *snapshot, const CasenessEquityCut *cut, char **area,
                                          GError **error);

G_END_DECLS
