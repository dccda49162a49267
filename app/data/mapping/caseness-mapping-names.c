/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-mapping-names.h"

#include "caseness-mapping.h"
#include "caseness-reference.h"

#define ANY_TABLE "*"

typedef struct
{
  GHashTable *fields; /* (element-type CasenessFieldSpec GStrv) */
  GHashTable *shared; /* (element-type utf8): names that fields of several tables have */
  GHashTable *codes;  /* (element-type utf8 utf8): field and normalised word to code */
  GArray *measures;   /* CasenessMeasureName */
} Names;

static void
add_name (GPtrArray *names, const char *name)
{
  g_ptr_array_add (names, caseness_mapping_normalize (name));
}

/* What else fields are called. Returns: (element-type utf8 GArray): rows of the table by field, in their order. */
static GHashTable *
number_synonyms (const CasenessReference *synonyms)
{
  GHashTable *by_field = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  guint fields = caseness_reference_find_column (synonyms, "field");
  guint codes = caseness_reference_find_column (synonyms, "code");

  for (guint row = 0; row < caseness_reference_get_n_rows (synonyms); row++)
    {
      const char *field = caseness_reference_get_cell (synonyms, row, fields);
      GArray *rows = g_hash_table_lookup (by_field, field);

      if (*caseness_reference_get_cell (synonyms, row, codes) != '\0')
        continue;
      if (rows == NULL)
        {
          rows = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (by_field, (gpointer) field, rows);
        }
      g_array_append_val (rows, row);
    }
  return by_field;
}

static void
add_synonyms (GPtrArray *names, const CasenessReference *synonyms, const GArray *rows, const CasenessTableSpec *table)
{
  guint tables = caseness_reference_find_column (synonyms, "table");
  guint synonym = caseness_reference_find_column (synonyms, "synonym");

  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      const char *of = caseness_reference_get_cell (synonyms, row, tables);

      if (g_str_equal (of, ANY_TABLE) || g_str_equal (of, table->name))
        add_name (names, caseness_reference_get_cell (synonyms, row, synonym));
    }
}

static GStrv
list_names (const CasenessTableSpec *table, const CasenessFieldSpec *field, GHashTable *synonyms)
{
  const GArray *rows = g_hash_table_lookup (synonyms, field->name);
  GPtrArray *names = g_ptr_array_new ();

  add_name (names, field->name);
  if (field->name_2_0 != NULL)
    add_name (names, field->name_2_0);
  if (rows != NULL)
    add_synonyms (names, caseness_reference_get ("column-synonyms"), rows, table);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}

static void
read_fields (Names *names)
{
  guint n_tables;
  const CasenessTableSpec *tables = caseness_spec_get_tables (&n_tables);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) synonyms = number_synonyms (caseness_reference_get ("column-synonyms"));

  for (guint i = 0; i < n_tables; i++)
    for (guint j = 0; j < tables[i].n_fields; j++)
      {
        const CasenessFieldSpec *field = &tables[i].fields[j];

        g_hash_table_insert (names->fields, (gpointer) field, list_names (&tables[i], field, synonyms));
        if (!tables[i].is_list && !tables[i].is_extract && !g_hash_table_add (seen, (gpointer) field->name))
          g_hash_table_add (names->shared, (gpointer) field->name);
      }
}

static char *
make_code_key (const char *field, const char *word)
{
  g_autofree char *normal = caseness_mapping_normalize (word);

  return g_strconcat (field, "\n", normal, NULL);
}

static void
read_codes (Names *names)
{
  const CasenessReference *r = caseness_reference_get ("code-words");
  guint fields = caseness_reference_find_column (r, "field");
  guint words = caseness_reference_find_column (r, "word");
  guint codes = caseness_reference_find_column (r, "code");

  for (guint row = caseness_reference_get_n_rows (r); row-- > 0;) /* of two that are alike the first stays */
    g_hash_table_insert (names->codes,
                         make_code_key (caseness_reference_get_cell (r, row, fields),
                                        caseness_reference_get_cell (r, row, words)),
                         (gpointer) caseness_reference_get_cell (r, row, codes));
}

static void
read_measures (Names *names)
{
  const CasenessReference *r = caseness_reference_get ("column-synonyms");
  guint codes = caseness_reference_find_column (r, "code");
  guint synonyms = caseness_reference_find_column (r, "synonym");

  for (guint row = 0; row < caseness_reference_get_n_rows (r); row++)
    {
      CasenessMeasureName measure = { .code = caseness_reference_get_cell (r, row, codes) };

      if (*measure.code == '\0')
        continue;
      measure.name = caseness_mapping_normalize (caseness_reference_get_cell (r, row, synonyms));
      g_array_append_val (names->measures, measure);
    }
}

static const Names *
get_names (void)
{
  static const Names *read;

  if (g_once_init_enter (&read))
    {
      Names *names = g_new0 (Names, 1);

      names->fields = g_hash_table_new (NULL, NULL);
      names->shared = g_hash_table_new (g_str_hash, g_str_equal);
      names->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      names->measures = g_array_new (FALSE, FALSE, sizeof (CasenessMeasureName));
      read_fields (names);
      read_codes (names);
      read_measures (names);
      g_once_init_leave (&read, (const Names *) names);
    }
  return read;
}

const char *const *
caseness_mapping_names_get (const CasenessTableSpec *table, guint field)
{
  g_return_val_if_fail (table != NULL && field < table->n_fields, NULL);
  return g_hash_table_lookup (get_names ()->fields, &table->fields[field]);
}

const CasenessMeasureName *
caseness_mapping_names_get_measures (guint *n)
{
  const GArray *measures = get_names ()->measures;

  *n = measures->len;
  return (const CasenessMeasureName *) (const void *) measures->data;
}

gboolean
caseness_mapping_names_is_shared (const char *field)
{
  return g_hash_table_contains (get_names ()->shared, field);
}

const char *
caseness_mapping_names_find_code (const char *field, const char *word)
{
  g_autofree char *key = make_code_key (field, word);

  return g_hash_table_lookup (get_names ()->codes, key);
}
