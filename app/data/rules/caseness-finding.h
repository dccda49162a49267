/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CasenessFindingLevel: how far a broken rule reaches (rulings 113). */
typedef enum
{
  CASENESS_FINDING_FILE,    /* the national system would refuse the whole file */
  CASENESS_FINDING_RECORD,  /* the row is not kept */
  CASENESS_FINDING_WARNING, /* the row is kept */
} CasenessFindingLevel;

/**
 * CasenessFinding:
 *
 * One rule broken by one row: data, not an error.
 */
typedef struct
{
  const char *rule;   /* rule id of the data set, or one of ours; static */
  CasenessFindingLevel level;
  const char *table;  /* table name, static */
  char *file;         /* base name of the file */
  guint line;         /* physical line on which the record starts, header = 1; 0 for the whole file */
  char *field;        /* field, or column that no field has; empty for none */
  char *value;        /* (nullable): the value that was not kept; NULL where it stays or the field is sensitive */
  char *message;      /* what is wrong and how to put it right, in the user's language */
  char *referral;     /* (nullable): ServiceRequestId of the row, its own or that of what it hangs from */
  char *patient;      /* (nullable): LocalPatientId of the row */
} CasenessFinding;

/**
 * caseness_finding_new:
 * @rule: static or interned
 * @level: how far it reaches
 * @table: static or interned
 * @file: base name of the file
 * @line: physical line, 0 for the whole file
 * @field: (nullable): NULL is the empty string
 * @value: (nullable): the value that was not kept
 * @message: (transfer full): the sentence
 *
 * Returns: (transfer full): a finding.
 */
CasenessFinding *caseness_finding_new (const char *rule, CasenessFindingLevel level, const char *table,
                                       const char *file, guint line, const char *field, const char *value,
                                       char *message);

/** caseness_finding_free: frees one finding. */
void caseness_finding_free (CasenessFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessFinding, caseness_finding_free)

/** caseness_finding_level_get_word: Returns: (transfer none): `file`, `record` or `warning`. */
const char *caseness_finding_level_get_word (CasenessFindingLevel level);

G_END_DECLS
