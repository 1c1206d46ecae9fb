/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Rectangles, fills and strokes in a theme's colours. */

#include "jl-paint-private.h"

JlRect
jl_rect_of (const JlMark *mark)
{
  return (JlRect){ mark->x, mark->y, mark->width, mark->height };
}

JlRect
jl_rect_grown (JlRect rect, double by)
{
  return (JlRect){ rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

void
jl_trace_rect (cairo_t *cr, JlRect rect)
{
  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
}

void
jl_trace_round (cairo_t *cr, JlRect rect, double radius)
{
  double right = rect.x + rect.width, bottom = rect.y + rect.height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect.x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect.x + radius, rect.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
jl_fill (cairo_t *cr, const JlTheme *theme, JlColor color)
{
  jl_theme_set_source (theme, color, cr);
  cairo_fill (cr);
}

void
jl_stroke (cairo_t *cr, const JlTheme *theme, JlColor color, double width)
{
  jl_theme_set_source (theme, color, cr);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}
