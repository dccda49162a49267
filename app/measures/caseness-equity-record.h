/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-journal.h"

G_BEGIN_DECLS

/** CASENESS_RECORD_ACCESS_STANDARD: the kind of what people recorded of the access standard; subject `all`; standard. */
#define CASENESS_RECORD_ACCESS_STANDARD "access-standard"

/** caseness_equity_get_figure: Returns: a value of `resources/reference/equity-figures.csv`: `access-standard` … */
double caseness_equity_get_figure (const char *figure);

/**
 * caseness_equity_read_standard:
 * @journal: (nullable): what people recorded
 *
 * Returns: how many people of every hundred in need should be treated in a year: what this service recorded, or the
 *   national standard of `resources/reference/equity-figures.csv`.
 */
double caseness_equity_read_standard (CasenessJournal *journal);

/** caseness_equity_dup_standard_body: Returns: (transfer full) (nullable): what the journal is to hold of @standard, a
 *  whole number; NULL when it is the national one, which then holds again. */
char *caseness_equity_dup_standard_body (int standard);

G_END_DECLS
