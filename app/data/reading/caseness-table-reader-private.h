/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-table-reader.h"

G_BEGIN_DECLS

/** CasenessTableReadOptions: zero-filled is the ordinary way. */
typedef struct
{
  gsize chunk;      /* bytes to hand to the CSV parser at a time, 0 for all at once */
  gboolean is_2_0;  /* columns that came with version 2.1 are not missed */
} CasenessTableReadOptions;

/** caseness_table_read_with_options: as caseness_table_read_bytes(). */
gboolean caseness_table_read_with_options (GBytes *bytes, const char *file, const CasenessTableSpec *spec,
                                           const CasenessTableReadOptions *options, CasenessSubmissionTable *table,
                                           GPtrArray *findings, GError **error);

G_END_DECLS
