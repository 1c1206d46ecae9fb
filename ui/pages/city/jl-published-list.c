/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 公布数据 as a small table, two lines a figure: what and how much, when and by whom. */

#include "jl-published-list.h"

#include <string.h>

#include "jl-quantity.h"

struct _JlPublishedList
{
  GtkWidget parent_instance;

  GtkGrid   *grid;
  GtkWidget *none;
};

G_DEFINE_FINAL_TYPE (JlPublishedList, jl_published_list, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "jl-value");
  return label;
}

/* As printed by its source: no digit is added or dropped. */
static char *
value_text (const char *value)
{
  const char *point = strchr (value, '.');
  char       *text = jl_format_decimal (value, point ? (int) strlen (point + 1) : 0, JL_NUMBER_SCREEN);

  return text ? text : g_strdup (value);
}

static void
put_figure (JlPublishedList *self, int row, JlResult *published, guint i)
{
  g_autofree char *text = value_text (jl_result_text (published, i, "value"));
  GtkWidget       *label = make_label (jl_result_text (published, i, "label"), "jl-dense");
  GtkWidget       *value = gtk_label_new (text);
  GtkWidget       *unit = gtk_label_new (jl_result_text (published, i, "unit"));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_widget_add_css_class (value, "jl-dense");
  gtk_widget_add_css_class (value, "jl-strong");
  gtk_widget_add_css_class (value, "jl-value");
  gtk_label_set_xalign (GTK_LABEL (unit), 0);
  gtk_widget_add_css_class (unit, "caption");
  gtk_widget_add_css_class (unit, "jl-note");
  gtk_grid_attach (self->grid, label, 0, row, 1, 1);
  gtk_grid_attach (self->grid, value, 1, row, 1, 1);
  gtk_grid_attach (self->grid, unit, 2, row, 1, 1);
}

static void
put_source (JlPublishedList *self, int row, JlResult *published, guint i)
{
  const char      *note = jl_result_text (published, i, "note");
  g_autofree char *text =
      g_strjoin ("　", jl_result_text (published, i, "period"), jl_result_text (published, i, "source"), note, NULL);
  GtkWidget *label = make_label (text, "caption");

  gtk_widget_add_css_class (label, "jl-note");
  gtk_widget_add_css_class (label, "jl-rule");
  gtk_grid_attach (self->grid, label, 0, row, 3, 1);
}

static void
jl_published_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_PUBLISHED_LIST);
  G_OBJECT_CLASS (jl_published_list_parent_class)->dispose (object);
}

static void
jl_published_list_class_init (JlPublishedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_published_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/city/jl-published-list.ui");
  gtk_widget_class_bind_template_child (widget_class, JlPublishedList, grid);
  gtk_widget_class_bind_template_child (widget_class, JlPublishedList, none);
}

static void
jl_published_list_init (JlPublishedList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
jl_published_list_new (void)
{
  return g_object_new (JL_TYPE_PUBLISHED_LIST, NULL);
}

void
jl_published_list_show (JlPublishedList *self, JlResult *published)
{
  guint      n = jl_result_n_rows (published);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);
  for (guint i = 0; i < n; i++)
    {
      put_figure (self, (int) i * 2, published, i);
      put_source (self, (int) i * 2 + 1, published, i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->grid), n > 0);
  gtk_widget_set_visible (self->none, n == 0);
}
