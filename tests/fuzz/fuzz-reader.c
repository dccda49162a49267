/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-fuzz.h"
#include "caseness-table-reader.h"

/* The first byte chooses the table, the second the size of the pieces; the rest is the file. */

static gboolean
read_in_pieces (GBytes *bytes, const CasenessTableSpec *spec, gsize chunk, CasenessSubmissionTable *table,
                GPtrArray *findings)
{
  g_autoptr(GError) error = NULL;
  gboolean is_read = caseness_table_read_bytes (bytes, "fuzz.csv", spec, chunk, table, findings, &error);

  g_assert_true (is_read == (error == NULL));
  return is_read;
}

static void
compare_tables (const CasenessSubmissionTable *a, const CasenessSubmissionTable *b)
{
  g_assert_cmpuint (a->n_read, ==, b->n_read);
  g_assert_cmpuint (a->n_rows, ==, b->n_rows);
  g_assert_cmpuint (a->n_rejected, ==, b->n_rejected);
  g_assert_cmpuint (a->n_rows, <=, a->n_read);
  g_assert_cmpuint (a->n_rejected, <=, a->n_read);
  for (gsize i = 0; i < (gsize) a->n_rows * a->n_columns; i++)
    {
      g_assert_cmpstr (a->cells[i], ==, b->cells[i]);
      g_assert_true (a->cells[i] == NULL || g_utf8_validate (a->cells[i], -1, NULL));
    }
  for (guint i = 1; i < a->n_rows; i++)
    g_assert_cmpuint (a->lines[i - 1], <, a->lines[i]);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  g_autoptr(GBytes) bytes = NULL;
  CasenessSubmissionTable whole = { NULL }, pieces = { NULL };

  if (size < 2)
    return 0;
  bytes = g_bytes_new_static (data + 2, size - 2);
  /* No piece changes the outcome. */
  if (read_in_pieces (bytes, &tables[data[0] % n_tables], 0, &whole, findings)
      == read_in_pieces (bytes, &tables[data[0] % n_tables], 1 + data[1] % 32, &pieces, others))
    {
      g_assert_cmpuint (findings->len, ==, others->len);
      compare_tables (&whole, &pieces);
    }
  else
    g_assert_not_reached ();
  caseness_submission_table_clear (&whole);
  caseness_submission_table_clear (&pieces);
  return 0;
}
