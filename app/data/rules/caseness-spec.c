/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-spec.h"

#include "caseness-reference.h"

#include <string.h>

typedef struct
{
  CasenessTableSpec *tables;
  guint n_tables;
} Spec;

typedef struct
{
  const CasenessReference *reference;
  guint table, title, is_list, table_required, field, name_2_0, uid, type, column, mandatory, sensitive, code_width,
    letters, versions;
} Columns;

static const struct
{
  const char *word;
  CasenessFieldType type;
} types[] = {
  { "text", CASENESS_FIELD_TEXT },
  { "date", CASENESS_FIELD_DATE },
  { "time", CASENESS_FIELD_TIME },
  { "date-time", CASENESS_FIELD_DATE_TIME },
  { "integer", CASENESS_FIELD_INTEGER },
};

static void
find_columns (Columns *columns)
{
  const CasenessReference *r = caseness_reference_get ("tables");

  columns->reference = r;
  columns->table = caseness_reference_find_column (r, "table");
  columns->title = caseness_reference_find_column (r, "title");
  columns->is_list = caseness_reference_find_column (r, "is_list");
  columns->table_required = caseness_reference_find_column (r, "table_required");
  columns->field = caseness_reference_find_column (r, "field");
  columns->name_2_0 = caseness_reference_find_column (r, "name_2_0");
  columns->uid = caseness_reference_find_column (r, "uid");
  columns->type = caseness_reference_find_column (r, "type");
  columns->column = caseness_reference_find_column (r, "column");
  columns->mandatory = caseness_reference_find_column (r, "mandatory");
  columns->sensitive = caseness_reference_find_column (r, "sensitive");
  columns->code_width = caseness_reference_find_column (r, "code_width");
  columns->letters = caseness_reference_find_column (r, "letters");
  columns->versions = caseness_reference_find_column (r, "versions");
}

static const char *
get_cell (const Columns *columns, guint row, guint column)
{
  return caseness_reference_get_cell (columns->reference, row, column);
}

static gboolean
is_cell (const Columns *columns, guint row, guint column, const char *text)
{
  return g_str_equal (get_cell (columns, row, column), text);
}

static CasenessFieldType
find_type (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].word, word))
      return types[i].type;
  g_error ("reference table tables: no such type: %s", word);
}

static CasenessFieldSpec
read_field (const Columns *columns, guint row)
{
  CasenessFieldSpec field = { 0 };
  const char *name_2_0 = get_cell (columns, row, columns->name_2_0);

  field.name = get_cell (columns, row, columns->field);
  field.name_2_0 = *name_2_0 == '\0' ? NULL : name_2_0;
  field.uid = get_cell (columns, row, columns->uid);
  field.type = find_type (get_cell (columns, row, columns->type));
  field.is_required = is_cell (columns, row, columns->column, "required");
  field.is_expected = is_cell (columns, row, columns->column, "expected");
  field.is_mandatory = is_cell (columns, row, columns->mandatory, "Y");
  field.is_sensitive = is_cell (columns, row, columns->sensitive, "Y");
  field.code_width = (guint) g_ascii_strtoull (get_cell (columns, row, columns->code_width), NULL, 10);
  field.letters = is_cell (columns, row, columns->letters, "upper")   ? CASENESS_LETTERS_UPPER
                  : is_cell (columns, row, columns->letters, "lower") ? CASENESS_LETTERS_LOWER
                                                                      : CASENESS_LETTERS_AS_SENT;
  field.is_new_in_2_1 = is_cell (columns, row, columns->versions, "2.1");
  field.is_only_in_2_0 = is_cell (columns, row, columns->versions, "2.0");
  return field;
}

/* Reads the rows from @row on that belong to one table; returns the row after them. */
static guint
read_table (const Columns *columns, guint row, CasenessTableSpec *table)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (CasenessFieldSpec));
  GPtrArray *ignored = g_ptr_array_new ();

  table->name = get_cell (columns, row, columns->table);
  table->title = get_cell (columns, row, columns->title);
  table->is_list = is_cell (columns, row, columns->is_list, "Y");
  table->is_extract = is_cell (columns, row, columns->versions, "extract");
  table->is_required = is_cell (columns, row, columns->table_required, "Y");
  for (; row < caseness_reference_get_n_rows (columns->reference); row++)
    {
      CasenessFieldSpec field = read_field (columns, row);

      if (!is_cell (columns, row, columns->table, table->name))
        break;
      if (is_cell (columns, row, columns->column, "ignored"))
        g_ptr_array_add (ignored, (gpointer) field.name);
      else
        g_array_append_val (fields, field);
    }
  g_ptr_array_add (ignored, NULL);
  table->n_fields = fields->len;
  table->fields = (const CasenessFieldSpec *) (gpointer) g_array_free (fields, FALSE);
  table->ignored = (const char *const *) g_ptr_array_free (ignored, FALSE);
  return row;
}

static Spec *
read_spec (void)
{
  GArray *tables = g_array_new (FALSE, TRUE, sizeof (CasenessTableSpec));
  Spec *spec = g_new0 (Spec, 1);
  Columns columns;

  find_columns (&columns);
  for (guint row = 0; row < caseness_reference_get_n_rows (columns.reference);)
    {
      CasenessTableSpec table = { 0 };

      row = read_table (&columns, row, &table);
      g_array_append_val (tables, table);
    }
  spec->n_tables = tables->len;
  spec->tables = (CasenessTableSpec *) (gpointer) g_array_free (tables, FALSE);
  return spec;
}

const CasenessTableSpec *
caseness_spec_get_tables (guint *n_tables)
{
  static Spec *spec;

  if (g_once_init_enter (&spec))
    g_once_init_leave (&spec, read_spec ());
  if (n_tables != NULL)
    *n_tables = spec->n_tables;
  return spec->tables;
}

const CasenessTableSpec *
caseness_spec_find_table (const char *name)
{
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < n_tables; i++)
    if (g_ascii_strcasecmp (tables[i].name, name) == 0)
      return &tables[i];
  return NULL;
}

int
caseness_spec_find_field (const CasenessTableSpec *table, const char *name)
{
  g_return_val_if_fail (table != NULL && name != NULL, -1);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const CasenessFieldSpec *field = &table->fields[i];

      if (g_ascii_strcasecmp (field->name, name) == 0
          || (field->name_2_0 != NULL && g_ascii_strcasecmp (field->name_2_0, name) == 0))
        return (int) i;
    }
  return -1;
}
