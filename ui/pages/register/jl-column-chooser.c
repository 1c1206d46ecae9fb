/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A row a field: the check says whether it is a column, the order of the rows is that of the columns. */

#include "jl-column-chooser.h"

#include <glib/gi18n-lib.h>

struct _JlColumnChooser
{
  GtkWidget parent_instance;

  const JlRegister *reg;
  gboolean          quiet; /* while the program fills in */

  GtkWidget  *box;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (JlColumnChooser, jl_column_chooser, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a row stands for; hangs on the row. */
typedef struct
{
  JlSeenColumn    column;
  GtkCheckButton *check;
} Entry;

static Entry *
entry_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "jl-entry");
}

static GtkListBoxRow *
row_at (JlColumnChooser *self, int i)
{
  return gtk_list_box_get_row_at_index (self->list, i);
}

static guint
count_checked (JlColumnChooser *self)
{
  GtkListBoxRow *row;
  guint          n = 0;

  for (int i = 0; (row = row_at (self, i)); i++)
    n += gtk_check_button_get_active (entry_of (row)->check);
  return n;
}

/* The last column cannot be taken away. */
static void
update_checks (JlColumnChooser *self)
{
  gboolean       one = count_checked (self) == 1;
  GtkListBoxRow *row;

  for (int i = 0; (row = row_at (self, i)); i++)
    {
      GtkCheckButton *check = entry_of (row)->check;

      gtk_widget_set_sensitive (GTK_WIDGET (check), !(one && gtk_check_button_get_active (check)));
    }
}

static void
changed (JlColumnChooser *self)
{
  if (self->quiet)
    return;
  update_checks (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* It is the neighbour that goes to the other side: the row itself keeps its focus. */
static void
move_row (JlColumnChooser *self, GtkListBoxRow *row, int step)
{
  int            place = gtk_list_box_row_get_index (row);
  GtkListBoxRow *neighbour = place + step < 0 ? NULL : row_at (self, place + step);

  if (neighbour == NULL)
    return;
  g_object_ref (neighbour);
  gtk_list_box_remove (self->list, GTK_WIDGET (neighbour));
  gtk_list_box_insert (self->list, GTK_WIDGET (neighbour), place);
  g_object_unref (neighbour);
  if (gtk_check_button_get_active (entry_of (row)->check))
    changed (self);
}

static void
step_clicked_cb (GtkWidget *button, gpointer step)
{
  JlColumnChooser *self = JL_COLUMN_CHOOSER (gtk_widget_get_ancestor (button, JL_TYPE_COLUMN_CHOOSER));

  move_row (self, GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW)), GPOINTER_TO_INT (step));
}

static gboolean
step_key_cb (GtkWidget *widget, GVariant *step, gpointer user_data)
{
  JlColumnChooser *self = JL_COLUMN_CHOOSER (widget);
  GtkWidget       *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  move_row (self, GTK_LIST_BOX_ROW (row), g_variant_get_int32 (step));
  return GDK_EVENT_STOP;
}

static gboolean
toggle_key_cb (GtkWidget *widget, GVariant *nothing, gpointer user_data)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (JL_COLUMN_CHOOSER (widget)->list));

  return row != NULL && gtk_widget_activate (row);
}

static void
row_activated_cb (JlColumnChooser *self, GtkListBoxRow *row)
{
  GtkCheckButton *check = entry_of (row)->check;

  if (gtk_widget_get_sensitive (GTK_WIDGET (check)))
    gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static GtkWidget *
make_step (const char *icon, const char *name, int step)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (step_clicked_cb), GINT_TO_POINTER (step));
  return button;
}

static void
add_row (JlColumnChooser *self, const JlSeenColumn *column, gboolean checked)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *check = gtk_check_button_new_with_label (_ (column->field->label));
  Entry     *entry = g_new0 (Entry, 1);

  *entry = (Entry){ *column, GTK_CHECK_BUTTON (check) };
  g_object_set_data_full (G_OBJECT (row), "jl-entry", entry, g_free);
  gtk_check_button_set_active (entry->check, checked);
  gtk_widget_set_hexpand (check, TRUE);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (changed), self);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), make_step ("go-up-symbolic", _ ("Move Left (Alt+Up)"), -1));
  gtk_box_append (GTK_BOX (box), make_step ("go-down-symbolic", _ ("Move Right (Alt+Down)"), 1));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (column->field->label), -1);
  gtk_list_box_append (self->list, row);
}

static void
reset_cb (JlColumnChooser *self)
{
  g_autoptr (GArray) columns = jl_register_columns_default (self->reg);

  jl_column_chooser_show (self, self->reg, columns);
  changed (self);
}

static void
jl_column_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_COLUMN_CHOOSER);
  G_OBJECT_CLASS (jl_column_chooser_parent_class)->dispose (object);
}

static void
jl_column_chooser_class_init (JlColumnChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_column_chooser_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/register/jl-column-chooser.ui");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, step_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, step_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, toggle_key_cb, NULL);
  gtk_widget_class_bind_template_child (widget_class, JlColumnChooser, box);
  gtk_widget_class_bind_template_child (widget_class, JlColumnChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
jl_column_chooser_init (JlColumnChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
jl_column_chooser_show (JlColumnChooser *self, const JlRegister *reg, const GArray *columns)
{
  GtkListBoxRow *row;

  self->reg = reg;
  self->quiet = TRUE;
  while ((row = row_at (self, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < columns->len; i++)
    add_row (self, &g_array_index (columns, JlSeenColumn, i), TRUE);
  for (const JlField *field = reg->fields; field->name; field++)
    {
      if (jl_register_columns_find (columns, field->name) < 0)
        add_row (self, &(JlSeenColumn){ field, 0 }, FALSE);
    }
  update_checks (self);
  self->quiet = FALSE;
}

GArray *
jl_column_chooser_read (JlColumnChooser *self)
{
  GArray        *columns = g_array_new (FALSE, FALSE, sizeof (JlSeenColumn));
  GtkListBoxRow *row;

  for (int i = 0; (row = row_at (self, i)); i++)
    {
      if (gtk_check_button_get_active (entry_of (row)->check))
        g_array_append_val (columns, entry_of (row)->column);
    }
  return columns;
}
