/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-published-group.h"

#include "caseness-reference.h"

#include <string.h>

#define HALVES ": "
#define WHOLE_FAMILY ": All"

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

/* "F400 - Agoraphobia" and "83482000 Body Dysmorphic Disorder" without their codes. */
static const char *
skip_code (const char *text)
{
  gsize word = strcspn (text, " "), digits = strcspn (text, "0123456789");

  if (digits >= word || text[word] == '\0')
    return text;
  text += word;
  return text + strspn (text, " -");
}

static void
append_letters (GString *key, const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_isalnum (*text))
      g_string_append_c (key, g_ascii_tolower (*text));
}

/* What two spellings of one group share. */
static char *
make_key (const char *label)
{
  g_auto(GStrv) halves = g_strsplit (label, HALVES, 2);
  GString *key = g_string_new (NULL);
  guint i;

  for (i = 0; halves[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (key, ':');
      append_letters (key, skip_code (halves[i]));
    }
  return g_string_free (key, FALSE);
}

static gboolean
is_same_key (const char *a, const char *b)
{
  g_autofree char *first = make_key (a), *second = make_key (b);

  return strcmp (first, second) == 0;
}

const CasenessVariable *
caseness_published_find_variable (const char *published)
{
  const CasenessReference *table = caseness_reference_get ("published-groups");
  const CasenessVariable *variable;
  guint i;

  g_return_val_if_fail (published != NULL, NULL);
  variable = caseness_variable_find (published);
  for (i = 0; variable == NULL && i < caseness_reference_get_n_rows (table); i++)
    if (g_ascii_strcasecmp (get_cell (table, i, "published_variable"), published) == 0)
      variable = caseness_variable_find (get_cell (table, i, "variable"));
  return variable;
}

/* Our label where the two differ by more than spelling, else the published one. */
static const char *
translate (const CasenessPublishedFigure *published)
{
  const CasenessReference *table = caseness_reference_get ("published-groups");
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    if (g_ascii_strcasecmp (get_cell (table, i, "published_variable"), published->variable) == 0
        && g_ascii_strcasecmp (get_cell (table, i, "published_group"), published->group) == 0)
      return get_cell (table, i, "group");
  return published->group;
}

static const char *
get_second_half (const char *label)
{
  const char *colon = strstr (label, HALVES);

  return colon != NULL ? colon + strlen (HALVES) : NULL;
}

/* The only group with that second half, whatever family it is put in; -1 when there are several or none. */
static int
find_by_second_half (const char *label, const CasenessAnswer *answer, guint period, guint variable)
{
  const char *half = get_second_half (label);
  int found = -1;
  guint i;

  for (i = 0; half != NULL && i < caseness_answer_get_n_groups (answer, period, variable); i++)
    {
      const char *own = get_second_half (caseness_answer_get_group (answer, period, variable, i));

      if (own == NULL || !is_same_key (own, half))
        continue;
      if (found >= 0)
        return -1;
      found = (int) i;
    }
  return found;
}

int
caseness_published_find_group (const CasenessPublishedFigure *published, const CasenessAnswer *answer, guint period,
                               guint variable)
{
  const char *label;
  guint i;

  g_return_val_if_fail (published != NULL && answer != NULL, -1);
  label = translate (published);
  for (i = 0; i < caseness_answer_get_n_groups (answer, period, variable); i++)
    if (g_ascii_strcasecmp (caseness_answer_get_group (answer, period, variable, i), label) == 0)
      return (int) i;
  for (i = 0; i < caseness_answer_get_n_groups (answer, period, variable); i++)
    if (is_same_key (caseness_answer_get_group (answer, period, variable, i), label))
      return (int) i;
  return find_by_second_half (label, answer, period, variable);
}

char *
caseness_published_dup_family (const char *group)
{
  gsize length;

  g_return_val_if_fail (group != NULL, NULL);
  length = strlen (group);
  if (length <= strlen (WHOLE_FAMILY) || strcmp (group + length - strlen (WHOLE_FAMILY), WHOLE_FAMILY) != 0)
    return NULL;
  return g_strndup (group, length - strlen (WHOLE_FAMILY));
}
