/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Small widgets: state mark, card, banner, layouts. */

#include "jl-banner.h"
#include "jl-card.h"
#include "jl-columns-layout.h"
#include "jl-gtk-test.h"
#include "jl-side-layout.h"
#include "jl-state-mark.h"
#include "jl-wrap-layout.h"

static void
test_state_mark_words (void)
{
  GtkWidget *mark = g_object_ref_sink (jl_state_mark_new ());
  GtkLabel  *label = jl_find_type (mark, GTK_TYPE_LABEL);

  jl_state_mark_set (JL_STATE_MARK (mark), JL_PROGRESS_SLOW, NULL);
  g_assert_cmpstr (gtk_label_get_text (label), ==, "Slow");
  jl_state_mark_set (JL_STATE_MARK (mark), JL_PROGRESS_OVERDUE, "late");
  g_assert_cmpstr (gtk_label_get_text (label), ==, "late");
  jl_state_mark_set (JL_STATE_MARK (mark), JL_PROGRESS_MET, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (label)));
  gtk_test_accessible_assert_property (jl_find_type (mark, GTK_TYPE_DRAWING_AREA),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Met");
  g_assert_finalize_object (mark);
}

static void
test_state_mark_tints (void)
{
  static const struct
  {
    JlProgress  progress;
    const char *tint;
  } cases[] = {
    { JL_PROGRESS_MET, NULL },
    { JL_PROGRESS_BACKWARD, "jl-tint-backward" },
    { JL_PROGRESS_OVERDUE, "jl-tint-overdue" },
    { JL_PROGRESS_NOT_REPORTED, "jl-tint-neutral" },
    { JL_PROGRESS_NOT_BARRED, NULL },
  };
  GtkWidget *mark = g_object_ref_sink (jl_state_mark_new ());

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) classes = NULL;

      jl_state_mark_set (JL_STATE_MARK (mark), cases[i].progress, NULL);
      classes = gtk_widget_get_css_classes (mark);
      g_assert_cmpuint (g_strv_length (classes), ==, cases[i].tint ? 1 : 0);
      if (cases[i].tint)
        g_assert_cmpstr (classes[0], ==, cases[i].tint);
    }
  g_assert_finalize_object (mark);
}

static void
count_cb (gpointer object, int *n)
{
  (*n)++;
}

static void
test_card (void)
{
  JlCard    *card = JL_CARD (jl_card_new ());
  GtkWindow *window = jl_present (GTK_WIDGET (card), 260, 120);
  int        n = 0;

  g_object_set (card, "title", "Share", "source", "Why?", "footnote",
                "on the season before <b>+3.18</b>", NULL);
  jl_card_set_figure (card, "22.25", "%");
  g_signal_connect (card, "source-activated", G_CALLBACK (count_cb), &n);
  jl_wait_ms (20);
  g_assert_cmpstr (jl_card_get_figure (card), ==, "22.25");
  g_assert_nonnull (jl_find_label (GTK_WIDGET (card), "+3.18"));
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "Share");
  g_signal_emit_by_name (jl_find_type (GTK_WIDGET (card), GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpint (n, ==, 1);
  gtk_window_destroy (window);
}

static void
test_card_popover (void)
{
  JlCard    *card = JL_CARD (jl_card_new ());
  GtkWindow *window = jl_present (GTK_WIDGET (card), 260, 120);
  GtkWidget *popover = gtk_popover_new ();

  jl_card_set_source (card, "Why?");
  gtk_widget_grab_focus (jl_find_type (GTK_WIDGET (card), GTK_TYPE_BUTTON));
  gtk_popover_set_child (GTK_POPOVER (popover), gtk_label_new ("source"));
  jl_card_show_popover (card, GTK_POPOVER (popover));
  g_assert_nonnull (jl_find_class (GTK_WIDGET (card), "jl-ring"));
  gtk_popover_popdown (GTK_POPOVER (popover));
  jl_wait_ms (50);
  g_assert_false (gtk_widget_get_visible (popover));
  g_assert_null (jl_find_class (GTK_WIDGET (card), "jl-ring"));
  gtk_window_destroy (window);
}

static void
test_banner (void)
{
  JlBanner  *banner = JL_BANNER (jl_banner_new ());
  GtkWindow *window = jl_present (GTK_WIDGET (banner), 600, 80);
  int        n = 0;

  g_signal_connect (banner, "retry", G_CALLBACK (count_cb), &n);
  g_assert_false (jl_banner_is_shown (banner));
  jl_banner_show (banner, "It failed.", "server closed the connection", TRUE);
  g_assert_true (jl_banner_is_shown (banner));
  g_assert_cmpstr (jl_banner_get_sentence (banner), ==, "It failed.");
  jl_banner_hide (banner);
  g_assert_false (jl_banner_is_shown (banner));
  gtk_window_destroy (window);
}

/* Five boxes of 40 px in columns of at least 100 px. */
static int
height_at (GtkWidget *box, int width)
{
  int minimum, natural;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return natural;
}

static void
test_columns_layout (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (box, jl_columns_layout_new (100, 10));
  for (int i = 0; i < 5; i++)
    {
      GtkWidget *child = gtk_drawing_area_new ();

      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (child), 40);
      gtk_box_append (GTK_BOX (box), child);
    }
  g_assert_cmpint (height_at (box, 600), ==, 40);
  g_assert_cmpint (height_at (box, 500), ==, 90);
  g_assert_cmpint (height_at (box, 330), ==, 90);
  g_assert_cmpint (height_at (box, 220), ==, 140);
  g_assert_cmpint (height_at (box, 100), ==, 240);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 430, 90 }, -1);
  g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_first_child (box)), ==, 136);

  /* A child that is not shown takes no place, also where it would begin a row. */
  gtk_widget_set_visible (gtk_widget_get_last_child (box), FALSE);
  g_assert_cmpint (height_at (box, 220), ==, 90);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 220, 90 }, -1);
  g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_first_child (box)), ==, 105);
  g_object_unref (box);
}

static void
test_side_layout (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *main_part = gtk_drawing_area_new ();
  GtkWidget *side = gtk_drawing_area_new ();

  gtk_widget_set_layout_manager (box, jl_side_layout_new (500, 30, 10));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (main_part), 300);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (side), 100);
  gtk_box_append (GTK_BOX (box), main_part);
  gtk_box_append (GTK_BOX (box), side);
  g_assert_cmpint (height_at (box, 600), ==, 300);
  g_assert_cmpint (height_at (box, 400), ==, 410);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 600, 300 }, -1);
  g_assert_cmpint (gtk_widget_get_width (side), ==, 180);
  g_assert_cmpint (gtk_widget_get_height (side), ==, 300);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 400, 410 }, -1);
  g_assert_cmpint (gtk_widget_get_width (side), ==, 400);
  g_assert_cmpint (gtk_widget_get_height (side), ==, 100);
  g_object_unref (box);
}

static GtkWidget *
add_wide (GtkWidget *box, int minimum, int natural)
{
  GtkWidget *child = gtk_scrolled_window_new ();
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (inside, natural, 20);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (child), inside);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (child), TRUE);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (child), minimum);
  gtk_box_append (GTK_BOX (box), child);
  return child;
}

/* It gives way only where that saves the second line. */
static void
test_wrap_layout (void)
{
  static const struct
  {
    int width, first, line;
  } cases[] = {
    { 400, 100, 0 },
    { 290, 80, 0 },
    { 250, 100, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      GtkWidget      *first = add_wide (box, 60, 100);
      GtkWidget      *last = add_wide (box, 200, 200);
      graphene_rect_t place;

      gtk_widget_set_layout_manager (box, g_object_new (JL_TYPE_WRAP_LAYOUT, "spacing", 10, "first-gives-way", TRUE, NULL));
      g_object_ref_sink (box);
      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, cases[i].width, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, cases[i].width, 200 }, -1);
      g_assert_cmpint (gtk_widget_get_width (first), ==, cases[i].first);
      g_assert_true (gtk_widget_compute_bounds (last, box, &place));
      g_assert_cmpint (place.origin.y > 0, ==, cases[i].line);
      g_object_unref (box);
    }
}

int
main (int argc, char **argv)
{
  jl_gtk_test_init (&argc, &argv);
  g_test_add_func ("/gtk/state-mark/words", test_state_mark_words);
  g_test_add_func ("/gtk/state-mark/tints", test_state_mark_tints);
  g_test_add_func ("/gtk/card/parts", test_card);
  g_test_add_func ("/gtk/card/popover", test_card_popover);
  g_test_add_func ("/gtk/banner/shows-and-hides", test_banner);
  g_test_add_func ("/gtk/columns-layout/balances", test_columns_layout);
  g_test_add_func ("/gtk/side-layout/goes-below", test_side_layout);
  g_test_add_func ("/gtk/wrap-layout/first-gives-way", test_wrap_layout);
  return g_test_run ();
}
