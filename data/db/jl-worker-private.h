/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A worker thread of the pool: one session, one job at a time. */

#pragma once

#include "jl-interrupt-private.h"
#include "jl-pool.h"

G_BEGIN_DECLS

/* What one run of a function needs and brings. Owned by its GTask. */
typedef struct
{
  JlWorkKind     kind;
  JlWorkFunc     work;
  gpointer       data;
  GDestroyNotify free_data;
  GDestroyNotify free_product;
  gpointer       product;
  GError        *error;
} JlJob;

void jl_job_free (JlJob *job);

/* What the pool and its threads share; the last of them to go frees it. */
typedef struct
{
  gatomicrefcount   refs;
  char             *conninfo;
  char             *user;
  char             *password;
  GAsyncQueue      *tasks;         /* GTask with a JlJob, or the address of closing: end */
  gint              closing;       /* atomic */
  gint              was_connected; /* atomic: a failure to connect is an outage, not a mistake */
  guint             n_workers;
  struct _JlWorker *workers;
} JlShared;

typedef struct _JlWorker
{
  JlShared   *shared;
  JlSession  *session; /* touched by its thread only */
  JlInterrupt interrupt;
} JlWorker;

JlShared *jl_shared_new (const char *conninfo, const char *user, const char *password, guint n);
void      jl_shared_unref (JlShared *self);

/* Starts its thread, which ends and lets go of the shared part when it takes the end mark. */
void jl_worker_start (JlWorker *self);

G_END_DECLS
