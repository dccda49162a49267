/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-table.h"
#include "caseness-overview.h"

G_BEGIN_DECLS

/** caseness_overview_table_show: shows a row a standard; a row's id is its place in @overview. */
void caseness_overview_table_show (CasenessDataTable *table, const CasenessOverview *overview);

G_END_DECLS
