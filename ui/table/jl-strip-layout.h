/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Children beside each other in given widths, whatever they say: the head and the totals of a table
 * stand exactly over and under its columns. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_STRIP_LAYOUT (jl_strip_layout_get_type ())
G_DECLARE_FINAL_TYPE (JlStripLayout, jl_strip_layout, JL, STRIP_LAYOUT, GtkLayoutManager)

/* One a child: its width, 0 hides it; how many shares of the rest it takes, as GtkColumnView gives them to its columns. */
void jl_strip_layout_set_widths (JlStripLayout *self, const int *widths, const int *shares, guint n);
/* Called for each child before it gets its place of that width: a chance to hide what does not fit (child-visible). */
typedef void (*JlStripFit) (GtkWidget *child, int width, gpointer user_data);
void jl_strip_layout_set_fit_func (JlStripLayout *self, JlStripFit fit, gpointer user_data);

G_END_DECLS
