/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Findings of a unit as chips that are buttons. */

#include "jl-finding-chips.h"

#include <glib/gi18n-lib.h>

#include "jl-finding.h"
#include "jl-quantity.h"
#include "jl-severity.h"
#include "jl-wrap-layout.h"

struct _JlFindingChips
{
  GtkWidget parent_instance;

  int unit_id;
};

G_DEFINE_FINAL_TYPE (JlFindingChips, jl_finding_chips, GTK_TYPE_WIDGET)

static const struct
{
  const char *severity;
  const char *column;
} parts[] = {
  { "blocks", "blocks_n" },
  { "decide", "decide_n" },
  { "warning", "warning_n" },
  { "note", "note_n" },
};

/* The words are those of win.open-register. */
static void
add_button (JlFindingChips *self, const char *severity, const char *text, const char *words)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (severity)
    gtk_box_append (GTK_BOX (face), jl_severity_bare_new (severity));
  gtk_box_append (GTK_BOX (face), gtk_label_new (text));
  gtk_button_set_child (GTK_BUTTON (button), face);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(siis)", "finding", self->unit_id, 0, words);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-register");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "jl-chip");
  gtk_widget_add_css_class (button, "jl-dense");
  gtk_widget_add_css_class (button, "jl-value");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static char *
count_text (const char *word, gint64 n)
{
  g_autofree char *count = jl_format_count (n, JL_NUMBER_SCREEN);

  return g_strdup_printf ("%s %s", word, count);
}

static void
add_all (JlFindingChips *self, JlResult *sums)
{
  g_autofree char *all = count_text (_ ("Finding"), jl_result_int (sums, 0, "n", 0));
  gint64           overdue = jl_result_int (sums, 0, "overdue_n", 0);

  add_button (self, NULL, all, "");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gint64           n = jl_result_int (sums, 0, parts[i].column, 0);
      g_autofree char *text = count_text (jl_finding_severity_word (parts[i].severity), n);
      g_autofree char *words = g_strconcat ("severity:", parts[i].severity, NULL);

      if (n > 0)
        add_button (self, parts[i].severity, text, words);
    }
  if (overdue > 0)
    {
      g_autofree char *text = count_text (_ ("Left too long"), overdue);

      add_button (self, NULL, text, "overdue:t");
    }
}

static void
clear (JlFindingChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

static void
jl_finding_chips_dispose (GObject *object)
{
  clear (JL_FINDING_CHIPS (object));
  G_OBJECT_CLASS (jl_finding_chips_parent_class)->dispose (object);
}

static void
jl_finding_chips_class_init (JlFindingChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_finding_chips_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, JL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findingchips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jl_finding_chips_init (JlFindingChips *self)
{
  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Findings"), -1);
}

GtkWidget *
jl_finding_chips_new (void)
{
  return g_object_new (JL_TYPE_FINDING_CHIPS, NULL);
}

void
jl_finding_chips_show (JlFindingChips *self, JlResult *sums, int unit_id)
{
  clear (self);
  self->unit_id = unit_id;
  if (sums && jl_result_n_rows (sums) > 0)
    add_all (self, sums);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}
