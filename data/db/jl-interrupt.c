/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A cancel request opens a connection of its own and takes some milliseconds, so it is sent by a
 * thread made for it and never by the one that cancels. A request that arrives between two
 * statements is forgotten by the server: it is repeated until the work has ended, and the session
 * itself refuses to begin another statement. Disarming waits for the request that is under way;
 * what the session sends after that cannot be hit. */

#include "jl-interrupt-private.h"

#include "jl-session-private.h"

#define REPEAT_US (50 * G_TIME_SPAN_MILLISECOND)

void
jl_interrupt_init (JlInterrupt *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->disarmed);
}

void
jl_interrupt_clear (JlInterrupt *self)
{
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->disarmed);
}

static gpointer
send_requests (gpointer data)
{
  JlInterrupt *self = data;

  g_mutex_lock (&self->lock);
  while (self->session != NULL)
    {
      JlSession *session = self->session;

      g_mutex_unlock (&self->lock);
      jl_session_cancel (session);
      g_mutex_lock (&self->lock);
      if (self->session != NULL)
        g_cond_wait_until (&self->disarmed, &self->lock, g_get_monotonic_time () + REPEAT_US);
    }
  g_mutex_unlock (&self->lock);
  return NULL;
}

void
jl_interrupt_fire (JlInterrupt *self)
{
  g_mutex_lock (&self->lock);
  if (self->session != NULL && self->thread == NULL)
    {
      jl_session_set_interrupted (self->session, TRUE);
      self->thread = g_thread_new ("jl-cancel", send_requests, self);
    }
  g_mutex_unlock (&self->lock);
}

static void
cancelled_cb (GCancellable *cancellable, gpointer self)
{
  jl_interrupt_fire (self);
}

void
jl_interrupt_arm (JlInterrupt *self, JlSession *session, GCancellable *cancellable)
{
  g_mutex_lock (&self->lock);
  self->session = session;
  g_mutex_unlock (&self->lock);

  self->cancellable = cancellable;
  if (cancellable != NULL)
    self->handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), self, NULL);
}

void
jl_interrupt_disarm (JlInterrupt *self)
{
  JlSession *session;
  GThread   *thread;

  g_cancellable_disconnect (self->cancellable, self->handler);
  self->cancellable = NULL;
  self->handler = 0;

  g_mutex_lock (&self->lock);
  session = g_steal_pointer (&self->session);
  thread = g_steal_pointer (&self->thread);
  g_cond_signal (&self->disarmed);
  g_mutex_unlock (&self->lock);

  if (thread != NULL)
    g_thread_join (thread);
  jl_session_set_interrupted (session, FALSE);
}
