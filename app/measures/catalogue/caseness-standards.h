/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-standard.h"

#include "caseness-journal.h"

G_BEGIN_DECLS

/** CASENESS_RECORD_STANDARD: the journal's kind; subject `M192/2024-04-01`, `M192/` where it always held. */
#define CASENESS_RECORD_STANDARD "standard"

/**
 * CasenessStandards:
 *
 * The standards of a service file: those of `resources/reference/standards.csv`, and what people changed, added or took
 * out. Immutable and reference-counted.
 */
typedef struct _CasenessStandards CasenessStandards;

/** CasenessStandardOrigin: where a standard comes from. */
typedef enum
{
  CASENESS_STANDARD_BUILT_IN,
  CASENESS_STANDARD_CHANGED, /* built in, with other words or days */
  CASENESS_STANDARD_ADDED,
} CasenessStandardOrigin;

/** caseness_standards_new: Returns: (transfer full): the standards as @journal (nullable) has them. */
CasenessStandards *caseness_standards_new (CasenessJournal *journal);

/** caseness_standards_ref: Returns: (transfer full): @standards with one more reference. */
CasenessStandards *caseness_standards_ref (CasenessStandards *standards);

/** caseness_standards_unref: drops a reference. */
void caseness_standards_unref (CasenessStandards *standards);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessStandards, caseness_standards_unref)

/** caseness_standards_equal: whether both say the same. */
gboolean caseness_standards_equal (const CasenessStandards *a, const CasenessStandards *b);

/** caseness_standards_get_n: how many there are, in force or not. */
guint caseness_standards_get_n (const CasenessStandards *standards);

/** caseness_standards_get: Returns: (transfer none): one of them: built in ones first, as in the reference. */
const CasenessStandard *caseness_standards_get (const CasenessStandards *standards, guint i);

/** caseness_standards_get_origin: where the same one comes from. */
CasenessStandardOrigin caseness_standards_get_origin (const CasenessStandards *standards, guint i);

/**
 * caseness_standards_find:
 * @standards: standards
 * @subject: id of a measure, or CASENESS_STANDARD_ACCESS
 * @date: a known day
 *
 * Returns: (transfer none) (nullable): the standard in force on that day; of several, the one that came into force last.
 */
const CasenessStandard *caseness_standards_find (const CasenessStandards *standards, const char *subject,
                                                 CasenessDate date);

/** caseness_standard_dup_subject: Returns: (transfer full): what the journal calls @standard. */
char *caseness_standard_dup_subject (const CasenessStandard *standard);

/** caseness_standard_dup_body: Returns: (transfer full): what the journal is to hold of @standard. */
char *caseness_standard_dup_body (const CasenessStandard *standard);

/**
 * caseness_standard_dup_removal:
 *
 * Returns: (transfer full) (nullable): what the journal is to hold so that a standard of @origin is one no more; NULL
 *   takes out what people recorded.
 */
char *caseness_standard_dup_removal (CasenessStandardOrigin origin);

G_END_DECLS
