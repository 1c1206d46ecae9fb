/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Ctrl+T: charts give way to their table twins. Sparks stand in tables already and stay. */

#include "jl-window-charts.h"

#include "jl-chart-view.h"

static void
toggle_tables (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (JL_IS_CHART_VIEW (widget))
    {
      JlChart *chart = jl_chart_view_get_chart (JL_CHART_VIEW (widget));

      if (chart && jl_chart_get_kind (chart) != JL_CHART_SPARK)
        jl_chart_view_toggle_table (JL_CHART_VIEW (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    toggle_tables (child);
}

static GtkWidget *
find_focused_chart (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus ? gtk_widget_get_ancestor (focus, JL_TYPE_CHART_VIEW) : NULL;
}

void
jl_window_toggle_tables (GtkWindow *window, GtkWidget *page)
{
  GtkWidget *chart = find_focused_chart (window);

  if (chart)
    gtk_widget_activate_action (chart, "chart.toggle-table", NULL);
  else if (page)
    toggle_tables (page);
}
