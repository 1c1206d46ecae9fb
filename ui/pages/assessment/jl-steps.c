/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Three steps: computed, proposed, frozen. A step is a mark, its word, and a line that says who and when, or what is waited for. */

#include "jl-steps.h"

#include "jl-state-mark.h"

#include <glib/gi18n.h>

#define N_STEPS 3

struct _JlSteps
{
  GtkWidget parent_instance;

  JlStateMark *marks[N_STEPS];
  GtkLabel    *words[N_STEPS];
  GtkLabel    *notes[N_STEPS];
};

G_DEFINE_FINAL_TYPE (JlSteps, jl_steps, GTK_TYPE_WIDGET)

typedef enum
{
  STEP_DONE,
  STEP_NOW,
  STEP_LATER,
} StepState;

/* Where the flow stands, as the number of steps that are done. */
static int
steps_done (const JlAssessment *assessment)
{
  const char *state = jl_assessment_state (assessment);

  if (g_str_equal (state, "frozen"))
    return 3;
  if (g_str_equal (state, "proposed"))
    return 2;
  return g_str_equal (state, "computed") ? 1 : 0;
}

/* "2013-06-24 16:20" of the server's time stamp. */
static char *
stamp_text (const char *stamp)
{
  return stamp != NULL ? g_strndup (stamp, 16) : g_strdup ("");
}

static char *
who_and_when (JlResult *head, const char *who, const char *when)
{
  const char      *name = jl_result_text (head, 0, who);
  g_autofree char *stamp = stamp_text (jl_result_text (head, 0, when));

  return g_strdup_printf ("%s  %s", name != NULL ? name : "", stamp);
}

static char *
step_note (const JlAssessment *assessment, int step, int done)
{
  static const char *const who[] = { "computed_by", "proposed_by", "confirmed_by" };
  static const char *const when[] = { "computed_at", "proposed_at", "confirmed_at" };
  static const char *const waits[] = {
    N_ ("Not computed yet"),
    N_ ("Waits for a proposal"),
    N_ ("Waits for another official to confirm"),
  };

  if (step < done)
    return who_and_when (assessment->assessment, who[step], when[step]);
  return g_strdup (step == done ? _ (waits[step]) : "");
}

static void
set_step (JlSteps *self, int step, StepState state, const char *note)
{
  static const JlProgress marks[] = { JL_PROGRESS_MET, JL_PROGRESS_ON_PACE, JL_PROGRESS_NOT_DUE };

  jl_state_mark_set (self->marks[step], marks[state], "");
  gtk_label_set_text (self->notes[step], note);
  if (state == STEP_NOW)
    gtk_widget_add_css_class (GTK_WIDGET (self->words[step]), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words[step]), "heading");
}

void
jl_steps_set_assessment (JlSteps *self, const JlAssessment *assessment)
{
  int done = steps_done (assessment);

  for (int i = 0; i < N_STEPS; i++)
    {
      g_autofree char *note = step_note (assessment, i, done);

      set_step (self, i, i < done ? STEP_DONE : i == done ? STEP_NOW
                                                          : STEP_LATER,
                note);
    }
}

static void
add_rule (JlSteps *self)
{
  GtkWidget *rule = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_set_valign (rule, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (rule, TRUE);
  gtk_widget_set_parent (rule, GTK_WIDGET (self));
}

static void
add_step (JlSteps *self, int step, const char *word)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *mark = jl_state_mark_new ();
  GtkWidget *label = gtk_label_new (word);
  GtkWidget *note = gtk_label_new (NULL);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_ellipsize (GTK_LABEL (note), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "jl-note");
  gtk_grid_attach (GTK_GRID (grid), mark, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), note, 1, 1, 1, 1);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
  self->marks[step] = JL_STATE_MARK (mark);
  self->words[step] = GTK_LABEL (label);
  self->notes[step] = GTK_LABEL (note);
}

static void
jl_steps_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (jl_steps_parent_class)->dispose (object);
}

static void
jl_steps_class_init (JlStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jl_steps_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "steps");
}

static void
jl_steps_init (JlSteps *self)
{
  const char *const words[] = { _ ("Computed"), _ ("Propose freezing"), _ ("Frozen") };

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 18);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  for (int i = 0; i < N_STEPS; i++)
    {
      if (i > 0)
        add_rule (self);
      add_step (self, i, words[i]);
    }
}
