/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-private.h"

#include "caseness-reference.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const stage_names[CASENESS_N_STAGES] = {
  [CASENESS_STAGE_FIRST_APPOINTMENT] = N_("first appointment"),
  [CASENESS_STAGE_FIRST_TREATMENT] = N_("first treatment"),
  [CASENESS_STAGE_SECOND_TREATMENT] = N_("second treatment"),
  [CASENESS_STAGE_STEP_UP] = N_("step-up"),
  [CASENESS_STAGE_FOLLOW_UP] = N_("follow-up"),
};

static const struct
{
  const char *name;  /* as the command line says it */
  const char *title;
} splits[CASENESS_N_PTL_SPLITS] = {
  [CASENESS_PTL_SPLIT_ALL] = { "all", N_("Everybody") },
  [CASENESS_PTL_SPLIT_APPOINTMENT] = { "appointment", N_("Appointment") },
  [CASENESS_PTL_SPLIT_THERAPY] = { "therapy", N_("Therapy") },
  [CASENESS_PTL_SPLIT_STEP] = { "step", N_("Step") },
  [CASENESS_PTL_SPLIT_LOCALITY] = { "locality", N_("Locality") },
  [CASENESS_PTL_SPLIT_TEAM] = { "team", N_("Team") },
  [CASENESS_PTL_SPLIT_CLINICIAN] = { "clinician", N_("Clinician") },
  [CASENESS_PTL_SPLIT_PRIORITY] = { "priority", N_("Priority") },
};

const char *
caseness_stage_get_name (CasenessStage stage)
{
  g_return_val_if_fail (stage < CASENESS_N_STAGES, "");
  return stage_names[stage];
}

/* Whether two names are the same but for case, and for hyphens in the place of blanks (rulings 74). */
static gboolean
is_same_stage (const char *a, const char *b)
{
  for (; *a != '\0' && *b != '\0'; a++, b++)
    if (g_ascii_tolower (*a == '-' ? ' ' : *a) != g_ascii_tolower (*b == '-' ? ' ' : *b))
      return FALSE;
  return *a == *b;
}

gboolean
caseness_stage_parse (const char *text, CasenessStage *stage)
{
  guint i;

  g_return_val_if_fail (stage != NULL, FALSE);
  for (i = 0; text != NULL && i < CASENESS_N_STAGES; i++)
    if (is_same_stage (text, stage_names[i]))
      {
        *stage = i;
        return TRUE;
      }
  return FALSE;
}

const char *
caseness_ptl_split_get_name (CasenessPtlSplit split)
{
  g_return_val_if_fail (split < CASENESS_N_PTL_SPLITS, "");
  return splits[split].name;
}

const char *
caseness_ptl_split_get_title (CasenessPtlSplit split)
{
  g_return_val_if_fail (split < CASENESS_N_PTL_SPLITS, "");
  return splits[split].title;
}

gboolean
caseness_ptl_split_parse (const char *text, CasenessPtlSplit *split)
{
  guint i;

  g_return_val_if_fail (split != NULL, FALSE);
  for (i = 0; text != NULL && i < CASENESS_N_PTL_SPLITS; i++)
    if (g_ascii_strcasecmp (text, splits[i].name) == 0)
      {
        *split = i;
        return TRUE;
      }
  return FALSE;
}

/* Whether one of the words, `;` between them, is @word in any case. */
static gboolean
has_word (const char *words, const char *word)
{
  g_auto(GStrv) parts = g_strsplit (words, ";", -1);
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    if (g_ascii_strcasecmp (g_strstrip (parts[i]), word) == 0)
      return TRUE;
  return FALSE;
}

/* The days of the row for this stage and, with a priority, for one of its words; -2 when there is no such row. */
static int
find_days (CasenessStage stage, const char *priority)
{
  const CasenessReference *table = caseness_reference_get ("waiting-standards");
  guint stage_column = caseness_reference_find_column (table, "stage");
  guint priority_column = caseness_reference_find_column (table, "priority");
  guint days_column = caseness_reference_find_column (table, "days");
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      const char *word = caseness_reference_get_cell (table, i, priority_column);
      const char *days = caseness_reference_get_cell (table, i, days_column);

      if (!is_same_stage (caseness_reference_get_cell (table, i, stage_column), stage_names[stage]))
        continue;
      if (priority == NULL ? *word == '\0' : *word != '\0' && has_word (priority, word))
        return *days != '\0' ? (int) g_ascii_strtoll (days, NULL, 10) : CASENESS_NO_STANDARD;
    }
  return -2;
}

int
caseness_stage_get_standard (CasenessStage stage)
{
  int days;

  g_return_val_if_fail (stage < CASENESS_N_STAGES, CASENESS_NO_STANDARD);
  days = find_days (stage, NULL);
  return MAX (days, CASENESS_NO_STANDARD);
}

int
caseness_stage_get_standard_for (CasenessStage stage, const char *priority)
{
  int days;

  g_return_val_if_fail (stage < CASENESS_N_STAGES && priority != NULL, CASENESS_NO_STANDARD);
  days = *priority != '\0' ? find_days (stage, priority) : -2;
  return days >= CASENESS_NO_STANDARD ? days : caseness_stage_get_standard (stage);
}
