/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Tiles and small squares: their class as a fill, or the look of a state that is no number. */

#include "jl-paint-private.h"

#define TILE_RADIUS 2.0
#define HATCH_STEP 11.0 /* less in a small square */
#define HATCH_WIDTH 1.8

static void
paint_hatch (const JlMark *mark, cairo_t *cr, const JlTheme *theme)
{
  double step = MIN (HATCH_STEP, mark->width / 2);

  cairo_save (cr);
  jl_trace_round (cr, jl_rect_of (mark), TILE_RADIUS);
  cairo_clip (cr);
  for (double x = mark->x - mark->height; x < mark->x + mark->width; x += step)
    {
      cairo_move_to (cr, x, mark->y + mark->height);
      cairo_line_to (cr, x + mark->height, mark->y);
    }
  jl_stroke (cr, theme, JL_COLOR_HATCH, HATCH_WIDTH);
  cairo_restore (cr);
}

static void
paint_slash (const JlMark *mark, cairo_t *cr, const JlTheme *theme)
{
  double x = mark->x + mark->width / 2, y = mark->y + mark->height / 2, reach = mark->height / 4;

  cairo_move_to (cr, x - reach, y + reach);
  cairo_line_to (cr, x + reach, y - reach);
  jl_stroke (cr, theme, JL_COLOR_NEUTRAL, 1);
}

static void
paint_disc (const JlMark *mark, cairo_t *cr, const JlTheme *theme)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, mark->x + mark->width / 2, mark->y + mark->height / 2, mark->height / 4, 0,
             2 * G_PI);
  jl_stroke (cr, theme, JL_COLOR_NEUTRAL, 1);
}

/* A small square has no room for a word: it takes the shape of the state instead. */
static void
paint_tile_state (const JlMark *mark, cairo_t *cr, const JlTheme *theme)
{
  if (mark->state == JL_STATE_MISSING || mark->state == JL_STATE_NOT_REPORTED)
    paint_hatch (mark, cr, theme);
  else if (mark->kind == JL_MARK_SQUARE && mark->state == JL_STATE_NOT_APPLICABLE)
    paint_slash (mark, cr, theme);
  else if (mark->kind == JL_MARK_SQUARE && mark->state == JL_STATE_NOT_DUE)
    paint_disc (mark, cr, theme);
}

void
jl_paint_tile (const JlMark *mark, cairo_t *cr, const JlTheme *theme)
{
  if (mark->fill != JL_COLOR_NONE)
    {
      jl_trace_round (cr, jl_rect_of (mark), TILE_RADIUS);
      jl_fill (cr, theme, mark->fill);
    }
  paint_tile_state (mark, cr, theme);
  if (mark->edge != JL_COLOR_NONE)
    {
      jl_trace_round (cr, jl_rect_grown (jl_rect_of (mark), -mark->stroke / 2), TILE_RADIUS);
      jl_stroke (cr, theme, mark->edge, mark->stroke);
    }
}
