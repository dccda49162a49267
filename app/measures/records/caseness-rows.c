/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-rows.h"

#include "caseness-packed-private.h"

static CasenessRows *
allocate (const CasenessForm *form, guint n)
{
  CasenessRows *rows = g_new0 (CasenessRows, 1);

  rows->form = form;
  rows->n = n;
  rows->columns = g_new0 (CasenessPacked *, form->n_fields);
  return rows;
}

static gint32
read_member (const CasenessField *field, const char *row)
{
  gint32 value;

  if (field->size == 1)
    return *(const guint8 *) (row + field->offset);
  memcpy (&value, row + field->offset, sizeof value);
  return value;
}

/* Numbers that are far apart come back as well, past the largest of all. */
static gint32
read_field (const CasenessField *field, const char *row)
{
  guint32 value = (guint32) read_member (field, row);

  return (gint32) (field->above != NULL ? value - (guint32) read_member (field->above, row) : value);
}

static void
write_field (const CasenessField *field, char *row, gint32 value)
{
  if (field->above != NULL)
    value = (gint32) ((guint32) value + (guint32) read_member (field->above, row));
  if (field->size == 1)
    *(guint8 *) (row + field->offset) = (guint8) value;
  else
    memcpy (row + field->offset, &value, sizeof value);
}

CasenessRows *
caseness_rows_new (const CasenessForm *form, const GArray *array)
{
  CasenessRows *rows = allocate (form, array->len);
  g_autofree gint32 *cells = g_new (gint32, MAX (array->len, 1));
  guint i, k;

  g_assert (g_array_get_element_size ((GArray *) array) == form->size);
  for (k = 0; k < form->n_fields; k++)
    {
      g_assert (form->fields[k].size == 1 || form->fields[k].size == sizeof (gint32));
      for (i = 0; i < array->len; i++)
        cells[i] = read_field (&form->fields[k], array->data + (gsize) i * form->size);
      rows->columns[k] = caseness_packed_new (cells, array->len);
    }
  return rows;
}

void
caseness_rows_put_aside (CasenessRows *rows, CasenessAside *aside)
{
  guint k;

  for (k = 0; k < rows->form->n_fields; k++)
    caseness_packed_put_aside (rows->columns[k], aside);
}

CasenessRows *
caseness_rows_join (CasenessRows **parts, guint n_parts)
{
  CasenessRows *rows = parts[0];
  g_autofree CasenessPacked **columns = g_new (CasenessPacked *, n_parts);
  guint i, k;

  for (k = 0; k < rows->form->n_fields; k++)
    {
      for (i = 0; i < n_parts; i++)
        columns[i] = g_steal_pointer (&parts[i]->columns[k]);
      rows->columns[k] = caseness_packed_join (columns, n_parts);
    }
  for (i = 1; i < n_parts; i++)
    {
      rows->n += parts[i]->n;
      caseness_rows_free (parts[i]);
    }
  return rows;
}

void
caseness_rows_free (CasenessRows *rows)
{
  guint k;

  if (rows == NULL)
    return;
  for (k = 0; k < rows->form->n_fields; k++)
    caseness_packed_free (rows->columns[k]);
  g_free (rows->columns);
  g_free (rows);
}

void
caseness_rows_get (const CasenessRows *rows, guint i, gpointer row)
{
  guint k;

  g_return_if_fail (i < rows->n);
  memset (row, 0, rows->form->size);
  for (k = 0; k < rows->form->n_fields; k++)
    write_field (&rows->form->fields[k], row, caseness_packed_get (rows->columns[k], i));
}

const CasenessPacked *
caseness_rows_peek (const CasenessRows *rows, gsize offset)
{
  guint k;

  for (k = 0; k < rows->form->n_fields; k++)
    if (rows->form->fields[k].offset == offset && rows->form->fields[k].above == NULL)
      return rows->columns[k];
  g_assert_not_reached ();
}

GArray *
caseness_rows_dup (const CasenessRows *rows)
{
  GArray *array = g_array_sized_new (FALSE, TRUE, rows->form->size, rows->n);
  guint i;

  g_array_set_size (array, rows->n);
  for (i = 0; i < rows->n; i++)
    caseness_rows_get (rows, i, array->data + (gsize) i * rows->form->size);
  return array;
}

gsize
caseness_rows_get_size (const CasenessRows *rows)
{
  gsize size = sizeof *rows;
  guint k;

  for (k = 0; k < rows->form->n_fields; k++)
    size += sizeof (gpointer) + caseness_packed_get_size (rows->columns[k]);
  return size;
}

void
caseness_rows_write (const CasenessRows *rows, GByteArray *bytes)
{
  guint k;

  for (k = 0; k < rows->form->n_fields; k++)
    caseness_packed_write (rows->columns[k], bytes);
}

/* A column of as many cells as the first has, whose texts the dictionary knows. */
static gboolean
take_column (CasenessRows *rows, guint field, guint n_texts, const guint8 **bytes, gsize *n_bytes)
{
  gsize n_taken;
  CasenessPacked *column = caseness_packed_take (*bytes, *n_bytes, &n_taken);

  rows->columns[field] = column;
  if (column == NULL)
    return FALSE;
  *bytes += n_taken;
  *n_bytes -= n_taken;
  if (field == 0)
    rows->n = column->n;
  return column->n == rows->n
         && (!rows->form->fields[field].is_text || caseness_packed_is_within (column, 0, (gint32) n_texts - 1));
}

CasenessRows *
caseness_rows_take (const CasenessForm *form, guint n_texts, const guint8 **bytes, gsize *n_bytes)
{
  g_autoptr(CasenessRows) rows = allocate (form, 0);
  guint k;

  for (k = 0; k < form->n_fields; k++)
    if (!take_column (rows, k, n_texts, bytes, n_bytes))
      return NULL;
  return g_steal_pointer (&rows);
}
