/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-page.h"
#include "caseness-ptl-answer.h"

G_BEGIN_DECLS

/** caseness_ptl_export_grid: asks where to save the grid of @answer as CSV, saves it and says so on @page. */
void caseness_ptl_export_grid (CasenessPage *page, const CasenessPtlAnswer *answer);

/** caseness_ptl_export_people: the same with @people (element-type CasenessPtlPerson) of @answer and their actions. */
void caseness_ptl_export_people (CasenessPage *page, const CasenessPtlAnswer *answer, const GPtrArray *people);

/** caseness_ptl_export_queues: the same with how its queues are cleared. */
void caseness_ptl_export_queues (CasenessPage *page, const CasenessPtlAnswer *answer);

G_END_DECLS
