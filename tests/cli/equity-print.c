/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "equity-print-private.h"

#include "caseness-bitmap.h"
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

EquityTable *
equity_table_new (void)
{
  EquityTable *table = g_new0 (EquityTable, 1);

  table->heads = g_ptr_array_new_with_free_func (g_free);
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
equity_table_free (EquityTable *table)
{
  g_ptr_array_unref (table->heads);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

guint
equity_table_count_rows (const EquityTable *table)
{
  return table->heads->len > 0 ? table->cells->len / table->heads->len : 0;
}

const char *
equity_table_get_cell (const EquityTable *table, guint row, guint column)
{
  return table->cells->pdata[row * table->heads->len + column];
}

gboolean
equity_table_has_head (const EquityTable *table, guint column, const char *words)
{
  return column < table->heads->len && strcmp (table->heads->pdata[column], words) == 0;
}

gboolean
equity_print_is_told (const char *cell)
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

void
equity_who_clear (EquityWho *who)
{
  g_free (who->name);
}

const CasenessGrouping *
equity_print_group (EquityPrint *print, const CasenessVariable *variable)
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
is_meant (EquityPrint *print, const EquityWho *who, const guint *kinds_of, guint person)
{
  gboolean is_in = TRUE;

  for (guint k = 0; k < who->n && is_in; k++)
    is_in = is_in_groups (equity_print_group (print, who->variables[k]), who->is_chosen[k], find_donor (print, kinds_of[k], person));
  return is_in != who->is_rest;
}

/* The number of those of the people of @answer, which is counted when it is first met. */
static EquityNumber *
find_number (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityWho *who, CasenessEquityStage stage)
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
void
equity_print_take (EquityPrint *print, const CasenessEquityAnswer *answer, const EquityWho *who, CasenessEquityStage stage, const char *cell,
      gboolean is_count)
{
  EquityNumber *number = find_number (print, answer, who, stage);

  if (!equity_print_is_told (cell))
    return;
  if (caseness_suppress_is_small (number->count))
    g_error ("told: %s, “%s”, who are %u", number->name, cell, number->count);
  if (is_count)
    g_assert_cmpint ((gint64) g_ascii_strtod (cell, NULL), ==, caseness_suppress_round (number->count));
  number->is_told = TRUE;
}
