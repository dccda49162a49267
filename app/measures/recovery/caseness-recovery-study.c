/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-recovery-study.h"

#include <string.h>

/* Who passes the filter; NULL with @error unset is everybody. */
static gboolean
select_people (const CasenessRecoveryQuestion *question, CasenessFrame *frame, guint64 **people, GError **error)
{
  *people = NULL;
  return question->filter == NULL || caseness_filter_select (question->filter, frame, people, error);
}

static void
review_all (CasenessRecoveryStudy *self, CasenessFrame *frame)
{
  const CasenessRecovery *everybody = caseness_recovery_comparison_get_everybody (self->comparison);
  g_autoptr(GArray) nobody = g_array_new (FALSE, FALSE, sizeof (guint32));

  self->review = caseness_review_new (frame, everybody != NULL ? everybody->pathways : nobody);
}

static CasenessRecoveryStudy *
study_new (const CasenessRecoveryQuestion *question)
{
  CasenessRecoveryStudy *self = g_new0 (CasenessRecoveryStudy, 1);
  gsize i;

  self->snapshot = caseness_snapshot_ref (question->snapshot);
  self->period = question->period;
  self->filter = question->filter != NULL ? caseness_filter_ref (question->filter) : caseness_filter_new ();
  self->variables = g_ptr_array_new ();
  for (i = 0; i < G_N_ELEMENTS (question->variables); i++)
    if (question->variables[i] != NULL && !g_ptr_array_find (self->variables, question->variables[i], NULL))
      g_ptr_array_add (self->variables, (gpointer) question->variables[i]);
  return self;
}

CasenessRecoveryStudy *
caseness_recovery_study_new (const CasenessRecoveryQuestion *question, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessRecoveryStudy) self = NULL;
  g_autoptr(CasenessFrame) frame = NULL;
  g_autofree guint64 *people = NULL;

  g_return_val_if_fail (question != NULL && question->snapshot != NULL, NULL);

  self = study_new (question);
  frame = caseness_frame_new (question->snapshot);
  caseness_frame_set_period (frame, &question->period);
  if (!select_people (question, frame, &people, error))
    return NULL;
  self->comparison = caseness_recovery_comparison_new (frame, self->variables, people);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->pairs = caseness_recovery_pairs_new (frame, people, self->comparison);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  review_all (self, frame);
  return g_steal_pointer (&self);
}

void
caseness_recovery_study_free (CasenessRecoveryStudy *study)
{
  if (study == NULL)
    return;
  caseness_review_free (study->review);
  caseness_recovery_pairs_free (study->pairs);
  caseness_recovery_comparison_free (study->comparison);
  g_ptr_array_unref (study->variables);
  caseness_filter_unref (study->filter);
  caseness_snapshot_unref (study->snapshot);
  g_free (study);
}

const CasenessRecovery *
caseness_recovery_study_find (const CasenessRecoveryStudy *study, const char *group)
{
  guint i;

  g_return_val_if_fail (study != NULL && group != NULL, NULL);

  for (i = 0; i < study->comparison->rows->len; i++)
    if (strcmp (((const CasenessRecovery *) g_ptr_array_index (study->comparison->rows, i))->group, group) == 0)
      return g_ptr_array_index (study->comparison->rows, i);
  return NULL;
}

CasenessReview *
caseness_recovery_study_narrow (const CasenessRecoveryStudy *study, const CasenessRecovery *row)
{
  g_return_val_if_fail (study != NULL, NULL);

  return caseness_review_narrow (study->review, row != NULL ? row->pathways : NULL);
}
