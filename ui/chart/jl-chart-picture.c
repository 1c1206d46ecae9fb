/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The picture of a chart. Tab enters and leaves it as a whole, arrows go from mark to mark by the
 * layout's geometry. The layout is kept until the size, the font or the chart changes; hover and
 * focus only repaint it. */

#include "jl-chart-picture.h"

#include "jl-chart-mark.h"
#include "jl-chart-tip.h"
#include "jl-screen-theme.h"

struct _JlChartPicture
{
  GtkWidget parent_instance;

  const JlChart *chart; /* borrowed (nullable) */

  int hovered; /* a mark of the layout, or −1 */
  int last;    /* datum that had the focus last, or −1 */

  JlLayout   *layout; /* for layout_width × layout_height */
  int         layout_width;
  int         layout_height;
  GPtrArray  *marks; /* JlChartMark, by datum */
  JlChartTip *tip;
};

G_DEFINE_FINAL_TYPE (JlChartPicture, jl_chart_picture, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_spark (JlChartPicture *self)
{
  return self->chart && jl_chart_get_kind (self->chart) == JL_CHART_SPARK;
}

static void
drop_layout (JlChartPicture *self)
{
  g_clear_pointer (&self->layout, jl_layout_free);
  self->hovered = -1;
}

static JlLayout *
ensure_layout (JlChartPicture *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->layout && (self->layout_width != width || self->layout_height != height))
    drop_layout (self);
  if (self->layout == NULL && self->chart && width > 0 && height > 0)
    {
      self->layout = jl_chart_layout (self->chart, width, height,
                                      gtk_widget_get_pango_context (GTK_WIDGET (self)));
      self->layout_width = width;
      self->layout_height = height;
    }
  return self->layout;
}

static graphene_rect_t
mark_rect (JlChartPicture *self, int mark)
{
  const JlMark *m = jl_layout_mark (self->layout, (guint) mark);

  return GRAPHENE_RECT_INIT ((float) m->x, (float) m->y, (float) m->width, (float) m->height);
}

static int
datum_at (JlChartPicture *self, double x, double y)
{
  int mark = ensure_layout (self) ? jl_layout_hit (self->layout, x, y) : -1;

  return mark < 0 ? -1 : jl_layout_mark (self->layout, (guint) mark)->datum;
}

/* The datum whose mark has the focus, or −1. */
static int
focused_datum (JlChartPicture *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child && JL_IS_CHART_MARK (child) ? jl_chart_mark_get_datum (JL_CHART_MARK (child)) : -1;
}

static void
activate_datum (JlChartPicture *self, int datum)
{
  g_signal_emit (self, signals[ACTIVATED], 0, jl_chart_datum (self->chart, (guint) datum)->key);
}

static void
mark_activated_cb (JlChartPicture *self, JlChartMark *mark)
{
  activate_datum (self, jl_chart_mark_get_datum (mark));
}

/* The keyboard */

static void
show_tip (JlChartPicture *self, int datum)
{
  g_autofree char *text = jl_chart_mark_describe (self->chart, datum);
  graphene_rect_t  rect = mark_rect (self, jl_layout_mark_of_datum (self->layout, datum));

  if (self->tip == NULL)
    self->tip = jl_chart_tip_new (GTK_WIDGET (self));
  jl_chart_tip_show (self->tip, text, &rect);
}

static void
hide_tip (JlChartPicture *self)
{
  if (self->tip)
    jl_chart_tip_hide (self->tip);
}

static gboolean
focus_datum (JlChartPicture *self, int datum)
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
focus_first (JlChartPicture *self)
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
move_focus (JlChartPicture *self, int dx, int dy)
{
  int mark = jl_layout_mark_of_datum (ensure_layout (self), focused_datum (self));
  int next = mark < 0 ? -1 : jl_layout_neighbour (self->layout, mark, dx, dy);

  if (next >= 0)
    focus_datum (self, jl_layout_mark (self->layout, (guint) next)->datum);
  return TRUE;
}

static gboolean
jl_chart_picture_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JlChartPicture *self = JL_CHART_PICTURE (widget);

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
jl_chart_picture_grab_focus (GtkWidget *widget)
{
  JlChartPicture *self = JL_CHART_PICTURE (widget);

  return focus_first (self);
}

static void
focus_changed_cb (JlChartPicture *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_left_cb (JlChartPicture *self)
{
  hide_tip (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The pointer */

static void
set_hovered (JlChartPicture *self, int mark)
{
  if (self->hovered == mark)
    return;
  self->hovered = mark;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mark < 0 ? NULL : "pointer");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (JlChartPicture *self, double x, double y)
{
  set_hovered (self, ensure_layout (self) ? jl_layout_hit (self->layout, x, y) : -1);
}

static void
leave_cb (JlChartPicture *self)
{
  set_hovered (self, -1);
}

static void
released_cb (JlChartPicture *self, int n_press, double x, double y)
{
  int datum = datum_at (self, x, y);

  if (datum >= 0)
    activate_datum (self, datum);
}

static gboolean
query_tooltip_cb (JlChartPicture *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int              datum = keyboard ? focused_datum (self) : datum_at (self, x, y);
  g_autofree char *text = datum < 0 ? NULL : jl_chart_mark_describe (self->chart, datum);
  graphene_rect_t  rect;

  if (text == NULL)
    return FALSE;
  rect = mark_rect (self, jl_layout_mark_of_datum (self->layout, datum));
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip,
                            &(GdkRectangle){ (int) rect.origin.x, (int) rect.origin.y,
                                             (int) rect.size.width, (int) rect.size.height });
  return TRUE;
}

/* Widget */

static void
jl_chart_picture_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  JlChartPicture *self = JL_CHART_PICTURE (widget);
  int             width = for_size > 0 ? for_size : 240;

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
allocate_marks (JlChartPicture *self)
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
                                    &(GtkAllocation){ (int) rect.origin.x, (int) rect.origin.y,
                                                      MAX ((int) rect.size.width, 1),
                                                      MAX ((int) rect.size.height, 1) },
                                    -1);
        }
    }
}

static void
jl_chart_picture_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JlChartPicture *self = JL_CHART_PICTURE (widget);

  if (ensure_layout (self))
    allocate_marks (self);
  if (self->tip)
    gtk_popover_present (GTK_POPOVER (self->tip));
}

static void
jl_chart_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JlChartPicture *self = JL_CHART_PICTURE (widget);
  int             datum = focused_datum (self);
  cairo_t        *cr;

  if (!ensure_layout (self))
    return;
  /* A margin for the focus ring, which stands outside its mark. */
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (-4, -4, (float) self->layout_width + 8,
                                                       (float) self->layout_height + 8));
  jl_layout_paint (self->layout, cr, jl_screen_theme (),
                   datum < 0 ? -1 : jl_layout_mark_of_datum (self->layout, datum), self->hovered);
  cairo_destroy (cr);
}

static void
jl_chart_picture_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jl_chart_picture_parent_class)->css_changed (widget, change);
  drop_layout (JL_CHART_PICTURE (widget));
  gtk_widget_queue_allocate (widget);
}

static void
jl_chart_picture_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (jl_chart_picture_parent_class)->system_setting_changed (widget, setting);
  drop_layout (JL_CHART_PICTURE (widget));
  gtk_widget_queue_resize (widget);
}

static void
jl_chart_picture_dispose (GObject *object)
{
  JlChartPicture *self = JL_CHART_PICTURE (object);

  jl_chart_picture_set_chart (self, NULL);
  if (self->tip)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->tip)));
  G_OBJECT_CLASS (jl_chart_picture_parent_class)->dispose (object);
}

static void
jl_chart_picture_finalize (GObject *object)
{
  g_ptr_array_unref (JL_CHART_PICTURE (object)->marks);
  G_OBJECT_CLASS (jl_chart_picture_parent_class)->finalize (object);
}

static void
jl_chart_picture_class_init (JlChartPictureClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jl_chart_picture_dispose;
  object_class->finalize = jl_chart_picture_finalize;
  widget_class->measure = jl_chart_picture_measure;
  widget_class->size_allocate = jl_chart_picture_size_allocate;
  widget_class->snapshot = jl_chart_picture_snapshot;
  widget_class->focus = jl_chart_picture_focus;
  widget_class->grab_focus = jl_chart_picture_grab_focus;
  widget_class->css_changed = jl_chart_picture_css_changed;
  widget_class->system_setting_changed = jl_chart_picture_system_setting_changed;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "chart-picture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_controllers (JlChartPicture *self)
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
jl_chart_picture_init (JlChartPicture *self)
{
  self->hovered = -1;
  self->last = -1;
  self->marks = g_ptr_array_new ();
  add_controllers (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static void
drop_marks (JlChartPicture *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->marks, i));
  g_ptr_array_set_size (self->marks, 0);
}

static void
add_marks (JlChartPicture *self)
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

GtkWidget *
jl_chart_picture_new (void)
{
  return g_object_new (JL_TYPE_CHART_PICTURE, NULL);
}

void
jl_chart_picture_set_chart (JlChartPicture *self, const JlChart *chart)
{
  hide_tip (self);
  drop_marks (self);
  drop_layout (self);
  self->chart = chart;
  self->last = -1;
  if (chart && !is_spark (self))
    add_marks (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
