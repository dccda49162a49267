/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-wrap-box.h"

struct _CasenessWrapBox
{
  GtkWidget parent_instance;
  int spacing;
  int line_spacing;
  gboolean is_spread;
};

G_DEFINE_FINAL_TYPE (CasenessWrapBox, caseness_wrap_box, GTK_TYPE_WIDGET)

enum
{
  PROP_SPACING = 1,
  PROP_LINE_SPACING,
  PROP_SPREAD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Line: the children [first, end) that stand side by side. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  int n_children;
  int width;
  int height;
} Line;

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* A child gets its natural width, unless that is more than the whole line. */
static int
child_width (GtkWidget *child, int line_width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return line_width < 0 ? natural : CLAMP (line_width, minimum, natural);
}

static int
child_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static Line
take_line (CasenessWrapBox *self, GtkWidget *first, int width)
{
  Line line = { .first = first };
  GtkWidget *child;

  for (child = first; child != NULL; child = next_visible (gtk_widget_get_next_sibling (child)))
    {
      int wide = child_width (child, width);
      int with = line.width + wide + (line.n_children > 0 ? self->spacing : 0);

      if (line.n_children > 0 && width >= 0 && with > width)
        break;
      line.width = with;
      line.height = MAX (line.height, child_height (child, wide));
      line.n_children++;
    }
  line.end = child;
  return line;
}

static int
measure_height (CasenessWrapBox *self, int width)
{
  GtkWidget *child = next_visible (gtk_widget_get_first_child (GTK_WIDGET (self)));
  int height = 0;

  while (child != NULL)
    {
      Line line = take_line (self, child, width);

      height += line.height + (height > 0 ? self->line_spacing : 0);
      child = line.end;
    }
  return height;
}

static void
measure_width (CasenessWrapBox *self, int *minimum, int *natural)
{
  GtkWidget *child;

  *minimum = *natural = 0;
  for (child = next_visible (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = next_visible (gtk_widget_get_next_sibling (child)))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? self->spacing : 0);
    }
}

static void
allocate_line (CasenessWrapBox *self, const Line *line, int y, int width)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkWidget *child;
  int x = 0;
  int i = 0;

  for (child = line->first; child != line->end; child = next_visible (gtk_widget_get_next_sibling (child)))
    {
      GtkAllocation place = { .y = y, .width = child_width (child, width), .height = line->height };

      if (self->is_spread && line->n_children > 1 && ++i == line->n_children)
        x = MAX (x, width - place.width);
      place.x = is_rtl ? width - x - place.width : x;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + self->spacing;
    }
}

static GtkSizeRequestMode
caseness_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
caseness_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  CasenessWrapBox *self = CASENESS_WRAP_BOX (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    *minimum = *natural = measure_height (self, for_size);
}

static void
caseness_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CasenessWrapBox *self = CASENESS_WRAP_BOX (widget);
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      Line line = take_line (self, child, width);

      allocate_line (self, &line, y, width);
      y += line.height + self->line_spacing;
      child = line.end;
    }
}

static void
caseness_wrap_box_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CasenessWrapBox *self = CASENESS_WRAP_BOX (object);

  switch (property_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_LINE_SPACING:
      g_value_set_int (value, self->line_spacing);
      break;
    case PROP_SPREAD:
      g_value_set_boolean (value, self->is_spread);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
caseness_wrap_box_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  CasenessWrapBox *self = CASENESS_WRAP_BOX (object);

  switch (property_id)
    {
    case PROP_SPACING:
      caseness_wrap_box_set_spacing (self, g_value_get_int (value));
      break;
    case PROP_LINE_SPACING:
      caseness_wrap_box_set_line_spacing (self, g_value_get_int (value));
      break;
    case PROP_SPREAD:
      caseness_wrap_box_set_spread (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
caseness_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (caseness_wrap_box_parent_class)->dispose (object);
}

static void
caseness_wrap_box_class_init (CasenessWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = caseness_wrap_box_get_property;
  object_class->set_property = caseness_wrap_box_set_property;
  object_class->dispose = caseness_wrap_box_dispose;
  widget_class->get_request_mode = caseness_wrap_box_get_request_mode;
  widget_class->measure = caseness_wrap_box_measure;
  widget_class->size_allocate = caseness_wrap_box_size_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT, 0,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                        | G_PARAM_STATIC_STRINGS);
  properties[PROP_SPREAD] = g_param_spec_boolean ("spread", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "wrapbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
caseness_wrap_box_init (CasenessWrapBox *self)
{
}

GtkWidget *
caseness_wrap_box_new (void)
{
  return g_object_new (CASENESS_TYPE_WRAP_BOX, NULL);
}

void
caseness_wrap_box_append (CasenessWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (CASENESS_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

static void
change_int (CasenessWrapBox *self, int *field, int value, guint property)
{
  if (*field == value)
    return;
  *field = value;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
caseness_wrap_box_set_spacing (CasenessWrapBox *self, int spacing)
{
  g_return_if_fail (CASENESS_IS_WRAP_BOX (self));
  change_int (self, &self->spacing, spacing, PROP_SPACING);
}

void
caseness_wrap_box_set_line_spacing (CasenessWrapBox *self, int line_spacing)
{
  g_return_if_fail (CASENESS_IS_WRAP_BOX (self));
  change_int (self, &self->line_spacing, line_spacing, PROP_LINE_SPACING);
}

void
caseness_wrap_box_set_spread (CasenessWrapBox *self, gboolean is_spread)
{
  g_return_if_fail (CASENESS_IS_WRAP_BOX (self));
  change_int (self, &self->is_spread, !!is_spread, PROP_SPREAD);
}
