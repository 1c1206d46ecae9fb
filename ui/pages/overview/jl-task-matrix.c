/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Where each unit of a group stands in the four tasks. Head and rows are grids of the same number
 * of equal columns, of which the name and each task span some, so that all stand under each other
 * without asking one another for their sizes. */

#include "jl-task-matrix.h"

#include <glib/gi18n.h>

#include "jl-state-mark.h"

struct _JlTaskMatrix
{
  AdwBin parent_instance;

  GtkLabel   *cutoff;
  GtkBox     *legend;
  GtkGrid    *head;
  GtkWidget  *scroller;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (JlTaskMatrix, jl_task_matrix, ADW_TYPE_BIN)

/* A task may have two indicators: the graver stands for it. */
typedef struct
{
  const char *title;
  const char *clause;
  const char *measure;
  int         span;
  const char *indicators[2];
} Task;

#define NAME_SPAN 7

/* clang-format off */
static const Task tasks[] = {
  { N_("Price policy"), N_("III(1)"), N_("Date of issue"), 17, { "price_policy" } },
  { N_("New buildings"), N_("III(2)"), N_("Share fitted in step"), 17, { "new_fitted" } },
  { N_("Offices and public buildings"), N_("III(3)"), N_("Share of area"), 21, { "office_done", "public_done" } },
  { N_("Existing energy-saving housing"), N_("III(4)"), N_("Share of area"), 18, { "existing_done" } },
};
/* clang-format on */

static const JlProgress in_legend[] = {
  JL_PROGRESS_MET,
  JL_PROGRESS_ON_PACE,
  JL_PROGRESS_SLOW,
  JL_PROGRESS_BEHIND,
  JL_PROGRESS_BACKWARD,
  JL_PROGRESS_OVERDUE,
  JL_PROGRESS_NOT_REPORTED,
};

static const JlFigure *
figure_of_task (const JlFigures *figures, int unit_id, const Task *task)
{
  const JlFigure *first = jl_figures_find (figures, unit_id, task->indicators[0]);
  const JlFigure *second =
      task->indicators[1] ? jl_figures_find (figures, unit_id, task->indicators[1]) : NULL;

  return jl_figure_graver (first, second);
}

/* A share with its sign, a date, or the word of what is no value. */
static char *
value_text (const JlFigure *figure)
{
  g_autofree char *text = jl_figure_text (figure);
  gboolean         is_date = g_str_equal (figure->indicator, "price_policy");

  if (is_date && figure->done_on == NULL && figure->progress == JL_PROGRESS_OVERDUE)
    return g_strdup (_ ("Not issued"));
  if (is_date || figure->state != JL_STATE_VALUE)
    return g_steal_pointer (&text);
  return g_strconcat (text, "%", NULL);
}

static GtkWidget *
label_new (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Both figures of a task that has two, for the pointer. */
static char *
task_tooltip (const JlFigures *figures, int unit_id, const Task *task)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (task->indicators) && task->indicators[i]; i++)
    {
      const JlFigure  *figure = jl_figures_find (figures, unit_id, task->indicators[i]);
      g_autofree char *value = figure ? value_text (figure) : NULL;

      if (figure)
        g_string_append_printf (text, _ ("%s%s: %s  %s"), text->len ? "\n" : "",
                                jl_indicator_word (figure->indicator), value,
                                jl_progress_word (figure->progress));
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
cell_new (const JlFigures *figures, int unit_id, const Task *task)
{
  const JlFigure  *figure = figure_of_task (figures, unit_id, task);
  g_autofree char *text = figure ? value_text (figure) : g_strdup ("—");
  g_autofree char *tooltip = task_tooltip (figures, unit_id, task);
  GtkWidget       *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *mark = jl_state_mark_new ();
  GtkWidget       *value = label_new (text, "jl-value", 1);

  jl_state_mark_set (JL_STATE_MARK (mark), figure ? figure->progress : JL_PROGRESS_MISSING, NULL);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_widget_set_margin_end (value, 12);
  gtk_box_append (GTK_BOX (cell), mark);
  gtk_box_append (GTK_BOX (cell), value);
  gtk_widget_set_tooltip_text (cell, tooltip);
  return cell;
}

static char *
spoken_row (const JlFigures *figures, const JlUnit *unit)
{
  GString *text = g_string_new (unit->name);

  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      const JlFigure  *figure = figure_of_task (figures, unit->id, &tasks[i]);
      g_autofree char *value = figure ? value_text (figure) : NULL;

      if (figure)
        g_string_append_printf (text, ", %s %s %s", _ (tasks[i].title),
                                jl_progress_word (figure->progress), value);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
row_new (const JlFigures *figures, const JlUnit *unit)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *grid = gtk_grid_new ();
  int              column = NAME_SPAN;
  g_autofree char *spoken = spoken_row (figures, unit);

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_attach (GTK_GRID (grid), label_new (unit->short_name, NULL, 0), 0, 0, NAME_SPAN, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      gtk_grid_attach (GTK_GRID (grid), cell_new (figures, unit->id, &tasks[i]), column, 0,
                       tasks[i].span, 1);
      column += tasks[i].span;
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  g_object_set_data (G_OBJECT (row), "unit", GINT_TO_POINTER (unit->id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

/* How strongly a group is held to a task is the same for all its units: the first one tells. */
static const char *
strength_of (const JlFigures *figures, const char *grp, const Task *task)
{
  for (guint i = 0; i < jl_figures_n_units (figures); i++)
    {
      const JlUnit   *unit = jl_figures_unit (figures, i);
      const JlFigure *figure = jl_figures_find (figures, unit->id, task->indicators[0]);

      if (g_strcmp0 (unit->grp, grp) == 0 && figure && figure->strength)
        return jl_strength_short_word (figure->strength);
    }
  return "";
}

static char *
note_of (const JlFigures *figures, const char *grp, const Task *task)
{
  /* Translators: clause, how strongly it binds, what is measured: "III(2) Must be done  Share of area" */
  return g_strdup_printf (_ ("%s %s  %s"), _ (task->clause), strength_of (figures, grp, task),
                          _ (task->measure));
}

static void
fill_head (JlTaskMatrix *self, const JlFigures *figures, const char *grp)
{
  GtkWidget *child;
  int        column = NAME_SPAN;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->head))) != NULL)
    gtk_grid_remove (self->head, child);
  gtk_grid_attach (self->head, label_new (_ ("Assessed unit"), "caption-heading", 0), 0, 0,
                   NAME_SPAN, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      const Task      *task = &tasks[i];
      g_autofree char *note = note_of (figures, grp, task);
      GtkWidget       *note_label = label_new (note, "caption", 0);

      gtk_widget_add_css_class (note_label, "jl-note");
      gtk_grid_attach (self->head, label_new (_ (task->title), "caption-heading", 0), column, 0,
                       task->span, 1);
      gtk_grid_attach (self->head, note_label, column, 1, task->span, 1);
      column += task->span;
    }
}

static void
fill_legend (JlTaskMatrix *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (in_legend); i++)
    {
      GtkWidget *mark = jl_state_mark_new ();

      jl_state_mark_set (JL_STATE_MARK (mark), in_legend[i], NULL);
      gtk_box_append (self->legend, mark);
    }
}

static void
row_activated_cb (JlTaskMatrix *self, GtkListBoxRow *row)
{
  int unit_id = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "unit"));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-unit", "i", unit_id);
}

static void
jl_task_matrix_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_TASK_MATRIX);
  G_OBJECT_CLASS (jl_task_matrix_parent_class)->dispose (object);
}

static void
jl_task_matrix_class_init (JlTaskMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_task_matrix_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/jiliang/Jiliang/pages/overview/jl-task-matrix.ui");
  gtk_widget_class_bind_template_child (widget_class, JlTaskMatrix, cutoff);
  gtk_widget_class_bind_template_child (widget_class, JlTaskMatrix, legend);
  gtk_widget_class_bind_template_child (widget_class, JlTaskMatrix, head);
  gtk_widget_class_bind_template_child (widget_class, JlTaskMatrix, scroller);
  gtk_widget_class_bind_template_child (widget_class, JlTaskMatrix, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
jl_task_matrix_init (JlTaskMatrix *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_legend (self);
}

void
jl_task_matrix_fill (JlTaskMatrix    *self,
                     const JlFigures *figures,
                     const char      *grp,
                     const char      *cutoff)
{
  g_autofree char *note = g_strdup_printf (_ ("as of %s"), cutoff);
  GtkListBoxRow   *row;

  gtk_label_set_text (self->cutoff, note);
  fill_head (self, figures, grp);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < jl_figures_n_units (figures); i++)
    {
      const JlUnit *unit = jl_figures_unit (figures, i);

      if (g_strcmp0 (unit->grp, grp) == 0)
        gtk_list_box_append (self->rows, row_new (figures, unit));
    }
}
