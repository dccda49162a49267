/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli-stat-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>

#define MOST_EXACT 9007199254740992.0 /* whole numbers up to here are whole as doubles */

void
caseness_stat_refuse (CasenessStat *stat, const char *name, const char *what)
{
  if (stat->error == NULL)
    g_set_error (&stat->error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s: %s", name, what);
}

gboolean
caseness_stat_has (CasenessStat *stat, const char *name)
{
  JsonNode *node = json_object_get_member (stat->inputs, name);

  return node != NULL && !json_node_is_null (node);
}

static gboolean
is_number (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE) && isfinite (json_node_get_double (node));
}

/* NaN for null; refused unless it is a number. */
static double
read_number (CasenessStat *stat, const char *name, JsonNode *node)
{
  if (node == NULL)
    caseness_stat_refuse (stat, name, _ ("is missing"));
  else if (!json_node_is_null (node) && !is_number (node))
    caseness_stat_refuse (stat, name, _ ("is not a number"));
  else if (!json_node_is_null (node))
    return json_node_get_double (node);
  return NAN;
}

double
caseness_stat_number (CasenessStat *stat, const char *name)
{
  return read_number (stat, name, json_object_get_member (stat->inputs, name));
}

double
caseness_stat_number_or (CasenessStat *stat, const char *name, double fallback)
{
  return caseness_stat_has (stat, name) ? caseness_stat_number (stat, name) : fallback;
}

double
caseness_stat_between (CasenessStat *stat, const char *name, double least, double most, double fallback)
{
  double value;

  if (!isnan (fallback) && !caseness_stat_has (stat, name))
    return fallback;
  value = caseness_stat_number (stat, name);
  if (value >= least && value <= most)
    return value;
  caseness_stat_refuse (stat, name, _ ("lies outside what is possible"));
  return isnan (fallback) ? least : fallback;
}

double
caseness_stat_amount (CasenessStat *stat, const char *name)
{
  return caseness_stat_between (stat, name, 0, G_MAXDOUBLE, NAN);
}

double
caseness_stat_confidence (CasenessStat *stat)
{
  return caseness_stat_between (stat, "confidence", 1e-6, 1 - 1e-12, 0.95);
}

gboolean
caseness_stat_flag (CasenessStat *stat, const char *name, gboolean fallback)
{
  JsonNode *node = json_object_get_member (stat->inputs, name);

  if (!caseness_stat_has (stat, name))
    return fallback;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  caseness_stat_refuse (stat, name, _ ("is neither true nor false"));
  return fallback;
}

const char *
caseness_stat_text (CasenessStat *stat, const char *name, const char *fallback)
{
  JsonNode *node = json_object_get_member (stat->inputs, name);

  if (!caseness_stat_has (stat, name))
    return fallback;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  caseness_stat_refuse (stat, name, _ ("is not a text"));
  return fallback;
}

static CasenessDate
read_date (CasenessStat *stat, const char *name, JsonNode *node)
{
  gboolean is_text = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
  CasenessDate date = is_text ? caseness_date_parse (json_node_get_string (node)) : CASENESS_DATE_NONE;

  if (date == CASENESS_DATE_NONE && (node == NULL || !json_node_is_null (node)))
    caseness_stat_refuse (stat, name, _ ("is not a date; write it as 2025-06-30"));
  return date;
}

CasenessDate
caseness_stat_date (CasenessStat *stat, const char *name)
{
  return read_date (stat, name, json_object_get_member (stat->inputs, name));
}

/* Refused unless it is a list; an empty one then. */
static guint
measure_list (CasenessStat *stat, const char *name, JsonArray **list)
{
  JsonNode *node = json_object_get_member (stat->inputs, name);

  *list = NULL;
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    *list = json_node_get_array (node);
  else
    caseness_stat_refuse (stat, name, _ ("is not a list"));
  return *list != NULL ? json_array_get_length (*list) : 0;
}

double *
caseness_stat_numbers (CasenessStat *stat, const char *name, guint *n)
{
  JsonArray *list;
  double *values;
  guint i;

  *n = measure_list (stat, name, &list);
  values = g_new (double, *n + 1);
  for (i = 0; i < *n; i++)
    values[i] = read_number (stat, name, json_array_get_element (list, i));
  return values;
}

double *
caseness_stat_numbers_of (CasenessStat *stat, const char *name, guint n)
{
  guint found;
  double *values = caseness_stat_numbers (stat, name, &found);

  if (found == n)
    return values;
  caseness_stat_refuse (stat, name, _ ("is not as long as the others"));
  g_free (values);
  return g_new0 (double, n + 1);
}

gint8 *
caseness_stat_signs (CasenessStat *stat, const char *name, guint *n)
{
  g_autofree double *values = caseness_stat_numbers (stat, name, n);
  gint8 *signs = g_new (gint8, *n + 1);
  guint i;

  for (i = 0; i < *n; i++)
    signs[i] = (values[i] > 0) - (values[i] < 0);
  return signs;
}

CasenessDate *
caseness_stat_dates (CasenessStat *stat, const char *name, guint *n)
{
  JsonArray *list;
  CasenessDate *days;
  guint i;

  *n = measure_list (stat, name, &list);
  days = g_new (CasenessDate, *n + 1);
  for (i = 0; i < *n; i++)
    days[i] = read_date (stat, name, json_array_get_element (list, i));
  return days;
}

GPtrArray *
caseness_stat_objects (CasenessStat *stat, const char *name)
{
  GPtrArray *objects = g_ptr_array_new ();
  JsonArray *list;
  guint n = measure_list (stat, name, &list), i;

  for (i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        g_ptr_array_add (objects, json_node_get_object (node));
      else
        caseness_stat_refuse (stat, name, _ ("is not a list of objects"));
    }
  return objects;
}

double
caseness_stat_member (CasenessStat *stat, JsonObject *object, const char *name)
{
  double value = read_number (stat, name, json_object_get_member (object, name));

  if (value >= 0)
    return value;
  caseness_stat_refuse (stat, name, _ ("lies outside what is possible"));
  return 0;
}

static void
put_value (CasenessStat *stat, double value)
{
  if (isnan (value))
    json_builder_add_null_value (stat->results);
  else if (isinf (value))
    json_builder_add_string_value (stat->results, value > 0 ? "inf" : "-inf");
  else if (value == floor (value) && fabs (value) < MOST_EXACT)
    json_builder_add_int_value (stat->results, (gint64) value);
  else
    json_builder_add_double_value (stat->results, value);
}

void
caseness_stat_put (CasenessStat *stat, const char *name, double value)
{
  json_builder_set_member_name (stat->results, name);
  put_value (stat, value);
}

void
caseness_stat_put_flag (CasenessStat *stat, const char *name, gboolean value)
{
  json_builder_set_member_name (stat->results, name);
  json_builder_add_boolean_value (stat->results, value);
}

void
caseness_stat_put_text (CasenessStat *stat, const char *name, const char *value)
{
  json_builder_set_member_name (stat->results, name);
  if (value != NULL)
    json_builder_add_string_value (stat->results, value);
  else
    json_builder_add_null_value (stat->results);
}

void
caseness_stat_put_numbers (CasenessStat *stat, const char *name, const double *values, guint n)
{
  guint i;

  json_builder_set_member_name (stat->results, name);
  json_builder_begin_array (stat->results);
  for (i = 0; i < n; i++)
    put_value (stat, values[i]);
  json_builder_end_array (stat->results);
}

void
caseness_stat_put_signs (CasenessStat *stat, const char *name, const gint8 *signs, guint n)
{
  guint i;

  json_builder_set_member_name (stat->results, name);
  json_builder_begin_array (stat->results);
  for (i = 0; i < n; i++)
    json_builder_add_int_value (stat->results, signs[i]);
  json_builder_end_array (stat->results);
}
