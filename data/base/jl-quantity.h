/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Quantities as officials read them: areas, heat, money, shares, changes. Exact integers in, text out; no floating point. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JlNumberStyle:
 * @JL_NUMBER_SCREEN: thousands separated by commas (screens and sheets)
 * @JL_NUMBER_PAPER: no separators, trailing zeros dropped (running text of circulars)
 */
typedef enum
{
  JL_NUMBER_SCREEN,
  JL_NUMBER_PAPER,
} JlNumberStyle;

/* Every function returns a newly allocated string. */
char *jl_format_count (gint64 n, JlNumberStyle style);
char *jl_format_area_wan (gint64 dm2, JlNumberStyle style); /* 万㎡, 2 decimals, half away from zero */
char *jl_format_area_m2 (gint64 dm2);                       /* ㎡, 2 decimals, screen */
char *jl_format_heat_gj (gint64 units_100kj);               /* GJ, 1 decimal */

/* Percent of num ÷ den without the sign '%': two decimals, and as many more (at most 12) as are
 * needed so that a share below the threshold (in percent, e.g. 25; < 0: none) is not printed as the
 * threshold; nearer than that, the twelfth place is moved below it. den > 0. */
char *jl_format_share (gint64 num, gint64 den, int threshold);

/* num/den − previous_num/previous_den in percentage points, signed with U+2212 ("+3.18", "−0.88");
 * "0.00" only when equal: a smaller change gets more places ("+0.004"). Both dens > 0. */
char *jl_format_share_change (gint64 num, gint64 den, gint64 previous_num, gint64 previous_den);

/* < 0, 0, > 0: num·100 against percent·den, exact in 128 bits. */
int jl_share_compare (gint64 num, gint64 den, int percent);

/* A decimal text of the server ("75.346868…") rounded half away from zero to decimals places; NULL if it is no decimal. */
char *jl_format_decimal (const char *decimal, int decimals, JlNumberStyle style);

/* A whole count as a decimal of a unit that is 10^places times as large, all of its digits kept: 7550, 2 → "75.5". With commas and at
 * least min_decimals decimals for the eye, without either for an entry. */
char *jl_format_scaled_exact (gint64 count, int places, int min_decimals, gboolean commas);

/* What people type, read exactly: full-width digits, thousands separated by commas in threes, either minus. What is finer than can be
 * kept is refused, never rounded. On error JL_ERROR_INVALID says what to write instead. */

/* "1,234.5" → 123450 for 2 places: the count of 10^-places that the text means. */
gboolean jl_parse_scaled (const char *typed, int places, gint64 *count, GError **error);
/* → a plain decimal of the server, "-12.5". (out) (transfer full) */
gboolean jl_parse_decimal (const char *typed, char **decimal, GError **error);

G_END_DECLS
