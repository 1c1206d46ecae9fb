/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The filter row. What is asked of fields is kept as one list of tests; the buttons of the row and the chips behind it show that
 * list and change it. */

#include "jl-register-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "jl-choice-filter.h"
#include "jl-field-tests.h"
#include "jl-filter-chip.h"
#include "jl-int-choice.h"
#include "jl-list-word.h"
#include "jl-season.h"
#include "jl-test-editor.h"
#include "jl-unit-picker.h"
#include "jl-words.h"
#include "jl-wrap-layout.h"

struct _JlRegisterFilterBar
{
  GtkWidget parent_instance;

  const JlRegister *reg;     /* (nullable) */
  GPtrArray        *tests;   /* JlFieldTest: at most one a field */
  GPtrArray        *choices; /* JlChoiceFilter, unowned: in the row */
  GPtrArray        *chips;   /* GtkWidget, unowned: in the row */
  gboolean          all_years;
  char             *word;  /* how win.open-register narrowed; "": not at all */
  gboolean          quiet; /* while the program changes several things */

  GtkWidget    *search;
  JlUnitPicker *unit;
  JlIntChoice  *leaf;
  JlIntChoice  *year;
  GtkWidget    *more;
  GtkPopover   *popover;
  JlTestEditor *editor;
  GtkWidget    *behind; /* the chip of the word */
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

static void
changed_cb (JlRegisterFilterBar *self)
{
  if (self->quiet)
    return;
  gtk_widget_set_visible (self->clear, jl_register_filter_bar_is_narrowed (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Tests */

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
  jl_field_tests_set (self->tests, field, test);
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
  GtkWidget       *chip = jl_filter_chip_new (words);

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

      jl_choice_filter_show (choice, jl_field_tests_find (self->tests, jl_choice_filter_get_field (choice)));
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
    jl_test_editor_show (self->editor, field, jl_field_tests_find (self->tests, field));
}

static void
test_applied_cb (JlRegisterFilterBar *self, gpointer test)
{
  gtk_popover_popdown (self->popover);
  set_test (self, jl_test_editor_get_field (self->editor), test);
  field_chosen_cb (self);
}

/* The word of win.open-register */

static void
set_word (JlRegisterFilterBar *self, const char *word)
{
  gboolean known = word && jl_list_word_is_known (self->reg, word);

  g_free (self->word);
  self->word = g_strdup (known ? word : "");
  gtk_widget_set_visible (self->behind, known);
  jl_filter_chip_set_words (self->behind, known ? jl_list_word_say (self->reg, word) : "");
}

static void
behind_clicked_cb (JlRegisterFilterBar *self)
{
  set_word (self, "");
  changed_cb (self);
}

/* What the list asks at first stands beside what the word asks of other fields; who names records wants them whatever they are. */
static void
ask_by_word (JlRegisterFilterBar *self, const char *word)
{
  g_autoptr (GPtrArray) usual = jl_field_tests_parse (self->reg, self->reg->usual);

  g_ptr_array_unref (self->tests);
  self->tests = jl_field_tests_parse (self->reg, *self->word ? "" : word);
  if (!*self->word)
    jl_field_tests_add_others (self->tests, usual);
}

static gboolean
asks_the_usual (JlRegisterFilterBar *self)
{
  g_autoptr (GPtrArray) usual = jl_field_tests_parse (self->reg, self->reg->usual);

  return jl_field_tests_equal (usual, self->tests);
}

/* Places and years */

static void
unit_chosen_cb (JlRegisterFilterBar *self, int unit_id)
{
  jl_int_choice_set (self->leaf, 0);
  g_signal_emit (self, signals[UNIT_CHOSEN], 0, unit_id);
}

static void
year_chosen_cb (JlRegisterFilterBar *self)
{
  self->all_years = jl_int_choice_get (self->year) == 0;
  g_signal_emit (self, signals[YEAR_CHOSEN], 0, jl_int_choice_get (self->year));
}

static void
fill_units (JlRegisterFilterBar *self, JlResult *units)
{
  jl_unit_picker_clear (self->unit);
  jl_unit_picker_add (self->unit, 0, _ ("Whole province"), NULL, NULL);
  for (guint i = 0; i < jl_result_n_rows (units); i++)
    {
      int unit_id = (int) jl_result_int (units, i, "unit_id", 0);

      jl_unit_picker_add (self->unit, unit_id, jl_result_text (units, i, "name"), jl_result_text (units, i, "code"),
                          jl_group_word (jl_result_text (units, i, "grp")));
      jl_unit_picker_set_sound (self->unit, unit_id, jl_result_text (units, i, "sound"));
    }
}

/* Only where records stand at parts of the unit, and it has several. */
static gboolean
leaf_narrows (JlRegisterFilterBar *self)
{
  const JlField *unit = self->reg ? jl_register_field (self->reg, "unit_id") : NULL;

  return unit && (unit->flags & JL_FIELD_LEAF) && jl_int_choice_get_n (self->leaf) > 2;
}

static void
fill_leaves (JlRegisterFilterBar *self, JlResult *leaves)
{
  guint                   n = jl_result_n_rows (leaves);
  int                     kept = jl_int_choice_get (self->leaf);
  g_autofree int         *ids = g_new0 (int, n + 1);
  g_autofree const char **names = g_new0 (const char *, n + 2);

  names[0] = _ ("All districts and counties");
  for (guint i = 0; i < n; i++)
    {
      ids[i + 1] = (int) jl_result_int (leaves, i, "unit_id", 0);
      names[i + 1] = jl_result_text (leaves, i, "name");
    }
  jl_int_choice_fill (self->leaf, ids, names);
  jl_int_choice_set (self->leaf, kept);
  gtk_widget_set_visible (GTK_WIDGET (self->leaf), leaf_narrows (self));
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
  gtk_widget_set_visible (GTK_WIDGET (self->leaf), leaf_narrows (self));
  gtk_widget_set_visible (GTK_WIDGET (self->year), years != NULL);
  if (years)
    jl_int_choice_set_label (self->year, _ (years->label));
}

static void
jl_register_filter_bar_dispose (GObject *object)
{
  JlRegisterFilterBar *self = JL_REGISTER_FILTER_BAR (object);

  drop_widgets (self->choices);
  drop_widgets (self->chips);
  g_clear_pointer (&self->behind, gtk_widget_unparent);
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

  g_type_ensure (JL_TYPE_INT_CHOICE);
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
  gtk_widget_class_bind_template_child (widget_class, JlRegisterFilterBar, clear);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, jl_register_filter_bar_clear);
}

static void
add_chip_of_word (JlRegisterFilterBar *self)
{
  self->behind = jl_filter_chip_new ("");
  gtk_widget_set_visible (self->behind, FALSE);
  gtk_widget_insert_before (self->behind, GTK_WIDGET (self), self->clear);
  g_signal_connect_swapped (self->behind, "clicked", G_CALLBACK (behind_clicked_cb), self);
}

static void
jl_register_filter_bar_init (JlRegisterFilterBar *self)
{
  self->tests = jl_field_tests_new ();
  self->choices = g_ptr_array_new ();
  self->chips = g_ptr_array_new ();
  self->word = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_int_choice_set_label (self->leaf, _ ("County or district"));
  add_chip_of_word (self);
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
  const JlField  *field = year_field (self);
  guint           n = jl_result_n_rows (years);
  g_autofree int *ints = g_new0 (int, n + 1);
  g_auto (GStrv) names = g_new0 (char *, n + 2);

  if (field == NULL)
    return;
  names[0] = g_strdup (_ ("All years"));
  for (guint i = 0; i < n; i++)
    {
      ints[i + 1] = (int) jl_result_int (years, i, "year", 0);
      names[i + 1] = jl_field_is_season (field) ? g_strdup_printf ("%d—%d", ints[i + 1], ints[i + 1] + 1) : year_words (field, ints[i + 1]);
    }
  jl_int_choice_fill (self->year, ints, (const char *const *) names);
  jl_int_choice_set (self->year, self->all_years ? 0 : year);
}

void
jl_register_filter_bar_narrow (JlRegisterFilterBar *self, const char *word)
{
  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  jl_int_choice_set (self->leaf, 0);
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
  int         leaf = leaf_narrows (self) ? jl_int_choice_get (self->leaf) : 0;
  gboolean    named = jl_list_word_names_records (self->word);

  if (leaf > 0 || named)
    jl_register_filter_set_unit (filter, named ? 0 : leaf);
  jl_register_filter_set_year (filter, self->all_years || named ? 0 : year);
  if (*text)
    jl_register_filter_set_text (filter, text);
  for (guint i = 0; i < self->tests->len; i++)
    jl_field_test_apply (g_ptr_array_index (self->tests, i), filter);
  jl_list_word_apply (self->word, filter);
}

const char *
jl_register_filter_bar_place_name (JlRegisterFilterBar *self)
{
  if (self->reg == NULL || jl_register_field (self->reg, "unit_id") == NULL)
    return NULL;
  if (leaf_narrows (self) && jl_int_choice_get (self->leaf) > 0)
    return jl_int_choice_get_name (self->leaf);
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
  append_words (all, *self->word ? jl_list_word_say (self->reg, self->word) : "");
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
  return jl_list_word_get_parent (self->word);
}

gboolean
jl_register_filter_bar_shows_all_years (JlRegisterFilterBar *self)
{
  return self->all_years;
}

gboolean
jl_register_filter_bar_is_narrowed (JlRegisterFilterBar *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) || (leaf_narrows (self) && jl_int_choice_get (self->leaf) > 0) ||
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
  return g_variant_new ("(ssib@" JL_FIELD_TESTS_TYPE ")", gtk_editable_get_text (GTK_EDITABLE (self->search)), self->word,
                        jl_int_choice_get (self->leaf), self->all_years, jl_field_tests_to_variant (self->tests));
}

void
jl_register_filter_bar_restore (JlRegisterFilterBar *self, GVariant *state)
{
  const char *text, *word;
  int         leaf;
  g_autoptr (GVariant) tests = NULL;

  g_variant_get (state, "(&s&sib@" JL_FIELD_TESTS_TYPE ")", &text, &word, &leaf, &self->all_years, &tests);
  jl_register_filter_bar_narrow (self, word);
  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  jl_int_choice_set (self->leaf, leaf);
  g_ptr_array_unref (self->tests);
  self->tests = jl_field_tests_from_variant (self->reg, tests);
  show_tests (self);
  self->quiet = FALSE;
  gtk_widget_set_visible (self->clear, jl_register_filter_bar_is_narrowed (self));
}
