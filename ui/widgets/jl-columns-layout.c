/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Equal columns that become fewer when the place is narrow; what is in the last row shares its whole width. */

#include "jl-columns-layout.h"

struct _JlColumnsLayout
{
  GtkLayoutManager parent_instance;

  int column_width;
  int spacing;
  int wanted; /* so many columns at most are asked for */
};

G_DEFINE_FINAL_TYPE (JlColumnsLayout, jl_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_COLUMN_WIDTH,
  PROP_SPACING,
  PROP_WANTED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static int
count_visible (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return n;
}

/* As many columns as fit, then as few as the same number of rows needs. */
static int
count_columns (JlColumnsLayout *self, int n, int width)
{
  int fit = CLAMP ((width + self->spacing) / (self->column_width + self->spacing), 1, MAX (n, 1));
  int rows = (n + fit - 1) / fit;

  return rows > 0 ? (n + rows - 1) / rows : 1;
}

static int
column_width_for (JlColumnsLayout *self, int columns, int width)
{
  return MAX ((width - (columns - 1) * self->spacing) / columns, 1);
}

static int
child_height (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return natural;
}

static int
tallest_child (GtkWidget *widget, int width)
{
  int tallest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_should_layout (child))
        tallest = MAX (tallest, child_height (child, width));
    }
  return tallest;
}

static int
widest_minimum (GtkWidget *widget)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      widest = MAX (widest, minimum);
    }
  return widest;
}

static GtkSizeRequestMode
jl_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jl_columns_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  JlColumnsLayout *self = JL_COLUMNS_LAYOUT (manager);
  int              n = count_visible (widget);
  int              wanted = MIN (n, self->wanted);
  int              columns, rows;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest_minimum (widget);
      *natural = MAX (*minimum, wanted * self->column_width + MAX (wanted - 1, 0) * self->spacing);
      return;
    }
  columns = for_size < 0 ? MAX (wanted, 1) : count_columns (self, n, for_size);
  rows = (n + columns - 1) / columns;
  *minimum = rows * tallest_child (widget,
                                   for_size < 0 ? -1 : column_width_for (self, columns, for_size)) +
             MAX (rows - 1, 0) * self->spacing;
  *natural = *minimum;
}

static void
jl_columns_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  JlColumnsLayout *self = JL_COLUMNS_LAYOUT (manager);
  int              n = count_visible (widget);
  int              columns = count_columns (self, n, width);
  int              rows = (n + columns - 1) / columns;
  int              row_height = rows > 0 ? (height - (rows - 1) * self->spacing) / rows : height;
  int              i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int row, child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      row = i / columns;
      child_width = column_width_for (self, MIN (columns, n - row * columns), width);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation){ i % columns * (child_width + self->spacing),
                                                  row * (row_height + self->spacing),
                                                  child_width, row_height },
                                -1);
      i++;
    }
}

static void
jl_columns_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JlColumnsLayout *self = JL_COLUMNS_LAYOUT (object);

  switch (id)
    {
    case PROP_COLUMN_WIDTH:
      self->column_width = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_WANTED:
      self->wanted = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jl_columns_layout_class_init (JlColumnsLayoutClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags            flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = jl_columns_layout_set_property;
  layout_class->get_request_mode = jl_columns_layout_get_request_mode;
  layout_class->measure = jl_columns_layout_measure;
  layout_class->allocate = jl_columns_layout_allocate;

  props[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT, 220, flags);
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 12, flags);
  props[PROP_WANTED] = g_param_spec_int ("wanted", NULL, NULL, 1, G_MAXINT, G_MAXINT, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
jl_columns_layout_init (JlColumnsLayout *self)
{
}

GtkLayoutManager *
jl_columns_layout_new (int column_width, int spacing)
{
  return g_object_new (JL_TYPE_COLUMNS_LAYOUT, "column-width", column_width, "spacing", spacing,
                       NULL);
}
