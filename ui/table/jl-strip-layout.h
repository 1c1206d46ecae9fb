/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Children beside each other in given widths, whatever they say: the head and the totals of a table
 * stand exactly over and under its columns. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_STRIP_LAYOUT (jl_strip_layout_get_type ())
G_DECLARE_FINAL_TYPE (JlStripLayout, jl_strip_layout, JL, STRIP_LAYOUT, GtkLayoutManager)

/* widths: one a child, 0 hides it; the child at place expanding takes the rest. */
void jl_strip_layout_set_widths (JlStripLayout *self, const int *widths, guint n, guint expanding);

G_END_DECLS
