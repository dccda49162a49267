/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-timeline.h"

#include "caseness-period.h"
#include "caseness-store-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Below this a table that halves says nothing: two rows less are two people less. */
#define LEAST_TO_SHRINK 10

/* The columns of select-timeline. */
enum
{
  PROVIDER,
  PERIOD_START,
  PERIOD_END,
  SUBMISSION_ID,
  IMPORT_ID,
  CREATED,
  IMPORTED_AT,
  TABLE_NAME,
  ROWS_KEPT,
};

static void
table_free (CasenessTimelineTable *table)
{
  g_free (table->table);
  g_free (table);
}

void
caseness_timeline_month_free (CasenessTimelineMonth *month)
{
  if (month == NULL)
    return;
  g_free (month->provider);
  g_free (month->created);
  g_free (month->imported_at);
  g_ptr_array_unref (month->tables);
  g_free (month);
}

const char *
caseness_timeline_kind_get_label (CasenessTimelineKind kind)
{
  static const char *const labels[] = { N_ ("Missing"), N_ ("Primary"), N_ ("Refresh"), N_ ("Resubmission") };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (labels), "");
  return _ (labels[kind]);
}

static CasenessTimelineMonth *
add_month (GPtrArray *months, const char *provider, CasenessDate start, CasenessDate end)
{
  CasenessTimelineMonth *month = g_new0 (CasenessTimelineMonth, 1);

  month->provider = g_strdup (provider);
  month->start = start;
  month->end = end;
  month->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  g_ptr_array_add (months, month);
  return month;
}

static void
add_gaps (GPtrArray *months, const CasenessTimelineMonth *last, CasenessDate before)
{
  g_autofree char *provider = g_strdup (last->provider);
  CasenessDate start = last->end + 1;

  for (; start < before; start = caseness_date_month_end (start) + 1)
    add_month (months, provider, start, caseness_date_month_end (start));
}

static CasenessTimelineMonth *
find_month (GPtrArray *months, CasenessStatement *row)
{
  const char *provider = caseness_statement_get_text (row, PROVIDER);
  CasenessDate start = (CasenessDate) caseness_statement_get_int (row, PERIOD_START);
  CasenessTimelineMonth *last = months->len > 0 ? months->pdata[months->len - 1] : NULL;

  if (last != NULL && strcmp (last->provider, provider) == 0)
    {
      if (last->start == start)
        return last;
      add_gaps (months, last, start);
    }
  return add_month (months, provider, start, (CasenessDate) caseness_statement_get_int (row, PERIOD_END));
}

/* What counted so far becomes what was replaced. */
static void
start_submission (CasenessTimelineMonth *month, CasenessStatement *row)
{
  for (guint i = 0; i < month->tables->len; i++)
    {
      CasenessTimelineTable *table = month->tables->pdata[i];

      table->rows_before = table->rows;
      table->rows = 0;
    }
  month->has_before = month->n_submissions > 0;
  month->n_submissions++;
  month->kind = MIN (CASENESS_TIMELINE_PRIMARY + month->n_submissions - 1, CASENESS_TIMELINE_RESUBMISSION);
  month->import_id = caseness_statement_get_int (row, IMPORT_ID);
  g_free (month->created);
  month->created = g_strdup (caseness_statement_get_text (row, CREATED));
  g_free (month->imported_at);
  month->imported_at = g_strdup (caseness_statement_get_text (row, IMPORTED_AT));
}

static CasenessTimelineTable *
find_table (CasenessTimelineMonth *month, const char *name)
{
  CasenessTimelineTable *table;
  guint at = 0;

  for (; at < month->tables->len; at++)
    {
      int order = strcmp (((CasenessTimelineTable *) month->tables->pdata[at])->table, name);

      if (order == 0)
        return month->tables->pdata[at];
      if (order > 0)
        break;
    }
  table = g_new0 (CasenessTimelineTable, 1);
  table->table = g_strdup (name);
  g_ptr_array_insert (month->tables, (int) at, table);
  return table;
}

static void
mark_shrunk (GPtrArray *months)
{
  for (guint m = 0; m < months->len; m++)
    {
      CasenessTimelineMonth *month = months->pdata[m];

      for (guint i = 0; i < month->tables->len; i++)
        {
          CasenessTimelineTable *table = month->tables->pdata[i];

          table->has_shrunk = table->rows_before >= LEAST_TO_SHRINK && 2 * table->rows <= table->rows_before;
        }
    }
}

GPtrArray *
caseness_timeline_list (CasenessStore *store, GError **error)
{
  g_autoptr(GPtrArray) months = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_timeline_month_free);
  g_autoptr(CasenessStatement) row = NULL;
  gint64 submission = 0;
  CasenessStep step;

  g_return_val_if_fail (store != NULL, NULL);
  row = caseness_store_prepare (store, "select-timeline", error);
  if (row == NULL)
    return NULL;
  while ((step = caseness_statement_step (row, NULL, error)) == CASENESS_STEP_ROW)
    {
      CasenessTimelineMonth *month = find_month (months, row);

      if (caseness_statement_get_int (row, SUBMISSION_ID) != submission)
        start_submission (month, row);
      submission = caseness_statement_get_int (row, SUBMISSION_ID);
      find_table (month, caseness_statement_get_text (row, TABLE_NAME))->rows
        += caseness_statement_get_int (row, ROWS_KEPT);
    }
  mark_shrunk (months);
  return step == CASENESS_STEP_DONE ? g_steal_pointer (&months) : NULL;
}

static char *
name_month (const CasenessTimelineMonth *month)
{
  CasenessPeriod period = { month->start, month->end };
  g_autofree char *words = caseness_period_format (&period);

  return g_strdup_printf ("%s %s", month->provider, words);
}

static void
describe_shrunk (GPtrArray *sentences, const CasenessTimelineMonth *month)
{
  g_autofree char *what = name_month (month);

  for (guint i = 0; i < month->tables->len; i++)
    {
      const CasenessTimelineTable *table = month->tables->pdata[i];

      if (table->has_shrunk)
        /* Translators: a provider and month, a table, and two numbers of rows. */
        g_ptr_array_add (sentences,
                         g_strdup_printf (_ ("%s: %s has %d rows now and had %d in the submission it replaces. Check "
                                             "that the export is complete."),
                                          what, table->table, (int) table->rows, (int) table->rows_before));
    }
}

static gboolean
is_provider_of (GPtrArray *timeline, const char *provider, gint64 import_id)
{
  for (guint i = 0; i < timeline->len; i++)
    {
      const CasenessTimelineMonth *month = timeline->pdata[i];

      if (month->import_id == import_id && strcmp (month->provider, provider) == 0)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
caseness_timeline_describe (GPtrArray *timeline, gint64 import_id)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (timeline != NULL, sentences);
  for (guint i = 0; i < timeline->len; i++)
    {
      const CasenessTimelineMonth *month = timeline->pdata[i];

      if (month->import_id == import_id)
        describe_shrunk (sentences, month);
      else if (month->kind == CASENESS_TIMELINE_GAP && is_provider_of (timeline, month->provider, import_id))
        {
          g_autofree char *what = name_month (month);

          /* Translators: a provider and month. */
          g_ptr_array_add (sentences,
                           g_strdup_printf (_ ("%s: no submission is held, though there are some before and after it."),
                                            what));
        }
    }
  return sentences;
}

/* "IDS101Referral 6, before 10; IDS201CareContact 8, before 9", empty when all are as many. */
static char *
list_changed (const CasenessTimelineMonth *month)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < month->tables->len; i++)
    {
      const CasenessTimelineTable *table = month->tables->pdata[i];

      if (table->rows != table->rows_before)
        /* Translators: a table, its rows, and those it had in an earlier submission. */
        g_string_append_printf (list, _ ("%s%s %d, before %d"), list->len > 0 ? "; " : "", table->table,
                                (int) table->rows, (int) table->rows_before);
    }
  return g_string_free (list, FALSE);
}

static char *
describe_replacement (const CasenessTimelineMonth *month)
{
  g_autofree char *what = name_month (month);
  g_autofree char *changed = list_changed (month);
  gint64 rows = 0, before = 0;

  for (guint i = 0; i < month->tables->len; i++)
    {
      const CasenessTimelineTable *table = month->tables->pdata[i];

      rows += table->rows;
      before += table->rows_before;
    }
  if (*changed == '\0')
    /* Translators: a provider and month, and a number of rows. */
    return g_strdup_printf (_ ("%s: %d rows are kept, as many in each table as of the submission it replaces."), what,
                            (int) rows);
  /* Translators: a provider and month, two numbers of rows, and a list of tables with theirs. */
  return g_strdup_printf (_ ("%s: %d rows are kept, of the submission it replaces %d were: %s."), what, (int) rows,
                          (int) before, changed);
}

GPtrArray *
caseness_timeline_describe_replaced (GPtrArray *timeline, gint64 import_id)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (timeline != NULL, sentences);
  for (guint i = 0; i < timeline->len; i++)
    {
      const CasenessTimelineMonth *month = timeline->pdata[i];

      if (month->import_id == import_id && month->has_before)
        g_ptr_array_add (sentences, describe_replacement (month));
    }
  return sentences;
}
