/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-rule-tests.h"

#include "caseness-cell.h"
#include "caseness-identifiers.h"
#include "caseness-score-form.h"

#include <string.h>

typedef gboolean (*TestFunc) (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells);

static guint
find_table (const CasenessSubmission *submission, const char *name)
{
  for (guint i = 0; i < submission->n_tables; i++)
    if (g_str_equal (submission->tables[i].spec->name, name))
      return i;
  g_assert_not_reached ();
}

void
caseness_rule_context_init (CasenessRuleContext *context, const CasenessSubmission *submission)
{
  const CasenessSubmissionTable *people, *referrals;

  memset (context, 0, sizeof *context);
  context->submission = submission;
  context->is_2_0 = g_strcmp0 (submission->version, "2.0") == 0;
  context->people_table = find_table (submission, "IDS001MPI");
  context->referrals_table = find_table (submission, "IDS101Referral");
  context->person_column = g_new (int, submission->n_tables);
  context->referral_column = g_new (int, submission->n_tables);
  for (guint i = 0; i < submission->n_tables; i++)
    {
      context->person_column[i] = caseness_spec_find_field (submission->tables[i].spec, "LocalPatientId");
      context->referral_column[i] = caseness_spec_find_field (submission->tables[i].spec, "ServiceRequestId");
    }
  people = &submission->tables[context->people_table];
  referrals = &submission->tables[context->referrals_table];
  context->people = caseness_row_index_new (people, (guint) context->person_column[context->people_table], FALSE);
  context->referrals
    = caseness_row_index_new (referrals, (guint) context->referral_column[context->referrals_table], FALSE);
}

void
caseness_rule_context_clear (CasenessRuleContext *context)
{
  g_clear_pointer (&context->people, caseness_row_index_free);
  g_clear_pointer (&context->referrals, caseness_row_index_free);
  g_clear_pointer (&context->person_column, g_free);
  g_clear_pointer (&context->referral_column, g_free);
}

static const char *
get_field (const CasenessRule *rule, const char *const *cells)
{
  return cells[rule->column];
}

/* The row's owner */

static const char *const *
find_referral (const CasenessRuleContext *context, int table, const char *const *cells)
{
  int column = context->referral_column[table];
  guint row = column < 0 ? CASENESS_NO_ROW : caseness_row_index_find (context->referrals, cells[column]);

  if (row == CASENESS_NO_ROW)
    return NULL;
  return (const char *const *) caseness_row_get_cells (&context->submission->tables[context->referrals_table], row);
}

static const char *const *
find_person (const CasenessRuleContext *context, int table, const char *const *cells)
{
  int column = context->person_column[table];
  guint row;

  if (column < 0)
    {
      cells = find_referral (context, table, cells);
      column = context->person_column[context->referrals_table];
    }
  row = cells == NULL ? CASENESS_NO_ROW : caseness_row_index_find (context->people, cells[column]);
  if (row == CASENESS_NO_ROW)
    return NULL;
  return (const char *const *) caseness_row_get_cells (&context->submission->tables[context->people_table], row);
}

static CasenessDate
find_other_date (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  const CasenessSubmission *submission = context->submission;

  if (rule->other_table == 0)
    return g_str_equal (submission->tables[0].spec->fields[rule->other_column].name, "ReportingPeriodStartDate")
             ? submission->period_start
             : submission->period_end;
  if (rule->other_table == rule->table)
    ;
  else if (rule->other_table == (int) context->people_table)
    cells = find_person (context, rule->table, cells);
  else
    cells = find_referral (context, rule->table, cells);
  return cells == NULL ? CASENESS_DATE_NONE : caseness_date_parse (cells[rule->other_column]);
}

/* One field */

static gboolean
is_blank (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  return get_field (rule, cells) == NULL;
}

static gboolean
is_not_in_list (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  GHashTable *list = context->is_2_0 ? rule->list_2_0 : rule->list;

  return get_field (rule, cells) != NULL && list != NULL && !g_hash_table_contains (list, get_field (rule, cells));
}

/* Nearly all text has a byte a letter, and then its bytes tell. */
static glong
count_letters (const char *text)
{
  glong n = 0;

  while (text[n] != '\0' && (guchar) text[n] < 0x80)
    n++;
  return text[n] == '\0' ? n : g_utf8_strlen (text, -1);
}

static gboolean
has_wrong_length (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  glong length = get_field (rule, cells) == NULL ? -1 : count_letters (get_field (rule, cells));

  return length >= 0 && (length < (glong) rule->minimum || length > (glong) rule->maximum);
}

static gboolean
is_too_long (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  return get_field (rule, cells) != NULL && count_letters (get_field (rule, cells)) > (glong) rule->maximum;
}

static gboolean
is_not_digits (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  return get_field (rule, cells) != NULL
         && !caseness_cell_is_digits (get_field (rule, cells), rule->minimum, rule->maximum);
}

static gboolean
is_not_a_date (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  return get_field (rule, cells) != NULL && caseness_date_parse (get_field (rule, cells)) == CASENESS_DATE_NONE;
}

static gboolean
is_not_a_time (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  return get_field (rule, cells) != NULL && caseness_time_parse (get_field (rule, cells)) == CASENESS_TIME_NONE;
}

static gboolean
is_not_a_date_time (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  g_autofree char *parsed = caseness_cell_date_time_parse (get_field (rule, cells));

  return get_field (rule, cells) != NULL && parsed == NULL;
}

static gboolean
is_not_snomed (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  const char *code = get_field (rule, cells);

  if (code == NULL)
    return FALSE;
  return rule->is_flagged ? !caseness_snomed_is_expression (code) : !caseness_snomed_is_concept (code);
}

static gboolean
is_not_a_version (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  const char *text = get_field (rule, cells);
  g_auto(GStrv) parts = g_strsplit (text == NULL ? "2.1" : text, ".", 0);

  return g_strv_length (parts) != 2 || !caseness_cell_is_digits (parts[0], 1, 2)
         || !caseness_cell_is_digits (parts[1], 1, 2);
}

static gboolean
is_impossible_nhs_number (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  return get_field (rule, cells) != NULL && !caseness_nhs_number_is_possible (get_field (rule, cells));
}

static gboolean
is_malformed_postcode (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  return get_field (rule, cells) != NULL && !caseness_postcode_is_well_formed (get_field (rule, cells));
}

/* Dates against others */

static gboolean
is_impossible_birth_date (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  CasenessDate born = caseness_date_parse (get_field (rule, cells));

  return born != CASENESS_DATE_NONE
         && (born > context->submission->period_end
             || caseness_date_age (born, context->submission->period_start) > (int) rule->maximum);
}

static gboolean
is_before_field (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  CasenessDate date = caseness_date_parse (get_field (rule, cells));
  CasenessDate other = date == CASENESS_DATE_NONE ? CASENESS_DATE_NONE : find_other_date (rule, context, cells);

  return other != CASENESS_DATE_NONE && date < other;
}

static gboolean
is_after_field (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  CasenessDate date = caseness_date_parse (get_field (rule, cells));
  CasenessDate other = date == CASENESS_DATE_NONE ? CASENESS_DATE_NONE : find_other_date (rule, context, cells);

  if (other == CASENESS_DATE_NONE)
    return FALSE;
  if (rule->is_flagged)
    return date > caseness_date_add_months (other, (int) rule->maximum);
  return date > other + (int) rule->maximum;
}

static gboolean
is_before_date (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  CasenessDate date = caseness_date_parse (get_field (rule, cells));

  return date != CASENESS_DATE_NONE && date < rule->date;
}

/* Year and month. Returns the month counted from year 0, or -1. */
static int
parse_year_month (const char *text, char separator)
{
  int month;

  if (strlen (text) != 7 || strspn (text, "0123456789") != 4 || text[4] != separator
      || !caseness_cell_is_digits (text + 5, 2, 2))
    return -1;
  month = (text[5] - '0') * 10 + text[6] - '0';
  return month < 1 || month > 12 ? -1 : (int) g_ascii_strtoll (text, NULL, 10) * 12 + month - 1;
}

static gboolean
is_not_a_year_month (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  const char *text = get_field (rule, cells);

  return text != NULL && parse_year_month (text, '-') < 0 && parse_year_month (text, '/') < 0;
}

static gboolean
has_slash (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  return get_field (rule, cells) != NULL && parse_year_month (get_field (rule, cells), '/') >= 0;
}

static gboolean
is_before_birth_month (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  int onset = get_field (rule, cells) == NULL ? -1 : parse_year_month (get_field (rule, cells), '-');
  CasenessDate born = onset < 0 ? CASENESS_DATE_NONE : find_other_date (rule, context, cells);
  int year, month;

  if (born == CASENESS_DATE_NONE)
    return FALSE;
  caseness_date_split (born, &year, &month, NULL);
  return onset < year * 12 + month - 1;
}

/* Several fields */

static gboolean
holds (const CasenessRuleCondition *condition, const char *const *cells)
{
  const char *text = cells[condition->column];
  gboolean is_in = text != NULL && g_strv_contains ((const char *const *) condition->values, text);

  switch (condition->kind)
    {
    case CASENESS_CONDITION_FILLED:
      return text != NULL;
    case CASENESS_CONDITION_BLANK:
      return text == NULL;
    case CASENESS_CONDITION_IN:
      return is_in;
    case CASENESS_CONDITION_NOT_IN:
    default:
      return !is_in;
    }
}

static gboolean
is_combination (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  for (guint i = 0; i < rule->n_conditions; i++)
    if (!holds (&rule->conditions[i], cells))
      return FALSE;
  return TRUE;
}

static gboolean
differs_from_header (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  return get_field (rule, cells) != NULL && g_strcmp0 (get_field (rule, cells), context->submission->provider) != 0;
}

/* ICD-10 has 4 to 6 characters here. Version 2.0 let Read codes pass and looked at the digits of SNOMED CT alone. */
static gboolean
has_scheme_misfit (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  const char *code = get_field (rule, cells);
  const char *scheme = cells[rule->other_column];
  glong length = code == NULL ? 0 : count_letters (code);

  if (code == NULL || scheme == NULL)
    return FALSE;
  if (g_str_equal (scheme, "01"))
    return length < 4 || length > 6;
  if (g_str_equal (scheme, "04"))
    return context->is_2_0 ? !caseness_cell_is_digits (code, 6, 18) : !caseness_snomed_is_concept (code);
  if (context->is_2_0 && (g_str_equal (scheme, "02") || g_str_equal (scheme, "03")))
    return length != 5 && length != 7;
  return FALSE;
}

static gboolean
is_unknown_tool (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  return get_field (rule, cells) != NULL && !caseness_score_tool_is_known (get_field (rule, cells));
}

static gboolean
is_malformed_score (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  return get_field (rule, cells) != NULL
         && !caseness_score_is_well_formed (cells[rule->other_column], get_field (rule, cells));
}

static gboolean
is_impossible_score (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  return get_field (rule, cells) != NULL
         && !caseness_score_is_possible (cells[rule->other_column], get_field (rule, cells));
}

static const TestFunc tests[CASENESS_RULE_N_TESTS] = {
  [CASENESS_RULE_BLANK_FIELD] = is_blank,
  [CASENESS_RULE_NOT_IN_LIST] = is_not_in_list,
  [CASENESS_RULE_TOO_LONG] = is_too_long,
  [CASENESS_RULE_WRONG_LENGTH] = has_wrong_length,
  [CASENESS_RULE_NOT_DIGITS] = is_not_digits,
  [CASENESS_RULE_NOT_A_DATE] = is_not_a_date,
  [CASENESS_RULE_NOT_A_TIME] = is_not_a_time,
  [CASENESS_RULE_NOT_A_DATE_TIME] = is_not_a_date_time,
  [CASENESS_RULE_BEFORE_FIELD] = is_before_field,
  [CASENESS_RULE_AFTER_FIELD] = is_after_field,
  [CASENESS_RULE_BEFORE_DATE] = is_before_date,
  [CASENESS_RULE_COMBINATION] = is_combination,
  [CASENESS_RULE_SNOMED] = is_not_snomed,
  [CASENESS_RULE_SCHEME_FORM] = has_scheme_misfit,
  [CASENESS_RULE_TOOL_UNKNOWN] = is_unknown_tool,
  [CASENESS_RULE_SCORE_FORM] = is_malformed_score,
  [CASENESS_RULE_SCORE_RANGE] = is_impossible_score,
  [CASENESS_RULE_YEAR_MONTH] = is_not_a_year_month,
  [CASENESS_RULE_YEAR_MONTH_SLASH] = has_slash,
  [CASENESS_RULE_YEAR_MONTH_BEFORE_BIRTH] = is_before_birth_month,
  [CASENESS_RULE_VERSION_FORM] = is_not_a_version,
  [CASENESS_RULE_NHS_NUMBER] = is_impossible_nhs_number,
  [CASENESS_RULE_POSTCODE] = is_malformed_postcode,
  [CASENESS_RULE_BIRTH_DATE] = is_impossible_birth_date,
  [CASENESS_RULE_HEADER_DIFFERS] = differs_from_header,
};

gboolean
caseness_rule_is_of_one_row (CasenessRuleTest test)
{
  return test < CASENESS_RULE_N_TESTS && tests[test] != NULL;
}

gboolean
caseness_rule_is_of_one_field (CasenessRuleTest test)
{
  switch (test)
    {
    case CASENESS_RULE_BLANK_FIELD:
    case CASENESS_RULE_NOT_IN_LIST:
    case CASENESS_RULE_TOO_LONG:
    case CASENESS_RULE_WRONG_LENGTH:
    case CASENESS_RULE_NOT_DIGITS:
    case CASENESS_RULE_NOT_A_DATE:
    case CASENESS_RULE_NOT_A_TIME:
    case CASENESS_RULE_NOT_A_DATE_TIME:
    case CASENESS_RULE_BEFORE_DATE:
    case CASENESS_RULE_SNOMED:
    case CASENESS_RULE_TOOL_UNKNOWN:
    case CASENESS_RULE_YEAR_MONTH:
    case CASENESS_RULE_YEAR_MONTH_SLASH:
    case CASENESS_RULE_VERSION_FORM:
    case CASENESS_RULE_NHS_NUMBER:
    case CASENESS_RULE_POSTCODE:
    case CASENESS_RULE_BIRTH_DATE:
    case CASENESS_RULE_HEADER_DIFFERS:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
caseness_rule_is_broken (const CasenessRule *rule, const CasenessRuleContext *context, const char *const *cells)
{
  TestFunc test = tests[rule->test];

  g_return_val_if_fail (test != NULL, FALSE);

  return test (rule, context, cells);
}
