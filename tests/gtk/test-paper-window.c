/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The window that shows a paper of a record: its pages, and what it says of a damaged one. */

#include <cairo-pdf.h>

#include "jl-gtk-test.h"
#include "jl-paper-window.h"

static cairo_status_t
append (void *array, const guchar *data, guint length)
{
  g_byte_array_append (array, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_pdf (int pages)
{
  GByteArray      *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, array, 595, 842);
  cairo_t         *cr = cairo_create (surface);

  for (int i = 0; i < pages; i++)
    {
      cairo_rectangle (cr, 60, 60 + 40 * i, 300, 24);
      cairo_fill (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (array);
}

static gboolean
is_ready (gpointer window)
{
  return jl_paper_window_is_ready (window);
}

static void
test_papers (void)
{
  g_autoptr (GBytes) pdf = make_pdf (3);
  g_autoptr (GBytes) broken = g_bytes_new_static ("%PDF-1.4 nothing", 16);
  GtkWidget *window = jl_paper_window_new (NULL, "Acceptance.pdf", "application/pdf", pdf);

  gtk_window_present (GTK_WINDOW (window));
  jl_wait_until (is_ready, window);
  g_assert_nonnull (jl_find_label (window, "1 / 3"));
  gtk_widget_activate_action (window, "paper.next", NULL);
  g_assert_nonnull (jl_find_label (window, "2 / 3"));
  gtk_widget_activate_action (window, "paper.larger", NULL);
  jl_wait_ms (100);
  jl_picture (GTK_WINDOW (window), "record-paper");
  gtk_window_destroy (GTK_WINDOW (window));
  window = jl_paper_window_new (NULL, "Broken.pdf", "application/pdf", broken);
  gtk_window_present (GTK_WINDOW (window));
  jl_wait_until (is_ready, window);
  g_assert_nonnull (jl_find_label (window, "damaged"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  jl_gtk_test_init (&argc, &argv);
  g_test_add_func ("/gtk/paper-window/papers", test_papers);
  return g_test_run ();
}
