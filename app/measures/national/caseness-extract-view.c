/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-extract-view-private.h"

#include "caseness-file-bytes.h"
#include "caseness-mapping.h"

#include <string.h>

#define ID "ServiceRequestId"

static const CasenessSubmissionTable *
find_table (const CasenessSubmission *extract, const char *name)
{
  guint i = 0;

  while (strcmp (extract->tables[i].spec->name, name) != 0)
    i++;
  return &extract->tables[i];
}

static const char *
get_cell (const CasenessSubmissionTable *table, guint row, const char *field)
{
  int column = caseness_spec_find_field (table->spec, field);
  const char *text = column >= 0 ? table->cells[row * table->n_columns + (guint) column] : NULL;

  return text != NULL && g_ascii_strcasecmp (text, "NULL") != 0 ? text : "";
}

static gboolean
read_headings (CasenessExtractView *view, GError **error)
{
  g_autofree char *path = g_build_filename (view->extract->folder, view->referrals->file, NULL);
  g_autoptr(GBytes) bytes = caseness_file_bytes_read (path, error);
  g_auto(GStrv) headings = bytes != NULL ? caseness_mapping_read_headers (bytes, view->referrals->file, error) : NULL;
  guint i;

  for (i = 0; headings != NULL && headings[i] != NULL; i++)
    g_hash_table_add (view->headings, g_ascii_strdown (headings[i], -1));
  return headings != NULL;
}

static gboolean
is_no (const char *text)
{
  return g_ascii_strcasecmp (text, "False") == 0 || g_ascii_strcasecmp (text, "N") == 0 || strcmp (text, "0") == 0;
}

/* One row a pathway: the one that the national system uses. */
static void
index_national (CasenessExtractView *view)
{
  guint i;

  for (i = 0; i < view->national->n_rows; i++)
    {
      const char *id = get_cell (view->national, i, ID);

      if (!is_no (get_cell (view->national, i, "UsePathway_Flag")))
        g_hash_table_insert (view->national_rows, (gpointer) id, GUINT_TO_POINTER (i + 1));
    }
}

static void
index_referrals (CasenessExtractView *view)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; i < view->referrals->n_rows; i++)
    {
      const char *id = get_cell (view->referrals, i, ID);

      if (view->referrals->is_rejected[i] || id[0] == '\0' || !g_hash_table_add (seen, (gpointer) id))
        continue;
      if (view->national->n_rows == 0 || g_hash_table_contains (view->national_rows, id))
        g_array_append_val (view->rows, i);
    }
}

static void
count_contacts (CasenessExtractView *view)
{
  const CasenessSubmissionTable *contacts = find_table (view->extract, "IDS201CareContact");
  guint i;

  for (i = 0; i < contacts->n_rows; i++)
    {
      const char *id = get_cell (contacts, i, ID);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (view->contacts, id));

      if (!contacts->is_rejected[i])
        g_hash_table_insert (view->contacts, (gpointer) id, GUINT_TO_POINTER (n + 1));
    }
}

CasenessExtractView *
caseness_extract_view_new (const CasenessSubmission *extract, GError **error)
{
  g_autoptr(CasenessExtractView) view = g_new0 (CasenessExtractView, 1);

  g_return_val_if_fail (extract != NULL, NULL);
  view->extract = extract;
  view->referrals = find_table (extract, "IDS101Referral");
  view->national = find_table (extract, "NationalPathway");
  view->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  view->national_rows = g_hash_table_new (g_str_hash, g_str_equal);
  view->contacts = g_hash_table_new (g_str_hash, g_str_equal);
  view->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!read_headings (view, error))
    return NULL;
  index_national (view);
  index_referrals (view);
  count_contacts (view);
  return g_steal_pointer (&view);
}

void
caseness_extract_view_free (CasenessExtractView *view)
{
  if (view == NULL)
    return;
  g_hash_table_unref (view->headings);
  g_hash_table_unref (view->national_rows);
  g_hash_table_unref (view->contacts);
  g_array_unref (view->rows);
  g_free (view);
}

const char *
caseness_extract_view_get (const CasenessExtractView *view, guint row, const char *heading)
{
  g_autofree char *key = g_ascii_strdown (heading, -1);
  guint national;

  if (!g_hash_table_contains (view->headings, key))
    return NULL;
  if (caseness_spec_find_field (view->referrals->spec, heading) >= 0)
    return get_cell (view->referrals, row, heading);
  if (caseness_spec_find_field (view->national->spec, heading) < 0)
    return NULL;
  national = GPOINTER_TO_UINT (g_hash_table_lookup (view->national_rows, get_cell (view->referrals, row, ID)));
  return national > 0 ? get_cell (view->national, national - 1, heading) : NULL;
}

guint
caseness_extract_view_count_contacts (const CasenessExtractView *view, const char *service_request_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (view->contacts, service_request_id));
}

static gboolean
parse_number (const char *text, double *number)
{
  char *end = NULL;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

/* "True", "Y" and "1" are one; a flag that is not set may be blank. */
static gboolean
is_same_flag (const char *local, const char *national)
{
  if (strcmp (local, "True") == 0)
    return g_ascii_strcasecmp (national, "Y") == 0 || strcmp (national, "1") == 0;
  return strcmp (local, "False") == 0 && (is_no (national) || national[0] == '\0');
}

gboolean
caseness_extract_is_same (const char *local, const char *national)
{
  CasenessDate date = caseness_date_parse (local);
  double own, other;

  if (g_ascii_strcasecmp (local, national) == 0 || is_same_flag (local, national))
    return TRUE;
  if (date != CASENESS_DATE_NONE)
    return caseness_date_parse (national) == date;
  return parse_number (local, &own) && parse_number (national, &other) && own == other;
}
