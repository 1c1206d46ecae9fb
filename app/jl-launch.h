/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* From "which database?" to an open link, in a thread: the private server and the practice database
 * made on demand, or a central server; its schema checked; who is signed in and which years there
 * are. */

#pragma once

#include "jl-link.h"

G_BEGIN_DECLS

/**
 * JlTarget: which database, as whom.
 * @server: (nullable): libpq URI, key=value text or service name; %NULL: the practice database
 * @user: (nullable): role; for the practice database also the short name ("housing2")
 * @password: (nullable): for this session only
 */
typedef struct
{
  char *server;
  char *user;
  char *password;
} JlTarget;

JlTarget *jl_target_new (const char *server, const char *user, const char *password);
JlTarget *jl_target_copy (const JlTarget *self);
void      jl_target_free (JlTarget *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlTarget, jl_target_free)

typedef enum
{
  JL_LAUNCH_SERVER,   /* the private server is being started */
  JL_LAUNCH_PRACTICE, /* the practice database is being made or looked at */
  JL_LAUNCH_OPEN,     /* signing in */
} JlLaunchStage;

/* Called on the main thread. */
typedef void (*JlLaunchProgress) (JlLaunchStage stage, gpointer user_data);

/* Cancelling returns at once; a practice database that is being made is finished in the background.
 */
void    jl_launch_async (const JlTarget     *target,
                         JlLaunchProgress    progress,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data);
JlLink *jl_launch_finish (GAsyncResult *result, GError **error);

G_END_DECLS
