/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* F6: the focus goes from area to area. */

#include "jl-window-areas.h"

static void
collect_areas (GtkWidget *widget, GPtrArray *areas)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (gtk_widget_has_css_class (widget, "jl-area"))
    {
      g_ptr_array_add (areas, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect_areas (child, areas);
}

static int
find_focused (GPtrArray *areas, GtkWidget *focus)
{
  for (guint i = 0; focus && i < areas->len; i++)
    {
      GtkWidget *area = g_ptr_array_index (areas, i);

      if (focus == area || gtk_widget_is_ancestor (focus, area))
        return (int) i;
    }
  return -1;
}

void
jl_window_move_area (GtkWindow *window, int step)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();
  int at, n;

  collect_areas (GTK_WIDGET (window), areas);
  n = (int) areas->len;
  at = find_focused (areas, gtk_window_get_focus (window));
  if (at < 0)
    at = step > 0 ? -1 : 0;
  for (int i = 0; i < n; i++)
    {
      at = (at + step + n) % n;
      if (gtk_widget_child_focus (g_ptr_array_index (areas, at), GTK_DIR_TAB_FORWARD))
        return;
    }
}
