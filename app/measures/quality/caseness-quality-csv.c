/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-csv.h"

#include "caseness-interval.h"

static const char *const fault_headings[] = {
  "provider", "month", "ServiceRequestId", "LocalPatientId", "team", "clinician", "rule", "level", "table", "file",
  "row", "field", "value", "message", NULL,
};

static void
write_month (CasenessCsvWriter *writer, CasenessDate period_end)
{
  char day[11];

  caseness_date_write_iso (period_end, day);
  if (period_end != CASENESS_DATE_NONE)
    day[7] = '\0';
  caseness_csv_writer_text (writer, day);
}

static void
write_blanks (CasenessCsvWriter *writer, guint n)
{
  while (n-- > 0)
    caseness_csv_writer_text (writer, NULL);
}

static void
write_pathway (CasenessCsvWriter *writer, const CasenessSnapshot *snapshot, guint index)
{
  static const CasenessPathwayText texts[] = {
    CASENESS_PATHWAY_SERVICE_REQUEST_ID, CASENESS_PATHWAY_LOCAL_PATIENT_ID, CASENESS_PATHWAY_TEAM,
    CASENESS_PATHWAY_CLINICIAN,
  };
  guint i;

  caseness_csv_writer_text (writer, caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_PROVIDER));
  write_month (writer, caseness_snapshot_get_date (snapshot, index, CASENESS_PATHWAY_SENT_LAST));
  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    caseness_csv_writer_text (writer, caseness_snapshot_get_text (snapshot, index, texts[i]));
  write_blanks (writer, 7);
}

static void
write_finding (CasenessCsvWriter *writer, const CasenessSnapshot *snapshot, const CasenessFindingRow *finding)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (snapshot);
  gboolean is_known = finding->pathway != CASENESS_NO_ROW;

  caseness_csv_writer_text (writer, caseness_dictionary_get (dictionary, finding->provider));
  write_month (writer, finding->period_end);
  caseness_csv_writer_text (writer, caseness_dictionary_get (dictionary, finding->referral));
  caseness_csv_writer_text (writer, caseness_dictionary_get (dictionary, finding->patient));
  caseness_csv_writer_text (
    writer, is_known ? caseness_snapshot_get_text (snapshot, finding->pathway, CASENESS_PATHWAY_TEAM) : NULL);
  caseness_csv_writer_text (
    writer, is_known ? caseness_snapshot_get_text (snapshot, finding->pathway, CASENESS_PATHWAY_CLINICIAN) : NULL);
  caseness_csv_writer_text (writer, caseness_dictionary_get (dictionary, finding->rule));
  caseness_csv_writer_text (writer, caseness_finding_level_get_word (finding->level));
  caseness_csv_writer_text (writer, caseness_dictionary_get (dictionary, finding->table));
  caseness_csv_writer_text (writer, caseness_dictionary_get (dictionary, finding->file));
  if (finding->line > 0)
    caseness_csv_writer_int (writer, finding->line);
  else
    caseness_csv_writer_text (writer, NULL); /* of the file as a whole */
  caseness_csv_writer_text (writer, caseness_dictionary_get (dictionary, finding->field));
  caseness_csv_writer_text (writer, caseness_dictionary_get (dictionary, finding->value));
}

void
caseness_quality_write_faults_csv (CasenessCsvWriter *writer, const CasenessQuality *quality, const GArray *faults)
{
  guint i;

  g_return_if_fail (writer != NULL && quality != NULL && faults != NULL);
  caseness_csv_writer_row (writer, fault_headings);
  for (i = 0; i < faults->len; i++)
    {
      const CasenessQualityFault *fault = &g_array_index (faults, CasenessQualityFault, i);
      g_autofree char *message = caseness_quality_dup_message (quality, fault, FALSE);

      if (fault->finding != NULL)
        write_finding (writer, quality->snapshot, fault->finding);
      else
        write_pathway (writer, quality->snapshot, fault->pathway);
      caseness_csv_writer_text (writer, message);
      caseness_csv_writer_end_row (writer);
    }
}

static void
write_rule (CasenessCsvWriter *writer, const CasenessQuality *quality, const CasenessQualityRule *rule)
{
  guint i;

  if (rule->group != NULL)
    caseness_csv_writer_text (writer, rule->group);
  caseness_csv_writer_text (writer, rule->id);
  caseness_csv_writer_text (writer, caseness_finding_level_get_word (rule->level));
  caseness_csv_writer_text (writer, rule->table);
  caseness_csv_writer_text (writer, rule->field);
  caseness_csv_writer_int (writer, rule->n_latest);
  caseness_csv_writer_int (writer, rule->n_period);
  for (i = 0; i < quality->months->len; i++)
    caseness_csv_writer_int (writer, rule->by_month[i]);
  caseness_csv_writer_text (writer, rule->meaning);
  caseness_csv_writer_text (writer, rule->fix);
  caseness_csv_writer_end_row (writer);
}

void
caseness_quality_write_rules_csv (CasenessCsvWriter *writer, const CasenessQuality *quality, CasenessQualitySplit split)
{
  static const char *const headings[] = { "rule", "level", "table", "field", "latest", "period" };
  gboolean is_split = split != CASENESS_QUALITY_BY_ITEM;
  g_autoptr(GPtrArray) rules = NULL;
  guint i;

  g_return_if_fail (writer != NULL && quality != NULL);
  rules = is_split ? caseness_quality_count_rules_by (quality, split) : g_ptr_array_ref (quality->rules);
  if (is_split)
    caseness_csv_writer_text (writer, "group");
  for (i = 0; i < G_N_ELEMENTS (headings); i++)
    caseness_csv_writer_text (writer, headings[i]);
  for (i = 0; i < quality->months->len; i++)
    write_month (writer, g_array_index (quality->months, CasenessDate, i));
  caseness_csv_writer_text (writer, "meaning");
  caseness_csv_writer_text (writer, "fix");
  caseness_csv_writer_end_row (writer);
  for (i = 0; i < rules->len; i++)
    write_rule (writer, quality, rules->pdata[i]);
}

static void
write_shares (CasenessCsvWriter *writer, const char *group, const CasenessQualityShare *shares)
{
  guint n_items, i;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  for (i = 0; i < n_items; i++)
    {
      CasenessInterval interval = caseness_interval_wilson (shares[i].numerator, shares[i].denominator, 0.95);

      caseness_csv_writer_text (writer, group);
      caseness_csv_writer_text (writer, items[i].id);
      caseness_csv_writer_int (writer, shares[i].numerator);
      caseness_csv_writer_int (writer, shares[i].denominator);
      caseness_csv_writer_number (writer, 100 * interval.value, 1);
      caseness_csv_writer_number (writer, 100 * interval.lower, 1);
      caseness_csv_writer_number (writer, 100 * interval.upper, 1);
      caseness_csv_writer_end_row (writer);
    }
}

void
caseness_quality_write_completeness_csv (CasenessCsvWriter *writer, const CasenessQuality *quality,
                                         CasenessQualitySplit split)
{
  static const char *const headings[] = { "group", "item", "recorded", "of", "pct", "low", "high", NULL };
  g_autoptr(GPtrArray) groups = NULL;
  guint i;

  g_return_if_fail (writer != NULL && quality != NULL);
  caseness_csv_writer_row (writer, headings);
  if (split == CASENESS_QUALITY_BY_ITEM)
    {
      write_shares (writer, "All", quality->totals);
      return;
    }
  groups = caseness_quality_count (quality, split);
  for (i = 0; i < groups->len; i++)
    {
      const CasenessQualityGroup *group = g_ptr_array_index (groups, i);

      write_shares (writer, group->label, group->shares);
    }
}
