/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Name and score stand at the head, rescaling and vetoes at the foot; what is between them scrolls.
 * All of it changes at once. */

#include "jl-score-pane.h"

#include "jl-award-list.h"
#include "jl-score-items.h"
#include "jl-score-row.h"
#include "jl-state-mark.h"

#include <glib/gi18n.h>

struct _JlScorePane
{
  AdwBin parent_instance;

  int unit_id;

  GtkWidget         *root;
  GtkLabel          *name;
  GtkLabel          *place;
  GtkLabel          *score;
  GtkLabel          *grade;
  GtkScrolledWindow *scroller;
  GtkBox            *items;
  GtkWidget         *awards;
  GtkBox            *verdicts;
  GtkWidget         *foot;
  GtkWidget         *rescaling;
  GtkLabel          *rescaled;
  GtkBox            *vetoes;
};

G_DEFINE_FINAL_TYPE (JlScorePane, jl_score_pane, ADW_TYPE_BIN)

static void
show_head (JlScorePane *self, JlResult *units, guint row)
{
  g_autofree char *score = jl_score_text (jl_result_text (units, row, "score"));
  g_autofree char *place = jl_score_rank_text (units, row);
  const char      *grade = jl_result_text (units, row, "grade");
  const char      *why = jl_result_text (units, row, "why_unranked");

  gtk_label_set_text (self->name, jl_result_text (units, row, "name"));
  gtk_label_set_text (self->place, why ? why : place);
  gtk_label_set_text (self->score, score);
  gtk_label_set_text (self->grade, grade ? grade : "");
}

/* "44.701345 ÷ 53 × 100 = 84.342160"; nothing to rescale when every item applies and counts. */
static void
show_rescaling (JlScorePane *self, JlResult *units, guint row)
{
  const char      *score = jl_result_text (units, row, "score");
  const char      *sum = jl_result_text (units, row, "sum_points");
  const char      *applicable = jl_result_text (units, row, "applicable");
  g_autofree char *text =
      score && sum ? g_strdup_printf (_ ("%s ÷ %s × 100 = %s"), sum, applicable, score) : NULL;

  gtk_label_set_text (self->rescaled, text ? text : "");
  gtk_widget_set_visible (self->rescaling, text != NULL);
}

static GtkWidget *
make_veto (JlResult *vetoes, guint i)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *mark = jl_state_mark_new ();
  g_autofree char *title = g_strdup_printf ("%s %s", jl_result_text (vetoes, i, "veto"),
                                            jl_result_text (vetoes, i, "title"));
  GtkWidget       *clause = jl_score_label_new (jl_result_text (vetoes, i, "clause"), 0, "caption");

  jl_state_mark_set (JL_STATE_MARK (mark), JL_PROGRESS_OVERDUE, "");
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (clause, "jl-note");
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), jl_score_label_new (title, 0, "jl-strong"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), clause);
  gtk_widget_add_css_class (box, "jl-veto");
  gtk_widget_add_css_class (box, "jl-tint-overdue");
  gtk_widget_add_css_class (box, "jl-dense");
  return box;
}

static gboolean
show_vetoes (JlScorePane *self, JlResult *vetoes)
{
  gboolean any = FALSE;

  jl_score_items_clear (self->vetoes);
  for (guint i = 0; i < jl_result_n_rows (vetoes); i++)
    {
      if (jl_result_int (vetoes, i, "unit_id", 0) != self->unit_id)
        continue;
      gtk_box_append (self->vetoes, make_veto (vetoes, i));
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->vetoes), any);
  return any;
}

static void
show_foot (JlScorePane *self, const JlAssessment *assessment, guint row)
{
  gboolean vetoes = show_vetoes (self, assessment->vetoes);

  show_rescaling (self, assessment->units, row);
  gtk_widget_set_visible (self->foot, vetoes || gtk_widget_get_visible (self->rescaling));
}

void
jl_score_pane_show_unit (JlScorePane        *self,
                         const JlAssessment *assessment,
                         guint               row,
                         JlResult           *items)
{
  int      unit_id = (int) jl_result_int (assessment->units, row, "unit_id", 0);
  gboolean other = unit_id != self->unit_id;

  self->unit_id = unit_id;
  show_head (self, assessment->units, row);
  jl_score_items_fill (self->items, items, assessment->units, row);
  gtk_widget_set_visible (self->awards,
                          jl_award_list_fill (self->verdicts, assessment->awards, unit_id) > 0);
  show_foot (self, assessment, row);
  gtk_widget_set_visible (self->root, TRUE);
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
jl_score_pane_clear (JlScorePane *self)
{
  self->unit_id = 0;
  gtk_widget_set_visible (self->root, FALSE);
}

static void
open_cb (JlScorePane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-unit", "i", self->unit_id);
}

static void
jl_score_pane_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_SCORE_PANE);
  G_OBJECT_CLASS (jl_score_pane_parent_class)->dispose (object);
}

static void
jl_score_pane_class_init (JlScorePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_score_pane_dispose;
  gtk_widget_class_set_css_name (widget_class, "scorepane");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/jiliang/Jiliang/pages/assessment/jl-score-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, root);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, name);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, place);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, score);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, grade);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, scroller);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, items);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, awards);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, verdicts);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, foot);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, rescaling);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, rescaled);
  gtk_widget_class_bind_template_child (widget_class, JlScorePane, vetoes);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
jl_score_pane_init (JlScorePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
