/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Lines of "name … value". */

#include "jl-pair-list.h"

struct _JlPairList
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (JlPairList, jl_pair_list, GTK_TYPE_BOX)

static void
jl_pair_list_class_init (JlPairListClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "pairlist");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST);
}

static void
jl_pair_list_init (JlPairList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
jl_pair_list_new (void)
{
  return g_object_new (JL_TYPE_PAIR_LIST, NULL);
}

void
jl_pair_list_clear (JlPairList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_box_remove (GTK_BOX (self), child);
}

static GtkWidget *
make_name (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "jl-note");
  return label;
}

static GtkWidget *
make_value (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, "jl-dense");
  gtk_widget_add_css_class (label, "jl-value");
  return label;
}

void
jl_pair_list_add_widget (JlPairList *self, const char *name, GtkWidget *value)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX,
                                  "spacing", 12,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  NULL);
  GtkWidget *label = make_name (name);

  gtk_widget_set_hexpand (value, TRUE);
  gtk_widget_set_halign (value, GTK_ALIGN_END);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), value);
  gtk_box_append (GTK_BOX (self), line);
}

void
jl_pair_list_add (JlPairList *self, const char *name, const char *value)
{
  jl_pair_list_add_widget (self, name, make_value (value));
}

void
jl_pair_list_add_strong (JlPairList *self, const char *name, const char *value)
{
  GtkWidget *label = make_value (value);

  gtk_widget_add_css_class (label, "jl-strong");
  jl_pair_list_add_widget (self, name, label);
}
