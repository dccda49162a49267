/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-measure-explain.h"

#include "caseness-reference.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

static const char *
find_words (const char *column)
{
  const CasenessReference *table = caseness_reference_get ("columns");
  guint names = caseness_reference_find_column (table, "column"), i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    if (strcmp (caseness_reference_get_cell (table, i, names), column) == 0)
      return caseness_reference_get_cell (table, i, caseness_reference_find_column (table, "words"));
  return NULL;
}

/* Every name of a column becomes its words; what stands between them stays. */
static void
add_in_words (GString *text, const char *formula)
{
  g_auto(GStrv) tokens = g_strsplit (formula, " ", -1);
  guint i;

  for (i = 0; tokens[i] != NULL; i++)
    {
      const char *words = find_words (tokens[i]);

      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words != NULL ? words : tokens[i]);
    }
}

static gboolean
is_flag (const CasenessMeasure *measure, const char *part)
{
  const CasenessColumn *column = caseness_column_find (measure->table, part);

  return column != NULL && column->kind == CASENESS_COLUMN_FLAG;
}

/* What a part says between its two sides, and what it says where it does not hold. */
static const struct
{
  const char *sign;
  const char *words;
  const char *otherwise;
} signs[] = {
  { " in period", N_("lies in the period"), N_("does not lie in the period") },
  { " not in ", N_("is something else than"), N_("is one of") },
  { " in ", N_("is one of"), N_("is none of") },
  { " starts ", N_("begins with one of"), N_("begins with none of") },
  { " open", N_("has not come by the end of the period"), N_("has come by the end of the period") },
  { " filled", N_("is known"), N_("is not known") },
  { " empty", N_("is not known"), N_("is known") },
  { " <= ", N_("is at most"), N_("is not known or more than") },
  { " >= ", N_("is at least"), N_("is not known or less than") },
  { " != ", N_("is not"), N_("is") },
  { " < ", N_("is less than"), N_("is not known or at least") },
  { " > ", N_("is more than"), N_("is not known or at most") },
  { " = ", N_("is"), N_("is not") },
};

static gboolean
is_yes_or_no (const CasenessMeasure *measure, const char *part)
{
  return is_flag (measure, part) || g_str_has_prefix (part, "not ") || g_str_has_prefix (part, "has ");
}

/* "not" goes before what must hold, and away from before what must not. */
static void
add_yes_or_no (GString *text, const char *part, gboolean holds)
{
  gboolean is_not = g_str_has_prefix (part, "not ");

  if (!holds && !is_not)
    g_string_append_printf (text, "%s ", _("not:"));
  add_in_words (text, !holds && is_not ? part + strlen ("not ") : part);
}

/* One part of a condition as a clause: "the reason for ending is one of 10", "not: recovered". */
static void
add_part (GString *text, const CasenessMeasure *measure, const char *part, gboolean holds)
{
  guint i;

  if (is_yes_or_no (measure, part))
    {
      add_yes_or_no (text, part, holds);
      return;
    }
  for (i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *sign = strstr (part, signs[i].sign);
      g_autofree char *left = NULL;

      if (sign == NULL)
        continue;
      left = g_strndup (part, sign - part);
      add_in_words (text, left);
      g_string_append_printf (text, " %s", holds ? _(signs[i].words) : _(signs[i].otherwise));
      if (sign[strlen (signs[i].sign)] != '\0')
        g_string_append_c (text, ' ');
      add_in_words (text, sign + strlen (signs[i].sign));
      return;
    }
  add_in_words (text, part);
}

/* One of several parts is enough to hold; none of them may where it does not. */
static void
add_clause (GString *text, const CasenessMeasure *measure, const char *clause, gboolean holds)
{
  g_auto(GStrv) parts = g_strsplit (clause, "|", -1);
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_printf (text, ", %s ", holds ? _("or") : _("and"));
      add_part (text, measure, g_strstrip (parts[i]), holds);
    }
}

static void
add_conditions (GString *text, const CasenessMeasure *measure)
{
  g_auto(GStrv) clauses = g_strsplit (measure->conditions, ";", -1);
  guint i;

  for (i = 0; clauses[i] != NULL; i++)
    if (*g_strstrip (clauses[i]) != '\0')
      {
        g_string_append (text, "\n– ");
        add_clause (text, measure, clauses[i], TRUE);
      }
}

static void
add_rows (GString *text, const CasenessMeasure *measure)
{
  static const char *const counted[CASENESS_N_TABLES] = {
    [CASENESS_TABLE_REFERRAL] = N_("Counts referrals"),
    [CASENESS_TABLE_CONTACT] = N_("Counts appointments"),
    [CASENESS_TABLE_LOG] = N_("Counts internet therapy logs"),
    [CASENESS_TABLE_EMPLOYMENT] = N_("Counts employment rows"),
    [CASENESS_TABLE_ANSWER] = N_("Counts answers to a questionnaire"),
  };

  g_string_append_printf (text, "\n%s", _(counted[measure->table]));
  if (*measure->date != '\0')
    {
      g_string_append (text, " ");
      /* Translators: %s is a day in words, such as "the first treatment". */
      g_string_append_printf (text, _("for which %s lies in the period"), find_words (measure->date));
    }
  add_conditions (text, measure);
  if (*measure->value == '\0')
    return;
  g_string_append_printf (text, "\n%s ", _("Their value:"));
  add_in_words (text, measure->value);
}

/* "Count_Recovery − Count_NotAtCaseness": measures by id and definition. */
static void
add_parts (GString *text, const char *heading, const GArray *parts)
{
  guint n, i;
  const CasenessMeasure *catalogue = caseness_measure_get_all (&n);

  for (i = 0; i < parts->len; i++)
    {
      const CasenessMeasurePart *part = &g_array_index (parts, CasenessMeasurePart, i);
      const CasenessMeasure *measure = &catalogue[part->measure];

      g_string_append_printf (text, "\n%s: %s%s", heading, part->sign < 0 ? _("less ") : "", measure->definition);
    }
}

char *
caseness_measure_explain (const CasenessMeasure *measure)
{
  GString *text;

  g_return_val_if_fail (measure != NULL, NULL);
  text = g_string_new (measure->definition);
  if (!caseness_measure_is_made_of_others (measure))
    add_rows (text, measure);
  add_parts (text, _("Counted"), measure->numerator);
  add_parts (text, _("Divided by"), measure->denominator);
  g_string_append_printf (text, "\n%s, %s: %s", measure->id, measure->name, measure->source);
  return g_string_free (text, FALSE);
}

char *
caseness_measure_explain_miss (const CasenessMeasure *measure, guint clause)
{
  g_autofree char *text = NULL;
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (measure != NULL, NULL);
  if (clause < caseness_condition_get_n_clauses (measure->condition))
    {
      text = caseness_condition_dup_clause (measure->condition, clause);
      add_clause (words, measure, text, FALSE);
      return g_string_free (words, FALSE);
    }
  add_in_words (words, measure->value);
  g_string_append_printf (words, " %s", _("is not known"));
  return g_string_free (words, FALSE);
}

static CasenessDate
get_row_date (const CasenessMeasure *measure, const gint32 *dates, guint row)
{
  return dates != NULL ? dates[row] : CASENESS_DATE_NONE;
}

static void
write_row (CasenessCsvWriter *writer, CasenessSnapshot *snapshot, const CasenessPeriod *period, const char *id,
           const char *part, guint32 pathway, CasenessDate date)
{
  caseness_csv_writer_date (writer, period->start);
  caseness_csv_writer_date (writer, period->end);
  caseness_csv_writer_text (writer, id);
  caseness_csv_writer_text (writer, part);
  if (pathway != CASENESS_NO_ROW)
    {
      caseness_csv_writer_text (writer,
                                caseness_snapshot_get_text (snapshot, pathway, CASENESS_PATHWAY_SERVICE_REQUEST_ID));
      caseness_csv_writer_text (writer, caseness_snapshot_get_text (snapshot, pathway, CASENESS_PATHWAY_PROVIDER));
      caseness_csv_writer_text (writer,
                                caseness_snapshot_get_text (snapshot, pathway, CASENESS_PATHWAY_LOCAL_PATIENT_ID));
    }
  else
    {
      caseness_csv_writer_text (writer, NULL);
      caseness_csv_writer_text (writer, NULL);
      caseness_csv_writer_text (writer, NULL);
    }
  caseness_csv_writer_date (writer, date);
  caseness_csv_writer_end_row (writer);
}

/* The rows that @counted counts, listed for the measure called @id. */
static gboolean
write_rows (CasenessCsvWriter *writer, CasenessSnapshot *snapshot, const CasenessQuestion *question, const char *id,
            const char *part, const CasenessMeasure *counted, GError **error)
{
  g_autoptr(GArray) rows = caseness_evaluate_rows (snapshot, question, counted, error);
  g_autofree gint32 *dates = NULL;
  guint i;

  if (rows == NULL)
    return FALSE;
  if (*counted->date != '\0')
    dates = caseness_column_read (caseness_column_find (counted->table, counted->date), snapshot, question->periods);
  for (i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);

      write_row (writer, snapshot, question->periods, id, part,
                 caseness_table_get_pathway (counted->table, snapshot, row), get_row_date (counted, dates, row));
    }
  return TRUE;
}

static gboolean
write_parts (CasenessCsvWriter *writer, CasenessSnapshot *snapshot, const CasenessQuestion *question, const char *id,
             const char *name, const GArray *parts, GError **error)
{
  guint n, i;
  const CasenessMeasure *catalogue = caseness_measure_get_all (&n);

  for (i = 0; i < parts->len; i++)
    {
      const CasenessMeasurePart *part = &g_array_index (parts, CasenessMeasurePart, i);
      g_autofree char *words = part->sign < 0 ? g_strconcat (name, " left out", NULL) : g_strdup (name);

      if (!write_rows (writer, snapshot, question, id, words, &catalogue[part->measure], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_measure (CasenessCsvWriter *writer, CasenessSnapshot *snapshot, const CasenessQuestion *question,
               const CasenessMeasure *measure, GError **error)
{
  if (!caseness_measure_is_made_of_others (measure))
    return write_rows (writer, snapshot, question, measure->id, "counted", measure, error);
  return write_parts (writer, snapshot, question, measure->id, "numerator", measure->numerator, error)
         && write_parts (writer, snapshot, question, measure->id, "denominator", measure->denominator, error);
}

gboolean
caseness_measure_write_people_csv (CasenessCsvWriter *writer, CasenessSnapshot *snapshot,
                                   const CasenessQuestion *question, gboolean has_head, GError **error)
{
  const char *const head[] = { "period_start",     "period_end",     "measure_id",     "part",
                               "ServiceRequestId", "OrgID_Provider", "LocalPatientId", "date", NULL };
  guint period, i, n;
  const CasenessMeasure *catalogue = caseness_measure_get_all (&n);

  g_return_val_if_fail (writer != NULL && snapshot != NULL && question != NULL, FALSE);
  if (has_head)
    caseness_csv_writer_row (writer, head);
  for (period = 0; period < question->n_periods; period++)
    {
      CasenessQuestion one = *question;
      guint n_asked = question->measures != NULL ? question->n_measures : n;

      one.periods = &question->periods[period];
      one.n_periods = 1;
      for (i = 0; i < n_asked; i++)
        {
          const CasenessMeasure *measure = question->measures != NULL ? question->measures[i] : &catalogue[i];

          if ((measure->is_listed || question->measures != NULL)
              && !write_measure (writer, snapshot, &one, measure, error))
            return FALSE;
        }
    }
  return TRUE;
}
