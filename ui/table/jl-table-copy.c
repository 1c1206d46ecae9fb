/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Copying out of a table. A cell has no focus of its own in GTK 4.8: the menu is about the cell that the pointer is on, by
 * keyboard about the selected row. */

#include "jl-table-copy.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  JlTable   *table; /* unowned: it has us */
  GtkWidget *view;
  GtkWidget *menu;
  char      *cell; /* (nullable): what the cell under the menu says */
} Copy;

static void
copy_free (gpointer data)
{
  Copy *self = data;

  g_free (self->cell);
  g_free (self);
}

static void
put_on_clipboard (Copy *self, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->table)), text);
}

static void
copy_row (Copy *self)
{
  g_autofree char *text = jl_table_row_text (self->table, NULL);

  if (text)
    put_on_clipboard (self, text);
}

static void
copy_row_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy_row (user_data);
}

static void
copy_cell_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Copy *self = user_data;

  if (self->cell)
    put_on_clipboard (self, self->cell);
}

static gboolean
copy_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  copy_row (user_data);
  return GDK_EVENT_STOP;
}

/* The cell is the label or what the label lies in. */
static GtkWidget *
cell_at (Copy *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);

  if (widget && jl_column_of_cell (widget) == NULL)
    widget = gtk_widget_get_first_child (widget);
  return widget && jl_column_of_cell (widget) ? widget : NULL;
}

static void
open_menu (Copy *self, GtkWidget *cell, double x, double y)
{
  GActionMap      *actions = G_ACTION_MAP (g_object_get_data (G_OBJECT (self->table), "jl-copy-actions"));
  graphene_point_t place = GRAPHENE_POINT_INIT_ZERO;

  if (!gtk_widget_compute_point (self->view, GTK_WIDGET (self->table), &GRAPHENE_POINT_INIT ((float) x, (float) y), &place))
    return;
  g_free (self->cell);
  self->cell = cell ? g_strdup (gtk_label_get_text (GTK_LABEL (cell))) : NULL;
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "cell")), self->cell != NULL);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) place.x, (int) place.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, gpointer user_data)
{
  Copy      *self = user_data;
  GtkWidget *cell = cell_at (self, x, y);

  if (cell == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  jl_table_select (self->table, gtk_list_item_get_position (jl_column_item_of_cell (cell)));
  open_menu (self, cell, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  Copy *self = user_data;

  if (jl_table_get_selected (self->table) == NULL)
    return GDK_EVENT_PROPAGATE;
  open_menu (self, NULL, gtk_widget_get_width (self->view) / 2.0, JL_OUTER_PADDING);
  return GDK_EVENT_STOP;
}

static GtkWidget *
menu_new (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;

  g_menu_append (menu, _ ("Copy Cell"), "copy.cell");
  g_menu_append (menu, _ ("Copy Row"), "copy.row");
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  return popover;
}

static void
add_actions (Copy *self)
{
  static const GActionEntry entries[] = { { "cell", copy_cell_action }, { "row", copy_row_action } };
  GSimpleActionGroup       *actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->table), "copy", G_ACTION_GROUP (actions));
  g_object_set_data_full (G_OBJECT (self->table), "jl-copy-actions", actions, g_object_unref);
}

static void
add_shortcut (Copy *self, GtkEventController *controller, const char *trigger, GtkShortcutFunc func)
{
  GtkShortcutAction *action = gtk_callback_action_new (func, self, NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), action));
}

void
jl_table_copy_attach (JlTable *table, GtkWidget *view)
{
  Copy               *self = g_new0 (Copy, 1);
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  *self = (Copy){ .table = table, .view = view, .menu = menu_new () };
  g_object_set_data_full (G_OBJECT (table), "jl-copy", self, copy_free);
  add_actions (self);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (table));
  g_signal_connect_swapped (table, "destroy", G_CALLBACK (gtk_widget_unparent), self->menu);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  add_shortcut (self, keys, "<Control>c|<Control>Insert", copy_key_cb);
  add_shortcut (self, keys, "Menu|<Shift>F10", menu_key_cb);
  gtk_widget_add_controller (view, keys);
}
