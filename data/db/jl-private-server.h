/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The private PostgreSQL server of this person: found or started, kept while anyone needs it, stopped after. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _JlServerLease JlServerLease;

/* Blocks until the server answers (starting it if needed by running `jiliangctl serve`, whose path is ctl_path).
 * The lease must be held as long as the server is needed; the kernel frees it when the process dies. */
JlServerLease *jl_private_server_acquire (const char *ctl_path, GError **error);
void           jl_private_server_release (JlServerLease *lease);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlServerLease, jl_private_server_release)

/* "host=… port=… dbname=… user=…"; user may be NULL. */
char *jl_private_server_conninfo (const char *database, const char *user);

/* The folder of the server's socket, for programs that are not ours. (transfer full) */
char *jl_private_server_socket_dir (void);

/* The body of `jiliangctl serve`: returns the process's exit code. */
int jl_private_server_serve (GError **error);

G_END_DECLS
