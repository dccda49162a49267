/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-answer.h"
#include "caseness-filter.h"
#include "caseness-journal.h"
#include "caseness-period.h"
#include "caseness-report.h"

G_BEGIN_DECLS

/** CasenessReportRequest: what any report is asked for. All of it is borrowed. */
typedef struct
{
  CasenessPeriod period;
  CasenessDate as_at;
  const CasenessFilter *filter; /* (nullable) */
  CasenessJournal *journal;     /* (nullable): what people recorded */
  const char *store_path;       /* (nullable): the service file, for what is derived again under another rule */
  gboolean identifies;          /* keep it within the service: people are named, small numbers told */
  const GPtrArray *variables;   /* (nullable) (element-type CasenessVariable): by what measures are broken down, or equity compares */
  const CasenessEquityPick *picks; /* (nullable) (array length=CASENESS_MAX_CROSSED): whom equity looks at by itself */
  const char *area;                /* (nullable): of the local population, for equity; NULL for the first */
} CasenessReportRequest;

/** CasenessReportKind: one report that can be made by name, in the command line and in a set. */
typedef struct
{
  const char *name;  /* in files and commands: `ptl` */
  const char *title; /* for people, untranslated */
  /* (nullable): NULL when this version does not make it. Returns: (transfer full) (nullable): NULL with an error set. */
  CasenessReport *(*make) (CasenessSnapshot *snapshot, const CasenessReportRequest *request, GCancellable *cancellable,
                           GError **error);
} CasenessReportKind;

/**
 * caseness_report_kinds_get:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): every kind, those without a maker too.
 */
const CasenessReportKind *caseness_report_kinds_get (guint *n);

/** caseness_report_kind_find: Returns: (transfer none) (nullable): the kind of that name. */
const CasenessReportKind *caseness_report_kind_find (const char *name);

G_END_DECLS
