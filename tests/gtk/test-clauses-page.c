/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 各条款指标 without a database: what rows say, what is left of them, the source pane with its parts, keys. */

#include "jl-answers.h"
#include "jl-clause-row.h"
#include "jl-clause-source.h"
#include "jl-clauses-export.h"
#include "jl-clauses-page.h"
#include "jl-gtk-test.h"
#include "jl-test-file.h"

static JlResult *
make_figures (void)
{
  return jl_answer_new ("indicator|clause_id|clause|label|measure|value_text|value_unit|state|progress|missing_n|register|group_num|group_den|basis|rule_value\n"
                        "new_installed|C-NEW|四（一）|Installed|share|62.50|%|value|not_met|2|new_project|1|2|Installed ÷ projects|~\n"
                        "new_projects|C-NEW|四（一）|Projects|count|8|个|value|~|0|new_project|~|~|All projects|~\n"
                        "fund_gap|C-FUND|三（三）|Gap|money|-3.20|万元|value|met|0|fund|~|~|What is lacking|~\n"
                        "energy_heat|C-ENERGY|四（七）|Heat|energy_heat|~|GJ/㎡|missing|missing|5|energy_use|~|~|Heat ÷ area|~\n");
}

static JlResult *
make_why (const char *parts)
{
  g_autofree char *text = g_strconcat ("numerator|denominator|numerator_kind|denominator_kind|counted|value_text|value_unit|basis|clause|rule_value|records_n|register|"
                                       "filed_on|cutoff\n",
                                       parts, strchr (parts, '%') ? "" : "|62.50|%", "|What|四（一）|90|12|new_project|~|2012-12-31\n", NULL);

  return jl_answer_new (text);
}

static GtkWindow *
open_page (JlClausesPage **page)
{
  g_autoptr (JlResult) figures = make_figures ();
  GtkWindow *window;

  *page = JL_CLAUSES_PAGE (jl_clauses_page_new ());
  window = jl_present (GTK_WIDGET (*page), 1200, 700);
  jl_clauses_page_set_figures (*page, figures);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

static GtkListBox *
list_of (JlClausesPage *page)
{
  return GTK_LIST_BOX (gtk_widget_get_ancestor (jl_find_label (GTK_WIDGET (page), "Installed"), GTK_TYPE_LIST_BOX));
}

static void
test_rows (void)
{
  g_autoptr (JlResult) figures = make_figures ();
  g_autofree char *share = jl_clause_row_text (figures, 0);
  g_autofree char *money = jl_clause_row_text (figures, 2);
  g_autofree char *missing = jl_clause_value_text (figures, 3);

  g_assert_cmpstr (share, ==, "四（一）\tInstalled\t62.50%\t50.00%\tNot met");
  g_assert_true (g_str_has_prefix (money, "三（三）\tGap\t−3.20 万元\t\t"));
  g_assert_cmpstr (missing, ==, "Missing");
  g_assert_true (jl_clause_is_unmet (figures, 0));
  g_assert_false (jl_clause_is_unmet (figures, 1));
  g_assert_false (jl_clause_is_unmet (figures, 2));
  g_assert_false (jl_clause_is_unmet (figures, 3));
}

/* The parts of a figure stand under it and do not say again what it has said. */
static void
test_rows_of_parts (void)
{
  JlClausesPage *page;
  GtkWindow     *window = open_page (&page);
  g_autoptr (JlResult) figures =
      jl_answer_new ("indicator|clause_id|clause|label|measure|value_text|value_unit|state|progress|missing_n|register|group_num|group_den|basis|rule_value\n"
                     "open|C-VOICE|四（七）|Open|count|12345|件|value|~|0|complaint|~|~|At the day|~\n"
                     "open_a|C-VOICE|四（七）|Open：Rooms|count|7|件|value|~|0|complaint|~|~|At the day|~\n"
                     "open_b|C-VOICE|四（七）|Open：Bills|count|0|件|value|~|0|complaint|~|~|Of bills|~\n"
                     "year|C-PLAN|三（四）|Other：Year|year|2017|年|value|met|0|five_year_plan|~|~|At this pace|~\n");

  jl_clauses_page_set_figures (page, figures);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (page), "12,345 件"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (page), "　Rooms"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (page), "　Bills"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (page), "Of bills"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (page), "Other：Year"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (page), "2017 年"));
  gtk_window_destroy (window);
}

static void
test_unmet_alone (void)
{
  JlClausesPage *page;
  GtkWindow     *window = open_page (&page);
  GtkWidget     *unmet = gtk_widget_get_ancestor (jl_find_label (GTK_WIDGET (page), "Unmet only"), GTK_TYPE_TOGGLE_BUTTON);

  g_assert_nonnull (jl_find_label (GTK_WIDGET (page), "Projects"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (unmet), TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (page), "Installed"));
  g_assert_null (jl_find_label (GTK_WIDGET (page), "Projects"));
  gtk_window_destroy (window);
}

static void
assert_part (const char *parts, const char *part, const char *expected)
{
  g_autoptr (JlResult) why = make_why (parts);
  g_autofree char *text = jl_clause_source_part (why, part);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parts (void)
{
  assert_part ("3121080000|10000000000|area|area|~", "numerator", "3,121.08 10,000 m²");
  assert_part ("3121080000|10000000000|area|area|~", "denominator", "10,000.00 10,000 m²");
  assert_part ("1234|0|area|area|~", "numerator", "0.001234 10,000 m²");
  assert_part ("1234|0|area|area|~", "denominator", "0 10,000 m²");
  assert_part ("250000000|~|money|money|~", "numerator", "250.00 10,000 yuan");
  assert_part ("250000000|~|money|money|~", "denominator", NULL);
  assert_part ("1136376000|247000000|heat|area|~", "numerator", "113,637.6 GJ");
  assert_part ("407400|408500|price|price|~", "denominator", "40.85 yuan/GJ");
  assert_part ("1234|1500|count|count|项", "denominator", "1,500 项");
  assert_part ("7|0|~|~|~", "numerator", NULL);
  /* Near its limit a share is borne out to the last dm². */
  assert_part ("849999|3400000|area|area|~|24.99997|%", "numerator", "0.849999 10,000 m²");
  assert_part ("849999|3400000|area|area|~|24.99997|%", "denominator", "3.40 10,000 m²");
  assert_part ("849999|3400000|area|area|~|25.00|%", "numerator", "0.85 10,000 m²");
}

static void
test_source (void)
{
  JlClausesPage *page;
  GtkWindow     *window = open_page (&page);
  GtkListBox    *list = list_of (page);
  GtkWidget     *source = jl_pair_list_new ();
  g_autoptr (JlResult) why = make_why ("3|4|count|count|项");

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (page), "Records without figures"));
  gtk_window_destroy (window);

  jl_clause_source_show (JL_PAIR_LIST (source), why, "75.00%");
  window = jl_present (source, 400, 400);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (jl_find_label (source, "3 项"));
  g_assert_nonnull (jl_find_label (source, "4 项"));
  g_assert_nonnull (jl_find_label (source, "75.00%"));
  g_assert_nonnull (jl_find_label (source, "New-building projects, 12 items"));
  jl_picture (window, "clause-source");
  gtk_window_destroy (window);
}

static char *export(gboolean unmet)
{
  g_autoptr (JlResult) figures = make_figures ();
  g_autoptr (JlTestFile) path = jl_test_file_new ("figures.csv");
  const JlClausesExport what = { "City", "2012", unmet, TRUE };
  char                 *written = NULL;

  g_assert_true (jl_clauses_export_write (&what, figures, path, NULL));
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  return written;
}

static void
test_export (void)
{
  const JlClausesExport what = { "City", "2012", FALSE, FALSE };
  g_autofree char      *all = export(FALSE);
  g_autofree char      *unmet = export(TRUE);
  g_autofree char      *name = jl_clauses_export_file_name (&what, ".xlsx");

  g_assert_nonnull (strstr (all, "四（一）,Installed,62.50,%,Not met,,2\r\n"));
  g_assert_nonnull (strstr (all, "三（三）,Gap,-3.20,万元,Met,,0\r\n"));
  g_assert_nonnull (strstr (all, "四（七）,Heat,,GJ/㎡,Missing,,5\r\n"));
  g_assert_nonnull (strstr (unmet, "Installed"));
  g_assert_null (strstr (unmet, "Gap"));
  g_assert_cmpstr (name, ==, "Figures of the clauses-City-2012.xlsx");
}

static void
test_freed (void)
{
  JlClausesPage *page;
  GtkWindow     *window = open_page (&page);

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (window);
  g_assert_null (page);
}

int
main (int argc, char *argv[])
{
  jl_gtk_test_init (&argc, &argv);
  g_test_add_func ("/gtk/clauses/rows", test_rows);
  g_test_add_func ("/gtk/clauses/rows-of-parts", test_rows_of_parts);
  g_test_add_func ("/gtk/clauses/unmet-alone", test_unmet_alone);
  g_test_add_func ("/gtk/clauses/parts", test_parts);
  g_test_add_func ("/gtk/clauses/source", test_source);
  g_test_add_func ("/gtk/clauses/export", test_export);
  g_test_add_func ("/gtk/clauses/freed", test_freed);
  return g_test_run ();
}
