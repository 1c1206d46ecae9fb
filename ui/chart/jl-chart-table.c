/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The table twin of a chart. Charts hold some fifty data at most, so the rows are plain string
 * objects in a list store. */

#include "jl-chart-table.h"

#include <glib/gi18n.h>

#include "jl-chart-mark.h"

#define N_COLUMNS 3

struct _JlChartTable
{
  GtkWidget parent_instance;

  GListStore    *rows; /* JlChartRow */
  GtkWidget     *scroller;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (JlChartTable, jl_chart_table, GTK_TYPE_WIDGET)

#define JL_TYPE_CHART_ROW (jl_chart_row_get_type ())
G_DECLARE_FINAL_TYPE (JlChartRow, jl_chart_row, JL, CHART_ROW, GObject)

struct _JlChartRow
{
  GObject parent_instance;

  int   key;
  char *texts[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (JlChartRow, jl_chart_row, G_TYPE_OBJECT)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
jl_chart_row_finalize (GObject *object)
{
  for (int i = 0; i < N_COLUMNS; i++)
    g_free (JL_CHART_ROW (object)->texts[i]);
  G_OBJECT_CLASS (jl_chart_row_parent_class)->finalize (object);
}

static void
jl_chart_row_class_init (JlChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jl_chart_row_finalize;
}

static void
jl_chart_row_init (JlChartRow *self)
{
}

static JlChartRow *
row_new (const JlDatum *datum)
{
  JlChartRow *row = g_object_new (JL_TYPE_CHART_ROW, NULL);

  row->key = datum->key;
  row->texts[0] = g_strdup (datum->label);
  row->texts[1] = g_strdup (jl_chart_mark_value_text (datum));
  row->texts[2] = g_strdup (datum->change_text);
  return row;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_INT (column) == 0 ? 0 : 1);
  if (GPOINTER_TO_INT (column) == 0)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "jl-value");
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  JlChartRow *row = gtk_list_item_get_item (item);
  const char *text = row->texts[GPOINTER_TO_INT (column)];

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text ? text : "");
}

static void
add_column (JlChartTable *self, const char *title, int column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GINT_TO_POINTER (column));
  gtk_column_view_column_set_expand (view_column, TRUE);
  gtk_column_view_append_column (self->view, view_column);
}

static void
row_activated_cb (JlChartTable *self, guint position)
{
  g_autoptr (JlChartRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  g_signal_emit (self, signals[ACTIVATED], 0, row->key);
}

static void
jl_chart_table_dispose (GObject *object)
{
  JlChartTable *self = JL_CHART_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (jl_chart_table_parent_class)->dispose (object);
}

static void
jl_chart_table_class_init (JlChartTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jl_chart_table_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
jl_chart_table_init (JlChartTable *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->rows = g_list_store_new (JL_TYPE_CHART_ROW);
  selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (selection)));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "jl-dense");
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (row_activated_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static const char *
column_title (const JlChart *chart, int column)
{
  static const char *const fallback[N_COLUMNS] = { N_ ("Name"), N_ ("Value"), N_ ("Change") };
  const char              *title = jl_chart_get_column (chart, column);

  return title ? title : _ (fallback[column]);
}

static gboolean
has_changes (const JlChart *chart)
{
  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    {
      if (jl_chart_datum (chart, i)->change_text)
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *label = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && label == NULL;
       child = gtk_widget_get_next_sibling (child))
    label = find_label (child);
  return label;
}

/* GTK 4.8 has no say on the side of a column's title: figures and their head stand right. */
static void
align_heads (JlChartTable *self)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  int        column = 0;

  for (GtkWidget *title = gtk_widget_get_first_child (head); title;
       title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *label = find_label (title);

      if (label == NULL || column++ == 0)
        continue;
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_halign (label, GTK_ALIGN_END);
    }
}

GtkWidget *
jl_chart_table_new (const JlChart *chart)
{
  JlChartTable *self = g_object_new (JL_TYPE_CHART_TABLE, NULL);

  for (int i = 0; i < (has_changes (chart) ? N_COLUMNS : N_COLUMNS - 1); i++)
    add_column (self, column_title (chart, i), i);
  align_heads (self);
  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    {
      g_autoptr (JlChartRow) row = row_new (jl_chart_datum (chart, i));

      g_list_store_append (self->rows, row);
    }
  if (jl_chart_get_title (chart))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    jl_chart_get_title (chart), -1);
  return GTK_WIDGET (self);
}

guint
jl_chart_table_n_rows (JlChartTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}
