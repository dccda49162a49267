/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-answer-model.h"

struct _CasenessAnswerModel
{
  GObject parent_instance;
  CasenessAnswerFunc func;
  GDestroyNotify free_query;
  GDestroyNotify free_answer;
  gpointer answer;         /* owned, nullable */
  GCancellable *in_flight; /* owned, nullable: the newest request */
};

G_DEFINE_FINAL_TYPE (CasenessAnswerModel, caseness_answer_model, G_TYPE_OBJECT)

enum
{
  PROP_LOADING = 1,
  N_PROPS
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Request: all that the thread needs, so that it never touches the model. */
typedef struct
{
  CasenessAnswerFunc func;
  GDestroyNotify free_query;
  GDestroyNotify free_answer;
  gpointer query;
} Request;

static void
request_free (Request *request)
{
  request->free_query (request->query);
  g_free (request);
}

static void
answer_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  gpointer answer = request->func (request->query, cancellable);

  if (answer != NULL)
    g_task_return_pointer (task, answer, request->free_answer);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "superseded");
}

static void
take_answer (CasenessAnswerModel *self, gpointer answer)
{
  g_clear_pointer (&self->answer, self->free_answer);
  self->answer = answer;
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CasenessAnswerModel *self = CASENESS_ANSWER_MODEL (object);
  gpointer answer = g_task_propagate_pointer (G_TASK (result), NULL);

  if (answer == NULL)
    return; /* superseded: the newer request reports */
  g_clear_object (&self->in_flight);
  take_answer (self, answer);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
give_up (CasenessAnswerModel *self)
{
  g_cancellable_cancel (self->in_flight);
  g_clear_object (&self->in_flight);
}

static void
caseness_answer_model_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_LOADING)
    g_value_set_boolean (value, caseness_answer_model_get_loading (CASENESS_ANSWER_MODEL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
caseness_answer_model_dispose (GObject *object)
{
  CasenessAnswerModel *self = CASENESS_ANSWER_MODEL (object);

  give_up (self);
  g_clear_pointer (&self->answer, self->free_answer);
  G_OBJECT_CLASS (caseness_answer_model_parent_class)->dispose (object);
}

static void
caseness_answer_model_class_init (CasenessAnswerModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = caseness_answer_model_get_property;
  object_class->dispose = caseness_answer_model_dispose;
  properties[PROP_LOADING]
      = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ANSWERED] = g_signal_new ("answered", CASENESS_TYPE_ANSWER_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
caseness_answer_model_init (CasenessAnswerModel *self)
{
}

CasenessAnswerModel *
caseness_answer_model_new (CasenessAnswerFunc func, GDestroyNotify free_query, GDestroyNotify free_answer)
{
  CasenessAnswerModel *self = g_object_new (CASENESS_TYPE_ANSWER_MODEL, NULL);

  self->func = func;
  self->free_query = free_query;
  self->free_answer = free_answer;
  return self;
}

void
caseness_answer_model_ask (CasenessAnswerModel *self, gpointer query)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CASENESS_IS_ANSWER_MODEL (self));

  give_up (self);
  if (query == NULL)
    take_answer (self, NULL);
  else
    {
      Request request = { self->func, self->free_query, self->free_answer, query };

      self->in_flight = g_cancellable_new ();
      task = g_task_new (self, self->in_flight, answered_cb, NULL);
      g_task_set_source_tag (task, caseness_answer_model_ask);
      g_task_set_task_data (task, g_memdup2 (&request, sizeof request), (GDestroyNotify) request_free);
      g_task_run_in_thread (task, answer_in_worker);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

gpointer
caseness_answer_model_get_answer (CasenessAnswerModel *self)
{
  g_return_val_if_fail (CASENESS_IS_ANSWER_MODEL (self), NULL);
  return self->answer;
}

gboolean
caseness_answer_model_get_loading (CasenessAnswerModel *self)
{
  g_return_val_if_fail (CASENESS_IS_ANSWER_MODEL (self), FALSE);
  return self->in_flight != NULL;
}
