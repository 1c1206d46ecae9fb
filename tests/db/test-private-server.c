/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The private server's life: first start, several clients, every process of it killed without warning. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>

#include "jl-private-place.h"
#include "jl-private-server.h"
#include "jl-session.h"
#include "jl-test-home.h"

static const char *ctl;

static JlServerLease *
acquire (void)
{
  g_autoptr (GError) error = NULL;
  JlServerLease *lease = jl_private_server_acquire (ctl, &error);

  g_assert_no_error (error);
  return lease;
}

static JlSession *
try_open (void)
{
  g_autofree char *conninfo = jl_private_server_conninfo ("postgres", "jl_superuser");

  return jl_session_open (conninfo, NULL, NULL, NULL);
}

static gboolean
server_answers (gpointer data)
{
  g_autoptr (JlSession) session = try_open ();

  return session != NULL;
}

static gboolean
server_is_gone (gpointer data)
{
  return !jl_test_home_is_served ();
}

static char *
file_words (const char *path)
{
  char *words = NULL;

  g_file_get_contents (path, &words, NULL, NULL);
  return words;
}

/* postgres, from its pid file in the one data directory; 0 while there is none. */
static pid_t
postgres_pid (void)
{
  const char *folder = jl_private_place ()->home;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, "postmaster.pid", NULL);
      g_autofree char *words = file_words (path);

      if (words != NULL)
        return (pid_t) atoi (words);
    }
  return 0;
}

/* The parent of postgres: "pid (name) state ppid …". */
static pid_t
keeper_pid (void)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", (int) postgres_pid ());
  g_autofree char *words = file_words (path);
  int              parent = 0;

  g_assert_cmpint (sscanf (words, "%*d (postgres) %*c %d", &parent), ==, 1);
  return parent;
}

static gboolean
has_successor (gpointer data)
{
  pid_t former = (pid_t) GPOINTER_TO_INT (data);

  return postgres_pid () != former && server_answers (NULL);
}

static void
test_first_start (void)
{
  g_autofree char *half = g_build_filename (jl_private_place ()->home, "15.new", "base", NULL);
  g_autoptr (JlServerLease) lease = NULL;

  /* What a killed initdb left behind is no obstacle. */
  g_assert_cmpint (g_mkdir_with_parents (half, 0755), ==, 0);
  lease = acquire ();
  g_assert_true (server_answers (NULL));
}

static void
test_stops_after_the_last (void)
{
  JlServerLease *one = acquire ();
  JlServerLease *other = acquire ();
  pid_t          served_by = postgres_pid ();

  jl_private_server_release (one);
  g_usleep (100 * 1000);
  g_assert_cmpint (postgres_pid (), ==, served_by);
  g_assert_true (server_answers (NULL));
  jl_private_server_release (other);
  jl_test_wait_until (server_is_gone, NULL);
  g_assert_false (server_answers (NULL));
}

static gpointer
acquire_in_thread (gpointer data)
{
  return acquire ();
}

static void
test_started_by_many_at_once (void)
{
  GThread *threads[6];

  jl_test_wait_until (server_is_gone, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("client", acquire_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    jl_private_server_release (g_thread_join (threads[i]));
}

static void
test_keeper_killed (void)
{
  g_autoptr (JlServerLease) lease = acquire ();

  for (guint i = 0; i < 3; i++)
    {
      pid_t former = postgres_pid ();

      g_assert_cmpint (kill (keeper_pid (), SIGKILL), ==, 0);
      jl_test_wait_until (has_successor, GINT_TO_POINTER (former));
    }
}

static void
test_postgres_killed (void)
{
  g_autoptr (JlServerLease) lease = acquire ();
  g_autoptr (JlSession) session = try_open ();
  pid_t former = postgres_pid ();

  g_assert_true (jl_session_run_script (session, "create table survivor (n int); insert into survivor values (1)", NULL));
  g_assert_cmpint (kill (former, SIGKILL), ==, 0);
  jl_test_wait_until (has_successor, GINT_TO_POINTER (former));
  g_clear_pointer (&session, jl_session_close);
  session = try_open ();
  g_assert_true (jl_session_run_script (session, "update survivor set n = 2; drop table survivor", NULL));
}

static void
test_client_killed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) client = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, ctl, "with-server", "--", "cat", NULL);

  g_assert_no_error (error);
  jl_test_wait_until (server_answers, NULL);
  g_subprocess_force_exit (client);
  g_subprocess_wait (client, NULL, NULL);
  jl_test_wait_until (server_is_gone, NULL);
}

static void
test_unhappy_start (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JlServerLease) lease = jl_private_server_acquire ("/nonexistent/jiliangctl", &error);

  g_assert_null (lease);
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  char *home = jl_test_home_enter ();
  int   failed;

  g_test_init (&argc, &argv, NULL);
  ctl = g_getenv ("JILIANGCTL");
  g_test_add_func ("/db/private-server/first-start", test_first_start);
  g_test_add_func ("/db/private-server/stops-after-the-last", test_stops_after_the_last);
  g_test_add_func ("/db/private-server/started-by-many-at-once", test_started_by_many_at_once);
  g_test_add_func ("/db/private-server/keeper-killed", test_keeper_killed);
  g_test_add_func ("/db/private-server/postgres-killed", test_postgres_killed);
  g_test_add_func ("/db/private-server/client-killed", test_client_killed);
  g_test_add_func ("/db/private-server/unhappy-start", test_unhappy_start);
  failed = g_test_run ();
  jl_test_home_leave (home);
  return failed;
}
