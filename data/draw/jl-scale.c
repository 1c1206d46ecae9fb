/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Steps of 1, 2 and 5 times a power of ten lie at most a factor 2.5 apart: the smallest one that
 * leaves at most five ticks always leaves at least three. */

#include "jl-scale.h"

#include "jl-quantity.h"

#include <math.h>

#define MOST_STEPS 4
#define ROUNDING 1e-9 /* of a quotient such as 0.3 ÷ 0.1 */

static double
step_after (double step)
{
  double power = pow (10, floor (log10 (step) + ROUNDING));
  double lead = round (step / power);

  if (lead < 2)
    return 2 * power;
  return (lead < 5 ? 5 : 10) * power;
}

static int
steps_until (double max, double step, JlScaleEnd end)
{
  return (int) (end == JL_SCALE_ROUND ? ceil (max / step - ROUNDING)
                                      : floor (max / step + ROUNDING));
}

/**
 * jl_scale:
 * @max: the greatest value to be shown, > 0
 * @end: where the axis ends
 * @from: place of 0
 * @to: place of the axis' end
 *
 * Returns: the axis
 */
JlScale
jl_scale (double max, JlScaleEnd end, double from, double to)
{
  JlScale self = { .max = max, .from = from, .to = to };
  int     steps;

  self.step = pow (10, floor (log10 (max)) - 1);
  while (steps_until (max, self.step, end) > MOST_STEPS)
    self.step = step_after (self.step);
  steps = steps_until (max, self.step, end);
  self.n_ticks = steps + 1;
  if (end == JL_SCALE_ROUND)
    self.max = steps * self.step;
  return self;
}

double
jl_scale_place (const JlScale *self, double value)
{
  return self->from + CLAMP (value / self->max, 0, 1) * (self->to - self->from);
}

/**
 * jl_scale_tick_text:
 * @self: an axis
 * @i: which tick, from 0
 *
 * Returns: (transfer full): its number, with as many decimals as the step has
 */
char *
jl_scale_tick_text (const JlScale *self, int i)
{
  double value = i * self->step;
  int    decimals = (int) -floor (log10 (self->step) + ROUNDING);
  char   digits[G_ASCII_DTOSTR_BUF_SIZE];
  char   format[] = "%.0f";

  if (decimals <= 0)
    return jl_format_count (llround (value), JL_NUMBER_SCREEN);
  if (i == 0)
    return g_strdup ("0");
  format[2] = (char) ('0' + MIN (decimals, 9));
  return g_strdup (g_ascii_formatd (digits, sizeof digits, format, value));
}
