/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-shared.h"

G_BEGIN_DECLS

/** CasenessEquityAspired: what the manual aspires to (section 10.4), by whichever characteristic. */
typedef enum
{
  CASENESS_EQUITY_ASPIRED_USE,      /* those treated are as the need of those who live here, or as their number */
  CASENESS_EQUITY_ASPIRED_RECOVERY, /* recovery does not depend on who people are */
  CASENESS_N_EQUITY_ASPIRED
} CasenessEquityAspired;

/** CasenessEquityAspiration: one of them, tested by one characteristic. */
typedef struct
{
  CasenessEquityAspired aspired;
  const char *variable;  /* name of the characteristic */
  guint n_groups;        /* of which numbers tell: they have a ratio, or a difference from everybody else */
  GPtrArray *below;      /* char *: those whose whole 95% interval is below 1, or below no difference */
} CasenessEquityAspiration;

/** caseness_equity_aspiration_is_met: whether no group is clearly below, as far as numbers tell. */
gboolean caseness_equity_aspiration_is_met (const CasenessEquityAspiration *aspiration);

/**
 * caseness_equity_aspiration_test:
 * @way: the answer by @variable
 * @variable: name of a characteristic
 * @shared: (nullable): what may be told of @way; groups that may not be are not counted, nor named
 * @tests: (element-type CasenessEquityAspiration): gets those of which numbers tell of two groups or more
 */
void caseness_equity_aspiration_test (const CasenessEquityWay *way, const char *variable,
                                      const CasenessEquityShared *shared, GPtrArray *tests);

/** caseness_equity_aspirations_new: Returns: (transfer full) (element-type CasenessEquityAspiration): no tests yet. */
GPtrArray *caseness_equity_aspirations_new (void);

G_END_DECLS
