/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-adsm-use.h"

G_BEGIN_DECLS

/* caseness-adsm.c */
void caseness_adsm_free (gpointer adsm);

/* What a snapshot says of who has which scores. */
typedef struct _CasenessAdsmReading CasenessAdsmReading;

CasenessAdsmReading *caseness_adsm_reading_new (CasenessFrame *frame, CasenessAdsmFamily family);
void caseness_adsm_reading_free (CasenessAdsmReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessAdsmReading, caseness_adsm_reading_free)
void caseness_adsm_add_course (CasenessAdsm *adsm, const CasenessAdsmReading *reading, guint index);

/* caseness-adsm-use.c */
guint caseness_adsm_find_descriptor_item (double *standard);
void caseness_adsm_add_descriptor (CasenessAdsmDescriptors *descriptors, const CasenessSnapshot *snapshot, guint index,
                                   guint item);

/* caseness-adsm-costs.c: what it costs to judge by GAD-7. */
void caseness_adsm_use_count_costs (CasenessAdsmUse *use, CasenessFrame *frame, const guint64 *people);
void caseness_adsm_cost_free (gpointer cost);
gboolean caseness_adsm_find_judging_tool (const CasenessAdsmUse *use, guint index, guint *tool);
void caseness_adsm_add_cost (CasenessAdsmCost *cost, const CasenessSnapshot *snapshot, guint index, guint tool);
void caseness_adsm_add_missed (CasenessAdsmMissed *missed, const CasenessSnapshot *snapshot, guint index, guint tool);

/* caseness-adsm-cases.c: whom to measure next. */
void caseness_adsm_use_list_cases (CasenessAdsmUse *use, const guint64 *people);

G_END_DECLS
