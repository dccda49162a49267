/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo-table-private.h"

#include <string.h>

/* The row of a tool in the assessment tools: its range and cut-offs live there and nowhere else. */
static guint
find_tool (const CasenessReference *table, const char *code)
{
  guint row;

  for (row = 0; row < caseness_reference_get_n_rows (table); row++)
    if (strcmp (cell (table, row, "snomed_code"), code) == 0)
      return row;
  g_assert_not_reached ();
}

static void
read_tool (CasenessDemoScale *scale, const char *code)
{
  const CasenessReference *table = caseness_reference_get ("assessment-tools");
  guint row = find_tool (table, code);

  scale->tool = cell (table, row, "snomed_code");
  scale->minimum = (int) scaled (table, row, "min", 100);
  scale->maximum = (int) scaled (table, row, "max", 100);
  scale->cut_off = (int) scaled (table, row, "caseness_at", 100);
  scale->reliable_change = (int) scaled (table, row, "reliable_change", 100);
  scale->has_decimals = scaled (table, row, "decimals", 1) > 0;
}

void
caseness_demo_scale_read (CasenessDemoScale *scale, const CasenessReference *table, guint row, const char *prefix,
                          const char *code)
{
  static const char *const parts[] = { "start_mean", "start_sd", "end_mean", "end_sd" };
  int *values[] = { &scale->start_mean, &scale->start_sd, &scale->end_mean, &scale->end_sd };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *column = g_strconcat (prefix, "_", parts[i], NULL);

      *values[i] = (int) scaled (table, row, column, 100);
    }
  read_tool (scale, code);
}

/* The measures of long-term conditions: those of the assessment tools that name one. */
GArray *
caseness_demo_read_conditions (void)
{
  const CasenessReference *table = caseness_reference_get ("demo-conditions");
  const CasenessReference *tools = caseness_reference_get ("assessment-tools");
  GArray *conditions = g_array_new (FALSE, FALSE, sizeof (CasenessDemoCondition));
  guint row;

  for (row = 0; row < caseness_reference_get_n_rows (table); row++)
    {
      const char *tool = cell (table, row, "tool");
      CasenessDemoCondition condition = {
        .code = cell (tools, find_tool (tools, tool), "conditions"),
        .paired = scaled (table, row, "paired", CASENESS_RANDOM_ONE),
        .first_only = scaled (table, row, "first_only", CASENESS_RANDOM_ONE),
        .wrong = scaled (table, row, "wrong", CASENESS_RANDOM_ONE),
      };

      caseness_demo_scale_read (&condition.scale, table, row, "tool", tool);
      g_array_append_val (conditions, condition);
    }
  return conditions;
}
