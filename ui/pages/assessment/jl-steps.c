/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Three steps: computed, proposed, frozen. A step is a mark, its word, and a line that says who and
 * when, or what is waited for. The check code of a frozen year stands at the end. */

#include "jl-steps.h"

#include "jl-chart.h"
#include "jl-screen-theme.h"
#include "jl-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_STEPS 3
#define MARK_SIZE 18

typedef enum
{
  STEP_DONE,
  STEP_NOW,
  STEP_LATER,
} StepState;

typedef struct
{
  StepState  state;
  GtkWidget *step;
  GtkWidget *mark;
  GtkLabel  *word;
  GtkLabel  *note;
} Step;

struct _JlSteps
{
  GtkWidget parent_instance;

  Step       steps[N_STEPS];
  GtkWidget *code_rule;
  GtkWidget *code_box;
  GtkLabel  *code;
};

G_DEFINE_FINAL_TYPE (JlSteps, jl_steps, GTK_TYPE_WIDGET)

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

/* "演练人员甲  2013-06-24 16:20" of the server's time stamp. */
static char *
who_and_when (JlResult *head, const char *who, const char *when)
{
  const char      *name = jl_result_text (head, 0, who);
  const char      *stamp = jl_result_text (head, 0, when);
  g_autofree char *minute = stamp ? g_strndup (stamp, strlen ("2013-06-24 16:20")) : g_strdup ("");

  return g_strdup_printf ("%s  %s", name ? name : "", minute);
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

static const char *
state_word (StepState state)
{
  switch (state)
    {
    case STEP_DONE:
      return _ ("done");
    case STEP_NOW:
      return _ ("now");
    case STEP_LATER:
      return _ ("later");
    }
  return "";
}

/* "核算" becomes "已核算" once it is done. */
static const char *
step_word (int step, StepState state)
{
  static const char *const codes[] = { "computed", "proposed", "frozen" };
  static const char *const ahead[] = { N_ ("Compute"), N_ ("Propose freezing"), N_ ("Freeze") };

  return state == STEP_DONE ? jl_assessment_state_word (codes[step]) : _ (ahead[step]);
}

static void
set_step (Step *step, StepState state, const char *word, const char *note)
{
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", word, state_word (state), note);

  step->state = state;
  gtk_label_set_text (step->word, word);
  gtk_label_set_text (step->note, note);
  gtk_widget_set_visible (GTK_WIDGET (step->note), *note != '\0');
  if (state == STEP_NOW)
    gtk_widget_add_css_class (GTK_WIDGET (step->word), "jl-strong");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (step->word), "jl-strong");
  gtk_accessible_update_property (GTK_ACCESSIBLE (step->step), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  gtk_widget_queue_draw (step->mark);
}

/* In groups of four, so that two people can compare it by reading aloud. */
static char *
grouped (const char *hash, gsize digits)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < digits && hash[i]; i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, hash[i]);
    }
  return g_string_free (text, FALSE);
}

static void
show_code (JlSteps *self, const JlAssessment *assessment)
{
  gboolean         there = jl_result_n_rows (assessment->assessment) > 0;
  const char      *hash = there ? jl_result_text (assessment->assessment, 0, "hash_hex") : NULL;
  g_autofree char *short_code = hash ? grouped (hash, 16) : NULL;
  g_autofree char *text = hash ? g_strconcat (short_code, " …", NULL) : NULL;
  g_autofree char *whole = hash ? grouped (hash, strlen (hash)) : NULL;

  gtk_label_set_text (self->code, text ? text : "");
  gtk_widget_set_tooltip_text (self->code_box, whole);
  gtk_widget_set_visible (self->code_box, hash != NULL);
  gtk_widget_set_visible (self->code_rule, hash != NULL);
}

void
jl_steps_set_assessment (JlSteps *self, const JlAssessment *assessment)
{
  int done = steps_done (assessment);

  for (int i = 0; i < N_STEPS; i++)
    {
      g_autofree char *note = step_note (assessment, i, done);
      StepState        ahead = i == done ? STEP_NOW : STEP_LATER;
      StepState        state = i < done ? STEP_DONE : ahead;

      set_step (&self->steps[i], state, step_word (i, state), note);
    }
  show_code (self, assessment);
}

/* ---- making */

/* A disc with tick, a ring round a dot, a hollow disc. */
static void
draw_mark (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  static const JlProgress marks[] = { JL_PROGRESS_MET, JL_PROGRESS_ON_PACE, JL_PROGRESS_NOT_DUE };
  const Step             *step = user_data;
  const JlTheme          *theme = jl_screen_theme ();

  jl_paint_progress_mark (cr, marks[step->state], 0, 0, width, theme);
  if (step->state != STEP_NOW)
    return;
  jl_theme_set_source (theme, JL_COLOR_GROUND, cr);
  cairo_arc (cr, width / 2.0, height / 2.0, width / 6.0, 0, 2 * G_PI);
  cairo_fill (cr);
}

static GtkWidget *
make_mark (Step *step)
{
  GtkWidget *mark = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (mark), MARK_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (mark), MARK_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (mark), draw_mark, step, NULL);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  return mark;
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *note = make_label (text, "caption");

  gtk_widget_add_css_class (note, "jl-note");
  return note;
}

static void
add_step (JlSteps *self, int i)
{
  Step      *step = &self->steps[i];
  GtkWidget *grid =
      g_object_new (GTK_TYPE_GRID, "column-spacing", 9, "row-spacing", 3, "valign", GTK_ALIGN_START,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  step->step = grid;
  step->mark = make_mark (step);
  step->word = GTK_LABEL (make_label (NULL, "jl-step"));
  step->note = GTK_LABEL (make_note (NULL));
  gtk_grid_attach (GTK_GRID (grid), step->mark, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (step->word), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (step->note), 1, 1, 1, 1);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
}

static GtkWidget *
add_rule (JlSteps *self, GtkOrientation orientation)
{
  GtkWidget *rule = gtk_separator_new (orientation);

  gtk_widget_set_hexpand (rule, orientation == GTK_ORIENTATION_HORIZONTAL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_set_valign (rule, GTK_ALIGN_START);
  gtk_widget_set_parent (rule, GTK_WIDGET (self));
  return rule;
}

static void
add_code (JlSteps *self)
{
  self->code_rule = add_rule (self, GTK_ORIENTATION_VERTICAL);
  self->code_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->code = GTK_LABEL (make_label (NULL, "jl-code"));
  gtk_label_set_wrap (self->code, FALSE);
  gtk_box_append (GTK_BOX (self->code_box), make_note (_ ("Check code")));
  gtk_box_append (GTK_BOX (self->code_box), GTK_WIDGET (self->code));
  gtk_widget_set_valign (self->code_box, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->code_rule, FALSE);
  gtk_widget_set_visible (self->code_box, FALSE);
  gtk_widget_set_parent (self->code_box, GTK_WIDGET (self));
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_steps_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "steps");
}

static void
jl_steps_init (JlSteps *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps to the freeze"), -1);
  for (int i = 0; i < N_STEPS; i++)
    {
      if (i > 0)
        add_rule (self, GTK_ORIENTATION_HORIZONTAL);
      add_step (self, i);
    }
  add_code (self);
}
