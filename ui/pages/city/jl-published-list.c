/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 公布数据, two lines a figure: what and how much, when and by whom. In columns where there is room. */

#include "jl-published-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-columns-layout.h"
#include "jl-quantity.h"

struct _JlPublishedList
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (JlPublishedList, jl_published_list, GTK_TYPE_WIDGET)

#define COLUMN_WIDTH 320
#define COLUMN_SPACING 12

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

static GtkWidget *
make_figure (JlResult *published, guint i)
{
  g_autofree char *text = value_text (jl_result_text (published, i, "value"));
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *label = make_label (jl_result_text (published, i, "label"), "jl-dense");
  GtkWidget       *value = gtk_label_new (text);
  GtkWidget       *unit = gtk_label_new (jl_result_text (published, i, "unit"));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (value, "jl-dense");
  gtk_widget_add_css_class (value, "jl-strong");
  gtk_widget_add_css_class (value, "jl-value");
  gtk_widget_add_css_class (unit, "caption");
  gtk_widget_add_css_class (unit, "jl-note");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), value);
  gtk_box_append (GTK_BOX (line), unit);
  return line;
}

static GtkWidget *
make_source (JlResult *published, guint i)
{
  const char      *period = jl_result_text (published, i, "period");
  const char      *source = jl_result_text (published, i, "source");
  g_autofree char *text = g_strjoin ("　", period, source, jl_result_text (published, i, "note"), NULL);
  GtkWidget       *label = make_label (text, "caption");

  gtk_widget_add_css_class (label, "jl-note");
  return label;
}

static GtkWidget *
make_item (JlResult *published, guint i)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (item), make_figure (published, i));
  gtk_box_append (GTK_BOX (item), make_source (published, i));
  return item;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *label = make_label (_ ("Nothing published about this unit has been entered."), "caption");

  gtk_widget_add_css_class (label, "jl-note");
  return label;
}

static void
clear (JlPublishedList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

static void
jl_published_list_dispose (GObject *object)
{
  clear (JL_PUBLISHED_LIST (object));
  G_OBJECT_CLASS (jl_published_list_parent_class)->dispose (object);
}

static void
jl_published_list_class_init (JlPublishedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_published_list_dispose;
  gtk_widget_class_set_css_name (widget_class, "published");
}

static void
jl_published_list_init (JlPublishedList *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), jl_columns_layout_new (COLUMN_WIDTH, COLUMN_SPACING));
}

void
jl_published_list_show (JlPublishedList *self, JlResult *published)
{
  guint n = jl_result_n_rows (published);

  clear (self);
  for (guint i = 0; i < n; i++)
    gtk_widget_set_parent (make_item (published, i), GTK_WIDGET (self));
  if (n == 0)
    gtk_widget_set_parent (make_nothing (), GTK_WIDGET (self));
}
