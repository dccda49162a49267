/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-condition-private.h"

#include <string.h>

static gboolean
parse_term (CasenessTable table, const char *word, CasenessTerm *term)
{
  if (strcmp (word, "PeriodStart") == 0)
    term->kind = CASENESS_TERM_PERIOD_START;
  else if (strcmp (word, "PeriodEnd") == 0)
    term->kind = CASENESS_TERM_PERIOD_END;
  else if (g_ascii_isdigit (*word))
    {
      term->kind = CASENESS_TERM_NUMBER;
      term->number = (gint32) g_ascii_strtoll (word, NULL, 10);
    }
  else
    {
      term->kind = CASENESS_TERM_COLUMN;
      term->column = caseness_column_find (table, word);
      return term->column != NULL && term->column->kind != CASENESS_COLUMN_TEXT
             && term->column->kind != CASENESS_COLUMN_LIST;
    }
  return TRUE;
}

CasenessSum *
caseness_sum_parse (CasenessTable table, const char *text)
{
  g_autoptr(CasenessSum) sum = g_new0 (CasenessSum, 1);
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  int sign = 1;
  guint i;

  sum->table = table;
  sum->terms = g_array_new (FALSE, FALSE, sizeof (CasenessTerm));
  for (i = 0; words[i] != NULL; i++)
    {
      CasenessTerm term = { .sign = sign };

      if (i % 2 == 1)
        {
          if (strcmp (words[i], "+") != 0 && strcmp (words[i], "-") != 0)
            return NULL;
          sign = *words[i] == '-' ? -1 : 1;
          continue;
        }
      if (!parse_term (table, words[i], &term))
        return NULL;
      g_array_append_val (sum->terms, term);
    }
  return i % 2 == 1 ? g_steal_pointer (&sum) : NULL;
}

void
caseness_sum_free (CasenessSum *sum)
{
  if (sum == NULL)
    return;
  g_array_unref (sum->terms);
  g_free (sum);
}

int
caseness_sum_get_scale (const CasenessSum *sum)
{
  const CasenessTerm *first = &g_array_index (sum->terms, CasenessTerm, 0);

  return first->kind == CASENESS_TERM_COLUMN && first->column->kind == CASENESS_COLUMN_SCORE ? 100 : 1;
}

static gboolean
sum_is_by_period (const CasenessSum *sum)
{
  guint i;

  for (i = 0; i < sum->terms->len; i++)
    {
      const CasenessTerm *term = &g_array_index (sum->terms, CasenessTerm, i);

      if (term->kind == CASENESS_TERM_PERIOD_START || term->kind == CASENESS_TERM_PERIOD_END
          || (term->kind == CASENESS_TERM_COLUMN && caseness_column_is_by_period (term->column)))
        return TRUE;
    }
  return FALSE;
}

static void
part_free (gpointer data)
{
  CasenessPart *part = data;

  g_free (part->text);
  g_strfreev (part->values);
  caseness_sum_free (part->left);
  caseness_sum_free (part->right);
  g_free (part);
}

static gboolean
parse_comparison (CasenessPart *part, CasenessTable table)
{
  static const struct { const char *sign; CasenessComparison comparison; } signs[] = {
    { " <= ", CASENESS_COMPARE_AT_MOST }, { " >= ", CASENESS_COMPARE_AT_LEAST }, { " != ", CASENESS_COMPARE_NOT },
    { " < ", CASENESS_COMPARE_LESS },     { " > ", CASENESS_COMPARE_MORE },      { " = ", CASENESS_COMPARE_EQUAL },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *sign = strstr (part->text, signs[i].sign);
      g_autofree char *left = NULL;

      if (sign == NULL)
        continue;
      left = g_strndup (part->text, sign - part->text);
      part->kind = CASENESS_PART_COMPARE;
      part->comparison = signs[i].comparison;
      part->left = caseness_sum_parse (table, left);
      part->right = caseness_sum_parse (table, sign + strlen (signs[i].sign));
      if (part->left == NULL || part->right == NULL)
        return FALSE;
      part->is_by_period = sum_is_by_period (part->left) || sum_is_by_period (part->right);
      return TRUE;
    }
  return FALSE;
}

/* "has contact FLAG", "has no log" and so on. */
static gboolean
parse_has (CasenessPart *part)
{
  g_auto(GStrv) words = g_strsplit (part->text, " ", -1);
  gboolean is_no = words[1] != NULL && strcmp (words[1], "no") == 0;
  char **what = words + (is_no ? 2 : 1);

  part->kind = is_no ? CASENESS_PART_HAS_NO : CASENESS_PART_HAS;
  part->is_by_period = TRUE;
  if (what[0] != NULL && strcmp (what[0], "log") == 0 && what[1] == NULL)
    part->column = caseness_column_find (CASENESS_TABLE_LOG, "WithinReferral");
  else if (what[0] != NULL && strcmp (what[0], "contact") == 0 && what[1] != NULL)
    part->column = caseness_column_find (CASENESS_TABLE_CONTACT, what[1]);
  return part->column != NULL && part->column->kind == CASENESS_COLUMN_FLAG;
}

/* What follows the column's name. */
static gboolean
parse_rest (CasenessPart *part, const char *rest)
{
  static const struct { const char *word; CasenessPartKind kind; gboolean has_values; gboolean is_by_period; } words[] = {
    { "in period", CASENESS_PART_IN_PERIOD, FALSE, TRUE }, { "open", CASENESS_PART_OPEN, FALSE, TRUE },
    { "filled", CASENESS_PART_FILLED, FALSE, FALSE },      { "empty", CASENESS_PART_EMPTY, FALSE, FALSE },
    { "in ", CASENESS_PART_IN, TRUE, FALSE },              { "not in ", CASENESS_PART_NOT_IN, TRUE, FALSE },
    { "starts ", CASENESS_PART_STARTS, TRUE, FALSE },      { "contains ", CASENESS_PART_CONTAINS, TRUE, FALSE },
    { "lacks ", CASENESS_PART_LACKS, TRUE, FALSE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (!words[i].has_values ? strcmp (rest, words[i].word) != 0 : !g_str_has_prefix (rest, words[i].word))
        continue;
      part->kind = words[i].kind;
      part->is_by_period = words[i].is_by_period || caseness_column_is_by_period (part->column);
      if (words[i].has_values)
        part->values = g_strsplit (rest + strlen (words[i].word), ", ", -1);
      return TRUE;
    }
  return FALSE;
}

static gboolean
parse_flag (CasenessPart *part, CasenessTable table)
{
  gboolean is_not = g_str_has_prefix (part->text, "not ");

  part->kind = is_not ? CASENESS_PART_NOT_FLAG : CASENESS_PART_FLAG;
  part->column = caseness_column_find (table, part->text + (is_not ? strlen ("not ") : 0));
  return part->column != NULL && part->column->kind == CASENESS_COLUMN_FLAG;
}

static const char *
intern_key (CasenessTable table, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%u %s", table, text);

  return g_intern_string (key);
}

static CasenessPart *
parse_part (CasenessTable table, const char *text)
{
  CasenessPart *part = g_new0 (CasenessPart, 1);
  const char *blank;
  gboolean is_good;

  part->text = g_strdup (text);
  g_strstrip (part->text);
  part->key = intern_key (table, part->text);
  blank = strchr (part->text, ' ');
  if (g_str_has_prefix (part->text, "has "))
    is_good = parse_has (part);
  else if (blank == NULL || g_str_has_prefix (part->text, "not "))
    is_good = parse_flag (part, table);
  else
    {
      g_autofree char *name = g_strndup (part->text, blank - part->text);

      part->column = caseness_column_find (table, name);
      is_good = (part->column != NULL && parse_rest (part, blank + 1)) || parse_comparison (part, table);
    }
  if (is_good)
    return part;
  part_free (part);
  return NULL;
}

static GPtrArray *
parse_clause (CasenessTable table, const char *text)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);
  g_auto(GStrv) texts = g_strsplit (text, "|", -1);
  guint i;

  for (i = 0; texts[i] != NULL; i++)
    {
      CasenessPart *part = parse_part (table, texts[i]);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }
  return g_steal_pointer (&parts);
}

CasenessCondition *
caseness_condition_parse (CasenessTable table, const char *text)
{
  g_autoptr(CasenessCondition) condition = g_new0 (CasenessCondition, 1);
  g_auto(GStrv) texts = NULL;
  guint i, k;

  g_return_val_if_fail (text != NULL, NULL);
  condition->table = table;
  condition->key = intern_key (table, text);
  condition->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  texts = g_strsplit (text, ";", -1);
  for (i = 0; texts[i] != NULL; i++)
    {
      GPtrArray *clause = *g_strstrip (texts[i]) != '\0' ? parse_clause (table, texts[i]) : NULL;

      if (*texts[i] == '\0')
        continue;
      if (clause == NULL)
        return NULL;
      g_ptr_array_add (condition->clauses, clause);
      for (k = 0; k < clause->len; k++)
        condition->is_by_period |= ((CasenessPart *) g_ptr_array_index (clause, k))->is_by_period;
    }
  return g_steal_pointer (&condition);
}

gboolean
caseness_condition_is_by_period (const CasenessCondition *condition)
{
  return condition->is_by_period;
}

guint
caseness_condition_get_n_clauses (const CasenessCondition *condition)
{
  return condition->clauses->len;
}

char *
caseness_condition_dup_clause (const CasenessCondition *condition, guint clause)
{
  GString *text = g_string_new (NULL);
  const GPtrArray *parts;
  guint i;

  g_return_val_if_fail (clause < condition->clauses->len, g_string_free (text, FALSE));
  parts = g_ptr_array_index (condition->clauses, clause);
  for (i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", ((CasenessPart *) g_ptr_array_index (parts, i))->text);
  return g_string_free (text, FALSE);
}

void
caseness_sum_add_columns (const CasenessSum *sum, GPtrArray *columns)
{
  guint i;

  for (i = 0; i < sum->terms->len; i++)
    if (g_array_index (sum->terms, CasenessTerm, i).kind == CASENESS_TERM_COLUMN)
      g_ptr_array_add (columns, (gpointer) g_array_index (sum->terms, CasenessTerm, i).column);
}

void
caseness_condition_add_columns (const CasenessCondition *condition, GPtrArray *columns)
{
  guint i, k;

  for (i = 0; i < condition->clauses->len; i++)
    {
      const GPtrArray *parts = g_ptr_array_index (condition->clauses, i);

      for (k = 0; k < parts->len; k++)
        {
          const CasenessPart *part = g_ptr_array_index (parts, k);

          if (part->column != NULL)
            g_ptr_array_add (columns, (gpointer) part->column);
          if (part->left != NULL)
            caseness_sum_add_columns (part->left, columns);
          if (part->right != NULL)
            caseness_sum_add_columns (part->right, columns);
        }
    }
}

void
caseness_condition_free (CasenessCondition *condition)
{
  if (condition == NULL)
    return;
  g_ptr_array_unref (condition->clauses);
  g_free (condition);
}
