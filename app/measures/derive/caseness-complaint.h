/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-records.h"

G_BEGIN_DECLS

/** CASENESS_DESCRIPTOR_INVALID: what a problem descriptor that cannot be read counts as. */
#define CASENESS_DESCRIPTOR_INVALID "-3"

/**
 * caseness_complaint_validate:
 * @scheme: 1 for ICD-10, 4 for SNOMED CT, 0 when blank
 * @code: (nullable): the code as submitted
 *
 * Returns: (transfer full): the code as it is compared (rulings 15), `-3`, or empty when @scheme or @code is blank.
 */
char *caseness_complaint_validate (guint scheme, const char *code);

/**
 * caseness_complaint_choose:
 * @records: the rows; their dictionary knows the validated codes
 * @referral: a referral
 *
 * The problem descriptor of a pathway as the national rules choose it (derivations, section 4; rulings 48).
 *
 * Returns: the number of the validated code, 0 without one.
 */
guint32 caseness_complaint_choose (const CasenessRecords *records, const CasenessReferralRow *referral);

/**
 * caseness_complaint_has_changed:
 * @records: the rows
 * @referral: a referral
 *
 * Returns: whether more than one problem that can be read was called the primary one of a pathway, at whatever time.
 */
gboolean caseness_complaint_has_changed (const CasenessRecords *records, const CasenessReferralRow *referral);

G_END_DECLS
