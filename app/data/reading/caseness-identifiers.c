/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-identifiers.h"

#include "caseness-cell.h"

#include <string.h>

#define MIN_CONCEPT 6
#define MAX_CONCEPT 18
#define MAX_EXPRESSION 56

/* Verhoeff's scheme: multiplication in the dihedral group of order ten, and the permutation applied by position. */
static const guint8 verhoeff_product[10][10] = {
  { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { 1, 2, 3, 4, 0, 6, 7, 8, 9, 5 }, { 2, 3, 4, 0, 1, 7, 8, 9, 5, 6 },
  { 3, 4, 0, 1, 2, 8, 9, 5, 6, 7 }, { 4, 0, 1, 2, 3, 9, 5, 6, 7, 8 }, { 5, 9, 8, 7, 6, 0, 4, 3, 2, 1 },
  { 6, 5, 9, 8, 7, 1, 0, 4, 3, 2 }, { 7, 6, 5, 9, 8, 2, 1, 0, 4, 3 }, { 8, 7, 6, 5, 9, 3, 2, 1, 0, 4 },
  { 9, 8, 7, 6, 5, 4, 3, 2, 1, 0 },
};
static const guint8 verhoeff_first[10] = { 1, 5, 7, 6, 2, 8, 3, 0, 9, 4 };

gboolean
caseness_nhs_number_is_possible (const char *text)
{
  guint sum = 0, check;

  if (!caseness_cell_is_digits (text, 10, 10))
    return FALSE;
  for (guint i = 0; i < 9; i++)
    sum += (10 - i) * (guint) (text[i] - '0');
  check = (11 - sum % 11) % 11;
  if (check != (guint) (text[9] - '0'))
    return FALSE;
  for (guint i = 0; i < 5; i++)
    if (text[i] != text[9 - i])
      return TRUE;
  return FALSE;
}

gboolean
caseness_postcode_is_well_formed (const char *text)
{
  const char *p = text;

  for (guint i = 0; i < 2 && g_ascii_isalpha (*p); i++)
    p++;
  if (p == text || !g_ascii_isdigit (*p))
    return FALSE;
  p++;
  if (g_ascii_isalnum (*p))
    p++;
  if (*p != ' ')
    return FALSE;
  while (*p == ' ')
    p++;
  return g_ascii_isdigit (p[0]) && g_ascii_isalpha (p[1]) && g_ascii_isalpha (p[2]) && p[3] == '\0';
}

static gboolean
has_verhoeff_check_digit (const char *text, gsize length)
{
  guint check = 0;

  for (gsize i = 0; i < length; i++)
    {
      guint digit = (guint) (text[length - 1 - i] - '0');

      for (gsize turn = 0; turn < i % 8; turn++)
        digit = verhoeff_first[digit];
      check = verhoeff_product[check][digit];
    }
  return check == 0;
}

gboolean
caseness_snomed_is_concept (const char *text)
{
  gsize length = strlen (text);

  if (!caseness_cell_is_digits (text, MIN_CONCEPT, MAX_CONCEPT))
    return FALSE;
  if (strncmp (text + length - 3, "00", 2) != 0 && strncmp (text + length - 3, "10", 2) != 0)
    return FALSE;
  return has_verhoeff_check_digit (text, length);
}

gboolean
caseness_snomed_is_expression (const char *text)
{
  g_autofree char *concept = NULL;
  const char *colon = strchr (text, ':');
  const char *equals = strchr (text, '=');

  if (strlen (text) > MAX_EXPRESSION)
    return FALSE;
  if (colon == NULL)
    return caseness_snomed_is_concept (text);
  if (equals == NULL || equals < colon)
    return FALSE;
  if (strncmp (colon, ":408730004=", 11) != 0 && strncmp (colon, ":363589002=", 11) != 0)
    return FALSE;
  concept = g_strndup (text, (gsize) (colon - text));
  return caseness_snomed_is_concept (concept) && caseness_snomed_is_concept (equals + 1);
}
