/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The measures without a card. */

#include "jl-measure-list.h"

#include <glib/gi18n-lib.h>

#include "jl-city-task.h"
#include "jl-state-mark.h"

struct _JlMeasureList
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (JlMeasureList, jl_measure_list, GTK_TYPE_BOX)

enum
{
  WHY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
jl_measure_list_class_init (JlMeasureListClass *klass)
{
  signals[WHY] = g_signal_new ("why", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, GTK_TYPE_WIDGET, G_TYPE_STRING);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "measures");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST);
}

static void
jl_measure_list_init (JlMeasureList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static void
source_clicked_cb (GtkButton *button, gpointer user_data)
{
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (button), JL_TYPE_MEASURE_LIST);

  g_signal_emit (self, signals[WHY], 0, gtk_widget_get_parent (GTK_WIDGET (button)), user_data);
}

/* name is one of the codes that the caller keeps. */
static GtkWidget *
make_source (const char *indicator)
{
  GtkWidget       *button = gtk_button_new_with_label (C_ ("narrow", "Why?"));
  g_autofree char *spoken = NULL;

  /* Translators: a link beside a figure; %s is the figure's name */
  spoken = g_strdup_printf (_ ("Source of %s"), jl_indicator_word (indicator));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "jl-link");
  g_signal_connect (button, "clicked", G_CALLBACK (source_clicked_cb), (gpointer) indicator);
  return button;
}

static GtkWidget *
make_label (const char *text, double xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "jl-dense");
  gtk_widget_add_css_class (label, "jl-value");
  return label;
}

static GtkWidget *
make_line (const JlFigure *figure, const char *indicator)
{
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *mark = jl_state_mark_new ();
  GtkWidget       *name = make_label (jl_indicator_word (indicator), 0);
  g_autofree char *value = jl_city_figure_text (figure);

  jl_state_mark_set (JL_STATE_MARK (mark), figure->progress, "");
  gtk_widget_set_tooltip_text (line, jl_progress_word (figure->progress));
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), make_label (value, 1));
  gtk_box_append (GTK_BOX (line), make_source (indicator));
  return line;
}

void
jl_measure_list_show (JlMeasureList *self, const JlFigures *figures, int unit_id, const char *const *indicators)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_box_remove (GTK_BOX (self), child);
  for (; *indicators; indicators++)
    {
      const JlFigure *figure = jl_figures_find (figures, unit_id, *indicators);

      if (figure)
        gtk_box_append (GTK_BOX (self), make_line (figure, *indicators));
    }
}
