/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-spec.h"

G_BEGIN_DECLS

/** CasenessSpreadsheetDamage: what a spreadsheet program does to a file that was opened in it and saved again. */
typedef enum
{
  CASENESS_SPREADSHEET_SOUND,
  CASENESS_SPREADSHEET_EXPONENT,     /* 1.02613E+15: digits are lost */
  CASENESS_SPREADSHEET_ROUNDED,      /* 1098051000000100: all digits after the fifteenth are zeros */
  CASENESS_SPREADSHEET_DAY_NUMBER,   /* 45778 for a day */
  CASENESS_SPREADSHEET_DAY_FRACTION, /* 0.395833333 for a clock time */
  CASENESS_SPREADSHEET_MONTH_NAME,   /* Oct-24 for 2024-10 */
  CASENESS_SPREADSHEET_N_DAMAGES,
} CasenessSpreadsheetDamage;

/**
 * caseness_spreadsheet_find_damage:
 * @field: the field
 * @text: a trimmed, filled cell of it
 *
 * Returns: what seems to have happened to the cell.
 */
CasenessSpreadsheetDamage caseness_spreadsheet_find_damage (const CasenessFieldSpec *field, const char *text);

/**
 * caseness_spreadsheet_describe:
 * @damage: what happened
 * @field: name of the field
 * @n_cells: how many cells of the file show it
 *
 * Returns: (transfer full): what is wrong and how to export without a spreadsheet, in the user's language.
 */
char *caseness_spreadsheet_describe (CasenessSpreadsheetDamage damage, const char *field, guint n_cells);

/**
 * CasenessSpreadsheetTally:
 *
 * What was seen of one field of a file. Zero-filled is nothing yet.
 */
typedef struct
{
  guint n_cells[CASENESS_SPREADSHEET_N_DAMAGES];
  guint lines[CASENESS_SPREADSHEET_N_DAMAGES]; /* where each was first seen */
  char *values[CASENESS_SPREADSHEET_N_DAMAGES]; /* the cell there */
  gboolean is_damaged; /* whether any is */
  guint n_long; /* numbers of more than fifteen digits that kept them all: no spreadsheet had the column */
} CasenessSpreadsheetTally;

/** caseness_spreadsheet_tally_add: counts one trimmed, filled cell of @field. */
void caseness_spreadsheet_tally_add (CasenessSpreadsheetTally *tally, const CasenessFieldSpec *field, const char *text,
                                     guint line);

/** caseness_spreadsheet_tally_is_damaged: whether @damage is to be told; a sound long number clears rounded ones. */
gboolean caseness_spreadsheet_tally_is_damaged (const CasenessSpreadsheetTally *tally,
                                                CasenessSpreadsheetDamage damage);

/** caseness_spreadsheet_tally_clear: frees what @tally holds. */
void caseness_spreadsheet_tally_clear (CasenessSpreadsheetTally *tally);

G_END_DECLS
