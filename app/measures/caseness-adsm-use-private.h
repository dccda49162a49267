/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-adsm-use.h"

G_BEGIN_DECLS

/* caseness-adsm.c */
void caseness_adsm_free (gpointer adsm);

/* caseness-adsm-costs.c: what it costs to judge by GAD-7. */
void caseness_adsm_use_count_costs (CasenessAdsmUse *use, CasenessFrame *frame, const guint64 *people);
void caseness_adsm_cost_free (gpointer cost);

/* caseness-adsm-cases.c: whom to measure next. */
void caseness_adsm_use_list_cases (CasenessAdsmUse *use, const guint64 *people);

G_END_DECLS
