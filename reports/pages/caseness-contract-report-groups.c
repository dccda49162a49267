/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-contract-report-private.h"

#include "caseness-breakdown.h"
#include "caseness-reference.h"
#include "caseness-staff-words.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <string.h>

#define TABLE "contract-groups"
#define FEWEST_GROUPS 2 /* one is everybody */

/* One table: a variable, and which of the section's measures it shows. */
typedef struct
{
  const CasenessVariable *variable;
  const char *words;
  GArray *measures; /* guint, into those of the section */
} Cut;

/* What a section is broken down into. */
typedef struct
{
  GPtrArray *measures; /* CasenessMeasure */
  GArray *cuts;        /* Cut */
} Section;

static void
clear_cut (gpointer cut)
{
  g_array_unref (((Cut *) cut)->measures);
}

static void
section_init (Section *section)
{
  section->measures = g_ptr_array_new ();
  section->cuts = g_array_new (FALSE, FALSE, sizeof (Cut));
  g_array_set_clear_func (section->cuts, clear_cut);
}

static void
section_clear (Section *section)
{
  g_ptr_array_unref (section->measures);
  g_array_unref (section->cuts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Section, section_clear)

static const char *
get_cell (guint row, const char *column)
{
  const CasenessReference *reference = caseness_reference_get (TABLE);

  return caseness_reference_get_cell (reference, row, caseness_reference_find_column (reference, column));
}

static void
add_cut (Section *section, guint row)
{
  g_auto(GStrv) ids = g_strsplit (get_cell (row, "measures"), " ", -1);
  Cut cut = { caseness_variable_find (get_cell (row, "variable")), get_cell (row, "words"),
              g_array_new (FALSE, FALSE, sizeof (guint)) };
  guint i;

  if (cut.variable == NULL)
    g_error (TABLE ".csv: there is no variable %s", get_cell (row, "variable"));
  for (i = 0; ids[i] != NULL; i++)
    {
      const CasenessMeasure *measure = caseness_measure_find (ids[i]);
      guint index;

      if (measure == NULL)
        g_error (TABLE ".csv: there is no measure %s", ids[i]);
      if (!g_ptr_array_find (section->measures, measure, &index))
        {
          index = section->measures->len;
          g_ptr_array_add (section->measures, (gpointer) measure);
        }
      g_array_append_val (cut.measures, index);
    }
  g_array_append_val (section->cuts, cut);
}

static void
read_section (Section *section, CasenessContractSection wanted)
{
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (caseness_reference_get (TABLE)); i++)
    if (strcmp (get_cell (i, "section"), caseness_contract_section_get_word (wanted)) == 0)
      add_cut (section, i);
}

/* What the totals of the pack do not tell is told of no group. */
static CasenessBreakdown *
break_down (const CasenessContract *contract, const Section *section)
{
  g_autofree const CasenessVariable **variables = g_new0 (const CasenessVariable *, section->cuts->len + 1);
  g_autofree gboolean *hides_total = g_new0 (gboolean, section->measures->len + 1);
  CasenessBreakdownQuestion question = {
    .period = contract->year,
    .filter = contract->filter,
    .measures = (const CasenessMeasure *const *) section->measures->pdata,
    .n_measures = section->measures->len,
    .variables = variables,
    .n_variables = section->cuts->len,
    .hides_total = hides_total,
  };
  guint i;

  for (i = 0; i < section->cuts->len; i++)
    variables[i] = g_array_index (section->cuts, Cut, i).variable;
  for (i = 0; i < section->measures->len; i++)
    {
      const CasenessContractRow *row = caseness_contract_find (contract, g_ptr_array_index (section->measures, i));

      hides_total[i] = row != NULL && row->year.is_hidden;
    }
  return caseness_breakdown_new (contract->snapshot, &question, NULL, NULL);
}

static void
add_cell (CasenessReportTable *table, CasenessReportCell kind, const CasenessMeasure *measure, CasenessFigure figure,
          gboolean is_hidden, gboolean suppresses)
{
  g_autofree char *text = suppresses && is_hidden ? g_strdup (CASENESS_SUPPRESSED)
                                                  : caseness_contract_dup_group_figure (measure, &figure, suppresses);

  caseness_report_table_add_cell (table, kind, text);
}

static void
add_columns (CasenessReportTable *table, const CasenessContract *contract, const Section *section, const Cut *cut)
{
  guint i;

  caseness_report_table_set_narrow (table);
  caseness_report_table_add_column (table, cut->words, CASENESS_REPORT_START, 1);
  for (i = 0; i < cut->measures->len; i++)
    {
      const CasenessMeasure *measure = g_ptr_array_index (section->measures, g_array_index (cut->measures, guint, i));
      const CasenessContractRow *row = caseness_contract_find (contract, measure);

      caseness_report_table_add_column (table, row != NULL ? row->row.standard.name : measure->name, CASENESS_REPORT_END,
                                        0);
    }
}

/* A row in which nothing is told says nothing, and tells that there are few. */
static gboolean
tells_nothing (const Cut *cut, const CasenessBreakdown *breakdown, guint number, guint group)
{
  guint i;

  for (i = 0; i < cut->measures->len; i++)
    if (!caseness_breakdown_is_hidden (breakdown, number, group, g_array_index (cut->measures, guint, i)))
      return FALSE;
  return TRUE;
}

/* Under their own heading, problem descriptors need no family before them: `F401 - Social phobias`. */
static const char *
skip_family (const CasenessVariable *variable, const char *name)
{
  const char *colon = strstr (name, ": ");

  return colon != NULL && strcmp (caseness_variable_get_name (variable), "Problem Descriptor") == 0 ? colon + 2 : name;
}

static void
add_rows (CasenessReportTable *table, const CasenessContract *contract, const Section *section,
          const CasenessBreakdown *breakdown, guint number, gboolean suppresses)
{
  const Cut *cut = &g_array_index (section->cuts, Cut, number);
  guint n = caseness_breakdown_get_n_groups (breakdown, number), group, i;

  for (group = 0; group < n; group++)
    {
      g_autofree char *name = caseness_staff_words_group (contract->snapshot, cut->variable,
                                                          caseness_breakdown_get_group (breakdown, number, group), TRUE);

      if (suppresses && tells_nothing (cut, breakdown, number, group))
        continue;
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, skip_family (cut->variable, name));
      for (i = 0; i < cut->measures->len; i++)
        {
          guint measure = g_array_index (cut->measures, guint, i);

          add_cell (table, CASENESS_REPORT_CELL_TEXT, g_ptr_array_index (section->measures, measure),
                    caseness_breakdown_get (breakdown, number, group, measure),
                    caseness_breakdown_is_hidden (breakdown, number, group, measure), suppresses);
        }
    }
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, _("All"));
  for (i = 0; i < cut->measures->len; i++)
    {
      guint measure = g_array_index (cut->measures, guint, i);

      add_cell (table, CASENESS_REPORT_CELL_BOLD, g_ptr_array_index (section->measures, measure),
                caseness_breakdown_get_total (breakdown, measure), caseness_breakdown_hides_total (breakdown, measure),
                suppresses);
    }
}

void
caseness_contract_report_add_groups (CasenessReportBuilder *builder, const CasenessContract *contract,
                                     CasenessContractSection wanted, gboolean suppresses)
{
  g_auto(Section) section;
  g_autoptr(CasenessBreakdown) breakdown = NULL;
  guint i;

  section_init (&section);
  read_section (&section, wanted);
  breakdown = section.cuts->len > 0 ? break_down (contract, &section) : NULL;
  for (i = 0; breakdown != NULL && i < section.cuts->len; i++)
    {
      const Cut *cut = &g_array_index (section.cuts, Cut, i);
      CasenessReportTable *table;

      if (caseness_breakdown_get_n_groups (breakdown, i) < FEWEST_GROUPS)
        continue;
      table = caseness_report_table_new ();
      add_columns (table, contract, &section, cut);
      add_rows (table, contract, &section, breakdown, i, suppresses);
      caseness_report_builder_add_heading (builder, 2, cut->words, cut->words, NULL);
      caseness_report_builder_add_note (builder, suppresses ? _("Year to date; in brackets how many a figure "
                                                                  "stands on. Groups of which nothing may be told are left out.")
                                                              : _("Year to date; in brackets how many a figure stands on."));
      caseness_report_builder_add_table (builder, table);
    }
}
