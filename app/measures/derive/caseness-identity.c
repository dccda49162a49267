/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-identity.h"

#include "caseness-reference.h"

#include <string.h>

static void
identity_free (gpointer data)
{
  CasenessIdentity *identity = data;

  g_free (identity->words);
  g_free (identity);
}

static double
get_value (const CasenessAnswer *answer, guint period, const char *id)
{
  guint i;

  for (i = 0; i < caseness_answer_get_n_measures (answer); i++)
    if (strcmp (caseness_answer_get_measure (answer, i)->id, id) == 0)
      return caseness_answer_get (answer, period, 0, 0, i).value;
  g_error ("identities.csv: there is no measure %s", id);
}

/* "M273 + M274" */
static double
add_up (const CasenessAnswer *answer, guint period, const char *text)
{
  g_auto(GStrv) ids = g_strsplit (text, " + ", -1);
  double sum = 0;
  guint i;

  for (i = 0; ids[i] != NULL; i++)
    sum += get_value (answer, period, ids[i]);
  return sum;
}

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

static CasenessIdentity *
check (const CasenessAnswer *answer, guint period, const CasenessReference *table, guint row)
{
  const char *left = get_cell (table, row, "left"), *right = get_cell (table, row, "right");
  const char *relation = get_cell (table, row, "relation");
  CasenessIdentity *identity = g_new0 (CasenessIdentity, 1);

  identity->period = *caseness_answer_get_period (answer, period);
  identity->words = g_strdup_printf ("%s %s %s", left, relation, right);
  identity->meaning = get_cell (table, row, "meaning");
  identity->left = add_up (answer, period, left);
  identity->right = add_up (answer, period, right);
  identity->holds = strcmp (relation, "=") == 0 ? identity->left == identity->right : identity->left <= identity->right;
  return identity;
}

GPtrArray *
caseness_identity_check (CasenessSnapshot *snapshot, const CasenessPeriod *periods, guint n_periods,
                         GCancellable *cancellable, GError **error)
{
  const CasenessReference *table = caseness_reference_get ("identities");
  CasenessQuestion question = { .periods = periods, .n_periods = n_periods };
  g_autoptr(CasenessAnswer) answer = NULL;
  GPtrArray *identities;
  guint period, row;

  g_return_val_if_fail (snapshot != NULL && periods != NULL, NULL);
  answer = caseness_evaluate (snapshot, &question, cancellable, error);
  if (answer == NULL)
    return NULL;
  identities = g_ptr_array_new_with_free_func (identity_free);
  for (period = 0; period < n_periods; period++)
    for (row = 0; row < caseness_reference_get_n_rows (table); row++)
      g_ptr_array_add (identities, check (answer, period, table, row));
  return identities;
}

void
caseness_identity_write_csv (CasenessCsvWriter *writer, const GPtrArray *identities)
{
  const char *const head[] = { "identity", "left", "right", "difference", "holds", "period_start", "period_end", NULL };
  guint i;

  g_return_if_fail (writer != NULL && identities != NULL);
  caseness_csv_writer_row (writer, head);
  for (i = 0; i < identities->len; i++)
    {
      const CasenessIdentity *identity = g_ptr_array_index (identities, i);

      caseness_csv_writer_text (writer, identity->words);
      caseness_csv_writer_number (writer, identity->left, 6);
      caseness_csv_writer_number (writer, identity->right, 6);
      caseness_csv_writer_number (writer, identity->left - identity->right, 6);
      caseness_csv_writer_bool (writer, identity->holds);
      caseness_csv_writer_date (writer, identity->period.start);
      caseness_csv_writer_date (writer, identity->period.end);
      caseness_csv_writer_end_row (writer);
    }
}
