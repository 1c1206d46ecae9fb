/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A chart as a widget: it owns the spec and shows it as picture or as table. Under its table the
 * picture keeps the place, so that nothing around moves; a spark, too small for a table, shows it
 * in a popover. */

#include "jl-chart-view.h"

#include "jl-chart-picture.h"
#include "jl-chart-table.h"

struct _JlChartView
{
  GtkWidget parent_instance;

  JlChart *chart; /* (nullable) */

  GtkWidget *picture;
  GtkWidget *table;   /* the twin, while it is shown */
  GtkWidget *popover; /* the last one with a spark's twin; kept until the next, for it may not go
                         away while it closes */
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
activated_cb (JlChartView *self, int key)
{
  g_signal_emit (self, signals[ACTIVATED], 0, key);
}

static GtkWidget *
table_new (JlChartView *self)
{
  GtkWidget *table = jl_chart_table_new (self->chart);

  g_signal_connect_object (table, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  return table;
}

static void
close_table (JlChartView *self)
{
  g_clear_pointer (&self->table, gtk_widget_unparent);
  gtk_widget_set_child_visible (self->picture, TRUE);
}

static void
open_table (JlChartView *self)
{
  self->table = table_new (self);
  gtk_widget_set_child_visible (self->picture, FALSE);
  gtk_widget_set_parent (self->table, GTK_WIDGET (self));
}

static void
open_popover (JlChartView *self)
{
  GtkWidget *table = table_new (self);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_set_size_request (table, 240, 180);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), table);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
toggle_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlChartView *self = JL_CHART_VIEW (widget);

  jl_chart_view_toggle_table (self);
  gtk_widget_grab_focus (widget);
}

/* A spark has no marks to go to and takes the focus itself. */
static gboolean
jl_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (is_spark (JL_CHART_VIEW (widget)))
    return !gtk_widget_has_focus (widget) && gtk_widget_grab_focus (widget);
  return GTK_WIDGET_CLASS (jl_chart_view_parent_class)->focus (widget, direction);
}

static gboolean
jl_chart_view_grab_focus (GtkWidget *widget)
{
  JlChartView *self = JL_CHART_VIEW (widget);

  if (is_spark (self))
    return GTK_WIDGET_CLASS (jl_chart_view_parent_class)->grab_focus (widget);
  return gtk_widget_child_focus (self->table ? self->table : self->picture, GTK_DIR_TAB_FORWARD);
}

static void
jl_chart_view_dispose (GObject *object)
{
  JlChartView *self = JL_CHART_VIEW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->table, gtk_widget_unparent);
  g_clear_pointer (&self->picture, gtk_widget_unparent);
  G_OBJECT_CLASS (jl_chart_view_parent_class)->dispose (object);
}

static void
jl_chart_view_finalize (GObject *object)
{
  g_clear_pointer (&JL_CHART_VIEW (object)->chart, jl_chart_free);
  G_OBJECT_CLASS (jl_chart_view_parent_class)->finalize (object);
}

static void
jl_chart_view_class_init (JlChartViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jl_chart_view_dispose;
  object_class->finalize = jl_chart_view_finalize;
  widget_class->focus = jl_chart_view_focus;
  widget_class->grab_focus = jl_chart_view_grab_focus;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "chart-view");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "chart.toggle-table", NULL, toggle_table_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK,
                                       "chart.toggle-table", NULL);
}

static void
jl_chart_view_init (JlChartView *self)
{
  self->picture = jl_chart_picture_new ();
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
  g_signal_connect_object (self->picture, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
jl_chart_view_new (void)
{
  return g_object_new (JL_TYPE_CHART_VIEW, NULL);
}

static void
describe (JlChartView *self)
{
  const char *title = jl_chart_get_title (self->chart);
  const char *summary = jl_chart_get_summary (self->chart);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title ? title : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  summary ? summary : "", -1);
}

/**
 * jl_chart_view_set_chart:
 * @chart: (transfer full) (nullable): what to show; a table twin that is open stays open
 */
void
jl_chart_view_set_chart (JlChartView *self, JlChart *chart)
{
  g_autoptr (JlChart) old = g_steal_pointer (&self->chart);
  gboolean with_table = self->table && chart;

  close_table (self);
  self->chart = chart;
  jl_chart_picture_set_chart (JL_CHART_PICTURE (self->picture), chart);
  if (chart)
    describe (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), is_spark (self));
  if (with_table)
    open_table (self);
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
  if (is_spark (self))
    open_popover (self);
  else if (self->table)
    close_table (self);
  else if (self->chart)
    open_table (self);
}

gboolean
jl_chart_view_shows_table (JlChartView *self)
{
  return self->table != NULL;
}
