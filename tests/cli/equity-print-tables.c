/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "equity-print-private.h"

#include "caseness-equity-words.h"

#include <string.h>

CasenessEquityWay *
equity_print_get_way (const CasenessEquityAnswer *answer, const CasenessVariable *variable)
{
  const CasenessEquityCut by = { { variable }, 1 };
  int cut = caseness_equity_plan_find_cut (answer->plan, &by);

  g_assert_cmpint (cut, >=, 0);
  return caseness_equity_way_new (answer->cube, (guint) cut, answer->area, FALSE);
}

EquityWho
equity_who_make (EquityPrint *print, const CasenessVariable *variable, const CasenessEquityLine *line)
{
  return (EquityWho){ { variable }, { line->is_chosen[0] }, 1, FALSE, print->period,
                g_strdup_printf ("%s=%s", caseness_variable_get_name (variable), line->group) };
}

/* Whether paper calls a row so; pdfinfo tells only the first line of a name that is set on two. */
gboolean
equity_print_is_called (const CasenessEquityLine *line, const char *words, gboolean is_whole)
{
  const char *whole = caseness_equity_words_group (line->group), *own = strstr (whole, ": ");

  own = own != NULL ? own + strlen (": ") : whole;
  if (!is_whole)
    return g_str_has_prefix (whole, words) || g_str_has_prefix (own, words);
  return strcmp (whole, words) == 0 || strcmp (own, words) == 0
         || (line->kind == CASENESS_EQUITY_UNKNOWN
             && (strcmp (words, "Not known") == 0 || strcmp (words, "None recorded") == 0));
}

/* The row of @way of that name after row number @after, -1 for the first: rows keep their order. */
guint
equity_print_find_row (const CasenessEquityWay *way, const char *words, int after)
{
  for (int is_whole = TRUE; is_whole >= FALSE; is_whole--)
    for (guint i = (guint) (after + 1); i < way->groups->len; i++)
      if (equity_print_is_called (caseness_equity_way_get_group (way, i)->line, words, is_whole))
        return i;
  g_error ("no group “%s”", words);
}

static const CasenessEquityLine *
find_line (const CasenessEquityWay *way, const char *words)
{
  return caseness_equity_way_get_group (way, equity_print_find_row (way, words, -1))->line;
}

/* Columns of people: what they are called on paper and in CSVs. */
static const struct
{
  const char *head;
  CasenessEquityStage stage;
  gboolean is_count;
} columns[] = {
  { "Referred", CASENESS_EQUITY_REFERRED, TRUE },
  { "Referred: seen", CASENESS_EQUITY_REFERRED, TRUE },
  { "Assessed", CASENESS_EQUITY_ASSESSED, TRUE },
  { "Assessed: seen", CASENESS_EQUITY_ASSESSED, TRUE },
  { "Treated", CASENESS_EQUITY_TREATED, TRUE },
  { "Treated: seen", CASENESS_EQUITY_TREATED, TRUE },
  { "Completed", CASENESS_EQUITY_COMPLETED, TRUE },
  { "Completed: seen", CASENESS_EQUITY_COMPLETED, TRUE },
  { "Recovered", CASENESS_EQUITY_RECOVERED, TRUE },
  { "Recovered: seen", CASENESS_EQUITY_RECOVERED, TRUE },
  { "Referred: ratio", CASENESS_EQUITY_REFERRED, FALSE },
  { "Assessed: ratio", CASENESS_EQUITY_ASSESSED, FALSE },
  { "Treated: ratio", CASENESS_EQUITY_TREATED, FALSE },
  { "Completed: ratio", CASENESS_EQUITY_COMPLETED, FALSE },
  { "Recovered: ratio", CASENESS_EQUITY_RECOVERED, FALSE },
  { "Of referred", CASENESS_EQUITY_REFERRED, FALSE },
  { "Of treated", CASENESS_EQUITY_TREATED, FALSE },
  { "Of completed", CASENESS_EQUITY_COMPLETED, FALSE },
  { "Of recovered", CASENESS_EQUITY_RECOVERED, FALSE },
  { "Treated, 95% interval", CASENESS_EQUITY_TREATED, FALSE },
  { "Of need a year, %", CASENESS_EQUITY_TREATED, FALSE },
  { "Referrals", CASENESS_EQUITY_REFERRED, TRUE },
  { "Courses", CASENESS_EQUITY_COMPLETED, TRUE },
  { "At caseness", CASENESS_EQUITY_AT_CASENESS, TRUE },
  { "Recovery", CASENESS_EQUITY_RECOVERED, FALSE },
  { "Recovery", CASENESS_EQUITY_AT_CASENESS, FALSE },
  { "Recovery, difference", CASENESS_EQUITY_RECOVERED, FALSE },
  { "Recovery, adjusted", CASENESS_EQUITY_RECOVERED, FALSE },
  { "Ratio to expected", CASENESS_EQUITY_RECOVERED, FALSE },
  { "Reliable recovery", CASENESS_EQUITY_RELIABLY_RECOVERED, FALSE },
  { "Reliable improvement", CASENESS_EQUITY_IMPROVED, FALSE },
  { "Reliable deterioration", CASENESS_EQUITY_DETERIORATED, FALSE },
};

/* A ratio or an interval beside a number is told where that is. */
static void
take_row (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityTable *table, guint row, const EquityWho *who)
{
  for (guint column = 1; column < table->heads->len; column++)
    for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
      if (equity_table_has_head (table, column, columns[i].head))
        {
          equity_print_take (print, answer, who, columns[i].stage, equity_table_get_cell (table, row, column), columns[i].is_count);
          if (equity_table_has_head (table, column + 1, "Ratio") && who->is_rest == FALSE && equity_print_is_told (equity_table_get_cell (table, row, column + 1)))
            equity_print_take (print, answer, who, columns[i].stage, equity_table_get_cell (table, row, column + 1), FALSE);
        }
}

/* Within a group: by another characteristic, whose groups head columns. */
static void
take_across (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityTable *table, guint row, const EquityWho *who,
             const char *across, const char *(*say) (const char *), CasenessEquityStage stage)
{
  const CasenessVariable *variable = caseness_variable_find (across);
  const CasenessGrouping *grouping = equity_print_group (print, variable);

  for (guint column = 1; column < table->heads->len; column++)
    for (guint i = 0; i < grouping->labels->len; i++)
      {
        g_autofree gboolean *is_chosen = g_new0 (gboolean, grouping->labels->len + 1);
        g_auto(EquityWho) crossed = *who;

        crossed.name = NULL;
        if (!equity_table_has_head (table, column, say (grouping->labels->pdata[i])))
          continue;
        is_chosen[i] = TRUE;
        crossed.name = g_strdup_printf ("%s, %s=%s", who->name, across, (const char *) grouping->labels->pdata[i]);
        crossed.variables[crossed.n] = variable;
        crossed.is_chosen[crossed.n++] = is_chosen;
        equity_print_take (print, answer, &crossed, stage, equity_table_get_cell (table, row, column), FALSE);
      }
}

static const char *
say_as_it_is (const char *label)
{
  return label;
}

static void
read_by (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityTable *table, const CasenessVariable *variable)
{
  g_autoptr(CasenessEquityWay) way = equity_print_get_way (answer, variable);

  for (guint row = 0; row < equity_table_count_rows (table); row++)
    {
      const char *words = equity_table_get_cell (table, row, 0);
      gboolean is_known = strcmp (words, "All known") == 0;
      const CasenessEquityLine *line = find_line (way, is_known ? "Not known" : words);
      g_auto(EquityWho) who = equity_who_make (print, variable, line);

      if (is_known)
        {
          g_free (who.name);
          who.name = g_strdup_printf ("%s known", caseness_variable_get_name (variable));
          who.is_rest = TRUE;
        }
      take_row (print, answer, table, row, &who);
      if (equity_table_has_head (table, 1, "Referrals") && strcmp (caseness_variable_get_name (variable), "Referral Route") != 0)
        take_across (print, answer, table, row, &who, "Referral Route", caseness_equity_words_route, CASENESS_EQUITY_REFERRED);
      if (equity_table_has_head (table, 1, "In 6 weeks"))
        take_across (print, answer, table, row, &who, "Step", say_as_it_is, CASENESS_EQUITY_COMPLETED);
    }
}

/* Waits are by the groups as the catalogue has them, of which some are in one row elsewhere. */
static void
read_care (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityTable *table, const CasenessVariable *variable)
{
  const CasenessGrouping *grouping = equity_print_group (print, variable);

  for (guint row = 0; row < equity_table_count_rows (table); row++)
    for (guint i = 0; i < grouping->labels->len; i++)
      {
        g_autofree gboolean *is_chosen = g_new0 (gboolean, grouping->labels->len + 1);
        g_auto(EquityWho) who = { { variable }, { is_chosen }, 1, FALSE, print->period, NULL };

        if (strcmp (caseness_equity_words_group (grouping->labels->pdata[i]), equity_table_get_cell (table, row, 0)) != 0)
          continue;
        is_chosen[i] = TRUE;
        who.name = g_strdup_printf ("%s=%s", caseness_variable_get_name (variable), (const char *) grouping->labels->pdata[i]);
        take_across (print, answer, table, row, &who, "Step", say_as_it_is, CASENESS_EQUITY_COMPLETED);
      }
}

/* Other tables */

static const CasenessVariable *
find_variable (const char *words)
{
  for (const char *const *name = caseness_equity_list_variables (); *name != NULL; name++)
    if (strcmp (caseness_equity_words_variable (*name), words) == 0)
      return caseness_variable_find (*name);
  return NULL;
}

/* Sections of the annex follow one another, from strip to strip. */
static void
read_annex (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityTable *table, const CasenessVariable **section)
{
  g_autoptr(CasenessEquityWay) way = *section != NULL ? equity_print_get_way (answer, *section) : NULL;
  int last = -1;

  for (guint row = 0; row < equity_table_count_rows (table); row++)
    {
      const CasenessVariable *next = *equity_table_get_cell (table, row, 2) == '\0' ? find_variable (equity_table_get_cell (table, row, 0)) : NULL;

      if (next != NULL)
        {
          g_clear_pointer (&way, caseness_equity_way_free);
          way = equity_print_get_way (answer, next);
          *section = next;
          last = -1;
          continue;
        }
      g_assert_nonnull (way);
      last = (int) equity_print_find_row (way, equity_table_get_cell (table, row, 0), last);
      {
        g_auto(EquityWho) who = equity_who_make (print, *section, caseness_equity_way_get_group (way, (guint) last)->line);

        take_row (print, answer, table, row, &who);
      }
    }
}

static void
read_deprivation (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityTable *table)
{
  const CasenessVariable *tenths = caseness_variable_find (CASENESS_EQUITY_DEPRIVATION);

  for (guint row = 0; row < equity_table_count_rows (table); row++)
    {
      g_auto(EquityWho) who = equity_who_make (print, tenths, find_line (answer->deprivation, equity_table_get_cell (table, row, 0)));

      equity_print_take (print, answer, &who, CASENESS_EQUITY_AT_CASENESS, equity_table_get_cell (table, row, 1), TRUE);
      equity_print_take (print, answer, &who, CASENESS_EQUITY_RELIABLY_RECOVERED, equity_table_get_cell (table, row, 2), TRUE);
      equity_print_take (print, answer, &who, CASENESS_EQUITY_RELIABLY_RECOVERED, equity_table_get_cell (table, row, 3), FALSE);
    }
}

static void
read_trend (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityTable *table)
{
  const CasenessEquityLine *line = caseness_equity_way_get_group (answer->way, (guint) answer->trend_group)->line;

  for (guint row = 0; row < equity_table_count_rows (table); row++)
    for (guint i = 0; i < answer->trend->len; i++)
      {
        const CasenessEquityMonth *month = &g_array_index (answer->trend, CasenessEquityMonth, i);
        g_autofree char *words = caseness_period_format (&month->span);
        g_auto(EquityWho) who = equity_who_make (print, answer->question->cut.variables[0], line);
        char *name = g_strdup_printf ("%s, %s", who.name, words);

        g_free (who.name);
        who.name = name;
        who.span = month->span;
        if (strcmp (words, equity_table_get_cell (table, row, 0)) == 0)
          equity_print_take (print, answer, &who, answer->question->trend_stage, equity_table_get_cell (table, row, 1), TRUE);
      }
}

EquityWho
equity_who_make_picked (EquityPrint *print, const CasenessEquityCut *cut, const CasenessEquityLine *line)
{
  EquityWho who = { .n = cut->n_variables, .span = print->period, .name = g_strdup (line->group) };

  for (guint k = 0; k < cut->n_variables; k++)
    {
      who.variables[k] = cut->variables[k];
      who.is_chosen[k] = line->is_chosen[k];
    }
  return who;
}

static void
read_one (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityTable *table)
{
  const CasenessEquityCut cut = caseness_equity_question_cut_picks (answer->question);

  for (guint row = 0; row < equity_table_count_rows (table); row++)
    for (guint stage = 0; stage < CASENESS_EQUITY_AT_CASENESS; stage++)
      if (strcmp (caseness_equity_words_stage (stage), equity_table_get_cell (table, row, 0)) == 0)
        {
          g_auto(EquityWho) who
            = equity_who_make_picked (print, &cut, caseness_equity_way_get_group (answer->picked, (guint) answer->picked_group)->line);

          equity_print_take (print, answer, &who, stage, equity_table_get_cell (table, row, 1), TRUE);
          equity_print_take (print, answer, &who, stage, equity_table_get_cell (table, row, 3), FALSE);
        }
}

static void
read_checklist (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityTable *table)
{
  const GPtrArray *checks = caseness_equity_answer_get_checks (answer);

  for (guint row = 0; row < equity_table_count_rows (table); row++)
    for (guint i = 0; i < checks->len; i++)
      {
        const CasenessEquityCheck *check = checks->pdata[i];
        const CasenessEquityLine *line = caseness_equity_way_get_group (check->way, check->group)->line;

        if (strcmp (check->title, equity_table_get_cell (table, row, 0)) == 0)
          {
            g_auto(EquityWho) who = equity_who_make (print, caseness_variable_find (check->variable), line);

            take_row (print, answer, table, row, &who);
          }
      }
}

void
equity_print_take_table (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityTable *table, const CasenessVariable **section)
{
  const CasenessVariable *by = answer->question->cut.variables[0];
  const char *cut = caseness_equity_words_variable (caseness_variable_get_name (by));

  if (equity_table_count_rows (table) == 0 || equity_table_has_head (table, 0, "Contents") || equity_table_has_head (table, 0, "By") || equity_table_has_head (table, 0, "Test"))
    return;
  if (equity_table_has_head (table, 0, "Month"))
    read_trend (print, answer, table);
  else if (equity_table_has_head (table, 0, "Step"))
    read_one (print, answer, table);
  else if (equity_table_has_head (table, 0, "Deprivation"))
    read_deprivation (print, answer, table);
  else if (equity_table_has_head (table, 1, "Recorded"))
    read_checklist (print, answer, table);
  else if (equity_table_has_head (table, 0, "Group"))
    read_annex (print, answer, table, section);
  else if (equity_table_has_head (table, 0, cut) && equity_table_has_head (table, 1, "In 6 weeks"))
    read_care (print, answer, table, by);
  else if (equity_table_has_head (table, 0, cut))
    read_by (print, answer, table, by);
  else
    g_error ("a table that is not read: “%s”", (const char *) table->heads->pdata[0]);
}

/* What is said in words of the group that is asked about, and of older people. */
void
equity_print_take_words (EquityPrint *print, const CasenessEquityAnswer *answer)
{
  const GPtrArray *wider = caseness_equity_answer_get_wider (answer);
  const CasenessVariable *ages = caseness_variable_find ("Working Age");
  g_autoptr(CasenessEquityWay) way = equity_print_get_way (answer, ages);
  g_auto(EquityWho) older = equity_who_make (print, ages, find_line (way, "65 and over"));

  for (guint i = 0; i < wider->len; i++)
    {
      const CasenessEquityWider *one = wider->pdata[i];
      CasenessEquityCut cut = caseness_equity_question_cut_picks (answer->question);
      g_auto(EquityWho) who = { 0 };

      for (guint k = i; k + 1 < cut.n_variables; k++)
        cut.variables[k] = cut.variables[k + 1];
      cut.n_variables--;
      who = equity_who_make_picked (print, &cut, caseness_equity_way_get_group (one->way, one->group)->line);
      equity_print_take (print, answer, &who, CASENESS_EQUITY_REFERRED,
            caseness_equity_shared_stars (one->shared, one->group, CASENESS_EQUITY_REFERRED) ? "*" : "told", FALSE);
    }
  equity_print_take (print, answer, &older, CASENESS_EQUITY_TREATED, caseness_equity_answer_hides_older (answer) ? "*" : "told", FALSE);
}
