/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-filter-choice.h"

#include <glib/gi18n-lib.h>

/* More values than this are counted, not named, so that a chip stays a chip. */
#define MOST_NAMED 3

CasenessFilterChoice *
caseness_filter_choice_new (int dimension)
{
  CasenessFilterChoice *choice = g_new0 (CasenessFilterChoice, 1);

  choice->dimension = dimension;
  choice->name = g_strdup ("");
  choice->values = g_new0 (char *, 1);
  choice->labels = g_new0 (char *, 1);
  choice->chosen = g_new0 (char *, 1);
  return choice;
}

void
caseness_filter_choice_free (CasenessFilterChoice *choice)
{
  g_free (choice->name);
  g_strfreev (choice->values);
  g_strfreev (choice->labels);
  g_strfreev (choice->chosen);
  g_free (choice);
}

void
caseness_filter_choice_offer (CasenessFilterChoice *choice, const char *name, const char *const *values,
                              const char *const *labels)
{
  g_free (choice->name);
  g_strfreev (choice->values);
  g_strfreev (choice->labels);
  choice->name = g_strdup (name);
  choice->values = g_strdupv ((GStrv) values);
  choice->labels = g_strdupv ((GStrv) (labels != NULL ? labels : values));
  choice->is_unlisted = FALSE;
}

void
caseness_filter_choice_offer_later (CasenessFilterChoice *choice, const char *name)
{
  g_free (choice->name);
  choice->name = g_strdup (name);
  choice->is_unlisted = TRUE;
}

gboolean
caseness_filter_choice_choose (CasenessFilterChoice *choice, const char *const *values)
{
  static const char *const nothing[] = { NULL };
  const char *const *wanted = values != NULL ? values : nothing;

  if (g_strv_equal ((const char *const *) choice->chosen, wanted))
    return FALSE;
  g_strfreev (choice->chosen);
  choice->chosen = g_strdupv ((GStrv) wanted);
  return TRUE;
}

gboolean
caseness_filter_choice_is_chosen (const CasenessFilterChoice *choice, const char *value)
{
  return g_strv_contains ((const char *const *) choice->chosen, value);
}

const char *
caseness_filter_choice_get_label (const CasenessFilterChoice *choice, const char *value)
{
  guint i;

  for (i = 0; choice->values[i] != NULL; i++)
    if (g_str_equal (choice->values[i], value))
      return choice->labels[i];
  return value;
}

GStrv
caseness_filter_choice_toggle (const CasenessFilterChoice *choice, const char *value)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint i;

  for (i = 0; choice->chosen[i] != NULL; i++)
    if (!g_str_equal (choice->chosen[i], value))
      g_strv_builder_add (builder, choice->chosen[i]);
  if (!caseness_filter_choice_is_chosen (choice, value))
    g_strv_builder_add (builder, value);
  return g_strv_builder_end (builder);
}

char *
caseness_filter_choice_describe (const CasenessFilterChoice *choice)
{
  guint n_chosen = g_strv_length (choice->chosen);
  g_autoptr(GString) words = g_string_new (NULL);
  guint i;

  if (n_chosen > MOST_NAMED)
    /* Translators: a dimension and how many of its values are chosen: "Clinician: 5 chosen" */
    return g_strdup_printf (_("%s: %u chosen"), choice->name, n_chosen);
  for (i = 0; i < n_chosen; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "",
                            caseness_filter_choice_get_label (choice, choice->chosen[i]));
  /* Translators: a dimension and its chosen values: "Team: North, South" */
  return g_strdup_printf (_("%s: %s"), choice->name, words->str);
}
