/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cycle.h"

#include "caseness-journal-body.h"

#include <glib/gi18n.h>
#include <string.h>

#define FILTER "filter"
#define STATE "state"
#define STARTS "starts"
#define REVIEWED "reviewed"
#define STEP "step"

/* The words of states in the journal, and for people. */
static const struct
{
  const char *word;
  const char *name;
} states[CASENESS_N_CYCLE_STATES] = {
  [CASENESS_CYCLE_PLAN] = { "plan", NC_ ("cycle", "Plan") },
  [CASENESS_CYCLE_DO] = { "do", NC_ ("cycle", "Do") },
  [CASENESS_CYCLE_STUDY] = { "study", NC_ ("cycle", "Study") },
  [CASENESS_CYCLE_ACT] = { "act", NC_ ("cycle", "Act") },
};

/* The texts of a cycle, by their keys in the journal. */
static const struct
{
  const char *key;
  gsize offset;
} texts[] = {
  { "aim", G_STRUCT_OFFSET (CasenessCycle, aim) },       { "measure", G_STRUCT_OFFSET (CasenessCycle, measure) },
  { "change", G_STRUCT_OFFSET (CasenessCycle, change) }, { "owner", G_STRUCT_OFFSET (CasenessCycle, owner) },
  { "learnt", G_STRUCT_OFFSET (CasenessCycle, learnt) },
};

static char **
get_text (const CasenessCycle *cycle, gsize i)
{
  return &G_STRUCT_MEMBER (char *, cycle, texts[i].offset);
}

const char *
caseness_cycle_state_get_name (CasenessCycleState state)
{
  g_return_val_if_fail (state < CASENESS_N_CYCLE_STATES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "cycle", states[state].name);
}

static CasenessCycle *
make_cycle (const char *id)
{
  CasenessCycle *cycle = g_new0 (CasenessCycle, 1);
  gsize i;

  cycle->id = g_strdup (id);
  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    *get_text (cycle, i) = g_strdup ("");
  cycle->filter = caseness_filter_new ();
  cycle->starts = CASENESS_DATE_NONE;
  cycle->reviewed = CASENESS_DATE_NONE;
  return cycle;
}

CasenessCycle *
caseness_cycle_new (void)
{
  g_autofree char *id = g_uuid_string_random ();

  return make_cycle (id);
}

CasenessCycle *
caseness_cycle_copy (const CasenessCycle *cycle)
{
  CasenessCycle *copy;
  gsize i;

  g_return_val_if_fail (cycle != NULL, NULL);

  copy = make_cycle (cycle->id);
  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    caseness_cycle_set_text (get_text (copy, i), *get_text (cycle, i));
  caseness_cycle_set_filter (copy, cycle->filter);
  copy->starts = cycle->starts;
  copy->reviewed = cycle->reviewed;
  copy->state = cycle->state;
  copy->is_step = cycle->is_step;
  return copy;
}

void
caseness_cycle_free (CasenessCycle *cycle)
{
  gsize i;

  if (cycle == NULL)
    return;
  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*get_text (cycle, i));
  g_free (cycle->id);
  caseness_filter_unref (cycle->filter);
  g_free (cycle);
}

void
caseness_cycle_set_text (char **field, const char *text)
{
  char *trimmed;

  g_return_if_fail (field != NULL && text != NULL);

  trimmed = g_strstrip (g_strdup (text));
  g_free (*field);
  *field = trimmed;
}

void
caseness_cycle_set_filter (CasenessCycle *cycle, CasenessFilter *filter)
{
  CasenessFilter *old;

  g_return_if_fail (cycle != NULL && filter != NULL);

  old = cycle->filter;
  cycle->filter = caseness_filter_ref (filter);
  caseness_filter_unref (old);
}

const CasenessMeasure *
caseness_cycle_get_measure (const CasenessCycle *cycle)
{
  g_return_val_if_fail (cycle != NULL, NULL);
  return *cycle->measure != '\0' ? caseness_measure_find (cycle->measure) : NULL;
}

static CasenessDate
read_day (CasenessJournalBody *body, const char *key)
{
  const char *text = caseness_journal_body_get_text (body, key);

  return text != NULL ? caseness_date_parse (text) : CASENESS_DATE_NONE;
}

static void
write_day (CasenessJournalBody *body, const char *key, CasenessDate day)
{
  char text[11];

  if (day != CASENESS_DATE_NONE)
    caseness_journal_body_set_text (body, key, caseness_date_write_iso (day, text));
}

static CasenessCycleState
read_state (CasenessJournalBody *body)
{
  const char *word = caseness_journal_body_get_text (body, STATE);
  guint i;

  for (i = 0; word != NULL && i < CASENESS_N_CYCLE_STATES; i++)
    if (strcmp (states[i].word, word) == 0)
      return i;
  return CASENESS_CYCLE_PLAN;
}

CasenessCycle *
caseness_cycle_read (const CasenessJournalEntry *entry)
{
  g_autoptr(CasenessJournalBody) body = NULL;
  g_autoptr(CasenessFilter) filter = NULL;
  CasenessCycle *cycle;
  const char *written;
  gsize i;

  g_return_val_if_fail (entry != NULL, NULL);

  body = caseness_journal_body_parse (entry->body);
  cycle = make_cycle (entry->subject);
  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = caseness_journal_body_get_text (body, texts[i].key);

      caseness_cycle_set_text (get_text (cycle, i), text != NULL ? text : "");
    }
  written = caseness_journal_body_get_text (body, FILTER);
  filter = caseness_filter_read (written != NULL ? written : "");
  caseness_cycle_set_filter (cycle, filter);
  cycle->starts = read_day (body, STARTS);
  cycle->reviewed = read_day (body, REVIEWED);
  cycle->state = read_state (body);
  cycle->is_step = caseness_journal_body_get_int (body, STEP, FALSE) != 0;
  return cycle;
}

char *
caseness_cycle_dup_body (const CasenessCycle *cycle)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();
  g_autofree char *filter = NULL;
  gsize i;

  g_return_val_if_fail (cycle != NULL, NULL);

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    caseness_journal_body_set_text (body, texts[i].key, *get_text (cycle, i));
  filter = caseness_filter_write (cycle->filter);
  caseness_journal_body_set_text (body, FILTER, filter);
  write_day (body, STARTS, cycle->starts);
  write_day (body, REVIEWED, cycle->reviewed);
  caseness_journal_body_set_text (body, STATE, states[cycle->state].word);
  caseness_journal_body_set_int (body, STEP, cycle->is_step);
  return caseness_journal_body_to_text (body);
}

gboolean
caseness_cycle_is_same (const CasenessCycle *a, const CasenessCycle *b)
{
  g_autofree char *first = caseness_cycle_dup_body (a);
  g_autofree char *second = caseness_cycle_dup_body (b);

  return strcmp (a->id, b->id) == 0 && strcmp (first, second) == 0;
}

/* What is over comes last; a change without a day is still to come. */
static int
compare_cycles (gconstpointer a, gconstpointer b)
{
  const CasenessCycle *first = *(const CasenessCycle *const *) a, *second = *(const CasenessCycle *const *) b;
  gboolean is_first_over = first->state == CASENESS_CYCLE_ACT, is_second_over = second->state == CASENESS_CYCLE_ACT;

  if (is_first_over != is_second_over)
    return is_first_over ? 1 : -1;
  if (first->starts != second->starts)
    {
      if (first->starts == CASENESS_DATE_NONE || second->starts == CASENESS_DATE_NONE)
        return first->starts == CASENESS_DATE_NONE ? -1 : 1;
      return first->starts > second->starts ? -1 : 1;
    }
  return strcmp (first->id, second->id);
}

static GPtrArray *
list_kind (CasenessJournal *journal, const char *kind)
{
  g_autoptr(GPtrArray) entries = journal != NULL ? caseness_journal_list (journal, kind) : g_ptr_array_new ();
  GPtrArray *cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_cycle_free);
  guint i;

  for (i = 0; i < entries->len; i++)
    g_ptr_array_add (cycles, caseness_cycle_read (g_ptr_array_index (entries, i)));
  g_ptr_array_sort (cycles, compare_cycles);
  return cycles;
}

GPtrArray *
caseness_cycle_list (CasenessJournal *journal)
{
  return list_kind (journal, CASENESS_CYCLE_KIND);
}

CasenessCycle *
caseness_cycle_find (CasenessJournal *journal, const char *id)
{
  const CasenessJournalEntry *entry;

  g_return_val_if_fail (id != NULL, NULL);

  entry = journal != NULL ? caseness_journal_get (journal, CASENESS_CYCLE_KIND, id) : NULL;
  return entry != NULL ? caseness_cycle_read (entry) : NULL;
}

CasenessCycle *
caseness_cycle_find_draft (CasenessJournal *journal)
{
  g_autoptr(GPtrArray) drafts = list_kind (journal, CASENESS_CYCLE_DRAFT_KIND);

  return drafts->len > 0 ? caseness_cycle_copy (g_ptr_array_index (drafts, 0)) : NULL;
}
