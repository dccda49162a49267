/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-answer.h"
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
  gboolean is_hidden;   /* may not be told outside the service; in what caseness_contract_dup_told() returns */
} CasenessContractTotal;

/** CASENESS_CONTRACT_QUARTERS: how many quarters a review looks back over. */
#define CASENESS_CONTRACT_QUARTERS 8

/** CasenessContractRow: a measure in the contract review. */
typedef struct
{
  CasenessContractSection section;
  const char *topic;            /* what it stands under, among the rows of its section */
  CasenessOverviewRow row;      /* name, months, notes, published figures */
  gboolean has_chart;
  CasenessContractTotal period; /* the quarter, as a rule */
  CasenessContractTotal year;   /* the financial year to the end of it */
  CasenessContractTotal quarters[CASENESS_CONTRACT_QUARTERS]; /* without plans; the latest last */
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

/** CasenessSelfKind: by what a statement is answered. */
typedef enum
{
  CASENESS_SELF_BY_PEOPLE,
  CASENESS_SELF_BY_MEASURE,
  CASENESS_SELF_BY_ACCESS,          /* of a hundred in need, treated in a year */
  CASENESS_SELF_BY_EQUAL_ACCESS,    /* groups clearly fewer than expected at first treatment, of every grouping */
  CASENESS_SELF_BY_EQUAL_RECOVERY,  /* groups that clearly recover less than all others */
} CasenessSelfKind;

/** CasenessSelfStatement: a statement of the manual's Table 7 (what better performing services have in common) or Table
 *  8 (quality by domain): a row of `resources/reference/self-assessment.csv`, answered over the year to date. */
typedef struct
{
  guint table;
  const char *domain;
  const char *statement;
  const CasenessMeasure *measure; /* (nullable) */
  CasenessSelfKind kind;
  gboolean is_at_most;
  double value;                   /* NaN for none */
  const char *source;
  CasenessFigure figure;          /* of groups, how many */
  gboolean is_hidden;             /* as of a total */
  CasenessSelfAnswer answer;
} CasenessSelfStatement;

/** CasenessContract: the figures of a contract review. Immutable and reference-counted. */
typedef struct _CasenessContract CasenessContract;

struct _CasenessContract
{
  CasenessContract *exact;    /* owned, nullable: what it tells of, when it is what people outside are told */
  CasenessSnapshot *snapshot; /* owned */
  CasenessFilter *filter;     /* owned, nullable */
  CasenessJournal *journal;   /* owned, nullable */
  CasenessPeriod period;
  CasenessPeriod year;
  CasenessOverview *overview; /* owned: the standards of the contract set over 24 months */
  GArray *quarters;           /* CasenessPeriod: the latest that are over by the end of @period */
  GPtrArray *rows;            /* CasenessContractRow, by section */
  GArray *statements;         /* CasenessSelfStatement */
  double need;                /* people in need where the service works; NaN unless a population list says */
  CasenessInterval access;    /* of a hundred in need, treated in a year; NaN likewise */
  CasenessEquityAnswer *equity; /* owned, by @exact if there is one: of the year to date */
};

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

/**
 * caseness_contract_dup_told:
 *
 * What people outside the service are told. Small figures have no value over time and are marked in totals, and so are as
 * many others as it takes that months, quarters, the period, the year to date and measures that add up give none of them
 * away (caseness-told-figures.h).
 *
 * Returns: (transfer full): that.
 */
CasenessContract *caseness_contract_dup_told (const CasenessContract *contract);

/** caseness_contract_ref: Returns: (transfer full): @contract with one more reference. */
CasenessContract *caseness_contract_ref (CasenessContract *contract);

/** caseness_contract_unref: drops a reference. */
void caseness_contract_unref (CasenessContract *contract);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessContract, caseness_contract_unref)

/** caseness_contract_find: Returns: (transfer none) (nullable): the row of a measure. */
const CasenessContractRow *caseness_contract_find (const CasenessContract *contract, const CasenessMeasure *measure);

/** caseness_commentary_dup_subject: Returns: (transfer full): the journal's subject of the commentary on a section. */
char *caseness_commentary_dup_subject (const char *section, const CasenessPeriod *period);

/** caseness_commentary_dup_body: Returns: (transfer full) (nullable): what the journal is to hold; NULL for no words. */
char *caseness_commentary_dup_body (const char *text);

/** caseness_commentary_dup_text: Returns: (transfer full) (nullable): what was written on a section, NULL for nothing. */
char *caseness_commentary_dup_text (CasenessJournal *journal, const char *section, const CasenessPeriod *period);

G_END_DECLS
