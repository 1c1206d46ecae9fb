/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A menu button over a list of choices. Its label is the field, or what is asked of it. */

#include "jl-choice-filter.h"

#include <glib/gi18n-lib.h>

struct _JlChoiceFilter
{
  GtkWidget parent_instance;

  const JlField *field;
  GtkWidget     *button;
  GtkWidget     *label;
  JlChoiceList  *list;
};

G_DEFINE_FINAL_TYPE (JlChoiceFilter, jl_choice_filter, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
short_words (const JlFieldTest *test)
{
  guint n = g_strv_length (test->values);

  if (n == 1)
    return jl_field_test_value_word (test->field, test->values[0]);
  /* Translators: a field and how many of its words are asked for */
  return g_strdup_printf (_ ("%s: %u of them"), _ (test->field->label), n);
}

static void
say (JlChoiceFilter *self, const JlFieldTest *test)
{
  g_autofree char *words = test ? short_words (test) : g_strdup (_ (self->field->brief ? self->field->brief : self->field->label));
  g_autofree char *whole = test ? jl_field_test_words (test) : g_strdup (_ (self->field->label));

  gtk_label_set_text (GTK_LABEL (self->label), words);
  gtk_widget_set_tooltip_text (self->button, test || self->field->brief ? whole : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  if (test)
    gtk_widget_add_css_class (self->button, "jl-active-filter");
  else
    gtk_widget_remove_css_class (self->button, "jl-active-filter");
}

static void
list_changed_cb (JlChoiceFilter *self)
{
  g_autoptr (JlFieldTest) test = jl_choice_list_read (self->list);

  say (self, test);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_face (JlChoiceFilter *self)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (face), self->label);
  gtk_box_append (GTK_BOX (face), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  return face;
}

static void
jl_choice_filter_dispose (GObject *object)
{
  g_clear_pointer (&JL_CHOICE_FILTER (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (jl_choice_filter_parent_class)->dispose (object);
}

static void
jl_choice_filter_class_init (JlChoiceFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jl_choice_filter_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "choicefilter");
}

static void
jl_choice_filter_init (JlChoiceFilter *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), make_face (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static GtkWidget *
make_popover (JlChoiceFilter *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  return popover;
}

GtkWidget *
jl_choice_filter_new (const JlField *field)
{
  JlChoiceFilter *self = g_object_new (JL_TYPE_CHOICE_FILTER, NULL);

  self->field = field;
  self->list = JL_CHOICE_LIST (jl_choice_list_new (field));
  g_signal_connect_swapped (self->list, "changed", G_CALLBACK (list_changed_cb), self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  say (self, NULL);
  return GTK_WIDGET (self);
}

const JlField *
jl_choice_filter_get_field (JlChoiceFilter *self)
{
  return self->field;
}

void
jl_choice_filter_show (JlChoiceFilter *self, const JlFieldTest *test)
{
  jl_choice_list_show (self->list, test);
  say (self, test);
}

JlFieldTest *
jl_choice_filter_read (JlChoiceFilter *self)
{
  return jl_choice_list_read (self->list);
}
