/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Where the marks of trends and sparklines stand, and that no missing year is bridged. */

#include <math.h>

#include "jl-sample.h"

#define WIDTH 406.0
#define EXACT 1e-6

static guint
count_lines (const JlLayout *layout, JlColor color)
{
  guint n = 0;

  for (guint i = 0; i < jl_layout_n_marks (layout); i++)
    n += jl_layout_mark (layout, i)->kind == JL_MARK_LINE &&
         jl_layout_mark (layout, i)->edge == color;
  return n;
}

static const JlMark *
nth_line (const JlLayout *layout, JlColor color, guint nth)
{
  for (guint i = 0; i < jl_layout_n_marks (layout); i++)
    {
      const JlMark *mark = jl_layout_mark (layout, i);

      if (mark->kind == JL_MARK_LINE && mark->edge == color && nth-- == 0)
        return mark;
    }
  g_assert_not_reached ();
}

static void
test_line_goes_through_its_points (void)
{
  g_autoptr (JlChart) chart = jl_sample_trend ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);
  const JlMark *line = nth_line (layout, JL_COLOR_SERIES_1, 0);

  g_assert_cmpuint (line->n_points, ==, 8);
  g_assert_cmpfloat (line->stroke, ==, 2.5);
  for (guint i = 0; i < line->n_points; i++)
    {
      const JlMark *point = jl_sample_of_datum (layout, (int) i + 2);

      g_assert_cmpint (point->kind, ==, JL_MARK_POINT);
      g_assert_cmpfloat_with_epsilon (point->x + point->width / 2, line->points[2 * i], EXACT);
      g_assert_cmpfloat_with_epsilon (point->y + point->height / 2, line->points[2 * i + 1], EXACT);
    }
}

static void
test_values_are_proportional (void)
{
  g_autoptr (JlChart) chart = jl_sample_trend ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);
  const JlMark *own = nth_line (layout, JL_COLOR_SERIES_1, 0),
               *peers = nth_line (layout, JL_COLOR_PEERS, 0);
  const JlMark *target = jl_sample_nth (layout, JL_MARK_THRESHOLD, 0);
  double        axis = own->points[1], unit = (axis - target->y - target->height / 2) / 25;

  g_assert_cmpfloat_with_epsilon (axis - own->points[15], unit * 24.996, EXACT);
  g_assert_cmpfloat_with_epsilon (axis - peers->points[13], unit * 22.7, EXACT);
  g_assert_cmpfloat (peers->stroke, ==, 1.5);
  g_assert_true (target->dashed);
  g_assert_cmpfloat_with_epsilon (target->height, 1.6, EXACT);
}

/* The third year is zero: a hollow point. The first two are missing: a dash over the axis and no
 * line. */
static void
test_zero_and_missing (void)
{
  g_autoptr (JlChart) chart = jl_sample_trend ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);
  const JlMark *dash = jl_sample_of_datum (layout, 0), *zero = jl_sample_of_datum (layout, 2);

  g_assert_cmpint (dash->kind, ==, JL_MARK_STATE);
  g_assert_cmpint (dash->state, ==, JL_STATE_MISSING);
  g_assert_cmpfloat (dash->y + dash->height, <, zero->y + zero->height / 2);
  g_assert_cmpint (zero->fill, ==, JL_COLOR_GROUND);
  g_assert_cmpint (zero->edge, ==, JL_COLOR_SERIES_1);
  g_assert_cmpint (jl_sample_of_datum (layout, 3)->fill, ==, JL_COLOR_SERIES_1);
}

static void
test_line_is_broken (void)
{
  g_autoptr (JlChart) chart = jl_sample_gapped_trend ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);

  g_assert_cmpuint (count_lines (layout, JL_COLOR_SERIES_1), ==, 2);
  g_assert_cmpuint (count_lines (layout, JL_COLOR_PEERS), ==, 2);
  g_assert_cmpuint (nth_line (layout, JL_COLOR_SERIES_1, 0)->n_points, ==, 2);
  g_assert_cmpuint (nth_line (layout, JL_COLOR_SERIES_1, 1)->n_points, ==, 2);
  g_assert_cmpuint (nth_line (layout, JL_COLOR_PEERS, 0)->n_points, ==, 3);
  g_assert_cmpuint (nth_line (layout, JL_COLOR_PEERS, 1)->n_points, ==, 3);
  g_assert_true (jl_sample_of_datum (layout, 4)->dashed);
  g_assert_cmpint (jl_sample_of_datum (layout, 7)->state, ==, JL_STATE_NOT_DUE);
}

static void
test_labelled_years (void)
{
  g_autoptr (JlChart) chart = jl_sample_trend ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);

  for (int year = 2003; year <= 2012; year++)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      g_assert_cmpint (jl_sample_text (layout, text) != NULL, ==, (year - 2003) % 3 == 0);
    }
}

static void
test_words_at_the_ends (void)
{
  g_autoptr (JlChart) chart = jl_sample_trend ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);
  const JlMark *target = jl_sample_text (layout, "25%"), *own = jl_sample_text (layout, "24.996%");
  const JlMark *peers = jl_sample_text (layout, "八市平均");

  g_assert_cmpfloat (target->y + target->height, <=, own->y);
  g_assert_cmpfloat (own->y + own->height, <=, peers->y);
  g_assert_cmpint (own->fill, ==, JL_COLOR_BAR);
  g_assert_cmpfloat (target->x, >,
                     jl_sample_of_datum (layout, 9)->x + jl_sample_of_datum (layout, 9)->width);
}

/* With a value owed at the end the last known one is not passed off as it; before a year not yet
 * due it is. */
static void
test_value_at_the_end (void)
{
  static const struct
  {
    JlState  state;
    gboolean shown;
  } cases[] = {
    { JL_STATE_MISSING, FALSE },
    { JL_STATE_NOT_REPORTED, FALSE },
    { JL_STATE_NOT_DUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JlChart) chart = jl_chart_new (JL_CHART_TREND);
      g_autoptr (JlLayout) layout = NULL;

      jl_chart_add (chart, &(JlDatum){ .label = "2011", .value_text = "9%", .value = 9 });
      jl_chart_add (chart, &(JlDatum){ .label = "2012", .state = cases[i].state });
      layout = jl_sample_lay_out (chart, WIDTH, 0);
      g_assert_cmpint (jl_sample_text (layout, "9%") != NULL, ==, cases[i].shown);
    }
}

static void
test_one_year (void)
{
  g_autoptr (JlChart) chart = jl_chart_new (JL_CHART_TREND);
  g_autoptr (JlLayout) layout = NULL;

  jl_chart_add (chart,
                &(JlDatum){ .label = "2012", .value_text = "9%", .value = 9, .group_value = NAN });
  layout = jl_sample_lay_out (chart, WIDTH, 0);
  g_assert_cmpuint (jl_sample_count (layout, JL_MARK_LINE), ==, 0);
  g_assert_cmpint (jl_sample_of_datum (layout, 0)->kind, ==, JL_MARK_POINT);
}

static void
test_spark (void)
{
  g_autoptr (JlChart) chart = jl_sample_spark ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, 60, 0);
  const JlMark *line = jl_sample_nth (layout, JL_MARK_LINE, 0),
               *point = jl_sample_of_datum (layout, 4);

  g_assert_cmpuint (line->n_points, ==, 5);
  g_assert_cmpint (line->edge, ==, JL_COLOR_PEERS);
  g_assert_cmpfloat (point->y + point->height / 2, ==, 4);
  g_assert_cmpfloat (point->x + point->width / 2, ==, 56);
  g_assert_cmpint (point->fill, ==, JL_COLOR_SERIES_1);
}

static void
test_level_spark (void)
{
  g_autoptr (JlChart) chart = jl_chart_new (JL_CHART_SPARK);
  g_autoptr (JlLayout) layout = NULL;

  for (int i = 0; i < 3; i++)
    jl_chart_add (chart, &(JlDatum){ .value = 7 });
  jl_chart_add (chart, &(JlDatum){ .state = JL_STATE_MISSING });
  layout = jl_sample_lay_out (chart, 60, 24);
  g_assert_cmpfloat (jl_sample_nth (layout, JL_MARK_LINE, 0)->y, ==, 12);
  g_assert_cmpuint (jl_sample_count (layout, JL_MARK_POINT), ==, 0);
  g_assert_cmpint (jl_sample_of_datum (layout, 3)->state, ==, JL_STATE_MISSING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/trend/line-goes-through-its-points", test_line_goes_through_its_points);
  g_test_add_func ("/draw/trend/values-are-proportional", test_values_are_proportional);
  g_test_add_func ("/draw/trend/zero-and-missing", test_zero_and_missing);
  g_test_add_func ("/draw/trend/line-is-broken", test_line_is_broken);
  g_test_add_func ("/draw/trend/labelled-years", test_labelled_years);
  g_test_add_func ("/draw/trend/words-at-the-ends", test_words_at_the_ends);
  g_test_add_func ("/draw/trend/value-at-the-end", test_value_at_the_end);
  g_test_add_func ("/draw/trend/one-year", test_one_year);
  g_test_add_func ("/draw/spark/places", test_spark);
  g_test_add_func ("/draw/spark/level", test_level_spark);
  return g_test_run ();
}
