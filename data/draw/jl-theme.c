/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The one table of colours: a row a role, a column a theme. style.css and style-dark.css name the
 * same values. On paper states are told by shape alone and map classes are greys, so that a
 * black-and-white printer loses nothing. */

#include "jl-theme.h"

#define N_THEMES (JL_THEME_PRINT + 1)

/* 0xRRGGBB for light, dark and print. */
static const guint32 table[JL_N_COLORS][N_THEMES] = {
  [JL_COLOR_TEXT] = { 0x333333, 0xffffff, 0x000000 },
  [JL_COLOR_NOTE] = { 0x5c5c5c, 0xc2c2c2, 0x404040 },
  [JL_COLOR_GROUND] = { 0xffffff, 0x363636, 0xffffff },
  [JL_COLOR_HAIR] = { 0xe4e4e4, 0x505050, 0xc0c0c0 },
  [JL_COLOR_TRACK] = { 0xe4e4e4, 0x505050, 0xe4e4e4 },
  [JL_COLOR_MET] = { 0x1b7a4b, 0x8ff0a4, 0x000000 },
  [JL_COLOR_ON_PACE] = { 0x1c71d8, 0x78aeed, 0x000000 },
  [JL_COLOR_SLOW] = { 0x8a5f00, 0xf8e45c, 0x000000 },
  [JL_COLOR_BEHIND] = { 0xb54000, 0xffa348, 0x000000 },
  [JL_COLOR_BACKWARD] = { 0x813d9c, 0xdc8add, 0x000000 },
  [JL_COLOR_OVERDUE] = { 0xc01c28, 0xff8a73, 0x000000 },
  [JL_COLOR_NEUTRAL] = { 0x5e5c64, 0xc0bfbc, 0x000000 },
  [JL_COLOR_SERIES_1] = { 0x1a5fb4, 0x62a0ea, 0x000000 },
  [JL_COLOR_BAR] = { 0x1a5fb4, 0x78aeed, 0x000000 },
  [JL_COLOR_SERIES_2] = { 0xcf6a00, 0xff9f40, 0x6e6e6e },
  [JL_COLOR_SERIES_3] = { 0x5e2750, 0xfff2a8, 0x000000 },
  [JL_COLOR_PEERS] = { 0x77767b, 0x9a9996, 0x6e6e6e },
  [JL_COLOR_TARGET] = { 0x333333, 0xffffff, 0x000000 },
  [JL_COLOR_UNDER_FILL] = { 0x99c1f1, 0x3f6ea8, 0xffffff },
  [JL_COLOR_UNDER_EDGE] = { 0x1a5fb4, 0x62a0ea, 0x000000 },
  [JL_COLOR_HATCH] = { 0xa9a9a9, 0x777777, 0x6e6e6e },
  [JL_COLOR_FOCUS] = { 0x1c71d8, 0x1c71d8, 0x000000 },
  [JL_COLOR_MAP_0] = { 0xffffff, 0x2a2a2a, 0xffffff },
  [JL_COLOR_MAP_10] = { 0xdbe9f9, 0x2c4260, 0xe8e8e8 },
  [JL_COLOR_MAP_20] = { 0xa9cdf3, 0x3b5f8f, 0xcacaca },
  [JL_COLOR_MAP_25] = { 0x6aa6ec, 0x5a8fd0, 0xa0a0a0 },
  [JL_COLOR_MAP_30] = { 0x1c63bd, 0xa3c9f5, 0x606060 },
  [JL_COLOR_MAP_MORE] = { 0x123f7d, 0xdcebfc, 0x303030 },
  [JL_COLOR_MAP_TEXT_0] = { 0x222222, 0xffffff, 0x000000 },
  [JL_COLOR_MAP_TEXT_10] = { 0x222222, 0xffffff, 0x000000 },
  [JL_COLOR_MAP_TEXT_20] = { 0x222222, 0xffffff, 0x000000 },
  [JL_COLOR_MAP_TEXT_25] = { 0x1a1a1a, 0x1a1a1a, 0x000000 },
  [JL_COLOR_MAP_TEXT_30] = { 0xffffff, 0x1a1a1a, 0xffffff },
  [JL_COLOR_MAP_TEXT_MORE] = { 0xffffff, 0x1a1a1a, 0xffffff },
};

static JlRgba
unpack (guint32 rgb)
{
  return (JlRgba){
    .red = (rgb >> 16 & 0xff) / 255.0,
    .green = (rgb >> 8 & 0xff) / 255.0,
    .blue = (rgb & 0xff) / 255.0,
    .alpha = 1,
  };
}

static void
fill_themes (JlTheme *themes)
{
  for (int kind = 0; kind < N_THEMES; kind++)
    {
      themes[kind].kind = (JlThemeKind) kind;
      for (int color = 0; color < JL_N_COLORS; color++)
        themes[kind].colors[color] = unpack (table[color][kind]);
    }
}

/**
 * jl_theme_get:
 * @kind: for which ground
 *
 * Returns: (transfer none): the theme, the same one every time
 */
const JlTheme *
jl_theme_get (JlThemeKind kind)
{
  static JlTheme themes[N_THEMES];
  static gsize   filled;

  if (g_once_init_enter (&filled))
    {
      fill_themes (themes);
      g_once_init_leave (&filled, 1);
    }
  return &themes[kind];
}

/**
 * jl_theme_set_source:
 * @theme: a theme
 * @color: a role, not %JL_COLOR_NONE
 * @cr: where the next stroke or fill takes it
 */
void
jl_theme_set_source (const JlTheme *theme, JlColor color, cairo_t *cr)
{
  const JlRgba *rgba;

  g_return_if_fail (color > JL_COLOR_NONE && color < JL_N_COLORS);

  rgba = &theme->colors[color];
  cairo_set_source_rgba (cr, rgba->red, rgba->green, rgba->blue, rgba->alpha);
}
