/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli-stat-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

static const CasenessStatMethod *
find_method (const char *name)
{
  const CasenessStatMethod *const lists[]
    = { caseness_stat_methods_rates, caseness_stat_methods_series, caseness_stat_methods_service };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const CasenessStatMethod *method;

      for (method = lists[i]; method->name != NULL; method++)
        if (strcmp (method->name, name) == 0)
          return method;
    }
  return NULL;
}

static char *
write_results (JsonBuilder *results)
{
  g_autoptr(JsonNode) root = json_builder_get_root (results);

  return json_to_string (root, FALSE);
}

char *
caseness_stat_run (const char *method_name, const char *inputs, GError **error)
{
  const CasenessStatMethod *method = find_method (method_name);
  g_autoptr(GError) fault = NULL;
  g_autoptr(JsonNode) node = json_from_string (inputs, &fault);
  g_autoptr(JsonBuilder) results = json_builder_new ();
  CasenessStat stat = { NULL, results, NULL };

  if (method == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("there is no method “%s”"), method_name);
      return NULL;
    }
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("the inputs are not a JSON object: %s"), fault != NULL ? fault->message : inputs);
      return NULL;
    }
  stat.inputs = json_node_get_object (node);
  json_builder_begin_object (results);
  method->run (&stat);
  json_builder_end_object (results);
  if (stat.error != NULL)
    {
      g_propagate_error (error, stat.error);
      return NULL;
    }
  return write_results (results);
}
