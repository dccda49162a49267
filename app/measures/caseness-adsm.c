/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm.h"

#include "caseness-bitmap.h"
#include "caseness-courses.h"
#include "caseness-measure.h"
#include "caseness-percent.h"

/* The national measures that say whose problem has a measure of its own, and who has both its scores. */
#define SHOULD_HAVE "M203"
#define PAIRED "M204"

/* What a snapshot says of who has which scores. */
typedef struct
{
  const CasenessSnapshot *snapshot;
  guint64 *should_have; /* owned */
  guint64 *paired;      /* owned */
  guint general;        /* the tool GAD-7 */
} Reading;

static void
adsm_free (gpointer data)
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
is_scored (const Reading *reading, guint index, guint tool)
{
  return caseness_snapshot_get_scores (reading->snapshot, index, tool).first != CASENESS_SCORE_NONE;
}

/* Any measure meant for an anxiety problem of its own, whichever. */
static gboolean
has_specific (const Reading *reading, guint index)
{
  guint n_tools, i;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  for (i = 0; i < n_tools; i++)
    if (i != reading->general && *tools[i].adsm_name != '\0' && is_scored (reading, index, i))
      return TRUE;
  return FALSE;
}

static void
add_course (CasenessAdsm *self, const Reading *reading, guint index)
{
  const char *problem = caseness_snapshot_get_text (reading->snapshot, index, CASENESS_PATHWAY_DESCRIPTOR);

  self->courses++;
  if (!caseness_bitmap_has (reading->should_have, index))
    return;
  self->should_have++;
  if (caseness_bitmap_has (reading->paired, index))
    self->paired++;
  else if (is_scored (reading, index, caseness_tool_find_for_descriptor (problem, TRUE)))
    self->first_only++;
  else if (has_specific (reading, index))
    self->wrong_measure++;
  else if (is_scored (reading, index, reading->general))
    self->gad_instead++;
}

GPtrArray *
caseness_adsm_count (CasenessFrame *frame, const GPtrArray *variables, const guint64 *people)
{
  g_autoptr(GPtrArray) groups = caseness_courses_group (frame, variables, people);
  g_autofree guint64 *should_have = evaluate (SHOULD_HAVE, frame), *paired = evaluate (PAIRED, frame);
  Reading reading = { caseness_frame_get_snapshot (frame), should_have, paired,
                      caseness_tool_find_by_prefix ("GAD") };
  GPtrArray *rows = g_ptr_array_new_with_free_func (adsm_free);
  guint i, k;

  for (i = 0; i < groups->len; i++)
    {
      const CasenessCourseGroup *group = g_ptr_array_index (groups, i);
      CasenessAdsm *row = g_new0 (CasenessAdsm, 1);

      row->group = g_strdup (group->label);
      for (k = 0; k < group->pathways->len; k++)
        add_course (row, &reading, g_array_index (group->pathways, guint32, k));
      g_ptr_array_add (rows, row);
    }
  return rows;
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
