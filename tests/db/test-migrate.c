/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Migrating: from nothing, again, at the same time; what does not fit is refused and changes nothing. */

#include "jl-error.h"
#include "jl-migrate.h"
#include "jl-test-cluster.h"

static JlTestCluster *cluster;

static JlSession *
open_database (const char *database)
{
  g_autofree char *conninfo = jl_test_cluster_conninfo (cluster, database, NULL);
  g_autoptr (GError) error = NULL;
  JlSession *session = jl_session_open (conninfo, NULL, NULL, &error);

  g_assert_no_error (error);
  return session;
}

static void
set_up_roles (void)
{
  g_autoptr (JlSession) superuser = open_database ("postgres");
  g_autoptr (GError) error = NULL;

  jl_migrate_server_setup (superuser, &error);
  g_assert_no_error (error);
}

static JlSession *
make_database (const char *name)
{
  g_autofree char *drop = g_strdup_printf ("drop database if exists %s", name);
  g_autofree char *create = g_strdup_printf ("create database %s owner jl_owner", name);

  jl_test_cluster_run (cluster, "postgres", drop);
  jl_test_cluster_run (cluster, "postgres", create);
  return open_database (name);
}

static guint
migrate (JlSession *session)
{
  g_autoptr (GError) error = NULL;
  guint applied = 0;

  jl_migrate_run (session, "official", &applied, &error);
  g_assert_no_error (error);
  return applied;
}

static char *
one_text (JlSession *session, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) result = jl_session_query_text (session, sql, 0, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (jl_result_text (result, 0, "t"));
}

static void
run (JlSession *session, const char *sql)
{
  g_autoptr (GError) error = NULL;

  jl_session_run_script (session, sql, &error);
  g_assert_no_error (error);
}

static void
test_without_roles (void)
{
  g_autoptr (JlSession) session = NULL;
  g_autoptr (GError) error = NULL;

  jl_test_cluster_run (cluster, "postgres", "create database early");
  session = open_database ("early");
  g_assert_false (jl_migrate_run (session, "official", NULL, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_STATE);
}

static void
test_roles (void)
{
  g_autoptr (JlSession) elsewhere = NULL;
  g_autoptr (GError) error = NULL;

  set_up_roles ();
  set_up_roles ();
  elsewhere = make_database ("elsewhere");
  g_assert_false (jl_migrate_server_setup (elsewhere, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_PERMISSION);
}

static void
test_from_nothing (void)
{
  g_autoptr (JlSession) session = make_database ("fresh");
  g_autoptr (GError) error = NULL;
  g_autofree char *owners = NULL;
  g_autofree char *kind = NULL;

  g_assert_cmpuint (migrate (session), >, 5);
  g_assert_cmpuint (migrate (session), ==, 0);
  jl_migrate_check (session, &error);
  g_assert_no_error (error);
  kind = one_text (session, "select kind as t from jl.installation");
  g_assert_cmpstr (kind, ==, "official");
  owners = one_text (session, "select string_agg (distinct relowner::regrole::text, ',') as t from pg_class"
                              " where relnamespace in ('jl'::regnamespace, 'jl_audit'::regnamespace)");
  g_assert_cmpstr (owners, ==, "jl_owner");
}

/* A definition that somebody changed by hand, or an older one, is replaced when the program's hash differs. */
static void
test_definitions_again (void)
{
  g_autoptr (JlSession) session = make_database ("redefined");
  g_autofree char *found = NULL;
  g_autofree char *rows = NULL;

  migrate (session);
  run (session, "insert into jl.definition (sha256) values ('\\x00');"
                "create function jl.stray () returns int language sql as 'select 1'; alter function jl.stray owner to jl_owner");
  g_assert_cmpuint (migrate (session), ==, 0);
  found = one_text (session, "select count (*) as t from pg_proc where proname = 'stray'");
  g_assert_cmpstr (found, ==, "0");
  rows = one_text (session, "select (count (*) > 0)::text as t from jl.unit");
  g_assert_cmpstr (rows, ==, "true");
}

static void
expect_refusal (const char *database, const char *change)
{
  g_autoptr (JlSession) session = make_database (database);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  migrate (session);
  run (session, change);
  before = one_text (session, "select count (*) as t from jl.definition");
  g_assert_false (jl_migrate_run (session, "official", NULL, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_SCHEMA);
  after = one_text (session, "select count (*) as t from jl.definition");
  g_assert_cmpstr (before, ==, after);
}

static void
test_altered (void)
{
  expect_refusal ("altered", "update jl.migration set sha256 = '\\x00' where version = 3; insert into jl.definition (sha256) values ('\\x00')");
}

static void
test_newer (void)
{
  expect_refusal ("newer", "insert into jl.migration (version, name, sha256) values (9999, '9999-later', '\\x00')");
}

static void
expect_check (JlSession *session, const char *mark, const char *words)
{
  g_autofree char *sql = g_strdup_printf ("comment on schema jl_api is %s", mark);
  g_autoptr (GError) error = NULL;

  run (session, sql);
  g_assert_false (jl_migrate_check (session, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_SCHEMA);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_check (void)
{
  g_autoptr (JlSession) session = make_database ("checked");
  g_autoptr (GError) error = NULL;

  g_assert_false (jl_migrate_check (session, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_SCHEMA);
  migrate (session);
  expect_check (session, "'jiliang 9999 00'", "update the program");
  expect_check (session, "'jiliang 1 00'", "jiliangctl migrate");
  expect_check (session, "null", "jiliangctl migrate");
}

static gpointer
migrate_in_thread (gpointer data)
{
  g_autoptr (JlSession) session = open_database (data);

  return GUINT_TO_POINTER (migrate (session));
}

static void
test_at_the_same_time (void)
{
  g_autoptr (JlSession) session = make_database ("shared");
  GThread *one = g_thread_new ("one", migrate_in_thread, (gpointer) "shared");
  GThread *other = g_thread_new ("other", migrate_in_thread, (gpointer) "shared");
  guint    n_one = GPOINTER_TO_UINT (g_thread_join (one));
  guint    n_other = GPOINTER_TO_UINT (g_thread_join (other));

  g_assert_cmpuint (MIN (n_one, n_other), ==, 0);
  g_assert_cmpuint (MAX (n_one, n_other), >, 5);
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  cluster = jl_test_cluster_new ();
  g_test_add_func ("/db/migrate/without-roles", test_without_roles);
  g_test_add_func ("/db/migrate/roles", test_roles);
  g_test_add_func ("/db/migrate/from-nothing", test_from_nothing);
  g_test_add_func ("/db/migrate/definitions-again", test_definitions_again);
  g_test_add_func ("/db/migrate/altered", test_altered);
  g_test_add_func ("/db/migrate/newer", test_newer);
  g_test_add_func ("/db/migrate/check", test_check);
  g_test_add_func ("/db/migrate/at-the-same-time", test_at_the_same_time);
  failed = g_test_run ();
  jl_test_cluster_free (cluster);
  return failed;
}
