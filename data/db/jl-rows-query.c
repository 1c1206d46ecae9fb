/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The three questions of a lazy list, as they are put in a worker thread. */

#include "jl-rows-private.h"

#include <string.h>

/**
 * jl_rows_query_free:
 * @query: (transfer full): a query
 */
void
jl_rows_query_free (JlRowsQuery *query)
{
  for (guint i = 0; i < query->n_params; i++)
    g_free (query->params[i]);
  g_free (query->params);
  g_free (query->first_sql);
  g_free (query->ids_sql);
  g_free (query->page_sql);
  g_free (query);
}

static JlRowsAsk *
ask_new (const JlRowsQuery *query, char *sql, char *last)
{
  JlRowsAsk *ask = g_new0 (JlRowsAsk, 1);

  ask->sql = sql;
  ask->n_params = query->n_params + (last != NULL);
  ask->params = g_new0 (char *, ask->n_params + 1);
  for (guint i = 0; i < query->n_params; i++)
    ask->params[i] = g_strdup (query->params[i]);
  if (last != NULL)
    ask->params[query->n_params] = last;
  return ask;
}

void
jl_rows_ask_free (JlRowsAsk *ask)
{
  for (guint i = 0; i < ask->n_params; i++)
    g_free (ask->params[i]);
  g_free (ask->params);
  g_free (ask->sql);
  g_free (ask);
}

JlRowsAsk *
jl_rows_ask_first (const JlRowsQuery *query, guint limit)
{
  return ask_new (query, g_strdup (query->first_sql), g_strdup_printf ("%u", limit));
}

/* As one array the ids take a tenth of the memory that as many rows would take. */
JlRowsAsk *
jl_rows_ask_ids (const JlRowsQuery *query)
{
  return ask_new (query, g_strdup_printf ("select array (%s) as ids", query->ids_sql), NULL);
}

JlRowsAsk *
jl_rows_ask_page (const JlRowsQuery *query, const gint64 *ids, guint n)
{
  GString *list = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, i > 0 ? ",%" G_GINT64_FORMAT : "%" G_GINT64_FORMAT, ids[i]);
  g_string_append_c (list, '}');
  return ask_new (query, g_strdup (query->page_sql), g_string_free (list, FALSE));
}

/* A #JlWorkFunc: the answer. */
gpointer
jl_rows_work_answer (JlSession *session, gpointer data, GError **error)
{
  const JlRowsAsk *ask = data;

  return jl_session_query_text (session, ask->sql, (int) ask->n_params,
                                (const char *const *) ask->params, error);
}

/* "{3,1,2}" → 3, 1, 2 */
static GArray *
parse_ids (const char *text)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  char   *end;

  while ((*text == '{' || *text == ',') && text[1] != '}')
    {
      gint64 id = g_ascii_strtoll (text + 1, &end, 10);

      g_array_append_val (ids, id);
      text = end;
    }
  return ids;
}

/* A #JlWorkFunc: a GArray of gint64. */
gpointer
jl_rows_work_ids (JlSession *session, gpointer data, GError **error)
{
  g_autoptr (JlResult) answer = jl_rows_work_answer (session, data, error);

  return answer != NULL ? parse_ids (jl_result_text (answer, 0, "ids")) : NULL;
}
