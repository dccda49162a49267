/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-derived.h"

#include "caseness-store-private.h"

#include <string.h>

/* SQLite keeps at most a thousand million bytes in one cell, and copies each. */
#define PIECE (16 * 1024 * 1024)

/* More than the country's figures take; a number that says more is damaged. */
#define MAX_BYTES (G_GUINT64_CONSTANT (1) << 34)

char *
caseness_derived_dup_basis (CasenessStore *store, const char *method, GError **error)
{
  g_autoptr(CasenessStatement) row = NULL;
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  CasenessStep step;

  g_return_val_if_fail (store != NULL && method != NULL, NULL);
  row = caseness_store_prepare (store, "select-derived-basis", error);
  if (row == NULL)
    return NULL;
  g_checksum_update (checksum, (const guchar *) method, -1);
  while ((step = caseness_statement_step (row, NULL, error)) == CASENESS_STEP_ROW)
    {
      g_autofree char *line
        = g_strdup_printf ("\n%s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, caseness_statement_get_text (row, 0),
                           caseness_statement_get_text (row, 1), caseness_statement_get_int (row, 2),
                           caseness_statement_get_int (row, 3));

      g_checksum_update (checksum, (const guchar *) line, -1);
    }
  return step == CASENESS_STEP_DONE ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

static guint64
mix (guint64 sum, guint64 word)
{
  sum = (sum ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return sum ^ sum >> 29;
}

/* Finds damage, not forgery: who can write the file can write the rows as well. In four lanes, because it is done over
 * all bytes at every opening. */
typedef struct
{
  guint64 lanes[4];
  guint64 n_bytes;
  guint64 tail;
} Sum;

#define SUM_NOTHING { { 1, 2, 3, 4 }, 0, 0 }

/* @n_bytes is a multiple of what the lanes take, but for what is added last. */
static void
sum_add (Sum *sum, const guint8 *bytes, gsize n_bytes)
{
  gsize i;
  guint k;

  for (i = 0; i + sizeof sum->lanes <= n_bytes; i += sizeof sum->lanes)
    for (k = 0; k < G_N_ELEMENTS (sum->lanes); k++)
      {
        guint64 word;

        memcpy (&word, bytes + i + k * sizeof word, sizeof word);
        sum->lanes[k] = mix (sum->lanes[k], GUINT64_FROM_LE (word));
      }
  for (; i < n_bytes; i++)
    sum->tail = mix (sum->tail, bytes[i]);
  sum->n_bytes += n_bytes;
}

static gint64
sum_end (const Sum *sum)
{
  guint64 all = mix (sum->tail, sum->n_bytes);
  guint k;

  for (k = 0; k < G_N_ELEMENTS (sum->lanes); k++)
    all = mix (all, sum->lanes[k]);
  return (gint64) all;
}

static gint64
sum_bytes (const guint8 *bytes, gsize n_bytes)
{
  Sum sum = SUM_NOTHING;

  sum_add (&sum, bytes, n_bytes);
  return sum_end (&sum);
}

static gboolean
find_kept (CasenessStore *store, const char *basis, gsize *n_bytes, gint64 *checksum)
{
  g_autoptr(CasenessStatement) row = caseness_store_prepare (store, "select-derived", NULL);
  gint64 n;

  if (row == NULL)
    return FALSE;
  caseness_statement_bind_text (row, ":basis", basis);
  if (caseness_statement_step (row, NULL, NULL) != CASENESS_STEP_ROW)
    return FALSE;
  n = caseness_statement_get_int (row, 0);
  *checksum = caseness_statement_get_int (row, 1);
  if (n <= 0 || (guint64) n > MAX_BYTES)
    return FALSE;
  *n_bytes = (gsize) n;
  return TRUE;
}

/* Puts the pieces together; FALSE when they are not @n_bytes in all. */
static gboolean
read_pieces (CasenessStore *store, guint8 *bytes, gsize n_bytes)
{
  g_autoptr(CasenessStatement) row = caseness_store_prepare (store, "select-derived-pieces", NULL);
  CasenessStep step;
  gsize n_read = 0;

  if (row == NULL)
    return FALSE;
  while ((step = caseness_statement_step (row, NULL, NULL)) == CASENESS_STEP_ROW)
    {
      gsize n;
      const guint8 *piece = caseness_statement_get_bytes (row, 0, &n);

      if (n > n_bytes - n_read)
        return FALSE;
      if (n > 0)
        memcpy (bytes + n_read, piece, n);
      n_read += n;
    }
  return step == CASENESS_STEP_DONE && n_read == n_bytes;
}

guint8 *
caseness_derived_read (CasenessStore *store, const char *basis, gsize *n_bytes)
{
  g_autofree guint8 *bytes = NULL;
  gint64 checksum;

  g_return_val_if_fail (store != NULL && basis != NULL && n_bytes != NULL, NULL);
  if (!find_kept (store, basis, n_bytes, &checksum))
    return NULL;
  bytes = g_try_malloc (*n_bytes);
  if (bytes == NULL || !read_pieces (store, bytes, *n_bytes) || sum_bytes (bytes, *n_bytes) != checksum)
    return NULL;
  return g_steal_pointer (&bytes);
}

static gboolean
run (CasenessStore *store, const char *name, GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, name, error);

  return statement != NULL && caseness_statement_run (statement, NULL, error);
}

struct _CasenessDerivedWriter
{
  CasenessStore *store;
  char *basis;
  CasenessStatement *pieces;
  gint64 position; /* of the next piece */
  Sum sum;
};

CasenessDerivedWriter *
caseness_derived_writer_new (CasenessStore *store, const char *basis, GError **error)
{
  g_autoptr(CasenessStatement) pieces = NULL;
  CasenessDerivedWriter *writer;

  g_return_val_if_fail (store != NULL && basis != NULL, NULL);
  if (!caseness_store_begin (store, error))
    return NULL;
  if (run (store, "delete-derived", error) && run (store, "delete-derived-pieces", error))
    pieces = caseness_store_prepare (store, "insert-derived-piece", error);
  if (pieces == NULL)
    {
      caseness_store_rollback (store);
      return NULL;
    }
  writer = g_new (CasenessDerivedWriter, 1);
  *writer = (CasenessDerivedWriter){ store, g_strdup (basis), g_steal_pointer (&pieces), 0, SUM_NOTHING };
  return writer;
}

static gboolean
insert_piece (CasenessDerivedWriter *writer, const guint8 *bytes, gsize n_bytes, GError **error)
{
  sum_add (&writer->sum, bytes, n_bytes);
  caseness_statement_bind_int (writer->pieces, ":position", writer->position++);
  caseness_statement_bind_bytes (writer->pieces, ":bytes", bytes, n_bytes);
  return caseness_statement_run (writer->pieces, NULL, error);
}

gboolean
caseness_derived_writer_take (CasenessDerivedWriter *writer, GByteArray *bytes, GError **error)
{
  guint from;

  g_return_val_if_fail (writer != NULL && bytes != NULL, FALSE);
  for (from = 0; bytes->len - from >= PIECE; from += PIECE)
    if (!insert_piece (writer, bytes->data + from, PIECE, error))
      return FALSE;
  if (from > 0)
    g_byte_array_remove_range (bytes, 0, from);
  return TRUE;
}

static gboolean
insert_basis (CasenessDerivedWriter *writer, GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (writer->store, "insert-derived", error);

  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_text (statement, ":basis", writer->basis);
  caseness_statement_bind_int (statement, ":bytes", (gint64) writer->sum.n_bytes);
  caseness_statement_bind_int (statement, ":checksum", sum_end (&writer->sum));
  return caseness_statement_run (statement, NULL, error);
}

static void
writer_free (CasenessDerivedWriter *writer)
{
  caseness_statement_release (writer->pieces);
  g_free (writer->basis);
  g_free (writer);
}

gboolean
caseness_derived_writer_finish (CasenessDerivedWriter *writer, GByteArray *bytes, GError **error)
{
  CasenessStore *store = writer->store;
  gboolean is_kept;

  g_return_val_if_fail (writer != NULL, FALSE);
  is_kept = bytes != NULL && caseness_derived_writer_take (writer, bytes, error)
            && (bytes->len == 0 || insert_piece (writer, bytes->data, bytes->len, error)) && insert_basis (writer, error);
  writer_free (writer);
  if (is_kept && caseness_store_commit (store, error))
    return TRUE;
  caseness_store_rollback (store);
  return FALSE;
}
