/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-private.h"

#include "caseness-bitmap.h"

#include <string.h>

#define NOT_RECORDED "Not recorded"

/* Whose group a count goes to; called for each pathway and item in the cohort. */
typedef void (*CountFunc) (const CasenessQuality *quality, guint index, guint item, CasenessDate day,
                           gboolean is_recorded, gpointer data);

/* The bitmaps of all cohorts, or of all items: let go together. */
typedef struct
{
  const guint64 *cohorts[CASENESS_N_COHORTS];
  GPtrArray *recorded; /* by item */
} Bitmaps;

static void
bitmaps_init (Bitmaps *bitmaps, const CasenessQuality *quality)
{
  guint n_items, i;

  caseness_completeness_get_items (&n_items);
  bitmaps->recorded = g_ptr_array_new_with_free_func (caseness_memo_drop);
  for (i = 0; i < n_items; i++)
    g_ptr_array_add (bitmaps->recorded, (gpointer) caseness_quality_get_recorded (quality, i));
  for (i = 0; i < CASENESS_N_COHORTS; i++)
    bitmaps->cohorts[i] = caseness_quality_get_cohort (quality, i);
}

static void
bitmaps_clear (Bitmaps *bitmaps)
{
  guint i;

  g_ptr_array_unref (bitmaps->recorded);
  for (i = 0; i < CASENESS_N_COHORTS; i++)
    caseness_memo_drop ((gpointer) bitmaps->cohorts[i]);
}

/* Everybody the filter and the period let through. */
static guint64 *
select_any (const CasenessQuality *quality, const Bitmaps *bitmaps, guint n)
{
  guint64 *any = caseness_bitmap_new (n);
  guint i;

  for (i = 0; i < CASENESS_N_COHORTS; i++)
    caseness_bitmap_or (any, bitmaps->cohorts[i], n);
  if (quality->people != NULL)
    caseness_bitmap_and (any, quality->people, n);
  return any;
}

static void
walk (const CasenessQuality *quality, CountFunc count, gpointer data)
{
  guint n = caseness_snapshot_get_n_pathways (quality->snapshot), n_items, i, item;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);
  g_autofree guint64 *any = NULL;
  Bitmaps bitmaps;

  bitmaps_init (&bitmaps, quality);
  any = select_any (quality, &bitmaps, n);
  CASENESS_BITMAP_EACH (any, n, i)
    for (item = 0; item < n_items; item++)
      if (caseness_bitmap_has (bitmaps.cohorts[items[item].cohort], i))
        count (quality, i, item, caseness_cohort_get_day (items[item].cohort, quality->snapshot, i),
               caseness_bitmap_has (g_ptr_array_index (bitmaps.recorded, item), i), data);
  bitmaps_clear (&bitmaps);
}

static void
add_share (CasenessQualityShare *shares, guint item, gboolean is_recorded)
{
  shares[item].denominator++;
  shares[item].numerator += is_recorded;
}

/* How many the filter lets through of those in the first bitmap, and in the second too (nullable: everybody). */
static guint
count_people (const CasenessQuality *quality, const guint64 *first, const guint64 *second)
{
  gsize n_words = CASENESS_BITMAP_WORDS (caseness_snapshot_get_n_pathways (quality->snapshot)), i;
  guint n = 0;

  for (i = 0; i < n_words; i++)
    n += (guint) __builtin_popcountll (first[i] & (second != NULL ? second[i] : G_MAXUINT64)
                                       & (quality->people != NULL ? quality->people[i] : G_MAXUINT64));
  return n;
}

/* People in treatment or discharged in the period whose problem has a questionnaire that cannot be read here. */
static void
count_unread (CasenessQuality *quality)
{
  const guint64 *unread = caseness_quality_get_unread (quality);
  guint n = caseness_snapshot_get_n_pathways (quality->snapshot), n_tools, i;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  quality->n_unread = count_people (quality, unread, NULL);
  CASENESS_BITMAP_EACH (unread, n, i)
    if (caseness_quality_wants_pathway (quality, i))
      quality->unread = tools[caseness_tool_find_for_descriptor (
                                caseness_snapshot_get_text (quality->snapshot, i, CASENESS_PATHWAY_DESCRIPTOR), TRUE)].full_name;
  caseness_memo_drop ((gpointer) unread);
}

void
caseness_quality_count_totals (CasenessQuality *quality)
{
  guint n_items, i;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);
  Bitmaps bitmaps;

  quality->totals = g_new0 (CasenessQualityShare, n_items);
  bitmaps_init (&bitmaps, quality);
  for (i = 0; i < n_items; i++)
    {
      const guint64 *cohort = bitmaps.cohorts[items[i].cohort];

      quality->totals[i].denominator = count_people (quality, cohort, NULL);
      quality->totals[i].numerator = count_people (quality, cohort, g_ptr_array_index (bitmaps.recorded, i));
    }
  bitmaps_clear (&bitmaps);
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
