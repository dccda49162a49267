/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-table.h"
#include "caseness-quality-answer.h"

G_BEGIN_DECLS

/** CasenessQualityView: what the table of the page shows; each has a tile. */
typedef enum
{
  CASENESS_QUALITY_VIEW_REFUSED,
  CASENESS_QUALITY_VIEW_RULES,
  CASENESS_QUALITY_VIEW_COMPLETENESS,
  CASENESS_QUALITY_VIEW_LISTS,
  CASENESS_QUALITY_VIEW_UNJUDGED,
  CASENESS_N_QUALITY_VIEWS
} CasenessQualityView;

/* What the page says and shows of each view. Rows are told by number: of an item or group of completeness, a rule, a
 * list. @hides_names: meeting mode, codes stand for references and clinicians. */

/** caseness_quality_view_dup_title: Returns: (transfer full): the view as a message. */
char *caseness_quality_view_dup_title (CasenessQualityView view, const CasenessQuality *quality);

/** caseness_quality_view_dup_subtitle: Returns: (transfer full): what was counted, and what a row opens. */
char *caseness_quality_view_dup_subtitle (CasenessQualityView view, const CasenessQuality *quality);

/** caseness_quality_view_show: shows a view in @table; completeness by groups is that of @item. */
void caseness_quality_view_show (CasenessQualityView view, CasenessDataTable *table,
                                 const CasenessQualityAnswer *answer, guint item, gboolean hides_names);

/** caseness_quality_tables_faults: shows the rows of a list. */
void caseness_quality_tables_faults (CasenessDataTable *table, const CasenessQuality *quality, const GArray *faults,
                                     gboolean hides_names);

G_END_DECLS
