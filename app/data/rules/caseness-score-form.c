/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-score-form.h"

#include "caseness-cell.h"
#include "caseness-reference.h"

#include <string.h>

typedef enum
{
  FORM_DIGITS,
  FORM_POINT, /* one digit, a point, and decimals */
  FORM_LETTERS,
} Form;

typedef struct
{
  Form form;
  gsize least; /* digits, decimals or letters */
  gsize most;
  gboolean has_range;
  int minimum; /* hundredths, so that 2.30 is exact */
  int maximum;
  char **answers; /* accepted whatever form and range say */
  gboolean is_experience;
} Tool;

static const struct
{
  const char *prefix;
  Form form;
} forms[] = {
  { "digits-", FORM_DIGITS },
  { "point-", FORM_POINT },
  { "letters-", FORM_LETTERS },
};

/* Digits, and at most two decimals after a point. Returns -1 for anything else. */
static int
parse_hundredths (const char *text)
{
  gsize whole = strspn (text, "0123456789");
  gsize decimals = text[whole] == '.' ? strspn (text + whole + 1, "0123456789") : 0;
  gsize length = whole + (text[whole] == '.' ? decimals + 1 : 0);
  int value = 0;

  if (whole == 0 || whole > 6 || decimals > 2 || text[length] != '\0')
    return -1;
  for (gsize i = 0; i < whole; i++)
    value = value * 10 + (text[i] - '0');
  for (gsize i = 0; i < 2; i++)
    value = value * 10 + (i < decimals ? text[whole + 1 + i] - '0' : 0);
  return value;
}

static void
read_form (Tool *tool, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_has_prefix (word, forms[i].prefix))
      {
        char *end;

        tool->form = forms[i].form;
        tool->least = (gsize) g_ascii_strtoull (word + strlen (forms[i].prefix), &end, 10);
        tool->most = *end == '-' ? (gsize) g_ascii_strtoull (end + 1, NULL, 10) : tool->least;
        return;
      }
  g_error ("reference table assessment-tools: no such form: %s", word);
}

static Tool *
read_tool (const CasenessReference *r, guint row)
{
  const char *minimum = caseness_reference_get_cell (r, row, caseness_reference_find_column (r, "min"));
  const char *maximum = caseness_reference_get_cell (r, row, caseness_reference_find_column (r, "max"));
  const char *allowed = caseness_reference_get_cell (r, row, caseness_reference_find_column (r, "allowed"));
  const char *measure = caseness_reference_get_cell (r, row, caseness_reference_find_column (r, "measure"));
  Tool *tool = g_new0 (Tool, 1);

  read_form (tool, caseness_reference_get_cell (r, row, caseness_reference_find_column (r, "score_form")));
  tool->has_range = *minimum != '\0';
  tool->minimum = parse_hundredths (minimum);
  tool->maximum = parse_hundredths (maximum);
  tool->answers = g_strsplit (allowed, ";", 0);
  tool->is_experience = g_str_has_prefix (measure, "PEQ");
  return tool;
}

static GHashTable *
read_tools (void)
{
  const CasenessReference *r = caseness_reference_get ("assessment-tools");
  GHashTable *tools = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < caseness_reference_get_n_rows (r); row++)
    {
      const char *code = caseness_reference_get_cell (r, row, caseness_reference_find_column (r, "snomed_code"));

      /* The fatigue questionnaire has no code yet (rulings 13). */
      if (*code != '\0')
        g_hash_table_insert (tools, (gpointer) code, read_tool (r, row));
    }
  return tools;
}

static const Tool *
find_tool (const char *code)
{
  static GHashTable *tools;

  if (g_once_init_enter (&tools))
    g_once_init_leave (&tools, read_tools ());
  return code == NULL ? NULL : g_hash_table_lookup (tools, code);
}

gboolean
caseness_score_tool_is_known (const char *code)
{
  return find_tool (code) != NULL;
}

gboolean
caseness_score_tool_is_experience (const char *code)
{
  const Tool *tool = find_tool (code);

  return tool != NULL && tool->is_experience;
}

static gboolean
is_answer (const Tool *tool, const char *score)
{
  return g_strv_contains ((const char *const *) tool->answers, score);
}

static gboolean
has_form (const Tool *tool, const char *score)
{
  gsize length = strlen (score);

  if (tool->form == FORM_DIGITS)
    return caseness_cell_is_digits (score, tool->least, tool->most);
  if (tool->form == FORM_POINT)
    return g_ascii_isdigit (score[0]) && score[1] == '.'
           && caseness_cell_is_digits (score + 2, tool->least, tool->most);
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalpha (score[i]))
      return FALSE;
  return length >= tool->least && length <= tool->most;
}

gboolean
caseness_score_is_well_formed (const char *code, const char *score)
{
  const Tool *tool = find_tool (code);

  return tool == NULL || is_answer (tool, score) || has_form (tool, score);
}

gboolean
caseness_score_is_possible (const char *code, const char *score)
{
  const Tool *tool = find_tool (code);
  int value;

  if (tool == NULL || is_answer (tool, score) || !has_form (tool, score))
    return TRUE;
  if (!tool->has_range)
    return FALSE;
  value = parse_hundredths (score);
  return value >= tool->minimum && value <= tool->maximum;
}
