/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Stands in for GtkColumnView's own header, which in GTK 4.8 aligns every title left, has one line and no keyboard. */

#include "jl-table-head.h"

#include <glib/gi18n-lib.h>

#include "jl-strip-layout.h"
#include "jl-table-move.h"

/* How near to an edge a pointer takes hold of it; how far a key moves it. */
#define EDGE 4
#define KEY_STEP 12

struct _JlTableHead
{
  GtkWidget parent_instance;

  const JlColumn *columns;
  guint           n;
  GtkWidget     **cells;   /* (array length=n), children */
  GtkWidget     **arrows;  /* (array length=n), NULL where the order cannot be changed */
  guint           dragged; /* the column whose edge is held, else n */
  int             dragged_width;
  gboolean        movable;
  JlTableMove     move; /* of a whole column */
};

G_DEFINE_FINAL_TYPE (JlTableHead, jl_table_head, GTK_TYPE_WIDGET)

enum
{
  CLICKED,
  RESIZED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_label (const char *text, const char *css_class, GtkAlign align)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_halign (label, align);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), align == GTK_ALIGN_END ? 1 : 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Without a unit the name has both lines. */
static GtkWidget *
make_title (const JlColumn *column, GtkAlign align)
{
  GtkWidget *label = make_label (_ (column->title), "caption-heading", align);

  if (jl_column_unit (column) == NULL)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_label_set_justify (GTK_LABEL (label), align == GTK_ALIGN_END ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
    }
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
  gtk_box_append (GTK_BOX (line), make_title (column, align));
  if (self->arrows[i])
    gtk_box_append (GTK_BOX (line), self->arrows[i]);
  gtk_box_append (GTK_BOX (words), line);
  if (jl_column_unit (column))
    gtk_box_append (GTK_BOX (words), make_label (jl_column_unit (column), "caption", align));
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

/* Edges */

static void
resize (JlTableHead *self, guint i, int width)
{
  g_signal_emit (self, signals[RESIZED], 0, self->columns[i].field, width);
}

/* The shown column that ends at x; n when x is at no edge. */
static guint
column_ending_at (JlTableHead *self, double x)
{
  for (guint i = 0; i < self->n; i++)
    {
      graphene_rect_t box;

      if (gtk_widget_get_visible (self->cells[i]) && gtk_widget_compute_bounds (self->cells[i], GTK_WIDGET (self), &box) &&
          ABS (box.origin.x + box.size.width - x) <= EDGE)
        return i;
    }
  return self->n;
}

static void
pointer_moved_cb (JlTableHead *self, double x, double y)
{
  gboolean holds = self->dragged < self->n || column_ending_at (self, x) < self->n;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), holds ? "col-resize" : NULL);
}

/* Elsewhere than at an edge a whole column may be taken; a click that does not move is the button's. */
static void
drag_begin_cb (JlTableHead *self, double x, double y, GtkGesture *drag)
{
  self->dragged = column_ending_at (self, x);
  if (self->dragged == self->n)
    {
      if (!self->movable || !jl_table_move_begin (&self->move, self->cells, self->n, x))
        gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->dragged_width = gtk_widget_get_width (self->cells[self->dragged]);
  gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (JlTableHead *self, double x, double y, GtkGesture *drag)
{
  if (self->dragged < self->n && x != 0)
    resize (self, self->dragged, MAX (self->dragged_width + (int) x, 1));
  if (jl_table_move_update (&self->move, x))
    gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
move (JlTableHead *self, guint from, guint to)
{
  if (to != from && to < self->n)
    g_signal_emit (self, signals[MOVED], 0, self->columns[from].field, to);
}

static void
drag_end_cb (JlTableHead *self)
{
  guint from, to;

  self->dragged = self->n;
  if (jl_table_move_end (&self->move, &from, &to))
    move (self, from, to);
}

static void
drag_cancel_cb (JlTableHead *self)
{
  guint from, to;

  self->dragged = self->n;
  jl_table_move_end (&self->move, &from, &to);
}

/* The cell with the focus takes the place of its neighbour that is shown. */
static gboolean
move_key_cb (GtkWidget *widget, GVariant *step, gpointer user_data)
{
  JlTableHead *self = JL_TABLE_HEAD (widget);
  guint        from = 0, to;

  while (from < self->n && !gtk_widget_has_focus (self->cells[from]))
    from++;
  if (from == self->n || !self->movable)
    return GDK_EVENT_PROPAGATE;
  to = from;
  do
    to += (guint) g_variant_get_int32 (step);
  while (to < self->n && !gtk_widget_get_visible (self->cells[to]));
  move (self, from, to);
  if (to < self->n)
    gtk_widget_grab_focus (self->cells[to]);
  return GDK_EVENT_STOP;
}

static void
pressed_cb (JlTableHead *self, int n_press, double x, double y)
{
  guint i = column_ending_at (self, x);

  if (n_press == 2 && i < self->n)
    resize (self, i, 0);
}

static gboolean
resize_key_cb (GtkWidget *widget, GVariant *step, gpointer user_data)
{
  JlTableHead *self = JL_TABLE_HEAD (widget);

  for (guint i = 0; i < self->n; i++)
    {
      if (!gtk_widget_has_focus (self->cells[i]))
        continue;
      resize (self, i, MAX (gtk_widget_get_width (self->cells[i]) + g_variant_get_int32 (step), 1));
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
add_edges (JlTableHead *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  gtk_gesture_group (click, drag);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
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
drop_cells (JlTableHead *self)
{
  for (guint i = 0; self->cells && i < self->n; i++)
    gtk_widget_unparent (self->cells[i]);
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->arrows, g_free);
  self->move = (JlTableMove){ NULL };
  self->n = self->dragged = 0;
}

static void
jl_table_head_dispose (GObject *object)
{
  drop_cells (JL_TABLE_HEAD (object));
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
  signals[RESIZED] =
      g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[MOVED] =
      g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_CONTROL_MASK, move_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_CONTROL_MASK, move_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, resize_key_cb, "i", -KEY_STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, resize_key_cb, "i", KEY_STEP);
  gtk_widget_class_set_layout_manager_type (widget_class, JL_TYPE_STRIP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablehead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
jl_table_head_init (JlTableHead *self)
{
  add_edges (self);
}

/**
 * jl_table_head_set_columns:
 * @self: a head
 * @columns: (array length=n): columns that outlive it
 * @n: how many
 */
void
jl_table_head_set_columns (JlTableHead *self, const JlColumn *columns, guint n)
{
  drop_cells (self);
  self->columns = columns;
  self->n = self->dragged = n;
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
  JlStripLayout  *layout = JL_STRIP_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  g_autofree int *shares = g_new0 (int, self->n);

  for (guint i = 0; i < self->n; i++)
    shares[i] = (self->columns[i].flags & JL_COLUMN_EXPAND) != 0;
  jl_strip_layout_set_widths (layout, widths, shares, self->n);
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

void
jl_table_head_set_movable (JlTableHead *self, gboolean movable)
{
  self->movable = movable;
}
