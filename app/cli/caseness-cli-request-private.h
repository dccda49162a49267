/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-cli.h"
#include "caseness-evaluate.h"

G_BEGIN_DECLS

/** CASENESS_CLI_MOST_FURTHER: how many options a breakdown may have besides those that all have. */
#define CASENESS_CLI_MOST_FURTHER 5

/** CasenessCliRequest: what the breakdowns are asked for. */
typedef struct
{
  char *from;
  char *to;
  char **by;
  char **where;
  char *output;
  CasenessPeriod period;
  GPtrArray *variables;    /* CasenessVariable */
  gboolean has_months;     /* whether months may be asked for */
  gboolean is_by_optional; /* whether there need not be a variable */
  gboolean by_month;       /* of the period, before the variables */
  CasenessFilter *filter;
  guint64 *people;         /* bitmap of those wanted, once the file is loaded */
} CasenessCliRequest;

/** caseness_cli_request_clear: frees what it holds. */
void caseness_cli_request_clear (CasenessCliRequest *request);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CasenessCliRequest, caseness_cli_request_clear)

/** caseness_cli_request_read: reads the options that all breakdowns have, and @further (nullable), ended by a NULL row, of at
 *  most CASENESS_CLI_MOST_FURTHER. Returns: FALSE with an error of usage. */
gboolean caseness_cli_request_read (CasenessCliRequest *request, const GOptionEntry *further, int *argc, char ***argv,
                                    GError **error);

/** caseness_cli_request_load: loads the file and finds whom to count. Returns: (transfer full) (nullable): NULL on error. */
CasenessFrame *caseness_cli_request_load (CasenessCliRequest *request, const char *path, GError **error);

/** caseness_cli_refuse: sets an error of usage: `--by: is missing`. Returns: FALSE. */
gboolean caseness_cli_refuse (GError **error, const char *option, const char *fault);

G_END_DECLS
