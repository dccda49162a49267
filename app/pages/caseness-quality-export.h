/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-page.h"
#include "caseness-quality-page.h"
#include "caseness-quality-place.h"

G_BEGIN_DECLS

/** caseness_quality_export_table: asks where to save the table of a view as CSV, saves it and says so on @page. */
void caseness_quality_export_table (CasenessPage *page, const CasenessQualityAnswer *answer, CasenessQualityView view);

/** caseness_quality_export_rows: the same with the rows of @place. */
void caseness_quality_export_rows (CasenessPage *page, const CasenessQualityAnswer *answer,
                                   const CasenessQualityPlace *place);

G_END_DECLS
