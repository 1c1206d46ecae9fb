/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Opening a line. libpq 15 keeps the SQLSTATE of a refused sign-in to itself, so a failed attempt
 * is repeated once in its verbose form, where the code stands in the message. */

#include "jl-session-private.h"

#include "jl-db-error-private.h"

#define ASK_AGAIN_MS 2000

#define N_PARAMETERS 8

/* What conninfo says overrides what stands before it and is overridden by what stands after it. */
typedef struct
{
  const char *names[N_PARAMETERS];
  const char *values[N_PARAMETERS];
} Parameters;

static Parameters
make_parameters (const char *conninfo, const char *user, const char *password)
{
  return (Parameters){
    .names = { "connect_timeout", "options", "dbname", "user", "password", "application_name",
               "client_encoding", NULL },
    .values = { "5", "-c datestyle=iso", conninfo, user, password, "jiliang", "UTF8", NULL },
  };
}

static gboolean
check_conninfo (const char *conninfo, GError **error)
{
  char             *message = NULL;
  PQconninfoOption *options = PQconninfoParse (conninfo, &message);

  if (options == NULL)
    g_set_error_literal (error, JL_ERROR, JL_ERROR_INVALID,
                         message != NULL ? g_strchomp (message) : conninfo);
  PQconninfoFree (options);
  PQfreemem (message);
  return options != NULL;
}

/* Drives a started connection until it stands, fails or the time is over. */
static void
wait_for_connection (PGconn *connection)
{
  gint64                    deadline = g_get_monotonic_time () + ASK_AGAIN_MS * 1000;
  PostgresPollingStatusType status = PGRES_POLLING_WRITING;

  while (status == PGRES_POLLING_READING || status == PGRES_POLLING_WRITING)
    {
      gint64  left = (deadline - g_get_monotonic_time ()) / 1000;
      gushort events = status == PGRES_POLLING_READING ? G_IO_IN : G_IO_OUT;
      GPollFD fd = { PQsocket (connection), events, 0 };

      if (left <= 0 || g_poll (&fd, 1, (int) left) <= 0)
        return;
      status = PQconnectPoll (connection);
    }
}

/* "… FATAL:  28P01: password authentication failed …" → "28P01" */
static char *
find_sqlstate (const char *message)
{
  g_autoptr (GRegex) regex = g_regex_new (":  ([0-9A-Z]{5}): ", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, message, 0, &match);
  return g_match_info_matches (match) ? g_match_info_fetch (match, 1) : NULL;
}

static char *
ask_why (const Parameters *parameters)
{
  PGconn *connection = PQconnectStartParams (parameters->names, parameters->values, 1);
  char   *sqlstate;

  PQsetErrorVerbosity (connection, PQERRORS_VERBOSE);
  if (PQstatus (connection) != CONNECTION_BAD)
    wait_for_connection (connection);
  sqlstate = find_sqlstate (PQerrorMessage (connection));
  PQfinish (connection);
  return sqlstate;
}

/* libpq knows a host as soon as it has understood what it was told: not so with an unknown service. */
static gboolean
was_understood (PGconn *connection)
{
  const char *host = PQhost (connection);

  return host != NULL && *host != '\0';
}

static void
explain_failure (PGconn *connection, const Parameters *parameters, GError **error)
{
  g_autofree char *sqlstate = NULL;

  if (!was_understood (connection))
    {
      g_autofree char *message = g_strdup (PQerrorMessage (connection));

      g_set_error_literal (error, JL_ERROR, JL_ERROR_INVALID, g_strchomp (message));
      return;
    }
  if (PQconnectionNeedsPassword (connection))
    sqlstate = g_strdup ("28P01");
  else
    sqlstate = ask_why (parameters);
  jl_db_error_set_from_connection (error, connection, sqlstate);
}

PGconn *
jl_connect (const char *conninfo, const char *user, const char *password, GError **error)
{
  Parameters parameters = make_parameters (conninfo, user, password);
  PGconn    *connection;

  if (!check_conninfo (conninfo, error))
    return NULL;
  connection = PQconnectdbParams (parameters.names, parameters.values, 1);
  if (PQstatus (connection) == CONNECTION_OK)
    return connection;
  explain_failure (connection, &parameters, error);
  PQfinish (connection);
  return NULL;
}
