/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-name.h"

#include <string.h>

#define PASSED_OVER " -_"

gboolean
caseness_name_is_same (const char *a, const char *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  while (TRUE)
    {
      a += strspn (a, PASSED_OVER);
      b += strspn (b, PASSED_OVER);
      if (g_ascii_tolower (*a) != g_ascii_tolower (*b))
        return FALSE;
      if (*a == '\0')
        return TRUE;
      a++;
      b++;
    }
}
