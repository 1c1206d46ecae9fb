/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the window and jiliangctl share on their way to a database: names become connections, the
 * private server stays up while the program runs. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The path of another program in this one's folder, installed or not. (transfer full) */
char *jl_reach_sibling (const char *name);

/* Keeps the private server running until this process ends, starting it if it does not run;
 * repeating it does nothing. Blocks; any thread may call it. */
gboolean jl_reach_hold_server (GError **error);

/* server: libpq URI, key=value text or, a bare word, the name of a service. (transfer full) */
char *jl_reach_central_conninfo (const char *server);

/* name: NULL for the housing official, "housing2" for "jl_practice_housing2", any other name is a
 * role as it stands. (transfer full) */
char *jl_reach_practice_role (const char *name);

G_END_DECLS
