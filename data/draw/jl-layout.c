/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The array of marks of one chart at one size: made by the file of its kind, asked by pointer and
 * keyboard. */

#include "jl-layout-private.h"

#include <math.h>

typedef struct
{
  void (*lay_out) (const JlChart *chart, JlLayout *layout);
  double (*natural_height) (const JlChart *chart, double width);
} KindClass;

static const KindClass kinds[] = {
  [JL_CHART_RANKING] = { jl_ranking_lay_out, jl_ranking_natural_height },
  [JL_CHART_TREND] = { jl_trend_lay_out, jl_trend_natural_height },
  [JL_CHART_TILE_MAP] = { jl_tile_map_lay_out, jl_tile_map_natural_height },
  [JL_CHART_BULLET] = { jl_bullet_lay_out, jl_bullet_natural_height },
  [JL_CHART_SPARK] = { jl_spark_lay_out, jl_spark_natural_height },
};

static void
clear_item (gpointer data)
{
  JlItem *item = data;

  g_free (item->mark.text);
  g_free (item->mark.points);
  g_clear_object (&item->pango);
}

/* Names are Chinese in every language of the interface; without the tag a Japanese face may be
 * chosen for them. */
static void
set_language (PangoContext *context, PangoLanguage *wanted)
{
  if (!wanted || !pango_language_matches (wanted, "zh"))
    wanted = pango_language_from_string ("zh-cn");
  pango_context_set_language (context, wanted);
}

/* Takes only family and language: with resolution and hinting the screen would move the marks. */
static PangoContext *
copy_context (PangoContext *from)
{
  PangoFontMap               *map = pango_context_get_font_map (from);
  PangoContext               *context = pango_font_map_create_context (map);
  const PangoFontDescription *given = pango_context_get_font_description (from);
  const char                 *family = given ? pango_font_description_get_family (given) : NULL;
  PangoFontDescription       *font = pango_font_description_new ();
  cairo_font_options_t       *options = cairo_font_options_create ();

  pango_font_description_set_family (font, family ? family : "sans-serif");
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  set_language (context, pango_context_get_language (from));
  return context;
}

/**
 * jl_chart_layout:
 * @self: what to show
 * @width: room, in layout units
 * @height: room, in layout units
 * @context: whose font map, family and language are taken
 *
 * Returns: (transfer full): the marks
 */
JlLayout *
jl_chart_layout (const JlChart *self, double width, double height, PangoContext *context)
{
  JlLayout *layout = g_new0 (JlLayout, 1);

  layout->kind = self->kind;
  layout->width = width;
  layout->height = height;
  layout->context = copy_context (context);
  layout->items = g_array_new (FALSE, TRUE, sizeof (JlItem));
  g_array_set_clear_func (layout->items, clear_item);
  if (self->data->len > 0 && width > 0 && height > 0)
    kinds[self->kind].lay_out (self, layout);
  return layout;
}

/**
 * jl_layout_free:
 * @self: (transfer full): a layout
 */
void
jl_layout_free (JlLayout *self)
{
  g_array_unref (self->items);
  g_object_unref (self->context);
  g_free (self);
}

double
jl_chart_natural_height (const JlChart *self, double width)
{
  return kinds[self->kind].natural_height (self, width);
}

guint
jl_layout_n_marks (const JlLayout *self)
{
  return self->items->len;
}

static const JlItem *
item_at (const JlLayout *self, int i)
{
  return &g_array_index (self->items, JlItem, i);
}

const JlMark *
jl_layout_mark (const JlLayout *self, guint i)
{
  g_return_val_if_fail (i < self->items->len, NULL);

  return &item_at (self, (int) i)->mark;
}

JlMark *
jl_layout_add (JlLayout *self, JlMarkKind kind, JlRect rect)
{
  JlItem item = {
    .mark = { .kind = kind, .x = rect.x, .y = rect.y, .width = rect.width, .height = rect.height },
  };

  item.mark.datum = -1;
  item.mark.fill = JL_COLOR_NONE;
  item.mark.edge = JL_COLOR_NONE;
  g_array_append_val (self->items, item);
  return &g_array_index (self->items, JlItem, self->items->len - 1).mark;
}

void
jl_layout_select (JlLayout *self, int datum, JlState state, JlRect hit)
{
  JlItem *item = &g_array_index (self->items, JlItem, self->items->len - 1);

  item->mark.datum = datum;
  item->mark.state = state;
  item->hit = hit;
}

JlMark *
jl_layout_add_state (JlLayout *self, JlState state, JlRect rect)
{
  JlMark *mark = jl_layout_add (self, JL_MARK_STATE, rect);

  mark->state = state;
  mark->edge = JL_COLOR_NEUTRAL;
  mark->stroke = 1.2;
  mark->dashed = state == JL_STATE_NOT_REPORTED;
  mark->text = g_strdup (jl_state_word (state));
  return mark;
}

static JlRect
bounds_of (const double *points, guint n_points)
{
  double left = points[0], right = points[0], top = points[1], bottom = points[1];

  for (guint i = 1; i < n_points; i++)
    {
      left = MIN (left, points[2 * i]);
      right = MAX (right, points[2 * i]);
      top = MIN (top, points[2 * i + 1]);
      bottom = MAX (bottom, points[2 * i + 1]);
    }
  return (JlRect){ left, top, right - left, bottom - top };
}

static void
add_line (JlLayout *self, const double *points, guint n_points, JlColor color, double stroke)
{
  JlMark *mark;

  if (n_points < 2)
    return;
  mark = jl_layout_add (self, JL_MARK_LINE, bounds_of (points, n_points));
  mark->edge = color;
  mark->stroke = stroke;
  mark->points = g_memdup2 (points, 2 * n_points * sizeof (double));
  mark->n_points = n_points;
}

void
jl_layout_add_broken_line (JlLayout     *self,
                           const double *points,
                           guint         n_points,
                           JlColor       color,
                           double        stroke)
{
  guint from = 0;

  for (guint i = 0; i <= n_points; i++)
    if (i == n_points || isnan (points[2 * i + 1]))
      {
        add_line (self, points + 2 * from, i - from, color, stroke);
        from = i + 1;
      }
}

static gboolean
contains (const JlRect *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

/**
 * jl_layout_hit:
 * @self: a layout
 * @x: a place
 * @y: a place
 *
 * Returns: the topmost selectable mark there, or −1
 */
int
jl_layout_hit (const JlLayout *self, double x, double y)
{
  for (int i = (int) self->items->len - 1; i >= 0; i--)
    {
      const JlItem *item = item_at (self, i);

      if (item->mark.datum >= 0 && contains (&item->hit, x, y))
        return i;
    }
  return -1;
}

int
jl_layout_mark_of_datum (const JlLayout *self, int datum)
{
  for (int i = 0; i < (int) self->items->len; i++)
    if (datum >= 0 && item_at (self, i)->mark.datum == datum)
      return i;
  return -1;
}

static int
next_selectable (const JlLayout *self, int mark, int step)
{
  for (int i = mark + step; i >= 0 && i < (int) self->items->len; i += step)
    if (item_at (self, i)->mark.datum >= 0)
      return i;
  return mark;
}

/**
 * jl_layout_neighbour:
 * @self: a layout
 * @mark: where the focus is, −1 for nowhere
 * @dx: −1, 0 or 1: left or right
 * @dy: −1, 0 or 1: up or down
 *
 * Returns: where it goes: by direction among tiles, else to the next or previous mark; @mark when
 * there is none
 */
int
jl_layout_neighbour (const JlLayout *self, int mark, int dx, int dy)
{
  int step = dx + dy >= 0 ? 1 : -1;

  if (mark < 0)
    {
      int end = step > 0 ? -1 : (int) self->items->len;
      int found = next_selectable (self, end, step);

      return found == end ? -1 : found;
    }
  if (self->kind == JL_CHART_TILE_MAP)
    return jl_tile_map_neighbour (self, mark, dx, dy);
  return next_selectable (self, mark, step);
}
