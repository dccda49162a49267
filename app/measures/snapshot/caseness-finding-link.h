/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-snapshot.h"

G_BEGIN_DECLS

/**
 * caseness_findings_link:
 * @findings: what importing said of rows
 * @snapshot: the pathways of the same service file
 *
 * Finds the pathway of each row: by its referral, and where that is not known by its person's latest one. Rows of
 * files and lists that belong to nobody keep none.
 */
void caseness_findings_link (CasenessFindings *findings, const CasenessSnapshot *snapshot);

G_END_DECLS
