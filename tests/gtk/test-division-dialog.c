/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The dialog for operations on divisions: which rows and units a kind of operation has, and what is read from them. */

#include "jl-answers.h"
#include "jl-division-dialog.h"
#include "jl-division-form.h"
#include "jl-field-row.h"
#include "jl-gtk-test.h"
#include "jl-unit-picker.h"

static JlResult *
units (void)
{
  return jl_answer_new ("unit_id|code|name|type|parent_name\n"
                        "3|220300|Siping|prefecture_city|Jilin\n"
                        "4|220322|Lishu|county|Siping\n"
                        "5|220382|Shuangliao|county_city|Siping\n");
}

static JlDivisionForm *
form_new (int unit_id)
{
  JlDivisionForm *form = g_object_new (JL_TYPE_DIVISION_FORM, NULL);
  g_autoptr (JlResult) known = units ();

  jl_division_form_set_units (form, known, unit_id);
  jl_present (GTK_WIDGET (form), 560, 500);
  return form;
}

static JlFieldRow *
row (JlDivisionForm *form, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (form)); child; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (jl_field_row_get_field (JL_FIELD_ROW (child))->name, name))
      return JL_FIELD_ROW (child);
  g_error ("no row %s", name);
}

static gboolean
has_row (JlDivisionForm *form, const char *name)
{
  return gtk_widget_get_visible (GTK_WIDGET (row (form, name)));
}

static void
choose_kind (JlDivisionForm *form, JlDivisionKind kind)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (jl_field_row_get_editor (row (form, "kind"))), kind);
}

static void
test_rows (void)
{
  JlDivisionForm *form = form_new (0);

  g_assert_true (has_row (form, "name"));
  g_assert_false (has_row (form, "into"));
  choose_kind (form, JL_DIVISION_MERGE);
  g_assert_true (has_row (form, "into"));
  g_assert_false (has_row (form, "name"));
  g_assert_false (has_row (form, "code"));
  choose_kind (form, JL_DIVISION_SPLIT);
  g_assert_true (has_row (form, "buildings"));
  g_assert_true (has_row (form, "part_name"));
}

/* A prefecture is renamed and takes counties in, but neither moves nor goes into another unit. */
static void
test_units (void)
{
  JlDivisionForm *form = form_new (3);

  g_assert_cmpstr (jl_division_form_get_unit_name (form), ==, "Siping");
  choose_kind (form, JL_DIVISION_MOVE);
  g_assert_cmpstr (jl_division_form_get_unit_name (form), ==, "");
  jl_field_row_set_value (row (form, "unit"), "4", NULL);
  choose_kind (form, JL_DIVISION_MERGE);
  g_assert_cmpstr (jl_division_form_get_unit_name (form), ==, "Lishu");
}

static void
test_reading (void)
{
  JlDivisionForm *form = form_new (5);
  g_autoptr (JlDivisionChange) change = NULL;

  g_assert_null (jl_division_form_read (form));
  g_assert_nonnull (jl_field_row_get_error (row (form, "on_day")));
  jl_field_row_set_value (row (form, "on_day"), "2016-01-01", NULL);
  jl_field_row_set_value (row (form, "document"), "No. 1", NULL);
  g_assert_null (jl_division_form_read (form));
  g_assert_nonnull (jl_field_row_get_error (row (form, "name")));
  choose_kind (form, JL_DIVISION_SPLIT);
  jl_field_row_set_value (row (form, "part_name"), "Jiangbei", NULL);
  jl_field_row_set_value (row (form, "part_code"), "220725", NULL);
  jl_field_row_set_value (row (form, "part_type"), "county", NULL);
  jl_field_row_set_value (row (form, "buildings"), " B-1， B-2\nB-3 ", NULL);
  change = jl_division_form_read (form);
  g_assert_nonnull (change);
  g_assert_cmpint (change->unit_id, ==, 5);
  g_assert_cmpstr (change->type, ==, "county");
  g_assert_cmpuint (g_strv_length (change->buildings), ==, 3);
  g_assert_cmpstr (change->buildings[2], ==, "B-3");
  g_assert_cmpuint (g_strv_length (change->projects), ==, 0);
}

/* Whatever its template names is there. */
static void
test_dialog (void)
{
  GtkWindow *dialog = g_object_new (JL_TYPE_DIVISION_DIALOG, NULL);

  gtk_window_present (dialog);
  jl_wait_ms (50);
  g_assert_nonnull (jl_find_type (GTK_WIDGET (dialog), JL_TYPE_DIVISION_FORM));
  jl_picture (dialog, "division-dialog");
  gtk_window_destroy (dialog);
}

int
main (int argc, char **argv)
{
  jl_gtk_test_init (&argc, &argv);
  g_test_add_func ("/gtk/division-dialog/rows", test_rows);
  g_test_add_func ("/gtk/division-dialog/units", test_units);
  g_test_add_func ("/gtk/division-dialog/reading", test_reading);
  g_test_add_func ("/gtk/division-dialog/dialog", test_dialog);
  return g_test_run ();
}
