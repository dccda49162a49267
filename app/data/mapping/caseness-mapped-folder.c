/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-mapped-folder.h"

#include "caseness-file-bytes.h"
#include "caseness-mapping-reader.h"
#include "caseness-period.h"
#include "caseness-table-reader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define HEADER "IDS000Header"
#define DATA_SET_VERSION "2.1"

/* A CSV file and the mapping it is read through. */
typedef struct
{
  char *file;
  GBytes *bytes;
  gint64 modified;
  CasenessMapping *mapping; /* owned by the folder */
} Source;

struct _CasenessMappedFolder
{
  char *folder;
  GPtrArray *mappings; /* (element-type CasenessMapping): by file name */
  GPtrArray *sources;  /* (element-type Source): by file name */
};

static void
source_free (Source *source)
{
  g_free (source->file);
  g_bytes_unref (source->bytes);
  g_free (source);
}

void
caseness_mapped_folder_free (CasenessMappedFolder *mapped)
{
  if (mapped == NULL)
    return;
  g_free (mapped->folder);
  g_ptr_array_unref (mapped->mappings);
  g_ptr_array_unref (mapped->sources);
  g_free (mapped);
}

/* Files */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* A table or a list is read by its name, and needs no mapping. */
static gboolean
is_export (const char *name)
{
  gsize length = strlen (name);
  g_autofree char *stem = NULL;

  if (length <= 4 || g_ascii_strcasecmp (name + length - 4, ".csv") != 0)
    return FALSE;
  stem = g_strndup (name, length - 4);
  return caseness_spec_find_table (stem) == NULL;
}

static gboolean
check_mapping (const CasenessMapping *mapping, const char *file, GError **error)
{
  g_auto(GStrv) problems = caseness_mapping_list_problems (mapping);

  if (problems[0] == NULL)
    return TRUE;
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, "%s: %s", file, problems[0]);
  return FALSE;
}

static gboolean
load_mappings (CasenessMappedFolder *mapped, const GPtrArray *names, GError **error)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_suffix (names->pdata[i], CASENESS_MAPPING_SUFFIX))
      {
        g_autofree char *path = g_build_filename (mapped->folder, names->pdata[i], NULL);
        CasenessMapping *mapping = caseness_mapping_load (path, error);

        if (mapping == NULL)
          return FALSE;
        g_ptr_array_add (mapped->mappings, mapping);
        if (!check_mapping (mapping, names->pdata[i], error))
          return FALSE;
      }
  return TRUE;
}

/* The mapping that was made for these headings, else one that finds all its columns among them. */
static CasenessMapping *
choose_mapping (const CasenessMappedFolder *mapped, const char *const *headers)
{
  for (guint i = 0; i < mapped->mappings->len; i++)
    if (caseness_mapping_has_headers (mapped->mappings->pdata[i], headers))
      return mapped->mappings->pdata[i];
  for (guint i = 0; i < mapped->mappings->len; i++)
    {
      g_auto(GStrv) missing = caseness_mapping_list_missing (mapped->mappings->pdata[i], headers);

      if (missing[0] == NULL)
        return mapped->mappings->pdata[i];
    }
  return NULL;
}

static void
report_unmapped (const char *file, GPtrArray *findings)
{
  g_ptr_array_add (findings,
                   caseness_finding_new ("CASENESS-MAPPING-NONE", CASENESS_FINDING_WARNING, HEADER, file, 1, NULL, NULL,
                                         g_strdup (_("The file was not read: no mapping beside it has its columns. "
                                                     "Make one for it, or take it away."))));
}

static gboolean
add_export (CasenessMappedFolder *mapped, const char *name, GPtrArray *findings, GError **error)
{
  g_autofree char *path = g_build_filename (mapped->folder, name, NULL);
  g_autoptr(GBytes) bytes = caseness_file_bytes_read (path, error);
  g_auto(GStrv) headers = bytes == NULL ? NULL : caseness_mapping_read_headers (bytes, name, error);
  CasenessMapping *mapping;
  Source *source;
  GStatBuf info;

  if (headers == NULL)
    return FALSE;
  mapping = choose_mapping (mapped, (const char *const *) headers);
  if (mapping == NULL)
    {
      report_unmapped (name, findings);
      return TRUE;
    }
  source = g_new0 (Source, 1);
  source->file = g_filename_display_name (name);
  source->bytes = g_steal_pointer (&bytes);
  source->modified = g_stat (path, &info) == 0 ? info.st_mtime : 0;
  source->mapping = mapping;
  g_ptr_array_add (mapped->sources, source);
  return TRUE;
}

static gboolean
is_used (const CasenessMappedFolder *mapped, const CasenessMapping *mapping)
{
  for (guint i = 0; i < mapped->sources->len; i++)
    if (((const Source *) mapped->sources->pdata[i])->mapping == mapping)
      return TRUE;
  return FALSE;
}

static gboolean
check_all_used (const CasenessMappedFolder *mapped, GError **error)
{
  for (guint i = 0; i < mapped->mappings->len; i++)
    {
      const CasenessMapping *mapping = mapped->mappings->pdata[i];

      if (is_used (mapped, mapping))
        continue;
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _("The mapping “%s” fits no CSV file beside it. Check that the export still has all its "
                     "columns, or take the mapping away."),
                   mapping->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
feeds (const CasenessMapping *mapping, const CasenessTableSpec *spec)
{
  for (guint i = 0; i < mapping->feeds->len; i++)
    if (((const CasenessMappingFeed *) mapping->feeds->pdata[i])->table == spec)
      return TRUE;
  return FALSE;
}

static const Source *
find_source (const CasenessMappedFolder *mapped, const CasenessTableSpec *spec, const Source *after)
{
  gboolean is_after = after == NULL;

  for (guint i = 0; i < mapped->sources->len; i++)
    {
      const Source *source = mapped->sources->pdata[i];

      if (is_after && feeds (source->mapping, spec))
        return source;
      is_after = is_after || source == after;
    }
  return NULL;
}

static gboolean
check_one_source_each (const CasenessMappedFolder *mapped, GError **error)
{
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      const Source *first = find_source (mapped, &tables[i], NULL);
      const Source *second = first == NULL ? NULL : find_source (mapped, &tables[i], first);

      if (second == NULL)
        continue;
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _("%s and %s both give %s. Leave only one of them in the folder, or take the table out of one "
                     "mapping."),
                   first->file, second->file, tables[i].name);
      return FALSE;
    }
  return TRUE;
}

CasenessMappedFolder *
caseness_mapped_folder_open (const char *folder, GPtrArray *findings, GError **error)
{
  g_autoptr(CasenessMappedFolder) mapped = g_new0 (CasenessMappedFolder, 1);
  g_autoptr(GPtrArray) names = list_names (folder);

  mapped->folder = g_strdup (folder);
  mapped->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_mapping_free);
  mapped->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  if (!load_mappings (mapped, names, error))
    return NULL;
  for (guint i = 0; i < names->len && mapped->mappings->len > 0; i++)
    if (is_export (names->pdata[i]) && !add_export (mapped, names->pdata[i], findings, error))
      return NULL;
  if (!check_all_used (mapped, error) || !check_one_source_each (mapped, error))
    return NULL;
  return g_steal_pointer (&mapped);
}

/* The header that an export does not have */

static const Source *
find_header_maker (const CasenessMappedFolder *mapped)
{
  for (guint i = 0; i < mapped->sources->len; i++)
    if (((const Source *) mapped->sources->pdata[i])->mapping->provider != NULL)
      return mapped->sources->pdata[i];
  return NULL;
}

const char *
caseness_mapped_folder_find (const CasenessMappedFolder *mapped, const CasenessTableSpec *spec)
{
  const Source *source = find_source (mapped, spec, NULL);

  if (source == NULL && g_str_equal (spec->name, HEADER))
    source = find_header_maker (mapped);
  return source == NULL ? NULL : source->file;
}

/* The month that a name tells, written 2025-06, 2025_06 or 202506. */
static gboolean
read_month (const char *name, int *year, int *month)
{
  g_autoptr(GRegex) regex = g_regex_new ("(?<!\\d)(20\\d\\d)[-_ ]?(0[1-9]|1[0-2])(?!\\d)", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (!g_regex_match (regex, name, 0, &match))
    return FALSE;
  first = g_match_info_fetch (match, 1);
  second = g_match_info_fetch (match, 2);
  *year = (int) g_ascii_strtoll (first, NULL, 10);
  *month = (int) g_ascii_strtoll (second, NULL, 10);
  return TRUE;
}

static gboolean
find_period (const CasenessMappedFolder *mapped, const Source *source, CasenessPeriod *period, GError **error)
{
  g_autofree char *folder = g_path_get_basename (mapped->folder);
  int year, month;

  if (!read_month (source->file, &year, &month) && !read_month (folder, &year, &month))
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _("%s does not say which month it is for. Put the month in its name or in that of its folder, such "
                     "as 2025-06."),
                   source->file);
      return FALSE;
    }
  period->start = caseness_date_new (year, month, 1);
  period->end = caseness_date_add_months (period->start, 1) - 1;
  return TRUE;
}

/* When the export was made is when the file was last written. That is no part of the checksum, so that a copy of the
 * same file is known to be the same. */
static gboolean
make_header (const CasenessMappedFolder *mapped, const CasenessTableSpec *spec, CasenessSubmissionTable *table,
             GPtrArray *findings, GError **error)
{
  const Source *source = find_header_maker (mapped);
  g_autoptr(GDateTime) modified = g_date_time_new_from_unix_utc (source->modified);
  g_autofree char *created = g_date_time_format (modified, "%Y-%m-%d %H:%M:%S");
  g_autofree char *identity = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  CasenessPeriod period;
  char start[11], end[11];

  if (!find_period (mapped, source, &period, error))
    return FALSE;
  identity = g_strdup_printf (DATA_SET_VERSION ",\"%s\",\"%s\",Caseness,%s,%s", source->mapping->provider,
                              source->mapping->provider, caseness_date_write_iso (period.start, start),
                              caseness_date_write_iso (period.end, end));
  text = g_strconcat ("DatSetVer,OrgIDProv,OrgIDSubmit,PrimSystemInUse,ReportingPeriodStartDate,"
                      "ReportingPeriodEndDate,DateTimeDatSetCreate\n",
                      identity, ",", created, "\n", NULL);
  bytes = g_bytes_new (text, strlen (text));
  if (!caseness_table_read_bytes (bytes, source->file, spec, 0, table, findings, error))
    return FALSE;
  g_free (table->sha256);
  table->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, identity, -1);
  return TRUE;
}

gboolean
caseness_mapped_folder_read_table (const CasenessMappedFolder *mapped, const CasenessTableSpec *spec,
                                   CasenessSubmissionTable *table, GPtrArray *findings, GError **error)
{
  const Source *source = find_source (mapped, spec, NULL);

  if (source == NULL)
    return make_header (mapped, spec, table, findings, error);
  return caseness_mapping_read_table (source->mapping, source->bytes, source->file, spec, table, findings, error);
}
