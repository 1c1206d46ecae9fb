/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A chart by keyboard and screen reader: marks, arrows, activation, the table twin. */

#include <math.h>

#include "jl-chart-mark.h"
#include "jl-chart-table.h"
#include "jl-chart-view.h"
#include "jl-gtk-test.h"

typedef struct
{
  JlChartView *view;
  GtkWindow   *window;
  int          activated;
} Fixture;

static void
add (JlChart    *chart,
     int         key,
     const char *label,
     const char *value_text,
     JlState     state,
     double      value,
     gboolean    passes)
{
  JlDatum datum = { .key = key,
                    .label = label,
                    .value_text = value_text,
                    .change_text = "+1.00",
                    .state = state,
                    .passes = passes,
                    .value = value,
                    .group_value = NAN,
                    .row = -1,
                    .col = -1 };

  jl_chart_add (chart, &datum);
}

static JlChart *
sample_new (void)
{
  JlChart *chart = jl_chart_new (JL_CHART_RANKING);

  jl_chart_set_title (chart, "Ranking by share");
  jl_chart_set_summary (chart, "1 of 3 units reach the limit.");
  jl_chart_set_columns (chart, "Unit", "Share", "Change");
  jl_chart_set_threshold (chart, 25, "25%");
  add (chart, 11, "Tonghua", "31.27", JL_STATE_VALUE, 31.27, TRUE);
  add (chart, 12, "Changchun", "24.996", JL_STATE_VALUE, 24.996, FALSE);
  add (chart, 13, "Baicheng", NULL, JL_STATE_NOT_REPORTED, NAN, FALSE);
  return chart;
}

static void
activated_cb (JlChartView *view, int key, Fixture *fixture)
{
  fixture->activated = key;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->view = JL_CHART_VIEW (jl_chart_view_new ());
  fixture->activated = 0;
  g_signal_connect (fixture->view, "activated", G_CALLBACK (activated_cb), fixture);
  jl_chart_view_set_chart (fixture->view, sample_new ());
  fixture->window = jl_present (GTK_WIDGET (fixture->view), 480, 240);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  JlChartView *view = g_object_ref (fixture->view);

  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (view);
}

static int
focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus && JL_IS_CHART_MARK (focus) ? jl_chart_mark_get_datum (JL_CHART_MARK (focus)) : -1;
}

static void
move (Fixture *fixture, GtkDirectionType direction)
{
  gtk_widget_child_focus (GTK_WIDGET (fixture->view), direction);
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  move (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_cmpint (focused (fixture), ==, 0);
  move (fixture, GTK_DIR_DOWN);
  g_assert_cmpint (focused (fixture), ==, 1);
  move (fixture, GTK_DIR_DOWN);
  g_assert_cmpint (focused (fixture), ==, 2);
  move (fixture, GTK_DIR_DOWN);
  g_assert_cmpint (focused (fixture), ==, 2);
  move (fixture, GTK_DIR_UP);
  g_assert_cmpint (focused (fixture), ==, 1);
  jl_picture (fixture->window, "chart-focus");
}

static void
test_tab_leaves (Fixture *fixture, gconstpointer data)
{
  move (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_cmpint (focused (fixture), ==, 0);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_FORWARD));
}

static void
test_enter_activates (Fixture *fixture, gconstpointer data)
{
  move (fixture, GTK_DIR_TAB_FORWARD);
  move (fixture, GTK_DIR_DOWN);
  g_assert_true (
      gtk_widget_activate_action (gtk_window_get_focus (fixture->window), "mark.activate", NULL));
  g_assert_cmpint (fixture->activated, ==, 12);
}

static void
assert_label (gpointer widget, const char *label)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_speaks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *mark = jl_find_type (GTK_WIDGET (fixture->view), JL_TYPE_CHART_MARK);

  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_IMG);
  assert_label (fixture->view, "Ranking by share");
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "1 of 3 units reach the limit.");
  g_assert_cmpuint (jl_count_type (GTK_WIDGET (fixture->view), JL_TYPE_CHART_MARK), ==, 3);
  assert_label (mark, "Tonghua Share 31.27 Change +1.00 · Met");
}

static void
test_describes_states (Fixture *fixture, gconstpointer data)
{
  JlChart         *chart = jl_chart_view_get_chart (fixture->view);
  g_autofree char *under = jl_chart_mark_describe (chart, 1);
  g_autofree char *silent = jl_chart_mark_describe (chart, 2);

  g_assert_cmpstr (under, ==, "Changchun\nShare 24.996\nChange +1.00 · Not met");
  g_assert_cmpstr (silent, ==, "Baicheng\nShare Not reported\nChange +1.00");
}

/* A unit that the limit does not apply to has a value and no verdict. */
static void
test_describes_without_verdict (void)
{
  g_autoptr (JlChart) chart = sample_new ();
  g_autofree char *text = NULL;

  jl_chart_add (chart, &(JlDatum){ .label = "Yanbian", .value_text = "31.00", .value = 31, .unjudged = TRUE });
  text = jl_chart_mark_describe (chart, 3);
  g_assert_cmpstr (text, ==, "Yanbian\nShare 31.00");
}

static void
test_table_twin (Fixture *fixture, gconstpointer data)
{
  JlChartTable *table;

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.toggle-table", NULL));
  table = jl_find_type (GTK_WIDGET (fixture->view), JL_TYPE_CHART_TABLE);
  g_assert_nonnull (table);
  g_assert_cmpuint (jl_chart_table_n_rows (table), ==, 3);
  jl_wait_ms (50);
  g_assert_nonnull (jl_find_label (GTK_WIDGET (table), "24.996"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (table), "Not reported"));
  jl_picture (fixture->window, "chart-table");
  jl_chart_view_set_chart (fixture->view, sample_new ());
  g_assert_true (jl_chart_view_shows_table (fixture->view));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.toggle-table", NULL);
  g_assert_null (jl_find_type (GTK_WIDGET (fixture->view), JL_TYPE_CHART_TABLE));
  move (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_cmpint (focused (fixture), ==, 0);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  jl_chart_view_set_chart (fixture->view, NULL);
  jl_wait_ms (20);
  g_assert_null (jl_chart_view_get_chart (fixture->view));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_FORWARD));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.toggle-table", NULL);
  g_assert_false (jl_chart_view_shows_table (fixture->view));
}

#define ADD(name, func) g_test_add ("/gtk/chart-view/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  jl_gtk_test_init (&argc, &argv);
  ADD ("arrows", test_arrows);
  ADD ("tab-leaves", test_tab_leaves);
  ADD ("enter-activates", test_enter_activates);
  ADD ("speaks", test_speaks);
  ADD ("describes-states", test_describes_states);
  g_test_add_func ("/gtk/chart-view/describes-without-verdict", test_describes_without_verdict);
  ADD ("table-twin", test_table_twin);
  ADD ("empty", test_empty);
  return g_test_run ();
}
