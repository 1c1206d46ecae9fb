/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Decoration only: the points stand beside it as text. */

#include "jl-points-bar.h"

#include "jl-screen-theme.h"

#define HEIGHT 4
#define WEAK_SHARE 0.6

struct _JlPointsBar
{
  GtkWidget parent_instance;

  double share;
};

G_DEFINE_FINAL_TYPE (JlPointsBar, jl_points_bar, GTK_TYPE_WIDGET)

static void
jl_points_bar_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static void
append_bar (GtkSnapshot *snapshot, JlColor color, double width)
{
  const JlRgba   *rgba = &jl_screen_theme ()->colors[color];
  GdkRGBA         fill = { (float) rgba->red, (float) rgba->green, (float) rgba->blue,
                           (float) rgba->alpha };
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, HEIGHT);

  gtk_snapshot_append_color (snapshot, &fill, &area);
}

static void
jl_points_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  double share = JL_POINTS_BAR (widget)->share;
  double width = gtk_widget_get_width (widget);

  append_bar (snapshot, JL_COLOR_TRACK, width);
  append_bar (snapshot, share < WEAK_SHARE ? JL_COLOR_SERIES_2 : JL_COLOR_BAR, width * share);
}

static void
jl_points_bar_class_init (JlPointsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = jl_points_bar_measure;
  widget_class->snapshot = jl_points_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "pointsbar");
}

static void
jl_points_bar_init (JlPointsBar *self)
{
}

GtkWidget *
jl_points_bar_new (double share)
{
  JlPointsBar *self = g_object_new (JL_TYPE_POINTS_BAR, NULL);

  self->share = CLAMP (share, 0, 1);
  return GTK_WIDGET (self);
}
