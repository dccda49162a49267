/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-fuzz.h"
#include "caseness-mapping-guess.h"
#include "caseness-mapping-reader.h"

#include <string.h>

/* A mapping, the byte that ends it, and the CSV file it is for. */
#define END_OF_MAPPING 0x1E

/* What is written is read as the same. */
static void
check_round_trip (const CasenessMapping *mapping)
{
  g_autofree char *text = caseness_mapping_write (mapping);
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessMapping) again = caseness_mapping_parse (bytes, "fuzz", &error);
  g_autofree char *text_again = NULL;

  g_assert_no_error (error);
  text_again = caseness_mapping_write (again);
  g_assert_cmpstr (text, ==, text_again);
}

/* The preview counts the rows that the import then makes. */
static void
check_table (const CasenessMapping *mapping, const CasenessTableSpec *spec, const CasenessMappingPreview *preview,
             GBytes *bytes)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  CasenessSubmissionTable table = { NULL };
  guint n_rows = 0;

  for (guint i = 0; i < mapping->feeds->len; i++)
    if (((const CasenessMappingFeed *) mapping->feeds->pdata[i])->table == spec)
      n_rows += preview->n_rows[i];
  if (caseness_mapping_read_table (mapping, bytes, "fuzz.csv", spec, &table, findings, NULL))
    {
      g_assert_cmpuint (table.n_rows, ==, n_rows);
      g_assert_cmpuint (table.n_read, ==, n_rows + preview->n_ragged);
    }
  caseness_submission_table_clear (&table);
}

static void
use_mapping (const CasenessMapping *mapping, GBytes *bytes)
{
  g_autoptr(CasenessMappingPreview) preview = caseness_mapping_preview (mapping, bytes, "fuzz.csv", 3, NULL);

  for (guint i = 0; preview != NULL && i < mapping->feeds->len; i++)
    check_table (mapping, ((const CasenessMappingFeed *) mapping->feeds->pdata[i])->table, preview, bytes);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const guint8 *end = size == 0 ? NULL : memchr (data, END_OF_MAPPING, size);
  gsize length = end == NULL ? 0 : (gsize) (end - data);
  g_autoptr(GBytes) text = g_bytes_new_static (data, length);
  g_autoptr(GBytes) bytes = g_bytes_new_static (end == NULL ? data : end + 1, end == NULL ? size : size - length - 1);
  g_autoptr(CasenessMapping) mapping = caseness_mapping_parse (text, "fuzz", NULL);
  g_autoptr(CasenessMapping) guess = caseness_mapping_guess ("fuzz", "XA1", bytes, "fuzz.csv", NULL);

  if (mapping != NULL)
    {
      check_round_trip (mapping);
      use_mapping (mapping, bytes);
    }
  if (guess != NULL)
    {
      check_round_trip (guess);
      use_mapping (guess, bytes);
    }
  return 0;
}
