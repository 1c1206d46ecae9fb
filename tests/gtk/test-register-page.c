/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The page of registers without a database: what its filter row asks, which columns it shows and remembers, what the totals say, what
 * is copied. */

#include "jl-answers.h"
#include "jl-choice-filter.h"
#include "jl-column-chooser.h"
#include "jl-gtk-test.h"
#include "jl-int-choice.h"
#include "jl-register-chooser.h"
#include "jl-register-filter-bar.h"
#include "jl-register-page.h"
#include "jl-register-sums.h"
#include "jl-settings.h"
#include "jl-test-editor.h"

#define SEASON_REGISTER "building_season"

/* The filter row */

static const JlRegister *
season_register (void)
{
  return jl_register_find (SEASON_REGISTER);
}

static JlRegisterFilterBar *
open_bar (GtkWindow **window)
{
  JlRegisterFilterBar *bar = g_object_new (JL_TYPE_REGISTER_FILTER_BAR, NULL);

  jl_register_filter_bar_set_register (bar, season_register ());
  *window = jl_present (GTK_WIDGET (bar), 900, 200);
  return bar;
}

/* What the list would ask. */
static JlRowsQuery *
asked (JlRegisterFilterBar *bar)
{
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (season_register ());

  jl_register_filter_set_unit (filter, 7);
  jl_register_filter_bar_apply (bar, filter, 2012);
  return jl_register_filter_query (filter);
}

static void
assert_asks (JlRegisterFilterBar *bar, const char *condition, const char *param)
{
  JlRowsQuery *query = asked (bar);

  g_test_message ("%s", query->first_sql);
  g_assert_nonnull (strstr (query->first_sql, condition));
  if (param)
    g_assert_cmpstr (query->params[0], ==, param);
  jl_rows_query_free (query);
}

static JlChoiceFilter *
choice_of (GtkWidget *widget, const char *field)
{
  if (JL_IS_CHOICE_FILTER (widget) && g_str_equal (jl_choice_filter_get_field (JL_CHOICE_FILTER (widget))->name, field))
    return JL_CHOICE_FILTER (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      JlChoiceFilter *found = choice_of (child, field);

      if (found)
        return found;
    }
  return NULL;
}

static void
check (GtkWidget *choice, const char *word, gboolean active)
{
  for (GtkWidget *child = gtk_widget_get_first_child (choice); child; child = gtk_widget_get_next_sibling (child))
    {
      if (g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (child)), word) == 0)
        {
          gtk_check_button_set_active (GTK_CHECK_BUTTON (child), active);
          return;
        }
    }
  g_assert_not_reached ();
}

static void
count_cb (gpointer source, guint *n)
{
  (*n)++;
}

static void
test_any_of (void)
{
  GtkWindow           *window;
  JlRegisterFilterBar *bar = open_bar (&window);
  GtkWidget           *list = jl_find_type (GTK_WIDGET (choice_of (GTK_WIDGET (bar), "billing")), JL_TYPE_CHOICE_LIST);
  guint                n = 0;

  g_signal_connect (bar, "changed", G_CALLBACK (count_cb), &n);
  g_assert_false (jl_register_filter_bar_is_narrowed (bar));
  check (list, "By heat used", TRUE);
  assert_asks (bar, "(l.billing = any ($1::text::int[]))", "{\"2\"}");
  check (list, "By area", TRUE);
  assert_asks (bar, "(l.billing = any ($1::text::int[]))", "{\"1\",\"2\"}");
  check (list, "Missing", TRUE);
  assert_asks (bar, "(l.billing = any ($1::text::int[]) or l.billing is null)", "{\"1\",\"2\"}");
  g_assert_cmpuint (n, ==, 3);
  g_assert_nonnull (jl_find_label (GTK_WIDGET (bar), "Billing mode: 3 of them"));
  check (list, "By heat used", FALSE);
  check (list, "By area", FALSE);
  assert_asks (bar, " and l.billing is null", NULL);
  jl_register_filter_bar_clear (bar);
  g_assert_false (jl_register_filter_bar_is_narrowed (bar));
  gtk_window_destroy (window);
}

static GtkEditable *
end_of_range (GtkWidget *editor, gboolean last)
{
  GtkWidget *first = jl_find_type (editor, GTK_TYPE_ENTRY);
  GtkWidget *line = gtk_widget_get_parent (first);

  while (last && !(GTK_IS_ENTRY (first) && first != jl_find_type (line, GTK_TYPE_ENTRY)))
    first = gtk_widget_get_next_sibling (first);
  return GTK_EDITABLE (first);
}

static void
press (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    {
      g_signal_emit_by_name (widget, "clicked");
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget), *next; child; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      press (child, label);
    }
}

static void
test_between (void)
{
  GtkWindow           *window;
  JlRegisterFilterBar *bar = open_bar (&window);
  GtkWidget           *editor = jl_find_type (GTK_WIDGET (bar), JL_TYPE_TEST_EDITOR);
  const JlField       *area = jl_register_field (season_register (), "heated_dm2");

  jl_test_editor_show (JL_TEST_EDITOR (editor), area, NULL);
  gtk_editable_set_text (end_of_range (editor, FALSE), "1,000");
  gtk_editable_set_text (end_of_range (editor, TRUE), "2000.5");
  press (editor, "Filter");
  assert_asks (bar, "l.heated_dm2 >= $1::text::bigint and l.heated_dm2 <= $2::text::bigint", "100000");
  g_assert_nonnull (jl_find_label (GTK_WIDGET (bar), "Centrally heated area: 1,000.00 – 2,000.50"));

  jl_test_editor_show (JL_TEST_EDITOR (editor), area, NULL);
  gtk_editable_set_text (end_of_range (editor, FALSE), "much");
  press (editor, "Filter");
  assert_asks (bar, "l.heated_dm2 >= $1::text::bigint and l.heated_dm2 <= $2::text::bigint", "100000");
  press (editor, "No Filter");
  g_assert_false (jl_register_filter_bar_is_narrowed (bar));
  gtk_window_destroy (window);
}

static void
test_missing_or_present (void)
{
  GtkWindow           *window;
  JlRegisterFilterBar *bar = open_bar (&window);
  GtkWidget           *editor = jl_find_type (GTK_WIDGET (bar), JL_TYPE_TEST_EDITOR);
  const JlField       *heat = jl_register_field (season_register (), "heat_100kj");

  g_autoptr (JlFieldTest) present = jl_field_test_new (heat, JL_TEST_PRESENT, NULL);

  jl_test_editor_show (JL_TEST_EDITOR (editor), heat, present);
  press (editor, "Filter");
  assert_asks (bar, "l.heat_100kj is not null", NULL);
  g_assert_nonnull (jl_find_label (GTK_WIDGET (bar), "Heat used: Present"));
  gtk_window_destroy (window);
}

static void
test_words_of_the_action (void)
{
  GtkWindow           *window;
  JlRegisterFilterBar *bar = open_bar (&window);

  jl_register_filter_bar_narrow (bar, "missing");
  assert_asks (bar, "(l.missing = any ($1::text::boolean[]))", "{\"t\"}");
  jl_register_filter_bar_narrow (bar, "metered_area");
  assert_asks (bar, "l.central and l.res_metered_dm2 > 0", NULL);
  jl_register_filter_bar_narrow (bar, "id:42");
  assert_asks (bar, "where true and l.id = 42", NULL);
  jl_register_filter_bar_narrow (bar, "parent:43");
  assert_asks (bar, "where true and l.building_id = 43", NULL);
  g_assert_cmpint (jl_register_filter_bar_get_parent (bar), ==, 43);
  jl_register_filter_bar_narrow (bar, "no such figure");
  g_assert_false (jl_register_filter_bar_is_narrowed (bar));
  gtk_window_destroy (window);
}

static void
test_comes_back (void)
{
  GtkWindow           *window;
  JlRegisterFilterBar *bar = open_bar (&window);
  GtkWidget           *list = jl_find_type (GTK_WIDGET (choice_of (GTK_WIDGET (bar), "use")), JL_TYPE_CHOICE_LIST);

  g_autoptr (GVariant) state = NULL;

  jl_register_filter_bar_narrow (bar, "metered_area");
  check (list, "Housing", TRUE);
  state = g_variant_ref_sink (jl_register_filter_bar_save (bar));
  jl_register_filter_bar_clear (bar);
  jl_register_filter_bar_restore (bar, state);
  assert_asks (bar, "l.central and l.res_metered_dm2 > 0 and (l.use = any", "{\"1\"}");
  gtk_window_destroy (window);
}

static void
show_places (JlRegisterFilterBar *bar, const char *reg, const char *leaves)
{
  JlPlaces places = { jl_answer_new ("unit_id|name|code|grp|sound\n7|City|220100|prefecture| cs city\n"), jl_answer_new (leaves) };

  jl_register_filter_bar_set_register (bar, jl_register_find (reg));
  jl_register_filter_bar_set_places (bar, &places, 7);
  jl_result_unref (places.units);
  jl_result_unref (places.leaves);
}

/* The drop-down of counties stands where records are at counties and there are several of them. */
static void
test_counties (void)
{
  static const char    one[] = "unit_id|name\n71|East\n";
  static const char    two[] = "unit_id|name\n71|East\n72|West\n";
  GtkWindow           *window;
  JlRegisterFilterBar *bar = open_bar (&window);
  JlIntChoice         *leaf = jl_find_type (GTK_WIDGET (bar), JL_TYPE_INT_CHOICE);

  show_places (bar, SEASON_REGISTER, two);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (leaf)));
  jl_int_choice_set (leaf, 72);
  assert_asks (bar, "jl_api.leaves (72, 2012)", NULL);
  g_assert_cmpstr (jl_register_filter_bar_place_name (bar), ==, "West");
  show_places (bar, "company", two);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (leaf)));
  jl_int_choice_set (leaf, 72);
  g_assert_cmpstr (jl_register_filter_bar_place_name (bar), ==, "City");
  g_assert_false (jl_register_filter_bar_is_narrowed (bar));
  show_places (bar, SEASON_REGISTER, one);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (leaf)));
  gtk_window_destroy (window);
}

/* The list */

static void
test_totals (void)
{
  JlTable          *table = JL_TABLE (jl_table_new ());
  JlColumn          columns[4];
  GtkWindow        *window;
  const char *const fields[] = { "code", "name", "heated_dm2", "res_metered_dm2" };

  g_autoptr (JlResult) sums = jl_answer_new ("records|heated_dm2|heated_dm2_missing|res_metered_dm2|res_metered_dm2_missing\n"
                                             "8412|123456700|1|~|8412\n");

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = jl_column_for_field (jl_register_field (season_register (), fields[i]));
  columns[1].flags |= JL_COLUMN_EXPAND;
  jl_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  window = jl_present (GTK_WIDGET (table), 1500, 300);
  jl_register_sums_show (sums, JL_COUNTER_BUILDING, table);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (table), "Total　8,412 buildings"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (table), "1,234,567.00"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (table), "Centrally heated area 1 building, Metered-billing area, residential 8,412 buildings"));
  gtk_window_destroy (window);
}

static void
test_row_is_copied (void)
{
  JlTable         *table = JL_TABLE (jl_table_new ());
  JlColumn         columns[3];
  GtkWindow       *window;
  g_autofree char *text = NULL, *none = NULL;

  g_autoptr (JlResult) answer = jl_answer_new ("id|code|unit_id|unit_name|heated_dm2\n"
                                               "1|a|5|Somewhere|123456\n"
                                               "2|b|6|Elsewhere|~\n");
  g_autoptr (GListModel) rows = jl_result_as_list (answer);

  columns[0] = jl_column_for_field (jl_register_field (season_register (), "code"));
  columns[1] = jl_column_for_field (jl_register_field (season_register (), "unit_id"));
  columns[2] = jl_column_for_field (jl_register_field (season_register (), "heated_dm2"));
  jl_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  jl_table_set_rows (table, rows);
  window = jl_present (GTK_WIDGET (table), 600, 300);
  none = jl_table_row_text (table, NULL);
  g_assert_null (none);
  jl_table_select (table, 0);
  text = jl_table_row_text (table, NULL);
  g_assert_cmpstr (text, ==, "a\tSomewhere\t1,234.56");
  gtk_window_destroy (window);
}

/* Columns */

static GArray *
names_to_columns (const JlRegister *reg, const char *const *names)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (JlSeenColumn));

  for (; *names; names++)
    {
      JlSeenColumn column = { jl_register_field (reg, *names), 0 };

      g_array_append_val (columns, column);
    }
  return columns;
}

static void
test_columns_are_remembered (void)
{
  static const char *const names[] = { "name", "heat_100kj", "code", NULL };

  const JlRegister *reg = season_register ();

  g_autoptr (GSettings) settings = jl_settings_open ();
  g_autoptr (GArray) wanted = names_to_columns (reg, names);
  g_autoptr (GArray) usual = jl_register_columns_default (reg);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) again = NULL;
  g_autoptr (GVariant) kept = NULL;

  g_assert_nonnull (settings);
  g_array_index (wanted, JlSeenColumn, 1).width = 17;
  jl_register_columns_save (settings, reg, wanted);
  found = jl_register_columns_load (settings, reg);
  g_assert_true (jl_register_columns_equal (found, wanted));

  jl_register_columns_save (settings, reg, usual);
  again = jl_register_columns_load (settings, reg);
  kept = g_settings_get_value (settings, "register-columns");
  g_assert_true (jl_register_columns_equal (again, usual));
  g_assert_cmpuint (g_variant_n_children (kept), ==, 0);
}

static void
test_columns_that_went_are_left_out (void)
{
  const JlRegister *reg = season_register ();

  g_autoptr (GSettings) settings = jl_settings_open ();
  g_autoptr (GArray) found = NULL;

  g_settings_set_value (settings, "register-columns",
                        g_variant_new_parsed ("{%s: ['gone', 'code:9', 'code', 'name:x']}", reg->name));
  found = jl_register_columns_load (settings, reg);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (g_array_index (found, JlSeenColumn, 0).width, ==, 9);
  g_assert_cmpint (g_array_index (found, JlSeenColumn, 1).width, ==, 0);
  g_settings_reset (settings, "register-columns");
}

static void
test_columns_are_chosen (void)
{
  JlRegisterPage *page = JL_REGISTER_PAGE (jl_register_page_new ());
  GtkWindow      *window = jl_present (GTK_WIDGET (page), 1200, 700);
  JlTable        *table = jl_find_type (GTK_WIDGET (page), JL_TYPE_TABLE);
  GtkWidget      *chooser = jl_find_type (GTK_WIDGET (page), JL_TYPE_COLUMN_CHOOSER);
  GtkWidget      *list = jl_find_type (chooser, GTK_TYPE_LIST_BOX);
  GtkListBoxRow  *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
  guint           n_before, n;
  const JlColumn *columns = jl_table_get_columns (table, &n_before);

  g_assert_cmpstr (columns[0].field, ==, "code");
  g_signal_emit_by_name (list, "row-activated", first);
  columns = jl_table_get_columns (table, &n);
  g_assert_cmpuint (n, ==, n_before - 1);
  g_assert_cmpstr (columns[0].field, ==, "name");
  press (chooser, "As at First");
  jl_table_get_columns (table, &n);
  g_assert_cmpuint (n, ==, n_before);
  gtk_window_destroy (window);
}

static void
test_width_is_remembered (void)
{
  JlRegisterPage *page = JL_REGISTER_PAGE (jl_register_page_new ());
  GtkWindow      *window = jl_present (GTK_WIDGET (page), 1200, 700);
  GtkWidget      *head = jl_find_class (GTK_WIDGET (page), "jl-head-cell");

  g_autoptr (GSettings) settings = jl_settings_open ();
  g_autoptr (GArray) found = NULL;

  g_signal_emit_by_name (gtk_widget_get_parent (head), "resized", "name", 300);
  found = jl_register_columns_load (settings, season_register ());
  g_assert_cmpint (g_array_index (found, JlSeenColumn, jl_register_columns_find (found, "name")).width, >, 30);
  g_settings_reset (settings, "register-columns");
  gtk_window_destroy (window);
}

/* Dragged by its head, a column stands elsewhere, now and the next time. */
static void
test_order_is_remembered (void)
{
  JlRegisterPage *page = JL_REGISTER_PAGE (jl_register_page_new ());
  GtkWindow      *window = jl_present (GTK_WIDGET (page), 1200, 700);
  GtkWidget      *head = gtk_widget_get_parent (jl_find_class (GTK_WIDGET (page), "jl-head-cell"));
  JlTable        *table = jl_find_type (GTK_WIDGET (page), JL_TYPE_TABLE);
  const JlColumn *columns;
  guint           n;

  g_autoptr (GSettings) settings = jl_settings_open ();
  g_autoptr (GArray) found = NULL;

  g_signal_emit_by_name (head, "moved", "code", 2);
  columns = jl_table_get_columns (table, &n);
  g_assert_cmpstr (columns[0].field, ==, "name");
  g_assert_cmpstr (columns[2].field, ==, "code");
  found = jl_register_columns_load (settings, season_register ());
  g_assert_cmpint (jl_register_columns_find (found, "code"), ==, 2);
  g_assert_cmpuint (found->len, ==, n);
  g_settings_reset (settings, "register-columns");
  gtk_window_destroy (window);
}

/* The page */

static void
test_every_register (void)
{
  JlPage    *page = JL_PAGE (jl_register_page_new ());
  GtkWindow *window = jl_present (GTK_WIDGET (page), 1440, 850);

  for (const JlRegister *const *reg = jl_registers_all (); *reg; reg++)
    {
      g_test_message ("%s", (*reg)->name);
      jl_register_page_open (page, (*reg)->name, 0, 2012, "");
      g_assert_cmpstr (jl_register_page_get_register (JL_REGISTER_PAGE (page)), ==, (*reg)->name);
      g_assert_cmpstr (jl_page_get_title (page), ==, (*reg)->title);
    }
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  jl_picture (window, "register");
  gtk_window_destroy (window);
}

static void
test_page_comes_back (void)
{
  JlPage    *page = JL_PAGE (jl_register_page_new ());
  GtkWindow *window = jl_present (GTK_WIDGET (page), 1200, 700);
  JlTable   *table = jl_find_type (GTK_WIDGET (page), JL_TYPE_TABLE);
  gboolean   descending;

  g_autoptr (GVariant) place = NULL;

  jl_table_set_order (table, "heated_dm2", TRUE);
  place = jl_page_save_place (page);
  jl_register_page_open (page, "building", 0, 2012, "");
  g_assert_cmpstr (jl_register_page_get_register (JL_REGISTER_PAGE (page)), ==, "building");
  jl_page_restore_place (page, place);
  g_assert_cmpstr (jl_register_page_get_register (JL_REGISTER_PAGE (page)), ==, SEASON_REGISTER);
  g_assert_cmpstr (jl_table_get_order (table, &descending), ==, "heated_dm2");
  g_assert_true (descending);
  gtk_window_destroy (window);
}

static void
chosen_cb (JlRegisterChooser *chooser, const char *name, char **chosen)
{
  *chosen = g_strdup (name);
}

static void
test_registers_are_found (void)
{
  GtkWidget       *chooser = jl_register_chooser_new ();
  GtkWindow       *window = jl_present (chooser, 400, 100);
  GtkWidget       *search = jl_find_type (chooser, GTK_TYPE_SEARCH_ENTRY);
  g_autofree char *chosen = NULL;

  g_signal_connect (chooser, "chosen", G_CALLBACK (chosen_cb), &chosen);
  gtk_editable_set_text (GTK_EDITABLE (search), "Season billing");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (chosen, ==, SEASON_REGISTER);
  gtk_window_destroy (window);
}

static void
test_freed (void)
{
  GtkWidget *page = jl_register_page_new ();
  GtkWindow *window = jl_present (page, 1200, 700);

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (window);
  g_assert_null (page);
}

int
main (int argc, char *argv[])
{
  jl_gtk_test_init (&argc, &argv);
  g_test_add_func ("/gtk/register/any-of", test_any_of);
  g_test_add_func ("/gtk/register/between", test_between);
  g_test_add_func ("/gtk/register/missing-or-present", test_missing_or_present);
  g_test_add_func ("/gtk/register/words-of-the-action", test_words_of_the_action);
  g_test_add_func ("/gtk/register/comes-back", test_comes_back);
  g_test_add_func ("/gtk/register/counties", test_counties);
  g_test_add_func ("/gtk/register/totals", test_totals);
  g_test_add_func ("/gtk/register/row-is-copied", test_row_is_copied);
  g_test_add_func ("/gtk/register/columns-are-remembered", test_columns_are_remembered);
  g_test_add_func ("/gtk/register/columns-that-went-are-left-out", test_columns_that_went_are_left_out);
  g_test_add_func ("/gtk/register/columns-are-chosen", test_columns_are_chosen);
  g_test_add_func ("/gtk/register/width-is-remembered", test_width_is_remembered);
  g_test_add_func ("/gtk/register/order-is-remembered", test_order_is_remembered);
  g_test_add_func ("/gtk/register/every-register", test_every_register);
  g_test_add_func ("/gtk/register/page-comes-back", test_page_comes_back);
  g_test_add_func ("/gtk/register/registers-are-found", test_registers_are_found);
  g_test_add_func ("/gtk/register/freed", test_freed);
  return g_test_run ();
}
