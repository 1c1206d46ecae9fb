/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Verdicts on awards as chips that wrap into a second line. */

#include "jl-verdict-bar.h"

#include <glib/gi18n-lib.h>

#include "jl-state-mark.h"
#include "jl-words.h"
#include "jl-wrap-layout.h"

struct _JlVerdictBar
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (JlVerdictBar, jl_verdict_bar, GTK_TYPE_WIDGET)

/* In the order in which they are read, with the colour of their chip. */
static const struct
{
  const char *verdict;
  const char *css_class;
} kinds[] = {
  { "barred", "jl-chip-barred" },
  { "to_decide", "jl-chip-to-decide" },
  { "cannot_judge", "jl-chip-neutral" },
  { "not_barred", "jl-chip-neutral" },
};

static gboolean
same (JlResult *awards, guint a, guint b, const char *column)
{
  return g_strcmp0 (jl_result_text (awards, a, column), jl_result_text (awards, b, column)) == 0;
}

static gboolean
share_a_chip (JlResult *awards, guint a, guint b)
{
  return same (awards, a, b, "bar") && same (awards, a, b, "verdict") && same (awards, a, b, "reason") &&
         same (awards, a, b, "clause");
}

static gboolean
is_first (JlResult *awards, guint row)
{
  for (guint i = 0; i < row; i++)
    {
      if (share_a_chip (awards, i, row))
        return FALSE;
    }
  return TRUE;
}

/* The names of all awards that share the chip of row; n says how many. */
static char *
award_names (JlResult *awards, guint row, guint *n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = row; i < jl_result_n_rows (awards); i++)
    {
      if (share_a_chip (awards, i, row))
        g_ptr_array_add (names, (gpointer) jl_result_text (awards, i, "award_name"));
    }
  *n = names->len;
  g_ptr_array_add (names, NULL);
  /* Translators: between the names of awards */
  return g_strjoinv (_ (", "), (char **) names->pdata);
}

static char *
chip_text (JlResult *awards, guint row, const char *names, guint n)
{
  const char      *reason = jl_result_text (awards, row, "reason");
  const char      *clause = jl_result_text (awards, row, "clause");
  g_autofree char *many = g_strdup_printf (ngettext ("%u award", "%u awards", n), n);

  /* Translators: awards, reason, clause of a verdict */
  return g_strdup_printf (_ ("%s: %s, %s"), n == 1 ? names : many, reason, clause);
}

static GtkWidget *
make_label (const char *text, gboolean strong)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), !strong);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, !strong);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "jl-dense");
  gtk_widget_add_css_class (label, strong ? "jl-strong" : "jl-value");
  return label;
}

static GtkWidget *
make_chip (JlResult *awards, guint row, const char *css_class)
{
  const char      *verdict = jl_result_text (awards, row, "verdict");
  guint            n = 0;
  g_autofree char *names = award_names (awards, row, &n);
  g_autofree char *text = chip_text (awards, row, names, n);
  GtkWidget       *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *mark = jl_state_mark_new ();

  jl_state_mark_set (JL_STATE_MARK (mark), jl_verdict_mark (verdict), "");
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (chip), mark);
  gtk_box_append (GTK_BOX (chip), make_label (jl_verdict_word (verdict), TRUE));
  gtk_box_append (GTK_BOX (chip), make_label (text, FALSE));
  gtk_widget_set_tooltip_text (chip, names);
  gtk_widget_add_css_class (chip, "jl-chip");
  gtk_widget_add_css_class (chip, css_class);
  return chip;
}

static void
add_chips (JlVerdictBar *self, JlResult *awards, const char *verdict, const char *css_class)
{
  for (guint i = 0; i < jl_result_n_rows (awards); i++)
    {
      if (g_strcmp0 (jl_result_text (awards, i, "verdict"), verdict) == 0 && is_first (awards, i))
        gtk_widget_set_parent (make_chip (awards, i, css_class), GTK_WIDGET (self));
    }
}

static void
clear (JlVerdictBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

static void
jl_verdict_bar_dispose (GObject *object)
{
  clear (JL_VERDICT_BAR (object));
  G_OBJECT_CLASS (jl_verdict_bar_parent_class)->dispose (object);
}

static void
jl_verdict_bar_class_init (JlVerdictBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_verdict_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, JL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "verdicts");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jl_verdict_bar_init (JlVerdictBar *self)
{
  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Verdicts on awards"), -1);
}

GtkWidget *
jl_verdict_bar_new (void)
{
  return g_object_new (JL_TYPE_VERDICT_BAR, NULL);
}

void
jl_verdict_bar_show (JlVerdictBar *self, JlResult *awards)
{
  clear (self);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_chips (self, awards, kinds[i].verdict, kinds[i].css_class);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}
