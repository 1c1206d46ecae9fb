/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* From "which database?" to an open link, in one thread of the pool of GTask. */

#include "jl-launch.h"

#include "jl-migrate.h"
#include "jl-practice.h"
#include "jl-private-server.h"
#include "jl-reach.h"

#define N_WORKERS 3

typedef struct
{
  JlTarget        *target;
  JlLaunchProgress progress;
  gpointer         user_data;
} Launch;

/* A stage on its way to the main thread. */
typedef struct
{
  GTask        *task;
  JlLaunchStage stage;
} Report;

JlTarget *
jl_target_new (const char *server, const char *user, const char *password)
{
  JlTarget *self = g_new0 (JlTarget, 1);

  *self = (JlTarget){ g_strdup (server), g_strdup (user), g_strdup (password) };
  return self;
}

JlTarget *
jl_target_copy (const JlTarget *self)
{
  return jl_target_new (self->server, self->user, self->password);
}

void
jl_target_free (JlTarget *self)
{
  g_free (self->server);
  g_free (self->user);
  g_free (self->password);
  g_free (self);
}

static void
launch_free (gpointer data)
{
  Launch *launch = data;

  jl_target_free (launch->target);
  g_free (launch);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  Launch *launch = g_task_get_task_data (report->task);

  if (launch->progress && !g_task_get_completed (report->task) &&
      !g_cancellable_is_cancelled (g_task_get_cancellable (report->task)))
    launch->progress (report->stage, launch->user_data);
  return G_SOURCE_REMOVE;
}

static void
report_free (gpointer data)
{
  g_object_unref (((Report *) data)->task);
  g_free (data);
}

static void
report (GTask *task, JlLaunchStage stage)
{
  Report *data = g_new0 (Report, 1);

  *data = (Report){ g_object_ref (task), stage };
  g_idle_add_full (G_PRIORITY_DEFAULT, report_cb, data, report_free);
}

static char *
prepare_practice (GTask *task, const JlTarget *target, GError **error)
{
  const JlPractice *wanted = &jl_practice_default;
  g_autofree char  *role = jl_reach_practice_role (target->user);

  report (task, JL_LAUNCH_SERVER);
  if (!jl_reach_hold_server (error))
    return NULL;
  report (task, JL_LAUNCH_PRACTICE);
  if (!jl_practice_ensure (JL_PRACTICE_DATABASE, wanted->buildings, wanted->first_year,
                           wanted->last_year, FALSE, error))
    return NULL;
  return jl_private_server_conninfo (JL_PRACTICE_DATABASE, role);
}

static JlLink *
open_link (const char *conninfo,
           const char *user,
           const char *password,
           gboolean    check,
           GError    **error)
{
  g_autoptr (JlSession) session = jl_session_open (conninfo, user, password, error);
  g_autoptr (JlPool) pool = NULL;
  JlDesk *desk;

  if (session == NULL || (check && !jl_migrate_check (session, error)))
    return NULL;
  desk = jl_desk_load (session, error);
  if (desk == NULL)
    return NULL;
  pool = jl_pool_new (conninfo, user, password, N_WORKERS);
  jl_pool_lend (pool, g_steal_pointer (&session));
  jl_pool_listen (pool);
  return jl_link_new (pool, desk);
}

static void
launch_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const JlTarget  *target = ((Launch *) task_data)->target;
  gboolean         central = target->server != NULL;
  GError          *error = NULL;
  g_autofree char *conninfo =
      central ? jl_reach_central_conninfo (target->server) : prepare_practice (task, target, &error);
  JlLink *link = NULL;

  if (conninfo)
    {
      report (task, JL_LAUNCH_OPEN);
      link = open_link (conninfo, central ? target->user : NULL, target->password, central, &error);
    }
  if (link)
    g_task_return_pointer (task, link, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
jl_launch_async (const JlTarget     *target,
                 JlLaunchProgress    progress,
                 GCancellable       *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Launch *launch = g_new0 (Launch, 1);

  *launch = (Launch){ jl_target_copy (target), progress, user_data };
  g_task_set_source_tag (task, jl_launch_async);
  g_task_set_task_data (task, launch, launch_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, launch_in_thread);
}

JlLink *
jl_launch_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
