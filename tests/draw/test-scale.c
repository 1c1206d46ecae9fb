/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Value axes: three to five ticks at steps of 1, 2 and 5, whatever the greatest value. */

#include <math.h>

#include "jl-scale.h"

static void
test_steps (void)
{
  static const struct
  {
    double      max;
    JlScaleEnd  end;
    double      step;
    int         n_ticks;
    double      end_value;
    const char *second;
  } cases[] = {
    { 31.27, JL_SCALE_EXACT, 10, 4, 31.27, "10" },
    { 25, JL_SCALE_ROUND, 10, 4, 30, "10" },
    { 30, JL_SCALE_ROUND, 10, 4, 30, "10" },
    { 100, JL_SCALE_EXACT, 50, 3, 100, "50" },
    { 100, JL_SCALE_ROUND, 50, 3, 100, "50" },
    { 45, JL_SCALE_EXACT, 10, 5, 45, "10" },
    { 45, JL_SCALE_ROUND, 20, 4, 60, "20" },
    { 0.3, JL_SCALE_ROUND, 0.1, 4, 0.3, "0.1" },
    { 1, JL_SCALE_ROUND, 0.5, 3, 1, "0.5" },
    { 12000, JL_SCALE_ROUND, 5000, 4, 15000, "5,000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JlScale          scale = jl_scale (cases[i].max, cases[i].end, 0, 1);
      g_autofree char *second = jl_scale_tick_text (&scale, 1);
      g_autofree char *first = jl_scale_tick_text (&scale, 0);

      g_assert_cmpfloat_with_epsilon (scale.step, cases[i].step, 1e-9);
      g_assert_cmpint (scale.n_ticks, ==, cases[i].n_ticks);
      g_assert_cmpfloat_with_epsilon (scale.max, cases[i].end_value, 1e-9);
      g_assert_cmpstr (first, ==, "0");
      g_assert_cmpstr (second, ==, cases[i].second);
    }
}

static void
assert_step_is_round (double step)
{
  double lead = step / pow (10, floor (log10 (step) + 1e-9));

  g_assert_true (fabs (lead - 1) < 1e-9 || fabs (lead - 2) < 1e-9 || fabs (lead - 5) < 1e-9);
}

static void
test_any_value (void)
{
  for (double max = 1e-6; max < 1e9; max *= 1.0371)
    for (int end = JL_SCALE_EXACT; end <= JL_SCALE_ROUND; end++)
      {
        JlScale scale = jl_scale (max, (JlScaleEnd) end, 0, 1);

        assert_step_is_round (scale.step);
        g_assert_cmpint (scale.n_ticks, >=, 3);
        g_assert_cmpint (scale.n_ticks, <=, 5);
        g_assert_cmpfloat (scale.max * (1 + 1e-9), >=, max);
      }
}

static void
test_places (void)
{
  JlScale upwards = jl_scale (30, JL_SCALE_EXACT, 200, 20);

  g_assert_cmpfloat (jl_scale_place (&upwards, 0), ==, 200);
  g_assert_cmpfloat (jl_scale_place (&upwards, 30), ==, 20);
  g_assert_cmpfloat (jl_scale_place (&upwards, 15), ==, 110);
  g_assert_cmpfloat (jl_scale_place (&upwards, -1), ==, 200);
  g_assert_cmpfloat (jl_scale_place (&upwards, 31), ==, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/scale/steps", test_steps);
  g_test_add_func ("/draw/scale/any-value", test_any_value);
  g_test_add_func ("/draw/scale/places", test_places);
  return g_test_run ();
}
