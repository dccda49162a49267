/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-national-against.h"

#include "caseness-national-words.h"

static void
append_choice (GtkStringList *names, const CasenessNationalChoice *choice)
{
  g_autofree char *name = caseness_national_words_choice (choice);

  gtk_string_list_append (names, name);
}

void
caseness_national_against_show (GtkDropDown *choice, const CasenessNational *national)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  append_choice (names, NULL); /* England */
  for (guint i = 0; i < national->choices->len; i++)
    {
      const CasenessNationalChoice *loaded = &g_array_index (national->choices, CasenessNationalChoice, i);

      append_choice (names, loaded);
      if (loaded->publication_id == national->publication_id)
        selected = i + 1;
    }
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (choice, selected);
}

gboolean
caseness_national_against_read (GtkDropDown *choice, const CasenessNational *national, gint64 *publication_id)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (selected > national->choices->len)
    return FALSE;
  *publication_id = selected == 0
                      ? CASENESS_NATIONAL_ENGLAND
                      : g_array_index (national->choices, CasenessNationalChoice, selected - 1).publication_id;
  return TRUE;
}
