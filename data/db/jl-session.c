/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One connection: commands, transactions, copy, life. A session belongs to one thread at a time;
 * only its interruption may come from another. */

#define G_LOG_DOMAIN "jl-db"

#include "jl-session-private.h"

#include "jl-db-error-private.h"
#include "jl-result-private.h"

#define COPY_CHUNK (1 << 20)

static const char *const begin_commands[] = {
  [JL_TRANSACTION_READ] = "begin isolation level repeatable read read only",
  [JL_TRANSACTION_WRITE] = "begin isolation level read committed",
  [JL_TRANSACTION_STRICT] = "begin isolation level repeatable read",
};

/* ---- answers */

static gboolean
is_interrupted (JlSession *self)
{
  return g_atomic_int_get (&self->interrupted);
}

static void
set_cancelled (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
}

gboolean
jl_session_may_send (JlSession *self, GError **error)
{
  if (is_interrupted (self))
    set_cancelled (error);
  return !is_interrupted (self);
}

/* A failed write leaves libpq unaware of the loss until it reads again, so it is made to read. */
static void
set_failure (JlSession *self, const PGresult *answer, const char *name, GError **error)
{
  jl_session_is_lost (self);
  if (is_interrupted (self))
    set_cancelled (error);
  else
    jl_db_error_set_from_result (error, answer, self->connection, name);
}

JlResult *
jl_session_accept (JlSession *self, PGresult *answer, const char *name, GError **error)
{
  ExecStatusType status = PQresultStatus (answer);

  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY)
    return jl_result_new (answer);
  set_failure (self, answer, name, error);
  PQclear (answer);
  return NULL;
}

/* ---- commands */

JlResult *
jl_session_query_text (JlSession         *self,
                       const char        *sql,
                       int                n_params,
                       const char *const *params,
                       GError           **error)
{
  PGresult *answer;

  if (!jl_session_may_send (self, error))
    return NULL;
  answer = PQexecParams (self->connection, sql, n_params, NULL, params, NULL, NULL, 0);
  return jl_session_accept (self, answer, NULL, error);
}

gboolean
jl_session_run_script (JlSession *self, const char *sql, GError **error)
{
  g_autoptr (JlResult) result = NULL;

  if (!jl_session_may_send (self, error))
    return FALSE;
  result = jl_session_accept (self, PQexec (self->connection, sql), NULL, error);
  return result != NULL;
}

gboolean
jl_session_begin (JlSession *self, JlTransaction kind, GError **error)
{
  return jl_session_run_script (self, begin_commands[kind], error);
}

/* The server answers the commit of a failed transaction with a rollback, and calls it a success. */
gboolean
jl_session_commit (JlSession *self, GError **error)
{
  if (PQtransactionStatus (self->connection) == PQTRANS_INERROR)
    {
      jl_session_rollback (self);
      g_set_error_literal (error, JL_ERROR, JL_ERROR_FAILED, "The transaction had failed before");
      return FALSE;
    }
  return jl_session_run_script (self, "commit", error);
}

/* Outside of a transaction there is nothing to do; on a lost line the server does it. */
void
jl_session_rollback (JlSession *self)
{
  PGTransactionStatusType status = PQtransactionStatus (self->connection);

  if (status == PQTRANS_INTRANS || status == PQTRANS_INERROR)
    PQclear (PQexec (self->connection, "rollback"));
}

/* ---- copy */

static gboolean
send_copy (JlSession *self, const char *data, gsize size)
{
  for (gsize sent = 0; sent < size && !is_interrupted (self); sent += COPY_CHUNK)
    if (PQputCopyData (self->connection, data + sent, (int) MIN (COPY_CHUNK, size - sent)) != 1)
      return FALSE;
  return PQputCopyEnd (self->connection, is_interrupted (self) ? "cancelled" : NULL) == 1;
}

static PGresult *
last_answer (JlSession *self)
{
  PGresult *last = NULL;
  PGresult *answer;

  while ((answer = PQgetResult (self->connection)) != NULL)
    {
      PQclear (last);
      last = answer;
    }
  return last;
}

/**
 * jl_session_copy_in:
 * @self: a session
 * @copy_sql: a COPY … FROM STDIN
 * @data: all of its rows, in the format that @copy_sql names
 * @error: the failure
 *
 * Returns: whether all rows have been taken; if not, none has
 */
gboolean
jl_session_copy_in (JlSession *self, const char *copy_sql, GBytes *data, GError **error)
{
  g_autoptr (JlResult) result = NULL;
  PGresult   *answer;
  gsize       size;
  const char *bytes = g_bytes_get_data (data, &size);

  if (!jl_session_may_send (self, error))
    return FALSE;
  answer = PQexec (self->connection, copy_sql);
  if (PQresultStatus (answer) == PGRES_COPY_IN)
    {
      PQclear (answer);
      send_copy (self, bytes, size);
      answer = last_answer (self);
    }
  result = jl_session_accept (self, answer, "copy", error);
  return result != NULL;
}

/* ---- life */

static void
notice_cb (void *session, const char *message)
{
  g_autofree char *text = g_strchomp (g_strdup (message));

  g_debug ("%s", text);
}

JlSession *
jl_session_open (const char *conninfo, const char *user, const char *password, GError **error)
{
  JlSession *self;
  PGconn    *connection = jl_connect (conninfo, user, password, error);

  if (connection == NULL)
    return NULL;
  self = g_new0 (JlSession, 1);
  self->connection = connection;
  self->cancel = PQgetCancel (connection);
  self->prepared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  PQsetNoticeProcessor (connection, notice_cb, self);
  return self;
}

void
jl_session_close (JlSession *self)
{
  PQfreeCancel (self->cancel);
  PQfinish (self->connection);
  g_hash_table_unref (self->prepared);
  g_free (self);
}

/**
 * jl_session_is_lost:
 * @self: a session between two statements
 *
 * Also reads what the server has sent unasked, which is how a shutdown since the last statement is
 * noticed before the next one is risked.
 *
 * Returns: whether the line is gone
 */
gboolean
jl_session_is_lost (JlSession *self)
{
  GPollFD fd = { PQsocket (self->connection), G_IO_IN, 0 };

  while (PQstatus (self->connection) == CONNECTION_OK && g_poll (&fd, 1, 0) > 0)
    if (!PQconsumeInput (self->connection))
      break;
  return PQstatus (self->connection) != CONNECTION_OK;
}

int
jl_session_backend (JlSession *self)
{
  return PQbackendPID (self->connection);
}

static void
take_told (JlSession *self, GArray *told)
{
  PGnotify *one;

  while ((one = PQnotifies (self->connection)) != NULL)
    {
      JlTold copy = { g_strdup (one->extra), one->be_pid };

      g_array_append_val (told, copy);
      PQfreemem (one);
    }
}

gboolean
jl_session_wait_told (JlSession *self, int wake_fd, GArray *told)
{
  GPollFD fds[] = { { PQsocket (self->connection), G_IO_IN, 0 }, { wake_fd, G_IO_IN, 0 } };

  take_told (self, told);
  if (told->len > 0)
    return TRUE;
  g_poll (fds, G_N_ELEMENTS (fds), -1);
  if (fds[0].revents != 0 && !PQconsumeInput (self->connection))
    return FALSE;
  take_told (self, told);
  return PQstatus (self->connection) == CONNECTION_OK;
}

void
jl_session_set_interrupted (JlSession *self, gboolean interrupted)
{
  g_atomic_int_set (&self->interrupted, interrupted);
}

void
jl_session_cancel (JlSession *self)
{
  char message[256];

  if (!PQcancel (self->cancel, message, sizeof message))
    g_debug ("Cannot cancel: %s", message);
}

/**
 * jl_session_password_verifier:
 * @self: a session
 * @role: the role that gets the password
 * @password: the password
 * @error: return location
 *
 * Returns: (transfer full): the verifier that goes to the server in place of the password
 */
char *
jl_session_password_verifier (JlSession *self, const char *role, const char *password, GError **error)
{
  char *made = PQencryptPasswordConn (self->connection, password, role, "scram-sha-256");
  char *verifier = g_strdup (made);

  if (made == NULL)
    jl_db_error_set_from_connection (error, self->connection, NULL);
  PQfreemem (made);
  return verifier;
}
