/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Chooses one assessed unit. There are some fifty of them, so a GtkListBox with a filter function serves. */

#include "jl-unit-picker.h"

#include <glib/gi18n.h>
#include <string.h>

struct _JlUnitPicker
{
  GtkWidget parent_instance;

  int      unit_id;
  gboolean large;
  char    *title; /* (nullable): what is chosen here, where not simply a unit */

  GtkMenuButton  *button;
  GtkLabel       *name;
  GtkPopover     *popover;
  GtkSearchEntry *search;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (JlUnitPicker, jl_unit_picker, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LARGE,
  N_PROPS,
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

/* What a row stands for; hangs on the row. */
typedef struct
{
  int   id;
  char *name;
  char *code;
  char *group;
  char *sound;
} Unit;

static void
unit_free (gpointer data)
{
  Unit *unit = data;

  g_free (unit->name);
  g_free (unit->code);
  g_free (unit->group);
  g_free (unit->sound);
  g_free (unit);
}

static const Unit *
unit_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "jl-unit");
}

static GtkListBoxRow *
find_row (JlUnitPicker *self, int unit_id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    {
      if (unit_of (row)->id == unit_id)
        return row;
    }
  return NULL;
}

static gboolean
matches (GtkListBoxRow *row, gpointer user_data)
{
  JlUnitPicker    *self = user_data;
  const Unit      *unit = unit_of (row);
  const char      *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *small = g_ascii_strdown (typed, -1);

  if (g_strstr_len (unit->name, -1, typed) != NULL || (unit->sound != NULL && strstr (unit->sound, small) != NULL))
    return TRUE;
  return unit->code != NULL && g_str_has_prefix (unit->code, typed);
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const Unit *unit = unit_of (row);
  GtkWidget  *header = NULL;

  if (unit->group && (before == NULL || g_strcmp0 (unit->group, unit_of (before)->group) != 0))
    {
      header = gtk_label_new (unit->group);
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "caption-heading");
      gtk_widget_add_css_class (header, "jl-pad");
    }
  gtk_list_box_row_set_header (row, header);
}

static GtkListBoxRow *
first_match (JlUnitPicker *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    {
      if (matches (row, self))
        return row;
    }
  return NULL;
}

static void
choose (JlUnitPicker *self, GtkListBoxRow *row)
{
  int unit_id = unit_of (row)->id;

  gtk_popover_popdown (self->popover);
  if (unit_id == self->unit_id)
    return;
  jl_unit_picker_set_unit (self, unit_id);
  g_signal_emit (self, signals[CHOSEN], 0, unit_id);
}

static void
row_activated_cb (JlUnitPicker *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
search_changed_cb (JlUnitPicker *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
search_activate_cb (JlUnitPicker *self)
{
  GtkListBoxRow *row = first_match (self);

  if (row)
    choose (self, row);
}

static void
popover_show_cb (JlUnitPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_list_box_invalidate_filter (self->list);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
set_large (JlUnitPicker *self, gboolean large)
{
  self->large = large;
  if (large)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->name), "title-3");
      gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
    }
}

static void
jl_unit_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, JL_UNIT_PICKER (object)->large);
}

static void
jl_unit_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_large (JL_UNIT_PICKER (object), g_value_get_boolean (value));
}

static void
jl_unit_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_UNIT_PICKER);
  G_OBJECT_CLASS (jl_unit_picker_parent_class)->dispose (object);
}

static void
jl_unit_picker_finalize (GObject *object)
{
  g_free (JL_UNIT_PICKER (object)->title);
  G_OBJECT_CLASS (jl_unit_picker_parent_class)->finalize (object);
}

static void
jl_unit_picker_class_init (JlUnitPickerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jl_unit_picker_dispose;
  object_class->finalize = jl_unit_picker_finalize;
  object_class->get_property = jl_unit_picker_get_property;
  object_class->set_property = jl_unit_picker_set_property;

  props[PROP_LARGE] = g_param_spec_boolean ("large", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/widgets/jl-unit-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, JlUnitPicker, button);
  gtk_widget_class_bind_template_child (widget_class, JlUnitPicker, name);
  gtk_widget_class_bind_template_child (widget_class, JlUnitPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, JlUnitPicker, search);
  gtk_widget_class_bind_template_child (widget_class, JlUnitPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
jl_unit_picker_init (JlUnitPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* where the button is wide the name stands left; its own box is centred */
  gtk_widget_set_halign (gtk_widget_get_parent (gtk_menu_button_get_child (self->button)), GTK_ALIGN_FILL);
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

void
jl_unit_picker_clear (JlUnitPicker *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static GtkWidget *
make_content (const Unit *unit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (unit->name);
  GtkWidget *code = gtk_label_new (unit->code);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (code, "caption");
  gtk_widget_add_css_class (code, "jl-note");
  gtk_widget_add_css_class (box, "jl-pad");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), code);
  return box;
}

/* Behind the last unit of its group; a new group comes last. */
static int
place_in_group (JlUnitPicker *self, const char *group)
{
  GtkListBoxRow *row;
  int            place = -1;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    {
      if (g_strcmp0 (unit_of (row)->group, group) == 0)
        place = i + 1;
    }
  return place;
}

void
jl_unit_picker_add (JlUnitPicker *self, int unit_id, const char *name, const char *code, const char *group)
{
  Unit      *unit = g_new0 (Unit, 1);
  GtkWidget *row = gtk_list_box_row_new ();

  *unit = (Unit){ unit_id, g_strdup (name), g_strdup (code), g_strdup (group), NULL };
  g_object_set_data_full (G_OBJECT (row), "jl-unit", unit, unit_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_content (unit));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_insert (self->list, row, place_in_group (self, group));
}

/**
 * jl_unit_picker_set_sound:
 * @self: a picker
 * @unit_id: a unit that has been added
 * @sound: (nullable): 拼音 and initials of its names, in small letters, by which it is found as well
 */
void
jl_unit_picker_set_sound (JlUnitPicker *self, int unit_id, const char *sound)
{
  GtkListBoxRow *row = find_row (self, unit_id);
  Unit          *unit;

  g_return_if_fail (row != NULL);

  unit = g_object_get_data (G_OBJECT (row), "jl-unit");
  g_free (unit->sound);
  unit->sound = g_strdup (sound);
}

static void
update_label (JlUnitPicker *self)
{
  const char      *name = jl_unit_picker_get_name (self);
  g_autofree char *label = NULL;

  if (self->title)
    /* Translators: a button that chooses a record: name of the field, what stands there */
    label = g_strdup_printf (_ ("%s: %s"), self->title, name);
  else
    /* Translators: a button that shows the chosen place and lets another be chosen */
    label = g_strdup_printf (_ ("Unit: %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
jl_unit_picker_set_title (JlUnitPicker *self, const char *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
  update_label (self);
}

void
jl_unit_picker_set_unit (JlUnitPicker *self, int unit_id)
{
  GtkListBoxRow *row = find_row (self, unit_id);

  self->unit_id = unit_id;
  gtk_label_set_text (self->name, row ? unit_of (row)->name : "");
  gtk_list_box_select_row (self->list, row);
  update_label (self);
}

int
jl_unit_picker_get_unit (JlUnitPicker *self)
{
  return self->unit_id;
}

const char *
jl_unit_picker_get_name (JlUnitPicker *self)
{
  return gtk_label_get_text (self->name);
}

int
jl_unit_picker_neighbour (JlUnitPicker *self, int step)
{
  GtkListBoxRow *row = find_row (self, self->unit_id);
  GtkListBoxRow *other = row ? gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step) : NULL;

  return other ? unit_of (other)->id : self->unit_id;
}
