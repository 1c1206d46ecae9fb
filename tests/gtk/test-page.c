/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The states of a page, driven by a work function that waits to be released and answers what it is
 * told. */

#include "jl-answers.h"
#include "jl-banner.h"
#include "jl-error.h"
#include "jl-gtk-test.h"
#include "jl-page.h"

/* What the work does; read by the worker thread. */
static gint work_blocked;
static gint work_fails;
static gint n_freed;

#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, JlPage)

struct _TestPage
{
  JlPage parent_instance;

  gboolean keeps_load; /* under way, whatever happens */

  int n_reloads;
  int n_shown;
  int shown; /* the last product */
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, JL_TYPE_PAGE)

static gpointer
work (JlSession *session, gpointer data, GError **error)
{
  while (g_atomic_int_get (&work_blocked))
    g_usleep (1000);
  if (!g_atomic_int_get (&work_fails))
    return g_memdup2 (&data, sizeof data);
  g_set_error_literal (error, JL_ERROR, JL_ERROR_CONNECTION,
                       "server closed the connection unexpectedly");
  return NULL;
}

static void
free_product (gpointer product)
{
  g_atomic_int_inc (&n_freed);
  g_free (product);
}

static void
test_page_reload (JlPage *page)
{
  if (TEST_PAGE (page)->keeps_load)
    return;
  TEST_PAGE (page)->n_reloads++;
  jl_page_load (page, JL_WORK_READ, work, GINT_TO_POINTER (jl_page_get_year (page)), NULL,
                free_product);
}

static void
test_page_show (JlPage *page, gpointer product)
{
  TEST_PAGE (page)->n_shown++;
  TEST_PAGE (page)->shown = GPOINTER_TO_INT (*(gpointer *) product);
  g_free (product);
}

static gboolean
test_page_concerns (JlPage *page, const char *table)
{
  return g_str_equal (table, "company");
}

static void
test_page_class_init (TestPageClass *klass)
{
  JL_PAGE_CLASS (klass)->reload = test_page_reload;
  JL_PAGE_CLASS (klass)->show = test_page_show;
  JL_PAGE_CLASS (klass)->concerns = test_page_concerns;
  JL_PAGE_CLASS (klass)->without_link = TRUE;
}

static void
test_page_init (TestPage *self)
{
  jl_page_set_content (JL_PAGE (self), gtk_label_new ("content"));
}

typedef struct
{
  TestPage  *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer blocked)
{
  g_atomic_int_set (&work_blocked, blocked != NULL);
  g_atomic_int_set (&work_fails, FALSE);
  g_atomic_int_set (&n_freed, 0);
  fixture->page = g_object_new (TEST_TYPE_PAGE, NULL);
  jl_page_set_year (JL_PAGE (fixture->page), 2012);
  fixture->window = jl_present (GTK_WIDGET (fixture->page), 900, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer blocked)
{
  TestPage *page = g_object_ref (fixture->page);

  g_atomic_int_set (&work_blocked, FALSE);
  gtk_window_destroy (fixture->window);
  jl_wait_ms (50);
  g_assert_finalize_object (page);
}

static gboolean
has_shown (gpointer page)
{
  return TEST_PAGE (page)->n_shown > 0;
}

static gboolean
has_banner (gpointer page)
{
  return jl_banner_is_shown (jl_find_type (page, JL_TYPE_BANNER));
}

static gboolean
is_loading (gpointer page)
{
  return jl_find_class (page, "jl-loading") != NULL;
}

static gboolean
is_busy (gpointer page)
{
  return jl_page_is_busy (page);
}

static void
test_loads_when_shown (Fixture *fixture, gconstpointer data)
{
  jl_wait_until (has_shown, fixture->page);
  g_assert_cmpint (fixture->page->n_reloads, ==, 1);
  g_assert_cmpint (fixture->page->shown, ==, 2012);
  g_assert_true (jl_page_is_loaded (JL_PAGE (fixture->page)));
  g_assert_null (jl_find_class (GTK_WIDGET (fixture->page), "jl-blank"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (fixture->page), "content"));
}

/* What is loaded before it is on the screen is not loaded again there. */
static void
test_loads_ahead (void)
{
  TestPage  *page = g_object_new (TEST_TYPE_PAGE, NULL);
  GtkWindow *window;

  g_atomic_int_set (&work_blocked, FALSE);
  g_object_ref_sink (page);
  g_assert_cmpint (page->n_reloads, ==, 0);
  jl_page_load_ahead (JL_PAGE (page));
  jl_wait_until (has_shown, page);
  window = jl_present (GTK_WIDGET (page), 900, 500);
  jl_page_load_ahead (JL_PAGE (page));
  g_assert_cmpint (page->n_reloads, ==, 1);
  gtk_window_destroy (window);
  g_object_unref (page);
}

static void
test_slow_load (Fixture *fixture, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();

  g_assert_false (is_loading (fixture->page));
  jl_wait_until (is_loading, fixture->page);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 100 * 1000);
  g_assert_false (is_busy (fixture->page));
  jl_wait_until (is_busy, fixture->page);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 1700 * 1000);
  g_atomic_int_set (&work_blocked, FALSE);
  jl_wait_until (has_shown, fixture->page);
  g_assert_false (is_busy (fixture->page));
  g_assert_false (is_loading (fixture->page));
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_assert_true (jl_page_is_waiting (JL_PAGE (fixture->page)));
  jl_page_cancel (JL_PAGE (fixture->page));
  g_assert_false (jl_page_is_waiting (JL_PAGE (fixture->page)));
  g_atomic_int_set (&work_blocked, FALSE);
  jl_wait_ms (50);
  g_assert_cmpint (fixture->page->n_shown, ==, 0);
  g_assert_cmpint (g_atomic_int_get (&n_freed), ==, 1);
  g_assert_nonnull (jl_find_label (GTK_WIDGET (fixture->page), "Nothing loaded"));
}

static void
test_first_error (Fixture *fixture, gconstpointer data)
{
  JlBanner *banner = jl_find_type (GTK_WIDGET (fixture->page), JL_TYPE_BANNER);

  g_atomic_int_set (&work_fails, TRUE);
  g_atomic_int_set (&work_blocked, FALSE);
  jl_wait_until (has_banner, fixture->page);
  g_assert_nonnull (strstr (jl_banner_get_sentence (banner), "cannot be reached"));
  g_assert_null (strstr (jl_banner_get_sentence (banner), "as of"));
  g_assert_null (jl_find_label (GTK_WIDGET (fixture->page), "content"));

  g_atomic_int_set (&work_fails, FALSE);
  g_signal_emit_by_name (banner, "retry");
  jl_wait_until (has_shown, fixture->page);
  g_assert_false (jl_banner_is_shown (banner));
}

static void
test_later_error_keeps_content (Fixture *fixture, gconstpointer data)
{
  JlBanner *banner = jl_find_type (GTK_WIDGET (fixture->page), JL_TYPE_BANNER);

  jl_wait_until (has_shown, fixture->page);
  g_atomic_int_set (&work_fails, TRUE);
  jl_page_reload (JL_PAGE (fixture->page));
  jl_wait_until (has_banner, fixture->page);
  g_assert_nonnull (strstr (jl_banner_get_sentence (banner), "as of"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (fixture->page), "content"));
}

static void
test_newer_load_wins (Fixture *fixture, gconstpointer data)
{
  jl_page_set_year (JL_PAGE (fixture->page), 2013);
  g_assert_cmpint (fixture->page->n_reloads, ==, 2);
  g_atomic_int_set (&work_blocked, FALSE);
  jl_wait_until (has_shown, fixture->page);
  jl_wait_ms (50);
  g_assert_cmpint (fixture->page->shown, ==, 2013);
  g_assert_cmpint (fixture->page->n_shown, ==, 1);
  g_assert_cmpint (g_atomic_int_get (&n_freed), ==, 1);
}

static void
test_hidden_page_waits (Fixture *fixture, gconstpointer data)
{
  jl_wait_until (has_shown, fixture->page);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  jl_page_set_year (JL_PAGE (fixture->page), 2013);
  jl_page_set_unit (JL_PAGE (fixture->page), 7);
  g_assert_cmpint (fixture->page->n_reloads, ==, 1);
  fixture->page->n_shown = 0;
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  jl_wait_until (has_shown, fixture->page);
  g_assert_cmpint (fixture->page->n_reloads, ==, 2);
  g_assert_cmpint (fixture->page->shown, ==, 2013);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  jl_wait_until (has_shown, fixture->page);
  jl_page_show_empty (JL_PAGE (fixture->page), "No buildings", "No building fits the filters.",
                      "Clear", "win.clear");
  button = jl_find_class (GTK_WIDGET (fixture->page), "pill");
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.clear");
  g_assert_nonnull (jl_find_label (GTK_WIDGET (fixture->page), "fits the filters"));
}

static void
test_cancelled_is_silent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");

  jl_page_show_error (JL_PAGE (fixture->page), "Nothing.", error);
  g_assert_false (has_banner (fixture->page));
}

static void
tell (JlLink *link, const char *table, gboolean own)
{
  g_signal_emit_by_name (jl_link_get_pool (link), "changed", table, own);
}

/* Nothing is loaded by the link, but its pool can tell. */
static JlLink *
link_page (TestPage *page)
{
  JlLink *link = jl_answer_link ();

  jl_page_set_link (JL_PAGE (page), link);
  return link;
}

/* What others change is told by a bar, what this program changes itself is not, nor what is not on the page. */
static void
test_changed_elsewhere (Fixture *fixture, gconstpointer data)
{
  JlPage *page = JL_PAGE (fixture->page);
  g_autoptr (JlLink) link = NULL;
  int n;

  jl_wait_until (has_shown, page);
  link = link_page (fixture->page);
  n = fixture->page->n_reloads;
  tell (link, "company", TRUE);
  tell (link, "price", FALSE);
  g_assert_false (jl_page_is_outdated (page));
  tell (link, "company", FALSE);
  g_assert_true (jl_page_is_outdated (page));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (page), "have been updated"));
  g_assert_cmpint (fixture->page->n_reloads, ==, n);
  jl_picture (fixture->window, "changed-elsewhere");

  g_signal_emit_by_name (gtk_widget_get_next_sibling (jl_find_label (GTK_WIDGET (page), "have been updated")), "clicked");
  g_assert_cmpint (fixture->page->n_reloads, ==, n + 1);
  g_assert_false (jl_page_is_outdated (page));
  tell (link, "", FALSE);
  g_assert_true (jl_page_is_outdated (page));
}

/* Out of sight it is read anew on its return, whoever changed something. */
static void
test_changed_out_of_sight (Fixture *fixture, gconstpointer data)
{
  JlPage *page = JL_PAGE (fixture->page);
  g_autoptr (JlLink) link = NULL;
  int n;

  jl_wait_until (has_shown, page);
  link = link_page (fixture->page);
  jl_wait_until (has_banner, page);
  n = fixture->page->n_reloads;
  gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (page), TRUE);
  g_assert_cmpint (fixture->page->n_reloads, ==, n);
  gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
  tell (link, "company", TRUE);
  g_assert_cmpint (fixture->page->n_reloads, ==, n);
  gtk_widget_set_visible (GTK_WIDGET (page), TRUE);
  g_assert_cmpint (fixture->page->n_reloads, ==, n + 1);
  g_assert_false (jl_page_is_outdated (page));
}

/* Who has been told and goes away has no use for the bar when he comes back. */
static void
test_changed_and_left (Fixture *fixture, gconstpointer data)
{
  JlPage *page = JL_PAGE (fixture->page);
  g_autoptr (JlLink) link = NULL;
  int n;

  jl_wait_until (has_shown, page);
  link = link_page (fixture->page);
  jl_wait_until (has_banner, page);
  n = fixture->page->n_reloads;
  tell (link, "company", FALSE);
  g_assert_true (jl_page_is_outdated (page));
  gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (page), TRUE);
  g_assert_cmpint (fixture->page->n_reloads, ==, n + 1);
  g_assert_false (jl_page_is_outdated (page));
}

/* What is being read while somebody changes it may be of before, whatever this program changes after that. */
static void
test_changed_while_loading (Fixture *fixture, gconstpointer data)
{
  JlPage *page = JL_PAGE (fixture->page);
  g_autoptr (JlLink) link = NULL;

  fixture->page->keeps_load = TRUE;
  link = link_page (fixture->page);
  tell (link, "company", FALSE);
  tell (link, "company", TRUE);
  g_atomic_int_set (&work_blocked, FALSE);
  jl_wait_until (has_shown, page);
  g_assert_true (jl_page_is_outdated (page));
}

#define ADD(name, blocked, func) \
  g_test_add ("/gtk/page/" name, Fixture, blocked, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  jl_gtk_test_init (&argc, &argv);
  ADD ("loads-when-shown", NULL, test_loads_when_shown);
  g_test_add_func ("/gtk/page/loads-ahead", test_loads_ahead);
  ADD ("slow-load", "blocked", test_slow_load);
  ADD ("cancel", "blocked", test_cancel);
  ADD ("first-error", "blocked", test_first_error);
  ADD ("later-error-keeps-content", NULL, test_later_error_keeps_content);
  ADD ("newer-load-wins", "blocked", test_newer_load_wins);
  ADD ("hidden-page-waits", NULL, test_hidden_page_waits);
  ADD ("empty", NULL, test_empty);
  ADD ("changed-elsewhere", NULL, test_changed_elsewhere);
  ADD ("changed-out-of-sight", NULL, test_changed_out_of_sight);
  ADD ("changed-and-left", NULL, test_changed_and_left);
  ADD ("changed-while-loading", "blocked", test_changed_while_loading);
  ADD ("cancelled-is-silent", NULL, test_cancelled_is_silent);
  return g_test_run ();
}
