/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A row a paragraph: its heading and number of bound values at the left, the text at the right. Text is not edited here. */

#include "jl-bound-text.h"

#include <glib/gi18n.h>

struct _JlBoundText
{
  AdwBin parent_instance;

  GtkBox *rows;
};

G_DEFINE_FINAL_TYPE (JlBoundText, jl_bound_text, ADW_TYPE_BIN)

/* A bound value stands on an 11 % accent ground with an underline; both styles have the accent #1c71d8 (look.md 8). */
static void
mark_span (PangoAttrList *attributes, guint start, guint end)
{
  PangoAttribute *marks[] = {
    pango_attr_background_new (0x1c1c, 0x7171, 0xd8d8),
    pango_attr_background_alpha_new (0x1c28),
    pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
    pango_attr_underline_color_new (0x1c1c, 0x7171, 0xd8d8),
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = start;
      marks[i]->end_index = end;
      pango_attr_list_insert (attributes, marks[i]);
    }
}

static PangoAttrList *
bound_spans (const JlCircular *circular, guint paragraph)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  guint          start, end;
  const char    *name;

  for (guint i = 0; jl_circular_get_bound (circular, paragraph, i, &start, &end, &name); i++)
    mark_span (attributes, start, end);
  return attributes;
}

static GtkWidget *
make_text (const JlCircular *circular, guint paragraph, const char *text)
{
  GtkWidget     *label = gtk_label_new (text);
  PangoAttrList *attributes = bound_spans (circular, paragraph);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "jl-bound");
  return label;
}

static GtkWidget *
make_margin (const char *heading, guint n_bound)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *head = gtk_label_new (heading);
  g_autofree char *count = n_bound > 0 ? g_strdup_printf (ngettext ("%u bound value", "%u bound values", n_bound), n_bound) : NULL;
  GtkWidget       *note = gtk_label_new (count);

  gtk_widget_set_size_request (box, 76, -1);
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (head), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (head), 8);
  gtk_widget_add_css_class (head, "caption-heading");
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "jl-note");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), note);
  return box;
}

static void
add_paragraph (JlBoundText *self, const JlCircular *circular, guint i)
{
  GtkWidget  *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *heading = NULL;
  guint       n_bound = 0;
  const char *text = jl_circular_get_paragraph (circular, i, &heading, &n_bound);

  gtk_box_append (GTK_BOX (row), make_margin (heading, n_bound));
  gtk_box_append (GTK_BOX (row), make_text (circular, i, text));
  gtk_widget_add_css_class (row, "jl-rule");
  gtk_widget_add_css_class (row, "jl-pad");
  gtk_box_append (self->rows, row);
}

void
jl_bound_text_set_circular (JlBoundText *self, const JlCircular *circular)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; circular != NULL && i < jl_circular_n_paragraphs (circular); i++)
    add_paragraph (self, circular, i);
}

static void
jl_bound_text_class_init (JlBoundTextClass *klass)
{
}

static void
jl_bound_text_init (JlBoundText *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->rows));
  adw_bin_set_child (ADW_BIN (self), scroller);
}
