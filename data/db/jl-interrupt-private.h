/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Stops what a session runs, from any thread, without ever touching what it runs next. */

#pragma once

#include "jl-session.h"

G_BEGIN_DECLS

typedef struct
{
  GMutex        lock;
  GCond         disarmed;
  JlSession    *session; /* NULL: disarmed */
  GThread      *thread;  /* sends the cancel requests */
  GCancellable *cancellable;
  gulong        handler;
} JlInterrupt;

void jl_interrupt_init (JlInterrupt *self);
void jl_interrupt_clear (JlInterrupt *self);

/* The owner of the session calls these two around its work. cancellable may be NULL. */
void jl_interrupt_arm (JlInterrupt *self, JlSession *session, GCancellable *cancellable);
void jl_interrupt_disarm (JlInterrupt *self);

/* Any thread; returns at once. Nothing happens while disarmed. */
void jl_interrupt_fire (JlInterrupt *self);

G_END_DECLS
