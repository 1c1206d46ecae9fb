/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What a pool hears of changes: others' and its own, once each, also after the server was away; and that closing it ends the
 * listening session. */

#include <signal.h>

#include "jl-pool.h"
#include "jl-test-cluster.h"

#define LISTENERS "select count (*) as n from pg_stat_activity where query = 'listen jl_changed'"

static JlTestCluster *cluster;

/* "company own, price" in the order of hearing. */
typedef struct
{
  JlPool  *pool;
  GString *heard;
} Ear;

static void
changed_cb (JlPool *pool, const char *table, gboolean own, GString *heard)
{
  g_string_append_printf (heard, "%s%s%s", heard->len > 0 ? ", " : "", *table ? table : "anything", own ? " own" : "");
}

static gint64
count (const char *sql)
{
  g_autofree char *conninfo = jl_test_cluster_conninfo (cluster, "postgres", NULL);
  g_autoptr (JlSession) session = jl_session_open (conninfo, NULL, NULL, NULL);
  g_autoptr (JlResult) result = jl_session_query_text (session, sql, 0, NULL, NULL);

  return jl_result_int (result, 0, "n", -1);
}

static void
wait_for_listeners (gint64 n)
{
  while (count (LISTENERS) != n)
    g_usleep (5000);
}

static Ear
make_ear (void)
{
  g_autofree char *conninfo = jl_test_cluster_conninfo (cluster, "postgres", NULL);
  Ear              ear = { jl_pool_new (conninfo, NULL, NULL, 2), g_string_new (NULL) };

  g_signal_connect (ear.pool, "changed", G_CALLBACK (changed_cb), ear.heard);
  jl_pool_listen (ear.pool);
  wait_for_listeners (1);
  return ear;
}

static void
clear_ear (Ear *ear)
{
  g_assert_finalize_object (ear->pool);
  g_string_free (ear->heard, TRUE);
  wait_for_listeners (0);
}

static void
wait_until_heard (Ear *ear, const char *last)
{
  while (!g_str_has_suffix (ear->heard->str, last))
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
run_script (JlSession *session, gpointer sql, GError **error)
{
  jl_session_run_script (session, sql, error);
  return NULL;
}

static void
ran_cb (GObject *pool, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  jl_pool_run_finish (JL_POOL (pool), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static void
run_in_pool (JlPool *pool, const char *sql)
{
  gboolean done = FALSE;

  jl_pool_run_async (pool, JL_WORK_WRITE, run_script, (gpointer) sql, NULL, NULL, NULL, ran_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_other (void)
{
  Ear ear = make_ear ();

  jl_test_cluster_run (cluster, "postgres", "notify jl_changed, 'company'");
  wait_until_heard (&ear, "company");
  jl_test_cluster_run (cluster, "postgres", "notify another_channel, 'price'; notify jl_changed, 'last'");
  wait_until_heard (&ear, "last");
  g_assert_cmpstr (ear.heard->str, ==, "company, last");
  clear_ear (&ear);
}

static void
test_own (void)
{
  Ear ear = make_ear ();

  run_in_pool (ear.pool, "notify jl_changed, 'company'");
  wait_until_heard (&ear, "own");
  jl_test_cluster_run (cluster, "postgres", "notify jl_changed, 'company'");
  wait_until_heard (&ear, "company");
  g_assert_cmpstr (ear.heard->str, ==, "company own, company");
  clear_ear (&ear);
}

/* A transaction of many statements on one table is one word. */
static void
test_many (void)
{
  Ear ear = make_ear ();

  jl_test_cluster_run (cluster, "postgres", "begin; select pg_notify ('jl_changed', 'fund') from generate_series (1, 5000); commit");
  jl_test_cluster_run (cluster, "postgres", "begin; notify jl_changed, 'lead'; rollback; notify jl_changed, 'last'");
  wait_until_heard (&ear, "last");
  g_assert_cmpstr (ear.heard->str, ==, "fund, last");
  clear_ear (&ear);
}

static void
restart (int how)
{
  jl_test_cluster_stop (cluster, how);
  jl_test_cluster_start (cluster);
}

static void
test_restart (void)
{
  Ear ear = make_ear ();

  restart (SIGINT);
  wait_until_heard (&ear, "anything");
  jl_test_cluster_run (cluster, "postgres", "notify jl_changed, 'company'");
  wait_until_heard (&ear, "company");
  restart (SIGQUIT);
  wait_until_heard (&ear, "anything");
  g_assert_cmpstr (ear.heard->str, ==, "anything, company, anything");
  clear_ear (&ear);
}

/* While the server is away the thread waits for its turn to try again; closing does not wait for the thread. */
static void
test_close_while_away (void)
{
  Ear    ear = make_ear ();
  gint64 since;

  jl_test_cluster_stop (cluster, SIGINT);
  since = g_get_monotonic_time ();
  g_assert_finalize_object (ear.pool);
  g_assert_cmpint (g_get_monotonic_time () - since, <, G_TIME_SPAN_SECOND / 2);
  jl_test_cluster_start (cluster);
  g_assert_cmpint (count (LISTENERS), ==, 0);
  g_assert_cmpstr (ear.heard->str, ==, "");
  g_string_free (ear.heard, TRUE);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  cluster = jl_test_cluster_new ();
  g_test_add_func ("/db/listener/other", test_other);
  g_test_add_func ("/db/listener/own", test_own);
  g_test_add_func ("/db/listener/many", test_many);
  g_test_add_func ("/db/listener/restart", test_restart);
  g_test_add_func ("/db/listener/close-while-away", test_close_while_away);
  status = g_test_run ();
  jl_test_cluster_free (cluster);
  return status;
}
