/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"
#include "caseness-finding.h"

G_BEGIN_DECLS

/** CasenessSubmissionRow: a month of one provider that counts now. Texts are numbers of the snapshot's dictionary. */
typedef struct
{
  guint32 provider;
  CasenessDate period_start;
  CasenessDate period_end;
} CasenessSubmissionRow;

/** CasenessFindingRow: a finding of a submission or list that counts now, kept small because there may be many. */
typedef struct
{
  CasenessFindingLevel level;
  guint32 rule;
  guint32 table;
  guint32 file;
  guint32 line;            /* 0 for the whole file */
  guint32 field;
  guint32 value;
  guint32 message;
  guint32 provider;        /* 0 for a local list */
  CasenessDate period_end; /* of the submission; CASENESS_DATE_NONE for a local list */
  guint32 referral;        /* ServiceRequestId of the row, maybe empty */
  guint32 patient;         /* LocalPatientId, maybe empty */
  guint32 pathway;         /* whose row it is as far as a snapshot knows, else CASENESS_NO_ROW */
} CasenessFindingRow;

/** CasenessFindings: what importing the service file said of its rows. */
typedef struct
{
  GArray *submissions; /* CasenessSubmissionRow, by provider and month */
  GArray *rows;        /* CasenessFindingRow, in the order they were imported */
} CasenessFindings;

/** caseness_findings_new: Returns: (transfer full): none, of no submission. */
CasenessFindings *caseness_findings_new (void);

/** caseness_findings_free: frees the rows. */
void caseness_findings_free (CasenessFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessFindings, caseness_findings_free)

G_END_DECLS
