/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-import-plan.h"

#include "caseness-access.h"
#include "caseness-archive.h"
#include "caseness-data-error.h"
#include "caseness-file-bytes.h"
#include "caseness-mapping.h"
#include "caseness-publication.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* Months below providers below the folder that was given. An archive often holds that folder and not what is in it. */
#define MOST_LEVELS 2
#define LEVEL_OF_FOLDER 0
#define LEVEL_OF_ARCHIVE (-1)

/* A folder as the walk sees it. */
typedef struct
{
  char *path;
  char *shown;
  char *label;
  GPtrArray *names; /* (element-type utf8): sorted */
} Folder;

static void
item_free (CasenessImportItem *item)
{
  g_free (item->path);
  g_free (item->place);
  g_free (item->shown);
  g_free (item->label);
  g_clear_pointer (&item->findings, g_ptr_array_unref);
  g_free (item);
}

static void
folder_clear (Folder *folder)
{
  g_free (folder->path);
  g_free (folder->shown);
  g_free (folder->label);
  g_clear_pointer (&folder->names, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folder, folder_clear)

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const CasenessImportItem *const *first = a;
  const CasenessImportItem *const *second = b;

  return strcmp ((*first)->shown, (*second)->shown);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The table that a file called @name holds, or NULL when it is none of ours. */
static const CasenessTableSpec *
find_spec (const char *name)
{
  g_autofree char *stem = NULL;
  gsize length = strlen (name);

  if (length <= 4 || g_ascii_strcasecmp (name + length - 4, ".csv") != 0)
    return NULL;
  stem = g_strndup (name, length - 4);
  return caseness_spec_find_table (stem);
}

static guint64
measure_file (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (guint64) info.st_size : 0;
}

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

static gboolean
open_folder (Folder *folder, const char *path, const char *shown, const char *label, GError **error)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      refuse (error, shown, _ ("the folder cannot be read. Check that you may open it."));
      return FALSE;
    }
  folder->path = g_strdup (path);
  folder->shown = g_strdup (shown);
  folder->label = g_strdup (label);
  folder->names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.') /* hidden: never a submission, often a copy some other program left */
      g_ptr_array_add (folder->names, g_strdup (name));
  g_ptr_array_sort (folder->names, compare_names);
  return TRUE;
}

static char *
join_label (const char *label, const char *name)
{
  return label[0] != '\0' ? g_build_filename (label, name, NULL) : g_strdup (name);
}

/* Where a path leads when every link is followed, so that naming a thing twice is no fault. */
static char *
dup_place (const char *path)
{
  char *place = realpath (path, NULL);
  char *copy = g_strdup (place != NULL ? place : path); /* a link that leads nowhere: refused when it is read */

  free (place);
  return copy;
}

static CasenessImportItem *
add_item (GPtrArray *items, const char *path, const char *shown, const char *label, const CasenessTableSpec *list)
{
  CasenessImportItem *item = g_new0 (CasenessImportItem, 1);

  item->path = g_strdup (path);
  item->place = dup_place (path);
  item->shown = g_strdup (shown);
  item->label = g_strdup (label);
  item->list = list;
  g_ptr_array_add (items, item);
  return item;
}

static CasenessImportItem *
find_list (CasenessImportPlan *plan, const CasenessTableSpec *list)
{
  for (guint i = 0; i < plan->lists->len; i++)
    {
      CasenessImportItem *item = plan->lists->pdata[i];

      if (item->list == list)
        return item;
    }
  return NULL;
}

static gboolean
has_submission (CasenessImportPlan *plan, const char *path)
{
  g_autofree char *place = dup_place (path);

  for (guint i = 0; i < plan->submissions->len; i++)
    {
      const CasenessImportItem *item = plan->submissions->pdata[i];

      if (strcmp (item->place, place) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_list (CasenessImportPlan *plan, const char *path, const char *shown, const char *label,
          const CasenessTableSpec *list, GError **error)
{
  CasenessImportItem *other = find_list (plan, list);
  g_autofree char *place = dup_place (path);

  plan->n_found++;
  if (other == NULL)
    {
      add_item (plan->lists, path, shown, label, list)->bytes = measure_file (path);
      return TRUE;
    }
  if (strcmp (other->place, place) == 0)
    return TRUE;
  /* Translators: two file names, then the name of the list. */
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
               _ ("%s: there is a second copy, %s, and only one %s can be imported at a time. Take one of them away."),
               other->shown, shown, list->name);
  return FALSE;
}

static gboolean
add_lists (CasenessImportPlan *plan, const Folder *folder, GError **error)
{
  for (guint i = 0; i < folder->names->len; i++)
    {
      const char *name = folder->names->pdata[i];
      const CasenessTableSpec *spec = find_spec (name);
      g_autofree char *path = g_build_filename (folder->path, name, NULL);
      g_autofree char *shown = g_build_filename (folder->shown, name, NULL);

      if (spec != NULL && spec->is_list && !add_list (plan, path, shown, folder->label, spec, error))
        return FALSE;
    }
  return TRUE;
}

/* Any table of the data set makes a folder a submission, so that one without its header is refused and not missed; so
 * does a mapping, through which other CSV files beside it are read. */
static gboolean
is_submission (const Folder *folder)
{
  for (guint i = 0; i < folder->names->len; i++)
    {
      const CasenessTableSpec *spec = find_spec (folder->names->pdata[i]);

      if ((spec != NULL && !spec->is_list) || g_str_has_suffix (folder->names->pdata[i], CASENESS_MAPPING_SUFFIX))
        return TRUE;
    }
  return FALSE;
}

/* What is told with the first thing that is read out of an archive or a database. */
static void
take_findings (CasenessImportItem *item, GPtrArray *findings)
{
  if (item->findings == NULL)
    item->findings = findings;
  else
    g_ptr_array_extend_and_steal (item->findings, findings);
}

/* The same month exported is beside it: reading both would be reading it twice. */
static void
report_databases_beside (CasenessImportItem *item, const Folder *folder)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);

  for (guint i = 0; i < folder->names->len; i++)
    if (caseness_access_is_name (folder->names->pdata[i]))
      g_ptr_array_add (findings,
                       caseness_finding_new ("CASENESS-ACCESS-BESIDE", CASENESS_FINDING_WARNING, "",
                                             folder->names->pdata[i], 0, NULL, NULL,
                                             g_strdup (_ ("This database lies beside CSV tables, which were read "
                                                          "instead. Import it by itself if it is the one you meant."))));
  if (findings->len > 0)
    take_findings (item, g_steal_pointer (&findings));
}

static void
add_submission (CasenessImportPlan *plan, const Folder *folder)
{
  CasenessImportItem *item;

  plan->n_found++;
  if (has_submission (plan, folder->path))
    return;
  item = add_item (plan->submissions, folder->path, folder->shown, folder->label, NULL);
  for (guint i = 0; i < folder->names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder->path, folder->names->pdata[i], NULL);

      item->bytes += measure_file (path);
    }
  report_databases_beside (item, folder);
}

static gboolean
add_lists_above (CasenessImportPlan *plan, const Folder *folder, GError **error)
{
  g_autofree char *above = g_path_get_dirname (folder->path);
  g_auto(Folder) parent = { NULL };

  if (!open_folder (&parent, above, above, "", NULL))
    return TRUE; /* not given, so not being allowed to look there is no fault */
  return add_lists (plan, &parent, error);
}

static gboolean walk (CasenessImportPlan *plan, const char *path, const char *shown, const char *label, int level,
                      GError **error);
static gboolean walk_below (CasenessImportPlan *plan, const Folder *folder, int level, GError **error);

static CasenessImportItem *
find_first (CasenessImportPlan *plan, guint n_submissions, guint n_lists)
{
  if (plan->submissions->len > n_submissions)
    return plan->submissions->pdata[n_submissions];
  return plan->lists->len > n_lists ? plan->lists->pdata[n_lists] : NULL;
}

static GPtrArray *
report_left_out (const CasenessAccess *access, const char *label)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  g_autofree char *name = g_path_get_basename (label);

  for (guint i = 0; i < access->left_out->len; i++)
    g_ptr_array_add (findings,
                     caseness_finding_new ("CASENESS-ACCESS-TABLE", CASENESS_FINDING_WARNING, "", name, 0, NULL,
                                           access->left_out->pdata[i],
                                           g_strdup (_ ("This table of the database is none of the data set and was not "
                                                        "read."))));
  return findings;
}

/* A database is a folder of its tables. One without a table of ours may lie about for reasons of its own. */
static gboolean
add_database (CasenessImportPlan *plan, const char *path, const char *shown, const char *label, GError **error)
{
  g_autofree char *place = dup_place (path);
  guint n_submissions = plan->submissions->len;
  guint n_lists = plan->lists->len;
  CasenessAccess *access;
  CasenessImportItem *first;

  if (g_hash_table_contains (plan->databases, place))
    {
      plan->n_found++;
      return TRUE;
    }
  access = caseness_access_read (path, shown, plan->cancellable, error);
  if (access == NULL)
    return FALSE;
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
    take_findings (first, report_left_out (access, shown));
  return TRUE;
}

static gboolean
add_databases (CasenessImportPlan *plan, const Folder *folder, GError **error)
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
  g_auto(Folder) folder = { NULL };

  if (!open_folder (&folder, path, shown, label, error) || !add_lists (plan, &folder, error))
    return FALSE;
  if (is_submission (&folder))
    {
      add_submission (plan, &folder);
      return level != LEVEL_OF_FOLDER || add_lists_above (plan, &folder, error);
    }
  return add_databases (plan, &folder, error) && (level == MOST_LEVELS || walk_below (plan, &folder, level, error));
}

static gboolean
walk_below (CasenessImportPlan *plan, const Folder *folder, int level, GError **error)
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

  plan->n_found = 0;
  g_clear_pointer (&plan->database, g_free);
  if (!walk (plan, full_path, full_path, "", LEVEL_OF_FOLDER, error))
    return FALSE;
  if (plan->n_found > 0)
    return TRUE;
  if (plan->database != NULL)
    refuse_strange_database (plan->database, error);
  else
    refuse (error, path,
            _ ("there is no submission here. A submission is a folder that holds IDS000Header.csv and its sisters; it "
               "may be the folder you name or lie up to two folders below it."));
  return FALSE;
}

/* Archives inside an archive are told with the first thing that is read of it. */
static GPtrArray *
report_nested (const CasenessArchive *archive)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);

  for (guint i = 0; i < archive->nested->len; i++)
    g_ptr_array_add (findings,
                     caseness_finding_new ("CASENESS-ARCHIVE-NESTED", CASENESS_FINDING_WARNING, "",
                                           archive->nested->pdata[i], 0, NULL, NULL,
                                           g_strdup (_ ("This is an archive inside an archive and was not opened. "
                                                        "Import it by itself."))));
  return findings;
}

static void
refuse_empty_archive (const char *path, const CasenessArchive *archive, GError **error)
{
  if (archive->nested->len > 0)
    refuse (error, path,
            _ ("there is nothing to import in it but other archives. Unpack it and import those, one after the other."));
  else
    refuse (error, path,
            _ ("there is no submission in it. A submission is a folder that holds IDS000Header.csv and its sisters; it "
               "may lie up to three folders deep in the archive."));
}

static gboolean
walk_archive (CasenessImportPlan *plan, const char *path, const CasenessArchive *archive, GError **error)
{
  guint n_submissions = plan->submissions->len;
  guint n_lists = plan->lists->len;
  CasenessImportItem *first;

  g_clear_pointer (&plan->database, g_free);
  if (!walk (plan, archive->root, path, "", LEVEL_OF_ARCHIVE, error))
    return FALSE;
  first = find_first (plan, n_submissions, n_lists);
  if (first != NULL)
    take_findings (first, report_nested (archive));
  else if (plan->database != NULL)
    refuse_strange_database (plan->database, error);
  else
    refuse_empty_archive (path, archive, error);
  return first != NULL;
}

/* The same archive named twice is unpacked once. */
static gboolean
add_archive (CasenessImportPlan *plan, const char *path, GError **error)
{
  g_autofree char *place = dup_place (path);
  CasenessArchive *archive;

  if (g_hash_table_contains (plan->archives, place))
    return TRUE;
  archive = caseness_archive_unpack (path, plan->cancellable, error);
  if (archive == NULL)
    return FALSE;
  g_hash_table_insert (plan->archives, g_steal_pointer (&place), archive);
  return walk_archive (plan, path, archive, error);
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

static gboolean
add_publication (CasenessImportPlan *plan, const char *path)
{
  g_autofree char *place = dup_place (path);

  for (guint i = 0; i < plan->publications->len; i++)
    if (strcmp (((const CasenessImportItem *) plan->publications->pdata[i])->place, place) == 0)
      return TRUE;
  add_item (plan->publications, path, path, "", NULL)->bytes = measure_file (path);
  return TRUE;
}

static gboolean
add_named_database (CasenessImportPlan *plan, const char *path, GError **error)
{
  g_clear_pointer (&plan->database, g_free);
  if (!add_database (plan, path, path, "", error))
    return FALSE;
  if (plan->database != NULL)
    refuse_strange_database (path, error);
  return plan->database == NULL;
}

static gboolean
add_file (CasenessImportPlan *plan, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *full_path = g_canonicalize_filename (path, NULL);
  const CasenessTableSpec *spec = find_spec (name);

  if (spec != NULL && spec->is_list)
    return add_list (plan, full_path, full_path, "", spec, error);
  if (caseness_archive_is_name (name))
    return add_archive (plan, full_path, error);
  if (caseness_access_is_name (name))
    return add_named_database (plan, full_path, error);
  if (spec == NULL && is_publication (full_path, name))
    return add_publication (plan, full_path);
  if (spec != NULL)
    refuse (error, path, _ ("this is one table of a submission. Import the folder it lies in."));
  else
    refuse (error, path,
            _ ("this is neither a submission folder, nor an archive of one (.zip or .tar.gz), nor a Microsoft Access "
               "database of one (.mdb or .accdb), nor a local list, nor a file that NHS England publishes. A local list is a CSV file named after the list, such as LOCStaff.csv."));
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

  plan->submissions = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  plan->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  plan->publications = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  plan->archives
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) caseness_archive_free);
  plan->databases
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) caseness_access_free);
  plan->cancellable = cancellable;
  for (guint i = 0; paths[i] != NULL; i++)
    if (!add_path (plan, paths[i], error))
      return NULL;
  g_ptr_array_sort (plan->submissions, compare_items);
  g_ptr_array_sort (plan->lists, compare_items);
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
  g_free (plan->database);
  g_free (plan);
}
