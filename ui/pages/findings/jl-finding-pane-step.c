/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The form of a step: opened, typed, sent, refused. A step that another has forestalled brings the finding as it stands, with a
 * sentence that says so. */

#include "jl-finding-pane-private.h"

#include <glib/gi18n-lib.h>

#include "jl-error.h"
#include "jl-record-work.h"

void
jl_finding_pane_end_form (JlFindingPane *self)
{
  self->step = NULL;
  jl_finding_pane_set_sentence (self->problem, NULL);
}

/* A step is taken about the finding that one sees, not about one that is still being read. */
static void
open_form (JlFindingPane *self, const JlFindingStep *step)
{
  if (jl_finding_pane_number (self, "id") != self->id)
    return;
  jl_finding_pane_stop_loading (self);
  self->step = step;
  jl_finding_pane_set_sentence (self->problem, NULL);
  jl_finding_pane_set_sentence (self->notice, NULL);
  jl_record_form_start (self->form, &step->form, NULL, NULL, NULL);
  jl_finding_pane_set_sentence (self->hint, step->hint ? _ (step->hint) : NULL);
  gtk_button_set_label (self->save, _ (step->label));
  jl_finding_pane_fill_papers (self, FALSE);
  gtk_widget_set_visible (self->papers, step == &jl_finding_steps[JL_FINDING_EXPLAIN] && jl_finding_pane_register (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.attach", self->details->may_attach);
  gtk_stack_set_visible_child_name (self->stack, "form");
  jl_record_form_focus (self->form);
}

void
jl_finding_pane_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < JL_FINDING_N_STEPS; i++)
    {
      if (g_str_equal (name + strlen ("finding."), jl_finding_steps[i].code))
        open_form (JL_FINDING_PANE (widget), &jl_finding_steps[i]);
    }
}

static char *
typed (const GPtrArray *values, const JlFindingStep *step, const char *name)
{
  const JlField     *field = jl_register_field (&step->form, name);
  const JlFormValue *value = field ? jl_form_values_find (values, field) : NULL;

  return value ? g_strdup (value->raw) : NULL;
}

static JlFindingJob *
read_form (JlFindingPane *self)
{
  g_autoptr (GPtrArray) values = jl_record_form_get_values (self->form);
  JlFindingJob *job = jl_finding_pane_job_new (self);

  job->act = (JlFindingAct) (self->step - jl_finding_steps);
  job->words = typed (values, self->step, "words");
  job->document = typed (values, self->step, "document");
  job->due_on = typed (values, self->step, "due_on");
  job->paper_id = jl_finding_pane_chosen_paper (self);
  return job;
}

/* An explanation rests on a paper: its number or the paper itself. */
static gboolean
has_paper (JlFindingPane *self, const JlFindingJob *job)
{
  if (job->act != JL_FINDING_EXPLAIN || job->document || job->paper_id > 0)
    return TRUE;
  jl_record_form_show_error (self->form, "document",
                             jl_finding_pane_register (self) ? _ ("Give the number of a paper, or choose one that is attached.") : _ ("Give the number of a paper."));
  return FALSE;
}

static void
set_saving (JlFindingPane *self, gboolean saving)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.save", !saving);
}

void
jl_finding_pane_refuse (JlFindingPane *self, const GError *error)
{
  g_autofree char *sentence = jl_record_error_sentence (error);

  if (g_error_matches (error, JL_ERROR, JL_ERROR_CONFLICT) || g_error_matches (error, JL_ERROR, JL_ERROR_STATE))
    {
      self->forestalled = TRUE;
      jl_finding_pane_end_form (self);
      jl_finding_pane_load (self);
      g_signal_emit_by_name (self, "changed");
    }
  else
    jl_finding_pane_set_sentence (self->problem, sentence);
  jl_finding_pane_answer_departure (self, FALSE);
}

static void
taken_cb (gpointer owner, gpointer product, const GError *error)
{
  JlFindingPane *self = owner;

  g_clear_object (&self->saving);
  set_saving (self, FALSE);
  if (product == NULL)
    {
      jl_finding_pane_refuse (self, error);
      return;
    }
  jl_finding_pane_show (self, product);
  g_signal_emit_by_name (self, "changed");
  jl_finding_pane_answer_departure (self, TRUE);
}

void
jl_finding_pane_save (JlFindingPane *self)
{
  JlFindingJob *job;

  if (self->step == NULL || self->saving)
    return;
  if (!jl_record_form_validate (self->form))
    {
      jl_finding_pane_answer_departure (self, FALSE);
      return;
    }
  job = read_form (self);
  if (!has_paper (self, job) || self->link == NULL)
    {
      jl_finding_job_free (job);
      jl_finding_pane_answer_departure (self, FALSE);
      return;
    }
  set_saving (self, TRUE);
  jl_finding_pane_start (self, &self->saving, JL_WORK_WRITE, jl_finding_work_take, job, jl_finding_details_free, taken_cb);
}

void
jl_finding_pane_save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_finding_pane_save (JL_FINDING_PANE (widget));
}
