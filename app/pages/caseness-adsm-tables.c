/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-tables.h"

#include "caseness-adsm-words.h"
#include "caseness-group-words.h"
#include "caseness-staff-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

GPtrArray *
caseness_adsm_tables_clinicians (const CasenessAdsmUse *use)
{
  g_autoptr(GArray) cases = caseness_adsm_use_pick_cases (use, CASENESS_ADSM_WHEN_EVER, NULL);
  GPtrArray *clinicians = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; i < cases->len; i++)
    {
      const char *clinician = caseness_adsm_case_get_clinician (use, &g_array_index (cases, CasenessAdsmCase, i));

      if (clinicians->len == 0 || !g_str_equal (clinician, g_ptr_array_index (clinicians, clinicians->len - 1)))
        g_ptr_array_add (clinicians, g_strdup (clinician));
    }
  return clinicians;
}

char *
caseness_adsm_tables_dup_clinician (const CasenessAdsmUse *use, const char *clinician, gboolean hides_names)
{
  if (*clinician == '\0')
    return g_strdup (_("Nobody recorded"));
  return caseness_staff_words_name (use->snapshot, clinician, hides_names);
}

guint
caseness_adsm_tables_get_number (const CasenessAdsmUse *use, guint32 pathway)
{
  guint place;

  for (place = 0; place < use->cases->len; place++)
    if (g_array_index (use->cases, CasenessAdsmCase, place).pathway == pathway)
      break;
  return place + 1;
}

/* Codes are given by how soon people are seen, which says nothing of who they are. */
static char *
dup_reference (const CasenessAdsmUse *use, const CasenessAdsmCase *found, gboolean hides_names)
{
  if (!hides_names)
    return g_strdup (caseness_snapshot_get_text (use->snapshot, found->pathway, CASENESS_PATHWAY_SERVICE_REQUEST_ID));
  /* Translators: stands for a reference in meeting mode */
  return g_strdup_printf (_("Person %u"), caseness_adsm_tables_get_number (use, found->pathway));
}

static double
get_seen (const CasenessAdsmCase *found, guint place)
{
  return found->next == CASENESS_DATE_NONE ? NAN : place;
}

static const char *
say_when (const CasenessAdsmUse *use, const CasenessAdsmCase *found)
{
  if (found->next == CASENESS_DATE_NONE)
    return "";
  if (found->next == use->as_at)
    return _("today");
  return found->next == use->as_at + 1 ? _("tomorrow") : "";
}

static CasenessDataRow *
make_case (const CasenessAdsmAnswer *answer, guint place, gboolean hides_names)
{
  const CasenessAdsmUse *use = answer->use;
  const CasenessAdsmCase *found = &g_array_index (use->cases, CasenessAdsmCase, place);
  guint n_tools;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);
  CasenessDataRow *row = caseness_data_row_new (place, 3);
  g_autofree char *reference = dup_reference (use, found, hides_names);
  g_autofree char *clinician = caseness_adsm_tables_dup_clinician (
      use, caseness_adsm_case_get_clinician (use, found), hides_names);
  g_autofree char *seen
      = found->next == CASENESS_DATE_NONE ? g_strdup (_("no date")) : caseness_date_format_short (found->next);

  if (hides_names)
    caseness_data_row_set_number (row, 0, reference, place);
  else
    caseness_data_row_set_text (row, 0, reference);
  caseness_data_row_set_detail (row, 0, clinician);
  caseness_data_row_set_text (row, 1, tools[found->tool].measure);
  caseness_data_row_set_detail (row, 1, caseness_adsm_words_lack (found->lack));
  caseness_data_row_set_number (row, 2, seen, get_seen (found, place));
  caseness_data_row_set_detail (row, 2, say_when (use, found));
  return row;
}

void
caseness_adsm_tables_cases (CasenessDataTable *table, const CasenessAdsmAnswer *answer, gboolean hides_names)
{
  const CasenessDataColumn columns[] = {
    { _("Referral"), CASENESS_DATA_TITLE },
    { _("Measure"), CASENESS_DATA_TITLE },
    { _("Next seen"), CASENESS_DATA_PAIR },
  };
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < answer->use->cases->len; i++)
    g_ptr_array_add (rows, make_case (answer, i, hides_names));
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

static void
set_day (CasenessDataRow *row, guint cell, CasenessDate day)
{
  g_autofree char *text = day != CASENESS_DATE_NONE ? caseness_date_format_short (day) : g_strdup ("");

  caseness_data_row_set_number (row, cell, text, day != CASENESS_DATE_NONE ? day : NAN);
}

static void
set_count (CasenessDataRow *row, guint cell, guint count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  caseness_data_row_set_number (row, cell, text, count);
}

static CasenessDataRow *
make_listed (const CasenessAdsmAnswer *answer, const CasenessAdsmCase *found, guint place, gboolean hides_names,
             guint n_cells)
{
  const CasenessAdsmUse *use = answer->use;
  guint n_tools;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);
  CasenessDataRow *row = caseness_data_row_new (place, n_cells);
  g_autofree char *clinician = caseness_adsm_tables_dup_clinician (
      use, caseness_adsm_case_get_clinician (use, found), hides_names);
  g_autofree char *reference = dup_reference (use, found, hides_names);
  g_autofree char *seen = caseness_adsm_words_seen (found);
  g_autofree char *problem = caseness_group_words_problem (caseness_adsm_answer_get_problem (answer, found->pathway));

  caseness_data_row_set_number (row, 0, clinician, place);
  caseness_data_row_set_number (row, 1, seen, found->next != CASENESS_DATE_NONE ? found->next : NAN);
  if (hides_names)
    caseness_data_row_set_number (row, 2, reference, place);
  else
    caseness_data_row_set_text (row, 2, reference);
  caseness_data_row_set_text (row, 3, caseness_dimension_get_label (CASENESS_DIMENSION_TEAM, use->snapshot,
                                                                    found->pathway));
  caseness_data_row_set_text (row, 4, problem);
  caseness_data_row_set_text (row, 5, tools[found->tool].measure);
  caseness_data_row_set_text (row, 6, caseness_adsm_words_lack (found->lack));
  set_count (row, 7, found->sessions);
  set_day (row, 8, found->last);
  return row;
}

void
caseness_adsm_tables_list (CasenessDataTable *table, const CasenessAdsmAnswer *answer, const GArray *cases,
                           gboolean hides_names)
{
  const CasenessDataColumn columns[] = {
    { _("Clinician"), CASENESS_DATA_NAME },    { _("Next seen"), CASENESS_DATA_TEXT },
    { _("Referral"), CASENESS_DATA_TEXT },     { _("Team"), CASENESS_DATA_TEXT },
    { _("Problem"), CASENESS_DATA_TEXT },      { _("Measure"), CASENESS_DATA_NAME },
    { _("What is missing"), CASENESS_DATA_TEXT }, { _("Sessions"), CASENESS_DATA_NUMBER },
    { _("Last session"), CASENESS_DATA_NUMBER },
  };
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < cases->len; i++)
    g_ptr_array_add (rows, make_listed (answer, &g_array_index (cases, CasenessAdsmCase, i), i, hides_names,
                                        G_N_ELEMENTS (columns)));
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

void
caseness_adsm_tables_descriptors (CasenessDataTable *table, const CasenessAdsmDescriptors *descriptors)
{
  const CasenessDataColumn columns[] = {
    { _("Problem descriptor"), CASENESS_DATA_NAME },
    { _("Courses"), CASENESS_DATA_NUMBER },
    { _("What it says"), CASENESS_DATA_PROSE },
  };
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < CASENESS_N_ADSM_FINDINGS; i++)
    {
      CasenessDataRow *row = caseness_data_row_new (i, G_N_ELEMENTS (columns));
      CasenessAdsmFinding finding = caseness_adsm_words_finding (descriptors, i);
      g_autofree char *meaning = finding.meaning;

      caseness_data_row_set_text (row, 0, finding.name);
      set_count (row, 1, finding.courses);
      caseness_data_row_set_text (row, 2, meaning);
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}
