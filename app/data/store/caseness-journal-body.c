/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-journal-body.h"

#include <json-glib/json-glib.h>

struct _CasenessJournalBody
{
  JsonNode *root; /* owned: an object */
};

static CasenessJournalBody *
take_root (JsonNode *root)
{
  CasenessJournalBody *body = g_new0 (CasenessJournalBody, 1);

  body->root = root;
  return body;
}

static JsonNode *
make_object (void)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, json_object_new ());
  return node;
}

static JsonObject *
get_object (CasenessJournalBody *body)
{
  return json_node_get_object (body->root);
}

/* Returns (nullable): the member @key when it is of @type. */
static JsonNode *
find (CasenessJournalBody *body, const char *key, JsonNodeType type)
{
  JsonNode *node = json_object_get_member (get_object (body), key);

  return node != NULL && JSON_NODE_HOLDS (node, type) ? node : NULL;
}

CasenessJournalBody *
caseness_journal_body_new (void)
{
  return take_root (make_object ());
}

/* Returns (transfer full) (nullable): @text when it is an object. */
static JsonNode *
parse_object (const char *text)
{
  g_autoptr(JsonNode) root = json_from_string (text, NULL);

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? g_steal_pointer (&root) : NULL;
}

gboolean
caseness_journal_body_is_valid (const char *text)
{
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  root = parse_object (text);
  return root != NULL;
}

CasenessJournalBody *
caseness_journal_body_parse (const char *text)
{
  JsonNode *root = text != NULL ? parse_object (text) : NULL;

  return root != NULL ? take_root (root) : caseness_journal_body_new ();
}

void
caseness_journal_body_free (CasenessJournalBody *body)
{
  if (body == NULL)
    return;
  json_node_unref (body->root);
  g_free (body);
}

char *
caseness_journal_body_to_text (CasenessJournalBody *body)
{
  g_return_val_if_fail (body != NULL, NULL);
  return json_to_string (body->root, FALSE);
}

void
caseness_journal_body_set_text (CasenessJournalBody *body, const char *key, const char *value)
{
  g_return_if_fail (body != NULL && key != NULL);

  if (value != NULL)
    json_object_set_string_member (get_object (body), key, value);
  else if (json_object_has_member (get_object (body), key))
    json_object_remove_member (get_object (body), key);
}

const char *
caseness_journal_body_get_text (CasenessJournalBody *body, const char *key)
{
  JsonNode *node;

  g_return_val_if_fail (body != NULL && key != NULL, NULL);

  node = find (body, key, JSON_NODE_VALUE);
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

void
caseness_journal_body_set_int (CasenessJournalBody *body, const char *key, gint64 value)
{
  g_return_if_fail (body != NULL && key != NULL);
  json_object_set_int_member (get_object (body), key, value);
}

gint64
caseness_journal_body_get_int (CasenessJournalBody *body, const char *key, gint64 otherwise)
{
  JsonNode *node;

  g_return_val_if_fail (body != NULL && key != NULL, otherwise);

  node = find (body, key, JSON_NODE_VALUE);
  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : otherwise;
}

void
caseness_journal_body_set_list (CasenessJournalBody *body, const char *key, const char *const *values)
{
  JsonArray *array;

  g_return_if_fail (body != NULL && key != NULL && values != NULL);

  array = json_array_new ();
  for (guint i = 0; values[i] != NULL; i++)
    json_array_add_string_element (array, values[i]);
  json_object_set_array_member (get_object (body), key, array);
}

char **
caseness_journal_body_get_list (CasenessJournalBody *body, const char *key)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode *node;

  g_return_val_if_fail (body != NULL && key != NULL, NULL);

  node = find (body, key, JSON_NODE_ARRAY);
  for (guint i = 0; node != NULL && i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        g_strv_builder_add (builder, json_node_get_string (element));
    }
  return g_strv_builder_end (builder);
}

char **
caseness_journal_body_list_keys (CasenessJournalBody *body)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GList) keys = NULL;

  g_return_val_if_fail (body != NULL, NULL);

  keys = json_object_get_members (get_object (body));
  for (GList *l = keys; l != NULL; l = l->next)
    g_strv_builder_add (builder, l->data);
  return g_strv_builder_end (builder);
}
