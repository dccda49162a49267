/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"

G_BEGIN_DECLS

/** CasenessFieldType: how a field is typed in the store. */
typedef enum
{
  CASENESS_FIELD_TEXT,
  CASENESS_FIELD_DATE,      /* days since 1970-01-01 */
  CASENESS_FIELD_TIME,      /* seconds since midnight */
  CASENESS_FIELD_DATE_TIME, /* kept as YYYY-MM-DD HH:MM:SS */
  CASENESS_FIELD_INTEGER,
} CasenessFieldType;

/** CasenessFieldLetters: how the letters of a code are read (rulings 2). */
typedef enum
{
  CASENESS_LETTERS_AS_SENT,
  CASENESS_LETTERS_UPPER,
  CASENESS_LETTERS_LOWER,
} CasenessFieldLetters;

/** CasenessFieldSpec: one field of a table, as the data set or a local list defines it. */
typedef struct
{
  const char *name;      /* data set name of version 2.1, or the list's column */
  const char *name_2_0;  /* (nullable): its name in version 2.0 where that differs */
  const char *uid;       /* data set UID, such as I101010 */
  CasenessFieldType type;
  gboolean is_required;  /* a file without the column is refused (rulings 88) */
  gboolean is_mandatory; /* a row without a value is rejected (rulings 87) */
  gboolean is_sensitive; /* never printed in findings (rulings 24) */
  guint code_width;      /* pad shorter codes with zeros on the left to this width, 0 = never (rulings 2) */
  CasenessFieldLetters letters;
  gboolean is_expected;  /* a file without the column is taken, with a finding (rulings 18) */
  gboolean is_new_in_2_1; /* not expected of a submission of version 2.0 */
  gboolean is_only_in_2_0; /* what only version 2.0 asks */
} CasenessFieldSpec;

/** CasenessTableSpec: one table of the data set, or one local list. */
typedef struct
{
  const char *name;  /* IDS101Referral, LOCStaff */
  const char *title; /* for people */
  gboolean is_list;  /* a local list */
  gboolean is_extract; /* in no submission: what a national extract says beside one of its tables */
  gboolean is_required; /* a submission without the table, or with an empty one, is refused (rulings 18) */
  const CasenessFieldSpec *fields;
  guint n_fields;
  const char *const *ignored; /* (array zero-terminated=1): columns of national extracts that are known but not read */
} CasenessTableSpec;

/**
 * caseness_spec_get_tables:
 * @n_tables: (out): how many
 *
 * The tables of the data set in the order of their numbers, what national extracts add, then the local lists.
 *
 * Returns: (transfer none) (array length=n_tables): the tables.
 */
const CasenessTableSpec *caseness_spec_get_tables (guint *n_tables);

/** caseness_spec_find_table: Returns: (transfer none) (nullable): the table of that name, any case. */
const CasenessTableSpec *caseness_spec_find_table (const char *name);

/** caseness_spec_find_field: Returns: the index of the field of that name (either version), any case, or -1. */
int caseness_spec_find_field (const CasenessTableSpec *table, const char *name);

G_END_DECLS
