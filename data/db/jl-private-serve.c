/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The keeper of the private server (`jiliangctl serve`): makes the data directory once, runs postgres as its child, stops it
 * when nobody holds a lease any more. If the keeper is killed, the kernel sends postgres the signal for a fast shutdown.
 *
 * postgres and initdb inherit the keeper's exclusive lock: a new keeper can start only when the last process of the old server
 * is really gone. The death signal follows the thread that forked, so all children are spawned from the main thread. */

#define _GNU_SOURCE

#include "jl-private-server.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libpq-fe.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "jl-error.h"
#include "jl-private-place.h"

#define PROGRAMS "/usr/lib/postgresql"
#define START_TIMEOUT (30 * G_USEC_PER_SEC)
#define STOP_PATIENCE_S 30

typedef struct
{
  char      *bin;  /* folder of PostgreSQL's programs */
  char      *data; /* data directory, named by the major version */
  char      *socket_dir;
  int        serving; /* the exclusive lock */
  int        lease;   /* held for ourselves only while stopping */
  int        alive;   /* writer of the FIFO */
  GPid       postgres;
  int        status; /* how postgres ended */
  GMainLoop *loop;
} Keeper;

/* Only while the exclusive lock is held is the socket's folder ours: the next server may have the same. */
static void
keeper_free (Keeper *self)
{
  if (self->socket_dir)
    g_rmdir (self->socket_dir);
  g_free (self->bin);
  g_free (self->data);
  g_free (self->socket_dir);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Keeper, keeper_free)

static gboolean
fail_errno (const char *what, const char *path, GError **error)
{
  int saved = errno;

  g_set_error (error, JL_ERROR, JL_ERROR_FAILED, "%s %s: %s", what, path, g_strerror (saved));
  return FALSE;
}

/* The newest version as Debian lays them out, or 0. */
static guint
newest_version (void)
{
  g_autoptr (GDir) dir = g_dir_open (PROGRAMS, 0, NULL);
  guint       newest = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *postgres = g_build_filename (PROGRAMS, name, "bin", "postgres", NULL);

      if (g_file_test (postgres, G_FILE_TEST_IS_EXECUTABLE))
        newest = MAX (newest, (guint) g_ascii_strtoull (name, NULL, 10));
    }
  return newest;
}

/* "postgres (PostgreSQL) 15.10 (Debian …)" → 15 */
static guint
version_of (const char *postgres)
{
  const char *const argv[] = { postgres, "--version", NULL };
  g_autofree char  *line = NULL;
  const char       *number;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &line, NULL, NULL, NULL))
    return 0;
  number = line != NULL ? strstr (line, ") ") : NULL;
  return number != NULL ? (guint) g_ascii_strtoull (number + 2, NULL, 10) : 0;
}

static gboolean
find_programs (Keeper *self, GError **error)
{
  guint            version = newest_version ();
  g_autofree char *name = NULL;

  if (version > 0)
    self->bin = g_strdup_printf (PROGRAMS "/%u/bin", version);
  else
    {
      g_autofree char *postgres = g_find_program_in_path ("postgres");

      version = postgres != NULL ? version_of (postgres) : 0;
      self->bin = postgres != NULL ? g_path_get_dirname (postgres) : NULL;
    }
  if (version == 0)
    {
      g_set_error_literal (error, JL_ERROR, JL_ERROR_NOT_FOUND,
                           _ ("PostgreSQL is not installed on this computer: install the package postgresql."));
      return FALSE;
    }
  name = g_strdup_printf ("%u", version);
  self->data = jl_private_place_path (name);
  return TRUE;
}

/* In the child: it shall not outlive its keeper. */
static void
end_with_keeper (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGINT);
  if (getppid () != (pid_t) GPOINTER_TO_INT (data))
    _exit (1);
}

/* Runs a program of PostgreSQL as the server's user, with the lock and with its words going to the file at log. */
static gboolean
spawn_program (Keeper *self, const char *program, const char *const *args, const char *log, GPid *pid, GError **error)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *path = g_build_filename (self->bin, program, NULL);
  const int        inherited[] = { self->serving };
  const int        as[] = { 3 };
  gboolean         spawned;
  int              out = g_open (log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  if (out < 0)
    return fail_errno (_ ("Cannot write"), log, error);
  for (const char *const *word = jl_private_place ()->become; *word != NULL; word++)
    g_ptr_array_add (argv, (gpointer) *word);
  g_ptr_array_add (argv, path);
  for (; *args != NULL; args++)
    g_ptr_array_add (argv, (gpointer) *args);
  g_ptr_array_add (argv, NULL);
  spawned = g_spawn_async_with_pipes_and_fds ("/", (const char *const *) argv->pdata, NULL,
                                              G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH,
                                              end_with_keeper, GINT_TO_POINTER (getpid ()), -1, out, out,
                                              inherited, as, 1, pid, NULL, NULL, NULL, error);
  close (out);
  return spawned;
}

static gboolean
fail_with_log (const char *what, const char *log, GError **error)
{
  g_autofree char *words = NULL;

  g_file_get_contents (log, &words, NULL, NULL);
  g_set_error (error, JL_ERROR, JL_ERROR_FAILED, "%s: %s", what, words != NULL ? g_strchomp (words) : "?");
  return FALSE;
}

static gboolean
remove_tree (const char *path, GError **error)
{
  const char *const argv[] = { "rm", "-rf", "--", path, NULL };
  g_autoptr (GSubprocess) rm = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, error);

  return rm != NULL && g_subprocess_wait_check (rm, NULL, error);
}

static gboolean
run_initdb (Keeper *self, const char *into, GError **error)
{
  const char *const args[] = { "-D", into, "-U", "jl_superuser", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync",
                               "--data-checksums", "--wal-segsize=1", "--auth=trust", NULL };
  g_autofree char  *log = jl_private_place_path ("initdb.log");
  GPid              pid;
  int               status;

  if (!spawn_program (self, "initdb", args, log, &pid, error))
    return FALSE;
  while (waitpid (pid, &status, 0) < 0 && errno == EINTR)
    ;
  return status == 0 || fail_with_log ("initdb", log, error);
}

/* One sync of the finished files instead of initdb's own, then the name that says they are whole. */
static gboolean
finish_data (const char *made, const char *name, GError **error)
{
  g_autofree char *hba = g_build_filename (made, "pg_hba.conf", NULL);
  int              fd;

  if (!g_file_set_contents (hba, "local all all trust\n", -1, error))
    return FALSE;
  if (chown (hba, jl_private_place ()->owner, jl_private_place ()->group) != 0)
    return fail_errno (_ ("Cannot write"), hba, error);
  fd = g_open (made, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd < 0 || syncfs (fd) != 0)
    return fail_errno (_ ("Cannot write"), made, error);
  close (fd);
  return g_rename (made, name) == 0 || fail_errno (_ ("Cannot write"), name, error);
}

static gboolean
ensure_data (Keeper *self, GError **error)
{
  const JlPrivatePlace *place = jl_private_place ();
  g_autofree char      *fresh = g_strconcat (self->data, ".new", NULL);

  if (g_file_test (self->data, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (!remove_tree (fresh, error))
    return FALSE;
  if (g_mkdir (fresh, 0700) != 0 || chown (fresh, place->owner, place->group) != 0)
    return fail_errno (_ ("Cannot make the folder"), fresh, error);
  return run_initdb (self, fresh, error) && finish_data (fresh, self->data, error);
}

/* Settings go on the command line, so that they are this program's and not those of the day the data directory was made. */
static gboolean
spawn_postgres (Keeper *self, const char *log, GError **error)
{
  const char *const args[] = {
    "-D", self->data, "-k", self->socket_dir, "-p", "5432",
    "-c", "listen_addresses=", "-c", "unix_socket_permissions=0700",
    "-c", "shared_buffers=256MB", "-c", "max_connections=30", "-c", "work_mem=32MB", "-c", "maintenance_work_mem=128MB",
    "-c", "wal_level=minimal", "-c", "max_wal_senders=0", "-c", "max_wal_size=1GB",
    "-c", "jit=off", "-c", "random_page_cost=1.1", "-c", "timezone=Asia/Shanghai", "-c", "log_timezone=Asia/Shanghai",
    "-c", "logging_collector=on", "-c", "log_directory=log", "-c", "log_filename=postgresql-%a.log",
    "-c", "log_truncate_on_rotation=on", "-c", "log_rotation_age=1d",
    NULL
  };

  return spawn_program (self, "postgres", args, log, &self->postgres, error);
}

static gboolean
wait_until_ready (Keeper *self, const char *log, GError **error)
{
  g_autofree char *conninfo = jl_private_server_conninfo ("postgres", "jl_superuser");
  gint64           deadline = g_get_monotonic_time () + START_TIMEOUT;

  while (PQping (conninfo) != PQPING_OK)
    {
      if (waitpid (self->postgres, &self->status, WNOHANG) == self->postgres)
        return fail_with_log ("postgres", log, error);
      if (g_get_monotonic_time () > deadline)
        return fail_with_log (_ ("postgres does not answer"), log, error);
      g_usleep (3 * 1000);
    }
  return TRUE;
}

static gboolean
note_socket_dir (Keeper *self, GError **error)
{
  g_autofree char *note = jl_private_place_path ("socket");

  self->socket_dir = jl_private_place_make_socket_dir (error);
  return self->socket_dir != NULL && g_file_set_contents (note, self->socket_dir, -1, error);
}

/* From here on the guards of the leases notice the end of this process. */
static gboolean
show_alive (Keeper *self, GError **error)
{
  g_autofree char *path = jl_private_place_path ("alive");

  if (mkfifo (path, 0600) != 0 && errno != EEXIST)
    return fail_errno (_ ("Cannot write"), path, error);
  self->alive = g_open (path, O_RDWR | O_NONBLOCK | O_CLOEXEC, 0);
  return self->alive >= 0 || fail_errno (_ ("Cannot write"), path, error);
}

/* A lock of the open file: the children that inherit the descriptor hold it as well. */
static gboolean
take_serving (Keeper *self, GError **error)
{
  struct flock exclusive = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  self->serving = jl_private_place_open ("serving", error);
  if (self->serving < 0)
    return FALSE;
  if (fcntl (self->serving, F_OFD_SETLK, &exclusive) == 0)
    return TRUE;
  g_set_error_literal (error, JL_ERROR, JL_ERROR_CONFLICT, _ ("The private database server is running already."));
  return FALSE;
}

static gboolean
start (Keeper *self, GError **error)
{
  g_autofree char *log = jl_private_place_path ("startup.log");

  if (!jl_private_place_make (error) || !take_serving (self, error) || !find_programs (self, error))
    return FALSE;
  self->lease = jl_private_place_open ("lease", error);
  if (self->lease < 0 || !ensure_data (self, error) || !note_socket_dir (self, error))
    return FALSE;
  return show_alive (self, error) && spawn_postgres (self, log, error) && wait_until_ready (self, log, error);
}

/* The client that started us waits for this word and for the end of the pipe. */
static void
say_ready (void)
{
  g_autofree char *log = NULL;
  int              fd;

  g_print ("ready\n");
  fflush (stdout);
  if (isatty (STDOUT_FILENO))
    return;
  log = jl_private_place_path ("serve.log");
  fd = g_open (log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0)
    return;
  dup2 (fd, STDOUT_FILENO);
  dup2 (fd, STDERR_FILENO);
  close (fd);
}

static gboolean
stop_cb (gpointer data)
{
  Keeper *self = data;

  kill (self->postgres, SIGINT);
  return G_SOURCE_CONTINUE;
}

static gboolean
stop_at_once_cb (gpointer data)
{
  Keeper *self = data;

  kill (self->postgres, SIGQUIT);
  return G_SOURCE_REMOVE;
}

static gboolean
unneeded_cb (gpointer data)
{
  stop_cb (data);
  g_timeout_add_seconds (STOP_PATIENCE_S, stop_at_once_cb, data);
  return G_SOURCE_REMOVE;
}

/* Blocks until no lease is left. The lock stays ours: whoever wants a lease now waits until we are gone and starts anew. */
static gpointer
wait_for_leases (gpointer data)
{
  Keeper *self = data;

  while (flock (self->lease, LOCK_EX) != 0 && errno == EINTR)
    ;
  g_idle_add (unneeded_cb, self);
  return NULL;
}

static void
ended_cb (GPid pid, int status, gpointer data)
{
  Keeper *self = data;

  self->status = status;
  g_main_loop_quit (self->loop);
}

/**
 * jl_private_server_serve:
 *
 * Starts the server and stays until nobody needs it. Leases taken by clients keep it; without any it stops at once.
 *
 * Returns: the exit code of the process: 0 after an orderly end
 */
int
jl_private_server_serve (GError **error)
{
  g_autoptr (Keeper) self = g_new0 (Keeper, 1);

  if (!start (self, error))
    return 1;
  say_ready ();
  self->loop = g_main_loop_new (NULL, FALSE);
  g_child_watch_add (self->postgres, ended_cb, self);
  g_unix_signal_add (SIGTERM, stop_cb, self);
  g_unix_signal_add (SIGINT, stop_cb, self);
  g_thread_unref (g_thread_new ("leases", wait_for_leases, self));
  g_main_loop_run (self->loop);
  if (self->status == 0)
    return 0;
  g_set_error_literal (error, JL_ERROR, JL_ERROR_FAILED, _ ("The private database server ended unexpectedly."));
  return 1;
}
