/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The overview on invented figures, without a database: what its parts say and where its rows lead.
 */

#include "jl-answers.h"
#include "jl-attention-list.h"
#include "jl-card.h"
#include "jl-chart-view.h"
#include "jl-gtk-test.h"
#include "jl-overview-charts.h"
#include "jl-overview-page.h"
#include "jl-task-matrix.h"

#define UNIT_COLUMNS "unit_id|code|name|short_name|grp|place_order|tile_row|tile_col|parent_id|tile_name|sound\n"
#define FIGURE_COLUMNS                                                                                      \
  "unit_id|indicator|numerator|denominator|state|missing_n|previous_num|previous_den|strength|due_on|goal|" \
  "expected|progress|done_on|rank|rank_of|rule_id|rule_value|threshold|rule_text\n"
#define PROVINCE_COLUMNS                                                                                       \
  "figure|numerator|denominator|previous_num|previous_den|state|missing_n|unreported_n|trend_years|trend_num|" \
  "trend_den|clause|basis|rule_id|threshold\n"
#define ATTENTION_COLUMNS \
  "unit_id|attention|indicator|clause|attention_days|numerator|denominator|previous_num|previous_den\n"

static const char units[] = UNIT_COLUMNS "1|220100|Changchun|Changchun|prefecture|1|1|2|~|~|~\n"
                                         "2|220500|Tonghua|Tonghua|prefecture|5|3|2|~|~|~\n"
                                         "3|220600|Baishan|Baishan|prefecture|6|3|3|~|~|~\n"
                                         "4|220122|Nongan|Nongan|county|11|~|~|1|~|~\n"
                                         "5|220521|Liuhe|Liuhe|county|12|~|~|2|~|~\n";

#define SHARE "|~|~|25|Metered ÷ heated, V(2)3\n"

static JlResult *
figures_new (void)
{
  GString  *rows = g_string_new (FIGURE_COLUMNS);
  JlResult *result;

  g_string_append (rows,
                   "1|metered_share|24996|100000|value|0|21366|100000|~|~|~|~|not_met|~|2|3" SHARE);
  g_string_append (rows,
                   "2|metered_share|31270|100000|value|0|26050|100000|~|~|~|~|met|~|1|3" SHARE);
  g_string_append (rows, "3|metered_share|~|~|not_reported|4|~|~|~|~|~|~|not_reported|~|0|3" SHARE);
  g_string_append (rows, "4|metered_share|5|10|value|0|~|~|~|~|~|~|met|~|1|2" SHARE);
  g_string_append (rows, "5|metered_share|~|~|missing|1|~|~|~|~|~|~|missing|~|0|2" SHARE);
  g_string_append (
      rows, "1|price_policy|0|~|value|0|~|~|must|2010-10-20|~|~|met|2010-10-14|~|~|~|~|-1|~\n");
  g_string_append (
      rows, "3|price_policy|798|~|missing|0|~|~|must|2010-10-20|~|~|overdue|~|~|~|~|~|-1|~\n");
  g_string_append (
      rows, "1|office_done|80|100|value|0|~|~|strive|2011-12-31|~|~|on_pace|~|~|~|~|~|-1|~\n");
  g_string_append (
      rows,
      "1|public_done|64|100|value|0|~|~|strive|2011-12-31|~|~|strive_missed|~|~|~|~|~|-1|~\n");
  result = jl_answer_new (rows->str);
  g_string_free (rows, TRUE);
  return result;
}

static JlOverview *
overview_new (void)
{
  JlOverview *self = g_new0 (JlOverview, 1);
  g_autoptr (JlResult) unit_rows = jl_answer_new (units);
  g_autoptr (JlResult) figure_rows = figures_new ();

  self->year = 2012;
  self->figures = jl_figures_new (unit_rows, figure_rows);
  self->province = jl_answer_new (
      PROVINCE_COLUMNS
      "metered_share|2225|10000|1907|10000|value|0|0|{2010,2011,2012}|{1500,1907,2225}|{10000,10000,10000}|V(2)3|Metered ÷ heated|1|25\n"
      "metered_area|9777150000|~|8249790000|~|value|0|0|{2011,2012}|{8249790000,9777150000}|{}|V(2)3|As counted|~|~\n"
      "fitted_unbilled|~|~|~|~|missing|9|0|{}|{}|{}|V(2)3|As counted|~|~\n"
      "new_fitted|9346|10000|9139|10000|value|0|0|{2011,2012}|{9139,9346}|{10000,10000}|V(2)3|As counted|~|~\n"
      "units_passing|14|49|9|49|value|0|3|{2011,2012}|{9,14}|{49,49}|V(2)3|As counted|~|~\n");
  self->attention =
      jl_answer_new (ATTENTION_COLUMNS "3|overdue|price_policy|III(1)|798|~|~|~|~\n"
                                       "2|backward|metered_share|V(2)3|~|12|100|13|100\n"
                                       "1|missed|public_done|III(3)|~|64|100|~|~\n"
                                       "3|not_reported|metered_share|V(2)3|6|~|~|~|~\n");
  return self;
}

typedef struct
{
  JlOverviewPage *page;
  GtkWindow      *window;
  int             opened;
} Fixture;

static void
open_unit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ((Fixture *) user_data)->opened = g_variant_get_int32 (parameter);
}

static gpointer
work (JlSession *session, gpointer data, GError **error)
{
  return overview_new ();
}

static void
free_product (gpointer product)
{
  jl_overview_free (product);
}

static void
reload (JlPage *page)
{
  jl_page_load (page, JL_WORK_READ, work, NULL, NULL, free_product);
}

static gboolean
is_loaded (gpointer page)
{
  return jl_page_is_loaded (page);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const GActionEntry entries[] = { { "open-unit", open_unit, "i" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->page = JL_OVERVIEW_PAGE (jl_overview_page_new ());
  JL_PAGE_GET_CLASS (fixture->page)->reload = reload;
  JL_PAGE_GET_CLASS (fixture->page)->without_link = TRUE;
  fixture->window = jl_present (GTK_WIDGET (fixture->page), 1232, 820);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (group));
  jl_wait_until (is_loaded, fixture->page);
  jl_wait_ms (50);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  JlOverviewPage *page = g_object_ref (fixture->page);

  gtk_window_destroy (fixture->window);
  jl_wait_ms (20);
  g_assert_finalize_object (page);
}

static void
assert_says (Fixture *fixture, const char *text)
{
  if (jl_find_label (GTK_WIDGET (fixture->page), text) == NULL)
    g_error ("the page does not say “%s”", text);
}

static void
test_cards (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "22.25", "+3.18 percentage points",
                                       "9,777.15", "+1,527.36",
                                       "93.46", "14",
                                       "/ 49 units", "3 not reported" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_says (fixture, texts[i]);
  g_assert_cmpuint (jl_count_type (GTK_WIDGET (fixture->page), JL_TYPE_CARD), ==, 5);
  jl_picture (fixture->window, "overview");
}

static void
test_matrix (Fixture *fixture, gconstpointer data)
{
  GtkWidget *matrix = jl_find_type (GTK_WIDGET (fixture->page), JL_TYPE_TASK_MATRIX);

  g_assert_nonnull (jl_find_label (matrix, "2010-10-14"));
  g_assert_nonnull (jl_find_label (matrix, "Not issued"));
  g_assert_nonnull (jl_find_label (matrix, "64.00%"));
  g_assert_null (jl_find_label (matrix, "80.00%"));
  g_assert_null (jl_find_label (matrix, "Nongan"));
}

static GtkListBoxRow *
row_at (Fixture *fixture, GType list, int index)
{
  GtkWidget *box =
      jl_find_type (jl_find_type (GTK_WIDGET (fixture->page), list), GTK_TYPE_LIST_BOX);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), index);
}

static void
activate_row (GtkListBoxRow *row)
{
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
}

static void
test_rows_open_units (Fixture *fixture, gconstpointer data)
{
  activate_row (row_at (fixture, JL_TYPE_TASK_MATRIX, 1));
  g_assert_cmpint (fixture->opened, ==, 2);
  activate_row (row_at (fixture, JL_TYPE_ATTENTION_LIST, 1));
  g_assert_cmpint (fixture->opened, ==, 3);
}

static void
test_charts_open_units (Fixture *fixture, gconstpointer data)
{
  GtkWidget *map = jl_find_class (GTK_WIDGET (fixture->page), "jl-map");

  g_assert_cmpint (jl_chart_get_kind (jl_chart_view_get_chart (JL_CHART_VIEW (map))), ==,
                   JL_CHART_TILE_MAP);
  g_signal_emit_by_name (map, "activated", 3);
  g_assert_cmpint (fixture->opened, ==, 3);
}

static void
test_attention (Fixture *fixture, gconstpointer data)
{
  JlAttentionList *list = jl_find_type (GTK_WIDGET (fixture->page), JL_TYPE_ATTENTION_LIST);

  g_assert_cmpuint (jl_attention_list_n_rows (list), ==, 4);
  g_assert_nonnull (jl_find_label (GTK_WIDGET (list), "overdue by 798 days"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (list), "−1.00 percentage points"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (list), "late by 6 days"));
}

/* The first three of a group; all of them when they are asked for. */
static void
test_attention_all (Fixture *fixture, gconstpointer data)
{
  JlAttentionList *list = jl_find_type (GTK_WIDGET (fixture->page), JL_TYPE_ATTENTION_LIST);
  GString         *text = g_string_new (ATTENTION_COLUMNS);
  JlOverview      *overview = overview_new ();
  g_autoptr (JlResult) rows = NULL;

  for (guint i = 0; i < 5; i++)
    g_string_append (text, "3|overdue|price_policy|III(1)|798|~|~|~|~\n");
  rows = jl_answer_new (text->str);
  g_string_free (text, TRUE);
  jl_attention_list_fill (list, rows, NULL, overview->figures);
  g_assert_cmpuint (jl_attention_list_n_rows (list), ==, 3);
  g_signal_emit_by_name (jl_find_type (GTK_WIDGET (list), GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpuint (jl_attention_list_n_rows (list), ==, 5);
  jl_overview_free (overview);
}

static void
test_county_level (Fixture *fixture, gconstpointer data)
{
  GtkWidget *counties = jl_find_class (GTK_WIDGET (fixture->page), "jl-counties");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (counties), TRUE);
  jl_wait_ms (50);
  assert_says (fixture, "Nongan");
  assert_says (fixture, "County level 2");
}

static void
test_ranking_order (void)
{
  JlOverview *overview = overview_new ();
  g_autoptr (JlChart) chart = jl_overview_ranking_new (overview->figures, "prefecture");

  g_assert_cmpuint (jl_chart_n_data (chart), ==, 3);
  g_assert_cmpint (jl_chart_datum (chart, 0)->key, ==, 2);
  g_assert_true (jl_chart_datum (chart, 0)->passes);
  g_assert_cmpint (jl_chart_datum (chart, 1)->key, ==, 1);
  g_assert_cmpstr (jl_chart_datum (chart, 1)->value_text, ==, "24.996");
  g_assert_false (jl_chart_datum (chart, 1)->passes);
  g_assert_cmpint (jl_chart_datum (chart, 2)->state, ==, JL_STATE_NOT_REPORTED);
  g_assert_cmpstr (jl_chart_get_summary (chart), ==, "1 of 3 units reach the limit.");
  jl_overview_free (overview);
}

#define ADD(name, func) g_test_add ("/gtk/overview/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  jl_gtk_test_init (&argc, &argv);
  ADD ("cards", test_cards);
  ADD ("matrix", test_matrix);
  ADD ("rows-open-units", test_rows_open_units);
  ADD ("charts-open-units", test_charts_open_units);
  ADD ("attention", test_attention);
  ADD ("attention-all", test_attention_all);
  ADD ("county-level", test_county_level);
  g_test_add_func ("/gtk/overview/ranking-order", test_ranking_order);
  return g_test_run ();
}
