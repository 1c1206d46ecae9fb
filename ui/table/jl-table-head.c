/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Stands in for GtkColumnView's own header, which in GTK 4.8 aligns every title left, has one line and no keyboard. */

#include "jl-table-head.h"

#include <glib/gi18n-lib.h>

#include "jl-strip-layout.h"

struct _JlTableHead
{
  GtkWidget parent_instance;

  const JlColumn *columns;
  guint           n;
  GtkWidget     **cells;  /* (array length=n), children */
  GtkWidget     **arrows; /* (array length=n), NULL where the order cannot be changed */
};

G_DEFINE_FINAL_TYPE (JlTableHead, jl_table_head, GTK_TYPE_WIDGET)

enum
{
  CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_label (const char *text, const char *css_class, GtkAlign align)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_halign (label, align);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_arrow (void)
{
  GtkWidget *arrow = gtk_image_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (arrow), 12);
  gtk_widget_set_visible (arrow, FALSE);
  return arrow;
}

static GtkWidget *
make_words (JlTableHead *self, guint i)
{
  const JlColumn *column = &self->columns[i];
  GtkAlign        align = column->flags & JL_COLUMN_NUMBER ? GTK_ALIGN_END : GTK_ALIGN_START;
  GtkWidget      *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget      *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_halign (line, align);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), make_label (_ (column->title), "caption-heading", align));
  if (self->arrows[i])
    gtk_box_append (GTK_BOX (line), self->arrows[i]);
  gtk_box_append (GTK_BOX (words), line);
  if (column->unit)
    gtk_box_append (GTK_BOX (words), make_label (_ (column->unit), "caption", align));
  return words;
}

static void
cell_clicked_cb (GtkButton *button, gpointer user_data)
{
  JlTableHead    *self = JL_TABLE_HEAD (gtk_widget_get_ancestor (GTK_WIDGET (button), JL_TYPE_TABLE_HEAD));
  const JlColumn *column = user_data;

  g_signal_emit (self, signals[CLICKED], 0, column->field);
}

static GtkWidget *
make_button (JlTableHead *self, guint i)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);

  gtk_button_set_child (GTK_BUTTON (button), make_words (self, i));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (self->columns[i].title), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (cell_clicked_cb), (gpointer) &self->columns[i]);
  return button;
}

static GtkWidget *
make_cell (JlTableHead *self, guint i)
{
  const JlColumn *column = &self->columns[i];
  GtkWidget      *cell;

  if (column->flags & JL_COLUMN_SORTABLE)
    {
      self->arrows[i] = make_arrow ();
      cell = make_button (self, i);
    }
  else
    {
      cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_box_append (GTK_BOX (cell), make_words (self, i));
    }
  gtk_widget_add_css_class (cell, "jl-head-cell");
  return cell;
}

static void
show_order (JlTableHead *self, guint i, gboolean sorted, gboolean descending)
{
  const char       *icon = descending ? "pan-down-symbolic" : "pan-up-symbolic";
  GtkAccessibleSort sort = GTK_ACCESSIBLE_SORT_NONE;

  if (sorted)
    sort = descending ? GTK_ACCESSIBLE_SORT_DESCENDING : GTK_ACCESSIBLE_SORT_ASCENDING;
  gtk_widget_set_visible (self->arrows[i], sorted);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrows[i]), icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[i]), GTK_ACCESSIBLE_PROPERTY_SORT, sort, -1);
}

static void
jl_table_head_dispose (GObject *object)
{
  JlTableHead *self = JL_TABLE_HEAD (object);

  for (guint i = 0; self->cells && i < self->n; i++)
    gtk_widget_unparent (self->cells[i]);
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->arrows, g_free);
  G_OBJECT_CLASS (jl_table_head_parent_class)->dispose (object);
}

static void
jl_table_head_class_init (JlTableHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_table_head_dispose;
  signals[CLICKED] =
      g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, JL_TYPE_STRIP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablehead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
jl_table_head_init (JlTableHead *self)
{
}

/**
 * jl_table_head_set_columns:
 * @self: an empty head
 * @columns: (array length=n): columns that outlive it
 * @n: how many
 */
void
jl_table_head_set_columns (JlTableHead *self, const JlColumn *columns, guint n)
{
  g_return_if_fail (self->cells == NULL);

  self->columns = columns;
  self->n = n;
  self->cells = g_new0 (GtkWidget *, n);
  self->arrows = g_new0 (GtkWidget *, n);
  for (guint i = 0; i < n; i++)
    {
      self->cells[i] = make_cell (self, i);
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
}

void
jl_table_head_set_widths (JlTableHead *self, const int *widths)
{
  JlStripLayout *layout = JL_STRIP_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  guint          expanding = 0;

  while (expanding < self->n && (self->columns[expanding].flags & JL_COLUMN_EXPAND) == 0)
    expanding++;
  jl_strip_layout_set_widths (layout, widths, self->n, expanding);
}

void
jl_table_head_set_order (JlTableHead *self, const char *field, gboolean descending)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (self->arrows[i])
        show_order (self, i, g_strcmp0 (field, self->columns[i].field) == 0, descending);
    }
}
