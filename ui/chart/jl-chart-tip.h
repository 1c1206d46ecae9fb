/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The tip beside the mark that has the keyboard's focus; the pointer has GTK's own tooltips. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_CHART_TIP (jl_chart_tip_get_type ())
G_DECLARE_FINAL_TYPE (JlChartTip, jl_chart_tip, JL, CHART_TIP, GtkPopover)

/* A child of parent, hidden; parent unparents it and presents it in its size_allocate. */
JlChartTip *jl_chart_tip_new (GtkWidget *parent);
void        jl_chart_tip_show (JlChartTip *self, const char *text, const graphene_rect_t *mark);
void        jl_chart_tip_hide (JlChartTip *self);

G_END_DECLS
