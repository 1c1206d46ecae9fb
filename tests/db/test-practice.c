/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Practice databases: made once, left alone, made anew when half made or asked for, never in place of anything else. */

#include "jl-error.h"
#include "jl-practice.h"
#include "jl-private-server.h"
#include "jl-test-home.h"

#define DATABASE "jl_bench_60"
#define BUILDINGS 60

static void
ensure (gboolean recreate)
{
  g_autoptr (GError) error = NULL;

  jl_practice_ensure (DATABASE, BUILDINGS, 2011, 2012, recreate, &error);
  g_assert_no_error (error);
}

static void
run (const char *database, const char *sql)
{
  g_autofree char *conninfo = jl_private_server_conninfo (database, "jl_superuser");
  g_autoptr (GError) error = NULL;
  g_autoptr (JlSession) session = jl_session_open (conninfo, NULL, NULL, &error);

  g_assert_no_error (error);
  jl_session_run_script (session, sql, &error);
  g_assert_no_error (error);
}

static gboolean
has_keepsake (void)
{
  g_autofree char *conninfo = jl_private_server_conninfo (DATABASE, "jl_superuser");
  g_autoptr (JlSession) session = jl_session_open (conninfo, NULL, NULL, NULL);
  g_autoptr (JlResult) found = jl_session_query_text (session, "select from pg_tables where tablename = 'keepsake'", 0, NULL, NULL);

  return jl_result_n_rows (found) > 0;
}

static void
test_made_once (void)
{
  JlPractice found;
  g_autoptr (GError) error = NULL;

  ensure (FALSE);
  run (DATABASE, "create table public.keepsake (n int)");
  ensure (FALSE);
  g_assert_true (has_keepsake ());
  g_assert_true (jl_practice_find (DATABASE, &found, &error));
  g_assert_cmpint (found.buildings, ==, BUILDINGS);
  g_assert_cmpint (found.first_year, ==, 2011);
  g_assert_cmpint (found.last_year, ==, 2012);
}

static void
test_recreated (void)
{
  ensure (TRUE);
  g_assert_false (has_keepsake ());
}

static void
test_half_made (void)
{
  run (DATABASE, "create table public.keepsake (n int)");
  run ("postgres", "comment on database " DATABASE " is null");
  ensure (FALSE);
  g_assert_false (has_keepsake ());
}

static void
test_official_is_left_alone (void)
{
  g_autoptr (GError) error = NULL;

  run (DATABASE, "update jl.installation set kind = 'official'; create table public.keepsake (n int)");
  g_assert_false (jl_practice_ensure (DATABASE, BUILDINGS, 2011, 2012, TRUE, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_PERMISSION);
  g_assert_true (has_keepsake ());
}

static void
test_names (void)
{
  const char *const refused[] = { "postgres", "jiliang", "jl_practice2", "jl_bench_", "jl_bench_1; drop table x", "" };
  g_autoptr (GError) error = NULL;

  g_assert_true (jl_practice_is_name ("jl_practice"));
  g_assert_true (jl_practice_is_name ("jl_bench_1000000"));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (jl_practice_is_name (refused[i]));
  g_assert_false (jl_practice_ensure ("postgres", BUILDINGS, 2011, 2012, TRUE, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  char *home = jl_test_home_enter ();
  g_autoptr (GError) error = NULL;
  JlServerLease *lease;
  int            failed;

  g_test_init (&argc, &argv, NULL);
  lease = jl_private_server_acquire (g_getenv ("JILIANGCTL"), &error);
  g_assert_no_error (error);
  g_test_add_func ("/db/practice/made-once", test_made_once);
  g_test_add_func ("/db/practice/recreated", test_recreated);
  g_test_add_func ("/db/practice/half-made", test_half_made);
  g_test_add_func ("/db/practice/official-is-left-alone", test_official_is_left_alone);
  g_test_add_func ("/db/practice/names", test_names);
  failed = g_test_run ();
  jl_private_server_release (lease);
  jl_test_home_leave (home);
  return failed;
}
