/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm.h"

#include "caseness-adsm-use-private.h"
#include "caseness-bitmap.h"
#include "caseness-courses.h"
#include "caseness-measure.h"
#include "caseness-percent.h"
#include "caseness-statistics-intervals.h"

#include <math.h>
#include <string.h>

/* The national measures that say whose problem has a measure of its own, and who has both its scores. */
#define SHOULD_HAVE "M203"
#define PAIRED "M204"
#define GENERAL "GAD"

#define CONFIDENCE 0.95
#define FAMILY_MUS "mus"
#define FAMILY_CONDITION "condition"

struct _CasenessAdsmReading
{
  const CasenessSnapshot *snapshot;
  CasenessAdsmFamily family;
  guint64 *should_have; /* owned */
  guint64 *paired;      /* owned */
  guint general;        /* the tool GAD-7 */
};

void
caseness_adsm_free (gpointer data)
{
  CasenessAdsm *adsm = data;

  g_free (adsm->group);
  g_free (adsm);
}

static guint64 *
evaluate (const char *measure, CasenessFrame *frame)
{
  return caseness_condition_evaluate (caseness_measure_find (measure)->condition, frame);
}

static gboolean
is_of_family (const CasenessTool *tool, const char *family)
{
  return strcmp (tool->family, family) == 0;
}

/* Whether the person has one of the conditions that @tool is for. */
static gboolean
has_condition (const CasenessSnapshot *snapshot, guint index, const CasenessTool *tool)
{
  const CasenessSpans *spans
    = caseness_events_get_list (caseness_snapshot_get_events (snapshot), CASENESS_PATHWAY_LONG_TERM_CONDITIONS);
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (snapshot);
  g_auto(GStrv) codes = g_strsplit (tool->conditions, ";", -1);
  guint n, first = caseness_spans_get (spans, index, &n), i;

  for (i = first; i < first + n; i++)
    if (g_strv_contains ((const char *const *) codes,
                         caseness_dictionary_get (dictionary, caseness_events_get_code (spans, i))))
      return TRUE;
  return FALSE;
}

static gboolean
find_tool_of_condition (const CasenessSnapshot *snapshot, guint index, guint *tool)
{
  guint n_tools, i;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  for (i = 0; i < n_tools; i++)
    if (is_of_family (&tools[i], FAMILY_CONDITION) && has_condition (snapshot, index, &tools[i]))
      {
        *tool = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
caseness_adsm_find_tool (const CasenessSnapshot *snapshot, guint index, CasenessAdsmFamily family, guint *tool)
{
  guint n_tools;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  g_return_val_if_fail (snapshot != NULL && tool != NULL, FALSE);

  if (family == CASENESS_ADSM_CONDITIONS)
    return find_tool_of_condition (snapshot, index, tool);
  *tool = caseness_tool_find_for_descriptor (
      caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_DESCRIPTOR), TRUE);
  if (*tool == caseness_tool_find_by_prefix (GENERAL))
    return FALSE;
  return family == CASENESS_ADSM_NATIONAL || is_of_family (&tools[*tool], FAMILY_MUS);
}

static gboolean
is_scored (const CasenessAdsmReading *reading, guint index, guint tool)
{
  return caseness_snapshot_get_scores (reading->snapshot, index, tool).first != CASENESS_SCORE_NONE;
}

/* Any measure meant for a problem of its own, whichever; of long-term conditions any meant for one. */
static gboolean
has_specific (const CasenessAdsmReading *reading, guint index)
{
  guint n_tools, i;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  for (i = 0; i < n_tools; i++)
    {
      gboolean is_specific = reading->family == CASENESS_ADSM_CONDITIONS ? is_of_family (&tools[i], FAMILY_CONDITION)
                                                                         : *tools[i].adsm_name != '\0';

      if (i != reading->general && is_specific && is_scored (reading, index, i))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_paired (const CasenessAdsmReading *reading, guint index, guint tool)
{
  if (reading->family != CASENESS_ADSM_CONDITIONS)
    return caseness_bitmap_has (reading->paired, index);
  return caseness_snapshot_get_scores (reading->snapshot, index, tool).last != CASENESS_SCORE_NONE;
}

CasenessAdsmReading *
caseness_adsm_reading_new (CasenessFrame *frame, CasenessAdsmFamily family)
{
  CasenessAdsmReading *reading = g_new0 (CasenessAdsmReading, 1);

  reading->snapshot = caseness_frame_get_snapshot (frame);
  reading->family = family;
  reading->should_have = evaluate (SHOULD_HAVE, frame);
  reading->paired = evaluate (PAIRED, frame);
  reading->general = caseness_tool_find_by_prefix (GENERAL);
  return reading;
}

void
caseness_adsm_reading_free (CasenessAdsmReading *reading)
{
  g_free (reading->should_have);
  g_free (reading->paired);
  g_free (reading);
}

void
caseness_adsm_add_course (CasenessAdsm *self, const CasenessAdsmReading *reading, guint index)
{
  guint tool;

  self->courses++;
  if (reading->family != CASENESS_ADSM_CONDITIONS && !caseness_bitmap_has (reading->should_have, index))
    return;
  if (!caseness_adsm_find_tool (reading->snapshot, index, reading->family, &tool))
    return;
  self->should_have++;
  self->unreadable += !caseness_adsm_is_readable (tool);
  if (is_paired (reading, index, tool))
    self->paired++;
  else if (is_scored (reading, index, tool))
    self->first_only++;
  else if (has_specific (reading, index))
    self->wrong_measure++;
  else if (is_scored (reading, index, reading->general))
    self->gad_instead++;
}

GPtrArray *
caseness_adsm_count_family (CasenessFrame *frame, CasenessAdsmFamily family, const GPtrArray *variables,
                            const guint64 *people)
{
  g_autoptr(GPtrArray) groups = caseness_courses_group (frame, variables, people);
  g_autoptr(CasenessAdsmReading) reading = caseness_adsm_reading_new (frame, family);
  GPtrArray *rows = g_ptr_array_new_with_free_func (caseness_adsm_free);
  guint i, k;

  for (i = 0; i < groups->len; i++)
    {
      const CasenessCourseGroup *group = g_ptr_array_index (groups, i);
      CasenessAdsm *row = g_new0 (CasenessAdsm, 1);

      row->group = g_strdup (group->label);
      for (k = 0; k < group->pathways->len; k++)
        caseness_adsm_add_course (row, reading, g_array_index (group->pathways, guint32, k));
      g_ptr_array_add (rows, row);
    }
  return rows;
}

GPtrArray *
caseness_adsm_count (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people)
{
  return caseness_adsm_count_family (frame, CASENESS_ADSM_NATIONAL, variables, people);
}

gboolean
caseness_adsm_is_readable (guint tool)
{
  guint n_tools;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  g_return_val_if_fail (tool < n_tools, FALSE);
  return *tools[tool].code != '\0';
}

guint
caseness_adsm_get_none (const CasenessAdsm *row)
{
  g_return_val_if_fail (row != NULL, 0);

  return row->should_have - row->paired - row->first_only - row->wrong_measure - row->gad_instead;
}

CasenessInterval
caseness_adsm_get_paired (const CasenessAdsm *row)
{
  CasenessInterval none = { NAN, NAN, NAN };

  g_return_val_if_fail (row != NULL, none);

  return caseness_interval_divide (caseness_interval_wilson (row->paired, row->should_have, CONFIDENCE), 0.01);
}

double
caseness_adsm_get_share (const CasenessAdsm *row, guint part)
{
  g_return_val_if_fail (row != NULL, NAN);

  return row->should_have > 0 ? 100.0 * part / row->should_have : NAN;
}

void
caseness_adsm_write_csv (CasenessCsvWriter *writer, const GPtrArray *rows)
{
  static const char *const head[] = { "group",         "courses",     "should_have", "first_only", "paired",
                                      "wrong_measure", "gad_instead", "paired_pct",  NULL };
  guint i;

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < rows->len; i++)
    {
      const CasenessAdsm *row = g_ptr_array_index (rows, i);

      caseness_csv_writer_text (writer, row->group);
      caseness_csv_writer_int (writer, row->courses);
      caseness_csv_writer_int (writer, row->should_have);
      caseness_csv_writer_int (writer, row->first_only);
      caseness_csv_writer_int (writer, row->paired);
      caseness_csv_writer_int (writer, row->wrong_measure);
      caseness_csv_writer_int (writer, row->gad_instead);
      caseness_percent_write (writer, caseness_percent_round (row->paired, row->should_have, 1));
      caseness_csv_writer_end_row (writer);
    }
}
