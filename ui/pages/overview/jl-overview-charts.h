/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The charts of the overview as specs: what the figures say, ready to be laid out. */

#pragma once

#include "jl-chart.h"
#include "jl-figure.h"

G_BEGIN_DECLS

/* All units as tiles and squares by their metered share. (transfer full) */
JlChart *jl_overview_map_new (const JlFigures *figures);
/* The units of a group, best first, those without a share last. (transfer full) */
JlChart *jl_overview_ranking_new (const JlFigures *figures, const char *grp);
/* A province figure over its years; NULL when there are none. (transfer full) (nullable) */
JlChart *jl_overview_spark_new (const JlResult *province, guint row);

guint jl_overview_count (const JlFigures *figures, const char *grp);

G_END_DECLS
