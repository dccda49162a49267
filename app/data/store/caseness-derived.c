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
static gint64
sum_bytes (const guint8 *bytes, gsize n_bytes)
{
  guint64 lanes[4] = { 1, 2, 3, n_bytes }, sum = 0;
  gsize i;
  guint k;

  for (i = 0; i + sizeof lanes <= n_bytes; i += sizeof lanes)
    for (k = 0; k < G_N_ELEMENTS (lanes); k++)
      {
        guint64 word;

        memcpy (&word, bytes + i + k * sizeof word, sizeof word);
        lanes[k] = mix (lanes[k], GUINT64_FROM_LE (word));
      }
  for (; i < n_bytes; i++)
    sum = mix (sum, bytes[i]);
  for (k = 0; k < G_N_ELEMENTS (lanes); k++)
    sum = mix (sum, lanes[k]);
  return (gint64) sum;
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

static gboolean
insert_basis (CasenessStore *store, const char *basis, const guint8 *bytes, gsize n_bytes, GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, "insert-derived", error);

  if (statement == NULL)
    return FALSE;
  caseness_statement_bind_text (statement, ":basis", basis);
  caseness_statement_bind_int (statement, ":bytes", (gint64) n_bytes);
  caseness_statement_bind_int (statement, ":checksum", sum_bytes (bytes, n_bytes));
  return caseness_statement_run (statement, NULL, error);
}

static gboolean
insert_pieces (CasenessStore *store, const guint8 *bytes, gsize n_bytes, GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, "insert-derived-piece", error);
  gsize from;

  for (from = 0; statement != NULL && from < n_bytes; from += PIECE)
    {
      caseness_statement_bind_int (statement, ":position", (gint64) (from / PIECE));
      caseness_statement_bind_bytes (statement, ":bytes", bytes + from, MIN (n_bytes - from, PIECE));
      if (!caseness_statement_run (statement, NULL, error))
        return FALSE;
    }
  return statement != NULL;
}

gboolean
caseness_derived_write (CasenessStore *store, const char *basis, const guint8 *bytes, gsize n_bytes, GError **error)
{
  g_return_val_if_fail (store != NULL && basis != NULL && bytes != NULL, FALSE);
  if (!caseness_store_begin (store, error))
    return FALSE;
  if (run (store, "delete-derived", error) && run (store, "delete-derived-pieces", error)
      && insert_basis (store, basis, bytes, n_bytes, error) && insert_pieces (store, bytes, n_bytes, error)
      && caseness_store_commit (store, error))
    return TRUE;
  caseness_store_rollback (store);
  return FALSE;
}
