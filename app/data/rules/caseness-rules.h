/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"
#include "caseness-finding.h"
#include "caseness-spec.h"

G_BEGIN_DECLS

/** CasenessRuleEffect: what becomes of a row that breaks a rule. */
typedef enum
{
  CASENESS_RULE_KEEP,   /* the row is kept as it is */
  CASENESS_RULE_BLANK,  /* the field is read as empty */
  CASENESS_RULE_REJECT, /* the row is not kept */
  CASENESS_RULE_REFUSE, /* the submission is refused */
} CasenessRuleEffect;

/**
 * CasenessRuleTest:
 *
 * What a rule asks. One engine walks the rows of `resources/reference/rules.csv`; each kind is one function of
 * `caseness-rule-tests.c` (one row at a time) or `caseness-judgement.c` (rows among each other).
 */
typedef enum
{
  /* one row, alone or with the header and the rows it hangs from */
  CASENESS_RULE_BLANK_FIELD,
  CASENESS_RULE_NOT_IN_LIST,
  CASENESS_RULE_TOO_LONG,
  CASENESS_RULE_WRONG_LENGTH,
  CASENESS_RULE_NOT_DIGITS,
  CASENESS_RULE_NOT_A_DATE,
  CASENESS_RULE_NOT_A_TIME,
  CASENESS_RULE_NOT_A_DATE_TIME,
  CASENESS_RULE_BEFORE_FIELD,
  CASENESS_RULE_AFTER_FIELD,
  CASENESS_RULE_BEFORE_DATE,
  CASENESS_RULE_COMBINATION,
  CASENESS_RULE_SNOMED,
  CASENESS_RULE_SCHEME_FORM,
  CASENESS_RULE_TOOL_UNKNOWN,
  CASENESS_RULE_SCORE_FORM,
  CASENESS_RULE_SCORE_RANGE,
  CASENESS_RULE_YEAR_MONTH,
  CASENESS_RULE_YEAR_MONTH_SLASH,
  CASENESS_RULE_YEAR_MONTH_BEFORE_BIRTH,
  CASENESS_RULE_VERSION_FORM,
  CASENESS_RULE_NHS_NUMBER,
  CASENESS_RULE_POSTCODE,
  CASENESS_RULE_BIRTH_DATE,
  CASENESS_RULE_HEADER_DIFFERS,
  /* rows among each other */
  CASENESS_RULE_DUPLICATE_KEY,
  CASENESS_RULE_SEVERAL_OPEN,
  CASENESS_RULE_SAME_MOMENT,
  CASENESS_RULE_CLOSED_BEFORE_PERIOD,
  CASENESS_RULE_ORPHAN,
  CASENESS_RULE_CHILDLESS,
  CASENESS_RULE_REGISTRATION_GAP,
  CASENESS_RULE_NO_DATE_IN_PERIOD,
  /* the shape of the submission, asked while reading it */
  CASENESS_RULE_SHAPE,
  /* not judged */
  CASENESS_RULE_NATIONAL,
  CASENESS_RULE_UPLOAD,
  CASENESS_RULE_UNLISTED,
  CASENESS_RULE_N_TESTS,
} CasenessRuleTest;

#define CASENESS_RULE_MAX_COLUMNS 8
#define CASENESS_RULE_MAX_CONDITIONS 4

/** CasenessRuleCondition: one of the conditions that together break a combination rule. */
typedef struct
{
  guint column;
  enum
  {
    CASENESS_CONDITION_FILLED,
    CASENESS_CONDITION_BLANK,
    CASENESS_CONDITION_IN,
    CASENESS_CONDITION_NOT_IN, /* blank, or none of the values */
  } kind;
  char **values;
} CasenessRuleCondition;

/** CasenessRule: one row of the rules table, with names resolved. */
typedef struct
{
  const char *id;
  int table;               /* index among caseness_spec_get_tables (), -1 for the whole submission */
  int column;              /* field the finding names, -1 for the whole table */
  int other_table;         /* table of the other field, -1 when there is none */
  int other_column;
  guint columns[CASENESS_RULE_MAX_COLUMNS]; /* of a key: all its fields */
  guint n_columns;
  CasenessFindingLevel level; /* as findings tell it: a rule that only blanks a field is a warning */
  CasenessRuleEffect effect;
  CasenessRuleTest test;
  guint minimum;           /* lengths, digits, years, months or days */
  guint maximum;
  CasenessDate date;       /* of before-date */
  char **values;           /* the arguments, split at | */
  GHashTable *list;        /* (nullable): set of the codes of the rule's list, version 2.1 */
  GHashTable *list_2_0;    /* (nullable): the same, version 2.0 */
  CasenessRuleCondition conditions[CASENESS_RULE_MAX_CONDITIONS];
  guint n_conditions;
  gboolean is_flagged;     /* blanks count as equal; an expression may stand for a concept */
  gboolean is_for_2_0;
  gboolean is_for_2_1;
  gboolean is_judged;      /* FALSE: it needs what only the national system has */
  const char *meaning;     /* what is wrong */
  const char *fix;         /* how to put it right */
} CasenessRule;

/**
 * caseness_rules_get:
 * @n_rules: (out): how many
 *
 * All rules in the order of the table. Immutable, so any thread may read them.
 *
 * Returns: (transfer none) (array length=n_rules): the rules.
 */
const CasenessRule *caseness_rules_get (guint *n_rules);

/** caseness_rules_find: Returns: (transfer none) (nullable): the rule of that id, NULL for those of reading a file. */
const CasenessRule *caseness_rules_find (const char *id);

/** caseness_rule_is_consequence: whether rows break @rule only because another row is not kept. */
gboolean caseness_rule_is_consequence (const CasenessRule *rule);

/** caseness_rule_find_test: Returns: the test of that name in the rules table, or CASENESS_RULE_N_TESTS. */
CasenessRuleTest caseness_rule_find_test (const char *name);

/**
 * caseness_rule_describe:
 * @rule: a rule
 * @value: (nullable): the value sent, unless it may not be shown
 *
 * Returns: (transfer full): what is wrong and how to put it right, in the user's language.
 */
char *caseness_rule_describe (const CasenessRule *rule, const char *value);

G_END_DECLS
