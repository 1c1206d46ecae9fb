/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* How it went over the years: the own line with its points, the peers' line, the target as a dashed
 * line. A year without a value breaks the line and is never bridged; words stand at the lines' ends
 * instead of a legend. */

#include "jl-end-labels.h"
#include "jl-scale.h"

#include <math.h>

#define HEAD 9.0  /* half a text over the uppermost line */
#define FOOT 24.0 /* the years */
#define INSET 8.0 /* from the grid's ends to the first and last year */
#define LABEL_GAP 6.0
#define POINT 7.0
#define OWN_STROKE 2.5
#define PEERS_STROKE 1.5
#define TARGET_STROKE 1.6
#define YEAR_TICK 4.0
#define YEAR_HEIGHT 18.0
#define DASH_WIDTH 9.0
#define DASH_LIFT 7.0 /* over the axis */
#define PLACE_WIDTH 10.0
#define PLACE_HEIGHT 12.0
#define LABELLED_EVERY 3

static const JlTextStyle tick_style = { JL_SIZE_NOTE, FALSE, JL_COLOR_NOTE, 1 };
static const JlTextStyle year_style = { JL_SIZE_NOTE, FALSE, JL_COLOR_NOTE, 0.5 };
static const JlTextStyle target_style = { JL_SIZE_NOTE, TRUE, JL_COLOR_TEXT, 0 };
/* Letters need more contrast than a line: the bars' blue. */
static const JlTextStyle own_style = { JL_SIZE_NOTE, TRUE, JL_COLOR_BAR, 0 };
static const JlTextStyle peers_style = { JL_SIZE_NOTE, FALSE, JL_COLOR_NOTE, 0 };

typedef struct
{
  JlScale     scale; /* upwards */
  double      left;
  double      right;
  double      first; /* x of the first year */
  double      pitch;
  JlEndLabels ends;
} Frame;

static double
place_x (const Frame *frame, guint i)
{
  return frame->first + i * frame->pitch;
}

static void
note_end (Frame *frame, const char *text, const JlTextStyle *style, double value)
{
  if (text && !isnan (value))
    jl_end_labels_note (&frame->ends, text, style, jl_scale_place (&frame->scale, value));
}

static gboolean
is_awaited (const JlDatum *datum)
{
  return datum->state == JL_STATE_NOT_DUE || datum->state == JL_STATE_NOT_APPLICABLE;
}

/* The own value stands at the end only if no year after it is owed. */
static void
note_own_end (const JlChart *chart, Frame *frame)
{
  guint          last = jl_chart_n_data (chart) - 1;
  const JlDatum *datum;

  while (last > 0 && is_awaited (jl_chart_datum (chart, last)))
    last--;
  datum = jl_chart_datum (chart, last);
  if (datum->state == JL_STATE_VALUE)
    note_end (frame, datum->value_text, &own_style, datum->value);
}

static void
note_peers_end (const JlChart *chart, Frame *frame)
{
  guint last = jl_chart_n_data (chart) - 1;

  while (last > 0 && isnan (jl_chart_datum (chart, last)->group_value))
    last--;
  note_end (frame, chart->group_label, &peers_style, jl_chart_datum (chart, last)->group_value);
}

static void
note_ends (const JlChart *chart, Frame *frame)
{
  note_end (frame, chart->threshold_text, &target_style, chart->threshold);
  note_own_end (chart, frame);
  note_peers_end (chart, frame);
}

static double
widest_tick (JlLayout *layout, const JlScale *scale)
{
  double width = 0;

  for (int i = 0; i < scale->n_ticks; i++)
    {
      g_autofree char *text = jl_scale_tick_text (scale, i);

      width = MAX (width, jl_layout_text_width (layout, text, &tick_style));
    }
  return ceil (width);
}

static void
make_frame (const JlChart *chart, JlLayout *layout, Frame *frame)
{
  guint  n = jl_chart_n_data (chart);
  double ends, half;

  *frame = (Frame){ .scale = jl_scale (jl_chart_max (chart), JL_SCALE_ROUND, layout->height - FOOT,
                                       HEAD) };
  note_ends (chart, frame);
  ends = MIN (jl_end_labels_width (&frame->ends, layout), layout->width * 0.3);
  half = jl_layout_text_width (layout, jl_chart_datum (chart, n - 1)->label, &year_style) / 2;
  frame->left = widest_tick (layout, &frame->scale) + LABEL_GAP;
  frame->right = layout->width - MAX (ends > 0 ? ends + LABEL_GAP : 0, half - INSET);
  frame->pitch = n > 1 ? (frame->right - frame->left - 2 * INSET) / (n - 1) : 0;
  frame->first = n > 1 ? frame->left + INSET : (frame->left + frame->right) / 2;
}

static void
add_grid (JlLayout *layout, const Frame *frame)
{
  for (int i = 0; i < frame->scale.n_ticks; i++)
    {
      g_autofree char *text = jl_scale_tick_text (&frame->scale, i);
      double           y = jl_scale_place (&frame->scale, i * frame->scale.step);
      JlRect           line = { frame->left, y - 0.5, frame->right - frame->left, 1 };

      jl_layout_add (layout, JL_MARK_GRID, line)->fill = JL_COLOR_HAIR;
      jl_layout_add_text (layout, text, (JlRect){ 0, y - HEAD, frame->left - LABEL_GAP, 2 * HEAD },
                          &tick_style);
    }
}

static void
add_year_label (JlLayout *layout, const Frame *frame, const char *label, guint i)
{
  double half = jl_layout_text_width (layout, label, &year_style) / 2 + 1;
  double x = CLAMP (place_x (frame, i), half, layout->width - half);
  double top = frame->scale.from + YEAR_TICK + 1;

  jl_layout_add_text (layout, label, (JlRect){ x - half, top, 2 * half, YEAR_HEIGHT }, &year_style);
}

/* First, last and every third between, as long as it keeps clear of the last. */
static gboolean
is_labelled (const JlChart *chart, JlLayout *layout, const Frame *frame, guint i)
{
  guint  last = jl_chart_n_data (chart) - 1;
  double width;

  if (i == 0 || i == last)
    return TRUE;
  width = jl_layout_text_width (layout, jl_chart_datum (chart, last)->label, &year_style) +
          2 * LABEL_GAP;
  return i % LABELLED_EVERY == 0 && (last - i) * frame->pitch >= width &&
         LABELLED_EVERY * frame->pitch >= width;
}

static void
add_years (const JlChart *chart, JlLayout *layout, const Frame *frame)
{
  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    {
      const char *label = jl_chart_datum (chart, i)->label;
      JlRect      tick = { place_x (frame, i) - 0.5, frame->scale.from, 1, YEAR_TICK };

      jl_layout_add (layout, JL_MARK_TICK, tick)->fill = JL_COLOR_NOTE;
      if (label && is_labelled (chart, layout, frame, i))
        add_year_label (layout, frame, label, i);
    }
}

static void
add_line (const JlChart *chart, JlLayout *layout, const Frame *frame, gboolean own)
{
  guint              n = jl_chart_n_data (chart);
  g_autofree double *points = g_new (double, 2 * n);

  for (guint i = 0; i < n; i++)
    {
      const JlDatum *datum = jl_chart_datum (chart, i);
      double         value =
          own ? (datum->state == JL_STATE_VALUE ? datum->value : NAN) : datum->group_value;

      points[2 * i] = place_x (frame, i);
      points[2 * i + 1] = isnan (value) ? NAN : jl_scale_place (&frame->scale, value);
    }
  if (own)
    jl_layout_add_broken_line (layout, points, n, JL_COLOR_SERIES_1, OWN_STROKE);
  else
    jl_layout_add_broken_line (layout, points, n, JL_COLOR_PEERS, PEERS_STROKE);
}

static void
add_point (JlLayout *layout, const Frame *frame, double value, double x)
{
  double  y = jl_scale_place (&frame->scale, value);
  double  size = value > 0 ? POINT : POINT + 1;
  JlMark *point =
      jl_layout_add (layout, JL_MARK_POINT, (JlRect){ x - size / 2, y - size / 2, size, size });

  point->fill = value > 0 ? JL_COLOR_SERIES_1 : JL_COLOR_GROUND;
  point->edge = JL_COLOR_SERIES_1;
  point->stroke = 1.5;
}

/* The word stands over the place where the years leave it room. */
static void
add_state_word (JlLayout *layout, const Frame *frame, JlState state, double x)
{
  const char *word = jl_state_word (state);
  double      width = jl_layout_text_width (layout, word, &year_style) + 2;
  double      bottom = frame->scale.from - (state == JL_STATE_NOT_REPORTED ? PLACE_HEIGHT : 0);

  if (state != JL_STATE_MISSING && width <= frame->pitch)
    jl_layout_add_text (layout, word,
                        (JlRect){ x - width / 2, bottom - JL_END_LINE, width, JL_END_LINE },
                        &year_style);
}

static void
add_state (JlLayout *layout, const Frame *frame, JlState state, double x)
{
  double axis = frame->scale.from;
  JlRect place = { x - PLACE_WIDTH / 2, axis - PLACE_HEIGHT, PLACE_WIDTH, PLACE_HEIGHT };

  add_state_word (layout, frame, state, x);
  if (state == JL_STATE_MISSING)
    place = (JlRect){ x - DASH_WIDTH / 2, axis - DASH_LIFT - 1, DASH_WIDTH, 2 };
  jl_layout_add_state (layout, state, place);
}

static void
add_data (const JlChart *chart, JlLayout *layout, const Frame *frame)
{
  double band = frame->pitch > 0 ? frame->pitch : frame->right - frame->left;

  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    {
      const JlDatum *datum = jl_chart_datum (chart, i);
      double         x = place_x (frame, i);

      if (datum->state == JL_STATE_VALUE)
        add_point (layout, frame, datum->value, x);
      else
        add_state (layout, frame, datum->state, x);
      jl_layout_select (layout, (int) i, datum->state,
                        (JlRect){ x - band / 2, 0, band, layout->height });
    }
}

static void
add_target (const JlChart *chart, JlLayout *layout, const Frame *frame)
{
  double  y = jl_scale_place (&frame->scale, chart->threshold);
  JlRect  line = { frame->left, y - TARGET_STROKE / 2, frame->right - frame->left, TARGET_STROKE };
  JlMark *mark = jl_layout_add (layout, JL_MARK_THRESHOLD, line);

  mark->fill = JL_COLOR_TARGET;
  mark->dashed = TRUE;
}

void
jl_trend_lay_out (const JlChart *chart, JlLayout *layout)
{
  Frame frame;

  make_frame (chart, layout, &frame);
  add_grid (layout, &frame);
  add_years (chart, layout, &frame);
  if (chart->group_label)
    add_line (chart, layout, &frame, FALSE);
  if (!isnan (chart->threshold))
    add_target (chart, layout, &frame);
  add_line (chart, layout, &frame, TRUE);
  add_data (chart, layout, &frame);
  jl_end_labels_add (&frame.ends, layout, frame.right + LABEL_GAP, frame.scale.from);
}

double
jl_trend_natural_height (const JlChart *chart, double width)
{
  return CLAMP (round (width * 0.52), 168, 280);
}
