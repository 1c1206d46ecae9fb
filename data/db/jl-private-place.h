/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Where the private server of this person lives and as whom its programs run. Shared by those who need the server and by the
 * one who keeps it; nobody else includes this. */

#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/**
 * JlPrivatePlace:
 * @home: the folder of the data directories (one a major version) and of the locks
 * @become: words put before PostgreSQL's programs, which refuse to run as root; NULL-terminated, mostly empty
 * @owner: user id that owns the files of the server
 * @group: its group id
 */
typedef struct
{
  char              *home;
  const char *const *become;
  uid_t              owner;
  gid_t              group;
} JlPrivatePlace;

const JlPrivatePlace *jl_private_place (void);

/* Files of home: "lease" (shared lock of everyone who needs the server), "serving" (exclusive lock, held by its keeper and by
 * every process of the server itself), "alive" (a FIFO whose only writer is the keeper), "socket" (the path of its folder). */
char *jl_private_place_path (const char *name);
int   jl_private_place_open (const char *name, GError **error);
/* Creates home if it is not there. */
gboolean jl_private_place_make (GError **error);

/* The socket's folder as a new server would choose it, made and safe. */
char *jl_private_place_make_socket_dir (GError **error);

G_END_DECLS
