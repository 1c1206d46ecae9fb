/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The page of a unit: what stands on cards, chips and in the source of a figure. No server: the page has no link, so its work
 * runs without a session, and the tests give it their own. */

#include "jl-answers.h"
#include "jl-city-charts.h"
#include "jl-city-page.h"
#include "jl-city-task.h"
#include "jl-gtk-test.h"
#include "jl-task-card.h"
#include "jl-verdict-bar.h"
#include "jl-why-lines.h"
#include "jl-why-popover.h"

static void
collect_labels (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "[%s]", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_labels (child, text);
}

/* Everything that stands on a widget, each label in brackets. */
static char *
labels_of (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  collect_labels (widget, text);
  return g_string_free (text, FALSE);
}

static void
assert_says (GtkWidget *widget, const char *expected)
{
  g_autofree char *text = labels_of (widget);

  if (g_strstr_len (text, -1, expected) == NULL)
    g_error ("\"%s\" is not in %s", expected, text);
}

static GtkWidget *
make_card (guint task, int unit_id)
{
  JlCity    *city = jl_answer_city (unit_id);
  GtkWidget *card = g_object_ref_sink (jl_task_card_new (&jl_city_tasks[task]));

  jl_task_card_show (JL_TASK_CARD (card), city->figures, unit_id);
  jl_city_free (city);
  return card;
}

static void
test_share_never_rounds_to_the_threshold (void)
{
  g_autoptr (GtkWidget) card = make_card (0, 1);

  assert_says (card, "[24.996]");
  assert_says (card, "[Not met]");
  assert_says (card, "[+3.63 points on the season before]");
}

static void
test_not_reported_is_a_word (void)
{
  g_autoptr (GtkWidget) card = make_card (0, 3);

  assert_says (card, "[Not reported]");
  assert_says (card, "[The return has not arrived]");
}

static void
test_price_policy_is_a_day (void)
{
  g_autoptr (GtkWidget) issued = make_card (1, 1);
  g_autoptr (GtkWidget) late = make_card (1, 3);

  assert_says (issued, "[2010-10-14]");
  assert_says (issued, "[Issued 12 days before the season]");
  assert_says (late, "[Not issued]");
  assert_says (late, "[798 days overdue]");
}

static void
test_the_worse_of_two_is_large (void)
{
  g_autoptr (GtkWidget) card = make_card (3, 1);

  assert_says (card, "[81.20]");
  assert_says (card, "[Offices 100.00%　Other public 81.20%]");
  assert_says (card, "[III(3) To strive for due 2011-12-31]");
}

static void
test_expected_is_said (void)
{
  g_autoptr (GtkWidget) card = make_card (4, 1);

  assert_says (card, "[58.31]");
  assert_says (card, "[▼ Should be done by now 56.40%]");
}

static void
test_awards_of_one_verdict_share_a_chip (void)
{
  JlCity *city = jl_answer_city (1);
  g_autoptr (GtkWidget) bar = g_object_ref_sink (jl_verdict_bar_new ());
  guint n = 0;

  jl_verdict_bar_show (JL_VERDICT_BAR (bar), city->awards);
  for (GtkWidget *chip = gtk_widget_get_first_child (bar); chip; chip = gtk_widget_get_next_sibling (chip))
    n++;
  g_assert_cmpuint (n, ==, 3);
  assert_says (gtk_widget_get_first_child (bar), "[Barred from applying][3 awards: 占比24.996%，低于25%, 五（二）3]");
  assert_says (gtk_widget_get_last_child (bar), "[Not barred by this clause]");
  jl_city_free (city);
}

static void
test_trend_ends_with_the_year (void)
{
  JlCity *city = jl_answer_city (1);
  g_autoptr (JlChart) chart = jl_city_trend_chart (city);

  g_assert_cmpuint (jl_chart_n_data (chart), ==, 4);
  g_assert_cmpstr (jl_chart_datum (chart, 3)->label, ==, "2012");
  g_assert_cmpstr (jl_chart_datum (chart, 3)->value_text, ==, "24.996");
  g_assert_cmpstr (jl_chart_datum (chart, 3)->change_text, ==, "22.25");
  g_assert_false (jl_chart_datum (chart, 3)->passes);
  g_assert_cmpint (jl_chart_datum (chart, 0)->state, ==, JL_STATE_MISSING);
  jl_city_free (city);
}

static void
test_the_test_is_exact (void)
{
  g_autoptr (JlResult) why = jl_answer_why ();
  g_autofree char *test = jl_why_test (why);
  g_autofree char *result = jl_why_result (why, "metered_share");

  g_assert_cmpstr (test, ==, "31,210,800.00×100 ＜ 25×124,863,000.00");
  g_assert_cmpstr (result, ==, "24.996%");
}

static void
test_source_of_a_figure (void)
{
  const JlWhyKey key = { 2012, 1, "metered_share" };

  g_autoptr (JlResult) why = jl_answer_why ();
  g_autoptr (GtkWidget) popover = g_object_ref_sink (jl_why_popover_new (&key));

  GtkWidget *content = gtk_popover_get_child (GTK_POPOVER (popover));

  jl_why_popover_show (JL_WHY_POPOVER (popover), why);
  assert_says (content, "[Numerator][3,121.08 10,000 m²]");
  assert_says (content, "[Clause][五（二）3, from 2010-07-23]");
  assert_says (content, "[Building ledger, 8,412 buildings ›]");
  assert_says (content, "[Show the records]");
}

/* The place may be gone before the popover: the window closes, or the page shows another answer. */
static void
test_source_goes_with_its_place (void)
{
  const JlWhyKey key = { 2012, 1, "metered_share" };
  g_autoptr (JlPool) pool = jl_pool_new ("host=/nonexistent", NULL, NULL, 1);
  g_autoptr (JlLink) link = jl_link_new (pool, g_new0 (JlDesk, 1));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label ("focus");
  GtkWidget *card = jl_task_card_new (&jl_city_tasks[0]);
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), card);
  window = jl_present (box, 400, 300);
  gtk_widget_grab_focus (button);
  jl_why_popover_open (card, link, &key);
  g_object_add_weak_pointer (G_OBJECT (card), (gpointer *) &card);
  gtk_window_destroy (window);
  g_assert_null (card);
}

static gpointer
make_city (JlSession *session, gpointer data, GError **error)
{
  return jl_answer_city (1);
}

static void
reload_from_answers (JlPage *page)
{
  jl_page_load (page, JL_WORK_READ, make_city, NULL, NULL, (GDestroyNotify) jl_city_free);
}

static gboolean
is_loaded (gpointer page)
{
  return jl_page_is_loaded (page);
}

static void
test_page (void)
{
  GtkWidget *page = jl_city_page_new ();
  GtkWindow *window;

  JL_PAGE_GET_CLASS (page)->reload = reload_from_answers;
  JL_PAGE_GET_CLASS (page)->without_link = TRUE;
  jl_page_set_year (JL_PAGE (page), 2012);
  window = jl_present (page, 1232, 853);
  jl_wait_until (is_loaded, page);
  g_assert_cmpint (jl_page_get_unit (JL_PAGE (page)), ==, 1);
  assert_says (page, "[长春市]");
  assert_says (page, "[220100　Prefecture-level cities　urban districts]");
  assert_says (page, "[no. 2 of 2, Prefecture-level cities]");
  assert_says (page, "[1,230.5]");
  jl_picture (window, "city");

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (window);
  g_assert_null (page);
}

int
main (int argc, char *argv[])
{
  jl_gtk_test_init (&argc, &argv);
  g_test_add_func ("/gtk/city/share-never-rounds-to-the-threshold", test_share_never_rounds_to_the_threshold);
  g_test_add_func ("/gtk/city/not-reported-is-a-word", test_not_reported_is_a_word);
  g_test_add_func ("/gtk/city/price-policy-is-a-day", test_price_policy_is_a_day);
  g_test_add_func ("/gtk/city/the-worse-of-two-is-large", test_the_worse_of_two_is_large);
  g_test_add_func ("/gtk/city/expected-is-said", test_expected_is_said);
  g_test_add_func ("/gtk/city/awards-of-one-verdict-share-a-chip", test_awards_of_one_verdict_share_a_chip);
  g_test_add_func ("/gtk/city/trend-ends-with-the-year", test_trend_ends_with_the_year);
  g_test_add_func ("/gtk/city/the-test-is-exact", test_the_test_is_exact);
  g_test_add_func ("/gtk/city/source-of-a-figure", test_source_of_a_figure);
  g_test_add_func ("/gtk/city/source-goes-with-its-place", test_source_goes_with_its_place);
  g_test_add_func ("/gtk/city/page", test_page);
  return g_test_run ();
}
