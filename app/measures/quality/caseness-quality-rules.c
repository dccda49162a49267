/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-private.h"

#include "caseness-reference.h"
#include "caseness-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#define NOT_RECORDED "Not recorded"

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  CasenessDate first = *(const CasenessDate *) a, second = *(const CasenessDate *) b;

  return (first > second) - (first < second);
}

/* The months that were sent up to the end of the period, the last few of them. */
static void
list_months (CasenessQuality *quality)
{
  const GArray *submissions = caseness_snapshot_get_findings (quality->snapshot)->submissions;
  guint i;

  quality->months = g_array_new (FALSE, FALSE, sizeof (CasenessDate));
  for (i = 0; i < submissions->len; i++)
    {
      const CasenessSubmissionRow *row = &g_array_index (submissions, CasenessSubmissionRow, i);

      if (row->period_end <= quality->period.end && caseness_quality_wants_provider (quality, row->provider))
        g_array_append_val (quality->months, row->period_end);
    }
  g_array_sort (quality->months, compare_dates);
  for (i = quality->months->len; i-- > 1;)
    if (g_array_index (quality->months, CasenessDate, i) == g_array_index (quality->months, CasenessDate, i - 1))
      g_array_remove_index (quality->months, i);
  if (quality->months->len > CASENESS_QUALITY_MAX_MONTHS)
    g_array_remove_range (quality->months, 0, quality->months->len - CASENESS_QUALITY_MAX_MONTHS);
}

/* Which month of the trend, or -1. */
static int
find_month (const CasenessQuality *quality, CasenessDate period_end)
{
  guint i;

  for (i = 0; i < quality->months->len; i++)
    if (g_array_index (quality->months, CasenessDate, i) == period_end)
      return (int) i;
  return -1;
}

static const CasenessRule *
find_rule (const char *id)
{
  guint n, i;
  const CasenessRule *rules = caseness_rules_get (&n);

  for (i = 0; i < n; i++)
    if (strcmp (rules[i].id, id) == 0)
      return &rules[i];
  return NULL;
}

/* Whose rows they are: interned, so that it outlives the rule. */
static const char *
get_group (const CasenessQuality *quality, CasenessQualitySplit split, const CasenessFindingRow *finding)
{
  char month[11];

  switch (split)
    {
    case CASENESS_QUALITY_BY_MONTH:
      if (finding->period_end == CASENESS_DATE_NONE)
        return NOT_RECORDED;
      caseness_date_write_iso (finding->period_end, month);
      month[7] = '\0';
      return g_intern_string (month);
    case CASENESS_QUALITY_BY_PROVIDER:
      return finding->provider == 0
               ? NOT_RECORDED
               : caseness_dictionary_get (caseness_snapshot_get_dictionary (quality->snapshot), finding->provider);
    case CASENESS_QUALITY_BY_TEAM:
    case CASENESS_QUALITY_BY_CLINICIAN:
      if (finding->pathway == CASENESS_NO_ROW)
        return NOT_RECORDED;
      return caseness_dimension_get_label (split == CASENESS_QUALITY_BY_TEAM ? CASENESS_DIMENSION_TEAM
                                                                             : CASENESS_DIMENSION_CLINICIAN,
                                           quality->snapshot, finding->pathway);
    case CASENESS_QUALITY_BY_ITEM:
    case CASENESS_N_QUALITY_SPLITS:
    default:
      return NULL;
    }
}

static CasenessQualityRule *
add_rule (const CasenessQuality *quality, GPtrArray *rules, const CasenessFindingRow *finding)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (quality->snapshot);
  CasenessQualityRule *rule = g_new0 (CasenessQualityRule, 1);
  const CasenessRule *published;

  rule->id = caseness_dictionary_get (dictionary, finding->rule);
  rule->table = caseness_dictionary_get (dictionary, finding->table);
  rule->field = caseness_dictionary_get (dictionary, finding->field);
  rule->level = finding->level;
  published = find_rule (rule->id);
  rule->meaning = published != NULL ? g_dgettext (GETTEXT_PACKAGE, published->meaning)
                                    : caseness_dictionary_get (dictionary, finding->message);
  rule->fix = published != NULL ? g_dgettext (GETTEXT_PACKAGE, published->fix) : "";
  g_ptr_array_add (rules, rule);
  return rule;
}

static void
count_finding (const CasenessQuality *quality, CasenessQualityRule *rule, const CasenessFindingRow *finding)
{
  int month = find_month (quality, finding->period_end);
  gboolean is_latest = quality->months->len > 0 && month == (int) quality->months->len - 1;

  if (month >= 0)
    rule->by_month[month]++;
  if (!caseness_quality_is_in_period (quality, finding))
    return;
  rule->n_period++;
  rule->n_latest += is_latest || finding->period_end == CASENESS_DATE_NONE;
}

static int
compare_groups (const char *a, const char *b)
{
  gboolean is_last_a = g_strcmp0 (a, NOT_RECORDED) == 0, is_last_b = g_strcmp0 (b, NOT_RECORDED) == 0;

  return is_last_a != is_last_b ? is_last_a - is_last_b : g_strcmp0 (a, b);
}

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const CasenessQualityRule *first = *(const CasenessQualityRule *const *) a;
  const CasenessQualityRule *second = *(const CasenessQualityRule *const *) b;
  int order = compare_groups (first->group, second->group);

  if (order != 0)
    return order;
  if (first->level != second->level)
    return (int) first->level - (int) second->level;
  if (first->n_period != second->n_period)
    return first->n_period < second->n_period ? 1 : -1;
  order = strcmp (first->id, second->id);
  return order != 0 ? order : strcmp (first->table, second->table);
}

/* One rule in the rows of one table and group. */
typedef struct
{
  guint32 rule;
  guint32 table;
  const char *group;
} RuleKey;

static guint
hash_key (gconstpointer data)
{
  const RuleKey *key = data;

  return key->rule * 31 + key->table + (key->group != NULL ? g_str_hash (key->group) : 0);
}

static gboolean
are_keys_equal (gconstpointer a, gconstpointer b)
{
  const RuleKey *first = a, *second = b;

  return first->rule == second->rule && first->table == second->table
         && g_strcmp0 (first->group, second->group) == 0;
}

static GPtrArray *
count_rules (const CasenessQuality *quality, CasenessQualitySplit split)
{
  const GArray *rows = caseness_snapshot_get_findings (quality->snapshot)->rows;
  g_autoptr(GHashTable) known = g_hash_table_new_full (hash_key, are_keys_equal, g_free, NULL);
  GPtrArray *rules = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      const CasenessFindingRow *finding = &g_array_index (rows, CasenessFindingRow, i);
      RuleKey key = { finding->rule, finding->table, get_group (quality, split, finding) };
      CasenessQualityRule *rule;

      if (!caseness_quality_wants_provider (quality, finding->provider)
          || (find_month (quality, finding->period_end) < 0 && !caseness_quality_is_in_period (quality, finding)))
        continue;
      rule = g_hash_table_lookup (known, &key);
      if (rule == NULL)
        {
          rule = add_rule (quality, rules, finding);
          rule->split = split;
          rule->group = key.group;
          g_hash_table_insert (known, g_memdup2 (&key, sizeof key), rule);
        }
      rule->level = MIN (rule->level, finding->level);
      count_finding (quality, rule, finding);
    }
  g_ptr_array_sort (rules, compare_rules);
  return rules;
}

GPtrArray *
caseness_quality_count_rules_by (const CasenessQuality *quality, CasenessQualitySplit split)
{
  g_return_val_if_fail (quality != NULL, NULL);
  g_return_val_if_fail (split != CASENESS_QUALITY_BY_ITEM && split < CASENESS_N_QUALITY_SPLITS, NULL);

  return count_rules (quality, split);
}

/* Submissions come by provider and month: the last of each provider that lies in the period. */
static void
list_submissions (CasenessQuality *quality)
{
  const CasenessFindings *findings = caseness_snapshot_get_findings (quality->snapshot);
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (quality->snapshot);
  guint i;

  quality->submissions = g_array_new (FALSE, TRUE, sizeof (CasenessQualitySubmission));
  for (i = 0; i < findings->submissions->len; i++)
    {
      const CasenessSubmissionRow *row = &g_array_index (findings->submissions, CasenessSubmissionRow, i);
      CasenessQualitySubmission submission = { .provider = caseness_dictionary_get (dictionary, row->provider),
                                               .month = { row->period_start, row->period_end } };
      guint n = quality->submissions->len;

      if (!caseness_quality_wants_provider (quality, row->provider)
          || !caseness_period_contains (&quality->period, row->period_end))
        continue;
      if (n > 0
          && g_array_index (quality->submissions, CasenessQualitySubmission, n - 1).provider == submission.provider)
        g_array_set_size (quality->submissions, n - 1);
      g_array_append_val (quality->submissions, submission);
    }
}

static CasenessQualitySubmission *
find_submission (const CasenessQuality *quality, const CasenessFindingRow *finding)
{
  const char *provider
    = caseness_dictionary_get (caseness_snapshot_get_dictionary (quality->snapshot), finding->provider);
  guint i;

  for (i = 0; i < quality->submissions->len; i++)
    {
      CasenessQualitySubmission *row = &g_array_index (quality->submissions, CasenessQualitySubmission, i);

      if (row->provider == provider && row->month.end == finding->period_end)
        return row;
    }
  return NULL;
}

static void
count_submissions (CasenessQuality *quality)
{
  const GArray *rows = caseness_snapshot_get_findings (quality->snapshot)->rows;
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      const CasenessFindingRow *finding = &g_array_index (rows, CasenessFindingRow, i);
      CasenessQualitySubmission *submission = find_submission (quality, finding);

      if (submission == NULL)
        continue;
      submission->n_file += finding->level == CASENESS_FINDING_FILE;
      submission->n_record += finding->level == CASENESS_FINDING_RECORD;
      submission->n_warning += finding->level == CASENESS_FINDING_WARNING;
    }
}

void
caseness_quality_count_rules (CasenessQuality *quality)
{
  list_months (quality);
  quality->rules = count_rules (quality, CASENESS_QUALITY_BY_ITEM);
  list_submissions (quality);
  count_submissions (quality);
}

static void
add_finding (GArray *faults, const CasenessFindingRow *finding)
{
  CasenessQualityFault fault = { CASENESS_FAULT_FINDING, CASENESS_NO_ROW, CASENESS_NO_ROW, finding };

  g_array_append_val (faults, fault);
}

GArray *
caseness_quality_list_rule (const CasenessQuality *quality, const CasenessQualityRule *rule)
{
  const GArray *rows = caseness_snapshot_get_findings (quality->snapshot)->rows;
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (quality->snapshot);
  GArray *faults = g_array_new (FALSE, FALSE, sizeof (CasenessQualityFault));
  guint32 id = caseness_dictionary_find (dictionary, rule->id);
  guint32 table = caseness_dictionary_find (dictionary, rule->table);
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      const CasenessFindingRow *finding = &g_array_index (rows, CasenessFindingRow, i);

      if (finding->rule == id && finding->table == table && caseness_quality_is_in_period (quality, finding)
          && caseness_quality_wants_provider (quality, finding->provider)
          && g_strcmp0 (get_group (quality, rule->split, finding), rule->group) == 0)
        add_finding (faults, finding);
    }
  return faults;
}

GArray *
caseness_quality_list_refused (const CasenessQuality *quality)
{
  const GArray *rows = caseness_snapshot_get_findings (quality->snapshot)->rows;
  GArray *faults = g_array_new (FALSE, FALSE, sizeof (CasenessQualityFault));
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      const CasenessFindingRow *finding = &g_array_index (rows, CasenessFindingRow, i);

      if (finding->level != CASENESS_FINDING_WARNING && find_submission (quality, finding) != NULL)
        add_finding (faults, finding);
    }
  return faults;
}

GArray *
caseness_quality_list_unjudged (void)
{
  const CasenessReference *table = caseness_reference_get ("rules");
  const guint judged = caseness_reference_find_column (table, "judged");
  const char *columns[] = { "rule", "table", "field", "meaning", "reason" };
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (CasenessUnjudgedRule));
  guint i, k;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      const char *cells[G_N_ELEMENTS (columns)];

      if (strcmp (caseness_reference_get_cell (table, i, judged), "Y") == 0)
        continue;
      for (k = 0; k < G_N_ELEMENTS (columns); k++)
        cells[k] = caseness_reference_get_cell (table, i, caseness_reference_find_column (table, columns[k]));
      g_array_append_vals (rules, &(CasenessUnjudgedRule){ cells[0], cells[1], cells[2], cells[3], cells[4] }, 1);
    }
  return rules;
}
