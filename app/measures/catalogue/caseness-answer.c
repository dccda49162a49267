/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-evaluate-private.h"

CasenessAnswer *
caseness_answer_new (const CasenessQuestion *question)
{
  guint n_catalogue;
  const CasenessMeasure *catalogue = caseness_measure_get_all (&n_catalogue);
  CasenessAnswer *answer = g_new0 (CasenessAnswer, 1);
  guint n_variables = MAX (question->n_variables, 1), i;

  answer->n_periods = question->n_periods;
  answer->periods = g_memdup2 (question->periods, question->n_periods * sizeof (CasenessPeriod));
  answer->measures = g_new0 (const CasenessMeasure *, MAX (question->n_measures, n_catalogue));
  for (i = 0; i < n_catalogue && question->measures == NULL; i++)
    if (catalogue[i].is_listed)
      answer->measures[answer->n_measures++] = &catalogue[i];
  for (i = 0; i < question->n_measures && question->measures != NULL; i++)
    answer->measures[answer->n_measures++] = question->measures[i];
  answer->n_variables = n_variables;
  answer->variables = g_new0 (char *, n_variables + 1);
  for (i = 0; i < n_variables; i++)
    {
      const CasenessVariable *variable = caseness_question_get_variable (question, i);

      answer->variables[i]
        = g_strdup (variable != NULL ? caseness_variable_get_name (variable) : CASENESS_VARIABLE_TOTAL);
    }
  answer->blocks = g_new0 (CasenessBlock, (gsize) answer->n_periods * n_variables);
  return answer;
}

void
caseness_answer_free (CasenessAnswer *answer)
{
  guint i;

  if (answer == NULL)
    return;
  for (i = 0; i < answer->n_periods * answer->n_variables; i++)
    {
      g_clear_pointer (&answer->blocks[i].labels, g_ptr_array_unref);
      g_free (answer->blocks[i].figures);
    }
  g_free (answer->blocks);
  g_free (answer->periods);
  g_free (answer->measures);
  g_strfreev (answer->variables);
  g_free (answer);
}

guint
caseness_answer_get_n_periods (const CasenessAnswer *answer)
{
  return answer->n_periods;
}

const CasenessPeriod *
caseness_answer_get_period (const CasenessAnswer *answer, guint period)
{
  g_return_val_if_fail (period < answer->n_periods, NULL);
  return &answer->periods[period];
}

guint
caseness_answer_get_n_measures (const CasenessAnswer *answer)
{
  return answer->n_measures;
}

const CasenessMeasure *
caseness_answer_get_measure (const CasenessAnswer *answer, guint measure)
{
  g_return_val_if_fail (measure < answer->n_measures, NULL);
  return answer->measures[measure];
}

guint
caseness_answer_get_n_variables (const CasenessAnswer *answer)
{
  return answer->n_variables;
}

const char *
caseness_answer_get_variable_name (const CasenessAnswer *answer, guint variable)
{
  g_return_val_if_fail (variable < answer->n_variables, NULL);
  return answer->variables[variable];
}

static const CasenessBlock *
get_block (const CasenessAnswer *answer, guint period, guint variable)
{
  g_assert (period < answer->n_periods && variable < answer->n_variables);
  return &answer->blocks[(gsize) period * answer->n_variables + variable];
}

guint
caseness_answer_get_n_groups (const CasenessAnswer *answer, guint period, guint variable)
{
  return get_block (answer, period, variable)->labels->len;
}

const char *
caseness_answer_get_group (const CasenessAnswer *answer, guint period, guint variable, guint group)
{
  return g_ptr_array_index (get_block (answer, period, variable)->labels, group);
}

CasenessFigure
caseness_answer_get (const CasenessAnswer *answer, guint period, guint variable, guint group, guint measure)
{
  guint n;
  const CasenessMeasure *catalogue = caseness_measure_get_all (&n);

  return get_block (answer, period, variable)->figures[(gsize) group * n + (guint) (answer->measures[measure] - catalogue)];
}

