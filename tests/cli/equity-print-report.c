/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "equity-print-private.h"

#include "caseness-equity-words.h"

#include <string.h>

static char *
dup_quoted (const char *line)
{
  const char *from = strchr (line, '"');
  const char *to = from != NULL ? strrchr (line, '"') : NULL;

  return to > from ? g_strndup (from + 1, (gsize) (to - from - 1)) : NULL;
}

/* A row as it is tagged. */
typedef struct
{
  guint n_heads;
  GPtrArray *texts;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->texts);
  g_free (row);
}

static const char *
get_text (const Row *row, guint i)
{
  return row->texts->pdata[i];
}

/* What goes on from table to table: the section of the annex, and in charts the group and the row of the last name. */
typedef struct
{
  const CasenessVariable *section;
  char *heading; /* owned */
  int last;
} State;

static void
state_clear (State *state)
{
  g_free (state->heading);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, state_clear)

/* Who a heading in a chart names: a group of what people are compared by, or the group that is asked about. */
static EquityWho
find_who (EquityPrint *print, const CasenessEquityAnswer *answer, const char *words, State *state)
{
  const CasenessEquityCut cut = caseness_equity_question_cut_picks (answer->question);

  if (answer->picked_group >= 0)
    {
      const CasenessEquityLine *line = caseness_equity_way_get_group (answer->picked, (guint) answer->picked_group)->line;

      if (strcmp (caseness_equity_words_group (line->group), words) == 0)
        return equity_who_make_picked (print, &cut, line);
    }
  for (guint i = 0; i < answer->way->groups->len; i++)
    if (equity_print_is_called (caseness_equity_way_get_group (answer->way, i)->line, words, TRUE))
      state->last = (int) i - 1;
  state->last = (int) equity_print_find_row (answer->way, words, state->last);
  return equity_who_make (print, answer->question->cut.variables[0],
                   caseness_equity_way_get_group (answer->way, (guint) state->last)->line);
}

static gboolean
find_stage (const char *words, CasenessEquityStage *stage)
{
  for (guint i = 0; i < CASENESS_N_EQUITY_STAGES; i++)
    if (strcmp (caseness_equity_words_stage (i), words) == 0)
      {
        *stage = i;
        return TRUE;
      }
  return FALSE;
}

/* Steps under groups; or groups with their shares at three steps, or with their recovery. */
static void
read_chart_row (EquityPrint *print, const CasenessEquityAnswer *answer, const Row *row, State *state)
{
  static const CasenessEquityStage shares[]
    = { CASENESS_EQUITY_TREATED, CASENESS_EQUITY_COMPLETED, CASENESS_EQUITY_RECOVERED };
  guint n = row->texts->len;
  CasenessEquityStage stage;
  g_auto(EquityWho) who = { 0 };

  if (n == 1)
    {
      g_free (state->heading);
      state->heading = g_strdup (get_text (row, 0));
      return;
    }
  if (state->heading != NULL && find_stage (get_text (row, 0), &stage))
    {
      who = find_who (print, answer, state->heading, state);
      equity_print_take (print, answer, &who, stage, get_text (row, 1), FALSE);
      equity_print_take (print, answer, &who, stage, get_text (row, n - 1), TRUE);
      return;
    }
  who = find_who (print, answer, get_text (row, 0), state);
  for (guint i = 0; n >= 5 && i < G_N_ELEMENTS (shares); i++)
    equity_print_take (print, answer, &who, shares[i], get_text (row, n - G_N_ELEMENTS (shares) + i), FALSE);
  if (n < 5)
    equity_print_take (print, answer, &who, CASENESS_EQUITY_RECOVERED, get_text (row, 1), FALSE);
}

/* In charts each row begins with a head; a row of nothing but heads tells what the others are. */
static void
read_rows (EquityPrint *print, const CasenessEquityAnswer *answer, const GPtrArray *rows, State *state)
{
  g_autoptr(EquityTable) table = equity_table_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];
      gboolean is_of_heads = row->n_heads > 1;

      if (is_of_heads)
        state->last = -1;
      if (row->n_heads == 1)
        read_chart_row (print, answer, row, state);
      for (guint k = 0; row->n_heads != 1 && k < row->texts->len; k++)
        g_ptr_array_add (is_of_heads ? table->heads : table->cells, g_strdup (get_text (row, k)));
    }
  equity_print_take_table (print, answer, table, &state->section);
}

void
equity_print_read_report (EquityPrint *print, const CasenessEquityAnswer *answer, const char *tags)
{
  g_auto(GStrv) lines = g_strsplit (tags, "\n", -1);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_auto(State) state = { .last = -1 };
  GPtrArray *texts = NULL; /* of the row that is read */
  guint n_tables = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]);
      g_autofree char *text = *line == '"' ? dup_quoted (line) : NULL;

      if (g_str_has_prefix (line, "Table") || g_str_has_prefix (line, "H1") || g_str_has_prefix (line, "H2")
          || g_str_has_prefix (line, "H3") || lines[i + 1] == NULL)
        {
          read_rows (print, answer, rows, &state);
          n_tables += rows->len > 0;
          g_ptr_array_set_size (rows, 0);
          texts = NULL;
        }
      else if (g_str_has_prefix (line, "TR"))
        {
          Row *row = g_new0 (Row, 1);

          row->texts = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (rows, row);
          texts = row->texts;
        }
      else if (texts != NULL && (g_str_has_prefix (line, "TH") || g_str_has_prefix (line, "TD")))
        {
          ((Row *) rows->pdata[rows->len - 1])->n_heads += g_str_has_prefix (line, "TH");
          g_ptr_array_add (texts, g_strdup (""));
        }
      else if (texts != NULL && texts->len > 0 && text != NULL)
        {
          char *last = texts->pdata[texts->len - 1];

          texts->pdata[texts->len - 1] = g_strconcat (last, *last != '\0' && *text != '\0' ? " " : "", text, NULL);
          g_free (last);
        }
      else if (text == NULL && !g_str_has_prefix (line, "Link") && !g_str_has_prefix (line, "Object"))
        texts = NULL;
    }
  g_assert_cmpuint (n_tables, >, 10);
  equity_print_take_words (print, answer);
}

void
equity_print_read_table (EquityPrint *print, const CasenessEquityAnswer *answer, const CasenessChartTable *given)
{
  g_autoptr(EquityTable) table = equity_table_new ();
  const CasenessVariable *section = NULL;

  for (guint i = 0; i < caseness_chart_table_get_n_columns (given); i++)
    g_ptr_array_add (table->heads, g_strdup (caseness_chart_table_get_heading (given, i)));
  for (guint row = 0; row < caseness_chart_table_get_n_rows (given); row++)
    for (guint i = 0; i < caseness_chart_table_get_n_columns (given); i++)
      g_ptr_array_add (table->cells, g_strdup (caseness_chart_table_get_cell (given, row, i)));
  equity_print_take_table (print, answer, table, &section);
}

void
equity_print_read_stages (EquityPrint *print, const CasenessEquityAnswer *answer, const char *name)
{
  const CasenessVariable *variable = caseness_variable_find (name);
  const CasenessEquityCut by = { { variable }, 1 };
  g_autoptr(CasenessEquityWay) way = equity_print_get_way (answer, variable);
  g_autoptr(CasenessEquityShared) shared = caseness_equity_answer_share_by (answer, &by, way);

  for (guint i = 0; i < way->groups->len; i++)
    for (guint stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
      {
        g_auto(EquityWho) who = equity_who_make (print, variable, caseness_equity_way_get_group (way, i)->line);

        equity_print_take (print, answer, &who, stage, caseness_equity_shared_stars (shared, i, stage) ? "*" : "told", FALSE);
      }
}
