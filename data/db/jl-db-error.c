/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The one table from SQLSTATE to what the person at the screen can do about it. SQLSTATE and the
 * statement's name go to the log only. */

#define G_LOG_DOMAIN "jl-db"

#include "jl-db-error-private.h"

#include <string.h>

/* Whole codes stand before their class. */
static const struct
{
  const char *prefix;
  JlError     code;
} codes[] = {
  { "JL001", JL_ERROR_INVALID },
  { "JL002", JL_ERROR_FROZEN },
  { "JL003", JL_ERROR_STATE },
  { "JL004", JL_ERROR_NOT_FOUND },
  { "08", JL_ERROR_CONNECTION },
  { "0L", JL_ERROR_PERMISSION },
  { "0P", JL_ERROR_PERMISSION },
  { "22", JL_ERROR_INVALID },
  { "23505", JL_ERROR_CONFLICT }, /* unique: it is there already */
  { "23P01", JL_ERROR_CONFLICT }, /* exclusion: it overlaps what is there */
  { "23", JL_ERROR_INVALID },
  { "28", JL_ERROR_AUTH },
  { "3D000", JL_ERROR_NOT_FOUND }, /* no such database */
  { "3F000", JL_ERROR_SCHEMA },
  { "40", JL_ERROR_CONFLICT }, /* serialization, deadlock */
  { "42501", JL_ERROR_PERMISSION },
  { "42703", JL_ERROR_SCHEMA },     /* undefined column */
  { "42704", JL_ERROR_SCHEMA },     /* undefined type or role */
  { "42883", JL_ERROR_SCHEMA },     /* undefined function */
  { "42P01", JL_ERROR_SCHEMA },     /* undefined table */
  { "53300", JL_ERROR_CONNECTION }, /* too many connections */
  { "55006", JL_ERROR_CONFLICT },   /* in use */
  { "55P03", JL_ERROR_CONFLICT },   /* lock not available */
  { "57014", JL_ERROR_TIMEOUT },
  { "57P", JL_ERROR_CONNECTION }, /* shut down, crashed, still starting */
};

JlError
jl_db_error_code (const char *sqlstate)
{
  if (sqlstate == NULL)
    return JL_ERROR_CONNECTION;
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_has_prefix (sqlstate, codes[i].prefix))
      return codes[i].code;
  return JL_ERROR_FAILED;
}

static void
append_line (GString *text, const char *line)
{
  if (line == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* libpq indents its second lines and ends with an empty one. */
static char *
clean_message (const char *message)
{
  GString *text = g_string_new (message);

  g_string_replace (text, "\n\t", "\n", 0);
  return g_strchomp (g_string_free (text, FALSE));
}

static char *
compose_message (const PGresult *answer, PGconn *connection)
{
  const char *primary = PQresultErrorField (answer, PG_DIAG_MESSAGE_PRIMARY);
  GString    *text;

  if (answer == NULL)
    return clean_message (PQerrorMessage (connection));
  if (primary == NULL)
    return clean_message (PQresultErrorMessage (answer));
  text = g_string_new (primary);
  append_line (text, PQresultErrorField (answer, PG_DIAG_MESSAGE_DETAIL));
  append_line (text, PQresultErrorField (answer, PG_DIAG_MESSAGE_HINT));
  return g_string_free (text, FALSE);
}

static void
set_error (GError    **error,
           JlError     code,
           const char *message,
           const char *sqlstate,
           const char *statement)
{
  g_autofree char *line = g_strdelimit (g_strdup (message), "\n", ' ');

  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_INFO,
                    "JL_SQLSTATE", sqlstate != NULL ? sqlstate : "",
                    "JL_STATEMENT", statement != NULL ? statement : "",
                    "MESSAGE", "%s", line);
  g_set_error_literal (error, JL_ERROR, (int) code, message);
}

void
jl_db_error_set_from_result (GError        **error,
                             const PGresult *answer,
                             PGconn         *connection,
                             const char     *statement)
{
  const char      *sqlstate = PQresultErrorField (answer, PG_DIAG_SQLSTATE);
  g_autofree char *message = compose_message (answer, connection);
  JlError          code = jl_db_error_code (sqlstate);

  if (sqlstate == NULL && PQstatus (connection) == CONNECTION_OK)
    code = JL_ERROR_FAILED;
  set_error (error, code, message, sqlstate, statement);
}

void
jl_db_error_set_from_connection (GError **error, PGconn *connection, const char *sqlstate)
{
  g_autofree char *message = clean_message (PQerrorMessage (connection));

  set_error (error, jl_db_error_code (sqlstate), message, sqlstate, NULL);
}
