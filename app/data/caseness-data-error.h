/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CasenessDataError:
 * @CASENESS_DATA_ERROR_REFUSED: a file or submission cannot be taken; the message names file, line and field
 * @CASENESS_DATA_ERROR_SUPERSEDED: a later submission for the same provider and month is already held
 * @CASENESS_DATA_ERROR_NOT_A_STORE: the file is not a Caseness service file
 * @CASENESS_DATA_ERROR_TOO_NEW: the service file was made by a newer Caseness
 * @CASENESS_DATA_ERROR_TOO_OLD: the service file was made by an older Caseness and may not be brought up to date here
 * @CASENESS_DATA_ERROR_BUSY: somebody else is writing to the service file
 * @CASENESS_DATA_ERROR_READ_ONLY: the service file or its folder cannot be written
 * @CASENESS_DATA_ERROR_FULL: the disk is full
 * @CASENESS_DATA_ERROR_CORRUPT: the service file is damaged
 * @CASENESS_DATA_ERROR_NOT_FOUND: the thing asked for is not in the service file
 * @CASENESS_DATA_ERROR_NO_READER: what reads files of this kind is not installed; an import refuses the file or leaves it out
 * @CASENESS_DATA_ERROR_FAILED: anything else
 *
 * What callers act on. The messages are sentences in the user's language: what happened and what to do.
 */
typedef enum
{
  CASENESS_DATA_ERROR_REFUSED,
  CASENESS_DATA_ERROR_SUPERSEDED,
  CASENESS_DATA_ERROR_NOT_A_STORE,
  CASENESS_DATA_ERROR_TOO_NEW,
  CASENESS_DATA_ERROR_TOO_OLD,
  CASENESS_DATA_ERROR_BUSY,
  CASENESS_DATA_ERROR_READ_ONLY,
  CASENESS_DATA_ERROR_FULL,
  CASENESS_DATA_ERROR_CORRUPT,
  CASENESS_DATA_ERROR_NOT_FOUND,
  CASENESS_DATA_ERROR_NO_READER,
  CASENESS_DATA_ERROR_FAILED,
} CasenessDataError;

#define CASENESS_DATA_ERROR caseness_data_error_quark ()
GQuark caseness_data_error_quark (void);

G_END_DECLS
