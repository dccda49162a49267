/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-row-columns.h"
#include "caseness-store.h"

G_BEGIN_DECLS

/**
 * CasenessRowSource:
 *
 * The kept rows of a table that was read, as a table that an SQL statement can select from: incoming_IDS101Referral
 * and its sisters. One statement then stores a whole table, which costs half of what one statement a row does.
 */
typedef struct
{
  const CasenessSubmissionTable *table;
  const CasenessRowFacts *facts;
  gboolean (*check) (gpointer data); /* asked every few thousand rows whether to go on */
  gpointer data;
  guint row;                         /* the row that is being stored */
} CasenessRowSource;

/** caseness_row_source_register: makes the incoming tables known to @store; part of opening it. */
gboolean caseness_row_source_register (CasenessStore *store, GError **error);

/** caseness_row_source_set: sets what the incoming tables of @store give; NULL: no rows. */
void caseness_row_source_set (CasenessStore *store, CasenessRowSource *source);

G_END_DECLS
