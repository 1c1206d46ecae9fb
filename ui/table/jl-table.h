/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A table of records: head, rows, totals, all of one set of columns. It never sorts or filters: order
 * is asked for by signal and answered with new rows. */

#pragma once

#include "jl-column.h"

G_BEGIN_DECLS

#define JL_TYPE_TABLE (jl_table_get_type ())
G_DECLARE_FINAL_TYPE (JlTable, jl_table, JL, TABLE, GtkWidget)

GtkWidget *jl_table_new (void);
/* In place of the columns before; columns are copied, what they point to outlives the table. Rows and order stay. */
void            jl_table_set_columns (JlTable *self, const JlColumn *columns, guint n);
const JlColumn *jl_table_get_columns (JlTable *self, guint *n);
/* All are visible at first. The order may be that of a hidden column. */
void jl_table_set_column_visible (JlTable *self, const char *field, gboolean visible);
/* As a person made it, in halves of an em. */
void jl_table_set_column_width (JlTable *self, const char *field, int width);
/* Lets a person move columns. They stay until "column-moved" is answered with other columns. */
void jl_table_set_movable (JlTable *self, gboolean movable);
/* Says what the table lists, to screen readers. */
void jl_table_set_name (JlTable *self, const char *name);
/* A GListModel of JlRecord; NULL empties the table. Nothing is selected then. */
void        jl_table_set_rows (JlTable *self, GListModel *rows);
GListModel *jl_table_get_rows (JlTable *self);
/* The same list read anew: what is in sight stays in sight. */
void     jl_table_replace_rows (JlTable *self, GListModel *rows);
gboolean jl_table_is_empty (JlTable *self);

/* The order that the rows are in; NULL: none shown. */
void        jl_table_set_order (JlTable *self, const char *field, gboolean descending);
const char *jl_table_get_order (JlTable *self, gboolean *descending);

JlRecord *jl_table_get_selected (JlTable *self); /* (transfer none) (nullable) */
void      jl_table_select (JlTable *self, guint position);
void      jl_table_unselect (JlTable *self);

void jl_table_set_total_words (JlTable *self, const char *heading, const char *note, const char *tail);
/* tooltip: what is to be known of the sum; NULL: nothing. */
void jl_table_set_total (JlTable *self, const char *field, const char *text, const char *tooltip);

/* Rows in sight, counted from 1; FALSE when there are none. */
gboolean jl_table_get_range (JlTable *self, guint *first, guint *last);

/* What is seen of a ready record, or of the selected one when NULL: its cells with tabs between. (transfer full) (nullable) */
char *jl_table_row_text (JlTable *self, JlRecord *record);

/* Signals: "order-changed" (the head was clicked: read jl_table_get_order()), "selection-changed", "activated" (JlRecord),
 * "range-changed", "width-changed" (string field, int width as in JlColumn, 0: as at first): a person made a column wider or
 * narrower; "column-moved" (string field, uint place): wants it there among the columns.
 * Ctrl+C copies the selected row; the menu of a cell (right click, Menu key) copies cell or row. */

G_END_DECLS
