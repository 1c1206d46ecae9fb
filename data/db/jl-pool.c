/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The main thread's side of the workers: makes tasks of jobs, and ends the threads. Ending does not
 * wait for them, because a thread may be deep in connecting to a host that does not answer; each
 * closes its own line when it is done. */

#include "jl-pool.h"

#include "jl-listener-private.h"
#include "jl-worker-private.h"

struct _JlPool
{
  GObject      parent_instance;
  JlShared    *shared;
  JlViewpoint *viewpoint; /* (nullable): of the jobs to come */
  JlListener  *listener;  /* (nullable): nobody listens */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JlPool, jl_pool, G_TYPE_OBJECT)

static void
jl_pool_dispose (GObject *object)
{
  jl_pool_close (JL_POOL (object));
  G_OBJECT_CLASS (jl_pool_parent_class)->dispose (object);
}

static void
jl_pool_finalize (GObject *object)
{
  g_clear_pointer (&JL_POOL (object)->viewpoint, jl_viewpoint_unref);
  jl_shared_unref (JL_POOL (object)->shared);
  G_OBJECT_CLASS (jl_pool_parent_class)->finalize (object);
}

static void
jl_pool_class_init (JlPoolClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jl_pool_dispose;
  object_class->finalize = jl_pool_finalize;

  signals[CHANGED] = g_signal_new ("changed", JL_TYPE_POOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
jl_pool_init (JlPool *self)
{
}

/**
 * jl_pool_new:
 * @conninfo: a libpq URI, key=value text or service=NAME
 * @user: (nullable): the official's login role
 * @password: (nullable): for this run of the program only
 * @n_workers: how many jobs may run at once
 *
 * Makes the threads; each connects when it gets its first job.
 */
JlPool *
jl_pool_new (const char *conninfo, const char *user, const char *password, guint n_workers)
{
  JlPool *self = g_object_new (JL_TYPE_POOL, NULL);

  self->shared = jl_shared_new (conninfo, user, password, n_workers);
  for (guint i = 0; i < n_workers; i++)
    jl_worker_start (&self->shared->workers[i]);
  return self;
}

/**
 * jl_pool_lend:
 * @self: a pool that has run nothing yet
 * @session: (transfer full): an open session of the same official and database
 *
 * The first job gets it and goes on with what the session knows already. A pool has one such session at most.
 */
void
jl_pool_lend (JlPool *self, JlSession *session)
{
  g_return_if_fail (g_atomic_pointer_get (&self->shared->spare) == NULL);

  g_atomic_pointer_set (&self->shared->spare, session);
}

/**
 * jl_pool_set_viewpoint:
 * @self: a pool
 * @known_at: (nullable): a time with its zone, "2012-12-31T24:00:00+08"
 * @places_on: (nullable): a day, "2016-06-01"
 *
 * Jobs that were asked for before keep the viewpoint they were asked from. On the thread that runs jobs.
 */
void
jl_pool_set_viewpoint (JlPool *self, const char *known_at, const char *places_on)
{
  g_clear_pointer (&self->viewpoint, jl_viewpoint_unref);
  if (known_at || places_on)
    self->viewpoint = jl_viewpoint_new (known_at, places_on);
}

static JlJob *
make_job (JlPool        *self,
          JlWorkKind     kind,
          JlWorkFunc     work,
          gpointer       data,
          GDestroyNotify free_data,
          GDestroyNotify free_product)
{
  JlJob *job = g_new0 (JlJob, 1);

  job->kind = kind;
  if (kind == JL_WORK_READ && self->viewpoint)
    job->viewpoint = g_atomic_rc_box_acquire (self->viewpoint);
  job->work = work;
  job->data = data;
  job->free_data = free_data;
  job->free_product = free_product;
  return job;
}

/**
 * jl_pool_run_async:
 * @self: a pool
 * @kind: whether @work may be repeated
 * @work: runs in a worker thread
 * @data: (transfer full): for @work
 * @free_data: (nullable): frees @data, on the caller's thread
 * @free_product: (nullable): frees what @work returned if nobody takes it
 * @cancellable: (nullable): cancelling stops what the server runs
 * @callback: called on the caller's thread, never before this function returns
 * @user_data: for @callback
 *
 * A cancelled %JL_WORK_READ always ends as cancelled. A %JL_WORK_WRITE ends as what became of it:
 * it may have been done before the cancelling arrived.
 */
void
jl_pool_run_async (JlPool             *self,
                   JlWorkKind          kind,
                   JlWorkFunc          work,
                   gpointer            data,
                   GDestroyNotify      free_data,
                   GDestroyNotify      free_product,
                   GCancellable       *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  JlJob *job = make_job (self, kind, work, data, free_data, free_product);

  g_task_set_source_tag (task, jl_pool_run_async);
  g_task_set_name (task, "jl-pool-run");
  g_task_set_check_cancellable (task, kind == JL_WORK_READ);
  g_task_set_task_data (task, job, (GDestroyNotify) jl_job_free);
  if (g_atomic_int_get (&self->shared->closing))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The pool is closed");
  else
    g_async_queue_push (self->shared->tasks, g_steal_pointer (&task));
}

/**
 * jl_pool_run_finish:
 * @self: a pool
 * @result: what the callback was given
 * @error: the failure of the work, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the product of the work
 */
gpointer
jl_pool_run_finish (JlPool *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
told_cb (gpointer pool, const char *table, gboolean own)
{
  g_signal_emit (pool, signals[CHANGED], 0, table, own);
}

/**
 * jl_pool_listen:
 * @self: a pool
 *
 * Opens a session more that only listens, in a thread of its own.
 */
void
jl_pool_listen (JlPool *self)
{
  g_return_if_fail (self->listener == NULL);

  if (!g_atomic_int_get (&self->shared->closing))
    self->listener = jl_listener_start (self->shared, G_OBJECT (self), told_cb);
}

/**
 * jl_pool_close:
 * @self: a pool
 *
 * Cancels what runs and what waits, and lets the threads end. Callbacks still come, with
 * %G_IO_ERROR_CANCELLED. Called on the thread that runs jobs; closing twice does nothing.
 */
void
jl_pool_close (JlPool *self)
{
  JlShared *shared = self->shared;

  if (!g_atomic_int_compare_and_exchange (&shared->closing, FALSE, TRUE))
    return;
  g_clear_pointer (&self->listener, jl_listener_stop);
  for (guint i = 0; i < shared->n_workers; i++)
    {
      jl_interrupt_fire (&shared->workers[i].interrupt);
      g_async_queue_push (shared->tasks, &shared->closing);
    }
}
