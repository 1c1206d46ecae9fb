/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The card of one task. A task fulfilled by a document has its day as the figure and no bar. */

#include "jl-task-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "jl-card.h"
#include "jl-chart-view.h"
#include "jl-quantity.h"
#include "jl-state-mark.h"

struct _JlTaskCard
{
  GtkWidget parent_instance;

  const JlCityTask *task;
  const char       *shown; /* the indicator of the figure on show: static or of the task */

  JlCard      *card;
  JlStateMark *state;
  JlStateMark *dated_state;
  JlChartView *bar;
  GtkLabel    *change;
  GtkLabel    *detail;
};

G_DEFINE_FINAL_TYPE (JlTaskCard, jl_task_card, GTK_TYPE_WIDGET)

enum
{
  WHY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_dated (JlTaskCard *self)
{
  return self->task->range <= 0;
}

/* For drawing only: percent, NAN when there is none. */
static double
position_of (const char *decimal)
{
  return decimal ? g_ascii_strtod (decimal, NULL) : NAN;
}

static void
set_target (JlChart *chart, const JlFigure *figure)
{
  g_autofree char *goal = NULL;
  g_autofree char *text = NULL;

  if (figure->threshold >= 0)
    goal = g_strdup_printf ("%d", figure->threshold);
  else if (figure->goal)
    goal = jl_format_decimal (figure->goal, 2, JL_NUMBER_PAPER);
  if (goal == NULL)
    return;
  text = g_strdup_printf ("%s%%", goal);
  jl_chart_set_threshold (chart, position_of (goal), text);
}

static char *
spoken_summary (JlTaskCard *self, const JlFigure *figure)
{
  g_autofree char *text = jl_city_figure_text (figure);
  g_autofree char *clause = jl_city_clause_line (self->task, figure);

  /* Translators: for the screen reader: figure, state, clause with strength and deadline */
  return g_strdup_printf (_ ("%s, %s, %s"), text, jl_city_progress_word (figure), clause);
}

static JlChart *
make_bar (JlTaskCard *self, const JlFigure *figure)
{
  JlChart         *chart = jl_chart_new (JL_CHART_BULLET);
  g_autofree char *text = jl_city_figure_text (figure);
  g_autofree char *change = jl_figure_change_text (figure);
  g_autofree char *summary = spoken_summary (self, figure);

  jl_chart_set_title (chart, _ (self->task->title));
  jl_chart_set_summary (chart, summary);
  jl_chart_set_columns (chart, _ ("Task"), _ ("Share (%)"), _ ("Change"));
  jl_chart_set_range (chart, self->task->range);
  jl_chart_set_expected (chart, position_of (figure->expected));
  set_target (chart, figure);
  jl_chart_add (chart, &(JlDatum){
                           .label = jl_indicator_word (figure->indicator),
                           .value_text = text,
                           .change_text = change,
                           .state = figure->state,
                           .passes = jl_figure_passes (figure),
                           .own = TRUE,
                           .value = jl_figure_position (figure),
                           .group_value = NAN,
                       });
  return chart;
}

static void
show_state (JlTaskCard *self, const JlFigure *figure)
{
  gboolean    dated = is_dated (self);
  const char *word = jl_city_says_state (figure) ? "" : jl_city_progress_word (figure);

  jl_state_mark_set (dated ? self->dated_state : self->state, figure->progress, word);
  gtk_widget_set_visible (GTK_WIDGET (self->state), !dated);
  gtk_widget_set_visible (GTK_WIDGET (self->dated_state), dated);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !dated);
  jl_chart_view_set_chart (self->bar, dated ? NULL : make_bar (self, figure));
}

static void
show_lines (JlTaskCard *self, const JlFigure *shown, const JlFigure *first, const JlFigure *second)
{
  g_autofree char *change = jl_city_change_line (self->task, shown);
  g_autofree char *detail = jl_city_detail_line (self->task, first, second);
  g_autofree char *clause = jl_city_clause_line (self->task, shown);
  g_autofree char *markup = g_markup_escape_text (clause, -1);

  gtk_label_set_text (self->change, change);
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail), detail);
  jl_card_set_footnote (self->card, markup);
}

static void
source_activated_cb (JlTaskCard *self)
{
  g_signal_emit (self, signals[WHY], 0, self->shown);
}

static void
jl_task_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_TASK_CARD);
  G_OBJECT_CLASS (jl_task_card_parent_class)->dispose (object);
}

static void
jl_task_card_class_init (JlTaskCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_task_card_dispose;
  signals[WHY] =
      g_signal_new ("why", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (JL_TYPE_CARD);
  g_type_ensure (JL_TYPE_CHART_VIEW);
  g_type_ensure (JL_TYPE_STATE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/city/jl-task-card.ui");
  gtk_widget_class_set_css_name (widget_class, "taskcard");
  gtk_widget_class_bind_template_child (widget_class, JlTaskCard, card);
  gtk_widget_class_bind_template_child (widget_class, JlTaskCard, state);
  gtk_widget_class_bind_template_child (widget_class, JlTaskCard, dated_state);
  gtk_widget_class_bind_template_child (widget_class, JlTaskCard, bar);
  gtk_widget_class_bind_template_child (widget_class, JlTaskCard, change);
  gtk_widget_class_bind_template_child (widget_class, JlTaskCard, detail);
  gtk_widget_class_bind_template_callback (widget_class, source_activated_cb);
}

static void
jl_task_card_init (JlTaskCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
jl_task_card_new (const JlCityTask *task)
{
  JlTaskCard *self = g_object_new (JL_TYPE_TASK_CARD, NULL);

  self->task = task;
  self->shown = task->indicator;
  jl_card_set_title (self->card, _ (task->title));
  return GTK_WIDGET (self);
}

/**
 * jl_task_card_show:
 * @self: a card
 * @figures: the figures of a year
 * @unit_id: whose
 */
void
jl_task_card_show (JlTaskCard *self, const JlFigures *figures, int unit_id)
{
  const JlFigure  *first = jl_figures_find (figures, unit_id, self->task->indicator);
  const JlFigure  *second = self->task->second ? jl_figures_find (figures, unit_id, self->task->second) : NULL;
  const JlFigure  *shown = jl_figure_graver (first, second);
  g_autofree char *text = shown ? jl_city_large_text (shown) : NULL;

  if (shown == NULL)
    {
      jl_card_set_figure (self->card, "—", NULL);
      return;
    }
  self->shown = shown == second ? self->task->second : self->task->indicator;
  /* A blank unit keeps the figure on the line of the neighbours' figures. */
  jl_card_set_figure (self->card, text, jl_city_figure_unit (shown) ? jl_city_figure_unit (shown) : " ");
  show_state (self, shown);
  show_lines (self, shown, first ? first : shown, second);
}
