/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-private.h"

#include "caseness-bitmap.h"

gboolean
caseness_quality_wants_provider (const CasenessQuality *quality, guint32 provider)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (quality->snapshot);

  return provider == 0
         || caseness_filter_wants (quality->filter, CASENESS_DIMENSION_PROVIDER,
                                   caseness_dictionary_get (dictionary, provider));
}

gboolean
caseness_quality_is_in_period (const CasenessQuality *quality, const CasenessFindingRow *finding)
{
  return finding->period_end == CASENESS_DATE_NONE
         || caseness_period_contains (&quality->period, finding->period_end);
}

/* A group that there is not lets nobody through. */
static void
select_people (CasenessQuality *quality)
{
  g_autoptr(CasenessFrame) frame = caseness_frame_new (quality->snapshot);

  caseness_frame_set_period (frame, &quality->period);
  if (!caseness_filter_select (quality->filter, frame, &quality->people, NULL))
    quality->people = caseness_bitmap_new (caseness_snapshot_get_n_pathways (quality->snapshot));
}

gboolean
caseness_quality_wants_pathway (const CasenessQuality *quality, guint index)
{
  return quality->people == NULL || caseness_bitmap_has (quality->people, index);
}

CasenessQuality *
caseness_quality_new (CasenessSnapshot *snapshot, const CasenessPeriod *period, const CasenessFilter *filter,
                      CasenessDate as_at)
{
  CasenessQuality *quality;

  g_return_val_if_fail (snapshot != NULL && period != NULL, NULL);
  g_return_val_if_fail (as_at != CASENESS_DATE_NONE, NULL);

  quality = g_atomic_rc_box_new0 (CasenessQuality);
  quality->snapshot = caseness_snapshot_ref (snapshot);
  quality->filter = filter != NULL ? caseness_filter_ref ((CasenessFilter *) filter) : caseness_filter_new ();
  quality->period = *period;
  quality->as_at = as_at;
  select_people (quality);
  caseness_quality_count_rules (quality);
  caseness_quality_count_totals (quality);
  caseness_quality_find_faults (quality);
  return quality;
}

CasenessQuality *
caseness_quality_ref (CasenessQuality *quality)
{
  g_return_val_if_fail (quality != NULL, NULL);
  return g_atomic_rc_box_acquire (quality);
}

static void
clear_quality (CasenessQuality *quality)
{
  guint i;

  g_array_unref (quality->months);
  g_ptr_array_unref (quality->rules);
  g_array_unref (quality->submissions);
  g_free (quality->totals);
  g_free (quality->people);
  for (i = 0; i < CASENESS_N_QUALITY_LISTS; i++)
    g_array_unref (quality->faults[i]);
  caseness_filter_unref (quality->filter);
  caseness_snapshot_unref (quality->snapshot);
}

void
caseness_quality_unref (CasenessQuality *quality)
{
  g_return_if_fail (quality != NULL);
  g_atomic_rc_box_release_full (quality, (GDestroyNotify) clear_quality);
}

gboolean
caseness_quality_is_short (guint item, CasenessQualityShare share)
{
  guint n_items;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  g_return_val_if_fail (item < n_items, FALSE);
  return items[item].standard > 0 && share.denominator >= CASENESS_QUALITY_FEWEST
         && share.numerator < items[item].standard * share.denominator;
}

static void
count_standards (const CasenessQuality *quality, CasenessQualityHeadline *headline)
{
  guint n_items, i;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  for (i = 0; i < n_items; i++)
    {
      headline->n_standards
        += items[i].standard > 0 && quality->totals[i].denominator >= CASENESS_QUALITY_FEWEST;
      headline->n_short += caseness_quality_is_short (i, quality->totals[i]);
    }
}

void
caseness_quality_get_headline (const CasenessQuality *quality, CasenessQualityHeadline *headline)
{
  guint i;

  g_return_if_fail (quality != NULL && headline != NULL);
  *headline = (CasenessQualityHeadline){ 0 };
  for (i = 0; i < quality->submissions->len; i++)
    {
      const CasenessQualitySubmission *row = &g_array_index (quality->submissions, CasenessQualitySubmission, i);

      headline->n_refused += row->n_file + row->n_record;
      headline->n_file += row->n_file;
    }
  for (i = 0; i < quality->rules->len; i++)
    {
      const CasenessQualityRule *rule = g_ptr_array_index (quality->rules, i);

      headline->n_rules += rule->n_period > 0;
      headline->n_findings += rule->n_period;
    }
  for (i = 0; i < CASENESS_N_QUALITY_LISTS; i++)
    headline->n_to_put_right += quality->faults[i]->len;
  count_standards (quality, headline);
}
