/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Proposing and confirming are asked about first; computing and withdrawing can be done again. */

#include "jl-assess-actions.h"

#include "jl-compat.h"

#include <glib/gi18n.h>

#define N_STEPS (JL_ASSESS_CONFIRM + 1)

struct _JlAssessActions
{
  GtkWidget parent_instance;

  int        year;
  GtkWidget *buttons[N_STEPS];
  GtkWidget *circulars; /* what comes after the freeze */
};

G_DEFINE_FINAL_TYPE (JlAssessActions, jl_assess_actions, GTK_TYPE_WIDGET)

static guint step_signal;

/* clang-format off */
static const struct
{
  const char *word;
  const char *state;    /* in which the button is there; the first computing is the page's offer */
  gboolean    suggested;
} steps[] = {
  [JL_ASSESS_COMPUTE] = { N_ ("Compute"), "computed", FALSE },
  [JL_ASSESS_PROPOSE] = { N_ ("Propose freezing"), "computed", TRUE },
  [JL_ASSESS_WITHDRAW] = { N_ ("Withdraw the proposal"), "proposed", FALSE },
  [JL_ASSESS_CONFIRM] = { N_ ("Confirm freezing"), "proposed", TRUE },
};
/* clang-format on */

const char *
jl_assess_why_not (
    JlAssessStep step, const char *state, const char *proposer, const char *role, const char *duty)
{
  if (g_strcmp0 (duty, "jl_housing") != 0)
    return _ ("Only the heating-reform office computes and freezes.");
  if (step == JL_ASSESS_CONFIRM && g_str_equal (state, "proposed") &&
      g_strcmp0 (proposer, role) == 0)
    return _ ("The proposer and the confirmer must be two people.");
  return NULL;
}

gboolean
jl_assess_sees_drafts (const char *duty)
{
  static const char *const frozen_only[] = { "jl_city", "jl_reader", "jl_admin", NULL };

  return duty == NULL || !g_strv_contains (frozen_only, duty);
}

void
jl_assess_limit_button (GtkWidget *button, const char *why_not)
{
  gtk_widget_set_sensitive (button, why_not == NULL);
  gtk_widget_set_tooltip_text (button, why_not);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  why_not ? why_not : "", -1);
}

void
jl_assess_actions_set_assessment (JlAssessActions    *self,
                                  const JlAssessment *assessment,
                                  const char         *role,
                                  const char         *duty)
{
  const char *state = jl_assessment_state (assessment);
  gboolean    there = jl_result_n_rows (assessment->assessment) > 0;
  const char *proposer =
      there ? jl_result_text (assessment->assessment, 0, "proposed_by_role") : NULL;

  self->year = assessment->year;
  for (int i = 0; i < N_STEPS; i++)
    {
      gtk_widget_set_visible (self->buttons[i], g_str_equal (state, steps[i].state));
      jl_assess_limit_button (self->buttons[i],
                              jl_assess_why_not ((JlAssessStep) i, state, proposer, role, duty));
    }
  gtk_widget_set_visible (self->circulars, g_str_equal (state, "frozen"));
}

/* ---- asking */

typedef struct
{
  JlAssessActions *actions;
  JlAssessStep     step;
  int              year;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->actions);
  g_free (question);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;

  if (jl_compat_ask_finish (result))
    g_signal_emit (question->actions, step_signal, 0, (int) question->step, question->year);
}

static void
ask (JlAssessActions *self, JlAssessStep step, const char *heading, const char *body)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  Question  *question = g_new0 (Question, 1);

  *question = (Question){ g_object_ref (self), step, self->year };
  jl_compat_ask_async (window, heading, body, _ ("Cancel"), _ (steps[step].word), FALSE,
                       answered_cb, question);
}

static void
ask_to_propose (JlAssessActions *self)
{
  g_autofree char *heading = g_strdup_printf (_ ("Propose freezing the year %d?"), self->year);

  ask (self, JL_ASSESS_PROPOSE, heading,
       _ ("Another official of the heating-reform office confirms. Until then it can be "
          "withdrawn."));
}

static void
ask_to_confirm (JlAssessActions *self)
{
  g_autofree char *heading = g_strdup_printf (_ ("Freeze the year %d?"), self->year);

  ask (self, JL_ASSESS_CONFIRM, heading,
       _ ("After freezing nothing can be changed; what must be corrected is issued as a separate "
          "correction."));
}

void
jl_assess_actions_take (JlAssessActions *self, JlAssessStep step)
{
  switch (step)
    {
    case JL_ASSESS_PROPOSE:
      ask_to_propose (self);
      break;
    case JL_ASSESS_CONFIRM:
      ask_to_confirm (self);
      break;
    case JL_ASSESS_COMPUTE:
    case JL_ASSESS_WITHDRAW:
      g_signal_emit (self, step_signal, 0, (int) step, self->year);
      break;
    }
}

/* ---- making */

static void
clicked_cb (GtkWidget *button, gpointer step)
{
  JlAssessActions *self = JL_ASSESS_ACTIONS (gtk_widget_get_parent (button));

  jl_assess_actions_take (self, (JlAssessStep) GPOINTER_TO_INT (step));
}

static void
add_button (JlAssessActions *self, int step)
{
  GtkWidget *button = gtk_button_new_with_label (_ (steps[step].word));

  if (steps[step].suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), GINT_TO_POINTER (step));
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  self->buttons[step] = button;
}

static void
add_circulars (JlAssessActions *self)
{
  self->circulars = gtk_button_new_with_label (_ ("Circulars"));
  gtk_widget_set_visible (self->circulars, FALSE);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->circulars),
                                           "win.open-page::circular");
  gtk_widget_set_parent (self->circulars, GTK_WIDGET (self));
}

static void
jl_assess_actions_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (jl_assess_actions_parent_class)->dispose (object);
}

static void
jl_assess_actions_class_init (JlAssessActionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_assess_actions_dispose;
  step_signal = g_signal_new ("step", JL_TYPE_ASSESS_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "assessactions");
}

static void
jl_assess_actions_init (JlAssessActions *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              6);
  for (int i = 0; i < N_STEPS; i++)
    add_button (self, i);
  add_circulars (self);
}
