/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-use.h"

#include "caseness-adsm-use-private.h"
#include "caseness-bitmap.h"
#include "caseness-complaint.h"
#include "caseness-completeness.h"
#include "caseness-courses.h"
#include "caseness-review.h"
#include "caseness-statistics-intervals.h"

#include <math.h>
#include <string.h>

#define CONFIDENCE 0.95
#define DESCRIPTOR_ITEM "descriptor"

static const char *const split_variables[CASENESS_N_ADSM_SPLITS] = {
  [CASENESS_ADSM_BY_PROBLEM] = "Problem Descriptor",
  [CASENESS_ADSM_BY_CLINICIAN] = "Clinician",
  [CASENESS_ADSM_BY_TEAM] = "Team",
  [CASENESS_ADSM_BY_THERAPY] = "Modality",
};

const CasenessVariable *
caseness_adsm_split_get_variable (CasenessAdsmSplit split)
{
  g_return_val_if_fail (split < CASENESS_N_ADSM_SPLITS, NULL);

  return split_variables[split] != NULL ? caseness_variable_find (split_variables[split]) : NULL;
}

static void
take_row (CasenessAdsmUse *self, CasenessAdsm *row, const CasenessPeriod *period)
{
  row->period = *period;
  if (row->should_have > 0)
    g_ptr_array_add (self->rows, row);
  else
    caseness_adsm_free (row);
}

static void
count_by_variable (CasenessAdsmUse *self, CasenessFrame *frame, const guint64 *people)
{
  g_autoptr(GPtrArray) variables = g_ptr_array_new ();
  g_autoptr(GPtrArray) rows = NULL;

  g_ptr_array_add (variables, (gpointer) caseness_adsm_split_get_variable (self->split));
  rows = caseness_adsm_count_family (frame, self->family, variables, people);
  while (rows->len > 0)
    take_row (self, g_ptr_array_steal_index (rows, 0), &self->period);
}

/* Everybody of @frame and @people in one row, which may be empty. */
static CasenessAdsm *
count_all (CasenessAdsmUse *self, CasenessFrame *frame, const guint64 *people)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GPtrArray) rows = caseness_adsm_count_family (frame, self->family, none, people);

  return rows->len > 0 ? g_ptr_array_steal_index (rows, 0) : g_new0 (CasenessAdsm, 1);
}

static void
name_row (CasenessAdsm *row, char *name)
{
  g_free (row->group);
  row->group = name;
}

static void
count_by_month (CasenessAdsmUse *self, CasenessFrame *frame, const guint64 *people)
{
  CasenessDate day;

  for (day = self->period.start; day <= self->period.end; day = caseness_date_month_end (day) + 1)
    {
      CasenessPeriod month = { day, MIN (caseness_date_month_end (day), self->period.end) };
      CasenessAdsm *row;

      caseness_frame_set_period (frame, &month);
      row = count_all (self, frame, people);
      name_row (row, caseness_period_format (&month));
      take_row (self, row, &month);
    }
  caseness_frame_set_period (frame, &self->period);
}

/* A long-term condition is named by the measure meant for it. */
static void
count_by_tool (CasenessAdsmUse *self, CasenessFrame *frame, const guint64 *people)
{
  guint n = caseness_snapshot_get_n_pathways (self->snapshot), n_tools, tool, i;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  for (tool = 0; tool < n_tools; tool++)
    {
      g_autofree guint64 *chosen = caseness_bitmap_new (n);
      CasenessAdsm *row;
      guint found;

      for (i = 0; i < n; i++)
        if (caseness_bitmap_has (people, i) && caseness_adsm_find_tool (self->snapshot, i, self->family, &found)
            && found == tool)
          caseness_bitmap_set (chosen, i);
      row = count_all (self, frame, chosen);
      name_row (row, g_strdup (tools[tool].full_name));
      take_row (self, row, &self->period);
    }
}

static void
count_rows (CasenessAdsmUse *self, CasenessFrame *frame, const guint64 *people)
{
  CasenessAdsm *total = count_all (self, frame, people);

  self->total = *total;
  self->total.group = NULL;
  self->total.period = self->period;
  caseness_adsm_free (total);
  if (self->split == CASENESS_ADSM_BY_MONTH)
    count_by_month (self, frame, people);
  else if (self->split == CASENESS_ADSM_BY_PROBLEM && self->family == CASENESS_ADSM_CONDITIONS)
    count_by_tool (self, frame, people);
  else
    count_by_variable (self, frame, people);
}

/* M203 as a share of M076, and M205, as the catalogue makes them. */
static gboolean
take_national (CasenessAdsmUse *self, GError **error)
{
  const CasenessMeasure *measures[]
      = { caseness_measure_find ("M203"), caseness_measure_find ("M076"), caseness_measure_find ("M205") };
  CasenessQuestion question = {
    .periods = &self->period,
    .n_periods = 1,
    .measures = measures,
    .n_measures = G_N_ELEMENTS (measures),
    .filter = self->filter,
  };
  g_autoptr(CasenessAnswer) answer = caseness_evaluate (self->snapshot, &question, NULL, error);
  double should, courses;

  if (answer == NULL)
    return FALSE;
  should = caseness_answer_get (answer, 0, 0, 0, 0).value;
  courses = caseness_answer_get (answer, 0, 0, 0, 1).value;
  self->should = (CasenessFigure) { should, courses, courses > 0 ? 100 * should / courses : NAN };
  self->national = caseness_answer_get (answer, 0, 0, 0, 2);
  return TRUE;
}

void
caseness_adsm_add_descriptor (CasenessAdsmDescriptors *self, const CasenessSnapshot *snapshot, guint index,
                              guint item)
{
  const char *descriptor = caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_DESCRIPTOR);

  self->courses++;
  self->recorded += caseness_completeness_is_recorded (item, snapshot, index);
  self->missing += *descriptor == '\0';
  self->invalid += strcmp (descriptor, CASENESS_DESCRIPTOR_INVALID) == 0;
  self->mixed += caseness_review_is_mixed (snapshot, index);
  self->mixed_at_caseness += caseness_review_is_mixed_in_doubt (snapshot, index);
  self->changed += (caseness_snapshot_get_flags (snapshot, index) & CASENESS_PATHWAY_DESCRIPTOR_CHANGED) != 0;
}

guint
caseness_adsm_find_descriptor_item (double *standard)
{
  guint n_items, i;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  for (i = 0; i < n_items && strcmp (items[i].id, DESCRIPTOR_ITEM) != 0; i++)
    ;
  g_assert (i < n_items);
  *standard = 100 * items[i].standard;
  return i;
}

static void
count_descriptors (CasenessAdsmUse *self, const guint64 *people)
{
  CasenessAdsmDescriptors *descriptors = &self->descriptors;
  guint item = caseness_adsm_find_descriptor_item (&descriptors->standard);
  guint i;

  for (i = 0; i < caseness_snapshot_get_n_pathways (self->snapshot); i++)
    if (caseness_bitmap_has (people, i) && caseness_courses_is_finished (self->snapshot, i, &self->period))
      caseness_adsm_add_descriptor (descriptors, self->snapshot, i, item);
  descriptors->share = caseness_interval_divide (
      caseness_interval_wilson (descriptors->recorded, descriptors->courses, CONFIDENCE), 0.01);
}

CasenessAdsmUse *
caseness_adsm_use_new (CasenessSnapshot *snapshot, const CasenessPeriod *period, CasenessFilter *filter,
                       CasenessDate as_at, CasenessAdsmFamily family, CasenessAdsmSplit split, GError **error)
{
  CasenessQuestion question = { .periods = period, .n_periods = 1, .filter = filter };
  g_autoptr(CasenessAdsmUse) self = NULL;
  g_autoptr(CasenessFrame) frame = NULL;
  g_autofree guint64 *people = NULL;

  g_return_val_if_fail (snapshot != NULL && period != NULL, NULL);
  g_return_val_if_fail (family < CASENESS_N_ADSM_FAMILIES && split < CASENESS_N_ADSM_SPLITS, NULL);

  people = caseness_evaluate_people (snapshot, &question, error);
  if (people == NULL)
    return NULL;
  self = g_new0 (CasenessAdsmUse, 1);
  self->snapshot = caseness_snapshot_ref (snapshot);
  self->filter = filter != NULL ? caseness_filter_ref (filter) : caseness_filter_new ();
  self->period = *period;
  self->as_at = as_at;
  self->family = family;
  self->split = split;
  self->rows = g_ptr_array_new_with_free_func (caseness_adsm_free);
  frame = caseness_frame_new (snapshot);
  caseness_frame_set_period (frame, period);
  count_rows (self, frame, people);
  caseness_adsm_use_count_costs (self, frame, people);
  caseness_adsm_use_list_cases (self, people);
  count_descriptors (self, people);
  return take_national (self, error) ? g_steal_pointer (&self) : NULL;
}

void
caseness_adsm_use_free (CasenessAdsmUse *self)
{
  g_return_if_fail (self != NULL);

  caseness_snapshot_unref (self->snapshot);
  caseness_filter_unref (self->filter);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->costs, g_ptr_array_unref);
  g_clear_pointer (&self->cost, caseness_adsm_cost_free);
  g_clear_pointer (&self->cases, g_array_unref);
  g_free (self);
}
