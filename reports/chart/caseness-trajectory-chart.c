/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-trajectory-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

static void
free_session (gpointer data)
{
  CasenessTrajectorySession *session = data;

  g_free (session->label);
  g_free (session->day);
  g_free (session->month);
  g_free (session);
}

static void
free_event (gpointer data)
{
  CasenessTrajectoryEvent *event = data;

  g_free (event->label);
  g_free (event);
}

static void
clear_score (gpointer data)
{
  CasenessTrajectoryScore *score = data;

  g_free (score->words);
}

static void
free_panel (gpointer data)
{
  CasenessTrajectoryPanel *panel = data;

  g_free (panel->name);
  g_free (panel->description);
  g_free (panel->threshold_label);
  g_free (panel->band_label);
  g_array_unref (panel->scores);
  g_free (panel);
}

static void
free_chart (CasenessChart *chart)
{
  CasenessTrajectoryChart *self = (CasenessTrajectoryChart *) chart;

  g_free (self->session_heading);
  g_free (self->date_heading);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->panels);
  g_free (self);
}

/* Scores are whole numbers as a rule; means of items have one digit. */
char *
caseness_trajectory_chart_dup_score (double score)
{
  gboolean is_whole = fabs (score - round (score)) < 0.005;

  return caseness_chart_format_value (is_whole ? CASENESS_CHART_COUNT : CASENESS_CHART_NUMBER, score);
}

/* What a screen reader says at a score. */
char *
caseness_trajectory_chart_dup_label (const CasenessTrajectoryChart *chart, guint panel, guint session)
{
  const CasenessTrajectoryPanel *found = TRAJECTORY_PANEL (chart, panel);
  const CasenessTrajectoryScore *score = TRAJECTORY_SCORE (found, session);
  g_autofree char *value = caseness_trajectory_chart_dup_score (score->score);

  if (score->words == NULL)
    /* Translators: read by a screen reader: measure, "session" and which: score. */
    return g_strdup_printf (_("%s, %s %s: %s"), found->name, chart->session_heading,
                            TRAJECTORY_SESSION (chart, session)->label, value);
  /* Translators: read by a screen reader: measure, "session" and which: score, what is said of it. */
  return g_strdup_printf (_("%s, %s %s: %s, %s"), found->name, chart->session_heading,
                          TRAJECTORY_SESSION (chart, session)->label, value, score->words);
}

static void
append_panel (GString *text, const CasenessTrajectoryPanel *panel, gboolean is_first)
{
  double first = NAN, last = NAN;
  guint n = 0;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  guint i;

  for (i = 0; i < panel->scores->len; i++)
    if (!isnan (TRAJECTORY_SCORE (panel, i)->score))
      {
        last = TRAJECTORY_SCORE (panel, i)->score;
        first = n++ == 0 ? last : first;
      }
  if (!is_first)
    g_string_append_c (text, ' ');
  if (n == 0)
    {
      /* Translators: a measure without scores. */
      g_string_append_printf (text, _("%s: no scores."), panel->name);
      return;
    }
  from = caseness_trajectory_chart_dup_score (first);
  to = caseness_trajectory_chart_dup_score (last);
  /* Translators: a measure, how many scores, the first and the last of them. */
  g_string_append_printf (text, ngettext ("%s: %u score, from %s to %s.", "%s: %u scores, from %s to %s.", n),
                          panel->name, n, from, to);
  for (i = 0; i < panel->scores->len; i++)
    if (TRAJECTORY_SCORE (panel, i)->words != NULL && !TRAJECTORY_SCORE (panel, i)->is_marked)
      g_string_append_printf (text, " %s.", TRAJECTORY_SCORE (panel, i)->words);
}

static char *
dup_summary (const CasenessChart *chart)
{
  const CasenessTrajectoryChart *self = (const CasenessTrajectoryChart *) chart;
  g_autoptr(GString) text = caseness_chart_begin_summary (chart);
  guint i;

  for (i = 0; i < self->panels->len; i++)
    append_panel (text, TRAJECTORY_PANEL (self, i), i == 0);
  if (self->panels->len == 0)
    g_string_append (text, _("There are no values."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_date (const CasenessTrajectoryChart *chart, guint session)
{
  const char *day = TRAJECTORY_SESSION (chart, session)->day;
  const char *month = NULL;
  guint i;

  for (i = 0; i <= session; i++)
    if (TRAJECTORY_SESSION (chart, i)->month != NULL)
      month = TRAJECTORY_SESSION (chart, i)->month;
  return g_strjoin (day != NULL && month != NULL ? " " : "", day != NULL ? day : "", month != NULL ? month : "", NULL);
}

static gboolean
has_expected (const CasenessTrajectoryPanel *panel)
{
  guint i;

  for (i = 0; i < panel->scores->len; i++)
    if (!isnan (TRAJECTORY_SCORE (panel, i)->expected_middle))
      return TRUE;
  return FALSE;
}

static void
fill_expected (CasenessChartTable *table, const CasenessTrajectoryScore *score)
{
  g_autofree char *low = caseness_trajectory_chart_dup_score (score->expected_low);
  g_autofree char *middle = caseness_trajectory_chart_dup_score (score->expected_middle);
  g_autofree char *high = caseness_trajectory_chart_dup_score (score->expected_high);
  /* Translators: quartiles of scores: the lower, the upper, and the median. */
  g_autofree char *words = g_strdup_printf (_("%1$s to %2$s, median %3$s"), low, high, middle);

  caseness_chart_table_add_text (table, isnan (score->expected_middle) ? "" : words);
}

static void
fill_session (const CasenessTrajectoryChart *chart, CasenessChartTable *table, guint session)
{
  g_autofree char *date = dup_date (chart, session);
  g_autoptr(GString) words = g_string_new (NULL);
  guint i;

  caseness_chart_table_add_text (table, TRAJECTORY_SESSION (chart, session)->label);
  caseness_chart_table_add_text (table, date);
  for (i = 0; i < chart->panels->len; i++)
    {
      const CasenessTrajectoryPanel *panel = TRAJECTORY_PANEL (chart, i);
      const CasenessTrajectoryScore *score = TRAJECTORY_SCORE (panel, session);
      gboolean is_whole = fabs (score->score - round (score->score)) < 0.005;

      caseness_chart_table_add_number (table, is_whole ? CASENESS_CHART_COUNT : CASENESS_CHART_NUMBER, score->score);
      if (has_expected (panel))
        fill_expected (table, score);
      if (score->words != NULL)
        g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "; " : "", panel->name, score->words);
    }
  for (i = 0; i < chart->events->len; i++)
    if (TRAJECTORY_EVENT (chart, i)->session == session)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", TRAJECTORY_EVENT (chart, i)->label);
  caseness_chart_table_add_text (table, words->str);
}

static void
fill_table (const CasenessChart *chart, CasenessChartTable *table)
{
  const CasenessTrajectoryChart *self = (const CasenessTrajectoryChart *) chart;
  guint i;

  caseness_chart_table_add_column (table, self->session_heading);
  caseness_chart_table_add_column (table, self->date_heading);
  for (i = 0; i < self->panels->len; i++)
    {
      /* Translators: heads a column of what is usual of a measure. */
      g_autofree char *usual = g_strdup_printf (_("%s, usual"), TRAJECTORY_PANEL (self, i)->name);

      caseness_chart_table_add_column (table, TRAJECTORY_PANEL (self, i)->name);
      if (has_expected (TRAJECTORY_PANEL (self, i)))
        caseness_chart_table_add_column (table, usual);
    }
  caseness_chart_table_add_column (table, C_("column of a table", "Remarks"));
  for (i = 0; i < self->sessions->len; i++)
    fill_session (self, table, i);
}

static const CasenessChartClass trajectory_chart_class
    = { caseness_trajectory_chart_lay_out, dup_summary, fill_table, free_chart };

CasenessTrajectoryChart *
caseness_trajectory_chart_new (const char *session_heading, const char *date_heading)
{
  CasenessTrajectoryChart *chart;

  g_return_val_if_fail (session_heading != NULL && date_heading != NULL, NULL);

  chart = g_new0 (CasenessTrajectoryChart, 1);
  caseness_chart_init (&chart->parent, &trajectory_chart_class);
  chart->session_heading = g_strdup (session_heading);
  chart->date_heading = g_strdup (date_heading);
  chart->sessions = g_ptr_array_new_with_free_func (free_session);
  chart->events = g_ptr_array_new_with_free_func (free_event);
  chart->panels = g_ptr_array_new_with_free_func (free_panel);
  return chart;
}

void
caseness_trajectory_chart_unref (CasenessTrajectoryChart *chart)
{
  g_return_if_fail (chart != NULL);

  caseness_chart_unref (&chart->parent);
}

CasenessChart *
caseness_trajectory_chart_as_chart (CasenessTrajectoryChart *chart)
{
  return chart != NULL ? &chart->parent : NULL;
}

guint
caseness_trajectory_chart_add_session (CasenessTrajectoryChart *chart, const char *label, const char *day,
                                       const char *month)
{
  CasenessTrajectorySession *session;

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);
  g_return_val_if_fail (chart->panels->len == 0, 0);

  session = g_new0 (CasenessTrajectorySession, 1);
  *session = (CasenessTrajectorySession) { g_strdup (label), g_strdup (day), g_strdup (month) };
  g_ptr_array_add (chart->sessions, session);
  return chart->sessions->len - 1;
}

void
caseness_trajectory_chart_add_event (CasenessTrajectoryChart *chart, guint session, const char *label)
{
  CasenessTrajectoryEvent *event;

  g_return_if_fail (chart != NULL);
  g_return_if_fail (label != NULL);
  g_return_if_fail (session < chart->sessions->len);

  event = g_new0 (CasenessTrajectoryEvent, 1);
  *event = (CasenessTrajectoryEvent) { session, g_strdup (label) };
  g_ptr_array_add (chart->events, event);
}

guint
caseness_trajectory_chart_add_panel (CasenessTrajectoryChart *chart, const char *name, const char *description,
                                     double maximum)
{
  const CasenessTrajectoryScore nothing = { NAN, FALSE, NULL, NAN, NAN, NAN };
  CasenessTrajectoryPanel *panel;
  guint i;

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (name != NULL && description != NULL, 0);
  g_return_val_if_fail (maximum > 0, 0);

  panel = g_new0 (CasenessTrajectoryPanel, 1);
  panel->name = g_strdup (name);
  panel->description = g_strdup (description);
  panel->maximum = maximum;
  panel->threshold = panel->band_low = panel->band_high = NAN;
  panel->scores = g_array_new (FALSE, FALSE, sizeof (CasenessTrajectoryScore));
  g_array_set_clear_func (panel->scores, clear_score);
  for (i = 0; i < chart->sessions->len; i++)
    g_array_append_val (panel->scores, nothing);
  g_ptr_array_add (chart->panels, panel);
  return chart->panels->len - 1;
}

static void
set_words (char **place, const char *words)
{
  g_free (*place);
  *place = g_strdup (words);
}

void
caseness_trajectory_chart_set_threshold (CasenessTrajectoryChart *chart, guint panel, double value, const char *label)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (label != NULL);
  g_return_if_fail (panel < chart->panels->len);

  TRAJECTORY_PANEL (chart, panel)->threshold = value;
  set_words (&TRAJECTORY_PANEL (chart, panel)->threshold_label, label);
}

void
caseness_trajectory_chart_set_band (CasenessTrajectoryChart *chart, guint panel, double low, double high,
                                    const char *label)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (label != NULL);
  g_return_if_fail (panel < chart->panels->len);

  TRAJECTORY_PANEL (chart, panel)->band_low = low;
  TRAJECTORY_PANEL (chart, panel)->band_high = high;
  set_words (&TRAJECTORY_PANEL (chart, panel)->band_label, label);
}

/* Returns: (transfer none) (nullable): the score of a session. */
static CasenessTrajectoryScore *
find_score (CasenessTrajectoryChart *chart, guint panel, guint session)
{
  g_return_val_if_fail (chart != NULL, NULL);
  g_return_val_if_fail (panel < chart->panels->len && session < chart->sessions->len, NULL);

  return TRAJECTORY_SCORE (TRAJECTORY_PANEL (chart, panel), session);
}

void
caseness_trajectory_chart_set_score (CasenessTrajectoryChart *chart, guint panel, guint session, double score)
{
  CasenessTrajectoryScore *found = find_score (chart, panel, session);

  if (found != NULL)
    found->score = score;
}

void
caseness_trajectory_chart_mark (CasenessTrajectoryChart *chart, guint panel, guint session, const char *words)
{
  CasenessTrajectoryScore *found = find_score (chart, panel, session);

  g_return_if_fail (words != NULL);

  if (found == NULL)
    return;
  found->is_marked = TRUE;
  set_words (&found->words, words);
}

void
caseness_trajectory_chart_note (CasenessTrajectoryChart *chart, guint panel, guint session, const char *words)
{
  CasenessTrajectoryScore *found = find_score (chart, panel, session);

  g_return_if_fail (words != NULL);

  if (found != NULL)
    set_words (&found->words, words);
}

void
caseness_trajectory_chart_set_expected (CasenessTrajectoryChart *chart, guint panel, guint session, double low,
                                        double middle, double high)
{
  CasenessTrajectoryScore *found = find_score (chart, panel, session);

  if (found == NULL)
    return;
  found->expected_low = low;
  found->expected_middle = middle;
  found->expected_high = high;
}

void
caseness_trajectory_chart_set_low_panels (CasenessTrajectoryChart *chart, gboolean has_low_panels)
{
  g_return_if_fail (chart != NULL);

  chart->has_low_panels = has_low_panels;
}

guint
caseness_trajectory_chart_get_n_sessions (const CasenessTrajectoryChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  return chart->sessions->len;
}
