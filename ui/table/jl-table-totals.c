/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Columns before the first total share one place (how many, how many missing), those after the last another (the same in 万㎡).
 * A number cut short would be another number: what has no room is not shown at all. */

#include "jl-table-totals.h"

#include "jl-strip-layout.h"

struct _JlTableTotals
{
  GtkWidget parent_instance;

  const JlColumn *columns;
  guint           n;
  guint           first; /* first column with a total */
  guint           last;
  GtkWidget      *lead;
  GtkWidget      *heading;
  GtkWidget      *note;
  GtkWidget      *tail;
  int             tail_room; /* of the tail's place, what is not beyond the edge */
  GtkWidget     **values;    /* (array length=n), NULL outside first … last */
};

G_DEFINE_FINAL_TYPE (JlTableTotals, jl_table_totals, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *css_class, double xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "jl-value");
  return label;
}

static void
find_totals (JlTableTotals *self)
{
  self->first = self->last = self->n;
  for (guint i = 0; i < self->n; i++)
    {
      if ((self->columns[i].flags & JL_COLUMN_TOTAL) == 0)
        continue;
      self->first = MIN (self->first, i);
      self->last = i;
    }
}

static void
make_lead (JlTableTotals *self)
{
  self->lead = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->heading = make_label ("jl-strong", 0);
  self->note = make_label ("jl-note", 0);
  gtk_widget_add_css_class (self->lead, "jl-total-cell");
  gtk_widget_add_css_class (self->note, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (self->note), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->lead), self->heading);
  gtk_box_append (GTK_BOX (self->lead), self->note);
  gtk_widget_set_parent (self->lead, GTK_WIDGET (self));
}

static void
make_values (JlTableTotals *self)
{
  self->values = g_new0 (GtkWidget *, self->n);
  for (guint i = self->first; i < self->n && i <= self->last; i++)
    {
      self->values[i] = make_label ("jl-strong", 1);
      gtk_widget_add_css_class (self->values[i], "jl-total-cell");
      gtk_widget_set_parent (self->values[i], GTK_WIDGET (self));
    }
}

static int
natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
show_what_fits (GtkWidget *child, int width, gpointer user_data)
{
  JlTableTotals *self = user_data;

  if (child == self->lead)
    {
      int heading = natural_width (self->lead) - natural_width (self->note);

      gtk_widget_set_child_visible (self->note, natural_width (self->lead) <= width);
      gtk_widget_set_child_visible (self->lead, heading <= width);
    }
  else if (child == self->tail)
    gtk_widget_set_child_visible (self->tail, natural_width (self->tail) <= MIN (width, self->tail_room));
}

static void
make_tail (JlTableTotals *self)
{
  self->tail = make_label ("jl-note", 0);
  gtk_widget_add_css_class (self->tail, "caption");
  gtk_widget_add_css_class (self->tail, "jl-total-cell");
  gtk_widget_set_parent (self->tail, GTK_WIDGET (self));
}

static void
drop_places (JlTableTotals *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->values, g_free);
  self->n = self->first = self->last = 0;
  self->lead = self->heading = self->note = self->tail = NULL;
}

static void
jl_table_totals_dispose (GObject *object)
{
  drop_places (JL_TABLE_TOTALS (object));
  G_OBJECT_CLASS (jl_table_totals_parent_class)->dispose (object);
}

static void
jl_table_totals_class_init (JlTableTotalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_table_totals_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, JL_TYPE_STRIP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tabletotals");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
jl_table_totals_init (JlTableTotals *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  jl_strip_layout_set_fit_func (JL_STRIP_LAYOUT (layout), show_what_fits, self);
}

/**
 * jl_table_totals_set_columns:
 * @self: a row
 * @columns: (array length=n): columns that outlive it
 * @n: how many
 */
void
jl_table_totals_set_columns (JlTableTotals *self, const JlColumn *columns, guint n)
{
  drop_places (self);
  self->columns = columns;
  self->n = n;
  find_totals (self);
  make_lead (self);
  make_values (self);
  make_tail (self);
}

/* The place among the children that a column belongs to: the lead, a value of its own, or the tail. */
static guint
place_of (JlTableTotals *self, guint column)
{
  if (column < self->first)
    return 0;
  return MIN (column, self->last + 1) - self->first + 1;
}

/* A tail that begins beyond the edge is read when it is gone to. */
static int
tail_room (const int *places, guint n_places, int room)
{
  int before = 0;

  for (guint i = 0; i + 1 < n_places; i++)
    before += places[i];
  return before < room && before + places[n_places - 1] > room ? room - before : G_MAXINT;
}

void
jl_table_totals_set_widths (JlTableTotals *self, const int *widths, int room)
{
  JlStripLayout  *layout = JL_STRIP_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  guint           n_places = self->first < self->n ? self->last - self->first + 3 : 1;
  g_autofree int *places = g_new0 (int, n_places);
  g_autofree int *shares = g_new0 (int, n_places);

  for (guint i = 0; i < self->n; i++)
    {
      places[place_of (self, i)] += widths[i];
      if (widths[i] > 0 && (self->columns[i].flags & JL_COLUMN_EXPAND))
        shares[place_of (self, i)]++;
    }
  self->tail_room = tail_room (places, n_places, room);
  jl_strip_layout_set_widths (layout, places, shares, n_places);
}

void
jl_table_totals_set_words (JlTableTotals *self, const char *heading, const char *note, const char *tail)
{
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_label_set_text (GTK_LABEL (self->note), note);
  gtk_widget_set_tooltip_text (self->lead, *note ? note : NULL);
  gtk_label_set_text (GTK_LABEL (self->tail), tail);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
jl_table_totals_set_value (JlTableTotals *self, const char *field, const char *text, const char *tooltip)
{
  for (guint i = self->first; i < self->n && i <= self->last; i++)
    {
      if (!g_str_equal (self->columns[i].field, field))
        continue;
      gtk_label_set_text (GTK_LABEL (self->values[i]), text);
      gtk_widget_set_tooltip_text (self->values[i], tooltip);
    }
}
