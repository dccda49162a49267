/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-table-builder-private.h"

#include "caseness-cell.h"
#include "caseness-digest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
make_arrays (CasenessTableBuilder *builder, guint n_rows)
{
  guint n_cells = n_rows * builder->table->n_columns;

  builder->cells = g_array_sized_new (FALSE, FALSE, sizeof (const char *), n_cells);
  builder->lines = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_rows);
  builder->is_rejected = g_array_sized_new (FALSE, FALSE, sizeof (guint8), n_rows);
}

void
caseness_table_builder_init (CasenessTableBuilder *builder, CasenessSubmissionTable *table,
                             const CasenessTableSpec *spec, GBytes *bytes, const char *file, GPtrArray *findings)
{
  memset (table, 0, sizeof *table);
  table->spec = spec;
  table->n_columns = spec->n_fields;
  table->file = g_strdup (file);
  table->bytes = g_bytes_get_size (bytes);
  table->sha256 = caseness_digest_bytes (bytes);
  table->notes = g_ptr_array_new_with_free_func (g_free);
  table->text = g_string_chunk_new (64 * 1024);
  builder->table = table;
  builder->findings = findings;
  make_arrays (builder, 0);
  builder->shared_lines = NULL;
  builder->is_tidied = g_new0 (gboolean, spec->n_fields);
  builder->tallies = g_new0 (CasenessSpreadsheetTally, spec->n_fields);
  builder->late = g_new0 (CasenessLateTexts, spec->n_fields);
  builder->code = g_string_new (NULL);
}

/* Cells are pointers, which take about twice the bytes of their text. Blank lines are no rows: of a file that has little
 * else no room is made. */
#define MOST_ROOM_A_BYTE 4

void
caseness_table_builder_expect (CasenessTableBuilder *builder, gsize n_rows)
{
  const CasenessSubmissionTable *table = builder->table;
  gsize most = MOST_ROOM_A_BYTE * table->bytes / (table->n_columns * sizeof (const char *));

  g_return_if_fail (builder->cells->len == 0);

  n_rows = MIN (MIN (n_rows, most), G_MAXINT32 / table->n_columns);
  g_array_unref (builder->cells);
  g_array_unref (builder->lines);
  g_array_unref (builder->is_rejected);
  make_arrays (builder, (guint) n_rows);
}

void
caseness_table_builder_find (CasenessTableBuilder *builder, const char *rule, CasenessFindingLevel level, guint line,
                             const char *field, const char *value, char *message)
{
  CasenessSubmissionTable *table = builder->table;

  if (level == CASENESS_FINDING_WARNING)
    table->n_warnings++;
  g_ptr_array_add (builder->findings, caseness_finding_new (rule, level, table->spec->name, table->file, line, field,
                                                            value, message));
}

void
caseness_table_builder_reject_row (CasenessTableBuilder *builder)
{
  builder->table->n_rejected++;
}

/* Codes are brought to the form of the data set before any rule sees them (rulings 2). The worked service holds many
 * and expects no findings of them, so they are told in the receipt's notes instead. */
static const char *
tidy_cell (CasenessTableBuilder *builder, guint field, const char *text)
{
  if (!caseness_cell_tidy (&builder->table->spec->fields[field], text, builder->code))
    return text;
  builder->is_tidied[field] = TRUE;
  return builder->code->str;
}

static inline gboolean
is_same (const char *above, const char *text)
{
  return above != NULL && *above == *text && strcmp (above, text) == 0;
}

/* Of FNV the last bits alone, which suffice to choose a place. */
static guint
choose_place (const char *text)
{
  guint hash = 2166136261u;

  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * 16777619u;
  return (hash ^ hash >> 15) % CASENESS_TABLE_BUILDER_LATELY;
}

/* Rows often repeat a cell (provider, code, date): the text is then shared, which halves the memory. A cell that says what
 * another one of its field came to is in its form, and as sound as that was. */
static const char *
take_cell (CasenessTableBuilder *builder, guint field, const char *above, const char *text, guint line)
{
  CasenessSpreadsheetTally *tally = &builder->tallies[field];
  const char **late;

  if (!tally->is_damaged && is_same (above, text))
    return above;
  late = &builder->late[field].texts[choose_place (text)];
  if (!tally->is_damaged && is_same (*late, text))
    return *late;
  caseness_spreadsheet_tally_add (tally, &builder->table->spec->fields[field], text, line);
  text = tidy_cell (builder, field, text);
  return *late = is_same (above, text) ? above : g_string_chunk_insert (builder->table->text, text);
}

static gboolean
judge_list_cell (CasenessTableBuilder *builder, guint field, const char **cell, guint line)
{
  const CasenessFieldSpec *spec = &builder->table->spec->fields[field];
  CasenessFindingLevel level = spec->is_mandatory ? CASENESS_FINDING_RECORD : CASENESS_FINDING_WARNING;
  const char *rule = NULL;
  char *message = caseness_cell_judge (spec, *cell, &rule);

  if (message == NULL)
    return TRUE;
  caseness_table_builder_find (builder, rule, level, line, spec->name, spec->is_sensitive ? NULL : *cell, message);
  *cell = NULL;
  return !spec->is_mandatory;
}

static void
judge_list_row (CasenessTableBuilder *builder, guint line)
{
  guint n_columns = builder->table->n_columns;
  const char **cells = &g_array_index (builder->cells, const char *, builder->cells->len - n_columns);
  gboolean is_kept = TRUE;

  for (guint i = 0; i < n_columns; i++)
    is_kept = judge_list_cell (builder, i, &cells[i], line) && is_kept;
  if (is_kept)
    return;
  g_array_index (builder->is_rejected, guint8, builder->is_rejected->len - 1) = TRUE;
  caseness_table_builder_reject_row (builder);
}

/* Rows of one line get numbers of their own, since the store knows a row by its number. */
static void
add_line (CasenessTableBuilder *builder, guint line)
{
  guint n = builder->lines->len;
  guint key = n == 0 ? line : MAX (line, g_array_index (builder->lines, guint, n - 1) + 1);

  if (key != line && builder->shared_lines == NULL)
    builder->shared_lines = g_array_copy (builder->lines);
  if (builder->shared_lines != NULL)
    g_array_append_val (builder->shared_lines, line);
  g_array_append_val (builder->lines, key);
}

void
caseness_table_builder_add_row (CasenessTableBuilder *builder, const char *const *cells, guint line)
{
  const CasenessTableSpec *spec = builder->table->spec;
  guint start = builder->cells->len;
  const guint8 is_rejected = FALSE;
  const char **row, **above;

  g_array_set_size (builder->cells, start + spec->n_fields);
  row = &g_array_index (builder->cells, const char *, start);
  above = start > 0 ? row - spec->n_fields : NULL;
  for (guint i = 0; i < spec->n_fields; i++)
    row[i] = cells[i] == NULL ? NULL : take_cell (builder, i, above != NULL ? above[i] : NULL, cells[i], line);
  add_line (builder, line);
  g_array_append_val (builder->is_rejected, is_rejected);
  if (spec->is_list)
    judge_list_row (builder, line);
}

/* One finding a field and kind of damage: every row of the file has it, and one export puts all of them right. */
static void
report_spreadsheet (CasenessTableBuilder *builder, guint field)
{
  const CasenessFieldSpec *spec = &builder->table->spec->fields[field];
  const CasenessSpreadsheetTally *tally = &builder->tallies[field];

  for (guint i = 0; i < CASENESS_SPREADSHEET_N_DAMAGES; i++)
    if (caseness_spreadsheet_tally_is_damaged (tally, i))
      caseness_table_builder_find (builder, "CASENESS-SPREADSHEET", CASENESS_FINDING_WARNING, tally->lines[i],
                                   spec->name, spec->is_sensitive ? NULL : tally->values[i],
                                   caseness_spreadsheet_describe (i, spec->name, tally->n_cells[i]));
}

/* Without a count, so that the months of a year say it once. */
static void
note_tidied_codes (CasenessTableBuilder *builder)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *fields = NULL;

  for (guint i = 0; i < builder->table->n_columns; i++)
    if (builder->is_tidied[i])
      g_ptr_array_add (names, (gpointer) builder->table->spec->fields[i].name);
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  fields = g_strjoinv (", ", (char **) names->pdata);
  /* Translators: the name of a table, then names of its fields. */
  g_ptr_array_add (builder->table->notes,
                   g_strdup_printf (_("%s: codes were padded with zeros or their letter case changed (%s)."),
                                    builder->table->spec->name, fields));
}

void
caseness_table_builder_report (CasenessTableBuilder *builder)
{
  for (guint i = 0; i < builder->table->n_columns; i++)
    report_spreadsheet (builder, i);
  note_tidied_codes (builder);
}

/* Clearing the table frees the rows. */
void
caseness_table_builder_end (CasenessTableBuilder *builder)
{
  CasenessSubmissionTable *table = builder->table;

  table->n_rows = builder->lines->len;
  table->cells = (const char **) (gpointer) g_array_free (builder->cells, FALSE);
  table->lines = (guint *) (gpointer) g_array_free (builder->lines, FALSE);
  if (builder->shared_lines != NULL)
    table->shared_lines = (guint *) (gpointer) g_array_free (builder->shared_lines, FALSE);
  table->is_rejected = (guint8 *) g_array_free (builder->is_rejected, FALSE);
  for (guint i = 0; i < table->n_columns; i++)
    caseness_spreadsheet_tally_clear (&builder->tallies[i]);
  g_free (builder->tallies);
  g_free (builder->is_tidied);
  g_free (builder->late);
  g_string_free (builder->code, TRUE);
}
