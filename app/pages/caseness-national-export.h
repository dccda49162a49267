/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-national-answer.h"
#include "caseness-page.h"

G_BEGIN_DECLS

/** CasenessNationalExport: what of the National page can be saved as a table. */
typedef enum
{
  CASENESS_NATIONAL_EXPORT_MEASURES,   /* ours and what was published */
  CASENESS_NATIONAL_EXPORT_IDENTITIES, /* whether our figures fit together */
  CASENESS_NATIONAL_EXPORT_DOUBTS,     /* what rules in doubt move */
  CASENESS_NATIONAL_EXPORT_PATHWAYS,   /* those that differ from an extract */
} CasenessNationalExport;

/**
 * caseness_national_export:
 * @page: the page
 * @what: what to save, which must be there
 * @national: the comparison shown
 * @checks: (nullable) (element-type CasenessDoubtCheck): the rules in doubt
 * @differences: (nullable): an extract compared
 *
 * Asks where to, and saves it.
 */
void caseness_national_export (CasenessPage *page, CasenessNationalExport what, const CasenessNational *national,
                               const GPtrArray *checks, const CasenessDifferences *differences);

G_END_DECLS
