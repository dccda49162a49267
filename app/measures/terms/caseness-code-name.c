/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-code-name.h"

#include "caseness-reference.h"

#include <string.h>

const char *
caseness_code_name_find (const char *field, const char *code)
{
  const CasenessReference *table = caseness_reference_get ("code-names");
  guint fields = caseness_reference_find_column (table, "field");
  guint codes = caseness_reference_find_column (table, "code");
  guint i;

  g_return_val_if_fail (field != NULL, NULL);

  for (i = 0; code != NULL && i < caseness_reference_get_n_rows (table); i++)
    if (strcmp (caseness_reference_get_cell (table, i, fields), field) == 0
        && strcmp (caseness_reference_get_cell (table, i, codes), code) == 0)
      return caseness_reference_get_cell (table, i, caseness_reference_find_column (table, "name"));
  return NULL;
}

const char *
caseness_code_name_find_number (const char *field, guint code)
{
  char text[12];

  g_snprintf (text, sizeof text, "%02u", code);
  return caseness_code_name_find (field, text);
}
