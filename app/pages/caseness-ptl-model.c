/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-model.h"

struct _CasenessPtlModel
{
  GObject parent_instance;
  CasenessPtlAnswer *answer; /* owned, nullable */
  GCancellable *in_flight;   /* owned, nullable: the newest request */
};

G_DEFINE_FINAL_TYPE (CasenessPtlModel, caseness_ptl_model, G_TYPE_OBJECT)

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

/* Request: a query and what was known before. */
typedef struct
{
  CasenessPtlQuery *query;
  CasenessPtlAnswer *earlier; /* nullable */
} Request;

static void
request_free (Request *request)
{
  caseness_ptl_query_free (request->query);
  g_clear_pointer (&request->earlier, caseness_ptl_answer_unref);
  g_free (request);
}

static void
answer_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  CasenessPtlAnswer *answer = caseness_ptl_answer_new (request->query, request->earlier, cancellable, &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) caseness_ptl_answer_unref);
  else
    g_task_return_error (task, error);
}

static void
take_answer (CasenessPtlModel *self, CasenessPtlAnswer *answer)
{
  g_clear_pointer (&self->answer, caseness_ptl_answer_unref);
  self->answer = answer;
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CasenessPtlModel *self = CASENESS_PTL_MODEL (object);
  CasenessPtlAnswer *answer = g_task_propagate_pointer (G_TASK (result), NULL);

  if (answer == NULL)
    return; /* superseded: the newer request reports */
  g_clear_object (&self->in_flight);
  take_answer (self, answer);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
give_up (CasenessPtlModel *self)
{
  g_cancellable_cancel (self->in_flight);
  g_clear_object (&self->in_flight);
}

static void
caseness_ptl_model_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_LOADING)
    g_value_set_boolean (value, caseness_ptl_model_get_loading (CASENESS_PTL_MODEL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
caseness_ptl_model_dispose (GObject *object)
{
  CasenessPtlModel *self = CASENESS_PTL_MODEL (object);

  give_up (self);
  g_clear_pointer (&self->answer, caseness_ptl_answer_unref);
  G_OBJECT_CLASS (caseness_ptl_model_parent_class)->dispose (object);
}

static void
caseness_ptl_model_class_init (CasenessPtlModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = caseness_ptl_model_get_property;
  object_class->dispose = caseness_ptl_model_dispose;
  properties[PROP_LOADING]
      = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ANSWERED] = g_signal_new ("answered", CASENESS_TYPE_PTL_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
caseness_ptl_model_init (CasenessPtlModel *self)
{
}

CasenessPtlModel *
caseness_ptl_model_new (void)
{
  return g_object_new (CASENESS_TYPE_PTL_MODEL, NULL);
}

void
caseness_ptl_model_ask (CasenessPtlModel *self, const CasenessPtlQuery *query)
{
  g_autoptr(GTask) task = NULL;
  Request *request;

  g_return_if_fail (CASENESS_IS_PTL_MODEL (self));

  give_up (self);
  if (query == NULL)
    take_answer (self, NULL);
  else
    {
      self->in_flight = g_cancellable_new ();
      request = g_new0 (Request, 1);
      request->query = caseness_ptl_query_copy (query);
      request->earlier = self->answer != NULL ? caseness_ptl_answer_ref (self->answer) : NULL;
      task = g_task_new (self, self->in_flight, answered_cb, NULL);
      g_task_set_source_tag (task, caseness_ptl_model_ask);
      g_task_set_task_data (task, request, (GDestroyNotify) request_free);
      g_task_run_in_thread (task, answer_in_worker);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

CasenessPtlAnswer *
caseness_ptl_model_get_answer (CasenessPtlModel *self)
{
  g_return_val_if_fail (CASENESS_IS_PTL_MODEL (self), NULL);
  return self->answer;
}

gboolean
caseness_ptl_model_get_loading (CasenessPtlModel *self)
{
  g_return_val_if_fail (CASENESS_IS_PTL_MODEL (self), FALSE);
  return self->in_flight != NULL;
}
