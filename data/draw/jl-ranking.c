/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Who stands where: a row a unit, bars from 0 with the axis on top, the limit as a line over them,
 * value and change in columns at the right. A bar under the line is told by its light fill and
 * edge, by the exact verdict and not by its length. */

#include "jl-layout-private.h"
#include "jl-scale.h"

#include <math.h>

#define HEAD 22.0 /* axis numbers and column heads */
#define FOOT 24.0 /* the limit's number */
#define TAIL 6.0  /* without a limit */
#define ROW 28.0
#define ROW_LEAST 16.0
#define BAR_HEIGHT 18.0
#define BAR_SHARE 0.64 /* of a closer row */
#define NAME_GAP 7.0
#define COLUMN_GAP 20.0
#define LINE_WIDTH 2.0
#define LINE_OVERHANG 4.0
#define LIMIT_TEXT 17.0
#define GRID_LIFT 3.0 /* over the first row */
#define HEAD_TEXT (HEAD - 6.0)

static const JlTextStyle name_style = { JL_SIZE_VALUE, FALSE, JL_COLOR_TEXT, 1 };
static const JlTextStyle own_style = { JL_SIZE_VALUE, TRUE, JL_COLOR_TEXT, 1 };
static const JlTextStyle value_style = { JL_SIZE_VALUE, TRUE, JL_COLOR_TEXT, 1 };
static const JlTextStyle note_style = { JL_SIZE_NOTE, FALSE, JL_COLOR_NOTE, 1 };
static const JlTextStyle fall_style = { JL_SIZE_NOTE, FALSE, JL_COLOR_BACKWARD, 1 };
static const JlTextStyle tick_style = { JL_SIZE_NOTE, FALSE, JL_COLOR_NOTE, 0.5 };
static const JlTextStyle zero_style = { JL_SIZE_NOTE, FALSE, JL_COLOR_NOTE, 0 };
static const JlTextStyle limit_style = { JL_SIZE_NOTE, TRUE, JL_COLOR_TEXT, 0.5 };

/* Where rows and columns stand. */
typedef struct
{
  JlScale scale;
  JlRect  value;  /* column, over all rows */
  JlRect  change; /* column, width 0 when there are no changes */
  double  name_width;
  double  top;
  double  row;
  double  bottom;
} Frame;

static gboolean
has_limit (const JlChart *chart)
{
  return !isnan (chart->threshold);
}

static const JlTextStyle *
style_of_value (const JlDatum *datum)
{
  return datum->state == JL_STATE_VALUE ? &value_style : &note_style;
}

/* U+2212 is how the program writes a fall. */
static const JlTextStyle *
style_of_change (const JlDatum *datum)
{
  return g_str_has_prefix (datum->change_text, "−") ? &fall_style : &note_style;
}

static double
widest_name (const JlChart *chart, JlLayout *layout)
{
  double width = 0;

  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    {
      const JlDatum *datum = jl_chart_datum (chart, i);

      width = MAX (width, jl_layout_text_width (layout, datum->label, &own_style));
    }
  return ceil (width);
}

static double
widest_value (const JlChart *chart, JlLayout *layout)
{
  double width = jl_layout_text_width (layout, chart->columns[1], &note_style);

  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    {
      const JlDatum *datum = jl_chart_datum (chart, i);
      const char    *text = jl_datum_value_text (datum);

      width = MAX (width, jl_layout_text_width (layout, text, style_of_value (datum)));
    }
  return ceil (width);
}

static double
widest_change (const JlChart *chart, JlLayout *layout)
{
  double width = 0;

  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    {
      const JlDatum *datum = jl_chart_datum (chart, i);

      width = MAX (width, jl_layout_text_width (layout, datum->change_text, &note_style));
    }
  if (width > 0)
    width = MAX (width, jl_layout_text_width (layout, chart->columns[2], &note_style));
  return ceil (width);
}

static void
frame_columns (const JlChart *chart, JlLayout *layout, Frame *frame)
{
  double right = layout->width;
  double gap = CLAMP (layout->width * 0.045, 10, COLUMN_GAP);
  double name = MIN (widest_name (chart, layout), layout->width * 0.3);
  double value = MIN (widest_value (chart, layout), layout->width * 0.25);
  double change = MIN (widest_change (chart, layout), layout->width * 0.2);

  frame->name_width = name;
  frame->change = (JlRect){ right - change, 0, change, HEAD };
  right -= change > 0 ? change + gap : 0;
  frame->value = (JlRect){ right - value, 0, value, HEAD };
  right -= value + gap;
  frame->scale = jl_scale (jl_chart_max (chart), JL_SCALE_EXACT, name + NAME_GAP, right);
}

static void
frame_rows (const JlChart *chart, const JlLayout *layout, Frame *frame)
{
  double room = layout->height - HEAD - (has_limit (chart) ? FOOT : TAIL);
  guint  n = jl_chart_n_data (chart);

  frame->top = HEAD;
  frame->row = CLAMP (floor (room / n), ROW_LEAST, ROW);
  frame->bottom = frame->top + frame->row * n;
}

static JlRect
in_row (JlRect column, double top, double row)
{
  return (JlRect){ column.x, top, column.width, row };
}

static void
add_grid_line (JlLayout *layout, const Frame *frame, int tick)
{
  double x = jl_scale_place (&frame->scale, tick * frame->scale.step);
  JlRect line = { x - 0.5, frame->top - GRID_LIFT, 1, frame->bottom - frame->top + GRID_LIFT };

  jl_layout_add (layout, JL_MARK_GRID, line)->fill = JL_COLOR_HAIR;
}

static void
add_axis (const JlChart *chart, JlLayout *layout, const Frame *frame)
{
  const double half = 40;

  for (int i = 0; i < frame->scale.n_ticks; i++)
    {
      g_autofree char *text = jl_scale_tick_text (&frame->scale, i);
      double           x = jl_scale_place (&frame->scale, i * frame->scale.step);

      add_grid_line (layout, frame, i);
      jl_layout_add_text (layout, text, (JlRect){ x - half, 0, 2 * half, HEAD_TEXT }, &tick_style);
    }
  if (chart->columns[1])
    jl_layout_add_text (layout, chart->columns[1], in_row (frame->value, 0, HEAD_TEXT),
                        &note_style);
  if (chart->columns[2] && frame->change.width > 0)
    jl_layout_add_text (layout, chart->columns[2], in_row (frame->change, 0, HEAD_TEXT),
                        &note_style);
}

static void
add_bar (const JlDatum *datum, JlLayout *layout, const Frame *frame, JlRect place)
{
  gboolean under = !datum->passes && !datum->unjudged;
  JlMark  *bar;

  if (datum->value > 0)
    place.width = MAX (jl_scale_place (&frame->scale, datum->value) - place.x, 1);
  else
    {
      jl_layout_add_text (layout, "0", (JlRect){ place.x + 4, place.y, 20, place.height },
                          &zero_style);
      place.width = 0;
    }
  bar = jl_layout_add (layout, JL_MARK_BAR, place);
  bar->fill = under ? JL_COLOR_UNDER_FILL : JL_COLOR_BAR;
  bar->edge = under ? JL_COLOR_UNDER_EDGE : JL_COLOR_NONE;
  bar->stroke = 1;
}

static void
add_mark (const JlDatum *datum, JlLayout *layout, const Frame *frame, double top)
{
  double height = MIN (BAR_HEIGHT, round (frame->row * BAR_SHARE));
  JlRect place = { frame->scale.from, top + floor ((frame->row - height) / 2), 0, height };

  if (datum->state == JL_STATE_VALUE)
    {
      add_bar (datum, layout, frame, place);
      return;
    }
  if (datum->state == JL_STATE_NOT_REPORTED)
    place.width = MIN (2 * BAR_HEIGHT, frame->scale.to - frame->scale.from);
  else
    place = (JlRect){ place.x + 4, top + frame->row / 2 - 1, 9, 2 };
  jl_layout_add_state (layout, datum->state, place);
}

static void
add_row (const JlChart *chart, JlLayout *layout, const Frame *frame, guint i)
{
  const JlDatum *datum = jl_chart_datum (chart, i);
  const char    *value = jl_datum_value_text (datum);
  double         top = frame->top + i * frame->row;

  add_mark (datum, layout, frame, top);
  jl_layout_select (layout, (int) i, datum->state, (JlRect){ 0, top, layout->width, frame->row });
  if (datum->label)
    jl_layout_add_text (layout, datum->label, (JlRect){ 0, top, frame->name_width, frame->row },
                        datum->own ? &own_style : &name_style);
  if (value)
    jl_layout_add_text (layout, value, in_row (frame->value, top, frame->row),
                        style_of_value (datum));
  if (datum->change_text)
    jl_layout_add_text (layout, datum->change_text, in_row (frame->change, top, frame->row),
                        style_of_change (datum));
}

static void
add_limit_text (JlLayout *layout, const Frame *frame, const char *text, double x)
{
  double half = MIN (60, MIN (x, layout->width - x));
  double top = frame->bottom + LINE_OVERHANG + 1;

  jl_layout_add_text (layout, text, (JlRect){ x - half, top, 2 * half, LIMIT_TEXT }, &limit_style);
}

static void
add_limit (const JlChart *chart, JlLayout *layout, const Frame *frame)
{
  double x = jl_scale_place (&frame->scale, chart->threshold);
  double top = frame->top - GRID_LIFT;
  JlRect line = { x - LINE_WIDTH / 2, top, LINE_WIDTH, frame->bottom + LINE_OVERHANG - top };

  jl_layout_add (layout, JL_MARK_THRESHOLD, line)->fill = JL_COLOR_TARGET;
  if (chart->threshold_text)
    add_limit_text (layout, frame, chart->threshold_text, x);
}

void
jl_ranking_lay_out (const JlChart *chart, JlLayout *layout)
{
  Frame frame;

  frame_columns (chart, layout, &frame);
  frame_rows (chart, layout, &frame);
  add_axis (chart, layout, &frame);
  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    add_row (chart, layout, &frame, i);
  if (has_limit (chart))
    add_limit (chart, layout, &frame);
}

double
jl_ranking_natural_height (const JlChart *chart, double width)
{
  return HEAD + ROW * jl_chart_n_data (chart) + (has_limit (chart) ? FOOT : TAIL);
}
