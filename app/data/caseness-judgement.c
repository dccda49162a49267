/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-judgement.h"

#include "caseness-closed-referrals.h"
#include "caseness-row-index.h"
#include "caseness-rule-tests.h"
#include "caseness-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADER 0

/* A finding and its place: rules count from 1 in the order of their table, what the reader found comes before them. */
typedef struct
{
  CasenessFinding *finding;
  guint table;
  guint order;
} Placed;

/* An orphan rule with, for each row of its table, the row that owns it. */
typedef struct
{
  const CasenessRule *rule;
  guint *owner;
} Link;

typedef struct
{
  CasenessSubmission *submission;
  CasenessRuleContext context;
  const CasenessRule *rules;
  guint n_rules;
  GPtrArray **rules_of; /* one a table: the rules that apply to it, in order */
  guint8 **is_out;      /* one a table, one a row: takes no part in what rows are among each other */
  GArray *placed;       /* of Placed */
  GArray *links;        /* of Link */
} Judgement;

static CasenessSubmissionTable *
get_table (const Judgement *judgement, guint table)
{
  return &judgement->submission->tables[table];
}

static void
place (Judgement *judgement, guint table, guint order, CasenessFinding *finding)
{
  const Placed placed = { finding, table, order };

  g_array_append_val (judgement->placed, placed);
}

/* The value is told apart only where it is lost: what a warning is about stays in the row, and the sentence quotes it. */
static void
find (Judgement *judgement, const CasenessRule *rule, guint row)
{
  CasenessSubmissionTable *table = get_table (judgement, (guint) rule->table);
  const CasenessFieldSpec *field = &table->spec->fields[rule->column];
  const char *value = field->is_sensitive ? NULL : caseness_row_get_cells (table, row)[rule->column];

  place (judgement, (guint) rule->table, (guint) (rule - judgement->rules) + 1,
         caseness_finding_new (rule->id, rule->level, table->spec->name, table->file, table->lines[row], field->name,
                               rule->effect == CASENESS_RULE_KEEP ? NULL : value,
                               caseness_rule_describe (rule, value)));
  if (rule->effect == CASENESS_RULE_REJECT)
    table->is_rejected[row] = TRUE;
}

static gboolean
applies (const Judgement *judgement, const CasenessRule *rule)
{
  return rule->is_judged && rule->table >= 0 && rule->column >= 0
         && (judgement->context.is_2_0 ? rule->is_for_2_0 : rule->is_for_2_1);
}

static void
judgement_init (Judgement *judgement, CasenessSubmission *submission)
{
  memset (judgement, 0, sizeof *judgement);
  judgement->submission = submission;
  caseness_rule_context_init (&judgement->context, submission);
  judgement->rules = caseness_rules_get (&judgement->n_rules);
  judgement->rules_of = g_new0 (GPtrArray *, submission->n_tables);
  judgement->is_out = g_new0 (guint8 *, submission->n_tables);
  for (guint i = 0; i < submission->n_tables; i++)
    judgement->rules_of[i] = g_ptr_array_new ();
  for (guint i = 0; i < judgement->n_rules; i++)
    if (applies (judgement, &judgement->rules[i]))
      g_ptr_array_add (judgement->rules_of[judgement->rules[i].table], (gpointer) &judgement->rules[i]);
  judgement->placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  judgement->links = g_array_new (FALSE, FALSE, sizeof (Link));
}

static void
judgement_clear (Judgement *judgement)
{
  for (guint i = 0; i < judgement->submission->n_tables; i++)
    {
      g_ptr_array_unref (judgement->rules_of[i]);
      g_free (judgement->is_out[i]);
    }
  for (guint i = 0; i < judgement->links->len; i++)
    g_free (g_array_index (judgement->links, Link, i).owner);
  for (guint i = 0; i < judgement->placed->len; i++)
    caseness_finding_free (g_array_index (judgement->placed, Placed, i).finding);
  g_free (judgement->rules_of);
  g_free (judgement->is_out);
  g_array_unref (judgement->placed);
  g_array_unref (judgement->links);
  caseness_rule_context_clear (&judgement->context);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judgement, judgement_clear)

/* Each row by itself */

static GPtrArray *
list_rules_of_one_row (const Judgement *judgement, guint table)
{
  GPtrArray *rules = g_ptr_array_new ();

  for (guint i = 0; i < judgement->rules_of[table]->len; i++)
    {
      const CasenessRule *rule = g_ptr_array_index (judgement->rules_of[table], i);

      if (caseness_rule_is_of_one_row (rule->test))
        g_ptr_array_add (rules, (gpointer) rule);
    }
  return rules;
}

static void
judge_row (Judgement *judgement, const GPtrArray *rules, guint table, guint row)
{
  const char **cells = caseness_row_get_cells (get_table (judgement, table), row);
  guint64 is_blanked = 0; /* after the last rule, so that no rule calls a field empty that was only unreadable */

  for (guint i = 0; i < rules->len; i++)
    {
      const CasenessRule *rule = g_ptr_array_index (rules, i);

      if (!caseness_rule_is_broken (rule, &judgement->context, (const char *const *) cells))
        continue;
      find (judgement, rule, row);
      if (rule->effect == CASENESS_RULE_BLANK)
        is_blanked |= G_GUINT64_CONSTANT (1) << rule->column;
    }
  for (guint column = 0; is_blanked != 0; column++, is_blanked >>= 1)
    if (is_blanked & 1)
      cells[column] = NULL;
}

static void
judge_rows (Judgement *judgement, guint table)
{
  g_autoptr(GPtrArray) rules = list_rules_of_one_row (judgement, table);

  for (guint row = 0; row < get_table (judgement, table)->n_rows; row++)
    judge_row (judgement, rules, table, row);
}

/* Rows among each other */

static gboolean
has_key (const Judgement *judgement, guint table)
{
  for (guint i = 0; i < judgement->rules_of[table]->len; i++)
    {
      const CasenessRule *rule = g_ptr_array_index (judgement->rules_of[table], i);

      if (rule->test == CASENESS_RULE_DUPLICATE_KEY && rule->effect == CASENESS_RULE_REJECT)
        return TRUE;
    }
  return FALSE;
}

/* Rows equal in every field are one row sent twice (rulings 11), except where sending twice means twice (rulings 34). */
static void
drop_repeated_rows (Judgement *judgement, guint index)
{
  CasenessSubmissionTable *table = get_table (judgement, index);
  g_autofree guint *columns = g_new (guint, table->n_columns);
  g_autoptr(CasenessRowGroups) groups = NULL;

  for (guint i = 0; i < table->n_columns; i++)
    columns[i] = i;
  groups = caseness_row_groups_new (table, columns, table->n_columns, TRUE, judgement->is_out[index]);
  for (guint row = 0; row < table->n_rows; row++)
    if (groups->first[row] != CASENESS_NO_ROW && groups->first[row] != row)
      {
        table->is_rejected[row] = judgement->is_out[index][row] = TRUE;
        place (judgement, index, 0,
               caseness_finding_new ("CASENESS-ROW-REPEATED", CASENESS_FINDING_WARNING, table->spec->name, table->file,
                                     table->lines[row], NULL, NULL,
                                     g_strdup_printf (_("The row repeats line %u and counts once."),
                                                      table->lines[groups->first[row]])));
      }
}

static void
find_duplicates (Judgement *judgement, const CasenessRule *rule)
{
  CasenessSubmissionTable *table = get_table (judgement, (guint) rule->table);
  g_autoptr(CasenessRowGroups) groups = caseness_row_groups_new (table, rule->columns, rule->n_columns,
                                                                 rule->is_flagged, judgement->is_out[rule->table]);

  for (guint row = 0; row < table->n_rows; row++)
    if (groups->first[row] != CASENESS_NO_ROW && groups->size[groups->first[row]] > 1)
      find (judgement, rule, row);
}

/* Of the rows whose first @n_columns fields of the rule are equal, finds those that @matches when there are several. */
static void
find_several (Judgement *judgement, const CasenessRule *rule, guint n_columns, gboolean are_blanks_equal,
              gboolean (*matches) (const CasenessRule *rule, const char **cells))
{
  CasenessSubmissionTable *table = get_table (judgement, (guint) rule->table);
  g_autoptr(CasenessRowGroups) groups
    = caseness_row_groups_new (table, rule->columns, n_columns, are_blanks_equal, judgement->is_out[rule->table]);

  for (guint first = 0; first < table->n_rows; first++)
    {
      guint n = 0;

      if (groups->first[first] != first || groups->size[first] < 2)
        continue;
      for (guint row = first; row != CASENESS_NO_ROW; row = groups->next[row])
        n += matches (rule, caseness_row_get_cells (table, row)) ? 1 : 0;
      for (guint row = first; n > 1 && row != CASENESS_NO_ROW; row = groups->next[row])
        if (matches (rule, caseness_row_get_cells (table, row)))
          find (judgement, rule, row);
    }
}

static gboolean
is_open (const CasenessRule *rule, const char **cells)
{
  return cells[rule->other_column] == NULL;
}

static gboolean
has_value (const CasenessRule *rule, const char **cells)
{
  return cells[rule->other_column] != NULL
         && g_strv_contains ((const char *const *) rule->values, cells[rule->other_column]);
}

static void
find_closed_referrals (Judgement *judgement, const CasenessRule *rule)
{
  CasenessSubmissionTable *table = get_table (judgement, (guint) rule->table);
  g_autofree guint8 *is_stale
    = caseness_closed_referrals_find (judgement->submission, (guint) rule->table, (guint) rule->column,
                                      (const guint8 *const *) judgement->is_out);

  for (guint row = 0; row < table->n_rows; row++)
    if (is_stale[row])
      find (judgement, rule, row);
}

static void
judge_groups (Judgement *judgement, const CasenessRule *rule)
{
  if (rule->test == CASENESS_RULE_DUPLICATE_KEY)
    find_duplicates (judgement, rule);
  else if (rule->test == CASENESS_RULE_SEVERAL_OPEN)
    find_several (judgement, rule, 1, FALSE, is_open);
  else if (rule->test == CASENESS_RULE_SAME_MOMENT)
    find_several (judgement, rule, rule->n_columns - 1, TRUE, has_value);
  else if (rule->test == CASENESS_RULE_CLOSED_BEFORE_PERIOD)
    find_closed_referrals (judgement, rule);
}

static void
judge_all_groups (Judgement *judgement)
{
  guint n_tables = judgement->submission->n_tables;

  for (guint table = 0; table < n_tables; table++)
    {
      CasenessSubmissionTable *rows = get_table (judgement, table);

      judgement->is_out[table] = g_memdup2 (rows->is_rejected, rows->n_rows);
      if (rows->n_rows > 0 && has_key (judgement, table))
        drop_repeated_rows (judgement, table);
    }
  for (guint table = 0; table < n_tables; table++)
    for (guint i = 0; i < judgement->rules_of[table]->len; i++)
      judge_groups (judgement, g_ptr_array_index (judgement->rules_of[table], i));
}

/* Owners */

static void
link_rows (Judgement *judgement, const CasenessRule *rule)
{
  const CasenessSubmissionTable *table = get_table (judgement, (guint) rule->table);
  const CasenessSubmissionTable *owners = get_table (judgement, (guint) rule->other_table);
  g_autoptr(CasenessRowIndex) index = caseness_row_index_new (owners, (guint) rule->other_column, TRUE);
  Link link = { rule, g_new (guint, MAX (table->n_rows, 1)) };

  for (guint row = 0; row < table->n_rows; row++)
    link.owner[row] = caseness_row_index_find (index, caseness_row_get_cells (table, row)[rule->column]);
  g_array_append_val (judgement->links, link);
}

static void
link_all_rows (Judgement *judgement)
{
  for (guint table = 0; table < judgement->submission->n_tables; table++)
    for (guint i = 0; i < judgement->rules_of[table]->len; i++)
      {
        const CasenessRule *rule = g_ptr_array_index (judgement->rules_of[table], i);

        if (rule->test == CASENESS_RULE_ORPHAN)
          link_rows (judgement, rule);
      }
}

static const Link *
find_link (const Judgement *judgement, guint table, guint owners)
{
  for (guint i = 0; i < judgement->links->len; i++)
    {
      const Link *link = &g_array_index (judgement->links, Link, i);

      if (link->rule->table == (int) table && link->rule->other_table == (int) owners)
        return link;
    }
  return NULL;
}

static gboolean
drop_orphans (Judgement *judgement, const Link *link)
{
  CasenessSubmissionTable *table = get_table (judgement, (guint) link->rule->table);
  const CasenessSubmissionTable *owners = get_table (judgement, (guint) link->rule->other_table);
  gboolean has_changed = FALSE;

  for (guint row = 0; row < table->n_rows; row++)
    {
      guint owner = link->owner[row];

      if (table->is_rejected[row] || (owner != CASENESS_NO_ROW && !owners->is_rejected[owner]))
        continue;
      find (judgement, link->rule, row);
      has_changed = TRUE;
    }
  return has_changed;
}

/* Returns (transfer full): one a row of @owners: whether a kept row of @table hangs from it. */
static guint8 *
mark_owners (const Judgement *judgement, guint table, guint owners)
{
  const CasenessSubmissionTable *rows = get_table (judgement, table);
  const Link *link = find_link (judgement, table, owners);
  guint8 *is_owner = g_new0 (guint8, get_table (judgement, owners)->n_rows + 1);

  for (guint row = 0; link != NULL && row < rows->n_rows; row++)
    if (!rows->is_rejected[row] && link->owner[row] != CASENESS_NO_ROW)
      is_owner[link->owner[row]] = TRUE;
  return is_owner;
}

static gboolean
drop_childless (Judgement *judgement, const CasenessRule *rule)
{
  CasenessSubmissionTable *table = get_table (judgement, (guint) rule->table);
  g_autofree guint8 *is_owner = mark_owners (judgement, (guint) rule->other_table, (guint) rule->table);
  gboolean has_changed = FALSE;

  for (guint row = 0; row < table->n_rows; row++)
    {
      if (table->is_rejected[row] || is_owner[row])
        continue;
      find (judgement, rule, row);
      has_changed = TRUE;
    }
  return has_changed;
}

static void
drop_until_nothing_changes (Judgement *judgement)
{
  gboolean has_changed;

  link_all_rows (judgement);
  do
    {
      has_changed = FALSE;
      for (guint i = 0; i < judgement->links->len; i++)
        has_changed = drop_orphans (judgement, &g_array_index (judgement->links, Link, i)) || has_changed;
      for (guint i = 0; i < judgement->n_rules; i++)
        if (judgement->rules[i].test == CASENESS_RULE_CHILDLESS && applies (judgement, &judgement->rules[i]))
          has_changed = drop_childless (judgement, &judgement->rules[i]) || has_changed;
    }
  while (has_changed);
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
find_registration_gaps (Judgement *judgement, const CasenessRule *rule)
{
  CasenessSubmissionTable *table = get_table (judgement, (guint) rule->table);
  g_autoptr(CasenessRowGroups) groups
    = caseness_row_groups_new (table, rule->columns, 1, FALSE, table->is_rejected);

  for (guint row = 0; row < table->n_rows; row++)
    if (groups->first[row] != CASENESS_NO_ROW
        && caseness_date_parse (caseness_row_get_cells (table, row)[rule->columns[3]]) != CASENESS_DATE_NONE
        && !has_successor (rule, table, groups, row))
      find (judgement, rule, row);
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
check_dates_in_period (Judgement *judgement, const CasenessRule *rule)
{
  const CasenessSubmission *submission = judgement->submission;
  const CasenessSubmissionTable *header = get_table (judgement, HEADER);

  for (guint table = HEADER + 1; table < submission->n_tables; table++)
    if (has_date_in_period (submission, &submission->tables[table]))
      return;
  place (judgement, HEADER, (guint) (rule - judgement->rules) + 1,
         caseness_finding_new (rule->id, rule->level, header->spec->name, header->file, 0, NULL, NULL,
                               caseness_rule_describe (rule, NULL)));
}

static void
judge_what_is_left (Judgement *judgement)
{
  for (guint i = 0; i < judgement->n_rules; i++)
    {
      const CasenessRule *rule = &judgement->rules[i];

      if (rule->test == CASENESS_RULE_NO_DATE_IN_PERIOD)
        check_dates_in_period (judgement, rule);
      else if (rule->test == CASENESS_RULE_REGISTRATION_GAP && applies (judgement, rule))
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
place_findings_of_files (Judgement *judgement)
{
  GPtrArray *findings = judgement->submission->findings;

  for (guint i = 0; i < findings->len; i++)
    {
      CasenessFinding *finding = g_ptr_array_index (findings, i);

      place (judgement, find_table_of (judgement->submission, finding), 0, finding);
    }
  g_ptr_array_set_free_func (findings, NULL);
  g_ptr_array_set_size (findings, 0);
  g_ptr_array_set_free_func (findings, (GDestroyNotify) caseness_finding_free);
}

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *x = a, *y = b;

  if (x->table != y->table)
    return x->table < y->table ? -1 : 1;
  if (x->finding->line != y->finding->line)
    return x->finding->line < y->finding->line ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

static void
hand_over_findings (Judgement *judgement)
{
  g_array_sort (judgement->placed, compare_placed);
  for (guint i = 0; i < judgement->submission->n_tables; i++)
    get_table (judgement, i)->n_warnings = 0;
  for (guint i = 0; i < judgement->placed->len; i++)
    {
      const Placed *placed = &g_array_index (judgement->placed, Placed, i);

      if (placed->finding->level == CASENESS_FINDING_WARNING)
        get_table (judgement, placed->table)->n_warnings++;
      g_ptr_array_add (judgement->submission->findings, placed->finding);
    }
  g_array_set_size (judgement->placed, 0);
}

static void
count_rejected (Judgement *judgement)
{
  for (guint i = 0; i < judgement->submission->n_tables; i++)
    {
      CasenessSubmissionTable *table = get_table (judgement, i);

      for (guint row = 0; row < table->n_rows; row++)
        table->n_rejected += table->is_rejected[row] ? 1 : 0;
    }
}

static gboolean
refuse_without_referrals (const CasenessSubmission *submission, GError **error)
{
  const CasenessFinding *first = NULL;

  for (guint i = 0; i < submission->findings->len && first == NULL; i++)
    {
      const CasenessFinding *finding = g_ptr_array_index (submission->findings, i);

      if (finding->level != CASENESS_FINDING_WARNING)
        first = finding;
    }
  if (first == NULL || first->line == 0)
    g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                 _("No referral is left after the checks. %s"), first == NULL ? "" : first->message);
  else
    g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                 _("No referral is left after the checks. The first fault is in %s, line %u, %s: %s"), first->file,
                 first->line, first->field, first->message);
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
  g_auto(Judgement) judgement;
  const CasenessFinding *first;

  judgement_init (&judgement, submission);
  judge_rows (&judgement, HEADER);
  if (!submission->tables[HEADER].is_rejected[0])
    return TRUE;
  first = g_array_index (judgement.placed, Placed, 0).finding;
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED, _("%s, line %u, %s: %s"), first->file,
               first->line, first->field, first->message);
  return FALSE;
}

gboolean
caseness_judge (CasenessSubmission *submission, GError **error)
{
  g_auto(Judgement) judgement;

  judgement_init (&judgement, submission);
  place_findings_of_files (&judgement);
  for (guint table = 0; table < submission->n_tables; table++)
    judge_rows (&judgement, table);
  judge_all_groups (&judgement);
  drop_until_nothing_changes (&judgement);
  judge_what_is_left (&judgement);
  hand_over_findings (&judgement);
  count_rejected (&judgement);
  if (!has_kept_rows (get_table (&judgement, judgement.context.referrals_table)))
    return refuse_without_referrals (submission, error);
  return TRUE;
}
