/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Equal columns that become fewer when the place is narrow, always in balanced rows: 5 cards stand
 * as 5, then 3 + 2. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_COLUMNS_LAYOUT (jl_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (JlColumnsLayout, jl_columns_layout, JL, COLUMNS_LAYOUT, GtkLayoutManager)

/* Properties: "column-width" (least width of a column), "spacing". */
GtkLayoutManager *jl_columns_layout_new (int column_width, int spacing);

G_END_DECLS
