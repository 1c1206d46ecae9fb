/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Rows of the answer whose proposal is the card's; the sentence under them says what makes a unit stand here. */

#include "jl-proposals.h"

#include "jl-quantity.h"

#include <glib/gi18n.h>

struct _JlProposals
{
  GtkWidget parent_instance;

  GtkWidget  *root;
  GtkLabel   *title;
  GtkLabel   *count;
  GtkListBox *list;
  GtkLabel   *note;
};

G_DEFINE_FINAL_TYPE (JlProposals, jl_proposals, GTK_TYPE_WIDGET)

static GtkWidget *
make_cell (const char *text, double xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), (float) xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_row (JlResult *units, guint i)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char      *decimal = jl_result_text (units, i, "score");
  const char      *ground = jl_result_text (units, i, "ground");
  g_autofree char *score = decimal != NULL ? jl_format_decimal (decimal, 2, JL_NUMBER_SCREEN) : g_strdup ("—");
  GtkWidget       *why = make_cell (ground, 0, "caption");

  gtk_widget_set_hexpand (why, TRUE);
  gtk_widget_set_tooltip_text (why, ground);
  gtk_box_append (GTK_BOX (box), make_cell (jl_result_text (units, i, "name"), 0, "jl-dense"));
  gtk_box_append (GTK_BOX (box), why);
  gtk_box_append (GTK_BOX (box), make_cell (score, 1, "heading"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-unit");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", (int) jl_result_int (units, i, "unit_id", 0));
  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

void
jl_proposals_set_units (JlProposals *self, JlResult *units, const char *proposal)
{
  gboolean         praise = g_str_equal (proposal, "praise");
  guint            n = 0;
  g_autofree char *count = NULL;

  clear_list (self->list);
  for (guint i = 0; i < jl_result_n_rows (units); i++)
    if (g_strcmp0 (jl_result_text (units, i, "proposal"), proposal) == 0)
      {
        gtk_list_box_append (self->list, make_row (units, i));
        n++;
      }
  count = g_strdup_printf (ngettext ("%u unit", "%u units", n), n);
  gtk_label_set_text (self->title, praise ? _ ("Proposed for commendation") : _ ("Proposed for criticism"));
  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_label_set_text (self->note, praise ? _ ("Grade excellent, among the first of the group, no veto. The leading group decides.")
                                         : _ ("Needs a ground: grade failed, or a veto marked criticism. The last place alone is none."));
}

static void
jl_proposals_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_PROPOSALS);
  G_OBJECT_CLASS (jl_proposals_parent_class)->dispose (object);
}

static void
jl_proposals_class_init (JlProposalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_proposals_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/assessment/jl-proposals.ui");
  gtk_widget_class_bind_template_child (widget_class, JlProposals, root);
  gtk_widget_class_bind_template_child (widget_class, JlProposals, title);
  gtk_widget_class_bind_template_child (widget_class, JlProposals, count);
  gtk_widget_class_bind_template_child (widget_class, JlProposals, list);
  gtk_widget_class_bind_template_child (widget_class, JlProposals, note);
}

static void
jl_proposals_init (JlProposals *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
