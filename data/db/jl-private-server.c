/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The side of those who need the private server. Whoever needs it holds a shared lock on the lease file; the kernel frees it
 * when the process dies, however it dies. The server has a keeper (`jiliangctl serve`, jl-private-serve.c) that stops it when
 * it gets the lock for itself. A guard thread of each lease starts a new keeper when the old one has died.
 *
 * The guard waits on a FIFO whose only writer is the keeper: the end of the keeper wakes it, and it costs nothing until then. */

#define _GNU_SOURCE

#include "jl-private-server.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <unistd.h>

#include "jl-error.h"
#include "jl-private-place.h"

#define START_TIMEOUT (60 * G_USEC_PER_SEC)
/* Between two attempts to start a server that does not start: from the first pause to the longest. */
#define FIRST_PAUSE_MS 500
#define LONGEST_PAUSE_MS 2000

struct _JlServerLease
{
  char    *ctl_path;
  int      lock;     /* shared lock on "lease" */
  int      released; /* eventfd that ends the guard */
  GThread *guard;
};

static void
append_setting (GString *conninfo, const char *name, const char *value)
{
  g_autoptr (GString) quoted = g_string_new (value);

  g_string_replace (quoted, "\\", "\\\\", 0);
  g_string_replace (quoted, "'", "\\'", 0);
  g_string_append_printf (conninfo, " %s='%s'", name, quoted->str);
}

/**
 * jl_private_server_socket_dir:
 *
 * The keeper may have been started in another session with another runtime folder, so its own note decides.
 *
 * Returns: (transfer full): the folder of the server's socket; one that does not exist before the first start
 */
char *
jl_private_server_socket_dir (void)
{
  g_autofree char *note = jl_private_place_path ("socket");
  char            *dir = NULL;

  return g_file_get_contents (note, &dir, NULL, NULL) ? dir : g_strdup ("/nonexistent");
}

/**
 * jl_private_server_conninfo:
 * @database: name of the database
 * @user: (nullable): role to connect as
 *
 * Returns: (transfer full): a libpq connection string for the private server
 */
char *
jl_private_server_conninfo (const char *database, const char *user)
{
  GString         *conninfo = g_string_new ("port=5432");
  g_autofree char *socket_dir = jl_private_server_socket_dir ();

  append_setting (conninfo, "host", socket_dir);
  append_setting (conninfo, "dbname", database);
  if (user != NULL)
    append_setting (conninfo, "user", user);
  return g_string_free (conninfo, FALSE);
}

static gboolean
server_answers (void)
{
  g_autofree char *conninfo = jl_private_server_conninfo ("postgres", "jl_superuser");

  return PQping (conninfo) == PQPING_OK;
}

/* Whether a keeper, or what is left of its server, holds the exclusive lock. Asking takes no lock. */
static gboolean
somebody_serves (void)
{
  struct flock asked = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int          fd = jl_private_place_open ("serving", NULL);
  gboolean     held = fd >= 0 && fcntl (fd, F_OFD_GETLK, &asked) == 0 && asked.l_type != F_UNLCK;

  if (fd >= 0)
    close (fd);
  return held;
}

static void
leave_session (gpointer data)
{
  setsid ();
}

/* Spawned without a parent to wait for it; what it says comes through the pipe whose reading end is returned. */
static int
spawn_keeper (const char *ctl_path, GError **error)
{
  const char *const argv[] = { ctl_path, "serve", NULL };
  int               ends[2];
  gboolean          spawned;

  if (!g_unix_open_pipe (ends, FD_CLOEXEC, error))
    return -1;
  spawned = g_spawn_async_with_pipes_and_fds ("/", argv, NULL, G_SPAWN_DEFAULT, leave_session, NULL, -1, ends[1], ends[1],
                                              NULL, NULL, 0, NULL, NULL, NULL, NULL, error);
  close (ends[1]);
  if (spawned)
    return ends[0];
  close (ends[0]);
  return -1;
}

/* What the keeper says until it lets go of the pipe: "ready", or why it could not start. */
static char *
read_all (int fd)
{
  GString *text = g_string_new (NULL);
  char     part[256];
  gssize   n;

  while ((n = read (fd, part, sizeof part)) > 0 || (n < 0 && errno == EINTR))
    g_string_append_len (text, part, MAX (n, 0));
  close (fd);
  return g_strchomp (g_string_free (text, FALSE));
}

static gboolean
start_keeper (const char *ctl_path, GError **error)
{
  g_autofree char *words = NULL;
  int              fd = spawn_keeper (ctl_path, error);

  if (fd < 0)
    return FALSE;
  words = read_all (fd);
  if (g_str_has_suffix (words, "ready") || somebody_serves () || server_answers ())
    return TRUE;
  g_set_error (error, JL_ERROR, JL_ERROR_FAILED, _ ("The private database server cannot be started: %s"), words);
  return FALSE;
}

static gboolean
ensure_running (const char *ctl_path, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + START_TIMEOUT;

  while (!server_answers ())
    {
      if (somebody_serves ())
        g_usleep (10 * 1000);
      else if (!start_keeper (ctl_path, error))
        return FALSE;
      if (g_get_monotonic_time () > deadline)
        {
          g_set_error_literal (error, JL_ERROR, JL_ERROR_TIMEOUT, _ ("The private database server does not answer."));
          return FALSE;
        }
    }
  return TRUE;
}

/* Waits for the end of the keeper (if >= 0) or the timeout (if >= 0). FALSE when the lease is released. */
static gboolean
wait_for_end (JlServerLease *lease, int keeper, int timeout_ms)
{
  struct pollfd watched[] = { { .fd = lease->released, .events = POLLIN }, { .fd = keeper } };

  while (poll (watched, G_N_ELEMENTS (watched), timeout_ms) < 0 && errno == EINTR)
    ;
  return (watched[0].revents & POLLIN) == 0;
}

/* The FIFO of the keeper, or -1 when it has no writer any more. */
static int
open_alive (void)
{
  g_autofree char *path = jl_private_place_path ("alive");
  int              fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
  char             byte;

  if (fd >= 0 && read (fd, &byte, 1) == 0)
    {
      close (fd);
      fd = -1;
    }
  return fd;
}

static gpointer
guard_server (gpointer data)
{
  JlServerLease *lease = data;
  int            pause = FIRST_PAUSE_MS;
  gboolean       held = TRUE;

  while (held)
    {
      g_autoptr (GError) error = NULL;
      int keeper = open_alive ();

      held = wait_for_end (lease, keeper, keeper >= 0 ? -1 : 20);
      if (keeper >= 0)
        close (keeper);
      if (!held || ensure_running (lease->ctl_path, &error))
        pause = FIRST_PAUSE_MS;
      else
        {
          g_info ("%s", error->message);
          held = wait_for_end (lease, -1, pause);
          pause = MIN (2 * pause, LONGEST_PAUSE_MS);
        }
    }
  return NULL;
}

/**
 * jl_private_server_acquire:
 * @ctl_path: path of jiliangctl
 *
 * Blocks until the server answers, starting it if nobody has. Call it in a thread of its own from a window.
 *
 * Returns: (transfer full): the lease that keeps the server running
 */
JlServerLease *
jl_private_server_acquire (const char *ctl_path, GError **error)
{
  g_autoptr (JlServerLease) lease = g_new0 (JlServerLease, 1);

  lease->ctl_path = g_canonicalize_filename (ctl_path, NULL);
  lease->lock = lease->released = -1;
  if (!jl_private_place_make (error))
    return NULL;
  lease->lock = jl_private_place_open ("lease", error);
  if (lease->lock < 0)
    return NULL;
  /* A keeper that is just stopping its server makes this wait. */
  while (flock (lease->lock, LOCK_SH) != 0 && errno == EINTR)
    ;
  if (!ensure_running (lease->ctl_path, error))
    return NULL;
  lease->released = eventfd (0, EFD_CLOEXEC);
  lease->guard = g_thread_new ("private-server", guard_server, lease);
  return g_steal_pointer (&lease);
}

/**
 * jl_private_server_release:
 * @lease: (transfer full): a lease
 *
 * The server stops soon after the last lease is gone.
 */
void
jl_private_server_release (JlServerLease *lease)
{
  const guint64 one = 1;

  if (lease->guard != NULL && write (lease->released, &one, sizeof one) == sizeof one)
    g_thread_join (lease->guard);
  if (lease->released >= 0)
    close (lease->released);
  if (lease->lock >= 0)
    close (lease->lock);
  g_free (lease->ctl_path);
  g_free (lease);
}
