/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-heat-grid.h"
#include "caseness-ptl-report-private.h"
#include "caseness-ptl-report-words.h"

#include <glib/gi18n.h>

/* The grids of a queue in the order of the IAPT Manual's Appendix E, then what else a meeting asks for. */
static const struct
{
  CasenessPtlSplit split;
  const char *title;
  gboolean is_always_shown; /* even when there is but one row */
  gboolean names_most;      /* whether the title says where most people are past breach; never of staff */
  gboolean identifies;
} grids[] = {
  { CASENESS_PTL_SPLIT_APPOINTMENT, N_("Agreed date or none"), TRUE, FALSE, FALSE },
  { CASENESS_PTL_SPLIT_THERAPY, N_("By first therapy"), TRUE, TRUE, FALSE },
  { CASENESS_PTL_SPLIT_LOCALITY, N_("By locality"), TRUE, TRUE, FALSE },
  { CASENESS_PTL_SPLIT_STEP, N_("By step"), FALSE, FALSE, FALSE },
  { CASENESS_PTL_SPLIT_PRIORITY, N_("By priority group"), FALSE, FALSE, FALSE },
  { CASENESS_PTL_SPLIT_TEAM, N_("By team"), FALSE, FALSE, FALSE },
  { CASENESS_PTL_SPLIT_CLINICIAN, N_("By clinician"), FALSE, FALSE, TRUE },
};

/* The row that stands out, if one does: ties, single people and "not recorded" are no message. */
static const CasenessPtlRow *
find_most_past (const CasenessPtlGrid *counts)
{
  const CasenessPtlRow *most = NULL;
  gboolean is_tie = FALSE;
  guint i;

  for (i = 0; i < counts->rows->len; i++)
    {
      const CasenessPtlRow *row = g_ptr_array_index (counts->rows, i);

      if (most == NULL || row->n_past > most->n_past)
        {
          most = row;
          is_tie = FALSE;
        }
      else if (row->n_past == most->n_past)
        {
          is_tie = TRUE;
        }
    }
  if (most == NULL || is_tie || most->n_past < 2 || g_str_equal (most->label, CASENESS_PTL_REPORT_NOT_RECORDED))
    return NULL;
  return most;
}

static char *
dup_undated_title (const CasenessPtl *ptl)
{
  CasenessPtlReportTally tally;
  g_autofree char *undated = NULL;

  caseness_ptl_report_tally (ptl, &tally);
  if (tally.n_undated == 0)
    return g_strdup (_("Everybody has an agreed date"));
  undated = g_strdup_printf (ngettext ("%u of %u has no agreed date", "%u of %u have no agreed date", tally.n_undated),
                             tally.n_undated, tally.n_people);
  if (tally.n_past_undated == 0)
    return g_steal_pointer (&undated);
  return g_strdup_printf (ngettext ("%s, %u of them past breach", "%s, %u of them past breach",
                                    tally.n_past_undated),
                          undated, tally.n_past_undated);
}

/* @therapy: nullable; the one therapy the grid is about. */
static char *
dup_title (gsize index, const CasenessPtl *ptl, const CasenessPtlGrid *counts, const char *therapy)
{
  const CasenessPtlRow *most = grids[index].names_most && counts->rows->len > 1 ? find_most_past (counts) : NULL;
  g_autofree char *start = NULL;

  if (grids[index].split == CASENESS_PTL_SPLIT_APPOINTMENT)
    return dup_undated_title (ptl);
  /* Translators: a split, then the therapy it is about: "By locality, CBT only". */
  start = therapy == NULL ? g_strdup (_(grids[index].title))
                          : g_strdup_printf (_("%s, %s only"), _(grids[index].title), therapy);
  if (most == NULL)
    return g_steal_pointer (&start);
  /* Translators: "By first therapy: most past breach in CBT, 23 of 40". */
  return g_strdup_printf (_("%s: most past breach in %s, %u of %u"), start, caseness_ptl_report_get_label (most->label),
                          most->n_past, counts->total->n_past);
}

/* Returns: (nullable): who is counted, where that is not what the grid before said. */
static char *
dup_subtitle (gsize index, const CasenessPtl *ptl, const CasenessPtlGrid *counts, const char *therapy)
{
  g_autofree char *stage = NULL;

  if (index == 0)
    return caseness_ptl_report_dup_cohort (ptl);
  if (therapy == NULL)
    return NULL;
  stage = caseness_ptl_report_dup_stage_title (caseness_ptl_get_stage (ptl));
  return g_strdup_printf (_("%s, waiting for %s, n = %u."), stage, therapy, counts->total->total);
}

static void
add_grid (CasenessReportBuilder *builder, gsize index, const CasenessPtl *ptl, const char *therapy)
{
  g_autoptr(CasenessPtlGrid) counts = NULL;
  g_autoptr(CasenessHeatGrid) heat = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  counts = caseness_ptl_count (ptl, grids[index].split,
                               therapy != NULL ? CASENESS_PTL_SPLIT_THERAPY : CASENESS_PTL_SPLIT_ALL, therapy);
  if (!grids[index].is_always_shown && counts->rows->len < 2)
    return;
  title = dup_title (index, ptl, counts, therapy);
  subtitle = dup_subtitle (index, ptl, counts, therapy);
  heat = caseness_ptl_heat_grid_new (ptl, counts);
  caseness_heat_grid_set_titles (heat, title, subtitle, NULL);
  caseness_report_builder_add_chart (builder, caseness_heat_grid_as_chart (heat), 2, _(grids[index].title));
}

void
caseness_ptl_report_add_grids (CasenessReportBuilder *builder, const CasenessPtl *ptl, gboolean identifies)
{
  CasenessPtlReportTally tally;
  gsize i;

  caseness_ptl_report_tally (ptl, &tally);
  for (i = 0; i < G_N_ELEMENTS (grids); i++)
    {
      /* The manual's third grid is about one therapy: the one with most people past breach. */
      gboolean is_of_one_therapy = grids[i].split == CASENESS_PTL_SPLIT_LOCALITY;

      if (grids[i].identifies && !identifies)
        continue;
      add_grid (builder, i, ptl, is_of_one_therapy ? tally.therapy : NULL);
    }
}
