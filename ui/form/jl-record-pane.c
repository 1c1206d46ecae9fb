/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pane beside every list. It is in one of five modes; whatever the database is asked goes through one cancellable, so that a
 * later wish ends an earlier one, except while something is being written: then the form waits. */

#include "jl-record-pane-private.h"

#include <glib/gi18n-lib.h>

#include "jl-advice.h"
#include "jl-compat.h"
#include "jl-conflict-window.h"
#include "jl-record-ask.h"
#include "jl-record-defaults.h"
#include "jl-record-form.h"
#include "jl-record-reading.h"
#include "jl-record-trail.h"
#include "jl-run.h"

typedef enum
{
  MODE_NOTHING,
  MODE_READING,
  MODE_LOOKING_BACK, /* at an earlier version */
  MODE_EDITING,
  MODE_MAKING, /* a record that is not there yet */
} Mode;

struct _JlRecordPane
{
  GtkBox parent_instance;

  JlLink          *link; /* (nullable) */
  Mode             mode;
  JlRecordJob      shown;     /* the record beside the list: reg, id, year */
  JlRecordJob      form_of;   /* what the form is for; of MODE_MAKING it may be a record below the one shown */
  int              unit_id;   /* of the page */
  JlRecordDetails *details;   /* (nullable): of the record shown */
  GCancellable    *loading;   /* (nullable) */
  gboolean         writing;   /* the form waits for the database */
  GTask           *departure; /* (nullable): somebody waits until nothing is unsaved */

  GtkLabel        *name;
  GtkLabel        *subtitle;
  GtkWidget       *edit;
  GtkWidget       *more;
  GtkWidget       *notice;
  GtkLabel        *notice_text;
  GtkWidget       *notice_back;
  GtkStack        *stack;
  JlRecordReading *reading;
  JlRecordForm    *form;
  GtkLabel        *problem;
  GtkWidget       *save;
};

G_DEFINE_FINAL_TYPE (JlRecordPane, jl_record_pane, GTK_TYPE_BOX)

enum
{
  CLOSED,
  CHANGED,
  FAILED,
  OPEN_RECORD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void load (JlRecordPane *self, const JlRecordJob *wish);
static void save (JlRecordPane *self);

static gboolean
has_form (JlRecordPane *self)
{
  return self->mode == MODE_EDITING || self->mode == MODE_MAKING;
}

/* What may be done now */

static gboolean
may (JlRecordPane *self, const char *right)
{
  int unit_id;

  if (self->details == NULL || self->details->known_at || self->details->record == NULL)
    return FALSE;
  unit_id = jl_record_has_column (self->details->record, "unit_id") ? (int) jl_result_int (self->details->record, 0, "unit_id", 0) : 0;
  return jl_record_details_may (self->details, self->shown.reg, right) && jl_record_details_keeps_unit (self->details, unit_id);
}

static void
update_actions (JlRecordPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   reading = self->mode == MODE_READING;

  gtk_widget_action_set_enabled (widget, "record.edit", reading && may (self, "may_change"));
  gtk_widget_action_set_enabled (widget, "record.delete", reading && may (self, "may_delete"));
  gtk_widget_action_set_enabled (widget, "record.save", has_form (self) && !self->writing);
  gtk_widget_action_set_enabled (widget, "record.cancel", has_form (self) && !self->writing);
  gtk_widget_set_visible (self->edit, reading && may (self, "may_change"));
  gtk_widget_set_visible (self->more, reading && may (self, "may_delete"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !self->writing);
}

static void
set_mode (JlRecordPane *self, Mode mode)
{
  static const char *const pages[] = { "nothing", "reading", "reading", "form", "form" };

  self->mode = mode;
  gtk_stack_set_visible_child_name (self->stack, pages[mode]);
  gtk_widget_set_visible (self->notice_back, mode == MODE_LOOKING_BACK);
  update_actions (self);
}

static void
set_notice (JlRecordPane *self, const char *text)
{
  gtk_label_set_text (self->notice_text, text ? text : "");
  gtk_widget_set_visible (self->notice, text != NULL);
}

static void
set_problem (JlRecordPane *self, const char *text)
{
  gtk_label_set_text (self->problem, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
report (JlRecordPane *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
say (JlRecordPane *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static GtkWindow *
window_of (JlRecordPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Departures: whoever waits gets his answer once. */
static void
answer_departure (JlRecordPane *self, gboolean free)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->departure);

  if (task)
    g_task_return_boolean (task, free);
}

static void
stop_loading (JlRecordPane *self)
{
  if (self->loading)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
forget (JlRecordPane *self)
{
  stop_loading (self);
  answer_departure (self, TRUE);
}

/* Reading */

static void
show_head (JlRecordPane *self, const JlResult *record)
{
  const JlRegister *reg = self->shown.reg;
  g_autofree char  *title = jl_record_title (reg, record, 0);
  const char       *code = jl_record_has_column (record, "code") ? jl_result_text (record, 0, "code") : NULL;
  const char       *place = jl_record_has_column (record, "unit_name") ? jl_result_text (record, 0, "unit_name") : NULL;
  g_autofree char  *version = NULL;
  g_autofree char  *subtitle = NULL;
  g_autofree char  *spoken = NULL;

  /* Translators: how often a record has been changed, counted from 1 */
  version = g_strdup_printf (_ ("version %d"), (int) jl_result_int (record, 0, "version", 1));
  subtitle = g_strconcat (code && !g_str_equal (code, title) ? code : _ (reg->title), "　", place ? place : "", place ? "　" : "", version, NULL);
  /* Translators: the pane for assistive technology; what a record is called */
  spoken = g_strdup_printf (_ ("Record: %s"), title);
  gtk_label_set_text (self->name, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_viewpoint (JlRecordPane *self)
{
  g_autofree char *minute = jl_record_minute (self->details->known_at);
  g_autofree char *text = NULL;

  /* Translators: a moment */
  if (self->details->known_at)
    text = g_strdup_printf (_ ("As known at %s; nothing is changed from there."), minute);
  set_notice (self, text);
}

/* The focus that goes with the form comes back where the form began. */
static void
show_reading (JlRecordPane *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean   was_in_form = focus && gtk_widget_is_ancestor (focus, gtk_stack_get_child_by_name (self->stack, "form"));

  show_head (self, self->details->record);
  show_viewpoint (self);
  set_mode (self, MODE_READING);
  jl_record_reading_show (self->reading, self->link, self->shown.reg, self->details, may (self, "may_change"));
  if (was_in_form)
    gtk_widget_grab_focus (self->edit);
}

static void
show_gone (JlRecordPane *self)
{
  g_autoptr (GError) error =
      g_error_new_literal (JL_ERROR, JL_ERROR_NOT_FOUND, _ ("The record is not there any more, or it is not yours to see."));

  set_mode (self, MODE_NOTHING);
  report (self, error);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* Making and editing */

static void
show_making (JlRecordPane *self, const JlRecordDetails *details)
{
  const JlRegister *reg = self->form_of.reg;
  g_autofree char  *title = NULL;

  jl_record_form_start (self->form, reg, details->units, self->link, NULL);
  jl_record_defaults_set (self->form, &self->form_of, details, self->unit_id);
  /* Translators: head of a form; the title of a register */
  title = g_strdup_printf (_ ("New: %s"), _ (reg->title));
  gtk_label_set_text (self->name, title);
  gtk_label_set_text (self->subtitle, _ ("Fields with * are needed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  set_notice (self, NULL);
  set_problem (self, NULL);
  set_mode (self, MODE_MAKING);
  jl_record_form_focus (self->form);
}

void
jl_record_pane_show (JlRecordPane *self, JlRecordDetails *details)
{
  if (self->form_of.reg && self->form_of.id == 0)
    {
      show_making (self, details);
      jl_record_details_free (details);
      return;
    }
  g_clear_pointer (&self->details, jl_record_details_free);
  self->details = details;
  if (jl_result_n_rows (details->record) > 0)
    show_reading (self);
  else
    show_gone (self);
}

static void
loaded_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPane *self = owner;

  g_clear_object (&self->loading);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "jl-loading");
  if (error)
    report (self, error);
  else
    jl_record_pane_show (self, product);
}

static JlRecordJob *
copy_job (const JlRecordJob *wish)
{
  JlRecordJob *job = g_memdup2 (wish, sizeof *wish);

  job->values = wish->values ? g_ptr_array_ref (wish->values) : NULL;
  job->at = g_strdup (wish->at);
  return job;
}

static void
load (JlRecordPane *self, const JlRecordJob *wish)
{
  stop_loading (self);
  if (self->link)
    self->loading = jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_READ, jl_record_work_load, copy_job (wish),
                                  jl_record_job_free, (GDestroyNotify) jl_record_details_free, loaded_cb);
}

static void
reload (JlRecordPane *self)
{
  self->form_of = (JlRecordJob){ 0 };
  if (self->shown.id > 0)
    load (self, &self->shown);
}

static void
start_editing (JlRecordPane *self)
{
  self->form_of = self->shown;
  self->form_of.version = (int) jl_result_int (self->details->record, 0, "version", 0);
  jl_record_form_start (self->form, self->shown.reg, self->details->units, self->link, self->details->record);
  set_problem (self, NULL);
  set_mode (self, MODE_EDITING);
  jl_record_form_focus (self->form);
}

/* Back to the record that was read before, or to nothing. */
static void
stop_form (JlRecordPane *self)
{
  self->form_of = (JlRecordJob){ 0 };
  if (self->details && self->shown.id > 0)
    {
      show_reading (self);
      return;
    }
  set_mode (self, MODE_NOTHING);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
form_changed_cb (JlRecordPane *self)
{
  set_problem (self, NULL);
}

static void
form_finished_cb (JlRecordPane *self)
{
  gtk_widget_grab_focus (self->save);
}

/* Writing */

static void
set_writing (JlRecordPane *self, gboolean writing)
{
  self->writing = writing;
  update_actions (self);
}

/* At its field where it has one, else over the buttons. */
static void
show_refusal (JlRecordPane *self, const GError *error)
{
  const JlField   *field = jl_record_error_field (self->form_of.reg, error);
  g_autofree char *sentence = jl_record_error_sentence (error);

  if (field == NULL || !jl_record_form_show_error (self->form, field->name, sentence))
    set_problem (self, error->message);
}

static void
finish_saving (JlRecordPane *self, gint64 id)
{
  gboolean below = self->mode == MODE_MAKING && self->shown.id > 0;

  if (!below)
    self->shown = (JlRecordJob){ .reg = self->form_of.reg, .id = id, .year = self->form_of.year };
  self->form_of = (JlRecordJob){ 0 };
  self->mode = MODE_READING;
  say (self, _ ("Saved"));
  load (self, &self->shown);
  answer_departure (self, TRUE); /* whoever waits may open another now */
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
saved_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPane    *self = owner;
  JlRecordOutcome *outcome = product;

  set_writing (self, FALSE);
  if (outcome && outcome->theirs == NULL)
    {
      finish_saving (self, outcome->id);
    }
  else
    {
      answer_departure (self, FALSE);
      if (outcome)
        jl_record_pane_meet (self, outcome);
      else
        show_refusal (self, error);
    }
  g_clear_pointer (&outcome, jl_record_outcome_free);
}

/* What is being written is heard of in any case: nothing cancels it. */
static void
write_values (JlRecordPane *self, GPtrArray *values)
{
  JlRecordJob *job = copy_job (&self->form_of);

  g_clear_pointer (&job->values, g_ptr_array_unref);
  job->values = values;
  set_writing (self, TRUE);
  set_problem (self, NULL);
  g_object_unref (jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_WRITE, jl_record_work_save, job, jl_record_job_free,
                                jl_record_outcome_free, saved_cb));
}

static void
save (JlRecordPane *self)
{
  g_autoptr (GPtrArray) values = NULL;

  if (!has_form (self) || self->writing)
    return;
  if (!jl_record_form_validate (self->form) || self->link == NULL)
    {
      answer_departure (self, FALSE);
      return;
    }
  values = jl_record_form_get_values (self->form);
  if (self->mode == MODE_EDITING && values->len == 0)
    {
      answer_departure (self, TRUE);
      stop_form (self);
      return;
    }
  write_values (self, g_steal_pointer (&values));
}

/* Two editors */

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
  set_mode (self, MODE_READING);
  reload (self);
}

void
jl_record_pane_meet (JlRecordPane *self, const JlRecordOutcome *outcome)
{
  g_autoptr (GPtrArray) mine = jl_record_form_get_values (self->form);
  gboolean         told = outcome->versions && jl_result_n_rows (outcome->versions) > 0;
  g_autofree char *when = jl_record_minute (told ? jl_result_text (outcome->versions, 0, "since") : NULL);
  GPtrArray       *conflict = jl_conflict_new (self->form_of.reg, self->details->record, outcome->theirs, mine);
  GtkWidget       *dialog = jl_conflict_window_new (window_of (self), conflict,
                                              told ? jl_result_text (outcome->versions, 0, "author") : NULL, when);

  g_object_set_data (G_OBJECT (dialog), "jl-version", GINT_TO_POINTER (outcome->version));
  g_signal_connect_object (dialog, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Deleting, and bringing back */

static void
restored_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPane    *self = owner;
  JlRecordOutcome *outcome = product;

  if (error)
    report (self, error);
  else
    {
      say (self, outcome->theirs ? _ ("Somebody else has changed the record meanwhile; look at it first") : _ ("Brought back"));
      g_signal_emit (self, signals[CHANGED], 0);
      if (self->shown.id == outcome->id && !has_form (self))
        load (self, &self->shown);
    }
  g_clear_pointer (&outcome, jl_record_outcome_free);
}

static void
restore (JlRecordPane *self, const JlRecordJob *job)
{
  if (self->link)
    g_object_unref (jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_WRITE, jl_record_work_restore, copy_job (job),
                                  jl_record_job_free, jl_record_outcome_free, restored_cb));
}

static void
undo_cb (JlRecordPane *self, AdwToast *toast)
{
  restore (self, g_object_get_data (G_OBJECT (toast), "jl-job"));
}

static void
offer_undo (JlRecordPane *self, const JlRecordOutcome *outcome)
{
  GtkWidget   *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  AdwToast    *toast = adw_toast_new (_ ("Record deleted"));
  JlRecordJob *job = copy_job (&self->shown);

  job->version = 0;
  job->of_version = outcome->version;
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 10);
  g_object_set_data_full (G_OBJECT (toast), "jl-job", job, jl_record_job_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  if (overlay)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

static void
deleted_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPane    *self = owner;
  JlRecordOutcome *outcome = product;

  set_writing (self, FALSE);
  if (outcome && outcome->theirs == NULL)
    {
      offer_undo (self, outcome);
      self->shown.id = 0;
      set_mode (self, MODE_NOTHING);
      g_signal_emit (self, signals[CLOSED], 0);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  else if (outcome)
    {
      say (self, _ ("Somebody else has changed the record meanwhile; look at it first"));
      reload (self);
    }
  else
    report (self, error);
  g_clear_pointer (&outcome, jl_record_outcome_free);
}

static void
delete_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlRecordPane) self = user_data;
  JlRecordJob *job;

  if (!jl_compat_ask_finish (result) || self->link == NULL || self->mode != MODE_READING)
    return;
  job = copy_job (&self->shown);
  job->version = (int) jl_result_int (self->details->record, 0, "version", 0);
  set_writing (self, TRUE);
  g_object_unref (jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_WRITE, jl_record_work_delete, job, jl_record_job_free,
                                jl_record_outcome_free, deleted_cb));
}

/* Earlier versions */

static void
looked_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPane *self = owner;
  g_autoptr (JlResult) known = product;
  g_autofree char *minute = NULL;
  g_autofree char *text = NULL;

  g_clear_object (&self->loading);
  if (error)
    {
      report (self, error);
      return;
    }
  if (jl_result_n_rows (known) == 0 || has_form (self))
    return;
  minute = jl_record_minute (g_object_get_data (G_OBJECT (self), "jl-looking-at"));
  /* Translators: number of a version; the moment since which it was known */
  text = g_strdup_printf (_ ("Version %d as saved at %s"), (int) jl_result_int (known, 0, "version", 0), minute);
  show_head (self, known);
  set_notice (self, text);
  set_mode (self, MODE_LOOKING_BACK);
  jl_record_reading_show_known (self->reading, self->shown.reg, known);
}

static void
show_version_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlRecordPane *self = JL_RECORD_PANE (widget);
  JlRecordJob  *job;

  if (self->link == NULL || self->mode != MODE_READING)
    return;
  job = copy_job (&self->shown);
  job->at = g_variant_dup_string (parameter, NULL);
  g_object_set_data_full (G_OBJECT (self), "jl-looking-at", g_strdup (job->at), g_free);
  stop_loading (self);
  self->loading = jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_READ, jl_record_work_look, job, jl_record_job_free,
                                (GDestroyNotify) jl_result_unref, looked_cb);
}

static void
show_present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_reading (JL_RECORD_PANE (widget));
}

static void
restore_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlRecordPane) self = user_data;
  JlRecordJob job;

  if (!jl_record_ask_restore_finish (result, &job.of_version) || self->mode != MODE_READING)
    return;
  job = (JlRecordJob){ .reg = self->shown.reg, .id = self->shown.id, .year = self->shown.year, .of_version = job.of_version };
  job.version = (int) jl_result_int (self->details->record, 0, "version", 0);
  restore (self, &job);
}

static void
restore_version_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlRecordPane *self = JL_RECORD_PANE (widget);

  if (self->mode == MODE_READING)
    jl_record_ask_restore_async (window_of (self), self->link, self->shown.reg, self->details, g_variant_get_int32 (parameter),
                                 restore_asked_cb, g_object_ref (self));
}

/* Leaving */

/* Unless somebody has opened another record meanwhile, there is nothing to show. */
static gboolean
close_if_empty (gpointer user_data)
{
  JlRecordPane *self = user_data;

  if (self->mode == MODE_NOTHING && self->loading == NULL)
    g_signal_emit (self, signals[CLOSED], 0);
  return G_SOURCE_REMOVE;
}

static void
discard (JlRecordPane *self)
{
  self->form_of = (JlRecordJob){ 0 };
  if (self->details && self->shown.id > 0)
    {
      show_reading (self);
      return;
    }
  set_mode (self, MODE_NOTHING);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_if_empty, g_object_ref (self), g_object_unref);
}

static void
unsaved_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlRecordPane) self = user_data;

  switch (jl_compat_ask_unsaved_finish (result))
    {
    case JL_UNSAVED_STAY:
      answer_departure (self, FALSE);
      break;
    case JL_UNSAVED_DISCARD:
      discard (self);
      answer_departure (self, TRUE);
      break;
    case JL_UNSAVED_SAVE:
      save (self);
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
  jl_compat_ask_unsaved_async (window_of (self), _ ("Save what you have typed?"),
                               _ ("This record has changes that are not saved. Without saving they are lost."), unsaved_asked_cb,
                               g_object_ref (self));
}

gboolean
jl_record_pane_leave_finish (JlRecordPane *self, GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
left_form_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  JlRecordPane *self = JL_RECORD_PANE (source);

  if (jl_record_pane_leave_finish (self, result) && has_form (self))
    stop_form (self);
  else if (self->mode == MODE_READING && self->loading == NULL)
    reload (self);
}

static void
left_pane_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  JlRecordPane *self = JL_RECORD_PANE (source);

  if (!jl_record_pane_leave_finish (self, result))
    return;
  jl_record_pane_close (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* Actions */

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_editing (JL_RECORD_PANE (widget));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (JL_RECORD_PANE (widget));
}

/* Out of the form. */
static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_record_pane_leave_async (JL_RECORD_PANE (widget), NULL, left_form_cb, NULL);
}

/* Out of the pane. */
static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_record_pane_leave_async (JL_RECORD_PANE (widget), NULL, left_pane_cb, NULL);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlRecordPane *self = JL_RECORD_PANE (widget);

  jl_record_ask_delete (window_of (self), self->shown.reg, self->details, delete_asked_cb, g_object_ref (self));
}

static void
open_other_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *reg;
  gint64      id;

  g_variant_get (parameter, "(&sx)", &reg, &id);
  g_signal_emit (widget, signals[OPEN_RECORD], 0, reg, id);
}

static void
add_child_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlRecordPane     *self = JL_RECORD_PANE (widget);
  const JlRegister *reg = jl_register_find (g_variant_get_string (parameter, NULL));

  if (reg == NULL || self->mode != MODE_READING)
    return;
  self->form_of = (JlRecordJob){ .reg = reg, .year = self->shown.year, .parent_id = self->shown.id };
  load (self, &self->form_of);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  JlRecordPane *self = JL_RECORD_PANE (widget);

  if (self->writing || self->mode == MODE_NOTHING)
    return GDK_EVENT_PROPAGATE;
  if (self->mode == MODE_LOOKING_BACK)
    show_reading (self);
  else
    gtk_widget_activate_action (widget, has_form (self) ? "record.cancel" : "record.close", NULL);
  return GDK_EVENT_STOP;
}

static void
papers_failed_cb (JlRecordPane *self, const char *what, const GError *error)
{
  g_autoptr (GError) told = g_error_copy (error);

  g_prefix_error (&told, "%s\n", what);
  report (self, told);
}

/* Widget */

static void
jl_record_pane_dispose (GObject *object)
{
  JlRecordPane *self = JL_RECORD_PANE (object);

  forget (self);
  g_clear_pointer (&self->details, jl_record_details_free);
  g_clear_object (&self->link);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_RECORD_PANE);
  G_OBJECT_CLASS (jl_record_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    const char                 *parameter;
    GtkWidgetActionActivateFunc action;
  } actions[] = {
    { "record.edit", NULL, edit_action },
    { "record.save", NULL, save_action },
    { "record.cancel", NULL, cancel_action },
    { "record.close", NULL, close_action },
    { "record.delete", NULL, delete_action },
    { "record.show-version", "s", show_version_action },
    { "record.show-present", NULL, show_present_action },
    { "record.restore-version", "i", restore_version_action },
    { "record.open-other", "(sx)", open_other_action },
    { "record.add-child", "s", add_child_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "record.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "record.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "record.edit", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
install_signals (GType type)
{
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[OPEN_RECORD] =
      g_signal_new ("open-record", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
jl_record_pane_class_init (JlRecordPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_record_pane_dispose;
  install_signals (G_TYPE_FROM_CLASS (klass));
  install_actions (widget_class);

  g_type_ensure (JL_TYPE_RECORD_READING);
  g_type_ensure (JL_TYPE_RECORD_FORM);
  gtk_widget_class_set_css_name (widget_class, "recordpane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/form/jl-record-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, name);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, edit);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, more);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, notice);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, notice_text);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, notice_back);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, stack);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, reading);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, form);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, problem);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, save);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_finished_cb);
}

static void
jl_record_pane_init (JlRecordPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "jl-area");
  jl_compat_stack_tell_hidden (self->stack);
  g_signal_connect_swapped (self->reading, "papers-changed", G_CALLBACK (reload), self);
  g_signal_connect_swapped (self->reading, "papers-failed", G_CALLBACK (papers_failed_cb), self);
  set_mode (self, MODE_NOTHING);
}

GtkWidget *
jl_record_pane_new (void)
{
  return g_object_new (JL_TYPE_RECORD_PANE, NULL);
}

void
jl_record_pane_set_link (JlRecordPane *self, JlLink *link)
{
  if (g_set_object (&self->link, link))
    jl_record_pane_close (self);
}

/* Whose divisions are offered: those of the newest year with facts. */
static int
year_of (JlRecordPane *self)
{
  return self->link ? jl_desk_latest_year (jl_link_get_desk (self->link)) : 0;
}

void
jl_record_pane_open (JlRecordPane *self, const JlRegister *reg, gint64 id, int unit_id)
{
  self->form_of = (JlRecordJob){ 0 };
  self->shown = (JlRecordJob){ .reg = reg, .id = id, .year = year_of (self) };
  self->unit_id = unit_id;
  if (has_form (self))
    set_mode (self, MODE_NOTHING);
  load (self, &self->shown);
}

void
jl_record_pane_create (JlRecordPane *self, const JlRegister *reg, int unit_id, int year, gint64 parent_id)
{
  g_clear_pointer (&self->details, jl_record_details_free);
  self->shown = (JlRecordJob){ 0 };
  self->form_of = (JlRecordJob){ .reg = reg, .year = year > 0 ? year : year_of (self), .parent_id = parent_id };
  self->unit_id = unit_id;
  load (self, &self->form_of);
}

void
jl_record_pane_close (JlRecordPane *self)
{
  forget (self);
  g_clear_pointer (&self->details, jl_record_details_free);
  self->shown = self->form_of = (JlRecordJob){ 0 };
  set_notice (self, NULL);
  set_mode (self, MODE_NOTHING);
}

gint64
jl_record_pane_get_record (JlRecordPane *self)
{
  return self->shown.id;
}

gboolean
jl_record_pane_has_unsaved (JlRecordPane *self)
{
  return has_form (self) && (self->writing || jl_record_form_is_changed (self->form));
}
