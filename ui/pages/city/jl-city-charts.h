/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The two charts of a unit: its share over the years, its place among its group. */

#pragma once

#include "jl-chart.h"
#include "jl-store.h"

G_BEGIN_DECLS

/* Both (transfer full). */
JlChart *jl_city_trend_chart (const JlCity *city);
JlChart *jl_city_group_chart (const JlCity *city);

/* "4th of 8, prefecture-level cities". (transfer full) */
char *jl_city_rank_text (const JlCity *city);
/* Where the unit stands in the group's chart, 0 … 1 from the top. */
double jl_city_rank_position (const JlCity *city);

G_END_DECLS
