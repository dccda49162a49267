/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-private.h"

#include "caseness-rules.h"

#include <glib/gi18n.h>
#include <string.h>

/* Months: the first and last month that a provider has sent. */
typedef struct
{
  guint32 provider;
  CasenessDate first;
  CasenessDate last;
} Months;

typedef struct
{
  const CasenessQuality *quality;
  const CasenessSnapshot *snapshot;
  GArray *months;
  GArray *found[CASENESS_N_QUALITY_LISTS]; /* CasenessQualityFault of everybody, owned */
  gint32 *providers; /* owned, as are the others */
  gint32 *numbers;
  gint32 *patients;
  CasenessDate *received;
  CasenessDate *discharged;
  CasenessDate *sent_first;
  CasenessDate *sent_last;
  CasenessDate *discharge_sent;
} Search;

static void
list_months (Search *search)
{
  const GArray *rows = caseness_snapshot_get_findings (search->snapshot)->submissions;
  guint i;

  search->months = g_array_new (FALSE, FALSE, sizeof (Months));
  for (i = 0; i < rows->len; i++)
    {
      const CasenessSubmissionRow *row = &g_array_index (rows, CasenessSubmissionRow, i);
      Months months = { row->provider, row->period_end, row->period_end };
      Months *last = i > 0 ? &g_array_index (search->months, Months, search->months->len - 1) : NULL;

      if (last == NULL || last->provider != row->provider)
        g_array_append_val (search->months, months);
      else
        last->last = row->period_end;
    }
}

static const Months *
find_months (const Search *search, guint32 provider)
{
  guint i;

  for (i = 0; i < search->months->len; i++)
    if (g_array_index (search->months, Months, i).provider == provider)
      return &g_array_index (search->months, Months, i);
  return NULL;
}

static void
add (Search *search, CasenessQualityList list, CasenessQualityFaultKind kind, guint32 index, guint32 other)
{
  CasenessQualityFault fault = { kind, index, other, NULL };

  g_array_append_val (search->found[list], fault);
}

static gboolean
stopped_being_sent (const Search *search, guint index)
{
  const Months *months = find_months (search, (guint32) search->providers[index]);

  return months != NULL && search->discharged[index] == CASENESS_DATE_NONE
         && search->sent_last[index] < months->last;
}

/* Pathways come by provider and number, so that two people under one number are neighbours. */
static gboolean
is_same_number (const Search *search, guint a, guint b)
{
  return search->providers[a] == search->providers[b] && search->numbers[a] == search->numbers[b];
}

static void
find_shared_numbers (Search *search, guint n)
{
  guint i;

  for (i = 0; i < n; i++)
    if ((i > 0 && is_same_number (search, i, i - 1)) || (i + 1 < n && is_same_number (search, i, i + 1)))
      add (search, CASENESS_QUALITY_BROKEN_PATHWAYS, CASENESS_FAULT_SHARED_NUMBER, i, CASENESS_NO_ROW);
}

static gint64
get_person (const Search *search, guint index)
{
  return ((gint64) search->providers[index] << 32) | (guint32) search->patients[index];
}

/* Received before the old number stopped, first sent after it: the old course goes on under the new number. */
static gboolean
goes_on_as (const Search *search, guint old, guint new)
{
  return search->sent_first[new] > search->sent_last[old] && search->received[new] <= search->sent_last[old];
}

static void
find_new_numbers (Search *search, guint n)
{
  g_autoptr(GHashTable) stopped = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint i;

  for (i = 0; i < n; i++)
    {
      gint64 person = get_person (search, i);

      if (stopped_being_sent (search, i))
        g_hash_table_insert (stopped, g_memdup2 (&person, sizeof person), GUINT_TO_POINTER (i + 1));
    }
  for (i = 0; i < n && g_hash_table_size (stopped) > 0; i++)
    {
      gint64 person = get_person (search, i);
      guint old = GPOINTER_TO_UINT (g_hash_table_lookup (stopped, &person));

      if (old != 0 && old - 1 != i && goes_on_as (search, old - 1, i))
        add (search, CASENESS_QUALITY_BROKEN_PATHWAYS, CASENESS_FAULT_NEW_NUMBER, old - 1, i);
    }
}

/* In a provider's first month here the discharge may have been sent before, so nothing can be said. */
static gboolean
is_late (const Search *search, guint index)
{
  const Months *months = find_months (search, (guint32) search->providers[index]);
  CasenessDate sent = search->discharge_sent[index];

  return months != NULL && sent != CASENESS_DATE_NONE && search->discharged[index] != CASENESS_DATE_NONE
         && sent > months->first && search->discharged[index] < caseness_date_month_start (sent)
         && caseness_period_contains (&search->quality->period, sent);
}

static gboolean
ends_before_start (const Search *search, guint index)
{
  return (caseness_snapshot_get_flags (search->snapshot, index) & CASENESS_PATHWAY_FAULTY) != 0
         && caseness_period_contains (&search->quality->period, search->discharged[index]);
}

static void
find_by_dates (Search *search, guint n)
{
  guint i;

  for (i = 0; i < n; i++)
    {
      if (is_late (search, i))
        add (search, CASENESS_QUALITY_LATE_DISCHARGES, CASENESS_FAULT_LATE_DISCHARGE, i, CASENESS_NO_ROW);
      if (stopped_being_sent (search, i))
        add (search, CASENESS_QUALITY_NOT_SENT, CASENESS_FAULT_NOT_SENT, i, CASENESS_NO_ROW);
      if (ends_before_start (search, i))
        add (search, CASENESS_QUALITY_NEGATIVE_WAITS, CASENESS_FAULT_ENDS_BEFORE_START, i, CASENESS_NO_ROW);
    }
}

/* Rules whose rows belong to a list as well; rows that were set aside never became pathways. */
static int
find_list (CasenessRuleTest test)
{
  switch ((int) test)
    {
    case CASENESS_RULE_CLOSED_BEFORE_PERIOD:
      return CASENESS_QUALITY_LATE_DISCHARGES;
    case CASENESS_RULE_BEFORE_FIELD:
    case CASENESS_RULE_AFTER_FIELD:
      return CASENESS_QUALITY_NEGATIVE_WAITS;
    case CASENESS_RULE_SCORE_RANGE:
      return CASENESS_QUALITY_SCORES;
    default:
      return -1;
    }
}

/* Which list each rule belongs to, by dictionary number. */
static GHashTable *
list_rules (const CasenessSnapshot *snapshot)
{
  GHashTable *lists = g_hash_table_new (NULL, NULL);
  guint n, i;
  const CasenessRule *rules = caseness_rules_get (&n);

  for (i = 0; i < n; i++)
    {
      guint32 number = caseness_dictionary_find (caseness_snapshot_get_dictionary (snapshot), rules[i].id);
      int list = find_list (rules[i].test);

      if (number != 0 && list >= 0)
        g_hash_table_insert (lists, GUINT_TO_POINTER (number), GINT_TO_POINTER (list + 1));
    }
  return lists;
}

static void
find_rows (CasenessQuality *quality)
{
  const GArray *rows = caseness_snapshot_get_findings (quality->snapshot)->rows;
  g_autoptr(GHashTable) lists = list_rules (quality->snapshot);
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      const CasenessFindingRow *finding = &g_array_index (rows, CasenessFindingRow, i);
      CasenessQualityFault fault = { CASENESS_FAULT_FINDING, CASENESS_NO_ROW, CASENESS_NO_ROW, finding };
      int list = GPOINTER_TO_INT (g_hash_table_lookup (lists, GUINT_TO_POINTER (finding->rule))) - 1;

      if (list >= 0 && caseness_quality_is_in_period (quality, finding)
          && caseness_quality_wants_provider (quality, finding->provider))
        g_array_append_val (quality->faults[list], fault);
    }
}

static void
search_clear (Search *search)
{
  guint i;

  for (i = 0; i < CASENESS_N_QUALITY_LISTS; i++)
    g_array_unref (search->found[i]);
  g_array_unref (search->months);
  g_free (search->providers);
  g_free (search->numbers);
  g_free (search->patients);
  g_free (search->received);
  g_free (search->discharged);
  g_free (search->sent_first);
  g_free (search->sent_last);
  g_free (search->discharge_sent);
}

/* Looks at every pathway, whatever the filter. */
static void
search_run (Search *search, const CasenessQuality *quality)
{
  const CasenessSnapshot *snapshot = quality->snapshot;
  guint n = caseness_snapshot_get_n_pathways (snapshot), i;

  *search = (Search){
    .quality = quality,
    .snapshot = snapshot,
    .providers = caseness_packed_dup (caseness_snapshot_peek_texts (snapshot, CASENESS_PATHWAY_PROVIDER)),
    .numbers = caseness_packed_dup (caseness_snapshot_peek_texts (snapshot, CASENESS_PATHWAY_SERVICE_REQUEST_ID)),
    .patients = caseness_packed_dup (caseness_snapshot_peek_texts (snapshot, CASENESS_PATHWAY_LOCAL_PATIENT_ID)),
    .received = caseness_packed_dup (caseness_snapshot_peek_dates (snapshot, CASENESS_PATHWAY_RECEIVED)),
    .discharged = caseness_packed_dup (caseness_snapshot_peek_dates (snapshot, CASENESS_PATHWAY_DISCHARGED)),
    .sent_first = caseness_packed_dup (caseness_snapshot_peek_dates (snapshot, CASENESS_PATHWAY_SENT_FIRST)),
    .sent_last = caseness_packed_dup (caseness_snapshot_peek_dates (snapshot, CASENESS_PATHWAY_SENT_LAST)),
    .discharge_sent = caseness_packed_dup (caseness_snapshot_peek_dates (snapshot, CASENESS_PATHWAY_DISCHARGE_SENT)),
  };
  for (i = 0; i < CASENESS_N_QUALITY_LISTS; i++)
    search->found[i] = g_array_new (FALSE, FALSE, sizeof (CasenessQualityFault));
  list_months (search);
  find_shared_numbers (search, n);
  find_new_numbers (search, n);
  find_by_dates (search, n);
}

/* What was found, as it is kept with the snapshot: how many of each list, then for each its pathway and the other one. */
static guint64 *
write_found (const Search *search, gsize *n_bytes)
{
  guint n_words = CASENESS_N_QUALITY_LISTS, list, i;
  guint64 *words, *next;

  for (list = 0; list < CASENESS_N_QUALITY_LISTS; list++)
    n_words += 2 * search->found[list]->len;
  *n_bytes = n_words * sizeof (guint64);
  words = g_atomic_rc_box_alloc0 (*n_bytes);
  next = words + CASENESS_N_QUALITY_LISTS;
  for (list = 0; list < CASENESS_N_QUALITY_LISTS; list++)
    {
      words[list] = search->found[list]->len;
      for (i = 0; i < search->found[list]->len; i++)
        {
          const CasenessQualityFault *fault = &g_array_index (search->found[list], CasenessQualityFault, i);

          *next++ = fault->kind;
          *next++ = (guint64) fault->pathway << 32 | fault->other;
        }
    }
  return words;
}

static gpointer
make_found (gpointer user_data, gsize *n_bytes)
{
  guint64 *words;
  Search search;

  search_run (&search, user_data);
  words = write_found (&search, n_bytes);
  search_clear (&search);
  return words;
}

static const guint64 *
get_found (CasenessQuality *quality)
{
  CasenessMemo *memo = caseness_snapshot_get_memo (quality->snapshot, CASENESS_MEMO_PARTS);

  return caseness_memo_get_or_make (memo, g_intern_static_string ("quality faults"), &quality->period, make_found, quality);
}

void
caseness_quality_find_faults (CasenessQuality *quality)
{
  const guint64 *words = get_found (quality), *next = words + CASENESS_N_QUALITY_LISTS;
  guint list, i;

  for (list = 0; list < CASENESS_N_QUALITY_LISTS; list++)
    {
      quality->faults[list] = g_array_new (FALSE, FALSE, sizeof (CasenessQualityFault));
      for (i = 0; i < words[list]; i++, next += 2)
        {
          CasenessQualityFault fault = { (CasenessQualityFaultKind) next[0], (guint32) (next[1] >> 32), (guint32) next[1], NULL };

          if (caseness_quality_wants_pathway (quality, fault.pathway))
            g_array_append_val (quality->faults[list], fault);
        }
    }
  caseness_memo_drop ((gpointer) words);
  find_rows (quality);
}

static char *
dup_month (CasenessDate period_end)
{
  CasenessPeriod month = { caseness_date_month_start (period_end), period_end };

  return caseness_period_format (&month);
}

static char *
dup_late_discharge (const CasenessQuality *quality, guint index)
{
  g_autofree char *day
    = caseness_date_format_short (caseness_snapshot_get_date (quality->snapshot, index, CASENESS_PATHWAY_DISCHARGED));
  g_autofree char *month
    = dup_month (caseness_snapshot_get_date (quality->snapshot, index, CASENESS_PATHWAY_DISCHARGE_SENT));

  /* Translators: %1$s is a day, %2$s a month */
  return g_strdup_printf (_("Discharged on %1$s, first sent with %2$s: national figures leave the course out. Close "
                            "referrals in the month they end."),
                          day, month);
}

static char *
dup_not_sent (const CasenessQuality *quality, guint index)
{
  g_autofree char *month
    = dup_month (caseness_snapshot_get_date (quality->snapshot, index, CASENESS_PATHWAY_SENT_LAST));

  return g_strdup_printf (_("Open, but last sent with %s. Send it every month until it is closed, or close it."), month);
}

static char *
dup_new_number (const CasenessQuality *quality, guint index, guint other, gboolean hides_numbers)
{
  g_autofree char *month
    = dup_month (caseness_snapshot_get_date (quality->snapshot, index, CASENESS_PATHWAY_SENT_LAST));

  if (hides_numbers)
    return g_strdup_printf (_("Last sent with %s; the course seems to go on under another number. Keep one number to "
                              "the end of a course."),
                            month);
  return g_strdup_printf (_("Last sent with %1$s; the course seems to go on as %2$s. Keep one number to the end of a "
                            "course."),
                          month,
                          caseness_snapshot_get_text (quality->snapshot, other,
                                                      CASENESS_PATHWAY_SERVICE_REQUEST_ID));
}

/* Without the value sent, which may be a number of somebody. */
static char *
dup_finding (const CasenessQuality *quality, const CasenessFindingRow *finding, gboolean hides_numbers)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (quality->snapshot);
  const char *id = caseness_dictionary_get (dictionary, finding->rule);
  guint n, i;
  const CasenessRule *rules = caseness_rules_get (&n);

  for (i = 0; hides_numbers && i < n; i++)
    if (strcmp (rules[i].id, id) == 0)
      return caseness_rule_describe (&rules[i], NULL);
  return g_strdup (caseness_dictionary_get (dictionary, finding->message));
}

char *
caseness_quality_dup_message (const CasenessQuality *quality, const CasenessQualityFault *fault, gboolean hides_numbers)
{
  guint n_items;

  g_return_val_if_fail (quality != NULL && fault != NULL, NULL);
  switch (fault->kind)
    {
    case CASENESS_FAULT_FINDING:
      return dup_finding (quality, fault->finding, hides_numbers);
    case CASENESS_FAULT_SHARED_NUMBER:
      return g_strdup (_("Two people were sent under this number. Give each referral a number of its own."));
    case CASENESS_FAULT_NEW_NUMBER:
      return dup_new_number (quality, fault->pathway, fault->other, hides_numbers);
    case CASENESS_FAULT_LATE_DISCHARGE:
      return dup_late_discharge (quality, fault->pathway);
    case CASENESS_FAULT_NOT_SENT:
      return dup_not_sent (quality, fault->pathway);
    case CASENESS_FAULT_ENDS_BEFORE_START:
      return g_strdup (_("Discharged before the referral was received. Correct one of the two dates."));
    case CASENESS_FAULT_MISSING:
    default:
      /* Translators: %s is something that should be recorded, such as “Ethnicity” */
      return g_strdup_printf (_("Not recorded: %s."),
                              g_dgettext (GETTEXT_PACKAGE,
                                          caseness_completeness_get_items (&n_items)[fault->other].name));
    }
}
