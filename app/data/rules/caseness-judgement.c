/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-judgement-private.h"

#include "caseness-row-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADER 0

CasenessSubmissionTable *
caseness_judgement_get_table (const CasenessJudgement *judgement, guint table)
{
  return &judgement->submission->tables[table];
}

void
caseness_judgement_place (CasenessJudgement *judgement, guint table, guint order, CasenessFinding *finding)
{
  const CasenessPlacedFinding placed = { finding, table, order };

  g_array_append_val (judgement->placed, placed);
}

/* The value has a place of its own only where it is lost: what a warning is about stays in the row, and the sentence
 * quotes it. The findings of the worked service are told so. */
void
caseness_judgement_find (CasenessJudgement *judgement, const CasenessRule *rule, guint row)
{
  CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, (guint) rule->table);
  const CasenessFieldSpec *field = &table->spec->fields[rule->column];
  const char *value = field->is_sensitive ? NULL : caseness_row_get_cells (table, row)[rule->column];
  CasenessFinding *finding;

  finding = caseness_finding_new (rule->id, rule->level, table->spec->name, table->file,
                                  caseness_submission_table_get_line (table, row), field->name,
                                  rule->effect == CASENESS_RULE_KEEP ? NULL : value,
                                  caseness_rule_describe (rule, value));
  caseness_judgement_name_owner (judgement, finding, (guint) rule->table, row);
  caseness_judgement_place (judgement, (guint) rule->table, (guint) (rule - judgement->rules) + 1, finding);
  if (rule->effect == CASENESS_RULE_REJECT)
    table->is_rejected[row] = TRUE;
}

gboolean
caseness_judgement_applies (const CasenessJudgement *judgement, const CasenessRule *rule)
{
  return rule->is_judged && rule->table >= 0 && rule->column >= 0
         && (judgement->context.is_2_0 ? rule->is_for_2_0 : rule->is_for_2_1);
}

static void
judgement_init (CasenessJudgement *judgement, CasenessSubmission *submission)
{
  memset (judgement, 0, sizeof *judgement);
  judgement->submission = submission;
  caseness_rule_context_init (&judgement->context, submission);
  judgement->rules = caseness_rules_get (&judgement->n_rules);
  judgement->rules_of = g_new0 (GPtrArray *, submission->n_tables);
  judgement->is_out = g_new0 (guint8 *, submission->n_tables);
  judgement->is_key_unique = g_new0 (guint8, submission->n_tables);
  for (guint i = 0; i < submission->n_tables; i++)
    judgement->rules_of[i] = g_ptr_array_new ();
  for (guint i = 0; i < judgement->n_rules; i++)
    if (caseness_judgement_applies (judgement, &judgement->rules[i]))
      g_ptr_array_add (judgement->rules_of[judgement->rules[i].table], (gpointer) &judgement->rules[i]);
  judgement->placed = g_array_new (FALSE, FALSE, sizeof (CasenessPlacedFinding));
  judgement->links = g_array_new (FALSE, FALSE, sizeof (CasenessRowLink));
}

static void
judgement_clear (CasenessJudgement *judgement)
{
  for (guint i = 0; i < judgement->submission->n_tables; i++)
    {
      g_ptr_array_unref (judgement->rules_of[i]);
      g_free (judgement->is_out[i]);
    }
  for (guint i = 0; i < judgement->links->len; i++)
    g_free (g_array_index (judgement->links, CasenessRowLink, i).owner);
  for (guint i = 0; i < judgement->placed->len; i++)
    caseness_finding_free (g_array_index (judgement->placed, CasenessPlacedFinding, i).finding);
  g_free (judgement->rules_of);
  g_free (judgement->is_out);
  g_free (judgement->is_key_unique);
  g_array_unref (judgement->placed);
  g_array_unref (judgement->links);
  caseness_rule_context_clear (&judgement->context);
  caseness_judgement_clear_owners (judgement);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CasenessJudgement, judgement_clear)

/* Each row by itself */

/* Of each text that came lately one is remembered: a power of two. */
#define N_KEPT_BITS 6

/* A rule that is asked of each row. Where it asks nothing but its field, and that shares its text with one that kept the
 * rule, or is empty as one that did, the answer is known. More than half of all questions are answered so. */
typedef struct
{
  const CasenessRule *rule;
  gboolean is_of_one_field;
  gboolean keeps_blank;                /* seen so */
  const char *kept[1 << N_KEPT_BITS];  /* by address, NULL where none was seen */
} Question;

static GArray *
list_questions (const CasenessJudgement *judgement, guint table)
{
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (Question));

  for (guint i = 0; i < judgement->rules_of[table]->len; i++)
    {
      const CasenessRule *rule = g_ptr_array_index (judgement->rules_of[table], i);
      const Question question = { .rule = rule, .is_of_one_field = caseness_rule_is_of_one_field (rule->test) };

      if (caseness_rule_is_of_one_row (rule->test))
        g_array_append_val (questions, question);
    }
  return questions;
}

static const char **
find_kept (Question *question, const char *cell)
{
  return &question->kept[((guint32) (gsize) cell * 2654435769u) >> (32 - N_KEPT_BITS)];
}

static gboolean
is_settled (Question *question, const char *cell)
{
  return question->is_of_one_field && (cell != NULL ? *find_kept (question, cell) == cell : question->keeps_blank);
}

static void
settle (Question *question, const char *cell)
{
  if (cell != NULL)
    *find_kept (question, cell) = cell;
  else
    question->keeps_blank = TRUE;
}

static void
judge_row (CasenessJudgement *judgement, GArray *questions, guint table, guint row)
{
  const char **cells = caseness_row_get_cells (caseness_judgement_get_table (judgement, table), row);
  guint64 is_blanked = 0; /* after the last rule, so that no rule calls a field empty that was only unreadable */

  for (guint i = 0; i < questions->len; i++)
    {
      Question *question = &g_array_index (questions, Question, i);
      const CasenessRule *rule = question->rule;

      if (is_settled (question, cells[rule->column]))
        continue;
      if (!caseness_rule_is_broken (rule, &judgement->context, (const char *const *) cells))
        {
          settle (question, cells[rule->column]);
          continue;
        }
      caseness_judgement_find (judgement, rule, row);
      if (rule->effect == CASENESS_RULE_BLANK)
        is_blanked |= G_GUINT64_CONSTANT (1) << rule->column;
    }
  for (guint column = 0; is_blanked != 0; column++, is_blanked >>= 1)
    if (is_blanked & 1)
      cells[column] = NULL;
}

static void
judge_rows (CasenessJudgement *judgement, guint table)
{
  const CasenessSubmissionTable *rows = caseness_judgement_get_table (judgement, table);
  g_autoptr(GArray) questions = list_questions (judgement, table);

  for (guint row = 0; row < rows->n_rows; row++)
    judge_row (judgement, questions, table, row);
}

/* Warnings about what is left */

static gboolean
has_successor (const CasenessRule *rule, const CasenessSubmissionTable *table, const CasenessRowGroups *groups,
               guint row)
{
  const char **cells = caseness_row_get_cells (table, row);
  CasenessDate end = caseness_date_parse (cells[rule->columns[3]]);

  for (guint other = groups->first[row]; other != CASENESS_NO_ROW; other = groups->next[other])
    {
      const char **others = caseness_row_get_cells (table, other);
      CasenessDate start = caseness_date_parse (others[rule->columns[2]]);

      if (start == end + 1 && g_strcmp0 (cells[rule->columns[1]], others[rule->columns[1]]) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
find_registration_gaps (CasenessJudgement *judgement, const CasenessRule *rule)
{
  CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, (guint) rule->table);
  g_autoptr(CasenessRowGroups) groups
    = caseness_row_groups_new (table, rule->columns, 1, FALSE, table->is_rejected);

  for (guint row = 0; row < table->n_rows; row++)
    if (groups->first[row] != CASENESS_NO_ROW
        && caseness_date_parse (caseness_row_get_cells (table, row)[rule->columns[3]]) != CASENESS_DATE_NONE
        && !has_successor (rule, table, groups, row))
      caseness_judgement_find (judgement, rule, row);
}

/* Asked of all rows sent: a month of rows rejected for their dates is just what the rule is about. */
static gboolean
has_date_in_period (const CasenessSubmission *submission, const CasenessSubmissionTable *table)
{
  for (guint row = 0; row < table->n_rows; row++)
    for (guint column = 0; column < table->n_columns; column++)
      {
        CasenessDate date = CASENESS_DATE_NONE;

        if (table->spec->fields[column].type == CASENESS_FIELD_DATE)
          date = caseness_date_parse (caseness_row_get_cells (table, row)[column]);
        if (date != CASENESS_DATE_NONE && date >= submission->period_start && date <= submission->period_end)
          return TRUE;
      }
  return FALSE;
}

static void
check_dates_in_period (CasenessJudgement *judgement, const CasenessRule *rule)
{
  const CasenessSubmission *submission = judgement->submission;
  const CasenessSubmissionTable *header = caseness_judgement_get_table (judgement, HEADER);
  CasenessFinding *finding;

  for (guint table = HEADER + 1; table < submission->n_tables; table++)
    if (has_date_in_period (submission, &submission->tables[table]))
      return;
  finding = caseness_finding_new (rule->id, rule->level, header->spec->name, header->file, 0, NULL, NULL,
                                  caseness_rule_describe (rule, NULL));
  caseness_judgement_place (judgement, HEADER, (guint) (rule - judgement->rules) + 1, finding);
}

static void
judge_what_is_left (CasenessJudgement *judgement)
{
  for (guint i = 0; i < judgement->n_rules; i++)
    {
      const CasenessRule *rule = &judgement->rules[i];

      if (rule->test == CASENESS_RULE_NO_DATE_IN_PERIOD)
        check_dates_in_period (judgement, rule);
      else if (rule->test == CASENESS_RULE_REGISTRATION_GAP && caseness_judgement_applies (judgement, rule))
        find_registration_gaps (judgement, rule);
    }
}

/* The outcome */

static guint
find_table_of (const CasenessSubmission *submission, const CasenessFinding *finding)
{
  for (guint i = 0; i < submission->n_tables; i++)
    if (submission->tables[i].spec->name == finding->table)
      return i;
  return HEADER;
}

static void
place_findings_of_files (CasenessJudgement *judgement)
{
  GPtrArray *findings = judgement->submission->findings;

  for (guint i = 0; i < findings->len; i++)
    {
      CasenessFinding *finding = g_ptr_array_index (findings, i);

      caseness_judgement_place (judgement, find_table_of (judgement->submission, finding), 0, finding);
    }
  g_ptr_array_set_free_func (findings, NULL);
  g_ptr_array_set_size (findings, 0);
  g_ptr_array_set_free_func (findings, (GDestroyNotify) caseness_finding_free);
}

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const CasenessPlacedFinding *x = a, *y = b;

  if (x->table != y->table)
    return x->table < y->table ? -1 : 1;
  if (x->finding->line != y->finding->line)
    return x->finding->line < y->finding->line ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

static void
hand_over_findings (CasenessJudgement *judgement)
{
  g_array_sort (judgement->placed, compare_placed);
  for (guint i = 0; i < judgement->submission->n_tables; i++)
    caseness_judgement_get_table (judgement, i)->n_warnings = 0;
  for (guint i = 0; i < judgement->placed->len; i++)
    {
      const CasenessPlacedFinding *placed = &g_array_index (judgement->placed, CasenessPlacedFinding, i);

      if (placed->finding->level == CASENESS_FINDING_WARNING)
        caseness_judgement_get_table (judgement, placed->table)->n_warnings++;
      g_ptr_array_add (judgement->submission->findings, placed->finding);
    }
  g_array_set_size (judgement->placed, 0);
}

static void
count_rejected (CasenessJudgement *judgement)
{
  for (guint i = 0; i < judgement->submission->n_tables; i++)
    {
      CasenessSubmissionTable *table = caseness_judgement_get_table (judgement, i);

      for (guint row = 0; row < table->n_rows; row++)
        table->n_rejected += table->is_rejected[row] ? 1 : 0;
    }
}

/* What a spreadsheet did to a field explains more than the rule that the field breaks by it. */
static const char *
explain (const CasenessSubmission *submission, const CasenessFinding *fault)
{
  for (guint i = 0; i < submission->findings->len; i++)
    {
      const CasenessFinding *finding = g_ptr_array_index (submission->findings, i);

      if (g_str_equal (finding->rule, "CASENESS-SPREADSHEET") && finding->table == fault->table
          && g_str_equal (finding->field, fault->field))
        return finding->message;
    }
  return fault->message;
}

/* Whether the row of @finding fell only because another row did. */
static gboolean
is_consequence (const CasenessFinding *finding)
{
  const CasenessRule *rule = caseness_rules_find (finding->rule);

  return rule != NULL && caseness_rule_is_consequence (rule);
}

static const CasenessFinding *
find_first_fault (const CasenessJudgement *judgement)
{
  const GPtrArray *findings = judgement->submission->findings;
  const CasenessFinding *first = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const CasenessFinding *finding = g_ptr_array_index (findings, i);

      if (finding->level == CASENESS_FINDING_WARNING)
        continue;
      if (!is_consequence (finding))
        return finding;
      if (first == NULL)
        first = finding;
    }
  return first;
}

static gboolean
refuse_without_referrals (const CasenessJudgement *judgement, GError **error)
{
  const CasenessFinding *first = find_first_fault (judgement);

  if (first == NULL || first->line == 0)
    g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                 _("No referral is left after the checks. %s"), first == NULL ? "" : first->message);
  else
    g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                 _("No referral is left after the checks. The first fault is in %s, line %u, %s: %s"), first->file,
                 first->line, first->field, explain (judgement->submission, first));
  return FALSE;
}

static gboolean
has_kept_rows (const CasenessSubmissionTable *table)
{
  for (guint row = 0; row < table->n_rows; row++)
    if (!table->is_rejected[row])
      return TRUE;
  return FALSE;
}

gboolean
caseness_judge_header (CasenessSubmission *submission, GError **error)
{
  g_auto(CasenessJudgement) judgement;
  const CasenessFinding *first;

  judgement_init (&judgement, submission);
  judge_rows (&judgement, HEADER);
  if (!submission->tables[HEADER].is_rejected[0])
    return TRUE;
  first = g_array_index (judgement.placed, CasenessPlacedFinding, 0).finding;
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, _("%s, line %u, %s: %s"), first->file,
               first->line, first->field, explain (submission, first));
  return FALSE;
}

gboolean
caseness_judge (CasenessSubmission *submission, GError **error)
{
  g_auto(CasenessJudgement) judgement;

  judgement_init (&judgement, submission);
  place_findings_of_files (&judgement);
  for (guint table = 0; table < submission->n_tables; table++)
    judge_rows (&judgement, table);
  caseness_judge_groups (&judgement);
  caseness_judge_owners (&judgement);
  judge_what_is_left (&judgement);
  hand_over_findings (&judgement);
  count_rejected (&judgement);
  if (!has_kept_rows (caseness_judgement_get_table (&judgement, judgement.context.referrals_table)))
    return refuse_without_referrals (&judgement, error);
  return TRUE;
}
