/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The loop of a worker thread. It connects when the first job comes, connects anew when the line
 * was lost between two jobs, and repeats a job that only reads when the line was lost under it. The
 * product goes back to the main context of the caller, where the task is freed as well, so that
 * nothing of the caller's is ever freed here. */

#define G_LOG_DOMAIN "jl-db"

#include "jl-worker-private.h"

#include "jl-session-private.h"

/* After an outage: first pause, longest pause, whole time. */
#define FIRST_PAUSE_US (20 * G_TIME_SPAN_MILLISECOND)
#define LONGEST_PAUSE_US (320 * G_TIME_SPAN_MILLISECOND)
#define PATIENCE_US (5 * G_TIME_SPAN_SECOND)

void
jl_job_free (JlJob *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  if (job->product != NULL && job->free_product != NULL)
    job->free_product (job->product);
  g_clear_error (&job->error);
  g_clear_pointer (&job->viewpoint, jl_viewpoint_unref);
  g_free (job);
}

/* ---- viewpoints */

JlViewpoint *
jl_viewpoint_new (const char *known_at, const char *places_on)
{
  JlViewpoint *self = g_atomic_rc_box_new0 (JlViewpoint);

  self->known_at = g_strdup (known_at);
  self->places_on = g_strdup (places_on);
  return self;
}

static void
viewpoint_clear (gpointer data)
{
  JlViewpoint *self = data;

  g_free (self->known_at);
  g_free (self->places_on);
}

void
jl_viewpoint_unref (JlViewpoint *self)
{
  g_atomic_rc_box_release_full (self, viewpoint_clear);
}

/* ---- what is shared */

JlShared *
jl_shared_new (const char *conninfo, const char *user, const char *password, guint n)
{
  JlShared *self = g_new0 (JlShared, 1);

  g_atomic_ref_count_init (&self->refs);
  self->conninfo = g_strdup (conninfo);
  self->user = g_strdup (user);
  self->password = g_strdup (password);
  self->tasks = g_async_queue_new ();
  self->n_workers = n;
  self->workers = g_new0 (JlWorker, n);
  for (guint i = 0; i < n; i++)
    {
      self->workers[i].shared = self;
      jl_interrupt_init (&self->workers[i].interrupt);
    }
  return self;
}

void
jl_shared_unref (JlShared *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n_workers; i++)
    jl_interrupt_clear (&self->workers[i].interrupt);
  g_clear_pointer (&self->spare, jl_session_close);
  g_free (self->workers);
  g_async_queue_unref (self->tasks);
  g_free (self->conninfo);
  g_free (self->user);
  g_free (self->password);
  g_free (self);
}

gboolean
jl_shared_owns (JlShared *self, int backend)
{
  for (guint i = 0; i < self->n_workers; i++)
    if (g_atomic_int_get (&self->workers[i].backend) == backend)
      return TRUE;
  return FALSE;
}

/* ---- the line */

static void
disconnect (JlWorker *self)
{
  g_clear_pointer (&self->session, jl_session_close);
  g_clear_pointer (&self->viewpoint, jl_viewpoint_unref);
}

static gboolean
is_over (JlWorker *self, GCancellable *cancellable)
{
  return g_atomic_int_get (&self->shared->closing) || g_cancellable_is_cancelled (cancellable);
}

/* The one that is open already, unless another worker has it or its line is gone. */
static JlSession *
take_spare (JlShared *shared)
{
  JlSession *spare = g_atomic_pointer_get (&shared->spare);

  if (spare == NULL || !g_atomic_pointer_compare_and_exchange (&shared->spare, spare, NULL))
    return NULL;
  if (jl_session_is_lost (spare))
    g_clear_pointer (&spare, jl_session_close);
  return spare;
}

static gboolean
open_session (JlWorker *self, GError **error)
{
  JlShared *shared = self->shared;

  self->session = take_spare (shared);
  if (self->session == NULL)
    self->session = jl_session_open (shared->conninfo, shared->user, shared->password, error);
  if (self->session == NULL)
    return FALSE;
  g_atomic_int_set (&shared->was_connected, TRUE);
  g_atomic_int_set (&self->backend, jl_session_backend (self->session));
  return TRUE;
}

/* A server that has answered before may be starting again: try with growing pauses. */
static gboolean
reopen_session (JlWorker *self, GCancellable *cancellable, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;
  gint64 pause = FIRST_PAUSE_US;

  while (g_error_matches (*error, JL_ERROR, JL_ERROR_CONNECTION) &&
         g_get_monotonic_time () + pause < deadline && !is_over (self, cancellable))
    {
      g_usleep ((gulong) pause);
      pause = MIN (2 * pause, LONGEST_PAUSE_US);
      g_clear_error (error);
      if (open_session (self, error))
        return TRUE;
    }
  return FALSE;
}

static gboolean
ensure_session (JlWorker *self, GCancellable *cancellable, GError **error)
{
  if (self->session != NULL && jl_session_is_lost (self->session))
    disconnect (self);
  if (self->session != NULL || open_session (self, error))
    return TRUE;
  if (!g_atomic_int_get (&self->shared->was_connected))
    return FALSE;
  return reopen_session (self, cancellable, error);
}

/* ---- jobs */

/* Leaves the session as the next job expects it: outside of any transaction, or closed. */
static void
tidy_session (JlWorker *self)
{
  jl_session_rollback (self->session);
  if (jl_session_is_lost (self->session))
    disconnect (self);
}

/* The session takes the job's viewpoint; it keeps it for the next job, which most often has the same. */
static gboolean
take_viewpoint (JlWorker *self, JlJob *job)
{
  static const char set[] = "select pg_catalog.set_config ('jl.known_at', coalesce ($1, ''), false),"
                            " pg_catalog.set_config ('jl.places_on', coalesce ($2, ''), false)";
  JlViewpoint      *wanted = job->viewpoint;
  const char *const params[] = { wanted ? wanted->known_at : NULL, wanted ? wanted->places_on : NULL };
  g_autoptr (JlResult) done = NULL;

  if (wanted == self->viewpoint)
    return TRUE;
  done = jl_session_query_text (self->session, set, 2, params, &job->error);
  if (done == NULL)
    return FALSE;
  g_clear_pointer (&self->viewpoint, jl_viewpoint_unref);
  self->viewpoint = wanted ? g_atomic_rc_box_acquire (wanted) : NULL;
  return TRUE;
}

/* Returns whether the line was lost under the work. */
static gboolean
run_once (JlWorker *self, JlJob *job, GCancellable *cancellable)
{
  if (!ensure_session (self, cancellable, &job->error))
    return FALSE;
  jl_interrupt_arm (&self->interrupt, self->session, cancellable);
  if (g_atomic_int_get (&self->shared->closing))
    jl_interrupt_fire (&self->interrupt);
  if (take_viewpoint (self, job))
    job->product = job->work (self->session, job->data, &job->error);
  jl_interrupt_disarm (&self->interrupt);
  if (g_error_matches (job->error, JL_ERROR, JL_ERROR_CONNECTION))
    disconnect (self);
  else
    tidy_session (self);
  return self->session == NULL && job->error != NULL;
}

static void
run (JlWorker *self, JlJob *job, GCancellable *cancellable)
{
  if (is_over (self, cancellable))
    {
      g_set_error_literal (&job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
      return;
    }
  if (!run_once (self, job, cancellable))
    return;
  if (job->kind == JL_WORK_READ && !is_over (self, cancellable))
    {
      g_clear_error (&job->error);
      run_once (self, job, cancellable);
    }
}

static gboolean
return_to_caller (gpointer data)
{
  GTask *task = data;
  JlJob *job = g_task_get_task_data (task);

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&job->product), job->free_product);
  return G_SOURCE_REMOVE;
}

/* Takes task. */
static void
hand_back (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_static_name (source, "jl-pool");
  g_source_set_callback (source, return_to_caller, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static gpointer
worker_loop (gpointer data)
{
  JlWorker *self = data;
  JlShared *shared = self->shared;
  gpointer  next;

  while ((next = g_async_queue_pop (shared->tasks)) != &shared->closing)
    {
      run (self, g_task_get_task_data (next), g_task_get_cancellable (next));
      hand_back (next);
    }
  disconnect (self);
  jl_shared_unref (shared);
  return NULL;
}

void
jl_worker_start (JlWorker *self)
{
  g_atomic_ref_count_inc (&self->shared->refs);
  g_thread_unref (g_thread_new ("jl-worker", worker_loop, self));
}
