/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The list of registers. There are some forty of them, so a GtkListBox with a filter function serves. */

#include "jl-register-chooser.h"

#include <glib/gi18n-lib.h>

struct _JlRegisterChooser
{
  GtkWidget parent_instance;

  GtkWidget      *button;
  GtkLabel       *title;
  GtkPopover     *popover;
  GtkSearchEntry *search;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (JlRegisterChooser, jl_register_chooser, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const JlRegister *
register_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "jl-register");
}

static gboolean
matches (GtkListBoxRow *row, gpointer user_data)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (JL_REGISTER_CHOOSER (user_data)->search));

  return g_strstr_len (_ (register_of (row)->title), -1, typed) != NULL || g_str_has_prefix (register_of (row)->clause, typed);
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *group = register_of (row)->group;
  GtkWidget  *header = NULL;

  if (before == NULL || !g_str_equal (group, register_of (before)->group))
    {
      header = gtk_label_new (_ (group));
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "caption-heading");
      gtk_widget_add_css_class (header, "jl-pad");
    }
  gtk_list_box_row_set_header (row, header);
}

static void
choose (JlRegisterChooser *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHOSEN], 0, register_of (row)->name);
}

static void
row_activated_cb (JlRegisterChooser *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
search_changed_cb (JlRegisterChooser *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
search_activate_cb (JlRegisterChooser *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    {
      if (matches (row, self))
        {
          choose (self, row);
          return;
        }
    }
}

static void
popover_show_cb (JlRegisterChooser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_list_box_invalidate_filter (self->list);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Registers of one group stand together, a group where its first register does. */
static int
place_in_group (JlRegisterChooser *self, const char *group)
{
  GtkListBoxRow *row;
  int            place = -1;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    {
      if (g_str_equal (register_of (row)->group, group))
        place = i + 1;
    }
  return place;
}

static void
add_register (JlRegisterChooser *self, const JlRegister *reg)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (_ (reg->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "jl-pad");
  g_object_set_data (G_OBJECT (row), "jl-register", (gpointer) reg);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (reg->title), -1);
  gtk_list_box_insert (self->list, row, place_in_group (self, reg->group));
}

static void
jl_register_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_REGISTER_CHOOSER);
  G_OBJECT_CLASS (jl_register_chooser_parent_class)->dispose (object);
}

static void
jl_register_chooser_class_init (JlRegisterChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_register_chooser_dispose;
  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/register/jl-register-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, JlRegisterChooser, button);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterChooser, title);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterChooser, popover);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterChooser, search);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
jl_register_chooser_init (JlRegisterChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  for (const JlRegister *const *reg = jl_registers_all (); *reg; reg++)
    add_register (self, *reg);
}

GtkWidget *
jl_register_chooser_new (void)
{
  return g_object_new (JL_TYPE_REGISTER_CHOOSER, NULL);
}

void
jl_register_chooser_set_register (JlRegisterChooser *self, const JlRegister *reg)
{
  GtkListBoxRow   *row;
  g_autofree char *name = NULL;

  gtk_label_set_text (self->title, _ (reg->title));
  /* Translators: a button that shows the register on the page and lets another be chosen */
  name = g_strdup_printf (_ ("Register: %s"), _ (reg->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    {
      if (register_of (row) == reg)
        gtk_list_box_select_row (self->list, row);
    }
}
