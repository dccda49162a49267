/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-person-tables.h"

#include "caseness-person-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
set_text (CasenessDataRow *row, guint cell, char *text)
{
  g_autofree char *owned = text;

  caseness_data_row_set_text (row, cell, owned);
}

static void
set_points (CasenessDataRow *row, guint cell, CasenessScore points, gboolean is_change)
{
  g_autofree char *text = caseness_person_words_points (points, is_change);

  caseness_data_row_set_number (row, cell, text, points != CASENESS_SCORE_NONE ? points : NAN);
}

void
caseness_person_tables_scores (CasenessDataTable *table, const CasenessPersonCourse *course)
{
  const CasenessDataColumn columns[] = {
    { _("Measure"), CASENESS_DATA_NAME },  { _("First"), CASENESS_DATA_NUMBER },
    { _("Last"), CASENESS_DATA_NUMBER },   { _("Change"), CASENESS_DATA_NUMBER },
    { _("Needs"), CASENESS_DATA_NUMBER },
  };
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) scores = caseness_person_scores_list (course);
  guint i;

  for (i = 0; i < scores->len; i++)
    {
      const CasenessPersonScore *score = &g_array_index (scores, CasenessPersonScore, i);
      CasenessDataRow *row = caseness_data_row_new (i, G_N_ELEMENTS (columns));

      set_text (row, 0, caseness_person_words_score (course, score));
      set_points (row, 1, score->pair.first, FALSE);
      set_points (row, 2, score->pair.last, FALSE);
      set_points (row, 3, score->change, TRUE);
      set_points (row, 4, score->needs, FALSE);
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}

void
caseness_person_tables_contacts (CasenessDataTable *table, const CasenessPersonCourse *course, gboolean hides_names)
{
  const CasenessDataColumn columns[] = {
    { _("Day"), CASENESS_DATA_TEXT },       { _("What"), CASENESS_DATA_NAME }, { _("How"), CASENESS_DATA_TEXT },
    { _("Clinician"), CASENESS_DATA_TEXT }, { _("Minutes"), CASENESS_DATA_NUMBER },
  };
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < course->contacts->len; i++)
    {
      const CasenessCourseContact *contact = &g_array_index (course->contacts, CasenessCourseContact, i);
      CasenessDataRow *row = caseness_data_row_new (i, G_N_ELEMENTS (columns));
      g_autofree char *day = caseness_date_format_short (contact->date);
      g_autofree char *minutes = contact->minutes > 0 ? g_strdup_printf ("%d", contact->minutes) : g_strdup ("");

      caseness_data_row_set_number (row, 0, day, contact->date);
      set_text (row, 1, caseness_person_words_contact (contact));
      set_text (row, 2, caseness_person_words_therapies (contact));
      set_text (row, 3, caseness_person_words_staff (course, contact, hides_names));
      caseness_data_row_set_number (row, 4, minutes, contact->minutes > 0 ? contact->minutes : NAN);
      g_ptr_array_add (rows, row);
    }
  caseness_data_table_show (table, columns, G_N_ELEMENTS (columns), rows);
}
