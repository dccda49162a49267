/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CasenessPeqQuestion: a question of the patient experience questionnaire: a row of `resources/reference/questions.csv`. */
typedef struct
{
  const char *code;      /* SNOMED CT */
  gboolean is_treatment; /* of the questionnaire after treatment; else of the one after assessment */
} CasenessPeqQuestion;

/** caseness_peq_get_questions: Returns: (transfer none) (array length=n): the questions, in the order they are asked. */
const CasenessPeqQuestion *caseness_peq_get_questions (guint *n);

/** caseness_peq_find_question: Returns: (transfer none) (nullable): the question of that code. */
const CasenessPeqQuestion *caseness_peq_find_question (const char *code);

G_END_DECLS
