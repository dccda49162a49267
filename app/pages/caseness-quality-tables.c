/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-tables.h"

#include "caseness-quality-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
set_count (CasenessDataRow *row, guint cell, guint count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  caseness_data_row_set_number (row, cell, text, count);
}

/* A share, its counts and its interval, in three cells. */
static void
set_share (CasenessDataRow *row, guint cell, CasenessQualityShare share)
{
  g_autofree char *percent = caseness_quality_words_share (share);
  g_autofree char *counts = caseness_quality_words_counts (share);
  g_autofree char *interval = caseness_quality_words_interval (share);
  gboolean is_few = share.denominator < CASENESS_QUALITY_FEWEST;

  caseness_data_row_set_number (row, cell, percent, is_few ? NAN : (double) share.numerator / share.denominator);
  caseness_data_row_set_number (row, cell + 1, counts, share.denominator);
  caseness_data_row_set_text (row, cell + 2, interval);
}

static void
show_items (CasenessDataTable *table, const CasenessQuality *quality)
{
  const CasenessDataColumn columns[] = {
    { _("Item"), CASENESS_DATA_NAME },         { _("Recorded"), CASENESS_DATA_SHARE },
    { _("Count"), CASENESS_DATA_NUMBER },      { _("95% interval"), CASENESS_DATA_TEXT },
    { _("Standard"), CASENESS_DATA_NUMBER },   { _("Asked of"), CASENESS_DATA_TEXT },
  };
  g_autoptr(GPtrArray) rows = new_rows ();
  guint n_items, i;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  for (i = 0; i < n_items; i++)
    {
      CasenessDataRow *row = caseness_data_row_new (i, G_N_ELEMENTS (columns));
      g_autofree char *standard = caseness_quality_words_standard (i, quality->totals[i]);

      caseness_data_row_set_text (row, 0, caseness_quality_words_item (i));
      set_share (row, 1, quality->totals[i]);
      caseness_data_row_set_number (row, 4, standard, items[i].standard);
      caseness_data_row_set_text (row, 5, caseness_cohort_get_words (items[i].cohort));
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

static void
show_groups (CasenessDataTable *table, const CasenessQualityAnswer *answer, guint item, gboolean hides_names)
{
  const CasenessDataColumn columns[] = {
    { caseness_quality_words_split (answer->split), CASENESS_DATA_NAME },
    { _("Recorded"), CASENESS_DATA_SHARE },
    { _("Count"), CASENESS_DATA_NUMBER },
    { _("95% interval"), CASENESS_DATA_TEXT },
  };
  g_autoptr(GPtrArray) rows = new_rows ();
  guint i;

  for (i = 0; i < answer->groups->len; i++)
    {
      const CasenessQualityGroup *group = g_ptr_array_index (answer->groups, i);
      CasenessDataRow *row = caseness_data_row_new (i, G_N_ELEMENTS (columns));
      g_autofree char *label = caseness_quality_words_group (answer->quality, answer->split, group->label, hides_names);

      /* Months and clinicians' codes keep the order of the answer, which their words do not have. */
      caseness_data_row_set_number (row, 0, label, i);
      set_share (row, 1, group->shares[item]);
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

static void
show_completeness (CasenessDataTable *table, const CasenessQualityAnswer *answer, guint item, gboolean hides_names)
{
  if (answer->groups != NULL)
    show_groups (table, answer, item, hides_names);
  else
    show_items (table, answer->quality);
}

/* Sorted by how much the last month differs from the one before. */
static double
get_change (const CasenessQuality *quality, const CasenessQualityRule *rule)
{
  guint n = quality->months->len;

  return n < 2 ? NAN : (double) rule->by_month[n - 1] - rule->by_month[n - 2];
}

static void
set_rule (CasenessDataRow *row, guint cell, const CasenessQuality *quality, const CasenessQualityRule *rule)
{
  g_autofree char *trend = caseness_quality_words_trend (quality, rule);

  caseness_data_row_set_text (row, cell, rule->id);
  caseness_data_row_set_number (row, cell + 1, caseness_quality_words_level (rule->level), rule->level);
  caseness_data_row_set_text (row, cell + 2, rule->table);
  caseness_data_row_set_text (row, cell + 3, rule->field);
  caseness_data_row_set_text (row, cell + 4, rule->meaning);
  set_count (row, cell + 5, rule->n_latest);
  set_count (row, cell + 6, rule->n_period);
  caseness_data_row_set_number (row, cell + 7, trend, get_change (quality, rule));
}

/* The groups come one after the other. */
static void
show_rules (CasenessDataTable *table, const CasenessQualityAnswer *answer, gboolean hides_names)
{
  const CasenessDataColumn columns[] = {
    { caseness_quality_words_split (answer->split), CASENESS_DATA_NAME },
    { _("Rule"), answer->rules != NULL ? CASENESS_DATA_TEXT : CASENESS_DATA_NAME },
    { _("Level"), CASENESS_DATA_TEXT },
    { _("Table"), CASENESS_DATA_TEXT },
    { _("Field"), CASENESS_DATA_TEXT },
    { _("What is wrong"), CASENESS_DATA_PROSE },
    { _("Latest month"), CASENESS_DATA_NUMBER },
    { _("Period"), CASENESS_DATA_NUMBER },
    { _("By month"), CASENESS_DATA_TEXT },
  };
  const GPtrArray *rules = answer->rules != NULL ? answer->rules : answer->quality->rules;
  guint skipped = answer->rules != NULL ? 0 : 1, group = 0, i;
  g_autoptr(GPtrArray) rows = new_rows ();

  for (i = 0; i < rules->len; i++)
    {
      const CasenessQualityRule *rule = g_ptr_array_index (rules, i);
      CasenessDataRow *row = caseness_data_row_new (i, G_N_ELEMENTS (columns) - skipped);

      if (rule->group != NULL)
        {
          g_autofree char *label = NULL;

          group += i > 0 && !g_str_equal (rule->group, ((CasenessQualityRule *) rules->pdata[i - 1])->group);
          label = caseness_quality_words_group (answer->quality, answer->split, rule->group, hides_names);
          caseness_data_row_set_number (row, 0, label, group);
        }
      set_rule (row, 1 - skipped, answer->quality, rule);
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (table, columns + skipped, G_N_ELEMENTS (columns) - skipped, rows);
}

static void
show_lists (CasenessDataTable *table, const CasenessQuality *quality)
{
  const CasenessDataColumn columns[] = {
    { _("List"), CASENESS_DATA_NAME },
    { _("Rows"), CASENESS_DATA_NUMBER },
    { _("Why it matters"), CASENESS_DATA_PROSE },
  };
  g_autoptr(GPtrArray) rows = new_rows ();
  guint i;

  for (i = 0; i < CASENESS_N_QUALITY_LISTS; i++)
    {
      CasenessDataRow *row = caseness_data_row_new (i, G_N_ELEMENTS (columns));

      caseness_data_row_set_text (row, 0, caseness_quality_words_list (i));
      set_count (row, 1, quality->faults[i]->len);
      caseness_data_row_set_text (row, 2, caseness_quality_words_list_meaning (i));
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

static void
show_unjudged (CasenessDataTable *table)
{
  const CasenessDataColumn columns[] = {
    { _("Rule"), CASENESS_DATA_NAME },           { _("Table"), CASENESS_DATA_TEXT },
    { _("Field"), CASENESS_DATA_TEXT },          { _("What it asks"), CASENESS_DATA_PROSE },
    { _("Why not here"), CASENESS_DATA_PROSE },
  };
  g_autoptr(GArray) rules = caseness_quality_list_unjudged ();
  g_autoptr(GPtrArray) rows = new_rows ();
  guint i;

  for (i = 0; i < rules->len; i++)
    {
      const CasenessUnjudgedRule *rule = &g_array_index (rules, CasenessUnjudgedRule, i);
      CasenessDataRow *row = caseness_data_row_new (i, G_N_ELEMENTS (columns));

      caseness_data_row_set_text (row, 0, rule->id);
      caseness_data_row_set_text (row, 1, rule->table);
      caseness_data_row_set_text (row, 2, rule->field);
      caseness_data_row_set_text (row, 3, g_dgettext (GETTEXT_PACKAGE, rule->meaning));
      caseness_data_row_set_text (row, 4, g_dgettext (GETTEXT_PACKAGE, rule->reason));
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

#define MOST_FAULT_COLUMNS 5

/* Rows of files and pathways have different things to say; a list of both keeps to what they share. */
typedef enum
{
  FORM_FINDINGS,
  FORM_PATHWAYS,
  FORM_BOTH,
} RowForm;

static RowForm
find_form (const GArray *faults)
{
  guint n_findings = 0, i;

  for (i = 0; i < faults->len; i++)
    n_findings += g_array_index (faults, CasenessQualityFault, i).finding != NULL;
  if (n_findings == faults->len)
    return FORM_FINDINGS;
  return n_findings == 0 ? FORM_PATHWAYS : FORM_BOTH;
}

static guint
choose_columns (RowForm form, gboolean hides_names, CasenessDataColumn columns[MOST_FAULT_COLUMNS])
{
  guint n = 0;

  columns[n++] = (CasenessDataColumn){ form == FORM_FINDINGS ? _("Row") : _("Reference"), CASENESS_DATA_NAME };
  if (form == FORM_FINDINGS)
    {
      columns[n++] = (CasenessDataColumn){ _("Month"), CASENESS_DATA_TEXT };
      columns[n++] = (CasenessDataColumn){ _("Field"), CASENESS_DATA_TEXT };
      if (!hides_names)
        columns[n++] = (CasenessDataColumn){ _("Whose"), CASENESS_DATA_TEXT };
    }
  else if (form == FORM_PATHWAYS)
    {
      columns[n++] = (CasenessDataColumn){ _("Team"), CASENESS_DATA_TEXT };
      columns[n++] = (CasenessDataColumn){ _("Clinician"), CASENESS_DATA_TEXT };
    }
  columns[n++] = (CasenessDataColumn){ _("What is wrong and what to do"), CASENESS_DATA_PROSE };
  return n;
}

/* Called as the groups are; what nobody recorded is said, not left blank. */
static void
set_group (CasenessDataRow *row, guint cell, const CasenessQuality *quality, CasenessQualitySplit split,
           const char *label)
{
  g_autofree char *words = caseness_quality_words_group (quality, split, label, FALSE);

  caseness_data_row_set_text (row, cell, words);
}

static void
set_pathway (CasenessDataRow *row, const CasenessQuality *quality, guint pathway, gboolean hides_names)
{
  const CasenessSnapshot *snapshot = quality->snapshot;

  set_group (row, 1, quality, CASENESS_QUALITY_BY_TEAM,
             caseness_snapshot_get_text (snapshot, pathway, CASENESS_PATHWAY_TEAM));
  if (!hides_names)
    set_group (row, 2, quality, CASENESS_QUALITY_BY_CLINICIAN,
               caseness_snapshot_get_text (snapshot, pathway, CASENESS_PATHWAY_CLINICIAN));
}

static void
set_finding (CasenessDataRow *row, const CasenessSnapshot *snapshot, const CasenessFindingRow *finding,
             gboolean hides_names)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (snapshot);
  guint32 whose = finding->referral != 0 ? finding->referral : finding->patient;
  g_autofree char *month = caseness_quality_words_month (finding->period_end);

  caseness_data_row_set_number (row, 1, month, finding->period_end);
  caseness_data_row_set_text (row, 2, caseness_dictionary_get (dictionary, finding->field));
  if (!hides_names)
    caseness_data_row_set_text (row, 3, caseness_dictionary_get (dictionary, whose));
}

void
caseness_quality_tables_faults (CasenessDataTable *table, const CasenessQuality *quality, const GArray *faults,
                                gboolean hides_names)
{
  CasenessDataColumn columns[MOST_FAULT_COLUMNS];
  RowForm form = find_form (faults);
  guint n_columns = choose_columns (form, hides_names, columns), i;
  g_autoptr(GPtrArray) rows = new_rows ();

  for (i = 0; i < faults->len; i++)
    {
      const CasenessQualityFault *fault = &g_array_index (faults, CasenessQualityFault, i);
      CasenessDataRow *row = caseness_data_row_new (i, n_columns);
      g_autofree char *where = caseness_quality_words_where (quality, fault, i + 1, hides_names);
      g_autofree char *message = caseness_quality_dup_message (quality, fault, hides_names);

      caseness_data_row_set_text (row, 0, where);
      if (form == FORM_PATHWAYS)
        set_pathway (row, quality, fault->pathway, hides_names);
      else if (form == FORM_FINDINGS)
        set_finding (row, quality->snapshot, fault->finding, hides_names);
      caseness_data_row_set_text (row, n_columns - 1, message);
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (table, columns, n_columns, rows);
}

char *
caseness_quality_view_dup_title (CasenessQualityView view, const CasenessQuality *quality)
{
  switch (view)
    {
    case CASENESS_QUALITY_VIEW_REFUSED:
      return caseness_quality_words_refused (quality);
    case CASENESS_QUALITY_VIEW_RULES:
      return caseness_quality_words_rules (quality);
    case CASENESS_QUALITY_VIEW_COMPLETENESS:
      return caseness_quality_words_completeness (quality);
    case CASENESS_QUALITY_VIEW_LISTS:
      return caseness_quality_words_lists (quality);
    case CASENESS_QUALITY_VIEW_UNJUDGED:
    case CASENESS_N_QUALITY_VIEWS:
    default:
      return g_strdup (_("Rules not judged here"));
    }
}

char *
caseness_quality_view_dup_subtitle (CasenessQualityView view, const CasenessQuality *quality)
{
  g_autofree char *period = caseness_period_format (&quality->period);
  g_autofree char *windows = NULL;

  switch (view)
    {
    case CASENESS_QUALITY_VIEW_REFUSED:
      windows = caseness_quality_words_windows (quality);
      /* Translators: %s says until when the latest months can be sent */
      return g_strdup_printf (_("%s A row opens all that broke the same rule."), windows);
    case CASENESS_QUALITY_VIEW_RULES:
      return g_strdup_printf (_("%s. Counted for whole submissions: of the filter only the provider narrows them. A row "
                                "opens what broke the rule."),
                              period);
    case CASENESS_QUALITY_VIEW_COMPLETENESS:
      return g_strdup_printf (_("%s. Shares of fewer than 10 are not shown. A row opens whose record lacks it."), period);
    case CASENESS_QUALITY_VIEW_LISTS:
      return g_strdup_printf (_("%s; open referrals and broken pathways as they stand now. A row opens its list."),
                              period);
    case CASENESS_QUALITY_VIEW_UNJUDGED:
    case CASENESS_N_QUALITY_VIEWS:
    default:
      return g_strdup (_("They are neither passed nor broken here. The national reports tell."));
    }
}

void
caseness_quality_view_show (CasenessQualityView view, CasenessDataTable *table, const CasenessQualityAnswer *answer,
                            guint item, gboolean hides_names)
{
  g_autoptr(GArray) refused = NULL;

  switch (view)
    {
    case CASENESS_QUALITY_VIEW_REFUSED:
      refused = caseness_quality_list_refused (answer->quality);
      caseness_quality_tables_faults (table, answer->quality, refused, hides_names);
      break;
    case CASENESS_QUALITY_VIEW_RULES:
      show_rules (table, answer, hides_names);
      break;
    case CASENESS_QUALITY_VIEW_COMPLETENESS:
      show_completeness (table, answer, item, hides_names);
      break;
    case CASENESS_QUALITY_VIEW_LISTS:
      show_lists (table, answer->quality);
      break;
    case CASENESS_QUALITY_VIEW_UNJUDGED:
    case CASENESS_N_QUALITY_VIEWS:
    default:
      show_unjudged (table);
      break;
    }
}
