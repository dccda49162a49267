/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-difference-private.h"

#include "caseness-doubt.h"
#include "caseness-pathway-csv.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  const char *word;
  const char *title;
  const char *meaning;
} reasons[CASENESS_N_DIFFERENCE_REASONS] = {
  [CASENESS_DIFFERENCE_LATE] = { "late entry", N_ ("Entered after the window closed"),
                                 N_ ("Known here by now, not when the month was sent") },
  [CASENESS_DIFFERENCE_REJECTED] = { "rejected record", N_ ("Rejected at validation"),
                                     N_ ("A record counts on one side only: see Data Quality") },
  [CASENESS_DIFFERENCE_BROKEN] = { "broken pathway", N_ ("Broken pathway"),
                                   N_ ("The person or the referral goes by another id nationally") },
  [CASENESS_DIFFERENCE_RULE] = { "rule switch", N_ ("A rule in doubt"),
                                 N_ ("The same once the rule is decided the other way") },
  [CASENESS_DIFFERENCE_UNKNOWN] = { "unknown", N_ ("Not explained yet"), N_ ("Open each and compare") },
};

const char *
caseness_difference_reason_get_word (CasenessDifferenceReason reason)
{
  g_return_val_if_fail (reason < CASENESS_N_DIFFERENCE_REASONS, "");
  return reasons[reason].word;
}

const char *
caseness_difference_reason_get_title (CasenessDifferenceReason reason)
{
  g_return_val_if_fail (reason < CASENESS_N_DIFFERENCE_REASONS, "");
  return _ (reasons[reason].title);
}

const char *
caseness_difference_reason_get_meaning (CasenessDifferenceReason reason)
{
  g_return_val_if_fail (reason < CASENESS_N_DIFFERENCE_REASONS, "");
  return _ (reasons[reason].meaning);
}

GHashTable *
caseness_difference_index (const CasenessSnapshot *snapshot, const char *provider)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = caseness_snapshot_get_n_pathways (snapshot); i-- > 0;)
    if (strcmp (caseness_snapshot_get_text (snapshot, i, CASENESS_PATHWAY_PROVIDER), provider) == 0)
      g_hash_table_insert (index,
                           (gpointer) caseness_snapshot_get_text (snapshot, i, CASENESS_PATHWAY_SERVICE_REQUEST_ID),
                           GUINT_TO_POINTER (i + 1));
  return index;
}

guint32
caseness_difference_find (GHashTable *index, const char *service_request_id)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (index, service_request_id));

  return found > 0 ? found - 1 : CASENESS_NO_ROW;
}

void
caseness_difference_set (CasenessDifference *row, CasenessDifferenceReason reason, char *detail)
{
  row->reason = reason;
  g_free (row->detail);
  row->detail = detail;
}

/* The extract starts a pathway in the month of which we know earlier days. */
static gboolean
has_lost_history (const CasenessComparing *comparing, const CasenessPair *pair)
{
  static const struct { const char *heading; CasenessPathwayDate date; } firsts[] = {
    { "TherapySession_FirstDate", CASENESS_PATHWAY_TREATMENT_FIRST },
    { "Assessment_FirstDate", CASENESS_PATHWAY_ASSESSMENT_FIRST },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      const char *text = caseness_extract_view_get (comparing->view, pair->row, firsts[i].heading);
      CasenessDate own = caseness_snapshot_get_date (comparing->then, pair->then, firsts[i].date);
      CasenessDate national = text != NULL ? caseness_date_parse (text) : CASENESS_DATE_NONE;

      if (text != NULL && own != CASENESS_DATE_NONE && own < comparing->extract->period_start
          && (national == CASENESS_DATE_NONE || national >= comparing->extract->period_start))
        return TRUE;
    }
  return FALSE;
}

/* Several pathways of one referral: the person's id changed from month to month. */
static gboolean
is_split (const CasenessComparing *comparing, const CasenessPair *pair)
{
  guint next = pair->then + 1;

  return next < caseness_snapshot_get_n_pathways (comparing->then)
         && strcmp (caseness_snapshot_get_text (comparing->then, next, CASENESS_PATHWAY_SERVICE_REQUEST_ID), pair->id) == 0
         && strcmp (caseness_snapshot_get_text (comparing->then, next, CASENESS_PATHWAY_PROVIDER),
                    comparing->extract->provider) == 0;
}

/* Returns (transfer full) (nullable): how the pathway is broken. */
static char *
describe_break (const CasenessComparing *comparing, const CasenessPair *pair)
{
  const char *patient = caseness_snapshot_get_text (comparing->then, pair->then, CASENESS_PATHWAY_LOCAL_PATIENT_ID);

  if (pair->patient[0] != '\0' && strcmp (pair->patient, patient) != 0)
    return g_strdup (_ ("another patient id nationally"));
  if (is_split (comparing, pair))
    return g_strdup (_ ("several pathways go by this referral"));
  return has_lost_history (comparing, pair) ? g_strdup (_ ("earlier months are not joined to it nationally")) : NULL;
}

static guint
count_own_contacts (const CasenessComparing *comparing, const CasenessPair *pair)
{
  const CasenessEvents *events = caseness_snapshot_get_events (comparing->then);
  guint n, first = caseness_spans_get (&events->spans[CASENESS_EVENT_CONTACTS], pair->then, &n), found = 0, i;

  for (i = first; i < first + n; i++)
    {
      CasenessContact contact;

      caseness_events_get_contact (events, i, &contact);
      found += caseness_period_contains (&comparing->result->period, contact.date);
    }
  return found;
}

void
caseness_difference_explain (const CasenessComparing *comparing, const CasenessPair *pair, guint field,
                             CasenessDifference *row)
{
  char *broken = describe_break (comparing, pair);
  guint ours = count_own_contacts (comparing, pair);
  guint theirs = caseness_extract_view_count_contacts (comparing->view, pair->id);

  if (broken != NULL)
    caseness_difference_set (row, CASENESS_DIFFERENCE_BROKEN, broken);
  else if (comparing->is_sent_again)
    caseness_difference_set (row, CASENESS_DIFFERENCE_LATE, g_strdup (_ ("the month was sent again since")));
  else if (ours != theirs)
    /* Translators: two numbers of appointments of a month. */
    caseness_difference_set (row, CASENESS_DIFFERENCE_REJECTED,
                             g_strdup_printf (_ ("%u appointments of the month here, %u nationally"), ours, theirs));
}

/* Whether importing the month rejected a referral. */
static gboolean
has_rejected_referrals (const CasenessComparing *comparing)
{
  const CasenessFindings *findings = caseness_snapshot_get_findings (comparing->now);
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (comparing->now);
  guint i;

  for (i = 0; i < findings->rows->len; i++)
    {
      const CasenessFindingRow *row = &g_array_index (findings->rows, CasenessFindingRow, i);

      if (row->level == CASENESS_FINDING_RECORD && row->period_end == comparing->extract->period_end
          && strcmp (caseness_dictionary_get (dictionary, row->table), "IDS101Referral") == 0
          && strcmp (caseness_dictionary_get (dictionary, row->provider), comparing->extract->provider) == 0)
        return TRUE;
    }
  return FALSE;
}

void
caseness_difference_explain_missing (const CasenessComparing *comparing, const CasenessPair *pair,
                                     CasenessDifference *row)
{
  if (pair->now != CASENESS_NO_ROW)
    caseness_difference_set (row, CASENESS_DIFFERENCE_LATE, g_strdup (_ ("first held here from a later month")));
  else if (has_rejected_referrals (comparing))
    caseness_difference_set (row, CASENESS_DIFFERENCE_REJECTED, g_strdup (_ ("referrals of this month were rejected here")));
}

void
caseness_difference_explain_extra (const CasenessComparing *comparing, gboolean is_sent, CasenessDifference *row)
{
  if (!is_sent)
    caseness_difference_set (row, CASENESS_DIFFERENCE_LATE, g_strdup (_ ("first sent in a later month")));
  else if (comparing->is_sent_again)
    caseness_difference_set (row, CASENESS_DIFFERENCE_LATE, g_strdup (_ ("the month was sent again since")));
  else
    caseness_difference_set (row, CASENESS_DIFFERENCE_REJECTED, g_strdup (_ ("sent, and not there nationally")));
}

static gboolean
has_unexplained (const CasenessDifferences *result)
{
  guint i;

  for (i = 0; i < result->rows->len; i++)
    if (((const CasenessDifference *) g_ptr_array_index (result->rows, i))->reason == CASENESS_DIFFERENCE_UNKNOWN)
      return TRUE;
  return FALSE;
}

static guint
find_field (const char *heading)
{
  guint field = 0;

  while (field < caseness_pathway_get_n_fields () && strcmp (caseness_pathway_get_heading (field), heading) != 0)
    field++;
  return field;
}

static void
try_rule (CasenessComparing *comparing, const CasenessDoubt *doubt, const CasenessSnapshot *turned)
{
  g_autoptr(GHashTable) index = caseness_difference_index (turned, comparing->extract->provider);
  guint i;

  for (i = 0; i < comparing->result->rows->len; i++)
    {
      CasenessDifference *row = g_ptr_array_index (comparing->result->rows, i);
      guint field = find_field (row->field);
      guint32 pathway = caseness_difference_find (index, row->service_request_id);
      g_autofree char *text = NULL;

      if (row->reason != CASENESS_DIFFERENCE_UNKNOWN || pathway == CASENESS_NO_ROW || row->local[0] == '\0')
        continue;
      text = caseness_pathway_dup_field (turned, pathway, field);
      if (caseness_extract_is_same (text, row->national))
        caseness_difference_set (row, CASENESS_DIFFERENCE_RULE, g_strdup_printf ("%s=%s", doubt->name, doubt->other));
    }
}

gboolean
caseness_difference_try_rules (CasenessComparing *comparing, GError **error)
{
  guint n, i;
  const CasenessDoubt *doubts = caseness_doubt_get_all (&n);

  for (i = 0; i < n && has_unexplained (comparing->result); i++)
    {
      g_autoptr(CasenessSnapshot) turned = NULL;
      CasenessSwitches switches;

      if (!caseness_doubt_turn (&doubts[i], comparing->extract->period_end, &switches) || switches.knowledge_is_submitted)
        continue;
      switches.known_until = comparing->extract->period_end;
      turned = caseness_turning_run (comparing->turning, comparing->store, &switches, comparing->cancellable, error);
      if (turned == NULL)
        return FALSE;
      try_rule (comparing, &doubts[i], turned);
    }
  return TRUE;
}
