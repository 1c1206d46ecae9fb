/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A chip: words and a cross. */

#include "jl-filter-chip.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARS 32

GtkWidget *
jl_filter_chip_new (const char *words)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_box_append (GTK_BOX (face), label);
  gtk_box_append (GTK_BOX (face), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), face);
  gtk_widget_set_tooltip_text (chip, _ ("Take this filter away"));
  gtk_widget_add_css_class (chip, "jl-active-filter");
  jl_filter_chip_set_words (chip, words);
  return chip;
}

void
jl_filter_chip_set_words (GtkWidget *chip, const char *words)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (chip)));

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
