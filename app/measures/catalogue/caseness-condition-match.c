/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-condition-private.h"

#include "caseness-bitmap.h"
#include "caseness-therapy.h"

#include <string.h>

/* A word of a bitmap at a time: its rows' cells are unpacked to a place that fits the nearest cache, looked at and
 * forgotten. */
#define WORD 64

/* Where cells come from. */
typedef struct
{
  const CasenessPacked *packed; /* NULL where they are worked out */
  const gint32 *cells;
  guint32 mask;
} Source;

/* What is asked of a cell; which members count is up to the question. */
typedef struct
{
  const CasenessPart *part;
  gint32 least;                 /* a cell from here */
  gint32 most;                  /* to here */
  guint32 bits;                 /* any of these */
  const gint32 *values;         /* one of these */
  guint n_values;
  const CasenessDictionary *dictionary;
  guint8 *tried;                /* by dictionary number: 0 not yet, 1 no, 2 yes, so that each is compared once */
} Question;

/* Returns the bits of @n cells. */
typedef guint64 (*Ask) (const Question *question, const gint32 *cells, guint n);

static void
source_init (Source *source, const CasenessColumn *column, CasenessFrame *frame)
{
  *source = (Source){ 0 };
  source->packed = caseness_column_peek (column, frame->snapshot, &source->mask);
  if (source->packed == NULL)
    source->cells = caseness_frame_get_cells (frame, column);
}

static void
read_cells (const Source *source, guint from, guint n, gint32 *cells)
{
  guint i;

  if (source->packed == NULL)
    {
      memcpy (cells, source->cells + from, n * sizeof (gint32));
      return;
    }
  caseness_packed_read (source->packed, from, n, cells);
  for (i = 0; i < n && source->mask != 0; i++)
    cells[i] = ((guint32) cells[i] & source->mask) != 0;
}

static guint64
ask_range (const Question *question, const gint32 *cells, guint n)
{
  guint64 word = 0;
  guint i;

  for (i = 0; i < n; i++)
    word |= (guint64) ((cells[i] >= question->least) & (cells[i] <= question->most)) << i;
  return word;
}

static guint64
ask_bits (const Question *question, const gint32 *cells, guint n)
{
  guint64 word = 0;
  guint i;

  for (i = 0; i < n; i++)
    word |= (guint64) (((guint32) cells[i] & question->bits) != 0) << i;
  return word;
}

static guint64
ask_values (const Question *question, const gint32 *cells, guint n)
{
  guint64 word = 0;
  guint i, k;

  for (i = 0; i < n; i++)
    {
      for (k = 0; k < question->n_values && cells[i] != question->values[k]; k++)
        ;
      word |= (guint64) (k < question->n_values) << i;
    }
  return word;
}

static gboolean
is_value (char **values, const char *text)
{
  return g_strv_contains ((const char *const *) values, text);
}

static gboolean
starts (char **values, const char *text)
{
  guint i;

  for (i = 0; values[i] != NULL; i++)
    if (g_str_has_prefix (text, values[i]))
      return TRUE;
  return FALSE;
}

static gboolean
holds_any (char **values, const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  guint i;

  for (i = 0; values[i] != NULL; i++)
    {
      g_autofree char *value = g_ascii_strdown (values[i], -1);

      if (strstr (lower, value) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
compare_text (const CasenessPart *part, const char *text)
{
  switch (part->kind)
    {
    case CASENESS_PART_IN:
      return is_value (part->values, text);
    case CASENESS_PART_NOT_IN:
      return *text != '\0' && !is_value (part->values, text);
    case CASENESS_PART_STARTS:
      return starts (part->values, text);
    case CASENESS_PART_CONTAINS:
      return holds_any (part->values, text);
    case CASENESS_PART_LACKS:
      return *text != '\0' && !holds_any (part->values, text);
    default:
      return FALSE;
    }
}

static gboolean
matches (const Question *question, guint32 number)
{
  if (question->tried[number] == 0)
    question->tried[number]
      = compare_text (question->part, caseness_dictionary_get (question->dictionary, number)) ? 2 : 1;
  return question->tried[number] == 2;
}

static guint64
ask_texts (const Question *question, const gint32 *cells, guint n)
{
  guint64 word = 0;
  guint i;

  for (i = 0; i < n; i++)
    word |= (guint64) matches (question, (guint32) cells[i]) << i;
  return word;
}

/* Asks of every cell of the part's column; @is_not turns the answers round. */
static void
ask_all (const Question *question, Ask ask, gboolean is_not, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  gint32 cells[WORD];
  Source source;
  guint from;

  source_init (&source, question->part->column, frame);
  for (from = 0; from < n; from += WORD)
    {
      guint length = MIN (n - from, WORD);

      read_cells (&source, from, length, cells);
      bitmap[from / WORD] = ask (question, cells, length);
    }
  if (is_not)
    caseness_bitmap_invert (bitmap, n);
}

static void
question_init (Question *question, const CasenessPart *part, CasenessFrame *frame)
{
  *question = (Question){ .part = part, .dictionary = caseness_snapshot_get_dictionary (frame->snapshot) };
}

static guint8 *
new_tried (const Question *question)
{
  return g_new0 (guint8, caseness_dictionary_get_size (question->dictionary));
}

static void
match_texts (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  Question question;

  question_init (&question, part, frame);
  question.tried = new_tried (&question);
  ask_all (&question, ask_texts, FALSE, frame, bitmap, n);
  g_free (question.tried);
}

/* One of the values is enough. */
static void
match_lists (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  const CasenessSpans *list = caseness_column_peek_list (part->column, frame->snapshot);
  Question question;
  guint i, k, length;

  question_init (&question, part, frame);
  question.tried = new_tried (&question);
  for (i = 0; i < n; i++)
    {
      guint first = caseness_spans_get (list, i, &length);

      for (k = 0; k < length && !matches (&question, caseness_events_get_code (list, first + k)); k++)
        ;
      if (k < length || (part->kind == CASENESS_PART_FILLED && length > 0)
          || (part->kind == CASENESS_PART_EMPTY && length == 0))
        caseness_bitmap_set (bitmap, i);
    }
  g_free (question.tried);
}

static void
match_numbers (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  guint n_values = g_strv_length (part->values), k;
  g_autofree gint32 *values = g_new (gint32, n_values);
  Question question;

  for (k = 0; k < n_values; k++)
    values[k] = (gint32) g_ascii_strtoll (part->values[k], NULL, 10);
  question_init (&question, part, frame);
  question.values = values;
  question.n_values = n_values;
  ask_all (&question, ask_values, part->kind != CASENESS_PART_IN, frame, bitmap, n);
}

static void
match_therapies (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  guint n_therapies, k;
  const CasenessTherapy *therapies = caseness_therapy_get_all (&n_therapies);
  Question question;

  question_init (&question, part, frame);
  for (k = 0; k < n_therapies; k++)
    if (is_value (part->values, therapies[k].code))
      question.bits |= 1u << k;
  ask_all (&question, ask_bits, FALSE, frame, bitmap, n);
}

static void
match_values (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  switch (part->column->kind)
    {
    case CASENESS_COLUMN_TEXT:
      match_texts (part, frame, bitmap, n);
      break;
    case CASENESS_COLUMN_LIST:
      match_lists (part, frame, bitmap, n);
      break;
    case CASENESS_COLUMN_THERAPIES:
      match_therapies (part, frame, bitmap, n);
      break;
    case CASENESS_COLUMN_DATE:
    case CASENESS_COLUMN_NUMBER:
    case CASENESS_COLUMN_SCORE:
    case CASENESS_COLUMN_FLAG:
    default:
      match_numbers (part, frame, bitmap, n);
    }
}

/* Parts that look at one cell alone. */
static void
test_cells (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  gint32 missing = part->column->kind == CASENESS_COLUMN_TEXT ? 0 : CASENESS_CELL_UNKNOWN;
  Question question;

  question_init (&question, part, frame);
  switch (part->kind)
    {
    case CASENESS_PART_IN_PERIOD:
      question.least = frame->period.start;
      question.most = frame->period.end;
      ask_all (&question, ask_range, FALSE, frame, bitmap, n);
      break;
    case CASENESS_PART_OPEN: /* not known, or later */
      question.least = CASENESS_CELL_UNKNOWN + 1;
      question.most = frame->period.end;
      ask_all (&question, ask_range, TRUE, frame, bitmap, n);
      break;
    case CASENESS_PART_FILLED:
    case CASENESS_PART_EMPTY:
      question.least = question.most = missing;
      ask_all (&question, ask_range, part->kind == CASENESS_PART_FILLED, frame, bitmap, n);
      break;
    case CASENESS_PART_FLAG:
    case CASENESS_PART_NOT_FLAG:
      question.bits = G_MAXUINT32;
      ask_all (&question, ask_bits, part->kind == CASENESS_PART_NOT_FLAG, frame, bitmap, n);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
compare (gint32 left, CasenessComparison comparison, gint32 right)
{
  switch (comparison)
    {
    case CASENESS_COMPARE_LESS:
      return left < right;
    case CASENESS_COMPARE_AT_MOST:
      return left <= right;
    case CASENESS_COMPARE_EQUAL:
      return left == right;
    case CASENESS_COMPARE_AT_LEAST:
      return left >= right;
    case CASENESS_COMPARE_MORE:
      return left > right;
    case CASENESS_COMPARE_NOT:
    default:
      return left != right;
    }
}

static gint32
get_constant (const CasenessTerm *term, const CasenessPeriod *period)
{
  if (term->kind == CASENESS_TERM_PERIOD_START)
    return period->start;
  return term->kind == CASENESS_TERM_PERIOD_END ? period->end : term->number;
}

static Source *
new_sources (const CasenessSum *sum, CasenessFrame *frame)
{
  Source *sources = g_new0 (Source, sum->terms->len);
  guint k;

  for (k = 0; k < sum->terms->len; k++)
    if (g_array_index (sum->terms, CasenessTerm, k).kind == CASENESS_TERM_COLUMN)
      source_init (&sources[k], g_array_index (sum->terms, CasenessTerm, k).column, frame);
  return sources;
}

/* The sum in @n rows from @from on, at most a word of them; an unknown part leaves the whole unknown. */
static void
add_word (const CasenessSum *sum, const Source *sources, const CasenessPeriod *period, guint from, guint n,
          gint32 *results)
{
  gint32 cells[WORD];
  guint i, k;

  memset (results, 0, n * sizeof (gint32));
  for (k = 0; k < sum->terms->len; k++)
    {
      const CasenessTerm *term = &g_array_index (sum->terms, CasenessTerm, k);

      if (term->kind == CASENESS_TERM_COLUMN)
        read_cells (&sources[k], from, n, cells);
      else
        for (i = 0; i < n; i++)
          cells[i] = get_constant (term, period);
      for (i = 0; i < n; i++)
        if (results[i] != CASENESS_CELL_UNKNOWN)
          results[i] = cells[i] != CASENESS_CELL_UNKNOWN ? results[i] + term->sign * cells[i] : CASENESS_CELL_UNKNOWN;
    }
}

static void
compare_sums (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  g_autofree Source *of_left = new_sources (part->left, frame), *of_right = new_sources (part->right, frame);
  gint32 left[WORD], right[WORD];
  guint from, i;

  for (from = 0; from < n; from += WORD)
    {
      guint length = MIN (n - from, WORD);

      add_word (part->left, of_left, &frame->period, from, length, left);
      add_word (part->right, of_right, &frame->period, from, length, right);
      for (i = 0; i < length; i++)
        if (left[i] != CASENESS_CELL_UNKNOWN && right[i] != CASENESS_CELL_UNKNOWN
            && compare (left[i], part->comparison, right[i]))
          caseness_bitmap_set (bitmap, from + i);
    }
}

gint32 *
caseness_sum_evaluate (const CasenessSum *sum, CasenessFrame *frame)
{
  guint n = caseness_table_get_n_rows (sum->table, frame->snapshot), from;
  g_autofree Source *sources = new_sources (sum, frame);
  gint32 *results = g_new (gint32, MAX (n, 1));

  for (from = 0; from < n; from += WORD)
    add_word (sum, sources, &frame->period, from, MIN (n - from, WORD), results + from);
  return results;
}

static gint32
get_cell (const Source *source, guint32 row)
{
  gint32 cell;

  if (source->packed == NULL)
    return source->cells[row];
  cell = caseness_packed_get (source->packed, row);
  return source->mask == 0 ? cell : ((guint32) cell & source->mask) != 0;
}

void
caseness_sum_evaluate_rows (const CasenessSum *sum, CasenessFrame *frame, const guint32 *rows, guint n,
                            gint32 *results)
{
  g_autofree Source *sources = new_sources (sum, frame);
  guint i, k;

  if (n > 0)
    memset (results, 0, n * sizeof (gint32));
  for (k = 0; k < sum->terms->len; k++)
    {
      const CasenessTerm *term = &g_array_index (sum->terms, CasenessTerm, k);
      gboolean is_column = term->kind == CASENESS_TERM_COLUMN;
      gint32 constant = is_column ? 0 : get_constant (term, &frame->period);

      for (i = 0; i < n; i++)
        {
          gint32 cell = is_column ? get_cell (&sources[k], rows[i]) : constant;

          if (results[i] != CASENESS_CELL_UNKNOWN)
            results[i] = cell != CASENESS_CELL_UNKNOWN ? results[i] + term->sign * cell : CASENESS_CELL_UNKNOWN;
        }
    }
}

/* Looks into the other table for rows of the period. */
static void
find_events (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  CasenessTable table = part->column->table;
  const CasenessPacked *pathways = caseness_table_peek_pathways (table, frame->snapshot);
  gint32 dates[WORD], flags[WORD];
  Source of_dates, of_flags;
  guint from, i;

  source_init (&of_dates,
               caseness_column_find (table, table == CASENESS_TABLE_LOG ? "EndDateIntEnabledTherLog" : "CareContDate"),
               frame);
  source_init (&of_flags, part->column, frame);
  for (from = 0; from < pathways->n; from += WORD)
    {
      guint length = MIN (pathways->n - from, WORD);

      read_cells (&of_dates, from, length, dates);
      read_cells (&of_flags, from, length, flags);
      for (i = 0; i < length; i++)
        if (flags[i] != 0 && caseness_period_contains (&frame->period, dates[i]))
          caseness_bitmap_set (bitmap, (guint) caseness_packed_get (pathways, from + i));
    }
  if (part->kind == CASENESS_PART_HAS_NO)
    caseness_bitmap_invert (bitmap, n);
}

void
caseness_part_evaluate (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n)
{
  switch (part->kind)
    {
    case CASENESS_PART_COMPARE:
      compare_sums (part, frame, bitmap, n);
      break;
    case CASENESS_PART_HAS:
    case CASENESS_PART_HAS_NO:
      find_events (part, frame, bitmap, n);
      break;
    case CASENESS_PART_IN:
    case CASENESS_PART_NOT_IN:
    case CASENESS_PART_STARTS:
    case CASENESS_PART_CONTAINS:
    case CASENESS_PART_LACKS:
      match_values (part, frame, bitmap, n);
      break;
    case CASENESS_PART_IN_PERIOD:
    case CASENESS_PART_OPEN:
    case CASENESS_PART_FILLED:
    case CASENESS_PART_EMPTY:
    case CASENESS_PART_FLAG:
    case CASENESS_PART_NOT_FLAG:
    default:
      if (part->column->kind == CASENESS_COLUMN_LIST)
        match_lists (part, frame, bitmap, n);
      else
        test_cells (part, frame, bitmap, n);
    }
}
