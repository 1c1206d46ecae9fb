/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The picture of a chart: one cairo node under invisible children, one for every datum, that take
 * the focus and speak. */

#pragma once

#include <gtk/gtk.h>

#include "jl-chart.h"

G_BEGIN_DECLS

#define JL_TYPE_CHART_PICTURE (jl_chart_picture_get_type ())
G_DECLARE_FINAL_TYPE (JlChartPicture, jl_chart_picture, JL, CHART_PICTURE, GtkWidget)

GtkWidget *jl_chart_picture_new (void);
/* Borrows chart until the next call; NULL empties it. */
void jl_chart_picture_set_chart (JlChartPicture *self, const JlChart *chart);
/* Signal "activated" (int key). */

G_END_DECLS
