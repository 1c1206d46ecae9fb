/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A main part and a side part: beside each other when there is room, the side part below when there
 * is not. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_SIDE_LAYOUT (jl_side_layout_get_type ())
G_DECLARE_FINAL_TYPE (JlSideLayout, jl_side_layout, JL, SIDE_LAYOUT, GtkLayoutManager)

/* Properties: "threshold" (width from which the two stand side by side), "share" (percent of the
 * width for the side part), "side-minimum" and "side-maximum" (limits of that width), "spacing".
 * The first child is the main part, the second the side part. Beside the main part the side part
 * takes its height. */
GtkLayoutManager *jl_side_layout_new (int threshold, int share, int spacing);

G_END_DECLS
