/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One check at a time: the rules look at everything, so a second one beside the first would find nothing more. What was written stays
 * written whatever becomes of the check. */

#include "jl-catch-up.h"

#include "jl-finding.h"
#include "jl-run.h"

struct _JlCatchUp
{
  GObject parent_instance;

  JlLink       *link;    /* (nullable) */
  GCancellable *running; /* (nullable) */
  gboolean      again;   /* something was written since it began */
};

G_DEFINE_FINAL_TYPE (JlCatchUp, jl_catch_up, G_TYPE_OBJECT)

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gpointer
catch_up (JlSession *session, gpointer data, GError **error)
{
  return jl_finding_catch_up (session, error);
}

static void start (JlCatchUp *self);

/* Whether this check changed anything is not asked: another's may have. */
static void
done_cb (gpointer owner, gpointer product, const GError *error)
{
  JlCatchUp *self = owner;
  gboolean   again = self->again;

  g_clear_pointer (&product, jl_result_unref);
  g_clear_object (&self->running);
  if (again)
    start (self);
  if (error == NULL || !again)
    g_signal_emit (self, signals[DONE], 0, error);
}

static void
start (JlCatchUp *self)
{
  self->again = FALSE;
  self->running = jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_WRITE, catch_up, NULL, NULL,
                                (GDestroyNotify) jl_result_unref, done_cb);
}

static void
stop (JlCatchUp *self)
{
  if (self->running)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->again = FALSE;
}

static void
jl_catch_up_dispose (GObject *object)
{
  stop (JL_CATCH_UP (object));
  g_clear_object (&JL_CATCH_UP (object)->link);
  G_OBJECT_CLASS (jl_catch_up_parent_class)->dispose (object);
}

static void
jl_catch_up_class_init (JlCatchUpClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jl_catch_up_dispose;
  signals[DONE] =
      g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
jl_catch_up_init (JlCatchUp *self)
{
}

JlCatchUp *
jl_catch_up_new (void)
{
  return g_object_new (JL_TYPE_CATCH_UP, NULL);
}

void
jl_catch_up_set_link (JlCatchUp *self, JlLink *link)
{
  if (self->link == link)
    return;
  stop (self);
  g_set_object (&self->link, link);
}

void
jl_catch_up_start (JlCatchUp *self)
{
  if (self->running)
    self->again = TRUE;
  else if (self->link)
    start (self);
}

gboolean
jl_catch_up_is_running (JlCatchUp *self)
{
  return self->running != NULL;
}
