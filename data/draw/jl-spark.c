/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The way of a key figure in a corner of its card: a bare line over its own range, its last value
 * as a point. */

#include "jl-layout-private.h"

#include <math.h>

#define NATURAL_HEIGHT 24.0
#define MARGIN 4.0 /* room for the point */
#define POINT 6.0
#define STROKE 1.5

typedef struct
{
  double left, pitch;
  double bottom, height;
  double low, high;
} Frame;

static Frame
make_frame (const JlChart *chart, const JlLayout *layout)
{
  guint n = jl_chart_n_data (chart);
  Frame frame = { .left = MARGIN, .low = NAN, .high = NAN };

  for (guint i = 0; i < n; i++)
    {
      const JlDatum *datum = jl_chart_datum (chart, i);

      if (datum->state != JL_STATE_VALUE)
        continue;
      frame.low = fmin (frame.low, datum->value);
      frame.high = fmax (frame.high, datum->value);
    }
  frame.pitch = n > 1 ? (layout->width - 2 * MARGIN) / (n - 1) : 0;
  frame.bottom = layout->height - MARGIN;
  frame.height = layout->height - 2 * MARGIN;
  return frame;
}

/* A line that never moves runs through the middle. */
static double
place_y (const Frame *frame, double value)
{
  double share = frame->high > frame->low ? (value - frame->low) / (frame->high - frame->low) : 0.5;

  return frame->bottom - share * frame->height;
}

static void
add_line (const JlChart *chart, JlLayout *layout, const Frame *frame)
{
  guint              n = jl_chart_n_data (chart);
  g_autofree double *points = g_new (double, 2 * n);

  for (guint i = 0; i < n; i++)
    {
      const JlDatum *datum = jl_chart_datum (chart, i);

      points[2 * i] = frame->left + i * frame->pitch;
      points[2 * i + 1] = datum->state == JL_STATE_VALUE ? place_y (frame, datum->value) : NAN;
    }
  jl_layout_add_broken_line (layout, points, n, JL_COLOR_PEERS, STROKE);
}

static void
add_last (const JlChart *chart, JlLayout *layout, const Frame *frame)
{
  guint          last = jl_chart_n_data (chart) - 1;
  const JlDatum *datum = jl_chart_datum (chart, last);
  double         x = frame->left + last * frame->pitch;

  if (datum->state == JL_STATE_VALUE)
    {
      double  y = place_y (frame, datum->value);
      JlMark *point = jl_layout_add (layout, JL_MARK_POINT,
                                     (JlRect){ x - POINT / 2, y - POINT / 2, POINT, POINT });

      point->fill = JL_COLOR_SERIES_1;
      point->edge = JL_COLOR_SERIES_1;
      point->stroke = 1;
    }
  else
    jl_layout_add_state (layout, datum->state,
                         (JlRect){ x - POINT, frame->bottom - POINT, POINT + MARGIN, POINT });
  jl_layout_select (layout, (int) last, datum->state,
                    (JlRect){ 0, 0, layout->width, layout->height });
}

void
jl_spark_lay_out (const JlChart *chart, JlLayout *layout)
{
  Frame frame = make_frame (chart, layout);

  add_line (chart, layout, &frame);
  add_last (chart, layout, &frame);
}

double
jl_spark_natural_height (const JlChart *chart, double width)
{
  return NATURAL_HEIGHT;
}
