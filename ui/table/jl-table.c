/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A table of records. Column widths come from the description and the font, not from the cells:
 * they do not jump while scrolling, and head, rows and totals agree without asking each other.
 * GtkColumnView's own header is hidden. */

#include "jl-table.h"

#include "jl-table-copy.h"
#include "jl-table-head.h"
#include "jl-table-totals.h"

#include <math.h>

/* Of a column, in halves of an em. */
#define LEAST_WIDTH 4
#define MOST_WIDTH 120

struct _JlTable
{
  GtkWidget parent_instance;

  /* configuration */
  JlColumn *columns; /* (array length=n) */
  guint     n;
  int      *first_widths; /* (array length=n): before a person changed them */
  gboolean *hidden;       /* (array length=n) */
  gboolean *chosen;       /* (array length=n): as a person made them */

  /* state */
  char    *order; /* (nullable) */
  gboolean descending;
  double   em;          /* pixels of an em at the widths in force */
  int      room;        /* pixels in sight */
  int     *extra;       /* (array length=n): pixels that a column has got, or given up, to fit into them */
  guint    range_idle;  /* "range-changed" is on its way */
  guint    return_tick; /* going back to return_to, else 0 */
  guint    return_ticks;
  double   return_to;
  gboolean return_focus; /* to the rows */

  /* template */
  JlTableHead       *head;
  GtkColumnView     *view;
  GtkScrolledWindow *down;
  JlTableTotals     *totals;
  GtkWidget         *across;
};

G_DEFINE_FINAL_TYPE (JlTable, jl_table, GTK_TYPE_WIDGET)

enum
{
  ORDER_CHANGED,
  SELECTION_CHANGED,
  ACTIVATED,
  RANGE_CHANGED,
  WIDTH_CHANGED,
  COLUMN_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
apply_widths (JlTable *self, const int *widths)
{
  GListModel *list = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);

      gtk_column_view_column_set_visible (column, widths[i] > 0);
      gtk_column_view_column_set_fixed_width (column, widths[i]);
    }
  jl_table_head_set_widths (self->head, widths);
  jl_table_totals_set_widths (self->totals, widths, self->room);
}

static void
set_widths (JlTable *self)
{
  g_autofree int *widths = g_new0 (int, self->n);

  jl_columns_fill_widths (self->columns, self->n, self->hidden, self->em, widths);
  for (guint i = 0; i < self->n; i++)
    widths[i] += widths[i] > 0 ? self->extra[i] : 0;
  apply_widths (self, widths);
}

static void
fit_widths (JlTable *self)
{
  g_autofree int *widths = g_new0 (int, self->n);

  jl_columns_fill_widths (self->columns, self->n, self->hidden, self->em, widths);
  for (guint i = 0; i < self->n; i++)
    self->extra[i] = -widths[i];
  jl_columns_fit (self->columns, self->n, self->chosen, self->room, widths);
  for (guint i = 0; i < self->n; i++)
    self->extra[i] += widths[i];
  apply_widths (self, widths);
}

static void
update_em (JlTable *self)
{
  double em = jl_columns_em (GTK_WIDGET (self));

  if (self->n == 0 || fabs (em - self->em) < 0.01)
    return;
  self->em = em;
  fit_widths (self);
}

static void
add_column (JlTable *self, const JlColumn *column)
{
  g_autoptr (GtkColumnViewColumn) shown = gtk_column_view_column_new (NULL, jl_column_factory_new (column));

  gtk_column_view_column_set_expand (shown, (column->flags & JL_COLUMN_EXPAND) != 0);
  gtk_column_view_append_column (self->view, shown);
}

static void
hide_own_header (JlTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  if (header && g_str_equal (gtk_widget_get_css_name (header), "header"))
    gtk_widget_set_visible (header, FALSE);
}

static void
head_clicked_cb (JlTable *self, const char *field)
{
  gboolean again = g_strcmp0 (self->order, field) == 0;

  jl_table_set_order (self, field, again && !self->descending);
  g_signal_emit (self, signals[ORDER_CHANGED], 0);
}

/* Of pixels, the padding taken off. */
static int
width_of (JlTable *self, int pixels)
{
  int width = (int) floor ((pixels - 2 * JL_CELL_PADDING) * 2 / self->em + 0.5);

  return CLAMP (width, LEAST_WIDTH, MOST_WIDTH);
}

/* While an edge is drawn the other columns stay as they are. */
static void
head_resized_cb (JlTable *self, const char *field, int pixels)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (!g_str_equal (self->columns[i].field, field))
        continue;
      self->columns[i].width = pixels > 0 ? width_of (self, pixels) : self->first_widths[i];
      self->chosen[i] = pixels > 0;
      self->extra[i] = 0;
      set_widths (self);
      g_signal_emit (self, signals[WIDTH_CHANGED], 0, field, pixels > 0 ? self->columns[i].width : 0);
      return;
    }
}

static void
head_moved_cb (JlTable *self, const char *field, guint to)
{
  g_signal_emit (self, signals[COLUMN_MOVED], 0, field, to);
}

static void
selection_changed_cb (JlTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static gboolean
range_idle_cb (gpointer user_data)
{
  JlTable *self = user_data;

  self->range_idle = 0;
  g_signal_emit (self, signals[RANGE_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Adjustments change while sizes are allocated; whoever listens may want another size. */
static void
range_changed_cb (JlTable *self)
{
  if (self->range_idle == 0)
    self->range_idle = g_idle_add (range_idle_cb, self);
}

static void
view_activate_cb (JlTable *self, guint position)
{
  g_autoptr (JlRecord) record = g_list_model_get_item (jl_table_get_rows (self), position);

  if (record)
    g_signal_emit (self, signals[ACTIVATED], 0, record);
}

static GtkSingleSelection *
selection_of (JlTable *self)
{
  GtkSelectionModel *model = gtk_column_view_get_model (self->view);

  return model ? GTK_SINGLE_SELECTION (model) : NULL;
}

/* Scrolling */

static void
stop_returning (JlTable *self)
{
  if (self->return_tick > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->return_tick);
  self->return_tick = 0;
}

/* Also in a window that is not the active one, where no widget has a focus child. */
static gboolean
has_focus (JlTable *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
}

/* The row that is chosen, or else the first in sight: the view itself would go to its first row of all. */
static void
focus_rows (JlTable *self)
{
  GtkSingleSelection *selection = selection_of (self);
  guint               place = selection ? gtk_single_selection_get_selected (selection) : GTK_INVALID_LIST_POSITION;
  guint               first, last;

  if (!jl_table_get_range (self, &first, &last))
    return;
  if (place == GTK_INVALID_LIST_POSITION || place + 1 < first || place >= last)
    place = first - 1;
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u", place);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* The view begins a new model at the top, and knows how high its rows are only once it has been given its place, which comes after
 * the first tick. It goes to the place asked for between the second and the third. */
static gboolean
return_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  JlTable *self = JL_TABLE (widget);

  self->return_ticks++;
  if (self->return_ticks == 2)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->down), self->return_to);
  if (self->return_ticks < 3)
    return G_SOURCE_CONTINUE;
  self->return_tick = 0;
  if (self->return_focus)
    focus_rows (self);
  return G_SOURCE_REMOVE;
}

static void
jl_table_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jl_table_parent_class)->css_changed (widget, change);
  update_em (JL_TABLE (widget));
}

static void
jl_table_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (jl_table_parent_class)->system_setting_changed (widget, setting);
  update_em (JL_TABLE (widget));
}

static void
jl_table_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  gtk_widget_measure (JL_TABLE (widget)->across, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
jl_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JlTable *self = JL_TABLE (widget);

  if (width != self->room)
    {
      self->room = width;
      fit_widths (self);
    }
  gtk_widget_size_allocate (self->across, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static gboolean
jl_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (JL_TABLE (widget)->view));
}

static void
drop_columns (JlTable *self)
{
  GListModel *list = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (list) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
jl_table_dispose (GObject *object)
{
  g_clear_handle_id (&JL_TABLE (object)->range_idle, g_source_remove);
  stop_returning (JL_TABLE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_TABLE);
  G_OBJECT_CLASS (jl_table_parent_class)->dispose (object);
}

static void
jl_table_finalize (GObject *object)
{
  g_free (JL_TABLE (object)->order);
  g_free (JL_TABLE (object)->hidden);
  g_free (JL_TABLE (object)->chosen);
  g_free (JL_TABLE (object)->extra);
  g_free (JL_TABLE (object)->first_widths);
  g_free (JL_TABLE (object)->columns);
  G_OBJECT_CLASS (jl_table_parent_class)->finalize (object);
}

static guint
add_signal (JlTableClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jl_table_class_init (JlTableClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jl_table_dispose;
  object_class->finalize = jl_table_finalize;
  widget_class->css_changed = jl_table_css_changed;
  widget_class->system_setting_changed = jl_table_system_setting_changed;
  widget_class->measure = jl_table_measure;
  widget_class->size_allocate = jl_table_size_allocate;
  widget_class->grab_focus = jl_table_grab_focus;

  signals[ORDER_CHANGED] = add_signal (klass, "order-changed");
  signals[SELECTION_CHANGED] = add_signal (klass, "selection-changed");
  signals[RANGE_CHANGED] = add_signal (klass, "range-changed");
  signals[ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, JL_TYPE_RECORD);
  signals[WIDTH_CHANGED] =
      g_signal_new ("width-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  signals[COLUMN_MOVED] =
      g_signal_new ("column-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  g_type_ensure (JL_TYPE_TABLE_HEAD);
  g_type_ensure (JL_TYPE_TABLE_TOTALS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/table/jl-table.ui");
  gtk_widget_class_set_css_name (widget_class, "jltable");
  gtk_widget_class_bind_template_child (widget_class, JlTable, across);
  gtk_widget_class_bind_template_child (widget_class, JlTable, head);
  gtk_widget_class_bind_template_child (widget_class, JlTable, view);
  gtk_widget_class_bind_template_child (widget_class, JlTable, down);
  gtk_widget_class_bind_template_child (widget_class, JlTable, totals);
  gtk_widget_class_bind_template_callback (widget_class, view_activate_cb);
}

static void
jl_table_init (JlTable *self)
{
  GtkAdjustment *rows;

  gtk_widget_init_template (GTK_WIDGET (self));
  hide_own_header (self);
  jl_table_copy_attach (self, GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->head, "clicked", G_CALLBACK (head_clicked_cb), self);
  g_signal_connect_swapped (self->head, "resized", G_CALLBACK (head_resized_cb), self);
  g_signal_connect_swapped (self->head, "moved", G_CALLBACK (head_moved_cb), self);
  rows = gtk_scrolled_window_get_vadjustment (self->down);
  g_signal_connect_object (rows, "value-changed", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "changed", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
jl_table_new (void)
{
  return g_object_new (JL_TYPE_TABLE, NULL);
}

/* Rows of different heights would jump while they arrive. */
static void
set_row_height (JlTable *self)
{
  gboolean two_lines = FALSE;

  for (guint i = 0; i < self->n; i++)
    two_lines |= (self->columns[i].flags & JL_COLUMN_TWO_LINES) != 0;
  if (two_lines)
    gtk_widget_add_css_class (GTK_WIDGET (self), "jl-two-lines");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "jl-two-lines");
}

/**
 * jl_table_set_columns:
 * @self: a table
 * @columns: (array length=n): columns; what they point to outlives the table
 * @n: how many
 *
 * Puts these columns in place of those before.
 */
void
jl_table_set_columns (JlTable *self, const JlColumn *columns, guint n)
{
  JlColumn *old = self->columns;

  drop_columns (self);
  self->columns = g_memdup2 (columns, n * sizeof *columns);
  self->n = n;
  g_free (self->hidden);
  self->hidden = g_new0 (gboolean, n);
  g_free (self->chosen);
  self->chosen = g_new0 (gboolean, n);
  g_free (self->extra);
  self->extra = g_new0 (int, n);
  g_free (self->first_widths);
  self->first_widths = g_new (int, n);
  for (guint i = 0; i < n; i++)
    {
      self->first_widths[i] = columns[i].width;
      add_column (self, &self->columns[i]);
    }
  set_row_height (self);
  jl_table_head_set_columns (self->head, self->columns, n);
  jl_table_head_set_order (self->head, self->order, self->descending);
  jl_table_totals_set_columns (self->totals, self->columns, n);
  g_free (old);
  self->em = jl_columns_em (GTK_WIDGET (self));
  fit_widths (self);
}

const JlColumn *
jl_table_get_columns (JlTable *self, guint *n)
{
  *n = self->n;
  return self->columns;
}

void
jl_table_set_column_visible (JlTable *self, const char *field, gboolean visible)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (g_str_equal (self->columns[i].field, field))
        self->hidden[i] = !visible;
    }
  fit_widths (self);
}

void
jl_table_set_column_width (JlTable *self, const char *field, int width)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (!g_str_equal (self->columns[i].field, field))
        continue;
      self->columns[i].width = CLAMP (width, LEAST_WIDTH, MOST_WIDTH);
      self->chosen[i] = TRUE;
    }
  fit_widths (self);
}

void
jl_table_set_movable (JlTable *self, gboolean movable)
{
  jl_table_head_set_movable (self->head, movable);
}

void
jl_table_set_name (JlTable *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * jl_table_set_rows:
 * @self: a table
 * @rows: (nullable): a list of #JlRecord
 *
 * Puts other rows into the table. A new selection model is made: telling the old one that everything changed would ask a lazy
 * list for all of its rows.
 */
void
jl_table_set_rows (JlTable *self, GListModel *rows)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  if (rows)
    {
      selection = gtk_single_selection_new (NULL);
      gtk_single_selection_set_autoselect (selection, FALSE);
      gtk_single_selection_set_can_unselect (selection, TRUE);
      gtk_single_selection_set_model (selection, rows);
      g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  stop_returning (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

void
jl_table_replace_rows (JlTable *self, GListModel *rows)
{
  double   top = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->down));
  gboolean focus = has_focus (self);

  if (self->return_tick > 0)
    top = self->return_to;
  jl_table_set_rows (self, rows);
  self->return_to = top;
  self->return_focus = focus;
  self->return_ticks = 0;
  self->return_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), return_tick_cb, NULL, NULL);
}

gboolean
jl_table_is_empty (JlTable *self)
{
  GListModel *rows = jl_table_get_rows (self);

  return rows == NULL || g_list_model_get_n_items (rows) == 0;
}

GListModel *
jl_table_get_rows (JlTable *self)
{
  GtkSingleSelection *selection = selection_of (self);

  return selection ? gtk_single_selection_get_model (selection) : NULL;
}

void
jl_table_set_order (JlTable *self, const char *field, gboolean descending)
{
  g_autofree char *old = self->order;

  self->order = g_strdup (field);
  self->descending = descending;
  jl_table_head_set_order (self->head, field, descending);
}

const char *
jl_table_get_order (JlTable *self, gboolean *descending)
{
  if (descending)
    *descending = self->descending;
  return self->order;
}

JlRecord *
jl_table_get_selected (JlTable *self)
{
  GtkSingleSelection *selection = selection_of (self);

  return selection ? gtk_single_selection_get_selected_item (selection) : NULL;
}

void
jl_table_select (JlTable *self, guint position)
{
  if (selection_of (self))
    gtk_single_selection_set_selected (selection_of (self), position);
}

void
jl_table_unselect (JlTable *self)
{
  jl_table_select (self, GTK_INVALID_LIST_POSITION);
}

void
jl_table_set_total_words (JlTable *self, const char *heading, const char *note, const char *tail)
{
  jl_table_totals_set_words (self->totals, heading, note, tail);
}

void
jl_table_set_total (JlTable *self, const char *field, const char *text, const char *tooltip)
{
  jl_table_totals_set_value (self->totals, field, text, tooltip);
}

char *
jl_table_row_text (JlTable *self, JlRecord *record)
{
  GString *text = g_string_new (NULL);

  if (record == NULL)
    record = jl_table_get_selected (self);
  if (record == NULL || !jl_record_is_ready (record))
    return g_string_free (text, TRUE);
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *cell = self->hidden[i] ? NULL : jl_column_record_text (&self->columns[i], record);

      if (cell)
        g_string_append_printf (text, text->len > 0 ? "\t%s" : "%s", cell);
    }
  return g_string_free (text, FALSE);
}

/**
 * jl_table_get_range:
 * @self: a table
 * @first: (out): number of the first row in sight, counted from 1
 * @last: (out): number of the last
 *
 * Returns: whether there are rows
 */
gboolean
jl_table_get_range (JlTable *self, guint *first, guint *last)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->down);
  GListModel    *rows = jl_table_get_rows (self);
  guint          n = rows ? g_list_model_get_n_items (rows) : 0;
  double         height = n > 0 ? gtk_adjustment_get_upper (adjustment) / n : 0;
  double         top = gtk_adjustment_get_value (adjustment);

  if (height <= 0)
    return FALSE;
  *first = MIN (n, (guint) floor (top / height + 0.5) + 1);
  *last = CLAMP ((guint) floor ((top + gtk_adjustment_get_page_size (adjustment)) / height + 0.01), *first, n);
  return TRUE;
}
