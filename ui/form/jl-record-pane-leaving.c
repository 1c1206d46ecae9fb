/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Whoever would leave a form is asked first what is to become of it. */

#include "jl-record-pane-private.h"

#include <glib/gi18n-lib.h>

#include "jl-compat.h"

/* Unless somebody has opened another record meanwhile, there is nothing to show. */
static gboolean
close_if_empty (gpointer user_data)
{
  JlRecordPane *self = user_data;

  if (self->mode == JL_RECORD_MODE_NOTHING && self->loading == NULL)
    g_signal_emit_by_name (self, "closed");
  return G_SOURCE_REMOVE;
}

static void
discard (JlRecordPane *self)
{
  self->form_of = (JlRecordJob){ 0 };
  if (self->details && self->shown.id > 0)
    {
      jl_record_pane_show_reading (self);
      return;
    }
  jl_record_pane_set_mode (self, JL_RECORD_MODE_NOTHING);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_if_empty, g_object_ref (self), g_object_unref);
}

static void
unsaved_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlRecordPane) self = user_data;

  switch (jl_compat_ask_unsaved_finish (result))
    {
    case JL_UNSAVED_STAY:
      jl_record_pane_answer_departure (self, FALSE);
      break;
    case JL_UNSAVED_DISCARD:
      discard (self);
      jl_record_pane_answer_departure (self, TRUE);
      break;
    case JL_UNSAVED_SAVE:
      jl_record_pane_save (self);
      break;
    }
}

void
jl_record_pane_leave_async (JlRecordPane       *self,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, jl_record_pane_leave_async);
  if (!jl_record_pane_has_unsaved (self) || self->departure)
    {
      g_task_return_boolean (task, self->departure == NULL);
      g_object_unref (task);
      return;
    }
  self->departure = task;
  if (self->writing)
    return; /* its end is the answer */
  jl_compat_ask_unsaved_async (jl_record_pane_get_window (self), _ ("Save what you have typed?"),
                               _ ("This record has changes that are not saved. Without saving they are lost."), unsaved_asked_cb,
                               g_object_ref (self));
}

gboolean
jl_record_pane_leave_finish (JlRecordPane *self, GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

void
jl_record_pane_left_form_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  JlRecordPane *self = JL_RECORD_PANE (source);

  if (jl_record_pane_leave_finish (self, result) && jl_record_pane_has_form (self))
    jl_record_pane_stop_form (self);
  else if (self->mode == JL_RECORD_MODE_READING && self->loading == NULL)
    jl_record_pane_reload (self);
}

void
jl_record_pane_left_pane_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  JlRecordPane *self = JL_RECORD_PANE (source);

  if (!jl_record_pane_leave_finish (self, result))
    return;
  jl_record_pane_close (self);
  g_signal_emit_by_name (self, "closed");
}
