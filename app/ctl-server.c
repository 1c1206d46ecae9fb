/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl serve and with-server: the private server's keeper, and a command run under its lease. */

#include "ctl.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <sys/wait.h>

#include "jl-private-server.h"
#include "jl-reach.h"

int
ctl_serve (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int code;

  if (!ctl_parse (&argc, &argv, NULL, NULL, NULL, 0, 0))
    return CTL_USAGE;
  code = jl_private_server_serve (&error);
  return error != NULL ? ctl_finish (FALSE, &error) : code;
}

/* psql and its kin find the server by these. */
static char **
server_environment (void)
{
  g_autofree char *socket_dir = jl_private_server_socket_dir ();
  char           **environment = g_environ_setenv (g_get_environ (), "PGHOST", socket_dir, TRUE);

  environment = g_environ_setenv (environment, "PGPORT", "5432", TRUE);
  environment = g_environ_setenv (environment, "PGUSER", "jl_superuser", FALSE);
  return g_environ_setenv (environment, "PGDATABASE", "jl_practice", FALSE);
}

/* What the terminal interrupts is the command; this process waits for its end. The command gets no handler, so nothing is ignored. */
static void
wait_for_command (int number)
{
}

static int
run_command (char **command, GError **error)
{
  g_auto (GStrv) environment = server_environment ();
  int status;

  signal (SIGINT, wait_for_command);
  if (!g_spawn_sync (NULL, command, environment, G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN | G_SPAWN_LEAVE_DESCRIPTORS_OPEN,
                     NULL, NULL, NULL, NULL, &status, error))
    return CTL_FAILED;
  return WIFEXITED (status) ? WEXITSTATUS (status) : CTL_FAILED;
}

int
ctl_with_server (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int code = CTL_FAILED;

  if (!ctl_parse (&argc, &argv, _ ("-- COMMAND…"), NULL, NULL, 1, -1))
    return CTL_USAGE;
  argv += g_strcmp0 (argv[1], "--") == 0 ? 2 : 1;
  if (jl_reach_hold_server (&error))
    code = run_command (argv, &error);
  return error != NULL ? ctl_finish (FALSE, &error) : code;
}
