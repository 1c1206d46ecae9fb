/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the lazy list has done in a worker thread. */

#pragma once

#include "jl-rows.h"

G_BEGIN_DECLS

/* One question, with copies of its own of all that it needs there. */
typedef struct
{
  char  *sql;
  char **params;
  guint  n_params;
} JlRowsAsk;

JlRowsAsk *jl_rows_ask_first (const JlRowsQuery *query, guint limit);
JlRowsAsk *jl_rows_ask_ids (const JlRowsQuery *query);
JlRowsAsk *jl_rows_ask_page (const JlRowsQuery *query, const gint64 *ids, guint n);
void       jl_rows_ask_free (JlRowsAsk *ask);

gpointer jl_rows_work_answer (JlSession *session, gpointer ask, GError **error);
gpointer jl_rows_work_ids (JlSession *session, gpointer ask, GError **error);

G_END_DECLS
