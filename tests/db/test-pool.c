/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pool against a real server: products and errors, cancelling, restarts, closing. */

#include <signal.h>

#include "jl-error.h"
#include "jl-pool.h"
#include "jl-test-cluster.h"

static JlTestCluster *cluster;

/* What became of one job. */
typedef struct
{
  gboolean done;
  gint64   number;
  GError  *error;
} Outcome;

static JlPool *
make_pool (guint n_workers)
{
  g_autofree char *conninfo = jl_test_cluster_conninfo (cluster, "postgres", NULL);

  return jl_pool_new (conninfo, NULL, NULL, n_workers);
}

static void
finished_cb (GObject *pool, GAsyncResult *result, gpointer data)
{
  Outcome           *outcome = data;
  g_autofree gint64 *number = jl_pool_run_finish (JL_POOL (pool), result, &outcome->error);

  outcome->number = number != NULL ? *number : -1;
  outcome->done = TRUE;
}

static void
wait_for (Outcome *outcome)
{
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
}

/* data: a query with one column n */
static gpointer
ask_number (JlSession *session, gpointer data, GError **error)
{
  g_autoptr (JlResult) result = jl_session_query_text (session, data, 0, NULL, error);
  gint64 number;

  if (result == NULL)
    return NULL;
  number = jl_result_n_rows (result) > 0 ? jl_result_int (result, 0, "n", -1) : 0;
  return g_memdup2 (&number, sizeof number);
}

static void
start (JlPool *pool, JlWorkKind kind, const char *sql, GCancellable *cancellable, Outcome *outcome)
{
  jl_pool_run_async (pool, kind, ask_number, g_strdup (sql), g_free, g_free, cancellable,
                     finished_cb, outcome);
}

static Outcome
ask (JlPool *pool, JlWorkKind kind, const char *sql)
{
  Outcome outcome = { FALSE };

  start (pool, kind, sql, NULL, &outcome);
  wait_for (&outcome);
  return outcome;
}

static void
assert_answers (JlPool *pool, JlWorkKind kind, const char *sql, gint64 expected)
{
  Outcome outcome = ask (pool, kind, sql);

  g_assert_no_error (outcome.error);
  g_assert_cmpint (outcome.number, ==, expected);
}

static double
elapsed_ms (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

/* Runs the main loop until sql, asked by another client, answers n > 0. */
static void
wait_on_server (const char *sql)
{
  g_autofree char *conninfo = jl_test_cluster_conninfo (cluster, "postgres", NULL);
  g_autoptr (JlSession) session = jl_session_open (conninfo, NULL, NULL, NULL);
  gint64 n = 0;

  while (n == 0)
    {
      g_autoptr (JlResult) result = jl_session_query_text (session, sql, 0, NULL, NULL);

      n = jl_result_int (result, 0, "n", 0);
      g_main_context_iteration (NULL, FALSE);
    }
}

#define SLEEPING                               \
  "select count(*) as n from pg_stat_activity" \
  " where query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid ()"

/* ---- products */

static void
test_run (void)
{
  g_autoptr (JlPool) pool = make_pool (2);

  assert_answers (pool, JL_WORK_READ, "select 42 as n", 42);
  assert_answers (pool, JL_WORK_WRITE, "select 43 as n", 43);
}

static void
test_error (void)
{
  g_autoptr (JlPool) pool = make_pool (1);
  Outcome outcome = ask (pool, JL_WORK_READ, "select 1 / 0 as n");

  g_assert_error (outcome.error, JL_ERROR, JL_ERROR_INVALID);
  g_clear_error (&outcome.error);
  assert_answers (pool, JL_WORK_READ, "select 1 as n", 1);
}

static void
test_refused (void)
{
  g_autofree char *conninfo = jl_test_cluster_conninfo (cluster, "postgres", NULL);
  g_autoptr (JlPool) pool = jl_pool_new (conninfo, "nobody", NULL, 2);
  Outcome outcome = ask (pool, JL_WORK_READ, "select 1 as n");

  g_assert_error (outcome.error, JL_ERROR, JL_ERROR_AUTH);
  g_clear_error (&outcome.error);
}

static void
test_many (void)
{
  g_autoptr (JlPool) pool = make_pool (3);
  Outcome outcomes[200] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autofree char *sql = g_strdup_printf ("select %u as n", i);

      start (pool, JL_WORK_READ, sql, NULL, &outcomes[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      wait_for (&outcomes[i]);
      g_assert_cmpint (outcomes[i].number, ==, i);
    }
}

/* A job that leaves a transaction open does not hand it to the next one. */
static void
test_lease_is_tidy (void)
{
  g_autoptr (JlPool) pool = make_pool (1);

  ask (pool, JL_WORK_WRITE, "begin isolation level serializable");
  assert_answers (pool, JL_WORK_READ,
                  "select (current_setting ('transaction_isolation') = 'serializable')::int as n",
                  0);
}

static JlPool *
make_lent_pool (void)
{
  g_autofree char *conninfo = jl_test_cluster_conninfo (cluster, "postgres", NULL);
  JlPool          *pool = make_pool (3);
  JlSession       *session = jl_session_open (conninfo, NULL, NULL, NULL);

  g_assert_true (jl_session_run_script (session, "set application_name = 'lent'", NULL));
  jl_pool_lend (pool, session);
  return pool;
}

#define IS_LENT "select (current_setting ('application_name') = 'lent')::int as n"

static void
test_lend (void)
{
  g_autoptr (JlPool) pool = make_lent_pool ();
  g_autoptr (JlPool) unused = make_lent_pool ();

  assert_answers (pool, JL_WORK_READ, IS_LENT, 1);
}

/* Its line may be gone before anybody needs it: nothing is risked on it. */
static void
test_lend_lost (void)
{
  g_autoptr (JlPool) pool = make_lent_pool ();

  jl_test_cluster_stop (cluster, SIGINT);
  jl_test_cluster_start (cluster);
  assert_answers (pool, JL_WORK_WRITE, IS_LENT, 0);
}

/* ---- cancelling */

static void
test_cancel (void)
{
  g_autoptr (JlPool) pool = make_pool (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome sleeper = { FALSE };
  gint64  since;
  double  call;

  start (pool, JL_WORK_READ, "select 1 as n from pg_sleep (30)", cancellable, &sleeper);
  wait_on_server (SLEEPING);
  since = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  call = elapsed_ms (since);
  wait_for (&sleeper);
  g_test_message ("cancel returned after %.3f ms, the query had gone after %.1f ms", call,
                  elapsed_ms (since));
  g_assert_error (sleeper.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (elapsed_ms (since), <, 1000);
  g_clear_error (&sleeper.error);
  assert_answers (pool, JL_WORK_READ, "select 2 as n from pg_sleep (0.2)", 2);
}

/* However the request falls between sending, running and answering, it never hits the next job. */
static void
test_cancel_unharmed (void)
{
  g_autoptr (JlPool) pool = make_pool (1);

  assert_answers (pool, JL_WORK_READ, "select 1 as n", 1);
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Outcome first = { FALSE };
      Outcome second = { FALSE };

      start (pool, JL_WORK_READ, "select 1 as n from pg_sleep (0.003)", cancellable, &first);
      start (pool, JL_WORK_READ, "select 2 as n from pg_sleep (0.003)", NULL, &second);
      g_usleep (i * 60);
      g_cancellable_cancel (cancellable);
      wait_for (&first);
      wait_for (&second);
      g_assert_error (first.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_no_error (second.error);
      g_assert_cmpint (second.number, ==, 2);
      g_clear_error (&first.error);
    }
}

static gpointer
sleep_in_many_steps (JlSession *session, gpointer data, GError **error)
{
  for (guint i = 0; i < 10000; i++)
    if (!jl_session_run_script (session, "select pg_sleep (0.001)", error))
      return NULL;
  return g_new0 (gint64, 1);
}

/* Work of many short statements stops as well, even if each request falls between two of them. */
static void
test_cancel_between_statements (void)
{
  g_autoptr (JlPool) pool = make_pool (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome = { FALSE };
  gint64  since;

  jl_pool_run_async (pool, JL_WORK_WRITE, sleep_in_many_steps, NULL, NULL, g_free, cancellable,
                     finished_cb, &outcome);
  wait_on_server ("select count(*) as n from pg_stat_activity where query like '%pg_sleep%'"
                  " and pid <> pg_backend_pid ()");
  since = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  wait_for (&outcome);
  g_assert_cmpfloat (elapsed_ms (since), <, 1000);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
}

static void
test_cancelled_before (void)
{
  g_autoptr (JlPool) pool = make_pool (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome = { FALSE };

  g_cancellable_cancel (cancellable);
  start (pool, JL_WORK_WRITE, "select 1 as n from pg_sleep (30)", cancellable, &outcome);
  g_assert_false (outcome.done);
  wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
}

/* ---- restarts */

static void
test_restart_while_idle (void)
{
  g_autoptr (JlPool) pool = make_pool (1);

  assert_answers (pool, JL_WORK_READ, "select 1 as n", 1);
  jl_test_cluster_stop (cluster, SIGINT);
  jl_test_cluster_start (cluster);
  assert_answers (pool, JL_WORK_WRITE, "select 2 as n", 2);
  jl_test_cluster_stop (cluster, SIGQUIT);
  jl_test_cluster_start (cluster);
  assert_answers (pool, JL_WORK_READ, "select 3 as n", 3);
}

/* Sleeps only as long as the table is empty. */
#define SLEEP_ONCE \
  "select 1 as n from pg_sleep (case when exists (select from once) then 0 else 30 end)"

static void
restart_under (JlPool *pool, JlWorkKind kind, Outcome *outcome)
{
  jl_test_cluster_run (cluster, "postgres", "drop table if exists once; create table once (n int)");
  start (pool, kind, SLEEP_ONCE, NULL, outcome);
  wait_on_server (SLEEPING);
  jl_test_cluster_run (cluster, "postgres", "insert into once values (1)");
  jl_test_cluster_stop (cluster, SIGINT);
  jl_test_cluster_start (cluster);
  wait_for (outcome);
}

static void
test_restart_under_read (void)
{
  g_autoptr (JlPool) pool = make_pool (1);
  Outcome outcome = { FALSE };
  gint64  since;

  restart_under (pool, JL_WORK_READ, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpint (outcome.number, ==, 1);
  since = g_get_monotonic_time ();
  assert_answers (pool, JL_WORK_READ, "select 4 as n", 4);
  g_test_message ("the query after took %.1f ms", elapsed_ms (since));
}

static void
test_restart_under_write (void)
{
  g_autoptr (JlPool) pool = make_pool (1);
  Outcome outcome = { FALSE };

  restart_under (pool, JL_WORK_WRITE, &outcome);
  g_assert_error (outcome.error, JL_ERROR, JL_ERROR_CONNECTION);
  g_clear_error (&outcome.error);
  assert_answers (pool, JL_WORK_WRITE, "select 5 as n", 5);
}

static void
test_server_away (void)
{
  g_autoptr (JlPool) pool = make_pool (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome = { FALSE };
  gint64  since;

  assert_answers (pool, JL_WORK_READ, "select 1 as n", 1);
  jl_test_cluster_stop (cluster, SIGINT);
  start (pool, JL_WORK_READ, "select 1 as n", cancellable, &outcome);
  since = g_get_monotonic_time ();
  while (elapsed_ms (since) < 100)
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (elapsed_ms (since), <, 1000);
  g_clear_error (&outcome.error);
  jl_test_cluster_start (cluster);
}

/* ---- closing */

static void
test_close (void)
{
  JlPool *pool = make_pool (1);
  Outcome running = { FALSE };
  Outcome waiting = { FALSE };
  Outcome late = { FALSE };
  gint64  since;

  start (pool, JL_WORK_WRITE, "select 1 as n from pg_sleep (30)", NULL, &running);
  start (pool, JL_WORK_READ, "select 1 as n", NULL, &waiting);
  wait_on_server (SLEEPING);
  since = g_get_monotonic_time ();
  jl_pool_close (pool);
  jl_pool_close (pool);
  start (pool, JL_WORK_READ, "select 1 as n", NULL, &late);
  g_assert_cmpfloat (elapsed_ms (since), <, 100);
  wait_for (&running);
  wait_for (&waiting);
  wait_for (&late);
  g_assert_cmpfloat (elapsed_ms (since), <, 1000);
  g_assert_error (running.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (late.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&running.error);
  g_clear_error (&waiting.error);
  g_clear_error (&late.error);
  g_assert_finalize_object (pool);
}

/* A job holds its pool: letting go of it in between is no harm. */
static void
test_let_go (void)
{
  JlPool *pool = make_pool (2);
  Outcome outcome = { FALSE };

  start (pool, JL_WORK_READ, "select 6 as n from pg_sleep (0.05)", NULL, &outcome);
  g_object_unref (pool);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpint (outcome.number, ==, 6);
}

static void
test_latency (void)
{
  g_autoptr (JlPool) pool = make_pool (2);
  gint64 since;

  for (guint i = 0; i < 4; i++)
    assert_answers (pool, JL_WORK_READ, "select 1 as n", 1);
  since = g_get_monotonic_time ();
  for (guint i = 0; i < 200; i++)
    assert_answers (pool, JL_WORK_READ, "select 1 as n", 1);
  g_test_message ("one small query: %.3f ms", elapsed_ms (since) / 200);
}

/* The length of the setting tells where a session stands. */
#define STANDS "select length (coalesce (current_setting ('jl.known_at', true), '')) as n"

static void
test_viewpoint (void)
{
  g_autoptr (JlPool) pool = make_pool (1);
  Outcome before = { FALSE };

  start (pool, JL_WORK_READ, STANDS, NULL, &before);
  jl_pool_set_viewpoint (pool, "2013-01-01", NULL);
  assert_answers (pool, JL_WORK_READ, STANDS, 10);
  wait_for (&before);
  g_assert_cmpint (before.number, ==, 0);
  assert_answers (pool, JL_WORK_WRITE, STANDS, 0);
  assert_answers (pool, JL_WORK_READ, STANDS, 10);
  jl_pool_set_viewpoint (pool, NULL, "2016-06-01");
  assert_answers (pool, JL_WORK_READ, STANDS, 0);
  assert_answers (pool, JL_WORK_READ, "select length (current_setting ('jl.places_on')) as n", 10);
  jl_test_cluster_stop (cluster, SIGINT);
  jl_test_cluster_start (cluster);
  assert_answers (pool, JL_WORK_READ, "select length (current_setting ('jl.places_on', true)) as n", 10);
  jl_pool_set_viewpoint (pool, NULL, NULL);
  assert_answers (pool, JL_WORK_READ, "select length (current_setting ('jl.places_on')) as n", 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/pool/run", test_run);
  g_test_add_func ("/db/pool/error", test_error);
  g_test_add_func ("/db/pool/refused", test_refused);
  g_test_add_func ("/db/pool/many", test_many);
  g_test_add_func ("/db/pool/lease-is-tidy", test_lease_is_tidy);
  g_test_add_func ("/db/pool/lend", test_lend);
  g_test_add_func ("/db/pool/lend-lost", test_lend_lost);
  g_test_add_func ("/db/pool/viewpoint", test_viewpoint);
  g_test_add_func ("/db/pool/cancel", test_cancel);
  g_test_add_func ("/db/pool/cancel-unharmed", test_cancel_unharmed);
  g_test_add_func ("/db/pool/cancel-between-statements", test_cancel_between_statements);
  g_test_add_func ("/db/pool/cancelled-before", test_cancelled_before);
  g_test_add_func ("/db/pool/restart-while-idle", test_restart_while_idle);
  g_test_add_func ("/db/pool/restart-under-read", test_restart_under_read);
  g_test_add_func ("/db/pool/restart-under-write", test_restart_under_write);
  g_test_add_func ("/db/pool/server-away", test_server_away);
  g_test_add_func ("/db/pool/close", test_close);
  g_test_add_func ("/db/pool/let-go", test_let_go);
  g_test_add_func ("/db/pool/latency", test_latency);

  cluster = jl_test_cluster_new ();
  status = g_test_run ();
  jl_test_cluster_free (cluster);
  return status;
}
