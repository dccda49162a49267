/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-published.h"

#include <math.h>
#include <string.h>

#define TEXT_CHUNK 65536

/* The first name of a level is the one the store keeps; the others are those of other years and other files. */
static const struct
{
  const char *word;
  CasenessPublishedLevel level;
} levels[] = {
  { "England", CASENESS_PUBLISHED_ENGLAND },
  { "Region", CASENESS_PUBLISHED_REGION },
  { "CommissioningRegion", CASENESS_PUBLISHED_REGION },
  { "CommRegion", CASENESS_PUBLISHED_REGION },
  { "ICB", CASENESS_PUBLISHED_ICB },
  { "STP", CASENESS_PUBLISHED_ICB },
  { "ICB/STP", CASENESS_PUBLISHED_ICB },
  { "SubICB", CASENESS_PUBLISHED_SUB_ICB },
  { "CCG", CASENESS_PUBLISHED_SUB_ICB },
  { "SubICB/CCG", CASENESS_PUBLISHED_SUB_ICB },
  { "SubICB/Provider", CASENESS_PUBLISHED_SUB_ICB_PROVIDER },
  { "CCG/Provider", CASENESS_PUBLISHED_SUB_ICB_PROVIDER },
  { "SubICBProvider/CCGProvider", CASENESS_PUBLISHED_SUB_ICB_PROVIDER },
  { "Provider", CASENESS_PUBLISHED_PROVIDER },
  { "Other", CASENESS_PUBLISHED_OTHER },
};

CasenessPublishedList *
caseness_published_list_new (void)
{
  CasenessPublishedList *list = g_new0 (CasenessPublishedList, 1);

  list->figures = g_array_new (FALSE, FALSE, sizeof (CasenessPublishedFigure));
  list->boards = g_array_new (FALSE, FALSE, sizeof (CasenessPublishedBoard));
  list->chosen_icb = "";
  list->text = g_string_chunk_new (TEXT_CHUNK);
  return list;
}

void
caseness_published_list_free (CasenessPublishedList *list)
{
  if (list == NULL)
    return;
  g_array_unref (list->figures);
  g_array_unref (list->boards);
  g_string_chunk_free (list->text);
  g_free (list);
}

const char *
caseness_published_list_keep (CasenessPublishedList *list, const char *text)
{
  g_return_val_if_fail (list != NULL, NULL);
  return text == NULL || text[0] == '\0' ? "" : g_string_chunk_insert_const (list->text, text);
}

/* Blanks and hyphens come and go between years. */
static gboolean
is_same_level (const char *words, const char *word)
{
  while (*words != '\0' || *word != '\0')
    {
      if (*words == ' ' || *words == '-')
        words++;
      else if (g_ascii_tolower (*words) != g_ascii_tolower (*word))
        return FALSE;
      else
        {
          words++;
          word++;
        }
    }
  return TRUE;
}

CasenessPublishedLevel
caseness_published_level_parse (const char *words)
{
  guint i;

  for (i = 0; words != NULL && i < G_N_ELEMENTS (levels); i++)
    if (is_same_level (words, levels[i].word))
      return levels[i].level;
  return CASENESS_PUBLISHED_OTHER;
}

const char *
caseness_published_level_get_word (CasenessPublishedLevel level)
{
  guint i = 0;

  g_return_val_if_fail (level < CASENESS_N_PUBLISHED_LEVELS, "");
  while (levels[i].level != level)
    i++;
  return levels[i].word;
}

gboolean
caseness_published_is_suppressed (const char *text)
{
  return text != NULL && strcmp (text, "*") == 0;
}

double
caseness_published_parse_value (const char *text)
{
  char *end = NULL;
  double value;

  if (text == NULL || !(g_ascii_isdigit (text[0]) || text[0] == '-' || text[0] == '.'))
    return NAN;
  value = g_ascii_strtod (text, &end);
  if (end == text)
    return NAN;
  end += *end == '%';
  return *end == '\0' && isfinite (value) ? value : NAN;
}
