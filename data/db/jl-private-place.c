/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Paths and identity of the private server. PostgreSQL refuses to run as root: for root its programs run in a user namespace
 * where root has another name, so that the files stay root's; where the kernel refuses that, as the user postgres, with the
 * data out of root's home. A socket's path is limited to 107 bytes, so it never lies in the data directory. */

#include "jl-private-place.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jl-error.h"

#define MAX_SOCKET_DIR (107 - (gsize) sizeof "/.s.PGSQL.5432")

static const char *const as_oneself[] = { NULL };
static const char *const in_namespace[] = { "unshare", "--user", "--map-user=65534", "--map-group=65534", "--", NULL };
static const char *const as_postgres[] = { "setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups",
                                           "--pdeathsig", "INT", "--", NULL };

static gboolean
namespaces_work (void)
{
  const char *const argv[] = { "unshare", "--user", "--map-user=65534", "--map-group=65534", "--", "true", NULL };
  g_autoptr (GSubprocess) child = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);

  return child != NULL && g_subprocess_wait_check (child, NULL, NULL);
}

/* A short name for a path, where paths would be too long or out of reach. */
static char *
mark_of (const char *path)
{
  char *mark = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  mark[12] = '\0';
  return mark;
}

static void
move_to_postgres (JlPrivatePlace *place, const struct passwd *postgres)
{
  g_autofree char *mark = mark_of (place->home);

  g_free (place->home);
  place->home = g_build_filename ("/var/lib/jiliang", mark, NULL);
  place->become = as_postgres;
  place->owner = postgres->pw_uid;
  place->group = postgres->pw_gid;
}

static JlPrivatePlace *
find_place (void)
{
  JlPrivatePlace      *place = g_new0 (JlPrivatePlace, 1);
  const struct passwd *postgres;

  place->home = g_build_filename (g_get_user_data_dir (), "jiliang", "postgresql", NULL);
  place->become = as_oneself;
  place->owner = geteuid ();
  place->group = getegid ();
  if (place->owner != 0)
    return place;
  place->become = in_namespace;
  postgres = getpwnam ("postgres");
  if (postgres != NULL && !namespaces_work ())
    move_to_postgres (place, postgres);
  return place;
}

/**
 * jl_private_place:
 *
 * Returns: (transfer none): where the server lives; found once
 */
const JlPrivatePlace *
jl_private_place (void)
{
  static JlPrivatePlace *place;

  if (g_once_init_enter (&place))
    g_once_init_leave (&place, find_place ());
  return place;
}

/**
 * jl_private_place_path:
 * @name: a file of the server's home
 *
 * Returns: (transfer full): its path
 */
char *
jl_private_place_path (const char *name)
{
  return g_build_filename (jl_private_place ()->home, name, NULL);
}

/**
 * jl_private_place_open:
 * @name: a lock file of the server's home, made if it is not there
 *
 * Returns: a descriptor that children do not inherit, or -1
 */
int
jl_private_place_open (const char *name, GError **error)
{
  g_autofree char *path = jl_private_place_path (name);
  int              fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    g_set_error (error, JL_ERROR, JL_ERROR_FAILED, _ ("Cannot open %s: %s"), path, g_strerror (errno));
  return fd;
}

gboolean
jl_private_place_make (GError **error)
{
  const char *home = jl_private_place ()->home;
  /* The user postgres must be able to pass through to its own, closed data directory. */
  int mode = jl_private_place ()->become == as_postgres ? 0755 : 0700;

  if (g_mkdir_with_parents (home, mode) == 0)
    return TRUE;
  g_set_error (error, JL_ERROR, JL_ERROR_FAILED, _ ("Cannot make the folder %s: %s"), home, g_strerror (errno));
  return FALSE;
}

/* A folder that belongs to the server's user alone; somebody else's folder of that name is no place for a socket. */
static gboolean
make_private_dir (const char *path, GError **error)
{
  const JlPrivatePlace *place = jl_private_place ();
  GStatBuf              found;

  if (g_mkdir (path, 0700) == 0 && place->owner != geteuid () && chown (path, place->owner, place->group) != 0)
    g_info ("chown %s: %s", path, g_strerror (errno));
  if (g_lstat (path, &found) == 0 && S_ISDIR (found.st_mode) && found.st_uid == place->owner && (found.st_mode & 077) == 0)
    return TRUE;
  g_set_error (error, JL_ERROR, JL_ERROR_PERMISSION, _ ("The folder %s is not private to this user."), path);
  return FALSE;
}

static char *
runtime_socket_dir (const char *mark)
{
  const char      *runtime = g_getenv ("XDG_RUNTIME_DIR");
  g_autofree char *dir = NULL;

  if (runtime == NULL || !g_file_test (runtime, G_FILE_TEST_IS_DIR) || jl_private_place ()->become == as_postgres)
    return NULL;
  dir = g_strdup_printf ("%s/jiliang-%s", runtime, mark);
  return strlen (dir) <= MAX_SOCKET_DIR ? g_steal_pointer (&dir) : NULL;
}

/**
 * jl_private_place_make_socket_dir:
 *
 * Returns: (transfer full): the folder in which a new server puts its socket
 */
char *
jl_private_place_make_socket_dir (GError **error)
{
  /* Different homes have different servers: their sockets lie apart. */
  g_autofree char *mark = mark_of (jl_private_place ()->home);
  g_autofree char *dir = runtime_socket_dir (mark);
  g_autofree char *shared = NULL;

  if (dir == NULL)
    {
      shared = g_strdup_printf ("/tmp/jiliang-%u", (unsigned) jl_private_place ()->owner);
      dir = g_build_filename (shared, mark, NULL);
    }
  if (shared != NULL && !make_private_dir (shared, error))
    return NULL;
  return make_private_dir (dir, error) ? g_steal_pointer (&dir) : NULL;
}
