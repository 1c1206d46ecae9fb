/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pane of a finding. It shows what the database has answered last. */

#include "jl-finding-pane-private.h"

#include <glib/gi18n-lib.h>

#include "jl-compat.h"

G_DEFINE_FINAL_TYPE (JlFindingPane, jl_finding_pane, GTK_TYPE_BOX)

static void
stop (GCancellable **running)
{
  if (*running)
    g_cancellable_cancel (*running);
  g_clear_object (running);
}

const char *
jl_finding_pane_cell (JlFindingPane *self, const char *column)
{
  return self->details ? jl_result_text (self->details->finding->finding, 0, column) : NULL;
}

gint64
jl_finding_pane_number (JlFindingPane *self, const char *column)
{
  return self->details ? jl_result_int (self->details->finding->finding, 0, column, 0) : 0;
}

const JlRegister *
jl_finding_pane_register (JlFindingPane *self)
{
  return jl_finding_pane_cell (self, "register") ? jl_register_find (jl_finding_pane_cell (self, "register")) : NULL;
}

void
jl_finding_pane_set_sentence (GtkLabel *label, const char *sentence)
{
  gtk_label_set_text (label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
}

/* Loading */

void
jl_finding_pane_start (JlFindingPane *self, GCancellable **slot, JlWorkKind kind, JlWorkFunc work, JlFindingJob *job, GDestroyNotify free_product, JlRunDone done)
{
  stop (slot);
  *slot = jl_run_start (self, jl_link_get_pool (self->link), kind, work, job, jl_finding_job_free, free_product, done);
}

JlFindingJob *
jl_finding_pane_job_new (JlFindingPane *self)
{
  JlFindingJob *job = g_new0 (JlFindingJob, 1);

  job->id = self->id;
  job->version = (int) jl_finding_pane_number (self, "version");
  job->reg = jl_finding_pane_register (self);
  job->record_id = jl_finding_pane_number (self, "record_id");
  return job;
}

static void
loaded_cb (gpointer owner, gpointer product, const GError *error)
{
  JlFindingPane *self = owner;

  g_clear_object (&self->loading);
  if (product)
    jl_finding_pane_show (self, product);
  else
    g_signal_emit_by_name (self, "failed", error);
}

void
jl_finding_pane_load (JlFindingPane *self)
{
  if (self->link)
    jl_finding_pane_start (self, &self->loading, JL_WORK_READ, jl_finding_work_load, jl_finding_pane_job_new (self), jl_finding_details_free, loaded_cb);
}

void
jl_finding_pane_stop_loading (JlFindingPane *self)
{
  stop (&self->loading);
}

void
jl_finding_pane_show (JlFindingPane *self, JlFindingDetails *details)
{
  g_clear_pointer (&self->details, jl_finding_details_free);
  self->details = details;
  self->id = jl_finding_pane_number (self, "id");
  jl_finding_pane_end_form (self);
  jl_finding_pane_set_sentence (self->notice, self->forestalled ? _ ("Somebody else has acted first. This is how the finding stands.") : NULL);
  self->forestalled = FALSE;
  jl_finding_pane_show_reading (self);
}

static void
form_changed_cb (JlFindingPane *self)
{
  jl_finding_pane_set_sentence (self->problem, NULL);
}

static void
form_finished_cb (JlFindingPane *self)
{
  jl_finding_pane_save (self);
}

/* Out of the pane */

static void
open_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlFindingPane   *self = JL_FINDING_PANE (widget);
  g_autofree char *word = g_strdup_printf ("id:%" G_GINT64_FORMAT, jl_finding_pane_number (self, "record_id"));

  gtk_widget_activate_action (widget, "win.open-register", "(siis)", jl_finding_pane_cell (self, "register"), 0, 0, word);
}

/* Rules are told apart by their titles. */
static void
open_same_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *word = g_strconcat ("title:", jl_finding_pane_cell (JL_FINDING_PANE (widget), "title"), NULL);

  gtk_widget_activate_action (widget, "win.open-register", "(siis)", "finding", 0, 0, word);
}

/* Widget */

static void
jl_finding_pane_dispose (GObject *object)
{
  JlFindingPane *self = JL_FINDING_PANE (object);

  stop (&self->loading);
  stop (&self->saving);
  stop (&self->paper_run);
  jl_finding_pane_answer_departure (self, TRUE);
  g_clear_pointer (&self->details, jl_finding_details_free);
  g_clear_object (&self->link);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_FINDING_PANE);
  G_OBJECT_CLASS (jl_finding_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "finding.explain", NULL, jl_finding_pane_step_action);
  gtk_widget_class_install_action (widget_class, "finding.accept", NULL, jl_finding_pane_step_action);
  gtk_widget_class_install_action (widget_class, "finding.reject", NULL, jl_finding_pane_step_action);
  gtk_widget_class_install_action (widget_class, "finding.plan", NULL, jl_finding_pane_step_action);
  gtk_widget_class_install_action (widget_class, "finding.save", NULL, jl_finding_pane_save_action);
  gtk_widget_class_install_action (widget_class, "finding.cancel", NULL, jl_finding_pane_cancel_action);
  gtk_widget_class_install_action (widget_class, "finding.close", NULL, jl_finding_pane_close_action);
  gtk_widget_class_install_action (widget_class, "finding.open-record", NULL, open_record_action);
  gtk_widget_class_install_action (widget_class, "finding.open-same", NULL, open_same_action);
  gtk_widget_class_install_action (widget_class, "finding.open-paper", "i", jl_finding_pane_open_paper_action);
  gtk_widget_class_install_action (widget_class, "finding.attach", NULL, jl_finding_pane_attach_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "finding.save", NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/findings/jl-finding-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, severity);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, state);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, title);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, clause);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, notice);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, stack);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, evidence);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, verdict);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, facts);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, trail);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, buttons);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, why_not_closed);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, hint);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, form);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, papers);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, paper);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, problem);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, save);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_finished_cb);
}

static void
jl_finding_pane_class_init (JlFindingPaneClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_finding_pane_dispose;
  g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  g_type_ensure (JL_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (JL_TYPE_PAIR_LIST);
  g_type_ensure (JL_TYPE_RECORD_FORM);
  g_type_ensure (JL_TYPE_STATE_MARK);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "findingpane");
}

static void
add_buttons (JlFindingPane *self)
{
  for (guint i = 0; i < JL_FINDING_N_STEPS; i++)
    {
      GtkWidget       *button = gtk_button_new_with_mnemonic (_ (jl_finding_steps[i].label));
      g_autofree char *action = g_strconcat ("finding.", jl_finding_steps[i].code, NULL);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
      gtk_box_append (self->buttons, button);
    }
}

static void
jl_finding_pane_init (JlFindingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_compat_stack_tell_hidden (self->stack);
  add_buttons (self);
}

GtkWidget *
jl_finding_pane_new (void)
{
  return g_object_new (JL_TYPE_FINDING_PANE, NULL);
}

void
jl_finding_pane_set_link (JlFindingPane *self, JlLink *link)
{
  if (g_set_object (&self->link, link))
    jl_finding_pane_close (self);
}

void
jl_finding_pane_open (JlFindingPane *self, gint64 id)
{
  self->id = id;
  self->forestalled = FALSE;
  jl_finding_pane_load (self);
}

void
jl_finding_pane_close (JlFindingPane *self)
{
  stop (&self->loading);
  jl_finding_pane_end_form (self);
  self->id = 0;
  g_clear_pointer (&self->details, jl_finding_details_free);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

gint64
jl_finding_pane_get_finding (JlFindingPane *self)
{
  return self->id;
}
