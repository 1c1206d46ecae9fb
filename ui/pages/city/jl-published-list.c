/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 公布数据 as a small table. There are a handful for a unit, so a GtkGrid serves. */

#include "jl-published-list.h"

#include <glib/gi18n-lib.h>

#include "jl-quantity.h"

struct _JlPublishedList
{
  GtkWidget parent_instance;

  GtkGrid   *grid;
  GtkWidget *none;
};

G_DEFINE_FINAL_TYPE (JlPublishedList, jl_published_list, GTK_TYPE_WIDGET)

enum
{
  COLUMN_LABEL,
  COLUMN_PERIOD,
  COLUMN_VALUE,
  COLUMN_UNIT,
  COLUMN_SOURCE,
};

static GtkWidget *
put (JlPublishedList *self, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == COLUMN_VALUE ? 1 : 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "jl-value");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
  return label;
}

static void
put_source (JlPublishedList *self, int row, const char *source, const char *note)
{
  g_autofree char *text = note ? g_strdup_printf (_ ("%s (%s)"), source, note) : g_strdup (source);
  GtkWidget       *label = put (self, COLUMN_SOURCE, row, text, "caption");

  gtk_widget_add_css_class (label, "jl-note");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
}

/* As printed by its source: no digit is added or dropped. */
static void
put_value (JlPublishedList *self, int row, const char *value)
{
  const char      *point = strchr (value, '.');
  int              decimals = point ? (int) strlen (point + 1) : 0;
  g_autofree char *text = jl_format_decimal (value, decimals, JL_NUMBER_SCREEN);
  GtkWidget       *label = put (self, COLUMN_VALUE, row, text ? text : value, "jl-dense");

  gtk_widget_add_css_class (label, "jl-strong");
}

static void
put_row (JlPublishedList *self, JlResult *published, guint i)
{
  int row = (int) i;

  put (self, COLUMN_LABEL, row, jl_result_text (published, i, "label"), "jl-dense");
  put (self, COLUMN_PERIOD, row, jl_result_text (published, i, "period"), "jl-dense");
  put_value (self, row, jl_result_text (published, i, "value"));
  put (self, COLUMN_UNIT, row, jl_result_text (published, i, "unit"), "caption");
  put_source (self, row, jl_result_text (published, i, "source"), jl_result_text (published, i, "note"));
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
    put_row (self, published, i);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), n > 0);
  gtk_widget_set_visible (self->none, n == 0);
}
