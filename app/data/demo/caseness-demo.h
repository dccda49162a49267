/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"
#include "caseness-import.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CasenessDemoOptions: what service to invent. */
typedef struct
{
  guint referrals;    /* referrals received in the months asked for, over all providers */
  guint months;       /* monthly submissions to write, at least 1 */
  CasenessDate end;   /* any day of the last month */
  guint32 seed;
  guint providers;    /* at least 1 */
  CasenessProgressFunc progress; /* (nullable) */
  gpointer progress_data;
} CasenessDemoOptions;

/** caseness_demo_options_init: sets the ordinary service: 12,000 referrals, 12 months to June 2025, seed 1, one provider. */
void caseness_demo_options_init (CasenessDemoOptions *options);

/**
 * caseness_demo_write:
 * @folder: folder to write into, made when missing; must not already hold a submission
 * @options: what service to invent
 * @cancellable: (nullable)
 * @error: return location
 *
 * Writes a synthetic service calibrated on published national figures: one sub-folder a month (below one a provider
 * when there are several, rulings 21) and the local lists in @folder. The same options give the same bytes.
 *
 * Returns: whether it was written.
 */
gboolean caseness_demo_write (const char *folder, const CasenessDemoOptions *options, GCancellable *cancellable,
                              GError **error);

G_END_DECLS
