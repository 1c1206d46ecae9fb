/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Colours: the agreed values, contrast by the formula of WCAG 2, paper without colour. */

#include <math.h>

#include "jl-theme.h"

#define TEXT_CONTRAST 4.5
#define MARK_CONTRAST 3.0

static const JlColor words[] = {
  JL_COLOR_TEXT,
  JL_COLOR_NOTE,
  JL_COLOR_MET,
  JL_COLOR_ON_PACE,
  JL_COLOR_SLOW,
  JL_COLOR_BEHIND,
  JL_COLOR_BACKWARD,
  JL_COLOR_OVERDUE,
  JL_COLOR_NEUTRAL,
  JL_COLOR_BAR, /* also of the own value's word */
  JL_COLOR_TARGET,
};

static const JlColor marks[] = {
  JL_COLOR_SERIES_1,
  JL_COLOR_SERIES_2,
  JL_COLOR_SERIES_3,
  JL_COLOR_PEERS,
  JL_COLOR_UNDER_EDGE,
};

static guint
packed (const JlRgba *color)
{
  return (guint) lround (color->red * 255) << 16 | (guint) lround (color->green * 255) << 8 |
         (guint) lround (color->blue * 255);
}

static void
test_agreed_values (void)
{
  static const struct
  {
    JlColor color;
    guint   light, dark, print;
  } cases[] = {
    { JL_COLOR_TEXT, 0x333333, 0xffffff, 0x000000 },
    { JL_COLOR_NOTE, 0x5c5c5c, 0xc2c2c2, 0x404040 },
    { JL_COLOR_GROUND, 0xffffff, 0x363636, 0xffffff },
    { JL_COLOR_MET, 0x1b7a4b, 0x8ff0a4, 0x000000 },
    { JL_COLOR_ON_PACE, 0x1c71d8, 0x78aeed, 0x000000 },
    { JL_COLOR_SLOW, 0x8a5f00, 0xf8e45c, 0x000000 },
    { JL_COLOR_BEHIND, 0xb54000, 0xffa348, 0x000000 },
    { JL_COLOR_BACKWARD, 0x813d9c, 0xdc8add, 0x000000 },
    { JL_COLOR_OVERDUE, 0xc01c28, 0xff8a73, 0x000000 },
    { JL_COLOR_NEUTRAL, 0x5e5c64, 0xc0bfbc, 0x000000 },
    { JL_COLOR_SERIES_1, 0x1a5fb4, 0x62a0ea, 0x000000 },
    { JL_COLOR_BAR, 0x1a5fb4, 0x78aeed, 0x000000 },
    { JL_COLOR_SERIES_2, 0xcf6a00, 0xff9f40, 0x6e6e6e },
    { JL_COLOR_SERIES_3, 0x5e2750, 0xfff2a8, 0x000000 },
    { JL_COLOR_PEERS, 0x77767b, 0x9a9996, 0x6e6e6e },
    { JL_COLOR_TARGET, 0x333333, 0xffffff, 0x000000 },
    { JL_COLOR_UNDER_FILL, 0x99c1f1, 0x3f6ea8, 0xffffff },
    { JL_COLOR_UNDER_EDGE, 0x1a5fb4, 0x62a0ea, 0x000000 },
    { JL_COLOR_FOCUS, 0x1c71d8, 0x1c71d8, 0x000000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmphex (packed (&jl_theme_get (JL_THEME_LIGHT)->colors[cases[i].color]), ==,
                       cases[i].light);
      g_assert_cmphex (packed (&jl_theme_get (JL_THEME_DARK)->colors[cases[i].color]), ==,
                       cases[i].dark);
      g_assert_cmphex (packed (&jl_theme_get (JL_THEME_PRINT)->colors[cases[i].color]), ==,
                       cases[i].print);
    }
}

static void
test_map_classes (void)
{
  static const guint light[] = { 0xffffff, 0xdbe9f9, 0xa9cdf3, 0x6aa6ec, 0x1c63bd, 0x123f7d };
  static const guint dark[] = { 0x2a2a2a, 0x2c4260, 0x3b5f8f, 0x5a8fd0, 0xa3c9f5, 0xdcebfc };

  for (guint i = 0; i < G_N_ELEMENTS (light); i++)
    {
      g_assert_cmphex (packed (&jl_theme_get (JL_THEME_LIGHT)->colors[JL_COLOR_MAP_0 + i]), ==,
                       light[i]);
      g_assert_cmphex (packed (&jl_theme_get (JL_THEME_DARK)->colors[JL_COLOR_MAP_0 + i]), ==,
                       dark[i]);
    }
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const JlTheme *theme, int color)
{
  const JlRgba *rgba = &theme->colors[color];

  return 0.2126 * linear (rgba->red) + 0.7152 * linear (rgba->green) + 0.0722 * linear (rgba->blue);
}

static double
contrast (const JlTheme *theme, int one, int other)
{
  double a = luminance (theme, one), b = luminance (theme, other);

  return (fmax (a, b) + 0.05) / (fmin (a, b) + 0.05);
}

static void
test_contrast (void)
{
  for (int kind = JL_THEME_LIGHT; kind <= JL_THEME_PRINT; kind++)
    {
      const JlTheme *theme = jl_theme_get ((JlThemeKind) kind);

      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        g_assert_cmpfloat (contrast (theme, words[i], JL_COLOR_GROUND), >=, TEXT_CONTRAST);
      for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
        g_assert_cmpfloat (contrast (theme, marks[i], JL_COLOR_GROUND), >=, MARK_CONTRAST);
      for (int i = 0; i <= JL_COLOR_MAP_MORE - JL_COLOR_MAP_0; i++)
        g_assert_cmpfloat (contrast (theme, JL_COLOR_MAP_TEXT_0 + i, JL_COLOR_MAP_0 + i), >=,
                           TEXT_CONTRAST);
    }
}

/* Neighbouring classes differ, and go one way: darker on light ground and paper, brighter on dark.
 */
static void
test_classes_are_ordered (void)
{
  for (int kind = JL_THEME_LIGHT; kind <= JL_THEME_PRINT; kind++)
    for (int color = JL_COLOR_MAP_0; color < JL_COLOR_MAP_MORE; color++)
      {
        const JlTheme *theme = jl_theme_get ((JlThemeKind) kind);
        double         step = luminance (theme, color + 1) - luminance (theme, color);

        g_assert_cmpfloat (kind == JL_THEME_DARK ? step : -step, >, 0);
        g_assert_cmpfloat (contrast (theme, color, color + 1), >, 1.2);
      }
}

static void
test_paper_is_grey (void)
{
  for (int color = 0; color < JL_N_COLORS; color++)
    {
      const JlRgba *rgba = &jl_theme_get (JL_THEME_PRINT)->colors[color];

      g_assert_cmpfloat (rgba->red, ==, rgba->green);
      g_assert_cmpfloat (rgba->red, ==, rgba->blue);
    }
}

static void
test_source (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t         *cr = cairo_create (surface);

  jl_theme_set_source (jl_theme_get (JL_THEME_LIGHT), JL_COLOR_MET, cr);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmphex (*(guint32 *) (gpointer) cairo_image_surface_get_data (surface) & 0xffffff, ==,
                   0x1b7a4b);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/theme/agreed-values", test_agreed_values);
  g_test_add_func ("/draw/theme/map-classes", test_map_classes);
  g_test_add_func ("/draw/theme/contrast", test_contrast);
  g_test_add_func ("/draw/theme/classes-are-ordered", test_classes_are_ordered);
  g_test_add_func ("/draw/theme/paper-is-grey", test_paper_is_grey);
  g_test_add_func ("/draw/theme/source", test_source);
  return g_test_run ();
}
