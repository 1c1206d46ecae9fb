/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A main part and a side part. */

#include "jl-side-layout.h"

struct _JlSideLayout
{
  GtkLayoutManager parent_instance;

  int threshold;
  int share;
  int side_minimum;
  int side_maximum;
  int spacing;
};

G_DEFINE_FINAL_TYPE (JlSideLayout, jl_side_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_THRESHOLD,
  PROP_SHARE,
  PROP_SIDE_MINIMUM,
  PROP_SIDE_MAXIMUM,
  PROP_SPACING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static gboolean
is_wide (JlSideLayout *self, int width)
{
  return width >= self->threshold;
}

static int
side_width (JlSideLayout *self, int width)
{
  return CLAMP (width * self->share / 100, self->side_minimum, self->side_maximum);
}

static int
minimum_width (GtkWidget *widget)
{
  int minimum, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return minimum;
}

static void
measure_height (GtkWidget *widget, int width, int *minimum, int *natural)
{
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
jl_side_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jl_side_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  JlSideLayout *self = JL_SIDE_LAYOUT (manager);
  GtkWidget    *main_part = gtk_widget_get_first_child (widget);
  GtkWidget    *side = gtk_widget_get_next_sibling (main_part);
  int           width = for_size < 0 ? self->threshold : for_size;
  int           side_minimum, side_natural;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (minimum_width (main_part), minimum_width (side));
      *natural = MAX (*minimum, self->threshold);
      return;
    }
  if (is_wide (self, width))
    {
      measure_height (main_part, width - side_width (self, width) - self->spacing, minimum,
                      natural);
      return;
    }
  measure_height (main_part, width, minimum, natural);
  measure_height (side, width, &side_minimum, &side_natural);
  *minimum += self->spacing + side_minimum;
  *natural += self->spacing + side_natural;
}

static void
place (GtkWidget *widget, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
jl_side_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  JlSideLayout *self = JL_SIDE_LAYOUT (manager);
  GtkWidget    *main_part = gtk_widget_get_first_child (widget);
  GtkWidget    *side = gtk_widget_get_next_sibling (main_part);
  int           side_size = side_width (self, width);
  int           minimum, natural;

  if (is_wide (self, width))
    {
      place (main_part, 0, 0, width - side_size - self->spacing, height);
      place (side, width - side_size, 0, side_size, height);
      return;
    }
  measure_height (main_part, width, &minimum, &natural);
  natural = MIN (natural, height - self->spacing);
  place (main_part, 0, 0, width, natural);
  place (side, 0, natural + self->spacing, width, MAX (height - natural - self->spacing, 1));
}

static void
jl_side_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JlSideLayout *self = JL_SIDE_LAYOUT (object);

  switch (id)
    {
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      break;
    case PROP_SHARE:
      self->share = g_value_get_int (value);
      break;
    case PROP_SIDE_MINIMUM:
      self->side_minimum = g_value_get_int (value);
      break;
    case PROP_SIDE_MAXIMUM:
      self->side_maximum = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jl_side_layout_class_init (JlSideLayoutClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags            flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = jl_side_layout_set_property;
  layout_class->get_request_mode = jl_side_layout_get_request_mode;
  layout_class->measure = jl_side_layout_measure;
  layout_class->allocate = jl_side_layout_allocate;

  props[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 1, G_MAXINT, 1100, flags);
  props[PROP_SHARE] = g_param_spec_int ("share", NULL, NULL, 1, 99, 34, flags);
  props[PROP_SIDE_MINIMUM] = g_param_spec_int ("side-minimum", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_SIDE_MAXIMUM] =
      g_param_spec_int ("side-maximum", NULL, NULL, 0, G_MAXINT, G_MAXINT, flags);
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 12, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
jl_side_layout_init (JlSideLayout *self)
{
}

GtkLayoutManager *
jl_side_layout_new (int threshold, int share, int spacing)
{
  return g_object_new (JL_TYPE_SIDE_LAYOUT, "threshold", threshold, "share", share, "spacing",
                       spacing, NULL);
}
