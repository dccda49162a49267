/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-chart-table.h"
#include "caseness-equity-answer.h"

G_BEGIN_DECLS

/** EquityNumber: a number of people that a print tells or hides, and who they are. */
typedef struct
{
  char *name;                /* `Ethnic Group=White` */
  CasenessEquityStage stage;
  gboolean *has;             /* by person: pathways, then those who might be */
  guint count;
  gboolean is_told;          /* by any print that was read */
} EquityNumber;

/** EquityPrint: what was read of prints of one period. */
typedef struct
{
  CasenessFrame *frame;
  CasenessPeriod period;
  guint n_pathways;
  guint n_people;       /* with those who might be: a reader does not know who of one kind is of another, too */
  guint *donors;        /* by those who might be and kind of characteristic: the pathway whose it is */
  CasenessDate *days;   /* by those who might be: when they came to every stage */
  GPtrArray *numbers;   /* EquityNumber */
  GHashTable *by_name;  /* name and stage → EquityNumber */
  GHashTable *groupings; /* CasenessVariable → CasenessGrouping */
} EquityPrint;

/** equity_print_new: Returns: (transfer full): nothing read yet. */
EquityPrint *equity_print_new (CasenessSnapshot *snapshot, const CasenessPeriod *period);

/** equity_print_free: frees it. */
void equity_print_free (EquityPrint *print);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EquityPrint, equity_print_free)

/** equity_print_read_report: reads the tables of a report by its @tags (`pdfinfo -struct-text`), which is of @answer. Holds
 *  each number to how many the people are, and fails where one of fewer than five is told. */
void equity_print_read_report (EquityPrint *print, const CasenessEquityAnswer *answer, const char *tags);

/** equity_print_read_table: the same of a table that leaves. */
void equity_print_read_table (EquityPrint *print, const CasenessEquityAnswer *answer, const CasenessChartTable *table);

/** equity_print_read_stages: the same of what `equity --by VARIABLE --suppress` tells at every stage. */
void equity_print_read_stages (EquityPrint *print, const CasenessEquityAnswer *answer, const char *variable);

G_END_DECLS
