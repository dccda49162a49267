/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-closed-referrals.h"

#include "caseness-row-index.h"
#include "caseness-score-form.h"

#define FOLLOW_UP "06"

typedef struct
{
  const CasenessSubmission *submission;
  const guint8 *const *is_left_out;
  GHashTable *stale; /* set of ServiceRequestId */
} Search;

static guint
find_table (const Search *search, const char *name)
{
  guint i = 0;

  while (!g_str_equal (search->submission->tables[i].spec->name, name))
    i++;
  return i;
}

static guint
find_column (const Search *search, guint table, const char *field)
{
  return (guint) caseness_spec_find_field (search->submission->tables[table].spec, field);
}

static void
excuse (Search *search, const char *referral)
{
  if (referral != NULL)
    g_hash_table_remove (search->stale, referral);
}

static void
excuse_followed_up (Search *search)
{
  guint index = find_table (search, "IDS201CareContact");
  const CasenessSubmissionTable *table = &search->submission->tables[index];
  guint type = find_column (search, index, "AppType");
  guint referral = find_column (search, index, "ServiceRequestId");

  for (guint row = 0; row < table->n_rows; row++)
    {
      const char **cells = caseness_row_get_cells (table, row);

      if (!search->is_left_out[index][row] && g_strcmp0 (cells[type], FOLLOW_UP) == 0)
        excuse (search, cells[referral]);
    }
}

static void
excuse_questioned (Search *search)
{
  guint index = find_table (search, "IDS606CodedScoreAssessmentRefer");
  const CasenessSubmissionTable *table = &search->submission->tables[index];
  guint tool = find_column (search, index, "CodedAssToolType");
  guint referral = find_column (search, index, "ServiceRequestId");

  for (guint row = 0; row < table->n_rows; row++)
    {
      const char **cells = caseness_row_get_cells (table, row);

      if (!search->is_left_out[index][row] && caseness_score_tool_is_experience (cells[tool]))
        excuse (search, cells[referral]);
    }
}

/* Follows one row up to what it hangs from. Returns NULL when that is not there or broke a rule. */
static const char *
look_up (const Search *search, CasenessRowIndex *index, guint table, const char *key, const char *field)
{
  guint row = caseness_row_index_find (index, key);

  if (row == CASENESS_NO_ROW || search->is_left_out[table][row])
    return NULL;
  return caseness_row_get_cells (&search->submission->tables[table], row)[find_column (search, table, field)];
}

static void
excuse_questioned_at_contacts (Search *search)
{
  guint scores = find_table (search, "IDS607CodedScoreAssessmentAct");
  guint activities = find_table (search, "IDS202CareActivity");
  guint contacts = find_table (search, "IDS201CareContact");
  const CasenessSubmissionTable *table = &search->submission->tables[scores];
  guint tool = find_column (search, scores, "CodedAssToolType");
  g_autoptr(CasenessRowIndex) by_activity = caseness_row_index_new (
    &search->submission->tables[activities], find_column (search, activities, "CareActId"), FALSE);
  g_autoptr(CasenessRowIndex) by_contact = caseness_row_index_new (
    &search->submission->tables[contacts], find_column (search, contacts, "CareContactId"), FALSE);

  for (guint row = 0; row < table->n_rows; row++)
    {
      const char **cells = caseness_row_get_cells (table, row);
      const char *contact;

      if (search->is_left_out[scores][row] || !caseness_score_tool_is_experience (cells[tool]))
        continue;
      contact = look_up (search, by_activity, activities, cells[find_column (search, scores, "CareActId")],
                         "CareContactId");
      excuse (search, look_up (search, by_contact, contacts, contact, "ServiceRequestId"));
    }
}

guint8 *
caseness_closed_referrals_find (const CasenessSubmission *submission, guint referrals, guint discharge,
                                const guint8 *const *is_left_out)
{
  const CasenessSubmissionTable *table = &submission->tables[referrals];
  g_autoptr(GHashTable) stale = g_hash_table_new (g_str_hash, g_str_equal);
  Search search = { submission, is_left_out, stale };
  guint key = find_column (&search, referrals, "ServiceRequestId");
  guint8 *is_stale = g_new0 (guint8, table->n_rows + 1);

  for (guint row = 0; row < table->n_rows; row++)
    {
      const char **cells = caseness_row_get_cells (table, row);
      CasenessDate closed = caseness_date_parse (cells[discharge]);

      is_stale[row] = !is_left_out[referrals][row] && closed != CASENESS_DATE_NONE && closed < submission->period_start;
      if (is_stale[row])
        g_hash_table_add (stale, (gpointer) cells[key]);
    }
  if (g_hash_table_size (stale) > 0)
    {
      excuse_followed_up (&search);
      excuse_questioned (&search);
      excuse_questioned_at_contacts (&search);
    }
  for (guint row = 0; row < table->n_rows; row++)
    if (is_stale[row])
      is_stale[row] = g_hash_table_contains (stale, caseness_row_get_cells (table, row)[key]);
  return is_stale;
}
