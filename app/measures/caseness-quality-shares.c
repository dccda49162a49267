/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-private.h"

#include <string.h>

#define NOT_RECORDED "Not recorded"

/* Whose group a count goes to; called for each pathway and item in the cohort. */
typedef void (*CountFunc) (const CasenessQuality *quality, guint index, guint item, CasenessDate day,
                           gboolean is_recorded, gpointer data);

/* One pass over everybody the filter and the period let through. */
static void
walk (const CasenessQuality *quality, CountFunc count, gpointer data)
{
  guint n = caseness_snapshot_get_n_pathways (quality->snapshot), n_items, i, item;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  for (i = 0; i < n; i++)
    {
      CasenessDate days[CASENESS_N_COHORTS];
      gboolean is_any = FALSE;
      guint cohort;

      for (cohort = 0; cohort < CASENESS_N_COHORTS; cohort++)
        {
          days[cohort] = caseness_cohort_get_day (cohort, quality->snapshot, i);
          is_any |= days[cohort] != CASENESS_DATE_NONE && caseness_period_contains (&quality->period, days[cohort]);
        }
      if (!is_any || !caseness_quality_wants_pathway (quality, i))
        continue;
      for (item = 0; item < n_items; item++)
        {
          CasenessDate day = days[items[item].cohort];

          if (day != CASENESS_DATE_NONE && caseness_period_contains (&quality->period, day))
            count (quality, i, item, day, caseness_completeness_is_recorded (item, quality->snapshot, i), data);
        }
    }
}

static void
add_share (CasenessQualityShare *shares, guint item, gboolean is_recorded)
{
  shares[item].denominator++;
  shares[item].numerator += is_recorded;
}

static void
count_total (const CasenessQuality *quality, guint index, guint item, CasenessDate day, gboolean is_recorded,
             gpointer data)
{
  add_share (quality->totals, item, is_recorded);
}

/* People in treatment or discharged in the period whose problem has a questionnaire that cannot be read here. */
static void
count_unread (CasenessQuality *quality)
{
  guint n = caseness_snapshot_get_n_pathways (quality->snapshot), n_tools, i;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  for (i = 0; i < n; i++)
    {
      CasenessDate day = caseness_snapshot_get_date (quality->snapshot, i, CASENESS_PATHWAY_TREATMENT_LAST);
      const char *descriptor = caseness_snapshot_get_text (quality->snapshot, i, CASENESS_PATHWAY_DESCRIPTOR);
      guint tool;

      if (day == CASENESS_DATE_NONE || !caseness_period_contains (&quality->period, day) || *descriptor == '\0')
        continue;
      tool = caseness_tool_find_for_descriptor (descriptor, TRUE);
      if (*tools[tool].code != '\0' || !caseness_quality_wants_pathway (quality, i))
        continue;
      quality->n_unread++;
      quality->unread = tools[tool].full_name;
    }
}

void
caseness_quality_count_totals (CasenessQuality *quality)
{
  guint n_items;

  caseness_completeness_get_items (&n_items);
  quality->totals = g_new0 (CasenessQualityShare, n_items);
  walk (quality, count_total, NULL);
  count_unread (quality);
}

/* Grouping: the groups met so far. */
typedef struct
{
  CasenessQualitySplit split;
  GHashTable *groups; /* label → CasenessQualityGroup */
  guint n_items;
} Grouping;

static const char *
get_label (const CasenessQuality *quality, CasenessQualitySplit split, guint index, CasenessDate day, char month[11])
{
  switch (split)
    {
    case CASENESS_QUALITY_BY_PROVIDER:
      return caseness_dimension_get_label (CASENESS_DIMENSION_PROVIDER, quality->snapshot, index);
    case CASENESS_QUALITY_BY_TEAM:
      return caseness_dimension_get_label (CASENESS_DIMENSION_TEAM, quality->snapshot, index);
    case CASENESS_QUALITY_BY_CLINICIAN:
      return caseness_dimension_get_label (CASENESS_DIMENSION_CLINICIAN, quality->snapshot, index);
    case CASENESS_QUALITY_BY_MONTH:
      caseness_date_write_iso (day, month);
      month[7] = '\0';
      return month;
    case CASENESS_QUALITY_BY_ITEM:
    case CASENESS_N_QUALITY_SPLITS:
    default:
      g_return_val_if_reached ("");
    }
}

static void
count_group (const CasenessQuality *quality, guint index, guint item, CasenessDate day, gboolean is_recorded,
             gpointer data)
{
  Grouping *grouping = data;
  char month[11];
  const char *label = get_label (quality, grouping->split, index, day, month);
  CasenessQualityGroup *group = g_hash_table_lookup (grouping->groups, label);

  if (group == NULL)
    {
      group = g_new0 (CasenessQualityGroup, 1);
      group->label = g_strdup (label);
      group->shares = g_new0 (CasenessQualityShare, grouping->n_items);
      g_hash_table_insert (grouping->groups, group->label, group);
    }
  add_share (group->shares, item, is_recorded);
}

static void
free_group (CasenessQualityGroup *group)
{
  g_free (group->label);
  g_free (group->shares);
  g_free (group);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const CasenessQualityGroup *first = *(const CasenessQualityGroup *const *) a;
  const CasenessQualityGroup *second = *(const CasenessQualityGroup *const *) b;
  gboolean is_first_last = strcmp (first->label, NOT_RECORDED) == 0;
  gboolean is_second_last = strcmp (second->label, NOT_RECORDED) == 0;

  if (is_first_last != is_second_last)
    return is_first_last ? 1 : -1;
  return strcmp (first->label, second->label);
}

GPtrArray *
caseness_quality_count (const CasenessQuality *quality, CasenessQualitySplit split)
{
  Grouping grouping = { .split = split };
  GPtrArray *groups;
  GHashTableIter iter;
  gpointer group;

  g_return_val_if_fail (quality != NULL, NULL);
  g_return_val_if_fail (split > CASENESS_QUALITY_BY_ITEM && split < CASENESS_N_QUALITY_SPLITS, NULL);

  caseness_completeness_get_items (&grouping.n_items);
  grouping.groups = g_hash_table_new (g_str_hash, g_str_equal);
  walk (quality, count_group, &grouping);
  groups = g_ptr_array_new_with_free_func ((GDestroyNotify) free_group);
  g_hash_table_iter_init (&iter, grouping.groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    g_ptr_array_add (groups, group);
  g_hash_table_unref (grouping.groups);
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}

/* Missing: who is looked for and who was found. */
typedef struct
{
  guint item;
  CasenessQualitySplit split;
  const char *label; /* nullable: that group alone */
  GArray *faults;
} Missing;

static void
list_missing (const CasenessQuality *quality, guint index, guint item, CasenessDate day, gboolean is_recorded,
              gpointer data)
{
  Missing *missing = data;
  CasenessQualityFault fault = { CASENESS_FAULT_MISSING, index, item, NULL };
  char month[11];

  if (item != missing->item || is_recorded)
    return;
  if (missing->label == NULL || missing->split == CASENESS_QUALITY_BY_ITEM
      || strcmp (get_label (quality, missing->split, index, day, month), missing->label) == 0)
    g_array_append_val (missing->faults, fault);
}

GArray *
caseness_quality_list_missing (const CasenessQuality *quality, guint item, CasenessQualitySplit split,
                               const char *label)
{
  Missing missing = { item, split, label, g_array_new (FALSE, FALSE, sizeof (CasenessQualityFault)) };

  walk (quality, list_missing, &missing);
  return missing.faults;
}
