/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Colours of charts and marks by role, for light and dark screens and for paper. */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JL_THEME_LIGHT,
  JL_THEME_DARK,
  JL_THEME_PRINT,
} JlThemeKind;

typedef enum
{
  JL_COLOR_NONE = -1, /* of a mark: no fill, no edge */
  JL_COLOR_TEXT,
  JL_COLOR_NOTE,
  JL_COLOR_GROUND,
  JL_COLOR_HAIR,
  JL_COLOR_TRACK,
  JL_COLOR_MET,
  JL_COLOR_ON_PACE,
  JL_COLOR_SLOW,
  JL_COLOR_BEHIND,
  JL_COLOR_BACKWARD,
  JL_COLOR_OVERDUE,
  JL_COLOR_NEUTRAL,
  JL_COLOR_SERIES_1,
  JL_COLOR_BAR, /* series 1 as a bar's whole area */
  JL_COLOR_SERIES_2,
  JL_COLOR_SERIES_3,
  JL_COLOR_PEERS,
  JL_COLOR_TARGET,
  JL_COLOR_UNDER_FILL,
  JL_COLOR_UNDER_EDGE,
  JL_COLOR_HATCH,
  JL_COLOR_FOCUS,
  JL_COLOR_MAP_0,
  JL_COLOR_MAP_10,
  JL_COLOR_MAP_20,
  JL_COLOR_MAP_25,
  JL_COLOR_MAP_30,
  JL_COLOR_MAP_MORE,
  JL_COLOR_MAP_TEXT_0, /* text on each map class, in the same order */
  JL_COLOR_MAP_TEXT_10,
  JL_COLOR_MAP_TEXT_20,
  JL_COLOR_MAP_TEXT_25,
  JL_COLOR_MAP_TEXT_30,
  JL_COLOR_MAP_TEXT_MORE,
  JL_N_COLORS,
} JlColor;

typedef struct
{
  double red, green, blue, alpha;
} JlRgba;

typedef struct
{
  JlThemeKind kind;
  JlRgba      colors[JL_N_COLORS];
} JlTheme;

const JlTheme *jl_theme_get (JlThemeKind kind);
void           jl_theme_set_source (const JlTheme *theme, JlColor color, cairo_t *cr);

G_END_DECLS
