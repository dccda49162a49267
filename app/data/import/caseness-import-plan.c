/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import-plan.h"

#include "caseness-access.h"
#include "caseness-archive.h"
#include "caseness-data-error.h"
#include "caseness-file-bytes.h"
#include "caseness-mapped-folder.h"
#include "caseness-mapping.h"
#include "caseness-plan-findings.h"
#include "caseness-plan-folder.h"
#include "caseness-stranger.h"
#include "caseness-publication.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* Months below providers below the folder that was given. An archive often holds that folder and not what is in it. */
#define MOST_LEVELS 2
#define LEVEL_OF_FOLDER 0
#define LEVEL_OF_ARCHIVE (-1)

static void
refuse (GError **error, const char *path, const char *sentence)
{
  g_autofree char *name = g_filename_display_name (path);

  /* Translators: a file name, then a sentence about it. */
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, _ ("%s: %s"), name, sentence);
}

static void
refuse_strange_database (const char *path, GError **error)
{
  refuse (error, path,
          _ ("this Microsoft Access database holds no table of the data set. They are named like IDS101Referral; import "
             "the database that was submitted, or the CSV files."));
}

static char *
join_label (const char *label, const char *name)
{
  return label[0] != '\0' ? g_build_filename (label, name, NULL) : g_strdup (name);
}

static gboolean
add_list (CasenessImportPlan *plan, const char *path, const char *shown, const char *label,
          const CasenessTableSpec *list, GError **error)
{
  CasenessImportItem *other = caseness_import_items_find_list (plan->lists, list);
  g_autofree char *place = caseness_import_item_dup_place (path);

  plan->n_found++;
  if (other == NULL)
    {
      caseness_import_item_measure (caseness_import_items_add (plan->lists, path, shown, label, list), path);
      return TRUE;
    }
  if (g_str_equal (other->place, place))
    return TRUE;
  /* Translators: two file names, then the name of the list. */
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
               _ ("%s: there is a second copy, %s, and only one %s can be imported at a time. Take one of them away."),
               other->shown, shown, list->name);
  return FALSE;
}

static gboolean
add_lists (CasenessImportPlan *plan, const CasenessPlanFolder *folder, GError **error)
{
  for (guint i = 0; i < folder->names->len; i++)
    {
      const char *name = folder->names->pdata[i];
      const CasenessTableSpec *spec = caseness_plan_folder_find_spec (name);
      g_autofree char *path = g_build_filename (folder->path, name, NULL);
      g_autofree char *shown = g_build_filename (folder->shown, name, NULL);

      if (spec != NULL && spec->is_list && !add_list (plan, path, shown, folder->label, spec, error))
        return FALSE;
    }
  return TRUE;
}

/* Lists that a mapping in the folder gives. A submission in the same folder tells itself of files that no mapping fits. */
static gboolean
add_mapped_lists (CasenessImportPlan *plan, const CasenessPlanFolder *folder, GError **error)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  g_autoptr(CasenessMappedFolder) mapped = NULL;
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  if (!folder->maps_lists)
    return TRUE;
  mapped = caseness_mapped_folder_open (folder->path, findings, error);
  if (mapped == NULL)
    {
      g_autofree char *name = g_filename_display_basename (folder->shown);

      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  for (guint i = 0; i < n_tables; i++)
    {
      const char *file = tables[i].is_list ? caseness_mapped_folder_find (mapped, &tables[i]) : NULL;
      g_autofree char *path = file != NULL ? g_build_filename (folder->path, file, NULL) : NULL;
      g_autofree char *shown = file != NULL ? g_build_filename (folder->shown, file, NULL) : NULL;
      CasenessImportItem *item;

      if (file == NULL)
        continue;
      if (!add_list (plan, path, shown, folder->label, &tables[i], error))
        return FALSE;
      item = caseness_import_items_find_list (plan->lists, &tables[i]);
      item->is_mapped = TRUE;
      if (findings->len > 0 && !caseness_plan_folder_is_submission (folder))
        caseness_import_item_take_findings (item, g_steal_pointer (&findings));
      if (findings == NULL)
        findings = g_ptr_array_new ();
    }
  return TRUE;
}

static void
add_submission (CasenessImportPlan *plan, const CasenessPlanFolder *folder)
{
  CasenessImportItem *item;

  plan->n_found++;
  if (caseness_import_items_find (plan->submissions, folder->path) != NULL)
    return;
  item = caseness_import_items_add (plan->submissions, folder->path, folder->shown, folder->label, NULL);
  for (guint i = 0; i < folder->names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder->path, folder->names->pdata[i], NULL);

      caseness_import_item_measure (item, path);
    }
  caseness_import_item_take_findings (item, caseness_plan_findings_beside (folder->names));
}

static gboolean
add_lists_above (CasenessImportPlan *plan, const CasenessPlanFolder *folder, GError **error)
{
  g_autofree char *above = g_path_get_dirname (folder->path);
  g_auto(CasenessPlanFolder) parent = { NULL };

  if (!caseness_plan_folder_open (&parent, above, above, ""))
    return TRUE; /* not given, so not being allowed to look there is no fault */
  return add_lists (plan, &parent, error);
}

static gboolean walk (CasenessImportPlan *plan, const char *path, const char *shown, const char *label, int level,
                      GError **error);
static gboolean walk_below (CasenessImportPlan *plan, const CasenessPlanFolder *folder, int level, GError **error);

static CasenessImportItem *
find_first (CasenessImportPlan *plan, guint n_submissions, guint n_lists)
{
  if (plan->submissions->len > n_submissions)
    return plan->submissions->pdata[n_submissions];
  return plan->lists->len > n_lists ? plan->lists->pdata[n_lists] : NULL;
}

/* What is looked for below one path of its own. */
static void
start_path (CasenessImportPlan *plan)
{
  plan->n_found = 0;
  g_clear_pointer (&plan->database, g_free);
  g_clear_error (&plan->unread);
}

/* Without a reader the months beside a database still load, and the receipt tells of it. */
static gboolean
leave_unread (CasenessImportPlan *plan, const char *shown, GError *fault, GError **error)
{
  g_autofree char *name = NULL;

  if (!g_error_matches (fault, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_NO_READER))
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  name = g_filename_display_name (shown);
  /* Translators: a file name. */
  g_ptr_array_add (plan->notes,
                   g_strdup_printf (_ ("%s: this Microsoft Access database was left out, because mdbtools, which reads "
                                       "them, is not installed here. Ask for it to be installed, then import the "
                                       "database by itself."),
                                    name));
  g_clear_error (&plan->unread);
  plan->unread = fault;
  return TRUE;
}

/* When nothing else lies below the path. */
static void
refuse_database (CasenessImportPlan *plan, GError **error)
{
  if (plan->unread != NULL)
    g_set_error_literal (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, plan->unread->message);
  else
    refuse_strange_database (plan->database, error);
}

/* A database is a folder of its tables. One without a table of ours may lie about for reasons of its own. */
static gboolean
add_database (CasenessImportPlan *plan, const char *path, const char *shown, const char *label, GError **error)
{
  GError *fault = NULL;
  g_autofree char *place = caseness_import_item_dup_place (path);
  guint n_submissions = plan->submissions->len;
  guint n_lists = plan->lists->len;
  CasenessAccess *access;
  CasenessImportItem *first;

  if (g_hash_table_contains (plan->databases, place))
    {
      plan->n_found++;
      return TRUE;
    }
  access = caseness_access_read (path, shown, plan->cancellable, &fault);
  if (access == NULL)
    return leave_unread (plan, shown, fault, error);
  g_hash_table_insert (plan->databases, g_steal_pointer (&place), access);
  if (access->n_tables == 0)
    {
      g_free (plan->database);
      plan->database = g_strdup (shown);
      return TRUE;
    }
  if (!walk (plan, access->root, shown, label, MOST_LEVELS, error))
    return FALSE;
  first = find_first (plan, n_submissions, n_lists);
  if (first != NULL)
    caseness_import_item_take_findings (first, caseness_plan_findings_left_out (access, shown));
  return TRUE;
}

static gboolean
add_databases (CasenessImportPlan *plan, const CasenessPlanFolder *folder, GError **error)
{
  for (guint i = 0; i < folder->names->len; i++)
    {
      const char *name = folder->names->pdata[i];
      g_autofree char *path = g_build_filename (folder->path, name, NULL);
      g_autofree char *shown = g_build_filename (folder->shown, name, NULL);
      g_autofree char *label = join_label (folder->label, name);

      if (caseness_access_is_name (name) && !add_database (plan, path, shown, label, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
walk (CasenessImportPlan *plan, const char *path, const char *shown, const char *label, int level, GError **error)
{
  g_auto(CasenessPlanFolder) folder = { NULL };

  if (!caseness_plan_folder_open (&folder, path, shown, label))
    {
      refuse (error, shown, _ ("the folder cannot be read. Check that you may open it."));
      return FALSE;
    }
  if (!add_lists (plan, &folder, error) || !add_mapped_lists (plan, &folder, error))
    return FALSE;
  if (caseness_plan_folder_is_submission (&folder))
    {
      add_submission (plan, &folder);
      return level != LEVEL_OF_FOLDER || add_lists_above (plan, &folder, error);
    }
  return add_databases (plan, &folder, error) && (level == MOST_LEVELS || walk_below (plan, &folder, level, error));
}

static gboolean
walk_below (CasenessImportPlan *plan, const CasenessPlanFolder *folder, int level, GError **error)
{
  for (guint i = 0; i < folder->names->len; i++)
    {
      const char *name = folder->names->pdata[i];
      g_autofree char *path = g_build_filename (folder->path, name, NULL);
      g_autofree char *shown = g_build_filename (folder->shown, name, NULL);
      g_autofree char *label = join_label (folder->label, name);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !walk (plan, path, shown, label, level + 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_folder (CasenessImportPlan *plan, const char *path, GError **error)
{
  g_autofree char *full_path = g_canonicalize_filename (path, NULL);

  start_path (plan);
  if (!walk (plan, full_path, full_path, "", LEVEL_OF_FOLDER, error))
    return FALSE;
  if (plan->n_found > 0)
    return TRUE;
  if (plan->database != NULL || plan->unread != NULL)
    refuse_database (plan, error);
  else
    refuse (error, path,
            _ ("there is no submission here. A submission is a folder that holds IDS000Header.csv and its sisters; it "
               "may be the folder you name or lie up to two folders below it."));
  return FALSE;
}

static void
refuse_empty_archive (const char *path, const CasenessArchive *archive, GError **error)
{
  if (archive->nested->len > 0)
    refuse (error, path,
            _ ("there is nothing to import in it but other archives. Unpack it and import those, one after the other."));
  else
    refuse (error, path,
            _ ("there is no submission in it, nor a file that NHS England publishes. A submission is a folder that holds "
               "IDS000Header.csv and its sisters; it may lie up to three folders deep in the archive."));
}

/* Published files go by any name, so their columns tell. */
static gboolean
is_publication (const char *path, const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autoptr(GBytes) bytes = g_str_has_suffix (lower, ".csv") ? caseness_file_bytes_read (path, NULL) : NULL;
  g_auto(GStrv) headers = bytes != NULL ? caseness_mapping_read_headers (bytes, name, NULL) : NULL;

  return headers != NULL && caseness_publication_is_one ((const char *const *) headers);
}

static void
add_publication (CasenessImportPlan *plan, const char *path, const char *shown)
{
  if (caseness_import_items_find (plan->publications, path) == NULL)
    caseness_import_item_measure (caseness_import_items_add (plan->publications, path, shown, "", NULL), path);
}

/* Those in an archive, at any depth that a submission may lie at. */
static void
add_publications_below (CasenessImportPlan *plan, const char *path, const char *shown, int level)
{
  g_auto(CasenessPlanFolder) folder = { NULL };

  if (level > MOST_LEVELS || !caseness_plan_folder_open (&folder, path, shown, ""))
    return;
  for (guint i = 0; i < folder.names->len; i++)
    {
      const char *name = folder.names->pdata[i];
      g_autofree char *below = g_build_filename (path, name, NULL);
      g_autofree char *shown_below = g_build_filename (shown, name, NULL);

      if (g_file_test (below, G_FILE_TEST_IS_DIR))
        add_publications_below (plan, below, shown_below, level + 1);
      else if (is_publication (below, name))
        add_publication (plan, below, shown_below);
    }
}

static gboolean
walk_archive (CasenessImportPlan *plan, const char *path, const CasenessArchive *archive, GError **error)
{
  guint n_submissions = plan->submissions->len;
  guint n_lists = plan->lists->len;
  guint n_publications = plan->publications->len;
  CasenessImportItem *first;

  start_path (plan);
  if (!walk (plan, archive->root, path, "", LEVEL_OF_ARCHIVE, error))
    return FALSE;
  first = find_first (plan, n_submissions, n_lists);
  if (first == NULL)
    add_publications_below (plan, archive->root, path, LEVEL_OF_ARCHIVE);
  if (plan->publications->len > n_publications)
    first = plan->publications->pdata[n_publications];
  if (first != NULL)
    caseness_import_item_take_findings (first, caseness_plan_findings_nested (archive));
  else if (plan->database != NULL || plan->unread != NULL)
    refuse_database (plan, error);
  else
    refuse_empty_archive (path, archive, error);
  return first != NULL;
}

/* The same archive named twice is unpacked once. */
static gboolean
add_archive (CasenessImportPlan *plan, const char *path, GError **error)
{
  g_autofree char *place = caseness_import_item_dup_place (path);
  CasenessArchive *archive;

  if (g_hash_table_contains (plan->archives, place))
    return TRUE;
  archive = caseness_archive_unpack (path, plan->cancellable, error);
  if (archive == NULL)
    return FALSE;
  g_hash_table_insert (plan->archives, g_steal_pointer (&place), archive);
  return walk_archive (plan, path, archive, error);
}

static gboolean
add_named_database (CasenessImportPlan *plan, const char *path, GError **error)
{
  start_path (plan);
  if (!add_database (plan, path, path, "", error))
    return FALSE;
  if (plan->database == NULL && plan->unread == NULL)
    return TRUE;
  refuse_database (plan, error);
  return FALSE;
}

static gboolean
add_file (CasenessImportPlan *plan, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *full_path = g_canonicalize_filename (path, NULL);
  const CasenessTableSpec *spec = caseness_plan_folder_find_spec (name);

  if (spec != NULL && spec->is_list)
    return add_list (plan, full_path, full_path, "", spec, error);
  if (caseness_archive_is_name (name))
    return add_archive (plan, full_path, error);
  if (caseness_access_is_name (name))
    return add_named_database (plan, full_path, error);
  if (spec == NULL && is_publication (full_path, name))
    {
      add_publication (plan, full_path, full_path);
      return TRUE;
    }
  if (spec != NULL)
    refuse (error, path, _ ("this is one table of a submission. Import the folder it lies in."));
  else
    refuse (error, path, caseness_stranger_describe (name));
  return FALSE;
}

static gboolean
add_path (CasenessImportPlan *plan, const char *path, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      refuse (error, path, _ ("there is no such file or folder, or it cannot be reached. Check its name."));
      return FALSE;
    }
  if (S_ISDIR (info.st_mode))
    return add_folder (plan, path, error);
  if (S_ISREG (info.st_mode))
    return add_file (plan, path, error);
  refuse (error, path,
          _ ("this is neither a file nor a folder. Import a submission folder, an archive of it, or a local list."));
  return FALSE;
}

CasenessImportPlan *
caseness_import_plan_new (const char *const *paths, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessImportPlan) plan = g_new0 (CasenessImportPlan, 1);

  plan->submissions = caseness_import_items_new ();
  plan->lists = caseness_import_items_new ();
  plan->publications = caseness_import_items_new ();
  plan->notes = g_ptr_array_new_with_free_func (g_free);
  plan->archives
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) caseness_archive_free);
  plan->databases
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) caseness_access_free);
  plan->cancellable = cancellable;
  for (guint i = 0; paths[i] != NULL; i++)
    if (!add_path (plan, paths[i], error))
      return NULL;
  caseness_import_items_sort (plan->submissions);
  caseness_import_items_sort (plan->lists);
  return g_steal_pointer (&plan);
}

void
caseness_import_plan_free (CasenessImportPlan *plan)
{
  g_clear_pointer (&plan->submissions, g_ptr_array_unref);
  g_clear_pointer (&plan->lists, g_ptr_array_unref);
  g_clear_pointer (&plan->publications, g_ptr_array_unref);
  g_clear_pointer (&plan->databases, g_hash_table_unref);
  g_clear_pointer (&plan->archives, g_hash_table_unref);
  g_clear_pointer (&plan->notes, g_ptr_array_unref);
  g_clear_error (&plan->unread);
  g_free (plan->database);
  g_free (plan);
}

CasenessImportPlan *
caseness_import_plan_new_of (const char *path, GCancellable *cancellable, GError **error)
{
  const char *const paths[] = { path, NULL };

  g_return_val_if_fail (path != NULL, NULL);

  return caseness_import_plan_new (paths, cancellable, error);
}

CasenessSubmission *
caseness_import_plan_read_submission (CasenessImportPlan *plan, const char *path, GCancellable *cancellable,
                                      GError **error)
{
  g_return_val_if_fail (plan != NULL && path != NULL, NULL);

  if (plan->submissions->len == 1)
    return caseness_submission_read (((const CasenessImportItem *) plan->submissions->pdata[0])->path, cancellable, error);
  refuse (error, path,
          plan->submissions->len > 1
            ? _ ("there is more than one month in it. Compare one month at a time.")
            : _ ("there is no submission or extract in it. One is a folder that holds IDS000Header.csv and its sisters, an "
                 "archive of it, or its database."));
  return NULL;
}

gboolean
caseness_import_plan_is_published (const CasenessImportPlan *plan)
{
  g_return_val_if_fail (plan != NULL, FALSE);

  return plan->publications->len > 0 && plan->submissions->len == 0;
}
