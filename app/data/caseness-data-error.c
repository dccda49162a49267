/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-data-error.h"

G_DEFINE_QUARK (caseness-data-error-quark, caseness_data_error)
