/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Prepared statements, prepared and run in pipelines: preparing and running is one round trip, and
 * so are all the statements of a page. */

#define G_LOG_DOMAIN "jl-db"

#include "jl-session-private.h"

/* Notes that the server is about to know statement; FALSE if it does already. */
static gboolean
remember (JlSession *self, const JlStatement *statement)
{
  const char *known = g_hash_table_lookup (self->prepared, statement->name);

  if (known == NULL)
    g_hash_table_insert (self->prepared, g_strdup (statement->name), g_strdup (statement->sql));
  else if (!g_str_equal (known, statement->sql))
    g_critical ("Two statements share the name %s", statement->name);
  return known == NULL;
}

static gboolean
send_step (JlSession *self, const JlStep *step, gboolean *is_new)
{
  const JlStatement *statement = step->statement;

  *is_new = remember (self, statement);
  if (*is_new && !PQsendPrepare (self->connection, statement->name, statement->sql,
                                 statement->n_params, NULL))
    return FALSE;
  return PQsendQueryPrepared (self->connection, statement->name, statement->n_params, step->params,
                              NULL, NULL, 0);
}

/* If the line breaks here, receiving tells it. */
static void
send_steps (JlSession *self, const JlStep *steps, guint n, gboolean *is_new)
{
  PQenterPipelineMode (self->connection);
  for (guint i = 0; i < n; i++)
    if (!send_step (self, &steps[i], &is_new[i]))
      break;
  PQpipelineSync (self->connection);
}

/* The next answer of the pipeline, and the end mark behind it. NULL when the line is lost. */
static PGresult *
next_answer (JlSession *self)
{
  PGresult *answer = PQgetResult (self->connection);
  PGresult *extra;

  if (answer != NULL && PQresultStatus (answer) != PGRES_PIPELINE_SYNC)
    while ((extra = PQgetResult (self->connection)) != NULL)
      PQclear (extra);
  return answer;
}

/* Steps behind a failed one are answered as aborted: they add nothing to the first error. */
static JlResult *
receive_answer (JlSession *self, const char *name, GError **error)
{
  PGresult *answer = next_answer (self);

  if (*error == NULL)
    return jl_session_accept (self, answer, name, error);
  PQclear (answer);
  return NULL;
}

static JlResult *
receive_step (JlSession *self, const JlStep *step, gboolean is_new, GError **error)
{
  const char *name = step->statement->name;

  if (is_new)
    {
      g_autoptr (JlResult) prepared = receive_answer (self, name, error);

      if (prepared == NULL)
        g_hash_table_remove (self->prepared, name);
    }
  return receive_answer (self, name, error);
}

static void
receive_steps (JlSession      *self,
               const JlStep   *steps,
               guint           n,
               const gboolean *is_new,
               JlResult      **results,
               GError        **error)
{
  for (guint i = 0; i < n; i++)
    results[i] = receive_step (self, &steps[i], is_new[i], error);
  PQclear (next_answer (self));
  PQexitPipelineMode (self->connection);
}

static void
log_duration (const JlStep *steps, guint n, gint64 since)
{
  double ms = (double) (g_get_monotonic_time () - since) / G_TIME_SPAN_MILLISECOND;

  if (n == 0 || g_log_writer_default_would_drop (G_LOG_LEVEL_DEBUG, G_LOG_DOMAIN))
    return;
  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_DEBUG, "JL_STATEMENT", steps[0].statement->name,
                    "MESSAGE", "%s and %u more: %.2f ms", steps[0].statement->name, n - 1, ms);
}

/**
 * jl_session_pipeline:
 * @self: a session
 * @steps: (array length=n): what to run, in order
 * @n: their number
 * @results: (out caller-allocates) (array length=n): a new reference for each
 * @error: the first failure; the steps after it have not run
 *
 * Sends all steps at once. Outside of a transaction they are one transaction of their own.
 *
 * Returns: whether all succeeded; if not, @results holds %NULL only
 */
gboolean
jl_session_pipeline (JlSession    *self,
                     const JlStep *steps,
                     guint         n,
                     JlResult    **results,
                     GError      **error)
{
  g_autofree gboolean *is_new = g_new0 (gboolean, n);
  gint64               since = g_get_monotonic_time ();
  GError              *failure = NULL;

  if (!jl_session_may_send (self, error))
    return FALSE;
  send_steps (self, steps, n, is_new);
  receive_steps (self, steps, n, is_new, results, &failure);
  log_duration (steps, n, since);
  if (failure == NULL)
    return TRUE;
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&results[i], jl_result_unref);
  g_propagate_error (error, failure);
  return FALSE;
}

JlResult *
jl_session_query (JlSession         *self,
                  const JlStatement *statement,
                  const char *const *params,
                  GError           **error)
{
  const JlStep step = { statement, params };
  JlResult    *result = NULL;

  jl_session_pipeline (self, &step, 1, &result, error);
  return result;
}
