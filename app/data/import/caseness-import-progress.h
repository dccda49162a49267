/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-import.h"

G_BEGIN_DECLS

/** CasenessImportProgress: how far an import is, in bytes of its files, and whether it should go on. */
typedef struct
{
  CasenessProgressFunc func; /* (nullable) */
  gpointer func_data;
  GCancellable *cancellable; /* (nullable) (unowned) */
  char *what;                /* what is being done now */
  double done;
  double total;
  gint64 next_report;        /* monotonic time before which nothing is said */
} CasenessImportProgress;

/** caseness_import_progress_start: names what is done from now on. */
void caseness_import_progress_start (CasenessImportProgress *progress, const char *what);

/**
 * caseness_import_progress_check:
 * @progress: a progress
 * @ahead: bytes of the present piece of work that are done but not yet added to @progress
 * @error: return location
 *
 * Reports a few times a second at most.
 *
 * Returns: whether to go on; FALSE with G_IO_ERROR_CANCELLED set.
 */
gboolean caseness_import_progress_check (CasenessImportProgress *progress, double ahead, GError **error);

/** caseness_import_progress_clear: frees what it holds. */
void caseness_import_progress_clear (CasenessImportProgress *progress);

G_END_DECLS
