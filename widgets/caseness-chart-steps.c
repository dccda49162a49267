/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-chart-steps.h"

#define ROW 1000 /* columns, in the order of nearness */

/* Areas stand in reading order: the next one of the row. */
static guint
rank_horizontally (const CasenessChartArea *from, const CasenessChartArea *to, int step)
{
  int ahead = (int) (to - from) * step;

  return to->row == from->row && ahead > 0 ? (guint) ahead : G_MAXUINT;
}

/* The next row that has figures, and there the nearest column. */
static guint
rank_vertically (const CasenessChartArea *from, const CasenessChartArea *to, int step)
{
  int ahead = (to->row - from->row) * step;

  return ahead > 0 ? (guint) ahead * ROW + (guint) ABS (to->column - from->column) : G_MAXUINT;
}

int
caseness_chart_steps_find_next (const CasenessChartLayout *layout, guint from, int across, int down)
{
  const CasenessChartArea *start = caseness_chart_layout_get_area (layout, from);
  guint best = G_MAXUINT, i;
  int found = -1;

  for (i = 0; i < caseness_chart_layout_get_n_areas (layout); i++)
    {
      const CasenessChartArea *place = caseness_chart_layout_get_area (layout, i);
      guint rank = across != 0 ? rank_horizontally (start, place, across) : rank_vertically (start, place, down);

      if (rank < best)
        {
          best = rank;
          found = (int) i;
        }
    }
  return found;
}

int
caseness_chart_steps_find_end (const CasenessChartLayout *layout, int from, gboolean is_last, gboolean of_all)
{
  int row = from < 0 ? 0 : caseness_chart_layout_get_area (layout, (guint) from)->row, found = -1;
  guint i;

  for (i = 0; i < caseness_chart_layout_get_n_areas (layout); i++)
    {
      if (!of_all && from >= 0 && caseness_chart_layout_get_area (layout, i)->row != row)
        continue;
      found = (int) i;
      if (!is_last)
        break;
    }
  return found;
}

void
caseness_chart_steps_add_keys (GtkWidgetClass *klass, GtkShortcutFunc move, GtkShortcutFunc jump)
{
  static const struct
  {
    guint key;
    int across;
    int down;
  } moves[] = { { GDK_KEY_Left, -1, 0 },   { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 },
                { GDK_KEY_KP_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 },      { GDK_KEY_KP_Up, 0, -1 },
                { GDK_KEY_Down, 0, 1 },     { GDK_KEY_KP_Down, 0, 1 } };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (klass, moves[i].key, 0, move, "(ii)", moves[i].across, moves[i].down);
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, 0, jump, "(bb)", FALSE, FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_End, 0, jump, "(bb)", TRUE, FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, GDK_CONTROL_MASK, jump, "(bb)", FALSE, TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_End, GDK_CONTROL_MASK, jump, "(bb)", TRUE, TRUE);
}
