/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A home of the test's own for the private server, so that no test ever meets the person's. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Call it first in main: the folders are asked for only once in a process. Returns the new home. (transfer full) */
char *jl_test_home_enter (void);
/* Waits until the server is gone and removes the home. */
void jl_test_home_leave (char *home);

/* Whether any process of the private server or its keeper is left. */
gboolean jl_test_home_is_served (void);

/* Spins until condition says TRUE; fails the test after ten seconds. */
void jl_test_wait_until (gboolean (*condition) (gpointer data), gpointer data);

G_END_DECLS
