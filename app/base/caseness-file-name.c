/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-file-name.h"

static gsize
count_alnum (const char *text)
{
  gsize n = 0;

  while (g_ascii_isalnum (text[n]))
    n++;
  return n;
}

void
caseness_file_name_append (GString *name, const char *text, gsize most)
{
  g_autofree char *ascii = NULL;
  g_autofree char *lower = NULL;
  const char *p;

  g_return_if_fail (name != NULL && text != NULL);

  ascii = g_str_to_ascii (text, NULL);
  lower = g_ascii_strdown (ascii, -1);
  for (p = lower; *p != '\0';)
    {
      gsize n = count_alnum (p);

      if (n == 0)
        {
          p++;
          continue;
        }
      if (name->len + (name->len > 0) + n > most)
        return;
      if (name->len > 0)
        g_string_append_c (name, '-');
      g_string_append_len (name, p, (gssize) n);
      p += n;
    }
}
