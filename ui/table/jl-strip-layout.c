/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Children in given widths. A child that cannot be so narrow (a long sum) reaches over its left edge. */

#include "jl-strip-layout.h"

struct _JlStripLayout
{
  GtkLayoutManager parent_instance;

  GArray *widths; /* int */
  GArray *shares; /* int */

  JlStripFit fit; /* (nullable) */
  gpointer   fit_data;
};

G_DEFINE_FINAL_TYPE (JlStripLayout, jl_strip_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
width_at (JlStripLayout *self, guint i)
{
  return i < self->widths->len ? g_array_index (self->widths, int, i) : 0;
}

static int
total_width (JlStripLayout *self)
{
  int total = 0;

  for (guint i = 0; i < self->widths->len; i++)
    total += width_at (self, i);
  return total;
}

static int
total_shares (JlStripLayout *self)
{
  int total = 0;

  for (guint i = 0; i < self->shares->len; i++)
    total += width_at (self, i) > 0 ? g_array_index (self->shares, int, i) : 0;
  return total;
}

/* What the child at a place gets of the rest; the odd pixels go to the first shares. */
static int
part_of_rest (JlStripLayout *self, guint i, int rest, int n_shares, int *odd)
{
  int shares = i < self->shares->len && width_at (self, i) > 0 ? g_array_index (self->shares, int, i) : 0;
  int extra = MIN (shares, *odd);

  *odd -= extra;
  return shares > 0 ? shares * (rest / n_shares) + extra : 0;
}

static int
least_width (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
highest (GtkWidget *widget)
{
  int highest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
      highest = MAX (highest, natural);
    }
  return highest;
}

static void
jl_strip_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  JlStripLayout *self = JL_STRIP_LAYOUT (manager);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? total_width (self) : highest (widget);
  *natural = *minimum;
}

static void
jl_strip_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  JlStripLayout *self = JL_STRIP_LAYOUT (manager);
  int            rest = MAX (width - total_width (self), 0);
  int            n_shares = total_shares (self);
  int            odd = n_shares > 0 ? rest % n_shares : 0;
  int            x = 0;
  guint          i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child), i++)
    {
      int own = width_at (self, i) + part_of_rest (self, i, rest, n_shares, &odd);
      int over = MAX (least_width (child) - own, 0);

      if (self->fit)
        self->fit (child, own, self->fit_data);
      if (gtk_widget_should_layout (child))
        gtk_widget_size_allocate (child, &(GdkRectangle){ x - over, 0, own + over, height }, -1);
      x += own;
    }
}

static void
jl_strip_layout_finalize (GObject *object)
{
  g_array_unref (JL_STRIP_LAYOUT (object)->widths);
  g_array_unref (JL_STRIP_LAYOUT (object)->shares);
  G_OBJECT_CLASS (jl_strip_layout_parent_class)->finalize (object);
}

static void
jl_strip_layout_class_init (JlStripLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jl_strip_layout_finalize;
  layout_class->measure = jl_strip_layout_measure;
  layout_class->allocate = jl_strip_layout_allocate;
}

static void
jl_strip_layout_init (JlStripLayout *self)
{
  self->widths = g_array_new (FALSE, FALSE, sizeof (int));
  self->shares = g_array_new (FALSE, FALSE, sizeof (int));
}

static void
show_children (JlStripLayout *self)
{
  GtkWidget *widget = gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self));
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (guint i = 0; child; child = gtk_widget_get_next_sibling (child), i++)
    gtk_widget_set_visible (child, width_at (self, i) > 0);
}

void
jl_strip_layout_set_widths (JlStripLayout *self, const int *widths, const int *shares, guint n)
{
  g_array_set_size (self->widths, 0);
  g_array_append_vals (self->widths, widths, n);
  g_array_set_size (self->shares, 0);
  g_array_append_vals (self->shares, shares, n);
  show_children (self);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

void
jl_strip_layout_set_fit_func (JlStripLayout *self, JlStripFit fit, gpointer user_data)
{
  self->fit = fit;
  self->fit_data = user_data;
}
