/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Both versions of a record side by side. Fields that only one side changed are chosen already; the others wait for the person. */

#include "jl-conflict-window.h"

#include <glib/gi18n-lib.h>

#define NAME_CHARS 14
#define TEXT_CHARS 20

struct _JlConflictWindow
{
  AdwWindow parent_instance;

  GPtrArray *conflict;

  GtkLabel  *what;
  GtkGrid   *grid;
  GtkLabel  *open_note;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (JlConflictWindow, jl_conflict_window, ADW_TYPE_WINDOW)

enum
{
  DECIDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
count_open (const GPtrArray *conflict)
{
  guint n = 0;

  for (guint i = 0; i < conflict->len; i++)
    n += ((const JlConflictField *) g_ptr_array_index (conflict, i))->side == JL_SIDE_OPEN;
  return n;
}

static void
update_save (JlConflictWindow *self)
{
  guint            n = count_open (self->conflict);
  g_autofree char *text = NULL;

  /* Translators: fields that both editors have changed and nobody has decided yet */
  if (n > 0)
    text = g_strdup_printf (ngettext ("%u field has still to be chosen.", "%u fields have still to be chosen.", n), n);
  gtk_label_set_text (self->open_note, text ? text : "");
  gtk_widget_set_sensitive (self->save, n == 0);
}

static void
toggled_cb (GtkCheckButton *button, JlConflictField *field)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));

  if (!gtk_check_button_get_active (button))
    return;
  field->side = g_object_get_data (G_OBJECT (button), "jl-mine") ? JL_SIDE_MINE : JL_SIDE_THEIRS;
  if (JL_IS_CONFLICT_WINDOW (root))
    update_save (JL_CONFLICT_WINDOW (root));
}

static void
save_clicked_cb (JlConflictWindow *self)
{
  g_signal_emit (self, signals[DECIDED], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
jl_conflict_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_CONFLICT_WINDOW);
  G_OBJECT_CLASS (jl_conflict_window_parent_class)->dispose (object);
}

static void
jl_conflict_window_finalize (GObject *object)
{
  g_clear_pointer (&JL_CONFLICT_WINDOW (object)->conflict, g_ptr_array_unref);
  G_OBJECT_CLASS (jl_conflict_window_parent_class)->finalize (object);
}

static void
jl_conflict_window_class_init (JlConflictWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_conflict_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = jl_conflict_window_finalize;

  signals[DECIDED] =
      g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/form/jl-conflict-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JlConflictWindow, what);
  gtk_widget_class_bind_template_child (widget_class, JlConflictWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, JlConflictWindow, open_note);
  gtk_widget_class_bind_template_child (widget_class, JlConflictWindow, save);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jl_conflict_window_init (JlConflictWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_head (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  return label;
}

static GtkWidget *
make_name (const JlField *field)
{
  g_autofree char *text = g_strconcat (_ (field->label), jl_field_unit (field), NULL);
  GtkWidget       *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_widget_add_css_class (label, "jl-note");
  gtk_widget_add_css_class (label, "jl-dense");
  return label;
}

static GtkWidget *
make_choice (const JlConflictField *field, const char *text, gboolean mine)
{
  /* Translators: a choice for assistive technology: name of a field, whose version, what stands there */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s: %s"), _ (field->field->label),
                                           mine ? _ ("My change") : _ ("Saved by the other"), text);
  GtkWidget       *button = gtk_check_button_new ();
  GtkWidget       *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), TEXT_CHARS); /* by its least width the window reckons its height */
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_widget_add_css_class (label, "jl-value");
  g_object_set (button, "child", label, "hexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (mine)
    g_object_set_data (G_OBJECT (button), "jl-mine", GINT_TO_POINTER (TRUE));
  return button;
}

static void
add_field (JlConflictWindow *self, JlConflictField *field, int row)
{
  GtkWidget *mine = make_choice (field, field->mine, TRUE);
  GtkWidget *theirs = make_choice (field, field->theirs, FALSE);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (mine));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mine), field->side == JL_SIDE_MINE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (theirs), field->side == JL_SIDE_THEIRS);
  g_signal_connect (mine, "toggled", G_CALLBACK (toggled_cb), field);
  g_signal_connect (theirs, "toggled", G_CALLBACK (toggled_cb), field);
  gtk_grid_attach (self->grid, make_name (field->field), 0, row, 1, 1);
  gtk_grid_attach (self->grid, mine, 1, row, 1, 1);
  gtk_grid_attach (self->grid, theirs, 2, row, 1, 1);
}

static void
fill (JlConflictWindow *self, const char *who, const char *when)
{
  g_autofree char *what = NULL;

  /* Translators: moment ("2013-05-06 09:41"), name of a person */
  what = g_strdup_printf (_ ("While you were editing, this record was saved at %s by %s. Choose for each field which version stays."),
                          when ? when : "—", who ? who : "—");
  gtk_label_set_text (self->what, what);
  gtk_grid_attach (self->grid, make_head (_ ("Field")), 0, 0, 1, 1);
  gtk_grid_attach (self->grid, make_head (_ ("My change")), 1, 0, 1, 1);
  gtk_grid_attach (self->grid, make_head (_ ("Saved by the other")), 2, 0, 1, 1);
  for (guint i = 0; i < self->conflict->len; i++)
    add_field (self, g_ptr_array_index (self->conflict, i), (int) i + 1);
  update_save (self);
}

/**
 * jl_conflict_window_new:
 * @parent: whose dialog it is
 * @conflict: (transfer full): of jl_conflict_new()
 * @who: (nullable): who saved the other version
 * @when: (nullable): when
 *
 * Returns: a dialog to be presented
 */
GtkWidget *
jl_conflict_window_new (GtkWindow *parent, GPtrArray *conflict, const char *who, const char *when)
{
  JlConflictWindow *self = g_object_new (JL_TYPE_CONFLICT_WINDOW, "transient-for", parent, NULL);

  self->conflict = conflict;
  fill (self, who, when);
  return GTK_WIDGET (self);
}

GPtrArray *
jl_conflict_window_get_values (JlConflictWindow *self)
{
  return jl_conflict_get_values (self->conflict);
}
