/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-overview.h"

G_BEGIN_DECLS

/** CasenessContractSection: a part of the contract review that holds figures; what they are is in
 *  `resources/reference/contract.csv`. */
typedef enum
{
  CASENESS_CONTRACT_ACCESS,
  CASENESS_CONTRACT_COURSES,
  CASENESS_CONTRACT_WAITS,
  CASENESS_CONTRACT_OUTCOMES,
  CASENESS_CONTRACT_EQUITY,
  CASENESS_CONTRACT_ADSM,
  CASENESS_CONTRACT_EXPERIENCE,
  CASENESS_CONTRACT_EMPLOYMENT,
  CASENESS_CONTRACT_WORKFORCE,
  CASENESS_N_CONTRACT_SECTIONS
} CasenessContractSection;

/** caseness_contract_section_get_word: Returns: (transfer none): the word of a section in files: `waits`. */
const char *caseness_contract_section_get_word (CasenessContractSection section);

/** CasenessContractTotal: a figure over a period, against what was planned for it. */
typedef struct
{
  CasenessFigure figure;
  double plan;          /* NaN for none */
  double share_of_plan; /* per cent, NaN likewise */
} CasenessContractTotal;

/** CasenessContractRow: a measure in the contract review. */
typedef struct
{
  CasenessContractSection section;
  CasenessOverviewRow row;      /* name, months, notes, published figures */
  gboolean has_chart;
  CasenessContractTotal period; /* the quarter, as a rule */
  CasenessContractTotal year;   /* the financial year to the end of it */
  CasenessInterval interval;    /* 95%, of the year, in the unit of the measure; NaN where none fits */
} CasenessContractRow;

/** CasenessSelfAnswer: what data say of a statement of the manual's self-assessment. */
typedef enum
{
  CASENESS_SELF_NOT_FROM_DATA, /* people have to answer */
  CASENESS_SELF_NO_FIGURE,
  CASENESS_SELF_FIGURE,        /* there is a figure and nothing to hold it against */
  CASENESS_SELF_MET,
  CASENESS_SELF_NOT_MET,
} CasenessSelfAnswer;

/** CasenessSelfStatement: a statement of the manual's Table 7 (what better performing services have in common) or Table
 *  8 (quality by domain): a row of `resources/reference/self-assessment.csv`, answered over the year to date. */
typedef struct
{
  guint table;
  const char *domain;
  const char *statement;
  const CasenessMeasure *measure; /* (nullable) */
  gboolean is_access;             /* of a hundred in need, treated in a year */
  gboolean is_at_most;
  double value;                   /* NaN for none */
  const char *source;
  CasenessFigure figure;
  CasenessSelfAnswer answer;
} CasenessSelfStatement;

/** CasenessContract: the figures of a contract review. Immutable and reference-counted. */
typedef struct
{
  CasenessSnapshot *snapshot; /* owned */
  CasenessFilter *filter;     /* owned, nullable */
  CasenessJournal *journal;   /* owned, nullable */
  CasenessPeriod period;
  CasenessPeriod year;
  CasenessOverview *overview; /* owned: the standards of the contract set over 24 months */
  GPtrArray *rows;            /* CasenessContractRow, by section */
  GArray *statements;         /* CasenessSelfStatement */
  double need;                /* people in need where the service works; NaN unless a population list says */
  CasenessInterval access;    /* of a hundred in need, treated in a year; NaN likewise */
} CasenessContract;

/**
 * caseness_contract_new:
 * @snapshot: a snapshot
 * @period: the period under review
 * @filter: (nullable): whose
 * @journal: (nullable): what people recorded: plans, notes, commentary
 * @cancellable: (nullable)
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the figures, or NULL with @error set.
 */
CasenessContract *caseness_contract_new (CasenessSnapshot *snapshot, const CasenessPeriod *period,
                                         const CasenessFilter *filter, CasenessJournal *journal,
                                         GCancellable *cancellable, GError **error);

/** caseness_contract_dup_told: Returns: (transfer full): what people outside the service are told over time: as
 *  caseness_series_dup_told() of each measure. Totals are hidden by caseness_contract_total_is_small(). */
CasenessContract *caseness_contract_dup_told (const CasenessContract *contract);

/** caseness_contract_ref: Returns: (transfer full): @contract with one more reference. */
CasenessContract *caseness_contract_ref (CasenessContract *contract);

/** caseness_contract_unref: drops a reference. */
void caseness_contract_unref (CasenessContract *contract);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessContract, caseness_contract_unref)

/** caseness_contract_total_is_small: whether @total of @measure stands on too few people to be told outside. */
gboolean caseness_contract_total_is_small (const CasenessContractTotal *total, const CasenessMeasure *measure);

/** caseness_commentary_dup_subject: Returns: (transfer full): the journal's subject of the commentary on a section. */
char *caseness_commentary_dup_subject (const char *section, const CasenessPeriod *period);

/** caseness_commentary_dup_body: Returns: (transfer full) (nullable): what the journal is to hold; NULL for no words. */
char *caseness_commentary_dup_body (const char *text);

/** caseness_commentary_dup_text: Returns: (transfer full) (nullable): what was written on a section, NULL for nothing. */
char *caseness_commentary_dup_text (CasenessJournal *journal, const char *section, const CasenessPeriod *period);

G_END_DECLS
