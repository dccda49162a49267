/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-national-comparing.h"

#include "caseness-answer-model.h"
#include "caseness-national-words.h"

#include <glib/gi18n-lib.h>

struct _CasenessNationalComparing
{
  GObject parent_instance;
  CasenessAnswerModel *model; /* owned */
};

G_DEFINE_FINAL_TYPE (CasenessNationalComparing, caseness_national_comparing, G_TYPE_OBJECT)

static guint compared_signal;

void
caseness_national_comparing_begin (CasenessNationalComparing *self, const char *store_path, const char *extract)
{
  const CasenessNationalQuery query = { .store_path = (char *) store_path, .extract = (char *) extract };

  g_return_if_fail (CASENESS_IS_NATIONAL_COMPARING (self) && store_path != NULL && extract != NULL);
  caseness_answer_model_ask (self->model, caseness_national_query_copy (&query));
}

void
caseness_national_comparing_stop (CasenessNationalComparing *self)
{
  g_return_if_fail (CASENESS_IS_NATIONAL_COMPARING (self));
  caseness_answer_model_ask (self->model, NULL);
}

gboolean
caseness_national_comparing_is_busy (CasenessNationalComparing *self)
{
  g_return_val_if_fail (CASENESS_IS_NATIONAL_COMPARING (self), FALSE);
  return caseness_answer_model_get_loading (self->model);
}

const CasenessDifferences *
caseness_national_comparing_get_differences (CasenessNationalComparing *self)
{
  CasenessNationalExtract *extract;

  g_return_val_if_fail (CASENESS_IS_NATIONAL_COMPARING (self), NULL);
  extract = caseness_answer_model_get_answer (self->model);
  return extract != NULL ? extract->differences : NULL;
}

const char *
caseness_national_comparing_get_publication (CasenessNationalComparing *self)
{
  CasenessNationalExtract *extract;

  g_return_val_if_fail (CASENESS_IS_NATIONAL_COMPARING (self), NULL);
  extract = caseness_answer_model_get_answer (self->model);
  return extract != NULL ? extract->publication : NULL;
}

char *
caseness_national_comparing_dup_words (CasenessNationalComparing *self)
{
  CasenessNationalExtract *extract;

  g_return_val_if_fail (CASENESS_IS_NATIONAL_COMPARING (self), NULL);
  extract = caseness_answer_model_get_answer (self->model);
  if (caseness_answer_model_get_loading (self->model))
    return g_strdup (_("Comparing the extract, pathway by pathway…"));
  if (extract != NULL && extract->error != NULL)
    return g_strdup_printf ("%s\n\n%s", extract->error->message, caseness_national_words_obtain_extract ());
  return g_strdup (caseness_national_words_obtain_extract ());
}

static void
answered_cb (CasenessNationalComparing *self)
{
  g_signal_emit (self, compared_signal, 0);
}

static void
caseness_national_comparing_dispose (GObject *object)
{
  g_clear_object (&CASENESS_NATIONAL_COMPARING (object)->model);
  G_OBJECT_CLASS (caseness_national_comparing_parent_class)->dispose (object);
}

static void
caseness_national_comparing_class_init (CasenessNationalComparingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = caseness_national_comparing_dispose;
  compared_signal = g_signal_new ("compared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
caseness_national_comparing_init (CasenessNationalComparing *self)
{
  self->model = caseness_answer_model_new (caseness_national_answer_extract, (GDestroyNotify) caseness_national_query_free,
                                           (GDestroyNotify) caseness_national_extract_free);
  g_signal_connect_object (self->model, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
}

CasenessNationalComparing *
caseness_national_comparing_new (void)
{
  return g_object_new (CASENESS_TYPE_NATIONAL_COMPARING, NULL);
}
