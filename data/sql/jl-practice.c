/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Practice databases. The comment on a finished one says what it holds; a database of such a name without that comment was left
 * half made by a process that died, and is made anew. Only one process makes one at a time. */

#include "jl-practice.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "jl-error.h"
#include "jl-migrate.h"
#include "jl-private-server.h"
#include "jl-sql-files.h"

#define MARK "jiliang practice: %d buildings, %d-%d"
#define SUPERUSER "jl_superuser"

const JlPractice jl_practice_default = { 20000, 2010, 2014 };

/**
 * jl_practice_is_name:
 * @database: a name
 *
 * Returns: whether only practice databases have such a name
 */
gboolean
jl_practice_is_name (const char *database)
{
  return g_str_equal (database, JL_PRACTICE_DATABASE) ||
         g_regex_match_simple ("^jl_bench_[0-9]{1,9}$", database, G_REGEX_DOLLAR_ENDONLY, 0);
}

static JlSession *
open_superuser (const char *database, GError **error)
{
  g_autofree char *conninfo = jl_private_server_conninfo (database, SUPERUSER);

  return jl_session_open (conninfo, NULL, NULL, error);
}

static gboolean
check_name (const char *database, GError **error)
{
  if (jl_practice_is_name (database))
    return TRUE;
  g_set_error (error, JL_ERROR, JL_ERROR_INVALID,
               _ ("“%s” is no name of a practice database: they are called jl_practice or jl_bench_N."), database);
  return FALSE;
}

/* Looks for the database and its mark. exists and complete are told apart. */
static gboolean
look_up (JlSession *superuser, const char *database, gboolean *exists, gboolean *complete, JlPractice *practice, GError **error)
{
  g_autoptr (JlResult) found = jl_session_query_text (superuser,
                                                      "select pg_catalog.shobj_description (oid, 'pg_database') as mark"
                                                      " from pg_catalog.pg_database where datname = $1",
                                                      1, &database, error);
  const char *mark;

  if (found == NULL)
    return FALSE;
  *exists = jl_result_n_rows (found) > 0;
  mark = *exists ? jl_result_text (found, 0, "mark") : NULL;
  *complete = mark != NULL &&
              sscanf (mark, MARK, &practice->buildings, &practice->first_year, &practice->last_year) == 3;
  return TRUE;
}

/* Never drops what somebody has made an official database of, whatever its name. */
static gboolean
is_official (const char *database, gboolean *official, GError **error)
{
  g_autoptr (JlSession) session = open_superuser (database, error);
  g_autoptr (JlResult) tables = NULL;
  g_autoptr (JlResult) kind = NULL;

  if (session == NULL)
    return FALSE;
  *official = FALSE;
  tables = jl_session_query_text (session, "select from pg_catalog.pg_tables where schemaname = 'jl' and tablename = 'installation'",
                                  0, NULL, error);
  if (tables == NULL || jl_result_n_rows (tables) == 0)
    return tables != NULL;
  kind = jl_session_query_text (session, "select from jl.installation where kind <> 'practice'", 0, NULL, error);
  *official = kind != NULL && jl_result_n_rows (kind) > 0;
  return kind != NULL;
}

static gboolean
drop (JlSession *superuser, const char *database, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("drop database %s with (force)", database);
  gboolean         official;

  if (!is_official (database, &official, error))
    return FALSE;
  if (!official)
    return jl_session_run_script (superuser, sql, error);
  g_set_error (error, JL_ERROR, JL_ERROR_PERMISSION, _ ("The database %s is an official one and is left alone."), database);
  return FALSE;
}

/* The seed file goes through the server's own CSV reader and then the way of every import. */
static char *
published_rows (JlSession *session, GBytes *csv, GError **error)
{
  g_autoptr (JlResult) rows = NULL;

  if (!jl_session_run_script (session,
                              "create temp table seed (line int generated always as identity (start 2), place_code text, place text,"
                              " period text, indicator text, value text, unit text, source text, note text)",
                              error) ||
      !jl_session_copy_in (session,
                           "copy seed (place_code, place, period, indicator, value, unit, source, note)"
                           " from stdin with (format csv, header)",
                           csv, error))
    return NULL;
  rows = jl_session_query_text (session, "select jsonb_agg (to_jsonb (seed) order by line) as rows from seed", 0, NULL, error);
  return rows != NULL ? g_strdup (jl_result_text (rows, 0, "rows")) : NULL;
}

static gboolean
import_published (JlSession *session, GError **error)
{
  g_autoptr (GBytes) csv = jl_sql_file_bytes ("seed/published.csv");
  g_autofree char  *rows = published_rows (session, csv, error);
  g_autofree char  *content = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  const char *const params[] = { "published.csv", content, rows };
  g_autoptr (JlResult) imported = NULL;

  if (rows == NULL || !jl_session_run_script (session, "set session authorization " JL_PRACTICE_ROLE, error))
    return FALSE;
  imported = jl_session_query_text (session, "select * from jl_api.import_published ($1, convert_to ($2, 'UTF8'), $3::jsonb)", 3, params, error);
  return imported != NULL;
}

/* Officials are entered as ever; the rows of the practice data are looked at as a whole, not by the triggers of each. */
static gboolean
fill_as_owner (JlSession *session, const JlPractice *practice, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("set local role jl_owner;"
                                          "select jl.practice_officials ();"
                                          "reset role;"
                                          "set local session_replication_role = replica;"
                                          "set local role jl_owner;"
                                          "select jl.practice_fill (%d, %d, %d)",
                                          practice->buildings, practice->first_year, practice->last_year);

  return jl_session_run_script (session, sql, error);
}

/* The server counts rows only when they are committed, and would look again through all that the fill has just had looked through. */
static gboolean
leave_in_order (JlSession *session, GError **error)
{
  return jl_session_run_script (session, "vacuum", error) &&
         jl_session_run_script (session, "select pg_catalog.pg_stat_force_next_flush ()", error) &&
         jl_session_run_script (session, "select pg_catalog.pg_stat_reset ()", error);
}

static gboolean
fill (const char *database, const JlPractice *practice, GError **error)
{
  g_autoptr (JlSession) session = open_superuser (database, error);
  g_autoptr (JlResult) imports = NULL;

  if (session == NULL || !jl_migrate_run (session, "practice", NULL, error))
    return FALSE;
  if (!jl_session_begin (session, JL_TRANSACTION_WRITE, error) || !fill_as_owner (session, practice, error) ||
      !jl_session_commit (session, error))
    return FALSE;
  return leave_in_order (session, error) && import_published (session, error);
}

static gboolean
make (JlSession *superuser, const char *database, gboolean exists, const JlPractice *practice, GError **error)
{
  g_autofree char *create = g_strdup_printf ("create database %s owner jl_owner", database);
  g_autofree char *mark = g_strdup_printf ("comment on database %s is '" MARK "'", database,
                                           practice->buildings, practice->first_year, practice->last_year);

  if (exists && !drop (superuser, database, error))
    return FALSE;
  return jl_migrate_server_setup (superuser, error) && jl_session_run_script (superuser, create, error) &&
         fill (database, practice, error) && jl_session_run_script (superuser, mark, error);
}

static gboolean
bring_up_to_date (const char *database, GError **error)
{
  g_autoptr (JlSession) session = open_superuser (database, error);

  if (session != NULL && jl_migrate_run (session, "practice", NULL, error))
    return TRUE;
  if (g_error_matches (*error, JL_ERROR, JL_ERROR_SCHEMA))
    g_prefix_error (error, _ ("The practice database does not fit this program; “jiliangctl practice --recreate” makes it anew. "));
  return FALSE;
}

/* The session's lock is waited for by other processes that want the same database and ends with the session. */
static JlSession *
open_locked (const char *database, GError **error)
{
  g_autoptr (JlSession) superuser = check_name (database, error) ? open_superuser ("postgres", error) : NULL;
  g_autoptr (JlResult) locked = NULL;

  if (superuser != NULL)
    locked = jl_session_query_text (superuser, "select pg_catalog.pg_advisory_lock (pg_catalog.hashtext ($1))", 1, &database, error);
  return locked != NULL ? g_steal_pointer (&superuser) : NULL;
}

/**
 * jl_practice_ensure:
 * @database: jl_practice or jl_bench_N
 * @buildings: how many buildings a new one gets
 * @first_year: its first year
 * @last_year: its last year
 * @recreate: whether one that is there is made anew
 *
 * The private server must be held by a lease. Blocks as long as the data are being made.
 *
 * Returns: whether the database is there, complete and of this program's schema
 */
gboolean
jl_practice_ensure (const char *database, int buildings, int first_year, int last_year, gboolean recreate, GError **error)
{
  const JlPractice wanted = { buildings, first_year, last_year };
  JlPractice       found;
  g_autoptr (GError) failure = NULL;
  g_autoptr (JlSession) superuser = open_locked (database, error);
  gboolean exists, complete, done;

  if (superuser == NULL || !look_up (superuser, database, &exists, &complete, &found, error))
    return FALSE;
  if (complete && !recreate)
    done = bring_up_to_date (database, &failure);
  else
    done = make (superuser, database, exists, &wanted, &failure);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&failure));
  return done;
}

/**
 * jl_practice_find:
 * @database: jl_practice or jl_bench_N
 * @practice: (out): what it holds
 *
 * Returns: whether there is a complete one of that name
 */
gboolean
jl_practice_find (const char *database, JlPractice *practice, GError **error)
{
  g_autoptr (JlSession) superuser = check_name (database, error) ? open_superuser ("postgres", error) : NULL;
  gboolean exists, complete;

  if (superuser == NULL || !look_up (superuser, database, &exists, &complete, practice, error))
    return FALSE;
  if (!complete)
    g_set_error (error, JL_ERROR, JL_ERROR_NOT_FOUND, _ ("There is no practice database %s yet."), database);
  return complete;
}
