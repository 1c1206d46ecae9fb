/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Lines are filled greedily with natural widths; a child wider than a line gets the whole line. All
 * children of a line are as high as the highest. The first child may give way where that saves a second line. */

#include "jl-wrap-layout.h"

struct _JlWrapLayout
{
  GtkLayoutManager parent_instance;

  int      spacing;
  gboolean first_gives_way;
};

G_DEFINE_FINAL_TYPE (JlWrapLayout, jl_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_FIRST_GIVES_WAY,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
first_shown (GtkWidget *widget)
{
  return next_shown (gtk_widget_get_first_child (widget));
}

static GtkWidget *
after (GtkWidget *child)
{
  return next_shown (gtk_widget_get_next_sibling (child));
}

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* What children from this one on, in one line, are too wide by. */
static int
excess (JlWrapLayout *self, GtkWidget *first, int width)
{
  int total = -self->spacing;

  for (GtkWidget *child = first; child; child = after (child))
    total += natural_width (child) + self->spacing;
  return MAX (total - width, 0);
}

/* Its own width, but no more than the line has. */
static int
width_in_line (JlWrapLayout *self, GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  if (self->first_gives_way && child == first_shown (gtk_widget_get_parent (child)))
    {
      int given = excess (self, child, width);

      natural -= given <= natural - minimum ? given : 0;
    }
  return MAX (minimum, MIN (natural, width));
}

static int
height_at (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Fills one line. Returns: the child that begins the next one, or NULL; height: of the line. */
static GtkWidget *
fill_line (JlWrapLayout *self, GtkWidget *first, int width, int *height)
{
  int x = 0;

  *height = 0;
  for (GtkWidget *child = first; child; child = after (child))
    {
      int child_width = width_in_line (self, child, width);

      if (child != first && x + child_width > width)
        return child;
      x += child_width + self->spacing;
      *height = MAX (*height, height_at (child, child_width));
    }
  return NULL;
}

static int
total_height (JlWrapLayout *self, GtkWidget *widget, int width)
{
  int total = 0;

  for (GtkWidget *child = first_shown (widget); child;)
    {
      int height;

      child = fill_line (self, child, width, &height);
      total += height + (child ? self->spacing : 0);
    }
  return total;
}

static void
measure_width (JlWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  int gap = 0;

  for (GtkWidget *child = first_shown (widget); child; child = after (child))
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
    *minimum = *natural = total_height (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size);
}

static void
allocate_line (JlWrapLayout *self, GtkWidget *first, GtkWidget *end, const GdkRectangle *line)
{
  gboolean mirrored = gtk_widget_get_direction (first) == GTK_TEXT_DIR_RTL;
  int      x = 0;

  for (GtkWidget *child = first; child != end; child = after (child))
    {
      int width = width_in_line (self, child, line->width);
      int left = mirrored ? line->width - x - width : x;

      gtk_widget_size_allocate (child, &(GdkRectangle){ left, line->y, width, line->height }, -1);
      x += width + self->spacing;
    }
}

static void
jl_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  JlWrapLayout *self = JL_WRAP_LAYOUT (manager);
  GdkRectangle  line = { .width = width };

  for (GtkWidget *child = first_shown (widget); child;)
    {
      GtkWidget *next = fill_line (self, child, width, &line.height);

      allocate_line (self, child, next, &line);
      line.y += line.height + self->spacing;
      child = next;
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
  JlWrapLayout *self = JL_WRAP_LAYOUT (object);

  if (id == PROP_SPACING)
    g_value_set_int (value, self->spacing);
  else
    g_value_set_boolean (value, self->first_gives_way);
}

static void
jl_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JlWrapLayout *self = JL_WRAP_LAYOUT (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else
    self->first_gives_way = g_value_get_boolean (value);
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
  props[PROP_FIRST_GIVES_WAY] =
      g_param_spec_boolean ("first-gives-way", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
jl_wrap_layout_init (JlWrapLayout *self)
{
}
