/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-filter-offer.h"

#include "caseness-staff-words.h"

#include <glib/gi18n-lib.h>

void
caseness_filter_offer_names (CasenessFilterBar *bar)
{
  guint i;

  for (i = 0; i < caseness_dimension_count (); i++)
    caseness_filter_bar_offer_later (bar, (int) i, g_dgettext (GETTEXT_PACKAGE, caseness_dimension_get_name (i)));
}

void
caseness_filter_offer_values (CasenessFilterBar *bar, CasenessSession *session, int dimension)
{
  CasenessSnapshot *snapshot = caseness_session_get_snapshot (session);
  gboolean is_hidden = caseness_session_get_meeting_mode (session) && caseness_dimension_names_staff (dimension);
  g_autoptr(GStrvBuilder) values = g_strv_builder_new (), labels = g_strv_builder_new ();
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(CasenessGrouping) grouping = NULL;
  g_auto(GStrv) all_values = NULL, all_labels = NULL;
  guint i;

  if (snapshot == NULL)
    return;
  frame = caseness_frame_new (snapshot);
  caseness_frame_set_period (frame, caseness_session_get_period (session));
  grouping = caseness_variable_group (caseness_dimension_get_variable (dimension), frame);
  for (i = 0; i < grouping->labels->len; i++)
    {
      const char *value = g_ptr_array_index (grouping->labels, i);
      g_autofree char *label
        = caseness_staff_words_group (snapshot, caseness_dimension_get_variable (dimension), value, is_hidden);

      g_strv_builder_add (values, value);
      g_strv_builder_add (labels, label);
    }
  all_values = g_strv_builder_end (values);
  all_labels = g_strv_builder_end (labels);
  caseness_filter_bar_offer (bar, dimension, g_dgettext (GETTEXT_PACKAGE, caseness_dimension_get_name (dimension)),
                             (const char *const *) all_values, (const char *const *) all_labels);
}

void
caseness_filter_offer_show (CasenessFilterBar *bar, CasenessSession *session)
{
  CasenessFilter *filter = caseness_session_get_filter (session);
  guint i;

  for (i = 0; i < caseness_dimension_count (); i++)
    {
      const char *const *wanted = caseness_filter_get_values (filter, i);

      if (wanted[0] != NULL && caseness_dimension_names_staff (i))
        caseness_filter_offer_values (bar, session, (int) i); /* or their names would stand there */
      caseness_filter_bar_show (bar, (int) i, wanted);
    }
}
