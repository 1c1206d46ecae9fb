/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One field of a form. It is checked when the focus leaves it, and again with every key once it has been found wrong, so that the
 * sentence goes as soon as it is right. */

#include "jl-field-row.h"

#include <glib/gi18n-lib.h>

#include "jl-field-editor.h"

#define NAME_WIDTH 108

struct _JlFieldRow
{
  GtkBox parent_instance;

  const JlField *field;
  char          *before;  /* (nullable): the value before a person types */
  gboolean       setting; /* what changes is not typed */

  GtkWidget *editor;
  GtkLabel  *message; /* what is wrong, else what helps */
  gboolean   wrong;
};

G_DEFINE_FINAL_TYPE (JlFieldRow, jl_field_row, GTK_TYPE_BOX)

enum
{
  CHANGED,
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (JlFieldRow *self)
{
  if (self->setting)
    return;
  if (self->wrong)
    jl_field_row_validate (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activated_cb (JlFieldRow *self)
{
  jl_field_row_validate (self);
  g_signal_emit (self, signals[DONE], 0);
}

/* An untouched field is not blamed for being empty before the record is saved. */
static void
focus_left_cb (JlFieldRow *self)
{
  if (self->wrong || jl_field_row_is_changed (self))
    jl_field_row_validate (self);
}

static void
jl_field_row_finalize (GObject *object)
{
  g_free (JL_FIELD_ROW (object)->before);
  G_OBJECT_CLASS (jl_field_row_parent_class)->finalize (object);
}

static void
jl_field_row_class_init (JlFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jl_field_row_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "fieldrow");
}

static void
jl_field_row_init (JlFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* "建筑编号 *": what is needed says so. */
static GtkWidget *
make_name (const JlField *field)
{
  g_autofree char *text =
      field->flags & JL_FIELD_REQUIRED ? g_strdup_printf ("%s *", _ (field->label)) : g_strdup (_ (field->label));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_size_request (label, NAME_WIDTH, -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 8);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "jl-note");
  return label;
}

/* "(㎡)" stands in heads; behind an entry it is "㎡". */
static GtkWidget *
make_unit (const JlField *field)
{
  const char      *unit = jl_field_unit (field);
  glong            length = unit ? g_utf8_strlen (unit, -1) : 0;
  g_autofree char *bare = length > 2 ? g_utf8_substring (unit, 1, length - 1) : NULL;
  GtkWidget       *label;

  if (bare == NULL)
    return NULL;
  label = gtk_label_new (bare);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "jl-note");
  return label;
}

static GtkLabel *
make_message (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_add_css_class (label, "caption");
  return GTK_LABEL (label);
}

static void
put_together (JlFieldRow *self)
{
  gboolean   stacked = self->field->type == JL_FIELD_NOTE;
  GtkWidget *line = gtk_box_new (stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, stacked ? 3 : 6);
  GtkWidget *unit = make_unit (self->field);

  gtk_widget_set_hexpand (self->editor, TRUE);
  gtk_box_append (GTK_BOX (line), make_name (self->field));
  gtk_box_append (GTK_BOX (line), self->editor);
  if (unit)
    gtk_box_append (GTK_BOX (line), unit);
  self->message = make_message ();
  if (!stacked)
    gtk_widget_set_margin_start (GTK_WIDGET (self->message), NAME_WIDTH + 6);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->message));
}

/**
 * jl_field_row_new:
 * @field: what is typed here
 *
 * Returns: an empty row
 */
GtkWidget *
jl_field_row_new (const JlField *field)
{
  JlFieldRow *self = g_object_new (JL_TYPE_FIELD_ROW, NULL);

  self->field = field;
  self->editor = jl_field_editor_new (field);
  put_together (self);
  jl_field_editor_connect (self->editor, field, G_CALLBACK (changed_cb), G_CALLBACK (activated_cb), self);
  jl_field_row_set_value (self, NULL, NULL);
  return GTK_WIDGET (self);
}

const JlField *
jl_field_row_get_field (JlFieldRow *self)
{
  return self->field;
}

GtkWidget *
jl_field_row_get_editor (JlFieldRow *self)
{
  return self->editor;
}

/* The value is compared as the editor itself would give it: 12.50 and 12.5 are the same. */
void
jl_field_row_set_value (JlFieldRow *self, const char *raw, const char *label)
{
  self->setting = TRUE;
  jl_field_editor_set (self->editor, self->field, raw, label);
  self->setting = FALSE;
  g_clear_pointer (&self->before, g_free);
  jl_field_editor_get (self->editor, self->field, &self->before, NULL);
  jl_field_row_show_error (self, NULL);
}

/* Nothing in a needed field is an error and yet no change where there was nothing. */
gboolean
jl_field_row_is_changed (JlFieldRow *self)
{
  g_autofree char *raw = NULL;
  g_autofree char *text = jl_field_editor_text (self->editor, self->field);

  if (jl_field_editor_get (self->editor, self->field, &raw, NULL))
    return g_strcmp0 (raw, self->before) != 0;
  return self->before != NULL || *text == '\0';
}

gboolean
jl_field_row_get_value (JlFieldRow *self, char **raw, char **text)
{
  if (!jl_field_editor_get (self->editor, self->field, raw, NULL))
    return FALSE;
  *text = jl_field_editor_text (self->editor, self->field);
  return TRUE;
}

gboolean
jl_field_row_validate (JlFieldRow *self)
{
  g_autofree char *raw = NULL;
  g_autoptr (GError) error = NULL;

  jl_field_editor_get (self->editor, self->field, &raw, &error);
  jl_field_row_show_error (self, error ? error->message : NULL);
  return error == NULL;
}

static void
mark (JlFieldRow *self, const char *sentence)
{
  GtkWidget *input = jl_field_editor_get_input (self->editor, self->field);

  if (sentence)
    {
      gtk_widget_add_css_class (self->editor, "error");
      gtk_widget_add_css_class (input, "error");
    }
  else
    {
      gtk_widget_remove_css_class (self->editor, "error");
      gtk_widget_remove_css_class (input, "error");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
jl_field_row_show_error (JlFieldRow *self, const char *sentence)
{
  const char *help = self->field->help ? _ (self->field->help) : "";
  const char *text = sentence ? sentence : help;
  GtkWidget  *input = jl_field_editor_get_input (self->editor, self->field);

  self->wrong = sentence != NULL;
  mark (self, sentence);
  gtk_label_set_text (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
  if (sentence)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->message), "jl-note");
      gtk_widget_add_css_class (GTK_WIDGET (self->message), "jl-wrong");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->message), "jl-wrong");
      gtk_widget_add_css_class (GTK_WIDGET (self->message), "jl-note");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

const char *
jl_field_row_get_error (JlFieldRow *self)
{
  return self->wrong ? gtk_label_get_text (self->message) : NULL;
}

void
jl_field_row_focus (JlFieldRow *self)
{
  gtk_widget_child_focus (self->editor, GTK_DIR_TAB_FORWARD);
}
