/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-contract.h"

G_BEGIN_DECLS

/* CASENESS_CONTRACT_MONTHS: how many months a review looks back over. */
#define CASENESS_CONTRACT_MONTHS 24

/* caseness-contract.c */
void caseness_contract_row_free (gpointer row);

/* caseness-contract-statements.c: reads the manual's statements and answers them. */
void caseness_contract_add_statements (CasenessContract *contract);

G_END_DECLS
