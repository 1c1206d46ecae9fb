/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A few worker threads, each with its own session. Work is a function run there with a session of its own (a lease); the
 * finished object comes back on the main thread. */

#pragma once

#include <gio/gio.h>

#include "jl-session.h"

G_BEGIN_DECLS

#define JL_TYPE_POOL (jl_pool_get_type ())
G_DECLARE_FINAL_TYPE (JlPool, jl_pool, JL, POOL, GObject)

JlPool *jl_pool_new (const char *conninfo, const char *user, const char *password, guint n_workers);

/* Runs in a worker thread. Returns the product, or NULL with error set. The session is the function's alone until it returns.
 * A function that only reads (JL_WORK_READ) is repeated once after a lost line; one that writes never is. */
typedef gpointer (*JlWorkFunc) (JlSession *session, gpointer data, GError **error);

typedef enum
{
  JL_WORK_READ,
  JL_WORK_WRITE,
} JlWorkKind;

void     jl_pool_run_async (JlPool             *self,
                            JlWorkKind          kind,
                            JlWorkFunc          work,
                            gpointer            data,
                            GDestroyNotify      free_data,
                            GDestroyNotify      free_product,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
gpointer jl_pool_run_finish (JlPool *self, GAsyncResult *result, GError **error);

/* Gives a session of the same official to the first worker that needs one. */
void jl_pool_lend (JlPool *self, JlSession *session);

/* From where later readings look: as known at a time and by the divisions of a day; see define/05-viewpoint.sql. Either may be
 * NULL: everything that is known; the divisions of each year. Writing always happens in the present. */
void jl_pool_set_viewpoint (JlPool *self, const char *known_at, const char *places_on);

/* From now on the signal "changed" (table, own) says which table of the database somebody has changed, and whether it was this pool
 * itself. An empty name: nobody listened for a while, anything may have been changed. On the thread that runs jobs; once. */
void jl_pool_listen (JlPool *self);

/* Cancels what runs, ends the threads. Called by dispose as well. */
void jl_pool_close (JlPool *self);

G_END_DECLS
