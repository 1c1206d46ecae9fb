/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* How long it takes from the start of the process to the first painted overview with data. */

#include "jl-bench-start.h"

static gint64
start_time (gint64 started)
{
  const char *given = g_getenv ("JILIANG_T0_US");

  return given ? g_ascii_strtoll (given, NULL, 10) : started;
}

static gboolean
close_cb (gpointer window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, JlWindow *window)
{
  JlPage *page = jl_window_get_page (window);
  gint64 *started = g_object_get_data (G_OBJECT (window), "bench-started");

  if (page == NULL || !jl_page_is_loaded (page))
    return;
  g_print ("%.1f\n", (double) (g_get_monotonic_time () - *started) / 1000.0);
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, window);
  g_idle_add (close_cb, window);
}

void
jl_bench_start_watch (JlWindow *window, gint64 started)
{
  gint64 start = start_time (started);

  g_object_set_data_full (G_OBJECT (window), "bench-started", g_memdup2 (&start, sizeof start),
                          g_free);
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                           G_CALLBACK (after_paint_cb), window, 0);
}
