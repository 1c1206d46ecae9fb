/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The fixed row under a table: what the whole set sums to, in the columns' own places. */

#pragma once

#include "jl-column.h"

G_BEGIN_DECLS

#define JL_TYPE_TABLE_TOTALS (jl_table_totals_get_type ())
G_DECLARE_FINAL_TYPE (JlTableTotals, jl_table_totals, JL, TABLE_TOTALS, GtkWidget)

/* In place of the columns before; they outlive their use. */
void jl_table_totals_set_columns (JlTableTotals *self, const JlColumn *columns, guint n);
/* A width of 0 hides the column. What is in sight before anything is moved sideways is room pixels wide. */
void jl_table_totals_set_widths (JlTableTotals *self, const int *widths, int room);
/* Before the first total: heading (bold) and note. After the last: tail. The text of one total, by its field,
 * and what is to be known of it (NULL: nothing). */
void jl_table_totals_set_words (JlTableTotals *self, const char *heading, const char *note, const char *tail);
void jl_table_totals_set_value (JlTableTotals *self, const char *field, const char *text, const char *tooltip);

G_END_DECLS
