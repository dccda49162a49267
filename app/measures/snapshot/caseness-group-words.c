/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-group-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define PROBLEM "Problem Descriptor"

/* Skips a code such as "F431 - " or "83482000 ", which has a digit in it. */
static const char *
skip_code (const char *text)
{
  const char *dash = strstr (text, " - "), *blank = strchr (text, ' '), *p;

  if (dash != NULL)
    return dash + strlen (" - ");
  for (p = text; blank != NULL && p < blank; p++)
    if (g_ascii_isdigit (*p))
      return blank + 1;
  return text;
}

char *
caseness_group_words_problem (const char *label)
{
  const char *colon, *start;
  char *words, *bracket;

  g_return_val_if_fail (label != NULL, NULL);

  label = g_dgettext (GETTEXT_PACKAGE, label);
  colon = strstr (label, ": ");
  start = skip_code (colon != NULL ? colon + strlen (": ") : label);
  words = g_strdup (start);
  bracket = strstr (words, " [");
  if (bracket != NULL)
    *bracket = '\0';
  return words;
}

char *
caseness_group_words (const CasenessVariable *variable, const char *label)
{
  g_return_val_if_fail (variable != NULL && label != NULL, NULL);

  if (*label == '\0')
    return g_strdup ("");
  return strcmp (caseness_variable_get_name (variable), PROBLEM) == 0 ? caseness_group_words_problem (label)
                                                                      : g_strdup (g_dgettext (GETTEXT_PACKAGE, label));
}
