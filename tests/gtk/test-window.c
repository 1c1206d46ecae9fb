/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The window without a database, and what the connect page asks and says. */

#include "jl-answers.h"
#include "jl-error.h"
#include "jl-gtk-test.h"
#include "jl-page-table.h"
#include "jl-window.h"

typedef struct
{
  AdwApplication *application;
  JlWindow       *window;
  JlConnectPage  *connect;
  char           *asked;
} Fixture;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
practice_cb (Fixture *fixture)
{
  g_free (fixture->asked);
  fixture->asked = g_strdup ("practice");
}

static void
central_cb (Fixture *fixture, const char *server, const char *user, const char *password)
{
  g_free (fixture->asked);
  fixture->asked = g_strdup_printf ("%s %s %s", server, user, password ? password : "-");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->application = adw_application_new ("org.jiliang.Test", G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (fixture->application),
                                        "/org/jiliang/Jiliang");
  g_application_register (G_APPLICATION (fixture->application), NULL, NULL);
  fixture->window = jl_window_new (GTK_APPLICATION (fixture->application));
  fixture->connect = jl_window_get_connect_page (fixture->window);
  g_signal_connect_swapped (fixture->connect, "practice", G_CALLBACK (practice_cb), fixture);
  g_signal_connect_swapped (fixture->connect, "central", G_CALLBACK (central_cb), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  jl_wait_until (is_mapped, fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  JlWindow *window = g_object_ref (fixture->window);

  gtk_window_destroy (GTK_WINDOW (window));
  jl_wait_ms (20);
  g_assert_finalize_object (window);
  g_clear_pointer (&fixture->asked, g_free);
  g_object_unref (fixture->application);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found)
        return found;
    }
  return NULL;
}

static void
test_asks_without_link (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->connect)));
  g_assert_null (jl_window_get_page (fixture->window));
  jl_window_open (fixture->window, "overview", 0, 2012);
  g_assert_null (jl_window_get_page (fixture->window));
  jl_picture (GTK_WINDOW (fixture->window), "connect");
}

static void
test_asks_practice (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (find_button (GTK_WIDGET (fixture->connect), "_Open"), "clicked");
  g_assert_cmpstr (fixture->asked, ==, "practice");
}

static void
test_asks_central (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->connect), "_Connect");
  GtkWidget *entry = jl_find_type (GTK_WIDGET (fixture->connect), ADW_TYPE_ENTRY_ROW);

  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (entry), " postgresql://server/jiliang ");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (fixture->asked, ==, "postgresql://server/jiliang (null) -");
}

static void
test_progress_and_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error =
      g_error_new_literal (JL_ERROR, JL_ERROR_AUTH, "password authentication failed");

  jl_connect_page_show_progress (fixture->connect, "Preparing", "Some seconds.");
  g_assert_nonnull (find_button (GTK_WIDGET (fixture->connect), "_Cancel"));
  jl_picture (GTK_WINDOW (fixture->window), "connect-progress");
  jl_connect_page_show_error (fixture->connect, "It could not be opened.", error);
  jl_wait_ms (20);
  g_assert_nonnull (jl_find_label (GTK_WIDGET (fixture->connect), "Check user name and password"));
  g_assert_null (find_button (GTK_WIDGET (fixture->connect), "_Cancel"));
  jl_picture (GTK_WINDOW (fixture->window), "connect-error");
}

static void
test_toast (Fixture *fixture, gconstpointer data)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toast", "s", "Written."));
  jl_wait_ms (50);
  g_assert_nonnull (jl_find_label (GTK_WIDGET (fixture->window), "Written."));
}

static void
test_sidebar_action (Fixture *fixture, gconstpointer data)
{
  gboolean shown;

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-sidebar", NULL));
  g_object_get (fixture->window, "show-sidebar", &shown, NULL);
  g_assert_false (shown);
}

static gboolean
is_gone (gpointer link)
{
  return *(JlLink **) link == NULL;
}

/* Nobody stays signed in at a window that asks whom to sign in. */
static void
test_leaves_link (Fixture *fixture, gconstpointer data)
{
  JlLink *link = jl_answer_link ();

  jl_window_set_link (fixture->window, link);
  g_assert_nonnull (jl_window_get_page (fixture->window));
  g_object_add_weak_pointer (G_OBJECT (link), (gpointer *) &link);
  g_object_unref (link);
  jl_window_set_link (fixture->window, NULL);
  jl_wait_until (is_gone, &link);
  g_assert_null (jl_window_get_page (fixture->window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->connect)));
}

/* Every page can be made, is a page, and goes away again. */
static void
test_every_page (Fixture *fixture, gconstpointer data)
{
  for (const JlPageKind *kind = jl_page_kinds; kind->name; kind++)
    {
      GtkWidget *page = g_object_ref_sink (kind->make ());

      g_test_message ("%s", kind->name);
      g_assert_true (JL_IS_PAGE (page));
      g_assert_true (jl_page_kind_find (kind->name) == kind);
      g_assert_finalize_object (page);
    }
  g_assert_null (jl_page_kind_find ("nowhere"));
}

#define ADD(name, func) g_test_add ("/gtk/window/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  jl_gtk_test_init (&argc, &argv);
  ADD ("asks-without-link", test_asks_without_link);
  ADD ("asks-practice", test_asks_practice);
  ADD ("asks-central", test_asks_central);
  ADD ("progress-and-error", test_progress_and_error);
  ADD ("toast", test_toast);
  ADD ("sidebar-action", test_sidebar_action);
  ADD ("leaves-link", test_leaves_link);
  ADD ("every-page", test_every_page);
  return g_test_run ();
}
