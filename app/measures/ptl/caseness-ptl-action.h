/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-journal.h"
#include "caseness-ptl.h"

G_BEGIN_DECLS

/**
 * CASENESS_RECORD_PTL_ACTION:
 *
 * What was agreed about somebody who waits, one entry for each day something was agreed on. What is agreed on a later
 * day takes the place of what was agreed before, done or not.
 */
#define CASENESS_RECORD_PTL_ACTION "ptl-action"

/** CasenessPtlAction: what somebody is to do about a person who waits. */
typedef struct
{
  char *subject;     /* of the journal; NULL for one not recorded yet */
  char *what;
  char *owner;       /* maybe empty */
  CasenessDate made; /* the day the list stood on */
  CasenessDate due;  /* CASENESS_DATE_NONE for no day */
  CasenessDate done; /* CASENESS_DATE_NONE while open */
} CasenessPtlAction;

/** caseness_ptl_action_free: frees an action. */
void caseness_ptl_action_free (CasenessPtlAction *action);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPtlAction, caseness_ptl_action_free)

/** caseness_ptl_action_is_open: whether it was agreed by @as_at and not done by then. */
gboolean caseness_ptl_action_is_open (const CasenessPtlAction *action, CasenessDate as_at);

/** caseness_ptl_action_is_late: whether its day is over and it is not done. */
gboolean caseness_ptl_action_is_late (const CasenessPtlAction *action, CasenessDate as_at);

/** caseness_ptl_person_dup_key: Returns: (transfer full): what names a person's referral beyond one import. */
char *caseness_ptl_person_dup_key (const CasenessPtlPerson *person);

/**
 * caseness_ptl_action_dup_subject:
 * @stage: what the person waits for
 * @person: the person
 * @made: the day it is agreed on
 *
 * Returns: (transfer full): the journal's subject of it: agreed again on the same day, it takes the earlier one's place.
 */
char *caseness_ptl_action_dup_subject (CasenessStage stage, const CasenessPtlPerson *person, CasenessDate made);

/** caseness_ptl_action_dup_body: Returns: (transfer full): what the journal is to hold of @action. */
char *caseness_ptl_action_dup_body (const CasenessPtlAction *action, CasenessStage stage,
                                    const CasenessPtlPerson *person);

/**
 * caseness_ptl_list_staff:
 *
 * Returns: (transfer full) (element-type utf8): the names and ids of everybody who works in the service, as the staff
 *   list, the waiting list, the appointments and the pathways tell them; in folded case.
 */
GPtrArray *caseness_ptl_list_staff (const CasenessSnapshot *snapshot);

/**
 * caseness_ptl_action_names_somebody:
 * @staff: what caseness_ptl_list_staff() returned
 * @person: whom the action is about
 * @text: what is to be done, or its owner
 *
 * Whether @text holds, as a word of its own, the name or id of a member of staff or an id of @person, so that it must not
 * be shown where people are not to be identified.
 */
gboolean caseness_ptl_action_names_somebody (const GPtrArray *staff, const CasenessPtlPerson *person, const char *text);

/**
 * CasenessPtlActions:
 *
 * The actions of one queue as they stood on one day: what was agreed later is left out. Immutable and reference-counted.
 */
typedef struct _CasenessPtlActions CasenessPtlActions;

/** caseness_ptl_actions_new: Returns: (transfer full): those that @journal (nullable) holds for @stage by @as_at. */
CasenessPtlActions *caseness_ptl_actions_new (CasenessJournal *journal, CasenessStage stage, CasenessDate as_at);

/** caseness_ptl_actions_ref: Returns: (transfer full): @actions with one more reference. */
CasenessPtlActions *caseness_ptl_actions_ref (CasenessPtlActions *actions);

/** caseness_ptl_actions_unref: drops a reference. */
void caseness_ptl_actions_unref (CasenessPtlActions *actions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPtlActions, caseness_ptl_actions_unref)

/** caseness_ptl_actions_get_as_at: the day they stand on. */
CasenessDate caseness_ptl_actions_get_as_at (const CasenessPtlActions *actions);

/** caseness_ptl_actions_are_none: whether nothing was agreed about anybody of the queue. */
gboolean caseness_ptl_actions_are_none (const CasenessPtlActions *actions);

/**
 * caseness_ptl_actions_find:
 *
 * Returns: (transfer none) (nullable): what was agreed last about @person, done or not.
 */
const CasenessPtlAction *caseness_ptl_actions_find (const CasenessPtlActions *actions,
                                                    const CasenessPtlPerson *person);

/**
 * caseness_ptl_actions_find_by:
 * @actions: actions
 * @key: a person's key
 * @day: their day, or an earlier one
 *
 * Returns: (transfer none) (nullable): what was agreed last by the end of @day about the person called @key.
 */
const CasenessPtlAction *caseness_ptl_actions_find_by (const CasenessPtlActions *actions, const char *key,
                                                       CasenessDate day);

/**
 * caseness_ptl_actions_list_owners:
 *
 * Returns: (transfer full) (array zero-terminated=1): who was given actions, the one named last first, each once.
 */
char **caseness_ptl_actions_list_owners (const CasenessPtlActions *actions);

G_END_DECLS
