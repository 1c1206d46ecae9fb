/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Marks onto cairo, the same for screen, PNG and PDF. A mark brings its roles; the theme gives them
 * their colours. */

#include "jl-paint-private.h"

#include <math.h>

#define BASELINE 0.36 /* of the size, under a line's middle: half the height of its figures */
#define RING 2.0
#define RING_OFFSET 1.0
#define RING_RADIUS 3.0
#define RING_LEAST 12.0

/* Thin upright and level rectangles land on whole pixels, so that all hair lines look alike. */
static JlRect
snapped (JlRect rect)
{
  if (rect.width <= 2)
    rect.x = round (rect.x);
  if (rect.height <= 2)
    rect.y = round (rect.y);
  return rect;
}

static void
paint_rect (const JlMark *mark, cairo_t *cr, const JlTheme *theme)
{
  if (mark->fill == JL_COLOR_NONE)
    return;
  jl_trace_rect (cr, snapped (jl_rect_of (mark)));
  jl_fill (cr, theme, mark->fill);
}

static void
paint_bar (const JlMark *mark, cairo_t *cr, const JlTheme *theme)
{
  if (mark->width <= 0)
    return;
  paint_rect (mark, cr, theme);
  if (mark->edge == JL_COLOR_NONE || mark->width <= mark->stroke)
    return;
  jl_trace_rect (cr, jl_rect_grown (jl_rect_of (mark), -mark->stroke / 2));
  jl_stroke (cr, theme, mark->edge, mark->stroke);
}

static void
paint_point (const JlMark *mark, cairo_t *cr, const JlTheme *theme)
{
  double radius = mark->width / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, mark->x + radius, mark->y + radius, radius - mark->stroke / 2, 0, 2 * G_PI);
  jl_theme_set_source (theme, mark->fill, cr);
  cairo_fill_preserve (cr);
  jl_stroke (cr, theme, mark->edge, mark->stroke);
}

static void
paint_state (const JlMark *mark, cairo_t *cr, const JlTheme *theme)
{
  const double dash[] = { 3, 2 };

  if (mark->state == JL_STATE_MISSING)
    {
      cairo_move_to (cr, mark->x, mark->y + mark->height / 2);
      cairo_rel_line_to (cr, mark->width, 0);
      jl_stroke (cr, theme, mark->edge, mark->stroke);
    }
  else if (mark->state == JL_STATE_NOT_REPORTED)
    {
      cairo_save (cr);
      cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
      jl_trace_rect (cr, jl_rect_grown (jl_rect_of (mark), -mark->stroke / 2));
      jl_stroke (cr, theme, mark->edge, mark->stroke);
      cairo_restore (cr);
    }
}

/* On paper bars are as black as the line: a seam of the ground keeps it visible. */
static void
paint_threshold (const JlMark *mark, cairo_t *cr, const JlTheme *theme)
{
  const double dash[] = { 6, 4 };

  if (!mark->dashed)
    {
      if (theme->kind == JL_THEME_PRINT)
        {
          jl_trace_rect (cr,
                         snapped ((JlRect){ mark->x - 1, mark->y, mark->width + 2, mark->height }));
          jl_fill (cr, theme, JL_COLOR_GROUND);
        }
      paint_rect (mark, cr, theme);
      return;
    }
  cairo_save (cr);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_move_to (cr, mark->x, mark->y + mark->height / 2);
  cairo_rel_line_to (cr, mark->width, 0);
  jl_stroke (cr, theme, mark->fill, mark->height);
  cairo_restore (cr);
}

static void
paint_line (const JlMark *mark, cairo_t *cr, const JlTheme *theme)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);
  for (guint i = 0; i < mark->n_points; i++)
    cairo_line_to (cr, mark->points[2 * i], mark->points[2 * i + 1]);
  jl_stroke (cr, theme, mark->edge, mark->stroke);
  cairo_restore (cr);
}

static void
paint_expected (const JlMark *mark, cairo_t *cr, const JlTheme *theme)
{
  cairo_move_to (cr, mark->x, mark->y);
  cairo_rel_line_to (cr, mark->width, 0);
  cairo_rel_line_to (cr, -mark->width / 2, mark->height);
  cairo_close_path (cr);
  jl_fill (cr, theme, mark->fill);
}

static void
paint_text (const JlItem *item, cairo_t *cr, const JlTheme *theme)
{
  const JlMark *mark = &item->mark;
  double        y = mark->y;

  if (pango_layout_get_line_count (item->pango) == 1)
    {
      double baseline = y + mark->height / 2 + BASELINE * JL_TEXT_UNITS (mark->text_size);

      y = round (baseline) - (double) pango_layout_get_baseline (item->pango) / PANGO_SCALE;
    }
  jl_theme_set_source (theme, mark->fill, cr);
  cairo_move_to (cr, mark->x, y);
  pango_cairo_show_layout (cr, item->pango);
}

static void
paint_item (const JlItem *item, cairo_t *cr, const JlTheme *theme)
{
  const JlMark *mark = &item->mark;

  switch (mark->kind)
    {
    case JL_MARK_BAR:
      paint_bar (mark, cr, theme);
      break;
    case JL_MARK_POINT:
      paint_point (mark, cr, theme);
      break;
    case JL_MARK_TILE:
    case JL_MARK_SQUARE:
      jl_paint_tile (mark, cr, theme);
      break;
    case JL_MARK_STATE:
      paint_state (mark, cr, theme);
      break;
    case JL_MARK_THRESHOLD:
      paint_threshold (mark, cr, theme);
      break;
    case JL_MARK_LINE:
      paint_line (mark, cr, theme);
      break;
    case JL_MARK_TEXT:
      paint_text (item, cr, theme);
      break;
    case JL_MARK_EXPECTED:
      paint_expected (mark, cr, theme);
      break;
    case JL_MARK_GRID:
    case JL_MARK_TRACK:
    case JL_MARK_TICK:
      paint_rect (mark, cr, theme);
      break;
    }
}

/* Around the mark, where it stands against the ground and not against any map class; kept inside
 * the layout, whose widget clips what lies outside. */
static JlRect
ring_around (const JlLayout *self, const JlMark *mark, double offset)
{
  double width = MAX (mark->width, RING_LEAST), height = MAX (mark->height, RING_LEAST);
  JlRect ring = {
    mark->x + (mark->width - width) / 2,
    mark->y + (mark->height - height) / 2,
    width,
    height,
  };
  double left, top;

  ring = jl_rect_grown (ring, offset + RING / 2);
  left = MAX (ring.x, RING / 2);
  top = MAX (ring.y, RING / 2);
  ring.width = MIN (ring.x + ring.width, self->width - RING / 2) - left;
  ring.height = MIN (ring.y + ring.height, self->height - RING / 2) - top;
  return (JlRect){ left, top, ring.width, ring.height };
}

static void
paint_ring (const JlLayout *self,
            int             i,
            double          offset,
            JlColor         color,
            cairo_t        *cr,
            const JlTheme  *theme)
{
  if (i < 0 || i >= (int) self->items->len)
    return;
  jl_trace_round (cr, ring_around (self, jl_layout_mark (self, (guint) i), offset), RING_RADIUS);
  jl_stroke (cr, theme, color, RING);
}

/**
 * jl_layout_paint:
 * @self: a layout
 * @cr: its user space is in layout units
 * @theme: the ground it is painted on, which is not painted
 * @focused: mark with the focus ring, −1 for none
 * @hovered: mark under the pointer, −1 for none
 */
void
jl_layout_paint (const JlLayout *self, cairo_t *cr, const JlTheme *theme, int focused, int hovered)
{
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < self->items->len; i++)
    paint_item (&g_array_index (self->items, JlItem, i), cr, theme);
  paint_ring (self, hovered, 0, JL_COLOR_TEXT, cr, theme);
  paint_ring (self, focused, RING_OFFSET, JL_COLOR_FOCUS, cr, theme);
  cairo_restore (cr);
}
