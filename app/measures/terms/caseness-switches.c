/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-switches.h"

#include <string.h>

/* What each switch is called and what sets it to FALSE and TRUE. */
static const struct
{
  const char *name;
  gsize offset;
  const char *no;
  const char *yes;
} choices[] = {
  { "knowledge", G_STRUCT_OFFSET (CasenessSwitches, knowledge_is_submitted), "now", "submitted" },
  { "iet_date", G_STRUCT_OFFSET (CasenessSwitches, iet_date_is_end), "start", "end" },
  { "iet_zero_minutes", G_STRUCT_OFFSET (CasenessSwitches, iet_zero_minutes_count), "ignore", "count" },
  { "unplanned_counts", G_STRUCT_OFFSET (CasenessSwitches, unplanned_counts), "no", "yes" },
  { "es_mixed_is_treatment", G_STRUCT_OFFSET (CasenessSwitches, es_mixed_is_treatment), "no", "yes" },
  { "es_only_is_contact", G_STRUCT_OFFSET (CasenessSwitches, es_only_is_contact), "no", "yes" },
  { "hi_codes", G_STRUCT_OFFSET (CasenessSwitches, hi_codes_are_full), "m347_footnote", "full" },
  { "include_606", G_STRUCT_OFFSET (CasenessSwitches, include_606), "no", "yes" },
  { "same_day_pair", G_STRUCT_OFFSET (CasenessSwitches, same_day_pair), "no", "yes" },
  { "dedupe_606_607", G_STRUCT_OFFSET (CasenessSwitches, dedupe_606_607), "no", "yes" },
  { "single_first", G_STRUCT_OFFSET (CasenessSwitches, single_first_is_specific), "gad", "specific" },
  { "mi_cutoff", G_STRUCT_OFFSET (CasenessSwitches, mi_cutoff_is_reached), "gt", "ge" },
  { "mixed_is_no_change", G_STRUCT_OFFSET (CasenessSwitches, mixed_is_no_change), "no", "yes" },
  { "person_key", G_STRUCT_OFFSET (CasenessSwitches, person_key_is_local), "nhs_then_local", "local" },
  { "wsas_work_9", G_STRUCT_OFFSET (CasenessSwitches, wsas_work_9_counts), "drop", "keep" },
};

void
caseness_switches_init (CasenessSwitches *switches)
{
  g_return_if_fail (switches != NULL);
  *switches = (CasenessSwitches){
    .iet_zero_minutes_count = TRUE,
    .unplanned_counts = TRUE,
    .es_mixed_is_treatment = TRUE,
    .es_only_is_contact = TRUE,
    .hi_codes_are_full = TRUE,
    .include_606 = TRUE,
    .same_day_pair = TRUE,
    .dedupe_606_607 = TRUE,
    .mi_cutoff_is_reached = TRUE,
    .mixed_is_no_change = TRUE,
    .extended_adsm_from = caseness_date_new (2022, 4, 1),
    .known_until = CASENESS_DATE_NONE,
  };
}

gboolean
caseness_switches_know (CasenessSwitches *switches, CasenessDate period_end)
{
  g_return_val_if_fail (switches != NULL, FALSE);
  if (switches->knowledge_is_submitted)
    switches->known_until = period_end;
  return switches->knowledge_is_submitted;
}

static gboolean
set_date (CasenessDate *date, const char *value)
{
  CasenessDate parsed = caseness_date_parse (value);

  if (parsed == CASENESS_DATE_NONE)
    return FALSE;
  *date = parsed;
  return TRUE;
}

gboolean
caseness_switches_set (CasenessSwitches *switches, const char *name, const char *value)
{
  guint i;

  g_return_val_if_fail (switches != NULL && name != NULL && value != NULL, FALSE);
  if (strcmp (name, "extended_adsm_from") == 0)
    return set_date (&switches->extended_adsm_from, value);
  for (i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      gboolean is_yes = strcmp (value, choices[i].yes) == 0;

      if (strcmp (name, choices[i].name) != 0)
        continue;
      if (is_yes || strcmp (value, choices[i].no) == 0)
        G_STRUCT_MEMBER (gboolean, switches, choices[i].offset) = is_yes;
      return is_yes || strcmp (value, choices[i].no) == 0;
    }
  return FALSE;
}

char *
caseness_switches_write (const CasenessSwitches *switches)
{
  GString *line = g_string_new (NULL);
  guint i;

  g_return_val_if_fail (switches != NULL, NULL);
  for (i = 0; i < G_N_ELEMENTS (choices); i++)
    g_string_append_printf (line, "%s=%s ", choices[i].name,
                            G_STRUCT_MEMBER (gboolean, switches, choices[i].offset) ? choices[i].yes : choices[i].no);
  g_string_append_printf (line, "extended_adsm_from=%d known_until=%d", switches->extended_adsm_from,
                          switches->known_until);
  return g_string_free (line, FALSE);
}
