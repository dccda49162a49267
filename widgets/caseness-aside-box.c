/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-aside-box.h"

struct _CasenessAsideBox
{
  GtkWidget parent_instance;
  int spacing;
  int enough;
};

enum
{
  PROP_SPACING = 1,
  PROP_ENOUGH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkBuildableIface *parent_buildable;

static void caseness_aside_box_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CasenessAsideBox, caseness_aside_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, caseness_aside_box_buildable_init))

static void
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* The width of the second child where it stands beside the first at @width, 0 where it stands below. */
static int
find_aside (CasenessAsideBox *self, int width)
{
  GtkWidget *second = gtk_widget_get_last_child (GTK_WIDGET (self));
  int minimum, natural;

  measure_child (second, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural);
  return width < 0 || width >= self->enough + self->spacing + minimum ? minimum : 0;
}

static GtkSizeRequestMode
caseness_aside_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
caseness_aside_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  CasenessAsideBox *self = CASENESS_ASIDE_BOX (widget);
  GtkWidget *first = gtk_widget_get_first_child (widget), *second = gtk_widget_get_last_child (widget);
  int aside, least[2], wanted[2];

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_child (first, orientation, -1, &least[0], &wanted[0]);
      measure_child (second, orientation, -1, &least[1], &wanted[1]);
      *minimum = MAX (least[0], least[1]);
      *natural = MAX (wanted[0], self->enough) + self->spacing + least[1];
      return;
    }
  aside = find_aside (self, for_size);
  measure_child (first, orientation, for_size < 0 || aside == 0 ? for_size : for_size - aside - self->spacing, &least[0],
                 &wanted[0]);
  measure_child (second, orientation, aside > 0 ? aside : for_size, &least[1], &wanted[1]);
  *minimum = aside > 0 ? MAX (least[0], least[1]) : least[0] + self->spacing + least[1];
  *natural = aside > 0 ? MAX (wanted[0], wanted[1]) : wanted[0] + self->spacing + wanted[1];
}

/* Below each other, both get what they need, then what they would like, then of what is left as they are tall. */
static int
find_first_height (CasenessAsideBox *self, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int first, second, first_wanted, second_wanted, left, wanted;

  measure_child (gtk_widget_get_first_child (widget), GTK_ORIENTATION_VERTICAL, width, &first, &first_wanted);
  measure_child (gtk_widget_get_last_child (widget), GTK_ORIENTATION_VERTICAL, width, &second, &second_wanted);
  left = MAX (height - self->spacing - first - second, 0);
  wanted = first_wanted - first + second_wanted - second;
  if (left < wanted)
    return first + (int) ((gint64) left * (first_wanted - first) / wanted);
  return first_wanted + (int) ((gint64) (left - wanted) * first_wanted / MAX (first_wanted + second_wanted, 1));
}

static void
caseness_aside_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CasenessAsideBox *self = CASENESS_ASIDE_BOX (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int aside = find_aside (self, width);
  GtkAllocation places[2] = { { 0, 0, width, height }, { 0, 0, width, height } };
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (aside > 0)
    {
      places[0].width = width - aside - self->spacing;
      places[1].width = aside;
      places[is_rtl ? 0 : 1].x = places[is_rtl ? 1 : 0].width + self->spacing;
    }
  else
    {
      places[0].height = find_first_height (self, width, height);
      places[1].y = places[0].height + self->spacing;
      places[1].height = height - places[1].y;
    }
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget), &places[0], -1);
  gtk_widget_size_allocate (second, &places[1], -1);
}

static void
caseness_aside_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CasenessAsideBox *self = CASENESS_ASIDE_BOX (object);

  switch (id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_ENOUGH:
      g_value_set_int (value, self->enough);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
caseness_aside_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CasenessAsideBox *self = CASENESS_ASIDE_BOX (object);

  switch (id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_ENOUGH:
      self->enough = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
caseness_aside_box_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    caseness_aside_box_append (CASENESS_ASIDE_BOX (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
caseness_aside_box_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = caseness_aside_box_add_child;
}

static void
caseness_aside_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (caseness_aside_box_parent_class)->dispose (object);
}

static void
caseness_aside_box_class_init (CasenessAsideBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = caseness_aside_box_dispose;
  object_class->get_property = caseness_aside_box_get_property;
  object_class->set_property = caseness_aside_box_set_property;
  widget_class->get_request_mode = caseness_aside_box_get_request_mode;
  widget_class->measure = caseness_aside_box_measure;
  widget_class->size_allocate = caseness_aside_box_size_allocate;
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  properties[PROP_ENOUGH] = g_param_spec_int ("enough", NULL, NULL, 0, G_MAXINT16, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
caseness_aside_box_init (CasenessAsideBox *self)
{
}

GtkWidget *
caseness_aside_box_new (void)
{
  return g_object_new (CASENESS_TYPE_ASIDE_BOX, NULL);
}

void
caseness_aside_box_append (CasenessAsideBox *self, GtkWidget *child)
{
  g_return_if_fail (CASENESS_IS_ASIDE_BOX (self) && GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}
