/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** caseness_nhs_number_is_possible: whether @text is ten digits with a right check digit and no mirror image. */
gboolean caseness_nhs_number_is_possible (const char *text);

/** caseness_postcode_is_well_formed: whether @text is written as a postcode with a space before its last three. */
gboolean caseness_postcode_is_well_formed (const char *text);

/** caseness_snomed_is_concept: whether @text has the length, check digit and partition of a SNOMED CT concept. */
gboolean caseness_snomed_is_concept (const char *text);

/**
 * caseness_snomed_is_expression:
 * @text: a cell of at most 56 characters
 *
 * Returns: whether @text is a concept, or `concept:attribute=value` with a procedure or finding context as attribute.
 */
gboolean caseness_snomed_is_expression (const char *text);

G_END_DECLS
