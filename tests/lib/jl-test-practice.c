/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A practice database of the test program's own. There is one in a program, as there is one private server. */

#include "jl-test-practice.h"

#include "jl-private-server.h"
#include "jl-test-home.h"

static char          *home;
static JlServerLease *lease;
static char          *database;

void
jl_test_practice_enter (int *argc, char ***argv, int buildings, int last_year)
{
  g_autoptr (GError) error = NULL;

  home = jl_test_home_enter ();
  g_test_init (argc, argv, NULL);
  lease = jl_private_server_acquire (g_getenv ("JILIANGCTL"), &error);
  g_assert_no_error (error);
  database = g_strdup_printf ("jl_bench_%d", buildings);
  jl_practice_ensure (database, buildings, 2010, last_year, FALSE, &error);
  g_assert_no_error (error);
}

void
jl_test_practice_leave (void)
{
  g_clear_pointer (&lease, jl_private_server_release);
  g_clear_pointer (&home, jl_test_home_leave);
  g_clear_pointer (&database, g_free);
}

JlSession *
jl_test_practice_open (const char *role)
{
  g_autofree char *conninfo = jl_private_server_conninfo (database, role);
  g_autoptr (GError) error = NULL;
  JlSession *session = jl_session_open (conninfo, NULL, NULL, &error);

  g_assert_no_error (error);
  return session;
}
