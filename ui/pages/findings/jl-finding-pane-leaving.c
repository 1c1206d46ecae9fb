/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Out of the form, out of the pane: what is typed is asked about first. */

#include "jl-finding-pane-private.h"

#include <glib/gi18n-lib.h>

#include "jl-compat.h"

void
jl_finding_pane_answer_departure (JlFindingPane *self, gboolean may_leave)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->departure);

  if (task)
    g_task_return_boolean (task, may_leave);
}

static void
unsaved_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlFindingPane) self = user_data;

  switch (jl_compat_ask_unsaved_finish (result))
    {
    case JL_UNSAVED_STAY:
      jl_finding_pane_answer_departure (self, FALSE);
      break;
    case JL_UNSAVED_DISCARD:
      jl_finding_pane_end_form (self);
      gtk_stack_set_visible_child_name (self->stack, "reading");
      jl_finding_pane_answer_departure (self, TRUE);
      break;
    case JL_UNSAVED_SAVE:
      jl_finding_pane_save (self);
      break;
    }
}

gboolean
jl_finding_pane_is_acting (JlFindingPane *self)
{
  return self->step != NULL;
}

gboolean
jl_finding_pane_has_unsaved (JlFindingPane *self)
{
  return self->saving || (self->step && (jl_record_form_is_changed (self->form) || jl_finding_pane_chosen_paper (self) > 0));
}

void
jl_finding_pane_leave_async (JlFindingPane *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, jl_finding_pane_leave_async);
  if (!jl_finding_pane_has_unsaved (self) || self->departure)
    {
      g_task_return_boolean (task, self->departure == NULL);
      g_object_unref (task);
      return;
    }
  self->departure = task;
  if (self->saving)
    return; /* its end is the answer */
  jl_compat_ask_unsaved_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Save what you have typed?"),
                               _ ("This step has not been taken. Without saving, what you have typed is lost."), unsaved_asked_cb,
                               g_object_ref (self));
}

gboolean
jl_finding_pane_leave_finish (JlFindingPane *self, GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/* Out of the form to the finding, or out of the pane. */
static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  JlFindingPane *self = JL_FINDING_PANE (source);

  if (!jl_finding_pane_leave_finish (self, result))
    return;
  jl_finding_pane_end_form (self);
  if (user_data == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "reading");
      return;
    }
  jl_finding_pane_close (self);
  g_signal_emit_by_name (self, "closed");
}

void
jl_finding_pane_cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_finding_pane_leave_async (JL_FINDING_PANE (widget), NULL, left_cb, NULL);
}

void
jl_finding_pane_close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_finding_pane_leave_async (JL_FINDING_PANE (widget), NULL, left_cb, widget);
}
