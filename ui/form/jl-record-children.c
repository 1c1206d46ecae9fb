/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 下级记录: the first words that a list says of a record, and under them its figures. */

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

/* The year tells records of one parent apart, though lists, which are of one year, do not show it. */
static gboolean
is_listed (const JlRegister *reg, const JlField *field)
{
  return field->flags & JL_FIELD_LISTED || g_strcmp0 (field->name, reg->year_field) == 0;
}

static gboolean
is_telling (const JlRegister *reg, const JlField *field, const JlResult *rows, guint row)
{
  return is_listed (reg, field) && (field->type != JL_FIELD_UNIT || tells_unit (reg)) && g_strcmp0 (field->name, reg->parent_field) != 0 &&
         jl_record_has_column (rows, field->name) && !jl_result_is_null (rows, row, field->name);
}

/* The words alone, as in the row of a list; those that are derived are the parent's. */
static char *
row_text (const JlRegister *reg, const JlResult *rows, guint row)
{
  GString *text = g_string_new (NULL);
  guint    n = 0;

  for (const JlField *field = reg->fields; field->name && n < SHOWN_FIELDS; field++)
    {
      g_autofree char *value = NULL;

      if (!is_telling (reg, field, rows, row) || field->flags & (JL_FIELD_TOTAL | JL_FIELD_DERIVED))
        continue;
      value = jl_record_field_text (field, rows, row);
      g_string_append_printf (text, "%s%s", n > 0 ? "　" : "", value);
      n++;
    }
  return g_string_free (text, FALSE);
}

/* What lists add up, a line each: "计划资金（万元） 262.72". (nullable) */
static char *
sums_text (const JlRegister *reg, const JlResult *rows, guint row)
{
  GString *text = g_string_new (NULL);

  for (const JlField *field = reg->fields; field->name; field++)
    {
      const char      *unit = jl_field_unit (field);
      g_autofree char *value = NULL;

      if (!is_telling (reg, field, rows, row) || !(field->flags & JL_FIELD_TOTAL))
        continue;
      value = jl_record_field_text (field, rows, row);
      g_string_append_printf (text, "%s%s%s %s", text->len > 0 ? "\n" : "", _ (field->label), unit ? unit : "", value);
    }
  return g_string_free (text, text->len == 0);
}

static GtkWidget *
make_lines (const char *text, const char *sums)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = make_label (text, "jl-dense");

  gtk_widget_add_css_class (label, "jl-value");
  gtk_box_append (GTK_BOX (lines), label);
  if (sums)
    {
      label = make_label (sums, "caption");
      gtk_widget_add_css_class (label, "jl-note");
      gtk_box_append (GTK_BOX (lines), label);
    }
  return lines;
}

static GtkWidget *
make_row (const JlRegister *reg, const JlResult *rows, guint row)
{
  g_autofree char *text = row_text (reg, rows, row);
  g_autofree char *sums = sums_text (reg, rows, row);
  g_autofree char *spoken = g_strjoin ("\n", text, sums, NULL);
  GtkWidget       *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_lines (text, sums));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "jl-line-button");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", reg->name, jl_result_int (rows, row, "id", 0));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "record.open-other");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
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
