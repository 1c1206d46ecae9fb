/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Where the marks of rankings and bullets stand. */

#include <math.h>

#include "jl-sample.h"

#define WIDTH 356.0
#define EXACT 1e-6

static void
test_bars_are_proportional (void)
{
  g_autoptr (JlChart) chart = jl_sample_ranking ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);
  double unit = jl_sample_of_datum (layout, 0)->width / jl_chart_datum (chart, 0)->value;

  g_assert_cmpuint (jl_sample_count (layout, JL_MARK_BAR), ==, 8);
  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    {
      const JlMark *bar = jl_sample_of_datum (layout, (int) i);

      g_assert_cmpfloat_with_epsilon (bar->width, unit * jl_chart_datum (chart, i)->value, EXACT);
      g_assert_cmpfloat (bar->x, ==, jl_sample_of_datum (layout, 0)->x);
      g_assert_cmpfloat_with_epsilon (bar->y - jl_sample_of_datum (layout, 0)->y, 28.0 * i, EXACT);
      g_assert_cmpfloat (bar->height, ==, 18);
    }
}

static void
test_limit_runs_through_all_bars (void)
{
  g_autoptr (JlChart) chart = jl_sample_ranking ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);
  const JlMark *line = jl_sample_nth (layout, JL_MARK_THRESHOLD, 0);
  const JlMark *first = jl_sample_of_datum (layout, 0), *last = jl_sample_of_datum (layout, 7);
  const JlMark *label = jl_sample_text (layout, "25%");
  double        middle = line->x + line->width / 2;

  g_assert_cmpfloat_with_epsilon (middle, first->x + first->width / 31.27 * 25, EXACT);
  g_assert_cmpfloat (line->width, ==, 2);
  g_assert_false (line->dashed);
  g_assert_cmpfloat (line->y, <, first->y);
  g_assert_cmpfloat (line->y + line->height, >, last->y + last->height);
  g_assert_cmpfloat (label->y, >=, line->y + line->height);
  g_assert_cmpfloat_with_epsilon (label->x + label->width / 2, middle, EXACT);
}

/* 24.996 ends left of the line and is light; the fill follows the verdict, not the length. */
static void
test_verdict_chooses_the_fill (void)
{
  g_autoptr (JlChart) chart = jl_chart_new (JL_CHART_RANKING);
  g_autoptr (JlLayout) layout = NULL;

  jl_chart_set_threshold (chart, 25, "25%");
  jl_chart_add (chart, &(JlDatum){ .label = "a", .value = 25.0, .passes = TRUE });
  jl_chart_add (chart, &(JlDatum){ .label = "b", .value = 25.0, .passes = FALSE });
  layout = jl_sample_lay_out (chart, WIDTH, 0);
  g_assert_cmpint (jl_sample_of_datum (layout, 0)->fill, ==, JL_COLOR_BAR);
  g_assert_cmpint (jl_sample_of_datum (layout, 0)->edge, ==, JL_COLOR_NONE);
  g_assert_cmpint (jl_sample_of_datum (layout, 1)->fill, ==, JL_COLOR_UNDER_FILL);
  g_assert_cmpint (jl_sample_of_datum (layout, 1)->edge, ==, JL_COLOR_UNDER_EDGE);
}

static void
test_columns_end_together (void)
{
  g_autoptr (JlChart) chart = jl_sample_ranking ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);
  const JlMark *head = jl_sample_text (layout, "占比（%）"),
               *value = jl_sample_text (layout, "24.996");
  const JlMark *change = jl_sample_text (layout, "−0.88"), *rise = jl_sample_text (layout, "+5.22");

  g_assert_cmpfloat_with_epsilon (head->x + head->width, value->x + value->width, EXACT);
  g_assert_cmpfloat_with_epsilon (change->x + change->width, WIDTH, EXACT);
  g_assert_true (value->text_bold);
  g_assert_cmpint (change->fill, ==, JL_COLOR_BACKWARD);
  g_assert_cmpint (rise->fill, ==, JL_COLOR_NOTE);
}

static void
test_axis (void)
{
  g_autoptr (JlChart) chart = jl_sample_ranking ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);
  double left = jl_sample_of_datum (layout, 0)->x;

  g_assert_cmpuint (jl_sample_count (layout, JL_MARK_GRID), ==, 4);
  g_assert_cmpfloat_with_epsilon (jl_sample_nth (layout, JL_MARK_GRID, 0)->x + 0.5, left, EXACT);
  g_assert_nonnull (jl_sample_text (layout, "30"));
  g_assert_null (jl_sample_text (layout, "40"));
}

/* Zero, missing, not reported, not due and not applicable look five different ways. */
static void
test_states (void)
{
  g_autoptr (JlChart) chart = jl_sample_ranking_states ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);
  const JlMark *zero = jl_sample_of_datum (layout, 1), *unreported = jl_sample_of_datum (layout, 3);

  g_assert_cmpint (zero->kind, ==, JL_MARK_BAR);
  g_assert_cmpfloat (zero->width, ==, 0);
  g_assert_cmpint (jl_sample_of_datum (layout, 2)->kind, ==, JL_MARK_STATE);
  g_assert_cmpint (jl_sample_of_datum (layout, 2)->state, ==, JL_STATE_MISSING);
  g_assert_nonnull (jl_sample_text (layout, "—"));
  g_assert_cmpint (unreported->state, ==, JL_STATE_NOT_REPORTED);
  g_assert_true (unreported->dashed);
  g_assert_nonnull (jl_sample_text (layout, jl_state_word (JL_STATE_NOT_REPORTED)));
  g_assert_nonnull (jl_sample_text (layout, jl_state_word (JL_STATE_NOT_DUE)));
  g_assert_nonnull (jl_sample_text (layout, jl_state_word (JL_STATE_NOT_APPLICABLE)));
}

static void
test_natural_height (void)
{
  g_autoptr (JlChart) eight = jl_sample_ranking ();
  g_autoptr (JlChart) forty = jl_sample_long_ranking ();
  double more = jl_chart_natural_height (forty, WIDTH) - jl_chart_natural_height (eight, WIDTH);

  g_assert_cmpfloat (more, ==, 32 * 28);
}

static void
test_closer_rows (void)
{
  g_autoptr (JlChart) chart = jl_sample_ranking ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 220);
  const JlMark *label = jl_sample_text (layout, "25%");

  g_assert_cmpfloat (label->y + label->height, <=, 220);
  g_assert_cmpfloat (jl_sample_of_datum (layout, 1)->y - jl_sample_of_datum (layout, 0)->y, ==, 21);
}

static void
test_bullet (void)
{
  g_autoptr (JlChart) chart = jl_sample_bullet ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, 266, 0);
  const JlMark *track = jl_sample_nth (layout, JL_MARK_TRACK, 0),
               *bar = jl_sample_of_datum (layout, 0);
  const JlMark *tick = jl_sample_nth (layout, JL_MARK_THRESHOLD, 0);
  const JlMark *triangle = jl_sample_nth (layout, JL_MARK_EXPECTED, 0);

  g_assert_cmpfloat (bar->height, ==, 12);
  g_assert_cmpfloat_with_epsilon (bar->width, track->width * 0.5831, EXACT);
  g_assert_cmpfloat (tick->height, ==, 20);
  g_assert_cmpfloat_with_epsilon (tick->x + 1, track->x + track->width * 0.9, EXACT);
  g_assert_cmpfloat_with_epsilon (triangle->x + triangle->width / 2,
                                  track->x + track->width * 0.564, EXACT);
  g_assert_cmpfloat (triangle->y + triangle->height, <=, bar->y);
  g_assert_nonnull (jl_sample_text (layout, "Target 90%"));
}

/* A target near 0 takes the place of the axis' 0; a missing value has no track, which would read as
 * zero. */
static void
test_bullet_edges (void)
{
  g_autoptr (JlChart) chart = jl_chart_new (JL_CHART_BULLET);
  g_autoptr (JlLayout) layout = NULL;

  jl_chart_set_range (chart, 100);
  jl_chart_set_threshold (chart, 5, "5%");
  jl_chart_add (chart, &(JlDatum){ .state = JL_STATE_MISSING });
  layout = jl_sample_lay_out (chart, 266, 0);
  g_assert_null (jl_sample_text (layout, "0"));
  g_assert_cmpuint (jl_sample_count (layout, JL_MARK_TRACK), ==, 0);
  g_assert_cmpint (jl_sample_of_datum (layout, 0)->kind, ==, JL_MARK_STATE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/ranking/bars-are-proportional", test_bars_are_proportional);
  g_test_add_func ("/draw/ranking/limit-runs-through-all-bars", test_limit_runs_through_all_bars);
  g_test_add_func ("/draw/ranking/verdict-chooses-the-fill", test_verdict_chooses_the_fill);
  g_test_add_func ("/draw/ranking/columns-end-together", test_columns_end_together);
  g_test_add_func ("/draw/ranking/axis", test_axis);
  g_test_add_func ("/draw/ranking/states", test_states);
  g_test_add_func ("/draw/ranking/natural-height", test_natural_height);
  g_test_add_func ("/draw/ranking/closer-rows", test_closer_rows);
  g_test_add_func ("/draw/bullet/places", test_bullet);
  g_test_add_func ("/draw/bullet/edges", test_bullet_edges);
  return g_test_run ();
}
