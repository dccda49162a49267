/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-submission.h"

#include "caseness-cell.h"
#include "caseness-file-bytes.h"
#include "caseness-judgement.h"
#include "caseness-mapped-folder.h"
#include "caseness-mapping.h"
#include "caseness-period.h"
#include "caseness-table-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADER 0
/* A column of the referrals that only national extracts have, and one that only those for commissioners have. */
#define MARK_OF_EXTRACT "PathwayID"
#define MARK_OF_COMMISSIONERS "EFFECTIVE_FROM"

void
caseness_submission_table_clear (CasenessSubmissionTable *table)
{
  g_return_if_fail (table != NULL);

  g_clear_pointer (&table->file, g_free);
  g_clear_pointer (&table->sha256, g_free);
  g_clear_pointer (&table->cells, g_free);
  g_clear_pointer (&table->lines, g_free);
  g_clear_pointer (&table->shared_lines, g_free);
  g_clear_pointer (&table->is_rejected, g_free);
  g_clear_pointer (&table->notes, g_ptr_array_unref);
  g_clear_pointer (&table->text, g_string_chunk_free);
  table->header_line = table->n_read = table->n_rows = table->n_rejected = table->n_warnings = 0;
}

void
caseness_submission_free (CasenessSubmission *submission)
{
  if (submission == NULL)
    return;
  for (guint i = 0; i < submission->n_tables; i++)
    caseness_submission_table_clear (&submission->tables[i]);
  g_free (submission->tables);
  g_free (submission->folder);
  g_free (submission->provider);
  g_free (submission->submitter);
  g_free (submission->version);
  g_free (submission->created);
  g_ptr_array_unref (submission->findings);
  g_free (submission);
}

static CasenessSubmission *
submission_new (const char *folder)
{
  CasenessSubmission *submission = g_new0 (CasenessSubmission, 1);
  const CasenessTableSpec *specs = caseness_spec_get_tables (&submission->n_tables);

  submission->folder = g_strdup (folder);
  submission->period_start = submission->period_end = CASENESS_DATE_NONE;
  submission->tables = g_new0 (CasenessSubmissionTable, submission->n_tables);
  submission->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  for (guint i = 0; i < submission->n_tables; i++)
    {
      submission->tables[i].spec = &specs[i];
      submission->tables[i].n_columns = specs[i].n_fields;
    }
  return submission;
}

/* Files */

/* Returns the index of the table that @name is the file of, or -1. */
static int
find_table_of_file (const CasenessSubmission *submission, const char *name)
{
  gsize length = strlen (name);

  if (length < 4 || g_ascii_strcasecmp (name + length - 4, ".csv") != 0)
    return -1;
  for (guint i = 0; i < submission->n_tables; i++)
    {
      const CasenessTableSpec *spec = submission->tables[i].spec;

      if (!spec->is_list && !spec->is_extract && strlen (spec->name) == length - 4
          && g_ascii_strncasecmp (spec->name, name, length - 4) == 0)
        return (int) i;
    }
  return -1;
}

static gboolean
note_file (const CasenessSubmission *submission, char **files, const char *name, GError **error)
{
  int table = find_table_of_file (submission, name);

  if (table < 0)
    return TRUE;
  if (files[table] != NULL)
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _("%s and %s are the same table. Leave only one of them in the folder."), files[table], name);
      return FALSE;
    }
  files[table] = g_strdup (name);
  return TRUE;
}

/* A table comes from its own file or through a mapping, not from both. The header may: its own file then wins over the
 * one a mapping would make. */
static gboolean
check_sources (const CasenessSubmission *submission, const CasenessMappedFolder *mapped, char **files, GError **error)
{
  for (guint i = HEADER + 1; i < submission->n_tables; i++)
    {
      const char *other = caseness_mapped_folder_find (mapped, submission->tables[i].spec);

      if (files[i] == NULL || other == NULL)
        continue;
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _("%s and %s are the same table. Leave only one of them in the folder."), files[i], other);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_required_files (const CasenessSubmission *submission, const CasenessMappedFolder *mapped, char **files,
                      GError **error)
{
  for (guint i = 0; i < submission->n_tables; i++)
    if (submission->tables[i].spec->is_required && files[i] == NULL
        && caseness_mapped_folder_find (mapped, submission->tables[i].spec) == NULL)
      {
        g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                     _("%s.csv is not in the folder. Every submission needs it; export the submission again."),
                     submission->tables[i].spec->name);
        return FALSE;
      }
  return TRUE;
}

static void
free_files (char **files)
{
  guint n_tables;

  caseness_spec_get_tables (&n_tables);
  for (guint i = 0; files != NULL && i < n_tables; i++)
    g_free (files[i]);
  g_free (files);
}
typedef char *Files;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Files, free_files)

/* Returns (transfer full): one a table: the name of its file, or NULL when it was not sent. */
static Files *
list_files (const CasenessSubmission *submission, const CasenessMappedFolder *mapped, GError **error)
{
  g_autoptr(Files) files = g_new0 (char *, submission->n_tables);
  g_autoptr(GDir) dir = g_dir_open (submission->folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _("The folder cannot be opened. Check that it is there and that you may read it."));
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!note_file (submission, files, name, error))
      return NULL;
  if (!check_sources (submission, mapped, files, error) || !check_required_files (submission, mapped, files, error))
    return NULL;
  return g_steal_pointer (&files);
}

static gboolean
read_own_file (CasenessSubmission *submission, guint table, const char *name, GError **error)
{
  const CasenessTableReadOptions options = { .is_2_0 = g_strcmp0 (submission->version, "2.0") == 0 };
  CasenessSubmissionTable *into = &submission->tables[table];
  g_autofree char *path = g_build_filename (submission->folder, name, NULL);
  g_autoptr(GBytes) bytes = caseness_file_bytes_read (path, error);

  return bytes != NULL
         && caseness_table_read_with_options (bytes, name, into->spec, &options, into, submission->findings, error);
}

static gboolean
refuse_no_rows (const CasenessSubmissionTable *table, GError **error)
{
  if (table->header_line > 0)
    /* Translators: a file name, then the number of a line. */
    g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                 _("%s, line %u: there are no rows below the header. Every submission needs some; export the submission "
                   "again."),
                 table->file, table->header_line);
  else
    g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                 _("%s holds no rows. Every submission needs some; export the submission again."), table->file);
  return FALSE;
}

/* @name is the table's own file, NULL when it has none. A list that a mapping gives is no part of the submission. */
static gboolean
read_table (CasenessSubmission *submission, const CasenessMappedFolder *mapped, guint table, const char *name,
            GError **error)
{
  CasenessSubmissionTable *into = &submission->tables[table];
  const CasenessTableSpec *spec = into->spec;

  if (spec->is_list || (name == NULL && caseness_mapped_folder_find (mapped, spec) == NULL))
    return TRUE;
  if (name != NULL ? !read_own_file (submission, table, name, error)
                   : !caseness_mapped_folder_read_table (mapped, spec, into, submission->findings, error))
    return FALSE;
  return !spec->is_required || into->n_read > 0 || refuse_no_rows (into, error);
}

/* The header */

static const char *
get_header_cell (const CasenessSubmission *submission, const char *field)
{
  const CasenessSubmissionTable *header = &submission->tables[HEADER];

  return header->cells[caseness_spec_find_field (header->spec, field)];
}

static gboolean
refuse_header (const CasenessSubmission *submission, guint line, const char *field, const char *why, GError **error)
{
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, _("%s, line %u, %s: %s"),
               submission->tables[HEADER].file, line, field, why);
  return FALSE;
}

static gboolean
check_header_shape (const CasenessSubmission *submission, GError **error)
{
  const CasenessSubmissionTable *header = &submission->tables[HEADER];
  const CasenessFinding *finding;

  if (header->n_read > 1)
    return refuse_header (submission, header->n_rows > 1 ? header->lines[1] : 3, "OrgIDProv",
                          _("There is more than one header row. Put each provider and month in a folder of its own."),
                          error);
  if (header->n_rows == 1)
    return TRUE;
  finding = g_ptr_array_index (submission->findings, submission->findings->len - 1);
  return refuse_header (submission, finding->line, "DatSetVer", finding->message, error);
}

static gboolean
take_header_facts (CasenessSubmission *submission, GError **error)
{
  guint line = submission->tables[HEADER].lines[0];
  CasenessPeriod period;

  submission->version = g_strdup (get_header_cell (submission, "DatSetVer"));
  submission->provider = g_strdup (get_header_cell (submission, "OrgIDProv"));
  submission->submitter = g_strdup (get_header_cell (submission, "OrgIDSubmit"));
  submission->created = caseness_cell_date_time_parse (get_header_cell (submission, "DateTimeDatSetCreate"));
  submission->period_start = caseness_date_parse (get_header_cell (submission, "ReportingPeriodStartDate"));
  submission->period_end = caseness_date_parse (get_header_cell (submission, "ReportingPeriodEndDate"));
  if (submission->period_end < submission->period_start)
    return refuse_header (submission, line, "ReportingPeriodEndDate",
                          _("The reporting period ends before it starts. Put the two dates right."), error);
  period.start = submission->period_start;
  period.end = submission->period_end;
  if (!caseness_period_is_month (&period))
    return refuse_header (submission, line, "ReportingPeriodStartDate",
                          _("The reporting period is not one whole calendar month. Send one month at a time."), error);
  return TRUE;
}

static gboolean
read_header (CasenessSubmission *submission, const CasenessMappedFolder *mapped, const char *name, GError **error)
{
  return read_table (submission, mapped, HEADER, name, error) && check_header_shape (submission, error)
         && caseness_judge_header (submission, error) && take_header_facts (submission, error);
}

/* National extracts */

static gboolean
has_column (char **headers, const char *name)
{
  for (guint i = 0; headers != NULL && headers[i] != NULL; i++)
    if (g_ascii_strcasecmp (headers[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* What an extract with these columns of its referrals is, in words; NULL for none. One made before the deadline has the columns
 * of a submission and is read as one. */
static const char *
describe_extract (char **headers)
{
  if (!has_column (headers, MARK_OF_EXTRACT))
    return NULL;
  if (has_column (headers, MARK_OF_COMMISSIONERS))
    return _("This is the national extract for commissioners: the rows are read as a submission, and what was worked out "
             "nationally is kept apart.");
  return _("This is the national extract made after the deadline for the provider: the rows are read as a submission, and "
           "what was worked out nationally is kept apart.");
}

static guint
find_table (const CasenessSubmission *submission, const char *name)
{
  guint i = 0;

  while (!g_str_equal (submission->tables[i].spec->name, name))
    i++;
  return i;
}

/* An extract is the submission with columns added to its tables. Those of a referral are kept apart, so that they can
 * be compared with what we work out ourselves. */
static gboolean
read_national_pathways (CasenessSubmission *submission, char **files, GError **error)
{
  const CasenessTableReadOptions options = { 0 };
  const char *name = files[find_table (submission, "IDS101Referral")];
  CasenessSubmissionTable *into = &submission->tables[find_table (submission, "NationalPathway")];
  g_autofree char *path = name == NULL ? NULL : g_build_filename (submission->folder, name, NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_auto(GStrv) headers = NULL;
  const char *words;

  if (name == NULL)
    return TRUE;
  bytes = caseness_file_bytes_read (path, error);
  if (bytes == NULL)
    return FALSE;
  headers = caseness_mapping_read_headers (bytes, name, NULL);
  words = describe_extract (headers);
  if (words == NULL)
    return TRUE;
  if (!caseness_table_read_with_options (bytes, name, into->spec, &options, into, submission->findings, error))
    return FALSE;
  g_ptr_array_add (into->notes, g_strdup (words));
  return TRUE;
}

static gboolean
read_all (CasenessSubmission *submission, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessMappedFolder) mapped
    = caseness_mapped_folder_open (submission->folder, submission->findings, error);
  g_autoptr(Files) files = mapped == NULL ? NULL : list_files (submission, mapped, error);

  if (files == NULL || !read_header (submission, mapped, files[HEADER], error))
    return FALSE;
  for (guint i = HEADER + 1; i < submission->n_tables; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!read_table (submission, mapped, i, files[i], error))
        return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error)
         && read_national_pathways (submission, files, error) && caseness_judge (submission, error);
}

CasenessSubmission *
caseness_submission_read (const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessSubmission) submission = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  submission = submission_new (folder);
  if (read_all (submission, cancellable, error))
    return g_steal_pointer (&submission);
  name = g_path_get_basename (folder);
  g_prefix_error (error, "%s: ", name);
  return NULL;
}
