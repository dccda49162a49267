/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-peq.h"

#include "caseness-reference.h"

#include <string.h>

static GArray *
read_questions (const CasenessReference *table)
{
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (CasenessPeqQuestion));
  guint code = caseness_reference_find_column (table, "code");
  guint questionnaire = caseness_reference_find_column (table, "questionnaire"), i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      CasenessPeqQuestion question = {
        .code = caseness_reference_get_cell (table, i, code),
        .is_treatment = strcmp (caseness_reference_get_cell (table, i, questionnaire), "treatment") == 0,
      };

      g_array_append_val (questions, question);
    }
  return questions;
}

const CasenessPeqQuestion *
caseness_peq_get_questions (guint *n)
{
  static gsize once = 0; /* the table, read once and never changed */
  const GArray *questions;

  g_return_val_if_fail (n != NULL, NULL);
  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_questions (caseness_reference_get ("questions")));
  questions = (const GArray *) once;
  *n = questions->len;
  return (const CasenessPeqQuestion *) (gconstpointer) questions->data;
}

const CasenessPeqQuestion *
caseness_peq_find_question (const char *code)
{
  guint n, i;
  const CasenessPeqQuestion *questions = caseness_peq_get_questions (&n);

  for (i = 0; i < n; i++)
    if (strcmp (questions[i].code, code) == 0)
      return &questions[i];
  return NULL;
}
