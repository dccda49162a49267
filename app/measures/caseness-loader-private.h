/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

static inline guint32
caseness_loader_get_number (CasenessLoader *loader, CasenessStatement *row, int column)
{
  return caseness_dictionary_add (loader->records->dictionary, caseness_statement_get_text (row, column));
}

/* The id of a contact or an activity. */
static inline guint32
caseness_loader_get_id (CasenessLoader *loader, CasenessStatement *row, int column)
{
  return caseness_dictionary_add (loader->records->ids, caseness_statement_get_text (row, column));
}

static inline gint32
caseness_loader_get_int (CasenessStatement *row, int column, gint32 fallback)
{
  return caseness_statement_is_null (row, column) ? fallback : (gint32) caseness_statement_get_int (row, column);
}

/* Short codes compare as numbers, so that "2" and "02" are one code. */
static inline guint32
caseness_loader_get_code (CasenessStatement *row, int column)
{
  const char *text = caseness_statement_get_text (row, column);

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
caseness_loader_add_code (CasenessLoader *loader, CasenessStatement *row, guint32 *first)
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

/* Rows of a table of the month that is being read, those of caseness-loader-people.c. */
void caseness_loader_read_patient (CasenessLoader *loader, CasenessStatement *row);
void caseness_loader_read_practice (CasenessLoader *loader, CasenessStatement *row);
void caseness_loader_read_disability (CasenessLoader *loader, CasenessStatement *row);
void caseness_loader_read_circumstance (CasenessLoader *loader, CasenessStatement *row);
void caseness_loader_read_accommodation (CasenessLoader *loader, CasenessStatement *row);
void caseness_loader_read_employment (CasenessLoader *loader, CasenessStatement *row);
void caseness_loader_read_qualification (CasenessLoader *loader, CasenessStatement *row);

G_END_DECLS
