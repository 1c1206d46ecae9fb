/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Quantities as text. All arithmetic is on integers: a number is first rounded to a whole count of
 * its last printed place (half away from zero), and only then given a point, commas and a sign. A
 * number that rounds to zero has no sign. */

#include "jl-quantity.h"

#include <string.h>

#define MINUS "\u2212"

/* Shares and changes show the first many places; up to the second where fewer hide a difference. */
#define SHARE_DECIMALS 2
#define SHARE_DECIMALS_MAX 12

/* Unsigned counts of 128 bits hold every product of two gint64. */
typedef unsigned __int128 Wide;

typedef struct
{
  gboolean negative;
  Wide     num;
  Wide     den;
} Ratio;

typedef enum
{
  LAYOUT_PLAIN = 0,
  LAYOUT_COMMAS = 1 << 0,
  LAYOUT_TRIM = 1 << 1,
  LAYOUT_PLUS = 1 << 2,
} Layout;

static Layout
layout_of (JlNumberStyle style)
{
  return style == JL_NUMBER_SCREEN ? LAYOUT_COMMAS : LAYOUT_TRIM;
}

static Wide
magnitude (gint64 n)
{
  return n < 0 ? -(Wide) n : (Wide) n;
}

static guint64
power_of_ten (int exponent)
{
  guint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* ---- digits to text */

static void
append_sign (GString *text, const char *digits, gboolean negative, Layout layout)
{
  if (digits[strspn (digits, "0")] == '\0')
    return;
  if (negative)
    g_string_append (text, MINUS);
  else if (layout & LAYOUT_PLUS)
    g_string_append_c (text, '+');
}

static void
append_whole (GString *text, const char *digits, gsize n, Layout layout)
{
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0 && (layout & LAYOUT_COMMAS))
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
}

static void
append_fraction (GString *text, const char *digits, gsize n, Layout layout)
{
  if (layout & LAYOUT_TRIM)
    while (n > 0 && digits[n - 1] == '0')
      n--;
  if (n > 0)
    g_string_append_c (text, '.');
  g_string_append_len (text, digits, (gssize) n);
}

/* digits counts the last printed place: at least one whole digit, then the decimals. */
static char *
lay_out_digits (const char *digits, int decimals, gboolean negative, Layout layout)
{
  GString *text = g_string_new (NULL);
  gsize    whole = strlen (digits) - (gsize) decimals;

  append_sign (text, digits, negative, layout);
  append_whole (text, digits, whole, layout);
  append_fraction (text, digits + whole, (gsize) decimals, layout);
  return g_string_free (text, FALSE);
}

static char *
lay_out (Wide count, int decimals, gboolean negative, Layout layout)
{
  char  buffer[48];
  char *digit = buffer + sizeof buffer - 1;

  *digit = '\0';
  for (int places = 0; count > 0 || places <= decimals; places++, count /= 10)
    *--digit = (char) ('0' + (int) (count % 10));
  return lay_out_digits (digit, decimals, negative, layout);
}

/* ---- rounding */

/* num ÷ unit, half away from zero. num stays far below 2^127. */
static Wide
divide_rounded (Wide num, Wide unit)
{
  return (2 * num + unit) / (2 * unit);
}

static char *
format_scaled (gint64 n, Wide unit, int decimals, Layout layout)
{
  return lay_out (divide_rounded (magnitude (n), unit), decimals, n < 0, layout);
}

/* num·factor ÷ den, half away from zero. num·factor may pass 128 bits, so the remainder is
 * multiplied bit by bit and stays below 3·den; den is below 2^126. */
static Wide
scale_rounded (const Ratio *ratio, guint64 factor)
{
  Wide den = ratio->den;
  Wide part = ratio->num % den;
  Wide quotient = 0;
  Wide rest = 0;

  for (int bit = 63; bit >= 0; bit--)
    {
      rest = 2 * rest + ((factor >> bit) & 1 ? part : 0);
      quotient = 2 * quotient + rest / den;
      rest %= den;
    }
  return ratio->num / den * factor + quotient + (2 * rest >= den ? 1 : 0);
}

/* The ratio in percent. side tells where it really stands against the percentage limit (−1 below,
 * +1 above, 0 on it or no matter): places are added until the text stands there too, and at the
 * last one the digit is moved rather than let the text say otherwise. */
static char *
format_percent (const Ratio *ratio, Wide limit, int side, Layout layout)
{
  int  decimals = SHARE_DECIMALS;
  Wide count = scale_rounded (ratio, 100 * power_of_ten (decimals));

  while (side != 0 && count == limit * power_of_ten (decimals))
    {
      if (decimals == SHARE_DECIMALS_MAX)
        {
          count = side > 0 ? count + 1 : count - 1;
          break;
        }
      count = scale_rounded (ratio, 100 * power_of_ten (++decimals));
    }
  return lay_out (count, decimals, ratio->negative, layout);
}

/* ---- decimals of the server */

/* Cuts "−12.345" into sign, whole digits and fraction; FALSE if text is no plain decimal. */
static gboolean
split_decimal (const char *text, gboolean *negative, GString *digits, const char **fraction)
{
  gsize whole;

  *negative = *text == '-';
  text += *negative;
  whole = strspn (text, "0123456789");
  g_string_append_len (digits, text, (gssize) whole);
  *fraction = text + whole + (text[whole] == '.');
  if (text[whole] == '.' && **fraction == '\0')
    return FALSE;
  return whole > 0 && (*fraction)[strspn (*fraction, "0123456789")] == '\0';
}

static void
add_one (GString *digits)
{
  gsize i = digits->len;

  while (i > 0 && digits->str[i - 1] == '9')
    digits->str[--i] = '0';
  if (i > 0)
    digits->str[i - 1]++;
  else
    g_string_prepend_c (digits, '1');
}

static void
append_rounded (GString *digits, const char *fraction, int decimals)
{
  gsize given = strlen (fraction);

  for (int i = 0; i < decimals; i++)
    g_string_append_c (digits, (gsize) i < given ? fraction[i] : '0');
  if (given > (gsize) decimals && fraction[decimals] >= '5')
    add_one (digits);
}

static void
drop_leading_zeros (GString *digits, int decimals)
{
  gsize zeros = strspn (digits->str, "0");

  g_string_erase (digits, 0, (gssize) MIN (zeros, digits->len - (gsize) decimals - 1));
}

/* ---- public */

char *
jl_format_count (gint64 n, JlNumberStyle style)
{
  return format_scaled (n, 1, 0, layout_of (style));
}

char *
jl_format_area_wan (gint64 dm2, JlNumberStyle style)
{
  return format_scaled (dm2, 10000, 2, layout_of (style));
}

char *
jl_format_area_m2 (gint64 dm2)
{
  return format_scaled (dm2, 1, 2, LAYOUT_COMMAS);
}

char *
jl_format_heat_gj (gint64 units_100kj)
{
  return format_scaled (units_100kj, 1000, 1, LAYOUT_COMMAS);
}

char *
jl_format_share (gint64 num, gint64 den, int threshold)
{
  Ratio ratio = { num < 0, magnitude (num), magnitude (den) };
  int   side = threshold < 0 || num < 0 ? 0 : MIN (jl_share_compare (num, den, threshold), 0);

  g_return_val_if_fail (den > 0, NULL);

  return format_percent (&ratio, (Wide) MAX (threshold, 0), side, LAYOUT_PLAIN);
}

char *
jl_format_share_change (gint64 num, gint64 den, gint64 previous_num, gint64 previous_den)
{
  __int128 change = (__int128) num * previous_den - (__int128) previous_num * den;
  Ratio    ratio = { .negative = change < 0,
                     .num = (Wide) (change < 0 ? -change : change),
                     .den = (Wide) den * (Wide) previous_den };

  g_return_val_if_fail (den > 0 && previous_den > 0, NULL);

  return format_percent (&ratio, 0, change != 0, LAYOUT_PLUS);
}

int
jl_share_compare (gint64 num, gint64 den, int percent)
{
  __int128 left = (__int128) num * 100;
  __int128 right = (__int128) den * percent;

  return (left > right) - (left < right);
}

char *
jl_format_decimal (const char *decimal, int decimals, JlNumberStyle style)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *fraction;
  gboolean    negative;

  g_return_val_if_fail (decimals >= 0, NULL);

  if (decimal == NULL || !split_decimal (decimal, &negative, digits, &fraction))
    return NULL;
  append_rounded (digits, fraction, decimals);
  drop_leading_zeros (digits, decimals);
  return lay_out_digits (digits->str, decimals, negative, layout_of (style));
}

char *
jl_format_scaled_exact (gint64 count, int places, int min_decimals, gboolean commas)
{
  g_autofree char *text = lay_out (magnitude (count), places, count < 0, commas ? LAYOUT_COMMAS : LAYOUT_PLAIN);
  gsize            length = strlen (text);
  gsize            shortest = length - (gsize) places + (gsize) min_decimals;

  while (places > 0 && length > shortest && text[length - 1] == '0')
    text[--length] = '\0';
  if (places > 0 && text[length - 1] == '.')
    text[length - 1] = '\0';
  return g_steal_pointer (&text);
}
