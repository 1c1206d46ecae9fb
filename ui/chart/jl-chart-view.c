/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A chart as a widget.
 *
 * The picture is one cairo node; over it lie invisible children, one for every datum, that take the focus and speak to
 * assistive technology. Tab enters and leaves the chart as a whole, arrows go from mark to mark by the layout's geometry.
 * The layout is kept until the size, the font or the chart changes; hover and focus only repaint it. */

#include "jl-chart-view.h"

#include "jl-chart-mark.h"
#include "jl-chart-table.h"
#include "jl-screen-theme.h"

struct _JlChartView
{
  GtkWidget parent_instance;

  JlChart *chart; /* (nullable) */

  int        hovered; /* a mark of the layout, or −1 */
  int        last;    /* datum that had the focus last, or −1 */
  GtkWidget *table;   /* the twin in place of the picture, while it is shown */

  JlLayout  *layout; /* for layout_width × layout_height */
  int        layout_width;
  int        layout_height;
  GPtrArray *marks; /* JlChartMark, by datum */
  GtkWidget *tip;
  GtkWidget *tip_text;
  GtkWidget *spark_table; /* popover with the twin of a spark, which has no room for it; kept until the next */
};

G_DEFINE_FINAL_TYPE (JlChartView, jl_chart_view, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_spark (JlChartView *self)
{
  return self->chart && jl_chart_get_kind (self->chart) == JL_CHART_SPARK;
}

static void
drop_layout (JlChartView *self)
{
  g_clear_pointer (&self->layout, jl_layout_free);
  self->hovered = -1;
}

static JlLayout *
ensure_layout (JlChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->layout && (self->layout_width != width || self->layout_height != height))
    drop_layout (self);
  if (self->layout == NULL && self->chart && width > 0 && height > 0)
    {
      self->layout = jl_chart_layout (self->chart, width, height, gtk_widget_get_pango_context (GTK_WIDGET (self)));
      self->layout_width = width;
      self->layout_height = height;
    }
  return self->layout;
}

static graphene_rect_t
mark_rect (JlChartView *self, int mark)
{
  const JlMark *m = jl_layout_mark (self->layout, (guint) mark);

  return GRAPHENE_RECT_INIT ((float) m->x, (float) m->y, (float) m->width, (float) m->height);
}

static int
datum_at (JlChartView *self, double x, double y)
{
  int mark = ensure_layout (self) && self->table == NULL ? jl_layout_hit (self->layout, x, y) : -1;

  return mark < 0 ? -1 : jl_layout_mark (self->layout, (guint) mark)->datum;
}

/* The datum whose mark has the focus, or −1. */
static int
focused_datum (JlChartView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child && JL_IS_CHART_MARK (child) ? jl_chart_mark_get_datum (JL_CHART_MARK (child)) : -1;
}

static void
activate_datum (JlChartView *self, int datum)
{
  g_signal_emit (self, signals[ACTIVATED], 0, jl_chart_datum (self->chart, (guint) datum)->key);
}

static void
mark_activated_cb (JlChartView *self, JlChartMark *mark)
{
  activate_datum (self, jl_chart_mark_get_datum (mark));
}

/* The tip of the keyboard; the pointer has GTK's own. */

static void
hide_tip (JlChartView *self)
{
  if (self->tip)
    gtk_popover_popdown (GTK_POPOVER (self->tip));
}

static void
ensure_tip (JlChartView *self)
{
  if (self->tip)
    return;
  self->tip = gtk_popover_new ();
  self->tip_text = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->tip_text, "jl-dense");
  gtk_popover_set_child (GTK_POPOVER (self->tip), self->tip_text);
  gtk_popover_set_autohide (GTK_POPOVER (self->tip), FALSE);
  gtk_widget_set_can_focus (self->tip, FALSE);
  gtk_widget_set_parent (self->tip, GTK_WIDGET (self));
}

static void
show_tip (JlChartView *self, int datum)
{
  g_autofree char *text = jl_chart_mark_describe (self->chart, datum);
  graphene_rect_t  rect = mark_rect (self, jl_layout_mark_of_datum (self->layout, datum));

  ensure_tip (self);
  gtk_label_set_text (GTK_LABEL (self->tip_text), text);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->tip),
                               &(GdkRectangle){ (int) rect.origin.x, (int) rect.origin.y, (int) rect.size.width,
                                                (int) rect.size.height });
  gtk_popover_popup (GTK_POPOVER (self->tip));
}

static gboolean
focus_datum (JlChartView *self, int datum)
{
  if (datum < 0 || datum >= (int) self->marks->len || !ensure_layout (self) ||
      jl_layout_mark_of_datum (self->layout, datum) < 0)
    return FALSE;
  if (!gtk_widget_grab_focus (g_ptr_array_index (self->marks, datum)))
    return FALSE;
  self->last = datum;
  show_tip (self, datum);
  return TRUE;
}

static gboolean
focus_first (JlChartView *self)
{
  int first;

  if (focus_datum (self, self->last))
    return TRUE;
  if (self->marks->len == 0 || !ensure_layout (self))
    return FALSE;
  first = jl_layout_neighbour (self->layout, -1, 1, 0);
  return first >= 0 && focus_datum (self, jl_layout_mark (self->layout, (guint) first)->datum);
}

static gboolean
move_focus (JlChartView *self, int dx, int dy)
{
  int mark = jl_layout_mark_of_datum (ensure_layout (self), focused_datum (self));
  int next = mark < 0 ? -1 : jl_layout_neighbour (self->layout, mark, dx, dy);

  if (next >= 0)
    focus_datum (self, jl_layout_mark (self->layout, (guint) next)->datum);
  return TRUE;
}

static gboolean
jl_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JlChartView *self = JL_CHART_VIEW (widget);

  if (self->table)
    return gtk_widget_child_focus (self->table, direction);
  if (focused_datum (self) < 0)
    return focus_first (self);
  switch (direction)
    {
    case GTK_DIR_LEFT:
      return move_focus (self, -1, 0);
    case GTK_DIR_RIGHT:
      return move_focus (self, 1, 0);
    case GTK_DIR_UP:
      return move_focus (self, 0, -1);
    case GTK_DIR_DOWN:
      return move_focus (self, 0, 1);
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

static gboolean
jl_chart_view_grab_focus (GtkWidget *widget)
{
  JlChartView *self = JL_CHART_VIEW (widget);

  return self->table ? gtk_widget_grab_focus (self->table) : focus_first (self);
}

static void
focus_changed_cb (JlChartView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_left_cb (JlChartView *self)
{
  hide_tip (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The pointer */

static void
set_hovered (JlChartView *self, int mark)
{
  if (self->hovered == mark)
    return;
  self->hovered = mark;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mark < 0 ? NULL : "pointer");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (JlChartView *self, double x, double y)
{
  set_hovered (self, ensure_layout (self) && self->table == NULL ? jl_layout_hit (self->layout, x, y) : -1);
}

static void
leave_cb (JlChartView *self)
{
  set_hovered (self, -1);
}

static void
released_cb (JlChartView *self, int n_press, double x, double y)
{
  int datum = datum_at (self, x, y);

  if (datum >= 0)
    activate_datum (self, datum);
}

static gboolean
query_tooltip_cb (JlChartView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int              datum = keyboard ? focused_datum (self) : datum_at (self, x, y);
  g_autofree char *text = datum < 0 ? NULL : jl_chart_mark_describe (self->chart, datum);
  graphene_rect_t  rect;

  if (text == NULL)
    return FALSE;
  rect = mark_rect (self, jl_layout_mark_of_datum (self->layout, datum));
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) rect.origin.x, (int) rect.origin.y, (int) rect.size.width,
                                                      (int) rect.size.height });
  return TRUE;
}

/* The twin */

static void
table_activated_cb (JlChartView *self, int key)
{
  g_signal_emit (self, signals[ACTIVATED], 0, key);
}

static void
show_marks (JlChartView *self, gboolean visible)
{
  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->marks, i), visible);
}

static void
drop_table (JlChartView *self)
{
  GtkWidget *table = g_steal_pointer (&self->table);

  if (table)
    gtk_widget_unparent (table);
}

static void
drop_spark_table (JlChartView *self)
{
  g_clear_pointer (&self->spark_table, gtk_widget_unparent);
}

static GtkWidget *
table_new (JlChartView *self)
{
  GtkWidget *table = jl_chart_table_new (self->chart);

  g_signal_connect_object (table, "activated", G_CALLBACK (table_activated_cb), self, G_CONNECT_SWAPPED);
  return table;
}

static void
open_spark_table (JlChartView *self)
{
  GtkWidget *table = table_new (self);

  drop_spark_table (self);
  gtk_widget_set_size_request (table, 240, 180);
  self->spark_table = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->spark_table), table);
  gtk_widget_set_parent (self->spark_table, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->spark_table));
}

static void
open_table (JlChartView *self)
{
  hide_tip (self);
  self->table = table_new (self);
  gtk_widget_set_parent (self->table, GTK_WIDGET (self));
  show_marks (self, FALSE);
  gtk_widget_child_focus (self->table, GTK_DIR_TAB_FORWARD);
}

static void
toggle_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_chart_view_toggle_table (JL_CHART_VIEW (widget));
}

/* Widget */

static void
jl_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  JlChartView *self = JL_CHART_VIEW (widget);
  int          width = for_size > 0 ? for_size : 240;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = is_spark (self) ? 24 : 120;
      *natural = is_spark (self) ? 56 : 320;
      return;
    }
  *natural = self->chart ? (int) jl_chart_natural_height (self->chart, width) : 24;
  *minimum = MIN (*natural, 24);
}

static void
allocate_marks (JlChartView *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      GtkWidget *child = g_ptr_array_index (self->marks, i);
      int        mark = jl_layout_mark_of_datum (self->layout, (int) i);

      gtk_widget_set_child_visible (child, mark >= 0);
      if (mark >= 0)
        {
          graphene_rect_t rect = mark_rect (self, mark);

          gtk_widget_size_allocate (child,
                                    &(GtkAllocation){ (int) rect.origin.x, (int) rect.origin.y, MAX ((int) rect.size.width, 1),
                                                      MAX ((int) rect.size.height, 1) },
                                    -1);
        }
    }
}

static void
jl_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JlChartView *self = JL_CHART_VIEW (widget);

  if (self->table)
    gtk_widget_size_allocate (self->table, &(GtkAllocation){ 0, 0, width, height }, -1);
  else if (ensure_layout (self))
    allocate_marks (self);
  if (self->tip)
    gtk_popover_present (GTK_POPOVER (self->tip));
  if (self->spark_table)
    gtk_popover_present (GTK_POPOVER (self->spark_table));
}

static void
jl_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JlChartView *self = JL_CHART_VIEW (widget);
  int          datum = focused_datum (self);
  cairo_t     *cr;

  if (self->table)
    {
      gtk_widget_snapshot_child (widget, self->table, snapshot);
      return;
    }
  if (!ensure_layout (self))
    return;
  /* A margin for the focus ring, which stands outside its mark. */
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-4, -4, (float) self->layout_width + 8,
                                                                 (float) self->layout_height + 8));
  jl_layout_paint (self->layout, cr, jl_screen_theme (),
                   datum < 0 ? -1 : jl_layout_mark_of_datum (self->layout, datum), self->hovered);
  cairo_destroy (cr);
}

static void
jl_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jl_chart_view_parent_class)->css_changed (widget, change);
  drop_layout (JL_CHART_VIEW (widget));
  gtk_widget_queue_allocate (widget);
}

static void
jl_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (jl_chart_view_parent_class)->system_setting_changed (widget, setting);
  drop_layout (JL_CHART_VIEW (widget));
  gtk_widget_queue_resize (widget);
}

static void
jl_chart_view_dispose (GObject *object)
{
  JlChartView *self = JL_CHART_VIEW (object);

  jl_chart_view_set_chart (self, NULL);
  drop_spark_table (self);
  g_clear_pointer (&self->tip, gtk_widget_unparent);
  G_OBJECT_CLASS (jl_chart_view_parent_class)->dispose (object);
}

static void
jl_chart_view_finalize (GObject *object)
{
  g_ptr_array_unref (JL_CHART_VIEW (object)->marks);
  G_OBJECT_CLASS (jl_chart_view_parent_class)->finalize (object);
}

static void
jl_chart_view_class_init (JlChartViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jl_chart_view_dispose;
  object_class->finalize = jl_chart_view_finalize;
  widget_class->measure = jl_chart_view_measure;
  widget_class->size_allocate = jl_chart_view_size_allocate;
  widget_class->snapshot = jl_chart_view_snapshot;
  widget_class->focus = jl_chart_view_focus;
  widget_class->grab_focus = jl_chart_view_grab_focus;
  widget_class->css_changed = jl_chart_view_css_changed;
  widget_class->system_setting_changed = jl_chart_view_system_setting_changed;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "chart-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "chart.toggle-table", NULL, toggle_table_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "chart.toggle-table", NULL);
}

static void
add_controllers (JlChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
jl_chart_view_init (JlChartView *self)
{
  self->hovered = -1;
  self->last = -1;
  self->marks = g_ptr_array_new ();
  add_controllers (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static void
drop_marks (JlChartView *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->marks, i));
  g_ptr_array_set_size (self->marks, 0);
}

static void
add_marks (JlChartView *self)
{
  for (guint i = 0; i < jl_chart_n_data (self->chart); i++)
    {
      GtkWidget *mark = jl_chart_mark_new (self->chart, (int) i);

      g_signal_connect_swapped (mark, "activated", G_CALLBACK (mark_activated_cb), self);
      g_signal_connect_swapped (mark, "notify::has-focus", G_CALLBACK (focus_changed_cb), self);
      gtk_widget_set_parent (mark, GTK_WIDGET (self));
      g_ptr_array_add (self->marks, mark);
    }
}

static void
describe (JlChartView *self)
{
  const char *title = jl_chart_get_title (self->chart);
  const char *summary = jl_chart_get_summary (self->chart);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title ? title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary ? summary : "",
                                  -1);
}

GtkWidget *
jl_chart_view_new (void)
{
  return g_object_new (JL_TYPE_CHART_VIEW, NULL);
}

/**
 * jl_chart_view_set_chart:
 * @chart: (transfer full) (nullable): what to show; a table twin that is open stays open
 */
void
jl_chart_view_set_chart (JlChartView *self, JlChart *chart)
{
  gboolean with_table = self->table && chart;

  drop_table (self);
  hide_tip (self);
  drop_marks (self);
  drop_layout (self);
  g_clear_pointer (&self->chart, jl_chart_free);
  self->chart = chart;
  if (chart)
    {
      describe (self);
      if (!is_spark (self))
        add_marks (self);
      if (with_table)
        open_table (self);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

JlChart *
jl_chart_view_get_chart (JlChartView *self)
{
  return self->chart;
}

/* Between the picture and its table (Ctrl+T). */
void
jl_chart_view_toggle_table (JlChartView *self)
{
  if (self->chart == NULL)
    return;
  if (is_spark (self))
    open_spark_table (self);
  else if (self->table == NULL)
    open_table (self);
  else
    {
      drop_table (self);
      show_marks (self, TRUE);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
jl_chart_view_shows_table (JlChartView *self)
{
  return self->table != NULL;
}
