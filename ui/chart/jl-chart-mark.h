/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One mark of a chart as a child widget: paints nothing, but takes the focus, Enter, and speaks to
 * the screen reader. */

#pragma once

#include <gtk/gtk.h>

#include "jl-chart.h"

G_BEGIN_DECLS

#define JL_TYPE_CHART_MARK (jl_chart_mark_get_type ())
G_DECLARE_FINAL_TYPE (JlChartMark, jl_chart_mark, JL, CHART_MARK, GtkWidget)

GtkWidget *jl_chart_mark_new (const JlChart *chart, int datum);
int        jl_chart_mark_get_datum (JlChartMark *self);
/* Signal "activated". */

/* What a datum says in three lines: name; value; change and verdict. (transfer full) */
char *jl_chart_mark_describe (const JlChart *chart, int datum);
/* The value as words: its text, or the word of its state. (transfer none) */
const char *jl_chart_mark_value_text (const JlDatum *datum);

G_END_DECLS
