/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A worker thread of the pool: one session, one job at a time. */

#pragma once

#include "jl-interrupt-private.h"
#include "jl-pool.h"

G_BEGIN_DECLS

/* From where a session reads; immutable. */
typedef struct
{
  char *known_at;  /* (nullable) */
  char *places_on; /* (nullable) */
} JlViewpoint;

JlViewpoint *jl_viewpoint_new (const char *known_at, const char *places_on);
void         jl_viewpoint_unref (JlViewpoint *self);

/* What one run of a function needs and brings. Owned by its GTask. */
typedef struct
{
  JlWorkKind     kind;
  JlViewpoint   *viewpoint; /* (nullable): the present */
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
  JlSession        *spare;         /* atomic (nullable): open, for the first worker that needs one */
  guint             n_workers;
  struct _JlWorker *workers;
} JlShared;

typedef struct _JlWorker
{
  JlShared    *shared;
  JlSession   *session;   /* touched by its thread only, as is its viewpoint */
  JlViewpoint *viewpoint; /* (nullable): where the session stands */
  gint         backend;   /* atomic: the server's process of the session, or of the last one; 0: none yet */
  JlInterrupt  interrupt;
} JlWorker;

JlShared *jl_shared_new (const char *conninfo, const char *user, const char *password, guint n);
void      jl_shared_unref (JlShared *self);

/* Any thread: whether a process of the server works, or worked last, for one of the sessions. */
gboolean jl_shared_owns (JlShared *self, int backend);

/* Starts its thread, which ends and lets go of the shared part when it takes the end mark. */
void jl_worker_start (JlWorker *self);

G_END_DECLS
