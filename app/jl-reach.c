/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The lease on the private server, once taken, is held until the process ends: links and sessions
 * come and go, and the server is wanted again with the next. */

#include "jl-reach.h"

#include <string.h>

#include "jl-practice.h"
#include "jl-private-server.h"

#define PRACTICE_PREFIX "jl_practice_"
#define PRACTICE_NAME "^(housing|price|finance|reform|quality|city|reader|auditor|admin)[0-9]$"

char *
jl_reach_sibling (const char *name)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (self != NULL ? self : "");

  return g_build_filename (folder, name, NULL);
}

gboolean
jl_reach_hold_server (GError **error)
{
  static GMutex         mutex;
  static JlServerLease *lease;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (lease == NULL)
    {
      g_autofree char *ctl = jl_reach_sibling ("jiliangctl");

      lease = jl_private_server_acquire (ctl, error);
    }
  return lease != NULL;
}

char *
jl_reach_central_conninfo (const char *server)
{
  if (strstr (server, "://") != NULL || strchr (server, '=') != NULL)
    return g_strdup (server);
  return g_strconcat ("service=", server, NULL);
}

char *
jl_reach_practice_role (const char *name)
{
  if (name == NULL)
    return g_strdup (JL_PRACTICE_ROLE);
  return g_strconcat (g_regex_match_simple (PRACTICE_NAME, name, 0, 0) ? PRACTICE_PREFIX : "", name, NULL);
}
