/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-publication.h"

G_BEGIN_DECLS

/** CasenessPublicationRole: what a column of a published file is for. */
typedef enum
{
  CASENESS_ROLE_START,
  CASENESS_ROLE_END,
  CASENESS_ROLE_PERIOD, /* a month or a financial year in one cell */
  CASENESS_ROLE_LEVEL,
  CASENESS_ROLE_COMMISSIONER,
  CASENESS_ROLE_COMMISSIONER_NAME,
  CASENESS_ROLE_PROVIDER,
  CASENESS_ROLE_PROVIDER_NAME,
  CASENESS_ROLE_CODE, /* of whatever organisation the row is about */
  CASENESS_ROLE_NAME,
  CASENESS_ROLE_VARIABLE,
  CASENESS_ROLE_GROUP_A,
  CASENESS_ROLE_GROUP_B,
  CASENESS_ROLE_GROUP_C,
  CASENESS_ROLE_GROUP_D,
  CASENESS_ROLE_DESCRIPTOR,
  CASENESS_ROLE_THERAPY,
  CASENESS_ROLE_MEASURE,
  CASENESS_ROLE_MEASURE_NAME,
  CASENESS_ROLE_STATISTIC,
  CASENESS_ROLE_VALUE,
  CASENESS_N_ROLES,
} CasenessPublicationRole;

/** CasenessPublicationColumn: a column that holds figures. */
typedef struct
{
  guint column;
  char *measure;     /* id of the national metadata, or the heading where it has none */
  gboolean is_known; /* whether it has an id */
} CasenessPublicationColumn;

/** CasenessPublicationColumns: what the columns of one file are. */
typedef struct
{
  CasenessPublicationLayout layout;
  guint n_columns;
  int roles[CASENESS_N_ROLES]; /* column, -1 none */
  GArray *figures;             /* CasenessPublicationColumn, of a file with a column a figure */
} CasenessPublicationColumns;

/**
 * caseness_publication_columns_new:
 * @headers: (array length=n_headers): column headings; NULL for an empty one
 * @n_headers: how many
 *
 * Returns: (transfer full) (nullable): what each is, NULL when they are not those of a published file.
 */
CasenessPublicationColumns *caseness_publication_columns_new (const char *const *headers, guint n_headers);

/** caseness_publication_columns_free: frees @columns. */
void caseness_publication_columns_free (CasenessPublicationColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPublicationColumns, caseness_publication_columns_free)

/**
 * caseness_publication_dup_measure:
 * @statistic: (nullable): `count`, `percentage` …, where it is not part of the name
 * @name: the name of a figure
 *
 * Returns: (transfer full): the measure of that name in any edition, or the name.
 */
char *caseness_publication_dup_measure (const char *statistic, const char *name);

G_END_DECLS
