/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A GListModel of JlRecord for lists of a million rows: the sorted ids are fetched once, pages by id = any($1) when looked at,
 * placeholders at once. To change order or filter make a new one (items_changed over the whole list is dear). */

#pragma once

#include "jl-pool.h"

G_BEGIN_DECLS

#define JL_TYPE_ROWS (jl_rows_get_type ())
G_DECLARE_FINAL_TYPE (JlRows, jl_rows, JL, ROWS, GObject)

/**
 * JlRowsQuery:
 * @first_sql: the first page in order, complete rows with a column "id": limit is its last parameter
 * @ids_sql: all ids in the same order, one int column; it ends with its order by
 * @page_sql: complete rows by ids: the last parameter is an int[]; column "id" tells which is which
 * @params: parameters shared by the three, before the last one (NULL-terminated by n_params)
 */
typedef struct
{
  char  *first_sql;
  char  *ids_sql;
  char  *page_sql;
  char **params;
  guint  n_params;
} JlRowsQuery;

/* Rows that a list of the window asks for at once: what a large screen shows, and as many again. */
#define JL_ROWS_PAGE 100

/* Frees what it points to as well. */
void jl_rows_query_free (JlRowsQuery *query);

/* Takes query. Signals: notify::loaded when the ids are there; "failed" (GError) when a page could not
 * be fetched: its placeholders stay, and it is asked for again when one of its places is looked at.
 * A row that has gone since the ids came is ready without values. */
JlRows  *jl_rows_new (JlPool *pool, JlRowsQuery *query, guint page_size);
gboolean jl_rows_is_loaded (JlRows *self);
/* The place of a row; the number of rows when it is not among them. */
guint jl_rows_find (JlRows *self, gint64 id);

G_END_DECLS
