/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-since.h"

#include "caseness-clearance.h"
#include "caseness-ptl-meeting.h"
#include "caseness-ptl-private.h"

#define WEEK 7

/* Earlier: a list of an earlier day, as keys of people. */
typedef struct
{
  CasenessDate day;
  gboolean is_kept;
  GHashTable *people; /* owned: a set of keys */
  GHashTable *past;   /* owned: a set of keys */
  GHashTable *waits;  /* owned: keys to CasenessPtlPerson of @list */
  CasenessPtl *list;  /* owned: who waited then, as it can be worked out today */
} Earlier;

static void
earlier_clear (Earlier *earlier)
{
  g_hash_table_unref (earlier->people);
  g_hash_table_unref (earlier->past);
  g_hash_table_unref (earlier->waits);
  g_clear_pointer (&earlier->list, caseness_ptl_unref);
}

static void
earlier_init (Earlier *earlier)
{
  *earlier = (Earlier){ .day = CASENESS_DATE_NONE };
  earlier->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  earlier->past = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  earlier->waits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The latest list kept of a day before, if there is one by this standard. */
static void
find_kept (Earlier *earlier, const CasenessPtl *ptl, CasenessJournal *journal)
{
  CasenessStage stage = caseness_ptl_get_stage (ptl);

  if (caseness_ptl_get_standard (ptl) != caseness_stage_get_standard (stage))
    return;
  earlier->day = caseness_ptl_meeting_find_before (journal, stage, caseness_ptl_get_as_at (ptl), earlier->people,
                                                   earlier->past);
  earlier->is_kept = earlier->day != CASENESS_DATE_NONE;
}

/* The list of the earlier day, of everybody: whom to count is decided by what people are now. */
static void
work_out (Earlier *earlier, const CasenessPtl *ptl)
{
  int standard = caseness_ptl_get_standard (ptl);
  CasenessStage stage = caseness_ptl_get_stage (ptl);
  const CasenessPtlPerson *people;
  guint n, i;

  if (!earlier->is_kept)
    earlier->day = caseness_ptl_get_as_at (ptl) - WEEK;
  if (standard == caseness_stage_get_standard (stage))
    standard = CASENESS_STANDARD_OF_STAGE;
  earlier->list = caseness_ptl_new ((CasenessSnapshot *) caseness_ptl_get_snapshot (ptl), stage, earlier->day, standard,
                                    NULL);
  people = caseness_ptl_get_people (earlier->list, &n);
  for (i = 0; i < n; i++)
    {
      g_autofree char *key = caseness_ptl_person_dup_key (&people[i]);

      g_hash_table_insert (earlier->waits, g_strdup (key), (gpointer) &people[i]);
      if (earlier->is_kept)
        continue;
      g_hash_table_add (earlier->people, g_strdup (key));
      if (people[i].is_past)
        g_hash_table_add (earlier->past, g_strdup (key));
    }
}

/* Counting: what the people of both days are told apart by. */
typedef struct
{
  CasenessPtlSince *since;
  const CasenessPtlActions *actions;
  Earlier earlier;
  GHashTable *met; /* owned: a set of keys of those who are told of */
} Counting;

static void
add_move (CasenessPtlSince *since, CasenessPtlMove move, const CasenessPtlPerson *person)
{
  g_ptr_array_add (since->moves[move], (gpointer) person);
}

static void
count_action (Counting *counting, const CasenessPtlPerson *person, const char *key)
{
  CasenessDate then = counting->earlier.day;
  CasenessDate now = caseness_ptl_actions_get_as_at (counting->actions);
  const CasenessPtlAction *reviewed = caseness_ptl_actions_find_by (counting->actions, key, then);
  const CasenessPtlAction *latest = caseness_ptl_actions_find_by (counting->actions, key, now);

  if (reviewed != NULL && caseness_ptl_action_is_open (reviewed, then))
    {
      add_move (counting->since, CASENESS_PTL_MOVE_ACTION_REVIEWED, person);
      if (!caseness_ptl_action_is_open (reviewed, now))
        add_move (counting->since, CASENESS_PTL_MOVE_ACTION_DONE, person);
    }
  if (latest != NULL && caseness_ptl_action_is_open (latest, now))
    add_move (counting->since, CASENESS_PTL_MOVE_ACTION_OPEN, person);
}

/* Who is on the list now: new to it or not, late or not. */
static void
count_present (Counting *counting, const CasenessPtl *ptl)
{
  CasenessPtlSince *since = counting->since;
  const CasenessPtlPerson *people;
  guint n, i;

  people = caseness_ptl_get_people (ptl, &n);
  for (i = 0; i < n; i++)
    {
      g_autofree char *key = caseness_ptl_person_dup_key (&people[i]);

      if (!g_hash_table_contains (counting->earlier.people, key))
        add_move (since, CASENESS_PTL_MOVE_JOINED, &people[i]);
      if (people[i].is_past)
        add_move (since,
                  g_hash_table_contains (counting->earlier.past, key) ? CASENESS_PTL_MOVE_STILL_PAST
                                                                      : CASENESS_PTL_MOVE_NEWLY_PAST,
                  &people[i]);
      if (!g_hash_table_contains (counting->met, key))
        count_action (counting, &people[i], key);
      g_hash_table_add (counting->met, g_steal_pointer (&key));
    }
}

static CasenessPtlMove
find_way_off (const CasenessPtl *ptl, guint index)
{
  const CasenessSnapshot *snapshot = caseness_ptl_get_snapshot (ptl);
  CasenessDate as_at = caseness_ptl_get_as_at (ptl);
  CasenessDate discharged = caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_DISCHARGED);

  if (caseness_queue_has_left (snapshot, index, caseness_ptl_get_stage (ptl), as_at))
    return CASENESS_PTL_MOVE_SEEN;
  return discharged != CASENESS_DATE_NONE && discharged <= as_at ? CASENESS_PTL_MOVE_DISCHARGED
                                                                 : CASENESS_PTL_MOVE_OTHERWISE;
}

/* Whom the filter lets through, by what the person is now: nobody knows what the filter would have said then. */
static gboolean
is_wanted (const CasenessPtl *ptl, CasenessPtlPerson *person)
{
  CasenessPtlWait wait = { 0 };

  caseness_ptl_label (caseness_ptl_get_snapshot (ptl), caseness_ptl_get_as_at (ptl), &wait, person);
  return caseness_ptl_wants (ptl, person);
}

/* Returns: (transfer full): somebody off the list, as they waited then where that can be worked out. */
static CasenessPtlPerson *
copy_gone (const Counting *counting, const CasenessPtlPerson *person, const char *key)
{
  const CasenessPtlPerson *then = g_hash_table_lookup (counting->earlier.waits, key);
  CasenessPtlPerson *gone = g_memdup2 (person, sizeof *person);

  gone->clock_start = gone->breach_date = gone->booked_date = CASENESS_DATE_NONE;
  gone->standard_days = CASENESS_NO_STANDARD;
  if (then != NULL && then->pathway == person->pathway)
    *gone = *then;
  return gone;
}

/* Who is not on the list now: what became of their referral, and of what was agreed about them. */
static void
count_absent (Counting *counting, const CasenessPtl *ptl, guint index)
{
  const CasenessSnapshot *snapshot = caseness_ptl_get_snapshot (ptl);
  CasenessPtlPerson person = { 0 };
  CasenessPtlPerson *gone;
  CasenessPtlWait wait = { 0 };
  g_autofree char *key = NULL;
  gboolean was_here;

  caseness_ptl_name_person (snapshot, index, &person);
  key = caseness_ptl_person_dup_key (&person);
  was_here = g_hash_table_contains (counting->earlier.people, key);
  if ((!was_here && caseness_ptl_actions_find_by (counting->actions, key, caseness_ptl_get_as_at (ptl)) == NULL)
      || g_hash_table_contains (counting->met, key)
      || caseness_ptl_find_wait (snapshot, index, caseness_ptl_get_stage (ptl), caseness_ptl_get_as_at (ptl), &wait)
      || !is_wanted (ptl, &person))
    return;
  gone = copy_gone (counting, &person, key);
  g_ptr_array_add (counting->since->gone, gone);
  if (was_here)
    add_move (counting->since, find_way_off (ptl, index), gone);
  count_action (counting, gone, key);
  /* A referral sent twice under one number counts once. */
  g_hash_table_add (counting->met, g_steal_pointer (&key));
}

static int
compare_waits (gconstpointer a, gconstpointer b)
{
  const CasenessPtlPerson *first = *(const CasenessPtlPerson *const *) a;
  const CasenessPtlPerson *second = *(const CasenessPtlPerson *const *) b;

  if ((first->clock_start == CASENESS_DATE_NONE) != (second->clock_start == CASENESS_DATE_NONE))
    return first->clock_start == CASENESS_DATE_NONE ? 1 : -1;
  if (first->clock_start != second->clock_start)
    return first->clock_start < second->clock_start ? -1 : 1;
  return first->pathway < second->pathway ? -1 : first->pathway > second->pathway;
}

CasenessPtlSince *
caseness_ptl_since_new (CasenessPtl *ptl, CasenessJournal *journal, const CasenessPtlActions *actions)
{
  CasenessPtlSince *since;
  Counting counting = { .actions = actions };
  guint i;

  g_return_val_if_fail (ptl != NULL && actions != NULL, NULL);

  since = g_atomic_rc_box_new0 (CasenessPtlSince);
  since->ptl = caseness_ptl_ref (ptl);
  since->gone = g_ptr_array_new_with_free_func (g_free);
  since->staff = caseness_ptl_actions_are_none (actions) ? g_ptr_array_new ()
                                                         : caseness_ptl_list_staff (caseness_ptl_get_snapshot (ptl));
  for (i = 0; i < CASENESS_N_PTL_MOVES; i++)
    since->moves[i] = g_ptr_array_new ();
  counting.since = since;
  counting.met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  earlier_init (&counting.earlier);
  if (journal != NULL)
    find_kept (&counting.earlier, ptl, journal);
  work_out (&counting.earlier, ptl);
  since->day = counting.earlier.day;
  since->is_kept = counting.earlier.is_kept;
  count_present (&counting, ptl);
  for (i = 0; i < caseness_snapshot_get_n_pathways (caseness_ptl_get_snapshot (ptl)); i++)
    count_absent (&counting, ptl, i);
  for (i = 0; i < CASENESS_N_PTL_MOVES; i++)
    g_ptr_array_sort (since->moves[i], compare_waits);
  earlier_clear (&counting.earlier);
  g_hash_table_unref (counting.met);
  return since;
}

CasenessPtlSince *
caseness_ptl_since_ref (CasenessPtlSince *since)
{
  return g_atomic_rc_box_acquire (since);
}

static void
clear_since (CasenessPtlSince *since)
{
  guint i;

  for (i = 0; i < CASENESS_N_PTL_MOVES; i++)
    g_ptr_array_unref (since->moves[i]);
  g_ptr_array_unref (since->gone);
  g_ptr_array_unref (since->staff);
  caseness_ptl_unref (since->ptl);
}

void
caseness_ptl_since_unref (CasenessPtlSince *since)
{
  g_atomic_rc_box_release_full (since, (GDestroyNotify) clear_since);
}

guint
caseness_ptl_since_count (const CasenessPtlSince *since, CasenessPtlMove move)
{
  g_return_val_if_fail (since != NULL && move < CASENESS_N_PTL_MOVES, 0);
  return since->moves[move]->len;
}

guint
caseness_ptl_since_get_number (const CasenessPtlSince *since, const CasenessPtlPerson *person)
{
  const CasenessPtlPerson *people;
  guint n, position;

  g_return_val_if_fail (since != NULL && person != NULL, 0);

  people = caseness_ptl_get_people (since->ptl, &n);
  if (person >= people && person < people + n)
    return (guint) (person - people) + 1;
  return g_ptr_array_find (since->gone, person, &position) ? n + position + 1 : 0;
}
