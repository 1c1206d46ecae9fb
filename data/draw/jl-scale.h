/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A value axis: from 0 to max onto from…to, with three to five ticks at steps of 1, 2 or 5. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JlScale:
 * @max: the value that stands at @to
 * @step: between ticks; the first tick is 0
 * @n_ticks: 3 to 5
 */
typedef struct
{
  double max;
  double step;
  int    n_ticks;
  double from;
  double to;
} JlScale;

/**
 * JlScaleEnd: where an axis ends
 * @JL_SCALE_EXACT: at the greatest value (the last tick may stand before it)
 * @JL_SCALE_ROUND: at a tick
 */
typedef enum
{
  JL_SCALE_EXACT,
  JL_SCALE_ROUND,
} JlScaleEnd;

JlScale jl_scale (double max, JlScaleEnd end, double from, double to);
double  jl_scale_place (const JlScale *self, double value); /* clamped to the axis */
char   *jl_scale_tick_text (const JlScale *self, int i);

G_END_DECLS
