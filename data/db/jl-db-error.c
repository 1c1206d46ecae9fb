/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The one table from SQLSTATE to what the person at the screen can do about it, and what he reads:
 * sentences of ours in his language, a sentence of the kind of error before the server's own words.
 * SQLSTATE and the statement's name go to the log only. */

#define G_LOG_DOMAIN "jl-db"

#include "jl-db-error-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "jl-server-words-private.h"

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
  { "JL005", JL_ERROR_CONFLICT }, /* changed by another since it was read */
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

/* Without a code libpq itself has failed, so the line is lost. */
static JlError
code_of (const char *sqlstate)
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

/* What stands before words of the server that are not ours; NULL where they stand alone. */
static const char *
kind_sentence (JlError code)
{
  switch (code)
    {
    case JL_ERROR_CONNECTION:
      return _ ("The database cannot be reached");
    case JL_ERROR_AUTH:
      return _ ("The database refused the sign-in");
    case JL_ERROR_PERMISSION:
      return _ ("Your duty does not allow this");
    case JL_ERROR_CONFLICT:
      return _ ("It is there already, or somebody else is changing it");
    case JL_ERROR_INVALID:
      return _ ("The database does not take this value");
    case JL_ERROR_SCHEMA:
      return _ ("Program and database do not fit");
    case JL_ERROR_TIMEOUT:
      return _ ("The database took too long");
    case JL_ERROR_NOT_FOUND:
      return _ ("There is no such database");
    case JL_ERROR_FROZEN:
    case JL_ERROR_STATE:
    case JL_ERROR_FAILED:
      break;
    }
  return NULL;
}

/* The import says in its details which line is meant, and what stands there. */
static char *
detail_words (const char *detail)
{
  guint line, other;
  int   end = 0;

  if (sscanf (detail, "lines %u and %u%n", &line, &other, &end) == 2 && detail[end] == '\0')
    return g_strdup_printf (_ ("lines %u and %u"), line, other);
  if (sscanf (detail, "line %u%n", &line, &end) != 1)
    return g_strdup (detail);
  if (detail[end] == '\0')
    return g_strdup_printf (_ ("line %u"), line);
  if (g_str_has_prefix (detail + end, ": "))
    return g_strdup_printf (_ ("line %u: %s"), line, detail + end + 2);
  return g_strdup (detail);
}

/* Words that are not ours stand below a line about their kind. */
static char *
explain (JlError code, const char *words)
{
  const char *kind = kind_sentence (code);

  return kind != NULL ? g_strconcat (kind, "\n", words, NULL) : g_strdup (words);
}

static char *
explain_connection (JlError code, const char *message)
{
  g_autofree char *words = clean_message (message);

  return explain (code, words);
}

static char *
primary_words (const char *primary, const char *sqlstate, JlError code)
{
  const char *words = jl_server_words (primary);

  if (words != NULL)
    return g_strdup (words);
  return explain (g_str_has_prefix (sqlstate, "JL") ? JL_ERROR_FAILED : code, primary);
}

static char *
compose_answer (const PGresult *answer, const char *primary, const char *sqlstate, JlError code)
{
  const char      *detail = PQresultErrorField (answer, PG_DIAG_MESSAGE_DETAIL);
  const char      *hint = PQresultErrorField (answer, PG_DIAG_MESSAGE_HINT);
  const char      *advice = jl_server_words (hint);
  g_autofree char *first = primary_words (primary, sqlstate, code);
  g_autofree char *second = detail != NULL ? detail_words (detail) : NULL;
  GString         *text = g_string_new (first);

  append_line (text, second);
  append_line (text, advice != NULL ? advice : hint);
  return g_string_free (text, FALSE);
}

static char *
compose_message (const PGresult *answer, PGconn *connection, JlError code)
{
  const char *primary = PQresultErrorField (answer, PG_DIAG_MESSAGE_PRIMARY);
  const char *sqlstate = PQresultErrorField (answer, PG_DIAG_SQLSTATE);

  if (primary != NULL && sqlstate != NULL)
    return compose_answer (answer, primary, sqlstate, code);
  return explain_connection (code, answer != NULL ? PQresultErrorMessage (answer) : PQerrorMessage (connection));
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
  JlError          code = code_of (sqlstate);
  g_autofree char *message = NULL;

  if (sqlstate == NULL && PQstatus (connection) == CONNECTION_OK)
    code = JL_ERROR_FAILED;
  message = compose_message (answer, connection, code);
  set_error (error, code, message, sqlstate, statement);
}

void
jl_db_error_set_from_connection (GError **error, PGconn *connection, const char *sqlstate)
{
  JlError          code = code_of (sqlstate);
  g_autofree char *message = explain_connection (code, PQerrorMessage (connection));

  set_error (error, code, message, sqlstate, NULL);
}
