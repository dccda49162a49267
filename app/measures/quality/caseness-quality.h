/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-completeness.h"
#include "caseness-filter.h"

G_BEGIN_DECLS

/** CASENESS_QUALITY_MAX_MONTHS: how far back the trend of a rule goes. */
#define CASENESS_QUALITY_MAX_MONTHS 12

/** CASENESS_QUALITY_FEWEST: shares of fewer are not judged or shown as such: their counts say more. */
#define CASENESS_QUALITY_FEWEST 10

/** CasenessQualitySplit: what the rows of a table are told by. */
typedef enum
{
  CASENESS_QUALITY_BY_ITEM, /* everybody together */
  CASENESS_QUALITY_BY_MONTH,
  CASENESS_QUALITY_BY_PROVIDER,
  CASENESS_QUALITY_BY_TEAM,
  CASENESS_QUALITY_BY_CLINICIAN,
  CASENESS_N_QUALITY_SPLITS
} CasenessQualitySplit;

/** CasenessQualityRule: a rule that was broken in the months of the trend. */
typedef struct
{
  const char *id;
  const char *table;
  const char *field;
  CasenessFindingLevel level;
  const char *meaning; /* what is wrong, in the user's language; for rules of our own the message of one finding */
  const char *fix;     /* how to put it right, maybe empty */
  CasenessQualitySplit split; /* what @group is one of; CASENESS_QUALITY_BY_ITEM: everybody */
  const char *group;   /* (nullable): in whose rows; untranslated; of a month `2025-06` */
  guint n_latest;      /* in the latest month of the period; of a local list: now */
  guint n_period;      /* in the period; of a local list: now */
  guint by_month[CASENESS_QUALITY_MAX_MONTHS]; /* as CasenessQuality.months */
} CasenessQualityRule;

/** CasenessQualitySubmission: the latest month of a provider in the period, and what the national system would do. */
typedef struct
{
  const char *provider;
  CasenessPeriod month;
  guint n_file;    /* faults for which the whole file would be refused */
  guint n_record;  /* rows that would not be taken */
  guint n_warning; /* rows taken with a warning */
} CasenessQualitySubmission;

/** CasenessQualityShare: how many have it, of how many. */
typedef struct
{
  guint numerator;
  guint denominator;
} CasenessQualityShare;

/** CasenessQualityList: pathways and rows that somebody must put right in the source system. */
typedef enum
{
  CASENESS_QUALITY_BROKEN_PATHWAYS, /* one course under two numbers, or one number for two people */
  CASENESS_QUALITY_LATE_DISCHARGES, /* discharged in an earlier month than the one that told of it */
  CASENESS_QUALITY_NOT_SENT,        /* open, and missing from the provider's latest month */
  CASENESS_QUALITY_NEGATIVE_WAITS,  /* dates in the wrong order */
  CASENESS_QUALITY_SCORES,          /* outside the range of their questionnaire */
  CASENESS_N_QUALITY_LISTS
} CasenessQualityList;

/** CasenessQualityFaultKind: why somebody or something stands in a list. */
typedef enum
{
  CASENESS_FAULT_FINDING,
  CASENESS_FAULT_SHARED_NUMBER, /* another person has the same ServiceRequestId */
  CASENESS_FAULT_NEW_NUMBER,    /* the same person's course goes on under another number */
  CASENESS_FAULT_LATE_DISCHARGE,
  CASENESS_FAULT_NOT_SENT,
  CASENESS_FAULT_ENDS_BEFORE_START,
  CASENESS_FAULT_MISSING,       /* an item of completeness */
} CasenessQualityFaultKind;

/** CasenessQualityFault: one row of a list: a pathway, or a row of a file. */
typedef struct
{
  CasenessQualityFaultKind kind;
  guint32 pathway;                   /* CASENESS_NO_ROW for a row of a file */
  guint32 other;                     /* the pathway it goes on as, or the item that is missing */
  const CasenessFindingRow *finding; /* (nullable) */
} CasenessQualityFault;

/**
 * CasenessQuality:
 *
 * What can be said of the quality of a service's data in a period. Immutable and reference-counted. Rules are counted
 * for whole submissions, so that of the filter only the provider narrows them.
 */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessFilter *filter;
  guint64 *people;             /* (nullable): whom the filter lets through, NULL for everybody */
  CasenessPeriod period;
  CasenessDate as_at;     /* the day on which windows are judged */
  GArray *months;         /* CasenessDate: last days of the months of the trend, oldest first */
  GPtrArray *rules;       /* (element-type CasenessQualityRule): gravest level first, then most often broken */
  GArray *submissions;    /* CasenessQualitySubmission */
  CasenessQualityShare *totals;               /* (array): one per item of completeness */
  GArray *faults[CASENESS_N_QUALITY_LISTS];   /* CasenessQualityFault */
  guint n_unread;         /* people whose problem calls for a questionnaire that has no code here (rulings 13) */
  const char *unread;     /* (nullable): its name */
} CasenessQuality;

/**
 * caseness_quality_new:
 * @snapshot: a snapshot
 * @period: which months
 * @filter: (nullable): which pathways
 * @as_at: the day on which submission windows are judged
 *
 * Returns: (transfer full): what there is to say.
 */
CasenessQuality *caseness_quality_new (CasenessSnapshot *snapshot, const CasenessPeriod *period,
                                       const CasenessFilter *filter, CasenessDate as_at);

/** caseness_quality_ref: Returns: (transfer full): @quality with one more reference. */
CasenessQuality *caseness_quality_ref (CasenessQuality *quality);

/** caseness_quality_unref: drops a reference. */
void caseness_quality_unref (CasenessQuality *quality);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessQuality, caseness_quality_unref)

/** caseness_quality_is_short: whether a share of enough people falls short of the standard of item number @item. */
gboolean caseness_quality_is_short (guint item, CasenessQualityShare share);

/** CasenessQualityHeadline: the figures that a page begins with. */
typedef struct
{
  guint n_refused;      /* faults of the latest months for which a file or row would be refused */
  guint n_file;         /* of these, for which the whole file would be */
  guint n_rules;        /* rules broken in the period */
  guint n_findings;     /* how often */
  guint n_standards;    /* items of completeness with a standard and enough people */
  guint n_short;        /* of these, short of it */
  guint n_to_put_right; /* rows of all lists */
} CasenessQualityHeadline;

/** caseness_quality_get_headline: fills @headline. */
void caseness_quality_get_headline (const CasenessQuality *quality, CasenessQualityHeadline *headline);

/** CasenessQualityGroup: the shares of one group. */
typedef struct
{
  char *label;                  /* untranslated; of a month `2025-06` */
  CasenessQualityShare *shares; /* (array): one per item */
} CasenessQualityGroup;

/**
 * caseness_quality_count:
 * @quality: what to count
 * @split: any but CASENESS_QUALITY_BY_ITEM
 *
 * Returns: (transfer full) (element-type CasenessQualityGroup): the groups that occur, sorted as text, `Not recorded`
 *   last.
 */
GPtrArray *caseness_quality_count (const CasenessQuality *quality, CasenessQualitySplit split);

/**
 * caseness_quality_count_rules_by:
 * @quality: what to count
 * @split: any but CASENESS_QUALITY_BY_ITEM
 *
 * The team and clinician of a row are those of its pathway (LL "Whose pathway"); rows that belong to nobody are
 * `Not recorded`.
 *
 * Returns: (transfer full) (element-type CasenessQualityRule): the rules broken by the rows of each group, in the order
 *   of CasenessQuality.rules within a group; groups sorted as text, `Not recorded` last.
 */
GPtrArray *caseness_quality_count_rules_by (const CasenessQuality *quality, CasenessQualitySplit split);

/** caseness_quality_list_rule: Returns: (transfer full) (element-type CasenessQualityFault): the rows that broke a rule
 *  in the period, those of its group where it has one. */
GArray *caseness_quality_list_rule (const CasenessQuality *quality, const CasenessQualityRule *rule);

/** caseness_quality_list_refused: Returns: (transfer full) (element-type CasenessQualityFault): what the national
 *  system would not take of the latest months. */
GArray *caseness_quality_list_refused (const CasenessQuality *quality);

/**
 * caseness_quality_list_missing:
 * @quality: what to search
 * @item: number of an item
 * @split: what @label is a group of; CASENESS_QUALITY_BY_ITEM for everybody
 * @label: (nullable): that group
 *
 * Returns: (transfer full) (element-type CasenessQualityFault): who lacks the item.
 */
GArray *caseness_quality_list_missing (const CasenessQuality *quality, guint item, CasenessQualitySplit split,
                                       const char *label);

/**
 * caseness_quality_dup_message:
 * @quality: what @fault belongs to
 * @fault: a row of a list
 * @hides_numbers: whether it must name no other referral
 *
 * Returns: (transfer full): what is wrong and what to do, in the user's language.
 */
char *caseness_quality_dup_message (const CasenessQuality *quality, const CasenessQualityFault *fault,
                                    gboolean hides_numbers);

/** CasenessUnjudgedRule: a rule that cannot be judged here, and why. */
typedef struct
{
  const char *id;
  const char *table;
  const char *field;
  const char *meaning; /* untranslated */
  const char *reason;  /* untranslated */
} CasenessUnjudgedRule;

/** caseness_quality_list_unjudged: Returns: (transfer full) (element-type CasenessUnjudgedRule): all of them. */
GArray *caseness_quality_list_unjudged (void);

G_END_DECLS
