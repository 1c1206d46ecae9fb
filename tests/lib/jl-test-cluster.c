/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The server refuses to run as root, so there it and its folder belong to the system's user
 * postgres. It is a direct child that dies with the test, and is stopped by its process id. */

#include "jl-test-cluster.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <pwd.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "jl-session.h"

#define SERVER_USER "postgres"
#define START_TIMEOUT_US (20 * G_TIME_SPAN_SECOND)

struct _JlTestCluster
{
  char *folder;
  char *data;
  char *log;
  GPid  pid; /* 0: stopped */
};

/* ---- processes */

/* The words before a command of the server: not as root, and not after the death of the test. */
static GPtrArray *
command_new (const char *program)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup ("setpriv"));
  g_ptr_array_add (words, g_strdup ("--pdeathsig=INT"));
  if (geteuid () == 0)
    {
      g_ptr_array_add (words, g_strdup ("--reuid=" SERVER_USER));
      g_ptr_array_add (words, g_strdup ("--regid=" SERVER_USER));
      g_ptr_array_add (words, g_strdup ("--clear-groups"));
    }
  g_ptr_array_add (words, g_build_filename (JL_TEST_SERVER_BINDIR, program, NULL));
  return words;
}

static void
command_add (GPtrArray *words, const char *const *more)
{
  for (; *more != NULL; more++)
    g_ptr_array_add (words, g_strdup (*more));
}

static void
make_data (JlTestCluster *self)
{
  const char *options[] = { "-D", self->data, "-U", SERVER_USER, "-A", "trust", "-E", "UTF8",
                            "--locale=C", "--no-sync", "--no-instructions", NULL };
  g_autoptr (GPtrArray) words = command_new ("initdb");
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *complaint = NULL;
  int              status;

  command_add (words, options);
  g_ptr_array_add (words, NULL);
  g_spawn_sync (self->folder, (char **) words->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                &output, &complaint, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("initdb: %s\n%s", error->message, complaint);
}

static void
wait_until_ready (JlTestCluster *self)
{
  g_autofree char *conninfo = jl_test_cluster_conninfo (self, "postgres", NULL);
  gint64           deadline = g_get_monotonic_time () + START_TIMEOUT_US;
  JlSession       *session;

  while ((session = jl_session_open (conninfo, NULL, NULL, NULL)) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (20 * G_TIME_SPAN_MILLISECOND);
    }
  jl_session_close (session);
}

static GPtrArray *
server_command (JlTestCluster *self)
{
  const char *options[] = { "-D", self->data, "-k", self->folder, "-c", "listen_addresses=",
                            "-c", "fsync=off", "-c", "synchronous_commit=off",
                            "-c", "full_page_writes=off", "-c", "autovacuum=off",
                            "-c", "timezone=UTC", "-c", "jit=off", NULL };
  GPtrArray  *words = command_new ("postgres");

  command_add (words, options);
  g_ptr_array_add (words, NULL);
  return words;
}

void
jl_test_cluster_start (JlTestCluster *self)
{
  g_autoptr (GPtrArray) words = server_command (self);
  g_autoptr (GError) error = NULL;
  int log = g_open (self->log, O_WRONLY | O_CREAT | O_APPEND, 0600);

  g_spawn_async_with_fds (self->folder, (char **) words->pdata, NULL,
                          G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &self->pid,
                          -1, log, log, &error);
  g_assert_no_error (error);
  close (log);
  wait_until_ready (self);
}

void
jl_test_cluster_stop (JlTestCluster *self, int signal)
{
  if (self->pid == 0)
    return;
  kill (self->pid, signal);
  waitpid (self->pid, NULL, 0);
  self->pid = 0;
}

/* ---- life */

static void
make_folder (JlTestCluster *self)
{
  g_autoptr (GError) error = NULL;
  struct passwd *server = getpwnam (SERVER_USER);

  self->folder = g_dir_make_tmp ("jl-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->data = g_build_filename (self->folder, "data", NULL);
  self->log = g_build_filename (self->folder, "log", NULL);
  if (geteuid () == 0)
    {
      g_assert_nonnull (server);
      g_assert_no_errno (chown (self->folder, server->pw_uid, server->pw_gid));
    }
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

JlTestCluster *
jl_test_cluster_new (void)
{
  JlTestCluster *self = g_new0 (JlTestCluster, 1);

  make_folder (self);
  make_data (self);
  jl_test_cluster_start (self);
  return self;
}

void
jl_test_cluster_free (JlTestCluster *self)
{
  jl_test_cluster_stop (self, SIGINT);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->data);
  g_free (self->log);
  g_free (self);
}

/* ---- use */

char *
jl_test_cluster_conninfo (JlTestCluster *self, const char *database, const char *user)
{
  return g_strdup_printf ("host=%s dbname=%s user=%s", self->folder, database,
                          user != NULL ? user : SERVER_USER);
}

void
jl_test_cluster_run (JlTestCluster *self, const char *database, const char *sql)
{
  g_autofree char *conninfo = jl_test_cluster_conninfo (self, database, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JlSession) session = jl_session_open (conninfo, NULL, NULL, &error);

  g_assert_no_error (error);
  jl_session_run_script (session, sql, &error);
  g_assert_no_error (error);
}
