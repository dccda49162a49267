/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-loader-row.h"
#include "caseness-loader.h"

G_BEGIN_DECLS

/* What reading the months shares: caseness-loader-people.c reads what is told of people and staff, caseness-loader.c
 * referrals and what hangs from them. The small functions are here because every cell of every month passes through. */

/* What a number of the dictionary stands for at present. The stamp says for which month or provider that was written,
 * so that nothing has to be cleared between them. */
typedef struct
{
  guint32 stamp;
  guint32 value;
} CasenessLoaderSlot;

typedef struct
{
  CasenessRecords *records;
  gboolean is_person_key_local;
  gboolean keeps_rows;     /* all rows are to be in memory at the end */
  CasenessDate known_until; /* none for all months */
  guint32 submission;      /* ordinal, from 1 */
  guint32 provider;        /* ordinal, from 1 */
  guint32 n_complaints;    /* rows read so far */
  guint32 n_employment;
  guint32 free_code;       /* the first of the rows of codes that nobody has: a later month sent them again */
  CasenessDate period_end; /* of the month being read */
  GArray *tools;           /* CasenessLoaderSlot by dictionary number: stamp 1, value = tool */
  GArray *questions;       /* likewise: value = question */
  GArray *patients;        /* per month: NHS number tag plus 1 */
  GArray *people;          /* per provider: row of the patient */
  GArray *referrals;       /* per provider: newest row under the id */
  GArray *month_referrals; /* per month: the row the id means in it */
  GArray *contacts;        /* per provider: row */
  GArray *activities;      /* per month: row */
} CasenessLoader;

static inline void
caseness_loader_set_slot (GArray *slots, guint32 number, guint32 stamp, guint32 value)
{
  if (number >= slots->len)
    g_array_set_size (slots, MAX (number + 1, slots->len + slots->len / 4)); /* clearing costs, growing does not */
  g_array_index (slots, CasenessLoaderSlot, number) = (CasenessLoaderSlot){ stamp, value };
}

static inline guint32
caseness_loader_get_slot (GArray *slots, guint32 number, guint32 stamp)
{
  if (number == 0 || number >= slots->len || g_array_index (slots, CasenessLoaderSlot, number).stamp != stamp)
    return CASENESS_NO_ROW;
  return g_array_index (slots, CasenessLoaderSlot, number).value;
}

/* The text of a column in its one dictionary. Text that lies where that of a row before does is the same, unless a statement
 * gave it, which may write over it. */
static inline guint32
caseness_loader_get_seen (CasenessDictionary *dictionary, CasenessLoaderRow *row, int column, gboolean may_add)
{
  const char *text = caseness_loader_get_text (row, column);
  CasenessLoaderSeen *seen
    = &row->seen[column][((guint32) (gsize) text * 2654435769u) >> (32 - CASENESS_LOADER_SEEN_BITS)];
  guint32 number;

  if (text != NULL && text == seen->text && seen->number != 0)
    return seen->number;
  number = may_add ? caseness_dictionary_add (dictionary, text) : caseness_dictionary_find (dictionary, text);
  if (row->statement == NULL && text != row->digits)
    *seen = (CasenessLoaderSeen){ text, number };
  return number;
}

/* The id of a contact or an activity, in the dictionary of those. */
static inline guint32
caseness_loader_get_id (CasenessDictionary *ids, CasenessLoaderRow *row, int column)
{
  return caseness_loader_get_seen (ids, row, column, TRUE);
}

/* Likewise of an id that need not be there; 0 when it is not. */
static inline guint32
caseness_loader_find_id (CasenessDictionary *ids, CasenessLoaderRow *row, int column)
{
  return caseness_loader_get_seen (ids, row, column, FALSE);
}

static inline guint32
caseness_loader_get_number (CasenessLoader *loader, CasenessLoaderRow *row, int column)
{
  return caseness_loader_get_id (loader->records->dictionary, row, column);
}

static inline gint32
caseness_loader_get_int (CasenessLoaderRow *row, int column, gint32 fallback)
{
  const char *text;
  gint64 number;

  if (row->statement != NULL)
    return caseness_statement_is_null (row->statement, column)
             ? fallback
             : (gint32) caseness_statement_get_int (row->statement, column);
  return caseness_loader_read_cell (row, column, &number, &text) == CASENESS_ROW_NUMBER ? (gint32) number : fallback;
}

/* Short codes compare as numbers, so that "2" and "02" are one code. */
static inline guint32
caseness_loader_get_code (CasenessLoaderRow *row, int column)
{
  const char *text = caseness_loader_get_text (row, column);

  return text != NULL ? (guint32) g_ascii_strtoull (text, NULL, 10) : 0;
}

/* Most of what a month sends was sent before, so that the rows of a list that is sent anew are used again. */
static inline void
caseness_loader_drop_codes (CasenessLoader *loader, guint32 *first)
{
  CasenessRecords *records = loader->records;
  guint32 *last = first;

  while (*last != CASENESS_NO_ROW)
    last = &CASENESS_ROW (records->codes, CasenessCodeRow, *last)->next;
  *last = loader->free_code;
  loader->free_code = *first;
  *first = CASENESS_NO_ROW;
}

static inline void
caseness_loader_add_code (CasenessLoader *loader, CasenessLoaderRow *row, guint32 *first)
{
  CasenessRecords *records = loader->records;
  CasenessCodeRow code = { .next = *first, .code = caseness_loader_get_number (loader, row, 1) };

  *first = loader->free_code;
  if (*first == CASENESS_NO_ROW)
    {
      *first = records->codes->len;
      g_array_append_val (records->codes, code);
      return;
    }
  loader->free_code = CASENESS_ROW (records->codes, CasenessCodeRow, *first)->next;
  *CASENESS_ROW (records->codes, CasenessCodeRow, *first) = code;
}

typedef void (*CasenessLoaderReadFunc) (CasenessLoader *loader, CasenessLoaderRow *row);

/** CasenessLoaderTable: a table of a month. */
typedef struct
{
  const char *statement; /* reads its rows from the store */
  const char *table;     /* that the statement reads */
  const char *order;     /* (nullable): the date by which the statement orders the rows, before their lines */
  CasenessLoaderReadFunc read;
} CasenessLoaderTable;

/** caseness_loader_get_tables: Returns: (array length=n) (transfer none): in the order in which they are read. */
const CasenessLoaderTable *caseness_loader_get_tables (guint *n);

/** caseness_loader_init: makes a loader of no months; clear it with caseness_loader_clear(). */
void caseness_loader_init (CasenessLoader *loader, const CasenessSwitches *switches);

/** caseness_loader_clear: frees what it holds. */
void caseness_loader_clear (CasenessLoader *loader);

/** caseness_loader_start_month: starts the next month; a new provider starts its own ids. */
void caseness_loader_start_month (CasenessLoader *loader, const char *provider, CasenessDate period_start,
                                  CasenessDate period_end);

/**
 * caseness_loader_read_rest:
 * @loader: a loader that has read the first months that count
 * @store: a store
 * @n_read: how many
 * @cancellable: (nullable)
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the rows of all months, or NULL with @error set.
 */
CasenessRecords *caseness_loader_read_rest (CasenessLoader *loader, CasenessStore *store, guint n_read,
                                            GCancellable *cancellable, GError **error);

/* Rows of a table of the month that is being read, those of caseness-loader-people.c. */
void caseness_loader_read_patient (CasenessLoader *loader, CasenessLoaderRow *row);
void caseness_loader_read_practice (CasenessLoader *loader, CasenessLoaderRow *row);
void caseness_loader_read_disability (CasenessLoader *loader, CasenessLoaderRow *row);
void caseness_loader_read_circumstance (CasenessLoader *loader, CasenessLoaderRow *row);
void caseness_loader_read_accommodation (CasenessLoader *loader, CasenessLoaderRow *row);
void caseness_loader_read_employment (CasenessLoader *loader, CasenessLoaderRow *row);
void caseness_loader_read_qualification (CasenessLoader *loader, CasenessLoaderRow *row);

G_END_DECLS
