/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cell.h"
#include "caseness-fuzz.h"
#include "caseness-table-reader.h"

#include <string.h>

/* The first byte chooses the list; the rest is its file. */

static const CasenessTableSpec *
choose_list (guint8 byte)
{
  guint n_tables, n_lists = 0;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    n_lists += tables[i].is_list ? 1 : 0;
  return &tables[n_tables - n_lists + byte % n_lists];
}

/* A row of a list that is kept has all it needs, and nothing that cannot be stored as what it is. */
static void
check_rows (const CasenessSubmissionTable *table)
{
  guint n_rejected = table->n_read - table->n_rows;

  for (guint row = 0; row < table->n_rows; row++)
    {
      n_rejected += table->is_rejected[row] ? 1 : 0;
      for (guint i = 0; i < table->n_columns && !table->is_rejected[row]; i++)
        {
          const char *rule = NULL;
          g_autofree char *fault
            = caseness_cell_judge (&table->spec->fields[i], table->cells[(gsize) row * table->n_columns + i], &rule);

          g_assert_cmpstr (fault, ==, NULL);
        }
    }
  g_assert_cmpuint (n_rejected, ==, table->n_rejected);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  CasenessSubmissionTable table = { NULL };

  if (size < 1)
    return 0;
  bytes = g_bytes_new_static (data + 1, size - 1);
  if (caseness_table_read_bytes (bytes, "fuzz.csv", choose_list (data[0]), 0, &table, findings, &error))
    check_rows (&table);
  else
    g_assert_nonnull (strstr (error->message, "fuzz.csv"));
  caseness_submission_table_clear (&table);
  return 0;
}
