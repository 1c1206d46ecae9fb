/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The head of a table: name over unit, numbers at the right, buttons where the order can be changed, edges that can be dragged. Where columns
 * may be moved, a name is dragged to its place, or moved with Ctrl+Shift+arrows. */

#pragma once

#include "jl-column.h"

G_BEGIN_DECLS

#define JL_TYPE_TABLE_HEAD (jl_table_head_get_type ())
G_DECLARE_FINAL_TYPE (JlTableHead, jl_table_head, JL, TABLE_HEAD, GtkWidget)

/* In place of the columns before; they outlive their use. */
void jl_table_head_set_columns (JlTableHead *self, const JlColumn *columns, guint n);
/* A width of 0 hides the column. */
void jl_table_head_set_widths (JlTableHead *self, const int *widths);
/* Shows the arrow; field NULL: no arrow anywhere. */
void jl_table_head_set_order (JlTableHead *self, const char *field, gboolean descending);
void jl_table_head_set_movable (JlTableHead *self, gboolean movable);
/* Signals: "clicked" (string field); "resized" (string field, int pixels): an edge is being dragged, or moved by Shift and an arrow
 * key; pixels 0: as wide as at first; "moved" (string field, uint place). */

G_END_DECLS
