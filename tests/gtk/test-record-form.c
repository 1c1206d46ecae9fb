/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The record pane and its form: what is checked, what is guarded, how two editors are brought together, how a record is picked. */

#include "jl-answers.h"
#include "jl-conflict-window.h"
#include "jl-error.h"
#include "jl-field-editor.h"
#include "jl-field-row.h"
#include "jl-gtk-test.h"
#include "jl-record-findings.h"
#include "jl-record-form.h"
#include "jl-record-pane-private.h"
#include "jl-reference-picker.h"
#include "jl-unit-picker.h"

static const JlChoice kinds[] = { { "chp", "Heat and power" }, { "boiler", "Boiler house" }, { NULL } };

static const JlField fields[] = {
  { "code", "Code", JL_FIELD_TEXT, JL_FIELD_REQUIRED | JL_FIELD_UNIQUE },
  { "unit_id", "County or district", JL_FIELD_UNIT, JL_FIELD_REQUIRED },
  { "kind", "Kind", JL_FIELD_CHOICE, JL_FIELD_REQUIRED, .choices = kinds },
  { "households", "Households", JL_FIELD_COUNT },
  { "year", "Season", JL_FIELD_YEAR },
  { "heated_dm2", "Heated area", JL_FIELD_AREA, JL_FIELD_TOTAL },
  { "share", "Share", JL_FIELD_DECIMAL, .decimals = 2, .help = "Of the heat fee" },
  { "started_on", "Started on", JL_FIELD_DATE },
  { "disclosed", "Disclosed", JL_FIELD_YES_NO },
  { "building_id", "Building", JL_FIELD_REFERENCE, .reference = "building" },
  { "stock", "Stock", JL_FIELD_TEXT, JL_FIELD_DERIVED },
  { "note", "Note", JL_FIELD_NOTE },
  { NULL },
};

static const JlRegister reg = {
  .name = "sample",
  .title = "Sample ledger",
  .group = "Samples",
  .clause = "C-TEST",
  .fields = fields,
  .order = "code",
  .year_field = "year",
};

#define COLUMNS "id|version|entered_at|code|unit_id|unit_name|kind|households|year|heated_dm2|share|started_on|disclosed|building_id|building_label|stock|note\n"
#define ROW "7|3|2012-11-02 14:08:33+08|B-7|4|Nanguan|chp|120|2012|1747490|0.3|2010-09-20|~|9|House 6|old|~\n"

static const JlField *
field (const char *name)
{
  return jl_register_field (&reg, name);
}

static JlResult *
units (void)
{
  return jl_answer_new ("unit_id|code|name|parent\n4|220102|Nanguan|Changchun\n5|220103|Kuancheng|Changchun\n");
}

static JlResult *
record (void)
{
  return jl_answer_new (COLUMNS ROW);
}

static JlFieldRow *
find_row (GtkWidget *widget, const char *name)
{
  if (JL_IS_FIELD_ROW (widget) && g_str_equal (jl_field_row_get_field (JL_FIELD_ROW (widget))->name, name))
    return JL_FIELD_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      JlFieldRow *found = find_row (child, name);

      if (found)
        return found;
    }
  return NULL;
}

static void
type (JlFieldRow *row, const char *text)
{
  gtk_editable_set_text (jl_find_type (GTK_WIDGET (row), GTK_TYPE_ENTRY), text);
}

/* Every type says what is wrong with what cannot be, under its row and to assistive technology, and takes what can be. */
static void
test_validation (void)
{
  static const struct
  {
    const char *field;
    const char *wrong;
    const char *right;
    const char *raw;
  } cases[] = {
    { "code", "", "B-8", "B-8" },
    { "households", "12 houses", "1,200", "1200" },
    { "households", "-3", "3", "3" },
    { "year", "20012", "2012", "2012" },
    { "heated_dm2", "1.234", "17,474.90", "1747490" },
    { "share", "a third", "0.25", "0.25" },
    { "started_on", "2012-02-30", "2012-02-29", "2012-02-29" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JlFieldRow      *row = g_object_ref_sink (JL_FIELD_ROW (jl_field_row_new (field (cases[i].field))));
      GtkWidget       *input = jl_field_editor_get_input (jl_field_row_get_editor (row), field (cases[i].field));
      g_autofree char *raw = NULL, *text = NULL;

      type (row, cases[i].wrong);
      g_assert_false (jl_field_row_validate (row));
      g_assert_nonnull (jl_field_row_get_error (row));
      gtk_test_accessible_assert_state (input, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
      gtk_test_accessible_assert_property (input, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, jl_field_row_get_error (row));
      type (row, cases[i].right);
      g_assert_null (jl_field_row_get_error (row));
      gtk_test_accessible_assert_state (input, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
      g_assert_true (jl_field_row_is_changed (row));
      g_assert_true (jl_field_row_get_value (row, &raw, &text));
      g_assert_cmpstr (raw, ==, cases[i].raw);
      g_assert_finalize_object (row);
    }
}

static void
test_choices (void)
{
  JlFieldRow      *kind = g_object_ref_sink (JL_FIELD_ROW (jl_field_row_new (field ("kind"))));
  JlFieldRow      *disclosed = g_object_ref_sink (JL_FIELD_ROW (jl_field_row_new (field ("disclosed"))));
  GtkDropDown     *drop = GTK_DROP_DOWN (jl_field_row_get_editor (kind));
  g_autofree char *raw = NULL, *text = NULL;

  g_assert_false (jl_field_row_validate (kind));
  g_assert_false (jl_field_row_is_changed (kind));
  gtk_drop_down_set_selected (drop, 2);
  g_assert_true (jl_field_row_get_value (kind, &raw, &text));
  g_assert_cmpstr (raw, ==, "boiler");
  g_assert_cmpstr (text, ==, "Boiler house");
  jl_field_row_set_value (kind, "chp", NULL); /* a needed choice that is there offers no way back to nothing */
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop)), ==, 2);
  drop = GTK_DROP_DOWN (jl_field_row_get_editor (disclosed));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop)), ==, 3);
  jl_field_row_set_value (disclosed, "f", NULL);
  g_assert_false (jl_field_row_is_changed (disclosed));
  gtk_drop_down_set_selected (drop, 0);
  g_assert_true (jl_field_row_is_changed (disclosed));
  g_assert_finalize_object (kind);
  g_assert_finalize_object (disclosed);
}

/* A form gives what was changed, compared by value and not by letters. */
static void
test_form_values (void)
{
  JlRecordForm *form = JL_RECORD_FORM (g_object_ref_sink (jl_record_form_new ()));
  g_autoptr (JlResult) places = units ();
  g_autoptr (JlResult) row = record ();
  g_autoptr (GPtrArray) values = NULL;

  jl_record_form_start (form, &reg, places, NULL, row);
  g_assert_null (find_row (GTK_WIDGET (form), "stock"));
  g_assert_false (jl_record_form_is_changed (form));
  type (find_row (GTK_WIDGET (form), "heated_dm2"), "17474.9");
  g_assert_false (jl_record_form_is_changed (form));
  type (find_row (GTK_WIDGET (form), "heated_dm2"), "17475");
  g_assert_true (jl_record_form_is_changed (form));
  g_assert_true (jl_record_form_validate (form));
  values = jl_record_form_get_values (form);
  g_assert_cmpuint (values->len, ==, 1);
  g_assert_cmpstr (((JlFormValue *) g_ptr_array_index (values, 0))->raw, ==, "1747500");
  g_assert_true (jl_record_form_show_error (form, "code", "It is there already"));
  g_assert_cmpstr (jl_field_row_get_error (find_row (GTK_WIDGET (form), "code")), ==, "It is there already");
  g_assert_false (jl_record_form_show_error (form, "version", "?"));
  g_assert_finalize_object (form);
}

/* Of a record that others keep only the fields that are one's own to say are open. */
static void
test_form_allow (void)
{
  JlRecordForm *form = JL_RECORD_FORM (g_object_ref_sink (jl_record_form_new ()));
  g_autoptr (JlResult) places = units ();
  g_autoptr (JlResult) row = record ();

  jl_record_form_start (form, &reg, places, NULL, row);
  jl_record_form_allow (form, ",heated_dm2,");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (find_row (GTK_WIDGET (form), "heated_dm2"))));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_row (GTK_WIDGET (form), "code"))));
  g_assert_true (jl_record_form_validate (form));
  jl_record_form_allow (form, NULL);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (find_row (GTK_WIDGET (form), "code"))));
  g_assert_finalize_object (form);
}

static void
changed_cb (gpointer object, int *n)
{
  (*n)++;
}

static void
test_picker (void)
{
  JlReferencePicker *picker = JL_REFERENCE_PICKER (jl_reference_picker_new (jl_register_find ("building"), TRUE));
  GtkWindow         *window = jl_present (GTK_WIDGET (picker), 320, 80);
  GtkListBox        *list = NULL;
  int                n = 0;
  g_autoptr (JlResult) found = jl_answer_new ("id|label|hint\n3|House 3|Nanguan\n4|House 4|~\n");
  GtkWidget *popover;

  g_signal_connect (picker, "changed", G_CALLBACK (changed_cb), &n);
  jl_reference_picker_set_name (picker, "Building");
  jl_reference_picker_set_record (picker, 9, "House 9");
  g_assert_cmpint (n, ==, 0);
  gtk_menu_button_popup (jl_find_type (GTK_WIDGET (picker), GTK_TYPE_MENU_BUTTON));
  jl_wait_ms (50);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (jl_find_type (GTK_WIDGET (picker), GTK_TYPE_MENU_BUTTON)));
  list = jl_find_type (popover, GTK_TYPE_LIST_BOX);
  jl_reference_picker_show_found (picker, found);
  g_assert_nonnull (jl_find_label (popover, "Nanguan"));
  jl_picture (window, "record-picker");
  g_signal_emit_by_name (jl_find_type (popover, GTK_TYPE_SEARCH_ENTRY), "activate"); /* Enter takes the first */
  g_assert_cmpint (jl_reference_picker_get_record (picker), ==, 3);
  g_assert_cmpstr (jl_reference_picker_get_label (picker), ==, "House 3");
  g_assert_cmpint (n, ==, 1);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  g_assert_cmpint (jl_reference_picker_get_record (picker), ==, 4);
  g_signal_emit_by_name (gtk_widget_get_last_child (GTK_WIDGET (picker)), "clicked");
  g_assert_cmpint (jl_reference_picker_get_record (picker), ==, 0);
  g_assert_cmpint (n, ==, 3);
  gtk_window_destroy (window);
}

/* The pane */

static JlRecordDetails *
details (JlResult *row)
{
  JlRecordDetails *self = g_new0 (JlRecordDetails, 1);

  self->record = row;
  self->rights = jl_answer_new ("name|may_add|may_change|may_delete|may_fields\nsample|t|t|t|~\nbuilding_season|t|t|t|~\n");
  self->units = units ();
  self->versions = jl_answer_new ("version|since|until|author|deleted\n"
                                  "3|2013-05-06 09:41:12+08|~|Official B|f\n"
                                  "2|2012-11-02 14:08:33+08|2013-05-06 09:41:12+08|Official B|f\n"
                                  "1|2010-10-08 10:30:00+08|2012-11-02 14:08:33+08|Official A|f\n");
  self->history = jl_answer_new ("at|actor_name|field|old_value|new_value|version\n"
                                 "2013-05-06 09:41:12+08|Official B|kind|boiler|chp|3\n"
                                 "2012-11-02 14:08:33+08|Official B|heated_dm2|1756130|1747490|2\n"
                                 "2010-10-08 10:30:00+08|Official A|~|~|entered|1\n");
  self->papers = jl_answer_new ("id|name|mime|bytes|sha256|sent_by_name|sent_at|may_remove\n"
                                "1|Acceptance of the retrofit.pdf|application/pdf|734003|\\x5f2ab09c77d1e6aa0102|Official B|2012-11-02 14:10:00+08|t\n");
  self->findings = jl_answer_new ("id|title|clause|severity|state|first_seen|evidence|year\n"
                                  "1|Settlement meter past its verification|IV (4)|blocks|open|2012-10-01|Valid until 2012-09-30|~\n"
                                  "2|Metered, not billed by it|II (4)|decide|explained|2012-11-01|17,474.90 m²|2012\n");
  self->children = g_ptr_array_new ();
  return self;
}

static JlRecordPane *
open_pane (GtkWindow **window)
{
  JlRecordPane *pane = JL_RECORD_PANE (jl_record_pane_new ());

  *window = jl_present (GTK_WIDGET (pane), 330, 840);
  jl_record_pane_open (pane, &reg, 7, 1);
  jl_record_pane_show (pane, details (record ()));
  jl_wait_ms (30);
  return pane;
}

/* The ground of the findings is as grave as the gravest of them that still asks for something. */
static void
test_findings_ground (void)
{
  static const struct
  {
    const char *rows;
    const char *css_class; /* NULL: none */
  } cases[] = {
    { "1|a|c|note|open|2012-10-01|e|~\n", NULL },
    { "1|a|c|note|open|2012-10-01|e|~\n2|a|c|warning|planned|2012-10-01|e|~\n", "jl-gravest-warning" },
    { "1|a|c|warning|open|2012-10-01|e|~\n2|a|c|decide|explained|2012-10-01|e|~\n", "jl-gravest-decide" },
    { "1|a|c|blocks|rejected|2012-10-01|e|~\n2|a|c|decide|open|2012-10-01|e|~\n", "jl-gravest-blocks" },
    { "1|a|c|blocks|accepted|2012-10-01|e|~\n2|a|c|warning|open|2012-10-01|e|~\n", "jl-gravest-warning" },
    { "1|a|c|blocks|accepted|2012-10-01|e|~\n", NULL },
  };
  static const char *const classes[] = { "jl-gravest-warning", "jl-gravest-decide", "jl-gravest-blocks" };
  GtkBox                  *box = GTK_BOX (g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6)));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("id|title|clause|severity|state|first_seen|evidence|year\n", cases[i].rows, NULL);
      JlResult        *findings = jl_answer_new (text);

      jl_record_findings_fill (box, findings, FALSE);
      for (gsize c = 0; c < G_N_ELEMENTS (classes); c++)
        g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (box), classes[c]), ==, g_strcmp0 (cases[i].css_class, classes[c]) == 0);
      jl_result_unref (findings);
    }
  g_object_unref (box);
}

/* What several records of a paper share is no name for one of them. */
static void
test_title (void)
{
  static const struct
  {
    const char *reg;
    const char *answer;
    const char *title;
  } cases[] = {
    { "building", "code|name\n220104-01227|House 6\n", "House 6" },
    { "supply_contract", "number|company_id\nContract 1|7\n", "Contract 1" },
    { "target", "task|document\nnew|Document 20\n", "New buildings" },
    { "product", "kind|maker|model\nheat_meter|Works A|M25\n", "Works A　M25" },
    { "energy_use", "company_id|company_label|year\n7|Heating A|2012\n", "Heating A　2012—2013" },
    { "outage", "company_id|began_on\n~|2012-01-10\n", "2012-01-10" },
    { "maker_check", "maker|checked_on|document\n~|~|Paper 5\n", "Paper 5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JlResult        *record = jl_answer_new (cases[i].answer);
      g_autofree char *title = jl_record_title (jl_register_find (cases[i].reg), record, 0);

      g_assert_cmpstr (title, ==, cases[i].title);
      jl_result_unref (record);
    }
}

static void
keep_name_cb (JlRecordPane *pane, const char *name, gint64 id, char **opened)
{
  g_free (*opened);
  *opened = g_strdup_printf ("%s %d", name, (int) id);
}

static void
test_reading (void)
{
  GtkWindow       *window;
  JlRecordPane    *pane = open_pane (&window);
  g_autofree char *opened = NULL;

  g_signal_connect (pane, "open-record", G_CALLBACK (keep_name_cb), &opened);
  g_assert_nonnull (jl_find_label (GTK_WIDGET (pane), "17,474.90"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (pane), "Not reported"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (pane), "Settlement meter past its verification"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (pane), "Year 2012　17,474.90 m²　II (4)"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (pane), "Boiler house → Heat and power"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (pane), "Nanguan"));
  jl_picture (window, "record-reading");
  g_signal_emit_by_name (gtk_widget_get_ancestor (jl_find_label (GTK_WIDGET (pane), "House 6"), GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (opened, ==, "building 9");
  g_object_set (adw_style_manager_get_default (), "color-scheme", ADW_COLOR_SCHEME_FORCE_DARK, NULL);
  jl_wait_ms (30);
  jl_picture (window, "record-reading-dark");
  g_object_set (adw_style_manager_get_default (), "color-scheme", ADW_COLOR_SCHEME_FORCE_LIGHT, NULL);
  gtk_stack_set_visible_child_name (jl_find_type (jl_find_type (GTK_WIDGET (pane), g_type_from_name ("JlRecordReading")), GTK_TYPE_STACK), "papers");
  jl_wait_ms (30);
  g_assert_nonnull (jl_find_label (GTK_WIDGET (pane), "5f2ab09c77d1e6aa"));
  jl_picture (window, "record-papers");
  gtk_window_destroy (window);
}

/* What he does not keep he cannot edit: the unit is another's. */
static void
test_foreign_unit (void)
{
  GtkWindow       *window;
  JlRecordPane    *pane = open_pane (&window);
  JlRecordDetails *foreign = details (jl_answer_new (COLUMNS "7|3|2012-11-02|B-7|99|Elsewhere|chp|~|~|~|~|~|~|~|~|~|~\n"));

  gtk_widget_activate_action (GTK_WIDGET (pane), "record.edit", NULL);
  g_assert_nonnull (find_row (GTK_WIDGET (pane), "code"));
  jl_record_pane_open (pane, &reg, 7, 1);
  jl_record_pane_show (pane, foreign);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (pane), "record.edit", NULL) && jl_record_pane_has_unsaved (pane));
  g_assert_null (jl_find_label (GTK_WIDGET (pane), "_Save"));
  gtk_window_destroy (window);
}

typedef struct
{
  gboolean answered;
  gboolean may_leave;
} Departure;

static void
left_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Departure *departure = data;

  departure->may_leave = jl_record_pane_leave_finish (JL_RECORD_PANE (source), result);
  departure->answered = TRUE;
}

static gboolean
is_answered (gpointer data)
{
  return ((Departure *) data)->answered;
}

static gboolean
leave (JlRecordPane *pane, const char *response)
{
  Departure         departure = { FALSE, FALSE };
  AdwMessageDialog *question;

  jl_record_pane_leave_async (pane, NULL, left_cb, &departure);
  jl_wait_ms (20);
  question = jl_find_question ();
  g_assert_true ((question != NULL) == (response != NULL));
  if (question)
    adw_message_dialog_response (question, response);
  if (question)
    gtk_window_destroy (GTK_WINDOW (question));
  jl_wait_until (is_answered, &departure);
  return departure.may_leave;
}

static void
test_guard (void)
{
  GtkWindow    *window;
  JlRecordPane *pane = open_pane (&window);

  g_assert_true (leave (pane, NULL));
  gtk_widget_activate_action (GTK_WIDGET (pane), "record.edit", NULL);
  g_assert_true (leave (pane, NULL)); /* nothing has been typed */
  type (find_row (GTK_WIDGET (pane), "code"), "B-99");
  g_assert_true (jl_record_pane_has_unsaved (pane));
  g_assert_false (leave (pane, "stay"));
  g_assert_true (jl_record_pane_has_unsaved (pane));
  type (find_row (GTK_WIDGET (pane), "code"), "");
  g_assert_false (leave (pane, "save")); /* it cannot be saved so */
  g_assert_nonnull (jl_field_row_get_error (find_row (GTK_WIDGET (pane), "code")));
  type (find_row (GTK_WIDGET (pane), "heated_dm2"), "1.234");
  gtk_widget_activate_action (GTK_WIDGET (pane), "record.save", NULL);
  jl_wait_ms (30);
  jl_picture (window, "record-errors");
  g_assert_true (leave (pane, "discard"));
  g_assert_false (jl_record_pane_has_unsaved (pane));
  gtk_window_destroy (window);
}

/* While another record is being read, nothing is done to it by way of the one that is still on show. */
static void
test_coming (void)
{
  GtkWindow    *window;
  JlRecordPane *pane = open_pane (&window);

  jl_record_pane_open (pane, &reg, 8, 1);
  gtk_widget_activate_action (GTK_WIDGET (pane), "record.edit", NULL);
  g_assert_cmpint (pane->mode, ==, JL_RECORD_MODE_READING);
  gtk_widget_activate_action (GTK_WIDGET (pane), "record.delete", NULL);
  g_assert_null (jl_find_question ());
  jl_record_pane_show (pane, details (jl_answer_new (COLUMNS "8|3|2012-11-02|B-8|4|Nanguan|chp|~|~|~|~|~|~|~|~|~|~\n")));
  gtk_widget_activate_action (GTK_WIDGET (pane), "record.edit", NULL);
  g_assert_cmpint (pane->mode, ==, JL_RECORD_MODE_EDITING);
  g_assert_cmpint (pane->form_of.id, ==, 8);
  gtk_window_destroy (window);
}

/* Begins to write what no server will take. */
static void
start_saving (JlRecordPane *pane)
{
  g_autoptr (JlLink) link = jl_answer_link ();

  jl_record_pane_set_link (pane, link);
  jl_record_pane_open (pane, &reg, 7, 1);
  jl_record_pane_stop_loading (pane);
  jl_record_pane_show (pane, details (record ()));
  gtk_widget_activate_action (GTK_WIDGET (pane), "record.edit", NULL);
  type (find_row (GTK_WIDGET (pane), "code"), "B-99");
  gtk_widget_activate_action (GTK_WIDGET (pane), "record.save", NULL);
  g_assert_true (pane->writing);
}

/* Nobody is asked about what is being written: whoever wants to leave learns how it ended. */
static void
test_leaves_after_writing (void)
{
  GtkWindow    *window;
  JlRecordPane *pane = open_pane (&window);

  start_saving (pane);
  g_assert_false (leave (pane, NULL));
  g_assert_cmpint (pane->mode, ==, JL_RECORD_MODE_EDITING);
  g_assert_true (jl_record_pane_has_unsaved (pane));
  gtk_window_destroy (window);
}

static gboolean
is_finalized (gpointer pane)
{
  return *(JlRecordPane **) pane == NULL;
}

static void
test_gone_while_writing (void)
{
  GtkWindow    *window;
  JlRecordPane *pane = open_pane (&window);

  start_saving (pane);
  g_object_add_weak_pointer (G_OBJECT (pane), (gpointer *) &pane);
  gtk_window_destroy (window);
  jl_wait_until (is_finalized, &pane);
}

static void
test_making (void)
{
  JlRecordPane *pane = JL_RECORD_PANE (jl_record_pane_new ());
  GtkWindow    *window = jl_present (GTK_WIDGET (pane), 330, 840);
  JlUnitPicker *unit;

  jl_record_pane_create (pane, &reg, 5, 2012, 0);
  jl_record_pane_show (pane, details (NULL));
  jl_wait_ms (30);
  unit = JL_UNIT_PICKER (jl_field_row_get_editor (find_row (GTK_WIDGET (pane), "unit_id")));
  g_assert_cmpint (jl_unit_picker_get_unit (unit), ==, 5);
  g_assert_false (jl_record_pane_has_unsaved (pane)); /* what stands there by itself is nobody's work */
  g_assert_cmpint (jl_record_pane_get_record (pane), ==, 0);
  jl_picture (window, "record-making");
  type (find_row (GTK_WIDGET (pane), "code"), "B-100");
  g_assert_true (jl_record_pane_has_unsaved (pane));
  gtk_window_destroy (window);
}

/* Two editors */

static GtkWidget *
nth_check (GtkWidget *widget, guint *n)
{
  if (GTK_IS_CHECK_BUTTON (widget) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = nth_check (child, n);

      if (found)
        return found;
    }
  return NULL;
}

static gboolean
check_is (GtkWidget *dialog, guint n, gboolean choose)
{
  GtkWidget *button = nth_check (dialog, &n);

  if (choose)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (button));
}

/* code: I alone; households: the other alone; heated_dm2: both; year: both the same. */
static void
test_conflict (void)
{
  g_autoptr (JlResult) base = record ();
  g_autoptr (JlResult) theirs =
      jl_answer_new (COLUMNS "7|4|2012-11-02|B-7|4|Nanguan|chp|150|2013|1800000|0.3|2010-09-20|~|9|House 6|old|~\n");
  g_autoptr (GPtrArray) mine = jl_form_values_new ();
  g_autoptr (GPtrArray) values = NULL;
  GtkWindow *parent = jl_present (gtk_label_new ("list"), 900, 700);
  GtkWidget *dialog, *save;

  jl_form_values_add (mine, field ("code"), g_strdup ("B-8"), g_strdup ("B-8"));
  jl_form_values_add (mine, field ("heated_dm2"), g_strdup ("1900000"), g_strdup ("19,000.00"));
  jl_form_values_add (mine, field ("year"), g_strdup ("2013"), g_strdup ("2013"));
  dialog = jl_conflict_window_new (parent, jl_conflict_new (&reg, base, theirs, mine), "Official B", "2013-05-06 09:41");
  gtk_window_present (GTK_WINDOW (dialog));
  jl_wait_ms (50);
  jl_picture (GTK_WINDOW (dialog), "record-conflict");
  save = jl_find_class (dialog, "suggested-action");
  g_assert_null (jl_find_label (dialog, "Season"));
  g_assert_true (check_is (dialog, 0, FALSE));  /* code: mine */
  g_assert_true (check_is (dialog, 3, FALSE));  /* households: theirs */
  g_assert_false (check_is (dialog, 4, FALSE)); /* area: open */
  g_assert_false (check_is (dialog, 5, FALSE));
  g_assert_false (gtk_widget_get_sensitive (save));
  check_is (dialog, 4, TRUE);
  g_assert_true (gtk_widget_get_sensitive (save));
  check_is (dialog, 0 + 1, TRUE); /* code: theirs after all */
  values = jl_conflict_window_get_values (JL_CONFLICT_WINDOW (dialog));
  g_assert_cmpuint (values->len, ==, 1);
  g_assert_cmpstr (((JlFormValue *) g_ptr_array_index (values, 0))->field->name, ==, "heated_dm2");
  g_assert_cmpstr (((JlFormValue *) g_ptr_array_index (values, 0))->raw, ==, "1900000");
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (parent);
}

/* What the database refuses lands at its field. */
static void
test_refusals (void)
{
  static const struct
  {
    JlError     code;
    const char *message;
    const char *field; /* NULL: over the buttons */
  } cases[] = {
    { JL_ERROR_INVALID, "Another record has this already\nfield sample.code", "code" },
    { JL_ERROR_INVALID, "These fields do not go together\nfield sample.heated_dm2, sample.share", "heated_dm2" },
    { JL_ERROR_INVALID, "The field does not take this value\nfield sample.stock", NULL }, /* nobody types it */
    { JL_ERROR_INVALID, "The field does not take this value\nfield other.code", NULL },
    { JL_ERROR_PERMISSION, "This record is not yours to change\nofficial: city", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (JL_ERROR, (int) cases[i].code, cases[i].message);
      g_autofree char *sentence = jl_record_error_sentence (error);
      const JlField   *found = jl_record_error_field (&reg, error);

      g_assert_cmpstr (found ? found->name : NULL, ==, cases[i].field);
      g_assert_null (strchr (sentence, '\n'));
    }
}

int
main (int argc, char *argv[])
{
  jl_gtk_test_init (&argc, &argv);
  g_test_add_func ("/gtk/record-form/validation", test_validation);
  g_test_add_func ("/gtk/record-form/choices", test_choices);
  g_test_add_func ("/gtk/record-form/form-values", test_form_values);
  g_test_add_func ("/gtk/record-form/form-allow", test_form_allow);
  g_test_add_func ("/gtk/record-form/picker", test_picker);
  g_test_add_func ("/gtk/record-form/findings-ground", test_findings_ground);
  g_test_add_func ("/gtk/record-form/title", test_title);
  g_test_add_func ("/gtk/record-form/reading", test_reading);
  g_test_add_func ("/gtk/record-form/foreign-unit", test_foreign_unit);
  g_test_add_func ("/gtk/record-form/guard", test_guard);
  g_test_add_func ("/gtk/record-form/coming", test_coming);
  g_test_add_func ("/gtk/record-form/leaves-after-writing", test_leaves_after_writing);
  g_test_add_func ("/gtk/record-form/gone-while-writing", test_gone_while_writing);
  g_test_add_func ("/gtk/record-form/making", test_making);
  g_test_add_func ("/gtk/record-form/conflict", test_conflict);
  g_test_add_func ("/gtk/record-form/refusals", test_refusals);
  return g_test_run ();
}
