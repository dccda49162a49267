/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "equity-print.h"

#include "caseness-bitmap.h"
#include "caseness-equity-words.h"
#include "caseness-evaluate.h"
#include "caseness-suppression.h"

#include <string.h>

/* Characteristics that say something of one another by what they mean: a reader knows how they go together. */
static const char *const kinds[][10] = {
  { "Gender", "Gender Identity", "Gender Identity Same At Birth" },
  { "Age Group", "Working Age" },
  { "Ethnic Group 5", "Ethnic Group" },
  { "Indices of Deprivation Decile", "Deprivation Quintile" },
  { "Circumstances", "Perinatal", "Disability", "Disability Recorded", "Education", "Employment Status", "Referral Route" },
  { "Ex British Armed Forces and Dependants", "Armed Forces" },
  { "LongTermCondition", "Long-Term Condition Recorded" },
  { "Language", "Interpreter" },
  { "Religion" },
  { "Sexual Orientation" },
  { "Locality" },
  { "Step" },
};

#define N_WHO_MIGHT_BE 2000

/* A table as it is read: texts of heads, and rows of as many. */
typedef struct
{
  GPtrArray *heads;
  GPtrArray *cells;
} Table;

static Table *
table_new (void)
{
  Table *table = g_new0 (Table, 1);

  table->heads = g_ptr_array_new_with_free_func (g_free);
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

static void
table_free (Table *table)
{
  g_ptr_array_unref (table->heads);
  g_ptr_array_unref (table->cells);
  g_free (table);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

static guint
count_rows (const Table *table)
{
  return table->heads->len > 0 ? table->cells->len / table->heads->len : 0;
}

static const char *
get_cell (const Table *table, guint row, guint column)
{
  return table->cells->pdata[row * table->heads->len + column];
}

static gboolean
has_head (const Table *table, guint column, const char *words)
{
  return column < table->heads->len && strcmp (table->heads->pdata[column], words) == 0;
}

static gboolean
is_told (const char *cell)
{
  return *cell != '\0' && strcmp (cell, CASENESS_SUPPRESSED) != 0 && strcmp (cell, "–") != 0;
}

static void
number_free (gpointer data)
{
  EquityNumber *number = data;

  g_free (number->name);
  g_free (number->has);
  g_free (number);
}

/* Somebody of any gender may be of any age, and so on. */
static void
invent_people (EquityPrint *print)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (65);

  print->donors = g_new (guint, N_WHO_MIGHT_BE * G_N_ELEMENTS (kinds));
  print->days = g_new (CasenessDate, N_WHO_MIGHT_BE);
  for (guint i = 0; i < N_WHO_MIGHT_BE * G_N_ELEMENTS (kinds); i++)
    print->donors[i] = (guint) g_rand_int_range (random, 0, (gint32) print->n_pathways);
  for (guint i = 0; i < N_WHO_MIGHT_BE; i++)
    print->days[i] = g_rand_int_range (random, print->period.start, print->period.end + 1);
}

static guint
find_kind (const CasenessVariable *variable)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (gsize i = 0; i < G_N_ELEMENTS (kinds[kind]) && kinds[kind][i] != NULL; i++)
      if (strcmp (kinds[kind][i], caseness_variable_get_name (variable)) == 0)
        return kind;
  g_error ("of no kind: %s", caseness_variable_get_name (variable));
}

/* The pathway that @person is like by a characteristic of @kind. */
static guint
find_donor (const EquityPrint *print, guint kind, guint person)
{
  return person < print->n_pathways ? person
                                    : print->donors[(person - print->n_pathways) * G_N_ELEMENTS (kinds) + kind];
}

EquityPrint *
equity_print_new (CasenessSnapshot *snapshot, const CasenessPeriod *period)
{
  EquityPrint *print = g_new0 (EquityPrint, 1);

  print->frame = caseness_frame_new (snapshot);
  caseness_frame_set_period (print->frame, period);
  print->period = *period;
  print->n_pathways = caseness_snapshot_get_n_pathways (snapshot);
  print->n_people = print->n_pathways + N_WHO_MIGHT_BE;
  invent_people (print);
  print->numbers = g_ptr_array_new_with_free_func (number_free);
  print->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  print->groupings = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) caseness_grouping_free);
  return print;
}

void
equity_print_free (EquityPrint *print)
{
  g_hash_table_unref (print->by_name);
  g_hash_table_unref (print->groupings);
  g_free (print->donors);
  g_free (print->days);
  g_ptr_array_unref (print->numbers);
  caseness_frame_free (print->frame);
  g_free (print);
}

/* Who a number is of: some groups of each of several characteristics, unless it is of all the others, in a span of time. */
typedef struct
{
  const CasenessVariable *variables[CASENESS_MAX_CROSSED];
  const gboolean *is_chosen[CASENESS_MAX_CROSSED]; /* by group */
  guint n;
  gboolean is_rest;
  CasenessPeriod span;
  char *name; /* owned */
} Who;

static void
who_clear (Who *who)
{
  g_free (who->name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Who, who_clear)

static const CasenessGrouping *
get_grouping (EquityPrint *print, const CasenessVariable *variable)
{
  CasenessGrouping *grouping = g_hash_table_lookup (print->groupings, variable);

  if (grouping == NULL)
    {
      grouping = caseness_variable_group (variable, print->frame);
      g_hash_table_insert (print->groupings, (gpointer) variable, grouping);
    }
  return grouping;
}

static gboolean
is_in_groups (const CasenessGrouping *grouping, const gboolean *is_chosen, guint pathway)
{

  if (grouping->masks == NULL)
    return is_chosen[grouping->groups[pathway]];
  for (guint i = 0; i < grouping->labels->len; i++)
    if (is_chosen[i] && (grouping->masks[pathway] & (1u << i)) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
comes_to (EquityPrint *print, guint pathway, CasenessEquityStage stage, const CasenessPeriod *span)
{
  if (pathway >= print->n_pathways)
    return print->days[pathway - print->n_pathways] >= span->start && print->days[pathway - print->n_pathways] <= span->end;
  for (guint day = 0; day < CASENESS_N_EQUITY_DAYS; day++)
    {
      CasenessEquityStages stages = 0;
      CasenessDate date = caseness_equity_day_read (caseness_frame_get_snapshot (print->frame), pathway, day, &stages);

      if (date != CASENESS_DATE_NONE && date >= span->start && date <= span->end && (stages & (1u << stage)) != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_meant (EquityPrint *print, const Who *who, const guint *kinds_of, guint person)
{
  gboolean is_in = TRUE;

  for (guint k = 0; k < who->n && is_in; k++)
    is_in = is_in_groups (get_grouping (print, who->variables[k]), who->is_chosen[k], find_donor (print, kinds_of[k], person));
  return is_in != who->is_rest;
}

/* The number of those of the people of @answer, which is counted when it is first met. */
static EquityNumber *
find_number (EquityPrint *print, const CasenessEquityAnswer *answer, const Who *who, CasenessEquityStage stage)
{
  g_autofree char *filter = caseness_filter_write (answer->question->filter);
  char *name = g_strdup_printf ("%s %s of %s", caseness_equity_stage_get_name (stage), who->name, filter);
  EquityNumber *number = g_hash_table_lookup (print->by_name, name);
  const CasenessQuestion asked
    = { .periods = &print->period, .n_periods = 1, .filter = answer->question->filter };
  guint gender = find_kind (caseness_variable_find ("Gender")); /* filters are of nothing else */
  guint kinds_of[CASENESS_MAX_CROSSED] = { 0 };
  g_autofree guint64 *people = NULL;

  if (number != NULL)
    {
      g_free (name);
      return number;
    }
  people = caseness_evaluate_people (answer->question->snapshot, &asked, NULL);
  number = g_new0 (EquityNumber, 1);
  number->name = g_strdup (name);
  number->stage = stage;
  number->has = g_new0 (gboolean, print->n_people + 1);
  for (guint k = 0; k < who->n; k++)
    kinds_of[k] = find_kind (who->variables[k]);
  for (guint p = 0; p < print->n_people; p++)
    {
      number->has[p] = caseness_bitmap_has (people, find_donor (print, gender, p)) && comes_to (print, p, stage, &who->span)
                       && is_meant (print, who, kinds_of, p);
      number->count += p < print->n_pathways && number->has[p];
    }
  g_ptr_array_add (print->numbers, number);
  g_hash_table_insert (print->by_name, name, number);
  return number;
}

/* What a cell says of it; @is_count: as a count, to the nearest five. */
static void
take (EquityPrint *print, const CasenessEquityAnswer *answer, const Who *who, CasenessEquityStage stage, const char *cell,
      gboolean is_count)
{
  EquityNumber *number = find_number (print, answer, who, stage);

  if (!is_told (cell))
    return;
  if (caseness_suppress_is_small (number->count))
    g_error ("told: %s, “%s”, who are %u", number->name, cell, number->count);
  if (is_count)
    g_assert_cmpint ((gint64) g_ascii_strtod (cell, NULL), ==, caseness_suppress_round (number->count));
  number->is_told = TRUE;
}

/* Groups */

static CasenessEquityWay *
way_by (const CasenessEquityAnswer *answer, const CasenessVariable *variable)
{
  const CasenessEquityCut by = { { variable }, 1 };
  int cut = caseness_equity_plan_find_cut (answer->plan, &by);

  g_assert_cmpint (cut, >=, 0);
  return caseness_equity_way_new (answer->cube, (guint) cut, answer->area, FALSE);
}

static Who
make_who (EquityPrint *print, const CasenessVariable *variable, const CasenessEquityLine *line)
{
  return (Who){ { variable }, { line->is_chosen[0] }, 1, FALSE, print->period,
                g_strdup_printf ("%s=%s", caseness_variable_get_name (variable), line->group) };
}

/* Whether paper calls a row so; pdfinfo tells only the first line of a name that is set on two. */
static gboolean
is_called (const CasenessEquityLine *line, const char *words, gboolean is_whole)
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
static guint
find_row (const CasenessEquityWay *way, const char *words, int after)
{
  for (int is_whole = TRUE; is_whole >= FALSE; is_whole--)
    for (guint i = (guint) (after + 1); i < way->groups->len; i++)
      if (is_called (caseness_equity_way_get_group (way, i)->line, words, is_whole))
        return i;
  g_error ("no group “%s”", words);
}

static const CasenessEquityLine *
find_line (const CasenessEquityWay *way, const char *words)
{
  return caseness_equity_way_get_group (way, find_row (way, words, -1))->line;
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
take_row (EquityPrint *print, const CasenessEquityAnswer *answer, const Table *table, guint row, const Who *who)
{
  for (guint column = 1; column < table->heads->len; column++)
    for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
      if (has_head (table, column, columns[i].head))
        {
          take (print, answer, who, columns[i].stage, get_cell (table, row, column), columns[i].is_count);
          if (has_head (table, column + 1, "Ratio") && who->is_rest == FALSE && is_told (get_cell (table, row, column + 1)))
            take (print, answer, who, columns[i].stage, get_cell (table, row, column + 1), FALSE);
        }
}

/* Within a group: by another characteristic, whose groups head columns. */
static void
take_across (EquityPrint *print, const CasenessEquityAnswer *answer, const Table *table, guint row, const Who *who,
             const char *across, const char *(*say) (const char *), CasenessEquityStage stage)
{
  const CasenessVariable *variable = caseness_variable_find (across);
  const CasenessGrouping *grouping = get_grouping (print, variable);

  for (guint column = 1; column < table->heads->len; column++)
    for (guint i = 0; i < grouping->labels->len; i++)
      {
        g_autofree gboolean *is_chosen = g_new0 (gboolean, grouping->labels->len + 1);
        g_auto(Who) crossed = *who;

        crossed.name = NULL;
        if (!has_head (table, column, say (grouping->labels->pdata[i])))
          continue;
        is_chosen[i] = TRUE;
        crossed.name = g_strdup_printf ("%s, %s=%s", who->name, across, (const char *) grouping->labels->pdata[i]);
        crossed.variables[crossed.n] = variable;
        crossed.is_chosen[crossed.n++] = is_chosen;
        take (print, answer, &crossed, stage, get_cell (table, row, column), FALSE);
      }
}

static const char *
say_as_it_is (const char *label)
{
  return label;
}

static void
read_by (EquityPrint *print, const CasenessEquityAnswer *answer, const Table *table, const CasenessVariable *variable)
{
  g_autoptr(CasenessEquityWay) way = way_by (answer, variable);

  for (guint row = 0; row < count_rows (table); row++)
    {
      const char *words = get_cell (table, row, 0);
      gboolean is_known = strcmp (words, "All known") == 0;
      const CasenessEquityLine *line = find_line (way, is_known ? "Not known" : words);
      g_auto(Who) who = make_who (print, variable, line);

      if (is_known)
        {
          g_free (who.name);
          who.name = g_strdup_printf ("%s known", caseness_variable_get_name (variable));
          who.is_rest = TRUE;
        }
      take_row (print, answer, table, row, &who);
      if (has_head (table, 1, "Referrals") && strcmp (caseness_variable_get_name (variable), "Referral Route") != 0)
        take_across (print, answer, table, row, &who, "Referral Route", caseness_equity_words_route, CASENESS_EQUITY_REFERRED);
      if (has_head (table, 1, "In 6 weeks"))
        take_across (print, answer, table, row, &who, "Step", say_as_it_is, CASENESS_EQUITY_COMPLETED);
    }
}

/* Waits are by the groups as the catalogue has them, of which some are in one row elsewhere. */
static void
read_care (EquityPrint *print, const CasenessEquityAnswer *answer, const Table *table, const CasenessVariable *variable)
{
  const CasenessGrouping *grouping = get_grouping (print, variable);

  for (guint row = 0; row < count_rows (table); row++)
    for (guint i = 0; i < grouping->labels->len; i++)
      {
        g_autofree gboolean *is_chosen = g_new0 (gboolean, grouping->labels->len + 1);
        g_auto(Who) who = { { variable }, { is_chosen }, 1, FALSE, print->period, NULL };

        if (strcmp (caseness_equity_words_group (grouping->labels->pdata[i]), get_cell (table, row, 0)) != 0)
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
read_annex (EquityPrint *print, const CasenessEquityAnswer *answer, const Table *table, const CasenessVariable **section)
{
  g_autoptr(CasenessEquityWay) way = *section != NULL ? way_by (answer, *section) : NULL;
  int last = -1;

  for (guint row = 0; row < count_rows (table); row++)
    {
      const CasenessVariable *next = *get_cell (table, row, 2) == '\0' ? find_variable (get_cell (table, row, 0)) : NULL;

      if (next != NULL)
        {
          g_clear_pointer (&way, caseness_equity_way_free);
          way = way_by (answer, next);
          *section = next;
          last = -1;
          continue;
        }
      g_assert_nonnull (way);
      last = (int) find_row (way, get_cell (table, row, 0), last);
      {
        g_auto(Who) who = make_who (print, *section, caseness_equity_way_get_group (way, (guint) last)->line);

        take_row (print, answer, table, row, &who);
      }
    }
}

static void
read_deprivation (EquityPrint *print, const CasenessEquityAnswer *answer, const Table *table)
{
  const CasenessVariable *tenths = caseness_variable_find (CASENESS_EQUITY_DEPRIVATION);

  for (guint row = 0; row < count_rows (table); row++)
    {
      g_auto(Who) who = make_who (print, tenths, find_line (answer->deprivation, get_cell (table, row, 0)));

      take (print, answer, &who, CASENESS_EQUITY_AT_CASENESS, get_cell (table, row, 1), TRUE);
      take (print, answer, &who, CASENESS_EQUITY_RELIABLY_RECOVERED, get_cell (table, row, 2), TRUE);
      take (print, answer, &who, CASENESS_EQUITY_RELIABLY_RECOVERED, get_cell (table, row, 3), FALSE);
    }
}

static void
read_trend (EquityPrint *print, const CasenessEquityAnswer *answer, const Table *table)
{
  const CasenessEquityLine *line = caseness_equity_way_get_group (answer->way, (guint) answer->trend_group)->line;

  for (guint row = 0; row < count_rows (table); row++)
    for (guint i = 0; i < answer->trend->len; i++)
      {
        const CasenessEquityMonth *month = &g_array_index (answer->trend, CasenessEquityMonth, i);
        g_autofree char *words = caseness_period_format (&month->span);
        g_auto(Who) who = make_who (print, answer->question->cut.variables[0], line);
        char *name = g_strdup_printf ("%s, %s", who.name, words);

        g_free (who.name);
        who.name = name;
        who.span = month->span;
        if (strcmp (words, get_cell (table, row, 0)) == 0)
          take (print, answer, &who, answer->question->trend_stage, get_cell (table, row, 1), TRUE);
      }
}

static Who
make_picked (EquityPrint *print, const CasenessEquityCut *cut, const CasenessEquityLine *line)
{
  Who who = { .n = cut->n_variables, .span = print->period, .name = g_strdup (line->group) };

  for (guint k = 0; k < cut->n_variables; k++)
    {
      who.variables[k] = cut->variables[k];
      who.is_chosen[k] = line->is_chosen[k];
    }
  return who;
}

static void
read_one (EquityPrint *print, const CasenessEquityAnswer *answer, const Table *table)
{
  const CasenessEquityCut cut = caseness_equity_question_cut_picks (answer->question);

  for (guint row = 0; row < count_rows (table); row++)
    for (guint stage = 0; stage < CASENESS_EQUITY_AT_CASENESS; stage++)
      if (strcmp (caseness_equity_words_stage (stage), get_cell (table, row, 0)) == 0)
        {
          g_auto(Who) who
            = make_picked (print, &cut, caseness_equity_way_get_group (answer->picked, (guint) answer->picked_group)->line);

          take (print, answer, &who, stage, get_cell (table, row, 1), TRUE);
          take (print, answer, &who, stage, get_cell (table, row, 3), FALSE);
        }
}

static void
read_checklist (EquityPrint *print, const CasenessEquityAnswer *answer, const Table *table)
{
  const GPtrArray *checks = caseness_equity_answer_get_checks (answer);

  for (guint row = 0; row < count_rows (table); row++)
    for (guint i = 0; i < checks->len; i++)
      {
        const CasenessEquityCheck *check = checks->pdata[i];
        const CasenessEquityLine *line = caseness_equity_way_get_group (check->way, check->group)->line;

        if (strcmp (check->title, get_cell (table, row, 0)) == 0)
          {
            g_auto(Who) who = make_who (print, caseness_variable_find (check->variable), line);

            take_row (print, answer, table, row, &who);
          }
      }
}

static void
read_table (EquityPrint *print, const CasenessEquityAnswer *answer, const Table *table, const CasenessVariable **section)
{
  const CasenessVariable *by = answer->question->cut.variables[0];
  const char *cut = caseness_equity_words_variable (caseness_variable_get_name (by));

  if (count_rows (table) == 0 || has_head (table, 0, "Contents") || has_head (table, 0, "By") || has_head (table, 0, "Test"))
    return;
  if (has_head (table, 0, "Month"))
    read_trend (print, answer, table);
  else if (has_head (table, 0, "Step"))
    read_one (print, answer, table);
  else if (has_head (table, 0, "Deprivation"))
    read_deprivation (print, answer, table);
  else if (has_head (table, 1, "Recorded"))
    read_checklist (print, answer, table);
  else if (has_head (table, 0, "Group"))
    read_annex (print, answer, table, section);
  else if (has_head (table, 0, cut) && has_head (table, 1, "In 6 weeks"))
    read_care (print, answer, table, by);
  else if (has_head (table, 0, cut))
    read_by (print, answer, table, by);
  else
    g_error ("a table that is not read: “%s”", (const char *) table->heads->pdata[0]);
}

/* What is said in words of the group that is asked about, and of older people. */
static void
read_words (EquityPrint *print, const CasenessEquityAnswer *answer)
{
  const GPtrArray *wider = caseness_equity_answer_get_wider (answer);
  const CasenessVariable *ages = caseness_variable_find ("Working Age");
  g_autoptr(CasenessEquityWay) way = way_by (answer, ages);
  g_auto(Who) older = make_who (print, ages, find_line (way, "65 and over"));

  for (guint i = 0; i < wider->len; i++)
    {
      const CasenessEquityWider *one = wider->pdata[i];
      CasenessEquityCut cut = caseness_equity_question_cut_picks (answer->question);
      g_auto(Who) who = { 0 };

      for (guint k = i; k + 1 < cut.n_variables; k++)
        cut.variables[k] = cut.variables[k + 1];
      cut.n_variables--;
      who = make_picked (print, &cut, caseness_equity_way_get_group (one->way, one->group)->line);
      take (print, answer, &who, CASENESS_EQUITY_REFERRED,
            caseness_equity_shared_stars (one->shared, one->group, CASENESS_EQUITY_REFERRED) ? "*" : "told", FALSE);
    }
  take (print, answer, &older, CASENESS_EQUITY_TREATED, caseness_equity_answer_hides_older (answer) ? "*" : "told", FALSE);
}

/* Reading */

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
static Who
find_who (EquityPrint *print, const CasenessEquityAnswer *answer, const char *words, State *state)
{
  const CasenessEquityCut cut = caseness_equity_question_cut_picks (answer->question);

  if (answer->picked_group >= 0)
    {
      const CasenessEquityLine *line = caseness_equity_way_get_group (answer->picked, (guint) answer->picked_group)->line;

      if (strcmp (caseness_equity_words_group (line->group), words) == 0)
        return make_picked (print, &cut, line);
    }
  for (guint i = 0; i < answer->way->groups->len; i++)
    if (is_called (caseness_equity_way_get_group (answer->way, i)->line, words, TRUE))
      state->last = (int) i - 1;
  state->last = (int) find_row (answer->way, words, state->last);
  return make_who (print, answer->question->cut.variables[0],
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
  g_auto(Who) who = { 0 };

  if (n == 1)
    {
      g_free (state->heading);
      state->heading = g_strdup (get_text (row, 0));
      return;
    }
  if (state->heading != NULL && find_stage (get_text (row, 0), &stage))
    {
      who = find_who (print, answer, state->heading, state);
      take (print, answer, &who, stage, get_text (row, 1), FALSE);
      take (print, answer, &who, stage, get_text (row, n - 1), TRUE);
      return;
    }
  who = find_who (print, answer, get_text (row, 0), state);
  for (guint i = 0; n >= 5 && i < G_N_ELEMENTS (shares); i++)
    take (print, answer, &who, shares[i], get_text (row, n - G_N_ELEMENTS (shares) + i), FALSE);
  if (n < 5)
    take (print, answer, &who, CASENESS_EQUITY_RECOVERED, get_text (row, 1), FALSE);
}

/* In charts each row begins with a head; a row of nothing but heads tells what the others are. */
static void
read_rows (EquityPrint *print, const CasenessEquityAnswer *answer, const GPtrArray *rows, State *state)
{
  g_autoptr(Table) table = table_new ();

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
  read_table (print, answer, table, &state->section);
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
  read_words (print, answer);
}

void
equity_print_read_table (EquityPrint *print, const CasenessEquityAnswer *answer, const CasenessChartTable *given)
{
  g_autoptr(Table) table = table_new ();
  const CasenessVariable *section = NULL;

  for (guint i = 0; i < caseness_chart_table_get_n_columns (given); i++)
    g_ptr_array_add (table->heads, g_strdup (caseness_chart_table_get_heading (given, i)));
  for (guint row = 0; row < caseness_chart_table_get_n_rows (given); row++)
    for (guint i = 0; i < caseness_chart_table_get_n_columns (given); i++)
      g_ptr_array_add (table->cells, g_strdup (caseness_chart_table_get_cell (given, row, i)));
  read_table (print, answer, table, &section);
}

void
equity_print_read_stages (EquityPrint *print, const CasenessEquityAnswer *answer, const char *name)
{
  const CasenessVariable *variable = caseness_variable_find (name);
  const CasenessEquityCut by = { { variable }, 1 };
  g_autoptr(CasenessEquityWay) way = way_by (answer, variable);
  g_autoptr(CasenessEquityShared) shared = caseness_equity_answer_share_by (answer, &by, way);

  for (guint i = 0; i < way->groups->len; i++)
    for (guint stage = 0; stage < CASENESS_N_EQUITY_STAGES; stage++)
      {
        g_auto(Who) who = make_who (print, variable, caseness_equity_way_get_group (way, i)->line);

        take (print, answer, &who, stage, caseness_equity_shared_stars (shared, i, stage) ? "*" : "told", FALSE);
      }
}
