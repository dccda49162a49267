/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-data-row.h"

#include <math.h>

typedef struct
{
  char *text;
  char *detail;               /* nullable */
  CasenessMiniature *drawing; /* owned, nullable */
  double value;
  gboolean is_number;
} Cell;

struct _CasenessDataRow
{
  GObject parent_instance;
  guint id;
  guint n_cells;
  Cell *cells;
};

G_DEFINE_FINAL_TYPE (CasenessDataRow, caseness_data_row, G_TYPE_OBJECT)

static void
clear_cell (Cell *cell)
{
  g_free (cell->text);
  g_free (cell->detail);
  g_clear_pointer (&cell->drawing, caseness_miniature_unref);
}

static void
caseness_data_row_finalize (GObject *object)
{
  CasenessDataRow *self = CASENESS_DATA_ROW (object);
  guint i;

  for (i = 0; i < self->n_cells; i++)
    clear_cell (&self->cells[i]);
  g_free (self->cells);
  G_OBJECT_CLASS (caseness_data_row_parent_class)->finalize (object);
}

static void
caseness_data_row_class_init (CasenessDataRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = caseness_data_row_finalize;
}

static void
caseness_data_row_init (CasenessDataRow *self)
{
}

CasenessDataRow *
caseness_data_row_new (guint id, guint n_cells)
{
  CasenessDataRow *self = g_object_new (CASENESS_TYPE_DATA_ROW, NULL);

  self->id = id;
  self->n_cells = n_cells;
  self->cells = g_new0 (Cell, n_cells);
  return self;
}

static void
set_cell (CasenessDataRow *self, guint cell, const char *text, double value, gboolean is_number)
{
  g_return_if_fail (CASENESS_IS_DATA_ROW (self));
  g_return_if_fail (cell < self->n_cells);

  clear_cell (&self->cells[cell]);
  self->cells[cell] = (Cell){ .text = g_strdup (text), .value = value, .is_number = is_number };
}

void
caseness_data_row_set_text (CasenessDataRow *self, guint cell, const char *text)
{
  set_cell (self, cell, text, NAN, FALSE);
}

void
caseness_data_row_set_number (CasenessDataRow *self, guint cell, const char *text, double value)
{
  set_cell (self, cell, text, value, TRUE);
}

void
caseness_data_row_set_detail (CasenessDataRow *self, guint cell, const char *detail)
{
  g_return_if_fail (CASENESS_IS_DATA_ROW (self));
  g_return_if_fail (cell < self->n_cells);

  g_free (self->cells[cell].detail);
  self->cells[cell].detail = g_strdup (detail);
}

const char *
caseness_data_row_get_detail (CasenessDataRow *self, guint cell)
{
  g_return_val_if_fail (CASENESS_IS_DATA_ROW (self), NULL);
  g_return_val_if_fail (cell < self->n_cells, NULL);
  return self->cells[cell].detail != NULL ? self->cells[cell].detail : "";
}

void
caseness_data_row_set_drawing (CasenessDataRow *self, guint cell, CasenessMiniature *drawing, double value)
{
  set_cell (self, cell, drawing != NULL ? caseness_miniature_get_label (drawing) : NULL, value, TRUE);
  if (drawing != NULL)
    self->cells[cell].drawing = caseness_miniature_ref (drawing);
}

CasenessMiniature *
caseness_data_row_get_drawing (CasenessDataRow *self, guint cell)
{
  g_return_val_if_fail (CASENESS_IS_DATA_ROW (self), NULL);
  g_return_val_if_fail (cell < self->n_cells, NULL);
  return self->cells[cell].drawing;
}

guint
caseness_data_row_get_id (CasenessDataRow *self)
{
  g_return_val_if_fail (CASENESS_IS_DATA_ROW (self), 0);
  return self->id;
}

const char *
caseness_data_row_get_text (CasenessDataRow *self, guint cell)
{
  g_return_val_if_fail (CASENESS_IS_DATA_ROW (self), NULL);
  g_return_val_if_fail (cell < self->n_cells, NULL);
  return self->cells[cell].text != NULL ? self->cells[cell].text : "";
}

double
caseness_data_row_get_value (CasenessDataRow *self, guint cell)
{
  g_return_val_if_fail (CASENESS_IS_DATA_ROW (self), NAN);
  g_return_val_if_fail (cell < self->n_cells, NAN);
  return self->cells[cell].is_number ? self->cells[cell].value : NAN;
}

static int
compare_numbers (double a, double b)
{
  if (isnan (a) || isnan (b))
    return !!isnan (a) - !!isnan (b);
  return (a > b) - (a < b);
}

int
caseness_data_row_compare (CasenessDataRow *a, CasenessDataRow *b, guint cell)
{
  g_return_val_if_fail (CASENESS_IS_DATA_ROW (a) && CASENESS_IS_DATA_ROW (b), 0);
  g_return_val_if_fail (cell < a->n_cells && cell < b->n_cells, 0);

  if (a->cells[cell].is_number || b->cells[cell].is_number)
    return compare_numbers (caseness_data_row_get_value (a, cell), caseness_data_row_get_value (b, cell));
  return g_utf8_collate (caseness_data_row_get_text (a, cell), caseness_data_row_get_text (b, cell));
}
