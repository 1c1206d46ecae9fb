/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The table twin of a chart: the same data as label, value and change. */

#pragma once

#include <gtk/gtk.h>

#include "jl-chart.h"

G_BEGIN_DECLS

#define JL_TYPE_CHART_TABLE (jl_chart_table_get_type ())
G_DECLARE_FINAL_TYPE (JlChartTable, jl_chart_table, JL, CHART_TABLE, GtkWidget)

/* Copies what it shows. */
GtkWidget *jl_chart_table_new (const JlChart *chart);
guint      jl_chart_table_n_rows (JlChartTable *self);
/* Signal "activated" (int key). */

G_END_DECLS
