/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What is on the surface: each mark's colour in each theme, nothing outside the chart, shapes that
 * differ without colour. */

#include <math.h>
#include <string.h>

#include "jl-sample.h"

#define BORDER 20 /* round the chart, which must stay untouched */

typedef struct
{
  cairo_surface_t *surface;
  cairo_t         *cr;
  int              width, height;
} Canvas;

static Canvas
canvas_new (int width, int height)
{
  Canvas canvas = { .width = width, .height = height };

  canvas.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  canvas.cr = cairo_create (canvas.surface);
  return canvas;
}

static void
canvas_clear (Canvas *canvas)
{
  cairo_destroy (canvas->cr);
  cairo_surface_destroy (canvas->surface);
}

static guint
pixel (const Canvas *canvas, double x, double y)
{
  const guchar *data;
  guint32       value;

  cairo_surface_flush (canvas->surface);
  data = cairo_image_surface_get_data (canvas->surface);
  memcpy (&value, data + (int) y * cairo_image_surface_get_stride (canvas->surface) + (int) x * 4,
          sizeof value);
  return value & 0xffffff;
}

static guint
packed (const JlTheme *theme, JlColor color)
{
  const JlRgba *rgba = &theme->colors[color];

  return (guint) lround (rgba->red * 255) << 16 | (guint) lround (rgba->green * 255) << 8 |
         (guint) lround (rgba->blue * 255);
}

static Canvas
paint (const JlLayout *layout,
       const JlTheme  *theme,
       int             width,
       int             height,
       int             focused,
       int             hovered)
{
  Canvas canvas = canvas_new (width + 2 * BORDER, height + 2 * BORDER);

  jl_theme_set_source (theme, JL_COLOR_GROUND, canvas.cr);
  cairo_paint (canvas.cr);
  cairo_translate (canvas.cr, BORDER, BORDER);
  jl_layout_paint (layout, canvas.cr, theme, focused, hovered);
  return canvas;
}

/* Near its left edge, where neither words nor the limit lie. */
static guint
pixel_of (const Canvas *canvas, const JlMark *mark)
{
  return pixel (canvas, BORDER + mark->x + 3, BORDER + mark->y + mark->height / 2);
}

static void
test_bars_in_each_theme (void)
{
  g_autoptr (JlChart) chart = jl_sample_ranking ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, 360, 270);

  for (int kind = JL_THEME_LIGHT; kind <= JL_THEME_PRINT; kind++)
    {
      const JlTheme *theme = jl_theme_get ((JlThemeKind) kind);
      Canvas         canvas = paint (layout, theme, 360, 270, -1, -1);
      const JlMark  *line = jl_sample_nth (layout, JL_MARK_THRESHOLD, 0);

      g_assert_cmphex (pixel_of (&canvas, jl_sample_of_datum (layout, 0)), ==,
                       packed (theme, JL_COLOR_BAR));
      g_assert_cmphex (pixel_of (&canvas, jl_sample_of_datum (layout, 7)), ==,
                       packed (theme, JL_COLOR_UNDER_FILL));
      g_assert_cmphex (pixel (&canvas, BORDER + round (line->x), BORDER + line->y + 20), ==,
                       packed (theme, JL_COLOR_TARGET));
      canvas_clear (&canvas);
    }
}

static void
test_tiles_in_each_theme (void)
{
  g_autoptr (JlChart) chart = jl_sample_map ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, 364, 320);

  for (int kind = JL_THEME_LIGHT; kind <= JL_THEME_PRINT; kind++)
    {
      const JlTheme *theme = jl_theme_get ((JlThemeKind) kind);
      Canvas         canvas = paint (layout, theme, 364, 320, -1, -1);

      for (int i = 0; i < (int) jl_chart_n_data (chart); i++)
        {
          const JlMark *mark = jl_sample_of_datum (layout, i);

          if (mark->state == JL_STATE_VALUE)
            g_assert_cmphex (pixel_of (&canvas, mark), ==, packed (theme, mark->fill));
        }
      canvas_clear (&canvas);
    }
}

static void
test_points_in_each_theme (void)
{
  g_autoptr (JlChart) chart = jl_sample_trend ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, 400, 220);

  for (int kind = JL_THEME_LIGHT; kind <= JL_THEME_PRINT; kind++)
    {
      const JlTheme *theme = jl_theme_get ((JlThemeKind) kind);
      Canvas         canvas = paint (layout, theme, 400, 220, -1, -1);

      g_assert_cmphex (pixel_of (&canvas, jl_sample_of_datum (layout, 2)), ==,
                       packed (theme, JL_COLOR_GROUND));
      g_assert_cmphex (pixel_of (&canvas, jl_sample_of_datum (layout, 6)), ==,
                       packed (theme, JL_COLOR_SERIES_1));
      canvas_clear (&canvas);
    }
}

/* A hatched tile has both the lines and the ground between them. */
static void
test_hatch (void)
{
  g_autoptr (JlChart) chart = jl_sample_map_states ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, 364, 120);
  const JlTheme *theme = jl_theme_get (JL_THEME_LIGHT);
  Canvas         canvas = paint (layout, theme, 364, 120, -1, -1);
  const JlMark  *tile = jl_sample_of_datum (layout, 0);
  guint          ground = 0, dark = 0;

  for (int x = 1; x < tile->width - 1; x++)
    {
      guint color = pixel (&canvas, BORDER + tile->x + x, BORDER + tile->y + 2);

      ground += color == packed (theme, JL_COLOR_GROUND);
      dark += (color & 0xff) < 0xc0;
    }
  g_assert_cmpuint (ground, >, tile->width / 4);
  g_assert_cmpuint (dark, >, tile->width / 16);
  canvas_clear (&canvas);
}

static gboolean
is_border (int x, int y, int width, int height)
{
  return x < BORDER || y < BORDER || x >= width - BORDER || y >= height - BORDER;
}

static void
assert_border_untouched (const Canvas *canvas, guint ground)
{
  for (int y = 0; y < canvas->height; y++)
    for (int x = 0; x < canvas->width; x++)
      if (is_border (x, y, canvas->width, canvas->height))
        g_assert_cmphex (pixel (canvas, x, y), ==, ground);
}

/* Not even the ring of the first and the last mark leaves the chart. */
static void
test_nothing_outside (void)
{
  JlChart *(*const makers[]) (void) = { jl_sample_ranking, jl_sample_trend, jl_sample_map,
                                        jl_sample_bullet };
  const JlTheme *theme = jl_theme_get (JL_THEME_LIGHT);

  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (JlChart) chart = makers[i]();
      int height = (int) ceil (jl_chart_natural_height (chart, 320));
      g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, 320, height);
      int    last = (int) jl_chart_n_data (chart) - 1;
      Canvas canvas = paint (layout, theme, 320, height, jl_layout_mark_of_datum (layout, 0),
                             jl_layout_mark_of_datum (layout, last));

      assert_border_untouched (&canvas, packed (theme, JL_COLOR_GROUND));
      canvas_clear (&canvas);
    }
}

static void
test_rings (void)
{
  g_autoptr (JlChart) chart = jl_sample_map ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, 364, 320);
  const JlTheme *theme = jl_theme_get (JL_THEME_LIGHT);
  int            focused = jl_layout_mark_of_datum (layout, 4);
  int            hovered = jl_layout_mark_of_datum (layout, 10);
  Canvas         canvas = paint (layout, theme, 364, 320, focused, hovered);
  const JlMark  *ring = jl_layout_mark (layout, (guint) focused);
  const JlMark  *edge = jl_layout_mark (layout, (guint) hovered);

  g_assert_cmphex (pixel (&canvas, BORDER + ring->x + 30, BORDER + ring->y - 2), ==,
                   packed (theme, JL_COLOR_FOCUS));
  g_assert_cmphex (pixel (&canvas, BORDER + ring->x + 30, BORDER + ring->y - 1), ==,
                   packed (theme, JL_COLOR_GROUND));
  g_assert_cmphex (pixel (&canvas, BORDER + edge->x + 30, BORDER + edge->y - 1), ==,
                   packed (theme, JL_COLOR_TEXT));
  canvas_clear (&canvas);
}

/* Letters are drawn by the layout's own fonts at any scale. */
static void
test_words_are_drawn (void)
{
  g_autoptr (JlChart) chart = jl_sample_ranking ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, 360, 270);
  const JlTheme *theme = jl_theme_get (JL_THEME_LIGHT);
  const JlMark  *word = jl_sample_text (layout, "通化市");
  Canvas         canvas = paint (layout, theme, 360, 270, -1, -1);
  guint          inked = 0;

  for (int y = 0; y < word->height; y++)
    for (int x = 0; x < word->width; x++)
      inked += pixel (&canvas, BORDER + word->x + x, BORDER + word->y + y) !=
               packed (theme, JL_COLOR_GROUND);
  g_assert_cmpuint (inked, >, word->width * word->height / 5);
  canvas_clear (&canvas);
}

static Canvas
paint_mark (JlProgress progress, const JlTheme *theme, int size)
{
  Canvas canvas = canvas_new (size, size);

  jl_theme_set_source (theme, JL_COLOR_GROUND, canvas.cr);
  cairo_paint (canvas.cr);
  jl_paint_progress_mark (canvas.cr, progress, 0, 0, size, theme);
  cairo_surface_flush (canvas.surface);
  return canvas;
}

static gboolean
look_alike (const Canvas *one, const Canvas *other)
{
  gsize length = (gsize) one->height * (gsize) cairo_image_surface_get_stride (one->surface);

  return memcmp (cairo_image_surface_get_data (one->surface),
                 cairo_image_surface_get_data (other->surface), length) == 0;
}

/* Two shapes serve two words each, by agreement; all others differ on paper, where there is no
 * colour. */
static gboolean
may_look_alike (JlProgress one, JlProgress other)
{
  return (one == JL_PROGRESS_NOT_MET && other == JL_PROGRESS_STRIVE_MISSED) ||
         (one == JL_PROGRESS_NOT_BARRED && other == JL_PROGRESS_NOT_DUE);
}

static void
test_shapes_differ_on_paper (void)
{
  for (int one = JL_PROGRESS_MET; one <= JL_PROGRESS_MISSING; one++)
    for (int other = one + 1; other <= JL_PROGRESS_MISSING; other++)
      {
        Canvas a = paint_mark ((JlProgress) one, jl_theme_get (JL_THEME_PRINT), 12);
        Canvas b = paint_mark ((JlProgress) other, jl_theme_get (JL_THEME_PRINT), 12);

        g_assert_cmpint (look_alike (&a, &b), ==,
                         may_look_alike ((JlProgress) one, (JlProgress) other));
        canvas_clear (&a);
        canvas_clear (&b);
      }
}

/* Solid places of each shape, in a box of 48. */
static void
test_shape_colors (void)
{
  static const struct
  {
    JlProgress progress;
    double     x, y;
    JlColor    color;
  } cases[] = {
    { JL_PROGRESS_MET, 24, 4, JL_COLOR_MET },
    { JL_PROGRESS_ON_PACE, 24, 24, JL_COLOR_ON_PACE },
    { JL_PROGRESS_SLOW, 12, 24, JL_COLOR_SLOW },
    { JL_PROGRESS_SLOW, 34, 24, JL_COLOR_GROUND },
    { JL_PROGRESS_BEHIND, 30, 24, JL_COLOR_BEHIND },
    { JL_PROGRESS_BACKWARD, 24, 30, JL_COLOR_BACKWARD },
    { JL_PROGRESS_OVERDUE, 6, 24, JL_COLOR_OVERDUE },
    { JL_PROGRESS_OVERDUE, 24, 18, JL_COLOR_GROUND },
    { JL_PROGRESS_NOT_MET, 24, 18, JL_COLOR_OVERDUE },
    { JL_PROGRESS_NOT_MET, 12, 24, JL_COLOR_GROUND },
    { JL_PROGRESS_TO_DECIDE, 24, 24, JL_COLOR_GROUND },
    { JL_PROGRESS_NOT_DUE, 24, 24, JL_COLOR_GROUND },
    { JL_PROGRESS_NOT_REPORTED, 24, 24, JL_COLOR_GROUND },
    { JL_PROGRESS_NOT_REPORTED, 2, 2, JL_COLOR_NEUTRAL },
    { JL_PROGRESS_NOT_APPLICABLE, 24, 24, JL_COLOR_NEUTRAL },
    { JL_PROGRESS_MISSING, 12, 24, JL_COLOR_NEUTRAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int kind = JL_THEME_LIGHT; kind <= JL_THEME_PRINT; kind++)
      {
        const JlTheme *theme = jl_theme_get ((JlThemeKind) kind);
        Canvas         canvas = paint_mark (cases[i].progress, theme, 48);

        g_assert_cmphex (pixel (&canvas, cases[i].x, cases[i].y), ==,
                         packed (theme, cases[i].color));
        canvas_clear (&canvas);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/paint/bars-in-each-theme", test_bars_in_each_theme);
  g_test_add_func ("/draw/paint/tiles-in-each-theme", test_tiles_in_each_theme);
  g_test_add_func ("/draw/paint/points-in-each-theme", test_points_in_each_theme);
  g_test_add_func ("/draw/paint/hatch", test_hatch);
  g_test_add_func ("/draw/paint/nothing-outside", test_nothing_outside);
  g_test_add_func ("/draw/paint/rings", test_rings);
  g_test_add_func ("/draw/paint/words-are-drawn", test_words_are_drawn);
  g_test_add_func ("/draw/paint/shapes-differ-on-paper", test_shapes_differ_on_paper);
  g_test_add_func ("/draw/paint/shape-colors", test_shape_colors);
  return g_test_run ();
}
