/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-words.h"

#include "caseness-ptl-report-words.h"
#include "caseness-staff-words.h"

#include <glib/gi18n-lib.h>

/* All groups of a split together, as a choice. */
static const char *const everybody[CASENESS_N_PTL_SPLITS] = {
  [CASENESS_PTL_SPLIT_ALL] = N_("Everybody"),
  [CASENESS_PTL_SPLIT_APPOINTMENT] = N_("Everybody"),
  [CASENESS_PTL_SPLIT_THERAPY] = N_("All therapies"),
  [CASENESS_PTL_SPLIT_STEP] = N_("All steps"),
  [CASENESS_PTL_SPLIT_LOCALITY] = N_("All localities"),
  [CASENESS_PTL_SPLIT_TEAM] = N_("All teams"),
  [CASENESS_PTL_SPLIT_CLINICIAN] = N_("All clinicians"),
  [CASENESS_PTL_SPLIT_PRIORITY] = N_("All priorities"),
};

char *
caseness_ptl_words_stage_count (CasenessStage stage, guint n_people)
{
  g_autofree char *title = caseness_ptl_report_dup_stage_title (stage);

  /* Translators: a stage of waiting and how many wait: "First treatment, 339 people waiting" */
  return g_strdup_printf (ngettext ("%s, %u person waiting", "%s, %u people waiting", n_people), title, n_people);
}

char *
caseness_ptl_words_clinician (const CasenessPtlAnswer *answer, const char *clinician)
{
  return caseness_staff_words_name (answer->query->snapshot, clinician, TRUE);
}

char *
caseness_ptl_words_group (const CasenessPtlAnswer *answer, CasenessPtlSplit split, const char *group,
                          gboolean hides_names)
{
  if (hides_names && split == CASENESS_PTL_SPLIT_CLINICIAN && !g_str_equal (group, "Not recorded"))
    return caseness_ptl_words_clinician (answer, group);
  return g_strdup (caseness_ptl_report_get_label (group));
}

const char *
caseness_ptl_words_everybody (CasenessPtlSplit split)
{
  return _(everybody[split]);
}

char *
caseness_ptl_words_column (const CasenessPtl *ptl, const CasenessPtlColumn *column)
{
  if (caseness_ptl_get_standard (ptl) < 0)
    return column->to_week == G_MAXUINT
               ? g_strdup_printf (_("more than %u weeks waited"), column->from_week)
               : g_strdup_printf (_("%u to %u weeks waited"), column->from_week, column->to_week);
  if (!column->is_past)
    return g_strdup_printf (_("%u to %u weeks before breach"), column->from_week, column->to_week);
  return column->to_week == G_MAXUINT
             ? g_strdup_printf (_("more than %u weeks past breach"), column->from_week)
             : g_strdup_printf (_("%u to %u weeks past breach"), column->from_week, column->to_week);
}

/* The group that holds most of those past their breach date; NULL where none stands out. */
static const CasenessPtlRow *
find_worst (const CasenessPtlGrid *grid)
{
  const CasenessPtlRow *worst = NULL;
  guint most = 0;
  guint i;

  for (i = 0; i < grid->rows->len; i++)
    {
      const CasenessPtlRow *row = g_ptr_array_index (grid->rows, i);

      if (g_str_equal (row->label, "Not recorded") || g_str_equal (row->label, "None"))
        continue;
      if (row->n_past == most)
        worst = NULL;
      else if (row->n_past > most)
        worst = row;
      most = MAX (most, row->n_past);
    }
  return grid->rows->len > 1 ? worst : NULL;
}

static char *
say_past (const CasenessPtlRow *total)
{
  if (total->n_past == 0)
    return g_strdup_printf (ngettext ("The %u person waiting is within the standard",
                                      "All %u people waiting are within the standard", total->total),
                            total->total);
  return g_strdup_printf (ngettext ("%u of %u people is past the breach date",
                                    "%u of %u people are past their breach date", total->n_past),
                          total->n_past, total->total);
}

static char *
say_waiting (const CasenessPtlRow *total)
{
  g_autofree char *people = g_strdup_printf (ngettext ("%u person waits", "%u people wait", total->total),
                                             total->total);

  if (total->total == 0)
    return g_strdup (_("Nobody waits"));
  return g_strdup_printf (ngettext ("%s, the longest for %d day", "%s, the longest for %d days",
                                    (gulong) MAX (total->longest_wait, 0)),
                          people, total->longest_wait);
}

/* What the worst group is to its people; NULL where the split has no such sentence. */
static char *
say_worst (CasenessPtlSplit split, guint n, guint n_past, const char *group)
{
  /* Translators: each follows "40 of 339 people are past their breach date" */
  switch (split)
    {
    case CASENESS_PTL_SPLIT_THERAPY:
    case CASENESS_PTL_SPLIT_STEP:
      return g_strdup_printf (ngettext ("%u of the %u is waiting for %s", "%u of the %u are waiting for %s", n), n,
                              n_past, group);
    case CASENESS_PTL_SPLIT_LOCALITY:
      return g_strdup_printf (ngettext ("%u of the %u is in %s", "%u of the %u are in %s", n), n, n_past, group);
    case CASENESS_PTL_SPLIT_TEAM:
      return g_strdup_printf (ngettext ("%u of the %u is with team %s", "%u of the %u are with team %s", n), n, n_past,
                              group);
    case CASENESS_PTL_SPLIT_CLINICIAN:
      return g_strdup_printf (ngettext ("%u of the %u is allocated to %s", "%u of the %u are allocated to %s", n), n,
                              n_past, group);
    case CASENESS_PTL_SPLIT_PRIORITY:
      return g_strdup_printf (ngettext ("%u of the %u has priority %s", "%u of the %u have priority %s", n), n, n_past,
                              group);
    default:
      return NULL;
    }
}

/* After how many are late: among whom most of them are, or how many of them have no date. */
static char *
say_where (const CasenessPtlAnswer *answer, gboolean hides_names)
{
  const CasenessPtlGrid *grid = answer->grid;
  const CasenessPtlRow *worst = find_worst (grid);
  g_autofree char *group = NULL;

  if (grid->split == CASENESS_PTL_SPLIT_APPOINTMENT && grid->total->n_past > 0)
    /* Translators: follows "40 of 339 people are past their breach date" */
    return g_strdup_printf (ngettext ("%u of the %u has no appointment date", "%u of the %u have no appointment date",
                                      grid->undated->n_past),
                            grid->undated->n_past, grid->total->n_past);
  if (worst == NULL)
    return NULL;
  group = caseness_ptl_words_group (answer, grid->split, worst->label, hides_names);
  return say_worst (grid->split, worst->n_past, grid->total->n_past, group);
}

char *
caseness_ptl_words_title (const CasenessPtlAnswer *answer, gboolean hides_names)
{
  const CasenessPtlRow *total = answer->grid->total;
  g_autofree char *past = NULL;
  g_autofree char *where = NULL;

  if (caseness_ptl_get_standard (answer->ptl) < 0 || total->total == 0)
    return say_waiting (total);
  past = say_past (total);
  where = say_where (answer, hides_names);
  if (where == NULL)
    return g_steal_pointer (&past);
  /* Translators: two half-sentences */
  return g_strdup_printf (_("%s; %s"), past, where);
}

char *
caseness_ptl_words_subtitle (const CasenessPtlAnswer *answer, gboolean hides_names)
{
  const CasenessPtlQuery *query = answer->query;
  g_autofree char *cohort = caseness_ptl_report_dup_cohort (answer->ptl);
  g_autofree char *group = NULL;

  if (query->only_group == NULL)
    return g_steal_pointer (&cohort);
  group = caseness_ptl_words_group (answer, query->only_split, query->only_group, hides_names);
  /* Translators: a sentence on everybody, then the group that is counted and how many they are */
  return g_strdup_printf (_("%s Only %s: %u."), cohort, group, answer->grid->total->total);
}

char *
caseness_ptl_words_footnote (const CasenessPtlAnswer *answer)
{
  g_autofree char *day = caseness_date_format_short (answer->query->as_at);
  int standard = caseness_ptl_get_standard (answer->ptl);

  if (standard < 0)
    return g_strdup_printf (_("A wait ends at the agreed appointment, or runs to %s where there is none."), day);
  return g_strdup_printf (_("A wait ends at the agreed appointment, or runs to %s where there is none. "
                             "Day %d is inside the standard."),
                          day, standard);
}

char *
caseness_ptl_words_row (const CasenessPtlAnswer *answer, guint row, gboolean hides_names)
{
  const CasenessPtlGrid *grid = answer->grid;

  if (row < grid->rows->len)
    return caseness_ptl_words_group (answer, grid->split,
                                     ((CasenessPtlRow *) g_ptr_array_index (grid->rows, row))->label, hides_names);
  if (row == grid->rows->len + CASENESS_PTL_ROW_TOTAL)
    return g_strdup (_("All"));
  return g_strdup (_("of these, no date"));
}

static char *
say_people_column (const CasenessPtlAnswer *answer, int column)
{
  guint n_columns;
  const CasenessPtlColumn *columns = caseness_ptl_get_columns (answer->ptl, &n_columns);

  if (column >= 0 && column < (int) n_columns)
    return caseness_ptl_words_column (answer->ptl, &columns[column]);
  return g_strdup (column == (int) n_columns + CASENESS_PTL_COLUMN_PAST ? _("past breach") : _("all waiting"));
}

char *
caseness_ptl_words_people (const CasenessPtlAnswer *answer, int row, int column, gboolean hides_names)
{
  g_autofree char *group = NULL;
  g_autofree char *weeks = say_people_column (answer, column);

  if (row == (int) answer->grid->rows->len + CASENESS_PTL_ROW_UNDATED)
    group = g_strdup (_("No appointment date"));
  else if (row < 0)
    group = caseness_ptl_words_row (answer, answer->grid->rows->len + CASENESS_PTL_ROW_TOTAL, hides_names);
  else
    group = caseness_ptl_words_row (answer, (guint) row, hides_names);
  /* Translators: a group and its weeks: "CBT, 1 to 2 weeks past breach" */
  return g_strdup_printf (_("%s, %s"), group, weeks);
}

static guint
count_undated (const GPtrArray *people)
{
  guint n = 0;
  guint i;

  for (i = 0; i < people->len; i++)
    n += ((const CasenessPtlPerson *) g_ptr_array_index (people, i))->booked_date == CASENESS_DATE_NONE;
  return n;
}

static guint
count_without_action (const CasenessPtlAnswer *answer, const GPtrArray *people)
{
  guint n = 0;
  guint i;

  if (caseness_ptl_actions_are_none (answer->actions))
    return 0;
  for (i = 0; i < people->len; i++)
    n += caseness_ptl_actions_find (answer->actions, g_ptr_array_index (people, i)) == NULL;
  return n;
}

char *
caseness_ptl_words_people_count (const CasenessPtlAnswer *answer, const GPtrArray *people)
{
  g_autofree char *count
      = g_strdup_printf (ngettext ("%u person", "%u people in waiting order", people->len), people->len);
  g_autofree char *dated = NULL;
  guint n_undated = count_undated (people);
  guint n_without = count_without_action (answer, people);

  /* Translators: after "7 people in waiting order" */
  dated = n_undated == 0 ? g_strdup (count)
                         : g_strdup_printf (ngettext ("%s, %u with no date", "%s, %u with no date", n_undated), count,
                                            n_undated);
  if (n_without == 0)
    return g_steal_pointer (&dated);
  /* Translators: after "7 people in waiting order" */
  return g_strdup_printf (ngettext ("%s, %u with no action", "%s, %u with no action", n_without), dated, n_without);
}

char *
caseness_ptl_words_person (const CasenessPtlAnswer *answer, const CasenessPtlPerson *person, gboolean hides_names)
{
  if (!hides_names)
    return g_strdup (person->service_request_id);
  /* Translators: stands for a reference in meeting mode */
  return g_strdup_printf (_("Person %u"), caseness_ptl_since_get_number (answer->since, person));
}
