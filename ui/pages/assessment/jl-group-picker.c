/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Linked buttons of one group. */

#include "jl-group-picker.h"

#include <glib/gi18n.h>

#include "jl-score-table.h"

static const struct
{
  const char *grp;
  const char *word;
} groups[] = {
  { "prefecture", N_ ("Prefecture-level cities") },
  { "county", N_ ("County level") },
  { "apart", N_ ("Listed separately") },
};

struct _JlGroupPicker
{
  AdwBin parent_instance;

  GtkToggleButton *buttons[G_N_ELEMENTS (groups)];
};

G_DEFINE_FINAL_TYPE (JlGroupPicker, jl_group_picker, ADW_TYPE_BIN)

static guint changed_signal;

const char *
jl_group_picker_get_group (JlGroupPicker *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (gtk_toggle_button_get_active (self->buttons[i]))
        return groups[i].grp;
    }
  return groups[0].grp;
}

void
jl_group_picker_set_group (JlGroupPicker *self, const char *grp)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (g_str_equal (groups[i].grp, grp))
        gtk_toggle_button_set_active (self->buttons[i], TRUE);
    }
}

static void
set_words (GtkToggleButton *button, const char *words)
{
  gtk_button_set_label (GTK_BUTTON (button), words);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
}

static void
count (JlGroupPicker *self, gsize i, JlResult *units)
{
  const char      *word = _ (groups[i].word);
  guint            n = 0;
  g_autofree char *words = NULL;

  for (guint row = 0; row < jl_result_n_rows (units); row++)
    n += jl_score_in_group (units, row, groups[i].grp) ? 1 : 0;
  words = n > 0 ? g_strdup_printf ("%s %u", word, n) : g_strdup (word);
  set_words (self->buttons[i], words);
}

void
jl_group_picker_count (JlGroupPicker *self, JlResult *units)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    count (self, i, units);
  gtk_widget_set_sensitive (GTK_WIDGET (self), jl_result_n_rows (units) > 0);
}

static void
toggled_cb (JlGroupPicker *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    g_signal_emit (self, changed_signal, 0);
}

static void
jl_group_picker_class_init (JlGroupPickerClass *klass)
{
  changed_signal = g_signal_new ("changed", JL_TYPE_GROUP_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
jl_group_picker_init (JlGroupPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      self->buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
      set_words (self->buttons[i], _ (groups[i].word));
      gtk_toggle_button_set_group (self->buttons[i], i > 0 ? self->buttons[0] : NULL);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons[i]));
    }
  gtk_toggle_button_set_active (self->buttons[0], TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self,
                             G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
}
