/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What may be asked depends on the field: the ends of a range for what has an order, words for a choice, missing or present
 * wherever a value may be missing. */

#include "jl-test-editor.h"

#include <glib/gi18n-lib.h>

#include "jl-choice-list.h"

struct _JlTestEditor
{
  GtkWidget parent_instance;

  const JlRegister *reg;   /* (nullable) */
  gboolean          quiet; /* while the program fills in */

  GtkWidget      *box;
  GtkDropDown    *fields;
  GtkWidget      *ends;
  GtkEditable    *from;
  GtkEditable    *to;
  GtkLabel       *unit;
  GtkWidget      *choices;
  GtkWidget      *presence;
  GtkCheckButton *present;
  GtkCheckButton *missing;
  GtkLabel       *problem;
  GtkWidget      *remove;
};

G_DEFINE_FINAL_TYPE (JlTestEditor, jl_test_editor, GTK_TYPE_WIDGET)

enum
{
  FIELD_CHOSEN,
  APPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
has_order (const JlField *field)
{
  return jl_field_is_number (field) || field->type == JL_FIELD_DATE || field->type == JL_FIELD_YEAR;
}

static JlChoiceList *
choice_list (JlTestEditor *self)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->choices));

  return viewport ? JL_CHOICE_LIST (gtk_viewport_get_child (GTK_VIEWPORT (viewport))) : NULL;
}

static void
show_problem (JlTestEditor *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
field_selected_cb (JlTestEditor *self)
{
  if (!self->quiet && self->reg)
    g_signal_emit (self, signals[FIELD_CHOSEN], 0);
}

static void
uncheck_presence (JlTestEditor *self)
{
  gtk_check_button_set_active (self->present, FALSE);
  gtk_check_button_set_active (self->missing, FALSE);
}

/* A range and "missing" exclude each other. */
static void
typed_cb (JlTestEditor *self)
{
  if (self->quiet)
    return;
  show_problem (self, NULL);
  self->quiet = TRUE;
  uncheck_presence (self);
  self->quiet = FALSE;
}

static void
presence_toggled_cb (JlTestEditor *self, GtkCheckButton *toggled)
{
  if (self->quiet || !gtk_check_button_get_active (toggled))
    return;
  self->quiet = TRUE;
  gtk_check_button_set_active (toggled == self->present ? self->missing : self->present, FALSE);
  gtk_editable_set_text (self->from, "");
  gtk_editable_set_text (self->to, "");
  self->quiet = FALSE;
}

static gboolean
read_end (const JlField *field, GtkEditable *entry, char **value, GError **error)
{
  g_autofree char *raw = NULL;

  if (!jl_field_parse (field, gtk_editable_get_text (entry), &raw, error))
    return FALSE;
  *value = g_strdup (raw ? raw : JL_TEST_NOTHING);
  return TRUE;
}

/* FALSE: what was typed makes no sense. */
static gboolean
read_range (JlTestEditor *self, const JlField *field, JlFieldTest **test, GError **error)
{
  g_auto (GStrv) values = g_new0 (char *, 3);

  if (!read_end (field, self->from, &values[0], error) || !read_end (field, self->to, &values[1], error))
    return FALSE;
  if (*values[0] || *values[1])
    *test = jl_field_test_new (field, JL_TEST_BETWEEN, g_steal_pointer (&values));
  return TRUE;
}

static gboolean
read_test (JlTestEditor *self, const JlField *field, JlFieldTest **test, GError **error)
{
  if (gtk_check_button_get_active (self->missing))
    *test = jl_field_test_new (field, JL_TEST_MISSING, NULL);
  else if (gtk_check_button_get_active (self->present))
    *test = jl_field_test_new (field, JL_TEST_PRESENT, NULL);
  else if (has_order (field))
    return read_range (self, field, test, error);
  else if (choice_list (self))
    *test = jl_choice_list_read (choice_list (self));
  return TRUE;
}

static void
apply_cb (JlTestEditor *self)
{
  const JlField *field = jl_test_editor_get_field (self);
  JlFieldTest   *test = NULL;
  g_autoptr (GError) error = NULL;

  if (field == NULL)
    return;
  if (read_test (self, field, &test, &error))
    g_signal_emit (self, signals[APPLIED], 0, test);
  else
    show_problem (self, error->message);
}

static void
remove_cb (JlTestEditor *self)
{
  if (self->reg)
    g_signal_emit (self, signals[APPLIED], 0, NULL);
}

static void
jl_test_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_TEST_EDITOR);
  G_OBJECT_CLASS (jl_test_editor_parent_class)->dispose (object);
}

static void
jl_test_editor_class_init (JlTestEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_test_editor_dispose;
  signals[FIELD_CHOSEN] =
      g_signal_new ("field-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[APPLIED] =
      g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/register/jl-test-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, JlTestEditor, box);
  gtk_widget_class_bind_template_child (widget_class, JlTestEditor, fields);
  gtk_widget_class_bind_template_child (widget_class, JlTestEditor, ends);
  gtk_widget_class_bind_template_child (widget_class, JlTestEditor, from);
  gtk_widget_class_bind_template_child (widget_class, JlTestEditor, to);
  gtk_widget_class_bind_template_child (widget_class, JlTestEditor, unit);
  gtk_widget_class_bind_template_child (widget_class, JlTestEditor, choices);
  gtk_widget_class_bind_template_child (widget_class, JlTestEditor, presence);
  gtk_widget_class_bind_template_child (widget_class, JlTestEditor, present);
  gtk_widget_class_bind_template_child (widget_class, JlTestEditor, missing);
  gtk_widget_class_bind_template_child (widget_class, JlTestEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, JlTestEditor, remove);
  gtk_widget_class_bind_template_callback (widget_class, field_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, presence_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
jl_test_editor_init (JlTestEditor *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->quiet = FALSE;
}

void
jl_test_editor_set_register (JlTestEditor *self, const JlRegister *reg)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->reg = reg;
  for (const JlField *field = reg->fields; field->name; field++)
    gtk_string_list_append (labels, _ (field->label));
  self->quiet = TRUE;
  gtk_drop_down_set_model (self->fields, G_LIST_MODEL (labels));
  self->quiet = FALSE;
  jl_test_editor_show (self, &reg->fields[0], NULL);
}

const JlField *
jl_test_editor_get_field (JlTestEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->fields);

  if (self->reg == NULL || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return &self->reg->fields[selected];
}

static void
show_range (JlTestEditor *self, const JlField *field, const JlFieldTest *test)
{
  gboolean         between = test && test->kind == JL_TEST_BETWEEN;
  g_autofree char *from = between && *test->values[0] ? jl_field_typed_text (field, test->values[0]) : g_strdup ("");
  g_autofree char *to = between && *test->values[1] ? jl_field_typed_text (field, test->values[1]) : g_strdup ("");
  const char      *unit = jl_field_unit (field);

  gtk_editable_set_text (self->from, from);
  gtk_editable_set_text (self->to, to);
  gtk_label_set_text (self->unit, unit ? unit : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unit), unit != NULL);
  gtk_widget_set_visible (self->ends, has_order (field));
}

static void
show_choices (JlTestEditor *self, const JlField *field, const JlFieldTest *test)
{
  gboolean   fits = jl_choice_list_fits (field);
  GtkWidget *list = fits ? jl_choice_list_new (field) : NULL;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->choices), list);
  gtk_widget_set_visible (self->choices, fits);
  if (list)
    jl_choice_list_show (JL_CHOICE_LIST (list), test);
}

static void
show_presence (JlTestEditor *self, const JlField *field, const JlFieldTest *test)
{
  gtk_check_button_set_active (self->present, test && test->kind == JL_TEST_PRESENT);
  gtk_check_button_set_active (self->missing, test && test->kind == JL_TEST_MISSING);
  gtk_widget_set_visible (self->presence, !jl_choice_list_fits (field));
}

void
jl_test_editor_show (JlTestEditor *self, const JlField *field, const JlFieldTest *test)
{
  self->quiet = TRUE;
  gtk_drop_down_set_selected (self->fields, (guint) (field - self->reg->fields));
  show_range (self, field, test);
  show_choices (self, field, test);
  show_presence (self, field, test);
  show_problem (self, NULL);
  gtk_widget_set_sensitive (self->remove, test != NULL);
  self->quiet = FALSE;
}
