/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A chart as a widget: paints a JlChart, gives hover, keyboard, focus and tooltip over its marks,
 * an accessible child a mark, and its table twin (Ctrl+T). */

#pragma once

#include <gtk/gtk.h>

#include "jl-chart.h"

G_BEGIN_DECLS

#define JL_TYPE_CHART_VIEW (jl_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (JlChartView, jl_chart_view, JL, CHART_VIEW, GtkWidget)

GtkWidget *jl_chart_view_new (void);
/* Takes chart; NULL empties it. */
void     jl_chart_view_set_chart (JlChartView *self, JlChart *chart);
JlChart *jl_chart_view_get_chart (JlChartView *self);
void     jl_chart_view_toggle_table (JlChartView *self);
gboolean jl_chart_view_shows_table (JlChartView *self);
/* Signal "activated" (int key): Enter, Space or click on a mark. */

G_END_DECLS
