/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-page-types.h"

#include "caseness-adsm-page.h"
#include "caseness-equity-page.h"
#include "caseness-experience-page.h"
#include "caseness-flow-page.h"
#include "caseness-measures-page.h"
#include "caseness-national-page.h"
#include "caseness-overview-page.h"
#include "caseness-ptl-page.h"
#include "caseness-quality-page.h"
#include "caseness-recovery-page.h"

/* A new page is one row here and one key in caseness-accelerators.c. */
static const CasenessPageType page_types[] = {
  { "overview", caseness_overview_page_get_type },
  { "ptl", caseness_ptl_page_get_type },
  { "flow", caseness_flow_page_get_type },
  { "recovery", caseness_recovery_page_get_type },
  { "adsm", caseness_adsm_page_get_type },
  { "equity", caseness_equity_page_get_type },
  { "experience", caseness_experience_page_get_type },
  { "quality", caseness_quality_page_get_type },
  { "national", caseness_national_page_get_type },
  { "measures", caseness_measures_page_get_type },
};

const CasenessPageType *
caseness_page_types_get (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (page_types);
  return page_types;
}
