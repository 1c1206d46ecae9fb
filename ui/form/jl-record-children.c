/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 下级记录: what a record is called, and behind it the first figures and words of its list. */

#include "jl-record-children.h"

#include <glib/gi18n-lib.h>

#define SHOWN_FIELDS 3
#define SHORT_TITLE 6

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Records lie where their parent lies, unless that may lie nowhere: a document is of no place, the targets that rest on it are. */
static gboolean
tells_unit (const JlRegister *reg)
{
  const JlField *field = jl_register_field (jl_register_find (reg->parent), "unit_id");

  return field && !(field->flags & (JL_FIELD_REQUIRED | JL_FIELD_DERIVED));
}

static gboolean
is_telling (const JlRegister *reg, const JlField *field, const JlResult *rows, guint row)
{
  return field->flags & JL_FIELD_LISTED && (field->type != JL_FIELD_UNIT || tells_unit (reg)) && g_strcmp0 (field->name, reg->parent_field) != 0 &&
         jl_record_has_column (rows, field->name) && !jl_result_is_null (rows, row, field->name);
}

/* "计量收费面积 17,474.90 ㎡" would be long: the words alone, as in the row of a list. */
static char *
row_text (const JlRegister *reg, const JlResult *rows, guint row)
{
  GString *text = g_string_new (NULL);
  guint    n = 0;

  for (const JlField *field = reg->fields; field->name && n < SHOWN_FIELDS; field++)
    {
      g_autofree char *value = NULL;

      if (!is_telling (reg, field, rows, row))
        continue;
      value = jl_record_field_text (field, rows, row);
      g_string_append_printf (text, "%s%s", n > 0 ? "　" : "", value);
      n++;
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (const JlRegister *reg, const JlResult *rows, guint row)
{
  g_autofree char *text = row_text (reg, rows, row);
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *label = make_label (text, "jl-dense");

  gtk_widget_add_css_class (label, "jl-value");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "jl-line-button");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", reg->name, jl_result_int (rows, row, "id", 0));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "record.open-other");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return button;
}

static GtkWidget *
make_add (const JlRegister *reg)
{
  g_autofree char *name = NULL;
  GtkWidget       *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  /* Translators: a button; the title of a register */
  name = g_strdup_printf (_ ("Add: %s"), _ (reg->title));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "jl-small-button");
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", reg->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "record.add-child");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_head (const JlRecordDetails *details, const JlRecordChildren *children)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = make_label (_ (children->reg->title), "caption-heading");

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  if (jl_record_details_may (details, children->reg, "may_add"))
    gtk_box_append (GTK_BOX (head), make_add (children->reg));
  return head;
}

static GtkWidget *
make_note (const JlRecordChildren *children)
{
  g_autofree char *text = NULL;
  GtkWidget       *label;

  /* Translators: number of records shown */
  text = children->more ? g_strdup_printf (_ ("The first %d are shown; the list has all."), JL_RECORD_CHILDREN)
                        : g_strdup (_ ("None"));
  label = make_label (text, "caption");
  gtk_widget_add_css_class (label, "jl-note");
  return label;
}

static void
add_register (GtkBox *box, const JlRecordDetails *details, const JlRecordChildren *children)
{
  guint n = MIN (jl_result_n_rows (children->rows), JL_RECORD_CHILDREN);

  gtk_box_append (box, make_head (details, children));
  for (guint i = 0; i < n; i++)
    gtk_box_append (box, make_row (children->reg, children->rows, i));
  if (n == 0 || children->more)
    gtk_box_append (box, make_note (children));
}

void
jl_record_children_fill (GtkBox *box, const JlRecordDetails *details)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
  for (guint i = 0; i < details->children->len; i++)
    add_register (box, details, g_ptr_array_index (details->children, i));
}

const char *
jl_record_children_title (const JlRecordDetails *details)
{
  const JlRecordChildren *only = details->children->len == 1 ? g_ptr_array_index (details->children, 0) : NULL;

  if (only && g_utf8_strlen (_ (only->reg->title), -1) <= SHORT_TITLE)
    return _ (only->reg->title);
  return _ ("Belonging records");
}
