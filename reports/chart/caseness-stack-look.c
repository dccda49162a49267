/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-stack-chart-private.h"

#define SWATCH_WIDTH 1.5 /* as a multiple of the text's size */

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

static const CasenessColour light_blue = RGB (0x41b6e6);
static const CasenessColour dark_blue = RGB (0x003087);

static void
set_hatch (CasenessChartBox *box, CasenessHatch hatch, CasenessColour colour)
{
  box->hatch = hatch;
  box->hatch_colour = colour;
}

/* Fill and hatch of a segment; the outline keeps 3 to 1 against what is beside it. */
void
caseness_stack_look_set (CasenessChartBox *box, CasenessStackLook look, const CasenessTheme *theme)
{
  box->fill = theme->background;
  box->outline = theme->axis;
  switch (look)
    {
    case CASENESS_STACK_SOLID:
      box->fill = box->outline = theme->kind == CASENESS_THEME_DARK ? theme->text : dark_blue;
      break;
    case CASENESS_STACK_RISING:
    case CASENESS_STACK_FALLING:
      box->fill = light_blue;
      set_hatch (box, look == CASENESS_STACK_RISING ? CASENESS_HATCH_RISING : CASENESS_HATCH_FALLING, dark_blue);
      break;
    case CASENESS_STACK_PALE:
      box->fill = theme->grid;
      break;
    case CASENESS_STACK_NOTABLE:
      box->fill = theme->notable;
      set_hatch (box, CASENESS_HATCH_CROSS, caseness_colour_mix (theme->notable, theme->background, 0.6));
      break;
    case CASENESS_STACK_CROSS:
      set_hatch (box, CASENESS_HATCH_CROSS, theme->axis);
      break;
    case CASENESS_STACK_DOTS:
      set_hatch (box, CASENESS_HATCH_DOTS, theme->axis);
      break;
    case CASENESS_STACK_BLANK:
    case CASENESS_N_STACK_LOOKS:
    default:
      break;
    }
}

/* What stands for a bar that must not be told. */
void
caseness_stack_look_set_suppressed (CasenessChartBox *box, const CasenessTheme *theme)
{
  box->fill = theme->background;
  box->outline = theme->axis;
  set_hatch (box, CASENESS_HATCH_RISING, theme->axis);
}

/* A small bar at the right of a room over a heading. */
void
caseness_stack_look_draw_swatch (CasenessRowPlan *rows, CasenessStackLook look, double x, double y, double width,
                                 double height)
{
  double size = caseness_chart_plan_snap (&rows->base, rows->base.theme->text_size * SWATCH_WIDTH);
  CasenessChartBox box = { caseness_chart_plan_snap (&rows->base, x + width - size), y, size,
                           caseness_chart_plan_snap (&rows->base, height) };

  caseness_stack_look_set (&box, look, rows->base.theme);
  g_array_append_val (rows->base.part->boxes, box);
}

/* A column of text as the plan knows it, without cells. */
CasenessRowColumn *
caseness_stack_column_plan (CasenessRowPlan *rows, const CasenessStackColumn *column)
{
  return caseness_row_plan_add_column (rows, column->heading,
                                       column->is_secondary ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD,
                                       column->is_secondary);
}
