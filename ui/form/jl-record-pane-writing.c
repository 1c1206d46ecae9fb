/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pane writes: a form is saved, a record deleted and brought back. Nothing cancels what is being written. */

#include "jl-record-pane-private.h"

#include <glib/gi18n-lib.h>

#include "jl-compat.h"
#include "jl-conflict-window.h"
#include "jl-record-ask.h"
#include "jl-record-trail.h"
#include "jl-run.h"

/* A form that waits takes no focus; what had it gets it again, so that the keys of the form go on working. */
static void
set_writing (JlRecordPane *self, gboolean writing)
{
  GtkWindow *window = jl_record_pane_get_window (self);
  GtkWidget *focus = window ? gtk_window_get_focus (window) : NULL;

  if (writing)
    g_set_weak_pointer (&self->focus, focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL);
  self->writing = writing;
  jl_record_pane_update_actions (self);
  if (!writing && self->focus)
    gtk_widget_grab_focus (self->focus);
}

JlRecordAsked *
jl_record_asked_new (JlRecordPane *self)
{
  JlRecordAsked *asked = g_new0 (JlRecordAsked, 1);

  asked->pane = g_object_ref (self);
  asked->job = (JlRecordJob){ .reg = self->shown.reg, .id = self->shown.id, .year = self->shown.year };
  asked->job.version = (int) jl_result_int (self->details->record, 0, "version", 0);
  return asked;
}

void
jl_record_asked_free (JlRecordAsked *self)
{
  g_object_unref (self->pane);
  g_free (self);
}

/* At its field where it has one, else over the buttons. */
static void
show_refusal (JlRecordPane *self, const GError *error)
{
  const JlField   *field = jl_record_error_field (self->form_of.reg, error);
  g_autofree char *sentence = jl_record_error_sentence (error);
  g_autofree char *whole = jl_register_say (error->message);

  if (field == NULL || !jl_record_form_show_error (self->form, field->name, sentence))
    jl_record_pane_set_problem (self, whole);
}

static void
finish_saving (JlRecordPane *self, gint64 id)
{
  gboolean below = self->mode == JL_RECORD_MODE_MAKING && self->shown.id > 0;

  if (!below)
    self->shown = (JlRecordJob){ .reg = self->form_of.reg, .id = id, .year = self->form_of.year };
  self->form_of = (JlRecordJob){ 0 };
  self->mode = JL_RECORD_MODE_READING;
  jl_record_pane_say (self, _ ("Saved"));
  jl_record_pane_load (self, &self->shown);
  jl_record_pane_answer_departure (self, TRUE); /* whoever waits may open another now */
  g_signal_emit_by_name (self, "changed");
}

static void
saved_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPane *self = owner;
  g_autoptr (JlRecordOutcome) outcome = product;

  if (jl_record_pane_is_gone (self))
    return;
  set_writing (self, FALSE);
  if (outcome && outcome->theirs == NULL)
    {
      finish_saving (self, outcome->id);
      return;
    }
  jl_record_pane_answer_departure (self, FALSE);
  if (outcome)
    jl_record_pane_meet (self, outcome);
  else
    show_refusal (self, error);
}

/* What is being written is heard of in any case: nothing cancels it. */
static void
write_values (JlRecordPane *self, GPtrArray *values)
{
  JlRecordJob *job = jl_record_job_copy (&self->form_of);

  g_clear_pointer (&job->values, g_ptr_array_unref);
  job->values = values;
  set_writing (self, TRUE);
  jl_record_pane_set_problem (self, NULL);
  g_object_unref (jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_WRITE, jl_record_work_save, job, jl_record_job_free,
                                jl_record_outcome_free, saved_cb));
}

void
jl_record_pane_save (JlRecordPane *self)
{
  g_autoptr (GPtrArray) values = NULL;

  if (!jl_record_pane_has_form (self) || self->writing)
    return;
  if (!jl_record_pane_may_write (self) || !jl_record_form_validate (self->form) || self->link == NULL)
    {
      jl_record_pane_answer_departure (self, FALSE);
      return;
    }
  values = jl_record_form_get_values (self->form);
  if (self->mode == JL_RECORD_MODE_EDITING && values->len == 0)
    {
      jl_record_pane_answer_departure (self, TRUE);
      jl_record_pane_stop_form (self);
      return;
    }
  write_values (self, g_steal_pointer (&values));
}

/* Two editors */

static void
read_again (JlRecordPane *self)
{
  jl_record_pane_set_mode (self, JL_RECORD_MODE_READING);
  jl_record_pane_reload (self);
}

static void
decided_cb (JlRecordPane *self, JlConflictWindow *dialog)
{
  g_autoptr (GPtrArray) values = jl_conflict_window_get_values (dialog);

  self->form_of.version = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "jl-version"));
  if (values->len > 0)
    {
      write_values (self, g_steal_pointer (&values));
      return;
    }
  read_again (self);
}

static void
let_choose (JlRecordPane *self, const JlRecordOutcome *outcome, GPtrArray *conflict)
{
  gboolean         told = outcome->versions && jl_result_n_rows (outcome->versions) > 0;
  g_autofree char *when = jl_record_minute (told ? jl_result_text (outcome->versions, 0, "since") : NULL);
  GtkWidget       *dialog = jl_conflict_window_new (jl_record_pane_get_window (self), conflict,
                                              told ? jl_result_text (outcome->versions, 0, "author") : NULL, when);

  g_object_set_data (G_OBJECT (dialog), "jl-version", GINT_TO_POINTER (outcome->version));
  g_signal_connect_object (dialog, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
jl_record_pane_meet (JlRecordPane *self, const JlRecordOutcome *outcome)
{
  g_autoptr (GPtrArray) mine = jl_record_form_get_values (self->form);
  g_autoptr (GPtrArray) conflict = jl_conflict_new (self->form_of.reg, self->details->record, outcome->theirs, mine);

  if (conflict->len > 0)
    {
      let_choose (self, outcome, g_steal_pointer (&conflict));
      return;
    }
  jl_record_pane_say (self, _ ("Somebody else has saved the same meanwhile"));
  read_again (self);
}

/* Deleting, and bringing back */

static void
restored_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPane *self = owner;
  g_autoptr (JlRecordOutcome) outcome = product;

  if (jl_record_pane_is_gone (self))
    return;
  if (error)
    {
      jl_record_pane_report (self, _ ("The record could not be brought back."), error);
      return;
    }
  jl_record_pane_say (self, outcome->theirs ? _ ("Somebody else has changed the record meanwhile; look at it first") : _ ("Brought back"));
  g_signal_emit_by_name (self, "changed");
  if (self->shown.id == outcome->id && !jl_record_pane_has_form (self))
    jl_record_pane_load (self, &self->shown);
}

void
jl_record_pane_restore (JlRecordPane *self, const JlRecordJob *job)
{
  if (self->link)
    g_object_unref (jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_WRITE, jl_record_work_restore, jl_record_job_copy (job),
                                  jl_record_job_free, jl_record_outcome_free, restored_cb));
}

static void
undo_cb (JlRecordPane *self, AdwToast *toast)
{
  jl_record_pane_restore (self, g_object_get_data (G_OBJECT (toast), "jl-job"));
}

/* At once: whoever has saved several records should not wait for those toasts to go. */
static void
offer_undo (JlRecordPane *self, const JlRecordOutcome *outcome)
{
  GtkWidget   *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  AdwToast    *toast = adw_toast_new (_ ("Record deleted"));
  JlRecordJob *job = jl_record_job_copy (&self->shown);

  job->version = 0;
  job->of_version = outcome->version;
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 10);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (toast), "jl-job", job, jl_record_job_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  if (overlay)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

static void
finish_deleting (JlRecordPane *self, const JlRecordOutcome *outcome)
{
  offer_undo (self, outcome);
  jl_record_pane_stop_loading (self);
  self->shown.id = 0;
  jl_record_pane_set_mode (self, JL_RECORD_MODE_NOTHING);
  g_signal_emit_by_name (self, "closed");
  jl_record_pane_answer_departure (self, TRUE); /* whoever waits may open another now */
  g_signal_emit_by_name (self, "changed");
}

static void
deleted_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPane *self = owner;
  g_autoptr (JlRecordOutcome) outcome = product;

  if (jl_record_pane_is_gone (self))
    return;
  set_writing (self, FALSE);
  if (outcome && outcome->theirs == NULL)
    {
      finish_deleting (self, outcome);
      return;
    }
  jl_record_pane_answer_departure (self, FALSE);
  if (outcome)
    {
      jl_record_pane_say (self, _ ("Somebody else has changed the record meanwhile; look at it first"));
      jl_record_pane_reload (self);
    }
  else
    jl_record_pane_report (self, _ ("The record could not be deleted."), error);
}

static void
delete_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlRecordAsked) asked = user_data;
  JlRecordPane *self = asked->pane;

  if (!jl_compat_ask_finish (result) || self->link == NULL)
    return;
  set_writing (self, TRUE);
  g_object_unref (jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_WRITE, jl_record_work_delete,
                                jl_record_job_copy (&asked->job), jl_record_job_free, jl_record_outcome_free, deleted_cb));
}

void
jl_record_pane_delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlRecordPane *self = JL_RECORD_PANE (widget);

  jl_record_ask_delete (jl_record_pane_get_window (self), self->shown.reg, self->details, delete_asked_cb, jl_record_asked_new (self));
}
