/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One run of a work function in a worker thread. */

#include "jl-run.h"

typedef struct
{
  GObject       *owner;
  JlPool        *pool; /* NULL: without a session */
  GCancellable  *cancellable;
  GDestroyNotify free_product;
  JlRunDone      done;
} Run;

typedef struct
{
  JlWorkFunc     work;
  gpointer       data;
  GDestroyNotify free_data;
} Work;

static void
run_free (Run *run)
{
  g_object_unref (run->owner);
  g_clear_object (&run->pool);
  g_object_unref (run->cancellable);
  g_free (run);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
work_free (gpointer data)
{
  Work *work = data;

  if (work->free_data)
    work->free_data (work->data);
  g_free (work);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GError) error = NULL;
  gpointer product = run->pool ? jl_pool_run_finish (run->pool, result, &error)
                               : g_task_propagate_pointer (G_TASK (result), &error);

  if (!g_cancellable_is_cancelled (run->cancellable))
    run->done (run->owner, product, error);
  else if (product && run->free_product)
    run->free_product (product);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work    *work = task_data;
  GError  *error = NULL;
  gpointer product = work->work (NULL, work->data, &error);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, product, NULL);
}

static void
run_without_session (Run *run, JlWorkFunc work, gpointer data, GDestroyNotify free_data)
{
  g_autoptr (GTask) task = g_task_new (run->owner, run->cancellable, ended_cb, run);
  Work *job = g_new0 (Work, 1);

  *job = (Work){ work, data, free_data };
  g_task_set_source_tag (task, run_without_session);
  g_task_set_task_data (task, job, work_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_in_thread);
}

GCancellable *
jl_run_start (gpointer       owner,
              JlPool        *pool,
              JlWorkKind     kind,
              JlWorkFunc     work,
              gpointer       data,
              GDestroyNotify free_data,
              GDestroyNotify free_product,
              JlRunDone      done)
{
  Run          *run = g_new0 (Run, 1);
  GCancellable *cancellable = g_cancellable_new ();

  *run = (Run){ g_object_ref (owner), pool ? g_object_ref (pool) : NULL, g_object_ref (cancellable),
                free_product, done };
  if (pool)
    jl_pool_run_async (pool, kind, work, data, free_data, free_product, cancellable, ended_cb, run);
  else
    run_without_session (run, work, data, free_data);
  return cancellable;
}
