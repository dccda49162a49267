/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-condition.h"
#include "caseness-memo.h"

G_BEGIN_DECLS

/*
 * What caseness-condition.c parses, caseness-condition-match.c works out part by part, and
 * caseness-condition-evaluate.c puts together and keeps.
 */

typedef enum
{
  CASENESS_TERM_COLUMN,
  CASENESS_TERM_NUMBER,
  CASENESS_TERM_PERIOD_START,
  CASENESS_TERM_PERIOD_END,
} CasenessTermKind;

typedef struct
{
  CasenessTermKind kind;
  int sign;
  const CasenessColumn *column;
  gint32 number;
} CasenessTerm;

struct _CasenessSum
{
  CasenessTable table;
  GArray *terms; /* CasenessTerm */
};

typedef enum
{
  CASENESS_PART_IN_PERIOD,
  CASENESS_PART_OPEN,
  CASENESS_PART_FILLED,
  CASENESS_PART_EMPTY,
  CASENESS_PART_IN,
  CASENESS_PART_NOT_IN,
  CASENESS_PART_STARTS,
  CASENESS_PART_CONTAINS,
  CASENESS_PART_LACKS,
  CASENESS_PART_FLAG,
  CASENESS_PART_NOT_FLAG,
  CASENESS_PART_HAS,
  CASENESS_PART_HAS_NO,
  CASENESS_PART_COMPARE,
} CasenessPartKind;

typedef enum
{
  CASENESS_COMPARE_LESS,
  CASENESS_COMPARE_AT_MOST,
  CASENESS_COMPARE_EQUAL,
  CASENESS_COMPARE_AT_LEAST,
  CASENESS_COMPARE_MORE,
  CASENESS_COMPARE_NOT,
} CasenessComparison;

typedef struct
{
  char *text;
  const char *key; /* the table and the text, interned: the same part of another measure has the same */
  CasenessPartKind kind;
  const CasenessColumn *column; /* of the table asked for, or of the one that `has` looks into */
  char **values;
  CasenessComparison comparison;
  CasenessSum *left;
  CasenessSum *right;
  gboolean is_by_period;
} CasenessPart;

struct _CasenessCondition
{
  CasenessTable table;
  const char *key;    /* the table and the text, interned: the same condition elsewhere has the same */
  gboolean is_by_period;
  GPtrArray *clauses; /* GPtrArray of CasenessPart: one of each must hold */
};

struct _CasenessFrame
{
  CasenessSnapshot *snapshot;
  CasenessPeriod period;
  GHashTable *cells;          /* column → cells */
  GHashTable *period_cells;   /* the same, of this period */
  GHashTable *bitmaps;        /* key of a part → bitmap */
  GHashTable *period_bitmaps;
};

/** caseness_part_evaluate: sets the bits of the rows of @part's table that it holds for in @bitmap, which has none. */
void caseness_part_evaluate (const CasenessPart *part, CasenessFrame *frame, guint64 *bitmap, guint n);

G_END_DECLS
