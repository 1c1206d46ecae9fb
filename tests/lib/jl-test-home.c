/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The lock that the server's processes share tells when the last of them is gone. */

#define _GNU_SOURCE

#include "jl-test-home.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "jl-private-place.h"

#define PATIENCE (10 * G_USEC_PER_SEC)

char *
jl_test_home_enter (void)
{
  char            *home = g_dir_make_tmp ("jiliang-test-XXXXXX", NULL);
  g_autofree char *runtime = g_build_filename (home, "run", NULL);

  g_assert_cmpint (g_mkdir (runtime, 0700), ==, 0);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  return home;
}

gboolean
jl_test_home_is_served (void)
{
  struct flock asked = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int          fd = jl_private_place_open ("serving", NULL);
  gboolean     held = fd >= 0 && fcntl (fd, F_OFD_GETLK, &asked) == 0 && asked.l_type != F_UNLCK;

  if (fd >= 0)
    close (fd);
  return held;
}

void
jl_test_wait_until (gboolean (*condition) (gpointer data), gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (5 * 1000);
    }
}

static gboolean
is_gone (gpointer data)
{
  return !jl_test_home_is_served ();
}

void
jl_test_home_leave (char *home)
{
  const char *const argv[] = { "rm", "-rf", "--", home, jl_private_place ()->home, NULL };
  g_autoptr (GSubprocess) rm = NULL;

  jl_test_wait_until (is_gone, NULL);
  rm = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_assert_true (rm != NULL && g_subprocess_wait_check (rm, NULL, NULL));
  g_free (home);
}
