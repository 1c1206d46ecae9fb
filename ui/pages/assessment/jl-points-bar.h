/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A thin bar: how much of its points a block has got; weak ones in the second colour. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_POINTS_BAR (jl_points_bar_get_type ())
G_DECLARE_FINAL_TYPE (JlPointsBar, jl_points_bar, JL, POINTS_BAR, GtkWidget)

/* share: 0 … 1 */
GtkWidget *jl_points_bar_new (double share);

G_END_DECLS
