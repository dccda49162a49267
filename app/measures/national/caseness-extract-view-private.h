/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-submission.h"

G_BEGIN_DECLS

/*
 * An extract as the comparison looks at it: a pathway a row, its fields by heading.
 */

/** CasenessExtractView: borrows the submission. */
typedef struct
{
  const CasenessSubmission *extract;
  const CasenessSubmissionTable *referrals; /* IDS101Referral */
  const CasenessSubmissionTable *national;  /* NationalPathway; without rows in an extract before the deadline */
  GHashTable *headings;      /* (element-type utf8): of the file, in lower case */
  GHashTable *national_rows; /* ServiceRequestId → row of @national plus 1 */
  GHashTable *contacts;      /* ServiceRequestId → how many contacts of the month */
  GArray *rows;              /* guint: rows of @referrals that stand for a pathway */
} CasenessExtractView;

/** caseness_extract_view_new: Returns: (transfer full) (nullable): the view, or NULL with @error set. */
CasenessExtractView *caseness_extract_view_new (const CasenessSubmission *extract, GError **error);

/** caseness_extract_view_free: frees the view. */
void caseness_extract_view_free (CasenessExtractView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessExtractView, caseness_extract_view_free)

/** caseness_extract_view_get: Returns: (transfer none): what it says under @heading, NULL when it has no such column. */
const char *caseness_extract_view_get (const CasenessExtractView *view, guint row, const char *heading);

/** caseness_extract_view_count_contacts: how many contacts of the month it has of a referral. */
guint caseness_extract_view_count_contacts (const CasenessExtractView *view, const char *service_request_id);

/** caseness_extract_is_same: whether two texts of one field mean the same, however dates, numbers and flags are written. */
gboolean caseness_extract_is_same (const char *local, const char *national);

G_END_DECLS
