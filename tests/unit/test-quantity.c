/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Quantities as text: rounding, signs, commas, shares beside a threshold, the ministry's ratios. */

#include "jl-quantity.h"

#define MINUS "\u2212"

/* Takes text. */
static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_count (void)
{
  static const struct
  {
    gint64      n;
    const char *screen;
    const char *paper;
  } cases[] = {
    { 0, "0", "0" },
    { 999, "999", "999" },
    { 1000, "1,000", "1000" },
    { 20000, "20,000", "20000" },
    { 1234567, "1,234,567", "1234567" },
    { -1234, MINUS "1,234", MINUS "1234" },
    { G_MAXINT64, "9,223,372,036,854,775,807", "9223372036854775807" },
    { G_MININT64, MINUS "9,223,372,036,854,775,808", MINUS "9223372036854775808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_text (jl_format_count (cases[i].n, JL_NUMBER_SCREEN), cases[i].screen);
      assert_text (jl_format_count (cases[i].n, JL_NUMBER_PAPER), cases[i].paper);
    }
}

static void
test_area_wan (void)
{
  static const struct
  {
    gint64      dm2;
    const char *screen;
    const char *paper;
  } cases[] = {
    { 0, "0.00", "0" },
    { 4999, "0.00", "0" },
    { 5000, "0.01", "0.01" },
    { -4999, "0.00", "0" },
    { -5000, MINUS "0.01", MINUS "0.01" },
    { 245600000, "245.60", "245.6" },
    { 300000000, "300.00", "300" },
    { 12345678901, "12,345.68", "12345.68" },
    { G_MAXINT64, "9,223,372,036,854.78", "9223372036854.78" },
    { G_MININT64, MINUS "9,223,372,036,854.78", MINUS "9223372036854.78" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_text (jl_format_area_wan (cases[i].dm2, JL_NUMBER_SCREEN), cases[i].screen);
      assert_text (jl_format_area_wan (cases[i].dm2, JL_NUMBER_PAPER), cases[i].paper);
    }
}

static void
test_area_m2 (void)
{
  assert_text (jl_format_area_m2 (0), "0.00");
  assert_text (jl_format_area_m2 (5), "0.05");
  assert_text (jl_format_area_m2 (-5), MINUS "0.05");
  assert_text (jl_format_area_m2 (123456789), "1,234,567.89");
  assert_text (jl_format_area_m2 (G_MAXINT64), "92,233,720,368,547,758.07");
}

static void
test_heat (void)
{
  assert_text (jl_format_heat_gj (0), "0.0");
  assert_text (jl_format_heat_gj (499), "0.0");
  assert_text (jl_format_heat_gj (500), "0.1");
  assert_text (jl_format_heat_gj (12345678), "1,234.6");
  assert_text (jl_format_heat_gj (-12345678), MINUS "1,234.6");
}

static void
test_share (void)
{
  static const struct
  {
    gint64      num;
    gint64      den;
    int         threshold;
    const char *text;
  } cases[] = {
    { 0, 1, 25, "0.00" },
    { 1, 4, 25, "25.00" },
    { 1, 1, 25, "100.00" },
    { 3, 2, -1, "150.00" },
    { 1, 3, 25, "33.33" },
    { 2, 3, 25, "66.67" },
    { 12345, 100000, -1, "12.35" },
    { -1, 4, 25, MINUS "25.00" },
    /* Below the threshold by less than two places show; above it two places say no wrong. */
    { 24996, 100000, 25, "24.996" },
    { 24996, 100000, -1, "25.00" },
    { 25004, 100000, 25, "25.00" },
    { 24994, 100000, 25, "24.99" },
    { 25006, 100000, 25, "25.01" },
    { 2499999, 10000000, 25, "24.99999" },
    { 2500001, 10000000, 25, "25.00" },
    { 49996, 100000, 50, "49.996" },
    { 49996, 100000, 25, "50.00" },
    { 1, 1000000, 0, "0.00" },
    /* Nearer than twelve places: the last one is moved. */
    { 2305843009213693951, 9223372036854775807, 25, "24.999999999999" },
    { 2305843009213693952, 9223372036854775807, 25, "25.00" },
    { G_MAXINT64, G_MAXINT64, 25, "100.00" },
    { G_MAXINT64, 1, -1, "922337203685477580700.00" },
    { G_MININT64, 1, -1, MINUS "922337203685477580800.00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (jl_format_share (cases[i].num, cases[i].den, cases[i].threshold), cases[i].text);
}

/* The national circular's areas in 亿㎡ and the percentages that it prints beside them. */
static void
test_ministry (void)
{
  static const struct
  {
    gint64      num;
    gint64      den;
    const char *share;
    const char *printed;
  } cases[] = {
    { 270, 385, "70.13", "70.1" },
    { 323, 409, "78.97", "79.0" },
    { 86, 409, "21.03", "21.0" },
    { 51, 150, "34.00", "34.0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *share = jl_format_share (cases[i].num, cases[i].den, 25);

      g_assert_cmpstr (share, ==, cases[i].share);
      assert_text (jl_format_decimal (share, 1, JL_NUMBER_SCREEN), cases[i].printed);
    }
}

static void
test_change (void)
{
  static const struct
  {
    gint64      num, den, previous_num, previous_den;
    const char *text;
  } cases[] = {
    { 1, 4, 1, 4, "0.00" },
    { 1, 4, 2, 8, "0.00" },
    { 0, 7, 0, 9, "0.00" },
    { 2531, 10000, 2213, 10000, "+3.18" },
    { 2213, 10000, 2301, 10000, MINUS "0.88" },
    { 1, 3, 1, 4, "+8.33" },
    { 1, 1, 0, 1, "+100.00" },
    /* What has changed is not printed as unchanged. */
    { 250004, 1000000, 25, 100, "+0.0004" },
    { 249996, 1000000, 25, 100, MINUS "0.0004" },
    { 1, G_MAXINT64, 0, 1, "+0.000000000001" },
    { G_MAXINT64, 1, G_MININT64, G_MAXINT64, "+922337203685477580800.00" },
    { G_MAXINT64 - 1, G_MAXINT64, 1, G_MAXINT64, "+100.00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (jl_format_share_change (cases[i].num, cases[i].den,
                                         cases[i].previous_num, cases[i].previous_den),
                 cases[i].text);
}

static void
test_compare (void)
{
  g_assert_cmpint (jl_share_compare (25, 100, 25), ==, 0);
  g_assert_cmpint (jl_share_compare (24996, 100000, 25), <, 0);
  g_assert_cmpint (jl_share_compare (25004, 100000, 25), >, 0);
  g_assert_cmpint (jl_share_compare (0, 1, 0), ==, 0);
  g_assert_cmpint (jl_share_compare (-1, 1, 0), <, 0);
  g_assert_cmpint (jl_share_compare (G_MAXINT64, G_MAXINT64, 100), ==, 0);
  g_assert_cmpint (jl_share_compare (G_MAXINT64 - 1, G_MAXINT64, 100), <, 0);
  g_assert_cmpint (jl_share_compare (G_MAXINT64, G_MAXINT64 - 1, 100), >, 0);
}

static void
test_decimal (void)
{
  static const struct
  {
    const char *decimal;
    int         decimals;
    const char *screen;
    const char *paper;
  } cases[] = {
    { "75.346868", 2, "75.35", "75.35" },
    { "75.345", 2, "75.35", "75.35" },
    { "75.344999999999999999999999999999999999999999", 2, "75.34", "75.34" },
    { "-75.345", 2, MINUS "75.35", MINUS "75.35" },
    { "99.995", 2, "100.00", "100" },
    { "0.005", 2, "0.01", "0.01" },
    { "-0.004", 2, "0.00", "0" },
    { "-0.005", 2, MINUS "0.01", MINUS "0.01" },
    { "0", 6, "0.000000", "0" },
    { "7", 2, "7.00", "7" },
    { "007.10", 2, "7.10", "7.1" },
    { "1234567.5", 0, "1,234,568", "1234568" },
    { "999999.5", 0, "1,000,000", "1000000" },
    { "123456789012345678901234567890.125", 2, "123,456,789,012,345,678,901,234,567,890.13",
      "123456789012345678901234567890.13" },
    { "", 2, NULL, NULL },
    { "-", 2, NULL, NULL },
    { ".5", 2, NULL, NULL },
    { "1.", 2, NULL, NULL },
    { "1e5", 2, NULL, NULL },
    { "NaN", 2, NULL, NULL },
    { "1,5", 2, NULL, NULL },
    { " 1", 2, NULL, NULL },
    { NULL, 2, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *decimal = cases[i].decimal;
      int         places = cases[i].decimals;

      assert_text (jl_format_decimal (decimal, places, JL_NUMBER_SCREEN), cases[i].screen);
      assert_text (jl_format_decimal (decimal, places, JL_NUMBER_PAPER), cases[i].paper);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit/quantity/count", test_count);
  g_test_add_func ("/unit/quantity/area-wan", test_area_wan);
  g_test_add_func ("/unit/quantity/area-m2", test_area_m2);
  g_test_add_func ("/unit/quantity/heat", test_heat);
  g_test_add_func ("/unit/quantity/share", test_share);
  g_test_add_func ("/unit/quantity/ministry", test_ministry);
  g_test_add_func ("/unit/quantity/change", test_change);
  g_test_add_func ("/unit/quantity/compare", test_compare);
  g_test_add_func ("/unit/quantity/decimal", test_decimal);
  return g_test_run ();
}
