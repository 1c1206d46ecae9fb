/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Rows of the answer whose proposal is the card's. The sentence under them says what makes a unit
 * stand here, and how many stand in the other groups. */

#include "jl-proposals.h"

#include "jl-score-row.h"
#include "jl-score-table.h"
#include "jl-words.h"

#include <glib/gi18n.h>

struct _JlProposals
{
  AdwBin parent_instance;

  GtkLabel   *title;
  GtkLabel   *count;
  GtkListBox *list;
  GtkLabel   *note;
};

G_DEFINE_FINAL_TYPE (JlProposals, jl_proposals, ADW_TYPE_BIN)

static GtkWidget *
make_cell (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_ground (const char *ground)
{
  GtkWidget *label = make_cell (ground, 0, "caption");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "jl-note");
  return label;
}

/* Names share a width, so that the grounds stand under each other. */
static GtkWidget *
make_row (JlResult *units, guint i, GtkSizeGroup *names)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char      *name = jl_result_text (units, i, "name");
  const char      *ground = jl_result_text (units, i, "ground");
  g_autofree char *score = jl_score_text (jl_result_text (units, i, "score"));
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", name, ground ? ground : "", score);
  GtkWidget       *points = make_cell (score, 1, "jl-value");
  GtkWidget       *first = make_cell (name, 0, "jl-proposed-name");

  gtk_size_group_add_widget (names, first);
  gtk_widget_add_css_class (points, "jl-strong");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), make_ground (ground));
  gtk_box_append (GTK_BOX (box), points);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i",
                                    (int) jl_result_int (units, i, "unit_id", 0));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-unit");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static gboolean
is_proposed (JlResult *units, guint row, const char *proposal, const char *grp)
{
  return g_strcmp0 (jl_result_text (units, row, "proposal"), proposal) == 0 &&
         jl_score_in_group (units, row, grp);
}

static guint
count_proposed (JlResult *units, const char *proposal, const char *grp)
{
  guint n = 0;

  for (guint i = 0; i < jl_result_n_rows (units); i++)
    n += is_proposed (units, i, proposal, grp) ? 1 : 0;
  return n;
}

static void
fill_list (JlProposals *self, JlResult *units, const char *proposal, const char *grp)
{
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < jl_result_n_rows (units); i++)
    {
      if (is_proposed (units, i, proposal, grp))
        gtk_list_box_append (self->list, make_row (units, i, names));
    }
}

static void
append_others (GString *text, JlResult *units, const char *proposal, const char *shown)
{
  static const char *const groups[] = { "prefecture", "county" };

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      guint n = count_proposed (units, proposal, groups[i]);

      if (n == 0 || g_str_equal (groups[i], shown))
        continue;
      g_string_append_c (text, ' ');
      /* Translators: a group of units, how many more of it are proposed */
      g_string_append_printf (text, ngettext ("%s: %u more.", "%s: %u more.", n),
                              jl_group_word (groups[i]), n);
    }
}

static void
show_note (JlProposals *self, JlResult *units, const char *proposal, const char *grp)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append (
      text,
      g_str_equal (proposal, "praise")
          ? _ ("Grade excellent, among the first of the group, no veto. The leading group decides.")
          : _ ("Needs a ground: grade failed, or a veto marked criticism. The last place alone is "
               "none."));
  append_others (text, units, proposal, grp);
  gtk_label_set_text (self->note, text->str);
}

void
jl_proposals_set_units (JlProposals *self, JlResult *units, const char *proposal, const char *grp)
{
  gboolean         praise = g_str_equal (proposal, "praise");
  const char      *title = praise ? _ ("Proposed for commendation") : _ ("Proposed for criticism");
  guint            n = count_proposed (units, proposal, grp);
  g_autofree char *count = g_strdup_printf (ngettext ("%u unit", "%u units", n), n);

  fill_list (self, units, proposal, grp);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  show_note (self, units, proposal, grp);
}

static void
jl_proposals_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_PROPOSALS);
  G_OBJECT_CLASS (jl_proposals_parent_class)->dispose (object);
}

static void
jl_proposals_class_init (JlProposalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_proposals_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/jiliang/Jiliang/pages/assessment/jl-proposals.ui");
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
