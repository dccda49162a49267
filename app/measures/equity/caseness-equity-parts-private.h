/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-answer.h"

G_BEGIN_DECLS

/** caseness_equity_parts_new: Returns: (transfer full): none of the parts yet; @people (nullable, transfer full) is a bitmap
 *  of whom the answer is about. */
CasenessEquityParts *caseness_equity_parts_new (guint64 *people);

/** caseness_equity_parts_free: frees those there are. */
void caseness_equity_parts_free (CasenessEquityParts *parts);

/** caseness_equity_find_cut: Returns: the number of @cut in the plan of @answer, which has it. */
guint caseness_equity_find_cut (const CasenessEquityAnswer *answer, const CasenessEquityCut *cut);

/** caseness_equity_way_of_picks: Returns: (transfer full) (nullable): by the variables of the picks, but for pick number
 *  @without (-1 for none of them), with the number of the group that is picked in @group. */
CasenessEquityWay *caseness_equity_way_of_picks (const CasenessEquityAnswer *answer, int without, int *group);

/** caseness_equity_choose_people: Returns: (transfer full): a bitmap of whom @filter lets through. */
guint64 *caseness_equity_choose_people (const CasenessEquityQuestion *question, CasenessFilter *filter);

G_END_DECLS
