/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Everything is text from the answers; the only rounding is of printed points, six decimals here and two in the head. */

#include "jl-score-pane.h"

#include "jl-quantity.h"
#include "jl-state-mark.h"
#include "jl-words.h"

#include <glib/gi18n.h>

struct _JlScorePane
{
  GtkWidget parent_instance;

  GtkWidget *root;
  GtkLabel  *name;
  GtkLabel  *score;
  GtkLabel  *rescaled;
  GtkBox    *items;
  GtkBox    *verdicts;
};

G_DEFINE_FINAL_TYPE (JlScorePane, jl_score_pane, GTK_TYPE_WIDGET)

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
make_label (const char *text, const char *css_class, double xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), (float) xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "算式        10 × 24.996% ÷ 25%" */
static GtkWidget *
make_pair (const char *head, const char *text, gboolean strong)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = make_label (head, "jl-note", 0);
  GtkWidget *right = make_label (text, strong ? "heading" : "jl-dense", 1);

  gtk_widget_add_css_class (left, "caption");
  gtk_widget_set_hexpand (right, TRUE);
  gtk_label_set_selectable (GTK_LABEL (right), FALSE);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), right);
  return box;
}

static char *
points_text (JlResult *items, guint i)
{
  const char *points = jl_result_text (items, i, "points");

  return points != NULL ? jl_format_decimal (points, 6, JL_NUMBER_SCREEN) : g_strdup (_ ("Not applicable, rescaled"));
}

static GtkWidget *
make_item (JlResult *items, guint i)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *full = g_strdup_printf (_ ("%s points"), jl_result_text (items, i, "full_points"));
  g_autofree char *points = points_text (items, i);
  GtkWidget       *title = make_label (jl_result_text (items, i, "title"), "jl-dense", 0);
  GtkWidget       *most = make_label (full, "jl-note", 1);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (most, GTK_ALIGN_START);
  gtk_widget_add_css_class (most, "caption");
  gtk_box_append (GTK_BOX (head), make_label (jl_result_text (items, i, "item"), "heading", 0));
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), most);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), make_pair (_ ("Formula"), jl_result_text (items, i, "formula"), FALSE));
  gtk_box_append (GTK_BOX (box), make_pair (_ ("Confirmed score"), points, TRUE));
  gtk_box_append (GTK_BOX (box), make_pair (_ ("Clause"), jl_result_text (items, i, "clause"), FALSE));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  return box;
}

static GtkWidget *
make_verdict (JlResult *awards, guint i, const char *names)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *mark = jl_state_mark_new ();
  const char      *verdict = jl_result_text (awards, i, "verdict");
  g_autofree char *reason = g_strdup_printf ("%s（%s）", jl_result_text (awards, i, "reason"), jl_result_text (awards, i, "clause"));

  jl_state_mark_set (JL_STATE_MARK (mark), jl_verdict_mark (verdict), jl_verdict_word (verdict));
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), make_label (names, "jl-dense", 0));
  gtk_box_append (GTK_BOX (box), make_label (reason, "caption", 0));
  return box;
}

/* The three awards share a bar's verdict as a rule: those with the same bar, verdict and reason stand under one mark. */
static gboolean
same_verdict (JlResult *awards, guint a, guint b)
{
  return jl_result_int (awards, a, "unit_id", 0) == jl_result_int (awards, b, "unit_id", 0) &&
         g_strcmp0 (jl_result_text (awards, a, "bar"), jl_result_text (awards, b, "bar")) == 0 &&
         g_strcmp0 (jl_result_text (awards, a, "verdict"), jl_result_text (awards, b, "verdict")) == 0 &&
         g_strcmp0 (jl_result_text (awards, a, "reason"), jl_result_text (awards, b, "reason")) == 0;
}

static gboolean
is_first_of_kind (JlResult *awards, guint i)
{
  for (guint k = 0; k < i; k++)
    if (same_verdict (awards, k, i))
      return FALSE;
  return TRUE;
}

static char *
award_names (JlResult *awards, guint first)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = first; i < jl_result_n_rows (awards); i++)
    if (same_verdict (awards, first, i))
      g_ptr_array_add (names, (char *) jl_result_text (awards, i, "award_name"));
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("、", (char **) names->pdata);
}

static void
show_verdicts (JlScorePane *self, JlResult *awards, int unit_id)
{
  clear_box (self->verdicts);
  for (guint i = 0; i < jl_result_n_rows (awards); i++)
    {
      g_autofree char *names = NULL;

      if (jl_result_int (awards, i, "unit_id", 0) != unit_id || !is_first_of_kind (awards, i))
        continue;
      names = award_names (awards, i);
      gtk_box_append (self->verdicts, make_verdict (awards, i, names));
    }
}

static void
show_head (JlScorePane *self, JlResult *units, guint row)
{
  const char      *score = jl_result_text (units, row, "score");
  g_autofree char *text = score != NULL ? jl_format_decimal (score, 2, JL_NUMBER_SCREEN) : g_strdup ("—");
  const char      *sum = jl_result_text (units, row, "sum_points");
  g_autofree char *rescaled = sum == NULL ? NULL
                                          : g_strdup_printf (_ ("%s ÷ %s × 100"), sum, jl_result_text (units, row, "applicable"));

  gtk_label_set_text (self->name, jl_result_text (units, row, "name"));
  gtk_label_set_text (self->score, text);
  gtk_label_set_text (self->rescaled, rescaled != NULL ? rescaled : "");
}

void
jl_score_pane_show_unit (JlScorePane *self, const JlAssessment *assessment, guint row, JlResult *items)
{
  gtk_widget_set_visible (self->root, TRUE);
  show_head (self, assessment->units, row);
  clear_box (self->items);
  for (guint i = 0; i < jl_result_n_rows (items); i++)
    gtk_box_append (self->items, make_item (items, i));
  show_verdicts (self, assessment->awards, (int) jl_result_int (assessment->units, row, "unit_id", 0));
}

void
jl_score_pane_clear (JlScorePane *self)
{
  gtk_widget_set_visible (self->root, FALSE);
}

static void
jl_score_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_SCORE_PANE);
  G_OBJECT_CLASS (jl_score_pane_parent_class)->dispose (object);
}

static void
jl_score_pane_class_init (JlScorePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_score_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/assessment/jl-score-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, root);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, name);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, score);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, rescaled);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, items);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, verdicts);
}

static void
jl_score_pane_init (JlScorePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
