/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-filter.h"
#include "caseness-journal.h"
#include "caseness-measure.h"

G_BEGIN_DECLS

/*
 * Plan, Do, Study, Act: one change at a time, tried on purpose, with a figure to tell whether it helped.
 */

#define CASENESS_CYCLE_KIND "pdsa-cycle"       /* subject: the id of the cycle */
#define CASENESS_CYCLE_DRAFT_KIND "pdsa-draft" /* the same while it is being written, see caseness_journal_keep_draft() */

/** CasenessCycleState: how far a cycle has come. */
typedef enum
{
  CASENESS_CYCLE_PLAN,
  CASENESS_CYCLE_DO,
  CASENESS_CYCLE_STUDY,
  CASENESS_CYCLE_ACT,
  CASENESS_N_CYCLE_STATES
} CasenessCycleState;

/** caseness_cycle_state_get_name: Returns: (transfer none): a state for people, translated: `Plan`. */
const char *caseness_cycle_state_get_name (CasenessCycleState state);

/** CasenessCycle: what people wrote of one change. Texts are never NULL. */
typedef struct
{
  char *id;                /* of the journal's subject; outlives every edit */
  char *aim;
  char *measure;           /* an id of the catalogue, maybe empty or of a later edition */
  CasenessFilter *filter;  /* whose figures */
  char *change;            /* what is done differently */
  char *owner;
  char *learnt;
  CasenessDate starts;     /* the first day of the change; CASENESS_DATE_NONE as long as it is not known */
  CasenessDate reviewed;   /* the day to look back; CASENESS_DATE_NONE for none */
  CasenessCycleState state;
  gboolean is_step;        /* people say that from the first day on the figure is another one */
} CasenessCycle;

/** caseness_cycle_new: Returns: (transfer full): a cycle with a new id, about nothing yet. */
CasenessCycle *caseness_cycle_new (void);

/** caseness_cycle_copy: Returns: (transfer full): the same again. */
CasenessCycle *caseness_cycle_copy (const CasenessCycle *cycle);

/** caseness_cycle_free: frees a cycle. */
void caseness_cycle_free (CasenessCycle *cycle);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessCycle, caseness_cycle_free)

/** caseness_cycle_set_text: replaces one of the texts of a cycle, blanks at its ends aside. */
void caseness_cycle_set_text (char **field, const char *text);

/** caseness_cycle_set_filter: says whose figures are looked at. */
void caseness_cycle_set_filter (CasenessCycle *cycle, CasenessFilter *filter);

/** caseness_cycle_get_measure: Returns: (transfer none) (nullable): the figure that will tell; NULL for none. */
const CasenessMeasure *caseness_cycle_get_measure (const CasenessCycle *cycle);

/** caseness_cycle_read: Returns: (transfer full): what an entry of the journal says. */
CasenessCycle *caseness_cycle_read (const CasenessJournalEntry *entry);

/** caseness_cycle_dup_body: Returns: (transfer full): what the journal is to hold of a cycle. */
char *caseness_cycle_dup_body (const CasenessCycle *cycle);

/** caseness_cycle_is_same: whether two cycles say the same. */
gboolean caseness_cycle_is_same (const CasenessCycle *a, const CasenessCycle *b);

/**
 * caseness_cycle_list:
 * @journal: (nullable): what people recorded
 *
 * Returns: (transfer full) (element-type CasenessCycle): all cycles: those that go on first, the latest change first.
 */
GPtrArray *caseness_cycle_list (CasenessJournal *journal);

/** caseness_cycle_find: Returns: (transfer full) (nullable): the cycle called @id. */
CasenessCycle *caseness_cycle_find (CasenessJournal *journal, const char *id);

/** caseness_cycle_find_draft: Returns: (transfer full) (nullable): what somebody was writing when the program ended. */
CasenessCycle *caseness_cycle_find_draft (CasenessJournal *journal);

G_END_DECLS
