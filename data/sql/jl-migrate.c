/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Migrations and definitions, applied in one transaction under an advisory lock. Migrations run once and are remembered with
 * their hash; definitions (views, functions, triggers, policies, grants) are dropped and made again as a whole whenever a
 * migration is applied or their joint hash has changed.
 *
 * What a database has reached also stands in the comment of schema jl_api, where any official's program may read it. */

#include "jl-migrate.h"

#include <glib/gi18n-lib.h>

#include "jl-error.h"
#include "jl-sql-files.h"

#define DROP_NAME "00-drop"

typedef struct
{
  JlSession *session;
  GPtrArray *migrations;  /* of JlSqlFile */
  GPtrArray *definitions; /* of JlSqlFile, the first is DROP_NAME */
  char      *definitions_hash;
  GPtrArray *pending; /* of JlSqlFile, owned by migrations */
} Migrator;

static void
migrator_clear (Migrator *self)
{
  g_ptr_array_unref (self->migrations);
  g_ptr_array_unref (self->definitions);
  g_ptr_array_unref (self->pending);
  g_free (self->definitions_hash);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Migrator, migrator_clear)

static void
migrator_init (Migrator *self, JlSession *session)
{
  self->session = session;
  self->migrations = jl_sql_files_load ("migrations");
  self->definitions = jl_sql_files_load ("define");
  self->definitions_hash = jl_sql_files_hash (self->definitions);
  self->pending = g_ptr_array_new ();
}

static gboolean
fail_schema (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail_schema (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, JL_ERROR, JL_ERROR_SCHEMA, message);
  return FALSE;
}

/* A question answered by one boolean. */
static gboolean
ask (JlSession *session, const char *sql, gboolean *answer, GError **error)
{
  g_autoptr (JlResult) result = jl_session_query_text (session, sql, 0, NULL, error);

  if (result == NULL)
    return FALSE;
  *answer = jl_result_n_rows (result) > 0 && jl_result_bool (result, 0, "answer");
  return TRUE;
}

static gboolean
run_file (Migrator *self, const JlSqlFile *file, GError **error)
{
  if (jl_session_run_script (self->session, file->text, error))
    return TRUE;
  g_prefix_error (error, "%s: ", file->name);
  return FALSE;
}

static const JlSqlFile *
find_migration (const Migrator *self, int number)
{
  for (guint i = 0; i < self->migrations->len; i++)
    {
      const JlSqlFile *file = g_ptr_array_index (self->migrations, i);

      if (file->number == number)
        return file;
    }
  return NULL;
}

/* An applied migration must be one of ours, with the text it had then. */
static gboolean
check_applied (const Migrator *self, JlResult *applied, guint row, GError **error)
{
  int              number = (int) jl_result_int (applied, row, "version", 0);
  const char      *name = jl_result_text (applied, row, "name");
  const JlSqlFile *file = find_migration (self, number);

  if (file == NULL)
    return fail_schema (error, _ ("The database is newer than this program (it has the migration %s): update the program."), name);
  if (g_strcmp0 (file->sha256, jl_result_text (applied, row, "sha256")) != 0)
    return fail_schema (error, _ ("The migration %s is not the one that was applied to this database. Use the program that the database was made with."), name);
  return TRUE;
}

static gboolean
is_applied (JlResult *applied, int number)
{
  for (guint row = 0; row < jl_result_n_rows (applied); row++)
    if (jl_result_int (applied, row, "version", 0) == number)
      return TRUE;
  return FALSE;
}

static gboolean
find_pending (Migrator *self, GError **error)
{
  g_autoptr (JlResult) applied = jl_session_query_text (self->session,
                                                        "select version, name, encode (sha256, 'hex') as sha256 from jl.migration order by version",
                                                        0, NULL, error);

  if (applied == NULL)
    return FALSE;
  for (guint row = 0; row < jl_result_n_rows (applied); row++)
    if (!check_applied (self, applied, row, error))
      return FALSE;
  for (guint i = 0; i < self->migrations->len; i++)
    {
      JlSqlFile *file = g_ptr_array_index (self->migrations, i);

      if (!is_applied (applied, file->number))
        g_ptr_array_add (self->pending, file);
    }
  return TRUE;
}

static gboolean
definitions_stand (Migrator *self, gboolean *stand, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("select encode (sha256, 'hex') = '%s' as answer from jl.definition order by id desc limit 1",
                                          self->definitions_hash);

  return ask (self->session, sql, stand, error);
}

static gboolean
apply_migration (Migrator *self, const JlSqlFile *file, GError **error)
{
  const char *const params[] = { file->name, file->sha256 };
  g_autofree char  *sql = g_strdup_printf ("insert into jl.migration (version, name, sha256) values (%d, $1, decode ($2, 'hex'))",
                                           file->number);
  g_autoptr (JlResult) noted = NULL;

  if (!run_file (self, file, error))
    return FALSE;
  noted = jl_session_query_text (self->session, sql, 2, params, error);
  return noted != NULL;
}

static gboolean
apply_definitions (Migrator *self, GError **error)
{
  const JlSqlFile *newest = g_ptr_array_index (self->migrations, self->migrations->len - 1);
  g_autofree char *note = g_strdup_printf ("insert into jl.definition (sha256) values (decode ('%s', 'hex'));"
                                           "comment on schema jl_api is 'jiliang %d %s'",
                                           self->definitions_hash, newest->number, self->definitions_hash);

  for (guint i = 0; i < self->definitions->len; i++)
    {
      const JlSqlFile *file = g_ptr_array_index (self->definitions, i);

      if (!g_str_equal (file->name, DROP_NAME) && !run_file (self, file, error))
        return FALSE;
    }
  return jl_session_run_script (self->session, note, error);
}

static gboolean
drop_definitions (Migrator *self, GError **error)
{
  const JlSqlFile *first = g_ptr_array_index (self->definitions, 0);

  return !g_str_equal (first->name, DROP_NAME) || run_file (self, first, error);
}

static gboolean
apply_all (Migrator *self, GError **error)
{
  if (!drop_definitions (self, error))
    return FALSE;
  for (guint i = 0; i < self->pending->len; i++)
    if (!apply_migration (self, g_ptr_array_index (self->pending, i), error))
      return FALSE;
  return apply_definitions (self, error);
}

/* The lock is waited for by whoever else migrates this database; it ends with the transaction. */
static gboolean
become_owner (Migrator *self, GError **error)
{
  gboolean has_owner;

  if (!ask (self->session, "select exists (select from pg_catalog.pg_roles where rolname = 'jl_owner') as answer", &has_owner, error))
    return FALSE;
  if (!has_owner)
    {
      g_set_error_literal (error, JL_ERROR, JL_ERROR_STATE,
                           _ ("The roles of this server are not set up yet: run “jiliangctl server-setup” first."));
      return FALSE;
    }
  return jl_session_run_script (self->session,
                                "set local role jl_owner;"
                                "select pg_catalog.pg_advisory_xact_lock (pg_catalog.hashtext ('jiliang migrate'))",
                                error);
}

static gboolean
note_kind (Migrator *self, const char *kind, GError **error)
{
  g_autoptr (JlResult) noted = jl_session_query_text (self->session, "select jl.installation_set ($1)", 1, &kind, error);

  return noted != NULL;
}

static gboolean
migrate (Migrator *self, const char *kind, GError **error)
{
  gboolean is_known, stand = FALSE;

  if (!become_owner (self, error) ||
      !ask (self->session, "select exists (select from pg_catalog.pg_tables where schemaname = 'jl' and tablename = 'migration') as answer",
            &is_known, error))
    return FALSE;
  if (!is_known)
    {
      g_autoptr (JlSqlFile) bootstrap = jl_sql_file_load ("bootstrap.sql");

      if (!run_file (self, bootstrap, error))
        return FALSE;
    }
  if (!find_pending (self, error) || !definitions_stand (self, &stand, error))
    return FALSE;
  if ((self->pending->len > 0 || !stand) && !apply_all (self, error))
    return FALSE;
  return is_known || note_kind (self, kind, error);
}

/**
 * jl_migrate_run:
 * @owner: a session of a superuser or of a member of jl_owner
 * @kind: "practice" or "official": what a new database is for
 * @n_applied: (out) (optional): how many migrations were applied
 *
 * Brings the database to this program's schema, or leaves it as it was.
 *
 * Returns: whether it is there now
 */
gboolean
jl_migrate_run (JlSession *owner, const char *kind, guint *n_applied, GError **error)
{
  g_auto (Migrator) self = { 0 };

  migrator_init (&self, owner);
  if (!jl_session_begin (owner, JL_TRANSACTION_WRITE, error))
    return FALSE;
  if (!migrate (&self, kind, error) || !jl_session_commit (owner, error))
    {
      jl_session_rollback (owner);
      return FALSE;
    }
  if (n_applied != NULL)
    *n_applied = self.pending->len;
  return TRUE;
}

static gboolean
check_mark (const Migrator *self, const char *mark, GError **error)
{
  const JlSqlFile *newest = g_ptr_array_index (self->migrations, self->migrations->len - 1);
  g_auto (GStrv) words = g_strsplit (mark != NULL ? mark : "", " ", 3);
  gint64 version;

  if (g_strv_length (words) != 3 || !g_str_equal (words[0], "jiliang"))
    return fail_schema (error, _ ("This database has not been set up for Jiliang: ask the administrator to run “jiliangctl migrate”."));
  version = g_ascii_strtoll (words[1], NULL, 10);
  if (version > newest->number)
    return fail_schema (error, _ ("The database is newer than this program: update the program."));
  if (version < newest->number || !g_str_equal (words[2], self->definitions_hash))
    return fail_schema (error, _ ("The database is older than this program: ask the administrator to run “jiliangctl migrate”."));
  return TRUE;
}

/**
 * jl_migrate_check:
 * @session: a session of any official
 *
 * Returns: whether the database has exactly the schema and the definitions of this program
 */
gboolean
jl_migrate_check (JlSession *session, GError **error)
{
  g_auto (Migrator) self = { 0 };
  g_autoptr (JlResult) result = jl_session_query_text (session,
                                                       "select pg_catalog.obj_description (oid, 'pg_namespace') as mark"
                                                       " from pg_catalog.pg_namespace where nspname = 'jl_api'",
                                                       0, NULL, error);

  migrator_init (&self, session);
  if (result == NULL)
    return FALSE;
  return check_mark (&self, jl_result_n_rows (result) > 0 ? jl_result_text (result, 0, "mark") : NULL, error);
}

static gboolean
set_up_roles (JlSession *superuser, GError **error)
{
  g_autoptr (JlSqlFile) roles = jl_sql_file_load ("roles.sql");
  gboolean fits;

  if (!ask (superuser, "select pg_catalog.current_database () = 'postgres' and rolsuper as answer"
                       " from pg_catalog.pg_roles where rolname = current_user",
            &fits, error))
    return FALSE;
  if (!fits)
    {
      g_set_error_literal (error, JL_ERROR, JL_ERROR_PERMISSION,
                           _ ("The roles are set up by a superuser in the database postgres."));
      return FALSE;
    }
  return jl_session_run_script (superuser, "select pg_catalog.pg_advisory_xact_lock (pg_catalog.hashtext ('jiliang roles'))", error) &&
         jl_session_run_script (superuser, roles->text, error);
}

/**
 * jl_migrate_server_setup:
 * @superuser: a superuser's session in database postgres
 *
 * Makes the owner and the duty roles of the whole server; roles that are there are left alone.
 *
 * Returns: whether they are there now
 */
gboolean
jl_migrate_server_setup (JlSession *superuser, GError **error)
{
  if (!jl_session_begin (superuser, JL_TRANSACTION_WRITE, error))
    return FALSE;
  if (set_up_roles (superuser, error) && jl_session_commit (superuser, error))
    return TRUE;
  jl_session_rollback (superuser);
  return FALSE;
}
