/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-text-row.h"

struct _CasenessTextRow
{
  GObject parent_instance;
  char **cells; /* owned */
};

G_DEFINE_FINAL_TYPE (CasenessTextRow, caseness_text_row, G_TYPE_OBJECT)

static void
caseness_text_row_finalize (GObject *object)
{
  g_strfreev (CASENESS_TEXT_ROW (object)->cells);
  G_OBJECT_CLASS (caseness_text_row_parent_class)->finalize (object);
}

static void
caseness_text_row_class_init (CasenessTextRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = caseness_text_row_finalize;
}

static void
caseness_text_row_init (CasenessTextRow *self)
{
}

CasenessTextRow *
caseness_text_row_new (char **cells)
{
  CasenessTextRow *self;

  g_return_val_if_fail (cells != NULL, NULL);

  self = g_object_new (CASENESS_TYPE_TEXT_ROW, NULL);
  self->cells = cells;
  return self;
}

const char *
caseness_text_row_get_cell (CasenessTextRow *self, guint column)
{
  g_return_val_if_fail (CASENESS_IS_TEXT_ROW (self), "");

  return column < g_strv_length (self->cells) ? self->cells[column] : "";
}
