/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Chooses a record by search. What is typed is asked for a moment after the last key; a later question cancels the one before. */

#include "jl-reference-picker.h"

#include <glib/gi18n-lib.h>

#include "jl-advice.h"
#include "jl-register-store.h"
#include "jl-run.h"

#define DELAY_MS 150
#define MOST 30

struct _JlReferencePicker
{
  GtkBox parent_instance;

  const JlRegister *reg;
  JlLink           *link;    /* (nullable) */
  GCancellable     *running; /* of the search under way, else NULL */
  gint64            id;
  char             *name;

  GtkMenuButton  *button;
  GtkLabel       *label;
  GtkWidget      *clear;
  GtkPopover     *popover;
  GtkSearchEntry *search;
  GtkListBox     *list;
  GtkLabel       *nothing;
};

G_DEFINE_FINAL_TYPE (JlReferencePicker, jl_reference_picker, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A search as the worker gets it. */
typedef struct
{
  const JlRegister *reg;
  char             *text;
} Question;

static void
question_free (gpointer data)
{
  g_free (((Question *) data)->text);
  g_free (data);
}

static gpointer
pick (JlSession *session, gpointer data, GError **error)
{
  const Question *question = data;

  return jl_register_pick (session, question->reg, question->text, 0, MOST, error);
}

static void
cancel_search (JlReferencePicker *self)
{
  if (self->running)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
picked_cb (gpointer owner, gpointer product, const GError *error)
{
  JlReferencePicker *self = owner;
  g_autoptr (JlResult) found = product;

  g_clear_object (&self->running);
  if (found)
    jl_reference_picker_show_found (self, found);
  else
    gtk_label_set_text (self->nothing, jl_advice_for (error));
}

static void
search (JlReferencePicker *self)
{
  Question *question;

  cancel_search (self);
  if (self->link == NULL)
    return;
  question = g_new (Question, 1);
  *question = (Question){ self->reg, g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))) };
  self->running = jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_READ, pick, question, question_free,
                                (GDestroyNotify) jl_result_unref, picked_cb);
}

static void
choose (JlReferencePicker *self, gint64 id, const char *label)
{
  gboolean same = id == self->id;

  gtk_popover_popdown (self->popover);
  jl_reference_picker_set_record (self, id, label);
  if (!same)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_activated_cb (JlReferencePicker *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "jl-id");

  choose (self, *id, g_object_get_data (G_OBJECT (row), "jl-label"));
}

static void
search_activate_cb (JlReferencePicker *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first && self->running == NULL)
    row_activated_cb (self, first);
}

static void
clear_clicked_cb (JlReferencePicker *self)
{
  choose (self, 0, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static void
popover_show_cb (JlReferencePicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_label_set_text (self->nothing, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  search (self);
}

static gboolean
search_key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, JlReferencePicker *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (key != GDK_KEY_Down || first == NULL)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
update_name (JlReferencePicker *self)
{
  g_autofree char *text = NULL;

  if (self->name == NULL)
    return;
  /* Translators: a button that chooses a record: name of the field, what stands there */
  text = g_strdup_printf (_ ("%s: %s"), self->name, self->id ? gtk_label_get_text (self->label) : _ ("none"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
jl_reference_picker_dispose (GObject *object)
{
  JlReferencePicker *self = JL_REFERENCE_PICKER (object);

  cancel_search (self);
  g_clear_object (&self->link);
  G_OBJECT_CLASS (jl_reference_picker_parent_class)->dispose (object);
}

static void
jl_reference_picker_finalize (GObject *object)
{
  g_free (JL_REFERENCE_PICKER (object)->name);
  G_OBJECT_CLASS (jl_reference_picker_parent_class)->finalize (object);
}

static void
jl_reference_picker_class_init (JlReferencePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jl_reference_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = jl_reference_picker_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_list (JlReferencePicker *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->nothing = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->nothing, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->nothing), "jl-note");
  gtk_widget_add_css_class (GTK_WIDGET (self->nothing), "jl-pad");
  gtk_list_box_set_placeholder (self->list, GTK_WIDGET (self->nothing));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Records found"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  return scrolled;
}

static GtkWidget *
make_search (JlReferencePicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_search_entry_set_search_delay (self->search, DELAY_MS);
  g_object_set (self->search, "placeholder-text", _ ("Name, number or initials"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search for a record"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self->popover);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  return GTK_WIDGET (self->search);
}

static GtkWidget *
make_popover (JlReferencePicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_widget_set_size_request (box, 300, -1);
  gtk_box_append (GTK_BOX (box), make_search (self));
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_popover_set_child (self->popover, box);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (popover_show_cb), self);
  return GTK_WIDGET (self->popover);
}

static GtkWidget *
make_button (JlReferencePicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = GTK_LABEL (gtk_label_new ("—"));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, box);
  gtk_widget_set_halign (gtk_widget_get_parent (box), GTK_ALIGN_FILL); /* the button's own box is centred */
  gtk_menu_button_set_popover (self->button, make_popover (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self->button), TRUE);
  return GTK_WIDGET (self->button);
}

static void
jl_reference_picker_init (JlReferencePicker *self)
{
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->clear, _ ("Clear"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Clear"), -1);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_clicked_cb), self);

  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_box_append (GTK_BOX (self), make_button (self));
  gtk_box_append (GTK_BOX (self), self->clear);
}

/**
 * jl_reference_picker_new:
 * @reg: whose records are found
 * @clearable: whether none may be chosen
 *
 * Returns: a picker that shows none
 */
GtkWidget *
jl_reference_picker_new (const JlRegister *reg, gboolean clearable)
{
  JlReferencePicker *self = g_object_new (JL_TYPE_REFERENCE_PICKER, NULL);

  self->reg = reg;
  gtk_widget_set_visible (self->clear, clearable);
  jl_reference_picker_set_record (self, 0, NULL);
  return GTK_WIDGET (self);
}

void
jl_reference_picker_set_link (JlReferencePicker *self, JlLink *link)
{
  g_set_object (&self->link, link);
}

void
jl_reference_picker_set_name (JlReferencePicker *self, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
  update_name (self);
}

void
jl_reference_picker_set_record (JlReferencePicker *self, gint64 id, const char *label)
{
  self->id = id;
  gtk_label_set_text (self->label, id ? label : "—");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), id ? label : NULL);
  gtk_widget_set_sensitive (self->clear, id != 0);
  update_name (self);
}

gint64
jl_reference_picker_get_record (JlReferencePicker *self)
{
  return self->id;
}

const char *
jl_reference_picker_get_label (JlReferencePicker *self)
{
  return self->id ? gtk_label_get_text (self->label) : "";
}

static GtkWidget *
make_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_row (const JlResult *found, guint i)
{
  const char *label = jl_result_text (found, i, "label");
  const char *hint = jl_result_text (found, i, "hint");
  GtkWidget  *row = gtk_list_box_row_new ();
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gint64      id = jl_result_int (found, i, "id", 0);

  gtk_box_append (GTK_BOX (box), make_line (label, "jl-dense"));
  if (hint && *hint)
    {
      GtkWidget *line = make_line (hint, "caption");

      gtk_widget_add_css_class (line, "jl-note");
      gtk_box_append (GTK_BOX (box), line);
    }
  gtk_widget_add_css_class (box, "jl-pad");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "jl-id", g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data_full (G_OBJECT (row), "jl-label", g_strdup (label), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint ? hint : "", -1);
  return row;
}

void
jl_reference_picker_show_found (JlReferencePicker *self, const JlResult *found)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < jl_result_n_rows (found); i++)
    gtk_list_box_append (self->list, make_row (found, i));
  gtk_label_set_text (self->nothing, _ ("Nothing found"));
}
