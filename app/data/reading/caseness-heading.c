/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-heading.h"

char *
caseness_heading_normalise (const char *heading)
{
  GString *text;

  g_return_val_if_fail (heading != NULL, NULL);

  text = g_string_new (NULL);
  for (; *heading != '\0'; heading++)
    if (g_ascii_isalnum (*heading))
      g_string_append_c (text, g_ascii_tolower (*heading));
  return g_string_free (text, FALSE);
}
