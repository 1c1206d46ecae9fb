/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Check buttons for the words of a field. */

#include "jl-choice-list.h"

struct _JlChoiceList
{
  GtkWidget parent_instance;

  const JlField *field;
  GPtrArray     *values; /* const char *: behind the check buttons, in their order */
  gboolean       quiet;  /* while the program checks */
};

G_DEFINE_FINAL_TYPE (JlChoiceList, jl_choice_list, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (JlChoiceList *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_value (JlChoiceList *self, const char *value)
{
  g_autofree char *word = jl_field_test_value_word (self->field, value);
  GtkWidget       *check = gtk_check_button_new_with_label (word);

  g_ptr_array_add (self->values, (gpointer) value);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_parent (check, GTK_WIDGET (self));
}

static void
fill (JlChoiceList *self)
{
  if (self->field->type == JL_FIELD_YES_NO)
    {
      add_value (self, "t");
      add_value (self, "f");
    }
  for (const JlChoice *choice = self->field->choices; choice && choice->code; choice++)
    {
      if (*choice->code)
        add_value (self, choice->code);
    }
  if ((self->field->flags & JL_FIELD_REQUIRED) == 0)
    add_value (self, JL_TEST_NOTHING);
}

static void
jl_choice_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (jl_choice_list_parent_class)->dispose (object);
}

static void
jl_choice_list_finalize (GObject *object)
{
  g_ptr_array_unref (JL_CHOICE_LIST (object)->values);
  G_OBJECT_CLASS (jl_choice_list_parent_class)->finalize (object);
}

static void
jl_choice_list_class_init (JlChoiceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_choice_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = jl_choice_list_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choicelist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jl_choice_list_init (JlChoiceList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->values = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
jl_choice_list_new (const JlField *field)
{
  JlChoiceList *self = g_object_new (JL_TYPE_CHOICE_LIST, NULL);

  self->field = field;
  fill (self);
  return GTK_WIDGET (self);
}

gboolean
jl_choice_list_fits (const JlField *field)
{
  return field->type == JL_FIELD_CHOICE || field->type == JL_FIELD_YES_NO;
}

void
jl_choice_list_show (JlChoiceList *self, const JlFieldTest *test)
{
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->quiet = TRUE;
  for (guint i = 0; check; check = gtk_widget_get_next_sibling (check), i++)
    {
      const char *value = g_ptr_array_index (self->values, i);
      gboolean    any_of = test && test->kind == JL_TEST_ANY_OF;

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   any_of && g_strv_contains ((const char *const *) test->values, value));
    }
  self->quiet = FALSE;
}

JlFieldTest *
jl_choice_list_read (JlChoiceList *self)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; check; check = gtk_widget_get_next_sibling (check), i++)
    {
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_ptr_array_add (values, g_strdup (g_ptr_array_index (self->values, i)));
    }
  if (values->len == 0)
    return NULL;
  g_ptr_array_add (values, NULL);
  return jl_field_test_new (self->field, JL_TEST_ANY_OF, (char **) g_ptr_array_free (g_steal_pointer (&values), FALSE));
}
