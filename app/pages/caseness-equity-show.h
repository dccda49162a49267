/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-table.h"
#include "caseness-equity-tables.h"

G_BEGIN_DECLS

/* What the equity page puts into its controls. */

/** caseness_equity_show_variables: fills @choice with what people can be compared by, after @first (nullable), and
 *  chooses @chosen (nullable). */
void caseness_equity_show_variables (GtkDropDown *choice, const char *first, const CasenessVariable *chosen);

/** caseness_equity_show_stages: fills @choice with the stages of the way. */
void caseness_equity_show_stages (GtkDropDown *choice);

/** caseness_equity_show_figures: fills @choice with what may run along deprivation. */
void caseness_equity_show_figures (GtkDropDown *choice, CasenessEquityFigure chosen);

/** caseness_equity_show_picks: fills @choice with everybody and the known groups of a variable. */
void caseness_equity_show_picks (GtkDropDown *choice, const char *variable);

/** caseness_equity_show_areas: fills @choice with the areas of the local population list, unless it has them. */
void caseness_equity_show_areas (GtkDropDown *choice, const CasenessEquityAnswer *answer);

/** caseness_equity_show_groups: fills @choice with the groups whose gap can be followed. */
void caseness_equity_show_groups (GtkDropDown *choice, const CasenessEquityAnswer *answer);

/** caseness_equity_show_table: shows the table of a view. */
void caseness_equity_show_table (CasenessDataTable *shown, const CasenessChartTable *table, CasenessEquityView view);

/** caseness_equity_show_ratios: shows the narrow table of ratios in as few columns: need, then a step a column, each
 *  ratio above the people that it is worked out from. */
void caseness_equity_show_ratios (CasenessDataTable *shown, const CasenessChartTable *narrow);

/** caseness_equity_show_dup_notes: Returns: (transfer full): what stands at the foot of a view. */
char *caseness_equity_show_dup_notes (const CasenessEquityAnswer *answer, CasenessEquityView view, gboolean is_shared);

/** CasenessEquityPlace: a figure that was pressed: which measure, of which group. */
typedef struct
{
  const char *measure;            /* of the catalogue */
  CasenessEquityCut by;           /* what the row is of */
  const CasenessEquityLine *line; /* (nullable): the row; NULL where @group names it */
  const char *group;              /* (nullable): of the first variable; NULL for everybody */
  gboolean is_hidden;             /* too few to be told of */
} CasenessEquityPlace;

/** caseness_equity_place_of_row: fills @place with what row @id of a view's table is about. Returns: whether it is
 *  about people who can be named by their groups: not those of whom one of several characteristics is not known. */
gboolean caseness_equity_place_of_row (CasenessEquityPlace *place, const CasenessEquityAnswer *answer,
                                       CasenessEquityView view, guint id, gboolean is_shared);

/** caseness_equity_place_of_region: the same with row @row of a view's chart. */
gboolean caseness_equity_place_of_region (CasenessEquityPlace *place, const CasenessEquityAnswer *answer,
                                          CasenessEquityView view, int row, gboolean is_shared);

/** caseness_equity_place_dup_groups: Returns: (transfer full): variables and groups as caseness_figure_address_new()
 *  takes them. */
GStrv caseness_equity_place_dup_groups (const CasenessEquityPlace *place, const CasenessEquityAnswer *answer);

G_END_DECLS
