/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-compare-extract.h"

#include "caseness-difference-private.h"
#include "caseness-extract-view-private.h"
#include "caseness-import-held.h"
#include "caseness-pathway-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#define ID "ServiceRequestId"

/* Columns that name the pathway, or that only the national system can know. */
static const char *const not_compared[]
  = { "PathwayID", ID, "OrgID_Provider", "LocalPatientId", "UsePathway_Flag", NULL };

static gboolean
read_held (CasenessComparing *comparing, GError **error)
{
  g_auto(CasenessHeld) held = { 0 };

  if (!caseness_held_find_submission (comparing->store, comparing->extract, 0, &held, error))
    return FALSE;
  if (held.id == 0)
    {
      g_autofree char *month = caseness_period_format (&comparing->result->period);

      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_NOT_FOUND,
                   /* Translators: a folder, the code of a provider, and a month. */
                   _ ("%s: the service file holds no submission of %s for %s to compare with."),
                   comparing->extract->folder, comparing->extract->provider, month);
      return FALSE;
    }
  comparing->is_sent_again = strcmp (held.created, comparing->extract->created) > 0;
  return TRUE;
}

static gboolean
read_sent (CasenessComparing *comparing, GError **error)
{
  g_autoptr(CasenessStatement) row = caseness_store_prepare (comparing->store, "select-referrals-sent", error);
  CasenessStep step;

  if (row == NULL)
    return FALSE;
  caseness_statement_bind_text (row, ":provider", comparing->extract->provider);
  caseness_statement_bind_int (row, ":period_start", comparing->extract->period_start);
  while ((step = caseness_statement_step (row, comparing->cancellable, error)) == CASENESS_STEP_ROW)
    if (!caseness_statement_is_null (row, 0))
      g_hash_table_add (comparing->sent, g_strdup (caseness_statement_get_text (row, 0)));
  return step == CASENESS_STEP_DONE;
}

/* What is known now, and what was when the month was submitted. */
static gboolean
load_snapshots (CasenessComparing *comparing, GError **error)
{
  comparing->now = caseness_snapshot_load (comparing->store, comparing->cancellable, error);
  if (comparing->now == NULL)
    return FALSE;
  comparing->turning = caseness_turning_new (comparing->store, comparing->extract->period_end, comparing->cancellable, error);
  if (comparing->turning == NULL)
    return FALSE;
  comparing->then = caseness_snapshot_ref (caseness_turning_get_base (comparing->turning));
  comparing->now_index = caseness_difference_index (comparing->now, comparing->extract->provider);
  comparing->then_index = caseness_difference_index (comparing->then, comparing->extract->provider);
  return TRUE;
}

static gboolean
prepare (CasenessComparing *comparing, GError **error)
{
  comparing->view = caseness_extract_view_new (comparing->extract, error);
  return comparing->view != NULL && read_held (comparing, error) && read_sent (comparing, error)
         && load_snapshots (comparing, error);
}

static void
clear (CasenessComparing *comparing)
{
  g_clear_pointer (&comparing->view, caseness_extract_view_free);
  g_clear_pointer (&comparing->now, caseness_snapshot_unref);
  g_clear_pointer (&comparing->then, caseness_snapshot_unref);
  g_clear_pointer (&comparing->turning, caseness_turning_unref);
  g_clear_pointer (&comparing->now_index, g_hash_table_unref);
  g_clear_pointer (&comparing->then_index, g_hash_table_unref);
  g_clear_pointer (&comparing->sent, g_hash_table_unref);
  g_clear_pointer (&comparing->strangers, g_hash_table_unref);
}

static CasenessDifference *
add (CasenessComparing *comparing, const CasenessPair *pair, const char *field, const char *local, const char *national)
{
  CasenessDifference *row = g_new0 (CasenessDifference, 1);
  guint32 known = pair->now != CASENESS_NO_ROW ? pair->now : pair->then;
  const CasenessSnapshot *snapshot = pair->now != CASENESS_NO_ROW ? comparing->now : comparing->then;

  row->service_request_id = g_strdup (pair->id);
  row->local_patient_id
    = g_strdup (known != CASENESS_NO_ROW ? caseness_snapshot_get_text (snapshot, known, CASENESS_PATHWAY_LOCAL_PATIENT_ID)
                                         : pair->patient);
  row->pathway = pair->now;
  row->field = g_strdup (field);
  row->local = g_strdup (local);
  row->national = g_strdup (national);
  row->reason = CASENESS_DIFFERENCE_UNKNOWN;
  row->detail = g_strdup ("");
  g_ptr_array_add (comparing->result->rows, row);
  return row;
}

static char *
dup_field (const CasenessSnapshot *snapshot, guint32 pathway, guint field)
{
  return pathway != CASENESS_NO_ROW ? caseness_pathway_dup_field (snapshot, pathway, field) : g_strdup ("");
}

/* Ours as submitted is what the extract should say. Where they agree, what we know by now of the same days is late. */
static void
compare_field (CasenessComparing *comparing, const CasenessPair *pair, guint field, gboolean is_late_discharge)
{
  const char *heading = caseness_pathway_get_heading (field);
  const char *national = caseness_extract_view_get (comparing->view, pair->row, heading);
  g_autofree char *then = NULL, *now = NULL;
  CasenessDate day;

  if (national == NULL || g_strv_contains (not_compared, heading))
    return;
  then = dup_field (comparing->then, pair->then, field);
  now = dup_field (comparing->now, pair->now, field);
  day = caseness_date_parse (now);
  if (!caseness_extract_is_same (then, national))
    caseness_difference_explain (comparing, pair, field, add (comparing, pair, heading, then, national));
  else if (pair->now != CASENESS_NO_ROW && !caseness_extract_is_same (now, national)
           && (is_late_discharge || (day != CASENESS_DATE_NONE && day <= comparing->extract->period_end)))
    caseness_difference_set (add (comparing, pair, heading, now, national), CASENESS_DIFFERENCE_LATE,
                             g_strdup (_ ("first sent in a later month")));
}

static gboolean
is_discharged_late (const CasenessComparing *comparing, const CasenessPair *pair)
{
  CasenessDate now, then;

  if (pair->now == CASENESS_NO_ROW || pair->then == CASENESS_NO_ROW)
    return FALSE;
  now = caseness_snapshot_get_date (comparing->now, pair->now, CASENESS_PATHWAY_DISCHARGED);
  then = caseness_snapshot_get_date (comparing->then, pair->then, CASENESS_PATHWAY_DISCHARGED);
  return then == CASENESS_DATE_NONE && now != CASENESS_DATE_NONE && now <= comparing->extract->period_end;
}

/* By whom and when: the same referral under two ids. Returns (transfer full). */
static char *
dup_person_key (const char *patient, CasenessDate received)
{
  char day[11];

  return g_strconcat (patient, "\n", caseness_date_write_iso (received, day), NULL);
}

/* Remembers a referral that only the extract has, in case ours goes by another id. */
static void
note_stranger (CasenessComparing *comparing, const CasenessPair *pair, CasenessDifference *row)
{
  const char *received = caseness_extract_view_get (comparing->view, pair->row, "ReferralRequestReceivedDate");
  CasenessDate day = received != NULL ? caseness_date_parse (received) : CASENESS_DATE_NONE;

  if (*pair->patient != '\0' && day != CASENESS_DATE_NONE)
    g_hash_table_insert (comparing->strangers, dup_person_key (pair->patient, day), row);
}

/* The same person, referred on the same day, under another id nationally: one broken pathway, not two faults. */
static void
join_stranger (CasenessComparing *comparing, CasenessDifference *own)
{
  g_autofree char *key = NULL;
  CasenessDifference *stranger;

  key = dup_person_key (own->local_patient_id,
                        caseness_snapshot_get_date (comparing->now, own->pathway, CASENESS_PATHWAY_RECEIVED));
  stranger = g_hash_table_lookup (comparing->strangers, key);
  if (stranger == NULL)
    return;
  /* Translators: the id of a referral */
  caseness_difference_set (own, CASENESS_DIFFERENCE_BROKEN,
                           g_strdup_printf (_ ("goes by %s nationally"), stranger->service_request_id));
  /* Translators: the id of a referral */
  caseness_difference_set (stranger, CASENESS_DIFFERENCE_BROKEN,
                           g_strdup_printf (_ ("goes by %s here"), own->service_request_id));
  stranger->pathway = own->pathway;
  g_hash_table_remove (comparing->strangers, key);
}

static void
compare_row (CasenessComparing *comparing, guint row)
{
  const char *patient = caseness_extract_view_get (comparing->view, row, "LocalPatientId");
  CasenessPair pair = { .row = row, .id = caseness_extract_view_get (comparing->view, row, ID),
                        .patient = patient != NULL ? patient : "" };
  guint i;

  pair.now = caseness_difference_find (comparing->now_index, pair.id);
  pair.then = caseness_difference_find (comparing->then_index, pair.id);
  if (pair.then == CASENESS_NO_ROW)
    {
      CasenessDifference *missing = add (comparing, &pair, ID, "", pair.id);

      caseness_difference_explain_missing (comparing, &pair, missing);
      note_stranger (comparing, &pair, missing);
      return;
    }
  comparing->result->n_compared++;
  for (i = 0; i < caseness_pathway_get_n_fields (); i++)
    compare_field (comparing, &pair, i, is_discharged_late (comparing, &pair));
}

/* What we hold of the month and the extract does not know. */
static void
add_unknown_nationally (CasenessComparing *comparing, GHashTable *nationally)
{
  guint i;

  for (i = 0; i < caseness_snapshot_get_n_pathways (comparing->now); i++)
    {
      CasenessPair pair = { .id = caseness_snapshot_get_text (comparing->now, i, CASENESS_PATHWAY_SERVICE_REQUEST_ID),
                            .patient = "", .now = i };
      CasenessDate received = caseness_snapshot_get_date (comparing->now, i, CASENESS_PATHWAY_RECEIVED);
      gboolean is_sent;

      if (g_hash_table_contains (nationally, pair.id) || caseness_difference_find (comparing->now_index, pair.id) != i)
        continue;
      pair.then = caseness_difference_find (comparing->then_index, pair.id);
      is_sent = g_hash_table_contains (comparing->sent, pair.id);
      if (is_sent || (pair.then == CASENESS_NO_ROW && received != CASENESS_DATE_NONE
                      && caseness_period_contains (&comparing->result->period, received)))
        {
          CasenessDifference *extra = add (comparing, &pair, ID, pair.id, "");

          caseness_difference_explain_extra (comparing, is_sent, extra);
          join_stranger (comparing, extra);
        }
    }
}

static void
compare_all (CasenessComparing *comparing)
{
  g_autoptr(GHashTable) nationally = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; i < comparing->view->rows->len; i++)
    {
      guint row = g_array_index (comparing->view->rows, guint, i);

      g_hash_table_add (nationally, (gpointer) caseness_extract_view_get (comparing->view, row, ID));
      compare_row (comparing, row);
    }
  add_unknown_nationally (comparing, nationally);
}

/* Rows of one pathway stand together; it counts under the first reason it has. */
static void
count_pathways (CasenessDifferences *result)
{
  const char *last = NULL;
  guint i;

  for (i = 0; i < result->rows->len; i++)
    {
      const CasenessDifference *row = g_ptr_array_index (result->rows, i);

      if (last == NULL || strcmp (last, row->service_request_id) != 0)
        {
          result->n_differing++;
          result->n_pathways[row->reason]++;
        }
      last = row->service_request_id;
    }
}

static void
difference_free (gpointer data)
{
  CasenessDifference *row = data;

  g_free (row->service_request_id);
  g_free (row->local_patient_id);
  g_free (row->field);
  g_free (row->local);
  g_free (row->national);
  g_free (row->detail);
  g_free (row);
}

static CasenessDifferences *
differences_new (const CasenessSubmission *extract)
{
  CasenessDifferences *result = g_new0 (CasenessDifferences, 1);

  result->provider = g_strdup (extract->provider);
  result->period = (CasenessPeriod){ extract->period_start, extract->period_end };
  result->rows = g_ptr_array_new_with_free_func (difference_free);
  return result;
}

CasenessDifferences *
caseness_compare_extract (CasenessStore *store, const CasenessSubmission *extract, GCancellable *cancellable,
                          GError **error)
{
  g_autoptr(CasenessDifferences) result = NULL;
  CasenessComparing comparing = { .store = store, .extract = extract, .cancellable = cancellable };
  gboolean is_done;

  g_return_val_if_fail (store != NULL && extract != NULL, NULL);
  result = comparing.result = differences_new (extract);
  comparing.strangers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  comparing.sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  is_done = prepare (&comparing, error);
  if (is_done)
    {
      compare_all (&comparing);
      is_done = caseness_difference_try_rules (&comparing, error);
    }
  clear (&comparing);
  if (!is_done)
    return NULL;
  count_pathways (result);
  return g_steal_pointer (&result);
}

void
caseness_differences_free (CasenessDifferences *differences)
{
  if (differences == NULL)
    return;
  g_free (differences->provider);
  g_ptr_array_unref (differences->rows);
  g_free (differences);
}

void
caseness_differences_write_csv (CasenessCsvWriter *writer, const CasenessDifferences *differences)
{
  const char *const head[] = { "OrgID_Provider", ID, "LocalPatientId", "field", "local", "national", "reason", "detail",
                               "period_start", "period_end", NULL };
  guint i;

  g_return_if_fail (writer != NULL && differences != NULL);
  caseness_csv_writer_row (writer, head);
  for (i = 0; i < differences->rows->len; i++)
    {
      const CasenessDifference *row = g_ptr_array_index (differences->rows, i);

      caseness_csv_writer_text (writer, differences->provider);
      caseness_csv_writer_text (writer, row->service_request_id);
      caseness_csv_writer_text (writer, row->local_patient_id);
      caseness_csv_writer_text (writer, row->field);
      caseness_csv_writer_text (writer, row->local);
      caseness_csv_writer_text (writer, row->national);
      caseness_csv_writer_text (writer, caseness_difference_reason_get_word (row->reason));
      caseness_csv_writer_text (writer, row->detail);
      caseness_csv_writer_date (writer, differences->period.start);
      caseness_csv_writer_date (writer, differences->period.end);
      caseness_csv_writer_end_row (writer);
    }
}
