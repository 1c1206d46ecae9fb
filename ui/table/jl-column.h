/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What a column of a table is: a field of the record, its words, its width, how its raw text becomes what is read. The columns
 * of a register come from its description. */

#pragma once

#include <gtk/gtk.h>

#include "jl-register.h"
#include "jl-result.h"

G_BEGIN_DECLS

/* raw is the server's text, never NULL: a missing value is "—" in every column. (transfer full) */
typedef char *(*JlColumnFormat) (const char *raw);

typedef enum
{
  JL_COLUMN_WORDS = 0,
  JL_COLUMN_NUMBER = 1 << 0,    /* right aligned, tabular figures */
  JL_COLUMN_EXPAND = 1 << 1,    /* takes an equal part of the rest of the width */
  JL_COLUMN_SORTABLE = 1 << 2,  /* a click on its head asks for another order */
  JL_COLUMN_TOTAL = 1 << 3,     /* has a place of its own in the totals row */
  JL_COLUMN_TWO_LINES = 1 << 4, /* its cells wrap into a second line; all rows of the table are as high */
} JlColumnFlags;

/**
 * JlColumn:
 * @field: column of the #JlRecord, and the name of the order
 * @title: first line of the head, a source string
 * @unit: (nullable): second line of the head, a source string
 * @format: (nullable): %NULL shows the text as it is
 * @width: in halves of an em (a Han character is two), without the padding
 * @flags: how it behaves
 * @described: (nullable): the field of a register that says how its values read
 * @shown: (nullable): column of the #JlRecord that is read in place of @field: the label of a reference
 */
typedef struct
{
  const char    *field;
  const char    *title;
  const char    *unit;
  JlColumnFormat format;
  int            width;
  JlColumnFlags  flags;
  const JlField *described;
  const char    *shown;
} JlColumn;

#define JL_TABLE_MISSING "—"

/* The column of a register's field: wide enough for its head. */
JlColumn jl_column_for_field (const JlField *field);

/* What a cell says. (transfer full) */
char *jl_column_text (const JlColumn *column, const char *raw);
/* The same for a record that is ready. (transfer full) */
char *jl_column_record_text (const JlColumn *column, JlRecord *record);
/* Translated; NULL for none. */
const char *jl_column_unit (const JlColumn *column);

/* Columns of widgets: labels that show grey blocks until their record has arrived. column must outlive the factory. */
GtkListItemFactory *jl_column_factory_new (const JlColumn *column);
/* The column and the row of a cell's label; NULL for any other widget. */
const JlColumn *jl_column_of_cell (GtkWidget *widget);
GtkListItem    *jl_column_item_of_cell (GtkWidget *widget);

/* Padding at both sides of a cell, and from the table's edges (look.md 7). */
#define JL_CELL_PADDING 6
#define JL_OUTER_PADDING 18

/* Pixels of an em in a widget's font. */
double jl_columns_em (GtkWidget *widget);
/* The widths of columns in pixels; 0 for a hidden one. */
void jl_columns_fill_widths (const JlColumn *columns, guint n, const gboolean *hidden, double em, int *widths);
/* Changes widths so that the edge of the room cuts no column; those in kept stay as they are. */
void jl_columns_fit (const JlColumn *columns, guint n, const gboolean *kept, int room, int *widths);

G_END_DECLS
