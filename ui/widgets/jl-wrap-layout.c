/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Lines are filled greedily with natural widths; a child wider than a line gets the whole line. Height for width. */

#include "jl-wrap-layout.h"

struct _JlWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (JlWrapLayout, jl_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* A walk over the children in reading order. */
typedef struct
{
  int spacing;
  int width; /* of a line */
  int x, y;  /* where the next child goes */
  int line;  /* height of the line so far */
} Walk;

/* The child's rectangle; moves the walk behind it. */
static GdkRectangle
place (Walk *walk, GtkWidget *child)
{
  GdkRectangle place = { 0 };
  int          minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  place.width = MAX (minimum, MIN (natural, walk->width));
  if (walk->x > 0 && walk->x + place.width > walk->width)
    {
      walk->y += walk->line + walk->spacing;
      walk->x = walk->line = 0;
    }
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
  place.x = walk->x;
  place.y = walk->y;
  walk->x += place.width + walk->spacing;
  walk->line = MAX (walk->line, place.height);
  return place;
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
height_at (JlWrapLayout *self, GtkWidget *widget, int width)
{
  Walk walk = { .spacing = self->spacing, .width = width };

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    place (&walk, child);
  return walk.y + walk.line;
}

static void
measure_width (JlWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  int gap = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + gap;
      gap = self->spacing;
    }
}

static void
jl_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  JlWrapLayout *self = JL_WRAP_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = height_at (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size);
}

static void
jl_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  JlWrapLayout *self = JL_WRAP_LAYOUT (manager);
  Walk          walk = { .spacing = self->spacing, .width = width };
  gboolean      mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      GdkRectangle rectangle = place (&walk, child);

      if (mirrored)
        rectangle.x = width - rectangle.x - rectangle.width;
      gtk_widget_size_allocate (child, &rectangle, -1);
    }
}

static GtkSizeRequestMode
jl_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jl_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, JL_WRAP_LAYOUT (object)->spacing);
}

static void
jl_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JL_WRAP_LAYOUT (object)->spacing = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
}

static void
jl_wrap_layout_class_init (JlWrapLayoutClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = jl_wrap_layout_get_property;
  object_class->set_property = jl_wrap_layout_set_property;
  layout_class->measure = jl_wrap_layout_measure;
  layout_class->allocate = jl_wrap_layout_allocate;
  layout_class->get_request_mode = jl_wrap_layout_get_request_mode;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
jl_wrap_layout_init (JlWrapLayout *self)
{
}

GtkLayoutManager *
jl_wrap_layout_new (void)
{
  return g_object_new (JL_TYPE_WRAP_LAYOUT, NULL);
}
