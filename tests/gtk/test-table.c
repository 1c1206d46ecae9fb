/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Tables: what cells say, that head, rows and totals stand under each other, what clicks ask for, that rows may come late. */

#include "jl-answers.h"
#include "jl-gtk-test.h"
#include "jl-result-private.h"
#include "jl-table-move.h"
#include "jl-table.h"

static char *
format_hundredths (const char *raw)
{
  return g_strdup_printf ("%s/100", raw);
}

static const JlColumn columns[] = {
  { "code", "Code", NULL, NULL, 10, JL_COLUMN_SORTABLE },
  { "name", "Name", NULL, NULL, 10, JL_COLUMN_EXPAND },
  { "area", "Area", "(m²)", format_hundredths, 8, JL_COLUMN_NUMBER | JL_COLUMN_SORTABLE | JL_COLUMN_TOTAL },
  { "note", "Note", NULL, NULL, 6, JL_COLUMN_WORDS },
};

static JlResult *
make_answer (void)
{
  return jl_answer_new ("code|name|area|note\n"
                        "a|First|1200|x\n"
                        "b|Second|~|~\n"
                        "c|Third|0|z\n");
}

static GListModel *
make_rows (void)
{
  g_autoptr (JlResult) answer = make_answer ();

  return jl_result_as_list (answer);
}

static GtkWindow *
open_table (JlTable **table, GListModel *rows)
{
  GtkWindow *window;

  *table = JL_TABLE (jl_table_new ());
  jl_table_set_columns (*table, columns, G_N_ELEMENTS (columns));
  jl_table_set_rows (*table, rows);
  window = jl_present (GTK_WIDGET (*table), 700, 300);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

/* The first shown label that says exactly this. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

/* Where the text ends, whatever padding its label has. */
static double
right_edge (JlTable *table, const char *text)
{
  GtkWidget       *label = find_label (GTK_WIDGET (table), text);
  graphene_point_t end = GRAPHENE_POINT_INIT_ZERO;
  graphene_point_t place;
  int              x, width;

  g_assert_nonnull (label);
  gtk_label_get_layout_offsets (GTK_LABEL (label), &x, NULL);
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), &width, NULL);
  end.x = (float) (x + width);
  g_assert_true (gtk_widget_compute_point (label, GTK_WIDGET (table), &end, &place));
  return place.x;
}

static void
test_text (void)
{
  g_autofree char *number = jl_column_text (&columns[2], "1200");
  g_autofree char *missing = jl_column_text (&columns[2], NULL);
  g_autofree char *zero = jl_column_text (&columns[2], "0");

  g_assert_cmpstr (number, ==, "1200/100");
  g_assert_cmpstr (missing, ==, "—");
  g_assert_cmpstr (zero, ==, "0/100");
}

static void
test_numbers_stand_under_each_other (void)
{
  g_autoptr (GListModel) rows = make_rows ();
  JlTable   *table;
  GtkWindow *window = open_table (&table, rows);

  jl_table_set_total_words (table, "Total", "", "");
  jl_table_set_total (table, "area", "1200", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpfloat_with_epsilon (right_edge (table, "1200/100"), right_edge (table, "1200"), 1);
  g_assert_cmpfloat_with_epsilon (right_edge (table, "1200/100"), right_edge (table, "(m²)"), 1);

  jl_table_set_total (table, "area", "1,234,567,890,123,456.00", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpfloat_with_epsilon (right_edge (table, "1200/100"), right_edge (table, "1,234,567,890,123,456.00"), 1);
  gtk_window_destroy (window);
}

static void
test_hidden_column (void)
{
  g_autoptr (GListModel) rows = make_rows ();
  JlTable   *table;
  GtkWindow *window = open_table (&table, rows);

  g_assert_nonnull (find_label (GTK_WIDGET (table), "Note"));
  jl_table_set_column_visible (table, "note", FALSE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_null (find_label (GTK_WIDGET (table), "Note"));
  g_assert_cmpfloat_with_epsilon (right_edge (table, "1200/100"), right_edge (table, "(m²)"), 1);
  gtk_window_destroy (window);
}

static void
count_cb (JlTable *table, guint *n)
{
  (*n)++;
}

static void
click_head (JlTable *table, const char *title)
{
  GtkWidget *label = find_label (GTK_WIDGET (table), title);

  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

static void
test_order_is_asked_for (void)
{
  g_autoptr (GListModel) rows = make_rows ();
  JlTable   *table;
  GtkWindow *window = open_table (&table, rows);
  gboolean   descending = TRUE;
  guint      n = 0;

  g_signal_connect (table, "order-changed", G_CALLBACK (count_cb), &n);
  click_head (table, "Area");
  g_assert_cmpstr (jl_table_get_order (table, &descending), ==, "area");
  g_assert_false (descending);
  click_head (table, "Area");
  g_assert_cmpstr (jl_table_get_order (table, &descending), ==, "area");
  g_assert_true (descending);
  click_head (table, "Code");
  g_assert_cmpstr (jl_table_get_order (table, &descending), ==, "code");
  g_assert_false (descending);
  g_assert_cmpuint (n, ==, 3);
  gtk_window_destroy (window);
}

static void
test_selection (void)
{
  g_autoptr (GListModel) rows = make_rows ();
  JlTable   *table;
  GtkWindow *window = open_table (&table, rows);
  guint      n = 0;

  g_signal_connect (table, "selection-changed", G_CALLBACK (count_cb), &n);
  g_assert_null (jl_table_get_selected (table));
  jl_table_select (table, 1);
  g_assert_cmpstr (jl_record_text (jl_table_get_selected (table), "name"), ==, "Second");
  jl_table_unselect (table);
  g_assert_null (jl_table_get_selected (table));
  g_assert_cmpuint (n, ==, 2);
  gtk_window_destroy (window);
}

static void
test_rows_may_come_late (void)
{
  g_autoptr (GListStore) rows = g_list_store_new (JL_TYPE_RECORD);
  g_autoptr (JlRecord) record = jl_record_new_placeholder ();
  g_autoptr (JlResult) answer = make_answer ();
  JlTable   *table;
  GtkWindow *window;

  g_list_store_append (rows, record);
  window = open_table (&table, G_LIST_MODEL (rows));
  g_assert_null (find_label (GTK_WIDGET (table), "First"));
  jl_record_fill (record, answer, 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (find_label (GTK_WIDGET (table), "First"));
  g_assert_nonnull (find_label (GTK_WIDGET (table), "1200/100"));
  gtk_window_destroy (window);
}

static void
test_range (void)
{
  g_autoptr (GListModel) rows = make_rows ();
  JlTable   *table;
  GtkWindow *window = open_table (&table, rows);
  guint      first = 0, last = 0;

  g_assert_true (jl_table_get_range (table, &first, &last));
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (last, ==, 3);
  jl_table_set_rows (table, NULL);
  g_assert_false (jl_table_get_range (table, &first, &last));
  gtk_window_destroy (window);
}

static GListModel *
make_many (guint n)
{
  g_autoptr (GString) text = g_string_new ("code|name|area|note\n");
  g_autoptr (JlResult) answer = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u|Name|0|~\n", i);
  answer = jl_answer_new (text->str);
  return jl_result_as_list (answer);
}

typedef struct
{
  JlTable *table;
  guint    first;
} Sight;

static gboolean
begins_with (gpointer data)
{
  Sight *sight = data;
  guint  first = 0, last = 0;

  return jl_table_get_range (sight->table, &first, &last) && first == sight->first;
}

static gboolean
is_measured (gpointer adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > 10 * gtk_adjustment_get_page_size (adjustment) && gtk_adjustment_get_page_size (adjustment) > 0;
}

static gboolean
has_focus (gpointer view)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));

  return focus && gtk_widget_is_ancestor (focus, view);
}

static gboolean
ends_at_twenty (gpointer table)
{
  guint first = 0, last = 0;

  return jl_table_get_range (table, &first, &last) && first > 1 && last == 20;
}

/* What is read anew begins where the list before stood, with the focus on the row that is chosen; a shorter list at its end. */
static void
test_replaced_rows_stay_in_sight (void)
{
  g_autoptr (GListModel) rows = make_many (400);
  g_autoptr (GListModel) anew = make_many (401);
  g_autoptr (GListModel) fewer = make_many (20);
  JlTable       *table;
  GtkWindow     *window = open_table (&table, rows);
  GtkWidget     *view = jl_find_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  Sight          sight = { table, 101 };

  gtk_widget_grab_focus (GTK_WIDGET (table));
  jl_wait_until (is_measured, down);
  gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down) / 4);
  jl_wait_until (begins_with, &sight);
  jl_table_replace_rows (table, anew);
  jl_table_select (table, 102);
  jl_wait_until (has_focus, view);
  g_assert_true (begins_with (&sight));
  g_assert_cmpstr (jl_record_text (jl_table_get_selected (table), "code"), ==, "102");

  jl_table_replace_rows (table, fewer);
  jl_wait_until (ends_at_twenty, table);
  gtk_window_destroy (window);
}

/* Where the pointer lets go decides: behind what it has passed the middle of. */
static void
test_move (void)
{
  g_autoptr (GListModel) rows = make_rows ();
  JlTable        *table;
  GtkWindow      *window = open_table (&table, rows);
  GtkWidget      *first = jl_find_class (GTK_WIDGET (table), "jl-head-cell");
  GtkWidget      *cells[] = { first, gtk_widget_get_next_sibling (first), gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (first)) };
  JlTableMove     move = { NULL };
  guint           from, to;
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (cells[1], gtk_widget_get_parent (first), &box));
  g_assert_true (jl_table_move_begin (&move, cells, 3, 10));
  g_assert_false (jl_table_move_update (&move, 3));
  g_assert_true (jl_table_move_update (&move, box.origin.x + box.size.width * 0.4 - 10));
  g_assert_true (jl_table_move_end (&move, &from, &to));
  g_assert_cmpuint (to, ==, 0);
  g_assert_true (jl_table_move_begin (&move, cells, 3, 10));
  g_assert_true (jl_table_move_update (&move, box.origin.x + box.size.width * 0.6 - 10));
  g_assert_true (jl_table_move_end (&move, &from, &to));
  g_assert_cmpuint (from, ==, 0);
  g_assert_cmpuint (to, ==, 1);
  g_assert_true (jl_table_move_begin (&move, cells, 3, box.origin.x + box.size.width + 10));
  g_assert_true (jl_table_move_update (&move, -box.origin.x - box.size.width));
  g_assert_true (jl_table_move_end (&move, &from, &to));
  g_assert_cmpuint (from, ==, 2);
  g_assert_cmpuint (to, ==, 0);
  g_assert_false (jl_table_move_end (&move, &from, &to));
  gtk_window_destroy (window);
}

/* In tenths of the room, so that what is meant can be read: a code, a name that may give way, two numbers. */
static const JlColumn fitted[] = {
  { "code", "Code", NULL, NULL, 10, JL_COLUMN_EXPAND },
  { "name", "Name", NULL, NULL, 20, JL_COLUMN_EXPAND },
  { "area", "Area", NULL, NULL, 10, JL_COLUMN_NUMBER },
  { "heat", "Heat", NULL, NULL, 10, JL_COLUMN_NUMBER },
};

static void
test_edge_cuts_no_column (void)
{
  static const struct
  {
    int      room;
    gboolean name_kept;
    int      widths[4];
  } cases[] = {
    { 500, FALSE, { 100, 200, 100, 100 } },                   /* nothing to do */
    { 460, FALSE, { 100, 160, 100, 100 } },                   /* the name gives way for all of them */
    { 440, FALSE, { 100, 234, 100, 100 } },                   /* too little for four: it takes what three leave */
    { 380 + JL_CELL_PADDING, FALSE, { 100, 180, 100, 100 } }, /* it gives way for three */
    { 460, TRUE, { 127, 200, 127, 100 } },                    /* a person chose its width */
    { 80, FALSE, { 100, 200, 100, 100 } },                    /* not even one */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean kept[4] = { FALSE, cases[i].name_kept, FALSE, FALSE };
      int      widths[4] = { 100, 200, 100, 100 };

      jl_columns_fit (fitted, 4, kept, cases[i].room, widths);
      g_assert_cmpmem (widths, sizeof widths, cases[i].widths, sizeof widths);
    }
}

/* The first three columns are in sight as a whole and end with the table. */
static void
test_fits_its_place (void)
{
  g_autoptr (GListModel) rows = make_rows ();
  JlTable   *table = JL_TABLE (jl_table_new ());
  GtkWindow *window;
  double     em = 0;

  jl_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  jl_table_set_rows (table, rows);
  em = jl_columns_em (GTK_WIDGET (table));
  window = jl_present (GTK_WIDGET (table), (int) (15 * em) + 60, 300);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpfloat_with_epsilon (right_edge (table, "1200/100"), gtk_widget_get_width (GTK_WIDGET (table)) - 2 * JL_CELL_PADDING, 1);
  g_assert_cmpfloat_with_epsilon (right_edge (table, "1200/100"), right_edge (table, "(m²)"), 1);
  gtk_window_destroy (window);
}

static void
test_freed (void)
{
  g_autoptr (GListModel) rows = make_rows ();
  JlTable   *table;
  GtkWindow *window = open_table (&table, rows);

  g_object_add_weak_pointer (G_OBJECT (table), (gpointer *) &table);
  gtk_window_destroy (window);
  g_assert_null (table);
}

int
main (int argc, char *argv[])
{
  jl_gtk_test_init (&argc, &argv);
  g_test_add_func ("/gtk/table/text", test_text);
  g_test_add_func ("/gtk/table/numbers-stand-under-each-other", test_numbers_stand_under_each_other);
  g_test_add_func ("/gtk/table/hidden-column", test_hidden_column);
  g_test_add_func ("/gtk/table/order-is-asked-for", test_order_is_asked_for);
  g_test_add_func ("/gtk/table/selection", test_selection);
  g_test_add_func ("/gtk/table/rows-may-come-late", test_rows_may_come_late);
  g_test_add_func ("/gtk/table/range", test_range);
  g_test_add_func ("/gtk/table/replaced-rows-stay-in-sight", test_replaced_rows_stay_in_sight);
  g_test_add_func ("/gtk/table/move", test_move);
  g_test_add_func ("/gtk/table/edge-cuts-no-column", test_edge_cuts_no_column);
  g_test_add_func ("/gtk/table/fits-its-place", test_fits_its_place);
  g_test_add_func ("/gtk/table/freed", test_freed);
  return g_test_run ();
}
