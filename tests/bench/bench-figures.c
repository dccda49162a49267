/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures what happens inside the program once a service file is there: opening it, working figures out, and how much
 * memory that takes. Writes CSV: what, amount, unit. With a folder as second argument, it answers
 * the question that duckdb-figures.py put there, and writes the table of pathways for the peer to answer it from. */
#include "bench.h"

#include "caseness-column.h"
#include "caseness-csv-writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
evaluate (Bench *bench, CasenessQuestion *question)
{
  GError *error = NULL;
  CasenessAnswer *answer = caseness_evaluate (bench->snapshot, question, NULL, &error);

  if (answer == NULL)
    bench_stop (error);
  caseness_answer_free (answer);
}

static void
count_first (Bench *bench)
{
  const CasenessMeasure *first = caseness_measure_find ("M001");
  CasenessQuestion question = { .periods = &bench->months[MONTHS - 1], .n_periods = 1, .measures = &first, .n_measures = 1 };

  evaluate (bench, &question);
}

static void
count_totals (Bench *bench)
{
  CasenessQuestion question = { .periods = bench->months, .n_periods = MONTHS };

  evaluate (bench, &question);
}

/* Everything the national publication could ask of a year. */
static void
count_catalogue (Bench *bench)
{
  const GPtrArray *all = caseness_variable_get_all ();
  g_autoptr(GPtrArray) variables = g_ptr_array_new ();
  CasenessQuestion question = { .periods = bench->months, .n_periods = MONTHS };
  guint i;

  g_ptr_array_add (variables, NULL);
  for (i = 0; i < all->len; i++)
    g_ptr_array_add (variables, g_ptr_array_index (all, i));
  question.variables = (const CasenessVariable *const *) variables->pdata;
  question.n_variables = variables->len;
  evaluate (bench, &question);
}

/* The question that a peer is to answer as well: names, a line each. */
static GPtrArray *
read_names (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;
  g_auto(GStrv) lines = NULL;
  guint i;

  if (!g_file_get_contents (path, &text, NULL, &error))
    bench_stop (error);
  lines = g_strsplit (text, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (names, g_strdup (lines[i]));
  return names;
}

static GPtrArray *peer_measures; /* CasenessMeasure */
static GPtrArray *peer_variables; /* CasenessVariable, NULL for Total */

static CasenessAnswer *
answer_peer (Bench *bench)
{
  CasenessQuestion question = {
    .periods = bench->months,
    .n_periods = MONTHS,
    .measures = (const CasenessMeasure *const *) peer_measures->pdata,
    .n_measures = peer_measures->len,
    .variables = (const CasenessVariable *const *) peer_variables->pdata,
    .n_variables = peer_variables->len,
  };

  return caseness_evaluate (bench->snapshot, &question, NULL, NULL);
}

static void
count_peer (Bench *bench)
{
  caseness_answer_free (answer_peer (bench));
}

/* A cell as the peer reads it: days and numbers as they are, nothing for what is not known. */
static void
write_cell (FILE *file, const CasenessColumn *column, gint32 cell, const CasenessDictionary *dictionary)
{
  if (column->kind == CASENESS_COLUMN_TEXT)
    fprintf (file, "%s", caseness_dictionary_get (dictionary, (guint32) cell));
  else if (column->kind == CASENESS_COLUMN_SCORE && cell != CASENESS_CELL_UNKNOWN)
    fprintf (file, "%.2f", cell / 100.0);
  else if (cell != CASENESS_CELL_UNKNOWN)
    fprintf (file, "%d", cell);
}

static void
write_types (const char *folder, const GPtrArray *columns, const GPtrArray *names)
{
  g_autofree char *path = g_build_filename (folder, "types.txt", NULL);
  g_autoptr(GString) types = g_string_new ("{");
  guint k;

  for (k = 0; k < columns->len; k++)
    {
      const CasenessColumn *column = g_ptr_array_index (columns, k);
      const char *type = column->kind == CASENESS_COLUMN_TEXT    ? "VARCHAR"
                         : column->kind == CASENESS_COLUMN_SCORE ? "DOUBLE"
                                                                 : "INTEGER";

      g_string_append_printf (types, "%s'%s': '%s'", k > 0 ? ", " : "", (const char *) g_ptr_array_index (names, k), type);
    }
  g_string_append_c (types, '}');
  if (!g_file_set_contents (path, types->str, -1, NULL))
    exit (1);
}

/* Columns that depend on the month come once for each. */
static void
write_table (const Bench *bench, const char *folder)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (bench->snapshot);
  g_autoptr(GPtrArray) names = read_names (folder, "columns.txt"), columns = g_ptr_array_new ();
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_build_filename (folder, "pathways.csv", NULL);
  FILE *file = fopen (path, "w");
  guint n = caseness_snapshot_get_n_pathways (bench->snapshot), i, k, m;

  if (file == NULL)
    exit (1);
  for (k = 0; k < names->len; k++)
    {
      const CasenessColumn *column = caseness_column_find (CASENESS_TABLE_REFERRAL, g_ptr_array_index (names, k));
      gboolean is_by_period = caseness_column_is_by_period (column);

      for (m = 0; m < (is_by_period ? MONTHS : 1u); m++)
        {
          g_ptr_array_add (heads, is_by_period ? g_strdup_printf ("%s_%u", column->name, m + 1)
                                               : g_strdup (column->name));
          fprintf (file, "%s%s", cells->len > 0 ? "," : "", (const char *) g_ptr_array_index (heads, cells->len));
          g_ptr_array_add (columns, (gpointer) column);
          g_ptr_array_add (cells, caseness_column_read (column, bench->snapshot, &bench->months[m]));
        }
    }
  for (i = 0; i < n; i++)
    for (k = 0; k < cells->len; k++)
      {
        fputc (k > 0 ? ',' : '\n', file);
        write_cell (file, g_ptr_array_index (columns, k), ((gint32 *) g_ptr_array_index (cells, k))[i], dictionary);
      }
  fputc ('\n', file);
  fclose (file);
  write_types (folder, columns, heads);
}

/* The figures of everybody, for the peer's to be held against; and the months. */
static void
write_figures (Bench *bench, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "figures.csv", NULL);
  g_autoptr(CasenessAnswer) answer = answer_peer (bench);
  FILE *file = fopen (path, "w");
  guint p, m;

  if (file == NULL)
    exit (1);
  for (p = 0; p < MONTHS; p++)
    {
      fprintf (file, "%d,%d", bench->months[p].start, bench->months[p].end);
      for (m = 0; m < peer_measures->len; m++)
        fprintf (file, ",%.17g", caseness_answer_get (answer, p, 0, 0, m).value);
      fputc ('\n', file);
    }
  fclose (file);
}

static void
prepare_peer (Bench *bench, const char *folder)
{
  g_autoptr(GPtrArray) measures = read_names (folder, "measures.txt"), variables = read_names (folder, "variables.txt");
  guint i;

  peer_measures = g_ptr_array_new ();
  peer_variables = g_ptr_array_new ();
  for (i = 0; i < measures->len; i++)
    g_ptr_array_add (peer_measures, (gpointer) caseness_measure_find (g_ptr_array_index (measures, i)));
  g_ptr_array_add (peer_variables, NULL);
  for (i = 0; i < variables->len; i++)
    g_ptr_array_add (peer_variables, (gpointer) caseness_variable_find (g_ptr_array_index (variables, i)));
  write_table (bench, folder);
  write_figures (bench, folder);
}

static const struct
{
  const char *what;
  Act act;
} acts[] = {
  { "first figure again", count_first },
  { "catalogue, totals, 12 months", count_totals },
  { "catalogue by every variable, 12 months", count_catalogue },
};

/* Parts of less, in bytes a pathway, are only added up. */
#define LEAST_TOLD 0.5

/* How fast memory is read here: the sum of a piece that no cache holds, by one core and by two. */
#define PIECE (G_GUINT64_CONSTANT (1) << 28)

typedef struct
{
  const guint64 *words;
  gsize n;
  guint64 sum;
} Probe;

static gpointer
sum_in_thread (gpointer data)
{
  Probe *probe = data;
  guint64 sums[8] = { 0 };
  gsize i;
  guint k;

  for (i = 0; i + 8 <= probe->n; i += 8)
    for (k = 0; k < 8; k++)
      sums[k] += probe->words[i + k];
  for (k = 0; k < 8; k++)
    probe->sum += sums[k];
  return NULL;
}

/* Returns GB a second. */
static double
probe_memory (guint n_threads)
{
  guint64 *words = g_malloc (PIECE);
  double best = G_MAXDOUBLE;
  guint run, i;

  memset (words, 1, PIECE);
  for (run = 0; run < RUNS; run++)
    {
      GThread *threads[2];
      Probe probes[2];
      double start = bench_get_milliseconds ();

      for (i = 0; i < n_threads; i++)
        {
          gsize n = PIECE / sizeof *words / n_threads;

          probes[i] = (Probe){ words + i * n, n, 0 };
          threads[i] = g_thread_new ("probe", sum_in_thread, &probes[i]);
        }
      for (i = 0; i < n_threads; i++)
        g_thread_join (threads[i]);
      g_assert_true (probes[0].sum != 0);
      best = MIN (best, bench_get_milliseconds () - start);
    }
  printf ("memory read by %u,%.1f,GB/s\n", n_threads, (double) PIECE / best / 1e6);
  g_free (words);
  return (double) PIECE / best / 1e6;
}

/* How far the catalogue is from what memory allows: each measure that is counted from rows needs its bitmap once a month,
 * and nothing less would do. What is above that is making bitmaps from columns, which are unpacked for it. */
static void
compare_with_memory (Bench *bench, double rate)
{
  guint n_measures, i;
  const CasenessMeasure *measures = caseness_measure_get_all (&n_measures);
  double n_bytes = 0, start, used;

  for (i = 0; i < n_measures; i++)
    if (!caseness_measure_is_made_of_others (&measures[i]))
      n_bytes += MONTHS * caseness_table_get_n_rows (measures[i].table, bench->snapshot) / 8.0;
  count_totals (bench);
  start = bench_get_milliseconds ();
  count_totals (bench);
  used = bench_get_milliseconds () - start;
  printf ("catalogue totals: bitmaps touched,%.1f,MB\n", n_bytes / 1e6);
  printf ("catalogue totals: read,%.2f,GB/s of bitmaps\n", n_bytes / used / 1e6);
  printf ("catalogue totals: at the rate of memory,%.1f,ms; the rest unpacks columns and makes bitmaps\n",
          n_bytes / rate / 1e6);
}

static void
measure_opening (Bench *bench, const char *path)
{
  double runs[RUNS], start;
  guint i;

  for (i = 0; i < RUNS; i++)
    {
      start = bench_get_milliseconds ();
      bench_open (bench, path);
      count_first (bench);
      runs[i] = bench_get_milliseconds () - start;
    }
  printf ("opening to the first figure,%.3f,ms\n", bench_take_median (runs, RUNS));
}

static void
measure_room (const Bench *bench)
{
  static const char *const kinds[CASENESS_N_ROOM_KINDS] = {
    [CASENESS_ROOM_COLUMNS] = "columns of pathways",
    [CASENESS_ROOM_TEXTS] = "ids and texts",
    [CASENESS_ROOM_EVENTS] = "appointments sessions and lists",
    [CASENESS_ROOM_LISTS] = "local lists and findings",
  };
  g_autoptr(GArray) parts = caseness_snapshot_list_room (bench->snapshot);
  double n = caseness_snapshot_get_n_pathways (bench->snapshot), sums[CASENESS_N_ROOM_KINDS] = { 0 }, all = 0;
  guint i;

  printf ("pathways,%.0f,\n", n);
  for (i = 0; i < parts->len; i++)
    {
      const CasenessRoomPart *part = &g_array_index (parts, CasenessRoomPart, i);

      sums[part->kind] += (double) part->n_bytes;
      all += (double) part->n_bytes;
      if ((double) part->n_bytes / n >= LEAST_TOLD)
        printf ("  %s%s%s,%.1f,bytes a pathway\n", part->name, part->member != NULL ? ": " : "",
                part->member != NULL ? part->member : "", (double) part->n_bytes / n);
    }
  for (i = 0; i < CASENESS_N_ROOM_KINDS; i++)
    printf ("%s,%.1f,bytes a pathway\n", kinds[i], sums[i] / n);
  printf ("all of the snapshot,%.1f,bytes a pathway\n", all / n);
}

static void
measure (Bench *bench, const char *path, const char *folder)
{
  measure_opening (bench, path);
  if (folder != NULL)
    {
      prepare_peer (bench, folder);
      bench_measure ("peer question", bench, count_peer);
      g_ptr_array_unref (peer_measures);
      g_ptr_array_unref (peer_variables);
      return;
    }
  measure_room (bench);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    bench_measure (acts[i].what, bench, acts[i].act);
  probe_memory (1);
  compare_with_memory (bench, probe_memory (2));
}

int
main (int argc, char **argv)
{
  return bench_main (argc, argv, "FOLDER", measure);
}
