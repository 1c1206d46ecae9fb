/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The filter row. What is asked of fields is kept as one list of tests; the buttons of the row and the chips behind it show that
 * list and change it. */

#include "jl-register-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "jl-choice-filter.h"
#include "jl-season.h"
#include "jl-test-editor.h"
#include "jl-unit-picker.h"
#include "jl-words.h"
#include "jl-wrap-layout.h"

#define ONE_RECORD "id:"
#define OF_PARENT "parent:"
#define MISSING "missing"

struct _JlRegisterFilterBar
{
  GtkWidget parent_instance;

  const JlRegister *reg;     /* (nullable) */
  GPtrArray        *tests;   /* JlFieldTest: at most one a field */
  GPtrArray        *choices; /* JlChoiceFilter, unowned: in the row */
  GPtrArray        *chips;   /* GtkWidget, unowned: in the row */
  GArray           *leaves;  /* ids (int) behind the items of the drop-down of leaves */
  GArray           *years;   /* int, behind those of the drop-down of years */
  gboolean          all_years;
  char             *word;  /* how win.open-register narrowed; "": not at all */
  gboolean          quiet; /* while the program changes several things */

  GtkWidget    *search;
  JlUnitPicker *unit;
  GtkDropDown  *leaf;
  GtkDropDown  *year;
  GtkWidget    *more;
  GtkPopover   *popover;
  JlTestEditor *editor;
  GtkWidget    *behind;
  GtkLabel     *behind_label;
  GtkWidget    *clear;
};

G_DEFINE_FINAL_TYPE (JlRegisterFilterBar, jl_register_filter_bar, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  UNIT_CHOSEN,
  YEAR_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
chosen_int (GtkDropDown *choice, GArray *ints)
{
  guint selected = gtk_drop_down_get_selected (choice);

  return selected < ints->len ? g_array_index (ints, int, selected) : 0;
}

static void
changed_cb (JlRegisterFilterBar *self)
{
  if (self->quiet)
    return;
  gtk_widget_set_visible (self->clear, jl_register_filter_bar_is_narrowed (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Tests */

static JlFieldTest *
find_test (JlRegisterFilterBar *self, const JlField *field)
{
  for (guint i = 0; i < self->tests->len; i++)
    {
      JlFieldTest *test = g_ptr_array_index (self->tests, i);

      if (test->field == field)
        return test;
    }
  return NULL;
}

static JlChoiceFilter *
find_choice (JlRegisterFilterBar *self, const JlField *field)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      if (jl_choice_filter_get_field (g_ptr_array_index (self->choices, i)) == field)
        return g_ptr_array_index (self->choices, i);
    }
  return NULL;
}

static void show_tests (JlRegisterFilterBar *self);

/* Takes test; NULL: nothing is asked of the field. */
static void
set_test (JlRegisterFilterBar *self, const JlField *field, JlFieldTest *test)
{
  JlFieldTest *before = find_test (self, field);

  if (before)
    g_ptr_array_remove (self->tests, before);
  if (test)
    g_ptr_array_add (self->tests, test);
  show_tests (self);
  changed_cb (self);
}

static void
chip_clicked_cb (GtkWidget *chip, gpointer user_data)
{
  GtkWidget *self = gtk_widget_get_ancestor (chip, JL_TYPE_REGISTER_FILTER_BAR);

  set_test (JL_REGISTER_FILTER_BAR (self), user_data, NULL);
}

static GtkWidget *
make_chip (const JlFieldTest *test)
{
  g_autofree char *words = jl_field_test_words (test);
  GtkWidget       *chip = gtk_button_new ();
  GtkWidget       *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_box_append (GTK_BOX (face), label);
  gtk_box_append (GTK_BOX (face), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), face);
  gtk_widget_set_tooltip_text (chip, _ ("Take this filter away"));
  gtk_widget_add_css_class (chip, "jl-active-filter");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect (chip, "clicked", G_CALLBACK (chip_clicked_cb), (gpointer) test->field);
  return chip;
}

static void
drop_widgets (GPtrArray *widgets)
{
  for (guint i = 0; i < widgets->len; i++)
    gtk_widget_unparent (g_ptr_array_index (widgets, i));
  g_ptr_array_set_size (widgets, 0);
}

static void
show_tests (JlRegisterFilterBar *self)
{
  drop_widgets (self->chips);
  for (guint i = 0; i < self->choices->len; i++)
    {
      JlChoiceFilter *choice = g_ptr_array_index (self->choices, i);

      jl_choice_filter_show (choice, find_test (self, jl_choice_filter_get_field (choice)));
    }
  for (guint i = 0; i < self->tests->len; i++)
    {
      JlFieldTest *test = g_ptr_array_index (self->tests, i);
      GtkWidget   *chip;

      if (find_choice (self, test->field))
        continue;
      chip = make_chip (test);
      g_ptr_array_add (self->chips, chip);
      gtk_widget_insert_before (chip, GTK_WIDGET (self), self->behind);
    }
}

static void
choice_changed_cb (JlRegisterFilterBar *self, JlChoiceFilter *choice)
{
  set_test (self, jl_choice_filter_get_field (choice), jl_choice_filter_read (choice));
}

static void
field_chosen_cb (JlRegisterFilterBar *self)
{
  const JlField *field = jl_test_editor_get_field (self->editor);

  if (field)
    jl_test_editor_show (self->editor, field, find_test (self, field));
}

static void
test_applied_cb (JlRegisterFilterBar *self, gpointer test)
{
  gtk_popover_popdown (self->popover);
  set_test (self, jl_test_editor_get_field (self->editor), test);
  field_chosen_cb (self);
}

/* The word of win.open-register */

static gboolean
is_known_word (const JlRegister *reg, const char *word)
{
  g_autoptr (JlRegisterFilter) probe = NULL;

  if (g_str_has_prefix (word, ONE_RECORD) || g_str_has_prefix (word, OF_PARENT))
    return TRUE;
  probe = jl_register_filter_new (reg);
  return *word && jl_register_filter_set_behind (probe, word);
}

static const char *
say_word (JlRegisterFilterBar *self, const char *word)
{
  const JlRegister *parent = self->reg->parent ? jl_register_find (self->reg->parent) : NULL;

  if (g_str_has_prefix (word, ONE_RECORD))
    return _ ("One record");
  if (g_str_has_prefix (word, OF_PARENT))
    return parent ? _ (parent->title) : _ ("One record");
  return strchr (word, ':') ? _ ("Behind the figure") : jl_indicator_word (word);
}

static void
set_word (JlRegisterFilterBar *self, const char *word)
{
  gboolean known = word && is_known_word (self->reg, word);

  g_free (self->word);
  self->word = g_strdup (known ? word : "");
  gtk_widget_set_visible (self->behind, known);
  gtk_label_set_text (self->behind_label, known ? say_word (self, word) : "");
}

static void
behind_clicked_cb (JlRegisterFilterBar *self)
{
  set_word (self, "");
  changed_cb (self);
}

static void
apply_word (JlRegisterFilterBar *self, JlRegisterFilter *filter)
{
  if (g_str_has_prefix (self->word, ONE_RECORD))
    jl_register_filter_set_id (filter, g_ascii_strtoll (self->word + strlen (ONE_RECORD), NULL, 10));
  else if (g_str_has_prefix (self->word, OF_PARENT))
    jl_register_filter_set_parent (filter, g_ascii_strtoll (self->word + strlen (OF_PARENT), NULL, 10));
  else if (*self->word)
    jl_register_filter_set_behind (filter, self->word);
}

/* "state:open,explained": one of the values; "missing" of a register that has a field of that name. (nullable) */
static JlFieldTest *
parse_test (const JlRegister *reg, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  const JlField *field = parts[0] ? jl_register_field (reg, parts[0]) : NULL;

  if (field == NULL || (parts[1] == NULL && !g_str_equal (parts[0], MISSING)))
    return NULL;
  return jl_field_test_new (field, JL_TEST_ANY_OF, g_strsplit (parts[1] ? parts[1] : "t", ",", 0));
}

/* Several such tests, with semicolons between; none where one of them makes no sense. (transfer full) */
static GPtrArray *
parse_tests (const JlRegister *reg, const char *word)
{
  GPtrArray *tests = g_ptr_array_new_with_free_func ((GDestroyNotify) jl_field_test_free);
  g_auto (GStrv) texts = g_strsplit (word ? word : "", ";", -1);

  for (char **text = texts; *text; text++)
    {
      JlFieldTest *test = parse_test (reg, *text);

      if (test == NULL)
        {
          g_ptr_array_set_size (tests, 0);
          break;
        }
      g_ptr_array_add (tests, test);
    }
  return tests;
}

/* What the list asks at first stands beside what the word asks of other fields; who names records wants them whatever they are. */
static void
ask_by_word (JlRegisterFilterBar *self, const char *word)
{
  g_autoptr (GPtrArray) asked = self->word[0] ? NULL : parse_tests (self->reg, word);
  g_autoptr (GPtrArray) usual = self->word[0] ? NULL : parse_tests (self->reg, self->reg->usual);

  g_ptr_array_set_size (self->tests, 0);
  while (asked && asked->len > 0)
    g_ptr_array_add (self->tests, g_ptr_array_steal_index (asked, 0));
  while (usual && usual->len > 0)
    {
      JlFieldTest *test = g_ptr_array_steal_index (usual, 0);

      if (find_test (self, test->field))
        jl_field_test_free (test);
      else
        g_ptr_array_add (self->tests, test);
    }
}

static gboolean
asks_the_usual (JlRegisterFilterBar *self)
{
  g_autoptr (GPtrArray) usual = parse_tests (self->reg, self->reg->usual);

  for (guint i = 0; i < usual->len; i++)
    {
      const JlFieldTest *test = g_ptr_array_index (usual, i);
      const JlFieldTest *own = find_test (self, test->field);

      if (own == NULL || own->kind != test->kind || !g_strv_equal ((const char *const *) own->values, (const char *const *) test->values))
        return FALSE;
    }
  return usual->len == self->tests->len;
}

/* Places and years */

static void
unit_chosen_cb (JlRegisterFilterBar *self, int unit_id)
{
  self->quiet = TRUE;
  gtk_drop_down_set_selected (self->leaf, 0);
  self->quiet = FALSE;
  g_signal_emit (self, signals[UNIT_CHOSEN], 0, unit_id);
}

static void
year_selected_cb (JlRegisterFilterBar *self)
{
  if (self->quiet)
    return;
  self->all_years = chosen_int (self->year, self->years) == 0;
  g_signal_emit (self, signals[YEAR_CHOSEN], 0, chosen_int (self->year, self->years));
}

static void
fill_units (JlRegisterFilterBar *self, JlResult *units)
{
  jl_unit_picker_clear (self->unit);
  jl_unit_picker_add (self->unit, 0, _ ("Whole province"), NULL, NULL);
  for (guint i = 0; i < jl_result_n_rows (units); i++)
    jl_unit_picker_add (self->unit,
                        (int) jl_result_int (units, i, "unit_id", 0),
                        jl_result_text (units, i, "name"),
                        jl_result_text (units, i, "code"),
                        jl_group_word (jl_result_text (units, i, "grp")));
}

static guint
append_item (GtkStringList *names, GArray *ints, int id, const char *name)
{
  g_array_append_val (ints, id);
  gtk_string_list_append (names, name);
  return ints->len - 1;
}

static void
fill_leaves (JlRegisterFilterBar *self, JlResult *leaves)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int   kept = chosen_int (self->leaf, self->leaves);
  guint selected = 0;

  g_array_set_size (self->leaves, 0);
  append_item (names, self->leaves, 0, _ ("All districts and counties"));
  for (guint i = 0; i < jl_result_n_rows (leaves); i++)
    {
      int   id = (int) jl_result_int (leaves, i, "unit_id", 0);
      guint place = append_item (names, self->leaves, id, jl_result_text (leaves, i, "name"));

      if (id == kept)
        selected = place;
    }
  gtk_drop_down_set_model (self->leaf, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->leaf, selected);
}

static const JlField *
year_field (JlRegisterFilterBar *self)
{
  return self->reg->year_field ? jl_register_field (self->reg, self->reg->year_field) : NULL;
}

static char *
year_words (const JlField *field, int year)
{
  if (jl_field_is_season (field))
    return jl_season_name (year);
  /* Translators: an assessment year */
  return g_strdup_printf (_ ("Year %d"), year);
}

static guint
append_year (JlRegisterFilterBar *self, GtkStringList *names, const JlField *field, int year)
{
  g_autofree char *name = year_words (field, year);

  return append_item (names, self->years, year, name);
}

/* The row */

static void
add_choice (JlRegisterFilterBar *self, const JlField *field)
{
  GtkWidget *choice = jl_choice_filter_new (field);

  g_ptr_array_add (self->choices, choice);
  g_signal_connect_swapped (choice, "changed", G_CALLBACK (choice_changed_cb), self);
  gtk_widget_insert_before (choice, GTK_WIDGET (self), self->more);
}

static void
fill_row (JlRegisterFilterBar *self)
{
  const JlField *years = year_field (self);
  gboolean       has_unit = jl_register_field (self->reg, "unit_id") != NULL;

  drop_widgets (self->choices);
  for (const JlField *field = self->reg->fields; field->name; field++)
    {
      if ((field->flags & JL_FIELD_FILTER) && jl_choice_list_fits (field))
        add_choice (self, field);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->unit), has_unit);
  gtk_widget_set_visible (GTK_WIDGET (self->leaf), has_unit);
  gtk_widget_set_visible (GTK_WIDGET (self->year), years != NULL);
  if (years)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->year), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (years->label), -1);
}

static void
jl_register_filter_bar_dispose (GObject *object)
{
  JlRegisterFilterBar *self = JL_REGISTER_FILTER_BAR (object);

  drop_widgets (self->choices);
  drop_widgets (self->chips);
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_REGISTER_FILTER_BAR);
  G_OBJECT_CLASS (jl_register_filter_bar_parent_class)->dispose (object);
}

static void
jl_register_filter_bar_finalize (GObject *object)
{
  JlRegisterFilterBar *self = JL_REGISTER_FILTER_BAR (object);

  g_ptr_array_unref (self->tests);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->chips);
  g_array_unref (self->leaves);
  g_array_unref (self->years);
  g_free (self->word);
  G_OBJECT_CLASS (jl_register_filter_bar_parent_class)->finalize (object);
}

static void
add_signals (JlRegisterFilterBarClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNIT_CHOSEN] =
      g_signal_new ("unit-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[YEAR_CHOSEN] =
      g_signal_new ("year-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
jl_register_filter_bar_class_init (JlRegisterFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_register_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = jl_register_filter_bar_finalize;
  add_signals (klass);

  g_type_ensure (JL_TYPE_WRAP_LAYOUT);
  g_type_ensure (JL_TYPE_UNIT_PICKER);
  g_type_ensure (JL_TYPE_TEST_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/register/jl-register-filter-bar.ui");
  gtk_widget_class_set_css_name (widget_class, "registerfilters");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterFilterBar, search);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterFilterBar, unit);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterFilterBar, leaf);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterFilterBar, year);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterFilterBar, more);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterFilterBar, popover);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterFilterBar, editor);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterFilterBar, behind);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterFilterBar, behind_label);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterFilterBar, clear);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, behind_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, jl_register_filter_bar_clear);
}

static void
jl_register_filter_bar_init (JlRegisterFilterBar *self)
{
  const char *const all[] = { _ ("All districts and counties"), NULL };

  g_autoptr (GtkStringList) leaves = gtk_string_list_new (all);

  self->tests = g_ptr_array_new_with_free_func ((GDestroyNotify) jl_field_test_free);
  self->choices = g_ptr_array_new ();
  self->chips = g_ptr_array_new ();
  self->leaves = g_array_new (FALSE, FALSE, sizeof (int));
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->word = g_strdup ("");
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->leaf, G_LIST_MODEL (leaves));
  self->quiet = FALSE;
}

void
jl_register_filter_bar_set_register (JlRegisterFilterBar *self, const JlRegister *reg)
{
  self->reg = reg;
  self->all_years = FALSE;
  self->quiet = TRUE;
  g_ptr_array_set_size (self->tests, 0);
  fill_row (self);
  jl_test_editor_set_register (self->editor, reg);
  self->quiet = FALSE;
  jl_register_filter_bar_narrow (self, "");
}

void
jl_register_filter_bar_set_places (JlRegisterFilterBar *self, const JlPlaces *places, int unit_id)
{
  self->quiet = TRUE;
  fill_units (self, places->units);
  jl_unit_picker_set_unit (self->unit, unit_id);
  fill_leaves (self, places->leaves);
  self->quiet = FALSE;
}

void
jl_register_filter_bar_set_years (JlRegisterFilterBar *self, JlResult *years, int year)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const JlField *field = year_field (self);
  guint          selected = 0;

  if (field == NULL)
    return;
  self->quiet = TRUE;
  g_array_set_size (self->years, 0);
  append_item (names, self->years, 0, _ ("All years"));
  for (guint i = 0; i < jl_result_n_rows (years); i++)
    {
      int   of_row = (int) jl_result_int (years, i, "year", 0);
      guint place = append_year (self, names, field, of_row);

      if (of_row == year && !self->all_years)
        selected = place;
    }
  gtk_drop_down_set_model (self->year, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year, selected);
  self->quiet = FALSE;
}

void
jl_register_filter_bar_narrow (JlRegisterFilterBar *self, const char *word)
{
  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->leaf, 0);
  set_word (self, word);
  ask_by_word (self, word);
  show_tests (self);
  self->quiet = FALSE;
  gtk_widget_set_visible (self->clear, jl_register_filter_bar_is_narrowed (self));
}

void
jl_register_filter_bar_apply (JlRegisterFilterBar *self, JlRegisterFilter *filter, int year)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  int         leaf = chosen_int (self->leaf, self->leaves);
  gboolean    named = g_str_has_prefix (self->word, ONE_RECORD) || g_str_has_prefix (self->word, OF_PARENT);

  if (leaf > 0 || named)
    jl_register_filter_set_unit (filter, named ? 0 : leaf);
  jl_register_filter_set_year (filter, self->all_years || named ? 0 : year);
  if (*text)
    jl_register_filter_set_text (filter, text);
  for (guint i = 0; i < self->tests->len; i++)
    jl_field_test_apply (g_ptr_array_index (self->tests, i), filter);
  apply_word (self, filter);
}

const char *
jl_register_filter_bar_place_name (JlRegisterFilterBar *self)
{
  GtkStringObject *leaf = gtk_drop_down_get_selected_item (self->leaf);

  if (self->reg == NULL || jl_register_field (self->reg, "unit_id") == NULL)
    return NULL;
  if (chosen_int (self->leaf, self->leaves) > 0 && leaf)
    return gtk_string_object_get_string (leaf);
  return jl_unit_picker_get_name (self->unit);
}

char *
jl_register_filter_bar_time_words (JlRegisterFilterBar *self, int year)
{
  const JlField *field = self->reg ? year_field (self) : NULL;

  if (field == NULL)
    return NULL;
  return self->all_years ? g_strdup (_ ("All years")) : year_words (field, year);
}

static void
append_words (GString *all, const char *words)
{
  if (*words)
    g_string_append_printf (all, "%s%s", all->len > 0 ? C_ ("conditions", "; ") : "", words);
}

char *
jl_register_filter_bar_conditions (JlRegisterFilterBar *self)
{
  g_autoptr (GString) all = g_string_new (NULL);

  append_words (all, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  append_words (all, gtk_label_get_text (self->behind_label));
  for (guint i = 0; i < self->tests->len; i++)
    {
      g_autofree char *words = jl_field_test_words (g_ptr_array_index (self->tests, i));

      append_words (all, words);
    }
  return all->len > 0 ? g_strdup (all->str) : NULL;
}

gint64
jl_register_filter_bar_get_parent (JlRegisterFilterBar *self)
{
  return g_str_has_prefix (self->word, OF_PARENT) ? g_ascii_strtoll (self->word + strlen (OF_PARENT), NULL, 10) : 0;
}

gboolean
jl_register_filter_bar_is_narrowed (JlRegisterFilterBar *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) || chosen_int (self->leaf, self->leaves) > 0 ||
         !asks_the_usual (self) || *self->word;
}

void
jl_register_filter_bar_clear (JlRegisterFilterBar *self)
{
  jl_register_filter_bar_narrow (self, "");
  g_signal_emit (self, signals[CHANGED], 0);
}

GVariant *
jl_register_filter_bar_save (JlRegisterFilterBar *self)
{
  GVariantBuilder tests;

  g_variant_builder_init (&tests, G_VARIANT_TYPE ("a(sias)"));
  for (guint i = 0; i < self->tests->len; i++)
    g_variant_builder_add_value (&tests, jl_field_test_to_variant (g_ptr_array_index (self->tests, i)));
  return g_variant_new ("(ssiba(sias))", gtk_editable_get_text (GTK_EDITABLE (self->search)), self->word,
                        chosen_int (self->leaf, self->leaves), self->all_years, &tests);
}

static void
restore_leaf (JlRegisterFilterBar *self, int leaf)
{
  for (guint i = 0; i < self->leaves->len; i++)
    {
      if (g_array_index (self->leaves, int, i) == leaf)
        gtk_drop_down_set_selected (self->leaf, i);
    }
}

void
jl_register_filter_bar_restore (JlRegisterFilterBar *self, GVariant *state)
{
  const char *text, *word;
  int         leaf;
  GVariant   *one;

  g_autoptr (GVariantIter) tests = NULL;

  g_variant_get (state, "(&s&siba(sias))", &text, &word, &leaf, &self->all_years, &tests);
  jl_register_filter_bar_narrow (self, word);
  self->quiet = TRUE;
  g_ptr_array_set_size (self->tests, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  restore_leaf (self, leaf);
  while ((one = g_variant_iter_next_value (tests)))
    {
      JlFieldTest *test = jl_field_test_from_variant (self->reg, one);

      if (test)
        g_ptr_array_add (self->tests, test);
      g_variant_unref (one);
    }
  show_tests (self);
  self->quiet = FALSE;
  gtk_widget_set_visible (self->clear, jl_register_filter_bar_is_narrowed (self));
}
