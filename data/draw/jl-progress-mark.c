/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The shape of each progress state, told apart without colour. Drawn in a box of 12 units around
 * the origin. */

#include "jl-chart.h"

#define BOX 12.0
#define EDGE 1.5

typedef void (*PaintShape) (cairo_t *cr, const JlTheme *theme);

static void
trace_disc (cairo_t *cr, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
}

static void
stroke_ground (cairo_t *cr, const JlTheme *theme, double width)
{
  jl_theme_set_source (theme, JL_COLOR_GROUND, cr);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
paint_tick_disc (cairo_t *cr, const JlTheme *theme)
{
  trace_disc (cr, 6);
  cairo_fill (cr);
  cairo_move_to (cr, -2.9, 0.2);
  cairo_line_to (cr, -0.8, 2.2);
  cairo_line_to (cr, 3, -2);
  stroke_ground (cr, theme, 1.8);
}

static void
paint_disc (cairo_t *cr, const JlTheme *theme)
{
  trace_disc (cr, 5);
  cairo_fill (cr);
}

static void
paint_hollow_disc (cairo_t *cr, const JlTheme *theme)
{
  trace_disc (cr, 5 - EDGE / 2);
  cairo_stroke (cr);
}

static void
paint_half_disc (cairo_t *cr, const JlTheme *theme)
{
  trace_disc (cr, 6 - EDGE / 2);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 0, 6 - EDGE / 2, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
paint_left_triangle (cairo_t *cr, const JlTheme *theme)
{
  cairo_move_to (cr, -5, 0);
  cairo_line_to (cr, 4.5, -5.2);
  cairo_line_to (cr, 4.5, 5.2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
paint_down_arrow (cairo_t *cr, const JlTheme *theme)
{
  cairo_rectangle (cr, -2, -5.6, 4, 6);
  cairo_fill (cr);
  cairo_move_to (cr, -5, 0);
  cairo_line_to (cr, 5, 0);
  cairo_line_to (cr, 0, 5.6);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* The stroke and dot of "!", of a width that both squares bear. */
static void
trace_exclamation (cairo_t *cr)
{
  cairo_rectangle (cr, -0.9, -3.4, 1.8, 4);
  cairo_rectangle (cr, -0.9, 1.7, 1.8, 1.8);
}

static void
paint_full_square (cairo_t *cr, const JlTheme *theme)
{
  cairo_rectangle (cr, -6, -6, 12, 12);
  cairo_fill (cr);
  trace_exclamation (cr);
  jl_theme_set_source (theme, JL_COLOR_GROUND, cr);
  cairo_fill (cr);
}

static void
paint_hollow_square (cairo_t *cr, const JlTheme *theme)
{
  cairo_rectangle (cr, -6 + EDGE / 2, -6 + EDGE / 2, 12 - EDGE, 12 - EDGE);
  cairo_stroke (cr);
  cairo_scale (cr, 0.9, 0.9);
  trace_exclamation (cr);
  cairo_fill (cr);
}

/* A dash round each corner and one in the middle of each side. */
static void
paint_dashed_square (cairo_t *cr, const JlTheme *theme)
{
  const double side = 12 - EDGE, dash = side / 4.4;
  const double dashes[] = { dash, side / 2 - dash };

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), dash / 2);
  cairo_rectangle (cr, -side / 2, -side / 2, side, side);
  cairo_stroke (cr);
}

static void
paint_hollow_diamond (cairo_t *cr, const JlTheme *theme)
{
  cairo_move_to (cr, 0, -5);
  cairo_line_to (cr, 5, 0);
  cairo_line_to (cr, 0, 5);
  cairo_line_to (cr, -5, 0);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
paint_slash (cairo_t *cr, const JlTheme *theme)
{
  cairo_move_to (cr, -3.5, 4);
  cairo_line_to (cr, 3.5, -4);
  cairo_stroke (cr);
}

static void
paint_short_dash (cairo_t *cr, const JlTheme *theme)
{
  cairo_move_to (cr, -4.5, 0);
  cairo_line_to (cr, 4.5, 0);
  cairo_stroke (cr);
}

static const struct
{
  PaintShape paint;
  JlColor    color;
} shapes[] = {
  [JL_PROGRESS_MET] = { paint_tick_disc, JL_COLOR_MET },
  [JL_PROGRESS_ON_PACE] = { paint_disc, JL_COLOR_ON_PACE },
  [JL_PROGRESS_SLOW] = { paint_half_disc, JL_COLOR_SLOW },
  [JL_PROGRESS_BEHIND] = { paint_left_triangle, JL_COLOR_BEHIND },
  [JL_PROGRESS_BACKWARD] = { paint_down_arrow, JL_COLOR_BACKWARD },
  [JL_PROGRESS_OVERDUE] = { paint_full_square, JL_COLOR_OVERDUE },
  [JL_PROGRESS_NOT_REPORTED] = { paint_dashed_square, JL_COLOR_NEUTRAL },
  [JL_PROGRESS_NOT_MET] = { paint_hollow_square, JL_COLOR_OVERDUE },
  [JL_PROGRESS_STRIVE_MISSED] = { paint_hollow_square, JL_COLOR_OVERDUE },
  [JL_PROGRESS_TO_DECIDE] = { paint_hollow_diamond, JL_COLOR_SLOW },
  [JL_PROGRESS_NOT_BARRED] = { paint_hollow_disc, JL_COLOR_NEUTRAL },
  [JL_PROGRESS_NOT_DUE] = { paint_hollow_disc, JL_COLOR_NEUTRAL },
  [JL_PROGRESS_NOT_APPLICABLE] = { paint_slash, JL_COLOR_NEUTRAL },
  [JL_PROGRESS_MISSING] = { paint_short_dash, JL_COLOR_NEUTRAL },
};

/**
 * jl_paint_progress_mark:
 * @cr: where to
 * @progress: which state
 * @x: left of the box
 * @y: top of the box
 * @size: side of the box, 12 beside text
 * @theme: colours of the ground it stands on
 */
void
jl_paint_progress_mark (cairo_t       *cr,
                        JlProgress     progress,
                        double         x,
                        double         y,
                        double         size,
                        const JlTheme *theme)
{
  g_return_if_fail ((guint) progress < G_N_ELEMENTS (shapes));

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x + size / 2, y + size / 2);
  cairo_scale (cr, size / BOX, size / BOX);
  cairo_set_line_width (cr, EDGE);
  jl_theme_set_source (theme, shapes[progress].color, cr);
  shapes[progress].paint (cr, theme);
  cairo_restore (cr);
}
