/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-gathering.h"

#include "caseness-loader-private.h"
#include "caseness-snapshot-private.h"

#include <string.h>

/* Rows take half to two thirds of the bytes of their CSV, beside the months that are in memory while they are stored. */
#define MOST_BYTES (G_GUINT64_CONSTANT (128) * 1024 * 1024)

/* Beside larger months there is no room: the memory of each is wanted for the next. */
#define MOST_BYTES_A_MONTH (G_GUINT64_CONSTANT (16) * 1024 * 1024)

/* How the rows of a table are read without the statement that reads them. */
typedef struct
{
  CasenessRowColumns *columns;
  GArray *wanted; /* guint: column by column of the statement */
} Shape;

struct _CasenessGathering
{
  CasenessLoader loader;
  GArray *months; /* gint64: submission_id */
  GPtrArray *shapes;  /* (nullable) (element-type Shape): by table of the loader */
  guint64 n_bytes;
  char *provider; /* (nullable): of the last month */
  CasenessDate period_end;
  gboolean is_full; /* nothing more is gathered */

  GThread *thread; /* (nullable): of the month that is being gathered */
  const CasenessSubmission *submission;
  const CasenessRowFacts *facts;
};

static void
shape_free (Shape *shape)
{
  caseness_row_columns_free (shape->columns);
  g_array_unref (shape->wanted);
  g_free (shape);
}

static guint
find_column (const CasenessRowColumns *columns, const char *name)
{
  guint n = caseness_row_columns_get_count (columns), i;

  for (i = 0; i < n && strcmp (caseness_row_columns_get_name (columns, i), name) != 0; i++)
    ;
  return i;
}

/* NULL when the statement asks for something else than columns. */
static Shape *
shape_new (CasenessStore *store, const CasenessLoaderTable *table)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, table->statement, NULL);
  Shape *shape;
  guint n, i;

  if (statement == NULL)
    return NULL;
  shape = g_new0 (Shape, 1);
  shape->columns = caseness_row_columns_new (caseness_spec_find_table (table->table));
  shape->wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  n = caseness_statement_get_n_columns (statement);
  g_assert (n <= CASENESS_LOADER_MOST_COLUMNS);
  for (i = 0; i < n; i++)
    {
      guint column = find_column (shape->columns, caseness_statement_get_name (statement, (int) i));

      g_array_append_val (shape->wanted, column);
      if (column < caseness_row_columns_get_count (shape->columns))
        continue;
      shape_free (shape);
      return NULL;
    }
  return shape;
}

static gboolean
learn_shapes (CasenessGathering *gathering, CasenessStore *store)
{
  guint n, i;
  const CasenessLoaderTable *tables = caseness_loader_get_tables (&n);

  if (gathering->shapes != NULL)
    return TRUE;
  gathering->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) shape_free);
  for (i = 0; i < n; i++)
    {
      Shape *shape = shape_new (store, &tables[i]);

      if (shape == NULL)
        return FALSE;
      g_ptr_array_add (gathering->shapes, shape);
    }
  return TRUE;
}

typedef struct
{
  guint row;
  CasenessDate date;
} Dated;

/* No date sorts before all dates, as in the store. */
static int
compare_dated (gconstpointer a, gconstpointer b)
{
  const Dated *first = a, *second = b;

  if (first->date != second->date)
    return first->date == CASENESS_DATE_NONE || (second->date != CASENESS_DATE_NONE && first->date < second->date) ? -1
                                                                                                                  : 1;
  return first->row < second->row ? -1 : first->row > second->row;
}

/* The kept rows in the order in which the statement of @table has them. */
static GArray *
list_kept (const CasenessSubmissionTable *sent, const char *order)
{
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (Dated), sent->n_rows);
  int column = order != NULL ? caseness_spec_find_field (sent->spec, order) : -1;
  guint i;

  for (i = 0; i < sent->n_rows; i++)
    {
      Dated dated = { i, CASENESS_DATE_NONE };

      if (sent->is_rejected[i])
        continue;
      if (column >= 0)
        dated.date = caseness_date_parse (sent->cells[(gsize) i * sent->n_columns + (guint) column]);
      g_array_append_val (kept, dated);
    }
  if (column >= 0)
    g_array_sort (kept, compare_dated);
  return kept;
}

static const CasenessSubmissionTable *
find_sent (const CasenessSubmission *submission, const char *name)
{
  guint i = 0;

  while (strcmp (submission->tables[i].spec->name, name) != 0)
    i++;
  return &submission->tables[i];
}

static void
gather_table (CasenessGathering *gathering, const CasenessLoaderTable *table, const Shape *shape)
{
  const CasenessSubmissionTable *sent = find_sent (gathering->submission, table->table);
  CasenessLoaderRow row = {
    .columns = shape->columns,
    .wanted = (const guint *) (gconstpointer) shape->wanted->data,
    .facts = gathering->facts,
  };
  g_autoptr(GArray) kept = list_kept (sent, table->order);
  guint i;

  for (i = 0; i < kept->len; i++)
    {
      row.cells = (const char *const *) sent->cells + (gsize) g_array_index (kept, Dated, i).row * sent->n_columns;
      table->read (&gathering->loader, &row);
    }
}

static gpointer
gather_in_thread (gpointer data)
{
  CasenessGathering *gathering = data;
  const CasenessSubmission *submission = gathering->submission;
  guint n, i;
  const CasenessLoaderTable *tables = caseness_loader_get_tables (&n);

  caseness_loader_start_month (&gathering->loader, submission->provider, submission->period_start,
                               submission->period_end);
  for (i = 0; i < n; i++)
    gather_table (gathering, &tables[i], gathering->shapes->pdata[i]);
  return NULL;
}

static guint64
count_bytes (const CasenessSubmission *submission)
{
  guint64 n_bytes = 0;
  guint i;

  for (i = 0; i < submission->n_tables; i++)
    n_bytes += submission->tables[i].bytes;
  return n_bytes;
}

/* Months that come out of order cannot be laid over each other as they come. */
static gboolean
can_follow (const CasenessGathering *gathering, const CasenessSubmission *submission)
{
  int order = g_strcmp0 (gathering->provider, submission->provider);

  return order < 0 || (order == 0 && gathering->period_end < submission->period_end);
}

static void
begin (CasenessStore *store, const CasenessSubmission *submission, gint64 submission_id, const CasenessRowFacts *facts,
       gpointer data)
{
  CasenessGathering *gathering = data;

  guint64 n_bytes = count_bytes (submission);

  gathering->n_bytes += n_bytes;
  gathering->is_full = gathering->is_full || n_bytes > MOST_BYTES_A_MONTH || gathering->n_bytes > MOST_BYTES
                       || !can_follow (gathering, submission) || !learn_shapes (gathering, store);
  if (gathering->is_full)
    return;
  g_free (gathering->provider);
  gathering->provider = g_strdup (submission->provider);
  gathering->period_end = submission->period_end;
  gathering->submission = submission;
  gathering->facts = facts;
  g_array_append_val (gathering->months, submission_id);
  gathering->thread = g_thread_new ("gathering", gather_in_thread, gathering);
}

static void
end (gpointer data)
{
  CasenessGathering *gathering = data;

  if (gathering->thread != NULL)
    g_thread_join (g_steal_pointer (&gathering->thread));
}

static const CasenessImportListener listener = { begin, end };

CasenessGathering *
caseness_gathering_new (void)
{
  CasenessGathering *gathering = g_new0 (CasenessGathering, 1);
  CasenessSwitches switches;

  caseness_switches_init (&switches);
  caseness_loader_init (&gathering->loader, &switches);
  gathering->months = g_array_new (FALSE, FALSE, sizeof (gint64));
  return gathering;
}

void
caseness_gathering_free (CasenessGathering *gathering)
{
  if (gathering == NULL)
    return;
  g_assert (gathering->thread == NULL);
  caseness_loader_clear (&gathering->loader);
  g_array_unref (gathering->months);
  g_clear_pointer (&gathering->shapes, g_ptr_array_unref);
  g_free (gathering->provider);
  g_free (gathering);
}

void
caseness_gathering_listen (CasenessGathering *gathering, CasenessImportOptions *options)
{
  g_return_if_fail (gathering != NULL && options != NULL);
  options->listener = &listener;
  options->listener_data = gathering;
}

guint
caseness_gathering_get_n_months (const CasenessGathering *gathering)
{
  g_return_val_if_fail (gathering != NULL, 0);
  return gathering->months->len;
}

/* Whether the first months that count are those that were gathered. */
static gboolean
stands (const CasenessGathering *gathering, CasenessStore *store)
{
  g_autoptr(CasenessStatement) months = caseness_store_prepare (store, "select-submissions", NULL);
  guint i;

  for (i = 0; months != NULL && i < gathering->months->len; i++)
    if (caseness_statement_step (months, NULL, NULL) != CASENESS_STEP_ROW
        || caseness_statement_get_int (months, 0) != g_array_index (gathering->months, gint64, i))
      return FALSE;
  return months != NULL && gathering->months->len > 0;
}

CasenessSnapshot *
caseness_gathering_load (CasenessGathering *gathering, CasenessStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessGathering) owned = gathering;
  g_autoptr(CasenessRecords) records = NULL;

  g_return_val_if_fail (gathering != NULL && store != NULL, NULL);
  if (stands (gathering, store))
    {
      records = caseness_loader_read_rest (&gathering->loader, store, gathering->months->len, cancellable, error);
      if (records == NULL)
        return NULL;
    }
  g_clear_pointer (&owned, caseness_gathering_free);
  return caseness_snapshot_load_from (store, g_steal_pointer (&records), cancellable, error);
}
