/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-tool.h"

#include "caseness-reference.h"

#include <string.h>

#define GENERAL_PREFIX "GAD"

typedef struct
{
  guint n;
  CasenessTool tools[CASENESS_MAX_TOOLS];
} Tools;

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

static CasenessScore
get_score (const CasenessReference *table, guint row, const char *column)
{
  return caseness_score_parse (get_cell (table, row, column));
}

static Tools *
read_tools (const CasenessReference *table)
{
  Tools *tools = g_new0 (Tools, 1);
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      CasenessTool *tool = &tools->tools[tools->n];

      if (*get_cell (table, i, "field_prefix") == '\0')
        continue;
      g_assert (tools->n < CASENESS_MAX_TOOLS);
      tool->code = get_cell (table, i, "snomed_code");
      tool->measure = get_cell (table, i, "measure");
      tool->full_name = get_cell (table, i, "full_name");
      tool->field_prefix = get_cell (table, i, "field_prefix");
      tool->adsm_name = get_cell (table, i, "adsm_name");
      tool->descriptors = get_cell (table, i, "descriptors");
      tool->family = get_cell (table, i, "family");
      tool->conditions = get_cell (table, i, "conditions");
      tool->is_extended = *get_cell (table, i, "extended") == 'Y';
      tool->min = get_score (table, i, "min");
      tool->max = get_score (table, i, "max");
      tool->caseness_at = get_score (table, i, "caseness_at");
      tool->reliable_change = get_score (table, i, "reliable_change");
      tools->n++;
    }
  return tools;
}

static const Tools *
get_tools (void)
{
  static gsize once = 0; /* the table, read once and never changed */

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_tools (caseness_reference_get ("assessment-tools")));
  return (const Tools *) once;
}

const CasenessTool *
caseness_tool_get_all (guint *n_tools)
{
  g_return_val_if_fail (n_tools != NULL, NULL);
  *n_tools = get_tools ()->n;
  return get_tools ()->tools;
}

guint
caseness_tool_find_by_prefix (const char *field_prefix)
{
  const Tools *tools = get_tools ();
  guint i;

  for (i = 0; i < tools->n; i++)
    if (strcmp (tools->tools[i].field_prefix, field_prefix) == 0)
      return i;
  g_error ("assessment-tools.csv has no tool with the prefix %s", field_prefix);
}

/* Whether one of the patterns, `;` between them, names the descriptor. */
static gboolean
matches (const char *patterns, const char *descriptor)
{
  while (*patterns != '\0')
    {
      gsize length = strcspn (patterns, ";");
      gboolean is_open = length > 0 && patterns[length - 1] == '*';
      gsize stem = is_open ? length - 1 : length;

      if (strncmp (patterns, descriptor, stem) == 0 && (is_open || descriptor[stem] == '\0'))
        return TRUE;
      patterns += length;
      patterns += strspn (patterns, "; ");
    }
  return FALSE;
}

guint
caseness_tool_find_for_descriptor (const char *descriptor, gboolean with_extended)
{
  const Tools *tools = get_tools ();
  guint i;

  for (i = 0; i < tools->n && *descriptor != '\0'; i++)
    if (*tools->tools[i].adsm_name != '\0' && (with_extended || !tools->tools[i].is_extended)
        && matches (tools->tools[i].descriptors, descriptor))
      return i;
  return caseness_tool_find_by_prefix (GENERAL_PREFIX);
}

CasenessScore
caseness_score_parse (const char *text)
{
  CasenessScore score = 0;
  guint n_digits = 0, decimals = 0;

  if (text == NULL)
    return CASENESS_SCORE_NONE;
  text += strspn (text, " ");
  for (; g_ascii_isdigit (*text) && n_digits < 5; text++, n_digits++)
    score = score * 10 + g_ascii_digit_value (*text);
  if (*text == '.' && n_digits > 0)
    for (text++; g_ascii_isdigit (*text) && decimals < 2; text++, decimals++)
      score = score * 10 + g_ascii_digit_value (*text);
  text += strspn (text, " ");
  if (n_digits == 0 || *text != '\0')
    return CASENESS_SCORE_NONE;
  for (; decimals < 2; decimals++)
    score *= 10;
  return score;
}

CasenessScore
caseness_tool_read_score (guint tool, const char *text)
{
  const CasenessTool *range = &get_tools ()->tools[tool];
  CasenessScore score = caseness_score_parse (text);

  g_return_val_if_fail (tool < get_tools ()->n, CASENESS_SCORE_NONE);
  if (range->min != CASENESS_SCORE_NONE && score < range->min)
    return CASENESS_SCORE_NONE;
  if (range->max != CASENESS_SCORE_NONE && score > range->max)
    return CASENESS_SCORE_NONE;
  return score;
}

char *
caseness_score_format (CasenessScore score)
{
  if (score == CASENESS_SCORE_NONE)
    return g_strdup ("");
  if (score % 100 == 0)
    return g_strdup_printf ("%d", score / 100);
  if (score % 10 == 0)
    return g_strdup_printf ("%d.%d", score / 100, score % 100 / 10);
  return g_strdup_printf ("%d.%02d", score / 100, score % 100);
}
