/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The form of a register. Enter goes on to the next row; Tab goes through everything that takes the focus. */

#include "jl-record-form.h"

#include <string.h>

#include "jl-field-row.h"
#include "jl-record-details.h"
#include "jl-reference-picker.h"
#include "jl-unit-picker.h"

struct _JlRecordForm
{
  GtkBox parent_instance;

  const JlRegister *reg;
  gboolean          making; /* a record that is not there yet */
  GPtrArray        *rows;   /* JlFieldRow; the box owns them */
};

G_DEFINE_FINAL_TYPE (JlRecordForm, jl_record_form, GTK_TYPE_BOX)

enum
{
  CHANGED,
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static JlFieldRow *
find_row (JlRecordForm *self, const char *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      JlFieldRow *row = g_ptr_array_index (self->rows, i);

      if (g_strcmp0 (jl_field_row_get_field (row)->name, field) == 0)
        return row;
    }
  return NULL;
}

/* The first row from this one on that can be changed; FALSE: there is none. */
static gboolean
focus_from (JlRecordForm *self, guint first)
{
  for (guint i = first; i < self->rows->len; i++)
    {
      if (gtk_widget_get_sensitive (g_ptr_array_index (self->rows, i)))
        {
          jl_field_row_focus (g_ptr_array_index (self->rows, i));
          return TRUE;
        }
    }
  return FALSE;
}

static void
row_changed_cb (JlRecordForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_done_cb (JlRecordForm *self, JlFieldRow *row)
{
  guint at = 0;

  if (!g_ptr_array_find (self->rows, row, &at) || !focus_from (self, at + 1))
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
jl_record_form_finalize (GObject *object)
{
  g_ptr_array_unref (JL_RECORD_FORM (object)->rows);
  G_OBJECT_CLASS (jl_record_form_parent_class)->finalize (object);
}

static void
jl_record_form_class_init (JlRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jl_record_form_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISHED] =
      g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "recordform");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_FORM);
}

static void
jl_record_form_init (JlRecordForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->rows = g_ptr_array_new ();
}

GtkWidget *
jl_record_form_new (void)
{
  return g_object_new (JL_TYPE_RECORD_FORM, NULL);
}

static void
fill_units (JlUnitPicker *picker, const JlResult *units)
{
  for (guint i = 0; i < jl_result_n_rows (units); i++)
    jl_unit_picker_add (picker, (int) jl_result_int (units, i, "unit_id", 0), jl_result_text (units, i, "name"),
                        jl_result_text (units, i, "code"), jl_result_text (units, i, "parent"));
}

/* A record's own unit is where the record is; other fields may name any unit as well. */
static void
add_row (JlRecordForm *self, const JlField *field, const JlResult *units, JlLink *link, const JlResult *record)
{
  GtkWidget       *row = jl_field_row_new (field);
  GtkWidget       *editor = jl_field_row_get_editor (JL_FIELD_ROW (row));
  g_autofree char *label = record ? jl_record_field_text (field, record, 0) : NULL;

  if (JL_IS_UNIT_PICKER (editor))
    fill_units (JL_UNIT_PICKER (editor), units);
  if (JL_IS_REFERENCE_PICKER (editor))
    jl_reference_picker_set_link (JL_REFERENCE_PICKER (editor), link);
  if (record && jl_record_has_column (record, field->name))
    jl_field_row_set_value (JL_FIELD_ROW (row), jl_result_text (record, 0, field->name), label);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (row_changed_cb), self);
  g_signal_connect_swapped (row, "done", G_CALLBACK (row_done_cb), self);
  gtk_box_append (GTK_BOX (self), row);
  g_ptr_array_add (self->rows, row);
}

void
jl_record_form_start (JlRecordForm     *self,
                      const JlRegister *reg,
                      const JlResult   *units,
                      JlLink           *link,
                      const JlResult   *record)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_box_remove (GTK_BOX (self), child);
  g_ptr_array_set_size (self->rows, 0);
  self->reg = reg;
  self->making = record == NULL;
  for (const JlField *field = reg->fields; field->name; field++)
    {
      if (!(field->flags & JL_FIELD_DERIVED))
        add_row (self, field, units, link, record);
    }
}

void
jl_record_form_allow (JlRecordForm *self, const char *fields)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      JlFieldRow      *row = g_ptr_array_index (self->rows, i);
      g_autofree char *name = g_strdup_printf (",%s,", jl_field_row_get_field (row)->name);

      gtk_widget_set_sensitive (GTK_WIDGET (row), fields == NULL || strstr (fields, name) != NULL);
    }
}

void
jl_record_form_set_default (JlRecordForm *self, const char *field, const char *raw, const char *label)
{
  JlFieldRow *row = find_row (self, field);

  if (row)
    jl_field_row_set_value (row, raw, label);
}

gboolean
jl_record_form_is_changed (JlRecordForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (jl_field_row_is_changed (g_ptr_array_index (self->rows, i)))
        return TRUE;
    }
  return FALSE;
}

gboolean
jl_record_form_validate (JlRecordForm *self)
{
  JlFieldRow *first = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      JlFieldRow *row = g_ptr_array_index (self->rows, i);

      if (!jl_field_row_validate (row) && first == NULL)
        first = row;
    }
  if (first)
    jl_field_row_focus (first);
  return first == NULL;
}

GPtrArray *
jl_record_form_get_values (JlRecordForm *self)
{
  GPtrArray *values = jl_form_values_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      JlFieldRow *row = g_ptr_array_index (self->rows, i);
      char       *raw = NULL, *text = NULL;

      if (!(self->making || jl_field_row_is_changed (row)) || !jl_field_row_get_value (row, &raw, &text))
        continue;
      if (self->making && raw == NULL) /* the database's own default stays */
        g_free (text);
      else
        jl_form_values_add (values, jl_field_row_get_field (row), raw, text);
    }
  return values;
}

gboolean
jl_record_form_show_error (JlRecordForm *self, const char *field, const char *sentence)
{
  JlFieldRow *row = find_row (self, field);

  if (row == NULL)
    return FALSE;
  jl_field_row_show_error (row, sentence);
  jl_field_row_focus (row);
  return TRUE;
}

void
jl_record_form_focus (JlRecordForm *self)
{
  focus_from (self, 0);
}
