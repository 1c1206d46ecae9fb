/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One value against its target: a bar on a track, the target as a tick across it, a triangle over
 * what should be done by now. */

#include "jl-layout-private.h"
#include "jl-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NATURAL_HEIGHT 40.0
#define BAR_TOP 10.0
#define BAR_HEIGHT 12.0
#define WORD_ROOM 3.0 /* above and below the bar for the word of what is no value */
#define TICK_HEIGHT 20.0
#define TICK_WIDTH 2.0
#define TRIANGLE_WIDTH 9.0
#define TRIANGLE_HEIGHT 7.0
#define LABEL_TOP 26.0
#define LABEL_HEIGHT 14.0
#define LABEL_GAP 8.0

static const JlTextStyle zero_style = { JL_SIZE_NOTE, FALSE, JL_COLOR_NOTE, 0 };
static const JlTextStyle target_style = { JL_SIZE_NOTE, FALSE, JL_COLOR_NOTE, 0 };
static const JlTextStyle word_style = { JL_SIZE_NOTE, FALSE, JL_COLOR_NOTE, 0 };

static void
add_state (const JlDatum *datum, JlLayout *layout, JlRect track)
{
  JlRect place = { track.x, track.y - WORD_ROOM, track.width, track.height + 2 * WORD_ROOM };
  double left = track.x + 4;

  if (datum->state == JL_STATE_MISSING)
    place = (JlRect){ left, track.y + track.height / 2 - 1, 9, 2 };
  jl_layout_add_state (layout, datum->state, place);
  jl_layout_select (layout, 0, datum->state, (JlRect){ 0, 0, layout->width, layout->height });
  if (datum->state != JL_STATE_MISSING)
    jl_layout_add_text (layout, jl_state_word (datum->state),
                        (JlRect){ left, track.y, track.width - 8, track.height }, &word_style);
}

static void
add_bar (const JlDatum *datum, JlLayout *layout, const JlScale *scale, JlRect track)
{
  JlMark *bar;

  track.width = jl_scale_place (scale, datum->value) - scale->from;
  bar = jl_layout_add (layout, JL_MARK_BAR, track);
  bar->fill = JL_COLOR_BAR;
  jl_layout_select (layout, 0, datum->state, (JlRect){ 0, 0, layout->width, layout->height });
}

/* A value that is not there has no track either: an empty track would read as zero. */
static void
add_value (const JlDatum *datum, JlLayout *layout, const JlScale *scale)
{
  JlRect track = { scale->from, BAR_TOP, scale->to - scale->from, BAR_HEIGHT };

  if (datum->state != JL_STATE_VALUE)
    {
      add_state (datum, layout, track);
      return;
    }
  jl_layout_add (layout, JL_MARK_TRACK, track)->fill = JL_COLOR_TRACK;
  add_bar (datum, layout, scale, track);
}

/* Returns: where the label begins. */
static double
add_target_label (const JlChart *chart, JlLayout *layout, double x)
{
  /* Translators: under the tick of a bar; %s is a number with its unit such as 25% */
  g_autofree char *text = g_strdup_printf (_ ("Target %s"), chart->threshold_text);
  double           width = jl_layout_text_width (layout, text, &target_style);
  double           left = CLAMP (x - width / 2, 0, MAX (layout->width - width, 0));

  jl_layout_add_text (layout, text, (JlRect){ left, LABEL_TOP, layout->width - left, LABEL_HEIGHT },
                      &target_style);
  return left;
}

static double
add_target (const JlChart *chart, JlLayout *layout, const JlScale *scale)
{
  double x = jl_scale_place (scale, chart->threshold);
  JlRect tick = { x - TICK_WIDTH / 2, BAR_TOP + (BAR_HEIGHT - TICK_HEIGHT) / 2, TICK_WIDTH,
                  TICK_HEIGHT };

  jl_layout_add (layout, JL_MARK_THRESHOLD, tick)->fill = JL_COLOR_TARGET;
  return chart->threshold_text ? add_target_label (chart, layout, x) : layout->width;
}

static void
add_expected (const JlChart *chart, JlLayout *layout, const JlScale *scale)
{
  double x = jl_scale_place (scale, chart->expected);
  JlRect triangle = {
    CLAMP (x - TRIANGLE_WIDTH / 2, 0, layout->width - TRIANGLE_WIDTH),
    BAR_TOP - TRIANGLE_HEIGHT - 1,
    TRIANGLE_WIDTH,
    TRIANGLE_HEIGHT,
  };

  jl_layout_add (layout, JL_MARK_EXPECTED, triangle)->fill = JL_COLOR_TARGET;
}

void
jl_bullet_lay_out (const JlChart *chart, JlLayout *layout)
{
  const double margin = TICK_WIDTH / 2; /* a target at the very end is still whole */
  double       end = layout->width - margin;
  JlScale      scale = jl_scale (jl_chart_max (chart), JL_SCALE_EXACT, margin, end);
  double       label = layout->width;

  add_value (jl_chart_datum (chart, 0), layout, &scale);
  if (!isnan (chart->threshold))
    label = add_target (chart, layout, &scale);
  if (!isnan (chart->expected))
    add_expected (chart, layout, &scale);
  if (label > jl_layout_text_width (layout, "0", &zero_style) + LABEL_GAP)
    jl_layout_add_text (layout, "0", (JlRect){ 0, LABEL_TOP, LABEL_GAP, LABEL_HEIGHT },
                        &zero_style);
}

double
jl_bullet_natural_height (const JlChart *chart, double width)
{
  return NATURAL_HEIGHT;
}
